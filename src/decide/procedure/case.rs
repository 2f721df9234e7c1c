//! One case before a procedure: what the log shows by the day on which it is looked at, and what the facts say of steps
//! and rights.

use super::log::CaseLog;
use super::report::LaterEntry;
use crate::decide::conditions::{Judged, judge_conditions};
use crate::decide::evaluate::{EvaluationError, Evaluator, Support, Truth};
use crate::decide::exact::Asked;
use crate::decide::facts::Facts;
use crate::decide::interpret::{DecideError, Ground};
use crate::policy::{
    ArithmeticError, BodyId, ClauseId, DutyId, Escalation, Expr, ExprKind, FactId, LoggedEvent, LoggedKind, OutcomeId,
    Party, Policy, Procedure, ProcedureId, StepIndex, Type, Value,
};
use crate::syntax::ast::DutyKind;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Facts that are not known and choices that were not made, by name.
pub(super) type Asks = BTreeSet<String>;

/// When steps are part of a procedure, and when there are rights: in the policy's scope and where their own condition
/// holds; always where `None`.
pub(super) struct Conditions {
    steps: Vec<Option<Expr>>,
    rights: BTreeMap<DutyId, Option<Expr>>,
}

impl Conditions {
    pub(super) fn of(ground: &Ground<'_>, policy: &Policy, id: ProcedureId, procedure: &Procedure) -> Self {
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
    pub(super) parts: Vec<Judged>,
    /// The rights that must have been granted before a step of the procedure, and whether there are.
    rights: BTreeMap<DutyId, Judged>,
    /// For each step its escalations, from the nearest level.
    escalations: Vec<Vec<&'a Escalation>>,
}

impl<'a> Case<'a> {
    pub(super) fn new(
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

    pub(super) fn entry(&self, step: StepIndex) -> Option<&'a LoggedEvent> {
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
    pub(super) fn later_entries(&self, id: ProcedureId, procedure: &Procedure) -> Vec<LaterEntry> {
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
