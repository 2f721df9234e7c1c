//! Going through expressions, and through the defines and folds that they use.

use super::handle::PolicyData;
use super::ids::{DefineId, FoldId};
use super::model::{Expr, ExprKind, Fold};
use std::collections::BTreeSet;

impl Expr {
    /// The expressions that it directly consists of. Those of a define or a fold are the policy's to give.
    #[must_use]
    pub fn parts(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Constant(_)
            | ExprKind::Fact(_)
            | ExprKind::Define(_)
            | ExprKind::Param(_)
            | ExprKind::AsOf
            | ExprKind::Field(_)
            | ExprKind::Fold(_)
            | ExprKind::Outcome(..) => Vec::new(),
            ExprKind::Not(inner)
            | ExprKind::Negative(inner)
            | ExprKind::Elapsed(inner)
            | ExprKind::Among(_, inner, _)
            | ExprKind::Between(_, inner, ..) => vec![inner],
            ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => operands.iter().collect(),
            ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => vec![left, right],
            ExprKind::Sum(terms) => terms.iter().map(|(_, term)| term).collect(),
            ExprKind::Within(within) => vec![&within.date, &within.period, &within.anchor],
        }
    }

    /// Visits it and all that it consists of, without defines and folds.
    pub fn visit<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        let mut rest = vec![self];
        while let Some(expr) = rest.pop() {
            visit(expr);
            rest.extend(expr.parts());
        }
    }

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
            let (own, others) = (a.parts(), b.parts());
            if !same_kind || own.len() != others.len() {
                return false;
            }
            rest.extend(own.into_iter().zip(others));
        }
        true
    }
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

impl PolicyData {
    /// Visits expressions and all that they consist of, each define and each fold once.
    pub(crate) fn visit<'e>(&'e self, roots: &[&'e Expr], visit: &mut dyn FnMut(&'e Expr)) {
        let (mut defines, mut folds): (BTreeSet<DefineId>, BTreeSet<FoldId>) = Default::default();
        let mut rest: Vec<&Expr> = roots.to_vec();
        while let Some(expr) = rest.pop() {
            visit(expr);
            match &expr.kind {
                ExprKind::Define(id) => {
                    if defines.insert(*id) {
                        rest.extend(self.defines.get(id.index()).map(|define| &define.value));
                    }
                }
                ExprKind::Fold(id) => {
                    if folds.insert(*id)
                        && let Some(fold) = self.folds.get(id.index())
                    {
                        rest.extend(fold.summand.iter().chain(&fold.condition));
                    }
                }
                _ => rest.extend(expr.parts()),
            }
        }
    }
}
