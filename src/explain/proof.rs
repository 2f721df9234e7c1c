//! Conditions as proof trees: of each condition the parts that make it what it is.

use super::explanation::{Proof, ProofKind};
use super::support::{MOST_DEFINES, condition_of, operands};
use super::wording::Wording;
use crate::decide::Truth;
use crate::decide::grounds::Evaluator;
use crate::policy::{DefineId, Expr, ExprKind, FactId, PolicyData, Walk};
use std::collections::BTreeSet;

/// Writes the proofs of one explanation. What a define stands for is shown where it is first met.
pub(super) struct Prover<'a> {
    data: &'a PolicyData,
    evaluator: &'a Evaluator<'a>,
    wording: Wording<'a>,
    shown: BTreeSet<DefineId>,
}

impl<'a> Prover<'a> {
    /// A prover by what an evaluator knows.
    pub(super) fn new(data: &'a PolicyData, evaluator: &'a Evaluator<'a>, wording: Wording<'a>) -> Self {
        Self { data, evaluator, wording, shown: BTreeSet::new() }
    }

    /// What a condition comes to, and why.
    pub(super) fn proof(&mut self, condition: &Expr) -> Proof {
        self.at_depth(condition, 0)
    }

    fn at_depth(&mut self, expr: &Expr, depth: usize) -> Proof {
        let truth = self.evaluator.truth(expr).unwrap_or(Truth::Unknown);
        match &expr.kind {
            ExprKind::And(_) => self.chain(expr, truth, ProofKind::All, depth),
            ExprKind::Or(_) => self.chain(expr, truth, ProofKind::Any, depth),
            ExprKind::Implies(..) => self.chain(expr, truth, ProofKind::Implies, depth),
            ExprKind::Not(inner) if self.has_parts(inner) => {
                let parts = vec![self.at_depth(inner, depth)];
                Proof { holds: holds(truth), kind: ProofKind::Not, condition: None, facts: Vec::new(), parts }
            }
            ExprKind::Define(id) => match condition_of(self.data, *id).filter(|_| depth < MOST_DEFINES) {
                Some(value) if self.shown.insert(*id) => {
                    let parts = vec![self.at_depth(value, depth + 1)];
                    let condition = Some(self.wording.expression(expr));
                    Proof { holds: holds(truth), kind: ProofKind::Define, condition, facts: Vec::new(), parts }
                }
                Some(_) | None => self.leaf(expr, truth, ProofKind::Define),
            },
            ExprKind::Outcome(..) => self.leaf(expr, truth, ProofKind::Outcome),
            _ => self.leaf(expr, truth, ProofKind::Atom),
        }
    }

    fn has_parts(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::And(_) | ExprKind::Or(_) | ExprKind::Implies(..) => true,
            ExprKind::Define(id) => condition_of(self.data, *id).is_some(),
            ExprKind::Not(inner) => self.has_parts(inner),
            _ => false,
        }
    }

    fn chain(&mut self, expr: &Expr, truth: Truth, kind: ProofKind, depth: usize) -> Proof {
        let evaluator = self.evaluator;
        let found = operands(evaluator, expr).unwrap_or_default();
        let is_open = |operand: &Expr| evaluator.truth(operand).unwrap_or(Truth::Unknown) == Truth::Unknown;
        let chosen: Vec<&Expr> = match truth {
            // Of what is open, the operands that are open themselves keep it so.
            Truth::Unknown => found.iter().map(|operand| operand.expr).filter(|operand| is_open(operand)).collect(),
            Truth::True | Truth::False if found.iter().all(|operand| operand.settles) => {
                found.iter().map(|operand| operand.expr).min_by_key(|operand| self.size(operand)).into_iter().collect()
            }
            Truth::True | Truth::False => found.iter().map(|operand| operand.expr).collect(),
        };
        let parts = chosen.into_iter().map(|operand| self.at_depth(operand, depth)).collect();
        Proof { holds: holds(truth), kind, condition: None, facts: Vec::new(), parts }
    }

    /// How many facts a condition mentions.
    fn size(&self, expr: &Expr) -> usize {
        self.mentioned(expr).len()
    }

    fn leaf(&self, expr: &Expr, truth: Truth, kind: ProofKind) -> Proof {
        Proof {
            holds: holds(truth),
            kind,
            condition: Some(self.wording.expression(expr)),
            facts: self.names(&self.mentioned(expr)),
            parts: Vec::new(),
        }
    }

    fn names(&self, facts: &BTreeSet<FactId>) -> Vec<String> {
        facts.iter().filter_map(|id| self.data.facts.get(id.index())).map(|fact| fact.name.to_string()).collect()
    }

    fn mentioned(&self, expr: &Expr) -> BTreeSet<FactId> {
        mentioned(self.data, expr)
    }
}

fn holds(truth: Truth) -> Option<bool> {
    match truth {
        Truth::True => Some(true),
        Truth::False => Some(false),
        Truth::Unknown => None,
    }
}

/// The facts and lists that a condition mentions, also through defines; and the one that the policy is dated by, where a
/// parameter changes.
pub(super) fn mentioned(data: &PolicyData, expr: &Expr) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    Walk::new(data).visit(expr, &mut |part| match &part.kind {
        ExprKind::Fact(id) => {
            facts.insert(*id);
        }
        ExprKind::Fold(id) => facts.extend(data.folds.get(id.index()).map(|fold| fold.list)),
        ExprKind::Param(id) if data.params.get(id.index()).is_some_and(|param| param.constant().is_none()) => {
            facts.extend(data.dated_by);
        }
        _ => {}
    });
    facts
}
