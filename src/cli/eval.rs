//! `policyc eval`.

use super::case::{ReadingArguments, Readings, TimeArguments};
use super::console::Console;
use super::show::show_decision;
use super::{Exit, input};
use crate::decide::{DecideError, EvaluationError, Facts, apply_setting, decide, facts_from_json};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::{ArithmeticError, Policy};
use crate::source::{Source, SourceMap};
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc eval`.
#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    /// The policy
    pub(super) policy: PathBuf,
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
    let checked = input::check_file(&arguments.policy, &mut sources, &mut readings);
    let Some(policy) = checked.policy else {
        console.complain(&checked.diagnostics, &sources)?;
        return Ok(Exit::BadInput);
    };
    let facts = match facts(arguments, &policy, readings, &mut sources) {
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

/// The facts of the file and of the settings, and what else is said of the case; all that is wrong with them at once.
fn facts(
    arguments: &EvalArguments,
    policy: &Policy,
    readings: Readings<'_>,
    sources: &mut SourceMap,
) -> Result<Facts, Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut facts = Facts::new(policy);
    if let Some(path) = &arguments.facts {
        match input::read(path) {
            Ok(text) => {
                let source = sources.add(input::shown(path), text);
                match facts_from_json(policy, source, sources.get(source).map_or("", Source::text)) {
                    Ok(read) => facts = read,
                    Err(found) => problems.extend(found),
                }
            }
            Err(error) => problems.push(error.into()),
        }
    }
    for setting in &arguments.set {
        if let Err(problem) = apply_setting(&mut facts, setting) {
            problems.push(problem);
        }
    }
    readings.settle(&mut facts);
    problems.extend(readings.problems());
    arguments.time.time(sources, &mut problems).apply(&mut facts);
    if problems.is_empty() { Ok(facts) } else { Err(problems) }
}

/// Why a case cannot be decided, at its places in the policy.
pub(super) fn undecidable(policy: &Policy, error: &DecideError) -> Diagnostics {
    match error {
        DecideError::AgainstAssumption { assumptions } => {
            assumptions.iter().map(|span| Diagnostic::new(Code::AgainstAssumption, *span)).collect()
        }
        DecideError::Evaluation(error) => Diagnostics::from_iter([without_result(policy, error)]),
        DecideError::NotInForce { date, periods } => {
            let periods: Vec<String> = periods.iter().map(ToString::to_string).collect();
            let diagnostic = Diagnostic::without_place(Code::NotInForce).with("policy", policy.name());
            Diagnostics::from_iter([diagnostic.with("date", date.to_string()).with("periods", periods.join(", "))])
        }
        DecideError::NotDated => {
            Diagnostics::from_iter([dated(policy, Diagnostic::without_place(Code::NotDated), "policy")])
        }
        DecideError::ChoiceNotPermitted { outcome, chosen, permitted } => {
            let diagnostic = Diagnostic::without_place(Code::ChoiceNotPermitted).with("outcome", outcome.as_str());
            let diagnostic = diagnostic.with("chosen", chosen.as_str()).with("permitted", permitted.join(", "));
            Diagnostics::from_iter([diagnostic])
        }
        DecideError::ChoiceNotOpen { outcome, status } => {
            let diagnostic = Diagnostic::without_place(Code::ChoiceNotOpen).with("outcome", outcome.as_str());
            Diagnostics::from_iter([diagnostic.with("status", status.as_str())])
        }
    }
}

/// Why a calculation has no result, at its place.
fn without_result(policy: &Policy, error: &EvaluationError) -> Diagnostic {
    let overflow = |reason: &'static str| {
        Diagnostic::new(Code::Overflow, error.span).with("reason", reason).with("policy", policy.name())
    };
    match error.error {
        ArithmeticError::Overflow => overflow("overflow"),
        ArithmeticError::Mismatch => overflow("units"),
        ArithmeticError::TooManyAmounts => overflow("amounts"),
        ArithmeticError::NeverHappened => overflow("never"),
        ArithmeticError::BadInterval => overflow("interval"),
        ArithmeticError::NeedsCalendar => Diagnostic::new(Code::NoHolidays, error.span),
        ArithmeticError::YearNotCovered(year) => {
            Diagnostic::new(Code::HolidayYearMissing, error.span).with("year", year.to_string())
        }
        ArithmeticError::NoVersion => Diagnostic::new(Code::NoVersion, error.span),
        ArithmeticError::NotDated => dated(policy, Diagnostic::new(Code::NotDated, error.span), "parameter"),
    }
}

/// Adds the fact by which the policy is dated.
fn dated(policy: &Policy, diagnostic: Diagnostic, reason: &'static str) -> Diagnostic {
    let fact = policy.dated_by().and_then(|id| policy.facts().get(id.index()));
    diagnostic.with("reason", reason).with("fact", fact.map_or("none", |fact| fact.name.as_str()))
}
