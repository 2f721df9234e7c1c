#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use super::{apply_setting, facts_from_json, facts_from_serialize};
use crate::decide::Facts;
use crate::diagnostic::{Arg, Diagnostic, Diagnostics};
use crate::policy::{Policy, check_text};
use crate::source::limits::{MAX_DIAGNOSTICS, MAX_FILE_BYTES};
use crate::source::{SourceId, SourceMap};
use std::fmt::Write as _;
use std::sync::LazyLock;

const POLICY: &str = r"
    policy reading
    scale severity { minor < major < grave }
    enum state { open, unknown, closed }
    scale 等次 { 轻微 < 较重 < 严重 }
    fact severity: severity
    fact state: state
    fact reported: bool default false
    fact 情节: 等次
    fact 主动报告: bool
    fact times: int
    fact rate: decimal
    fact loss: money
    fact paid: money default 1.00 CNY
    fact owed: money
    fact day: date
    fact term: duration
    define late = term ≥ 3 months
    define large = loss ≥ 100.00 CNY
    define unpaid = paid < owed
    fact before: money
    fact after: money
    define more = before < after
";

pub(super) fn policy() -> Policy {
    static CHECKED: LazyLock<Policy> = LazyLock::new(|| {
        let checked = check_text("reading.policy", POLICY);
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        checked.policy.unwrap()
    });
    CHECKED.clone()
}

/// One line for a diagnostic: its code, place, the text there, its arguments, labels and helps.
pub(super) fn line(diagnostic: &Diagnostic, text: &str) -> String {
    let map = SourceMap::single("facts.json", text);
    let mut line = diagnostic.code.to_string();
    if let Some(span) = diagnostic.span {
        let piece: String = map.slice(span).chars().take(50).collect();
        write!(line, " {}..{} {piece:?}", span.start, span.end).unwrap();
    }
    for (name, value) in &diagnostic.args {
        match value {
            Arg::Text(text) => write!(line, "\n    {name} = {text}").unwrap(),
            Arg::Number(number) => write!(line, "\n    {name} = {number}").unwrap(),
            Arg::Phrase(phrase) => write!(line, "\n    {name} = {}", phrase.english).unwrap(),
        }
    }
    for label in &diagnostic.labels {
        write!(line, "\n    label {} at {}..{}", label.text, label.span.start, label.span.end).unwrap();
    }
    for help in &diagnostic.help {
        write!(line, "\n    help {help}").unwrap();
    }
    line
}

pub(super) fn lines(diagnostics: &Diagnostics, text: &str) -> String {
    diagnostics.iter().map(|diagnostic| line(diagnostic, text)).collect::<Vec<_>>().join("\n")
}

fn read(text: &str) -> Result<Facts, Diagnostics> {
    facts_from_json(&policy(), SourceId(0), text)
}

/// What is said to each of these texts.
fn answers(texts: &[&str]) -> String {
    let mut report = String::new();
    for text in texts {
        let answer = match read(text) {
            Ok(facts) => format!("{:?}", facts.known()),
            Err(diagnostics) => lines(&diagnostics, text),
        };
        writeln!(report, "{text:?}\n  {}\n", answer.replace('\n', "\n  ")).unwrap();
    }
    report
}

#[test]
fn every_type_is_read_as_policies_write_it() {
    let text = "\u{FEFF}{\"severity\": \"major\", \"state\": \"unknown\", \"reported\": true, \"情节\": \"较重\",
        \"times\": -9223372036854775808, \"rate\": \"0.10\", \"loss\": \"12.50 CNY\", \"owed\": \"3 CNY\",
        \"day\": \"2024-02-29\", \"term\": \"2 years\", \"\\u4e3b动报告\": null}\r\n";
    let report = answers(&[
        text,
        "{}",
        " \n{ } ",
        r#"{"reported": null, "times": -0}"#,
        r#"{"sever\u0069ty": "maj\u006fr", "times": 1}"#,
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn what_is_not_json() {
    let report = answers(&[
        "",
        "  \n",
        "\u{FEFF}",
        "\u{FEFF}\u{FEFF}{}",
        "nonsense",
        "[]",
        "\u{FEFF}true",
        "12",
        "\"x\"",
        "null",
        "{} {}",
        "{}]",
        "{} trailing",
        "{\"times\": 1",
        "{\"times\": [1",
        "{\"times\"",
        "{\"times\":",
        "{\"times\": }",
        "{\"times\" 1}",
        "{\"times\": 1,}",
        "{\"times\": 1,, }",
        "{\"times\": [1,]}",
        "{\"times\": 1 \"rate\": \"1\"}",
        "{times: 1}",
        "{'times': 1}",
        "{\"times\": '1'}",
        "{1: 2}",
        "{\"times\": 1} // note",
        "{/* note */}",
        "{/*",
        "{\"times\": 0x10}",
        "{\"times\": +1}",
        "{\"times\": .5}",
        "{\"times\": 5.}",
        "{\"times\": 01}",
        "{\"times\": -01}",
        "{\"times\": 1e}",
        "{\"times\": -}",
        "{\"times\": NaN}",
        "{\"times\": Infinity}",
        "{\"times\": -Infinity}",
        "{\"reported\": True}",
        "{\"reported\": truely}",
        "{\"day\": \"2024-03-05}",
        "{\"day\": \"a\\qb\"}",
        "{\"day\": \"\\u12\"}",
        "{\"day\": \"\\ud800\"}",
        "{“times”：1}",
        "{\"times\"： 1}",
        "{\"severity\": \"ma\njor\", \"times\": true}",
        "{\"severity\": \"ma\tjor\"}",
        "{\u{3000}\"times\":\u{C}1}",
        "{\"severity\": \"major,\n\"times\": 1}",
        "{\"ti\nmes\": 1, \"tim\u{1}\": 2}",
        "{\"times\": 1 2}",
        "[\n1,\n2\n]",
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn names_that_do_not_fit() {
    let report = answers(&[
        r#"{"severty": "major"}"#,
        r#"{"Severity": "major"}"#,
        r#"{"": 1}"#,
        r#"{"主动报吿": true}"#,
        r#"{"chosen": {"sanction": "notice"}}"#,
        r#"{"times": 1, "times": 2}"#,
        r#"{"times": 1, "t\u0069mes": null, "times": "x"}"#,
        r#"{"nothing": 1, "nothing": 2}"#,
        r#"{"a\nb": 1}"#,
        r#"{"a_name_far_longer_than_any_message_ought_to_repeat": 1}"#,
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn values_that_do_not_fit() {
    let report = answers(&[
        r#"{"reported": "true"}"#,
        r#"{"reported": "是"}"#,
        r#"{"reported": "ture"}"#,
        r#"{"reported": 1}"#,
        r#"{"reported": []}"#,
        r#"{"主动报告": {"a": 1}}"#,
        r#"{"severity": "mjor"}"#,
        r#"{"severity": "无"}"#,
        r#"{"severity": 3}"#,
        r#"{"severity": ["major"]}"#,
        r#"{"severity": "major "}"#,
        r#"{"情节": "较种"}"#,
        r#"{"severity": "\u001b[31mmajor\"\\"}"#,
        r#"{"times": "3"}"#,
        r#"{"times": "three"}"#,
        r#"{"times": true}"#,
        r#"{"rate": true}"#,
        r#"{"rate": "1,5"}"#,
        r#"{"rate": "1e3"}"#,
        r#"{"loss": 10}"#,
        r#"{"loss": "10"}"#,
        r#"{"loss": "10 yuan"}"#,
        r#"{"day": "2023-02-29"}"#,
        r#"{"day": "2024-13-01"}"#,
        r#"{"day": "2024-3-5"}"#,
        r#"{"day": 20240305}"#,
        r#"{"term": "3 weeks"}"#,
        r#"{"term": 3}"#,
        r#"{"term": "months"}"#,
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn numbers_that_would_be_rounded() {
    let report = answers(&[
        r#"{"times": 1.0}"#,
        r#"{"times": 1e400}"#,
        r#"{"times": 1E2}"#,
        r#"{"times": 99999999999999999999}"#,
        r#"{"times": 9223372036854775808}"#,
        r#"{"rate": 1}"#,
        r#"{"rate": 0.10}"#,
        r#"{"rate": 1e400}"#,
        r#"{"rate": 0.1234567890123456789012345678901234567890123}"#,
        r#"{"rate": "0.1234567890123456789012345678901"}"#,
        r#"{"loss": "99999999999999999999999999999999.00 CNY"}"#,
        r#"{"term": "99999999999999999999 months"}"#,
        r#"{"term": "9223372036854775807 years"}"#,
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn units_that_do_not_fit() {
    let report = answers(&[
        r#"{"loss": "10.00 USD"}"#,
        r#"{"term": "3 days"}"#,
        r#"{"owed": "1 USD"}"#,
        r#"{"owed": "1 USD", "paid": "2 USD"}"#,
        r#"{"owed": "1 USD", "paid": "2 EUR", "times": 1.5}"#,
        r#"{"before": "1 USD", "after": "2 EUR"}"#,
        r#"{"before": "1 USD", "after": "2 USD"}"#,
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn all_errors_in_one_run_in_the_order_of_the_text() {
    let text = r#"{"owed": "1 USD", "paid": "2 EUR", "nobody": 1, "reported": "true", "times": 1.0, "times": 2}"#;
    let report = answers(&[text]);
    insta::assert_snapshot!(report);
    let many: Vec<String> = (0..5000).map(|count| format!("\"x{count}\": 0")).collect();
    assert_eq!(read(&format!("{{{}}}", many.join(","))).unwrap_err().len(), MAX_DIAGNOSTICS);
}

#[test]
fn limits_come_before_the_parser() {
    let deep = |count: usize| format!("{{\"times\": {}", "[".repeat(count));
    let closed = format!("{}{}}}", deep(63), "]".repeat(63));
    let in_string = format!("{{\"day\": \"{}\"}}", "[".repeat(100));
    let large = " ".repeat(MAX_FILE_BYTES + 1);
    let many = ["[".repeat(100_000), deep(64), closed, in_string, large];
    let said: Vec<String> = many.iter().map(|text| lines(&read(text).unwrap_err(), text)).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn what_serialises_is_read() {
    let facts = serde_json::json!({"times": 3, "severity": "grave", "rate": "0.5", "reported": null});
    let facts = facts_from_serialize(&policy(), &facts).unwrap();
    assert_eq!(facts.known(), read(r#"{"times": 3, "severity": "grave", "rate": "0.5"}"#).unwrap().known());
    let wrong = serde_json::json!({"times": 1.0, "severty": u64::MAX});
    insta::assert_snapshot!(lines(&facts_from_serialize(&policy(), &wrong).unwrap_err(), ""));
    let keys = std::collections::BTreeMap::from([(vec![1], 1)]);
    insta::assert_snapshot!(lines(&facts_from_serialize(&policy(), &keys).unwrap_err(), ""));
}

#[test]
fn settings() {
    let mut facts = read(r#"{"times": 1, "reported": true, "severity": "minor", "state": "open"}"#).unwrap();
    let mut report = String::new();
    for setting in [
        "severity=major",
        " 主动报告 ＝ 是 ",
        "reported=null",
        "times=unknown",
        "state=unknown",
        "state=null",
        "times=-4",
        "loss=1.5 CNY",
        "term=3个月",
        "rate=0.10",
        "day=2024-03-05",
        "severity",
        "=major",
        "severity=",
        "",
        "severty=major",
        "severity=mjor",
        "reported=True",
        "times=1.0",
        "times=1e400",
        "times=99999999999999999999",
        "times=three",
        "rate=1e3",
        "rate=0.1234567890123456789012345678901",
        "loss=10 USD",
        "day=2023-02-29",
        "chosen=major",
        "term=99999999999999999999 months",
    ] {
        let answer = apply_setting(&mut facts, setting).map_err(|diagnostic| line(&diagnostic, ""));
        let answer = answer.map_or_else(|said| said, |()| format!("{:?}", facts.known()));
        writeln!(report, "{setting:?}\n  {}\n", answer.replace('\n', "\n  ")).unwrap();
    }
    insta::assert_snapshot!(report);
    assert_eq!(apply_setting(&mut facts, &"x".repeat(MAX_FILE_BYTES + 1)).unwrap_err().code.as_str(), "E0608");
}
