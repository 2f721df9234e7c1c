//! Changes in the expressions of a checked policy.

use crate::policy::{Contribution, Expr, ExprKind, PolicyData};

/// Passes every expression of a policy by which something is decided.
pub(super) fn each_root(data: &mut PolicyData, visit: &mut dyn FnMut(&mut Expr)) {
    for rule in &mut data.rules {
        rule.condition.iter_mut().for_each(&mut *visit);
        match &mut rule.permitted {
            Contribution::Fixed(_) => {}
            Contribution::Computed { from, to, .. } => [from, to].into_iter().for_each(&mut *visit),
        }
    }
    for outcome in &mut data.outcomes {
        outcome.exemptions.iter_mut().for_each(|found| visit(&mut found.condition));
        outcome.adjustments.iter_mut().for_each(|found| visit(&mut found.condition));
    }
    for duty in &mut data.duties {
        duty.when.iter_mut().chain(&mut duty.must).chain(&mut duty.due).for_each(&mut *visit);
    }
    for step in data.procedures.iter_mut().flat_map(|procedure| &mut procedure.steps) {
        step.when.iter_mut().for_each(&mut *visit);
    }
    data.defines.iter_mut().for_each(|define| visit(&mut define.value));
    data.scopes.iter_mut().for_each(|scope| visit(&mut scope.condition));
    data.folds.iter_mut().for_each(|fold| fold.condition.iter_mut().chain(&mut fold.summand).for_each(&mut *visit));
}

/// Passes an expression and all that it directly consists of. Where `visit` says so, the parts are left out.
pub(super) fn each_part(expr: &mut Expr, visit: &mut dyn FnMut(&mut Expr) -> Parts) {
    if visit(expr) == Parts::Skip {
        return;
    }
    let mut part = |part: &mut Expr| each_part(part, visit);
    match &mut expr.kind {
        ExprKind::Constant(_)
        | ExprKind::Fact(_)
        | ExprKind::Define(_)
        | ExprKind::Param(_)
        | ExprKind::AsOf
        | ExprKind::Field(_)
        | ExprKind::Fold(_)
        | ExprKind::Outcome(..) => {}
        ExprKind::Not(inner)
        | ExprKind::Negative(inner)
        | ExprKind::Elapsed(inner)
        | ExprKind::Among(_, inner, _)
        | ExprKind::Between(_, inner, ..) => part(inner),
        ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
            operands.iter_mut().for_each(part);
        }
        ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => {
            part(left);
            part(right);
        }
        ExprKind::Within(within) => {
            part(&mut within.date);
            part(&mut within.period);
            part(&mut within.anchor);
        }
        ExprKind::Sum(terms) => terms.iter_mut().for_each(|(_, term)| part(term)),
    }
}

/// Whether the parts of an expression are passed too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    Visit,
    Skip,
}
