//! Whether the permitted values satisfy a test: how a later condition reads an outcome.

use super::super::ids::MemberIndex;
use super::super::value::{ArithmeticError, Value, fits};
use super::amounts::{AmountEnd, AmountInterval, AmountSet};
use super::piece::Edge;
use super::{LadderSet, PermittedSet, Values};
use crate::syntax::ast::{Comparison, Polarity};
use std::cmp::Ordering;

/// A test of one value.
#[derive(Clone, Copy, Debug)]
pub enum ValueTest<'v> {
    /// It compares so with this one.
    Compare(Comparison, &'v Value),
    /// It is (or is not) one of these.
    Among(Polarity, &'v [Value]),
    /// It is (or is not) between these two, both included.
    Between(Polarity, &'v Value, &'v Value),
}

/// How many of the permitted values satisfy a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Satisfied {
    /// All of them.
    All,
    /// None of them.
    Nothing,
    /// Some of them.
    Some,
}

impl Satisfied {
    fn of(every: bool, any: bool) -> Self {
        match (every, any) {
            (true, _) => Self::All,
            (false, true) => Self::Some,
            (false, false) => Self::Nothing,
        }
    }
}

impl PermittedSet {
    /// How many of the permitted values satisfy a test. "No measure" satisfies no test, not even `≠` or `∉`.
    ///
    /// # Errors
    /// [`ArithmeticError::Mismatch`] where the test is about values of another kind or unit.
    pub fn satisfied(&self, test: ValueTest<'_>) -> Result<Satisfied, ArithmeticError> {
        let values = match &self.values {
            Values::Nothing => return Ok(Satisfied::Nothing),
            Values::Ladder(ladder) => members_satisfying(ladder, test)?,
            Values::Amounts(amounts) => amounts_satisfying(amounts, test)?,
        };
        Ok(if self.none && values == Satisfied::All { Satisfied::Some } else { values })
    }
}

fn members_satisfying(ladder: &LadderSet, test: ValueTest<'_>) -> Result<Satisfied, ArithmeticError> {
    let (mut every, mut any) = (true, false);
    for member in ladder.iter() {
        let holds = member_satisfies(member, test)?;
        every &= holds;
        any |= holds;
    }
    Ok(Satisfied::of(every, any))
}

fn member_satisfies(member: MemberIndex, test: ValueTest<'_>) -> Result<bool, ArithmeticError> {
    let order = |value: &Value| match value {
        Value::Member(_, other) => Ok(member.cmp(other)),
        Value::Bool(_)
        | Value::Int(_)
        | Value::Decimal(_)
        | Value::Money(_)
        | Value::Date(_)
        | Value::Never
        | Value::Duration(_)
        | Value::List(..) => Err(ArithmeticError::Mismatch),
    };
    let asserted = |holds: bool, polarity: Polarity| holds == (polarity == Polarity::In);
    Ok(match test {
        ValueTest::Compare(operator, value) => fits(order(value)?, operator),
        ValueTest::Among(polarity, values) => {
            let orders = values.iter().map(order).collect::<Result<Vec<Ordering>, _>>()?;
            asserted(orders.into_iter().any(Ordering::is_eq), polarity)
        }
        ValueTest::Between(polarity, from, to) => asserted(order(from)?.is_ge() && order(to)?.is_le(), polarity),
    })
}

/// A test of amounts says that they lie in a set, or that they lie outside of it.
fn amounts_satisfying(amounts: &AmountSet, test: ValueTest<'_>) -> Result<Satisfied, ArithmeticError> {
    let from = |value: &Value, edge: Edge| {
        AmountSet::new([AmountInterval { from: AmountEnd { value: value.clone(), edge }, to: None }])
    };
    let above = |value: &Value| match from(value, Edge::Excluded) {
        // Nothing is above the largest whole number.
        Err(ArithmeticError::Overflow) => Ok(None),
        region => region,
    };
    let (polarity, region) = match test {
        ValueTest::Compare(Comparison::Equal, value) => (Polarity::In, AmountSet::of([value])?),
        ValueTest::Compare(Comparison::NotEqual, value) => (Polarity::NotIn, AmountSet::of([value])?),
        ValueTest::Compare(Comparison::GreaterEqual, value) => (Polarity::In, from(value, Edge::Included)?),
        ValueTest::Compare(Comparison::Less, value) => (Polarity::NotIn, from(value, Edge::Included)?),
        ValueTest::Compare(Comparison::Greater, value) => (Polarity::In, above(value)?),
        ValueTest::Compare(Comparison::LessEqual, value) => (Polarity::NotIn, above(value)?),
        ValueTest::Among(polarity, values) => (polarity, AmountSet::of(values)?),
        ValueTest::Between(polarity, from, to) => (polarity, AmountSet::between(from, to)?),
    };
    let inside = match &region {
        Some(region) => amounts.intersection(region)?,
        None => None,
    };
    let (all_inside, any_inside) = (inside.as_ref() == Some(amounts), inside.is_some());
    Ok(match polarity {
        Polarity::In => Satisfied::of(all_inside, any_inside),
        Polarity::NotIn => Satisfied::of(!any_inside, !all_inside),
    })
}
