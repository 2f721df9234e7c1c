//! Logs and histories that cannot be read: every fault once, at its place.

use crate::case::{Office, office};
use crate::support::listed;
use policyc::decide::{history_from_json, log_from_json};
use policyc::diagnostic::Catalogue;
use policyc::source::SourceId;
use policyc::{Diagnostics, Language};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

fn handling() -> Office {
    office(
        "article 1 {
           duty report { must public }
           right be_heard { before decide }
           procedure handling { step open by office step decide by county after open checks <facts_clear> quorum 2 }
           effect of sanction of driver = warning bars promotion for 6 months
         }",
    )
}

fn log_faults(text: &str) -> String {
    match log_from_json(&handling().0, None, SourceId(1), text) {
        Ok(file) => listed(&file.warnings, text),
        Err(found) => listed(&found, text),
    }
}

fn history_faults(text: &str) -> String {
    match history_from_json(&handling().0, SourceId(1), text) {
        Ok(_) => String::new(),
        Err(found) => listed(&found, text),
    }
}

#[test]
fn each_fault_of_a_log_is_one_message_at_its_place() {
    let entries = |entries: &str| format!("{{ \"entries\": [{entries}] }}");
    let table = [
        (r#"{"step": "open", "on": "2024-03-05"}"#, ""),
        (r#"{"step": "open", "on": "2024-03-05", "by": null, "note": "x"}"#, ""),
        (r#"{"step": "opne", "on": "2024-03-05"}"#, r#"E0804 "\"opne\"""#),
        (r#"{"step": "be_heard", "on": "2024-03-05"}"#, r#"E0804 "\"be_heard\"""#),
        (r#"{"step": "open", "on": "2024-03-05"}, {"step": "open", "on": "2024-03-06"}"#, r#"E0805 "\"open\"""#),
        (r#"{"step": "open", "on": "2024-03-05", "by": "ofice"}"#, r#"E0806 "\"ofice\"""#),
        (r#"{"step": "open", "on": "2024-03-05", "consent": ["driver", "reporter"]}"#, r#"E0806 "\"reporter\"""#),
        (r#"{"step": "decide", "on": "2024-03-05", "checks": ["clear"]}"#, r#"E0807 "\"clear\"""#),
        (r#"{"step": "open", "on": "2024-02-30"}"#, r#"E0808 "\"2024-02-30\"""#),
        (r#"{"step": "open", "on": "2024-03-05T10:00"}"#, r#"E0808 "\"2024-03-05T10:00\"""#),
        (r#"{"right": "report", "on": "2024-03-05"}"#, r#"E0809 "\"report\"""#),
        (r#"{"right": "be_heard", "on": "2024-03-05", "present": 2}"#, r#"E0801 "2""#),
        (r#"{"step": "open", "right": "be_heard", "on": "2024-03-05"}"#, r#"E0801 "\"be_heard\"""#),
        (r#"{"on": "2024-03-05"}"#, r#"E0801 "{""#),
        (r#"{"step": "open"}"#, r#"E0801 "{""#),
        (r#"{"step": "open", "on": 20240305}"#, r#"E0801 "20240305""#),
        (r#"{"step": "open", "date": "2024-03-05", "on": "2024-03-05"}"#, r#"E0801 "\"date\"""#),
        (r#"{"step": "open", "on": "2024-03-05", "on": "2024-03-06"}"#, r#"E0801 "\"on\"""#),
        (r#"{"step": "decide", "on": "2024-03-05", "present": 2.5}"#, r#"E0801 "2.5""#),
        (r#"{"step": "decide", "on": "2024-03-05", "present": -1}"#, r#"E0801 "-1""#),
        (r#""open""#, r#"E0801 "\"open\"""#),
        (
            r#"{"step": "open", "on": "2024-03-05"}, {"step": "decide", "on": "2023-03-20"}"#,
            r#"E0810 "\"2023-03-20\"""#,
        ),
    ];
    for (text, wanted) in table {
        assert_eq!(log_faults(&entries(text)), wanted, "{text}");
    }
    assert_eq!(log_faults("{}"), r#"E0801 "{""#);
    assert_eq!(log_faults(r#"{"entries": {}}"#), r#"E0801 "{}""#);
    assert_eq!(log_faults(r#"{"entries": [], "procedure": "handlng"}"#), r#"E0802 "\"handlng\"""#);
    assert_eq!(log_faults("[]"), r#"E0601 "[""#);
}

#[test]
fn a_log_names_its_procedure_where_there_are_several() {
    let two =
        office("article 1 { procedure handling { step open step decide } procedure appeal { step open step judge } }");
    let found = |procedure: Option<&str>, text: &str| {
        let procedure = procedure.map(|name| policyc::decide::procedure_named(&two.0, name).unwrap());
        match log_from_json(&two.0, procedure, SourceId(1), text) {
            Ok(file) => two.0.procedures()[file.procedure.index()].name.clone(),
            Err(found) => listed(&found, text),
        }
    };
    assert_eq!(found(None, r#"{"entries": []}"#), r#"E0803 "{""#);
    assert_eq!(found(None, r#"{"procedure": "appeal", "entries": []}"#), "appeal");
    assert_eq!(found(Some("appeal"), r#"{"entries": []}"#), "appeal");
    assert_eq!(found(Some("appeal"), r#"{"procedure": "appeal", "entries": []}"#), "appeal");
    assert_eq!(found(Some("appeal"), r#"{"procedure": "handling", "entries": []}"#), r#"E0803 "\"handling\"""#);
    let elsewhere = r#"{"procedure": "appeal", "entries": [{"step": "decide", "on": "2024-03-05"}]}"#;
    assert_eq!(found(None, elsewhere), r#"E0804 "\"decide\"""#);
    let none = office("if grave then sanction of driver = warning");
    let found = log_from_json(&none.0, None, SourceId(1), r#"{"entries": []}"#).unwrap_err();
    assert_eq!(found.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["E0803"]);
}

#[test]
fn all_faults_of_a_log_are_reported_in_one_run() {
    let text = r#"{ "procedur": "handling", "entries": [
        { "step": "opne", "on": "2024-03-05", "by": "office" },
        { "step": "decide", "on": "2024-13-05", "by": ["cuonty", 3], "checks": ["facts_claer"], "present": "two" },
        { "right": "be_herd", "on": "yesterday" },
        7
    ] }"#;
    assert_eq!(
        log_faults(text),
        [
            r#"E0801 "\"procedur\"""#,
            r#"E0804 "\"opne\"""#,
            r#"E0808 "\"2024-13-05\"""#,
            r#"E0806 "\"cuonty\"""#,
            r#"E0801 "3""#,
            r#"E0807 "\"facts_claer\"""#,
            r#"E0801 "\"two\"""#,
            r#"E0809 "\"be_herd\"""#,
            r#"E0808 "\"yesterday\"""#,
            r#"E0801 "7""#,
        ]
        .join(", ")
    );
}

#[test]
fn each_fault_of_a_history_is_one_message_at_its_place() {
    let decision = r#"{"outcome": "sanction of driver", "value": "warning", "on": "2024-03-05"}"#;
    let table = [
        (decision.to_owned(), String::new()),
        (decision.replace("warning", "none"), String::new()),
        (decision.replace("warning", "wraning"), r#"E0903 "\"wraning\"""#.to_owned()),
        (decision.replace("\"warning\"", "3"), r#"E0903 "3""#.to_owned()),
        (decision.replace("\"warning\"", "[]"), r#"E0903 "[]""#.to_owned()),
        (decision.replace("sanction of driver", "sanction"), r#"E0902 "\"sanction\"""#.to_owned()),
        (decision.replace("2024-03-05", "2023-02-29"), r#"E0904 "\"2023-02-29\"""#.to_owned()),
        (decision.replace("\"on\"", "\"date\""), r#"E0901 "{", E0901 "\"date\"""#.to_owned()),
        (format!("{decision}, {decision}"), r#"E0905 "{""#.to_owned()),
        ("null".to_owned(), r#"E0901 "null""#.to_owned()),
    ];
    for (text, wanted) in table {
        assert_eq!(history_faults(&format!("{{\"decisions\": [{text}]}}")), wanted, "{text}");
    }
    assert_eq!(history_faults("{}"), r#"E0901 "{""#);
}

#[test]
fn messages_about_json_say_what_is_not_json() {
    let message = |found: Diagnostics, language| Catalogue::new(language).message(found.iter().next().unwrap());
    let policy = handling().0;
    let log = || log_from_json(&policy, None, SourceId(1), "{,}").unwrap_err();
    let history = || history_from_json(&policy, SourceId(1), "").unwrap_err();
    assert!(message(log(), Language::English).starts_with("the log is not JSON"));
    assert!(message(log(), Language::Chinese).starts_with("日志不是有效的 JSON"));
    assert!(message(history(), Language::English).starts_with("the history is not JSON"));
    assert!(message(history(), Language::Chinese).starts_with("处理历史不是有效的 JSON"));
}

/// A sound log or history with some characters replaced, dropped or doubled.
fn damaged(sound: &'static str) -> impl Strategy<Value = String> {
    let damage =
        (0..sound.len(), 0_usize..4, prop::sample::select(vec!['"', '{', '}', '[', ']', ',', ':', '0', 'é', ' ']));
    proptest::collection::vec(damage, 0..4).prop_map(move |damages| {
        let mut text: Vec<char> = sound.chars().collect();
        for (at, kind, other) in damages {
            let at = at.min(text.len().saturating_sub(1));
            match kind {
                0 => text.insert(at, other),
                1 => text[at] = other,
                2 if text.len() > 1 => drop(text.remove(at)),
                _ => text.insert(at, text[at]),
            }
        }
        text.into_iter().collect()
    })
}

fn assert_complaints(found: &Diagnostics, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(!found.is_empty());
    for complaint in found {
        let span = complaint.span.expect("a place");
        prop_assert!(text.get(span.range()).is_some(), "{complaint:?}");
        for language in [Language::English, Language::Chinese] {
            let message = Catalogue::new(language).message(complaint);
            prop_assert!(!message.contains("{$"), "{message}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_damaged_log_is_read_or_its_faults_are_placed(text in damaged(
        r#"{ "entries": [{ "step": "open", "on": "2024-03-05", "by": ["office"], "present": 2, "checks": [] }] }"#,
    )) {
        if let Err(found) = log_from_json(&handling().0, None, SourceId(1), &text) {
            assert_complaints(&found, &text)?;
        }
    }

    #[test]
    fn a_damaged_history_is_read_or_its_faults_are_placed(text in damaged(
        r#"{ "decisions": [{ "outcome": "sanction of driver", "value": "warning", "on": "2024-03-05" }] }"#,
    )) {
        if let Err(found) = history_from_json(&handling().0, SourceId(1), &text) {
            assert_complaints(&found, &text)?;
        }
    }
}

#[test]
fn a_log_above_the_limits_is_refused() {
    let deep = format!("{{\"entries\": {}{}}}", "[".repeat(100), "]".repeat(100));
    assert!(log_faults(&deep).starts_with("E0608"));
    let large = format!("{{\"entries\": [{}]}}", " ".repeat(policyc::source::limits::MAX_FILE_BYTES));
    assert!(log_faults(&large).starts_with("E0608"));
    let many = vec!["7"; 2 * policyc::source::limits::MAX_DIAGNOSTICS].join(",");
    let found = log_from_json(&handling().0, None, SourceId(1), &format!("{{\"entries\": [{many}]}}")).unwrap_err();
    assert_eq!(found.len(), policyc::source::limits::MAX_DIAGNOSTICS);
}
