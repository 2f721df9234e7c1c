#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use super::tests::policy;
use super::{apply_setting, facts_from_json};
use crate::decide::Facts;
use crate::source::SourceId;
use proptest::prelude::*;
use serde::de::IgnoredAny;

/// Pieces from which nearly every kind of mistake can be composed.
fn json_like() -> impl Strategy<Value = String> {
    let pieces = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"times\"",
        "\"情节\"",
        "\"",
        "\\",
        "\\u00",
        "e9",
        "'",
        "0",
        "-",
        "1",
        ".5",
        "e",
        "+",
        "true",
        "null",
        "nul",
        " ",
        "\n",
        "\t",
        "\u{B}",
        "\u{3000}",
        "\u{1}",
        "//",
        "/*",
        "*/",
        "é",
        "\u{FEFF}",
        "_",
        "$",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
}

/// Correct facts with one piece put in, or in place of a few characters.
fn nearly_json() -> impl Strategy<Value = String> {
    let facts: Vec<char> =
        r#"{"times": -120, "day": "2024-03-05", "情节":"\u8f7b微", "rate":[1.5e3,{}]}"#.chars().collect();
    let length = facts.len();
    (json_like(), 0..length, 0..3_usize).prop_map(move |(piece, at, dropped)| {
        let before = facts.iter().take(at);
        let piece: Vec<char> = piece.chars().take(3).collect();
        before.chain(&piece).chain(facts.iter().skip(at + dropped)).collect()
    })
}

proptest! {
    #[test]
    fn exactly_the_objects_of_json_are_read(text in prop_oneof![json_like(), nearly_json()]) {
        let policy = policy();
        let said = facts_from_json(&policy, SourceId(0), &text);
        let is_syntax = said.as_ref().is_err_and(|said| said.iter().any(|one| one.code.as_str() == "E0601"));
        let bare = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        let is_object = serde_json::from_str::<IgnoredAny>(bare).is_ok() && bare.trim_start().starts_with('{');
        prop_assert_eq!(!is_syntax, is_object, "{}", text);
        for diagnostic in said.err().into_iter().flatten() {
            let span = diagnostic.span.unwrap();
            prop_assert!(text.get(span.range()).is_some());
        }
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,60}", setting in "(times|day|term|loss|情节)=\\PC{0,20}") {
        let policy = policy();
        let _ = facts_from_json(&policy, SourceId(0), &text);
        let _ = facts_from_json(&policy, SourceId(0), &format!("{{\"day\": \"{text}\"}}"));
        let _ = apply_setting(&mut Facts::new(&policy), &setting);
    }
}
