//! Changes in the expressions of a checked policy.

use crate::policy::{Contribution, Expr, PolicyData};

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
    expr.parts_mut(&mut |part| each_part(part, visit));
}

/// Whether the parts of an expression are passed too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    Visit,
    Skip,
}
