//! Rights that must have been granted before a step.

use super::check::{Asks, Case};
use super::report::{RightReport, RightState};
use crate::decide::evaluate::{EvaluationError, Truth};
use crate::policy::{Duty, DutyId, LoggedKind, Procedure, ProcedureId, StepIndex};
use crate::syntax::ast::DutyKind;

/// A right and a step before which it must have been granted.
pub(super) struct Judged {
    pub(super) step: StepIndex,
    pub(super) report: RightReport,
}

/// Every right of the policy that speaks of a step of the procedure, in the order of the text.
pub(super) fn rights(case: &Case<'_>, id: ProcedureId, procedure: &Procedure) -> Result<Vec<Judged>, EvaluationError> {
    let mut found = Vec::new();
    for (index, duty) in case.policy.duties().iter().enumerate() {
        if duty.kind != DutyKind::Right {
            continue;
        }
        for (_, step) in duty.before.iter().filter(|(of, _)| *of == id) {
            found.push(judge(case, DutyId::new(index), duty, procedure, *step)?);
        }
    }
    Ok(found)
}

fn judge(
    case: &Case<'_>,
    id: DutyId,
    duty: &Duty,
    procedure: &Procedure,
    step: StepIndex,
) -> Result<Judged, EvaluationError> {
    let holds = duty.when.as_ref().map_or(Ok(Truth::True), |when| case.evaluator.truth(when))?;
    let granted = case.granted(LoggedKind::Right(id));
    let taken = case.taken(step);
    let mut asks = Asks::new();
    let state = match (granted, taken) {
        (Some(granted), Some(taken)) if granted <= taken => RightState::Granted,
        (Some(_), None) => RightState::Granted,
        _ => match (holds, case.part(step), taken) {
            (Truth::False, ..) | (_, Truth::False, None) => RightState::NotApplicable,
            (Truth::Unknown, ..) => {
                duty.when.iter().for_each(|when| case.ask(when, &mut asks));
                RightState::Undetermined
            }
            (Truth::True, _, Some(_)) => RightState::Denied,
            (Truth::True, _, None) => RightState::Pending,
        },
    };
    let report = RightReport {
        name: duty.name.clone(),
        bearer: duty.bearer.map(|party| case.party(party)),
        before: procedure.steps.get(step.index()).map(|step| step.name.clone()).unwrap_or_default(),
        state,
        granted: granted.map(|day| day.to_string()),
        clause: case.citation(duty.clause),
        asks: asks.into_iter().collect(),
    };
    Ok(Judged { step, report })
}
