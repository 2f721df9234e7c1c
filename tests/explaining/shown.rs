//! What a reader sees: every kind of result, in both languages and every format, and no text that becomes something else.

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Runs the program in the project's folder and returns its exit code, standard output and standard error.
pub fn policyc(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("policyc").unwrap().env("LC_ALL", "C").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn shown(arguments: &[&str]) -> String {
    let (code, out, err) = policyc(&[&["explain"][..], arguments].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    out
}

const HOSPITAL: &str = "policies/hospital_network_security.policy";
const CASES: &str = "policies/cases/hospital_network_security";

fn hospital(case: &str, more: &[&str]) -> String {
    let path = format!("{CASES}/{case}.json");
    shown(&[&[HOSPITAL, "--facts", &path][..], more].concat())
}

#[test]
fn a_decided_case() {
    let case = "outage_after_a_skipped_update_owned_up_to";
    insta::assert_snapshot!("decided_english", hospital(case, &["--outcome", "sanction"]));
    insta::assert_snapshot!("decided_chinese", hospital(case, &["--lang", "zh", "--outcome", "sanction"]));
    insta::assert_snapshot!("decided_markdown", hospital(case, &["--format", "markdown", "--lang", "zh"]));
    insta::assert_snapshot!("decided_json", hospital(case, &["--format", "json", "--outcome", "sanction"]));
}

#[test]
fn cases_that_are_exempt_open_or_outside() {
    let sanction = ["--outcome", "sanction"];
    insta::assert_snapshot!("exempt", hospital("lightning_took_the_server_room_reported_at_once", &[]));
    insta::assert_snapshot!("open", hospital("phishing_wave_report_still_disputed", &sanction));
    let outside = [HOSPITAL, "--set", "hospital_unit=false", "--outcome", "sanction", "--lang", "zh"];
    insta::assert_snapshot!("outside", shown(&outside));
}

/// A policy of which every label is hostile, and every way to end occurs.
const HOSTILE: &str = r##"policy hostile "<script>alert(1)</script> \u{1b}"
scale measure { a "]]> | *a*" < b "`b`" < c "[c](http://evil)" }
role driver "_driver_"
body desk "# desk"
fact late: bool "<b>late</b>"
fact hidden of driver: bool "1. hidden"
judgement grave: bool by desk criterion "<img src=x>" "- grave"
fact days: int default 0
outcome sanction: measure combine intersect "& sanction"
outcome other of driver: measure combine unique
article 1 "<script>" { (1) "| x |" if late then sanction = a
  (2) if grave then sanction ∈ <b, c>
  (3) if days > 3 then sanction = a overriding 1(2) }
article 2 { if hidden of driver then other of driver = b
  otherwise other of driver = a }
article 3 { exempt sanction if hidden of driver and late and not grave }
authority for sanction { <a> decided by desk }
"##;

#[test]
fn no_label_becomes_anything_else() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("hostile.policy");
    fs::write(&path, HOSTILE.replace("\\u{1b}", "!")).unwrap();
    let path = path.to_str().unwrap();
    let conflict = [path, "--set", "late=true", "--set", "grave=true", "--set", "hidden of driver=false"];
    let run = |format: &str| shown(&[&conflict[..], &["--format", format]].concat());
    let (human, markdown, json) = (run("human"), run("markdown"), run("json"));
    assert!(!human.contains('\u{1b}'), "{human}");
    assert!(!markdown.contains("<script>") && !markdown.contains("<b>") && !markdown.contains("<img"), "{markdown}");
    serde_json::from_str::<policyc::explain::Explanation>(&json).unwrap();
    insta::assert_snapshot!("conflict_human", human);
    insta::assert_snapshot!("conflict_markdown", markdown);
}

#[test]
fn a_hundred_facts_are_all_named() {
    let names: Vec<String> = (1..=100).map(|number| format!("condition_{number}")).collect();
    let facts: Vec<String> = names.iter().map(|name| format!("fact {name}: bool \"label of {name}\"")).collect();
    let rule = names.join(" and ");
    let policy = format!(
        "scale measure {{ a < b }}\n{}\noutcome sanction: measure\narticle 1 {{ if {rule} then sanction = b }}\n",
        facts.join("\n")
    );
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("many.policy");
    fs::write(&path, policy).unwrap();
    let settings: Vec<String> = names.iter().map(|name| format!("--set={name}=true")).collect();
    let arguments: Vec<&str> = settings.iter().map(String::as_str).chain([path.to_str().unwrap()]).collect();
    for format in ["human", "markdown", "json"] {
        let out = shown(&[&arguments[..], &["--format", format]].concat());
        for name in &names {
            let escaped = if format == "markdown" { name.replace('_', "\\_") } else { name.clone() };
            assert!(out.contains(&escaped), "{format} lacks {name}");
        }
    }
}

#[test]
fn wrong_names_are_complained_about() {
    let (code, out, err) = policyc(&["explain", HOSPITAL, "--outcome", "sanctoin", "--set", "severty=major"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("sanctoin") && err.contains("severty"), "{err}");
}

#[test]
fn the_document_shows_real_output() {
    let text = fs::read_to_string(Path::new("docs/explain.md")).unwrap().replace("\\\n    ", "");
    let mut seen = 0;
    for block in text.split("```text\n").skip(1) {
        let (command, output) = block.split("```").next().unwrap().split_once('\n').unwrap();
        let Some(arguments) = command.strip_prefix("$ policyc ") else { continue };
        let (_, out, err) = policyc(&arguments.split_whitespace().collect::<Vec<_>>());
        assert_eq!(format!("{err}{out}"), output, "{command}");
        seen += 1;
    }
    assert!(seen > 0);
}
