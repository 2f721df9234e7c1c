//! Why not, and what would change it: what is said, and that it is so.

use super::replay::shipped;
use super::shown::policyc;
use super::support::accepted;
use policyc::explain::{Obstacle, Target, changes, why_not};
use policyc::syntax::KeywordLanguage;
use policyc::{Facts, Status, decide};
use std::collections::{BTreeMap, BTreeSet};

const POLICY: &str = "
    scale level { none < some < grave }
    scale measure { review < notice < demotion < removal }
    fact harm: level
    fact late: bool
    fact hidden: bool
    judgement open: bool
    fact days: int
    outcome sanction: measure combine heaviest
    article 1 { if harm ≥ some and late then sanction = review }
    article 2 { if harm = grave and (hidden or days > 10) and not open then sanction = demotion }
    article 3 { exempt sanction from 1 if open }
    article 4 { adjust sanction by exceed if hidden and days > 30 }
";

/// All values that conditions of the policy tell apart.
fn values() -> Vec<(&'static str, Vec<&'static str>)> {
    vec![
        ("harm", vec!["none", "some", "grave"]),
        ("late", vec!["true", "false"]),
        ("hidden", vec!["true", "false"]),
        ("open", vec!["true", "false"]),
        ("days", vec!["5", "20", "40"]),
    ]
}

fn facts_of(policy: &policyc::Policy, case: &BTreeMap<&str, &str>) -> Facts {
    let mut facts = Facts::new(policy);
    for (name, value) in case {
        policyc::decide::apply_setting(&mut facts, &format!("{name}={value}")).unwrap();
    }
    facts
}

/// Every case.
fn all_cases() -> Vec<BTreeMap<&'static str, &'static str>> {
    let mut cases = vec![BTreeMap::new()];
    for (name, values) in values() {
        let with = |case: &BTreeMap<&'static str, &'static str>| {
            let case = case.clone();
            values
                .iter()
                .map(move |value| {
                    let mut case = case.clone();
                    case.insert(name, *value);
                    case
                })
                .collect::<Vec<_>>()
        };
        cases = cases.iter().flat_map(with).collect();
    }
    cases
}

#[test]
fn the_smallest_changes_are_those_of_the_enumeration() {
    let policy = accepted(POLICY);
    let sanction = policy.outcome("sanction").unwrap();
    let cases = all_cases();
    let permits = |case: &BTreeMap<&str, &str>, value: &str| {
        let decided = decide(&policy, &facts_of(&policy, case)).unwrap();
        decided.outcome("sanction").unwrap().permitted.values().iter().any(|permitted| permitted == value)
    };
    let wanted: Vec<&BTreeMap<_, _>> = cases.iter().filter(|case| permits(case, "demotion")).collect();
    let target = Target::read(&policy, sanction, "demotion").unwrap();
    for case in cases.iter().filter(|case| !permits(case, "demotion")).step_by(7) {
        let found = changes(&policy, &facts_of(&policy, case), sanction, Some(&target), &BTreeSet::new(), 50).unwrap();
        assert!(found.complete, "{case:?}: {found:?}");
        let own: BTreeSet<BTreeSet<&str>> =
            found.changes.iter().map(|change| change.facts.iter().map(|fact| fact.name.as_str()).collect()).collect();
        let mut all: Vec<BTreeSet<&str>> = wanted
            .iter()
            .map(|other| other.iter().filter(|(name, value)| case[**name] != **value).map(|(name, _)| *name).collect())
            .collect();
        all.sort_by_key(BTreeSet::len);
        let mut least: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
        for set in all {
            if !least.iter().any(|known| known.is_subset(&set)) {
                least.insert(set);
            }
        }
        assert_eq!(own, least, "{case:?}");
    }
}

#[test]
fn what_is_kept_does_not_change() {
    let policy = accepted(POLICY);
    let sanction = policy.outcome("sanction").unwrap();
    let case =
        BTreeMap::from([("harm", "some"), ("late", "true"), ("hidden", "false"), ("open", "true"), ("days", "5")]);
    let facts = facts_of(&policy, &case);
    let kept = BTreeSet::from([policy.fact("open").unwrap()]);
    let found = changes(&policy, &facts, sanction, None, &kept, 50).unwrap();
    assert!(found.complete);
    assert!(found.changes.iter().all(|change| change.facts.iter().all(|fact| fact.name != "open")), "{found:?}");
    // Without the judgement nothing is left but to be silent.
    let target = Target::read(&policy, sanction, "demotion").unwrap();
    let found = changes(&policy, &facts, sanction, Some(&target), &kept, 50).unwrap();
    assert!(found.changes.is_empty() && found.complete, "{found:?}");
}

#[test]
fn what_a_rule_lacks_makes_it_fire() {
    let policy = accepted(POLICY);
    let sanction = policy.outcome("sanction").unwrap();
    let case =
        BTreeMap::from([("harm", "some"), ("late", "true"), ("hidden", "false"), ("open", "false"), ("days", "5")]);
    let facts = facts_of(&policy, &case);
    let ask = |word: &str| {
        let target = Target::read(&policy, sanction, word).unwrap();
        why_not(&policy, &facts, sanction, &target, KeywordLanguage::English).unwrap()
    };
    let demotion = ask("demotion");
    assert_eq!((demotion.given, demotion.never), (false, Some(false)));
    let lacking: Vec<&str> = demotion.ways[0].lacking.iter().map(|lacking| lacking.condition.as_str()).collect();
    assert_eq!(lacking, ["harm = grave", "hidden"]);
    // 4 would make `notice` of `review`.
    let notice = ask("notice");
    assert_eq!(notice.ways.iter().map(|way| way.clause.as_str()).collect::<Vec<_>>(), ["4"]);
    assert_eq!(ask("review").ways[0].obstacle, Obstacle::Nothing);
    // Nothing conflicts under `combine heaviest`.
    assert_eq!(ask("conflict").never, Some(true));
}

#[test]
fn changes_of_shipped_cases_are_shown_and_lead_where_they_say() {
    let policy = shipped("hospital_network_security");
    let arguments = [
        "explain",
        "policies/hospital_network_security.policy",
        "--facts",
        "policies/cases/hospital_network_security/ransomware_on_the_billing_server_not_reported.json",
        "--outcome",
        "sanction",
    ];
    let with = |more: &[&str]| policyc(&[&arguments[..], more].concat());
    let (code, out, _) = with(&["--change", "--format", "json"]);
    assert_eq!(code, 0, "{out}");
    let answer: policyc::explain::Alternatives = serde_json::from_str(&out).unwrap();
    assert!(!answer.changes[0].changes.is_empty());
    for change in &answer.changes[0].changes {
        assert_ne!(change.result.status, Status::Undetermined);
    }
    insta::assert_snapshot!("why_not_human", with(&["--why-not", "serious_handling", "--why-not", "exempt"]).1);
    insta::assert_snapshot!("change_chinese", with(&["--change", "--keep-judgements", "--lang", "zh"]).1);
    assert!(policy.outcome("sanction").is_some());
    let (code, _, err) = with(&["--why-not", "hanging"]);
    assert_eq!(code, 2);
    assert!(err.contains("hanging"), "{err}");
}
