//! The program as a person runs it.

use assert_cmd::Command;
use std::path::Path;

/// Runs the program in a folder and returns its exit code, standard output and standard error.
pub fn run(folder: &Path, arguments: &[&str], input: &str) -> (i32, String, String) {
    let output = Command::cargo_bin("policyc")
        .unwrap()
        .current_dir(folder)
        .env("LC_ALL", "C")
        .env_remove("NO_COLOR")
        .args(arguments)
        .write_stdin(input)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A command as a reader of a manual would see it.
pub fn transcript(folder: &Path, arguments: &[&str]) -> String {
    let (code, out, err) = run(folder, arguments, "");
    let mut text = format!("$ policyc {}\n{out}", arguments.join(" "));
    if !err.is_empty() {
        text.push_str(&format!("--- standard error\n{err}"));
    }
    format!("{text}--- exit code {code}\n")
}
