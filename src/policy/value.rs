//! Values and their checked arithmetic.

use super::ids::{EnumerationId, MemberIndex, RecordId};
use crate::calendar::{Calendar, CalendarError};
use crate::syntax::ast::{Comparison, DurationUnit, Side};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

/// The type of a fact, a define or an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// True or false.
    Bool,
    /// A whole number in the range of `i64`.
    Int,
    /// A decimal number with up to 28 digits.
    Decimal,
    /// An amount in a currency.
    Money,
    /// A day of the proleptic Gregorian calendar.
    Date,
    /// A period in days, working days or months.
    Duration,
    /// A member of a scale or an enum.
    Enumeration(EnumerationId),
    /// A list of records; only facts have it, and only folds read it.
    List(RecordId),
}

/// The unit of an amount or a period. Values of different units are never compared or added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A currency by its code.
    Currency(Arc<str>),
    /// Calendar days.
    Days,
    /// Working days.
    WorkingDays,
    /// Months; a year is twelve.
    Months,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Currency(code) => f.write_str(code),
            Self::Days => f.write_str("days"),
            Self::WorkingDays => f.write_str("working days"),
            Self::Months => f.write_str("months"),
        }
    }
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// How much, with the digits after the point that were written.
    pub amount: Decimal,
    /// The currency's code, such as `CNY`.
    pub currency: Arc<str>,
}

/// A period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many; years are counted as twelve months each.
    pub count: i64,
    /// Of what: days, working days or months.
    pub unit: PeriodUnit,
}

/// The units in which a [`Duration`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodUnit {
    /// Calendar days.
    Days,
    /// Working days.
    WorkingDays,
    /// Months.
    Months,
}

impl Duration {
    /// A period as written; `None` where the months of so many years leave `i64`.
    #[must_use]
    pub fn new(count: i64, unit: DurationUnit) -> Option<Self> {
        Some(match unit {
            DurationUnit::Days => Self { count, unit: PeriodUnit::Days },
            DurationUnit::WorkingDays => Self { count, unit: PeriodUnit::WorkingDays },
            DurationUnit::Months => Self { count, unit: PeriodUnit::Months },
            DurationUnit::Years => Self { count: count.checked_mul(12)?, unit: PeriodUnit::Months },
        })
    }
}

/// A value of a fact, or one that a condition computes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A decimal number.
    Decimal(Decimal),
    /// An amount.
    Money(Money),
    /// A day.
    Date(Date),
    /// A period.
    Duration(Duration),
    /// A member of a scale or an enum.
    Member(EnumerationId, MemberIndex),
    /// The day of something that has not happened: later than every day. Of type [`Type::Date`].
    Never,
    /// Records, in order.
    List(RecordId, Arc<[Record]>),
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Int(number.into())
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Date(day)
    }
}

/// One record of a list: a value for each field, in the order of declaration; `None` where it is unknown.
pub type Record = Box<[Option<Value>]>;

/// Why a calculation has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArithmeticError {
    /// The result leaves the range of its type, or the calendar.
    Overflow,
    /// The operands have different units or types; the checker refuses what it can see of this.
    Mismatch,
    /// Working days need a calendar of holidays.
    NeedsCalendar,
    /// The calendar of holidays says nothing of this year.
    YearNotCovered(i16),
    /// A parameter has no value yet on the case's day.
    NoVersion,
    /// A parameter or a version needs the case's day, and the case is not dated.
    NotDated,
    /// Something was counted with `never`.
    NeverHappened,
    /// The lower end of a calculated interval lies above its upper end, or below zero.
    BadInterval,
    /// A sum of sets of amounts has more intervals than the written limit.
    TooManyAmounts,
}

impl From<CalendarError> for ArithmeticError {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::YearNotCovered { year } => Self::YearNotCovered(year),
            CalendarError::OutOfRange => Self::Overflow,
        }
    }
}

/// Whether two values in this order compare as the operator says.
pub(super) fn fits(order: Ordering, operator: Comparison) -> bool {
    match operator {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterEqual => order.is_ge(),
    }
}

impl Value {
    /// The value's type.
    #[must_use]
    pub fn kind(&self) -> Type {
        match self {
            Self::Bool(_) => Type::Bool,
            Self::Int(_) => Type::Int,
            Self::Decimal(_) => Type::Decimal,
            Self::Money(_) => Type::Money,
            Self::Date(_) | Self::Never => Type::Date,
            Self::Duration(_) => Type::Duration,
            Self::Member(of, _) => Type::Enumeration(*of),
            Self::List(of, _) => Type::List(*of),
        }
    }

    /// The unit of an amount or a period.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Money(money) => Some(Unit::Currency(Arc::clone(&money.currency))),
            Self::Duration(duration) => Some(match duration.unit {
                PeriodUnit::Days => Unit::Days,
                PeriodUnit::WorkingDays => Unit::WorkingDays,
                PeriodUnit::Months => Unit::Months,
            }),
            Self::Bool(_)
            | Self::Int(_)
            | Self::Decimal(_)
            | Self::Date(_)
            | Self::Never
            | Self::Member(..)
            | Self::List(..) => None,
        }
    }

    /// Whether a number, an amount or a period is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match self {
            Self::Int(number) => *number < 0,
            Self::Decimal(number) => number.is_sign_negative() && !number.is_zero(),
            Self::Money(money) => money.amount.is_sign_negative() && !money.amount.is_zero(),
            Self::Duration(duration) => duration.count < 0,
            Self::Bool(_) | Self::Date(_) | Self::Never | Self::Member(..) | Self::List(..) => false,
        }
    }

    /// The order of two values of one type and unit. Members of an enum are ordered as declared, which only
    /// equality may rely on.
    #[must_use]
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => Some(a.cmp(b)),
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(b)),
            (Self::Decimal(a), Self::Decimal(b)) => Some(a.cmp(b)),
            (Self::Money(a), Self::Money(b)) if a.currency == b.currency => Some(a.amount.cmp(&b.amount)),
            (Self::Date(a), Self::Date(b)) => Some(a.cmp(b)),
            (Self::Never, Self::Never) => Some(Ordering::Equal),
            (Self::Never, Self::Date(_)) => Some(Ordering::Greater),
            (Self::Date(_), Self::Never) => Some(Ordering::Less),
            (Self::Duration(a), Self::Duration(b)) if a.unit == b.unit => Some(a.count.cmp(&b.count)),
            (Self::Member(of_a, a), Self::Member(of_b, b)) if of_a == of_b => Some(a.cmp(b)),
            _ => None,
        }
    }

    /// Whether `self OPERATOR other` holds.
    ///
    /// # Errors
    /// [`ArithmeticError::Mismatch`] where the two have no common order.
    pub fn compare(&self, operator: Comparison, other: &Self) -> Result<bool, ArithmeticError> {
        let order = self.order(other).ok_or(ArithmeticError::Mismatch)?;
        Ok(fits(order, operator))
    }

    /// The sum, without a calendar of holidays. See [`Value::add_in`].
    ///
    /// # Errors
    /// As [`Value::add_in`]; [`ArithmeticError::NeedsCalendar`] for working days.
    pub fn add(&self, other: &Self) -> Result<Self, ArithmeticError> {
        self.add_in(other, None)
    }

    /// The sum.
    ///
    /// A date plus months lands on the same day of the month, or on its last day where the month is shorter. A date plus
    /// working days is counted in the calendar.
    ///
    /// # Errors
    /// Overflow, different units, working days without a calendar or in a year that it does not cover, or a count from
    /// `never`.
    pub fn add_in(&self, other: &Self, calendar: Option<&Calendar>) -> Result<Self, ArithmeticError> {
        let overflow = ArithmeticError::Overflow;
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.checked_add(*b).map(Self::Int).ok_or(overflow),
            (Self::Decimal(a), Self::Decimal(b)) => a.checked_add(*b).map(Self::Decimal).ok_or(overflow),
            (Self::Money(a), Self::Money(b)) if a.currency == b.currency => {
                let amount = a.amount.checked_add(b.amount).ok_or(overflow)?;
                Ok(Self::Money(Money { amount, currency: Arc::clone(&a.currency) }))
            }
            (Self::Duration(a), Self::Duration(b)) if a.unit == b.unit => {
                let count = a.count.checked_add(b.count).ok_or(overflow)?;
                Ok(Self::Duration(Duration { count, unit: a.unit }))
            }
            (Self::Date(date), Self::Duration(period)) | (Self::Duration(period), Self::Date(date)) => {
                moved(*date, *period, calendar).map(Self::Date)
            }
            (Self::Never, Self::Duration(_)) | (Self::Duration(_), Self::Never) => Err(ArithmeticError::NeverHappened),
            _ => Err(ArithmeticError::Mismatch),
        }
    }

    /// The difference, without a calendar of holidays. See [`Value::subtract_in`].
    ///
    /// # Errors
    /// As [`Value::add`].
    pub fn subtract(&self, other: &Self) -> Result<Self, ArithmeticError> {
        self.subtract_in(other, None)
    }

    /// The difference. Of two dates it is a number of days; a period taken from a date is counted backwards, as
    /// [`Value::add_in`] counts forwards.
    ///
    /// # Errors
    /// As [`Value::add_in`].
    pub fn subtract_in(&self, other: &Self, calendar: Option<&Calendar>) -> Result<Self, ArithmeticError> {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) => {
                let span = b.until(*a).map_err(|_| ArithmeticError::Overflow)?;
                Ok(Self::Duration(Duration { count: i64::from(span.get_days()), unit: PeriodUnit::Days }))
            }
            (Self::Never, Self::Date(_) | Self::Never) | (Self::Date(_), Self::Never) => {
                Err(ArithmeticError::NeverHappened)
            }
            _ => self.add_in(&other.negate()?, calendar),
        }
    }

    /// Whether this day lies at most `period` before or after `anchor`, both ends included. What never happened lies
    /// within nothing, and nothing lies within a period of it.
    ///
    /// # Errors
    /// As [`Value::add_in`]. A day on the other side of the anchor needs no calendar.
    pub fn within(
        &self,
        period: &Self,
        side: Side,
        anchor: &Self,
        calendar: Option<&Calendar>,
    ) -> Result<bool, ArithmeticError> {
        let (Self::Date(day), Self::Date(from)) = (self, anchor) else {
            return match (self, anchor) {
                (Self::Never | Self::Date(_), Self::Never | Self::Date(_)) => Ok(false),
                _ => Err(ArithmeticError::Mismatch),
            };
        };
        match side {
            Side::After if day < from => Ok(false),
            Side::Before if day > from => Ok(false),
            Side::After => Ok(self.order(&anchor.add_in(period, calendar)?).is_some_and(Ordering::is_le)),
            Side::Before => Ok(self.order(&anchor.subtract_in(period, calendar)?).is_some_and(Ordering::is_ge)),
        }
    }

    /// The value with the opposite sign.
    ///
    /// # Errors
    /// Overflow, or a value without a sign.
    pub fn negate(&self) -> Result<Self, ArithmeticError> {
        match self {
            Self::Int(a) => a.checked_neg().map(Self::Int).ok_or(ArithmeticError::Overflow),
            Self::Decimal(a) => Ok(Self::Decimal(-a)),
            Self::Money(a) => Ok(Self::Money(Money { amount: -a.amount, currency: Arc::clone(&a.currency) })),
            Self::Duration(a) => {
                let count = a.count.checked_neg().ok_or(ArithmeticError::Overflow)?;
                Ok(Self::Duration(Duration { count, unit: a.unit }))
            }
            Self::Bool(_) | Self::Date(_) | Self::Never | Self::Member(..) | Self::List(..) => {
                Err(ArithmeticError::Mismatch)
            }
        }
    }

    /// The product; of an amount or period it is taken with a plain number.
    ///
    /// # Errors
    /// Overflow, or operands that have no product.
    pub fn multiply(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let overflow = ArithmeticError::Overflow;
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a.checked_mul(*b).map(Self::Int).ok_or(overflow),
            (Self::Decimal(a), Self::Decimal(b)) => a.checked_mul(*b).map(Self::Decimal).ok_or(overflow),
            (Self::Int(a), Self::Decimal(b)) | (Self::Decimal(b), Self::Int(a)) => {
                Decimal::from(*a).checked_mul(*b).map(Self::Decimal).ok_or(overflow)
            }
            (Self::Money(a), Self::Int(b)) | (Self::Int(b), Self::Money(a)) => a.scaled(Decimal::from(*b)),
            (Self::Money(a), Self::Decimal(b)) | (Self::Decimal(b), Self::Money(a)) => a.scaled(*b),
            (Self::Duration(a), Self::Int(b)) | (Self::Int(b), Self::Duration(a)) => {
                let count = a.count.checked_mul(*b).ok_or(overflow)?;
                Ok(Self::Duration(Duration { count, unit: a.unit }))
            }
            _ => Err(ArithmeticError::Mismatch),
        }
    }
}

/// The day that lies a period away.
fn moved(date: Date, period: Duration, calendar: Option<&Calendar>) -> Result<Date, ArithmeticError> {
    let span = match period.unit {
        PeriodUnit::Days => jiff::Span::new().try_days(period.count),
        PeriodUnit::Months => jiff::Span::new().try_months(period.count),
        PeriodUnit::WorkingDays => {
            let calendar = calendar.ok_or(ArithmeticError::NeedsCalendar)?;
            return Ok(calendar.add_working_days(date, period.count)?);
        }
    };
    let span = span.map_err(|_| ArithmeticError::Overflow)?;
    date.checked_add(span).map_err(|_| ArithmeticError::Overflow)
}

impl Money {
    fn scaled(&self, factor: Decimal) -> Result<Value, ArithmeticError> {
        let amount = self.amount.checked_mul(factor).ok_or(ArithmeticError::Overflow)?;
        Ok(Value::Money(Self { amount, currency: Arc::clone(&self.currency) }))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, one, many) = match self.unit {
            PeriodUnit::Days => (self.count, "day", "days"),
            PeriodUnit::WorkingDays => (self.count, "working day", "working days"),
            PeriodUnit::Months if self.count != 0 && self.count % 12 == 0 => (self.count / 12, "year", "years"),
            PeriodUnit::Months => (self.count, "month", "months"),
        };
        write!(f, "{count} {}", if count == 1 { one } else { many })
    }
}
