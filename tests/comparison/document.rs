//! What the document shows is what the program prints.

use assert_cmd::Command;
use std::fs;

const DOCUMENT: &str = include_str!("../../docs/diff.md");

/// The blocks of a kind.
fn blocks(kind: &str) -> Vec<&'static str> {
    let fence = format!("```{kind}\n");
    let parts = DOCUMENT.split(fence.as_str()).skip(1);
    parts.map(|part| part.split("```").next().expect("the block ends")).collect()
}

#[test]
fn every_transcript_is_what_the_program_prints() {
    let folder = tempfile::tempdir().unwrap();
    for policy in blocks("policy") {
        let name = policy.lines().next().unwrap().trim_start_matches("-- ");
        fs::write(folder.path().join(name), policy).unwrap();
    }
    let transcripts: Vec<&str> = blocks("text").into_iter().filter(|block| block.starts_with("$ ")).collect();
    assert_eq!(transcripts.len(), 2);
    for transcript in transcripts {
        let (command, expected) = transcript.split_once('\n').unwrap();
        let arguments: Vec<&str> = command.trim_start_matches("$ policyc ").split(' ').collect();
        let mut program = Command::cargo_bin("policyc").unwrap();
        let output = program.current_dir(folder.path()).args(arguments).args(["--lang", "en", "--no-config"]).output();
        assert_eq!(String::from_utf8(output.unwrap().stdout).unwrap(), expected);
    }
}

#[test]
fn what_is_beside_the_outcomes_is_shown_as_the_document_says() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.policy"), include_str!("desk_old.policy")).unwrap();
    fs::write(folder.path().join("new.policy"), include_str!("desk_new.policy")).unwrap();
    let arguments = ["diff", "old.policy", "new.policy", "--rename", "major=serious", "--lang", "en", "--no-config"];
    let output = Command::cargo_bin("policyc").unwrap().current_dir(folder.path()).args(arguments).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let excerpts: Vec<&str> = blocks("text").into_iter().filter(|block| !block.starts_with("$ ")).collect();
    assert_eq!(excerpts.len(), 1);
    for line in excerpts[0].lines() {
        assert!(printed.lines().any(|printed| printed == line), "{line}");
    }
}

#[test]
fn the_regulation_is_the_same_with_a_wider_clause() {
    let folder = tempfile::tempdir().unwrap();
    let text = include_str!("../../policies/hospital_network_security.policy");
    let wider = text.replace("severity = major and not reported", "severity ≥ major and not reported");
    assert_ne!(text, wider);
    fs::write(folder.path().join("old.policy"), text).unwrap();
    fs::write(folder.path().join("new.policy"), wider).unwrap();
    let run = |arguments: &[&str]| {
        let mut program = Command::cargo_bin("policyc").unwrap();
        let all = ["diff", "old.policy", "new.policy", "--no-config"].iter().chain(arguments);
        program.current_dir(folder.path()).args(all).output().unwrap()
    };
    let output = run(&["--format", "json", "--fail-on", "any"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"same\": true"));
    let refused = run(&["--lang", "zh", "--rename", "nobody=severity"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("原文中没有“nobody”"));
}
