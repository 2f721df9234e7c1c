//! Measuring a case log by a procedure.

use super::actors::{Actors, judge};
use super::case::{Asks, Case, Conditions};
use super::deadline::{Level, Timing, timing};
use super::log::CaseLog;
use super::order::{Place, places};
use super::report::{
    NextStep, PROCEDURE_FORMAT, ProcedureReport, ProcedureVerdict, RightState, StepFault, StepReport, StepState,
};
use super::rights::{BeforeStep, rights};
use crate::decide::evaluate::{EvaluationError, Truth};
use crate::decide::facts::Facts;
use crate::decide::interpret::{DecideError, Ground};
use crate::policy::{LoggedEvent, Policy, Procedure, ProcedureId, Step, StepIndex};
use crate::syntax::ast::{Jointly, Mode, StepOrder};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Why a log cannot be measured.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProcedureError {
    /// The id comes from another policy.
    #[error("the procedure's id belongs to another policy")]
    ForeignId,
    /// The facts do not fit the policy, or a calculation has no result: it leaves the calendar, or working days need a
    /// calendar of holidays.
    #[error(transparent)]
    Undecidable(#[from] DecideError),
}

impl From<EvaluationError> for ProcedureError {
    fn from(error: EvaluationError) -> Self {
        Self::Undecidable(error.into())
    }
}

/// Measures a case log by a procedure.
///
/// The day on which the case is looked at, the calendar of holidays and the facts that conditions and deadlines mention
/// come from `facts`. Entries behind that day are left aside and listed in [`ProcedureReport::later`]. Without that day
/// the case is judged at its end. Takes time linear in the procedure, and `n log n` in the log.
///
/// # Errors
/// The procedure is not one of the policy's, the case cannot be decided at all, or a calculation has no result.
pub fn check_procedure(
    policy: &Policy,
    procedure: ProcedureId,
    facts: &Facts,
    log: &CaseLog,
) -> Result<ProcedureReport, ProcedureError> {
    let declared = policy.procedures().get(procedure.index()).ok_or(ProcedureError::ForeignId)?;
    let ground = Ground::of(policy, facts)?;
    let conditions = Conditions::of(&ground, policy, procedure, declared);
    let case = Case::new(policy, procedure, declared, facts, log, &ground, &conditions)?;
    let places = places(declared, &case);
    let mut steps = Vec::with_capacity(declared.steps.len());
    let mut due_days = Vec::with_capacity(declared.steps.len());
    for (index, (step, place)) in declared.steps.iter().zip(&places).enumerate() {
        let judged = StepCase { case: &case, procedure: declared, index: StepIndex::new(index), step, place };
        let (report, due) = judged.report()?;
        steps.push(report);
        due_days.push(due);
    }
    let rights = rights(&case, procedure, &steps);
    let mut pending: BTreeMap<StepIndex, Vec<String>> = BTreeMap::new();
    for BeforeStep { step, report } in rights.iter().filter(|right| right.report.state == RightState::Pending) {
        pending.entry(*step).or_default().push(report.name.clone());
    }
    let mut next = Vec::new();
    for (index, (report, due)) in steps.iter().zip(due_days).enumerate() {
        if !report.optional && matches!(report.state, StepState::Missing | StepState::Due) {
            let step = next_step(report, pending.remove(&StepIndex::new(index)));
            next.push((report.state == StepState::Due, due.is_none(), due, step));
        }
    }
    next.sort_by_key(|(is_due, no_day, due, _)| (*is_due, *no_day, *due));
    let rights: Vec<_> = rights.into_iter().map(|judged| judged.report).collect();
    let faulty = steps.iter().any(|step| step.state == StepState::Missing || !step.faults.is_empty())
        || rights.iter().any(|right| right.state == RightState::Denied);
    let open = steps
        .iter()
        .any(|step| step.state == StepState::Undetermined || !step.asks.is_empty() || !step.unrecorded.is_empty())
        || rights.iter().any(|right| right.state == RightState::Undetermined);
    Ok(ProcedureReport {
        format: PROCEDURE_FORMAT,
        policy: policy.name().to_owned(),
        procedure: declared.name.clone(),
        as_of: case.as_of.map(|day| day.to_string()),
        verdict: match (faulty, open) {
            (true, _) => ProcedureVerdict::Faulty,
            (false, true) => ProcedureVerdict::Undetermined,
            (false, false) => ProcedureVerdict::InOrder,
        },
        steps,
        rights,
        next: next.into_iter().map(|(.., step)| step).collect(),
        later: case.later_entries(procedure, declared),
    })
}

/// One step of the case.
struct StepCase<'c, 'a> {
    case: &'c Case<'a>,
    procedure: &'c Procedure,
    index: StepIndex,
    step: &'c Step,
    place: &'c Place,
}

impl StepCase<'_, '_> {
    /// What is said of the step, with the last day on which it is in time.
    fn report(&self) -> Result<(StepReport, Option<Date>), EvaluationError> {
        let Self { case, step, place, .. } = self;
        let entry = case.entry(self.index);
        let part = case.part(self.index);
        let mut timing = match part {
            Truth::True | Truth::Unknown => timing(case, self.procedure, self.index, step, place.ready)?,
            Truth::False => Timing::default(),
        };
        let state = self.state(&timing);
        let mut asks = self.asks(state);
        if !matches!(state, StepState::NotApplicable | StepState::Skipped) {
            asks.append(&mut timing.asks);
        }
        let actors = Actors::of(step, &timing);
        let names = |steps: &[StepIndex]| steps.iter().map(|step| self.name(*step)).collect::<Vec<_>>();
        let mut report = StepReport {
            name: step.name.clone(),
            clauses: step.clauses.iter().map(|clause| case.citation(*clause)).collect(),
            optional: step.mode == Mode::May,
            state,
            taken: entry.map(|event| event.on.to_string()),
            by: entry.map(|event| case.parties(&event.by)).unwrap_or_default(),
            actors: case.parties(&actors.parties),
            jointly: actors.jointly == Jointly::Together,
            deadline: timing.deadline.take(),
            passed: Vec::new(),
            faults: Vec::new(),
            excused: None,
            waiting_for: if state == StepState::Waiting { names(&place.waits_for) } else { Vec::new() },
            overtaken_by: if state == StepState::Missing { names(&place.followers) } else { Vec::new() },
            unrecorded: Vec::new(),
            asks: Vec::new(),
        };
        match (part, entry) {
            (Truth::True, Some(event)) => self.judge_taken(&timing, event, &mut report)?,
            (Truth::True, None) if step.mode == Mode::Must => report.faults.extend(late(&timing)),
            (Truth::False, Some(_)) => report.faults.push(StepFault::NotCalledFor),
            (Truth::True | Truth::False | Truth::Unknown, _) => {}
        }
        if !matches!(state, StepState::NotApplicable | StepState::Skipped | StepState::Undetermined) {
            report.passed = timing.levels.iter().map(|level: &Level| level.report(case)).collect();
        }
        report.asks = asks.into_iter().collect();
        Ok((report, timing.due))
    }

    fn state(&self, timing: &Timing) -> StepState {
        let Self { case, step, place, .. } = self;
        let at_the_end = case.as_of.is_none();
        match (case.part(self.index), case.taken(self.index), step.mode) {
            (Truth::False, ..) => StepState::NotApplicable,
            (Truth::Unknown, ..) => StepState::Undetermined,
            (Truth::True, Some(_), _) => StepState::Done,
            (Truth::True, None, Mode::May) if at_the_end || !place.followers.is_empty() || timing.late.is_some() => {
                StepState::Skipped
            }
            (Truth::True, None, Mode::Must) if at_the_end || !place.followers.is_empty() => StepState::Missing,
            (Truth::True, None, _) if !place.waits_for.is_empty() => StepState::Waiting,
            (Truth::True, None, _) if !place.open.is_empty() => StepState::Undetermined,
            (Truth::True, None, _) => StepState::Due,
        }
    }

    /// The unknown facts that leave the state open.
    fn asks(&self, state: StepState) -> Asks {
        let mut asks = Asks::new();
        if state == StepState::Undetermined {
            let own = [self.index];
            let open = if self.case.part(self.index) == Truth::Unknown { &own[..] } else { &self.place.open };
            let judged = open.iter().filter_map(|step| self.case.parts.get(step.index()));
            judged.for_each(|judged| self.case.ask_about(judged, &mut asks));
        }
        asks
    }

    fn judge_taken(
        &self,
        timing: &Timing,
        event: &LoggedEvent,
        report: &mut StepReport,
    ) -> Result<(), EvaluationError> {
        report.faults.extend(late(timing));
        report.faults.extend(self.place.before.iter().map(|(step, order)| match order {
            StepOrder::Strict => StepFault::OutOfOrder { before: self.name(*step) },
            StepOrder::Usual => StepFault::UnusualOrder { before: self.name(*step) },
        }));
        report.excused = self.case.reason(self.index).filter(|_| self.place.is_excused).map(str::to_owned);
        let (faults, unrecorded) = judge(self.case, self.index, self.step, timing, event)?;
        report.faults.extend(faults);
        report.unrecorded = unrecorded;
        Ok(())
    }

    fn name(&self, step: StepIndex) -> String {
        self.procedure.steps.get(step.index()).map(|step| step.name.clone()).unwrap_or_default()
    }
}

fn late(timing: &Timing) -> Option<StepFault> {
    timing.late.map(|by| StepFault::Late { by: by.to_string() })
}

fn next_step(report: &StepReport, grant_first: Option<Vec<String>>) -> NextStep {
    NextStep {
        step: report.name.clone(),
        by: report.actors.clone(),
        jointly: report.jointly,
        due: report.deadline.as_ref().and_then(|deadline| deadline.due.clone()),
        overdue: report.faults.iter().any(|fault| matches!(fault, StepFault::Late { .. })),
        left_out: report.state == StepState::Missing,
        grant_first: grant_first.unwrap_or_default(),
    }
}
