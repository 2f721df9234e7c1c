//! How findings are chosen, allowed, left for later and mended: what a person sees, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod allows;
mod baselines;
#[path = "../support/command.rs"]
mod command;
mod document;
mod fixes;
mod output;
mod properties;
mod selection;
mod settings;
mod watching;

use command::run;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const LEAVE: &str = include_str!("leave.policy");
const 请假: &str = include_str!("请假.policy");

/// A folder with one policy in each language, in which commands are run.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    // Settings are not looked for above it.
    fs::create_dir(folder.path().join(".git")).unwrap();
    write(&folder, "leave.policy", LEAVE);
    write(&folder, "请假.policy", 请假);
    folder
}

fn write(folder: &TempDir, name: &str, text: impl AsRef<[u8]>) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

/// What came of a command.
struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn policyc(folder: &Path, arguments: &[&str]) -> Ended {
    policyc_with_input(folder, arguments, "")
}

fn policyc_with_input(folder: &Path, arguments: &[&str], input: &str) -> Ended {
    let (code, out, err) = run(folder, arguments, input);
    Ended { code, out, err }
}

/// A command as a reader of a manual would see it.
fn transcript(folder: &TempDir, command: &str) -> String {
    command::transcript(folder.path(), &command.split_whitespace().collect::<Vec<_>>())
}

fn transcripts(folder: &TempDir, commands: &[&str]) -> String {
    commands.iter().map(|command| transcript(folder, command)).collect::<Vec<_>>().join("\n")
}
