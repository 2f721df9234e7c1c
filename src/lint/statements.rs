//! Rules as the author sees them: one statement in one clause.

use crate::policy::{ClauseId, OutcomeId, Policy, RuleId};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A statement of a clause: a rule for each outcome, and for each version of what it permits.
pub(super) struct Statement<'p> {
    /// How the clause is cited.
    pub(super) citation: &'p str,
    pub(super) rules: Vec<RuleId>,
    /// Its condition, if that stands in its clause, or else the number of the clause.
    pub(super) place: Span,
}

impl Statement<'_> {
    /// Its rules, outcome by outcome.
    pub(super) fn by_outcome(&self, policy: &Policy) -> Vec<(OutcomeId, Vec<RuleId>)> {
        let mut found: Vec<(OutcomeId, Vec<RuleId>)> = Vec::new();
        for id in &self.rules {
            let Some(rule) = policy.rules().get(id.index()) else { continue };
            match found.iter_mut().find(|(outcome, _)| *outcome == rule.outcome) {
                Some((_, rules)) => rules.push(*id),
                None => found.push((rule.outcome, vec![*id])),
            }
        }
        found
    }
}

/// All statements, in the order of the text.
pub(super) fn statements(policy: &Policy) -> Vec<Statement<'_>> {
    let mut found: BTreeMap<(Span, ClauseId), Vec<RuleId>> = BTreeMap::new();
    for (id, rule) in policy.rule_ids().zip(policy.rules()) {
        found.entry((rule.span, rule.clause)).or_default().push(id);
    }
    let statement = |((_, clause), rules): ((Span, ClauseId), Vec<RuleId>)| {
        let place = place(policy, *rules.first()?)?;
        Some(Statement { citation: citation(policy, clause), rules, place })
    };
    found.into_iter().filter_map(statement).collect()
}

/// Where a rule is pointed to.
pub(super) fn place(policy: &Policy, rule: RuleId) -> Option<Span> {
    let rule = policy.rules().get(rule.index())?;
    let clause = policy.clauses().get(rule.clause.index())?;
    let own = rule.condition.as_ref().map_or(rule.span, |condition| condition.span);
    Some(if clause.whole.contains(own) { own } else { clause.span })
}

/// How a clause is cited.
pub(super) fn citation(policy: &Policy, clause: ClauseId) -> &str {
    policy.clauses().get(clause.index()).map_or("", |clause| clause.citation.as_str())
}

/// How the clauses of some rules are cited, each once.
pub(super) fn citations(policy: &Policy, rules: impl IntoIterator<Item = RuleId>) -> String {
    let clauses = rules.into_iter().filter_map(|id| policy.rules().get(id.index())).map(|rule| rule.clause);
    let clauses: BTreeSet<ClauseId> = clauses.collect();
    clauses.into_iter().map(|clause| citation(policy, clause)).collect::<Vec<_>>().join(", ")
}
