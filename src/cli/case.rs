//! What is said of a case besides its facts: how the policy is read, the day, the calendar.

use super::input;
use crate::calendar::Calendar;
use crate::decide::{Facts, apply_setting, day_of, facts_from_json, reading_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::Policy;
use crate::source::SourceMap;
use clap::Args;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// How policies are read.
#[derive(Debug, Args)]
pub(super) struct ReadingArguments {
    /// Read an ambiguity of the policy in this way, not in the preferred one
    #[arg(long = "reading", value_name = "NAME=OPTION")]
    settings: Vec<String>,
}

/// What is known of a case.
#[derive(Debug, Args)]
pub(super) struct FactsArguments {
    /// The facts of the case as a JSON object; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// One fact of the case; goes before what the file says
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
}

impl FactsArguments {
    /// The facts of the file and of the settings; all that is wrong with them is added to the problems.
    pub(super) fn read(&self, policy: &Policy, sources: &mut SourceMap, problems: &mut Diagnostics) -> Facts {
        self.read_or(None, policy, sources, problems)
    }

    /// Whether the facts come from standard input.
    pub(super) fn are_standard_input(&self) -> bool {
        self.facts.as_deref().is_some_and(input::is_standard_input)
    }

    /// The same; where no file is named, `other` is read, if there is one.
    pub(super) fn read_or(
        &self,
        other: Option<&Path>,
        policy: &Policy,
        sources: &mut SourceMap,
        problems: &mut Diagnostics,
    ) -> Facts {
        let mut facts = Facts::new(policy);
        if let Some(path) = self.facts.as_deref().or(other) {
            match input::text(path, sources).and_then(|(source, text)| facts_from_json(policy, source, &text)) {
                Ok(read) => facts = read,
                Err(found) => problems.extend(found),
            }
        }
        for setting in &self.set {
            if let Err(problem) = apply_setting(&mut facts, setting) {
                problems.push(problem);
            }
        }
        facts
    }
}

/// The day on which a log or a history is looked at: without it there is no answer, because the program has no clock.
#[derive(Debug, Args)]
pub(super) struct DayArguments {
    /// The day that is asked about; what lies behind it is left aside
    #[arg(long, value_name = "DATE")]
    as_of: String,
    /// The holiday file by which working days are counted
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
}

impl DayArguments {
    /// Reads the day and the holiday file; all that is wrong with them is added to the problems.
    pub(super) fn time(&self, sources: &mut SourceMap, problems: &mut Diagnostics) -> Time {
        time(Some(&self.as_of), self.holidays.as_deref(), sources, problems)
    }
}

/// When a case is looked at, and by which calendar.
#[derive(Debug, Args)]
pub(super) struct TimeArguments {
    /// The day on which the case is looked at: what is due later is still pending
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// The holiday file by which working days are counted
    #[arg(long, value_name = "FILE")]
    holidays: Option<PathBuf>,
}

/// The settings of `--reading`, and what came of them with the policies that were read so far.
#[derive(Default)]
pub(super) struct Readings<'a> {
    settings: Vec<Setting<'a>>,
    problems: Diagnostics,
}

struct Setting<'a> {
    text: &'a str,
    /// Whether some policy has the reading.
    is_known: bool,
    /// What is to be said if none has.
    unknown: Option<Diagnostic>,
}

impl ReadingArguments {
    /// The settings, before any policy was read.
    pub(super) fn readings(&self) -> Readings<'_> {
        let settings = self.settings.iter().map(|text| Setting { text, is_known: false, unknown: None });
        Readings { settings: settings.collect(), problems: Diagnostics::new() }
    }
}

impl Readings<'_> {
    /// The policy, read as the settings say.
    pub(super) fn read(&mut self, policy: Policy) -> Policy {
        let mut policy = policy;
        for setting in &mut self.settings {
            match reading_of(&policy, setting.text) {
                Ok((fact, option)) => {
                    policy = policy.with_default(fact, option);
                    setting.is_known = true;
                }
                // Another policy may have it.
                Err(problem) if problem.code == Code::UnknownFact => setting.unknown = Some(problem),
                Err(problem) => {
                    if !setting.is_known {
                        self.problems.push(problem);
                    }
                    setting.is_known = true;
                }
            }
        }
        policy
    }

    /// Reads one case in the same way, whatever its facts say.
    pub(super) fn settle(&self, facts: &mut Facts) {
        for setting in &self.settings {
            if let Ok((fact, option)) = reading_of(&facts.policy().clone(), setting.text) {
                // An option is a member of the reading's own enumeration.
                let _ = facts.set_value(fact, option);
            }
        }
    }

    /// What is wrong with the settings, after all policies were read.
    pub(super) fn problems(self) -> Diagnostics {
        let unknown =
            self.settings.into_iter().filter(|setting| !setting.is_known).filter_map(|setting| setting.unknown);
        self.problems.into_iter().chain(unknown).collect()
    }
}

/// The day and the calendar of `--as-of` and `--holidays`.
#[derive(Clone, Debug, Default)]
pub(super) struct Time {
    pub(super) as_of: Option<Date>,
    pub(super) calendar: Option<Calendar>,
}

impl TimeArguments {
    /// Reads the day and the holiday file; all that is wrong with them is added to the problems.
    pub(super) fn time(&self, sources: &mut SourceMap, problems: &mut Diagnostics) -> Time {
        time(self.as_of.as_deref(), self.holidays.as_deref(), sources, problems)
    }
}

fn time(as_of: Option<&str>, holidays: Option<&Path>, sources: &mut SourceMap, problems: &mut Diagnostics) -> Time {
    let mut time = Time::default();
    if let Some(text) = as_of {
        match day_of("--as-of", text) {
            Ok(day) => time.as_of = Some(day),
            Err(problem) => problems.push(problem),
        }
    }
    if let Some(path) = holidays {
        match input::calendar(path, sources) {
            Ok(calendar) => time.calendar = Some(calendar),
            Err(found) => problems.extend(found),
        }
    }
    time
}

impl Time {
    /// Looks at a case on this day, by this calendar.
    pub(super) fn apply(self, facts: &mut Facts) {
        if let Some(day) = self.as_of {
            facts.set_as_of(day);
        }
        if let Some(calendar) = self.calendar {
            facts.set_calendar(calendar);
        }
    }
}
