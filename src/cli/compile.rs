//! `policyc compile`.

use super::case::{ReadingArguments, TimeArguments};
use super::console::Console;
use super::output::{self, Target};
use super::{Exit, input};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::{OutcomeId, Policy};
use crate::source::SourceMap;
use crate::sql::{Dialect, NotInSql, Query};
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Most results of one outcome, as the message says it.
const MOST_RESULTS: usize = 62;

/// Arguments of `policyc compile`.
#[derive(Debug, Args)]
pub(super) struct CompileArguments {
    /// The policy
    pub(super) policy: PathBuf,
    /// What to write
    #[arg(long, value_enum)]
    to: FormChoice,
    /// The database that the query is for
    #[arg(long, value_enum)]
    dialect: DialectChoice,
    /// The table with a column for each fact; `SCHEMA.NAME` where it is in a schema
    #[arg(long, value_name = "NAME", default_value = "cases")]
    table: String,
    /// Decide only these outcomes
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    outcome: Vec<String>,
    #[command(flatten)]
    time: TimeArguments,
    #[command(flatten)]
    readings: ReadingArguments,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormChoice {
    Sql,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DialectChoice {
    Duckdb,
    Postgres,
    Spark,
}

pub(super) fn run(arguments: &CompileArguments, console: &Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut readings = arguments.readings.readings();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut readings, console)? else {
        return Ok(Exit::BadInput);
    };
    let mut problems = readings.problems();
    let time = arguments.time.time(&mut sources, &mut problems);
    let outcomes = outcomes(&policy, &arguments.outcome, &mut problems);
    if !problems.is_empty() {
        console.complain(&problems, &sources)?;
        return Ok(Exit::BadInput);
    }
    let FormChoice::Sql = arguments.to;
    let dialect = match arguments.dialect {
        DialectChoice::Duckdb => Dialect::DuckDb,
        DialectChoice::Postgres => Dialect::Postgres,
        DialectChoice::Spark => Dialect::Spark,
    };
    let mut query = Query::new(&policy, dialect).table(&arguments.table);
    if !outcomes.is_empty() {
        query = query.outcomes(outcomes);
    }
    if let Some(day) = time.as_of {
        query = query.as_of(day);
    }
    if let Some(calendar) = time.calendar {
        query = query.calendar(calendar);
    }
    match query.text() {
        Ok(text) => output::write(&arguments.target, &text, console),
        Err(reason) => {
            console.complain(&Diagnostics::from_iter([refused(&reason)]), &sources)?;
            Ok(if reason == NotInSql::TooLarge { Exit::NotDecided } else { Exit::BadInput })
        }
    }
}

/// The outcomes of these names; names that the policy does not have are added to the problems.
fn outcomes(policy: &Policy, names: &[String], problems: &mut Diagnostics) -> Vec<OutcomeId> {
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        match policy.outcome(name) {
            Some(id) => found.push(id),
            None => {
                let known: Vec<&str> = policy.outcomes().iter().map(|outcome| outcome.name.as_str()).collect();
                problems.push(
                    Diagnostic::without_place(Code::NotInSql)
                        .with("reason", "outcome")
                        .with("name", name.as_str())
                        .with("known", known.join(", ")),
                );
            }
        }
    }
    found
}

/// Why there is no query, at its place.
fn refused(reason: &NotInSql) -> Diagnostic {
    let general = |reason: &'static str| Diagnostic::without_place(Code::NotInSql).with("reason", reason);
    match reason {
        NotInSql::Uncut { span } => Diagnostic::new(Code::NotInSql, *span).with("reason", "uncut"),
        NotInSql::Calculated { span } => Diagnostic::new(Code::NotInSql, *span).with("reason", "calculated"),
        NotInSql::TooManyResults { outcome, span } => Diagnostic::new(Code::NotInSql, *span)
            .with("reason", "results")
            .with("name", outcome.as_str())
            .with("most", MOST_RESULTS),
        NotInSql::TooLarge => general("limit"),
        NotInSql::NotDated => general("dated"),
        NotInSql::NoCalendar => general("calendar"),
        NotInSql::OneName { first, second } => {
            general("one-name").with("name", first.as_str()).with("other", second.as_str())
        }
        NotInSql::LongName { name } => general("long-name").with("name", name.as_str()),
    }
}
