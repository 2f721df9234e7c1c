//! All cases of a random regulation, one by one.

use crate::reference::{Case, FACTS, Regulation};
use crate::support::accepted;
use policyc::analyse::{Analysis, CaseKey};
use policyc::decide::{Decision, Facts, decide, value_of_word};
use policyc::policy::Policy;
use proptest::prelude::ProptestConfig;

/// So many random policies, or as many as `PROPTEST_CASES` says.
pub fn config(policies: u32) -> ProptestConfig {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    ProptestConfig { cases: wanted.unwrap_or(policies), failure_persistence: None, ..ProptestConfig::default() }
}

/// A case that the assumptions allow.
pub struct Enumerated {
    pub case: Case,
    pub facts: Facts,
    pub decision: Decision,
    pub key: CaseKey,
}

pub fn facts(policy: &Policy, case: &Case) -> Facts {
    let mut facts = Facts::new(policy);
    for (fact, value) in FACTS.iter().zip(case) {
        let id = policy.fact(fact.name()).expect("a fact of the policy");
        let value = value_of_word(policy, id, &fact.shown(*value)).expect("a value of the fact");
        facts.set_value(id, value).expect("a value of the fact");
    }
    facts
}

pub fn all_cases() -> Vec<Case> {
    let mut cases = vec![[0; FACTS.len()]];
    for (index, fact) in FACTS.iter().enumerate() {
        let with = |case: &Case, value: i64| {
            let mut case = *case;
            case[index] = value;
            case
        };
        cases = cases.iter().flat_map(|case| fact.values().into_iter().map(move |value| with(case, value))).collect();
    }
    cases
}

/// The policy of a regulation, its analysis, and every case that can occur.
pub fn enumerated(regulation: &Regulation) -> (Policy, Analysis, Vec<Enumerated>) {
    let policy = accepted(&regulation.printed());
    let analysis = Analysis::new(&policy);
    let of_case = |case: Case| {
        let facts = facts(&policy, &case);
        let decision = decide(&policy, &facts).ok()?;
        let key = analysis.key(&facts).expect("a small policy").expect("all facts are known");
        Some(Enumerated { case, facts, decision, key })
    };
    let cases = all_cases().into_iter().filter_map(of_case).collect();
    (policy, analysis, cases)
}
