//! `policyc graph` and `policyc doc` as a user meets them.

use super::OFFICE;
use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("office.policy"), OFFICE).unwrap();
    fs::write(folder.path().join("faulty.policy"), "fact f: nothing").unwrap();
    folder
}

/// The exit code, standard output and standard error.
fn policyc(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("policyc").unwrap();
    let output = command.current_dir(folder).env("LC_ALL", "C").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn documents_are_printed_or_written_whole() {
    let folder = folder();
    for command in [&["graph", "office.policy"][..], &["doc", "office.policy"]] {
        let (code, printed, complaints) = policyc(folder.path(), command);
        assert_eq!((code, complaints.as_str()), (0, ""));
        let dash: Vec<&str> = command.iter().copied().chain(["-o", "-"]).collect();
        assert_eq!(policyc(folder.path(), &dash).1, printed);
        let file: Vec<&str> = command.iter().copied().chain(["-o", "out"]).collect();
        // Once into a new file, once over it.
        for _ in 0..2 {
            assert_eq!(policyc(folder.path(), &file), (0, String::new(), String::new()));
            assert_eq!(fs::read_to_string(folder.path().join("out")).unwrap(), printed);
        }
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 3, "nothing is left beside the file");
        fs::remove_file(folder.path().join("out")).unwrap();
    }
}

#[test]
fn each_language_and_format_can_be_asked_for() {
    let folder = folder();
    let printed = |arguments: &[&str]| policyc(folder.path(), arguments).1;
    assert!(printed(&["graph", "office.policy", "--lang", "zh"]).contains("机关履职责任制度"));
    assert!(printed(&["graph", "office.policy", "--format", "dot"]).starts_with("digraph"));
    assert!(
        printed(&["graph", "office.policy", "--format", "mermaid", "--kind", "procedure"]).starts_with("flowchart TB")
    );
    assert!(printed(&["doc", "office.policy", "--format", "md", "--lang", "zh"]).starts_with("# 机关履职责任制度"));
    let narrowed = printed(&["graph", "office.policy", "--format", "dot", "--article", "3,4", "--outcome", "sanction"]);
    assert!(narrowed.contains("exemptions") && !narrowed.contains("shares of liability"));
}

#[test]
fn what_cannot_be_shown_is_said() {
    let folder = folder();
    let mut text = String::new();
    for arguments in [
        &["graph", "office.policy", "--outcome", "sanctoin"][..],
        &["graph", "office.policy", "--article", "99"],
        &["graph", "office.policy", "-o", "no/such/folder.svg"],
        &["doc", "office.policy", "-o", "."],
        &["doc", "faulty.policy"],
        &["graph", "missing.policy"],
        &["graph", "office.policy", "--lang", "zh", "--outcome", "sanctoin"],
    ] {
        let (code, printed, complaints) = policyc(folder.path(), arguments);
        assert_eq!((code, printed.as_str()), (2, ""), "{arguments:?}");
        text.push_str(&format!("$ policyc {}\n{complaints}\n", arguments.join(" ")));
    }
    let clauses =
        (1..=500).map(|number| format!("fact f{number}: bool article {number} {{ if f{number} then s = a }}\n"));
    let long = format!("scale m {{ a < b }}\noutcome s: m\n{}", clauses.collect::<String>());
    fs::write(folder.path().join("long.policy"), long).unwrap();
    let (code, printed, complaints) = policyc(folder.path(), &["graph", "long.policy", "-o", "long.svg"]);
    assert_eq!((code, printed.as_str()), (3, ""));
    assert!(!folder.path().join("long.svg").exists());
    text.push_str(&format!("$ policyc graph long.policy -o long.svg\n{complaints}"));
    insta::assert_snapshot!(text);
}
