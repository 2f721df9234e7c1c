//! Interviews without a terminal: answers by line, and lines of JSON.

use super::OFFICE;
use super::command::run;
use std::fs;
use tempfile::TempDir;

fn office() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("office.policy"), OFFICE).unwrap();
    folder
}

/// An interview with its answers, as a reader would see it.
fn interview(folder: &TempDir, arguments: &[&str], answers: &str) -> String {
    let (code, out, err) = run(folder.path(), &[&["ask", "office.policy"][..], arguments].concat(), answers);
    let out = if out.is_empty() { out } else { format!("--- standard output\n{out}") };
    format!("{err}{out}--- exit code {code}\n")
}

#[test]
fn answers_come_by_line() {
    let folder = office();
    let answers = "1\n3\n20\n1\n2\n1.00 EUR\n30\n2\n?\n<\n2024-02-30\n2023-12-30\n11 days\n";
    insta::assert_snapshot!("by_line", interview(&folder, &[], answers));
    insta::assert_snapshot!("by_line_chinese", interview(&folder, &["--lang", "zh"], "2\n9\n3\n\n<\n"));
}

#[test]
fn what_was_answered_is_kept_and_gone_on_with() {
    let folder = office();
    let kept = || fs::read_to_string(folder.path().join("case.json")).unwrap();
    // The input ends in the middle.
    let first = interview(&folder, &["--save", "case.json"], "2\n3\n300.00\nmajor\n");
    assert!(first.ends_with("the facts are in case.json\n--- exit code 3\n"), "{first}");
    assert_eq!(
        kept(),
        "{\n  \"severity\": \"major\",\n  \"loss\": \"300.00 CNY\",\n  \"driver\": {\n    \"history\": []\n  }\n}\n"
    );
    let second = interview(&folder, &["--save", "case.json"], "9\n");
    assert!(!second.contains("history of driver:"), "{second}");
    assert!(kept().contains("\"trips\": 9"), "{}", kept());
    // A file that cannot be kept is said so, and nothing is half written.
    let refused = interview(&folder, &["--save", "no/such/folder.json"], "2\n");
    assert!(refused.contains("no/such/folder.json cannot be written"), "{refused}");
    assert!(refused.ends_with("--- exit code 2\n"), "{refused}");
}

#[test]
fn faulty_input_is_told() {
    let folder = office();
    fs::write(folder.path().join("bad.json"), "{\"severity\": 3, \"x\": 1}").unwrap();
    insta::assert_snapshot!(
        "faulty",
        [
            interview(&folder, &["--facts", "bad.json"], ""),
            interview(&folder, &["--facts", "-"], "{}"),
            interview(&folder, &["--set", "severity=minor", "--set", "trips=x"], ""),
        ]
        .join("\n")
    );
}

#[test]
fn no_label_reaches_the_terminal_raw() {
    let folder = TempDir::new().unwrap();
    // The checker refuses such characters in the text; a facts file may hold them all the same.
    let text = "policy p \"<b>p</b>\"\nscale measure { a \"]]>\" < b }\nrecord past { note: measure, size: int }
fact xs: list of past \"`*_\"\noutcome sanction: measure\narticle 1 { if exists xs where size > 1 and note = a then sanction = a }";
    fs::write(folder.path().join("office.policy"), text).unwrap();
    fs::write(folder.path().join("f.json"), "{\"xs\": [{\"size\": 3}, {\"size\": 5}], \"as_of\": null}").unwrap();
    let answers = "\u{1b}[31m\n\u{202e}\n2\n1\n";
    let shown = interview(&folder, &["--facts", "f.json"], answers);
    assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'), "{shown}");
    assert!(shown.contains("]]>") && shown.contains("\"size\": 5") || shown.contains("\"size\":5"), "{shown}");
    let (_, out, _) =
        run(folder.path(), &["ask", "office.policy", "--json"], "{\"answer\": \"\u{202e}\u{7f}\"}\n\u{1b}\n");
    assert!(out.lines().count() == 3 && !out.contains(['\u{1b}', '\u{202e}', '\u{7f}']), "{out}");
}

#[test]
fn each_line_of_json_gets_one_line() {
    let folder = office();
    let lines = [
        "{\"answer\": []}",
        "{\"answer\": 1, \"answer\": 2}",
        "{\"answer\": [{\"kind\": \"review\", \"kind\": \"review\"}], \"to\": \"history of driver\"}",
        "[1]",
        "{}",
        "{\"back\": false}",
        "{\"answer\": 1.5, \"to\": \"trips\"}",
        "{\"answer\": 99999999999999999999, \"to\": \"trips\"}",
        "{\"answer\": 1, \"to\": \"trip\"}",
        "",
        "{\"answer\": 11, \"to\": \"trips\"}",
        "{\"back\": true}",
        "{\"end\": true}",
        "{\"answer\": 12, \"to\": \"trips\"}",
    ];
    let (code, out, err) = run(folder.path(), &["ask", "office.policy", "--json"], &lines.join("\n"));
    assert_eq!((code, err.as_str()), (3, ""));
    let replies: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        replies.len(),
        12,
        "the first question, and a reply to each line but the empty one and those from the end on"
    );
    let refused: Vec<bool> = replies.iter().map(|reply| reply["refused"].is_array()).collect();
    assert_eq!(refused, [false, false, true, true, true, true, true, true, true, true, false, false]);
    assert_eq!(replies[10]["facts"]["trips"], 11);
    assert!(replies[11]["facts"]["trips"].is_null());
    // Bytes that are no text, and a line without end.
    let (code, out, _) = run(folder.path(), &["ask", "office.policy", "--json"], "{\"answer\": \"\u{0}");
    assert_eq!((code, out.lines().count()), (3, 2));
}
