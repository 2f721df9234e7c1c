//! Outcomes that are settled: by conditions that come out whatever else is the case, or by all completions.

use super::basis::{Basis, Part, basis};
use super::explanation::{
    AdjustmentStep, ClauseGround, CombinationStep, CombinedSet, ExemptionGround, FiredRule, Grounding, NearRule,
    OutcomeExplanation, Proof, RuleGround, RulePart,
};
use super::lacking::Lacks;
use super::proof::{Prover, mentioned};
use super::support::{Fixed, Support, Supporter, restricted};
use super::why::Explainer;
use crate::decide::grounds::{Adjusting, Conclusion, Ground, Holds, OutcomeCase, conclude, value_list};
use crate::decide::{DecideError, Facts, OutcomeDecision, Status, Truth, ValueList, Verdict, decide};
use crate::policy::{Combined, Contribution, Expr, FactId, OutcomeId, PermittedSet, Policy, RuleId, RuleKind};
use std::collections::BTreeSet;

/// Most rules that are called nearest.
const MOST_NEAREST: usize = 3;

/// Most times that a case is decided anew to find out which facts a result rests on.
const MOST_TRIALS: usize = 64;

impl<'a> Explainer<'a> {
    /// The explanation by conditions; `None` where only the completions settle the outcome.
    pub(super) fn by_conditions(
        &mut self,
        case: &OutcomeCase<'a>,
        conclusion: Option<&Conclusion>,
        result: &OutcomeDecision,
    ) -> Option<OutcomeExplanation> {
        let concluded = match conclusion {
            Some(known) => known.clone(),
            None => conclude(self.data, case.outcome, case).ok()?,
        };
        if concluded.verdict.status != result.status {
            return None;
        }
        let basis = basis(self.data, case, &concluded, &self.scopes)?;
        let fixed = self.fixed(case, &basis);
        let support = Supporter::new(self.data, self.facts, &self.ground.evaluator).of(&fixed);
        let known = restricted(self.facts, &support.facts);
        let evaluator = self.ground.evaluator.knowing(&known);
        let mut prover = Prover::new(self.data, &evaluator, self.wording);
        let settled = Settled { case, concluded: &concluded, basis: &basis };
        let mut explanation = OutcomeExplanation {
            grounding: Grounding::Conditions,
            scope: self.scope(&basis, &mut prover),
            fired: self.fired(&settled, &mut prover),
            ruled_out: self.ruled_out(&settled, &mut prover),
            exemptions: self.exemptions(&settled, &mut prover),
            combination: self.combination(&settled),
            adjustments: self.adjustments(&settled, &mut prover),
            nearest: Vec::new(),
            ..blank(result)
        };
        if result.status == Status::NotAddressed {
            explanation.nearest = self.nearest(case);
        }
        let all = self.with_read(support);
        explanation.facts = self.cited_facts(&all.facts);
        explanation.choices = self.cited_choices(&all.choices);
        self.read.insert(case.id, all);
        Some(explanation)
    }

    /// The explanation of an outcome that comes out the same in every completion although some condition is open.
    pub(super) fn by_completions(&mut self, case: &OutcomeCase<'a>, result: &OutcomeDecision) -> OutcomeExplanation {
        let facts = self.facts_by_trial(case, result);
        let choices = self.policy.outcome_ids().filter(|id| self.facts.chosen(*id).is_some()).collect();
        let support = Support { facts, outcomes: BTreeSet::new(), choices };
        let explanation = OutcomeExplanation {
            grounding: Grounding::Completions,
            fired: self.standing(case, result),
            open: self.open_parts(case, None),
            facts: self.cited_facts(&support.facts),
            choices: self.cited_choices(&support.choices),
            ..blank(result)
        };
        self.read.insert(case.id, support);
        explanation
    }

    /// The conditions that are to come out as they do: those that hold first, for they leave less to choose.
    fn fixed<'e>(&self, case: &OutcomeCase<'e>, basis: &Basis) -> Fixed<'e>
    where
        'a: 'e,
    {
        let mut fixed = Fixed::default();
        for wanted in [true, false] {
            for part in basis.parts.iter().filter(|(_, holds)| **holds == wanted).map(|(part, _)| part) {
                let condition: Option<&'e Expr> = match part {
                    Part::Scope(index) => self.data.scopes.get(*index).map(|scope| &scope.condition),
                    Part::Rule(id) => self.data.rules.get(id.index()).and_then(|rule| rule.condition.as_ref()),
                    Part::Exemption(index) => case.outcome.exemptions.get(*index).map(|found| &found.condition),
                    Part::Adjustment(index) => case.outcome.adjustments.get(*index).map(|found| &found.condition),
                    Part::Amounts(id) => {
                        if let Some(Contribution::Computed { from, to, .. }) =
                            self.data.rules.get(id.index()).map(|rule| &rule.permitted)
                        {
                            fixed.amounts.extend([from, to]);
                        }
                        None
                    }
                };
                fixed.conditions.extend(condition);
            }
        }
        fixed
    }

    fn scope(&self, basis: &Basis, prover: &mut Prover<'_>) -> Vec<ClauseGround> {
        let cited =
            self.data.scopes.iter().enumerate().filter(|(index, _)| basis.parts.contains_key(&Part::Scope(*index)));
        let ground = cited.map(|(_, scope)| ClauseGround {
            clause: self.citation(scope.clause),
            proof: prover.proof(&scope.condition),
        });
        ground.collect()
    }

    pub(super) fn rule_ground(&self, case: &OutcomeCase<'_>, id: RuleId, proof: Option<Proof>) -> RuleGround {
        let fixed = match self.data.rules.get(id.index()).map(|rule| &rule.permitted) {
            Some(Contribution::Fixed(set)) => Some(set),
            Some(Contribution::Computed { .. }) | None => case.permitted(id).ok().flatten(),
        };
        RuleGround {
            clause: self.rule_citation(id),
            permits: fixed.map(|set| value_list(self.data, case.outcome, set)),
            proof,
        }
    }

    fn proof_of_rule(&self, id: RuleId, prover: &mut Prover<'_>) -> Option<Proof> {
        let condition = self.data.rules.get(id.index())?.condition.as_ref()?;
        Some(prover.proof(condition))
    }

    fn fired(&self, settled: &Settled<'_, 'a>, prover: &mut Prover<'_>) -> Vec<FiredRule> {
        let Settled { case, concluded, basis } = settled;
        let mut fired: Vec<RuleId> = concluded.standing.iter().chain(&concluded.overridden).copied().collect();
        fired.sort_unstable();
        let is_whole = |index: &usize| case.outcome.exemptions.get(*index).is_some_and(|found| found.from.is_none());
        let is_exempt = concluded.exemptions.iter().any(is_whole);
        let explained = fired.iter().map(|id| {
            let is_pinned = basis.parts.get(&Part::Rule(*id)) == Some(&true);
            let (part, by) = match settled.dropped_by(self, *id, &fired) {
                _ if is_exempt => (RulePart::Exempt, Vec::new()),
                Some(dropped) => dropped,
                None if basis.deciding.contains(id) => (RulePart::Decides, Vec::new()),
                None => (RulePart::AddsNothing, Vec::new()),
            };
            let proof = if is_pinned { self.proof_of_rule(*id, prover) } else { None };
            FiredRule {
                rule: self.rule_ground(case, *id, proof),
                part,
                by,
                otherwise: self.data.rules.get(id.index()).is_some_and(|rule| rule.kind == RuleKind::Otherwise),
            }
        });
        explained.collect()
    }

    fn ruled_out(&self, settled: &Settled<'_, 'a>, prover: &mut Prover<'_>) -> Vec<RuleGround> {
        let parts = settled.basis.parts.iter().filter(|(_, holds)| !**holds);
        let rules = parts.filter_map(|(part, _)| match part {
            Part::Rule(id) => Some(*id),
            Part::Scope(_) | Part::Amounts(_) | Part::Exemption(_) | Part::Adjustment(_) => None,
        });
        rules.map(|id| self.rule_ground(settled.case, id, self.proof_of_rule(id, prover))).collect()
    }

    fn exemptions(&self, settled: &Settled<'_, 'a>, prover: &mut Prover<'_>) -> Vec<ExemptionGround> {
        let mut found = Vec::new();
        for (index, exemption) in settled.case.outcome.exemptions.iter().enumerate() {
            let pinned = settled.basis.parts.get(&Part::Exemption(index)).copied();
            let changed = settled.concluded.exemptions.contains(&index);
            if pinned.is_none() && !changed {
                continue;
            }
            found.push(ExemptionGround {
                clause: self.citation(exemption.clause),
                holds: changed || pinned == Some(true),
                from: self.rule_citations(exemption.from.iter().flatten().copied()),
                proof: pinned.map(|_| prover.proof(&exemption.condition)),
            });
        }
        found
    }

    fn combination(&self, settled: &Settled<'_, 'a>) -> Option<CombinationStep> {
        let Settled { case, concluded, basis } = settled;
        if basis.deciding.is_empty() {
            return None;
        }
        let is_conflict = concluded.verdict.status == Status::Conflict;
        let contributing: Vec<RuleId> =
            concluded.standing.iter().copied().filter(|id| settled.excusing(*id).is_empty()).collect();
        let counted = contributing.iter().filter(|id| !is_conflict || basis.deciding.contains(id));
        let sets: Vec<(RuleId, &PermittedSet)> =
            counted.filter_map(|id| Some((*id, case.permitted(*id).ok().flatten()?))).collect();
        let result = PermittedSet::combine(case.outcome.combination, sets.iter().map(|(_, set)| *set)).ok()?;
        Some(CombinationStep {
            how: case.outcome.combination.into(),
            sets: sets
                .iter()
                .map(|(id, set)| CombinedSet { clause: self.rule_citation(*id), permits: self.list(case, set) })
                .collect(),
            result: match &result {
                Combined::Set(set) => Some(self.list(case, set)),
                Combined::Conflict | Combined::Nothing => None,
            },
        })
    }

    fn list(&self, case: &OutcomeCase<'_>, set: &PermittedSet) -> ValueList {
        value_list(self.data, case.outcome, set)
    }

    fn adjustments(&self, settled: &Settled<'_, 'a>, prover: &mut Prover<'_>) -> Vec<AdjustmentStep> {
        let Settled { case, concluded, basis } = settled;
        let Some(set) = &concluded.combined else { return Vec::new() };
        let mut state = Adjusting::new(self.data, case.outcome, set.clone());
        let mut steps = Vec::new();
        for (index, rule) in case.outcome.adjustments.iter().enumerate() {
            let made = concluded.adjustments.contains(&index);
            let pinned = basis.parts.contains_key(&Part::Adjustment(index));
            if !made && !pinned {
                continue;
            }
            let before = made.then(|| self.list(case, &state.result()));
            let after = (made && state.add(rule).is_ok()).then(|| self.list(case, &state.result()));
            steps.push(AdjustmentStep {
                clause: self.citation(rule.clause),
                holds: made,
                ways: rule.adjustments.iter().map(|way| (*way).into()).collect(),
                may: rule.mode == crate::syntax::ast::Mode::May,
                before,
                after,
                proof: pinned.then(|| prover.proof(&rule.condition)),
            });
        }
        steps
    }

    /// The rules that lack least.
    fn nearest(&self, case: &OutcomeCase<'a>) -> Vec<NearRule> {
        let mut lacks = Lacks::new(self.data, &self.ground.evaluator, self.wording);
        let mut near = Vec::new();
        for id in &case.outcome.rules {
            let Some(rule) = self.data.rules.get(id.index()) else { continue };
            let Some(condition) = &rule.condition else { continue };
            let lacking = lacks.of(condition, true);
            if !lacking.is_empty() {
                near.push((lacking.len(), *id, lacking));
            }
        }
        let least = near.iter().map(|(count, ..)| *count).min();
        near.retain(|(count, ..)| Some(*count) == least);
        near.truncate(MOST_NEAREST);
        let explained = near.into_iter().map(|(_, id, lacking)| {
            let RuleGround { clause, permits, .. } = self.rule_ground(case, id, None);
            NearRule { clause, permits, lacking }
        });
        explained.collect()
    }

    /// Known facts with which alone the outcome is decided the same: of those that bear on it, one after the other is
    /// left out, as long as the written limit allows.
    fn facts_by_trial(&self, case: &OutcomeCase<'_>, result: &OutcomeDecision) -> BTreeSet<FactId> {
        let known = |id: &FactId| self.facts.get(*id).is_some();
        let all: BTreeSet<FactId> = self.policy.fact_ids().filter(known).collect();
        let bearing: BTreeSet<FactId> = self.bearing_on(case.id).into_iter().filter(known).collect();
        let mut kept = if self.is_same(&bearing, result) { bearing } else { all };
        for id in kept.clone().into_iter().rev().take(MOST_TRIALS) {
            kept.remove(&id);
            if !self.is_same(&kept, result) {
                kept.insert(id);
            }
        }
        kept
    }

    /// Whether the outcome is settled in the same way with only these facts known.
    fn is_same(&self, known: &BTreeSet<FactId>, result: &OutcomeDecision) -> bool {
        let decision = decide(self.policy, &restricted(self.facts, known));
        decision.is_ok_and(|decision| {
            decision.outcome(&result.title()).is_some_and(|found| {
                (found.status, found.none) == (result.status, result.none) && found.permitted == result.permitted
            })
        })
    }

    /// The facts that the conditions of an outcome mention, and those of the outcomes that it reads.
    pub(super) fn bearing_on(&self, outcome: OutcomeId) -> BTreeSet<FactId> {
        let mut facts = BTreeSet::new();
        let scopes = self.data.scopes.iter().map(|scope| &scope.condition);
        let assumptions = self.data.assumptions.iter().map(|assumption| &assumption.condition);
        for condition in scopes.chain(assumptions) {
            facts.extend(mentioned(self.data, condition));
        }
        for condition in self.conditions_of(outcome) {
            facts.extend(self.mentioned_through_outcomes(condition));
        }
        facts.extend(self.data.dated_by);
        facts
    }

    /// The conditions of an outcome, and the amounts that its rules calculate.
    pub(super) fn conditions_of(&self, outcome: OutcomeId) -> Vec<&'a Expr> {
        let data = self.data;
        let Some(outcome) = data.outcomes.get(outcome.index()) else { return Vec::new() };
        let mut found: Vec<&'a Expr> = Vec::new();
        for rule in outcome.rules.iter().filter_map(|id| data.rules.get(id.index())) {
            found.extend(&rule.condition);
            if let Contribution::Computed { from, to, .. } = &rule.permitted {
                found.extend([from, to]);
            }
        }
        found.extend(outcome.exemptions.iter().map(|exemption| &exemption.condition));
        found.extend(outcome.adjustments.iter().map(|adjustment| &adjustment.condition));
        found
    }
}

/// A settled outcome with what it rests on.
struct Settled<'s, 'a> {
    case: &'s OutcomeCase<'a>,
    concluded: &'s Conclusion,
    basis: &'s Basis,
}

impl Settled<'_, '_> {
    /// The exemptions that hold and excuse a rule.
    fn excusing(&self, id: RuleId) -> Vec<usize> {
        let exemptions = self.case.outcome.exemptions.iter().zip(&self.case.exemptions).enumerate();
        let excuses = exemptions.filter(|(_, (found, truth))| {
            **truth == Truth::True && found.from.as_ref().is_some_and(|from| from.contains(&id))
        });
        excuses.map(|(index, _)| index).collect()
    }

    /// What keeps a rule that fired from counting.
    fn dropped_by(&self, explainer: &Explainer<'_>, id: RuleId, fired: &[RuleId]) -> Option<(RulePart, Vec<String>)> {
        if self.concluded.overridden.contains(&id) {
            let overrides = |other: &&RuleId| {
                explainer.data.rules.get(other.index()).is_some_and(|rule| rule.overrides.contains(&id))
            };
            let by = explainer.rule_citations(fired.iter().filter(overrides).copied());
            return Some((RulePart::Overridden, by));
        }
        let mut by: Vec<String> = Vec::new();
        for index in self.excusing(id) {
            let clause = self.case.outcome.exemptions.get(index).map(|found| explainer.citation(found.clause));
            by.extend(clause.filter(|clause| !by.contains(clause)));
        }
        (!by.is_empty()).then_some((RulePart::Excused, by))
    }
}

/// What an outcome of a case comes to; `None` where it is undetermined.
pub(super) fn verdict_of(policy: &Policy, facts: &Facts, outcome: OutcomeId) -> Result<Option<Verdict>, DecideError> {
    let decision = decide(policy, facts)?;
    let status = decision.outcomes.get(outcome.index()).map(|result| result.status);
    if status.is_none_or(|status| status == Status::Undetermined) {
        return Ok(None);
    }
    let ground = Ground::of(policy, facts)?;
    let found = ground.cases.iter().find(|(case, _)| case.id == outcome);
    Ok(found.and_then(|(case, conclusion)| match conclusion {
        Some(known) => Some(known.verdict.clone()),
        None => {
            let concluded = conclude(policy.data(), case.outcome, case).ok()?;
            Some(concluded.verdict).filter(|verdict| Some(verdict.status) == status)
        }
    }))
}

/// An explanation that says nothing but the result.
pub(super) fn blank(result: &OutcomeDecision) -> OutcomeExplanation {
    OutcomeExplanation {
        result: result.clone(),
        grounding: Grounding::Open,
        scope: Vec::new(),
        fired: Vec::new(),
        ruled_out: Vec::new(),
        exemptions: Vec::new(),
        combination: None,
        adjustments: Vec::new(),
        nearest: Vec::new(),
        open: Vec::new(),
        facts: Vec::new(),
        choices: Vec::new(),
    }
}
