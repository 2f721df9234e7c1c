//! How a condition is put together from those that it consists of.

use crate::decide::Truth;
use crate::policy::{Expr, ExprKind, Value};

/// A condition taken apart into atomic ones.
#[derive(Clone, Debug)]
pub(crate) enum Tree<'p> {
    /// It always holds, or never does.
    Constant(bool),
    /// The atomic condition at this place.
    Atom(usize),
    /// A condition that the author has not written here, such as that the clause is in force.
    Guard(&'p Expr),
    /// `not …`.
    Not(Box<Self>),
    /// `… and …`.
    All(Vec<Self>),
    /// `… or …`.
    Any(Vec<Self>),
}

/// A logic in which a [`Tree`] comes to something.
pub(crate) trait Logic {
    /// What a condition comes to.
    type Value: Clone;
    fn constant(&self, truth: bool) -> Self::Value;
    fn not(&self, value: Self::Value) -> Self::Value;
    fn and(&self, left: Self::Value, right: Self::Value) -> Self::Value;
    fn or(&self, left: Self::Value, right: Self::Value) -> Self::Value;
}

impl<'p> Tree<'p> {
    /// Takes a condition apart. The atomic conditions that are met are added to `atoms`, in the order of the text.
    pub(crate) fn of(expr: &'p Expr, atoms: &mut Vec<&'p Expr>) -> Self {
        let mut atom = || {
            atoms.push(expr);
            Self::Atom(atoms.len() - 1)
        };
        if is_written_elsewhere(expr, expr) {
            return atom();
        }
        match &expr.kind {
            ExprKind::Constant(value) => Self::Constant(*value == Value::Bool(true)),
            ExprKind::Not(inner) => Self::Not(Box::new(Self::of(inner, atoms))),
            ExprKind::And(operands) => Self::All(operands.iter().map(|operand| Self::of(operand, atoms)).collect()),
            ExprKind::Or(operands) => Self::Any(operands.iter().map(|operand| Self::of(operand, atoms)).collect()),
            ExprKind::Implies(premise, conclusion) => {
                let premise = Self::Not(Box::new(Self::of(premise, atoms)));
                Self::Any(vec![premise, Self::of(conclusion, atoms)])
            }
            ExprKind::Compare(_, left, _) if left.span == expr.span => Self::Guard(expr),
            ExprKind::Compare(..)
            | ExprKind::Fact(_)
            | ExprKind::Define(_)
            | ExprKind::Param(_)
            | ExprKind::AsOf
            | ExprKind::Field(_)
            | ExprKind::Fold(_)
            | ExprKind::Within(_)
            | ExprKind::Outcome(..)
            | ExprKind::Elapsed(_)
            | ExprKind::Among(..)
            | ExprKind::Between(..)
            | ExprKind::Sum(_)
            | ExprKind::Product(_)
            | ExprKind::Negative(_) => atom(),
        }
    }

    /// What it comes to, where each leaf comes to what `leaf` says.
    pub(crate) fn comes_to<L: Logic>(&self, logic: &L, leaf: &mut dyn FnMut(Leaf<'p>) -> L::Value) -> L::Value {
        match self {
            Self::Constant(truth) => logic.constant(*truth),
            Self::Atom(place) => leaf(Leaf::Atom(*place)),
            Self::Guard(expr) => leaf(Leaf::Guard(expr)),
            Self::Not(inner) => logic.not(inner.comes_to(logic, leaf)),
            Self::All(parts) => {
                let start = logic.constant(true);
                parts.iter().fold(start, |all, part| logic.and(all, part.comes_to(logic, leaf)))
            }
            Self::Any(parts) => {
                let start = logic.constant(false);
                parts.iter().fold(start, |any, part| logic.or(any, part.comes_to(logic, leaf)))
            }
        }
    }
}

/// A leaf of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub(crate) enum Leaf<'p> {
    /// The atomic condition at this place.
    Atom(usize),
    /// A condition that the author has not written here.
    Guard(&'p Expr),
}

/// Kleene's three-valued logic.
pub(crate) struct Kleene;

impl Logic for Kleene {
    type Value = Truth;

    fn constant(&self, truth: bool) -> Truth {
        truth.into()
    }

    fn not(&self, value: Truth) -> Truth {
        match value {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
        }
    }

    fn and(&self, left: Truth, right: Truth) -> Truth {
        match (left, right) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            (Truth::Unknown, _) | (_, Truth::Unknown) => Truth::Unknown,
        }
    }

    fn or(&self, left: Truth, right: Truth) -> Truth {
        self.not(self.and(self.not(left), self.not(right)))
    }
}

/// Whether an expression stands for something that is written elsewhere, as `DUTY is breached` does.
fn is_written_elsewhere(whole: &Expr, expr: &Expr) -> bool {
    let mut found = false;
    expr.parts(&mut |part| {
        found |= !whole.span.contains(part.span) || part.span == whole.span && is_written_elsewhere(whole, part);
    });
    found
}
