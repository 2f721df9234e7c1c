//! What a person sees.

use crate::command::run;
pub use crate::command::transcript;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const LIBRARY: &str = include_str!("../cli/library.policy");
const READING_ROOM: &str = include_str!("../cli/阅览室.policy");

pub fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("library.policy"), LIBRARY).unwrap();
    fs::write(folder.path().join("阅览室.policy"), READING_ROOM).unwrap();
    folder
}

/// Runs the program in a folder and returns its exit code, standard output and standard error.
pub fn policyc(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(folder, arguments, "")
}

#[test]
fn coverage_is_shown_by_statement() {
    let folder = folder();
    let transcripts = [
        transcript(folder.path(), &["test", "library.policy", "--coverage"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--coverage", "--lang", "zh"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--coverage", "--filter", "没有"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn coverage_is_json_for_programs() {
    let folder = folder();
    insta::assert_snapshot!(transcript(folder.path(), &["test", "阅览室.policy", "--coverage=json"]));
}

#[test]
fn a_figure_that_is_too_low_is_named() {
    let folder = folder();
    let transcripts = [
        transcript(folder.path(), &["test", "阅览室.policy", "--coverage=lcov", "--min-coverage", "60.5"]),
        transcript(
            folder.path(),
            &["test", "阅览室.policy", "--coverage=lcov", "--min-coverage", "60.5", "--lang", "zh"],
        ),
        transcript(folder.path(), &["test", "阅览室.policy", "--coverage=lcov", "--min-coverage", "10"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--min-coverage", "100.01"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--min-coverage", "-1"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--coverage", "--format", "json"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}
