//! Measuring a case log by a procedure.

use super::actors::{Actors, judge};
use super::deadline::{Level, Timing, timing};
use super::log::CaseLog;
use super::order::{Place, places};
use super::report::{
    LaterEntry, NextStep, PROCEDURE_FORMAT, ProcedureReport, ProcedureVerdict, RightState, StepFault, StepReport,
    StepState,
};
use super::rights::{BeforeStep, rights};
use crate::decide::conditions::{Judged, judge_conditions};
use crate::decide::evaluate::{EvaluationError, Evaluator, Support, Truth};
use crate::decide::exact::Asked;
use crate::decide::facts::Facts;
use crate::decide::interpret::{DecideError, Ground};
use crate::policy::{
    ArithmeticError, BodyId, ClauseId, DutyId, Escalation, Expr, ExprKind, FactId, LoggedEvent, LoggedKind, OutcomeId,
    Party, Policy, Procedure, ProcedureId, Step, StepIndex, Type, Value,
};
use crate::syntax::ast::{DutyKind, Jointly, Mode, StepOrder};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

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
    let rights = rights(&case, procedure, declared);
    let mut steps = Vec::with_capacity(declared.steps.len());
    let mut next = Vec::new();
    for (index, (step, place)) in declared.steps.iter().zip(&places).enumerate() {
        let judged = StepCase { case: &case, procedure: declared, index: StepIndex::new(index), step, place };
        let (report, due) = judged.report()?;
        if step.mode == Mode::Must && matches!(report.state, StepState::Missing | StepState::Due) {
            next.push((report.state == StepState::Due, due.is_none(), due, next_step(&report, &rights, index)));
        }
        steps.push(report);
    }
    next.sort_by_key(|(left_out, no_day, due, _)| (*left_out, *no_day, *due));
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

/// Facts that are not known and choices that were not made, by name.
pub(super) type Asks = BTreeSet<String>;

/// When steps are part of a procedure, and when there are rights: in the policy's scope and where their own condition
/// holds; always where `None`.
struct Conditions {
    steps: Vec<Option<Expr>>,
    rights: BTreeMap<DutyId, Option<Expr>>,
}

impl Conditions {
    fn of(ground: &Ground<'_>, policy: &Policy, id: ProcedureId, procedure: &Procedure) -> Self {
        let scopes: Vec<Expr> = match ground.scope {
            Truth::True => Vec::new(),
            Truth::False | Truth::Unknown => policy.data().scopes.iter().map(|part| part.condition.clone()).collect(),
        };
        let together = |own: &Option<Expr>| {
            let parts: Vec<Expr> = scopes.iter().chain(own).cloned().collect();
            let span = parts.last().map(|part| part.span)?;
            Some(Expr { kind: ExprKind::And(parts), value_type: Type::Bool, span })
        };
        let duties = policy.duties().iter().enumerate();
        let rights =
            duties.filter(|(_, duty)| duty.kind == DutyKind::Right && duty.before.iter().any(|(of, _)| *of == id));
        Self {
            steps: procedure.steps.iter().map(|step| together(&step.when)).collect(),
            rights: rights.map(|(index, duty)| (DutyId::new(index), together(&duty.when))).collect(),
        }
    }
}

/// One case before the procedure.
pub(super) struct Case<'a> {
    pub(super) policy: &'a Policy,
    pub(super) facts: &'a Facts,
    pub(super) evaluator: &'a Evaluator<'a>,
    pub(super) as_of: Option<Date>,
    log: &'a CaseLog,
    /// For each step its entry, if it stands in the log by that day.
    taken: Vec<Option<&'a LoggedEvent>>,
    /// For each step whether it is part of the procedure.
    parts: Vec<Judged>,
    /// The rights that must have been granted before a step of the procedure, and whether there are.
    rights: BTreeMap<DutyId, Judged>,
    /// For each step its escalations, from the nearest level.
    escalations: Vec<Vec<&'a Escalation>>,
}

impl<'a> Case<'a> {
    fn new(
        policy: &'a Policy,
        id: ProcedureId,
        procedure: &'a Procedure,
        facts: &'a Facts,
        log: &'a CaseLog,
        ground: &'a Ground<'a>,
        conditions: &'a Conditions,
    ) -> Result<Self, DecideError> {
        let as_of = facts.as_of();
        let by_then = |event: &&LoggedEvent| as_of.is_none_or(|as_of| event.on <= as_of);
        let steps = || (0..procedure.steps.len()).map(StepIndex::new);
        let taken = steps().map(|step| log.get(LoggedKind::Step(id, step)).filter(by_then)).collect();
        let all: Vec<&Expr> = conditions.steps.iter().chain(conditions.rights.values()).flatten().collect();
        let mut judged = judge_conditions(policy, facts, ground, &all)?.into_iter();
        let mut next = |condition: &Option<Expr>| {
            let judged = condition.as_ref().and_then(|_| judged.next());
            judged.unwrap_or_else(|| Judged { truth: Truth::True, asks: BTreeSet::new() })
        };
        let parts = conditions.steps.iter().map(&mut next).collect();
        let rights = conditions.rights.iter().map(|(right, condition)| (*right, next(condition))).collect();
        let mut escalations = vec![Vec::new(); procedure.steps.len()];
        for escalation in &procedure.escalations {
            if let Some(of_step) = escalations.get_mut(escalation.step.index()) {
                of_step.push(escalation);
            }
        }
        Ok(Self { policy, facts, evaluator: &ground.evaluator, as_of, log, taken, parts, rights, escalations })
    }

    /// The rights that must have been granted before a step of the procedure, and whether there are.
    pub(super) fn rights(&self) -> impl Iterator<Item = (DutyId, &Judged)> {
        self.rights.iter().map(|(right, judged)| (*right, judged))
    }

    /// The day on which a step was taken.
    pub(super) fn taken(&self, step: StepIndex) -> Option<Date> {
        self.entry(step).map(|event| event.on)
    }

    fn entry(&self, step: StepIndex) -> Option<&'a LoggedEvent> {
        self.taken.get(step.index()).copied().flatten()
    }

    /// Why a step was taken out of the usual order, if the log says so.
    pub(super) fn reason(&self, step: StepIndex) -> Option<&'a str> {
        let reason = self.entry(step).and_then(|event| event.reason.as_deref());
        reason.filter(|reason| !reason.trim().is_empty())
    }

    /// The day on which a right was granted.
    pub(super) fn granted(&self, right: LoggedKind) -> Option<Date> {
        let day = self.log.get(right).map(|event| event.on);
        day.filter(|day| self.as_of.is_none_or(|as_of| *day <= as_of))
    }

    /// Whether a step is part of the procedure.
    pub(super) fn part(&self, step: StepIndex) -> Truth {
        self.parts.get(step.index()).map_or(Truth::False, |judged| judged.truth)
    }

    pub(super) fn escalations(&self, step: StepIndex) -> impl Iterator<Item = &'a Escalation> + use<'a, '_> {
        self.escalations.get(step.index()).into_iter().flatten().copied()
    }

    /// A period after a day; both belong to `expr`.
    pub(super) fn later(&self, day: Date, period: &Value, expr: &Expr) -> Result<Date, EvaluationError> {
        let problem = |error| EvaluationError { error, span: expr.span };
        match Value::Date(day).add_in(period, self.facts.calendar()).map_err(problem)? {
            Value::Date(day) => Ok(day),
            _ => Err(problem(ArithmeticError::Mismatch)),
        }
    }

    /// Adds what is worth asking about a condition.
    pub(super) fn ask_about(&self, judged: &Judged, asks: &mut Asks) {
        asks.extend(judged.asks.iter().map(|asked| match asked {
            Asked::Fact(id) => self.fact(*id),
            Asked::Choice(id) => self.outcome(*id),
        }));
    }

    /// Adds what is not known of an amount or a period.
    pub(super) fn ask(&self, expr: &Expr, asks: &mut Asks) {
        let mut support = Support::default();
        self.evaluator.support(expr, &mut support);
        let facts = support.facts.into_iter().filter(|fact| self.facts.get(*fact).is_none());
        asks.extend(facts.map(|fact| self.fact(fact)));
        let open = support.outcomes.into_iter().filter(|outcome| self.facts.chosen(*outcome).is_none());
        asks.extend(open.map(|outcome| self.outcome(outcome)));
    }

    fn outcome(&self, outcome: OutcomeId) -> String {
        self.policy.outcomes().get(outcome.index()).map(|outcome| outcome.name.to_string()).unwrap_or_default()
    }

    pub(super) fn fact(&self, fact: FactId) -> String {
        self.policy.facts().get(fact.index()).map(|fact| fact.name.to_string()).unwrap_or_default()
    }

    pub(super) fn citation(&self, clause: ClauseId) -> String {
        self.policy.clauses().get(clause.index()).map(|clause| clause.citation.clone()).unwrap_or_default()
    }

    pub(super) fn body(&self, body: BodyId) -> String {
        self.policy.bodies().get(body.index()).map(|body| body.name.clone()).unwrap_or_default()
    }

    pub(super) fn party(&self, party: Party) -> String {
        match party {
            Party::Body(id) => self.body(id),
            Party::Role(id) => self.policy.roles().get(id.index()).map(|role| role.name.clone()).unwrap_or_default(),
        }
    }

    pub(super) fn parties(&self, parties: &[Party]) -> Vec<String> {
        parties.iter().map(|party| self.party(*party)).collect()
    }

    /// The entries behind the day on which the case is looked at.
    fn later_entries(&self, id: ProcedureId, procedure: &Procedure) -> Vec<LaterEntry> {
        let Some(as_of) = self.as_of else { return Vec::new() };
        let late = self.log.events().filter(|event| as_of < event.on);
        let named = late.filter_map(|event| {
            let name = match event.event {
                LoggedKind::Step(of, step) => procedure.steps.get(step.index()).filter(|_| of == id)?.name.clone(),
                LoggedKind::Right(duty) => self.policy.duties().get(duty.index())?.name.clone(),
            };
            Some((event.on, LaterEntry { name, on: event.on.to_string() }))
        });
        let mut named: Vec<_> = named.collect();
        named.sort();
        named.into_iter().map(|(_, entry)| entry).collect()
    }
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

fn next_step(report: &StepReport, rights: &[BeforeStep], index: usize) -> NextStep {
    let pending = rights.iter().filter(|right| right.step.index() == index);
    let pending = pending.filter(|right| right.report.state == RightState::Pending);
    NextStep {
        step: report.name.clone(),
        by: report.actors.clone(),
        jointly: report.jointly,
        due: report.deadline.as_ref().and_then(|deadline| deadline.due.clone()),
        overdue: report.faults.iter().any(|fault| matches!(fault, StepFault::Late { .. })),
        left_out: report.state == StepState::Missing,
        grant_first: pending.map(|right| right.report.name.clone()).collect(),
    }
}
