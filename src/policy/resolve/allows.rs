//! `allow CODE "why"`: which findings the author answers for, and where.

use super::Resolver;
use crate::diagnostic::{Code, Diagnostic, Safety, Selector, nearest};
use crate::policy::model::Allow;
use crate::source::Span;
use crate::syntax::ast;

impl Resolver {
    /// Enters an `allow` for the clause that stands at `clause`, or for its whole file.
    pub(super) fn enter_allow(&mut self, allow: &ast::Allow, clause: Option<Span>) {
        let written = allow.code.text.as_str();
        let found = Code::ALL.iter().copied().find(|code| code.as_str() == written);
        match found {
            Some(code) if code.is_finding() => self.data.allows.push(Allow {
                code,
                reason: allow.reason.value.clone(),
                clause,
                whole: allow.whole.map(|whole| whole.0),
                span: allow.place.0,
            }),
            _ => self.report(not_a_finding(written, allow.code.span())),
        }
    }

    /// Enters an `allow` for a whole file. It has to stand above the articles: behind one it would look as if it
    /// belonged to that.
    pub(super) fn enter_allow_for_file(&mut self, allow: &ast::Allow, article: Option<Span>) {
        match article {
            Some(article) => {
                let diagnostic =
                    Diagnostic::new(Code::AllowTooLate, allow.place.0).with("code", allow.code.text.as_str());
                self.report(diagnostic.label(article, "article"));
            }
            None => self.enter_allow(allow, None),
        }
    }
}

fn not_a_finding(written: &str, span: Span) -> Diagnostic {
    let in_capitals = Code::parse(written);
    let reason = match in_capitals {
        Some(code) if code.group() == crate::diagnostic::Group::Error => "error",
        Some(code) if !code.is_finding() => "own",
        Some(_) => "capitals",
        None if Selector::parse(written).is_ok() => "general",
        None => "unknown",
    };
    let diagnostic = Diagnostic::new(Code::NotAFinding, span).with("code", written).with("reason", reason);
    let findings = || Code::ALL.iter().filter(|code| code.is_finding()).map(|code| code.as_str());
    let (meant, safety) = match reason {
        "capitals" => (in_capitals.map(Code::as_str), Safety::Safe),
        "unknown" => (
            nearest(written, findings()).or_else(|| nearest(&written.to_ascii_uppercase(), findings())),
            Safety::Unsafe,
        ),
        _ => (None, Safety::Unsafe),
    };
    match meant {
        Some(meant) => diagnostic.with("suggestion", meant).help("suggest").fix(safety, span, meant),
        None => diagnostic,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Safety, apply_fixes};
    use crate::policy::check_text;
    use crate::source::SourceId;

    /// The codes of what is wrong, with the pieces they point to.
    fn errors(text: &str) -> Vec<(Code, String)> {
        let checked = check_text("demo.policy", text);
        let piece = |span| checked.sources.slice(span).to_owned();
        checked.diagnostics.iter().map(|one| (one.code, one.span.map(piece).unwrap_or_default())).collect()
    }

    #[test]
    fn only_a_single_finding_can_be_allowed() {
        for word in ["B9999", "blank", "B00", "B", "E0301", "C0090", "C0091", "b0003", "空白"] {
            let text = format!("allow {word} \"why\"\nfact a: bool");
            assert_eq!(errors(&text), [(Code::NotAFinding, word.to_owned())]);
        }
        assert_eq!(errors("allow B0003 \"why\"\n容许 C0001 “理由”\nfact a: bool"), []);
    }

    #[test]
    fn a_code_in_small_letters_is_mended_and_a_misspelt_one_suggested() {
        let mended = |text: &str, safety| {
            let found = check_text("demo.policy", text).diagnostics;
            apply_fixes(SourceId(0), text, &found, safety).map(|mended| mended.text)
        };
        assert_eq!(mended("allow b0003 \"why\"", Safety::Safe).as_deref(), Some("allow B0003 \"why\""));
        assert_eq!(mended("allow B00003 \"why\"", Safety::Safe), None);
        assert_eq!(mended("allow B00003 \"why\"", Safety::Unsafe).as_deref(), Some("allow B0003 \"why\""));
    }

    #[test]
    fn a_reason_is_required() {
        for allow in ["allow B0003", "allow B0003 \"\"", "allow B0003 \" \u{3000}\"", "容许 B0003"] {
            let text = format!("article 1 {{ missing \"x\" {allow} }}\nfact a: bool");
            assert_eq!(errors(&text), [(Code::AllowWithoutReason, allow.to_owned())]);
        }
    }

    #[test]
    fn for_the_whole_file_it_stands_above_the_articles() {
        let late = "article 1 missing \"x\" allow B0003 \"why\"";
        assert_eq!(errors(late), [(Code::AllowTooLate, "allow B0003 \"why\"".to_owned())]);
        assert_eq!(errors("fact a: bool allow B0003 \"why\" article 1 missing \"x\""), []);
    }

    #[test]
    fn it_says_nothing_of_the_regulation() {
        let empty = "article 1 { allow B0003 \"why\" }";
        assert_eq!(errors(empty), [(Code::EmptyClause, empty.to_owned())]);
        assert_eq!(errors("article 1 { allow B0003 \"why\" not modelled \"purpose\" }"), []);
    }

    #[test]
    fn the_word_may_still_be_a_name() {
        let text = "scale s { a < b }\nrole driver\nfact allow: bool\nfact count: bool\nfact allow of driver: bool
            outcome o: s
            if allow and count then o = a
            if count
            then o = b
            define other = count
            allow C0001 \"why\"
            define third = allow of driver";
        assert_eq!(errors(text), []);
    }

    #[test]
    fn misspelt_it_is_one_fault() {
        assert_eq!(errors("fact a: bool\nalow B0003 \"why\""), [(Code::MisspeltKeyword, "alow".to_owned())]);
        assert_eq!(
            errors("article 1 { missing \"x\"\n alow B0003 \"why\" }"),
            [(Code::MisspeltKeyword, "alow".to_owned())]
        );
        assert_eq!(errors("fact a: bool\nallow \"why\""), [(Code::UnexpectedText, "\"why\"".to_owned())]);
        let several = "fact a: bool\nallow B0003, B0001 \"why\"";
        assert_eq!(errors(several), [(Code::NotAFinding, "B0003, B0001".to_owned())]);
    }
}
