//! `policyc diff`.

use super::case::TimeArguments;
use super::console::Console;
use super::show::comparison::{show_comparison, show_table};
use super::{Exit, input};
use crate::analyse::{Incomparable, Mapping, Side, Undecided, View};
use crate::compare::{Apart, Comparison, OutcomeChanges, ProvisionChange};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::Policy;
use crate::source::{SourceMap, Span};
use clap::{Args, ValueEnum};
use std::io;
use std::path::{Path, PathBuf};

/// Arguments of `policyc diff`.
#[derive(Debug, Args)]
pub(super) struct DiffArguments {
    /// The old policy and the new one; with `--across` those of two bodies
    #[arg(num_args = 2, value_names = ["OLD", "NEW"])]
    pub(super) policies: Vec<PathBuf>,
    /// The two are in force side by side: report where they contradict each other
    #[arg(long)]
    across: bool,
    /// What OLD calls one way and NEW another: a fact, a role, an outcome, a member of a scale, a field
    #[arg(long, value_name = "OLD=NEW")]
    rename: Vec<String>,
    /// Never take a fact for renamed because its label is the same
    #[arg(long)]
    exact_names: bool,
    /// Which changes make the command fail
    #[arg(long, value_enum)]
    fail_on: Option<FailOn>,
    /// How to print
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    format: DiffFormat,
    #[command(flatten)]
    time: TimeArguments,
}

/// Which changes make the command fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Somewhere the lightest or the heaviest permitted value becomes lighter
    Lighter,
    /// Somewhere the lightest or the heaviest permitted value becomes heavier
    Heavier,
    /// Any case changes, or a duty, a step, a lasting effect, or who decides
    Any,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DiffFormat {
    Human,
    Json,
    Markdown,
}

/// What came of a comparison.
pub(super) struct Compared<'a> {
    pub(super) names: [String; 2],
    pub(super) is_across: bool,
    pub(super) comparison: &'a Comparison,
    pub(super) outcomes: &'a [OutcomeChanges],
    /// What changes beside the outcomes. Two bodies have duties and steps of their own; of them nothing is said.
    pub(super) provisions: &'a [ProvisionChange],
    /// The cases that only one of the texts allows, where that is known.
    pub(super) apart: Result<Option<Apart>, Undecided>,
}

pub(super) fn run(arguments: &DiffArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut problems = Diagnostics::new();
    let policies: Vec<Option<Policy>> =
        arguments.policies.iter().map(|path| policy(path, &mut sources, &mut problems)).collect();
    let time = arguments.time.time(&mut sources, &mut problems);
    let mapping = mapping(arguments, &mut problems);
    let ([Some(old), Some(new)], true) = (policies.as_slice(), problems.is_empty()) else {
        console.complain(&problems, &sources)?;
        return Ok(Exit::BadInput);
    };
    let view = View { as_of: time.as_of, calendar: time.calendar, ..View::default() };
    let comparison = match Comparison::with(old, new, &mapping, &view) {
        Ok(comparison) => comparison,
        Err(reasons) => {
            console.complain(&reasons.iter().map(refused).collect(), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let outcomes = if arguments.across { comparison.clashes() } else { comparison.changes() };
    if arguments.across && outcomes.is_empty() {
        console.complain(&Diagnostics::from_iter([refused(&Incomparable::NothingInCommon)]), &sources)?;
        return Ok(Exit::BadInput);
    }
    let names = [0, 1].map(|at| arguments.policies.get(at).map_or_else(String::new, |path| input::shown(path)));
    let apart = comparison.apart();
    let is_open = outcomes.iter().any(|outcome| outcome.undecided.is_some()) || apart.is_err();
    let provisions = if arguments.across { Vec::new() } else { comparison.provisions() };
    let compared = Compared {
        names,
        is_across: arguments.across,
        comparison: &comparison,
        outcomes: &outcomes,
        provisions: &provisions,
        apart,
    };
    match arguments.format {
        DiffFormat::Human => console.print(&show_comparison(&compared, console))?,
        DiffFormat::Markdown => console.print_raw(&show_table(&compared, console))?,
        DiffFormat::Json => {
            let report = comparison.report(&outcomes, &provisions, &compared.apart);
            let text = serde_json::to_string_pretty(&report).map_err(io::Error::other)?;
            console.print_raw(&format!("{text}\n"))?;
        }
    }
    Ok(match (fails(arguments.fail_on, &outcomes, &provisions), is_open) {
        (true, _) => Exit::Findings,
        (false, true) => Exit::NotDecided,
        (false, false) => Exit::Fine,
    })
}

/// A policy without errors.
fn policy(path: &Path, sources: &mut SourceMap, problems: &mut Diagnostics) -> Option<Policy> {
    let checked = input::check_file(path, sources);
    problems.extend(checked.diagnostics);
    checked.policy
}

fn mapping(arguments: &DiffArguments, problems: &mut Diagnostics) -> Mapping {
    let mut mapping = Mapping::default();
    for renaming in &arguments.rename {
        match renaming.split_once('=') {
            Some((old, new)) if !old.trim().is_empty() && !new.trim().is_empty() => {
                mapping = mapping.rename(old.trim(), new.trim());
            }
            Some(_) | None => {
                let problem = Diagnostic::without_place(Code::Incomparable).with("reason", "renaming");
                problems.push(problem.with("name", renaming.as_str()));
            }
        }
    }
    if arguments.exact_names { mapping.by_name_only() } else { mapping }
}

/// Whether there is a change that is to fail. One without a case to show it may be none.
fn fails(fail_on: Option<FailOn>, outcomes: &[OutcomeChanges], provisions: &[ProvisionChange]) -> bool {
    let mut changes = outcomes.iter().flat_map(|outcome| &outcome.changes).filter(|change| change.is_shown());
    match fail_on {
        Some(FailOn::Lighter) => changes.any(|change| change.falls),
        Some(FailOn::Heavier) => changes.any(|change| change.rises),
        Some(FailOn::Any) => changes.next().is_some() || !provisions.is_empty(),
        None => false,
    }
}

/// Why two texts are not compared, at its places.
fn refused(reason: &Incomparable) -> Diagnostic {
    let at = |reason: &'static str, name: &str, places: [Span; 2]| {
        let [old, new] = places;
        Diagnostic::new(Code::Incomparable, new).label(old, "other").with("reason", reason).with("name", name)
    };
    let everywhere = |reason: &'static str, name: &str| {
        Diagnostic::without_place(Code::Incomparable).with("reason", reason).with("name", name)
    };
    match reason {
        Incomparable::TypeChanged { name, old, new, places } => {
            at("type", name, *places).with("old", old.as_str()).with("new", new.as_str())
        }
        Incomparable::UnitChanged { name, old, new, places } => {
            at("unit", name, *places).with("old", old.as_str()).with("new", new.as_str())
        }
        Incomparable::OrderContradicts { name, members, places } => match members.as_slice() {
            [first, second] => at("order", name, *places).with("old", first.as_str()).with("new", second.as_str()),
            circle => {
                let circle = circle.iter().chain(circle.first()).cloned().collect::<Vec<_>>().join(" < ");
                at("circle", name, *places).with("old", circle)
            }
        },
        Incomparable::RecordsMixed { name, places } => at("records", name, *places),
        Incomparable::DatedOtherwise { old, new } => {
            let day = |fact: &Option<String>| fact.clone().unwrap_or_else(|| "--as-of".to_owned());
            everywhere("dated", "").with("old", day(old)).with("new", day(new))
        }
        Incomparable::UnknownName { name, side: Side::Old } => everywhere("unknown-old", name),
        Incomparable::UnknownName { name, side: Side::New } => everywhere("unknown-new", name),
        Incomparable::NameTaken { name } => everywhere("taken", name),
        Incomparable::NothingInCommon => everywhere("nothing", ""),
    }
}
