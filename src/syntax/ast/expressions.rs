//! Conditions, values and literals.

use super::{Name, Permitted, Reference};
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
    /// A fact, a define, a parameter, a reading, an outcome, a field or a member.
    Name(Reference),
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
    /// `count LIST where C` and the like: the only way to read a list.
    Fold(Box<Fold>),
    /// `a within 10 days after b`.
    Within(Box<Within>),
    /// `DUTY is breached`.
    Breached(Name),
}

/// `count LIST where C`, `sum E over LIST where C`, …
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// What is asked of the list.
    pub kind: FoldKind,
    /// What a sum adds up for each record; `None` for the other kinds.
    pub summand: Option<Expr>,
    /// The list.
    pub list: Reference,
    /// Which records count; all where `None`. It reaches as far as it can.
    pub condition: Option<Expr>,
}

/// What a [`Fold`] asks of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoldKind {
    /// How many records fulfil the condition.
    Count,
    /// Whether some record fulfils it.
    Exists,
    /// Whether every record fulfils it; true of an empty list.
    Every,
    /// The sum of an expression over the records that fulfil it.
    Sum,
    /// How many records in a row fulfil it at most, in the order of the list.
    LongestRun,
}

/// `DATE within PERIOD before|after DATE`, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// The side of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Earlier.
    Before,
    /// Later.
    After,
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

impl Comparison {
    /// The operator with its sides exchanged: `a < b` is `b > a`.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Equal | Self::NotEqual => self,
            Self::Less => Self::Greater,
            Self::LessEqual => Self::GreaterEqual,
            Self::Greater => Self::Less,
            Self::GreaterEqual => Self::LessEqual,
        }
    }
}

/// A literal or a name, where a value is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A literal.
    Literal(Literal),
    /// A member, or a parameter where amounts are expected.
    Name(Name),
    /// Calculated: `2 * loss`, `high_fine + 100.00 CNY`. Only where an outcome is assigned, or as an end of a range.
    Computed(Box<Expr>),
    /// `[ {year = 2021, targets_met = true}, … ]`.
    List(ListValue),
}

/// The records of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListValue {
    /// Its records, in order.
    pub records: Vec<RecordValue>,
    /// Where it stands, brackets included.
    pub place: Place,
}

/// `{year = 2021, targets_met = true}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordValue {
    /// What is known of it; a field that is left out is unknown.
    pub fields: Vec<(Name, Value)>,
    /// Where it stands, braces included.
    pub place: Place,
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Literal(literal) => literal.place.0,
            Self::Name(name) => name.span(),
            Self::Computed(expr) => expr.span(),
            Self::List(list) => list.place.0,
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
    /// `never` 从未: the day of something that has not happened; later than every day.
    Never,
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
