//! What expressions are made of, and which of them read outcomes.

use super::handle::PolicyData;
use super::ids::{DefineId, FoldId, OutcomeId};
use super::model::{Expr, ExprKind, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// Visits the expressions that others consist of: each define and each fold once, however often it is mentioned.
pub(crate) struct Walk<'e> {
    data: &'e PolicyData,
    defines: BTreeSet<DefineId>,
    folds: BTreeSet<FoldId>,
}

impl<'e> Walk<'e> {
    pub(crate) fn new(data: &'e PolicyData) -> Self {
        Self { data, defines: BTreeSet::new(), folds: BTreeSet::new() }
    }

    /// The defines that were met.
    pub(crate) fn defines(self) -> BTreeSet<DefineId> {
        self.defines
    }

    /// Visits an expression and all that it consists of, the insides of folds included.
    pub(crate) fn visit(&mut self, root: &'e Expr, visit: &mut dyn FnMut(&'e Expr)) {
        self.visit_where(root, &mut |expr| {
            visit(expr);
            true
        });
    }

    /// The same without the insides of what `visit` refuses.
    pub(crate) fn visit_where(&mut self, root: &'e Expr, visit: &mut dyn FnMut(&'e Expr) -> bool) {
        let mut rest = vec![root];
        while let Some(expr) = rest.pop() {
            if !visit(expr) {
                continue;
            }
            match &expr.kind {
                ExprKind::Define(id) if self.defines.insert(*id) => {
                    rest.extend(self.data.defines.get(id.index()).map(|define| &define.value));
                }
                ExprKind::Fold(id) if self.folds.insert(*id) => {
                    if let Some(fold) = self.data.folds.get(id.index()) {
                        rest.extend(fold.summand.iter().chain(&fold.condition));
                    }
                }
                ExprKind::Define(_) | ExprKind::Fold(_) => {}
                _ => expr.parts(&mut |part| rest.push(part)),
            }
        }
    }
}

impl Expr {
    /// The expressions that this one directly consists of; none for what stands for something else, as a define does.
    pub(crate) fn parts<'e>(&'e self, each: &mut dyn FnMut(&'e Self)) {
        match &self.kind {
            ExprKind::Constant(_)
            | ExprKind::Fact(_)
            | ExprKind::Define(_)
            | ExprKind::Param(_)
            | ExprKind::AsOf
            | ExprKind::Field(_)
            | ExprKind::Fold(_)
            | ExprKind::Outcome(..) => {}
            ExprKind::Not(inner)
            | ExprKind::Negative(inner)
            | ExprKind::Elapsed(inner)
            | ExprKind::Among(_, inner, _)
            | ExprKind::Between(_, inner, ..) => each(inner),
            ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
                operands.iter().for_each(each);
            }
            ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => {
                each(left);
                each(right);
            }
            ExprKind::Within(within) => {
                each(&within.date);
                each(&within.period);
                each(&within.anchor);
            }
            ExprKind::Sum(terms) => terms.iter().for_each(|(_, term)| each(term)),
        }
    }

    /// The same expressions as [`parts`](Self::parts), to be changed.
    pub(crate) fn parts_mut(&mut self, each: &mut dyn FnMut(&mut Self)) {
        match &mut self.kind {
            ExprKind::Constant(_)
            | ExprKind::Fact(_)
            | ExprKind::Define(_)
            | ExprKind::Param(_)
            | ExprKind::AsOf
            | ExprKind::Field(_)
            | ExprKind::Fold(_)
            | ExprKind::Outcome(..) => {}
            ExprKind::Not(inner)
            | ExprKind::Negative(inner)
            | ExprKind::Elapsed(inner)
            | ExprKind::Among(_, inner, _)
            | ExprKind::Between(_, inner, ..) => each(inner),
            ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
                operands.iter_mut().for_each(each);
            }
            ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => {
                each(left);
                each(right);
            }
            ExprKind::Within(within) => {
                each(&mut within.date);
                each(&mut within.period);
                each(&mut within.anchor);
            }
            ExprKind::Sum(terms) => terms.iter_mut().for_each(|(_, term)| each(term)),
        }
    }
}

/// Which outcomes are read, and which defines have to wait for them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reads {
    /// The outcomes that some condition reads.
    pub(crate) outcomes: BTreeSet<OutcomeId>,
    /// The defines that read outcomes, directly or through others, each with the last of these in the order of
    /// evaluation; in the order of evaluation themselves.
    pub(crate) late: Vec<(DefineId, OutcomeId)>,
}

impl Reads {
    pub(crate) fn of(data: &PolicyData) -> Self {
        let mut reads = Self::default();
        let rank: BTreeMap<OutcomeId, usize> =
            data.outcome_order.iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
        let mut latest: BTreeMap<DefineId, OutcomeId> = BTreeMap::new();
        for id in &data.define_order {
            let Some(define) = data.defines.get(id.index()) else { continue };
            let mut last: Option<OutcomeId> = None;
            let mut note = |outcome: OutcomeId| {
                if last.is_none_or(|last| rank.get(&last) < rank.get(&outcome)) {
                    last = Some(outcome);
                }
            };
            // Earlier defines have been looked at, so that a long chain of them is not walked again and again.
            Walk::new(data).visit_where(&define.value, &mut |expr| match &expr.kind {
                ExprKind::Outcome(outcome, _) => {
                    note(*outcome);
                    true
                }
                ExprKind::Define(earlier) => {
                    latest.get(earlier).copied().into_iter().for_each(&mut note);
                    false
                }
                _ => true,
            });
            if let Some(last) = last {
                latest.insert(*id, last);
                reads.late.push((*id, last));
            }
        }
        let mut walk = Walk::new(data);
        let mut note = |expr: &Expr| {
            if let ExprKind::Outcome(outcome, _) = &expr.kind {
                reads.outcomes.insert(*outcome);
            }
        };
        for root in conditions(data) {
            walk.visit(root, &mut note);
        }
        reads
    }
}

/// Every expression that something is decided by.
fn conditions(data: &PolicyData) -> impl Iterator<Item = &Expr> {
    let rules = data.rules.iter().flat_map(Rule::expressions);
    let outcomes = data.outcomes.iter().flat_map(|outcome| outcome.conditions().chain(outcome.part_conditions()));
    let duties = data.duties.iter().flat_map(|duty| duty.when.iter().chain(&duty.must).chain(&duty.due));
    let defines = data.defines.iter().map(|define| &define.value);
    let steps = data.procedures.iter().flat_map(|procedure| &procedure.steps).filter_map(|step| step.when.as_ref());
    rules.chain(outcomes).chain(duties).chain(defines).chain(steps)
}
