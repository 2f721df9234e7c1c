//! Whether two expressions say the same.

use super::model::{Expr, ExprKind, Fold};

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
