//! Policies that are hard to analyse: every question ends, with an answer or with "not decided".

use crate::families;
use crate::support::accepted;
use policyc::Status;
use policyc::analyse::{Analysis, Proof, Undecided};

/// Asks all kinds of questions; gives whether the verdicts were found.
fn ask_everything(text: &str) -> bool {
    let policy = accepted(text);
    let analysis = Analysis::new(&policy);
    let outcome = policy.outcome("sanction").unwrap();
    let undecided = |error: Undecided| assert!(matches!(error, Undecided::TooLarge | Undecided::Approximate));
    let partition = match analysis.partition(outcome) {
        Ok(partition) => partition,
        Err(error) => {
            undecided(error);
            return false;
        }
    };
    for (_, region) in partition.verdicts.iter().take(3) {
        region.count().map_or_else(undecided, |count| assert!(!count.is_zero()));
        region.cover().map_or_else(undecided, |cover| assert!(!cover.conditions.is_empty()));
        analysis.witness(region).map_or_else(undecided, |witness| assert!(witness.is_some()));
    }
    let _ = partition.with_status(Status::NotAddressed).is_empty();
    for rule in policy.rule_ids().take(3) {
        analysis.matters(rule).and_then(|region| region.is_empty()).map_or_else(undecided, |_| ());
    }
    for fact in policy.fact_ids().take(2) {
        for proof in [analysis.rises_with(outcome, fact), analysis.ignores(outcome, fact)] {
            if let Proof::NotDecided(error) = proof {
                undecided(error);
            }
        }
    }
    true
}

#[test]
fn a_hidden_weighted_bit() {
    assert!(ask_everything(&families::hidden_weighted_bit(12)));
    ask_everything(&families::hidden_weighted_bit(40));
}

#[test]
fn many_bools_that_have_nothing_to_do_with_each_other() {
    assert!(ask_everything(&families::independent(8)));
    // More sets of measures than anybody could look at.
    assert!(!ask_everything(&families::independent(40)));
}

#[test]
fn a_long_chain_of_defines() {
    assert!(ask_everything(&families::chain(1_000)));
}

#[test]
fn defines_that_mention_the_one_before_twice() {
    // Written out, the last one would be as long as 2 to the power of 200.
    assert!(ask_everything(&families::doubled(200)));
}

#[test]
fn many_thresholds() {
    assert!(ask_everything(&families::thresholds(1_000)));
}

#[test]
fn days_that_are_related_to_each_other() {
    assert!(ask_everything(&families::days(3, "days")));
    ask_everything(&families::days(3, "months"));
    ask_everything(&families::days(3, "working days"));
}

#[test]
fn numbers_that_are_all_compared_with_each_other() {
    assert!(ask_everything(&families::compared(3)));
    ask_everything(&families::compared(9));
}

#[test]
fn rules_at_random() {
    ask_everything(&families::random(300, 60, 1));
}

#[test]
fn a_regulation_of_some_size() {
    assert!(ask_everything(&families::regulation(200, 30, 1)));
}
