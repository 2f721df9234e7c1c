//! `policyc eval`.

use super::case::{FactsArguments, ReadingArguments, Readings, TimeArguments};
use super::console::Console;
use super::show::show_decision;
use super::{Exit, input};
use crate::decide::{DecideError, EvaluationError, Facts, decide};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::{ArithmeticError, Period, Policy};
use crate::source::SourceMap;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
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

/// Why a case cannot be decided, at its places in the policy.
pub(super) fn undecidable(policy: &Policy, error: &DecideError) -> Diagnostics {
    match error {
        DecideError::AgainstAssumption { assumptions } => {
            assumptions.iter().map(|span| Diagnostic::new(Code::AgainstAssumption, *span)).collect()
        }
        DecideError::Evaluation(error) => no_result(policy, error),
        DecideError::NotInForce { date, periods } => {
            let periods: Vec<String> = periods.iter().map(days_of).collect();
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
            Diagnostics::from_iter([diagnostic.with("status", status.word())])
        }
    }
}

/// The first and the last day of a period, open ends left out.
fn days_of(period: &Period) -> String {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    format!("{} – {}", day(period.from), day(period.until)).trim().to_owned()
}

/// Why a calculation has no result, at its place.
pub(super) fn no_result(policy: &Policy, error: &EvaluationError) -> Diagnostics {
    let overflow = |reason: &'static str| {
        Diagnostic::new(Code::Overflow, error.span).with("reason", reason).with("policy", policy.name())
    };
    let diagnostic = match error.error {
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
    };
    Diagnostics::from_iter([diagnostic])
}

/// Adds the fact by which the policy is dated.
fn dated(policy: &Policy, diagnostic: Diagnostic, reason: &'static str) -> Diagnostic {
    let fact = policy.dated_by().and_then(|id| policy.facts().get(id.index()));
    diagnostic.with("reason", reason).with("fact", fact.map_or("none", |fact| fact.name.as_str()))
}
