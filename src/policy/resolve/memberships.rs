//! Membership in a set or a range: `cause ∈ <neglect, intent>`, `loss ∈ 1.00 CNY .. high`.

use super::Resolver;
use super::values::constant_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::model::{Expr, ExprKind};
use crate::policy::value::Type;
use crate::source::Span;
use crate::syntax::ast::{self, Comparison, Permitted, Polarity};
use std::cmp::Ordering;

impl Resolver {
    pub(super) fn membership(
        &mut self,
        polarity: Polarity,
        operand: &ast::Expr,
        permitted: &Permitted,
        span: Span,
    ) -> Option<ExprKind> {
        if let Some(outcome) = self.outcome_named(operand) {
            return self.outcome_membership(outcome, polarity, permitted).map(|test| ExprKind::Outcome(outcome, test));
        }
        let operand = self.expression(operand, None)?;
        match permitted {
            Permitted::Set(set) => {
                let mut values = self.distinct_values(&set.values, operand.value_type)?;
                for (value, written) in values.iter().zip(&set.values) {
                    self.unify_value(&operand, value, written.span());
                }
                values.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
                Some(ExprKind::Among(polarity, Box::new(operand), values))
            }
            Permitted::Range(range) => self.between(polarity, operand, range, span),
            Permitted::One(_) | Permitted::None(_) => None,
        }
    }

    /// `operand ∈ from .. to`. Ends that change with the case make it two comparisons.
    fn between(&mut self, polarity: Polarity, operand: Expr, range: &ast::ValueRange, span: Span) -> Option<ExprKind> {
        if !self.is_ordered(operand.value_type) {
            let type_name = self.type_name(operand.value_type);
            self.report(Diagnostic::new(Code::Unordered, span).with("type", type_name).with("operator", ".."));
            return None;
        }
        let from = self.range_end(&range.from, operand.value_type);
        let to = self.range_end(&range.to, operand.value_type);
        let (from, to) = (from?, to?);
        self.unify(&operand, &from, range.from.span());
        self.unify(&operand, &to, range.to.span());
        let (Some(low), Some(high)) = (constant_of(&from), constant_of(&to)) else {
            let compare = |operator, end: Expr| Expr {
                span: end.span,
                kind: ExprKind::Compare(operator, Box::new(operand.clone()), Box::new(end)),
                value_type: Type::Bool,
            };
            return Some(match polarity {
                Polarity::In => {
                    ExprKind::And(vec![compare(Comparison::GreaterEqual, from), compare(Comparison::LessEqual, to)])
                }
                Polarity::NotIn => {
                    ExprKind::Or(vec![compare(Comparison::Less, from), compare(Comparison::Greater, to)])
                }
            });
        };
        if low.order(&high).is_some_and(Ordering::is_gt) {
            let (from, to) = (self.shown(&low), self.shown(&high));
            self.report(Diagnostic::new(Code::InvertedRange, range.place.0).with("from", from).with("to", to));
            return None;
        }
        Some(ExprKind::Between(polarity, Box::new(operand), low, high))
    }

    /// An end of a range: a member of the type, or an amount that may be calculated.
    fn range_end(&mut self, written: &ast::Value, wanted: Type) -> Option<Expr> {
        match (written, wanted) {
            (ast::Value::Name(name), Type::Enumeration(_)) => {
                let value = self.set_member(&name.text, name.span(), wanted)?;
                Some(Expr { kind: ExprKind::Constant(value), value_type: wanted, span: name.span() })
            }
            _ => self.value_expr(written, wanted),
        }
    }
}
