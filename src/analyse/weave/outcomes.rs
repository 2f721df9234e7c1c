//! The outcomes of two policies side by side, each with its own rules.

use super::ladders::Ladders;
use super::rewrite::Loom;
use super::thread::Thread;
use crate::policy::{
    AdjustmentRule, ClauseId, Contribution, DefineId, Exemption, Expr, ExprKind, Outcome, OutcomeId, OutcomeValues,
    QualifiedName, Rule, RuleId, Type,
};
use std::collections::BTreeMap;

/// An outcome of one policy with its rules, before it has its place.
pub(super) struct Draft {
    pub(super) outcome: Outcome,
    pub(super) rules: Vec<Rule>,
}

impl Loom {
    /// Takes over an outcome of one of the policies: its rules, exemptions and adjustments, within the policy's scope.
    ///
    /// The ids of its rules count from `first_rule`.
    pub(super) fn outcome(&mut self, thread: &mut Thread, own: OutcomeId, mark: &str) -> Option<Draft> {
        let policy = thread.policy.clone();
        let data = policy.data();
        let found = data.outcomes.get(own.index())?;
        let first = self.data.rules.len();
        let places: BTreeMap<RuleId, RuleId> =
            found.rules.iter().enumerate().map(|(at, rule)| (*rule, RuleId::new(first + at))).collect();
        let moved = |rules: &[RuleId]| rules.iter().filter_map(|rule| places.get(rule).copied()).collect::<Vec<_>>();
        let id = OutcomeId::new(self.data.outcomes.len());
        let clause = |thread: &Thread, own: ClauseId| ClauseId::new(thread.first_clause + own.index());
        let mut rules = Vec::with_capacity(found.rules.len());
        for rule in found.rules.iter().filter_map(|rule| data.rules.get(rule.index())) {
            let condition = rule.condition.as_ref().map(|condition| self.expr(thread, condition));
            let permitted = match &rule.permitted {
                Contribution::Fixed(set) => Contribution::Fixed(set.clone()),
                Contribution::Computed { mode, from, to } => {
                    Contribution::Computed { mode: *mode, from: self.expr(thread, from), to: self.expr(thread, to) }
                }
            };
            rules.push(Rule {
                clause: clause(thread, rule.clause),
                kind: rule.kind,
                condition: self.in_scope(thread, condition),
                outcome: id,
                permitted,
                overrides: moved(&rule.overrides),
                span: rule.span,
            });
        }
        let mut exemptions = Vec::with_capacity(found.exemptions.len());
        for exemption in &found.exemptions {
            let condition = self.expr(thread, &exemption.condition);
            exemptions.push(Exemption {
                clause: clause(thread, exemption.clause),
                from: exemption.from.as_ref().map(|from| moved(from)),
                condition: self.in_scope(thread, Some(condition))?,
            });
        }
        let mut adjustments = Vec::with_capacity(found.adjustments.len());
        for rule in &found.adjustments {
            let condition = self.expr(thread, &rule.condition);
            adjustments.push(AdjustmentRule {
                clause: clause(thread, rule.clause),
                mode: rule.mode,
                adjustments: rule.adjustments.clone(),
                condition: self.by_name(condition),
            });
        }
        let values = match found.values {
            OutcomeValues::Members(of) => OutcomeValues::Members(*thread.ladders.get(of.index())?),
            OutcomeValues::Amounts(kind) => OutcomeValues::Amounts(kind),
        };
        let name = QualifiedName::new(&format!("{}{mark}", found.name.own()), found.name.role());
        let outcome = Outcome {
            name,
            labels: found.labels.clone(),
            values,
            unit: thread.outcome_units.get(own.index()).cloned().flatten(),
            combination: found.combination,
            rules: rules.iter().enumerate().map(|(at, _)| RuleId::new(first + at)).collect(),
            exemptions,
            adjustments,
            deciders: Vec::new(),
            enforcers: Vec::new(),
            contents: Vec::new(),
            span: found.span,
        };
        Some(Draft { outcome, rules })
    }

    /// A condition that holds only where the policy applies; `None` where it always holds.
    fn in_scope(&mut self, thread: &Thread, condition: Option<Expr>) -> Option<Expr> {
        let span =
            condition.as_ref().map(|condition| condition.span).or(thread.scopes.first().map(|(_, of)| of.span))?;
        let mut parts: Vec<Expr> = thread.scopes.iter().map(|(_, scope)| scope.clone()).collect();
        parts.extend(condition);
        let whole = match parts.len() {
            1 => parts.pop()?,
            _ => Expr { kind: ExprKind::And(parts), value_type: Type::Bool, span },
        };
        Some(self.by_name(whole))
    }

    /// Gives an outcome its place.
    pub(super) fn place(&mut self, draft: Draft) -> OutcomeId {
        let id = OutcomeId::new(self.data.outcomes.len());
        self.data.rules.extend(draft.rules);
        self.data.outcomes.push(draft.outcome);
        self.data.outcome_order.push(id);
        id
    }

    /// Whether an outcome that is in its place says the same as one that is not, clause for clause, in every case.
    /// `common` says where members of both ladders are on one that has those of both.
    pub(super) fn is_alike(&self, placed: OutcomeId, draft: &Draft, common: &Ladders) -> bool {
        let Some(outcome) = self.data.outcomes.get(placed.index()) else { return false };
        let other = &draft.outcome;
        let rule = |id: &RuleId| self.data.rules.get(id.index());
        let own: Vec<&Rule> = outcome.rules.iter().filter_map(rule).collect();
        let relative = |of: &Outcome, ids: &[RuleId]| -> Vec<Option<usize>> {
            ids.iter().map(|id| of.rules.iter().position(|rule| rule == id)).collect()
        };
        let same_rule = |(a, b): (&&Rule, &Rule)| {
            a.kind == b.kind
                && define_of(a.condition.as_ref()) == define_of(b.condition.as_ref())
                && common.is_same_contribution(&a.permitted, &b.permitted)
                && relative(outcome, &a.overrides) == relative(other, &b.overrides)
        };
        let same_exemption = |(a, b): (&Exemption, &Exemption)| {
            define_of(Some(&a.condition)) == define_of(Some(&b.condition))
                && a.from.as_ref().map(|from| relative(outcome, from))
                    == b.from.as_ref().map(|from| relative(other, from))
        };
        let same_adjustment = |(a, b): (&AdjustmentRule, &AdjustmentRule)| {
            define_of(Some(&a.condition)) == define_of(Some(&b.condition))
                && a.mode == b.mode
                && a.adjustments == b.adjustments
        };
        outcome.combination == other.combination
            && common.are_same
            && own.len() == draft.rules.len()
            && own.iter().zip(&draft.rules).all(same_rule)
            && outcome.exemptions.len() == other.exemptions.len()
            && outcome.exemptions.iter().zip(&other.exemptions).all(same_exemption)
            && outcome.adjustments.len() == other.adjustments.len()
            && outcome.adjustments.iter().zip(&other.adjustments).all(same_adjustment)
    }
}

/// The define that a condition of the woven policy stands for.
fn define_of(condition: Option<&Expr>) -> Option<DefineId> {
    condition.and_then(|condition| match condition.kind {
        ExprKind::Define(id) => Some(id),
        _ => None,
    })
}
