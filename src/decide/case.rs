//! One outcome of a case, with what is known of its conditions and its amounts.

use super::conclude::Holds;
use super::evaluate::{EvaluationError, Evaluator, Truth};
use super::facts::Facts;
use super::mentions::Leaves;
use crate::policy::{
    AmountSet, ArithmeticError, Contribution, Expr, FactId, Outcome, OutcomeId, PermittedSet, PolicyData, Rule, RuleId,
};
use crate::syntax::ast::Mode;
use std::collections::{BTreeMap, BTreeSet};

/// One outcome with what is known of each of its conditions.
pub(crate) struct OutcomeCase<'a> {
    data: &'a PolicyData,
    pub(crate) id: OutcomeId,
    pub(crate) outcome: &'a Outcome,
    pub(crate) scope: Truth,
    pub(crate) rules: BTreeMap<RuleId, Truth>,
    pub(crate) exemptions: Vec<Truth>,
    pub(crate) adjustments: Vec<Truth>,
    /// The calculated amounts of rules that may fire; `None` where they depend on unknown facts. That there is no result
    /// matters only where the rule contributes.
    computed: BTreeMap<RuleId, Result<Option<PermittedSet>, EvaluationError>>,
}

impl<'a> OutcomeCase<'a> {
    pub(super) fn new(
        data: &'a PolicyData,
        id: OutcomeId,
        outcome: &'a Outcome,
        scope: Truth,
        evaluator: &Evaluator<'_>,
    ) -> Result<Self, EvaluationError> {
        let mut rules = BTreeMap::new();
        let mut computed = BTreeMap::new();
        for id in &outcome.rules {
            let Some(rule) = data.rules.get(id.index()) else { continue };
            let fires = rule.condition.as_ref().map_or(Ok(Truth::True), |condition| evaluator.truth(condition))?;
            rules.insert(*id, fires);
            if let Contribution::Computed { mode, from, to } = &rule.permitted
                && fires != Truth::False
                && scope != Truth::False
            {
                computed.insert(*id, amounts(evaluator, rule, *mode, (from, to)));
            }
        }
        let exemptions = outcome.exemptions.iter().map(|found| evaluator.truth(&found.condition));
        let adjustments = outcome.adjustments.iter().map(|found| evaluator.truth(&found.condition));
        Ok(Self {
            data,
            id,
            outcome,
            scope,
            rules,
            exemptions: exemptions.collect::<Result<_, _>>()?,
            adjustments: adjustments.collect::<Result<_, _>>()?,
            computed,
        })
    }

    /// Whether some condition, or some amount, depends on unknown facts.
    pub(crate) fn is_open(&self) -> bool {
        let mut truths = self.rules.values().chain(&self.exemptions).chain(&self.adjustments);
        let mut is_open = || {
            truths.any(|truth| *truth == Truth::Unknown)
                || self.computed.values().any(|amounts| matches!(amounts, Ok(None)))
        };
        self.scope == Truth::Unknown || (self.scope == Truth::True && is_open())
    }

    /// The unknown facts that amounts are calculated from.
    pub(super) fn vague_facts(&self, facts: &Facts, evaluator: &Evaluator<'_>) -> BTreeSet<FactId> {
        let vague = self.computed.iter().filter(|(_, amounts)| matches!(amounts, Ok(None)));
        let ends = vague.filter_map(|(id, _)| match &self.data.rules.get(id.index())?.permitted {
            Contribution::Computed { from, to, .. } => Some([from, to]),
            Contribution::Fixed(_) => None,
        });
        ends.flatten().flat_map(|end| Leaves::asked(self.data, facts, evaluator, end)).collect()
    }

    /// The conditions that depend on unknown facts, the scope's excepted.
    pub(super) fn open_conditions(&self) -> Vec<&'a Expr> {
        let rules = self.rules.iter().filter(|(_, truth)| **truth == Truth::Unknown);
        let rules = rules.filter_map(|(id, _)| self.data.rules.get(id.index())?.condition.as_ref());
        let exemptions = self.outcome.exemptions.iter().zip(&self.exemptions);
        let exemptions = exemptions.filter(|(_, truth)| **truth == Truth::Unknown).map(|(found, _)| &found.condition);
        let adjustments = self.outcome.adjustments.iter().zip(&self.adjustments);
        let adjustments = adjustments.filter(|(_, truth)| **truth == Truth::Unknown).map(|(found, _)| &found.condition);
        rules.chain(exemptions).chain(adjustments).collect()
    }
}

impl Holds for OutcomeCase<'_> {
    fn in_scope(&self) -> bool {
        self.scope == Truth::True
    }

    fn rule(&self, rule: RuleId) -> bool {
        self.rules.get(&rule) == Some(&Truth::True)
    }

    fn permitted(&self, rule: RuleId) -> Result<Option<&PermittedSet>, EvaluationError> {
        let Some(found) = self.data.rules.get(rule.index()) else { return Ok(None) };
        match (&found.permitted, self.computed.get(&rule)) {
            (Contribution::Fixed(set), _) => Ok(Some(set)),
            (Contribution::Computed { .. }, Some(amounts)) => {
                amounts.as_ref().map(Option::as_ref).map_err(|error| *error)
            }
            (Contribution::Computed { .. }, None) => Ok(None),
        }
    }

    fn exemption(&self, index: usize) -> bool {
        self.exemptions.get(index) == Some(&Truth::True)
    }

    fn adjustment(&self, index: usize) -> bool {
        self.adjustments.get(index) == Some(&Truth::True)
    }
}

/// What a rule permits whose amounts are calculated; `None` where they depend on unknown facts, or are the same in every
/// case.
///
/// # Errors
/// A calculation has no result.
pub(crate) fn computed(data: &PolicyData, facts: &Facts, rule: &Rule) -> Result<Option<PermittedSet>, EvaluationError> {
    amounts_of(&Evaluator::new(data, facts), rule)
}

/// The same from an evaluator that knows the defines of the amounts.
pub(super) fn amounts_of(evaluator: &Evaluator<'_>, rule: &Rule) -> Result<Option<PermittedSet>, EvaluationError> {
    match &rule.permitted {
        Contribution::Fixed(_) => Ok(None),
        Contribution::Computed { mode, from, to } => amounts(evaluator, rule, *mode, (from, to)),
    }
}

/// The amounts between two calculated ends; `None` where an end depends on unknown facts.
fn amounts(
    evaluator: &Evaluator<'_>,
    rule: &Rule,
    mode: Mode,
    (from, to): (&Expr, &Expr),
) -> Result<Option<PermittedSet>, EvaluationError> {
    let (Some(low), Some(high)) = (evaluator.known_value(from)?, evaluator.known_value(to)?) else { return Ok(None) };
    let failed = |error: ArithmeticError| EvaluationError { error, span: rule.span };
    if low.is_negative() {
        return Err(EvaluationError { error: ArithmeticError::BadInterval, span: from.span });
    }
    let amounts = AmountSet::between(&low, &high).map_err(failed)?;
    let set = PermittedSet::from(amounts.ok_or(ArithmeticError::BadInterval).map_err(failed)?);
    Ok(Some(if mode == Mode::May { set.or_none() } else { set }))
}
