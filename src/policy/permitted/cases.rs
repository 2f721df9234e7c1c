//! Small cases of sets of amounts that can be read beside the description of the language.

use super::super::value::{Duration, Money, PeriodUnit};
use super::*;
use crate::syntax::ast::{Comparison, Polarity};
use std::collections::HashSet;

pub(super) fn money(text: &str) -> Value {
    Value::Money(Money { amount: text.parse().unwrap(), currency: "CNY".into() })
}

pub(super) fn months(count: i64) -> Value {
    Value::Duration(Duration { count, unit: PeriodUnit::Months })
}

pub(super) fn end(value: Value, edge: Edge) -> AmountEnd {
    AmountEnd { value, edge }
}

/// A set as `set` reads it.
pub(super) fn words(set: &PermittedSet) -> String {
    let number = |end: &AmountEnd| match &end.value {
        Value::Money(money) => money.amount.to_string(),
        Value::Duration(period) => period.count.to_string(),
        Value::Int(number) => number.to_string(),
        other => format!("{other:?}"),
    };
    let bracket = |end: &AmountEnd, included, excluded| if end.edge == Edge::Included { included } else { excluded };
    let none = set.permits_none().then_some("none".to_owned());
    let intervals = set.amounts().into_iter().flat_map(AmountSet::intervals).map(|AmountInterval { from, to }| {
        let to = to.map_or("…".to_owned(), |to| format!("{}{}", number(&to), bracket(&to, "]", ")")));
        format!("{}{}, {to}", bracket(&from, "[", "("), number(&from))
    });
    none.into_iter().chain(intervals).collect::<Vec<_>>().join(" ")
}

/// `"none [1.00, 2) (3, …"` as a set of values that `value` makes of each number.
fn read(text: &str, value: impl Fn(&str) -> Value) -> PermittedSet {
    let (mut none, mut intervals) = (false, Vec::new());
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if word == "none" {
            none = true;
            continue;
        }
        let edge = |included: bool| if included { Edge::Included } else { Edge::Excluded };
        let from = end(value(word.trim_matches(['[', '(', ','])), edge(word.starts_with('[')));
        let to = words.next().filter(|word| *word != "…");
        let to = to.map(|word| end(value(word.trim_end_matches([']', ')'])), edge(word.ends_with(']'))));
        intervals.push(AmountInterval { from, to });
    }
    match AmountSet::new(intervals).unwrap().map(PermittedSet::from) {
        Some(set) if none => set.or_none(),
        Some(set) => set,
        None => PermittedSet::only_none(),
    }
}

/// A set of money.
fn set(text: &str) -> PermittedSet {
    read(text, money)
}

/// A set of months.
fn periods(text: &str) -> PermittedSet {
    read(text, |count| months(count.parse().unwrap()))
}

fn combined(combination: Combination, sets: &[&PermittedSet]) -> String {
    match PermittedSet::combine(combination, sets.iter().copied()).unwrap() {
        Combined::Nothing => "nothing".to_owned(),
        Combined::Set(set) => words(&set),
        Combined::Conflict => "conflict".to_owned(),
    }
}

#[test]
fn each_way_of_combining_two_overlapping_intervals() {
    let (low, high) = (set("[1.00, 5.00]"), set("[3.00, 8.00]"));
    for (combination, both) in [
        (Combination::Heaviest, "[3.00, 8.00]"),
        (Combination::Union, "[1.00, 8.00]"),
        (Combination::Accumulate, "[1.00, 8.00]"),
        (Combination::Intersect, "[3.00, 5.00]"),
        (Combination::Unique, "conflict"),
        (Combination::Sum, "[4.00, 13.00]"),
    ] {
        assert_eq!(combined(combination, &[&low, &high]), both, "{combination:?}");
        assert_eq!(combined(combination, &[&high, &low]), both, "{combination:?}");
        assert_eq!(combined(combination, &[&low]), "[1.00, 5.00]", "{combination:?}");
        assert_eq!(combined(combination, &[]), "nothing", "{combination:?}");
    }
    assert_eq!(combined(Combination::Intersect, &[&set("[1, 2]"), &set("[3, 4]")]), "conflict");
    assert_eq!(combined(Combination::Heaviest, &[&set("[1, 9]"), &set("[3, 4]")]), "[3, 9]");
    assert_eq!(combined(Combination::Heaviest, &[&set("[1, 9]"), &set("(3, 4]")]), "(3, 9]");
    assert_eq!(combined(Combination::Unique, &[&set("[1, 9]"), &set("[1.00, 9]")]), "[1.00, 9]");
}

#[test]
fn no_measure_is_lighter_than_every_amount_and_adds_nothing() {
    let (none, may, must) = (PermittedSet::only_none(), set("none [1, 2]"), set("[3, 4]"));
    assert_eq!(combined(Combination::Heaviest, &[&none, &may]), "none [1, 2]");
    assert_eq!(combined(Combination::Heaviest, &[&may, &must]), "[3, 4]");
    assert_eq!(combined(Combination::Heaviest, &[&must, &set("none [1, 9]")]), "[3, 9]");
    assert_eq!(combined(Combination::Sum, &[&may, &must]), "[3, 6]");
    assert_eq!(combined(Combination::Sum, &[&may, &may]), "none [1, 4]");
    assert_eq!(combined(Combination::Sum, &[&may, &none, &none]), "none [1, 2]");
    assert_eq!(combined(Combination::Sum, &[&none, &none]), "none");
}

#[test]
fn ends_add_up_and_an_excluded_end_stays_excluded() {
    assert_eq!(combined(Combination::Sum, &[&set("[1, 2)"), &set("[3, 4]")]), "[4, 6)");
    assert_eq!(combined(Combination::Sum, &[&set("(1, …"), &set("[3, 4]")]), "(4, …");
    assert_eq!(
        combined(Combination::Sum, &[&set("[0, 1] [10, 11]"), &set("[0, 0] [5, 5]")]),
        "[0, 1] [5, 6] [10, 11] [15, 16]"
    );
    assert_eq!(combined(Combination::Sum, &[&set("[200.00, 200.00]"), &set("[0.5, 1]")]), "[200.50, 201.00]");
}

#[test]
fn touching_pieces_are_one() {
    assert_eq!(words(&set("[1, 2) [2, 3]")), "[1, 3]");
    assert_eq!(words(&set("(2, 3] [1, 2]")), "[1, 3]");
    assert_eq!(words(&set("[1, 2) (2, 3]")), "[1, 2) (2, 3]");
    assert_eq!(words(&set("[1, 2) (2, 3] [2, 2]")), "[1, 3]");
    assert_eq!(words(&set("[1, 9] [3, 4] (9, …")), "[1, …");
    assert_eq!(words(&periods("[3, 4] [1, 2]")), "[1, 4]");
    assert_eq!(words(&periods("(0, 2] [4, 7)")), "[1, 2] [4, 6]");
    assert_eq!(AmountSet::between(&money("2"), &money("1")), Ok(None));
    assert_eq!(words(&periods("(1, 2)")), "none");
}

#[test]
fn digits_after_the_point_are_shown_and_make_no_difference() {
    let (coarse, fine) = (set("[1, 2.5]"), set("[1.00, 2.50]"));
    assert_eq!(coarse, fine);
    assert_eq!(HashSet::from([coarse.clone(), fine.clone()]).len(), 1);
    assert_eq!(coarse.cmp(&fine), std::cmp::Ordering::Equal);
    for combination in [Combination::Heaviest, Combination::Union, Combination::Intersect, Combination::Unique] {
        assert_eq!(combined(combination, &[&coarse, &fine]), "[1.00, 2.50]");
        assert_eq!(combined(combination, &[&fine, &coarse]), "[1.00, 2.50]");
    }
}

#[test]
fn each_adjustment_of_amounts() {
    let space = ValueSpace::Amounts(Measure::of(&money("1")));
    let check = |text: &str, wanted: [&str; 4]| {
        let wanted = wanted.map(str::to_owned);
        let by = [Adjustment::Lighten, Adjustment::Aggravate, Adjustment::Reduce, Adjustment::Exceed];
        assert_eq!(by.map(|by| words(&set(text).adjusted(by, &space).unwrap())), wanted, "{text}");
        assert_eq!(set(text).adjusted(Adjustment::Waive, &space), Ok(PermittedSet::only_none()));
    };
    check("[200.00, 1000.00]", ["[200.00, 600.00]", "[600.00, 1000.00]", "[0.00, 200.00)", "(1000.00, …"]);
    check("[1, 2]", ["[1, 1.5]", "[1.5, 2]", "[0, 1)", "(2, …"]);
    check("(1, 2)", ["(1, 1.5]", "[1.5, 2)", "[0, 1]", "[2, …"]);
    check("[5, 5]", ["[5, 5]", "[5, 5]", "[0, 5)", "(5, …"]);
    check("[0, 4]", ["[0, 2]", "[2, 4]", "none", "(4, …"]);
    check("(0, 4]", ["(0, 2]", "[2, 4]", "[0, 0]", "(4, …"]);
    check("[-2, 4]", ["[-2, 1]", "[1, 4]", "none", "(4, …"]);
    check("none [2, 4]", ["none [2, 3]", "[3, 4]", "none", "(4, …"]);
    check("none [2, 2]", ["none", "[2, 2]", "none", "(2, …"]);
    check("none", ["none", "none", "none", "[0, …"]);
    // The middle of the whole span: 5.
    check("[0, 4] [9, 10]", ["[0, 4]", "[9, 10]", "none", "(10, …"]);
    check("[0, 6] [9, 10]", ["[0, 5]", "[5, 6] [9, 10]", "none", "(10, …"]);
    // Without an upper end there is no middle, and nothing is above.
    check("[3, …", ["[3, …", "[3, …", "[0, 3)", "[3, …"]);
}

#[test]
fn each_adjustment_of_whole_numbers() {
    let space = ValueSpace::Amounts(Measure::of(&months(1)));
    let check = |text: &str, wanted: [&str; 4]| {
        let by = [Adjustment::Lighten, Adjustment::Aggravate, Adjustment::Reduce, Adjustment::Exceed];
        assert_eq!(
            by.map(|by| words(&periods(text).adjusted(by, &space).unwrap())),
            wanted.map(str::to_owned),
            "{text}"
        );
    };
    check("[1, 4]", ["[1, 2]", "[3, 4]", "[0, 0]", "[5, …"]);
    check("[1, 5]", ["[1, 3]", "[3, 5]", "[0, 0]", "[6, …"]);
    check("[3, 3]", ["[3, 3]", "[3, 3]", "[0, 2]", "[4, …"]);
    check("[0, 1]", ["[0, 0]", "[1, 1]", "none", "[2, …"]);
    check("none [6, 12]", ["none [6, 9]", "[9, 12]", "none", "[13, …"]);
    check("[-3, 0]", ["[-3, -2]", "[-1, 0]", "none", "[1, …"]);
    let unknown_unit = ValueSpace::Amounts(None);
    assert_eq!(PermittedSet::only_none().adjusted(Adjustment::Exceed, &unknown_unit), Ok(PermittedSet::only_none()));
}

#[test]
fn a_result_that_cannot_be_written_is_an_error() {
    let int = |from: i64, to: i64| {
        PermittedSet::from(AmountSet::between(&Value::Int(from), &Value::Int(to)).unwrap().unwrap())
    };
    let space = ValueSpace::Amounts(Some(Measure::Int));
    let last = int(i64::MAX, i64::MAX);
    assert_eq!(last.sum(&int(1, 1)), Err(ArithmeticError::Overflow));
    assert_eq!(last.adjusted(Adjustment::Exceed, &space), Err(ArithmeticError::Overflow));
    assert_eq!(last.adjusted(Adjustment::Lighten, &space), Ok(last.clone()));
    assert_eq!(int(i64::MIN, i64::MAX).adjusted(Adjustment::Aggravate, &space), Ok(int(0, i64::MAX)));
    assert_eq!(last.satisfied(ValueTest::Compare(Comparison::Greater, &Value::Int(i64::MAX))), Ok(Satisfied::Nothing));
    let largest = set("[79228162514264337593543950335, 79228162514264337593543950335]");
    assert_eq!(largest.sum(&set("[0.01, 0.01]")), Err(ArithmeticError::Overflow));
    let finest = set("[0, 0.0000000000000000000000000001]");
    assert_eq!(finest.adjusted(Adjustment::Lighten, &space), Err(ArithmeticError::Overflow));
    // Whether a sum on the way is too large depends on no order.
    let (up, down) = (int(1, 1), int(-1, -1));
    let wanted = PermittedSet::combine(Combination::Sum, [&last, &down, &up]);
    assert_eq!(PermittedSet::combine(Combination::Sum, [&up, &last, &down]), wanted);
    assert_eq!(wanted, Ok(Combined::Set(last)));
}

#[test]
fn sums_of_many_single_amounts_meet_a_limit() {
    let doubled = |power: u32| {
        let amount = PermittedSet::from(AmountSet::of([&Value::Int(3_i64.pow(power))]).unwrap().unwrap());
        amount.or_none()
    };
    let sets: Vec<PermittedSet> = (0..20).map(doubled).collect();
    assert!(PermittedSet::combine(Combination::Sum, &sets[..12]).is_ok());
    assert_eq!(PermittedSet::combine(Combination::Sum, &sets), Err(ArithmeticError::TooManyAmounts));
}

#[test]
fn two_units_or_two_kinds_have_nothing_in_common() {
    let yuan = set("[1, 2]");
    let dollars = Value::Money(Money { amount: 1.into(), currency: "USD".into() });
    let members = PermittedSet::of([MemberIndex(0)]).unwrap();
    for other in [AmountSet::of([&dollars]).unwrap().unwrap().into(), periods("[1, 2]"), members.clone()] {
        for (one, two) in [(&yuan, &other), (&other, &yuan)] {
            assert_eq!(one.union(two), Err(ArithmeticError::Mismatch));
            assert_eq!(one.heaviest(two), Err(ArithmeticError::Mismatch));
            assert_eq!(one.intersection(two), Err(ArithmeticError::Mismatch));
            assert_eq!(one.sum(two), Err(ArithmeticError::Mismatch));
        }
    }
    assert_eq!(AmountSet::of([&money("1"), &dollars]), Err(ArithmeticError::Mismatch));
    assert_eq!(AmountSet::of([&Value::Bool(true)]), Err(ArithmeticError::Mismatch));
    assert_eq!(yuan.satisfied(ValueTest::Compare(Comparison::Equal, &dollars)), Err(ArithmeticError::Mismatch));
    assert!(!yuan.contains_value(&dollars));
    assert_eq!(members.sum(&members), Err(ArithmeticError::Mismatch));
}

#[test]
fn no_measure_satisfies_no_test() {
    let (one, may) = (money("1"), set("none [2, 3]"));
    let none = PermittedSet::only_none();
    assert_eq!(none.satisfied(ValueTest::Compare(Comparison::NotEqual, &one)), Ok(Satisfied::Nothing));
    assert_eq!(none.satisfied(ValueTest::Among(Polarity::NotIn, &[])), Ok(Satisfied::Nothing));
    assert_eq!(may.satisfied(ValueTest::Compare(Comparison::NotEqual, &one)), Ok(Satisfied::Some));
    assert_eq!(may.satisfied(ValueTest::Compare(Comparison::Less, &one)), Ok(Satisfied::Nothing));
}

#[test]
fn intervals_are_tested_with_their_ends() {
    let test = |text: &str, operator| set(text).satisfied(ValueTest::Compare(operator, &money("2"))).unwrap();
    for (text, operator, wanted) in [
        ("[2, 3]", Comparison::GreaterEqual, Satisfied::All),
        ("[2, 3]", Comparison::Greater, Satisfied::Some),
        ("(2, 3]", Comparison::Greater, Satisfied::All),
        ("(2, …", Comparison::LessEqual, Satisfied::Nothing),
        ("[1, 2)", Comparison::Less, Satisfied::All),
        ("[1, 2]", Comparison::Less, Satisfied::Some),
        ("[2, 2.00]", Comparison::Equal, Satisfied::All),
        ("[1, 2) (2, 3]", Comparison::NotEqual, Satisfied::All),
        ("[1, 3]", Comparison::Equal, Satisfied::Some),
        ("[-1, 0]", Comparison::Less, Satisfied::All),
    ] {
        assert_eq!(test(text, operator), wanted, "{text} {operator:?}");
    }
    let between = |text: &str| set(text).satisfied(ValueTest::Between(Polarity::In, &money("1"), &money("2"))).unwrap();
    assert_eq!(
        [between("[1, 2]"), between("[1, 2.01]"), between("(2, 3]")],
        [Satisfied::All, Satisfied::Some, Satisfied::Nothing]
    );
}

#[test]
fn the_ends_of_a_set_can_be_asked() {
    let ends = |set: PermittedSet| (set.lightest(), set.heaviest_value());
    let amount = |text, edge| SetEnd::Amount(end(money(text), edge));
    assert_eq!(ends(set("(1, 2] [3, 4]")), (amount("1", Edge::Excluded), amount("4", Edge::Included)));
    assert_eq!(ends(set("none [3, …")), (SetEnd::NoMeasure, SetEnd::Open));
    assert_eq!(ends(PermittedSet::only_none()), (SetEnd::NoMeasure, SetEnd::NoMeasure));
    let members = PermittedSet::of([MemberIndex(2), MemberIndex(1)]).unwrap();
    assert_eq!(ends(members), (SetEnd::Member(MemberIndex(1)), SetEnd::Member(MemberIndex(2))));
}
