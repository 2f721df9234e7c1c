//! The case that a test describes, and what is said of it. Each question is asked once, and only if a test asks it.

use super::{Found, Setting};
use crate::calendar::{Calendar, DayKind};
use crate::decide::{CaseLog, Decision, EffectsReport, Facts, ProcedureReport, check_procedure, decide, effects};
use crate::policy::{Period, Policy, ProcedureId, Test, TestCalendar};
use crate::source::limits::MAX_CALENDAR_YEARS;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// A test's case.
pub(super) struct Case<'p> {
    pub(super) policy: &'p Policy,
    test: &'p Test,
    facts: Facts,
    log: CaseLog,
    decision: OnceCell<Result<Decision, Found>>,
    procedures: BTreeMap<ProcedureId, OnceCell<Result<ProcedureReport, Found>>>,
    effects: OnceCell<Result<EffectsReport, Found>>,
}

impl<'p> Case<'p> {
    /// The case of a test; `Err` if its days off make no calendar.
    pub(super) fn new(policy: &'p Policy, test: &'p Test, setting: &Setting) -> Result<Self, Found> {
        let mut facts = Facts::new(policy);
        for (fact, value) in &test.given {
            // The checker has seen to types and units.
            let set = facts.set_value(*fact, value.clone());
            debug_assert!(set.is_ok(), "{set:?}");
        }
        for (outcome, value) in &test.chosen {
            let chosen = facts.choose(*outcome, value.clone());
            debug_assert!(chosen.is_ok(), "{chosen:?}");
        }
        if let Some(day) = test.as_of.or(setting.as_of) {
            facts.set_as_of(day);
        }
        let own = test.calendar.as_ref().map(|days| calendar(days).ok_or(Found::TooManyYears)).transpose()?;
        if let Some(calendar) = own.or_else(|| setting.calendar.clone()) {
            facts.set_calendar(calendar);
        }
        let mut log = CaseLog::new();
        for event in &test.log {
            // The checker has reported a second line about one step.
            let _ = log.record(event.clone());
        }
        let ids = (0..policy.procedures().len()).map(ProcedureId::new);
        Ok(Self {
            policy,
            test,
            facts,
            log,
            decision: OnceCell::new(),
            procedures: ids.map(|id| (id, OnceCell::new())).collect(),
            effects: OnceCell::new(),
        })
    }

    /// The facts of the case.
    pub(super) fn facts(&self) -> &Facts {
        &self.facts
    }

    /// How the case is decided.
    pub(super) fn decision(&self) -> Result<&Decision, Found> {
        let decided = || decide(self.policy, &self.facts).map_err(Found::Undecidable);
        self.decision.get_or_init(decided).as_ref().map_err(Found::clone)
    }

    /// How the log fares by a procedure.
    pub(super) fn procedure(&self, id: ProcedureId) -> Result<Option<&ProcedureReport>, Found> {
        let Some(known) = self.procedures.get(&id) else { return Ok(None) };
        let checked = || check_procedure(self.policy, id, &self.facts, &self.log).map_err(Found::Unmeasured);
        known.get_or_init(checked).as_ref().map(Some).map_err(Found::clone)
    }

    /// What the earlier decisions entail on the day of the test.
    pub(super) fn effects(&self) -> Result<&EffectsReport, Found> {
        let told = || {
            let day = self.facts.as_of().ok_or(Found::NoDay)?;
            effects(self.policy, &self.test.past, day, self.facts.calendar()).map_err(Found::Untold)
        };
        self.effects.get_or_init(told).as_ref().map_err(Found::clone)
    }
}

/// The calendar of a test. It covers every year from the first to the last day that is listed; `None` if those are too
/// many.
fn calendar(days: &TestCalendar) -> Option<Calendar> {
    let listed = || days.off.iter().chain(&days.working).filter_map(|period| period.from.zip(period.until));
    let first = listed().map(|(from, _)| from.year()).min()?;
    let last = listed().map(|(_, until)| until.year()).max()?;
    // Seen to before the days are counted one by one.
    if usize::from(last.abs_diff(first)) >= MAX_CALENDAR_YEARS {
        return None;
    }
    let of =
        |periods: &[Period], kind| periods.iter().flat_map(each_day).map(move |day| (day, kind)).collect::<Vec<_>>();
    let off = of(&days.off, DayKind::Off);
    let working = of(&days.working, DayKind::Working);
    Calendar::new(first..=last, off.into_iter().chain(working)).ok()
}

fn each_day(period: &Period) -> impl Iterator<Item = Date> + use<> {
    let Period { from, until } = *period;
    std::iter::successors(from, |day| day.tomorrow().ok())
        .take_while(move |day| until.is_some_and(|until| *day <= until))
}
