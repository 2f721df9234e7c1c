//! Evaluation of expressions in Kleene's strong three-valued logic: a fact that is not known is unknown.

use super::facts::Facts;
use super::folds::Folded;
use super::outcomes_read::Reading;
use crate::policy::{
    ArithmeticError, DefineId, Expr, ExprKind, FactId, FoldId, OutcomeId, ParamId, PolicyData, Record, Value, Within,
};
use crate::source::Span;
use crate::syntax::ast::{Polarity, Sign};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

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
    pub(super) fn not(self) -> Self {
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

/// What a condition rests on.
#[derive(Clone, Debug, Default)]
pub(super) struct Support {
    pub(super) facts: BTreeSet<FactId>,
    /// The outcomes that it reads.
    pub(super) outcomes: BTreeSet<OutcomeId>,
    /// The defines that were looked at: what is mentioned twice would double the work again and again.
    defines: BTreeSet<DefineId>,
}

/// What an expression comes to: `None` where it depends on facts that are not known.
pub(super) type Evaluated = Result<Option<Value>, EvaluationError>;

/// One case before the evaluator: facts, and what they give: defines, folds, and the outcomes that are already judged.
pub(crate) struct Evaluator<'a> {
    pub(super) data: &'a PolicyData,
    pub(super) facts: &'a Facts,
    defines: Vec<Evaluated>,
    /// Each fold is evaluated where it is first used.
    pub(super) folds: Vec<OnceCell<Result<Folded, EvaluationError>>>,
    readings: BTreeMap<OutcomeId, Reading>,
}

impl<'a> Evaluator<'a> {
    /// Evaluates all defines, each after those it mentions. A define that has no result matters only where it is used.
    /// A define that reads an outcome is evaluated after the outcome.
    pub(crate) fn new(data: &'a PolicyData, facts: &'a Facts) -> Self {
        let mut evaluator = Self::bare(data, facts);
        let late = &data.reads.late;
        if late.is_empty() {
            evaluator.evaluate_defines(data.define_order.iter());
        } else {
            let late: BTreeSet<DefineId> = late.iter().map(|(id, _)| *id).collect();
            evaluator.evaluate_defines(data.define_order.iter().filter(|id| !late.contains(id)));
        }
        evaluator
    }

    fn bare(data: &'a PolicyData, facts: &'a Facts) -> Self {
        Self {
            data,
            facts,
            defines: vec![Ok(None); data.defines.len()],
            folds: vec![OnceCell::new(); data.folds.len()],
            readings: BTreeMap::new(),
        }
    }

    fn evaluate_defines<'d>(&mut self, order: impl Iterator<Item = &'d DefineId>) {
        for id in order {
            let Some(define) = self.data.defines.get(id.index()) else { continue };
            let value = self.value(&define.value, None);
            if let Some(slot) = self.defines.get_mut(id.index()) {
                *slot = value;
            }
        }
    }

    /// Takes note of what an outcome shows to later conditions.
    pub(super) fn read_from(&mut self, outcome: OutcomeId, reading: Reading) {
        self.readings.insert(outcome, reading);
        let data = self.data;
        let ready = data.reads.late.iter().filter(|(_, last)| *last == outcome);
        self.evaluate_defines(ready.map(|(id, _)| id));
    }

    /// A trial of some values of unknown facts: with only some of the defines, and with the results of folds over lists
    /// that are not known.
    pub(super) fn trial(
        data: &'a PolicyData,
        facts: &'a Facts,
        wanted: &BTreeSet<DefineId>,
        folds: &BTreeMap<FoldId, Value>,
    ) -> Self {
        let mut evaluator = Self::bare(data, facts);
        for (id, value) in folds {
            if let Some(cell) = evaluator.folds.get(id.index()) {
                let _ = cell.set(Ok(Folded::known(value.clone())));
            }
        }
        if !wanted.is_empty() {
            evaluator.evaluate_defines(data.define_order.iter().filter(|id| wanted.contains(id)));
        }
        evaluator
    }

    /// The same case with only some of its facts known. Outcomes show to later conditions what they showed.
    pub(crate) fn knowing<'b>(&self, facts: &'b Facts) -> Evaluator<'b>
    where
        'a: 'b,
    {
        let mut evaluator = Evaluator::bare(self.data, facts);
        evaluator.readings.clone_from(&self.readings);
        evaluator.evaluate_defines(self.data.define_order.iter());
        evaluator
    }

    /// The value of an expression; `None` where it depends on unknown facts.
    pub(crate) fn known_value(&self, expr: &Expr) -> Evaluated {
        self.value(expr, None)
    }

    /// What is known of a condition.
    pub(crate) fn truth(&self, condition: &Expr) -> Result<Truth, EvaluationError> {
        self.truth_at(condition, None)
    }

    /// What is known of a condition, with a record at hand inside a fold.
    pub(super) fn truth_at(&self, condition: &Expr, record: Option<&Record>) -> Result<Truth, EvaluationError> {
        Ok(match self.value(condition, record)? {
            Some(Value::Bool(truth)) => truth.into(),
            Some(_) | None => Truth::Unknown,
        })
    }

    pub(super) fn value(&self, expr: &Expr, record: Option<&Record>) -> Evaluated {
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
            ExprKind::Param(id) => self.param(*id).map_err(|error| EvaluationError { error, span: expr.span }),
            ExprKind::AsOf => match self.facts.as_of() {
                Some(day) => Ok(Some(Value::Date(day))),
                None => Err(EvaluationError { error: ArithmeticError::NotDated, span: expr.span }),
            },
            ExprKind::Field(field) => Ok(record.and_then(|record| record.get(field.index()).cloned()).flatten()),
            ExprKind::Fold(id) => Ok(self.folded(*id)?.and_then(Folded::value)),
            ExprKind::Within(within) => truth(self.within(within, expr.span, record)?),
            ExprKind::Elapsed(deadline) => truth(self.elapsed(deadline, record)?),
            ExprKind::Outcome(id, test) => {
                let satisfied = self.readings.get(id).map_or(Ok(Truth::Unknown), |reading| reading.satisfies(test));
                truth(satisfied.map_err(|error| EvaluationError { error, span: expr.span })?)
            }
            ExprKind::Not(inner) => truth(self.truth_at(inner, record)?.not()),
            ExprKind::And(operands) => truth(self.all(operands, Truth::True, record)?),
            ExprKind::Or(operands) => truth(self.all(operands, Truth::False, record)?),
            ExprKind::Implies(premise, conclusion) => {
                truth(match (self.truth_at(premise, record)?, self.truth_at(conclusion, record)?) {
                    (Truth::False, _) | (_, Truth::True) => Truth::True,
                    (Truth::True, Truth::False) => Truth::False,
                    _ => Truth::Unknown,
                })
            }
            ExprKind::Compare(operator, left, right) => {
                let (Some(left), Some(right)) = (self.value(left, record)?, self.value(right, record)?) else {
                    return self.compared_bounds(*operator, left, right, record);
                };
                let holds =
                    left.compare(*operator, &right).map_err(|error| EvaluationError { error, span: expr.span })?;
                Ok(Some(Value::Bool(holds)))
            }
            ExprKind::Among(polarity, operand, values) => {
                let Some(value) = self.value(operand, record)? else {
                    return self.listed_bounds(*polarity, operand, values, record);
                };
                let among = values.iter().any(|listed| listed.order(&value).is_some_and(std::cmp::Ordering::is_eq));
                Ok(Some(Value::Bool(among == (*polarity == Polarity::In))))
            }
            ExprKind::Between(polarity, operand, from, to) => {
                let Some(value) = self.value(operand, record)? else {
                    return self.between_bounds(*polarity, operand, (from, to), record);
                };
                let between = from.order(&value).is_some_and(std::cmp::Ordering::is_le)
                    && to.order(&value).is_some_and(std::cmp::Ordering::is_ge);
                Ok(Some(Value::Bool(between == (*polarity == Polarity::In))))
            }
            ExprKind::Sum(terms) => {
                self.calculate(expr, record, terms.iter().map(|(sign, term)| (*sign, term)), |sum, sign, term| {
                    match sign {
                        Sign::Plus => sum.add_in(term, self.facts.calendar()),
                        Sign::Minus => sum.subtract_in(term, self.facts.calendar()),
                    }
                })
            }
            ExprKind::Product(factors) => {
                let factors = factors.iter().map(|factor| (Sign::Plus, factor));
                self.calculate(expr, record, factors, |product, _, factor| product.multiply(factor))
            }
            ExprKind::Negative(inner) => {
                let Some(value) = self.value(inner, record)? else { return Ok(None) };
                value.negate().map(Some).map_err(|error| EvaluationError { error, span: expr.span })
            }
        }
    }

    /// The value of a parameter on the case's day.
    fn param(&self, id: ParamId) -> Result<Option<Value>, ArithmeticError> {
        let Some(param) = self.data.params.get(id.index()) else { return Ok(None) };
        if let Some(value) = param.constant() {
            return Ok(Some(value.clone()));
        }
        let day = match self.data.dated_by {
            Some(fact) => match self.facts.get(fact) {
                Some(Value::Date(day)) => *day,
                Some(_) => return Err(ArithmeticError::NeverHappened),
                None => return Ok(None),
            },
            None => self.facts.as_of().ok_or(ArithmeticError::NotDated)?,
        };
        param.on(day).cloned().map(Some).ok_or(ArithmeticError::NoVersion)
    }

    /// What is known already settles a timing where one of the days never happened, or is on the wrong side.
    fn within(&self, within: &Within, span: Span, record: Option<&Record>) -> Result<Truth, EvaluationError> {
        let (date, anchor) = (self.value(&within.date, record)?, self.value(&within.anchor, record)?);
        let period = self.value(&within.period, record)?;
        if date == Some(Value::Never) || anchor == Some(Value::Never) {
            return Ok(Truth::False);
        }
        let (Some(date), Some(anchor), Some(period)) = (date, anchor, period) else { return Ok(Truth::Unknown) };
        let holds = date.within(&period, within.side, &anchor, self.facts.calendar());
        holds.map(Truth::from).map_err(|error| EvaluationError { error, span })
    }

    /// Whether a deadline is over. One that is counted from what never happened never is.
    fn elapsed(&self, deadline: &Expr, record: Option<&Record>) -> Result<Truth, EvaluationError> {
        let Some(as_of) = self.facts.as_of() else { return Ok(Truth::True) };
        match self.value(deadline, record) {
            Ok(Some(Value::Date(last))) => Ok((as_of > last).into()),
            Ok(Some(_)) | Err(EvaluationError { error: ArithmeticError::NeverHappened, .. }) => Ok(Truth::False),
            Ok(None) => Ok(Truth::Unknown),
            Err(error) => Err(error),
        }
    }

    /// A chain: `neutral` unless an operand is its opposite. An operand without result is an error even where another
    /// one would settle the chain, so that the order of operands never matters.
    fn all(&self, operands: &[Expr], neutral: Truth, record: Option<&Record>) -> Result<Truth, EvaluationError> {
        let mut result = neutral;
        for operand in operands {
            let truth = self.truth_at(operand, record)?;
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
        record: Option<&Record>,
        operands: impl Iterator<Item = (Sign, &'e Expr)>,
        step: impl Fn(&Value, Sign, &Value) -> Result<Value, ArithmeticError>,
    ) -> Evaluated {
        let mut result: Option<Value> = None;
        let mut unknown = false;
        for (sign, operand) in operands {
            let Some(value) = self.value(operand, record)? else {
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

    /// What makes a condition what it is: of a chain that one operand settles, only such operands.
    pub(super) fn support(&self, condition: &Expr, found: &mut Support) {
        let mut rest = vec![condition];
        while let Some(expr) = rest.pop() {
            match &expr.kind {
                ExprKind::Constant(_) | ExprKind::AsOf | ExprKind::Field(_) => {}
                ExprKind::Fact(id) => {
                    found.facts.insert(*id);
                }
                ExprKind::Param(_) => found.facts.extend(self.data.dated_by),
                ExprKind::Outcome(id, _) => {
                    found.outcomes.insert(*id);
                }
                ExprKind::Fold(id) => {
                    if let Some(fold) = self.data.folds.get(id.index()) {
                        found.facts.insert(fold.list);
                        rest.extend(fold.condition.iter().chain(&fold.summand));
                    }
                }
                ExprKind::Within(within) => rest.extend([&within.date, &within.period, &within.anchor]),
                ExprKind::Define(id) if !found.defines.insert(*id) => {}
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
                | ExprKind::Elapsed(inner)
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
