//! `policyc effects`.

use super::case::{DayArguments, Readings};
use super::console::Console;
use super::procedure::ReportFormat;
use super::show::show_effects;
use super::{Exit, input};
use crate::calendar::Calendar;
use crate::decide::{EffectsError, effects, history_from_json};
use crate::diagnostic::Diagnostics;
use crate::policy::{PastDecision, Policy};
use crate::source::SourceMap;
use clap::Args;
use jiff::civil::Date;
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc effects`.
#[derive(Debug, Args)]
pub(super) struct EffectsArguments {
    /// The policy
    pub(super) policy: PathBuf,
    /// The earlier decisions on one person as a JSON object; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    history: PathBuf,
    #[command(flatten)]
    time: DayArguments,
    /// How to print
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    format: ReportFormat,
}

pub(super) fn run(arguments: &EffectsArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut Readings::default(), console)? else {
        return Ok(Exit::BadInput);
    };
    let History { decisions, as_of, calendar } = match read(arguments, &policy, &mut sources) {
        Ok(read) => read,
        Err(problems) => {
            console.complain(&problems, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let report = match effects(&policy, &decisions, as_of, calendar.as_ref()) {
        Ok(report) => report,
        Err(error) => {
            console.complain(&untold(&policy, &error), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    match arguments.format {
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(&report).map_err(io::Error::other)?;
            console.print_raw(&format!("{text}\n"))?;
        }
        ReportFormat::Human => console.print(&show_effects(&policy, &report, console))?,
    }
    Ok(Exit::Fine)
}

/// Earlier decisions, and the day and the calendar by which they are looked at.
struct History {
    decisions: Vec<PastDecision>,
    as_of: Date,
    calendar: Option<Calendar>,
}

/// Reads what the arguments name; all that is wrong with it at once.
fn read(arguments: &EffectsArguments, policy: &Policy, sources: &mut SourceMap) -> Result<History, Diagnostics> {
    let mut problems = Diagnostics::new();
    let time = arguments.time.time(sources, &mut problems);
    let history = input::text(&arguments.history, sources);
    match history.and_then(|(source, text)| history_from_json(policy, source, &text)) {
        Ok(decisions) => match (time.as_of, problems.is_empty()) {
            (Some(as_of), true) => Ok(History { decisions, as_of, calendar: time.calendar }),
            _ => Err(problems),
        },
        Err(found) => {
            problems.extend(found);
            Err(problems)
        }
    }
}

/// Why the effects cannot be told, at its place in the policy.
pub(super) fn untold(policy: &Policy, error: &EffectsError) -> Diagnostics {
    match error {
        // The ids were looked up in this policy.
        EffectsError::ForeignId => Diagnostics::new(),
        EffectsError::Evaluation(error) => error.diagnostics(policy),
    }
}
