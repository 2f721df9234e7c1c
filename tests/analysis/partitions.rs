//! Regions of verdicts, their counts and their witnesses.

use crate::enumerated::{Enumerated, config, enumerated};
use crate::reference::generate::regulations;
use policyc::analyse::{Region, Witness};
use policyc::decide::{Decision, Verdict};
use policyc::policy::{OutcomeValues, Policy};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn is_verdict(policy: &Policy, verdict: &Verdict, decision: &Decision) -> bool {
    let decided = &decision.outcomes[0];
    let OutcomeValues::Members(of) = policy.outcomes()[0].values else { panic!("a ladder") };
    let name =
        |member: policyc::policy::MemberIndex| policy.enumerations()[of.index()].members[member.index()].name.clone();
    let members: Vec<String> = verdict.permitted.iter().flat_map(|set| set.members()).map(name).collect();
    let none = verdict.permitted.as_ref().is_some_and(|set| set.permits_none());
    decided.status == verdict.status && decided.permitted.values() == members && decided.none == none
}

/// That a region has exactly the cases that `is_inside` says, and counts them.
fn assert_region(region: &Region, cases: &[Enumerated], is_inside: impl Fn(&Enumerated) -> bool) {
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

/// That whatever the facts are that a witness does not name, the case lies in the region.
fn assert_named(witness: &Witness, region: &Region, cases: &[Enumerated]) {
    let agrees = |case: &&Enumerated| witness.named().iter().all(|id| case.facts.get(*id) == witness.facts().get(*id));
    for case in cases.iter().filter(agrees) {
        assert_eq!(region.contains(&case.facts), Some(true), "{:?} {:?}", witness.named(), case.case);
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_verdicts_of_a_policy_are_those_of_its_cases(regulation in regulations()) {
        let (policy, analysis, cases) = enumerated(&regulation);
        let outcome = policy.outcome("sanction").unwrap();
        let partition = match analysis.partition(outcome) {
            Ok(partition) => partition,
            Err(undecided) => panic!("{undecided}"),
        };
        for case in &cases {
            let own: Vec<&Verdict> = partition
                .verdicts
                .iter()
                .filter(|(_, region)| region.contains(&case.facts) == Some(true))
                .map(|(verdict, _)| verdict)
                .collect();
            prop_assert_eq!(own.len(), 1, "{:?}", case.case);
            prop_assert!(is_verdict(&policy, own[0], &case.decision), "{:?} {:?}", own[0], case.decision.outcomes[0]);
        }
        for (verdict, region) in &partition.verdicts {
            assert_region(region, &cases, |case| is_verdict(&policy, verdict, &case.decision));
            let witness = analysis.witness(region).unwrap().unwrap();
            prop_assert!(is_verdict(&policy, verdict, witness.decision()));
            assert_named(&witness, region, &cases);
        }
    }

    #[test]
    fn rules_count_where_decisions_cite_them(regulation in regulations()) {
        let (policy, analysis, cases) = enumerated(&regulation);
        for (id, rule) in policy.rule_ids().zip(policy.rules()) {
            let citation = &policy.clauses()[rule.clause.index()].citation;
            let cites = |list: &[String]| list.contains(citation);
            assert_region(&analysis.stands(id).unwrap(), &cases, |case| cites(&case.decision.outcomes[0].clauses));
        }
    }
}
