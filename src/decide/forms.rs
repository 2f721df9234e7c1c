//! Expressions as linear forms over what is not known.
//!
//! A parameter that changes makes several forms of one expression: one for each of its values. Months and working days
//! are no fixed number of days, so a day that they are counted from is kept with the periods that move it.

use super::evaluate::Evaluator;
use super::facts::Facts;
use crate::policy::{
    Duration, Expr, ExprKind, FactId, FieldIndex, FoldId, Money, ParamId, PeriodUnit, PolicyData, Record, RecordId,
    Type, Unit, Value,
};
use crate::syntax::ast::Sign;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Something that is not known and has an order: what a [`Form`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key {
    Fact(FactId),
    /// A field of a record of this type.
    Field(RecordId, FieldIndex),
    Fold(FoldId),
}

/// `Σ coefficient × key + constant`.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub(super) terms: BTreeMap<Key, Decimal>,
    pub(super) constant: Decimal,
    /// The months and working days that the one day in the form is moved by.
    pub(super) shifts: Vec<Duration>,
}

impl Form {
    pub(super) fn constant(constant: Decimal) -> Self {
        Self { constant, ..Self::default() }
    }

    fn of(key: Key) -> Self {
        Self { terms: BTreeMap::from([(key, Decimal::ONE)]), ..Self::default() }
    }

    pub(super) fn add(&self, other: &Self, sign: Decimal) -> Option<Self> {
        let mut sum = self.clone();
        for (key, coefficient) in &other.terms {
            let own = sum.terms.entry(*key).or_default();
            *own = own.checked_add(coefficient.checked_mul(sign)?)?;
        }
        sum.terms.retain(|_, coefficient| !coefficient.is_zero());
        sum.constant = sum.constant.checked_add(other.constant.checked_mul(sign)?)?;
        if !other.shifts.is_empty() {
            if !sum.shifts.is_empty() {
                return None;
            }
            sum.shifts.clone_from(&other.shifts);
        }
        Some(sum)
    }

    fn scaled(&self, factor: Decimal) -> Option<Self> {
        let mut scaled = self.clone();
        for coefficient in scaled.terms.values_mut() {
            *coefficient = coefficient.checked_mul(factor)?;
        }
        scaled.terms.retain(|_, coefficient| !coefficient.is_zero());
        scaled.constant = scaled.constant.checked_mul(factor)?;
        Some(scaled)
    }
}

/// Reads expressions as linear forms; the insides of a fold with the record at hand.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) data: &'a PolicyData,
    pub(super) facts: &'a Facts,
    pub(super) evaluator: &'a Evaluator<'a>,
    pub(super) record: Option<(RecordId, &'a Record)>,
}

impl Reader<'_> {
    /// How deep a chain of defines is followed.
    const MAX_DEPTH: usize = 64;
    /// Most forms of one expression.
    const MAX_FORMS: usize = 64;

    fn known(&self, expr: &Expr) -> Option<Value> {
        self.evaluator.value(expr, self.record.map(|(_, record)| record)).ok().flatten()
    }

    /// Whether an expression is known to be `never`.
    pub(super) fn is_never(&self, expr: &Expr) -> bool {
        self.known(expr) == Some(Value::Never)
    }

    /// The linear forms that an expression can have; `None` where one of them is not linear.
    pub(super) fn forms(&self, expr: &Expr) -> Option<Vec<Form>> {
        self.forms_of(expr, 0)
    }

    fn forms_of(&self, expr: &Expr, depth: usize) -> Option<Vec<Form>> {
        if depth > Self::MAX_DEPTH {
            return None;
        }
        if let Some(value) = self.known(expr) {
            return Some(vec![Form::constant(position(&value)?)]);
        }
        match &expr.kind {
            ExprKind::Fact(id) => Some(vec![Form::of(Key::Fact(*id))]),
            ExprKind::Field(field) => Some(vec![Form::of(Key::Field(self.record?.0, *field))]),
            ExprKind::Fold(id) => Some(vec![Form::of(Key::Fold(*id))]),
            ExprKind::Param(id) => {
                self.versions(*id)?.iter().map(|value| position(value).map(Form::constant)).collect()
            }
            ExprKind::Define(id) => self.forms_of(&self.data.defines.get(id.index())?.value, depth + 1),
            ExprKind::Negative(inner) => {
                self.forms_of(inner, depth + 1)?.iter().map(|form| form.scaled(Decimal::NEGATIVE_ONE)).collect()
            }
            ExprKind::Sum(terms) if expr.value_type == Type::Date => self.moved_day(terms, depth),
            ExprKind::Sum(terms) => {
                let mut sums = vec![Form::default()];
                for (sign, term) in terms {
                    let term = self.forms_of(term, depth + 1)?;
                    sums = combined(&sums, &term, |sum, term| sum.add(term, signed(*sign)))?;
                }
                Some(sums)
            }
            ExprKind::Product(factors) => {
                let mut products = vec![Form::constant(Decimal::ONE)];
                for factor in factors {
                    let factor = self.forms_of(factor, depth + 1)?;
                    products = combined(&products, &factor, |product, factor| {
                        match (product.terms.is_empty(), factor.terms.is_empty()) {
                            (_, true) => product.scaled(factor.constant),
                            (true, false) => factor.scaled(product.constant),
                            (false, false) => None,
                        }
                    })?;
                }
                Some(products)
            }
            _ => None,
        }
    }

    /// A day plus or minus periods.
    fn moved_day(&self, terms: &[(Sign, Expr)], depth: usize) -> Option<Vec<Form>> {
        let mut days = vec![Form::default()];
        let (dates, periods): (Vec<_>, Vec<_>) = terms.iter().partition(|(_, term)| term.value_type == Type::Date);
        for (sign, term) in dates {
            days = combined(&days, &self.forms_of(term, depth + 1)?, |day, term| day.add(term, signed(*sign)))?;
        }
        for (sign, term) in periods {
            if self.counts_days(term) {
                days = combined(&days, &self.forms_of(term, depth + 1)?, |day, term| day.add(term, signed(*sign)))?;
                continue;
            }
            let mut moved = Vec::new();
            for period in self.periods(term, depth)? {
                let count = if *sign == Sign::Plus { period.count } else { period.count.checked_neg()? };
                for day in &days {
                    moved.push(self.shifted(day, Duration { count, ..period })?);
                }
            }
            days = within_limit(moved)?;
        }
        Some(days)
    }

    fn shifted(&self, day: &Form, by: Duration) -> Option<Form> {
        if day.terms.is_empty() && day.shifts.is_empty() {
            let moved = value_at(day.constant, Type::Date, None)?.add_in(&Value::Duration(by), self.facts.calendar());
            return Some(Form::constant(position(&moved.ok()?)?));
        }
        let mut moved = day.clone();
        moved.shifts.push(by);
        Some(moved)
    }

    /// Whether a period is in days, so that it is a number like any other.
    fn counts_days(&self, term: &Expr) -> bool {
        if let Some(Value::Duration(period)) = self.known(term) {
            return period.unit == PeriodUnit::Days;
        }
        let mut counts_days = true;
        let mut rest = vec![term];
        let mut steps = 0;
        while let Some(expr) = rest.pop() {
            steps += 1;
            let unit = match &expr.kind {
                ExprKind::Fact(id) => self.unit(Key::Fact(*id)),
                ExprKind::Field(field) => self.record.and_then(|(of, _)| self.unit(Key::Field(of, *field))),
                ExprKind::Fold(id) => self.unit(Key::Fold(*id)),
                ExprKind::Constant(value) => value.unit(),
                ExprKind::Param(id) => {
                    let versions = self.data.params.get(id.index()).map(|param| param.versions.as_slice());
                    versions.and_then(<[_]>::first).and_then(|(_, value)| value.unit())
                }
                ExprKind::Define(id) => {
                    rest.extend(self.data.defines.get(id.index()).map(|define| &define.value));
                    None
                }
                _ => {
                    expr.parts(&mut |part| rest.push(part));
                    None
                }
            };
            counts_days &= !matches!(unit, Some(Unit::Months | Unit::WorkingDays)) && steps <= Self::MAX_FORMS;
        }
        counts_days
    }

    /// The periods that an expression can be, where they are finitely many.
    fn periods(&self, term: &Expr, depth: usize) -> Option<Vec<Duration>> {
        if depth > Self::MAX_DEPTH {
            return None;
        }
        let period = |value: &Value| match value {
            Value::Duration(period) => Some(*period),
            _ => None,
        };
        match (&term.kind, self.known(term)) {
            (_, Some(value)) => Some(vec![period(&value)?]),
            (ExprKind::Param(id), None) => self.versions(*id)?.iter().map(period).collect(),
            (ExprKind::Define(id), None) => self.periods(&self.data.defines.get(id.index())?.value, depth + 1),
            _ => None,
        }
    }

    /// The values that a parameter can have on a day that is not known.
    fn versions(&self, id: ParamId) -> Option<Vec<Value>> {
        let mut values: Vec<Value> = Vec::new();
        for (_, value) in &self.data.params.get(id.index())?.versions {
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
        within_limit(values)
    }

    /// The type of what a key stands for.
    pub(super) fn kind(&self, key: Key) -> Option<Type> {
        match key {
            Key::Fact(id) => self.data.facts.get(id.index()).map(|fact| fact.kind),
            Key::Field(of, field) => {
                self.data.records.get(of.index())?.fields.get(field.index()).map(|field| field.kind)
            }
            Key::Fold(id) => self.data.folds.get(id.index()).map(|fold| fold.value_type),
        }
    }

    /// The unit in which it is counted.
    pub(super) fn unit(&self, key: Key) -> Option<Unit> {
        let class = match key {
            Key::Fact(id) => self.data.facts.get(id.index())?.unit.as_ref()?,
            Key::Field(of, field) => self.data.records.get(of.index())?.fields.get(field.index())?.unit.as_ref()?,
            Key::Fold(id) => return self.evaluator.zero(self.data.folds.get(id.index())?).unit(),
        };
        class.unit.clone().or_else(|| self.facts.unit_in_use(class.group, None))
    }
}

fn signed(sign: Sign) -> Decimal {
    if sign == Sign::Plus { Decimal::ONE } else { Decimal::NEGATIVE_ONE }
}

fn within_limit<T>(found: Vec<T>) -> Option<Vec<T>> {
    (found.len() <= Reader::MAX_FORMS).then_some(found)
}

/// Each form of one expression with each of another.
pub(super) fn combined(
    left: &[Form],
    right: &[Form],
    combine: impl Fn(&Form, &Form) -> Option<Form>,
) -> Option<Vec<Form>> {
    let mut found = Vec::new();
    for a in left {
        for b in right {
            found.push(combine(a, b)?);
        }
    }
    within_limit(found)
}

/// A number for a value of an ordered type, so that order and distance agree: a date is its day number.
pub(crate) fn position(value: &Value) -> Option<Decimal> {
    match value {
        Value::Int(number) => Some((*number).into()),
        Value::Decimal(number) => Some(*number),
        Value::Money(money) => Some(money.amount),
        Value::Date(date) => Some(i64::from(epoch().until(*date).ok()?.get_days()).into()),
        Value::Duration(duration) => Some(duration.count.into()),
        Value::Bool(_) | Value::Member(..) | Value::Never | Value::List(..) => None,
    }
}

/// The day that counts as zero.
fn epoch() -> Date {
    Date::constant(2000, 1, 1)
}

/// The value at a position; `None` where the type has none there.
pub(crate) fn value_at(position: Decimal, value_type: Type, unit: Option<&Unit>) -> Option<Value> {
    let whole = || position.is_integer().then(|| i64::try_from(position).ok()).flatten();
    match value_type {
        Type::Int => whole().map(Value::Int),
        Type::Decimal => Some(Value::Decimal(position)),
        Type::Money => {
            let currency = match unit {
                Some(Unit::Currency(code)) => code.clone(),
                // Amounts that are only compared with each other: any one currency stands for all.
                Some(Unit::Days | Unit::WorkingDays | Unit::Months) | None => "XXX".into(),
            };
            Some(Value::Money(Money { amount: position, currency }))
        }
        Type::Date => {
            let days = jiff::Span::new().try_days(whole()?).ok()?;
            epoch().checked_add(days).ok().map(Value::Date)
        }
        Type::Duration => {
            let unit = match unit {
                Some(Unit::WorkingDays) => PeriodUnit::WorkingDays,
                Some(Unit::Months) => PeriodUnit::Months,
                Some(Unit::Days | Unit::Currency(_)) | None => PeriodUnit::Days,
            };
            Some(Value::Duration(Duration { count: whole()?, unit }))
        }
        Type::Bool | Type::Enumeration(_) | Type::List(_) => None,
    }
}
