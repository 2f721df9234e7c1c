//! What is cited settles the result by itself, and every cited fact is needed.

use super::random::config;
use super::support::accepted;
use super::whole::generate::{Topics, cases, regulations};
use policyc::decide::{OutcomeDecision, Status};
use policyc::explain::{Explanation, Grounding, OutcomeExplanation, Proof, ProofKind, explain};
use policyc::policy::Policy;
use policyc::source::SourceId;
use policyc::syntax::KeywordLanguage;
use policyc::{Facts, decide, facts_from_json};
use proptest::prelude::*;
use std::collections::BTreeSet;

pub fn shipped(name: &str) -> Policy {
    accepted(&std::fs::read_to_string(format!("policies/{name}.policy")).unwrap())
}

/// The cases that are shipped with a policy, and those of its tests.
fn cases_of(name: &str, policy: &Policy) -> Vec<Facts> {
    let files = std::fs::read_dir(format!("policies/cases/{name}")).unwrap().map(|entry| entry.unwrap().path());
    let mut texts: Vec<_> = files.filter(|path| path.is_file()).collect();
    texts.sort();
    let read =
        |path: &std::path::PathBuf| facts_from_json(policy, SourceId(1), &std::fs::read_to_string(path).unwrap());
    texts.iter().map(|path| read(path).unwrap()).collect()
}

fn same(one: &OutcomeDecision, other: &OutcomeDecision) -> bool {
    (one.status, &one.permitted, one.none) == (other.status, &other.permitted, other.none)
}

/// With the cited facts alone known, every settled outcome is settled the same, unless a written limit stops the judgement
/// of all others. Gives back how many were settled.
fn replays(policy: &Policy, facts: &Facts, explanation: &Explanation) -> usize {
    let mut settled = 0;
    for outcome in &explanation.outcomes {
        if outcome.result.status == Status::Undetermined {
            assert_eq!(outcome.grounding, Grounding::Open);
            continue;
        }
        let again = decide(policy, &outcome.cited_case(facts)).unwrap();
        let again = again.outcome(&outcome.result.title()).unwrap();
        if again.status == Status::Undetermined && again.limit_reached {
            continue;
        }
        assert!(same(again, &outcome.result), "{outcome:#?}\n{again:#?}");
        settled += 1;
    }
    settled
}

/// The facts of the conditions of a proof, and whether it reads another outcome.
fn proven(proof: &Proof, found: &mut BTreeSet<String>, reads: &mut bool) {
    found.extend(proof.facts.iter().cloned());
    *reads |= proof.kind == ProofKind::Outcome;
    proof.parts.iter().for_each(|part| proven(part, found, reads));
}

/// Every cited fact stands in some condition that is shown, here or with the outcome that is read.
fn is_shown(outcome: &OutcomeExplanation) {
    let mut found = BTreeSet::new();
    let mut reads = false;
    let rules = outcome.fired.iter().map(|fired| &fired.rule).chain(&outcome.ruled_out);
    let proofs = rules.filter_map(|rule| rule.proof.as_ref());
    let exemptions = outcome.exemptions.iter().filter_map(|exemption| exemption.proof.as_ref());
    let adjustments = outcome.adjustments.iter().filter_map(|step| step.proof.as_ref());
    let scope = outcome.scope.iter().map(|ground| &ground.proof);
    proofs.chain(exemptions).chain(adjustments).chain(scope).for_each(|proof| proven(proof, &mut found, &mut reads));
    for fact in &outcome.facts {
        assert!(reads || found.contains(&fact.name), "{} is cited for nothing: {outcome:#?}", fact.name);
    }
}

#[test]
fn the_shipped_cases_can_be_replayed() {
    let names =
        ["hospital_network_security", "bureau_work_fault", "county_cadres", "tipoff_handling", "public_officials"];
    let (mut seen, mut settled) = (0, 0);
    for name in names {
        let policy = shipped(name);
        for facts in cases_of(name, &policy) {
            let explanation = explain(&policy, &facts, KeywordLanguage::English).unwrap();
            settled += replays(&policy, &facts, &explanation);
            for outcome in explanation.outcomes.iter().filter(|outcome| outcome.grounding == Grounding::Conditions) {
                is_shown(outcome);
            }
            seen += 1;
        }
    }
    assert!(seen > 10 && settled > 2 * seen, "{seen} {settled}");
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn explanations_of_random_regulations_can_be_replayed(
        regulation in regulations(Topics { lists: true, dates: true, calculated: true }),
        given in cases(0.15),
    ) {
        let policy = accepted(&regulation.printed());
        let facts = facts_from_json(&policy, SourceId::default(), &given.json()).unwrap();
        if let Ok(explanation) = explain(&policy, &facts, KeywordLanguage::English) {
            replays(&policy, &facts, &explanation);
        }
    }
}
