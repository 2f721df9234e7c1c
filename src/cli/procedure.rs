//! `policyc procedure`.

use super::console::Console;
use super::show_procedure::show_procedure;
use super::{Exit, input};
use crate::decide::{
    Facts, LogFile, ProcedureError, ProcedureVerdict, check_procedure, facts_from_json, log_from_json, procedure_named,
};
use crate::diagnostic::Diagnostics;
use crate::policy::Policy;
use crate::source::SourceMap;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
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
    /// The day on which the case is looked at; later entries are left aside
    #[arg(long, value_name = "DATE", value_parser = input::day)]
    as_of: Date,
    /// The facts of the case as a JSON object, for steps and deadlines that depend on them
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// The procedure, where the policy has several and the log names none
    #[arg(long, value_name = "NAME")]
    procedure: Option<String>,
    /// The days off and make-up working days, for deadlines in working days
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
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
    let checked = input::check_file(&arguments.policy, &mut sources);
    let Some(policy) = checked.policy else {
        console.complain(&checked.diagnostics, &sources)?;
        return Ok(Exit::BadInput);
    };
    let (facts, file) = match read(arguments, &policy, &mut sources) {
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
    sources: &mut SourceMap,
) -> Result<(Facts, LogFile), Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut facts = Facts::new(policy);
    if let Some(path) = &arguments.facts {
        match input::text(path, sources).and_then(|(source, text)| facts_from_json(policy, source, &text)) {
            Ok(read) => facts = read,
            Err(found) => problems.extend(found),
        }
    }
    facts.set_as_of(arguments.as_of);
    if let Some(path) = &arguments.holidays {
        match input::calendar(path, sources) {
            Ok(calendar) => facts.set_calendar(calendar),
            Err(found) => problems.extend(found),
        }
    }
    let procedure = arguments.procedure.as_ref().map(|name| procedure_named(policy, name)).transpose();
    let read = match procedure {
        Ok(procedure) => input::text(&arguments.log, sources)
            .and_then(|(source, text)| log_from_json(policy, procedure, source, &text)),
        Err(unknown) => Err(Diagnostics::from_iter([unknown])),
    };
    match read {
        Ok(file) if problems.is_empty() => Ok((facts, file)),
        Ok(_) => Err(problems),
        Err(found) => {
            problems.extend(found);
            Err(problems)
        }
    }
}

/// Why a log cannot be measured, at its place in the policy.
fn immeasurable(policy: &Policy, error: &ProcedureError) -> Diagnostics {
    match error {
        // The id was looked up in this policy.
        ProcedureError::ForeignId => Diagnostics::new(),
        ProcedureError::Evaluation(error) => super::eval::no_result(policy, error),
    }
}
