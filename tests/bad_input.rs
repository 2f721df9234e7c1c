//! Texts that nobody means: the crate never panics on them, and names the fault by its code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/random.rs"]
mod random;

use policyc::diagnostic::Severity;
use policyc::lint::lint;
use policyc::policy::{check_text, check_with};
use policyc::source::SourceId;
use policyc::syntax::parse;
use proptest::prelude::*;
use random::config;

const SHIPPED: [(&str, &str); 5] = [
    ("bureau_work_fault", include_str!("../policies/bureau_work_fault.policy")),
    ("county_cadres", include_str!("../policies/county_cadres.policy")),
    ("hospital_network_security", include_str!("../policies/hospital_network_security.policy")),
    ("tipoff_handling", include_str!("../policies/tipoff_handling.policy")),
    ("public_officials", include_str!("../policies/public_officials.policy")),
];

const SOUND: &str = "scale measure { warning < fine }
fact late: bool
outcome sanction: measure combine heaviest
article 1 { if late then sanction = fine }
";

/// The codes of all that is said about a text, in its order.
fn codes(text: &str) -> Vec<&'static str> {
    check_text("regulation.policy", text).diagnostics.iter().map(|found| found.code.as_str()).collect()
}

fn errors(text: &str) -> Vec<&'static str> {
    let checked = check_text("regulation.policy", text);
    let errors = checked.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    errors.map(|found| found.code.as_str()).collect()
}

/// The codes of what is found in a policy that can run.
fn findings(text: &str) -> Vec<&'static str> {
    lint(&check_text("regulation.policy", text).policy.unwrap()).iter().map(|found| found.code.as_str()).collect()
}

/// The line of each error.
fn error_lines(text: &str) -> Vec<u32> {
    let checked = check_text("regulation.policy", text);
    let errors = checked.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    let start = |span: policyc::source::Span| usize::try_from(span.start).unwrap();
    let source = checked.sources.get(SourceId::default()).unwrap();
    errors.filter_map(|found| found.span).map(|span| source.position(start(span)).line).collect()
}

#[test]
fn a_sound_text_is_accepted() {
    assert_eq!(codes(SOUND), [""; 0]);
}

#[test]
fn texts_without_content() {
    for text in ["", " ", "\n\n\t", "\u{FEFF}", "-- only a remark", "{- only\na remark -}\n", ";;。"] {
        assert_eq!(codes(text), ["E0113"], "{text:?}");
    }
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_are_harmless() {
    assert_eq!(codes(&format!("\u{FEFF}{SOUND}")), [""; 0]);
    assert_eq!(codes(&SOUND.replace('\n', "\r\n")), [""; 0]);
    assert_eq!(codes(&format!("\u{FEFF}{}", SOUND.replace('\n', "\r\n"))), [""; 0]);
}

#[test]
fn a_byte_order_mark_inside_the_text_is_invisible() {
    assert_eq!(codes(&SOUND.replace("fact late", "fact \u{FEFF}late")), ["E0105"]);
}

#[test]
fn control_characters() {
    assert_eq!(codes(&SOUND.replace("fine }\nfact", "fine }\rfact")), ["E0106"], "a lone carriage return");
    for control in ['\0', '\u{1}', '\u{1B}', '\u{7F}', '\u{85}'] {
        assert_eq!(codes(&SOUND.replace("fact late", &format!("fact {control}late"))), ["E0106"], "{control:?}");
        assert_eq!(codes(&format!("-- re{control}mark\n{SOUND}")), ["E0106"], "{control:?} in a comment");
        assert_eq!(
            codes(&SOUND.replace("bool\n", &format!("bool \"la{control}te\"\n"))),
            ["E0106"],
            "{control:?} in text"
        );
    }
}

#[test]
fn characters_that_deceive_the_eye() {
    for hidden in ['\u{202E}', '\u{2066}', '\u{200B}', '\u{200D}', '\u{2060}', '\u{00AD}', '\u{061C}', '\u{E0041}'] {
        assert_eq!(codes(&SOUND.replace("fact late", &format!("fact la{hidden}te"))), ["E0105"], "{hidden:?}");
        assert_eq!(codes(&format!("-- re{hidden}mark\n{SOUND}")), ["E0105"], "{hidden:?} in a comment");
        assert_eq!(codes(&format!("{{- re{hidden}mark -}}\n{SOUND}")), ["E0105"], "{hidden:?} in a comment");
        assert_eq!(
            codes(&SOUND.replace("bool\n", &format!("bool \"la{hidden}te\"\n"))),
            ["E0105"],
            "{hidden:?} in text"
        );
    }
}

#[test]
fn decomposed_full_width_and_look_alike_names() {
    assert_eq!(codes("fact cafe\u{301}: bool\n"), ["E0108"]);
    assert_eq!(codes("fact caf\u{E9}: bool\n"), [""; 0]);
    let full_width = codes("fact \u{FF4C}\u{FF41}te: bool\n");
    assert!(!full_width.is_empty() && full_width.iter().all(|code| *code == "E0107"), "{full_width:?}");
    assert!(findings(&format!("{SOUND}fact l\u{430}te: bool\n")).contains(&"C0001"), "Cyrillic а beside Latin a");
    assert!(errors(&SOUND.replace("if late", "if l\u{430}te")).contains(&"E0301"), "used, but not declared");
    assert!(findings("fact 已报告: bool\nfact 己报告: bool\n").contains(&"C0001"), "已 beside 己");
}

#[test]
fn nesting_is_counted_before_anything_recurses() {
    for deep in ["(", "not ", "{", "（", "非 ", "- "] {
        let text = SOUND.replace("if late", &format!("if {}late", deep.repeat(100_000)));
        assert!(codes(&text).contains(&"E0109"), "100,000 × {deep:?}: {:?}", codes(&text).first());
    }
    assert_eq!(codes(&"(".repeat(100_000)), ["E0109"]);
    assert_eq!(codes(&"article 1 {".repeat(100_000)), ["E0109"]);
    assert_eq!(codes(&SOUND.replace("if late", &format!("if {}late{}", "(".repeat(60), ")".repeat(60)))), [""; 0]);
}

#[test]
fn a_line_of_seventy_thousand_columns() {
    let more = "or late ".repeat(8_800);
    let line = format!("if late {more}then sanction = fine");
    assert!(line.chars().count() > 70_000);
    assert_eq!(codes(&SOUND.replace("if late then sanction = fine", &line)), [""; 0]);
    let wrong = line.replace("then sanction", "then sanctoin");
    let checked = check_text("regulation.policy", &SOUND.replace("if late then sanction = fine", &wrong));
    let found = checked.diagnostics.iter().next().unwrap();
    assert_eq!((found.code.as_str(), checked.sources.slice(found.span.unwrap())), ("E0309", "sanctoin"));
}

#[test]
fn quotes_and_comments_that_are_never_closed() {
    let lines = "fact late: bool\n".repeat(4_999);
    let text = format!("policy conduct \"never closed\u{20}\n{}", "-- remark\n".repeat(4_999));
    assert_eq!((codes(&text), error_lines(&text)), (vec!["E0111"], vec![1]));
    let text = format!("{{- never closed\n{lines}");
    assert_eq!((codes(&text), error_lines(&text)), (vec!["E0112"], vec![1]));
    assert_eq!(codes("policy conduct “never closed\n"), ["E0111"]);
}

#[test]
fn numbers_dates_and_names_beyond_their_limits() {
    let with = |condition: &str| {
        errors(&format!("{SOUND}fact days: int\nfact day: date\nif {condition} then sanction = fine\n"))
    };
    assert_eq!(with("days > 9223372036854775807"), [""; 0]);
    assert_eq!(with("days > 9223372036854775808"), ["E0207"]);
    assert_eq!(with(&format!("days > {}", "9".repeat(10_000))), ["E0207"]);
    assert_eq!(with("day > 2024-02-29"), [""; 0]);
    assert_eq!(with("day > 2026-02-30"), ["E0208"]);
    assert_eq!(with("day > 2026-13-01"), ["E0208"]);
    assert_eq!(errors(&format!("fact {}: bool\n", "a".repeat(256))), [""; 0]);
    assert_eq!(errors(&format!("fact {}: bool\n", "a".repeat(257))), ["E0110"]);
    assert_eq!(errors("article 100000 { missing \"all of it\" }\n"), ["E0212"]);
    assert_eq!(errors("article 0 { missing \"all of it\" }\n"), ["E0212"]);
}

/// Cuts a shipped regulation off at every 37th byte.
#[track_caller]
fn survives_truncation((name, text): (&str, &str)) {
    // As many cuts for a long text as for a short one; an odd step meets every column in time.
    let step = (text.len() / 400) | 1;
    for end in (0..text.len()).step_by(step).filter(|end| text.is_char_boundary(*end)) {
        let checked = check_text(name, &text[..end]);
        for span in checked.diagnostics.iter().filter_map(|found| found.span) {
            assert!(text[..end].get(span.range()).is_some(), "{name} cut at {end}: {span:?}");
        }
    }
}

// One test for each, so that they run side by side.
#[test]
fn a_truncated_bureau_work_fault_never_panics() {
    survives_truncation(SHIPPED[0]);
}

#[test]
fn a_truncated_county_cadres_never_panics() {
    survives_truncation(SHIPPED[1]);
}

#[test]
fn a_truncated_hospital_network_security_never_panics() {
    survives_truncation(SHIPPED[2]);
}

#[test]
fn a_truncated_tipoff_handling_never_panics() {
    survives_truncation(SHIPPED[3]);
}

#[test]
fn a_truncated_public_officials_never_panics() {
    survives_truncation(SHIPPED[4]);
}

#[test]
fn shipped_regulations_are_accepted() {
    for (name, text) in SHIPPED {
        assert_eq!(errors(text), [""; 0], "{name}");
    }
}

/// Pieces of the language in no order at all, which get further into the parser than random bytes do.
fn word_salad() -> impl Strategy<Value = String> {
    let words = [
        "if",
        "then",
        "not",
        "and",
        "or",
        "article",
        "1",
        "(1)",
        "{",
        "}",
        "(",
        ")",
        "<",
        ">",
        "=",
        "≥",
        "late",
        "sanction",
        "fine",
        "fact",
        ":",
        "bool",
        "outcome",
        "scale",
        "\"",
        "“",
        "--",
        "{-",
        "-}",
        "\n",
        "exempt",
        "adjust",
        "by",
        "若",
        "则",
        "第三条",
        "（一）",
        "任一",
        "any",
        "overriding",
        "3(1)",
        "2026-02-30",
        "1.5 CNY",
        "test",
        "given",
        "expect",
        ";",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn random_bytes_never_panic_and_always_read_the_same(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        let (first, second) = (parse(SourceId::default(), &text), parse(SourceId::default(), &text));
        prop_assert_eq!(first.diagnostics, second.diagnostics);
        prop_assert_eq!(first.ast.items, second.ast.items);
        let _ = check_text("regulation.policy", &text);
    }

    #[test]
    fn words_in_any_order_never_panic_and_always_read_the_same(text in word_salad()) {
        let (first, second) = (check_text("a", &text), check_text("a", &text));
        prop_assert_eq!(first.diagnostics, second.diagnostics);
    }
}

proptest! {
    #![proptest_config(config(60))]

    /// One error planted at the end is still reported when some line before it is lost.
    #[test]
    fn a_lost_line_never_hides_all_other_errors(regulation in 0..SHIPPED.len(), line in any::<prop::sample::Index>()) {
        let (name, text) = SHIPPED[regulation];
        let lines: Vec<&str> = text.lines().collect();
        let lost = line.index(lines.len());
        let kept: Vec<&str> = lines.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, line)| *line).collect();
        let planted = format!("{}\nfact planted: bol\nfact also_planted: bool default 3\n", kept.join("\n"));
        let found = errors(&planted);
        let seen = found.contains(&"E0310") || found.contains(&"E0410");
        prop_assert!(seen, "{name} without line {}: {:?} hides the planted errors: {found:?}", lost + 1, lines[lost]);
    }
}

/// Pieces of paths, harmless and not.
fn path_like() -> impl Strategy<Value = String> {
    let pieces = [
        "..", ".", "/", "//", "a.policy", "sub", "b.policy", "\\\\", "C:", "~", " ", "制度", "%2e%2e", "\u{0}",
        "\u{202E}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat())
}

/// JSON of any shape with names that mean something here and there.
fn facts_like() -> impl Strategy<Value = serde_json::Value> {
    let words =
        ["driver", "leader", "careless", "history", "kind", "as_of", "chosen", "persons", "sanction of driver", "none"];
    let words = move || prop::sample::select(words.to_vec()).prop_map(str::to_owned);
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        words().prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::from),
            prop::collection::vec((words(), inner), 0..6)
                .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn no_path_leads_out(path in path_like(), nested in path_like()) {
        let texts = std::collections::BTreeMap::from([
            ("top/root.policy".to_owned(), format!("use \"{path}\" body x")),
            ("top/sub/b.policy".to_owned(), format!("use \"{nested}\" body b")),
            ("top/a.policy".to_owned(), "use \"sub/b.policy\" body a".to_owned()),
            ("a.policy".to_owned(), "body outside".to_owned()),
        ]);
        let root = check_with(&texts, "top/root.policy");
        for source in root.sources.iter() {
            prop_assert!(source.name().starts_with("top/"), "{}", source.name());
        }
    }

    #[test]
    fn facts_of_any_shape_never_panic(facts in facts_like()) {
        let text = "scale measure { warning < removal } role driver role leader
            record past { kind: measure, driver: int } fact careless of driver: bool fact history of driver: list of past
            outcome sanction of driver: measure if careless of driver then sanction of driver = warning";
        let policy = check_text("roles.policy", text).policy.unwrap();
        let facts = serde_json::json!({ "driver": facts.clone(), "leader": facts.clone(), "chosen": facts.clone(), "persons": facts });
        if let Ok(facts) = policyc::decide::facts_from_serialize(&policy, &facts) {
            let _ = policyc::decide(&policy, &facts);
        }
    }
}
