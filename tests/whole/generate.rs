//! Random regulations and cases.

use super::{
    Adjustment, Combine, Compare, Condition, DATES, Fact, Fold, Given, Grant, Outcome, Permitted, RecordCondition,
    Regulation, Rule, Within,
};
use proptest::collection::{btree_set, vec};
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

/// What a generated regulation speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Topics {
    pub lists: bool,
    pub dates: bool,
    /// Amounts that are calculated from facts.
    pub calculated: bool,
}

fn compares() -> impl Strategy<Value = Compare> {
    select(vec![Compare::Equal, Compare::NotEqual, Compare::Less, Compare::AtMost, Compare::Greater, Compare::AtLeast])
}

/// Conditions that may read the outcomes before `outcome`.
fn conditions(topics: Topics, outcome: Option<Outcome>) -> BoxedStrategy<Condition> {
    let facts = select(vec![Fact::Hidden, Fact::Careless, Fact::Knew]).prop_map(Condition::Is);
    let mut atoms: Vec<(u32, BoxedStrategy<Condition>)> = vec![
        (4, facts.boxed()),
        (2, (compares(), 0..=2_i64).prop_map(|(compare, value)| Condition::Grade(compare, value)).boxed()),
        (2, (compares(), -1..=2_i64).prop_map(|(compare, value)| Condition::Days(compare, value)).boxed()),
        (1, compares().prop_map(Condition::DaysToBar).boxed()),
        (1, Just(Condition::Wide).boxed()),
        (1, Just(Condition::DayFrom(14)).boxed()),
    ];
    if topics.lists {
        atoms.push((5, folds().prop_map(Condition::Fold).boxed()));
    }
    if topics.dates {
        atoms.push((
            2,
            (compares(), select(DATES.to_vec())).prop_map(|(compare, value)| Condition::Done(compare, value)).boxed(),
        ));
        atoms.push((3, withins().prop_map(Condition::Within).boxed()));
    }
    if matches!(outcome, Some(Outcome::Fine | Outcome::Leader)) {
        atoms.push((
            4,
            (compares(), 1..=4_i64)
                .prop_map(|(compare, value)| Condition::Reads(Outcome::Driver, compare, value))
                .boxed(),
        ));
    }
    if outcome == Some(Outcome::Leader) {
        atoms.push((
            4,
            (compares(), 0..=6_i64)
                .prop_map(|(compare, value)| Condition::Reads(Outcome::Fine, compare, value))
                .boxed(),
        ));
    }
    let atom = proptest::strategy::Union::new_weighted(atoms);
    atom.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            2 => inner.clone().prop_map(|inner| Condition::Not(Box::new(inner))),
            3 => vec(inner.clone(), 2..=3).prop_map(Condition::And),
            3 => vec(inner, 2..=3).prop_map(Condition::Or),
        ]
    })
    .boxed()
}

fn withins() -> impl Strategy<Value = Within> {
    let date = || select(DATES.to_vec());
    (any::<bool>(), any::<bool>(), weighted(0.3, date()), weighted(0.5, date())).prop_map(
        |(months, after, date, anchor)| Within {
            months,
            after,
            // Two constants would be no condition.
            date: date.filter(|_| anchor.is_none()),
            anchor,
        },
    )
}

fn record_conditions() -> impl Strategy<Value = RecordCondition> {
    let atom = prop_oneof![
        3 => Just(RecordCondition::Kind),
        2 => (compares(), -1..=2_i64).prop_map(|(compare, value)| RecordCondition::Size(compare, value)),
        1 => compares().prop_map(RecordCondition::SizeToDays),
        1 => Just(RecordCondition::Hidden),
    ];
    atom.prop_recursive(2, 4, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| RecordCondition::Not(Box::new(inner))),
            (inner.clone(), inner).prop_map(|(one, other)| RecordCondition::And(Box::new(one), Box::new(other))),
        ]
    })
}

fn folds() -> impl Strategy<Value = Fold> {
    let one = record_conditions;
    prop_oneof![
        3 => (one(), compares(), 0..=2_i64).prop_map(|(of, compare, value)| Fold::Count(of, compare, value)),
        2 => one().prop_map(Fold::Exists),
        2 => one().prop_map(Fold::Every),
        2 => (one(), compares(), 0..=2_i64).prop_map(|(of, compare, value)| Fold::Run(of, compare, value)),
        1 => (one(), compares(), 0..=2_i64).prop_map(|(of, compare, value)| Fold::Sum(of, compare, value)),
        1 => (one(), one()).prop_map(|(one, other)| Fold::More(one, other)),
    ]
}

fn permitted(outcome: Outcome) -> BoxedStrategy<Permitted> {
    let ranges = || (0..=5_i64, 0..=3_i64).prop_map(|(low, length)| (low..=low + length).collect::<Permitted>());
    match outcome {
        Outcome::Driver | Outcome::Leader => {
            prop_oneof![4 => btree_set(1..=4_i64, 1..=3), 1 => btree_set(0..=4_i64, 1..=3)].boxed()
        }
        Outcome::Fine => {
            let may = ranges().prop_map(|mut range| {
                range.insert(-1);
                range
            });
            prop_oneof![4 => ranges(), 1 => may].boxed()
        }
    }
}

fn rules(topics: Topics, outcome: Outcome) -> impl Strategy<Value = Vec<Rule>> {
    let grant = move || -> BoxedStrategy<Grant> {
        let fixed = permitted(outcome).prop_map(Grant::Fixed);
        if outcome == Outcome::Fine && topics.calculated {
            prop_oneof![1 => fixed, 1 => Just(Grant::FromDays)].boxed()
        } else {
            fixed.boxed()
        }
    };
    let rule = (prop::bool::weighted(0.15), conditions(topics, Some(outcome)), grant());
    vec(rule.prop_map(move |(otherwise, when, grant)| Rule { outcome, otherwise, when, grant }), 1..=3)
}

pub fn regulations(topics: Topics) -> impl Strategy<Value = Regulation> {
    let ladder = || select(vec![Combine::Heaviest, Combine::Union, Combine::Intersect]);
    let amounts = select(vec![Combine::Heaviest, Combine::Union, Combine::Intersect, Combine::Sum]);
    let outcome = || select(vec![Outcome::Driver, Outcome::Fine, Outcome::Leader]);
    let by = select(vec![Adjustment::Lighten, Adjustment::Reduce, Adjustment::Aggravate]);
    let about = move || outcome().prop_flat_map(move |outcome| (Just(outcome), conditions(topics, Some(outcome))));
    (
        (ladder(), amounts, ladder()),
        weighted(0.3, conditions(topics, None)),
        (rules(topics, Outcome::Driver), rules(topics, Outcome::Fine), rules(topics, Outcome::Leader)),
        weighted(0.3, about()),
        weighted(0.4, (about(), by)),
        conditions(topics, Some(Outcome::Leader)),
    )
        .prop_map(|((driver, fine, leader), assumption, rules, exempt, adjust, duty)| Regulation {
            combine: [driver, fine, leader],
            assumption,
            rules: [rules.0, rules.1, rules.2].concat(),
            exempt,
            adjust: adjust.map(|((outcome, when), by)| (outcome, by, when)),
            duty,
        })
}

/// Values of a known fact: of numbers and days none of the outermost, so that every search has one beyond.
fn values(fact: Fact) -> impl Strategy<Value = i64> {
    select(match fact {
        Fact::Days => (-1..=2).collect(),
        Fact::Done | Fact::Due => vec![29, 30, 31, 58, 59, 60, 61, 89, 90, 91, super::NEVER],
        other => other.values(),
    })
}

/// Cases of which each fact is unknown with this probability.
pub fn cases(unknown: f64) -> impl Strategy<Value = Given> {
    // Probabilities of nothing at all are refused.
    let unknown = unknown.max(1e-6);
    let known = 1.0 - unknown;
    let fact = move |fact: Fact| weighted(known, values(fact));
    let facts = (
        [fact(Fact::Hidden), fact(Fact::Careless), fact(Fact::Knew)],
        fact(Fact::Grade),
        fact(Fact::Days),
        fact(Fact::Day),
        [fact(Fact::Done), fact(Fact::Due)],
    );
    let record = (weighted(known, 0..=1_i64), weighted(known, -1..=2_i64));
    let items = weighted(known.max(0.5), vec(record, 0..=3));
    let as_of = weighted(0.5, select(vec![29_i64, 32, 60, 61, 92]));
    let chosen = (weighted(unknown / 3.0, 0..=4_i64), weighted(unknown / 3.0, -1..=6_i64));
    (facts, items, any::<bool>(), as_of, chosen).prop_map(
        |(([hidden, careless, knew], grade, days, day, [done, due]), items, wide, as_of, chosen)| Given {
            facts: [hidden, careless, knew, grade, days, day, done, due],
            items,
            wide,
            as_of,
            chosen: [chosen.0, chosen.1],
        },
    )
}
