//! Outcomes that are not settled: what is certain, what is open, and which facts that hangs on.

use super::explanation::{FiredRule, OpenKind, OpenPart, OutcomeExplanation, RuleGround, RulePart};
use super::proof::{Prover, mentioned};
use super::settled::blank;
use super::support::{Fixed, Supporter};
use super::why::Explainer;
use crate::decide::grounds::{Holds, OutcomeCase};
use crate::decide::{OutcomeDecision, Truth};
use crate::policy::{Contribution, Expr, ExprKind, FactId, OutcomeId, RuleId, RuleKind, Walk};
use std::collections::BTreeSet;

impl<'a> Explainer<'a> {
    pub(super) fn undetermined(&mut self, case: &OutcomeCase<'a>, result: &OutcomeDecision) -> OutcomeExplanation {
        let certain = self.certain_rules(case, result);
        let conditions = certain.iter().filter_map(|id| self.data.rules.get(id.index())?.condition.as_ref());
        let fixed = Fixed { conditions: conditions.collect(), amounts: Vec::new() };
        let support = Supporter::new(self.data, self.facts, &self.ground.evaluator).of(&fixed);
        let all = self.with_read(support);
        let asked: BTreeSet<&str> = result.asks.iter().map(String::as_str).collect();
        OutcomeExplanation {
            fired: self.standing(case, result),
            open: self.open_parts(case, Some(&asked)),
            facts: self.cited_facts(&all.facts),
            choices: self.cited_choices(&all.choices),
            ..blank(result)
        }
    }

    /// The rules that are known to fire and that fire, and are not overridden, in every completion.
    fn certain_rules(&self, case: &OutcomeCase<'_>, result: &OutcomeDecision) -> Vec<RuleId> {
        let stands =
            |id: &RuleId| case.rules.get(id) == Some(&Truth::True) && result.clauses.contains(&self.rule_citation(*id));
        case.outcome.rules.iter().copied().filter(stands).collect()
    }

    /// These rules with their proofs.
    pub(super) fn standing(&self, case: &OutcomeCase<'_>, result: &OutcomeDecision) -> Vec<FiredRule> {
        let mut prover = Prover::new(self.data, &self.ground.evaluator, self.wording);
        let explained = self.certain_rules(case, result).into_iter().map(|id| {
            let rule = self.data.rules.get(id.index());
            let proof = rule.and_then(|rule| rule.condition.as_ref()).map(|condition| prover.proof(condition));
            FiredRule {
                rule: self.rule_ground(case, id, proof),
                part: RulePart::Stands,
                by: Vec::new(),
                otherwise: rule.is_some_and(|rule| rule.kind == RuleKind::Otherwise),
            }
        });
        explained.collect()
    }

    /// What is open of an outcome. Where it is known what can still change the result, only what hangs on that.
    pub(super) fn open_parts(&self, case: &OutcomeCase<'a>, asked: Option<&BTreeSet<&str>>) -> Vec<OpenPart> {
        let mut prover = Prover::new(self.data, &self.ground.evaluator, self.wording);
        let mut parts = Vec::new();
        let mut add = |ground: RuleGround, kind: OpenKind, condition: &Expr| {
            let hangs_on = self.hangs_on(condition, asked);
            if !hangs_on.is_empty() {
                let proof = (kind != OpenKind::Amounts).then(|| prover.proof(condition));
                let RuleGround { clause, permits, .. } = ground;
                parts.push(OpenPart { clause, kind, permits, proof, hangs_on });
            }
        };
        let plain = |clause| RuleGround { clause: self.citation(clause), permits: None, proof: None };
        for (scope, _) in self.data.scopes.iter().zip(&self.scopes).filter(|(_, truth)| **truth == Truth::Unknown) {
            add(plain(scope.clause), OpenKind::Scope, &scope.condition);
        }
        for id in &case.outcome.rules {
            let Some(rule) = self.data.rules.get(id.index()) else { continue };
            match (case.rules.get(id), &rule.condition, &rule.permitted) {
                (Some(Truth::Unknown), Some(condition), _) => {
                    add(self.rule_ground(case, *id, None), OpenKind::Rule, condition);
                }
                (Some(Truth::True), _, Contribution::Computed { from, to, .. })
                    if matches!(case.permitted(*id), Ok(None)) =>
                {
                    let end = [from, to].into_iter().find(|end| !self.hangs_on(end, asked).is_empty());
                    end.into_iter().for_each(|end| add(self.rule_ground(case, *id, None), OpenKind::Amounts, end));
                }
                _ => {}
            }
        }
        let is_open = |truth: &Truth| *truth == Truth::Unknown;
        for (exemption, _) in case.outcome.exemptions.iter().zip(&case.exemptions).filter(|(_, truth)| is_open(truth)) {
            add(plain(exemption.clause), OpenKind::Exemption, &exemption.condition);
        }
        for (rule, _) in case.outcome.adjustments.iter().zip(&case.adjustments).filter(|(_, truth)| is_open(truth)) {
            add(plain(rule.clause), OpenKind::Adjustment, &rule.condition);
        }
        parts
    }

    /// The unknown facts, and the outcomes to choose of, that a condition hangs on, as far as they can still change the
    /// result.
    fn hangs_on(&self, condition: &Expr, asked: Option<&BTreeSet<&str>>) -> Vec<String> {
        let name = |id: &FactId| self.data.facts.get(id.index()).map(|fact| fact.name.to_string());
        let is_open = |id: &FactId| match self.facts.get(*id) {
            None => true,
            // Of a list that is given, fields may be unknown.
            Some(value) => matches!(value, crate::policy::Value::List(..)),
        };
        let facts = self.mentioned_through_outcomes(condition);
        let mut names: Vec<String> = facts.iter().filter(|id| is_open(id)).filter_map(name).collect();
        let outcome = |id: &OutcomeId| self.data.outcomes.get(id.index()).map(|outcome| outcome.name.to_string());
        names.extend(self.outcomes_behind(condition).iter().filter_map(outcome));
        match asked {
            Some(asked) => names.retain(|name| asked.contains(name.as_str())),
            None => names.retain(|name| self.policy.fact(name).is_some()),
        }
        names
    }

    /// The outcomes that a condition reads, and those that their conditions read.
    fn outcomes_behind(&self, condition: &Expr) -> BTreeSet<OutcomeId> {
        let mut found: BTreeSet<OutcomeId> = BTreeSet::new();
        let mut walk = Walk::new(self.data);
        let mut rest: Vec<&Expr> = vec![condition];
        while let Some(expr) = rest.pop() {
            let mut new: Vec<OutcomeId> = Vec::new();
            walk.visit(expr, &mut |part| {
                if let ExprKind::Outcome(id, _) = &part.kind
                    && found.insert(*id)
                {
                    new.push(*id);
                }
            });
            rest.extend(new.into_iter().flat_map(|id| self.conditions_of(id)));
        }
        found
    }

    /// The facts that a condition mentions, also by reading other outcomes.
    pub(super) fn mentioned_through_outcomes(&self, condition: &Expr) -> BTreeSet<FactId> {
        let mut facts = mentioned(self.data, condition);
        for outcome in self.outcomes_behind(condition) {
            for behind in self.conditions_of(outcome) {
                facts.extend(mentioned(self.data, behind));
            }
        }
        facts
    }
}
