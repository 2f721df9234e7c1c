//! The four regulations: their tests show each rule and each condition, and notice every change that makes a difference.

use policyc::check_file;
use policyc::testing::coverage::{Measure, coverage};
use policyc::testing::mutants::Fate;
use policyc::testing::{Setting, mutate};
use std::path::Path;

fn policy(name: &str) -> policyc::Policy {
    let file = format!("policies/{name}.policy");
    check_file(Path::new(&file)).unwrap().policy.expect("a sound policy")
}

#[test]
fn tests_of_the_regulations_cover_all_that_can_be_covered() {
    for name in ["hospital_network_security", "county_cadres", "tipoff_handling", "bureau_work_fault"] {
        let found = coverage(&policy(name), "", &Setting::default());
        assert_eq!(found.counted, found.tests, "{name}");
        for measure in Measure::ALL {
            let tally = found.tally(measure);
            assert_eq!(tally.covered, tally.of, "{measure:?} of {name}");
        }
        assert!(found.clauses.iter().all(|clause| clause.is_tested), "{name}: {:?}", found.clauses);
    }
}

/// Every mutant is noticed, or proved to change nothing.
fn assert_noticed(name: &str) {
    let report = mutate(&policy(name), "", &Setting::default());
    for (mutant, fate) in &report.results {
        assert!(matches!(fate, Fate::Killed { .. } | Fate::Equivalent), "{name}: {mutant:?}: {fate:?}");
    }
    assert!(report.results.len() > 100, "{name}");
}

#[test]
fn changes_of_the_hospitals_regulation_are_noticed() {
    assert_noticed("hospital_network_security");
}

#[test]
fn changes_of_the_countys_regulation_are_noticed() {
    assert_noticed("county_cadres");
}

#[test]
fn changes_of_the_tipoff_regulation_are_noticed() {
    assert_noticed("tipoff_handling");
}

#[test]
fn changes_of_the_bureaus_regulation_are_noticed() {
    assert_noticed("bureau_work_fault");
}
