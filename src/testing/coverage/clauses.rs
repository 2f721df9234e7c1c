//! Which clauses the tests ask about.

use super::Observed;
use super::observe::{Observation, Survey};
use super::statements::Subject;
use crate::policy::{ClauseId, ExpectationKind};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A clause that tests can ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseCoverage {
    /// How it is cited.
    pub clause: String,
    /// Where its number stands.
    pub span: Span,
    /// Whether a test covers it: a rule of it contributed, an exemption, an adjustment, a duty or its fulfilment held, a
    /// scope was looked at, or a test expects something of a step, a duty, an effect or a body that the clause names.
    pub is_tested: bool,
}

/// The clauses of which a test can expect something, in the order of the text.
pub(super) fn clauses(survey: &Survey<'_>, observed: &Observed) -> Vec<ClauseCoverage> {
    let policy = survey.policy;
    let mut found: BTreeMap<ClauseId, bool> = BTreeMap::new();
    let mut note = |clause: ClauseId, is_tested: bool| *found.entry(clause).or_default() |= is_tested;
    let was = |observation: Observation| observed.tests.contains_key(&observation);
    for (statement, one) in survey.statements.iter().enumerate() {
        let Some(clause) = one.clause else { continue };
        let is_tested = match &one.subject {
            Subject::Rules(outcomes, _) => {
                outcomes.iter().any(|(outcome, _)| was(Observation::Contributed { statement, outcome: *outcome }))
            }
            Subject::Scope(_) => [true, false].iter().any(|holds| was(Observation::Held { statement, holds: *holds })),
            Subject::Exemption(..)
            | Subject::Adjustment(..)
            | Subject::Define(_)
            | Subject::Duty(_)
            | Subject::Fulfilment(_)
            | Subject::Step(..)
            | Subject::Records(_) => was(Observation::Held { statement, holds: true }),
        };
        note(clause, is_tested);
    }
    let expected = || policy.tests().iter().flat_map(|test| &test.expectations);
    for (index, duty) in policy.duties().iter().enumerate() {
        note(
            duty.clause,
            expected().any(|one| matches!(one.kind, ExpectationKind::Duty(id, _) if id.index() == index)),
        );
    }
    for (index, procedure) in policy.procedures().iter().enumerate() {
        for (place, step) in procedure.steps.iter().enumerate() {
            let is_tested = expected().any(|one| {
                matches!(one.kind, ExpectationKind::Step(id, step, _) if id.index() == index && step.index() == place)
            });
            step.clauses.iter().for_each(|clause| note(*clause, is_tested));
        }
    }
    for effect in policy.effects() {
        let is_own = |kind: &ExpectationKind| matches!(kind, ExpectationKind::Effect { verb, name, .. } if *verb == effect.verb && *name == effect.name);
        note(effect.clause, expected().any(|one| is_own(&one.kind)));
    }
    for decider in policy.outcomes().iter().flat_map(|outcome| &outcome.deciders) {
        let bodies: BTreeSet<_> = decider.bodies.iter().chain(&decider.approved_by).collect();
        let names = |kind: &ExpectationKind| matches!(kind, ExpectationKind::Power(_, named) if named.iter().any(|body| bodies.contains(body)));
        note(decider.clause, expected().any(|one| names(&one.kind)));
    }
    let clause = |(id, is_tested): (ClauseId, bool)| {
        let clause = policy.clauses().get(id.index())?;
        Some(ClauseCoverage { clause: clause.citation.clone(), span: clause.span, is_tested })
    };
    found.into_iter().filter_map(clause).collect()
}
