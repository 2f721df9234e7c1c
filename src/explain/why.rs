//! From a case to its explanation.

use super::explanation::{EXPLANATION_FORMAT, Explanation, OutcomeExplanation};
use super::support::Support;
use super::wording::Wording;
use crate::decide::grounds::{Conclusion, Ground, OutcomeCase};
use crate::decide::{DecideError, Decision, Facts, OutcomeDecision, Status, Truth, decide};
use crate::policy::{ClauseId, OutcomeId, Policy, PolicyData, RuleId};
use crate::syntax::KeywordLanguage;
use std::collections::BTreeMap;

/// Explains how a case is decided. Conditions are written with the keywords of a language.
///
/// # Errors
/// The case cannot be decided: see [`decide`].
pub fn explain(policy: &Policy, facts: &Facts, keywords: KeywordLanguage) -> Result<Explanation, DecideError> {
    let decision = decide(policy, facts)?;
    let ground = Ground::of(policy, facts)?;
    let mut explainer = Explainer::new(policy, facts, &ground, &decision, keywords);
    let mut outcomes: Vec<(OutcomeId, OutcomeExplanation)> = Vec::with_capacity(decision.outcomes.len());
    // In the order in which outcomes read each other, so that what one rests on is known where another reads it.
    for (case, conclusion) in &ground.cases {
        if let Some(result) = decision.outcomes.get(case.id.index()) {
            let explained = explainer.outcome(case, conclusion.as_ref(), result);
            outcomes.push((case.id, explained));
        }
    }
    outcomes.sort_by_key(|(id, _)| *id);
    let is_decided = decision.outcomes.iter().any(|outcome| outcome.status == Status::Decided);
    Ok(Explanation {
        format: EXPLANATION_FORMAT,
        policy: policy.name().to_owned(),
        as_of: decision.as_of.clone(),
        judged_by_version_of: explainer.version(),
        outcomes: outcomes.into_iter().map(|(_, outcome)| outcome).collect(),
        duties: explainer.duties(),
        procedures: if is_decided { explainer.procedures() } else { Vec::new() },
    })
}

/// One case with what it was decided by.
pub(super) struct Explainer<'a> {
    pub(super) policy: &'a Policy,
    pub(super) data: &'a PolicyData,
    pub(super) facts: &'a Facts,
    pub(super) ground: &'a Ground<'a>,
    pub(super) decision: &'a Decision,
    pub(super) wording: Wording<'a>,
    /// The truths of the parts of the scope.
    pub(super) scopes: Vec<Truth>,
    /// What the outcomes explained so far rest on.
    pub(super) read: BTreeMap<OutcomeId, Support>,
}

impl<'a> Explainer<'a> {
    fn new(
        policy: &'a Policy,
        facts: &'a Facts,
        ground: &'a Ground<'a>,
        decision: &'a Decision,
        keywords: KeywordLanguage,
    ) -> Self {
        let data = policy.data();
        let truth = |condition| ground.evaluator.truth(condition).unwrap_or(Truth::Unknown);
        Self {
            policy,
            data,
            facts,
            ground,
            decision,
            wording: Wording::new(policy, keywords),
            scopes: data.scopes.iter().map(|scope| truth(&scope.condition)).collect(),
            read: BTreeMap::new(),
        }
    }

    fn outcome(
        &mut self,
        case: &OutcomeCase<'a>,
        conclusion: Option<&Conclusion>,
        result: &OutcomeDecision,
    ) -> OutcomeExplanation {
        if result.status == Status::Undetermined {
            return self.undetermined(case, result);
        }
        let by_conditions = self.by_conditions(case, conclusion, result);
        by_conditions.unwrap_or_else(|| self.by_completions(case, result))
    }

    /// The day whose version of the policy judges the case, where the policy has versions at all.
    fn version(&self) -> Option<String> {
        let data = self.data;
        let changes = data.dated_by.is_some()
            || !data.in_force.is_empty()
            || data.clauses.iter().any(|clause| !clause.in_force.is_empty())
            || data
                .params_used
                .iter()
                .any(|id| data.params.get(id.index()).is_some_and(|one| one.constant().is_none()));
        self.facts.case_date().filter(|_| changes).map(|day| day.to_string())
    }

    pub(super) fn citation(&self, clause: ClauseId) -> String {
        self.data.clauses.get(clause.index()).map_or_else(String::new, |clause| clause.citation.clone())
    }

    pub(super) fn rule_citation(&self, rule: RuleId) -> String {
        self.data.rules.get(rule.index()).map_or_else(String::new, |rule| self.citation(rule.clause))
    }

    /// The clauses of some rules, each once.
    pub(super) fn rule_citations(&self, rules: impl IntoIterator<Item = RuleId>) -> Vec<String> {
        let mut cited: Vec<String> = Vec::new();
        for rule in rules {
            let citation = self.rule_citation(rule);
            if !cited.contains(&citation) {
                cited.push(citation);
            }
        }
        cited
    }
}
