//! Claims: proved exactly where no case, and no pair of cases, is against them.

use crate::enumerated::{Enumerated, enumerated_text, verdict_of};
use crate::random::config;
use crate::reference::generate::{conditions, permitted, regulations};
use crate::reference::print::condition;
use crate::reference::{Condition, FACTS, Fact, MEASURES, Permitted, Regulation, TOP};
use policyc::analyse::{Counterexample, Proof};
use policyc::decide::{Decision, Status};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Claim {
    RisesWith(Fact),
    Ignores(Fact),
    IsAddressed,
    AtLeast(u8),
    AtMost(u8),
    Within(Permitted),
    Excludes(Permitted),
}

fn claims() -> impl Strategy<Value = (Claim, Option<Condition>)> {
    let ordered = vec![Fact::Grade, Fact::Days, Fact::Limit, Fact::Hidden];
    let claim = prop_oneof![
        3 => proptest::sample::select(ordered).prop_map(Claim::RisesWith),
        2 => proptest::sample::select(FACTS.to_vec()).prop_map(Claim::Ignores),
        1 => Just(Claim::IsAddressed),
        1 => (1..=TOP).prop_map(Claim::AtLeast),
        1 => (1..=TOP).prop_map(Claim::AtMost),
        1 => sets().prop_map(Claim::Within),
        1 => excluded().prop_map(Claim::Excludes),
    ];
    (claim, proptest::option::weighted(0.4, conditions()))
}

/// Sets as a claim can write them: "no measure" stands alone.
fn sets() -> impl Strategy<Value = Permitted> {
    permitted().prop_map(|mut values| {
        if values.len() > 1 {
            values.remove(&0);
        }
        values
    })
}

/// Sets that a claim can exclude: "no measure" is none of the values that it can name.
fn excluded() -> impl Strategy<Value = Permitted> {
    permitted().prop_map(|mut values| {
        values.remove(&0);
        if values.is_empty() {
            values.insert(1);
        }
        values
    })
}

fn printed(regulation: &Regulation, claim: &Claim, when: Option<&Condition>) -> String {
    let measure = |value: u8| MEASURES[usize::from(value) - 1];
    let property = match claim {
        Claim::RisesWith(fact) => format!("rises with {}", fact.name()),
        Claim::Ignores(fact) => format!("ignores {}", fact.name()),
        Claim::IsAddressed => "is addressed".to_owned(),
        Claim::AtLeast(value) => format!("≥ {}", measure(*value)),
        Claim::AtMost(value) => format!("≤ {}", measure(*value)),
        Claim::Within(values) => format!("{}{}", if values.contains(&0) { "= " } else { "∈ " }, set(values)),
        Claim::Excludes(values) => format!("excludes {}", set(values)),
    };
    let when = when.map_or_else(String::new, |when| format!(" when {}", condition(when)));
    format!("{}ensure sanction {property}{when}\n", regulation.printed())
}

fn set(values: &Permitted) -> String {
    if values.contains(&0) {
        return "none".to_owned();
    }
    let name = |value: &u8| MEASURES[usize::from(*value) - 1];
    format!("<{}>", values.iter().map(name).collect::<Vec<_>>().join(", "))
}

/// The permitted values in numbers: 0 is "no measure"; `None` where nothing is permitted.
fn values(decision: &Decision) -> Option<Permitted> {
    let decided = &decision.outcomes[0];
    let number = |name: &String| u8::try_from(MEASURES.iter().position(|own| own == name).unwrap() + 1).unwrap();
    let own: Permitted = decided.permitted.values().iter().map(number).chain(decided.none.then_some(0)).collect();
    (decided.status == Status::Decided).then_some(own)
}

fn is_against(claim: &Claim, decision: &Decision) -> bool {
    let status = decision.outcomes[0].status;
    let own = values(decision);
    match claim {
        Claim::RisesWith(_) | Claim::Ignores(_) => false,
        Claim::IsAddressed => status == Status::NotAddressed,
        Claim::AtLeast(least) => own.is_none_or(|own| own.iter().any(|value| value < least)),
        Claim::AtMost(most) => own.is_some_and(|own| own.iter().any(|value| value > most)),
        Claim::Within(wanted) => match own {
            Some(own) => !own.is_subset(wanted),
            None => status == Status::Conflict || !wanted.contains(&0),
        },
        Claim::Excludes(excluded) => own.is_some_and(|own| !own.is_disjoint(excluded)),
    }
}

fn is_against_pair(claim: &Claim, first: &Enumerated, second: &Enumerated) -> bool {
    let step = |fact: Fact| {
        let place = FACTS.iter().position(|own| *own == fact).unwrap();
        let alike = (0..FACTS.len()).all(|other| other == place || first.case[other] == second.case[other]);
        alike.then(|| second.case[place] - first.case[place])
    };
    match claim {
        Claim::RisesWith(fact) => {
            let conflict = |case: &Enumerated| case.decision.outcomes[0].status == Status::Conflict;
            let ends = |case: &Enumerated| {
                let own = values(&case.decision).unwrap_or_else(|| [0].into());
                (*own.first().unwrap(), *own.last().unwrap())
            };
            let (before, after) = (ends(first), ends(second));
            let is_lighter = after.0 < before.0 || after.1 < before.1;
            step(*fact) == Some(1) && is_lighter && !conflict(first) && !conflict(second)
        }
        Claim::Ignores(fact) => {
            step(*fact).is_some_and(|step| step > 0) && verdict_of(&first.decision) != verdict_of(&second.decision)
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_claim_is_proved_where_nothing_is_against_it(regulation in regulations(), (claim, when) in claims()) {
        let text = printed(&regulation, &claim, when.as_ref());
        let (policy, analysis, cases) = enumerated_text(&text);
        let is_counted = |case: &&Enumerated| {
            let counted = when.as_ref().is_none_or(|when| regulation.holds(when, &case.case));
            counted && case.decision.outcomes[0].status != Status::OutOfScope
        };
        let counted: Vec<&Enumerated> = cases.iter().filter(is_counted).collect();
        let mut by_others: std::collections::BTreeMap<Vec<i64>, Vec<&Enumerated>> = std::collections::BTreeMap::new();
        let place = match claim {
            Claim::RisesWith(fact) | Claim::Ignores(fact) => FACTS.iter().position(|own| *own == fact),
            _ => None,
        };
        for case in &counted {
            let others = (0..FACTS.len()).filter(|other| Some(*other) != place).map(|other| case.case[other]);
            by_others.entry(others.collect()).or_default().push(case);
        }
        let single = counted.iter().any(|case| is_against(&claim, &case.decision));
        let pair = by_others.values().any(|alike| {
            alike.iter().any(|first| alike.iter().any(|second| is_against_pair(&claim, first, second)))
        });
        match analysis.ensured(&policy.ensures()[0]) {
            Proof::Proved => prop_assert!(!single && !pair, "{claim:?} is refuted by some case"),
            Proof::NotDecided(undecided) => prop_assert!(false, "{undecided:?}"),
            Proof::Refuted(refutation) => {
                prop_assert!(single || pair, "{claim:?} is refuted by no case, but by {:?}", refutation.example);
                match refutation.example {
                    Counterexample::Case(witness) => {
                        prop_assert!(is_against(&claim, witness.decision()));
                        prop_assert_eq!(refutation.region.contains(witness.facts()), Some(true));
                    }
                    Counterexample::Pair { before, after, fact } => {
                        let differing: Vec<_> = policy
                            .fact_ids()
                            .filter(|id| before.facts().get(*id) != after.facts().get(*id))
                            .collect();
                        prop_assert_eq!(differing, [fact]);
                        prop_assert_eq!(refutation.region.contains(before.facts()), Some(true));
                    }
                }
            }
        }
    }
}
