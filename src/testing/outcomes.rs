//! Whether a decision is what a test expects.

use super::words::{in_words, listed};
use crate::decide::{Decision, OutcomeDecision, Permitted, Status};
use crate::policy::{Asked, BodyId, ClauseId, ExpectationKind, PermittedSet, Policy, TestExpectation};
use crate::syntax::ast::{ExpectedStatus, PowerVerb};
use std::collections::BTreeSet;

/// What came instead of an expectation about outcomes; `None` where it is met.
pub(super) fn instead(policy: &Policy, decision: &Decision, expected: &TestExpectation) -> Option<String> {
    let chosen: Vec<&OutcomeDecision> = spoken_of(policy, decision, expected).collect();
    let gathered =
        |list: fn(&OutcomeDecision) -> &Vec<String>| chosen.iter().flat_map(move |outcome| list(outcome).clone());
    let unless = |met: bool, text: &dyn Fn() -> String| if met { None } else { Some(text()) };
    let all_in_words = || chosen.iter().map(|outcome| in_words(outcome)).collect::<Vec<_>>().join(", ");
    match &expected.kind {
        ExpectationKind::Permits(set) => {
            unless(chosen.iter().all(|outcome| permits_exactly(policy, outcome, expected, set)), &all_in_words)
        }
        ExpectationKind::Status(status) => {
            unless(chosen.iter().all(|outcome| has_status(outcome, *status)), &all_in_words)
        }
        ExpectationKind::Cites(clauses) => {
            let found: Vec<String> = gathered(|outcome| &outcome.clauses).collect();
            unless(all_cited(policy, clauses, &found), &|| listed("cites", found.clone()))
        }
        ExpectationKind::AdjustedBy(clauses) => {
            let found: Vec<String> = gathered(|outcome| &outcome.adjusted_by).collect();
            unless(all_cited(policy, clauses, &found), &|| listed("adjusted by", found.clone()))
        }
        ExpectationKind::ExemptedBy(clauses) => {
            let found: Vec<String> = gathered(|outcome| &outcome.exempted_by).collect();
            unless(all_cited(policy, clauses, &found), &|| listed("exempted by", found.clone()))
        }
        ExpectationKind::Asks(asked) => {
            let mut found: Vec<String> = gathered(|outcome| &outcome.asks).collect();
            if expected.outcome.is_none() {
                found.extend(decision.duties.iter().flat_map(|duty| duty.asks.clone()));
            }
            let is_asked = |asked: &Asked| asked_name(policy, *asked).is_some_and(|name| found.contains(&name));
            unless(asked.iter().all(is_asked), &|| listed("asks", found.clone()))
        }
        ExpectationKind::Power(verb, bodies) => {
            let met = chosen.iter().any(|outcome| has_power(policy, outcome, *verb, bodies));
            let word = match verb {
                PowerVerb::Decided => "decided by",
                PowerVerb::Approved => "approved by",
                PowerVerb::Enforced => "enforced by",
            };
            unless(met, &|| listed(word, chosen.iter().flat_map(|outcome| powers(outcome, *verb))))
        }
        // These are not about outcomes.
        ExpectationKind::Duty(..) | ExpectationKind::Step(..) | ExpectationKind::Effect { .. } => None,
    }
}

/// The outcomes that an expectation speaks of: the one it names, or all.
fn spoken_of<'d>(
    policy: &'d Policy,
    decision: &'d Decision,
    expected: &TestExpectation,
) -> impl Iterator<Item = &'d OutcomeDecision> + use<'d> {
    let name = expected.outcome.and_then(|id| policy.outcomes().get(id.index())).map(|outcome| outcome.name.as_str());
    decision.outcomes.iter().filter(move |outcome| name.is_none_or(|name| outcome.title() == name))
}

fn permits_exactly(policy: &Policy, outcome: &OutcomeDecision, expected: &TestExpectation, set: &PermittedSet) -> bool {
    let declared = expected.outcome.and_then(|id| policy.outcomes().get(id.index()));
    let members = match declared.map(|declared| declared.values.value_type()) {
        Some(crate::policy::Type::Enumeration(of)) => policy.enumerations().get(of.index()),
        _ => None,
    };
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

/// Whether each clause, or one below it, is among the citations.
fn all_cited(policy: &Policy, wanted: &[ClauseId], citations: &[String]) -> bool {
    wanted.iter().all(|clause| cites(policy, citations, *clause))
}

fn cites(policy: &Policy, citations: &[String], wanted: ClauseId) -> bool {
    let Some(clause) = policy.clauses().get(wanted.index()) else { return false };
    citations.iter().any(|citation| {
        let cited = policy.clauses().iter().find(|other| other.citation == *citation);
        match (&clause.path, cited.and_then(|cited| cited.path.as_ref())) {
            (Some(path), Some(cited)) => path.covers(cited),
            _ => clause.citation == *citation,
        }
    })
}

fn asked_name(policy: &Policy, asked: Asked) -> Option<String> {
    match asked {
        Asked::Fact(id) => policy.facts().get(id.index()).map(|fact| fact.name.to_string()),
        Asked::Choice(id) => policy.outcomes().get(id.index()).map(|outcome| outcome.name.to_string()),
    }
}

/// The bodies that decide, approve or enforce an outcome.
fn powers(outcome: &OutcomeDecision, verb: PowerVerb) -> Vec<String> {
    match verb {
        PowerVerb::Decided => outcome.decided_by.iter().flat_map(|decided| decided.bodies.clone()).collect(),
        PowerVerb::Approved => outcome.decided_by.iter().flat_map(|decided| decided.approved_by.clone()).collect(),
        PowerVerb::Enforced => outcome.enforced_by.clone(),
    }
}

/// Whether exactly these bodies have the power over the outcome.
fn has_power(policy: &Policy, outcome: &OutcomeDecision, verb: PowerVerb, bodies: &[BodyId]) -> bool {
    let wanted: BTreeSet<String> =
        bodies.iter().filter_map(|id| policy.bodies().get(id.index())).map(|body| body.name.clone()).collect();
    powers(outcome, verb).into_iter().collect::<BTreeSet<_>>() == wanted
}
