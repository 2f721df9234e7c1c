//! `policyc check`.

use super::Exit;
use super::case::ReadingArguments;
use super::console::Console;
use super::input::{self, CheckedFile};
use crate::diagnostic::render::Format;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Group, Severity, apply_safe_fixes};
use crate::source::{SourceMap, replace_file};
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Policies, or folders to search for `*.policy` [default: the current folder]
    paths: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatChoice::Human)]
    format: FormatChoice,
    /// Report only these codes or groups (`E0301`, `B`, `confused`); errors are always reported
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    select: Vec<String>,
    /// Do not report these codes or groups; errors are always reported
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    ignore: Vec<String>,
    /// The least severity that makes the command fail
    #[arg(long, value_enum, default_value_t = SeverityChoice::Warning)]
    fail_on: SeverityChoice,
    /// Apply the fixes that are certain
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    readings: ReadingArguments,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FormatChoice {
    Human,
    Short,
    Json,
    Sarif,
    Github,
    Junit,
}

impl From<FormatChoice> for Format {
    fn from(choice: FormatChoice) -> Self {
        match choice {
            FormatChoice::Human => Self::Human,
            FormatChoice::Short => Self::Short,
            FormatChoice::Json => Self::Json,
            FormatChoice::Sarif => Self::Sarif,
            FormatChoice::Github => Self::Github,
            FormatChoice::Junit => Self::Junit,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SeverityChoice {
    Error,
    Warning,
    Hint,
}

pub(super) fn run(arguments: &CheckArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    if let Some(unknown) = arguments.select.iter().chain(&arguments.ignore).find(|word| !names_something(word)) {
        let text = console.text("unknown-code", &[("code", unknown.as_str().into())]);
        console.print_error(&format!("{text}\n"))?;
        return Ok(Exit::BadInput);
    }
    let files = match input::files(&arguments.paths) {
        Ok(files) => files,
        Err(problem) => {
            console.complain(&problem, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let mut checked: Vec<CheckedFile> = Vec::new();
    let mut readings = arguments.readings.readings();
    for path in &files {
        let mut file = input::check_file_read_as(path, &mut sources, &mut readings);
        if arguments.fix
            && let Some(text) = file.source.and_then(|id| sources.get(id)).map(crate::source::Source::text)
            && let Some(mended) = apply_safe_fixes(text, &file.in_own_text())
        {
            if input::is_standard_input(path) {
                console.print_raw(&mended)?;
                return Ok(Exit::Fine);
            }
            replace_file(path, &mended)?;
            file = input::check_file_read_as(path, &mut sources, &mut readings);
        }
        checked.push(file);
    }
    let checked = input::roots(checked, &arguments.paths);
    let problems = readings.problems();
    if !problems.is_empty() {
        console.complain(&problems, &sources)?;
        return Ok(Exit::BadInput);
    }
    let all_readable = checked.iter().all(CheckedFile::is_readable);
    let unproved: usize =
        checked.iter().filter_map(|file| file.policy.as_ref()).map(|policy| policy.ensures().len()).sum();
    let mut reported: Diagnostics =
        checked.into_iter().flat_map(|file| file.diagnostics).filter(|found| is_wanted(found, arguments)).collect();
    // What is wrong with a file that several policies use is said once.
    reported.sort();
    console.print(&console.rendered(&reported, &sources, arguments.format.into()))?;
    if matches!(arguments.format, FormatChoice::Human) && unproved > 0 {
        let text = console.text("ensure-not-proved", &[("count", unproved.into())]);
        console.print_error(&format!("{text}\n"))?;
    }
    let least = match arguments.fail_on {
        SeverityChoice::Error => Severity::Error,
        SeverityChoice::Warning => Severity::Warning,
        SeverityChoice::Hint => Severity::Hint,
    };
    let fails = reported.iter().any(|found| found.severity() >= least);
    Ok(match (all_readable, fails) {
        (false, _) => Exit::BadInput,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Fine,
    })
}

/// Whether the user wants to see a diagnostic. An error is never hidden: the policy cannot run.
fn is_wanted(found: &Diagnostic, arguments: &CheckArguments) -> bool {
    if found.severity() == Severity::Error {
        return true;
    }
    let named = |list: &[String]| list.iter().any(|word| names(word, found.code));
    (arguments.select.is_empty() || named(&arguments.select)) && !named(&arguments.ignore)
}

/// Whether a word of `--select` names a code: the code, the beginning of it, or its group.
fn names(word: &str, code: Code) -> bool {
    let group = match code.group() {
        Group::Error => "error",
        Group::Blank => "blank",
        Group::Confused => "confused",
    };
    let begins = code.as_str().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    !word.is_empty() && (begins || group.eq_ignore_ascii_case(word))
}

fn names_something(word: &str) -> bool {
    Code::ALL.iter().any(|code| names(word, *code))
}
