//! The logs and histories beside the shipped policies can be read, and each log comes to a verdict.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use policyc::decide::{ProcedureVerdict, check_procedure, effects, history_from_json, log_from_json};
use policyc::source::SourceId;
use policyc::{Policy, check_text, facts_from_json};
use std::fs;
use std::path::{Path, PathBuf};

/// The shipped policies with the folders of their cases.
fn policies() -> Vec<(Policy, PathBuf)> {
    let mut found = Vec::new();
    for entry in fs::read_dir("policies").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "policy") {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let policy = check_text(name, &fs::read_to_string(&path).unwrap()).policy.unwrap();
            found.push((policy, Path::new("policies/cases").join(name)));
        }
    }
    found
}

/// The files of a folder; none where there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).map_or_else(|_| Vec::new(), |entries| entries.map(|entry| entry.unwrap().path()).collect())
}

/// Beside each log stand the facts of its case, under the same name.
#[test]
fn every_log_can_be_measured() {
    let mut measured = 0;
    for (policy, cases) in policies() {
        for path in files(&cases.join("logs")) {
            let shown = path.display();
            let facts = fs::read_to_string(cases.join(path.file_name().unwrap())).unwrap_or_else(|_| panic!("{shown}"));
            let mut facts = facts_from_json(&policy, SourceId(1), &facts).unwrap();
            facts.set_as_of("2024-12-01".parse().unwrap());
            let log = log_from_json(&policy, None, SourceId(2), &fs::read_to_string(&path).unwrap());
            let log = log.unwrap_or_else(|found| panic!("{shown}: {found:?}"));
            assert!(log.warnings.is_empty(), "{shown}");
            let report = check_procedure(&policy, log.procedure, &facts, &log.log).unwrap();
            assert_ne!(report.verdict, ProcedureVerdict::Undetermined, "{shown}");
            measured += 1;
        }
    }
    assert!(measured >= 10);
}

#[test]
fn every_history_entails_something() {
    let mut told = 0;
    for (policy, cases) in policies() {
        for path in files(&cases.join("histories")) {
            let decisions = history_from_json(&policy, SourceId(1), &fs::read_to_string(&path).unwrap());
            let decisions = decisions.unwrap_or_else(|found| panic!("{}: {found:?}", path.display()));
            let report = effects(&policy, &decisions, "2024-12-01".parse().unwrap(), None).unwrap();
            assert!(!report.lasting.is_empty(), "{}", path.display());
            told += 1;
        }
    }
    assert!(told >= 3);
}
