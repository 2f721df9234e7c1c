//! What a person sees of `policyc procedure` and `policyc effects`.

use crate::command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const OFFICE: &str = include_str!("office.policy");

const LOG: &str = r#"{ "note": "case 17", "entries": [
  { "step": "investigate", "on": "2024-03-05", "by": "office" },
  { "step": "review", "on": "2024-03-12", "by": "office", "checks": ["facts_clear"] },
  { "right": "be_heard", "on": "2024-03-14" },
  { "step": "decide", "on": "2024-05-02", "by": ["county"], "present": 1 }
] }
"#;

const HISTORY: &str = r#"{ "person": "Li Ming", "decisions": [
  { "outcome": "sanction of driver", "value": "warning", "on": "2022-02-01", "reference": "No. 3" },
  { "outcome": "sanction of driver", "value": "warning", "on": "2024-01-10", "reference": "No. 7" },
  { "outcome": "sanction of driver", "value": "demotion", "on": "2024-03-05", "reference": "No. 12" },
  { "outcome": "sanction of driver", "value": "removal", "on": "2025-03-05" }
] }
"#;

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("office.policy", OFFICE);
    write("log.json", LOG);
    write("history.json", HISTORY);
    write("holidays.txt", "years 2024\noff 2024-05-01..2024-05-05\nwork 2024-04-28\n");
    folder
}

/// A command as a reader of a manual would see it.
fn transcript(folder: &Path, command: &str) -> String {
    command::transcript(folder, &command.split_whitespace().collect::<Vec<_>>())
}

fn transcripts(commands: &[&str]) -> String {
    let folder = folder();
    commands.iter().map(|command| transcript(folder.path(), command)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_log_is_measured() {
    insta::assert_snapshot!(transcripts(&[
        "procedure office.policy --log log.json --as-of 2024-05-20 --procedure accountability --holidays holidays.txt",
        "procedure office.policy --log log.json --as-of 2024-05-20 --procedure accountability --holidays holidays.txt --lang zh",
        "procedure office.policy --log log.json --as-of 2024-03-13 --procedure accountability --holidays holidays.txt",
        "procedure office.policy --log log.json --as-of 2024-04-28 --procedure accountability --holidays holidays.txt --lang zh",
    ]));
}

#[test]
fn a_report_is_json_for_programs() {
    let arguments = "procedure office.policy --log log.json --as-of 2024-05-20 --procedure accountability \
                     --holidays holidays.txt --format json";
    insta::assert_snapshot!(transcripts(&[arguments]));
}

#[test]
fn what_is_not_known_ends_with_3() {
    let folder = folder();
    let log = r#"{"procedure": "complaint", "entries": [{"step": "answer", "on": "2024-03-11"}]}"#;
    fs::write(folder.path().join("complaint.json"), log).unwrap();
    fs::write(folder.path().join("facts.json"), r#"{"received_on": "2024-03-01"}"#).unwrap();
    let run = |command: &str| transcript(folder.path(), command);
    insta::assert_snapshot!(
        [
            run("procedure office.policy --log complaint.json --as-of 2024-05-20 --holidays holidays.txt"),
            run("procedure office.policy --log complaint.json --as-of 2024-05-20 --holidays holidays.txt --lang zh"),
            run("procedure office.policy --log complaint.json --as-of 2024-05-20 --holidays holidays.txt --facts facts.json"),
        ]
        .join("\n")
    );
}

#[test]
fn effects_are_told_with_their_decisions() {
    insta::assert_snapshot!(transcripts(&[
        "effects office.policy --history history.json --as-of 2024-05-20",
        "effects office.policy --history history.json --as-of 2024-05-20 --lang zh",
        "effects office.policy --history history.json --as-of 2022-01-01",
        "effects office.policy --history history.json --as-of 2040-01-01 --lang zh",
        "effects office.policy --history history.json --as-of 2024-05-20 --format json",
    ]));
}

#[test]
fn bad_input_is_named_and_ends_with_2() {
    let folder = folder();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "bad.json",
        r#"{ "procedure": "accountability", "entries": [
  { "step": "investigat", "on": "2024-02-30" },
  { "step": "decide", "on": "2024-03-05", "by": "conty", "checks": ["facts_clear"] },
  { "right": "be_herd", "on": "2024-03-05" },
  { "step": "decide", "on": "2023-03-05" }
] }
"#,
    );
    write(
        "backwards.json",
        &LOG.replace("2024-03-12", "2023-03-12").replace("\"note\"", "\"procedure\": \"accountability\", \"note\""),
    );
    write(
        "past.json",
        r#"{ "decisions": [
  { "outcome": "sanction", "value": "warning", "on": "2024-03-05" },
  { "outcome": "sanction of driver", "value": "wraning", "on": "5.3.2024" }
] }
"#,
    );
    let run = |command: &str| transcript(folder.path(), command);
    insta::assert_snapshot!(
        [
            run("procedure office.policy --log bad.json --as-of 2024-05-20 --holidays holidays.txt"),
            run("procedure office.policy --log bad.json --as-of 2024-05-20 --holidays holidays.txt --lang zh"),
            run("procedure office.policy --log log.json --as-of 2024-05-20"),
            run("procedure office.policy --log log.json --as-of 2024-05-20 --procedure acountability"),
            run("procedure office.policy --log log.json --as-of 2024-05-20 --procedure accountability"),
            run("procedure office.policy --log backwards.json --as-of 2024-03-01 --holidays holidays.txt"),
            run("procedure office.policy --log missing.json --as-of 2024-05-20"),
            run("effects office.policy --history past.json --as-of 2024-05-20"),
            run("effects office.policy --history past.json --as-of 2024-05-20 --lang zh"),
            run("effects office.policy --history log.json --as-of 2024-05-20"),
        ]
        .join("\n")
    );
    for command in [
        "procedure office.policy --log log.json",
        "effects office.policy --history history.json",
        "effects office.policy --history history.json --as-of yesterday",
        "procedure office.policy --log log.json --as-of 2024-02-30",
    ] {
        let (code, out, err) = command::run(folder.path(), &command.split_whitespace().collect::<Vec<_>>(), "");
        assert_eq!((code, out.as_str()), (2, ""), "{command}");
        assert!(err.contains("--as-of"), "{command}: {err}");
    }
}

#[test]
fn tests_say_how_steps_duties_and_effects_came_out() {
    let folder = folder();
    fs::write(folder.path().join("failing.policy"), include_str!("failing.policy")).unwrap();
    let run = |command: &str| transcript(folder.path(), command);
    insta::assert_snapshot!(
        [
            run("test failing.policy"),
            run("test failing.policy --lang zh --filter no"),
            run("test failing.policy --format json --filter no"),
        ]
        .join("\n")
    );
}

#[test]
fn a_log_can_come_from_standard_input() {
    let folder = folder();
    let log = r#"{"procedure": "accountability", "entries": []}"#;
    let arguments = ["procedure", "office.policy", "--log", "-", "--as-of", "2024-05-20", "--format", "json"];
    let (code, out, err) = command::run(folder.path(), &arguments, log);
    assert_eq!((code, err.as_str()), (0, ""));
    let report: policyc::decide::ProcedureReport = serde_json::from_str(&out).unwrap();
    assert_eq!(report.next[0].step, "investigate");
}

#[test]
fn a_report_on_effects_is_read_back() {
    let folder = folder();
    let arguments = ["effects", "office.policy", "--history", "-", "--as-of", "2024-05-20", "--format", "json"];
    let (code, out, err) = command::run(folder.path(), &arguments, HISTORY);
    assert_eq!((code, err.as_str()), (0, ""));
    let report: policyc::decide::EffectsReport = serde_json::from_str(&out).unwrap();
    assert_eq!(report.lasting.len(), 2);
    assert_eq!(serde_json::to_string_pretty(&report).unwrap() + "\n", out);
}
