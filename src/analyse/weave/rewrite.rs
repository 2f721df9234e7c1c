//! What one of two policies says, said over the things of both.

use super::thread::Thread;
use crate::policy::{
    ByMeaning, Define, DefineId, Expr, ExprKind, Fold, FoldId, Labels, OutcomeTest, PolicyData, QualifiedName,
    RecordId, Type, Within,
};

/// The policy that is being woven.
#[derive(Default)]
pub(super) struct Loom {
    pub(super) data: PolicyData,
    /// The defines by what they stand for: those that say the same are one.
    known: ByMeaning<DefineId>,
    /// The record whose fields are named where the loom is, as the policy numbers them that is taken over.
    record: Option<RecordId>,
}

impl Loom {
    /// The define that stands for an expression.
    pub(super) fn named(&mut self, value: Expr) -> DefineId {
        if let ExprKind::Define(id) = value.kind {
            return id;
        }
        self.declared(Define { name: QualifiedName::new("", None), labels: Labels::default(), value })
    }

    fn declared(&mut self, define: Define) -> DefineId {
        if let Some(known) = self.known.get(&define.value) {
            return *known;
        }
        let id = DefineId::new(self.data.defines.len());
        self.known.insert(&define.value, id);
        self.data.defines.push(define);
        self.data.define_order.push(id);
        id
    }

    /// A condition by the define that stands for it, so that two rules under one condition are seen to be.
    pub(super) fn by_name(&mut self, condition: Expr) -> Expr {
        let (value_type, span) = (condition.value_type, condition.span);
        Expr { kind: ExprKind::Define(self.named(condition)), value_type, span }
    }

    /// The fold among those of both policies: those that mean the same are one.
    pub(super) fn fold(&mut self, fold: Fold) -> FoldId {
        if let Some(known) = self.data.folds.iter().position(|known| known.means(&fold)) {
            return FoldId::new(known);
        }
        self.data.folds.push(fold);
        FoldId::new(self.data.folds.len() - 1)
    }

    /// Takes over a define of one of the policies. Those that it mentions have to be there.
    pub(super) fn take_over(&mut self, thread: &mut Thread, id: DefineId) {
        let policy = thread.policy.clone();
        let Some(define) = policy.data().defines.get(id.index()) else { return };
        let value = self.expr(thread, &define.value);
        let woven = self.declared(Define { name: define.name.clone(), labels: define.labels.clone(), value });
        if let Some(slot) = thread.defines.get_mut(id.index()) {
            *slot = Some(woven);
        }
    }

    /// An expression of one of the policies.
    pub(super) fn expr(&mut self, thread: &mut Thread, expr: &Expr) -> Expr {
        let mut all = |parts: &[Expr]| parts.iter().map(|part| self.expr(thread, part)).collect::<Vec<Expr>>();
        let kind = match &expr.kind {
            ExprKind::Constant(value) => ExprKind::Constant(thread.value(value)),
            ExprKind::Fact(id) => ExprKind::Fact(thread.facts.get(id.index()).copied().unwrap_or(*id)),
            ExprKind::Define(id) => {
                let woven = thread.defines.get(id.index()).copied().flatten();
                ExprKind::Define(woven.unwrap_or(DefineId::new(usize::MAX)))
            }
            ExprKind::Param(id) => ExprKind::Param(thread.params.get(id.index()).copied().unwrap_or(*id)),
            ExprKind::AsOf => ExprKind::AsOf,
            ExprKind::Field(field) => {
                let record = self.record.and_then(|of| thread.records.get(of.index()));
                let woven = record.and_then(|record| record.fields.get(field.index()));
                ExprKind::Field(woven.copied().unwrap_or(*field))
            }
            ExprKind::Fold(id) => ExprKind::Fold(self.fold_of(thread, *id)),
            ExprKind::Within(within) => ExprKind::Within(Box::new(Within {
                date: self.expr(thread, &within.date),
                period: self.expr(thread, &within.period),
                side: within.side,
                anchor: self.expr(thread, &within.anchor),
            })),
            ExprKind::Outcome(id, test) => {
                let woven = thread.outcomes.get(id.index()).copied().flatten();
                let value = |value: &_| thread.outcome_value(value);
                let test = match test {
                    OutcomeTest::Compare(operator, other) => OutcomeTest::Compare(*operator, value(other)),
                    OutcomeTest::Among(polarity, values) => {
                        OutcomeTest::Among(*polarity, values.iter().map(value).collect())
                    }
                    OutcomeTest::Between(polarity, from, to) => OutcomeTest::Between(*polarity, value(from), value(to)),
                };
                ExprKind::Outcome(woven.unwrap_or(*id), test)
            }
            ExprKind::Elapsed(inner) => ExprKind::Elapsed(Box::new(self.expr(thread, inner))),
            ExprKind::Not(inner) => ExprKind::Not(Box::new(self.expr(thread, inner))),
            ExprKind::And(parts) => ExprKind::And(all(parts)),
            ExprKind::Or(parts) => ExprKind::Or(all(parts)),
            ExprKind::Product(parts) => ExprKind::Product(all(parts)),
            ExprKind::Implies(premise, conclusion) => {
                ExprKind::Implies(Box::new(self.expr(thread, premise)), Box::new(self.expr(thread, conclusion)))
            }
            ExprKind::Compare(operator, left, right) => {
                ExprKind::Compare(*operator, Box::new(self.expr(thread, left)), Box::new(self.expr(thread, right)))
            }
            ExprKind::Among(polarity, operand, values) => {
                let mut woven: Vec<_> = values.iter().map(|value| thread.value(value)).collect();
                woven.sort_by(|a, b| a.order(b).unwrap_or(std::cmp::Ordering::Equal));
                ExprKind::Among(*polarity, Box::new(self.expr(thread, operand)), woven)
            }
            ExprKind::Between(polarity, operand, from, to) => {
                let (from, to) = (thread.value(from), thread.value(to));
                ExprKind::Between(*polarity, Box::new(self.expr(thread, operand)), from, to)
            }
            ExprKind::Sum(terms) => {
                ExprKind::Sum(terms.iter().map(|(sign, term)| (*sign, self.expr(thread, term))).collect())
            }
            ExprKind::Negative(inner) => ExprKind::Negative(Box::new(self.expr(thread, inner))),
        };
        Expr { kind, value_type: thread.kind(expr.value_type), span: expr.span }
    }

    /// A fold of one of the policies.
    fn fold_of(&mut self, thread: &mut Thread, id: FoldId) -> FoldId {
        if let Some(known) = thread.folds.get(id.index()).copied().flatten() {
            return known;
        }
        let policy = thread.policy.clone();
        let Some(fold) = policy.data().folds.get(id.index()) else { return id };
        // Folds do not nest.
        self.record = policy.facts().get(fold.list.index()).and_then(|list| match list.kind {
            Type::List(of) => Some(of),
            _ => None,
        });
        let woven = Fold {
            kind: fold.kind,
            list: thread.facts.get(fold.list.index()).copied().unwrap_or(fold.list),
            summand: fold.summand.as_ref().map(|summand| self.expr(thread, summand)),
            condition: fold.condition.as_ref().map(|condition| self.expr(thread, condition)),
            value_type: thread.kind(fold.value_type),
            span: fold.span,
        };
        self.record = None;
        let woven = self.fold(woven);
        if let Some(slot) = thread.folds.get_mut(id.index()) {
            *slot = Some(woven);
        }
        woven
    }
}
