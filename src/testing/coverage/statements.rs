//! What the author wrote that conditions decide, each with the atomic conditions that it consists of.

use super::boundaries::{Boundary, boundaries};
use super::tree::Tree;
use crate::policy::{
    ClauseId, DefineId, DutyId, Expr, FoldId, OutcomeId, Policy, PolicyData, ProcedureId, Rule, RuleId, RuleKind,
    StepIndex, Type,
};
use crate::source::Span;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a statement does where its condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// `applies when …`.
    Scope,
    /// A rule.
    Rule,
    /// A rule that says `otherwise`.
    Otherwise,
    /// `exempt …`.
    Exemption,
    /// `adjust …`.
    Adjustment,
    /// A named condition.
    Define,
    /// When a duty, a prohibition or a right applies.
    Duty,
    /// What fulfils a duty.
    Fulfilment,
    /// When a step is part of a procedure.
    Step,
    /// Which records of a list count.
    Records,
}

/// What in the policy a statement is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Scope(usize),
    /// The outcomes of one rule as the author wrote it, each with the rules that it became: one for each version.
    Rules(Vec<(OutcomeId, Vec<RuleId>)>, RuleKind),
    Exemption(OutcomeId, usize),
    Adjustment(OutcomeId, usize),
    Define(DefineId),
    Duty(DutyId),
    Fulfilment(DutyId),
    Step(ProcedureId, StepIndex),
    Records(FoldId),
}

/// Something that the author wrote and that a condition decides.
pub(crate) struct Statement<'p> {
    pub(crate) subject: Subject,
    /// The clause it is cited by.
    pub(crate) clause: Option<ClauseId>,
    pub(crate) span: Span,
    /// Its condition: that of each version, which differ only in when they are in force. None where there is no
    /// condition, or where it is measured elsewhere.
    pub(crate) versions: Vec<Tree<'p>>,
    /// The atomic conditions, in the order of the text.
    pub(crate) atoms: Vec<Atom<'p>>,
}

/// An atomic condition: one without `and`, `or`, `not`, `implies`.
pub(crate) struct Atom<'p> {
    pub(crate) expr: &'p Expr,
    pub(crate) boundaries: Vec<Boundary>,
}

impl Statement<'_> {
    /// What kind of statement it is.
    pub(crate) fn kind(&self) -> StatementKind {
        match self.subject {
            Subject::Scope(_) => StatementKind::Scope,
            Subject::Rules(_, RuleKind::Plain) => StatementKind::Rule,
            Subject::Rules(_, RuleKind::Otherwise) => StatementKind::Otherwise,
            Subject::Exemption(..) => StatementKind::Exemption,
            Subject::Adjustment(..) => StatementKind::Adjustment,
            Subject::Define(_) => StatementKind::Define,
            Subject::Duty(_) => StatementKind::Duty,
            Subject::Fulfilment(_) => StatementKind::Fulfilment,
            Subject::Step(..) => StatementKind::Step,
            Subject::Records(_) => StatementKind::Records,
        }
    }
}

/// The statements of a policy, in the order of the text.
pub(crate) fn statements(policy: &Policy) -> Vec<Statement<'_>> {
    let data = policy.data();
    let mut found = rules(policy);
    let mut add = |subject, clause, span, condition| {
        found.push(statement(policy, (subject, clause, span), vec![condition]));
    };
    for (index, scope) in data.scopes.iter().enumerate() {
        add(Subject::Scope(index), Some(scope.clause), scope.condition.span, &scope.condition);
    }
    for (id, outcome) in policy.outcome_ids().zip(&data.outcomes) {
        for (index, exemption) in outcome.exemptions.iter().enumerate() {
            let condition = &exemption.condition;
            add(Subject::Exemption(id, index), Some(exemption.clause), condition.span, condition);
        }
        for (index, adjustment) in outcome.adjustments.iter().enumerate() {
            let condition = &adjustment.condition;
            add(Subject::Adjustment(id, index), Some(adjustment.clause), condition.span, condition);
        }
    }
    for (index, define) in data.defines.iter().enumerate() {
        if define.value.value_type == Type::Bool {
            add(Subject::Define(DefineId::new(index)), None, define.value.span, &define.value);
        }
    }
    for (index, duty) in data.duties.iter().enumerate() {
        let id = DutyId::new(index);
        if let Some(when) = &duty.when {
            add(Subject::Duty(id), Some(duty.clause), when.span, when);
        }
        if let Some(must) = &duty.must {
            add(Subject::Fulfilment(id), Some(duty.clause), must.span, must);
        }
    }
    for (index, procedure) in data.procedures.iter().enumerate() {
        for (place, step) in procedure.steps.iter().enumerate() {
            if let Some(when) = &step.when {
                let clause = step.clauses.first().copied();
                let subject = Subject::Step(ProcedureId::new(index), StepIndex::new(place));
                add(subject, clause, when.span, when);
            }
        }
    }
    for (index, fold) in data.folds.iter().enumerate() {
        if let Some(condition) = &fold.condition {
            add(Subject::Records(FoldId::new(index)), None, condition.span, condition);
        }
    }
    // What has no atomic condition is decided by nothing.
    found.retain(|one| !one.atoms.is_empty() || matches!(one.subject, Subject::Rules(..)));
    found.sort_by_key(|one| (one.span, one.kind(), one.clause));
    found
}

fn statement<'p>(
    policy: &'p Policy,
    (subject, clause, span): (Subject, Option<ClauseId>, Span),
    versions: Vec<&'p Expr>,
) -> Statement<'p> {
    let mut atoms = Vec::new();
    let versions = versions.into_iter().map(|condition| {
        atoms.clear();
        Tree::of(condition, &mut atoms)
    });
    let versions: Vec<Tree<'p>> = versions.collect();
    let atoms = atoms.into_iter().map(|expr| Atom { expr, boundaries: boundaries(policy, expr) }).collect();
    Statement { subject, clause, span, versions, atoms }
}

/// The rules as the author wrote them: one for all outcomes that it assigns, and all versions of what it permits.
fn rules(policy: &Policy) -> Vec<Statement<'_>> {
    let data = policy.data();
    let of_breach: BTreeSet<RuleId> = data.duties.iter().flat_map(|duty| duty.consequences.iter().copied()).collect();
    let mut written: BTreeMap<(Span, ClauseId), Vec<RuleId>> = BTreeMap::new();
    for (id, rule) in policy.rule_ids().zip(&data.rules) {
        written.entry((rule.span, rule.clause)).or_default().push(id);
    }
    let rule = |id: &RuleId| data.rules.get(id.index());
    let mut found = Vec::with_capacity(written.len());
    for ((span, clause), ids) in written {
        let Some(first) = ids.first().and_then(rule) else { continue };
        let mut outcomes: Vec<(OutcomeId, Vec<RuleId>)> = Vec::new();
        for id in &ids {
            let Some(Rule { outcome, .. }) = rule(id) else { continue };
            match outcomes.iter_mut().find(|(known, _)| known == outcome) {
                Some((_, own)) => own.push(*id),
                None => outcomes.push((*outcome, vec![*id])),
            }
        }
        // What follows from a breach has the conditions of the duty, which are measured there.
        let is_of_breach = ids.iter().any(|id| of_breach.contains(id));
        let conditions: Vec<&Expr> =
            if is_of_breach { Vec::new() } else { ids.iter().filter_map(|id| rule(id)?.condition.as_ref()).collect() };
        found.push(statement(policy, (Subject::Rules(outcomes, first.kind), Some(clause), span), conditions));
    }
    found
}

/// The defines and the folds that expressions make use of, directly or through others.
pub(crate) fn used_by<'e>(
    data: &'e PolicyData,
    roots: impl Iterator<Item = &'e Expr>,
) -> (BTreeSet<DefineId>, BTreeSet<FoldId>) {
    let (mut defines, mut folds) = (BTreeSet::new(), BTreeSet::new());
    let mut walk = crate::policy::Walk::new(data);
    for root in roots {
        walk.visit(root, &mut |expr| match &expr.kind {
            crate::policy::ExprKind::Define(id) => {
                defines.insert(*id);
            }
            crate::policy::ExprKind::Fold(id) => {
                folds.insert(*id);
            }
            _ => {}
        });
    }
    (defines, folds)
}
