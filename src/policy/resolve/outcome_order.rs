//! The order in which outcomes are evaluated: each after those that its conditions read.

use super::Resolver;
use super::order::{DependencyOrder, dependency_order};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::Walk;
use crate::policy::handle::PolicyData;
use crate::policy::ids::OutcomeId;
use crate::policy::model::{Expr, ExprKind, Outcome, Rule};
use crate::source::Span;
use std::collections::BTreeMap;

impl Resolver {
    pub(super) fn order_outcomes(&mut self) {
        self.refuse_early_reads();
        let reads: Vec<BTreeMap<OutcomeId, Span>> =
            self.data.outcomes.iter().map(|outcome| read_by(&self.data, &conditions(&self.data, outcome))).collect();
        let needs: Vec<Vec<usize>> = reads.iter().map(|read| read.keys().map(|id| id.index()).collect()).collect();
        let DependencyOrder { order, circles } = dependency_order(&needs);
        for circle in circles {
            let name = |index: &usize| self.data.outcomes.get(*index).map_or("", |found| found.name.as_str());
            let path: Vec<&str> = circle.iter().chain(circle.first()).map(name).collect();
            let path = path.join(" → ");
            let Some((first, last)) = circle.first().zip(circle.last()) else { continue };
            let read = reads.get(*last).and_then(|read| read.get(&OutcomeId::new(*first)));
            let Some(span) = read.copied() else { continue };
            let found = name(first).to_owned();
            self.report(Diagnostic::new(Code::CyclicOutcome, span).with("name", found).with("path", path));
        }
        self.data.outcome_order = order.into_iter().map(OutcomeId::new).collect();
    }

    /// Scope and assumptions hold before any outcome is decided, so they cannot read one.
    fn refuse_early_reads(&mut self) {
        let scopes = self.data.scopes.iter().map(|scope| &scope.condition);
        let assumptions = self.data.assumptions.iter().map(|assumption| &assumption.condition);
        let early: Vec<&Expr> = scopes.chain(assumptions).collect();
        for span in read_by(&self.data, &early).into_values() {
            self.report(Diagnostic::new(Code::OutcomeTooEarly, span));
        }
    }
}

/// Every condition, and every calculated end, that an outcome depends on.
fn conditions<'a>(data: &'a PolicyData, outcome: &'a Outcome) -> Vec<&'a Expr> {
    let rules = outcome.rules.iter().filter_map(|id| data.rules.get(id.index()));
    rules.flat_map(Rule::expressions).chain(outcome.conditions()).collect()
}

/// The outcomes that expressions read, directly or through defines, each with one place.
fn read_by(data: &PolicyData, roots: &[&Expr]) -> BTreeMap<OutcomeId, Span> {
    let mut read = BTreeMap::new();
    let mut walk = Walk::new(data);
    for root in roots {
        walk.visit(root, &mut |part| {
            if let ExprKind::Outcome(id, _) = &part.kind {
                read.entry(*id).or_insert(part.span);
            }
        });
    }
    read
}
