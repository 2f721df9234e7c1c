//! Whether two expressions say the same.

use super::model::{Expr, ExprKind, Fold, OutcomeTest};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::discriminant;

/// Something for each expression, found again by any expression that says the same.
#[derive(Clone, Debug)]
pub(crate) struct ByMeaning<T> {
    found: HashMap<u64, Vec<(Expr, T)>>,
}

impl<T> Default for ByMeaning<T> {
    fn default() -> Self {
        Self { found: HashMap::new() }
    }
}

impl<T> ByMeaning<T> {
    /// What is kept for an expression.
    pub(crate) fn get(&self, expr: &Expr) -> Option<&T> {
        let alike = self.found.get(&expr.shape())?;
        alike.iter().find(|(known, _)| known.means(expr)).map(|(_, kept)| kept)
    }

    /// Every expression with what is kept for it, in no certain order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Expr, &T)> {
        self.found.values().flatten().map(|(expr, kept)| (expr, kept))
    }

    /// Keeps something for an expression, unless there is something already.
    pub(crate) fn insert(&mut self, expr: &Expr, kept: T) {
        let alike = self.found.entry(expr.shape()).or_default();
        if !alike.iter().any(|(known, _)| known.means(expr)) {
            alike.push((expr.clone(), kept));
        }
    }
}

impl Expr {
    /// Whether two expressions say the same, wherever they stand.
    #[must_use]
    pub fn means(&self, other: &Self) -> bool {
        let mut rest = vec![(self, other)];
        while let Some((a, b)) = rest.pop() {
            let same_kind = match (&a.kind, &b.kind) {
                (ExprKind::Constant(a), ExprKind::Constant(b)) => a == b,
                (ExprKind::Fact(a), ExprKind::Fact(b)) => a == b,
                (ExprKind::Define(a), ExprKind::Define(b)) => a == b,
                (ExprKind::Param(a), ExprKind::Param(b)) => a == b,
                (ExprKind::Field(a), ExprKind::Field(b)) => a == b,
                (ExprKind::Fold(a), ExprKind::Fold(b)) => a == b,
                (ExprKind::Outcome(a, test), ExprKind::Outcome(b, other)) => a == b && test == other,
                (ExprKind::Compare(a, ..), ExprKind::Compare(b, ..)) => a == b,
                (ExprKind::Among(a, _, values), ExprKind::Among(b, _, others)) => a == b && values == others,
                (ExprKind::Between(a, _, from, to), ExprKind::Between(b, _, low, high)) => {
                    (a, from, to) == (b, low, high)
                }
                (ExprKind::Sum(terms), ExprKind::Sum(others)) => {
                    let signs = |terms: &[(crate::syntax::ast::Sign, Expr)]| -> Vec<_> {
                        terms.iter().map(|(sign, _)| *sign).collect()
                    };
                    signs(terms) == signs(others)
                }
                (ExprKind::Within(a), ExprKind::Within(b)) => a.side == b.side,
                (ExprKind::AsOf, ExprKind::AsOf)
                | (ExprKind::Not(_), ExprKind::Not(_))
                | (ExprKind::Negative(_), ExprKind::Negative(_))
                | (ExprKind::Elapsed(_), ExprKind::Elapsed(_))
                | (ExprKind::And(_), ExprKind::And(_))
                | (ExprKind::Or(_), ExprKind::Or(_))
                | (ExprKind::Product(_), ExprKind::Product(_))
                | (ExprKind::Implies(..), ExprKind::Implies(..)) => true,
                _ => false,
            };
            let (own, others) = (parts(a), parts(b));
            if !same_kind || own.len() != others.len() {
                return false;
            }
            rest.extend(own.into_iter().zip(others));
        }
        true
    }
}

impl Expr {
    /// A number that is the same for expressions that say the same, and seldom for others.
    fn shape(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let mut rest = vec![self];
        while let Some(expr) = rest.pop() {
            discriminant(&expr.kind).hash(&mut hasher);
            match &expr.kind {
                ExprKind::Constant(value) => value.hash(&mut hasher),
                ExprKind::Fact(id) => id.hash(&mut hasher),
                ExprKind::Define(id) => id.hash(&mut hasher),
                ExprKind::Param(id) => id.hash(&mut hasher),
                ExprKind::Field(id) => id.hash(&mut hasher),
                ExprKind::Fold(id) => id.hash(&mut hasher),
                ExprKind::Outcome(id, test) => {
                    id.hash(&mut hasher);
                    match test {
                        OutcomeTest::Compare(_, value) => value.hash(&mut hasher),
                        OutcomeTest::Among(_, values) => values.hash(&mut hasher),
                        OutcomeTest::Between(_, from, to) => (from, to).hash(&mut hasher),
                    }
                }
                ExprKind::Compare(operator, ..) => discriminant(operator).hash(&mut hasher),
                ExprKind::Among(_, _, values) => values.hash(&mut hasher),
                ExprKind::Between(_, _, from, to) => (from, to).hash(&mut hasher),
                ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
                    operands.len().hash(&mut hasher);
                }
                ExprKind::AsOf
                | ExprKind::Within(_)
                | ExprKind::Elapsed(_)
                | ExprKind::Not(_)
                | ExprKind::Implies(..)
                | ExprKind::Sum(_)
                | ExprKind::Negative(_) => {}
            }
            expr.parts(&mut |part| rest.push(part));
        }
        hasher.finish()
    }
}

fn parts(expr: &Expr) -> Vec<&Expr> {
    let mut parts = Vec::new();
    expr.parts(&mut |part| parts.push(part));
    parts
}

impl Fold {
    /// Whether two folds say the same, wherever they stand.
    #[must_use]
    pub fn means(&self, other: &Self) -> bool {
        let same = |a: &Option<Expr>, b: &Option<Expr>| match (a, b) {
            (Some(a), Some(b)) => a.means(b),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        self.kind == other.kind
            && self.list == other.list
            && same(&self.summand, &other.summand)
            && same(&self.condition, &other.condition)
    }
}
