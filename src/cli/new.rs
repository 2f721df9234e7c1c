//! `policyc new`.

use super::Exit;
use super::console::Console;
use crate::diagnostic::Language;
use clap::Args;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Arguments of `policyc new`.
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// The folder to make; it must not exist, or be empty
    folder: PathBuf,
}

const SETTINGS: &str = "# Settings of policyc for this folder; see `policyc check --help`.\nfail-on = \"hint\"\n";
const ENGLISH_CASE: &str = "{\n  \"severity\": \"major\",\n  \"reported\": false,\n  \"loss_made_good\": true\n}\n";
const CHINESE_CASE: &str = "{\n  \"情节\": \"严重\",\n  \"已报告\": false,\n  \"已赔偿\": true\n}\n";

/// The files of a new project: their names and texts.
fn files(language: Language) -> [(&'static str, &'static str); 3] {
    let (policy, case) = match language {
        Language::English => (include_str!("new/en.policy"), ENGLISH_CASE),
        Language::Chinese => (include_str!("new/zh.policy"), CHINESE_CASE),
    };
    [("first.policy", policy), ("cases/first.json", case), ("policyc.toml", SETTINGS)]
}

pub(super) fn run(arguments: &NewArguments, console: &Console) -> io::Result<Exit> {
    let shown = arguments.folder.display().to_string();
    if is_taken(&arguments.folder) {
        console.print_error(&format!("{}\n", console.text("new-taken", &[("folder", shown.into())])))?;
        return Ok(Exit::BadInput);
    }
    let files = files(console.language());
    if let Err(error) = files.iter().try_for_each(|(name, text)| write_new(&arguments.folder.join(name), text)) {
        let args = [("file", shown.into()), ("reason", error.to_string().into())];
        console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
        return Ok(Exit::BadInput);
    }
    console.print(&format!("{}\n", console.text("new-made", &[("folder", shown.into())])))?;
    Ok(Exit::Fine)
}

/// Whether something is there already that is no empty folder.
fn is_taken(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}
