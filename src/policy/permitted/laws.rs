//! Laws of permitted sets, of both kinds, on random sets.

use super::super::ids::{EnumerationId, MemberIndex};
use super::super::value::{ArithmeticError, PeriodUnit, Value};
use super::cases::{end, money, months, words};
use super::*;
use crate::syntax::ast::{Comparison, Polarity};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The positions that the tests look at, in quarters: ends are whole, so these tell any two sets apart.
const QUARTERS: std::ops::RangeInclusive<i64> = -12..=48;

fn at(measure: &Measure, whole: i64) -> Value {
    measure.value(Decimal::from(whole))
}

fn dense() -> Measure {
    Measure::Money("CNY".into())
}

fn whole() -> Measure {
    Measure::Duration(PeriodUnit::Months)
}

/// An interval as drawn: from, width (`None`: no upper end), and whether the ends are included.
type Drawn = (i64, Option<i64>, bool, bool);

fn drawn() -> impl Strategy<Value = Drawn> {
    let width = prop_oneof![9 => (0_i64..5).prop_map(Some), 1 => Just(None)];
    (0_i64..8, width, any::<bool>(), any::<bool>())
}

fn interval(measure: &Measure, (from, width, from_included, to_included): Drawn) -> AmountInterval {
    let edge = |included| if included { Edge::Included } else { Edge::Excluded };
    AmountInterval {
        from: end(at(measure, from), edge(from_included)),
        to: width.map(|width| end(at(measure, from + width), edge(to_included))),
    }
}

fn amount_sets_of(measure: Measure) -> impl Strategy<Value = PermittedSet> {
    (prop::collection::vec(drawn(), 0..4), any::<bool>()).prop_map(move |(drawn, none)| {
        let drawn = drawn.into_iter().map(|drawn| interval(&measure, drawn));
        let set = AmountSet::new(drawn).unwrap().map(PermittedSet::from);
        match (set, none) {
            (Some(set), false) => set,
            (Some(set), true) => set.or_none(),
            (None, _) => PermittedSet::only_none(),
        }
    })
}

fn ladder_sets() -> impl Strategy<Value = PermittedSet> {
    (prop::collection::btree_set(0_u32..5, 0..4), any::<bool>()).prop_map(|(members, none)| {
        match (PermittedSet::of(members.into_iter().map(MemberIndex)), none) {
            (Some(set), false) => set,
            (Some(set), true) => set.or_none(),
            (None, _) => PermittedSet::only_none(),
        }
    })
}

/// Three sets of one kind, and the values that sets of this kind can have.
fn alike() -> impl Strategy<Value = ([PermittedSet; 3], ValueSpace)> {
    let amounts = |measure: Measure| {
        let space = ValueSpace::Amounts(Some(measure.clone()));
        (prop::array::uniform3(amount_sets_of(measure)), Just(space))
    };
    prop_oneof![
        (prop::array::uniform3(ladder_sets()), Just(ValueSpace::Ladder { top: MemberIndex(4) })),
        amounts(dense()),
        amounts(whole()),
        amounts(Measure::Int),
    ]
}

/// Two or three sets of amounts of one kind.
fn summable() -> impl Strategy<Value = [PermittedSet; 3]> {
    prop_oneof![
        prop::array::uniform3(amount_sets_of(dense())),
        prop::array::uniform3(amount_sets_of(Measure::Decimal)),
        prop::array::uniform3(amount_sets_of(whole())),
    ]
}

/// A set by brute force: which quarters it has, and "no measure".
#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    none: bool,
    quarters: BTreeSet<i64>,
}

fn listed(set: &PermittedSet) -> Listed {
    let has = |quarters: &i64| match &set.values {
        Values::Nothing => false,
        Values::Ladder(ladder) => {
            quarters % 4 == 0 && u32::try_from(quarters / 4).is_ok_and(|member| ladder.contains(MemberIndex(member)))
        }
        Values::Amounts(amounts) => {
            let at = Decimal::new(quarters * 25, 2);
            amounts.measure().has(at) && amounts.has(at)
        }
    };
    Listed { none: set.none, quarters: QUARTERS.filter(has).collect() }
}

impl Listed {
    fn union(&self, other: &Self) -> Self {
        Self { none: self.none || other.none, quarters: self.quarters.union(&other.quarters).copied().collect() }
    }

    /// From light to heavy: "no measure" as `None`.
    fn values(&self) -> impl Iterator<Item = Option<i64>> + '_ {
        self.none.then_some(None).into_iter().chain(self.quarters.iter().copied().map(Some))
    }

    fn subset_of(&self, other: &Self) -> bool {
        self.union(other) == *other
    }
}

type Operation = fn(&PermittedSet, &PermittedSet) -> Result<PermittedSet, ArithmeticError>;

/// The intersection, with the empty one as an error.
fn common(a: &PermittedSet, b: &PermittedSet) -> Result<PermittedSet, ArithmeticError> {
    a.intersection(b).and_then(|common| common.ok_or(ArithmeticError::Mismatch))
}

const OPERATIONS: [Operation; 3] = [PermittedSet::heaviest, PermittedSet::union, common];

/// Whether the pieces are in order, not empty, apart, and of whole numbers with their ends included.
fn is_canonical(set: &PermittedSet) -> bool {
    let Some(amounts) = set.amounts() else { return true };
    let intervals: Vec<AmountInterval> = amounts.intervals().collect();
    let again = AmountSet::new(intervals.iter().rev().cloned()).unwrap();
    let grain = amounts.measure().grain();
    let apart = intervals.windows(2).all(|pair| {
        let (Some(to), next) = (&pair[0].to, &pair[1].from) else { return false };
        match (to.value.order(&next.value).unwrap(), grain) {
            (std::cmp::Ordering::Less, Grain::Dense) => true,
            (std::cmp::Ordering::Less, Grain::Whole) => {
                let one = if let Value::Duration(_) = to.value { months(1) } else { Value::Int(1) };
                to.value.add(&one).unwrap().order(&next.value).unwrap().is_lt()
            }
            (std::cmp::Ordering::Equal, Grain::Dense) => (to.edge, next.edge) == (Edge::Excluded, Edge::Excluded),
            (std::cmp::Ordering::Equal, Grain::Whole) | (std::cmp::Ordering::Greater, _) => false,
        }
    });
    let ends = || intervals.iter().flat_map(|interval| [Some(&interval.from), interval.to.as_ref()]).flatten();
    let included = grain == Grain::Dense || ends().all(|end| end.edge == Edge::Included);
    again.as_ref() == Some(amounts) && apart && included
}

const MONEY: ValueSpace = ValueSpace::Amounts(None);

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn combining_depends_on_no_order([a, b, c] in alike().prop_map(|(sets, _)| sets)) {
        for law in OPERATIONS {
            prop_assert_eq!(law(&a, &b), law(&b, &a));
            let left = law(&a, &b).and_then(|both| law(&both, &c));
            let right = law(&b, &c).and_then(|both| law(&a, &both));
            prop_assert_eq!(left, right);
            prop_assert_eq!(law(&a, &a), Ok(a.clone()));
        }
    }

    #[test]
    fn adding_depends_on_no_order([a, b, c] in summable()) {
        prop_assert_eq!(a.sum(&b), b.sum(&a));
        prop_assert_eq!(a.sum(&b).unwrap().sum(&c), a.sum(&b.sum(&c).unwrap()));
        prop_assert_eq!(a.sum(&PermittedSet::only_none()), Ok(a));
    }

    #[test]
    fn combining_is_what_it_is_value_by_value([a, b, _] in alike().prop_map(|(sets, _)| sets)) {
        let (left, right) = (listed(&a), listed(&b));
        let union = left.union(&right);
        prop_assert_eq!(listed(&a.union(&b).unwrap()), union.clone());
        let floor = left.values().next().max(right.values().next());
        // `listed` cannot see the start of an open interval as a value; it sees the first quarter behind it.
        let heaviest: Vec<_> = union.values().filter(|value| Some(*value) >= floor).collect();
        prop_assert_eq!(listed(&a.heaviest(&b).unwrap()).values().collect::<Vec<_>>(), heaviest);
        let both: Vec<_> = left.values().filter(|value| right.values().any(|other| other == *value)).collect();
        let common = a.intersection(&b).unwrap();
        prop_assert_eq!(common.map_or(vec![], |common| listed(&common).values().collect()), both);
    }

    #[test]
    fn adding_is_what_it_is_value_by_value([a, b, _] in summable()) {
        let sum = listed(&a.sum(&b).unwrap());
        let (left, right) = (listed(&a), listed(&b));
        let mut pairs: BTreeSet<Option<i64>> = BTreeSet::new();
        for one in left.values() {
            for other in right.values() {
                pairs.insert(one.zip(other).map(|(one, other)| one + other).or(one).or(other));
            }
        }
        // Ends are whole; each half between two sums of whole numbers is the sum of two quarters.
        let half = |value: &Option<i64>| value.is_none_or(|quarters| quarters % 2 == 0 && QUARTERS.contains(&quarters));
        let wanted: Vec<_> = pairs.into_iter().filter(half).collect();
        prop_assert_eq!(sum.values().filter(half).collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn one_more_set_never_lightens([a, b, _] in alike().prop_map(|(sets, _)| sets)) {
        let (before, after) = (listed(&a), listed(&a.heaviest(&b).unwrap()));
        prop_assert!(after.values().next() >= before.values().next(), "{} {}", words(&a), words(&b));
        prop_assert!(after.values().last() >= before.values().last(), "{} {}", words(&a), words(&b));
    }

    #[test]
    fn every_result_is_written_in_the_one_way(([a, b, _], space) in alike()) {
        let mut results = vec![a.clone(), a.union(&b).unwrap(), a.heaviest(&b).unwrap()];
        results.extend(a.intersection(&b).unwrap());
        results.extend(a.sum(&b));
        for adjustment in ADJUSTMENTS {
            results.push(a.adjusted(adjustment, &space).unwrap());
        }
        for result in &results {
            prop_assert!(is_canonical(result), "{}", words(result));
        }
    }

    #[test]
    fn two_sets_are_equal_if_they_have_the_same_values([a, b, c] in alike().prop_map(|(sets, _)| sets)) {
        let pairs = [(a.clone(), b.clone()), (a.union(&b).unwrap(), a.union(&c).unwrap()), (a.union(&b).unwrap(), a)];
        for (one, other) in pairs {
            let same = listed(&one) == listed(&other) && one.heaviest_value() == other.heaviest_value();
            prop_assert_eq!(one == other, same, "{:?} {:?}", one, other);
        }
    }

    #[test]
    fn lightening_and_aggravating_stay_inside(([a, ..], space) in alike()) {
        let whole = listed(&a);
        let lighter = a.adjusted(Adjustment::Lighten, &space).unwrap();
        let heavier = a.adjusted(Adjustment::Aggravate, &space).unwrap();
        let (light, heavy) = (listed(&lighter), listed(&heavier));
        prop_assert!(light.subset_of(&whole) && heavy.subset_of(&whole), "{}", words(&a));
        // Nothing is lost: each value is in one half, as there are only two.
        if a.amounts().is_some() {
            prop_assert_eq!(lighter.union(&heavier).map(|both| both.values), Ok(a.values.clone()));
        }
        // The halves keep their ends.
        prop_assert_eq!(lighter.lightest(), a.lightest());
        prop_assert_eq!(heavier.heaviest_value(), a.heaviest_value());
        prop_assert_eq!(a.is_single(), lighter == a && heavier == a && a.heaviest_value() != SetEnd::Open);
    }

    #[test]
    fn the_halves_of_a_closed_interval_are_the_interval(from in 0_i64..9, width in 0_i64..9) {
        let (low, high) = (at(&dense(), from), at(&dense(), from + width));
        let interval = PermittedSet::from(AmountSet::between(&low, &high).unwrap().unwrap());
        let lighter = interval.adjusted(Adjustment::Lighten, &MONEY).unwrap();
        let heavier = interval.adjusted(Adjustment::Aggravate, &MONEY).unwrap();
        prop_assert_eq!(lighter.union(&heavier), Ok(interval));
        let middle = Decimal::new(from * 2 + width, 0) * Decimal::new(5, 1);
        let middle = PermittedSet::from(AmountSet::of([&dense().value(middle)]).unwrap().unwrap());
        prop_assert_eq!(lighter.intersection(&heavier), Ok(Some(middle)));
    }

    #[test]
    fn reducing_goes_below_and_exceeding_above(([a, ..], space) in alike()) {
        let values = listed(&a);
        let below = listed(&a.adjusted(Adjustment::Reduce, &space).unwrap());
        let lightest = values.values().next();
        let nothing_below = Listed { none: true, quarters: BTreeSet::new() };
        prop_assert!(below == nothing_below || below.values().last() < lightest, "{}", words(&a));
        let above = a.adjusted(Adjustment::Exceed, &space).unwrap();
        let at_the_top = a.heaviest_value() == SetEnd::Open || a.contains(MemberIndex(4));
        if at_the_top {
            prop_assert_eq!(above.heaviest_value(), a.heaviest_value());
        } else {
            prop_assert!(listed(&above).values().next() > values.values().last(), "{}", words(&a));
        }
        // No gap: of amounts, what is below, the span and what is above are everything from zero.
        if let (Some(amounts), false, false) = (a.amounts(), a.none, at_the_top) {
            let span = AmountInterval { from: amounts.low().unwrap(), to: amounts.high() };
            let span = PermittedSet::from(AmountSet::new([span]).unwrap().unwrap());
            let below = a.adjusted(Adjustment::Reduce, &space).unwrap();
            let all = below.union(&span).and_then(|all| all.union(&above)).unwrap();
            prop_assert_eq!(all.values, Values::Amounts(AmountSet::from_zero(amounts.measure().clone())));
        }
    }

    #[test]
    fn a_test_of_the_set_is_a_test_of_each_value(
        (kind, a, none) in (0_usize..3).prop_flat_map(|kind| {
            (Just(kind), prop::collection::btree_set(0_i64..7, 1..5), any::<bool>())
        }),
        listed in prop::collection::vec(0_i64..7, 0..4),
        (low, high) in (0_i64..7, 0_i64..7),
    ) {
        let value = |number: i64| match kind {
            0 => Value::Int(number),
            1 => money(&number.to_string()),
            _ => Value::Member(EnumerationId(0), MemberIndex(u32::try_from(number).unwrap())),
        };
        let values: Vec<Value> = a.iter().map(|number| value(*number)).collect();
        let permitted = match kind {
            2 => PermittedSet::of(a.iter().map(|number| MemberIndex(u32::try_from(*number).unwrap()))).unwrap(),
            _ => AmountSet::of(&values).unwrap().unwrap().into(),
        };
        let permitted = if none { permitted.or_none() } else { permitted };
        let (low, high) = (value(low), value(high));
        let listed: Vec<Value> = listed.into_iter().map(value).collect();
        let mut tests: Vec<(ValueTest<'_>, Holds<'_>)> = Vec::new();
        for operator in COMPARISONS {
            let low = &low;
            let holds = move |value: &Value| value.compare(operator, low).unwrap();
            tests.push((ValueTest::Compare(operator, low), Box::new(holds)));
        }
        for polarity in [Polarity::In, Polarity::NotIn] {
            let asserted = move |holds: bool| holds == (polarity == Polarity::In);
            let among = |value: &Value| listed.contains(value);
            let between = |value: &Value| {
                value.compare(Comparison::GreaterEqual, &low).unwrap() && value.compare(Comparison::LessEqual, &high).unwrap()
            };
            tests.push((ValueTest::Among(polarity, &listed), Box::new(move |value| asserted(among(value)))));
            tests.push((ValueTest::Between(polarity, &low, &high), Box::new(move |value| asserted(between(value)))));
        }
        for (test, holds) in tests {
            let held = values.iter().filter(|value| holds(value)).count();
            let wanted = match held {
                0 => Satisfied::Nothing,
                all if all == values.len() && !none => Satisfied::All,
                _ => Satisfied::Some,
            };
            prop_assert_eq!(permitted.satisfied(test), Ok(wanted), "{:?} of {:?}", test, permitted);
        }
        for value in &values {
            prop_assert!(permitted.contains_value(value));
        }
        prop_assert_eq!(permitted.contains_value(&low), values.contains(&low));
    }
}

/// A test of one value, apart from the code that is tested.
type Holds<'t> = Box<dyn Fn(&Value) -> bool + 't>;

const ADJUSTMENTS: [Adjustment; 5] =
    [Adjustment::Lighten, Adjustment::Aggravate, Adjustment::Reduce, Adjustment::Exceed, Adjustment::Waive];

const COMPARISONS: [Comparison; 6] = [
    Comparison::Equal,
    Comparison::NotEqual,
    Comparison::Less,
    Comparison::LessEqual,
    Comparison::Greater,
    Comparison::GreaterEqual,
];
