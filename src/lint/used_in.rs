//! In which clause a fact is used.

use super::mentioned::Mentioned;
use crate::policy::{ClauseId, Contribution, Expr, FactId, Policy};
use std::collections::BTreeMap;

/// Facts, each with the clause that is most about it.
pub(super) struct UsedIn {
    clauses: BTreeMap<FactId, (usize, ClauseId)>,
}

impl UsedIn {
    pub(super) fn new(policy: &Policy) -> Self {
        let mut used = Self { clauses: BTreeMap::new() };
        for (clause, expr) in expressions(policy) {
            used.add(policy, clause, expr);
        }
        used
    }

    /// The clause that is most about a fact: the one that looks at the fewest others beside it, the first of several.
    pub(super) fn clause(&self, fact: FactId) -> Option<ClauseId> {
        self.clauses.get(&fact).map(|(_, clause)| *clause)
    }

    fn add(&mut self, policy: &Policy, clause: ClauseId, expr: &Expr) {
        let facts = Mentioned::of(policy, [expr]).facts;
        let own = (facts.len(), clause);
        for fact in facts {
            self.clauses.entry(fact).and_modify(|known| *known = own.min(*known)).or_insert(own);
        }
    }
}

/// All conditions and calculations of a policy, each with its clause.
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
