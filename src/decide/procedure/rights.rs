//! Rights that must have been granted before a step.

use super::check::{Asks, Case};
use super::report::{RightReport, RightState};
use crate::decide::conditions::Judged;
use crate::decide::evaluate::Truth;
use crate::policy::{Duty, DutyId, LoggedKind, Procedure, ProcedureId, StepIndex};

/// A right and a step before which it must have been granted.
pub(super) struct BeforeStep {
    pub(super) step: StepIndex,
    pub(super) report: RightReport,
}

/// Every right of the policy that speaks of a step of the procedure, in the order of the text.
pub(super) fn rights(case: &Case<'_>, id: ProcedureId, procedure: &Procedure) -> Vec<BeforeStep> {
    let mut found = Vec::new();
    for (right, judged) in case.rights() {
        let Some(duty) = case.policy.duties().get(right.index()) else { continue };
        for (_, step) in duty.before.iter().filter(|(of, _)| *of == id) {
            found.push(before_step(case, right, duty, judged, procedure, *step));
        }
    }
    found
}

fn before_step(
    case: &Case<'_>,
    id: DutyId,
    duty: &Duty,
    judged: &Judged,
    procedure: &Procedure,
    step: StepIndex,
) -> BeforeStep {
    let granted = case.granted(LoggedKind::Right(id));
    let taken = case.taken(step);
    let mut asks = Asks::new();
    let state = match (granted, taken) {
        (Some(granted), Some(taken)) if granted <= taken => RightState::Granted,
        (Some(_), None) => RightState::Granted,
        _ => match (judged.truth, case.part(step), taken) {
            (Truth::False, ..) | (_, Truth::False, None) => RightState::NotApplicable,
            (Truth::Unknown, ..) => {
                case.ask_about(judged, &mut asks);
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
    BeforeStep { step, report }
}
