//! `policyc fmt`.

use super::console::Console;
use super::{Exit, LanguageChoice, input};
use crate::diagnostic::Diagnostics;
use crate::source::{SourceId, SourceMap, replace_file};
use crate::syntax::{FormatError, KeywordLanguage, format_source};
use clap::Args;
use std::io;
use std::path::{Path, PathBuf};

/// Arguments of `policyc fmt`.
#[derive(Debug, Args)]
pub(super) struct FmtArguments {
    /// Policies, or folders to search for `*.policy`; `-` formats standard input to standard output
    pub(super) paths: Vec<PathBuf>,
    /// Write nothing; exit with 1 if a file would change
    #[arg(long)]
    check: bool,
    /// Write nothing; print what would change
    #[arg(long)]
    diff: bool,
    /// Spell the keywords in this language [default: the file's own]
    #[arg(long, value_enum)]
    keywords: Option<LanguageChoice>,
}

pub(super) fn run(arguments: &FmtArguments, console: &mut Console) -> io::Result<Exit> {
    let files = match input::files(&arguments.paths) {
        Ok(files) => files,
        Err(problem) => {
            console.complain(&problem, &SourceMap::default())?;
            return Ok(Exit::BadInput);
        }
    };
    let mut exit = Exit::Fine;
    for path in &files {
        let ended = format_file(path, arguments, console)?;
        let worse = ended != Exit::Fine && (ended != Exit::Findings || exit == Exit::Fine);
        if worse {
            exit = ended;
        }
    }
    Ok(exit)
}

fn format_file(path: &Path, arguments: &FmtArguments, console: &Console) -> io::Result<Exit> {
    let name = input::shown(path);
    let text = match input::read(path) {
        Ok(text) => text,
        Err(error) => {
            console.complain(&Diagnostics::from_iter([error.into()]), &SourceMap::default())?;
            return Ok(Exit::BadInput);
        }
    };
    let keywords = arguments.keywords.map(|choice| match choice {
        LanguageChoice::En => KeywordLanguage::English,
        LanguageChoice::Zh => KeywordLanguage::Chinese,
    });
    let formatted = match format_source(SourceId::default(), &text, keywords) {
        Ok(formatted) => formatted,
        Err(FormatError::Syntax(diagnostics)) => {
            console.complain(&diagnostics, &SourceMap::single(name, text))?;
            return Ok(Exit::BadInput);
        }
        Err(FormatError::WouldChangeMeaning) => {
            let text = console.text("fmt-would-change-meaning", &[("file", name.into())]);
            console.print_error(&format!("{text}\n"))?;
            return Ok(Exit::Internal);
        }
    };
    let changed = formatted != text;
    if arguments.diff {
        console.print_diff(&name, &text, &formatted)?;
    }
    if arguments.check || arguments.diff {
        if arguments.check && changed {
            let text = console.text("fmt-would-change", &[("file", name.into())]);
            console.print_error(&format!("{text}\n"))?;
        }
        return Ok(if changed { Exit::Findings } else { Exit::Fine });
    }
    if input::is_standard_input(path) {
        console.print_raw(&formatted)?;
    } else if changed && let Err(error) = replace_file(path, &formatted) {
        let args = [("file", name.into()), ("reason", error.to_string().into())];
        console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
        return Ok(Exit::BadInput);
    }
    Ok(Exit::Fine)
}
