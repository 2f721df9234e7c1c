//! Checked expressions: what conditions and amounts are calculated from.

use crate::policy::ids::{DefineId, FactId, FieldIndex, FoldId, OutcomeId, ParamId};
use crate::policy::value::{Type, Value};
use crate::source::Span;
use crate::syntax::ast::{Comparison, FoldKind, Polarity, Side, Sign};

/// A checked expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// The type of its value.
    pub value_type: Type,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of checked expressions.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A constant.
    Constant(Value),
    /// A fact.
    Fact(FactId),
    /// A define.
    Define(DefineId),
    /// A parameter, at the version that holds on the case's day.
    Param(ParamId),
    /// The day on which the case is looked at.
    AsOf,
    /// A field of the record at hand; only inside a fold.
    Field(FieldIndex),
    /// What a list comes to.
    Fold(FoldId),
    /// `date within period before|after anchor`, both ends included.
    Within(Box<Within>),
    /// Whether an outcome is of these values: what the authority chose, or else every permitted value.
    Outcome(OutcomeId, OutcomeTest),
    /// Whether a deadline is over on the day on which the case is looked at. Where no such day is given, the case is
    /// judged at its end, and every deadline is over.
    Elapsed(Box<Expr>),
    /// `not a`.
    Not(Box<Expr>),
    /// `a and b …`.
    And(Vec<Expr>),
    /// `a or b …`.
    Or(Vec<Expr>),
    /// `a implies b`.
    Implies(Box<Expr>, Box<Expr>),
    /// `a ≥ b`.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// `a ∈ <…>`, values sorted.
    Among(Polarity, Box<Expr>, Vec<Value>),
    /// `a ∈ from .. to`, ends included.
    Between(Polarity, Box<Expr>, Value, Value),
    /// `a + b − c`.
    Sum(Vec<(Sign, Expr)>),
    /// `a × b`.
    Product(Vec<Expr>),
    /// `− a`.
    Negative(Box<Expr>),
}

/// `date within period before|after anchor`.
#[derive(Clone, Debug)]
pub struct Within {
    /// The day that is looked at.
    pub date: Expr,
    /// How far from the anchor it may be.
    pub period: Expr,
    /// On which side of the anchor.
    pub side: Side,
    /// The day that the period is counted from.
    pub anchor: Expr,
}

/// What is asked of a list of records.
#[derive(Clone, Debug)]
pub struct Fold {
    /// What is asked.
    pub kind: FoldKind,
    /// The list.
    pub list: FactId,
    /// What a sum adds up for each record; mentions fields.
    pub summand: Option<Expr>,
    /// Which records count; all where `None`. Mentions fields.
    pub condition: Option<Expr>,
    /// The type of the result.
    pub value_type: Type,
    /// Where it stands.
    pub span: Span,
}

/// Which values of an outcome are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutcomeTest {
    /// `≥ demotion`.
    Compare(Comparison, Value),
    /// `∈ <…>`, values sorted.
    Among(Polarity, Vec<Value>),
    /// `∈ from .. to`, ends included.
    Between(Polarity, Value, Value),
}
