//! Why a duty is kept, breached or pending.

use super::explanation::{DutyExplanation, Proof};
use super::proof::Prover;
use super::support::{Fixed, Supporter, restricted};
use super::why::Explainer;
use crate::decide::grounds::Evaluator;
use crate::decide::{DutyDecision, DutyStatus, Truth};
use crate::policy::{Duty, Expr, ExprKind, Type};

impl Explainer<'_> {
    pub(super) fn duties(&self) -> Vec<DutyExplanation> {
        self.data.duties.iter().zip(&self.decision.duties).map(|(duty, result)| self.duty(duty, result)).collect()
    }

    fn duty(&self, duty: &Duty, result: &DutyDecision) -> DutyExplanation {
        let over = duty.due.as_ref().map(|due| Expr {
            kind: ExprKind::Elapsed(Box::new(due.clone())),
            value_type: Type::Bool,
            span: due.span,
        });
        let truth = |condition: &Expr| self.ground.evaluator.truth(condition).unwrap_or(Truth::Unknown);
        let scopes = self.data.scopes.iter().map(|scope| &scope.condition);
        let conditions: Vec<&Expr> = match result.status {
            DutyStatus::NotApplicable => {
                scopes.chain(&duty.when).find(|condition| truth(condition) == Truth::False).into_iter().collect()
            }
            DutyStatus::Fulfilled => scopes.chain(&duty.when).chain(&duty.must).collect(),
            DutyStatus::Breached => scopes.chain(&duty.when).chain(&duty.must).chain(&over).collect(),
            DutyStatus::Pending => scopes.chain(&duty.when).chain(&over).collect(),
            DutyStatus::Undetermined => Vec::new(),
        };
        let fixed = Fixed { conditions, amounts: Vec::new() };
        let support = Supporter::new(self.data, self.facts, &self.ground.evaluator).of(&fixed);
        let known = restricted(self.facts, &support.facts);
        let evaluator = self.ground.evaluator.knowing(&known);
        let by = if result.status == DutyStatus::Undetermined { &self.ground.evaluator } else { &evaluator };
        let (applies, fulfilled) = self.proofs(duty, result.status, by);
        let is_breached = result.status == DutyStatus::Breached;
        DutyExplanation {
            result: result.clone(),
            applies,
            fulfilled,
            facts: self.cited_facts(&self.with_read(support).facts),
            consequences: if is_breached { self.rule_citations(duty.consequences.iter().copied()) } else { Vec::new() },
        }
    }

    /// Why it applies and why it was kept or not, as far as that makes a difference.
    fn proofs(&self, duty: &Duty, status: DutyStatus, evaluator: &Evaluator<'_>) -> (Option<Proof>, Option<Proof>) {
        let mut prover = Prover::new(self.data, evaluator, self.wording);
        let is_outside = self.scopes.contains(&Truth::False);
        let (out_of_scope, in_scope) = match status {
            DutyStatus::NotApplicable if is_outside => {
                let outside = self.data.scopes.iter().zip(&self.scopes).find(|(_, truth)| **truth == Truth::False);
                (outside.map(|(scope, _)| &scope.condition), None)
            }
            DutyStatus::NotApplicable
            | DutyStatus::Fulfilled
            | DutyStatus::Breached
            | DutyStatus::Pending
            | DutyStatus::Undetermined => (None, duty.when.as_ref()),
        };
        let applies = out_of_scope.or(in_scope).map(|condition| prover.proof(condition));
        let fulfilled = match status {
            DutyStatus::Fulfilled | DutyStatus::Breached | DutyStatus::Undetermined => duty.must.as_ref(),
            // Whether it was done by now makes no difference while it can still be done.
            DutyStatus::NotApplicable | DutyStatus::Pending => None,
        };
        (applies, fulfilled.map(|condition| prover.proof(condition)))
    }
}
