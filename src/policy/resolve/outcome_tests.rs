//! Conditions that read an outcome: joint liability, lasting effects.

use super::Resolver;
use super::versions::{Version, all_of, any_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::OutcomeId;
use crate::policy::model::{Expr, ExprKind, OutcomeTest};
use crate::policy::value::{Type, Value};
use crate::source::Span;
use crate::syntax::ast;
use crate::syntax::ast::{Comparison, Permitted, Polarity};
use std::cmp::Ordering;

impl Resolver {
    pub(super) fn outcome_type(&self, outcome: OutcomeId) -> Option<Type> {
        if self.untyped_outcomes.contains(&outcome) {
            return None;
        }
        self.data.outcomes.get(outcome.index()).map(|found| found.values.value_type())
    }

    /// `OUTCOME ≥ value`. A parameter that changes makes it one comparison for each of its versions.
    pub(super) fn outcome_comparison(
        &mut self,
        outcome: OutcomeId,
        operator: Comparison,
        other: &ast::Expr,
        span: Span,
    ) -> Option<ExprKind> {
        let wanted = self.outcome_type(outcome)?;
        let value = self.expression(other, Some(wanted))?;
        if value.value_type != wanted {
            self.wrong_type(other.span(), wanted, value.value_type);
            return None;
        }
        self.check_order(wanted, operator, span)?;
        self.unify_outcome(outcome, &value, other.span());
        let Some(versions) = self.by_version(&[&value], span) else {
            self.report(Diagnostic::new(Code::OutcomeAgainstFact, other.span()));
            return None;
        };
        let alternatives = versions.into_iter().filter_map(|(guard, values): Version| {
            let test = OutcomeTest::Compare(operator, values.into_iter().next()?);
            let test = Expr { kind: ExprKind::Outcome(outcome, test), value_type: Type::Bool, span };
            Some(all_of(guard.into_iter().chain([test]).collect(), span))
        });
        Some(any_of(alternatives.collect(), span).kind)
    }

    fn check_order(&mut self, value_type: Type, operator: Comparison, span: Span) -> Option<()> {
        let by_order = !matches!(operator, Comparison::Equal | Comparison::NotEqual);
        if by_order && !self.is_ordered(value_type) {
            let type_name = self.type_name(value_type);
            let diagnostic = Diagnostic::new(Code::Unordered, span).with("type", type_name);
            self.report(diagnostic.with("operator", operator.spelling()));
            return None;
        }
        Some(())
    }

    /// `OUTCOME ∈ <a, b>`, `OUTCOME ∈ a .. b`.
    pub(super) fn outcome_membership(
        &mut self,
        outcome: OutcomeId,
        polarity: Polarity,
        permitted: &Permitted,
    ) -> Option<OutcomeTest> {
        let wanted = self.outcome_type(outcome)?;
        match permitted {
            Permitted::Set(set) => {
                let mut values = self.distinct_values(&set.values, wanted)?;
                for (value, written) in values.iter().zip(&set.values) {
                    self.unify_outcome_value(outcome, value, written.span());
                }
                values.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
                Some(OutcomeTest::Among(polarity, values))
            }
            Permitted::Range(range) => {
                self.check_order(wanted, Comparison::LessEqual, range.place.0)?;
                let (from, to) = (self.constant(&range.from, wanted), self.constant(&range.to, wanted));
                let (from, to) = (from?, to?);
                self.unify_outcome_value(outcome, &from, range.from.span());
                self.unify_outcome_value(outcome, &to, range.to.span());
                if from.order(&to).is_some_and(Ordering::is_gt) {
                    let (from, to) = (self.shown(&from), self.shown(&to));
                    self.report(Diagnostic::new(Code::InvertedRange, range.place.0).with("from", from).with("to", to));
                    return None;
                }
                Some(OutcomeTest::Between(polarity, from, to))
            }
            Permitted::One(value) => {
                self.outcome_value(outcome, value).map(|found| OutcomeTest::Among(polarity, vec![found]))
            }
            Permitted::None(_) => None,
        }
    }

    /// One constant value of an outcome.
    pub(super) fn outcome_value(&mut self, outcome: OutcomeId, written: &ast::Value) -> Option<Value> {
        let wanted = self.outcome_type(outcome)?;
        let value = self.constant(written, wanted)?;
        self.unify_outcome_value(outcome, &value, written.span());
        Some(value)
    }

    /// The test of an effect: `= warning`, `≥ demotion`, `∈ <…>`.
    pub(super) fn outcome_test(&mut self, outcome: OutcomeId, test: &ast::OutcomeTest) -> Option<OutcomeTest> {
        match test {
            ast::OutcomeTest::Compare(operator, written) => {
                let wanted = self.outcome_type(outcome)?;
                self.check_order(wanted, *operator, written.span())?;
                Some(OutcomeTest::Compare(*operator, self.outcome_value(outcome, written)?))
            }
            ast::OutcomeTest::Membership(polarity, permitted) => self.outcome_membership(outcome, *polarity, permitted),
        }
    }
}
