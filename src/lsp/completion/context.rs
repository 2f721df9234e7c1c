//! What is expected where the cursor stands. The text there is unfinished, so this looks at its last words and signs.

use crate::policy::{SymbolId, SymbolIndex, SymbolKind};
use crate::syntax::keywords::{self, Role};

/// How many characters before the cursor are looked at.
const MAX_LOOKED_AT: usize = 600;

/// How many words `adjust OUTCOME of ROLE by` has.
const MAX_ADJUSTED: usize = 5;

/// What can stand at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A value of a scale, an enum or a reading.
    Member(SymbolId),
    /// The name of a type.
    Type,
    /// A role.
    Role,
    /// What belongs to a role.
    OfRole(SymbolId),
    /// A body, or a role.
    Party,
    /// The number of a clause.
    Clause,
    /// An outcome.
    Outcome,
    /// A fact, a judgement or a reading.
    Fact,
    /// Something new: a name that is about to be declared, a text or a comment.
    Nothing,
    /// The beginning of a line: what can begin there, and names.
    Line,
    /// Names and what can stand between them.
    Any,
}

/// The word that the cursor stands behind: where it begins.
pub(super) fn word_start(before: &str) -> usize {
    before.trim_end_matches(|c: char| c == '_' || c.is_alphanumeric()).len()
}

/// What can stand behind a text; `before` ends where the word at the cursor begins.
pub(super) fn expected(before: &str, symbols: &SymbolIndex) -> Expected {
    let line = before.rsplit('\n').next().unwrap_or_default();
    if is_in_text_or_comment(line) {
        return Expected::Nothing;
    }
    let cut = before.char_indices().rev().nth(MAX_LOOKED_AT).map_or(0, |(at, _)| at);
    let tokens = tokens(before.get(cut..).unwrap_or_default());
    let Some(last) = tokens.last() else { return Expected::Line };
    let is = |token: &str, name: &str| keywords::lookup(token).is_some_and(|keyword| keyword.name == name);
    let named = |name: &str| is(last, name);
    let before_last = tokens.len().checked_sub(2).and_then(|at| tokens.get(at)).copied().unwrap_or_default();
    // `司机 的 情节`: the role goes first.
    if let Some(role) = symbols.party(before_last).filter(|_| *last == "的") {
        return Expected::OfRole(role);
    }
    if named("of") {
        return if before_last == "list" { Expected::Type } else { Expected::Role };
    }
    if named("by") {
        let is_adjusting = tokens.iter().rev().take(MAX_ADJUSTED).any(|token| is(token, "adjust"));
        if is(before_last, "adjusted") || is(before_last, "exempted") {
            return Expected::Clause;
        }
        return if is_adjusting { Expected::Any } else { Expected::Party };
    }
    if named("overriding") || named("cites") {
        return Expected::Clause;
    }
    if *last == ":" || *last == "：" {
        return Expected::Type;
    }
    if ["ensure", "exempt", "adjust", "chosen", "past"].iter().any(|name| named(name)) {
        return Expected::Outcome;
    }
    if named("given") || named("ignores") || named("rises_with") || (before_last == "rises" && *last == "with") {
        return Expected::Fact;
    }
    if [
        "scale",
        "enum",
        "body",
        "role",
        "fact",
        "judgement",
        "define",
        "outcome",
        "record",
        "param",
        "reading",
        "policy",
    ]
    .iter()
    .any(|name| named(name))
    {
        return Expected::Nothing;
    }
    if let Some(of) = compared(&tokens, symbols) {
        return Expected::Member(of);
    }
    if line.trim().is_empty() { Expected::Line } else { Expected::Any }
}

/// The words and signs of the statement that the cursor stands in, behind the keyword that begins it; `None` where it
/// stands in no such statement.
pub(super) fn statement<'t>(before: &'t str, name: &str) -> Option<Vec<&'t str>> {
    if is_in_text_or_comment(before.rsplit('\n').next().unwrap_or_default()) {
        return None;
    }
    let cut = before.char_indices().rev().nth(MAX_LOOKED_AT).map_or(0, |(at, _)| at);
    let tokens = tokens(before.get(cut..)?);
    let begins = |token: &str| {
        keywords::lookup(token).is_some_and(|keyword| keyword.role != Role::Inside) || matches!(token, "{" | "}")
    };
    let start = tokens.iter().rposition(|token| begins(token))?;
    let (first, rest) = tokens.get(start..)?.split_first()?;
    keywords::lookup(first).is_some_and(|keyword| keyword.name == name).then(|| rest.to_vec())
}

fn is_in_text_or_comment(line: &str) -> bool {
    let is_open = |open: &str, close: &str| match line.rfind(open) {
        Some(at) => line.get(at..).is_some_and(|rest| !rest.contains(close)),
        None => false,
    };
    line.contains("--") || line.matches('"').count() % 2 == 1 || is_open("“", "”") || is_open("{-", "-}")
}

/// Words and single signs, comparisons of two signs as one.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c == '_' || c.is_alphanumeric();
        let length = if is_word(first) {
            rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())
        } else if ["<=", ">=", "!="].iter().any(|sign| rest.starts_with(sign)) {
            2
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

/// The scale or enum of what stands before the comparison or the set that the tokens end in.
fn compared(tokens: &[&str], symbols: &SymbolIndex) -> Option<SymbolId> {
    let is_member_list = |token: &&&str| {
        let is_word = token.chars().next().is_some_and(|c| c == '_' || c.is_alphanumeric());
        is_word && keywords::lookup(token).is_none() || matches!(**token, "," | "，" | "、")
    };
    let mut left = tokens;
    let (last, before) = left.split_last()?;
    match *last {
        "=" | "≠" | "!=" | "≥" | ">=" | "≤" | "<=" | ">" | "＝" => left = before,
        "<" | "《" | "＜" | "," | "，" | "、" => {
            // Back over the members of a set to its opening, and the `∈` or `in` before it.
            let members = before.iter().rev().take_while(is_member_list).count();
            let members = if matches!(*last, "," | "，" | "、") { members } else { 0 };
            left = before.get(..before.len() - members)?;
            if members > 0 {
                let (open, rest) = left.split_last()?;
                if !matches!(*open, "<" | "《" | "＜") {
                    return None;
                }
                left = rest;
            }
            match left.split_last() {
                Some((operator, rest)) if matches!(*operator, "∈" | "∉" | "in") => left = rest,
                // `a < |` is a comparison.
                Some(_) if *last == "<" && members == 0 => {}
                Some(_) | None => return None,
            }
        }
        _ => return None,
    }
    left = left.strip_suffix(&["not"]).unwrap_or(left);
    let (name, before) = left.split_last()?;
    let of_role = match before {
        [.., own, "of"] => symbols.value(&format!("{own} of {name}")),
        // The role goes first.
        [.., role, "的"] => symbols.value(&format!("{name} of {role}")),
        _ => None,
    };
    let found = of_role.or_else(|| symbols.value(name))?;
    let value_type = symbols.get(found).value_type?;
    (symbols.get(value_type).kind != SymbolKind::Record).then_some(value_type)
}

#[cfg(test)]
mod tests {
    use super::{Expected, expected, word_start};
    use crate::policy::SymbolIndex;
    use crate::source::SourceId;
    use crate::syntax::parse;

    const HEAD: &str =
        "scale 程度 { 轻 < 重 }\nrole driver\nfact 情节: 程度\nfact f of driver: 程度\noutcome o: 程度\n";

    fn at(rest: &str) -> Expected {
        let symbols = SymbolIndex::new(&parse(SourceId(0), HEAD).ast.items);
        expected(&format!("{HEAD}{rest}"), &symbols)
    }

    #[test]
    fn the_words_before_the_cursor_tell_what_is_expected() {
        let is_member = |rest: &str| matches!(at(rest), Expected::Member(_));
        for rest in [
            "if 情节 ≥ ",
            "if 情节 = ",
            "若 情节≥",
            "if f of driver > ",
            "若 driver 的 f ≥ ",
            "if 情节 < ",
            "then o ∈ <",
            "then o ∈ <轻, ",
            "则 o ∈ 《轻、",
            "if 情节 not in <轻, ",
            "given 情节 = ",
            "expect o = ",
        ] {
            assert!(is_member(rest), "{rest}: {:?}", at(rest));
        }
        for (rest, wanted) in [
            ("if f of ", Expected::Role),
            ("确保 ", Expected::Outcome),
            ("exempt ", Expected::Outcome),
            ("ensure o rises with ", Expected::Fact),
            ("给定 ", Expected::Fact),
            ("decided by ", Expected::Party),
            ("由 ", Expected::Party),
            ("adjust o by ", Expected::Any),
            ("expect adjusted by ", Expected::Clause),
            ("fact years: list of ", Expected::Type),
            ("o = 轻 overriding ", Expected::Clause),
            ("expect cites ", Expected::Clause),
            ("fact x: ", Expected::Type),
            ("fact ", Expected::Nothing),
            ("-- if 情节 = ", Expected::Nothing),
            ("label \"if 情节 = ", Expected::Nothing),
            ("", Expected::Line),
            ("  ", Expected::Line),
            ("if ", Expected::Any),
            ("if 轻, ", Expected::Any),
            ("if 未知 = ", Expected::Any),
        ] {
            assert_eq!(at(rest), wanted, "{rest}");
        }
    }

    #[test]
    fn the_word_at_the_cursor_is_found() {
        assert_eq!(word_start("if 情节"), 3);
        assert_eq!(word_start("a_b1"), 0);
        assert_eq!(word_start("if "), 3);
    }
}
