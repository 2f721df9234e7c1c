//! `policyc eval`.

use super::case::{FactsArguments, ReadingArguments, Readings, TimeArguments};
use super::console::Console;
use super::show::show_decision;
use super::{Exit, input};
use crate::decide::{Facts, decide};
use crate::diagnostic::Diagnostics;
use crate::policy::Policy;
use crate::source::SourceMap;
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc eval`.
#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    /// The policy
    pub(super) policy: PathBuf,
    #[command(flatten)]
    facts: FactsArguments,
    /// How to print
    #[arg(long, value_enum, default_value_t = DecisionFormat::Human)]
    format: DecisionFormat,
    /// Show the known facts of each clause that is cited
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    time: TimeArguments,
    #[command(flatten)]
    readings: ReadingArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DecisionFormat {
    Human,
    Json,
}

pub(super) fn run(arguments: &EvalArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut readings = arguments.readings.readings();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut readings, console)? else {
        return Ok(Exit::BadInput);
    };
    let given = (&arguments.facts, &arguments.time);
    let facts = match facts(given, &policy, readings, &mut sources) {
        Ok(facts) => facts,
        Err(diagnostics) => {
            console.complain(&diagnostics, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let decision = match decide(&policy, &facts) {
        Ok(decision) => decision,
        Err(error) => {
            console.complain(&error.diagnostics(&policy), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    match arguments.format {
        DecisionFormat::Json => {
            let text = serde_json::to_string_pretty(&decision).map_err(io::Error::other)?;
            console.print_raw(&format!("{text}\n"))?;
        }
        DecisionFormat::Human => {
            console.print(&show_decision(&policy, &facts, &decision, console, arguments.explain))?;
        }
    }
    let limit_reached = decision.outcomes.iter().any(|outcome| outcome.limit_reached);
    Ok(if limit_reached { Exit::NotDecided } else { Exit::Fine })
}

/// The facts of the file and of the settings, and what else is said of the case; all that is wrong with them at once.
pub(super) fn facts(
    (facts, time): (&FactsArguments, &TimeArguments),
    policy: &Policy,
    readings: Readings<'_>,
    sources: &mut SourceMap,
) -> Result<Facts, Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut facts = facts.read(policy, sources, &mut problems);
    readings.settle(&mut facts);
    problems.extend(readings.problems());
    time.time(sources, &mut problems).apply(&mut facts);
    if problems.is_empty() { Ok(facts) } else { Err(problems) }
}
