//! `-o FILE`: a file that is written whole or not at all.

use super::console::Console;
use super::{Exit, input};
use crate::source::{replace_file, write_new_file};
use clap::Args;
use std::io;
use std::path::PathBuf;

/// Where a document is written to.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// Write to this file instead of standard output (`-`)
    #[arg(long = "output", short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Writes a document to its target.
pub(super) fn write(target: &Target, text: &str, console: &Console) -> io::Result<Exit> {
    let Some(path) = target.output.as_deref().filter(|path| !input::is_standard_input(path)) else {
        console.print_raw(text)?;
        return Ok(Exit::Fine);
    };
    let is_there = path.symlink_metadata().is_ok();
    let written = if is_there { replace_file(path, text) } else { write_new_file(path, text) };
    match written {
        Ok(()) => Ok(Exit::Fine),
        Err(error) => {
            let args = [("file", path.display().to_string().into()), ("reason", error.to_string().into())];
            console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
            Ok(Exit::BadInput)
        }
    }
}
