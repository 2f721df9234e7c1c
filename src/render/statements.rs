//! What clauses say of outcomes: one row of rules, exemptions and adjustments, and what each of them reads.

use crate::policy::{
    AdjustmentRule, ClauseId, Exemption, Expr, ExprKind, FactId, OutcomeId, Policy, Rule, RuleId, Walk,
};
use std::collections::BTreeSet;

/// One thing that a clause says of one outcome.
#[derive(Clone, Copy, Debug)]
pub(super) enum Statement<'p> {
    Rule(RuleId, &'p Rule),
    Exemption(OutcomeId, &'p Exemption),
    Adjustment(OutcomeId, &'p AdjustmentRule),
}

impl<'p> Statement<'p> {
    /// All of them, in the order of the clauses; of one clause rules first.
    pub(super) fn all(policy: &'p Policy) -> Vec<Self> {
        let rules = policy.rule_ids().zip(policy.rules()).map(|(id, rule)| Self::Rule(id, rule));
        let of_outcomes = policy.outcome_ids().zip(policy.outcomes()).flat_map(|(id, outcome)| {
            let exemptions = outcome.exemptions.iter().map(move |found| Self::Exemption(id, found));
            exemptions.chain(outcome.adjustments.iter().map(move |found| Self::Adjustment(id, found)))
        });
        let mut all: Vec<Self> = rules.chain(of_outcomes).collect();
        all.sort_by_key(Self::clause);
        all
    }

    /// The clause that says it.
    pub(super) fn clause(&self) -> ClauseId {
        match self {
            Self::Rule(_, rule) => rule.clause,
            Self::Exemption(_, found) => found.clause,
            Self::Adjustment(_, found) => found.clause,
        }
    }

    /// The outcome that it speaks of.
    pub(super) fn outcome(&self) -> OutcomeId {
        match self {
            Self::Rule(_, rule) => rule.outcome,
            Self::Exemption(id, _) | Self::Adjustment(id, _) => *id,
        }
    }

    /// What it reads: conditions, and what its amounts are calculated from.
    pub(super) fn expressions(&self) -> Vec<&'p Expr> {
        match self {
            Self::Rule(_, rule) => rule.expressions().collect(),
            Self::Exemption(_, found) => vec![&found.condition],
            Self::Adjustment(_, found) => vec![&found.condition],
        }
    }

    /// The facts and outcomes that it reads.
    pub(super) fn reads(&self, policy: &Policy) -> Read {
        Read::of(policy, self.expressions())
    }
}

/// Facts and outcomes that expressions read, through defines and folds too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) facts: BTreeSet<FactId>,
    pub(super) outcomes: BTreeSet<OutcomeId>,
}

impl Read {
    pub(super) fn of<'e>(policy: &Policy, expressions: impl IntoIterator<Item = &'e Expr>) -> Self {
        let mut read = Self::default();
        for expr in expressions {
            Walk::new(policy.data()).visit(expr, &mut |part| match &part.kind {
                ExprKind::Fact(id) => {
                    read.facts.insert(*id);
                }
                ExprKind::Fold(id) => read.facts.extend(policy.data().folds.get(id.index()).map(|fold| fold.list)),
                ExprKind::Outcome(id, _) => {
                    read.outcomes.insert(*id);
                }
                _ => {}
            });
        }
        read
    }
}
