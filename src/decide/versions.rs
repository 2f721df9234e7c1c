//! Which version of the policy judges a case.

use super::facts::Facts;
use super::interpret::DecideError;
use crate::policy::{Expr, ExprKind, Period, Policy, PolicyData, Type, Value};
use crate::syntax::ast::Comparison;
use jiff::civil::Date;

/// Checks that the policy was in force on the case's day, as far as that day is known.
pub(super) fn check_version(policy: &Policy, facts: &Facts) -> Result<(), DecideError> {
    let periods = policy.in_force();
    if periods.is_empty() {
        return Ok(());
    }
    let Some(date) = facts.case_date() else {
        // The fact that dates the case is unknown, or the case is not dated; what is known has never happened.
        let never_happened = policy.dated_by().is_some_and(|fact| facts.get(fact).is_some());
        return if never_happened { Err(DecideError::NotDated) } else { Ok(()) };
    };
    if periods.iter().any(|period| period.contains(date)) {
        return Ok(());
    }
    Err(DecideError::NotInForce { date, periods: periods.to_vec() })
}

/// That the policy was in force on the case's day, where that day is an unknown fact.
pub(crate) fn version_condition(data: &PolicyData, facts: &Facts) -> Option<Expr> {
    let fact = data.dated_by.filter(|fact| facts.get(*fact).is_none())?;
    if data.in_force.is_empty() {
        return None;
    }
    let span = data.facts.get(fact.index())?.span;
    let expr = |kind: ExprKind, value_type: Type| Expr { kind, value_type, span };
    let compare = |operator: Comparison, value: Value| {
        let (day, value) = (expr(ExprKind::Fact(fact), Type::Date), expr(ExprKind::Constant(value), Type::Date));
        expr(ExprKind::Compare(operator, Box::new(day), Box::new(value)), Type::Bool)
    };
    let at = |operator: Comparison, day: Option<Date>| day.map(|day| compare(operator, Value::Date(day)));
    let within = |period: &Period| {
        let ends = [at(Comparison::GreaterEqual, period.from), at(Comparison::LessEqual, period.until)];
        expr(ExprKind::And(ends.into_iter().flatten().collect()), Type::Bool)
    };
    let in_force = expr(ExprKind::Or(data.in_force.iter().map(within).collect()), Type::Bool);
    let has_come = compare(Comparison::Less, Value::Never);
    Some(expr(ExprKind::And(vec![has_come, in_force]), Type::Bool))
}
