//! What a list comes to: the only way to read one. Each fold takes one pass over its list.
//!
//! A fold over records of which not everything is known comes to an interval; it is known where that is a single value.

use super::evaluate::{Evaluated, EvaluationError, Evaluator, Truth};
use crate::policy::{
    ArithmeticError, Duration, Expr, ExprKind, Fold, FoldId, Money, PeriodUnit, Record, Type, Unit, UnitClass, Value,
    Walk,
};
use crate::syntax::ast::{Comparison, FoldKind, Polarity};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// The values that a fold can still have: all between two ends, both included; open where an end is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folded {
    pub(super) low: Option<Value>,
    pub(super) high: Option<Value>,
}

impl Folded {
    pub(super) fn known(value: Value) -> Self {
        Self { low: Some(value.clone()), high: Some(value) }
    }

    fn bools(low: bool, high: bool) -> Self {
        Self { low: Some(Value::Bool(low)), high: Some(Value::Bool(high)) }
    }

    fn counts(low: usize, high: usize) -> Self {
        let value = |count: usize| i64::try_from(count).ok().map(Value::Int);
        Self { low: value(low), high: value(high) }
    }

    /// Its value, where only one is left.
    pub(super) fn value(&self) -> Option<Value> {
        let (low, high) = (self.low.as_ref()?, self.high.as_ref()?);
        low.order(high).is_some_and(Ordering::is_eq).then(|| low.clone())
    }

    /// What is known of `self OPERATOR other`.
    fn compared(&self, operator: Comparison, other: &Self) -> Truth {
        let order = |a: &Option<Value>, b: &Option<Value>| a.as_ref().zip(b.as_ref()).and_then(|(a, b)| a.order(b));
        // The largest of one side against the smallest of the other.
        let (below, above) = (order(&self.high, &other.low), order(&self.low, &other.high));
        let is = |order: Option<Ordering>, wanted: fn(Ordering) -> bool| order.is_some_and(wanted);
        let (less, at_most) = (is(below, Ordering::is_lt), is(below, Ordering::is_le));
        let (greater, at_least) = (is(above, Ordering::is_gt), is(above, Ordering::is_ge));
        let settled = |holds: bool, fails: bool| match (holds, fails) {
            (true, _) => Truth::True,
            (false, true) => Truth::False,
            (false, false) => Truth::Unknown,
        };
        match operator {
            Comparison::Less => settled(less, at_least),
            Comparison::LessEqual => settled(at_most, greater),
            Comparison::Greater => settled(greater, at_most),
            Comparison::GreaterEqual => settled(at_least, less),
            Comparison::Equal => settled(false, less || greater),
            Comparison::NotEqual => settled(less || greater, false),
        }
    }
}

impl Evaluator<'_> {
    /// What a fold comes to.
    pub(super) fn folded(&self, id: FoldId) -> Result<Option<&Folded>, EvaluationError> {
        let (Some(cell), Some(fold)) = (self.folds.get(id.index()), self.data.folds.get(id.index())) else {
            return Ok(None);
        };
        cell.get_or_init(|| self.fold(fold)).as_ref().map(Some).map_err(|error| *error)
    }

    fn fold(&self, fold: &Fold) -> Result<Folded, EvaluationError> {
        let facts = self.facts;
        let Some(Value::List(_, records)) = facts.get(fold.list) else { return Ok(unknown_list(fold)) };
        match fold.kind {
            FoldKind::Count => {
                let (mut sure, mut possible) = (0, 0);
                self.each(fold, records, |truth| {
                    sure += usize::from(truth == Truth::True);
                    possible += usize::from(truth != Truth::False);
                })?;
                Ok(Folded::counts(sure, possible))
            }
            FoldKind::Exists => {
                let (mut sure, mut possible) = (false, false);
                self.each(fold, records, |truth| {
                    sure |= truth == Truth::True;
                    possible |= truth != Truth::False;
                })?;
                Ok(Folded::bools(sure, possible))
            }
            FoldKind::Every => {
                let (mut sure, mut possible) = (true, true);
                self.each(fold, records, |truth| {
                    sure &= truth == Truth::True;
                    possible &= truth != Truth::False;
                })?;
                Ok(Folded::bools(sure, possible))
            }
            FoldKind::LongestRun => {
                let (mut sure, mut possible) = (Run::default(), Run::default());
                self.each(fold, records, |truth| {
                    sure.step(truth == Truth::True);
                    possible.step(truth != Truth::False);
                })?;
                Ok(Folded::counts(sure.longest, possible.longest))
            }
            FoldKind::Sum => self.sum(fold, records),
        }
    }

    fn each(&self, fold: &Fold, records: &[Record], mut note: impl FnMut(Truth)) -> Result<(), EvaluationError> {
        for record in records {
            note(self.counts(fold, record)?);
        }
        Ok(())
    }

    /// Whether a record counts.
    pub(super) fn counts(&self, fold: &Fold, record: &Record) -> Result<Truth, EvaluationError> {
        fold.condition.as_ref().map_or(Ok(Truth::True), |condition| self.truth_at(condition, Some(record)))
    }

    fn sum(&self, fold: &Fold, records: &[Record]) -> Result<Folded, EvaluationError> {
        let Some(summand) = &fold.summand else { return Ok(Folded { low: None, high: None }) };
        let failed = |error: ArithmeticError| EvaluationError { error, span: fold.span };
        let zero = self.zero(fold);
        let (mut low, mut high) = (Some(zero.clone()), Some(zero.clone()));
        let mut is_first = true;
        let mut certain = true;
        for record in records {
            let truth = self.counts(fold, record)?;
            if truth == Truth::False {
                continue;
            }
            let Some(value) = self.value(summand, Some(record))? else {
                (low, high, certain) = (None, None, false);
                continue;
            };
            certain &= truth == Truth::True;
            if certain && std::mem::take(&mut is_first) {
                // Instead of adding to zero: so an amount keeps its unit and its digits.
                (low, high) = (Some(value.clone()), Some(value));
                continue;
            }
            let is_negative = value.order(&value.negate().map_err(failed)?).is_some_and(Ordering::is_lt);
            if truth == Truth::True || is_negative {
                low = added(low, &value, certain).map_err(failed)?;
            }
            if truth == Truth::True || !is_negative {
                high = added(high, &value, certain).map_err(failed)?;
            }
        }
        Ok(Folded { low, high })
    }

    /// The sum of nothing.
    pub(super) fn zero(&self, fold: &Fold) -> Value {
        let unit = || fold.summand.as_ref().and_then(|summand| self.unit_of(fold, summand));
        match fold.value_type {
            Type::Decimal => Value::Decimal(Decimal::ZERO),
            Type::Money => {
                let currency = match unit() {
                    Some(Unit::Currency(code)) => code,
                    // Nothing says in which currency: there is nothing that it could be compared with.
                    Some(Unit::Days | Unit::WorkingDays | Unit::Months) | None => "XXX".into(),
                };
                Value::Money(Money { amount: Decimal::ZERO, currency })
            }
            Type::Duration => {
                let unit = match unit() {
                    Some(Unit::WorkingDays) => PeriodUnit::WorkingDays,
                    Some(Unit::Months) => PeriodUnit::Months,
                    Some(Unit::Days | Unit::Currency(_)) | None => PeriodUnit::Days,
                };
                Value::Duration(Duration { count: 0, unit })
            }
            Type::Int | Type::Bool | Type::Date | Type::Enumeration(_) | Type::List(_) => Value::Int(0),
        }
    }

    /// The unit of what is added up.
    fn unit_of(&self, fold: &Fold, summand: &Expr) -> Option<Unit> {
        let Some(Type::List(of)) = self.data.facts.get(fold.list.index()).map(|list| list.kind) else { return None };
        let fields = &self.data.records.get(of.index())?.fields;
        let of_class = |class: Option<&UnitClass>| {
            let class = class?;
            class.unit.clone().or_else(|| self.facts.unit_in_use(class.group, None))
        };
        let mut unit = None;
        Walk::new(self.data).visit(summand, &mut |expr| {
            let found = match &expr.kind {
                ExprKind::Field(field) => of_class(fields.get(field.index()).and_then(|field| field.unit.as_ref())),
                ExprKind::Fact(fact) => of_class(self.data.facts.get(fact.index()).and_then(|fact| fact.unit.as_ref())),
                ExprKind::Constant(value) => value.unit(),
                ExprKind::Param(param) => {
                    let versions = self.data.params.get(param.index()).map(|param| param.versions.as_slice());
                    versions.and_then(<[_]>::first).and_then(|(_, value)| value.unit())
                }
                _ => None,
            };
            if unit.is_none() && expr.value_type == fold.value_type {
                unit = found;
            }
        });
        unit
    }

    /// The values that an expression can still have, where it is a fold.
    fn bounds(&self, expr: &Expr, record: Option<&Record>, depth: usize) -> Result<Option<Folded>, EvaluationError> {
        const MAX_DEPTH: usize = 64;
        match &expr.kind {
            ExprKind::Fold(id) => Ok(self.folded(*id)?.cloned()),
            ExprKind::Define(id) if depth < MAX_DEPTH => match self.data.defines.get(id.index()) {
                Some(define) => self.bounds(&define.value, record, depth + 1),
                None => Ok(None),
            },
            _ => Ok(self.value(expr, record)?.map(Folded::known)),
        }
    }

    /// A comparison of which not both sides are known.
    pub(super) fn compared_bounds(
        &self,
        operator: Comparison,
        left: &Expr,
        right: &Expr,
        record: Option<&Record>,
    ) -> Evaluated {
        if self.folds.is_empty() {
            return Ok(None);
        }
        let (Some(left), Some(right)) = (self.bounds(left, record, 0)?, self.bounds(right, record, 0)?) else {
            return Ok(None);
        };
        Ok(known(left.compared(operator, &right)))
    }

    /// A membership of which the operand is not known.
    pub(super) fn listed_bounds(
        &self,
        polarity: Polarity,
        operand: &Expr,
        values: &[Value],
        record: Option<&Record>,
    ) -> Evaluated {
        if self.folds.is_empty() {
            return Ok(None);
        }
        let Some(bounds) = self.bounds(operand, record, 0)? else { return Ok(None) };
        let excluded = values
            .iter()
            .all(|value| bounds.compared(Comparison::Equal, &Folded::known(value.clone())) == Truth::False);
        Ok(excluded.then_some(Value::Bool(polarity == Polarity::NotIn)))
    }

    /// A range of which the operand is not known.
    pub(super) fn between_bounds(
        &self,
        polarity: Polarity,
        operand: &Expr,
        (from, to): (&Value, &Value),
        record: Option<&Record>,
    ) -> Evaluated {
        if self.folds.is_empty() {
            return Ok(None);
        }
        let Some(bounds) = self.bounds(operand, record, 0)? else { return Ok(None) };
        let above = bounds.compared(Comparison::GreaterEqual, &Folded::known(from.clone()));
        let below = bounds.compared(Comparison::LessEqual, &Folded::known(to.clone()));
        let inside = match (above, below) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        };
        let holds = if polarity == Polarity::In { inside } else { inside.not() };
        Ok(known(holds))
    }
}

fn known(truth: Truth) -> Option<Value> {
    match truth {
        Truth::True => Some(Value::Bool(true)),
        Truth::False => Some(Value::Bool(false)),
        Truth::Unknown => None,
    }
}

/// One more summand. A bound that cannot be calculated is no bound; a sum that is certain has to have a result.
fn added(bound: Option<Value>, value: &Value, certain: bool) -> Result<Option<Value>, ArithmeticError> {
    match bound.map(|bound| bound.add(value)) {
        Some(Err(ArithmeticError::Overflow)) if !certain => Ok(None),
        Some(sum) => sum.map(Some),
        None => Ok(None),
    }
}

/// Records in a row that count.
#[derive(Clone, Copy, Default)]
struct Run {
    current: usize,
    longest: usize,
}

impl Run {
    fn step(&mut self, counts: bool) {
        self.current = if counts { self.current + 1 } else { 0 };
        self.longest = self.longest.max(self.current);
    }
}

/// What a fold over a list comes to of which nothing is known.
fn unknown_list(fold: &Fold) -> Folded {
    match fold.kind {
        FoldKind::Count | FoldKind::LongestRun => Folded { low: Some(Value::Int(0)), high: None },
        FoldKind::Exists | FoldKind::Every => Folded::bools(false, true),
        FoldKind::Sum => Folded { low: None, high: None },
    }
}
