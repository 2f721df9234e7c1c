//! Regions of verdicts, their counts and their witnesses.

use crate::enumerated::{Enumerated, assert_region, enumerated};
use crate::random::config;
use crate::reference::generate::regulations;
use policyc::analyse::{Region, Witness};
use policyc::decide::{Decision, Verdict};
use policyc::policy::{OutcomeValues, Policy};
use proptest::prelude::*;

fn is_verdict(policy: &Policy, verdict: &Verdict, decision: &Decision) -> bool {
    let decided = &decision.outcomes[0];
    let OutcomeValues::Members(of) = policy.outcomes()[0].values else { panic!("a ladder") };
    let name =
        |member: policyc::policy::MemberIndex| policy.enumerations()[of.index()].members[member.index()].name.clone();
    let members: Vec<String> = verdict.permitted.iter().flat_map(|set| set.members()).map(name).collect();
    let none = verdict.permitted.as_ref().is_some_and(|set| set.permits_none());
    decided.status == verdict.status && decided.permitted.values() == members && decided.none == none
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
    fn a_cover_is_the_region_and_nothing_else(regulation in regulations()) {
        let (policy, analysis, cases) = enumerated(&regulation);
        let partition = analysis.partition(policy.outcome("sanction").unwrap()).unwrap();
        for (_, region) in &partition.verdicts {
            let cover = region.cover().unwrap();
            prop_assert!(cover.rest.is_none() && !cover.conditions.is_empty());
            let regions: Vec<Region> = cover.conditions.iter().map(|one| one.region.clone()).collect();
            for case in &cases {
                let holds: Vec<bool> = regions.iter().map(|one| one.contains(&case.facts).unwrap()).collect();
                prop_assert_eq!(holds.contains(&true), region.contains(&case.facts).unwrap());
            }
            for needless in 0..regions.len() {
                let others = regions.iter().enumerate().filter(|(index, _)| *index != needless);
                let others = others.fold(region.and_not(region), |all, (_, one)| all.or(one));
                prop_assert!(!region.is_within(&others).unwrap(), "{:?} is not needed", cover.conditions[needless]);
            }
        }
    }
}
