//! The values next to the constants that conditions compare with: on both sides of each.

use crate::policy::{
    Duration, EnumerationKind, Expr, ExprKind, MemberIndex, Money, PeriodUnit, Policy, Type, Value, Within,
};
use crate::syntax::ast::{Comparison, Side, Sign};
use rust_decimal::Decimal;

/// A value at which a condition changes, or the one before or behind it.
#[derive(Clone, Debug)]
pub(crate) struct Boundary {
    pub(crate) at: BoundaryValue,
    /// That what is compared has this value.
    pub(crate) reached: Expr,
}

/// The value of a boundary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundaryValue {
    /// This value.
    Value(Value),
    /// The last day that lies within a period.
    LastDay,
    /// The first day that lies outside of it.
    NextDay,
}

/// The boundaries of an atomic condition.
pub(super) fn boundaries(policy: &Policy, atom: &Expr) -> Vec<Boundary> {
    match &atom.kind {
        ExprKind::Compare(operator, left, right) => match (&left.kind, &right.kind) {
            (ExprKind::Constant(_), ExprKind::Constant(_)) => Vec::new(),
            (_, ExprKind::Constant(value)) => compared(policy, left, *operator, value),
            (ExprKind::Constant(value), _) => compared(policy, right, operator.mirrored(), value),
            _ => Vec::new(),
        },
        ExprKind::Among(_, operand, values) => listed(policy, operand, values),
        ExprKind::Between(_, operand, from, to) => {
            let ends = [below(policy, from), Some(from.clone()), Some(to.clone()), above(policy, to)];
            of_values(operand, ends.into_iter().flatten())
        }
        ExprKind::Within(within) => of_period(within, atom),
        ExprKind::Constant(_)
        | ExprKind::Fact(_)
        | ExprKind::Define(_)
        | ExprKind::Param(_)
        | ExprKind::AsOf
        | ExprKind::Field(_)
        | ExprKind::Fold(_)
        | ExprKind::Outcome(..)
        | ExprKind::Elapsed(_)
        | ExprKind::Not(_)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Implies(..)
        | ExprKind::Sum(_)
        | ExprKind::Product(_)
        | ExprKind::Negative(_) => Vec::new(),
    }
}

fn compared(policy: &Policy, operand: &Expr, operator: Comparison, value: &Value) -> Vec<Boundary> {
    let own = Some(value.clone());
    let values = match operator {
        Comparison::GreaterEqual | Comparison::Less => vec![below(policy, value), own],
        Comparison::Greater | Comparison::LessEqual => vec![own, above(policy, value)],
        Comparison::Equal | Comparison::NotEqual => vec![below(policy, value), own, above(policy, value)],
    };
    of_values(operand, values.into_iter().flatten())
}

/// The listed values, and those beside them that are not listed.
fn listed(policy: &Policy, operand: &Expr, values: &[Value]) -> Vec<Boundary> {
    let mut found: Vec<Value> = Vec::new();
    for value in values {
        for one in [below(policy, value), Some(value.clone()), above(policy, value)].into_iter().flatten() {
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    of_values(operand, found.into_iter())
}

fn of_values(operand: &Expr, values: impl Iterator<Item = Value>) -> Vec<Boundary> {
    if operand.value_type == Type::Bool {
        return Vec::new();
    }
    let equal = |value: &Value| {
        let constant = Expr { kind: ExprKind::Constant(value.clone()), value_type: value.kind(), span: operand.span };
        condition(ExprKind::Compare(Comparison::Equal, Box::new(operand.clone()), Box::new(constant)), operand)
    };
    values.map(|value| Boundary { reached: equal(&value), at: BoundaryValue::Value(value) }).collect()
}

fn condition(kind: ExprKind, like: &Expr) -> Expr {
    Expr { kind, value_type: Type::Bool, span: like.span }
}

/// The last day that lies within a period, and the day behind it.
fn of_period(within: &Within, atom: &Expr) -> Vec<Boundary> {
    let sign = match within.side {
        Side::After => Sign::Plus,
        Side::Before => Sign::Minus,
    };
    let day = Value::Duration(Duration { count: 1, unit: PeriodUnit::Days });
    let day = Expr { kind: ExprKind::Constant(day), value_type: Type::Duration, span: atom.span };
    let last = vec![(Sign::Plus, within.anchor.clone()), (sign, within.period.clone())];
    let next = last.iter().cloned().chain([(sign, day)]).collect();
    let on = |terms: Vec<(Sign, Expr)>| {
        let day = Expr { kind: ExprKind::Sum(terms), value_type: Type::Date, span: atom.span };
        condition(ExprKind::Compare(Comparison::Equal, Box::new(within.date.clone()), Box::new(day)), atom)
    };
    vec![
        Boundary { at: BoundaryValue::LastDay, reached: on(last) },
        Boundary { at: BoundaryValue::NextDay, reached: on(next) },
    ]
}

/// The next smaller value: of a scale the next lighter member, of decimals one unit of the last digit less. `None`
/// where there is none, or where values have no order.
pub(crate) fn below(policy: &Policy, value: &Value) -> Option<Value> {
    beside(policy, value, -1)
}

/// The next larger value.
pub(crate) fn above(policy: &Policy, value: &Value) -> Option<Value> {
    beside(policy, value, 1)
}

fn beside(policy: &Policy, value: &Value, step: i64) -> Option<Value> {
    let decimal = |number: Decimal| number.checked_add(Decimal::try_new(step, number.scale()).ok()?);
    Some(match value {
        Value::Int(number) => Value::Int(number.checked_add(step)?),
        Value::Decimal(number) => Value::Decimal(decimal(*number)?),
        Value::Money(money) => Value::Money(Money { amount: decimal(money.amount)?, currency: money.currency.clone() }),
        Value::Date(day) => Value::Date(day.checked_add(jiff::Span::new().try_days(step).ok()?).ok()?),
        Value::Duration(period) => {
            Value::Duration(Duration { count: period.count.checked_add(step)?, unit: period.unit })
        }
        Value::Member(of, member) => {
            let declared = policy.enumerations().get(of.index())?;
            if declared.kind == EnumerationKind::Unordered {
                return None;
            }
            let next = usize::try_from(i64::try_from(member.index()).ok()?.checked_add(step)?).ok()?;
            declared.members.get(next)?;
            Value::Member(*of, MemberIndex::new(next))
        }
        Value::Bool(_) | Value::Never | Value::List(..) => return None,
    })
}
