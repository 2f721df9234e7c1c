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

/// So many cases stand between those that are compared.
const FILLERS: usize = 250;

/// Compares what the program says of several cases side by side with what the interpreter says of each.
fn same_table(program: &Program, all: &[Facts]) -> Result<(), TestCaseError> {
    let policy = program.policy();
    let mut base = Facts::new(policy);
    let Some(first) = all.first() else { return Ok(()) };
    first.as_of().into_iter().for_each(|day| base.set_as_of(day));
    let all: Vec<&Facts> = all.iter().filter(|facts| facts.as_of() == first.as_of() && !chooses(facts)).collect();
    // The same case again and again stands between them, so that they lie at both ends of more than one lane.
    let filler = all.first().map_or(&[][..], std::slice::from_ref).iter().cycle().take(FILLERS);
    let all: Vec<&Facts> = all.iter().chain(filler).chain(&all).copied().collect();
    let mut cases = program.table(all.len(), base);
    for id in policy.fact_ids() {
        let column = all.iter().map(|facts| facts.get(id).cloned()).collect();
        cases.set_values(id, column).expect("the values fit");
    }
    let mut decider = program.table_decider();
    let table = decider.decide(&cases);
    for (row, facts) in all.iter().enumerate().filter(|(row, _)| *row <= 8 || *row >= FILLERS) {
        let wanted = match decide(policy, facts) {
            Ok(wanted) => wanted,
            Err(wanted) => {
                prop_assert_eq!(table.error(row), Some(&wanted));
                continue;
            }
        };
        for (ruled, wanted) in table.outcomes().zip(&wanted.outcomes) {
            let cited = |all: Vec<(&str, &[u64])>| -> Vec<String> {
                let here = all.iter().filter(|(_, cases)| cases[row / 64] >> (row % 64) & 1 == 1);
                here.map(|(clause, _)| (*clause).to_owned()).collect()
            };
            prop_assert_eq!(ruled.status(row), wanted.status);
            prop_assert_eq!(cited(ruled.clauses().collect()), wanted.clauses.clone());
            prop_assert_eq!(cited(ruled.adjusted_by().collect()), wanted.adjusted_by.clone());
            prop_assert_eq!(cited(ruled.exempted_by().collect()), wanted.exempted_by.clone());
            prop_assert_eq!(ruled.weigh(row), wanted.weigh);
            let set = ruled.permitted(row);
            let words = set.map_or_else(Vec::new, |set| policy.show_permitted(ruled.id(), set).words());
            prop_assert_eq!(words, wanted.permitted.words());
            prop_assert_eq!(set.is_some_and(|set| set.permits_none()), wanted.none);
        }
    }
    Ok(())
}

fn chooses(facts: &Facts) -> bool {
    facts.policy().outcome_ids().any(|id| facts.chosen(id).is_some()) || facts.calendar().is_some()
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
        let mut all = Vec::new();
        for given in known.chain(partial) {
            let facts = reference_facts(&policy, &given);
            all.push(facts.clone());
            same(&program, &mut decider, facts).map_err(|why| TestCaseError::fail(format!("{given:?}: {why}\n{text}")))?;
        }
        let counts = decider.counts();
        prop_assert!(counts.compiled + counts.interpreted <= 8);
        same_table(&program, &all).map_err(|why| TestCaseError::fail(format!("side by side: {why}\n{text}")))?;
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
        let mut all = Vec::new();
        for given in given {
            let json = given.json();
            let Ok(facts) = facts_from_json(&policy, SourceId::default(), &json) else { continue };
            all.push(facts.clone());
            same(&program, &mut decider, facts).map_err(|why| TestCaseError::fail(format!("{json}: {why}\n{text}")))?;
        }
        same_table(&program, &all).map_err(|why| TestCaseError::fail(format!("side by side: {why}\n{text}")))?;
    }
}
