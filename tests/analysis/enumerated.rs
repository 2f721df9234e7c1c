//! All cases of a random regulation, one by one.

use crate::every_case::all_cases;
use crate::reference::facts::facts;
use crate::reference::{Case, Regulation};
use crate::support::accepted;
use policyc::analyse::{Analysis, CaseKey, Region};
use policyc::decide::{Decision, Facts, Permitted, Status, decide};
use policyc::policy::Policy;
use std::collections::BTreeSet;

/// A case that the assumptions allow.
pub struct Enumerated {
    pub case: Case,
    pub facts: Facts,
    pub decision: Decision,
    pub key: CaseKey,
}

/// The policy of a regulation, its analysis, and every case that can occur.
pub fn enumerated(regulation: &Regulation) -> (Policy, Analysis, Vec<Enumerated>) {
    enumerated_text(&regulation.printed())
}

pub fn enumerated_text(text: &str) -> (Policy, Analysis, Vec<Enumerated>) {
    let policy = accepted(text);
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

/// What is compared of two decisions: status and set.
pub fn verdict_of(decision: &Decision) -> (Status, Permitted, bool) {
    let decided = &decision.outcomes[0];
    (decided.status, decided.permitted.clone(), decided.none)
}

/// That a region has exactly the cases that `is_inside` says, and counts them.
pub fn assert_region(region: &Region, cases: &[Enumerated], is_inside: impl Fn(&Enumerated) -> bool) {
    let mut inside = BTreeSet::new();
    for case in cases {
        assert_eq!(region.contains(&case.facts), Some(is_inside(case)), "{:?}", case.case);
        if is_inside(case) {
            inside.insert(&case.key);
        }
    }
    let count = region.count().unwrap();
    let all: BTreeSet<_> = cases.iter().map(|case| &case.key).collect();
    assert_eq!(count.cases(), inside.len().to_string());
    assert_eq!(count.of(), all.len().to_string());
    assert_eq!(region.is_empty().unwrap(), inside.is_empty());
}
