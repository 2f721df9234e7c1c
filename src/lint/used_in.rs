//! In which clauses a fact is used.

use crate::policy::{ClauseId, Contribution, Expr, ExprKind, FactId, Policy, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// Facts, each with the clauses that look at it, in the order of the text.
pub(super) struct UsedIn {
    clauses: BTreeMap<FactId, BTreeSet<ClauseId>>,
}

impl UsedIn {
    pub(super) fn new(policy: &Policy) -> Self {
        let mut used = Self { clauses: BTreeMap::new() };
        for (clause, expr) in expressions(policy) {
            used.add(policy, clause, expr);
        }
        used
    }

    /// The clauses that look at a fact.
    pub(super) fn clauses(&self, fact: FactId) -> impl Iterator<Item = ClauseId> {
        self.clauses.get(&fact).into_iter().flatten().copied()
    }

    fn add(&mut self, policy: &Policy, clause: ClauseId, expr: &Expr) {
        let data = policy.data();
        Walk::new(data).visit(expr, &mut |part| match &part.kind {
            ExprKind::Fact(fact) => {
                self.clauses.entry(*fact).or_default().insert(clause);
            }
            ExprKind::Fold(fold) => {
                if let Some(fold) = data.folds.get(fold.index()) {
                    self.clauses.entry(fold.list).or_default().insert(clause);
                }
            }
            _ => {}
        });
    }
}

/// All conditions and calculations of a policy, each with its clause; those of rules come first.
fn expressions(policy: &Policy) -> Vec<(ClauseId, &Expr)> {
    let mut found: Vec<(ClauseId, &Expr)> = Vec::new();
    for rule in policy.rules() {
        found.extend(rule.condition.as_ref().map(|condition| (rule.clause, condition)));
        if let Contribution::Computed { from, to, .. } = &rule.permitted {
            found.extend([(rule.clause, from), (rule.clause, to)]);
        }
    }
    for outcome in policy.outcomes() {
        found.extend(outcome.exemptions.iter().map(|one| (one.clause, &one.condition)));
        found.extend(outcome.adjustments.iter().map(|one| (one.clause, &one.condition)));
        for contents in &outcome.contents {
            found.extend(contents.parts.iter().filter_map(|part| Some((contents.clause, part.condition.as_ref()?))));
        }
    }
    found.extend(policy.data().scopes.iter().map(|scope| (scope.clause, &scope.condition)));
    for duty in policy.duties() {
        found.extend(duty.when.iter().chain(&duty.must).chain(&duty.due).map(|part| (duty.clause, part)));
    }
    for step in policy.procedures().iter().flat_map(|procedure| &procedure.steps) {
        found.extend(step.clauses.first().copied().zip(step.when.as_ref()));
    }
    found
}
