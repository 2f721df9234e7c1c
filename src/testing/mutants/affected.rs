//! What a mutant changes: everything else need not be compared.

use crate::policy::{Contribution, DefineId, Expr, FoldId, Outcome, OutcomeId, Policy, PolicyData, Rule, Type};
use crate::testing::coverage::used_by;
use std::collections::BTreeSet;

/// The defines and folds that a mutant changes.
pub(super) struct Affected<'a> {
    original: &'a Policy,
    mutant: &'a Policy,
    defines: BTreeSet<DefineId>,
    folds: BTreeSet<FoldId>,
}

impl<'a> Affected<'a> {
    pub(super) fn new(original: &'a Policy, mutant: &'a Policy) -> Self {
        let (own, other) = (original.data(), mutant.data());
        let defines = own.defines.iter().zip(&other.defines).enumerate();
        let defines = defines.filter(|(_, (own, other))| !own.value.means(&other.value));
        let folds = own.folds.iter().zip(&other.folds).enumerate().filter(|(_, (own, other))| {
            !same(own.condition.as_ref(), other.condition.as_ref())
                || !same(own.summand.as_ref(), other.summand.as_ref())
        });
        Self {
            original,
            mutant,
            defines: defines.map(|(index, _)| DefineId::new(index)).collect(),
            folds: folds.map(|(index, _)| FoldId::new(index)).collect(),
        }
    }

    /// Whether a condition of the original is another one in the mutant, itself or in what it makes use of.
    pub(super) fn condition(&self, own: &Expr, other: &Expr) -> bool {
        !own.means(other) || self.uses_changed(std::iter::once(own))
    }

    fn uses_changed<'e>(&'e self, roots: impl Iterator<Item = &'e Expr>) -> bool {
        let (defines, folds) = used_by(self.original.data(), roots);
        !defines.is_disjoint(&self.defines) || !folds.is_disjoint(&self.folds)
    }

    /// The conditions that the mutant changes, each with what it becomes; `None` where it changes something else too, or
    /// the records that folds choose.
    pub(super) fn only_conditions(&self) -> Option<Vec<(&'a Expr, &'a Expr)>> {
        let (own, other) = (self.original.data(), self.mutant.data());
        let pairs = roots(own).into_iter().zip(roots(other)).filter(|(own, other)| !own.means(other));
        let pairs: Vec<(&Expr, &Expr)> = pairs.collect();
        let is_else = !self.folds.is_empty()
            || pairs.iter().any(|(own, _)| own.value_type != Type::Bool)
            || own.rules.iter().zip(&other.rules).any(|(own, other)| is_changed_rule(own, other))
            || own.outcomes.iter().zip(&other.outcomes).any(|(own, other)| {
                let exemptions = own.exemptions.iter().zip(&other.exemptions);
                let adjustments = own.adjustments.iter().zip(&other.adjustments);
                own.combination != other.combination
                    || exemptions.into_iter().any(|(own, other)| own.from != other.from)
                    || adjustments
                        .into_iter()
                        .any(|(own, other)| (own.mode, &own.adjustments) != (other.mode, &other.adjustments))
            });
        (!is_else).then_some(pairs)
    }

    /// The outcomes of which something is changed.
    pub(super) fn outcomes(&self) -> Vec<OutcomeId> {
        let (own, other) = (self.original.outcomes(), self.mutant.outcomes());
        let pairs = self.original.outcome_ids().zip(own.iter().zip(other));
        pairs.filter(|(_, (own, other))| self.outcome(own, other)).map(|(id, _)| id).collect()
    }

    fn outcome(&self, own: &Outcome, other: &Outcome) -> bool {
        let (mut rules, mut others) = (self.rules(self.original, own), self.rules(self.mutant, other));
        let exemptions = own.exemptions.iter().zip(&other.exemptions);
        let adjustments = own.adjustments.iter().zip(&other.adjustments);
        own.combination != other.combination
            || rules.by_ref().zip(others.by_ref()).any(|(own, other)| self.rule(own, other))
            || exemptions
                .into_iter()
                .any(|(own, other)| own.from != other.from || self.condition(&own.condition, &other.condition))
            || adjustments.into_iter().any(|(own, other)| {
                (own.mode, &own.adjustments) != (other.mode, &other.adjustments)
                    || self.condition(&own.condition, &other.condition)
            })
    }

    fn rules<'r>(&self, policy: &'r Policy, outcome: &'r Outcome) -> impl Iterator<Item = &'r Rule> + use<'r> {
        outcome.rules.iter().filter_map(|rule| policy.rules().get(rule.index()))
    }

    fn rule(&self, own: &Rule, other: &Rule) -> bool {
        let permitted = match (&own.permitted, &other.permitted) {
            (Contribution::Fixed(own), Contribution::Fixed(other)) => own == other,
            (
                Contribution::Computed { mode, from, to },
                Contribution::Computed { mode: other_mode, from: other_from, to: other_to },
            ) => mode == other_mode && !self.condition(from, other_from) && !self.condition(to, other_to),
            (Contribution::Fixed(_), Contribution::Computed { .. })
            | (Contribution::Computed { .. }, Contribution::Fixed(_)) => false,
        };
        !permitted
            || (own.kind, &own.overrides) != (other.kind, &other.overrides)
            || !same(own.condition.as_ref(), other.condition.as_ref())
            || self.uses_changed(own.condition.iter())
    }
}

/// All expressions by which something is decided, in an order that is the same for a mutant. Of those that are there
/// only sometimes it is the same ones: a mutant that leaves out a rule has a condition that never holds instead.
fn roots(data: &PolicyData) -> Vec<&Expr> {
    let rules = data.rules.iter().flat_map(Rule::expressions);
    let outcomes = data.outcomes.iter().flat_map(Outcome::conditions);
    let duties = data.duties.iter().flat_map(|duty| duty.when.iter().chain(&duty.must).chain(&duty.due));
    let steps = data.procedures.iter().flat_map(|found| &found.steps).filter_map(|step| step.when.as_ref());
    let defines = data.defines.iter().map(|define| &define.value);
    let scopes = data.scopes.iter().map(|scope| &scope.condition);
    rules.chain(outcomes).chain(duties).chain(steps).chain(defines).chain(scopes).collect()
}

/// Whether a rule is changed otherwise than in its condition.
fn is_changed_rule(own: &Rule, other: &Rule) -> bool {
    let permitted = match (&own.permitted, &other.permitted) {
        (Contribution::Fixed(own), Contribution::Fixed(other)) => own != other,
        (Contribution::Computed { mode, .. }, Contribution::Computed { mode: other, .. }) => mode != other,
        (Contribution::Fixed(_), Contribution::Computed { .. })
        | (Contribution::Computed { .. }, Contribution::Fixed(_)) => true,
    };
    permitted
        || (own.kind, &own.overrides) != (other.kind, &other.overrides)
        || own.condition.is_some() != other.condition.is_some()
}

fn same(own: Option<&Expr>, other: Option<&Expr>) -> bool {
    match (own, other) {
        (Some(own), Some(other)) => own.means(other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
