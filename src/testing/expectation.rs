//! Whether a decision is what a test expects.

use super::{cites, spoken_of};
use crate::decide::{Decision, OutcomeDecision, Permitted, Status};
use crate::policy::{BodyId, ClauseId, ExpectationKind, PermittedSet, Policy, TestExpectation};
use crate::syntax::ast::{ExpectedStatus, PowerVerb};
use std::collections::BTreeSet;

/// Whether an expectation is met.
pub(super) fn met(policy: &Policy, decision: &Decision, expected: &TestExpectation) -> bool {
    let outcomes = || spoken_of(policy, decision, expected);
    match &expected.kind {
        ExpectationKind::Permits(set) => outcomes().all(|outcome| permits_exactly(policy, outcome, expected, set)),
        ExpectationKind::Status(status) => outcomes().all(|outcome| has_status(outcome, *status)),
        ExpectationKind::Cites(clauses) => all_cited(policy, clauses, outcomes(), |outcome| &outcome.clauses),
        ExpectationKind::AdjustedBy(clauses) => all_cited(policy, clauses, outcomes(), |outcome| &outcome.adjusted_by),
        ExpectationKind::ExemptedBy(clauses) => all_cited(policy, clauses, outcomes(), |outcome| &outcome.exempted_by),
        ExpectationKind::Asks(facts) => facts.iter().all(|id| {
            let name = policy.facts().get(id.index()).map(|fact| &fact.name);
            name.is_some_and(|name| outcomes().any(|outcome| outcome.asks.contains(name)))
        }),
        ExpectationKind::Power(verb, bodies) => outcomes().any(|outcome| has_power(policy, outcome, *verb, bodies)),
    }
}

fn permits_exactly(policy: &Policy, outcome: &OutcomeDecision, expected: &TestExpectation, set: &PermittedSet) -> bool {
    let declared = expected.outcome.and_then(|id| policy.outcomes().get(id.index()));
    let members = declared.and_then(|declared| policy.enumerations().get(declared.values.index()));
    let name = |index: usize| members.and_then(|of| of.members.get(index)).map(|member| member.name.as_str());
    let wanted = Permitted::of(set, |member| name(member.index()).unwrap_or_default().to_owned());
    outcome.status == Status::Decided && outcome.none == set.permits_none() && outcome.permitted.same_as(&wanted)
}

fn has_status(outcome: &OutcomeDecision, expected: ExpectedStatus) -> bool {
    match expected {
        ExpectedStatus::Exempt => outcome.status == Status::Exempt,
        ExpectedStatus::NotAddressed => outcome.status == Status::NotAddressed,
        ExpectedStatus::Undetermined => outcome.status == Status::Undetermined,
        ExpectedStatus::Conflict => outcome.status == Status::Conflict,
        ExpectedStatus::OutOfScope => outcome.status == Status::OutOfScope,
        ExpectedStatus::Weighed => outcome.weigh,
    }
}

fn all_cited<'d>(
    policy: &Policy,
    wanted: &[ClauseId],
    outcomes: impl Iterator<Item = &'d OutcomeDecision>,
    list: fn(&OutcomeDecision) -> &Vec<String>,
) -> bool {
    let citations: Vec<String> = outcomes.flat_map(|outcome| list(outcome).iter().cloned()).collect();
    wanted.iter().all(|clause| cites(policy, &citations, *clause))
}

/// The bodies that decide, approve or enforce an outcome, each once, in order.
pub(super) fn powers(outcome: &OutcomeDecision, verb: PowerVerb) -> Vec<String> {
    let named: Vec<&String> = match verb {
        PowerVerb::Decided => outcome.decided_by.iter().flat_map(|decided| &decided.bodies).collect(),
        PowerVerb::Approved => outcome.decided_by.iter().flat_map(|decided| &decided.approved_by).collect(),
        PowerVerb::Enforced => outcome.enforced_by.iter().collect(),
    };
    let mut found: Vec<String> = Vec::new();
    for name in named {
        if !found.contains(name) {
            found.push(name.clone());
        }
    }
    found
}

/// Whether exactly these bodies have the power over the outcome.
fn has_power(policy: &Policy, outcome: &OutcomeDecision, verb: PowerVerb, bodies: &[BodyId]) -> bool {
    let wanted: BTreeSet<String> =
        bodies.iter().filter_map(|id| policy.bodies().get(id.index())).map(|body| body.name.clone()).collect();
    powers(outcome, verb).into_iter().collect::<BTreeSet<_>>() == wanted
}
