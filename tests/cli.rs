//! What a person sees at the command line: transcripts of every command, exit codes, and bad input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/command.rs"]
mod command;

use command::{run, transcript};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const LIBRARY: &str = include_str!("cli/library.policy");
const READING_ROOM: &str = include_str!("cli/阅览室.policy");

/// A folder with the two small policies, in which commands are run.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("library.policy"), LIBRARY).unwrap();
    fs::write(folder.path().join("阅览室.policy"), READING_ROOM).unwrap();
    folder
}

/// A folder with a policy about persons, the file that it uses, holidays and a case.
fn office() -> TempDir {
    let folder = TempDir::new().unwrap();
    let case = r#"{
  "severity": "major", "occurred_on": "2024-03-05",
  "passenger_complaint": true, "received_on": "2024-04-29", "answered_on": "never",
  "driver": { "careless": true },
  "leader": {
    "knew": true, "retaliated": false,
    "appraisals": [{ "year": 2021, "targets_met": true }, { "year": 2022 }, { "year": 2023, "targets_met": false }]
  },
  "persons": { "driver": "李明", "leader": "Zhang Wei" }
}"#;
    fs::create_dir(folder.path().join("shared")).unwrap();
    for (name, text) in [
        ("office.policy", include_str!("cli/office.policy")),
        ("shared/bodies.policy", include_str!("cli/shared/bodies.policy")),
        ("holidays.txt", include_str!("cli/holidays.txt")),
        ("case.json", case),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Runs the program in a folder and returns its exit code, standard output and standard error.
fn policyc(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    policyc_with_input(folder, arguments, "")
}

fn policyc_with_input(folder: &Path, arguments: &[&str], input: &str) -> (i32, String, String) {
    run(folder, arguments, input)
}

#[test]
fn a_case_is_decided_and_explained() {
    let folder = folder();
    let facts = r#"{"damage": "major", "reported": false, "repeated": true, "overdue_days": 3, "outrage": false,
        "accident": false, "repaid": false}"#;
    fs::write(folder.path().join("case.json"), facts).unwrap();
    let transcripts = [
        transcript(folder.path(), &["eval", "library.policy", "--facts", "case.json"]),
        transcript(folder.path(), &["eval", "library.policy", "--facts", "case.json", "--lang", "zh"]),
        transcript(
            folder.path(),
            &["eval", "library.policy", "--facts", "case.json", "--set", "accident=true", "--explain"],
        ),
        transcript(folder.path(), &["eval", "library.policy", "--set", "damage=major", "--set", "reported=false"]),
        transcript(
            folder.path(),
            &["eval", "阅览室.policy", "--set", "程度=重大", "--set", "已报告=否", "--lang", "zh"],
        ),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn persons_amounts_contents_and_duties_are_shown() {
    let folder = office();
    let on_the_day =
        ["eval", "office.policy", "--facts", "case.json", "--holidays", "holidays.txt", "--as-of", "2024-05-10"];
    let run = |more: &[&str]| transcript(folder.path(), &[&on_the_day[..], more].concat());
    let chosen = r#"{ "severity": "major", "occurred_on": "2024-03-05", "driver": { "careless": true }, "leader": { "knew": true },
        "chosen": { "sanction of driver": "removal" }, "passenger_complaint": false }"#;
    fs::write(folder.path().join("chosen.json"), chosen).unwrap();
    let transcripts = [
        run(&[]),
        run(&["--lang", "zh", "--explain"]),
        transcript(folder.path(), &["eval", "office.policy", "--facts", "chosen.json"]),
        transcript(
            folder.path(),
            &["eval", "office.policy", "--facts", "chosen.json", "--reading", "both_needed=both"],
        ),
        transcript(
            folder.path(),
            &[
                "eval",
                "office.policy",
                "--set",
                "occurred_on=2024-03-05",
                "--set",
                "driver.careless=true",
                "--lang",
                "zh",
            ],
        ),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn cases_that_cannot_be_decided_say_why() {
    let folder = office();
    let eval = |more: &[&str]| transcript(folder.path(), &[&["eval", "office.policy"][..], more].concat());
    let choose = |name: &str, facts: &str| fs::write(folder.path().join(name), facts).unwrap();
    choose(
        "late.json",
        r#"{"occurred_on": "2024-03-05", "passenger_complaint": true, "received_on": "2024-12-24", "answered_on": "2025-01-06"}"#,
    );
    choose(
        "unlawful.json",
        r#"{"severity": "minor", "occurred_on": "2024-03-05", "driver": {"careless": true}, "chosen": {"sanction of driver": "removal"}}"#,
    );
    choose(
        "nothing.json",
        r#"{"severity": "minor", "occurred_on": "2024-03-05", "driver": {"careless": false}, "chosen": {"fine of driver": "500.00 CNY"}}"#,
    );
    let transcripts = [
        eval(&["--facts", "case.json", "--set", "answered_on=2024-05-15"]),
        eval(&["--facts", "late.json", "--holidays", "holidays.txt", "--lang", "zh"]),
        eval(&["--set", "occurred_on=2022-12-31"]),
        eval(&["--set", "occurred_on=2022-12-31", "--lang", "zh"]),
        eval(&["--facts", "unlawful.json"]),
        eval(&["--facts", "unlawful.json", "--lang", "zh"]),
        eval(&["--facts", "nothing.json"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn all_that_is_wrong_with_a_case_is_said_at_once() {
    let folder = office();
    let facts = r#"{"leader": {"knwe": true, "appraisals": [{"year": "2021"}, 3, {"yaer": 2022}]},
  "careless": true, "persons": {"drivr": "李明"}, "chosen": {"sanction": "warning"}, "as_of": "2024-02-30"}"#;
    fs::write(folder.path().join("wrong.json"), facts).unwrap();
    let wrong =
        ["--facts", "wrong.json", "--as-of", "tomorrow", "--holidays", "none.txt", "--reading", "both_neded=both"];
    let more = ["--reading", "both_needed=bth", "--reading", "both", "--set", "leader.appraisals=3"];
    let eval = |lang: &str| {
        transcript(folder.path(), &[&["eval", "office.policy", "--lang", lang][..], &wrong, &more].concat())
    };
    insta::assert_snapshot!([eval("en"), eval("zh")].join("\n"));
}

#[test]
fn tests_are_judged_on_a_day_and_by_a_calendar() {
    let folder = office();
    let test = |more: &[&str]| transcript(folder.path(), &[&["test", "office.policy"][..], more].concat());
    let transcripts = [
        test(&[]),
        test(&["--holidays", "holidays.txt", "--as-of", "2024-05-10"]),
        test(&["--holidays", "holidays.txt", "--as-of", "2024-05-16", "--lang", "zh"]),
        test(&["--reading", "both_neded=both", "--as-of", "2024-13-01"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn used_files_are_found_and_faults_are_shown_in_them() {
    let folder = office();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "broken.policy",
        "use \"shared/bodeis.policy\"\nuse \"../outside.policy\"\nuse \"shared/loop.policy\"\nbody county\n",
    );
    write("shared/loop.policy", "use \"../broken.policy\"\nbody county\narticle 1 { missing \"all\" }\n");
    let transcripts = [
        transcript(folder.path(), &["check"]),
        transcript(folder.path(), &["check", "broken.policy"]),
        transcript(folder.path(), &["check", "broken.policy", "--lang", "zh", "--format", "short"]),
    ];
    let (code, _, err) = policyc_with_input(folder.path(), &["eval", "-"], "use \"shared/bodies.policy\"\nbody x\n");
    assert_eq!(code, 2);
    insta::assert_snapshot!(format!("{}\n{err}", transcripts.join("\n")));
}

#[test]
fn a_fix_stays_in_the_file_that_it_is_for() {
    let folder = office();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    write("root.policy", "use \"shared/scales.policy\"\nfact x: severity\nassume x = major\n");
    write("shared/scales.policy", "scael severity { minor < major }\n");
    policyc(folder.path(), &["check", "root.policy", "--fix"]);
    assert_eq!(read("root.policy"), "use \"shared/scales.policy\"\nfact x: severity\nassume x = major\n");
    policyc(folder.path(), &["check", ".", "--fix"]);
    assert_eq!(read("shared/scales.policy"), "scale severity { minor < major }\n");
    assert_eq!(policyc(folder.path(), &["check", "root.policy"]).0, 0);
}

#[test]
fn files_that_are_only_used_are_no_policies_of_their_own() {
    let folder = office();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("root.policy", "scale severity { minor < major }\nuse \"shared/facts.policy\"\nuse \"scales.policy\"\n");
    write("scales.policy", "body other\n");
    write("shared/facts.policy", "use \"../scales.policy\"\nfact x: severity\n");
    let (code, out, _) = policyc(folder.path(), &["check", "--ignore", "blank,V0003"]);
    assert_eq!((code, out.as_str()), (0, "nothing to report\n"));
    let (_, out, _) = policyc(folder.path(), &["check", "shared/facts.policy", "--format", "short"]);
    assert_eq!(out.lines().count(), 1, "named, it is checked by itself: {out}");
    let (_, out, _) = policyc(folder.path(), &["test", "--holidays", "holidays.txt", "--as-of", "2024-05-10"]);
    assert!(!out.contains("shared"), "{out}");
    write("a.policy", "use \"b.policy\" body a");
    write("b.policy", "use \"a.policy\" body b");
    let (code, out, _) = policyc(folder.path(), &["check", "--format", "short"]);
    assert_eq!((code, out.matches("E0116").count()), (1, 1), "{out}");
}

#[test]
fn a_decision_is_json_for_programs() {
    let folder = folder();
    let arguments = ["eval", "library.policy", "--facts", "-", "--format", "json"];
    let facts = r#"{"damage": "minor", "reported": true, "repeated": false, "overdue_days": 31, "accident": false}"#;
    let (code, out, err) = policyc_with_input(folder.path(), &arguments, facts);
    assert_eq!((code, err.as_str()), (0, ""));
    insta::assert_snapshot!(out);
}

#[test]
fn all_that_is_wrong_with_the_facts_is_said_at_once() {
    let folder = folder();
    let facts = r#"{"damage": "mayor", "reported": "true", "overdue_days": 1.0, "overdue_days": 99999999999999999999,
  "repeatd": true, "fine": "10 Yuan"}"#;
    fs::write(folder.path().join("case.json"), facts).unwrap();
    let transcripts = [
        transcript(folder.path(), &["eval", "library.policy", "--facts", "case.json"]),
        transcript(folder.path(), &["eval", "library.policy", "--facts", "case.json", "--lang", "zh"]),
        transcript(folder.path(), &["eval", "library.policy", "--set", "damage", "--set", "repeated=maybe"]),
        transcript(folder.path(), &["eval", "library.policy", "--set", "accident=true", "--set", "damage=extreme"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn every_fault_of_a_policy_is_one_message() {
    let folder = folder();
    fs::write(folder.path().join("faulty.policy"), include_str!("cli/faulty.policy")).unwrap();
    let transcripts = [
        transcript(folder.path(), &["check", "faulty.policy"]),
        transcript(folder.path(), &["check", "faulty.policy", "--format", "short", "--lang", "zh"]),
        transcript(folder.path(), &["check", "faulty.policy", "--format", "json"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

/// Everyday words for keywords, and no blanks: what an author writes who is new to the language.
#[test]
fn a_first_draft_is_answered_with_the_words_of_the_language() {
    let folder = folder();
    fs::write(folder.path().join("初稿.policy"), include_str!("cli/初稿.policy")).unwrap();
    let transcripts = [
        transcript(folder.path(), &["check", "初稿.policy", "--lang", "zh"]),
        transcript(folder.path(), &["check", "初稿.policy", "--fix", "--unsafe", "--diff", "--lang", "zh"]),
        transcript(folder.path(), &["check", "初稿.policy", "--format", "short"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn sound_policies_have_nothing_to_report() {
    let folder = folder();
    let (code, out, err) = policyc(folder.path(), &["check"]);
    insta::assert_snapshot!(format!("{out}{err}--- exit code {code}"));
}

#[test]
fn safe_fixes_are_applied() {
    let folder = folder();
    let file = folder.path().join("broken.policy");
    fs::write(&file, "scael severity { minor < major }\nfact x: severity\nassume x == major\n").unwrap();
    policyc(folder.path(), &["check", "broken.policy", "--fix"]);
    policyc(folder.path(), &["check", "broken.policy", "--fix"]);
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        "scale severity { minor < major }\nfact x: severity\nassume x = major\n"
    );
    assert_eq!(policyc(folder.path(), &["check", "broken.policy"]).0, 0);
}

#[test]
fn tests_say_what_was_expected_and_what_came() {
    let folder = folder();
    let failing = LIBRARY.replace("expect sanction = notice", "expect sanction = reminder");
    fs::write(folder.path().join("failing.policy"), failing).unwrap();
    let transcripts = [
        transcript(folder.path(), &["test", "library.policy", "阅览室.policy"]),
        transcript(folder.path(), &["test", "failing.policy"]),
        transcript(folder.path(), &["test", "failing.policy", "--lang", "zh"]),
        transcript(folder.path(), &["test", "failing.policy", "--filter", "nothing is named so"]),
        transcript(folder.path(), &["test", "failing.policy", "--format", "json", "--filter", "repeated"]),
        transcript(folder.path(), &["test", "failing.policy", "--format", "junit", "--filter", "repeated"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn formatting_shows_checks_and_writes() {
    let folder = folder();
    let file = folder.path().join("untidy.policy");
    fs::write(&file, "scale  s {a<b}\nfact x:s;\n若 x>=b 则 o∈《a、b》-- why\noutcome o :s\n").unwrap();
    let shown = transcript(folder.path(), &["fmt", "untidy.policy", "--diff"]);
    let checked = transcript(folder.path(), &["fmt", "untidy.policy", "--check"]);
    let (code, out, err) = policyc(folder.path(), &["fmt", "untidy.policy"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    let written = fs::read_to_string(&file).unwrap();
    let (code, piped, _) = policyc_with_input(folder.path(), &["fmt", "-", "--keywords", "zh"], &written);
    assert_eq!(code, 0);
    insta::assert_snapshot!(format!("{shown}\n{checked}\n{written}\n{piped}"));
}

#[test]
fn a_file_that_cannot_be_read_is_not_formatted() {
    let folder = folder();
    let file = folder.path().join("broken.policy");
    fs::write(&file, "scale severity { minor < }\n").unwrap();
    let (code, _, err) = policyc(folder.path(), &["fmt", "broken.policy"]);
    assert_eq!(code, 2, "{err}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "scale severity { minor < }\n");
}

#[test]
fn pages_and_schema_are_printed() {
    let folder = folder();
    let transcripts = [
        transcript(folder.path(), &["rule", "e0205"]),
        transcript(folder.path(), &["rule", "C0001", "--lang", "zh"]),
        transcript(folder.path(), &["rule", "E030"]),
        transcript(folder.path(), &["schema", "library.policy"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
    let (code, list, _) = policyc(folder.path(), &["rule"]);
    assert_eq!(code, 0);
    assert_eq!(list.lines().count(), policyc::Code::ALL.len());
}

#[test]
fn unreadable_input_is_named_and_ends_with_2() {
    let folder = folder();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let utf16: Vec<u8> = "policy 制度 demo".encode_utf16().flat_map(u16::to_le_bytes).collect();
    write("utf16.policy", &[&[0xFF, 0xFE][..], &utf16].concat());
    write("gbk.policy", &[0xD4, 0xF0, 0xC8, 0xCE, 0xD7, 0xB7, 0xBE, 0xBF, 0xD6, 0xC6, 0xB6, 0xC8, 0x0A].repeat(10));
    write("invalid.policy", b"policy demo\n\xC3\x28\n");
    write("large.policy", &vec![b' '; policyc::source::limits::MAX_FILE_BYTES + 1]);
    write("empty.policy", b"");
    fs::create_dir(folder.path().join("folder.policy")).unwrap();
    let names =
        ["utf16.policy", "gbk.policy", "invalid.policy", "large.policy", "absent.policy", "/dev/null", "folder.policy"];
    let mut transcripts: Vec<String> =
        names.iter().map(|name| transcript(folder.path(), &["check", "--format", "short", name])).collect();
    transcripts.push(transcript(folder.path(), &["check", "empty.policy"]));
    transcripts.push(transcript(folder.path(), &["eval", "folder.policy"]));
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn nothing_that_a_terminal_obeys_comes_through() {
    let folder = folder();
    let name = "bell\u{7}\u{1b}[31m.policy";
    fs::write(folder.path().join(name), "fact x: bool \u{202e}\nassume y\u{1b}[2J = 3 -- \u{200b}\n").unwrap();
    fs::write(folder.path().join("case.json"), "{\"damage\": \"\\u001b[31mred\", \"\\u202e\": 1}").unwrap();
    let (_, out, err) = policyc(folder.path(), &["check", name]);
    let (_, more, errors) = policyc(folder.path(), &["eval", "library.policy", "--facts", "case.json"]);
    for text in [out, err, more, errors] {
        let obeyed = text.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202e}' | '\u{200b}'));
        assert_eq!(obeyed, None, "{text}");
    }
}

#[test]
fn wrong_use_ends_with_2() {
    let folder = folder();
    for arguments in
        [&["evaluate"][..], &["check", "--format", "xml"], &["check", "--select", "X9"], &["rule", "E9999"]]
    {
        assert_eq!(policyc(folder.path(), arguments).0, 2, "{arguments:?}");
    }
    assert_eq!(policyc(folder.path(), &["--help"]).0, 0);
}

#[test]
fn extreme_nesting_and_lines_are_answered() {
    let folder = folder();
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    write("deep.policy", format!("assume {}", "(".repeat(100_000)));
    write("not.policy", format!("assume {}x", "not ".repeat(100_000)));
    write("wide.policy", format!("fact x: bool assume {} y\n", "x and ".repeat(12_000)));
    write("deep.json", "[".repeat(100_000));
    for (arguments, code) in [
        (&["check", "deep.policy"][..], "E0109"),
        (&["check", "not.policy"], "E0109"),
        (&["check", "wide.policy"], "E0301"),
        (&["eval", "library.policy", "--facts", "deep.json"], "E0608"),
    ] {
        let (exit, out, err) = policyc(folder.path(), arguments);
        assert!(exit == 1 || exit == 2, "{arguments:?} {exit}");
        assert!(format!("{out}{err}").contains(code), "{arguments:?}: {out}{err}");
    }
}

#[test]
fn the_readme_shows_real_output() {
    let readme = fs::read_to_string("README.md").unwrap().replace("\\\n    ", "");
    let mut shown = 0;
    for block in readme.split("```text\n").skip(1) {
        let (command, output) = block.split("```").next().unwrap().split_once('\n').unwrap();
        let Some(arguments) = command.strip_prefix("$ policyc ") else { continue };
        let (_, out, _) = policyc(Path::new("."), &arguments.split_whitespace().collect::<Vec<_>>());
        assert_eq!(out, output, "{command}");
        shown += 1;
    }
    assert!(shown > 0);
}
