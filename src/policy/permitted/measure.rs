//! What a set of amounts is measured in.

use super::super::value::{Duration, Money, PeriodUnit, Unit, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::sync::Arc;

/// What the amounts of a set are: their type, and their unit where they have one.
///
/// Amounts of one measure have a common order and can be added; amounts of two measures have nothing in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Whole numbers.
    Int,
    /// Decimal numbers.
    Decimal,
    /// Amounts in this currency.
    Money(Arc<str>),
    /// Periods in this unit.
    Duration(PeriodUnit),
}

/// Whether there is an amount between any two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// Only whole numbers: after 1 comes 2.
    Whole,
    /// Between any two lies another one.
    Dense,
}

impl Measure {
    /// The measure of an amount; `None` of a value that is no amount.
    #[must_use]
    pub fn of(value: &Value) -> Option<Self> {
        position(value).map(|(measure, _)| measure)
    }

    /// How its amounts lie.
    #[must_use]
    pub fn grain(&self) -> Grain {
        match self {
            Self::Int | Self::Duration(_) => Grain::Whole,
            Self::Decimal | Self::Money(_) => Grain::Dense,
        }
    }

    /// The unit, where there is one.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Int | Self::Decimal => None,
            Self::Money(currency) => Some(Unit::Currency(Arc::clone(currency))),
            Self::Duration(PeriodUnit::Days) => Some(Unit::Days),
            Self::Duration(PeriodUnit::WorkingDays) => Some(Unit::WorkingDays),
            Self::Duration(PeriodUnit::Months) => Some(Unit::Months),
        }
    }

    /// Nothing of it.
    #[must_use]
    pub fn zero(&self) -> Value {
        self.value(Decimal::ZERO)
    }

    /// The amount at a position. A position that the measure does not have becomes the nearest one that it has; sets
    /// hold no such positions.
    pub(super) fn value(&self, at: Decimal) -> Value {
        let whole = || at.to_i64().unwrap_or(if at.is_sign_negative() { i64::MIN } else { i64::MAX });
        match self {
            Self::Int => Value::Int(whole()),
            Self::Decimal => Value::Decimal(at),
            Self::Money(currency) => Value::Money(Money { amount: at, currency: Arc::clone(currency) }),
            Self::Duration(unit) => Value::Duration(Duration { count: whole(), unit: *unit }),
        }
    }

    /// Whether the measure has an amount at a position.
    pub(super) fn has(&self, at: Decimal) -> bool {
        match self.grain() {
            Grain::Dense => true,
            Grain::Whole => at.is_integer() && at.to_i64().is_some(),
        }
    }
}

/// The measure of an amount and its position; `None` of a value that is no amount.
pub(super) fn position(value: &Value) -> Option<(Measure, Decimal)> {
    match value {
        Value::Int(number) => Some((Measure::Int, (*number).into())),
        Value::Decimal(number) => Some((Measure::Decimal, *number)),
        Value::Money(money) => Some((Measure::Money(Arc::clone(&money.currency)), money.amount)),
        Value::Duration(period) => Some((Measure::Duration(period.unit), period.count.into())),
        Value::Bool(_) | Value::Date(_) | Value::Never | Value::Member(..) | Value::List(..) => None,
    }
}
