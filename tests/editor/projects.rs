//! What is beside the editor: new projects, completions of shells, the manual page, hooks.

use assert_cmd::Command;
use std::path::Path;

fn policyc(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::cargo_bin("policyc").unwrap().args(arguments).current_dir(folder).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code(), said)
}

#[test]
fn a_new_project_checks_is_formatted_and_passes_its_tests() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["en", "zh"] {
        let (code, said) = policyc(folder.path(), &["--lang", lang, "new", lang]);
        assert_eq!(code, Some(0), "{said}");
        let project = folder.path().join(lang);
        for arguments in [
            vec!["check"],
            vec!["fmt", "--check"],
            vec!["test"],
            vec!["eval", "first.policy", "--facts", "cases/first.json"],
        ] {
            let (code, said) = policyc(&project, &arguments);
            assert_eq!(code, Some(0), "{lang} {arguments:?}: {said}");
        }
    }
}

#[test]
fn nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("empty")).unwrap();
    std::fs::write(folder.path().join("file"), "mine").unwrap();
    assert_eq!(policyc(folder.path(), &["new", "empty"]).0, Some(0));
    for taken in ["empty", "file", "file/below"] {
        let (code, said) = policyc(folder.path(), &["--lang", "en", "new", taken]);
        assert_eq!(code, Some(2), "{taken}: {said}");
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("file")).unwrap(), "mine");
}

#[test]
fn shells_and_man_know_every_command() {
    let here = Path::new(".");
    let commands = ["check", "fmt", "eval", "test", "rule", "schema", "lsp", "new", "completions", "man"];
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, said) = policyc(here, &["completions", shell]);
        assert_eq!(code, Some(0), "{shell}");
        for command in commands {
            assert!(said.contains(command), "{shell} {command}");
        }
    }
    let (code, page) = policyc(here, &["man"]);
    assert_eq!(code, Some(0));
    for command in commands {
        assert!(page.contains(&format!("policyc\\-{command}(1)")), "{command}");
        let (code, own) = policyc(here, &["man", command]);
        assert!(code == Some(0) && own.contains(".SH SYNOPSIS"), "{command}");
    }
    assert_eq!(policyc(here, &["man", "nothing"]).0, Some(2));
    assert_eq!(policyc(here, &["completions", "nothing"]).0, Some(2));
}

#[test]
fn hooks_run_commands_that_exist() {
    let hooks = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml")).unwrap();
    let entries: Vec<&str> = hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: policyc ")).collect();
    assert_eq!(entries, ["check", "fmt", "test"]);
}
