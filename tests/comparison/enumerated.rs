//! Random pairs of policies: the changes are those of all cases, one by one.

use crate::every_case::all_cases;
use crate::random::config;
use crate::reference::facts::facts;
use crate::reference::{Case, Provision, Regulation, generate};
use crate::support::accepted;
use policyc::analyse::{CaseKey, Mapping, Side};
use policyc::compare::{Change, Comparison, Effect};
use policyc::decide::{Decision, Facts, Permitted, Status, decide};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

type Verdict = (Status, Permitted, bool);

fn verdict(decision: &Decision) -> Verdict {
    let decided = &decision.outcomes[0];
    (decided.status, decided.permitted.clone(), decided.none)
}

/// The ladder of the regulation, with "no measure" below it.
fn ends(of: &Verdict) -> Option<(usize, usize)> {
    let ladder = crate::reference::MEASURES;
    let place =
        |name: &String| ladder.iter().position(|known| *known == name.as_str()).expect("a value of the ladder") + 1;
    match of.0 {
        Status::Conflict | Status::Undetermined => None,
        Status::Exempt | Status::NotAddressed | Status::OutOfScope => Some((0, 0)),
        Status::Decided => {
            let places: Vec<usize> = of.1.values().iter().map(place).chain(of.2.then_some(0)).collect();
            Some((*places.iter().min().unwrap(), *places.iter().max().unwrap()))
        }
    }
}

fn values(of: &Verdict) -> BTreeSet<String> {
    of.1.values().iter().cloned().chain(of.2.then(|| "none".to_owned())).collect()
}

/// What becomes of a result, said once more from its definition.
fn expected(old: &Verdict, new: &Verdict) -> (Effect, bool, bool) {
    let (falls, rises) = match (ends(old), ends(new)) {
        (Some(before), Some(after)) => {
            (after.0 < before.0 || after.1 < before.1, after.0 > before.0 || after.1 > before.1)
        }
        _ => (false, false),
    };
    let effect = match (old.0, new.0) {
        (Status::OutOfScope, _) => Effect::EntersScope,
        (_, Status::OutOfScope) => Effect::LeavesScope,
        (Status::NotAddressed, _) => Effect::NewlyAddressed,
        (_, Status::NotAddressed) => Effect::NoLongerAddressed,
        (_, Status::Conflict) => Effect::NewConflict,
        (Status::Conflict, _) => Effect::ConflictSettled,
        (Status::Exempt, _) => Effect::NoLongerExempt,
        (_, Status::Exempt) => Effect::NewlyExempt,
        _ if falls && !rises => Effect::Lighter,
        _ if rises && !falls => Effect::Heavier,
        _ if values(old).is_subset(&values(new)) => Effect::Widened,
        _ if values(new).is_subset(&values(old)) => Effect::Narrowed,
        _ => Effect::Mixed,
    };
    (effect, falls, rises)
}

/// A case that both policies decide.
struct Both {
    facts: Facts,
    key: CaseKey,
    old: Decision,
    new: Decision,
}

fn compared(old: &str, new: &str) -> (Comparison, Vec<Both>) {
    let (old, new) = (accepted(old), accepted(new));
    let comparison = Comparison::of(&old, &new, &Mapping::default()).expect("the same declarations");
    let of_case = |case: Case| {
        let own = facts(&old, &case);
        let decided = (decide(&old, &own).ok()?, decide(&new, &facts(&new, &case)).ok()?);
        let key = comparison.key(Side::Old, &own).unwrap().expect("all facts are known");
        Some(Both { facts: own, key, old: decided.0, new: decided.1 })
    };
    let cases = all_cases().into_iter().filter_map(of_case).collect();
    (comparison, cases)
}

fn assert_exact(old: &str, new: &str) -> Result<(), TestCaseError> {
    let (comparison, cases) = compared(old, new);
    let changes = comparison.changes();
    let found = &changes[0];
    prop_assert_eq!(found.undecided, None);
    let all: BTreeSet<&CaseKey> = cases.iter().map(|case| &case.key).collect();
    let mut keys: BTreeMap<usize, BTreeSet<&CaseKey>> = BTreeMap::new();
    let mut changed: BTreeSet<&CaseKey> = BTreeSet::new();
    for case in &cases {
        let (before, after) = (verdict(&case.old), verdict(&case.new));
        let holding: Vec<usize> = (0..found.changes.len())
            .filter(|at| comparison.contains(&found.changes[*at].region, Side::Old, &case.facts) == Some(true))
            .collect();
        if before == after {
            prop_assert!(holding.is_empty(), "a case that does not change is in {holding:?}");
            continue;
        }
        changed.insert(&case.key);
        prop_assert_eq!(holding.len(), 1, "{:?} → {:?}", before, after);
        let change: &Change = &found.changes[holding[0]];
        keys.entry(holding[0]).or_default().insert(&case.key);
        let ruling = |of: &policyc::compare::Ruling| (of.status, of.permitted.clone(), of.none);
        prop_assert_eq!(ruling(&change.old), before.clone());
        prop_assert_eq!(ruling(&change.new), after.clone());
        prop_assert_eq!((change.effect, change.falls, change.rises), expected(&before, &after));
        for (given, decision) in [(&change.old, &case.old), (&change.new, &case.new)] {
            let decided = &decision.outcomes[0];
            let known: BTreeSet<&String> =
                decided.clauses.iter().chain(&decided.exempted_by).chain(&decided.adjusted_by).collect();
            let scope = decided.status == Status::OutOfScope;
            prop_assert!(
                scope || given.clauses.iter().all(|clause| known.contains(clause)),
                "{:?} {:?}",
                given,
                decided
            );
            let gives = matches!(decided.status, Status::Decided | Status::Conflict | Status::Exempt);
            prop_assert_eq!(!given.clauses.is_empty(), gives || scope && !given.clauses.is_empty());
        }
    }
    for (at, change) in found.changes.iter().enumerate() {
        let count = change.count.as_ref().unwrap();
        prop_assert_eq!(count.cases(), keys.get(&at).map_or(0, BTreeSet::len).to_string());
        prop_assert_eq!(count.of(), all.len().to_string());
        let case = change.case.as_ref().unwrap();
        prop_assert_eq!(
            verdict(case.decision(Side::Old)),
            (change.old.status, change.old.permitted.clone(), change.old.none)
        );
        prop_assert_eq!(
            verdict(case.decision(Side::New)),
            (change.new.status, change.new.permitted.clone(), change.new.none)
        );
    }
    prop_assert_eq!(found.count.as_ref().map(|count| count.cases()), Some(changed.len().to_string()));
    prop_assert_eq!(found.is_same(), changed.is_empty());
    prop_assert_eq!(comparison.first_difference().unwrap().is_none(), changed.is_empty());
    Ok(())
}

/// The regulation with one provision of another one in the place of one of its own.
fn altered(mut regulation: Regulation, other: &Regulation, place: usize) -> Regulation {
    let taken = other.articles.iter().flat_map(|article| &article.provisions).find_map(|provision| match provision {
        Provision::Rule { when, permitted, .. } => Some((when.clone(), permitted.clone())),
        Provision::Otherwise { .. } | Provision::Exempt { .. } | Provision::Adjust { .. } => None,
    });
    let rules = regulation.articles.iter_mut().flat_map(|article| &mut article.provisions).filter_map(|provision| {
        match provision {
            Provision::Rule { when, permitted, .. } => Some((when, permitted)),
            Provision::Otherwise { .. } | Provision::Exempt { .. } | Provision::Adjust { .. } => None,
        }
    });
    let rules: Vec<_> = rules.collect();
    let count = rules.len();
    if let (Some((when, permitted)), Some(own)) = (taken, rules.into_iter().nth(place % count.max(1))) {
        *own.0 = when;
        if place.is_multiple_of(2) {
            *own.1 = permitted;
        }
    }
    regulation
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn the_changes_between_two_policies_are_those_of_all_cases(
        old in generate::regulations(),
        new in generate::regulations(),
    ) {
        assert_exact(&old.printed(), &new.printed())?;
    }

    #[test]
    fn the_changes_of_one_rule_are_those_of_all_cases(
        old in generate::regulations(),
        other in generate::regulations(),
        place in 0..8_usize,
    ) {
        let new = altered(old.clone(), &other, place);
        assert_exact(&old.printed(), &new.printed())?;
    }

    #[test]
    fn a_policy_is_the_same_as_itself(regulation in generate::regulations()) {
        let text = regulation.printed();
        let (comparison, _) = compared(&text, &text);
        let same = comparison.changes().iter().all(|outcome| outcome.is_same());
        prop_assert!(same);
    }
}
