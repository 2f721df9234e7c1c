//! The compiled program against the interpreter, on random regulations and cases.
//!
//! `PROPTEST_CASES` raises the number of cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]
#![allow(dead_code, reason = "the generators serve several test programs")]

mod reference;
mod support;
#[path = "whole/mod.rs"]
mod whole;

use policyc::decide::{Facts, RuledOutcome, decide, facts_from_json, value_of_word};
use policyc::policy::Policy;
use policyc::source::SourceId;
use policyc::{Decider, Program};
use proptest::prelude::*;
use reference::{FACTS, PartialCase};
use whole::generate::Topics;

/// So many cases, or as many as `PROPTEST_CASES` says.
fn config(cases: u32) -> ProptestConfig {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    ProptestConfig { cases: wanted.unwrap_or(cases), failure_persistence: None, ..ProptestConfig::default() }
}

/// The permitted values in words.
fn permitted(policy: &Policy, ruled: &RuledOutcome<'_>) -> Vec<String> {
    ruled.permitted().map_or_else(Vec::new, |set| policy.show_permitted(ruled.id(), set).words())
}

/// Compares what the program says of a case with what the interpreter says.
fn same(program: &Program, decider: &mut Decider, facts: Facts) -> Result<(), TestCaseError> {
    let wanted = decide(program.policy(), &facts);
    let mut case = program.prepare(facts);
    let ruling = match (decider.decide(&mut case), wanted) {
        (Ok(ruling), Ok(wanted)) => (ruling, wanted),
        (Err(found), Err(wanted)) => {
            prop_assert_eq!(found, wanted);
            return Ok(());
        }
        (found, wanted) => {
            return Err(TestCaseError::fail(format!("{:?} instead of {wanted:?}", found.map(|_| ()))));
        }
    };
    let (ruling, wanted) = ruling;
    let words = |words: &[String]| words.to_vec();
    for (ruled, wanted) in ruling.outcomes().zip(&wanted.outcomes) {
        prop_assert_eq!(ruled.status(), wanted.status);
        prop_assert_eq!(ruled.clauses().map(str::to_owned).collect::<Vec<_>>(), words(&wanted.clauses));
        prop_assert_eq!(ruled.adjusted_by().map(str::to_owned).collect::<Vec<_>>(), words(&wanted.adjusted_by));
        prop_assert_eq!(ruled.exempted_by().map(str::to_owned).collect::<Vec<_>>(), words(&wanted.exempted_by));
        prop_assert_eq!(ruled.weigh(), wanted.weigh);
        prop_assert_eq!(permitted(program.policy(), &ruled), wanted.permitted.words());
        prop_assert_eq!(ruled.permitted().is_some_and(|set| set.permits_none()), wanted.none);
        prop_assert_eq!(ruled.asks().to_vec(), words(&wanted.asks));
        prop_assert_eq!(ruled.possible().to_vec(), words(&wanted.possible));
    }
    Ok(())
}

fn reference_facts(policy: &Policy, given: &PartialCase) -> Facts {
    let mut facts = Facts::new(policy);
    for (fact, value) in FACTS.iter().zip(given) {
        if let Some(value) = value {
            let id = policy.fact(fact.name()).expect("a fact of the policy");
            let value = value_of_word(policy, id, &fact.shown(*value)).expect("a value of the fact");
            facts.set_value(id, value).expect("a value of the fact");
        }
    }
    facts
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn one_outcome(
        regulation in reference::generate::regulations(),
        known in prop::collection::vec(reference::generate::cases(), 6),
        partial in prop::collection::vec(reference::generate::partial_cases(), 2),
    ) {
        let text = regulation.printed();
        let policy = support::accepted(&text);
        let program = Program::new(&policy);
        let mut decider = program.decider();
        let known = known.into_iter().map(|case| case.map(Some));
        for given in known.chain(partial) {
            let facts = reference_facts(&policy, &given);
            same(&program, &mut decider, facts).map_err(|why| TestCaseError::fail(format!("{given:?}: {why}\n{text}")))?;
        }
        let counts = decider.counts();
        prop_assert!(counts.compiled + counts.interpreted <= 8);
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn roles_lists_versions_choices_and_amounts(
        (regulation, given) in (any::<bool>(), any::<bool>(), any::<bool>()).prop_flat_map(|(lists, dates, calculated)| {
            let topics = Topics { lists, dates, calculated };
            (whole::generate::regulations(topics), prop::collection::vec(prop_oneof![3 => whole::generate::cases(0.0), 1 => whole::generate::cases(0.15)], 4))
        }),
    ) {
        let text = regulation.printed();
        let policy = support::accepted(&text);
        let program = Program::new(&policy);
        let mut decider = program.decider();
        for given in given {
            let json = given.json();
            let Ok(facts) = facts_from_json(&policy, SourceId::default(), &json) else { continue };
            same(&program, &mut decider, facts).map_err(|why| TestCaseError::fail(format!("{json}: {why}\n{text}")))?;
        }
    }
}
