//! Where conditions cut what is not known.
//!
//! Between two neighbouring cuts every value gives the same answers, so one value stands for all of them. Things that
//! are compared with each other share their cuts, moved by the distances between them, with room for every order in
//! every piece. A day that months or working days are counted from is cut day by day around the place where the count
//! reaches the day it is compared with: further away, the answer no longer changes.

use super::facts::is_finite;
use super::forms::{Form, Key, Reader, combined, position, value_at};
use crate::policy::{Expr, ExprKind, PeriodUnit, Type, Value};
use crate::syntax::ast::{Side, Sign};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Most values that stand for one fact.
pub(super) const MAX_VALUES: usize = 2_000;
/// How many days a day moved by months can be off from the same count backwards, and a bit.
const SLACK_OF_MONTHS: i64 = 5;
/// The same for working days: longer than any row of days off.
const SLACK_OF_WORKING_DAYS: i64 = 45;

/// The cuts that conditions make.
#[derive(Default)]
pub(super) struct Cuts {
    /// Positions with which a single thing is compared.
    single: BTreeMap<Key, BTreeSet<Decimal>>,
    /// Distances with which the difference of two is compared.
    pairs: BTreeMap<(Key, Key), BTreeSet<Decimal>>,
}

impl Cuts {
    /// Takes note of a condition; `None` where it is of no form that can be cut exactly.
    pub(super) fn read(&mut self, reader: &Reader<'_>, atom: &Expr) -> Option<()> {
        match &atom.kind {
            ExprKind::Compare(_, left, right) => {
                // What never happened is a value of its own, whatever the cuts are.
                if is_finite(left.value_type) || reader.is_never(left) || reader.is_never(right) {
                    return Some(());
                }
                self.cut_between(reader, &reader.forms(left)?, &reader.forms(right)?)
            }
            ExprKind::Among(_, operand, values) => self.cut_at(reader, operand, values.iter()),
            ExprKind::Between(_, operand, from, to) => self.cut_at(reader, operand, [from, to].into_iter()),
            ExprKind::Within(within) => {
                let (date, anchor) = (reader.forms(&within.date)?, reader.forms(&within.anchor)?);
                let sign = if within.side == Side::After { Sign::Plus } else { Sign::Minus };
                let terms = vec![(Sign::Plus, within.anchor.clone()), (sign, within.period.clone())];
                let end = Expr { kind: ExprKind::Sum(terms), value_type: Type::Date, span: atom.span };
                self.cut_between(reader, &date, &anchor)?;
                self.cut_between(reader, &date, &reader.forms(&end)?)
            }
            ExprKind::Elapsed(deadline) => {
                let as_of = reader.facts.as_of().and_then(|day| position(&Value::Date(day)));
                self.cut_between(reader, &reader.forms(deadline)?, &[Form::constant(as_of?)])
            }
            _ => Some(()),
        }
    }

    fn cut_at<'v>(
        &mut self,
        reader: &Reader<'_>,
        operand: &Expr,
        values: impl Iterator<Item = &'v Value>,
    ) -> Option<()> {
        if is_finite(operand.value_type) {
            return Some(());
        }
        let forms = reader.forms(operand)?;
        for at in values.filter_map(position) {
            self.cut_between(reader, &forms, &[Form::constant(at)])?;
        }
        Some(())
    }

    /// Cuts where two sides are equal.
    fn cut_between(&mut self, reader: &Reader<'_>, left: &[Form], right: &[Form]) -> Option<()> {
        let differences = combined(left, right, |left, right| left.add(right, Decimal::NEGATIVE_ONE))?;
        differences.iter().try_for_each(|form| self.cut(reader, form))
    }

    /// Cuts where the form is zero.
    fn cut(&mut self, reader: &Reader<'_>, form: &Form) -> Option<()> {
        let terms: Vec<(Key, Decimal)> = form.terms.iter().map(|(key, coefficient)| (*key, *coefficient)).collect();
        match terms.as_slice() {
            [] if form.shifts.is_empty() => {}
            [(key, coefficient)] => {
                let zero = (-form.constant).checked_div(*coefficient)?;
                if form.shifts.is_empty() {
                    self.at(*key, zero);
                } else {
                    self.cut_days(reader, *key, zero, form)?;
                }
            }
            [(a, coefficient), (b, other)] if *coefficient == -*other && form.shifts.is_empty() => {
                // coefficient × (a − b) + constant = 0
                let distance = (-form.constant).checked_div(*coefficient)?;
                self.pairs.entry((*a, *b)).or_default().insert(distance);
            }
            _ => return None,
        }
        Some(())
    }

    /// Cuts at every day around the one from which the shifts lead to the day at `target`.
    fn cut_days(&mut self, reader: &Reader<'_>, key: Key, target: Decimal, form: &Form) -> Option<()> {
        if reader.kind(key)? != Type::Date {
            return None;
        }
        let mut day = value_at(target.floor(), Type::Date, None)?;
        let mut slack = 0;
        for shift in form.shifts.iter().rev() {
            day = day.subtract_in(&Value::Duration(*shift), reader.facts.calendar()).ok()?;
            slack += match shift.unit {
                PeriodUnit::WorkingDays => SLACK_OF_WORKING_DAYS,
                PeriodUnit::Days | PeriodUnit::Months => SLACK_OF_MONTHS,
            };
        }
        let middle = position(&day)?;
        for away in -slack..=slack {
            self.at(key, middle.checked_add(away.into())?);
        }
        Some(())
    }

    /// Cuts a single thing at a position.
    pub(super) fn at(&mut self, key: Key, position: Decimal) {
        self.single.entry(key).or_default().insert(position);
    }

    /// The positions at which a single thing is cut; `None` where it is also compared with something else that is not
    /// known.
    pub(super) fn own(&self, key: Key) -> Option<BTreeSet<Decimal>> {
        self.pairs.is_empty().then(|| self.single.get(&key).cloned().unwrap_or_default())
    }

    /// Whether it is compared with something else that is not known.
    pub(super) fn is_paired(&self, key: Key) -> bool {
        self.pairs.keys().any(|(a, b)| *a == key || *b == key)
    }

    /// The positions that stand for all others, for each of some keys with an order.
    pub(super) fn points(&self, reader: &Reader<'_>, keys: &BTreeSet<Key>) -> BTreeMap<Key, Vec<Decimal>> {
        let mut points = BTreeMap::new();
        for group in self.groups(keys) {
            let mut cuts: BTreeSet<Decimal> =
                group.iter().filter_map(|key| self.single.get(key)).flatten().copied().collect();
            if cuts.is_empty() {
                cuts.insert(Decimal::ZERO);
            }
            let distances: BTreeSet<Decimal> = self
                .pairs
                .iter()
                .filter(|((a, _), _)| group.contains(a))
                .flat_map(|(_, distances)| distances.iter().copied())
                .filter(|distance| !distance.is_zero())
                .collect();
            for _ in 1..group.len() {
                let moved: Vec<Decimal> = cuts
                    .iter()
                    .flat_map(|cut| distances.iter().flat_map(|by| [cut.checked_add(*by), cut.checked_sub(*by)]))
                    .flatten()
                    .collect();
                cuts.extend(moved);
                if cuts.len() > MAX_VALUES {
                    break;
                }
            }
            for key in &group {
                let dense = matches!(reader.kind(*key), Some(Type::Decimal | Type::Money));
                let spread = if dense { between(&cuts, group.len()) } else { around(&cuts, group.len()) };
                points.insert(*key, spread.into_iter().collect());
            }
        }
        points
    }

    /// What is compared with each other, directly or through others.
    fn groups(&self, keys: &BTreeSet<Key>) -> Vec<BTreeSet<Key>> {
        let mut groups: Vec<BTreeSet<Key>> = keys.iter().map(|key| BTreeSet::from([*key])).collect();
        for (a, b) in self.pairs.keys() {
            let (joined, mut others): (Vec<_>, Vec<_>) =
                groups.into_iter().partition(|group| group.contains(a) || group.contains(b));
            others.push(joined.into_iter().flatten().collect());
            groups = others;
        }
        groups
    }
}

/// Whole numbers: each cut, and as many neighbours on both sides as there are things to put in order.
fn around(cuts: &BTreeSet<Decimal>, things: usize) -> BTreeSet<Decimal> {
    let reach = i64::try_from(things).unwrap_or(1);
    let mut points = BTreeSet::new();
    for cut in cuts {
        let (low, high) = (cut.floor(), cut.ceil());
        for step in 0..=reach {
            points.extend(low.checked_sub(step.into()));
            points.extend(high.checked_add(step.into()));
        }
    }
    points
}

/// Dense numbers: each cut, and in every piece as many values as there are things to put in order.
fn between(cuts: &BTreeSet<Decimal>, things: usize) -> BTreeSet<Decimal> {
    let reach = i64::try_from(things).unwrap_or(1);
    let mut points = cuts.clone();
    for (low, high) in cuts.iter().zip(cuts.iter().skip(1)) {
        let step = high.checked_sub(*low).and_then(|gap| gap.checked_div((reach + 1).into()));
        for count in 1..=reach {
            points.extend(step.and_then(|step| step.checked_mul(count.into())).and_then(|by| low.checked_add(by)));
        }
    }
    for count in 1..=reach {
        points.extend(cuts.first().and_then(|low| low.checked_sub(count.into())));
        points.extend(cuts.last().and_then(|high| high.checked_add(count.into())));
    }
    points
}
