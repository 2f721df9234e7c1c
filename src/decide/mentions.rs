//! What is not known of the things that some conditions mention.

use super::evaluate::Evaluator;
use super::facts::Facts;
use super::folds::Folded;
use crate::policy::{DefineId, Expr, ExprKind, FactId, FoldId, OutcomeId, OutcomeTest, PolicyData, Type, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// The unknowns in some conditions.
#[derive(Default)]
pub(super) struct Mentions<'e> {
    /// Facts of the case that are not lists, also those that only a record's condition mentions.
    pub(super) facts: BTreeSet<FactId>,
    /// The folds that are not known, by list.
    pub(super) lists: BTreeMap<FactId, BTreeSet<FoldId>>,
    /// The comparisons and timings outside of folds.
    pub(super) atoms: Vec<&'e Expr>,
    /// The comparisons and timings inside of these folds.
    pub(super) record_atoms: Vec<(FoldId, &'e Expr)>,
    /// What is asked of which outcome.
    pub(super) outcomes: BTreeMap<OutcomeId, Vec<&'e OutcomeTest>>,
    /// All defines on the way.
    pub(super) defines: BTreeSet<DefineId>,
}

impl<'e> Mentions<'e> {
    pub(super) fn of(
        data: &'e PolicyData,
        facts: &Facts,
        evaluator: &Evaluator<'_>,
        conditions: impl Iterator<Item = &'e Expr>,
    ) -> Self {
        let mut mentions = Self::default();
        let mut folds: BTreeSet<FoldId> = BTreeSet::new();
        let mut walk = Walk::new(data);
        for condition in conditions {
            walk.visit_where(condition, &mut |expr| match &expr.kind {
                ExprKind::Fold(id) => {
                    folds.insert(*id);
                    false
                }
                ExprKind::Outcome(id, test) => {
                    mentions.outcomes.entry(*id).or_default().push(test);
                    true
                }
                _ => {
                    mentions.note_fact(data, facts, expr);
                    if is_atom(expr) {
                        mentions.atoms.push(expr);
                    }
                    true
                }
            });
        }
        mentions.defines = walk.defines();
        for id in folds {
            if is_known(evaluator, id) {
                continue;
            }
            let Some(fold) = data.folds.get(id.index()) else { continue };
            mentions.lists.entry(fold.list).or_default().insert(id);
            let mut walk = Walk::new(data);
            for part in fold.condition.iter().chain(&fold.summand) {
                walk.visit_where(part, &mut |expr| {
                    mentions.note_fact(data, facts, expr);
                    if is_atom(expr) {
                        mentions.record_atoms.push((id, expr));
                    }
                    !matches!(expr.kind, ExprKind::Fold(_))
                });
            }
            mentions.defines.extend(walk.defines());
        }
        mentions
    }

    fn note_fact(&mut self, data: &PolicyData, facts: &Facts, expr: &Expr) {
        let fact = match &expr.kind {
            ExprKind::Fact(id) => Some(*id),
            // A parameter that changes depends on the day that the policy is dated by.
            ExprKind::Param(id) if data.params.get(id.index()).is_some_and(|param| param.constant().is_none()) => {
                data.dated_by
            }
            _ => None,
        };
        self.facts.extend(fact.filter(|id| facts.get(*id).is_none()));
    }
}

/// Whether a condition compares or times values that are no conditions themselves.
pub(super) fn is_atom(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Compare(_, operand, _) | ExprKind::Among(_, operand, _) | ExprKind::Between(_, operand, ..) => {
            operand.value_type != Type::Bool
        }
        ExprKind::Within(_) | ExprKind::Elapsed(_) => true,
        _ => false,
    }
}

/// Whether a fold has only one value left.
pub(super) fn is_known(evaluator: &Evaluator<'_>, id: FoldId) -> bool {
    evaluator.folded(id).is_ok_and(|folded| folded.is_some_and(|folded| Folded::value(folded).is_some()))
}

/// What a single condition depends on.
#[derive(Default)]
pub(super) struct Leaves {
    pub(super) facts: BTreeSet<FactId>,
    pub(super) fields: BTreeSet<crate::policy::FieldIndex>,
    pub(super) folds: BTreeSet<FoldId>,
    pub(super) defines: BTreeSet<DefineId>,
}

impl Leaves {
    /// The unknown facts, the fields and the folds that are not known in an expression, the insides of folds left out.
    pub(super) fn of(data: &PolicyData, facts: &Facts, evaluator: &Evaluator<'_>, expr: &Expr) -> Self {
        let mut mentions = Mentions::default();
        let (mut folds, mut fields) = (BTreeSet::new(), BTreeSet::new());
        let mut walk = Walk::new(data);
        walk.visit_where(expr, &mut |expr| {
            match &expr.kind {
                ExprKind::Fold(id) => {
                    folds.insert(*id);
                    return false;
                }
                ExprKind::Field(field) => {
                    fields.insert(*field);
                }
                _ => mentions.note_fact(data, facts, expr),
            }
            true
        });
        folds.retain(|id| !is_known(evaluator, *id));
        Self { facts: mentions.facts, fields, folds, defines: walk.defines() }
    }

    /// All facts whose answers bear on an expression: also the lists of folds, and the facts in the folds' conditions.
    pub(super) fn asked(data: &PolicyData, facts: &Facts, evaluator: &Evaluator<'_>, expr: &Expr) -> BTreeSet<FactId> {
        Self::asked_and_read(data, facts, evaluator, expr).0
    }

    /// The same, and the outcomes that the expression reads.
    pub(super) fn asked_and_read(
        data: &PolicyData,
        facts: &Facts,
        evaluator: &Evaluator<'_>,
        expr: &Expr,
    ) -> (BTreeSet<FactId>, BTreeSet<OutcomeId>) {
        let mentions = Mentions::of(data, facts, evaluator, std::iter::once(expr));
        let facts = mentions.facts.iter().chain(mentions.lists.keys()).copied().collect();
        (facts, mentions.outcomes.into_keys().collect())
    }
}
