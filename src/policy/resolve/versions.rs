//! Versions: what is in force when, as conditions on the case's day.

use super::Resolver;
use super::values::constant_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{ClauseId, ParamId};
use crate::policy::model::{Expr, ExprKind, Period};
use crate::policy::value::{Type, Value};
use crate::source::Span;
use crate::syntax::ast::{Comparison, InForce, Literal, LiteralKind};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The day that a literal names.
pub(super) fn day(literal: &Literal) -> Option<Date> {
    match literal.kind {
        LiteralKind::Date(date) => Some(date),
        _ => None,
    }
}

/// Constants that hold on certain days: the condition on the case's day, and their values.
pub(super) type Version = (Option<Expr>, Vec<Value>);

impl Resolver {
    /// The periods that are written, those at fault left out.
    pub(super) fn periods(&mut self, written: &[InForce]) -> Vec<Period> {
        let mut periods: Vec<(Period, Span)> = Vec::new();
        for one in written {
            let period = Period { from: one.from.as_ref().and_then(day), until: one.until.as_ref().and_then(day) };
            let span = one.place.0;
            if let (Some(from), Some(until)) = (period.from, period.until)
                && from > until
            {
                let diagnostic = Diagnostic::new(Code::InvertedRange, span);
                self.report(diagnostic.with("from", from.to_string()).with("to", until.to_string()));
                continue;
            }
            if let Some((_, first)) = periods.iter().find(|(known, _)| known.overlaps(&period)) {
                let first = *first;
                self.report(Diagnostic::new(Code::OverlappingVersions, span).label(first, "first"));
                continue;
            }
            periods.push((period, span));
        }
        periods.sort();
        periods.into_iter().map(|(period, _)| period).collect()
    }

    /// The condition that the case's day lies in one of the periods; `None` where there is no limit.
    pub(super) fn guard(&self, periods: &[Period], span: Span) -> Option<Expr> {
        if periods.is_empty() {
            return None;
        }
        let kind = self.data.dated_by.map_or(ExprKind::AsOf, ExprKind::Fact);
        let case_date = Expr { kind, value_type: Type::Date, span };
        let compare = |operator, day: Date| {
            let day = Expr { kind: ExprKind::Constant(Value::Date(day)), value_type: Type::Date, span };
            let kind = ExprKind::Compare(operator, Box::new(case_date.clone()), Box::new(day));
            Expr { kind, value_type: Type::Bool, span }
        };
        let alternatives: Vec<Expr> = periods
            .iter()
            .map(|period| {
                let from = period.from.map(|day| compare(Comparison::GreaterEqual, day));
                let until = period.until.map(|day| compare(Comparison::LessEqual, day));
                all_of(from.into_iter().chain(until).collect(), span)
            })
            .collect();
        Some(any_of(alternatives, span))
    }

    /// A condition of a clause, with the condition that the clause is in force.
    pub(super) fn guarded(&self, clause: ClauseId, condition: Option<Expr>, span: Span) -> Option<Expr> {
        let periods = self.data.clauses.get(clause.index()).map(|found| found.in_force.as_slice()).unwrap_or_default();
        let parts: Vec<Expr> = self.guard(periods, span).into_iter().chain(condition).collect();
        (!parts.is_empty()).then(|| all_of(parts, span))
    }

    /// The values of expressions that consist of constants and parameters, for each time between two changes of a
    /// parameter; `None` where one of them depends on anything else.
    pub(super) fn by_version(&self, exprs: &[&Expr], span: Span) -> Option<Vec<Version>> {
        let mut params: BTreeSet<ParamId> = BTreeSet::new();
        let mut rest: Vec<&Expr> = exprs.to_vec();
        while let Some(expr) = rest.pop() {
            if let ExprKind::Param(id) = &expr.kind {
                params.insert(*id);
            }
            expr.parts(&mut |part| rest.push(part));
        }
        let versions = || params.iter().filter_map(|id| self.data.params.get(id.index())).flat_map(|one| &one.versions);
        let begins: BTreeSet<Option<Date>> = versions().map(|(from, _)| *from).collect();
        if params.is_empty() {
            let values: Option<Vec<Value>> = exprs.iter().map(|expr| constant_of(expr)).collect();
            return values.map(|values| vec![(None, values)]);
        }
        let begins: Vec<Option<Date>> = begins.into_iter().collect();
        let mut found = Vec::new();
        for (index, from) in begins.iter().enumerate() {
            let until = begins.get(index + 1).copied().flatten().and_then(|next| next.yesterday().ok());
            let on = from.or(until);
            let values: Option<Vec<Value>> =
                exprs.iter().map(|expr| constant_of(&self.with_params(expr, on))).collect();
            let has_value = params.iter().all(|id| self.param_on(*id, on).is_some());
            match values {
                Some(values) => {
                    let guard = self.guard(&[Period { from: *from, until }], span);
                    let parts: Vec<Expr> = guard.into_iter().chain(self.begun(&params, span)).collect();
                    found.push(((!parts.is_empty()).then(|| all_of(parts, span)), values));
                }
                // Before the first value of some parameter there is none; `begun` is an error then.
                None if !has_value => {}
                None => return None,
            }
        }
        Some(found)
    }

    /// That parameters have a value on the case's day: true, or a calculation without result.
    fn begun(&self, params: &BTreeSet<ParamId>, span: Span) -> Vec<Expr> {
        let late = params.iter().filter(|id| self.param_on(**id, None).is_none());
        let same = late.filter_map(|id| {
            let kind = self.data.params.get(id.index())?.kind;
            let param = || Box::new(Expr { kind: ExprKind::Param(*id), value_type: kind, span });
            let kind = ExprKind::Compare(Comparison::Equal, param(), param());
            Some(Expr { kind, value_type: Type::Bool, span })
        });
        same.collect()
    }

    fn param_on(&self, id: ParamId, on: Option<Date>) -> Option<Value> {
        let param = self.data.params.get(id.index())?;
        match on {
            Some(day) => param.on(day).cloned(),
            None => param.versions.first().filter(|(from, _)| from.is_none()).map(|(_, value)| value.clone()),
        }
    }

    /// The expression with each parameter replaced by its value on a day.
    fn with_params(&self, expr: &Expr, on: Option<Date>) -> Expr {
        let inner = |part: &Expr| self.with_params(part, on);
        let kind = match &expr.kind {
            ExprKind::Param(id) => match self.param_on(*id, on) {
                Some(value) => ExprKind::Constant(value),
                None => ExprKind::Param(*id),
            },
            ExprKind::Negative(part) => ExprKind::Negative(Box::new(inner(part))),
            ExprKind::Sum(terms) => ExprKind::Sum(terms.iter().map(|(sign, term)| (*sign, inner(term))).collect()),
            ExprKind::Product(factors) => ExprKind::Product(factors.iter().map(inner).collect()),
            other => other.clone(),
        };
        Expr { kind, ..expr.clone() }
    }
}

/// The conjunction of conditions; a single one stays as it is.
pub(super) fn all_of(mut conditions: Vec<Expr>, span: Span) -> Expr {
    match (conditions.len(), conditions.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            conditions.extend(last);
            Expr { kind: ExprKind::And(conditions), value_type: Type::Bool, span }
        }
    }
}

/// The disjunction of conditions; a single one stays as it is.
pub(super) fn any_of(mut conditions: Vec<Expr>, span: Span) -> Expr {
    match (conditions.len(), conditions.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            conditions.extend(last);
            Expr { kind: ExprKind::Or(conditions), value_type: Type::Bool, span }
        }
    }
}
