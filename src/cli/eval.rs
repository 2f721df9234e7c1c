//! `policyc eval`.

use super::console::Console;
use super::show::show_decision;
use super::{Exit, input};
use crate::decide::{DecideError, Facts, apply_setting, decide, facts_from_json};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::{ArithmeticError, Policy};
use crate::source::SourceMap;
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc eval`.
#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    /// The policy
    policy: PathBuf,
    /// The facts of the case as a JSON object; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// One fact of the case; goes before what the file says
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = DecisionFormat::Human)]
    format: DecisionFormat,
    /// Show the known facts of each clause that is cited
    #[arg(long)]
    explain: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DecisionFormat {
    Human,
    Json,
}

pub(super) fn run(arguments: &EvalArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let checked = input::check_file(&arguments.policy, &mut sources);
    let Some(policy) = checked.policy else {
        console.complain(&checked.diagnostics, &sources)?;
        return Ok(Exit::BadInput);
    };
    let facts = match facts(arguments, &policy, &mut sources) {
        Ok(facts) => facts,
        Err(diagnostics) => {
            console.complain(&diagnostics, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let decision = match decide(&policy, &facts) {
        Ok(decision) => decision,
        Err(error) => {
            console.complain(&undecidable(&policy, &error), &sources)?;
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

/// The facts of the file and of the settings; all that is wrong with them at once.
fn facts(arguments: &EvalArguments, policy: &Policy, sources: &mut SourceMap) -> Result<Facts, Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut facts = Facts::new(policy);
    if let Some(path) = &arguments.facts {
        let text = input::read(path).map_err(|error| Diagnostics::from_iter([error.into()]))?;
        let source = sources.add(input::shown(path), text.clone());
        match facts_from_json(policy, source, &text) {
            Ok(read) => facts = read,
            Err(found) => problems.extend(found),
        }
    }
    for setting in &arguments.set {
        if let Err(problem) = apply_setting(&mut facts, setting) {
            problems.push(problem);
        }
    }
    if problems.is_empty() { Ok(facts) } else { Err(problems) }
}

/// Why a case cannot be decided, at its places in the policy.
pub(super) fn undecidable(policy: &Policy, error: &DecideError) -> Diagnostics {
    match error {
        DecideError::AgainstAssumption { assumptions } => {
            assumptions.iter().map(|span| Diagnostic::new(Code::AgainstAssumption, *span)).collect()
        }
        DecideError::Evaluation(error) => {
            let reason = match error.error {
                ArithmeticError::Overflow => "overflow",
                ArithmeticError::NeedsCalendar => "calendar",
                ArithmeticError::Mismatch => "units",
                ArithmeticError::TooManyAmounts => "amounts",
            };
            let diagnostic = Diagnostic::new(Code::Overflow, error.span).with("reason", reason);
            Diagnostics::from_iter([diagnostic.with("policy", policy.name())])
        }
    }
}
