//! What the interpreter evaluates when a case is prepared.

use super::columns::{Columns, Tested};
use super::ruleset::Ruleset;
use crate::policy::{Contribution, DefineId, Expr, ExprKind, FactId, PolicyData, Walk};
use std::collections::BTreeSet;

/// What the conditions and amounts that the interpreter evaluates depend on.
#[derive(Debug)]
pub(super) struct Interpreted {
    /// Where one of these changes, they are evaluated anew.
    pub(super) facts: BTreeSet<FactId>,
    pub(super) defines: BTreeSet<DefineId>,
}

impl Interpreted {
    pub(super) fn of(data: &PolicyData, columns: &Columns, rulesets: &[Ruleset]) -> Self {
        let conditions = columns.iter().filter_map(|column| match &column.tested {
            Tested::Condition(condition) => Some(condition),
            Tested::Fact(..) | Tested::Outcome(..) | Tested::Part(_) => None,
        });
        let calculated = rulesets.iter().flat_map(|ruleset| &ruleset.calculated);
        let amounts = calculated.filter_map(|(_, rule)| match &data.rules.get(rule.index())?.permitted {
            Contribution::Computed { from, to, .. } => Some([from, to]),
            Contribution::Fixed(_) => None,
        });
        // The day of the case says which version holds.
        let mut facts: BTreeSet<FactId> = data.dated_by.into_iter().collect();
        let mut walk = Walk::new(data);
        let mut note = |expr: &Expr| match &expr.kind {
            ExprKind::Fact(id) => {
                facts.insert(*id);
            }
            ExprKind::Fold(id) => facts.extend(data.folds.get(id.index()).map(|fold| fold.list)),
            _ => {}
        };
        conditions.chain(amounts.flatten()).for_each(|root| walk.visit(root, &mut note));
        Self { facts, defines: walk.defines() }
    }
}
