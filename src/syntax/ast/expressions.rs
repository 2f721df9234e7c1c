//! Conditions, values and literals.

use super::{Name, Permitted};
use crate::source::{Place, Span};
use rust_decimal::Decimal;

/// A condition or a value computed from facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub place: Place,
}

impl Expr {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.place.0
    }
}

/// The kinds of expressions. Chains of one operator are flat lists, so that long chains need no deep recursion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// A fact, a define or a member.
    Name(String),
    /// A literal.
    Literal(Literal),
    /// `( … )`, kept for the formatter and for messages.
    Parenthesised(Box<Expr>),
    /// `not …`.
    Not(Box<Expr>),
    /// `a and b and c`.
    And(Vec<Expr>),
    /// `a or b or c`.
    Or(Vec<Expr>),
    /// `a implies b`.
    Implies(Box<Expr>, Box<Expr>),
    /// `a ≥ b`.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// `a ∈ <…>`, `a ∉ <…>`.
    Membership(Polarity, Box<Expr>, Permitted),
    /// `a + b − c`: the first operand, then each with its sign.
    Sum(Vec<(Sign, Expr)>),
    /// `a * b`.
    Product(Vec<Expr>),
    /// `- a`.
    Negative(Box<Expr>),
}

/// Whether a membership is asserted or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// `∈`.
    In,
    /// `∉`.
    NotIn,
}

/// The sign of an operand in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Added.
    Plus,
    /// Subtracted.
    Minus,
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`.
    Equal,
    /// `≠`.
    NotEqual,
    /// `<`.
    Less,
    /// `≤`.
    LessEqual,
    /// `>`.
    Greater,
    /// `≥`.
    GreaterEqual,
}

/// A literal or a name, where a value is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A literal.
    Literal(Literal),
    /// A member (or, where the type allows it, a define).
    Name(Name),
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Literal(literal) => literal.place.0,
            Self::Name(name) => name.span(),
        }
    }
}

/// A literal as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// What it is.
    pub kind: LiteralKind,
    /// Where it stands.
    pub place: Place,
}

/// The kinds of literals. Numbers keep their digits after the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiteralKind {
    /// `true` 是, `false` 否.
    Bool(bool),
    /// A whole number in the range of `i64`.
    Int(i64),
    /// A number with a point.
    Decimal(Decimal),
    /// An amount.
    Money(Decimal, String),
    /// A day of the calendar.
    Date(jiff::civil::Date),
    /// A period.
    Duration(i64, DurationUnit),
}

/// Units of periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DurationUnit {
    /// Calendar days.
    Days,
    /// Working days.
    WorkingDays,
    /// Months.
    Months,
    /// Years.
    Years,
}
