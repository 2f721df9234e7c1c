//! A policy and its mutant in one: what the mutant changes stands beside the original, under ids of its own.
//!
//! The mutant has all declarations of its original, and its rules are as many. So its defines, folds, rules and outcomes
//! are added behind those of the original, with ids that are so much higher; what they mention is moved alike. An
//! analysis of the twin then sees the same cases for both.

use super::rewrite::{Parts, each_part, each_root};
use crate::policy::{DefineId, Expr, ExprKind, FoldId, OutcomeId, Policy, PolicyData, QualifiedName, RuleId};

/// How far the ids of the mutant are moved.
#[derive(Clone, Copy, Debug)]
struct Shift {
    defines: usize,
    folds: usize,
    rules: usize,
}

/// The policy with both.
pub(super) struct Twin {
    pub(super) policy: Policy,
    outcomes: usize,
}

impl Twin {
    /// Puts a mutant beside its original. Conditions that the outcomes do not reach are added as further ones.
    pub(super) fn new(original: &Policy, mutant: &Policy, further: &[Expr]) -> Self {
        let (own, other) = (original.data(), mutant.data());
        let shift = Shift { defines: own.defines.len(), folds: own.folds.len(), rules: own.rules.len() };
        let mut moved = other.clone();
        each_root(&mut moved, &mut |root| shift.expr(root));
        for rule in &mut moved.rules {
            rule.outcome = OutcomeId::new(rule.outcome.index() + own.outcomes.len());
            rule.overrides.iter_mut().for_each(|rule| *rule = shift.rule(*rule));
        }
        for outcome in &mut moved.outcomes {
            outcome.rules.iter_mut().for_each(|rule| *rule = shift.rule(*rule));
            outcome
                .exemptions
                .iter_mut()
                .flat_map(|found| &mut found.from)
                .flatten()
                .for_each(|rule| *rule = shift.rule(*rule));
            outcome.contents.clear();
            // No name that is declared has such a sign.
            let name = format!("{}′", outcome.name.own());
            outcome.name = QualifiedName::new(&name, outcome.name.role());
        }
        let mut data: PolicyData = own.clone();
        data.define_order.extend(moved.define_order.iter().map(|id| DefineId::new(id.index() + shift.defines)));
        data.outcome_order.extend(moved.outcome_order.iter().map(|id| OutcomeId::new(id.index() + own.outcomes.len())));
        data.defines.extend(moved.defines);
        data.folds.extend(moved.folds);
        data.rules.extend(moved.rules);
        data.outcomes.extend(moved.outcomes);
        let outcomes = own.outcomes.len();
        Self { policy: Policy::new(data).beside(further), outcomes }
    }

    /// The outcome of the mutant.
    pub(super) fn other(&self, outcome: OutcomeId) -> OutcomeId {
        OutcomeId::new(outcome.index() + self.outcomes)
    }
}

impl Shift {
    fn rule(self, rule: RuleId) -> RuleId {
        RuleId::new(rule.index() + self.rules)
    }

    /// Lets an expression of the mutant mention what belongs to the mutant. Outcomes stay those of the original: where
    /// they come to the same, so does what reads them; and where they do not, that is a difference already.
    fn expr(self, root: &mut Expr) {
        each_part(root, &mut |part| {
            match &mut part.kind {
                ExprKind::Define(id) => *id = DefineId::new(id.index() + self.defines),
                ExprKind::Fold(id) => *id = FoldId::new(id.index() + self.folds),
                _ => {}
            }
            Parts::Visit
        });
    }
}

/// An expression of the mutant as the twin knows it.
pub(super) fn moved(original: &Policy, expr: &Expr) -> Expr {
    let own = original.data();
    let shift = Shift { defines: own.defines.len(), folds: own.folds.len(), rules: own.rules.len() };
    let mut moved = expr.clone();
    shift.expr(&mut moved);
    moved
}
