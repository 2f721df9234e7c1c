//! `policyc procedure`.

use super::case::{DayArguments, FactsArguments, ReadingArguments, Readings};
use super::console::Console;
use super::show::show_procedure;
use super::{Exit, input};
use crate::decide::{
    Facts, LogFile, ProcedureError, ProcedureVerdict, check_procedure, log_from_json, procedure_named,
};
use crate::diagnostic::Diagnostics;
use crate::policy::Policy;
use crate::source::SourceMap;
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc procedure`.
#[derive(Debug, Args)]
pub(super) struct ProcedureArguments {
    /// The policy
    pub(super) policy: PathBuf,
    /// The log of the case as a JSON object; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    log: PathBuf,
    /// The procedure, where the policy has several and the log names none
    #[arg(long, value_name = "NAME")]
    procedure: Option<String>,
    #[command(flatten)]
    facts: FactsArguments,
    #[command(flatten)]
    time: DayArguments,
    #[command(flatten)]
    readings: ReadingArguments,
    /// How to print
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    format: ReportFormat,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ReportFormat {
    Human,
    Json,
}

pub(super) fn run(arguments: &ProcedureArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut readings = arguments.readings.readings();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut readings, console)? else {
        return Ok(Exit::BadInput);
    };
    let (facts, file) = match read(arguments, &policy, readings, &mut sources) {
        Ok(read) => read,
        Err(problems) => {
            console.complain(&problems, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let report = match check_procedure(&policy, file.procedure, &facts, &file.log) {
        Ok(report) => report,
        Err(error) => {
            console.complain(&immeasurable(&policy, &error), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    if !file.warnings.is_empty() {
        console.complain(&file.warnings, &sources)?;
    }
    match arguments.format {
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(&report).map_err(io::Error::other)?;
            console.print_raw(&format!("{text}\n"))?;
        }
        ReportFormat::Human => console.print(&show_procedure(&policy, file.procedure, &report, console))?,
    }
    Ok(match report.verdict {
        ProcedureVerdict::InOrder => Exit::Fine,
        ProcedureVerdict::Faulty => Exit::Findings,
        ProcedureVerdict::Undetermined => Exit::NotDecided,
    })
}

/// The facts and the log; all that is wrong with them at once.
fn read(
    arguments: &ProcedureArguments,
    policy: &Policy,
    readings: Readings<'_>,
    sources: &mut SourceMap,
) -> Result<(Facts, LogFile), Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut facts = arguments.facts.read(policy, sources, &mut problems);
    readings.settle(&mut facts);
    problems.extend(readings.problems());
    arguments.time.time(sources, &mut problems).apply(&mut facts);
    match log(arguments, policy, sources) {
        Ok(file) if problems.is_empty() => Ok((facts, file)),
        Ok(_) => Err(problems),
        Err(found) => {
            problems.extend(found);
            Err(problems)
        }
    }
}

fn log(arguments: &ProcedureArguments, policy: &Policy, sources: &mut SourceMap) -> Result<LogFile, Diagnostics> {
    let procedure = match &arguments.procedure {
        Some(name) => Some(procedure_named(policy, name).map_err(|unknown| Diagnostics::from_iter([unknown]))?),
        None => None,
    };
    let (source, text) = input::text(&arguments.log, sources)?;
    log_from_json(policy, procedure, source, &text)
}

/// Why a log cannot be measured, at its place in the policy.
pub(super) fn immeasurable(policy: &Policy, error: &ProcedureError) -> Diagnostics {
    match error {
        // The id was looked up in this policy.
        ProcedureError::ForeignId => Diagnostics::new(),
        ProcedureError::Undecidable(error) => error.diagnostics(policy),
    }
}
