//! What `test` blocks say of a case besides its facts: the day, choices, the calendar, the log, earlier decisions.

use super::versions::day;
use super::{NameKind, Resolver};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{DutyId, OutcomeId, ProcedureId, StepIndex};
use crate::policy::model::{
    Asked, ExpectationKind, ExpectedDutyStatus, ExpectedStepState, LoggedEvent, LoggedKind, PastDecision, Period,
    TestCalendar,
};
use crate::policy::value::{Duration, Value};
use crate::source::Span;
use crate::syntax::ast::{
    AsOf, Chosen, DayKind, Days, DutyKind, ExpectedDuty, ExpectedEffect, ExpectedStep, Literal, LiteralKind, LogEvent,
    LogLine, Name, Past, Permitted, Reference,
};
use jiff::civil::Date;

/// What one test says besides its facts.
#[derive(Default)]
pub(super) struct TestEvents {
    pub(super) as_of: Option<(Date, Span)>,
    pub(super) chosen: Vec<(OutcomeId, Option<Value>)>,
    pub(super) calendar: Option<TestCalendar>,
    pub(super) log: Vec<LoggedEvent>,
    pub(super) past: Vec<PastDecision>,
}

impl Resolver {
    pub(super) fn test_as_of(&mut self, written: &AsOf, events: &mut TestEvents) {
        match (events.as_of, day(&written.date)) {
            (Some((_, first)), _) => {
                self.report(Diagnostic::new(Code::GivenTwice, written.place.0).label(first, "first"));
            }
            (None, Some(day)) => events.as_of = Some((day, written.place.0)),
            (None, None) => {}
        }
    }

    pub(super) fn test_choice(&mut self, written: &Chosen, events: &mut TestEvents) {
        let Some(outcome) = self.outcome(&written.outcome) else { return };
        if events.chosen.iter().any(|(known, _)| *known == outcome) {
            self.report(Diagnostic::new(Code::GivenTwice, written.place.0));
            return;
        }
        match &written.value {
            Permitted::None(_) => events.chosen.push((outcome, None)),
            Permitted::One(value) => {
                if let Some(value) = self.outcome_value(outcome, value) {
                    events.chosen.push((outcome, Some(value)));
                }
            }
            // The grammar lets the authority choose one value only.
            Permitted::Set(_) | Permitted::Range(_) => {}
        }
    }

    pub(super) fn test_days(&mut self, written: &Days, events: &mut TestEvents) {
        for (from, until) in &written.days {
            let Some(first) = day(from) else { continue };
            let last = until.as_ref().and_then(day).unwrap_or(first);
            if first > last {
                let span = until.as_ref().map_or(from.place.0, |until| from.place.0.to(until.place.0));
                let diagnostic = Diagnostic::new(Code::InvertedRange, span);
                self.report(diagnostic.with("from", first.to_string()).with("to", last.to_string()));
                continue;
            }
            let calendar = events.calendar.get_or_insert_default();
            let period = Period { from: Some(first), until: Some(last) };
            match written.kind {
                DayKind::Off => calendar.off.push(period),
                DayKind::Working => calendar.working.push(period),
            }
        }
    }

    pub(super) fn test_log(&mut self, written: &LogLine, events: &mut TestEvents) {
        let event = match &written.event {
            LogEvent::Step(name) => self.only_step(name).map(|(procedure, step)| LoggedKind::Step(procedure, step)),
            LogEvent::Right(name) => self.right_named(name).map(LoggedKind::Right),
        };
        let (by, consent) = (self.all_parties(&written.by), self.all_parties(&written.consent));
        let (Some(event), Some(on), Some(by), Some(consent)) = (event, day(&written.on), by, consent) else { return };
        if events.log.iter().any(|known| known.event == event) {
            self.report(Diagnostic::new(Code::GivenTwice, written.place.0));
            return;
        }
        let checks = match event {
            LoggedKind::Step(procedure, step) => self.checks_named(procedure, step, &written.checks),
            LoggedKind::Right(_) => Vec::new(),
        };
        let reason = written.reason.as_ref().map(|reason| reason.value.clone());
        events.log.push(LoggedEvent {
            event,
            on,
            by,
            present: written.present.map(|(count, _)| count),
            checks,
            consent,
            reason,
        });
    }

    fn checks_named(&mut self, procedure: ProcedureId, step: StepIndex, names: &[Name]) -> Vec<String> {
        let step = self.data.procedures.get(procedure.index()).and_then(|found| found.steps.get(step.index()));
        let known: Vec<String> =
            step.map_or_else(Vec::new, |step| step.checks.iter().map(|check| check.name.clone()).collect());
        let mut found = Vec::new();
        for name in names {
            if known.contains(&name.text) {
                found.push(name.text.clone());
            } else {
                self.unknown(Code::UnknownCheck, &name.text, name.span(), known.iter().map(String::as_str));
            }
        }
        found
    }

    pub(super) fn test_past(&mut self, written: &Past, events: &mut TestEvents) {
        let Some(outcome) = self.outcome(&written.outcome) else { return };
        let value = self.outcome_value(outcome, &written.value);
        let (Some(value), Some(on)) = (value, day(&written.on)) else { return };
        events.past.push(PastDecision { outcome, value, on, reference: None });
    }

    /// The step of this name, which only one procedure may have.
    pub(super) fn only_step(&mut self, name: &Name) -> Option<(ProcedureId, StepIndex)> {
        let procedures = self.data.procedures.iter().enumerate();
        let found: Vec<(ProcedureId, StepIndex)> = procedures
            .filter_map(|(index, procedure)| {
                let step = procedure.steps.iter().position(|step| step.name == name.text)?;
                Some((ProcedureId::new(index), StepIndex::new(step)))
            })
            .collect();
        match found.as_slice() {
            [only] => Some(*only),
            [] => {
                self.unknown_step(name, None);
                None
            }
            _ => {
                let diagnostic = Diagnostic::new(Code::AmbiguousStep, name.span());
                self.report(diagnostic.with("name", name.text.as_str()));
                None
            }
        }
    }

    pub(super) fn duty_named(&mut self, name: &Name) -> Option<DutyId> {
        if let Some((id, _)) = self.duties.get(&name.text) {
            return (!self.faulty_duties.contains(id)).then_some(*id);
        }
        let candidates: Vec<String> = self.duties.keys().cloned().collect();
        self.unknown(Code::UnknownDuty, &name.text, name.span(), candidates.iter().map(String::as_str));
        None
    }

    fn right_named(&mut self, name: &Name) -> Option<DutyId> {
        let id = self.duty_named(name)?;
        let duty = self.data.duties.get(id.index())?;
        if duty.kind != DutyKind::Right {
            let declared = duty.span;
            let diagnostic = Diagnostic::new(Code::WrongKindOfName, name.span()).with("name", name.text.as_str());
            self.report(diagnostic.with("wanted", "right").label(declared, "declared"));
            return None;
        }
        Some(id)
    }

    /// A fact, or the authority's choice of an outcome.
    pub(super) fn asked(&mut self, reference: &Reference) -> Option<Asked> {
        if let Some((NameKind::Outcome(id), _)) = self.values.get(&reference.to_string()) {
            return Some(Asked::Choice(*id));
        }
        self.fact(reference).map(Asked::Fact)
    }

    pub(super) fn step_state(&mut self, state: &ExpectedStep) -> Option<ExpectedStepState> {
        Some(match state {
            ExpectedStep::Done => ExpectedStepState::Done,
            ExpectedStep::Late(by) => ExpectedStepState::Late(by.as_ref().and_then(period)),
            ExpectedStep::OutOfOrder => ExpectedStepState::OutOfOrder,
            ExpectedStep::Missing => ExpectedStepState::Missing,
            ExpectedStep::Due(on) => ExpectedStepState::Due(on.as_ref().and_then(day)),
            ExpectedStep::Waiting => ExpectedStepState::Waiting,
            ExpectedStep::WrongActor => ExpectedStepState::WrongActor,
            ExpectedStep::QuorumNotMet => ExpectedStepState::QuorumNotMet,
            ExpectedStep::ChecksMissing => ExpectedStepState::ChecksMissing,
            ExpectedStep::ConsentMissing => ExpectedStepState::ConsentMissing,
            ExpectedStep::PassedTo(body) => ExpectedStepState::PassedTo(self.body(body)?),
            ExpectedStep::NotApplicable => ExpectedStepState::NotApplicable,
            ExpectedStep::Undetermined => ExpectedStepState::Undetermined,
        })
    }

    /// An effect that a test expects; some clause must say that such an effect exists.
    pub(super) fn expected_effect(&mut self, expected: &ExpectedEffect) -> Option<ExpectationKind> {
        let known: Vec<String> = self
            .data
            .effects
            .iter()
            .filter(|effect| effect.verb == expected.verb)
            .map(|effect| effect.name.clone())
            .collect();
        if !known.contains(&expected.name.text) {
            let name = &expected.name;
            self.unknown(Code::UnknownEffect, &name.text, name.span(), known.iter().map(String::as_str));
            return None;
        }
        Some(ExpectationKind::Effect {
            lasting: expected.lasting,
            verb: expected.verb,
            name: expected.name.text.clone(),
            until: expected.until.as_ref().and_then(day),
        })
    }
}

/// The status that a test expects of a duty.
pub(super) fn duty_status(expected: &ExpectedDuty) -> ExpectedDutyStatus {
    match expected {
        ExpectedDuty::Fulfilled => ExpectedDutyStatus::Fulfilled,
        ExpectedDuty::Breached => ExpectedDutyStatus::Breached,
        ExpectedDuty::Pending(until) => ExpectedDutyStatus::Pending(until.as_ref().and_then(day)),
        ExpectedDuty::NotApplicable => ExpectedDutyStatus::NotApplicable,
        ExpectedDuty::Undetermined => ExpectedDutyStatus::Undetermined,
    }
}

/// The period that a literal names.
fn period(literal: &Literal) -> Option<Duration> {
    match literal.kind {
        LiteralKind::Duration(count, unit) => Duration::new(count, unit),
        _ => None,
    }
}
