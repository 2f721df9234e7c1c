//! Whether those took a step who have to, with those who have to agree, and with everything checked.

use super::check::{Asks, Case};
use super::deadline::{Timing, levels};
use super::report::{StepFault, Unrecorded};
use crate::decide::evaluate::EvaluationError;
use crate::policy::{LoggedEvent, Party, Step, StepIndex};
use crate::syntax::ast::Jointly;
use std::collections::BTreeSet;

/// Those who have to take a step.
#[derive(Clone, Debug)]
pub(super) struct Actors {
    pub(super) parties: Vec<Party>,
    pub(super) jointly: Jointly,
}

impl Actors {
    /// The level that the step has passed to last, or else those whom the procedure names.
    pub(super) fn of(step: &Step, timing: &Timing) -> Self {
        match timing.levels.last() {
            Some(level) => Self { parties: vec![Party::Body(level.to)], jointly: Jointly::Separately },
            None => Self { parties: step.actors.clone(), jointly: step.jointly },
        }
    }

    /// Those who did not act though they have to; nobody where the right ones did.
    fn lacking(&self, by: &[Party]) -> Vec<Party> {
        let lacking: Vec<Party> = self.parties.iter().filter(|party| !by.contains(party)).copied().collect();
        match self.jointly {
            Jointly::Separately if lacking.len() < self.parties.len() => Vec::new(),
            Jointly::Separately | Jointly::Together => lacking,
        }
    }
}

/// What is wrong with how a step was taken, and what the log leaves open.
pub(super) fn judge(
    case: &Case<'_>,
    index: StepIndex,
    step: &Step,
    timing: &Timing,
    event: &LoggedEvent,
) -> Result<(Vec<StepFault>, Vec<Unrecorded>), EvaluationError> {
    let (mut faults, mut unrecorded) = (Vec::new(), Vec::new());
    let actors = Actors::of(step, timing);
    if event.by.is_empty() {
        unrecorded.extend((!actors.parties.is_empty()).then_some(Unrecorded::By));
    } else {
        let lacking = actors.lacking(&event.by);
        if !lacking.is_empty() {
            let too_early = too_early(case, index, timing, event)?;
            faults.push(too_early.unwrap_or_else(|| StepFault::WrongActor { lacking: case.parties(&lacking) }));
        }
    }
    if let Some(needs) = step.quorum {
        match event.present {
            Some(had) if had < needs => faults.push(StepFault::QuorumNotMet { had, needs }),
            Some(_) => {}
            None => unrecorded.push(Unrecorded::Present),
        }
    }
    let made: BTreeSet<&str> = event.checks.iter().map(String::as_str).collect();
    let names = step.checks.iter().map(|check| &check.name);
    let checks: Vec<String> = names.filter(|name| !made.contains(name.as_str())).cloned().collect();
    if !checks.is_empty() {
        faults.push(StepFault::ChecksMissing { checks });
    }
    let silent: Vec<Party> = step.consent.iter().filter(|party| !event.consent.contains(party)).copied().collect();
    if !silent.is_empty() {
        faults.push(StepFault::ConsentMissing { of: case.parties(&silent) });
    }
    Ok((faults, unrecorded))
}

/// A level that acted before the step had passed to it.
fn too_early(
    case: &Case<'_>,
    index: StepIndex,
    timing: &Timing,
    event: &LoggedEvent,
) -> Result<Option<StepFault>, EvaluationError> {
    let mut above = case.escalations(index).skip(timing.levels.len());
    let Some(level) = above.find(|escalation| event.by.contains(&Party::Body(escalation.to))) else {
        return Ok(None);
    };
    let from = match timing.start {
        Some(start) => {
            let all = levels(case, index, start, None, &mut Asks::new())?;
            all.iter().skip(timing.levels.len()).find(|found| found.to == level.to).map(|found| found.since)
        }
        None => None,
    };
    Ok(Some(StepFault::TooEarly { level: case.body(level.to), from: from.map(|day| day.to_string()) }))
}
