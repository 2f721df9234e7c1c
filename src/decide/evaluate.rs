//! Evaluation of expressions in Kleene's strong three-valued logic: a fact that is not known is unknown.

use super::facts::Facts;
use crate::policy::{ArithmeticError, DefineId, Expr, ExprKind, FactId, PolicyData, Value};
use crate::source::Span;
use crate::syntax::ast::{Polarity, Sign};
use std::collections::BTreeSet;

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// It depends on facts that are not known.
    Unknown,
}

impl Truth {
    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(truth: bool) -> Self {
        if truth { Self::True } else { Self::False }
    }
}

/// A calculation that has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the calculation has no result")]
pub struct EvaluationError {
    /// Why.
    pub error: ArithmeticError,
    /// The calculation in the policy's text.
    pub span: Span,
}

/// What an expression comes to: `None` where it depends on facts that are not known.
type Evaluated = Result<Option<Value>, EvaluationError>;

/// One case before the evaluator: facts, and the defines that they give.
pub(super) struct Evaluator<'a> {
    data: &'a PolicyData,
    facts: &'a Facts,
    defines: Vec<Evaluated>,
}

impl<'a> Evaluator<'a> {
    /// Evaluates all defines, each after those it mentions. A define that has no result matters only where it is used.
    pub(super) fn new(data: &'a PolicyData, facts: &'a Facts) -> Self {
        let mut evaluator = Self { data, facts, defines: vec![Ok(None); data.defines.len()] };
        evaluator.evaluate_defines(data.define_order.iter());
        evaluator
    }

    fn evaluate_defines<'d>(&mut self, order: impl Iterator<Item = &'d DefineId>) {
        for id in order {
            let Some(define) = self.data.defines.get(id.index()) else { continue };
            let value = self.value(&define.value);
            if let Some(slot) = self.defines.get_mut(id.index()) {
                *slot = value;
            }
        }
    }

    /// The same with only some of the defines.
    pub(super) fn with_defines(data: &'a PolicyData, facts: &'a Facts, wanted: &BTreeSet<DefineId>) -> Self {
        let mut evaluator = Self { data, facts, defines: vec![Ok(None); data.defines.len()] };
        if !wanted.is_empty() {
            evaluator.evaluate_defines(data.define_order.iter().filter(|id| wanted.contains(id)));
        }
        evaluator
    }

    /// The value of an expression; `None` where it depends on unknown facts.
    pub(super) fn known_value(&self, expr: &Expr) -> Result<Option<Value>, EvaluationError> {
        self.value(expr)
    }

    /// What is known of a condition.
    pub(super) fn truth(&self, condition: &Expr) -> Result<Truth, EvaluationError> {
        Ok(match self.value(condition)? {
            Some(Value::Bool(truth)) => truth.into(),
            Some(_) | None => Truth::Unknown,
        })
    }

    fn value(&self, expr: &Expr) -> Evaluated {
        let truth = |truth| {
            Ok(match truth {
                Truth::True => Some(Value::Bool(true)),
                Truth::False => Some(Value::Bool(false)),
                Truth::Unknown => None,
            })
        };
        match &expr.kind {
            ExprKind::Constant(value) => Ok(Some(value.clone())),
            ExprKind::Fact(id) => Ok(self.facts.get(*id).cloned()),
            ExprKind::Define(id) => self.defines.get(id.index()).cloned().unwrap_or(Ok(None)),
            ExprKind::Not(inner) => truth(self.truth(inner)?.not()),
            ExprKind::And(operands) => truth(self.all(operands, Truth::True)?),
            ExprKind::Or(operands) => truth(self.all(operands, Truth::False)?),
            ExprKind::Implies(premise, conclusion) => truth(match (self.truth(premise)?, self.truth(conclusion)?) {
                (Truth::False, _) | (_, Truth::True) => Truth::True,
                (Truth::True, Truth::False) => Truth::False,
                _ => Truth::Unknown,
            }),
            ExprKind::Compare(operator, left, right) => {
                let (Some(left), Some(right)) = (self.value(left)?, self.value(right)?) else { return Ok(None) };
                let holds =
                    left.compare(*operator, &right).map_err(|error| EvaluationError { error, span: expr.span })?;
                Ok(Some(Value::Bool(holds)))
            }
            ExprKind::Among(polarity, operand, values) => {
                let Some(value) = self.value(operand)? else { return Ok(None) };
                let among = values.iter().any(|listed| listed.order(&value).is_some_and(std::cmp::Ordering::is_eq));
                Ok(Some(Value::Bool(among == (*polarity == Polarity::In))))
            }
            ExprKind::Between(polarity, operand, from, to) => {
                let Some(value) = self.value(operand)? else { return Ok(None) };
                let between = from.order(&value).is_some_and(std::cmp::Ordering::is_le)
                    && to.order(&value).is_some_and(std::cmp::Ordering::is_ge);
                Ok(Some(Value::Bool(between == (*polarity == Polarity::In))))
            }
            ExprKind::Sum(terms) => {
                self.calculate(expr, terms.iter().map(|(sign, term)| (*sign, term)), |sum, sign, term| match sign {
                    Sign::Plus => sum.add(term),
                    Sign::Minus => sum.subtract(term),
                })
            }
            ExprKind::Product(factors) => {
                let factors = factors.iter().map(|factor| (Sign::Plus, factor));
                self.calculate(expr, factors, |product, _, factor| product.multiply(factor))
            }
            ExprKind::Negative(inner) => {
                let Some(value) = self.value(inner)? else { return Ok(None) };
                value.negate().map(Some).map_err(|error| EvaluationError { error, span: expr.span })
            }
        }
    }

    /// A chain: `neutral` unless an operand is its opposite. An operand without result is an error even where another
    /// one would settle the chain, so that the order of operands never matters.
    fn all(&self, operands: &[Expr], neutral: Truth) -> Result<Truth, EvaluationError> {
        let mut result = neutral;
        for operand in operands {
            let truth = self.truth(operand)?;
            if truth == neutral.not() {
                result = truth;
            } else if truth == Truth::Unknown && result == neutral {
                result = Truth::Unknown;
            }
        }
        Ok(result)
    }

    fn calculate<'e>(
        &self,
        expr: &Expr,
        operands: impl Iterator<Item = (Sign, &'e Expr)>,
        step: impl Fn(&Value, Sign, &Value) -> Result<Value, ArithmeticError>,
    ) -> Evaluated {
        let mut result: Option<Value> = None;
        let mut unknown = false;
        for (sign, operand) in operands {
            let Some(value) = self.value(operand)? else {
                unknown = true;
                continue;
            };
            if unknown {
                continue;
            }
            result = Some(match &result {
                None => value,
                Some(so_far) => {
                    step(so_far, sign, &value).map_err(|error| EvaluationError { error, span: expr.span })?
                }
            });
        }
        Ok(result.filter(|_| !unknown))
    }

    /// The facts that make a condition what it is: of a chain that one operand settles, only such operands.
    pub(super) fn support(&self, condition: &Expr, found: &mut BTreeSet<FactId>) {
        let mut rest = vec![condition];
        while let Some(expr) = rest.pop() {
            match &expr.kind {
                ExprKind::Constant(_) => {}
                ExprKind::Fact(id) => {
                    found.insert(*id);
                }
                ExprKind::Define(id) => rest.extend(self.data.defines.get(id.index()).map(|define| &define.value)),
                ExprKind::And(operands) => self.settling(expr, operands, Truth::False, &mut rest),
                ExprKind::Or(operands) => self.settling(expr, operands, Truth::True, &mut rest),
                ExprKind::Implies(premise, conclusion) => {
                    let settled_by = |operand: &Expr, by| self.truth(operand).is_ok_and(|truth| truth == by);
                    let (premise_settles, conclusion_settles) =
                        (settled_by(premise, Truth::False), settled_by(conclusion, Truth::True));
                    if premise_settles || !conclusion_settles {
                        rest.push(premise);
                    }
                    if conclusion_settles || !premise_settles {
                        rest.push(conclusion);
                    }
                }
                ExprKind::Compare(_, left, right) => rest.extend([&**left, &**right]),
                ExprKind::Not(inner)
                | ExprKind::Negative(inner)
                | ExprKind::Among(_, inner, _)
                | ExprKind::Between(_, inner, ..) => rest.push(inner),
                ExprKind::Sum(terms) => rest.extend(terms.iter().map(|(_, term)| term)),
                ExprKind::Product(factors) => rest.extend(factors),
            }
        }
    }

    fn settling<'e>(&self, expr: &Expr, operands: &'e [Expr], by: Truth, rest: &mut Vec<&'e Expr>)
    where
        'a: 'e,
    {
        let settled = self.truth(expr).is_ok_and(|truth| truth == by);
        let settles = |operand: &&'e Expr| !settled || self.truth(operand).is_ok_and(|truth| truth == by);
        rest.extend(operands.iter().filter(settles));
    }
}
