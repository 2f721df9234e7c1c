//! Whether duties, steps and lasting effects are as a test expects them.

use super::Found;
use super::case::Case;
use super::words::{duty_word, effect_in_words, step_in_words};
use crate::decide::{DutyStatus, RightState, StepFault, StepReport, StepState};
use crate::policy::{DutyId, ExpectedDutyStatus, ExpectedStepState, Policy, ProcedureId, StepIndex};
use crate::syntax::ast::{EffectVerb, Lasting};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What came instead of an expectation; `None` where it is met.
type Instead = Result<Option<String>, Found>;

/// What a test expects of lasting effects.
#[derive(Clone, Copy)]
pub(super) struct ExpectedEffect<'t> {
    pub(super) lasting: Lasting,
    pub(super) verb: EffectVerb,
    pub(super) name: &'t str,
    pub(super) until: Option<Date>,
}

pub(super) fn step_instead(
    case: &Case<'_>,
    procedure: ProcedureId,
    step: StepIndex,
    expected: ExpectedStepState,
) -> Instead {
    let report = case.procedure(procedure)?.and_then(|report| report.steps.get(step.index()));
    Ok(report.filter(|step| !is_as_expected(case.policy, step, expected)).map(step_in_words))
}

fn is_as_expected(policy: &Policy, step: &StepReport, expected: ExpectedStepState) -> bool {
    let has = |wanted: &dyn Fn(&StepFault) -> bool| step.faults.iter().any(wanted);
    match expected {
        ExpectedStepState::Done => step.state == StepState::Done && step.faults.is_empty(),
        ExpectedStepState::Late(by) => has(&|fault| match fault {
            StepFault::Late { by: found } => by.is_none_or(|by| by.to_string() == *found),
            _ => false,
        }),
        ExpectedStepState::OutOfOrder => {
            has(&|fault| matches!(fault, StepFault::OutOfOrder { .. } | StepFault::UnusualOrder { .. }))
        }
        ExpectedStepState::Missing => step.state == StepState::Missing,
        ExpectedStepState::Due(on) => {
            let due = step.deadline.as_ref().and_then(|deadline| deadline.due.as_ref());
            step.state == StepState::Due && on.is_none_or(|on| due.is_some_and(|due| on.to_string() == *due))
        }
        ExpectedStepState::Waiting => step.state == StepState::Waiting,
        ExpectedStepState::WrongActor => {
            has(&|fault| matches!(fault, StepFault::WrongActor { .. } | StepFault::TooEarly { .. }))
        }
        ExpectedStepState::QuorumNotMet => has(&|fault| matches!(fault, StepFault::QuorumNotMet { .. })),
        ExpectedStepState::ChecksMissing => has(&|fault| matches!(fault, StepFault::ChecksMissing { .. })),
        ExpectedStepState::ConsentMissing => has(&|fault| matches!(fault, StepFault::ConsentMissing { .. })),
        ExpectedStepState::PassedTo(body) => {
            let name = policy.bodies().get(body.index()).map(|body| &body.name);
            name.is_some_and(|name| step.passed.last().is_some_and(|level| level.to == *name))
        }
        ExpectedStepState::NotApplicable => matches!(step.state, StepState::NotApplicable | StepState::Skipped),
        ExpectedStepState::Undetermined => step.state == StepState::Undetermined,
    }
}

pub(super) fn effect_instead(case: &Case<'_>, expected: ExpectedEffect<'_>) -> Instead {
    let ExpectedEffect { lasting, verb, name, until } = expected;
    let found = case.effects()?.lasting(verb, name);
    let lasts = found.is_some_and(|effect| until.is_none_or(|until| effect.until == Some(until.to_string())));
    let met = match lasting {
        Lasting::Yes => lasts,
        Lasting::No => !lasts,
    };
    Ok((!met).then(|| effect_in_words(verb, name, found)))
}

/// How a duty stands, with the day until which it is pending.
#[derive(Clone, PartialEq, Eq)]
struct Standing {
    status: DutyStatus,
    due: Option<String>,
}

pub(super) fn duty_instead(case: &Case<'_>, id: DutyId, expected: ExpectedDutyStatus) -> Instead {
    let Some(duty) = case.policy.duties().get(id.index()) else { return Ok(None) };
    let mut standings = Vec::new();
    if duty.must.is_some() {
        let decided = case.decision()?.duties.iter().find(|found| found.name == duty.name);
        standings.extend(decided.map(|found| Standing { status: found.status, due: found.due.clone() }));
    }
    let procedures: BTreeSet<ProcedureId> = duty.before.iter().map(|(procedure, _)| *procedure).collect();
    for procedure in procedures {
        let rights = case.procedure(procedure)?.map(|report| report.rights.as_slice()).unwrap_or_default();
        let own = rights.iter().filter(|right| right.name == duty.name);
        standings.extend(own.map(|right| Standing { status: as_duty(right.state), due: None }));
    }
    let Some(standing) = together(standings) else { return Ok(None) };
    let day = |day: Option<Date>| day.is_none_or(|day| standing.due == Some(day.to_string()));
    let met = match expected {
        ExpectedDutyStatus::Fulfilled => standing.status == DutyStatus::Fulfilled,
        ExpectedDutyStatus::Breached => standing.status == DutyStatus::Breached,
        ExpectedDutyStatus::Pending(until) => standing.status == DutyStatus::Pending && day(until),
        ExpectedDutyStatus::NotApplicable => standing.status == DutyStatus::NotApplicable,
        ExpectedDutyStatus::Undetermined => standing.status == DutyStatus::Undetermined,
    };
    Ok((!met).then(|| in_words(&duty.name, &standing)))
}

fn as_duty(state: RightState) -> DutyStatus {
    match state {
        RightState::Granted => DutyStatus::Fulfilled,
        RightState::Pending => DutyStatus::Pending,
        RightState::Denied => DutyStatus::Breached,
        RightState::NotApplicable => DutyStatus::NotApplicable,
        RightState::Undetermined => DutyStatus::Undetermined,
    }
}

/// A right that has to be granted in several ways: one breach breaches it, and it is fulfilled where all that apply are.
fn together(standings: Vec<Standing>) -> Option<Standing> {
    let weight = |status: DutyStatus| match status {
        DutyStatus::Breached => 4,
        DutyStatus::Undetermined => 3,
        DutyStatus::Pending => 2,
        DutyStatus::Fulfilled => 1,
        DutyStatus::NotApplicable => 0,
    };
    standings.into_iter().max_by_key(|standing| weight(standing.status))
}

fn in_words(name: &str, standing: &Standing) -> String {
    let status = duty_word(standing.status);
    match (&standing.due, standing.status) {
        (Some(due), DutyStatus::Pending) => format!("duty {name} pending until {due}"),
        _ => format!("duty {name} {status}"),
    }
}
