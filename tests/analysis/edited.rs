//! A policy that is edited, or whose analysis is stopped: the same answers, or none.

use crate::families;
use crate::random::config;
use crate::reference::generate::regulations;
use crate::support::accepted;
use policyc::analyse::{Analysis, Undecided, View};
use policyc::decide::Verdict;
use policyc::lint::{findings, findings_by};
use policyc::policy::Policy;
use proptest::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The verdicts of the first outcome, each with the number of its cases; which rules are idle; what covers them.
fn answers(analysis: &Analysis) -> (Vec<(Verdict, String)>, Vec<bool>, Vec<usize>) {
    let policy = analysis.policy();
    let outcome = policy.outcome("sanction").unwrap();
    let verdicts = &analysis.partition(outcome).unwrap().verdicts;
    let counted = verdicts.iter().map(|(verdict, region)| (verdict.clone(), region.count().unwrap().cases())).collect();
    let idle = policy.rule_ids().map(|rule| analysis.is_idle(rule).unwrap()).collect();
    let covering = policy.rule_ids().map(|rule| analysis.covering(rule).unwrap().len()).collect();
    (counted, idle, covering)
}

fn reported(policy: &Policy, analysis: Analysis) -> (Vec<String>, Vec<String>) {
    // A region may be described by its conditions in another order.
    let words = |found: policyc::lint::Findings| {
        found.reported.iter().map(|one| format!("{} {:?}", one.code, one.span)).collect()
    };
    (words(findings(policy)), words(findings_by(analysis).0))
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn an_edited_policy_has_the_answers_that_it_has_by_itself(before in regulations(), after in regulations()) {
        let (before, after) = (accepted(&before.printed()), accepted(&after.printed()));
        let analysis = Analysis::new(&before);
        answers(&analysis);
        let edited = analysis.after_edit(&after);
        prop_assert_eq!(answers(&edited), answers(&Analysis::new(&after)));
        // And back again.
        prop_assert_eq!(answers(&edited.after_edit(&before)), answers(&analysis));
        let (fresh, again) = reported(&after, analysis.after_edit(&after));
        prop_assert_eq!(fresh, again);
    }
}

#[test]
fn one_rule_of_many_is_edited() {
    let text = families::regulation(200, 30, 1);
    let changed = text.replacen("attitude = good and severity", "attitude = poor and severity", 1);
    assert_ne!(text, changed);
    let (before, after) = (accepted(&text), accepted(&changed));
    let analysis = Analysis::new(&before);
    let sanction = before.outcome("sanction").unwrap();
    let counted = |analysis: &Analysis| -> Vec<String> {
        let verdicts = &analysis.partition(sanction).unwrap().verdicts;
        verdicts.iter().map(|(_, region)| region.count().unwrap().cases()).collect()
    };
    let first = counted(&analysis);
    let edited = counted(&analysis.after_edit(&after));
    assert_eq!(edited, counted(&Analysis::new(&after)));
    assert_ne!(edited, first);
}

#[test]
fn a_stopped_analysis_decides_nothing_more() {
    let policy = accepted(&families::regulation(40, 20, 1));
    let sanction = policy.outcome("sanction").unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let analysis = Analysis::with(&policy, &View { stop: Some(Arc::clone(&stop)), ..View::default() });
    let known = analysis.fires(policy.rule_ids().next().unwrap()).unwrap();
    assert!(!known.is_empty().unwrap());
    stop.store(true, Ordering::Relaxed);
    assert_eq!(analysis.partition(sanction).err(), Some(Undecided::TooLarge));
    assert!(!known.is_empty().unwrap());
    // The next version is analysed with a stop of its own.
    assert!(analysis.after_edit_until(&policy, None).partition(sanction).is_ok());
}
