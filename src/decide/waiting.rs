//! The order in which defines become diagrams: each after what it mentions.

use crate::policy::{DefineId, Expr, ExprKind, OutcomeId, PolicyData, Type, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// A define that is a condition, with what it has to wait for.
pub(super) struct WaitingDefine<'a> {
    pub(super) id: DefineId,
    pub(super) value: &'a Expr,
    pub(super) needs: Needs,
}

/// What a define has to wait for.
#[derive(Clone, Default)]
pub(super) struct Needs {
    /// Lists.
    pub(super) folds: bool,
    pub(super) outcomes: BTreeSet<OutcomeId>,
}

/// The used defines that are conditions, in the order of evaluation.
pub(super) fn waiting<'a>(data: &'a PolicyData, used: &BTreeSet<DefineId>) -> Vec<WaitingDefine<'a>> {
    let mut known: BTreeMap<DefineId, Needs> = BTreeMap::new();
    let mut found = Vec::new();
    for id in data.define_order.iter().filter(|id| used.contains(id)) {
        let Some(define) = data.defines.get(id.index()) else { continue };
        let mut needs = Needs::default();
        Walk::new(data).visit_where(&define.value, &mut |expr| match &expr.kind {
            ExprKind::Define(earlier) => {
                if let Some(earlier) = known.get(earlier) {
                    needs.folds |= earlier.folds;
                    needs.outcomes.extend(&earlier.outcomes);
                }
                false
            }
            ExprKind::Fold(_) => {
                needs.folds = true;
                false
            }
            ExprKind::Outcome(id, _) => {
                needs.outcomes.insert(*id);
                true
            }
            _ => true,
        });
        known.insert(*id, needs.clone());
        if define.value.value_type == Type::Bool {
            found.push(WaitingDefine { id: *id, value: &define.value, needs });
        }
    }
    found
}
