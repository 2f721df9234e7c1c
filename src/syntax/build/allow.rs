//! `allow CODE "why"`.

use super::Builder;
use super::content_end;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Place;
use crate::syntax::ast::Allow;
use crate::syntax::grammar::Rule;
use pest::iterators::Pair;

impl<'t> Builder<'t> {
    pub(super) fn allow(&mut self, pair: Pair<'t, Rule>) -> Option<Allow> {
        let place = self.place(&pair);
        let text = self.repaired.text();
        let (start, end) = (pair.as_span().start(), content_end(&pair));
        let string = pair.clone().into_inner().find(|part| part.as_rule() == Rule::string);
        let before_reason = text.get(start..string.map_or(end, |string| string.as_span().start())).unwrap_or_default();
        let has_comment = before_reason.contains("--") || before_reason.contains("{-");
        let (start, end) = whole(text, start, end);
        let whole = (!has_comment).then(|| Place(self.span_of(start, end)));
        let (mut codes, mut reason) = (Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => codes.push(self.name(&part)),
                Rule::string => reason = Some(self.text(part)),
                _ => {}
            }
        }
        if let [first, .., last] = codes.as_slice() {
            let written: Vec<&str> = codes.iter().map(|code| code.text.as_str()).collect();
            let diagnostic = Diagnostic::new(Code::NotAFinding, first.span().to(last.span()));
            self.report(diagnostic.with("code", written.join(", ")).with("reason", "general"));
            return None;
        }
        let code = codes.pop()?;
        match reason.filter(|reason| !reason.value.trim().is_empty()) {
            Some(reason) => Some(Allow { code, reason, whole, place }),
            None => {
                self.report(Diagnostic::new(Code::AllowWithoutReason, place.0).with("code", code.text));
                None
            }
        }
    }
}

/// What has to be deleted so that nothing is left of a piece: its lines where nothing else stands on them, otherwise
/// the piece with its end mark and the blanks on one side.
fn whole(text: &str, start: usize, end: usize) -> (usize, usize) {
    let before = text.get(..start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let own = before.get(line..).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    let line_end = behind.find('\n').map_or(behind.len(), |at| at + 1);
    let rest = behind.get(..line_end).unwrap_or_default();
    let marked = rest.trim_start().strip_prefix([';', '；', '。']);
    let end = end + marked.map_or(0, |after| rest.len() - after.len());
    let rest = marked.unwrap_or(rest);
    match (own.trim().is_empty(), rest.trim().is_empty()) {
        (true, true) => (line, end + rest.len()),
        (false, true) => (start - (own.len() - own.trim_end().len()), end),
        (_, false) => (start, end + (rest.len() - rest.trim_start().len())),
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    fn without(text: &str) -> String {
        let start = text.find("allow").unwrap();
        let end = text.find("\"why\"").unwrap() + 5;
        let (start, end) = whole(text, start, end);
        format!("{}{}", &text[..start], &text[end..])
    }

    #[test]
    fn nothing_is_left_and_nothing_else_goes() {
        for (text, left) in [
            ("a\n  allow B0003 \"why\"\nb\n", "a\nb\n"),
            ("a\r\n\tallow B0003 \"why\" ;  \r\nb", "a\r\nb"),
            ("allow B0003 \"why\"", ""),
            ("a\nallow B0003\n  \"why\"\nb", "a\nb"),
            ("{ allow B0003 \"why\" }", "{ }"),
            ("{ a allow B0003 \"why\"\n}", "{ a\n}"),
            ("  allow B0003 \"why\" -- because\nb", "  -- because\nb"),
            ("  allow B0003 \"why\"; b\n", "  b\n"),
            ("a。容 allow B0003 “x” \"why\"。\nb", "a。容\nb"),
        ] {
            assert_eq!(without(text), left, "{text:?}");
        }
    }
}
