//! The interpreter: one case in, a decision out.

use super::conclude::{Conclusion, Holds, Verdict, conclude};
use super::decision::{DECISION_FORMAT, DecidedBy, Decision, OutcomeDecision, Permitted, Status, ValueList};
use super::evaluate::{EvaluationError, Evaluator, Truth};
use super::exact::{Completions, Exact, Possible};
use super::facts::Facts;
use crate::policy::{BodyId, ClauseId, Expr, FactId, MemberIndex, Outcome, PermittedSet, Policy, PolicyData, RuleId};
use crate::source::Span;
use crate::syntax::ast::Jointly;
use std::collections::{BTreeMap, BTreeSet};

/// Why a case cannot be decided at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// The facts contradict what the policy assumes of every case.
    #[error("the facts contradict what the policy assumes of every case")]
    AgainstAssumption {
        /// The assumptions in the policy's text.
        assumptions: Vec<Span>,
    },
    /// A calculation has no result: it leaves the range of its type, or needs a calendar.
    #[error(transparent)]
    Evaluation(#[from] EvaluationError),
}

/// Decides a case.
///
/// An outcome is settled if and only if every completion of the unknown facts that the assumptions allow gives the same
/// status and permitted set. Takes time linear in the policy where all facts that matter are known; see the language
/// reference for what unknown facts cost.
///
/// # Errors
/// The facts contradict an assumption, or a calculation has no result.
///
/// # Panics
/// Never.
pub fn decide(policy: &Policy, facts: &Facts) -> Result<Decision, DecideError> {
    let data = policy.data();
    let evaluator = Evaluator::new(data, facts);
    let mut open_assumptions = Vec::new();
    let mut violated = Vec::new();
    for assumption in &data.assumptions {
        match evaluator.truth(&assumption.condition)? {
            Truth::True => {}
            Truth::False => violated.push(assumption.span),
            Truth::Unknown => open_assumptions.push(assumption),
        }
    }
    if !violated.is_empty() {
        return Err(DecideError::AgainstAssumption { assumptions: violated });
    }
    let mut scope = Truth::True;
    for part in &data.scopes {
        scope = match (scope, evaluator.truth(&part.condition)?) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        };
    }
    let cases: Vec<OutcomeCase<'_>> = data
        .outcomes
        .iter()
        .map(|outcome| OutcomeCase::new(data, outcome, scope, &evaluator))
        .collect::<Result<_, _>>()?;

    let mut completions = None;
    if !open_assumptions.is_empty() || cases.iter().any(OutcomeCase::is_open) {
        let conditions = cases.iter().filter(|case| case.is_open()).flat_map(OutcomeCase::open_conditions);
        let scopes = data.scopes.iter().map(|part| &part.condition);
        let assumptions: Vec<&Expr> = open_assumptions.iter().map(|assumption| &assumption.condition).collect();
        let mentioned = conditions.chain(scopes).chain(assumptions.iter().copied());
        let mut found = Completions::new(data, facts, &evaluator, mentioned, &assumptions);
        if found.none_allowed() {
            let assumptions = open_assumptions.iter().map(|assumption| assumption.span).collect();
            return Err(DecideError::AgainstAssumption { assumptions });
        }
        completions = Some(found);
    }
    let reporter = Reporter { policy, data, facts, evaluator: &evaluator };
    let mut outcomes = Vec::with_capacity(cases.len());
    for case in &cases {
        outcomes.push(match (&mut completions, case.is_open()) {
            (Some(completions), true) => reporter.exact(case, &completions.outcome(case)),
            _ => reporter.plain(case, &conclude(data, case.outcome, case)?),
        });
    }
    Ok(Decision { format: DECISION_FORMAT, policy: policy.name().to_owned(), outcomes })
}

/// One outcome with what is known of each of its conditions.
pub(super) struct OutcomeCase<'a> {
    data: &'a PolicyData,
    pub(super) outcome: &'a Outcome,
    pub(super) scope: Truth,
    pub(super) rules: BTreeMap<RuleId, Truth>,
    pub(super) exemptions: Vec<Truth>,
    pub(super) adjustments: Vec<Truth>,
}

impl<'a> OutcomeCase<'a> {
    fn new(
        data: &'a PolicyData,
        outcome: &'a Outcome,
        scope: Truth,
        evaluator: &Evaluator<'_>,
    ) -> Result<Self, EvaluationError> {
        let mut rules = BTreeMap::new();
        for id in &outcome.rules {
            let condition = data.rules.get(id.index()).and_then(|rule| rule.condition.as_ref());
            rules.insert(*id, condition.map_or(Ok(Truth::True), |condition| evaluator.truth(condition))?);
        }
        let exemptions = outcome.exemptions.iter().map(|found| evaluator.truth(&found.condition));
        let adjustments = outcome.adjustments.iter().map(|found| evaluator.truth(&found.condition));
        Ok(Self {
            data,
            outcome,
            scope,
            rules,
            exemptions: exemptions.collect::<Result<_, _>>()?,
            adjustments: adjustments.collect::<Result<_, _>>()?,
        })
    }

    /// Whether some condition depends on unknown facts.
    fn is_open(&self) -> bool {
        let truths = self.rules.values().chain(&self.exemptions).chain(&self.adjustments);
        self.scope == Truth::Unknown
            || (self.scope == Truth::True && truths.copied().any(|truth| truth == Truth::Unknown))
    }

    /// The conditions that depend on unknown facts, the scope's excepted.
    fn open_conditions(&self) -> Vec<&'a Expr> {
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

    fn exemption(&self, index: usize) -> bool {
        self.exemptions.get(index) == Some(&Truth::True)
    }

    fn adjustment(&self, index: usize) -> bool {
        self.adjustments.get(index) == Some(&Truth::True)
    }
}

/// Turns conclusions into plain data.
struct Reporter<'a> {
    policy: &'a Policy,
    data: &'a PolicyData,
    facts: &'a Facts,
    evaluator: &'a Evaluator<'a>,
}

impl Reporter<'_> {
    fn plain(&self, case: &OutcomeCase<'_>, conclusion: &Conclusion) -> OutcomeDecision {
        let mut decision = self.settled(case, &conclusion.verdict);
        decision.clauses = self.rule_citations(&conclusion.standing);
        decision.overridden = self.rule_citations(&conclusion.overridden);
        let exempting = conclusion.exemptions.iter().filter_map(|index| case.outcome.exemptions.get(*index));
        let adjusting = conclusion.adjustments.iter().filter_map(|index| case.outcome.adjustments.get(*index));
        decision.exempted_by = self.citations(exempting.clone().map(|found| found.clause));
        decision.adjusted_by = self.citations(adjusting.clone().map(|found| found.clause));
        decision.weigh = conclusion.weigh;
        if conclusion.combined != conclusion.verdict.permitted {
            decision.unadjusted = conclusion.combined.as_ref().map(|set| self.value_list(case, set));
        }
        let conditions = exempting.map(|found| &found.condition).chain(adjusting.map(|found| &found.condition));
        decision.judgements = self.judgements(&conclusion.standing, conditions);
        decision
    }

    fn exact(&self, case: &OutcomeCase<'_>, exact: &Exact) -> OutcomeDecision {
        let mut decision = match &exact.possible {
            Possible::Settled(verdict) => self.settled(case, verdict),
            Possible::Open(verdicts) => {
                let mut decision = self.blank(case, Status::Undetermined);
                decision.possible = self.possible(case, verdicts);
                decision
            }
            Possible::LimitReached => {
                let mut decision = self.blank(case, Status::Undetermined);
                decision.limit_reached = true;
                decision
            }
        };
        decision.clauses = self.rule_citations(&exact.standing);
        let exempting = exact.exemptions.iter().filter_map(|index| case.outcome.exemptions.get(*index));
        let adjusting = exact.adjustments.iter().filter_map(|index| case.outcome.adjustments.get(*index));
        decision.exempted_by = self.citations(exempting.clone().map(|found| found.clause));
        decision.adjusted_by = self.citations(adjusting.clone().map(|found| found.clause));
        decision.weigh = exact.weigh;
        let conditions = exempting.map(|found| &found.condition).chain(adjusting.map(|found| &found.condition));
        decision.judgements = self.judgements(&exact.standing, conditions);
        let names = exact.asks.iter().filter_map(|id| self.data.facts.get(id.index()));
        let names: BTreeSet<String> = names.map(|fact| fact.name.clone()).collect();
        decision.asks = names.into_iter().collect();
        decision
    }

    fn blank(&self, case: &OutcomeCase<'_>, status: Status) -> OutcomeDecision {
        OutcomeDecision {
            name: case.outcome.name.clone(),
            role: None,
            status,
            permitted: Permitted::Values(Vec::new()),
            none: false,
            clauses: Vec::new(),
            overridden: Vec::new(),
            adjusted_by: Vec::new(),
            exempted_by: Vec::new(),
            weigh: false,
            unadjusted: None,
            decided_by: Vec::new(),
            enforced_by: Vec::new(),
            judgements: Vec::new(),
            possible: Vec::new(),
            asks: Vec::new(),
            limit_reached: false,
        }
    }

    fn settled(&self, case: &OutcomeCase<'_>, verdict: &Verdict) -> OutcomeDecision {
        let mut decision = self.blank(case, verdict.status);
        if let Some(set) = &verdict.permitted {
            decision.permitted = self.permitted(case, set);
            decision.none = set.permits_none();
            decision.decided_by = self.decided_by(case.outcome, set);
            decision.enforced_by = self.enforced_by(case.outcome, set);
        }
        decision
    }

    fn member_name(&self, outcome: &Outcome, member: MemberIndex) -> String {
        let values = self.data.enumerations.get(outcome.values.index());
        values.and_then(|of| of.members.get(member.index())).map_or_else(String::new, |found| found.name.clone())
    }

    fn value_list(&self, case: &OutcomeCase<'_>, set: &PermittedSet) -> ValueList {
        ValueList { permitted: self.permitted(case, set).words(), none: set.permits_none() }
    }

    fn permitted(&self, case: &OutcomeCase<'_>, set: &PermittedSet) -> Permitted {
        Permitted::of(set, |member| self.member_name(case.outcome, member))
    }

    /// The values of a set that a list names, in words; all of them where there is no list.
    fn covered(&self, outcome: &Outcome, set: &PermittedSet, values: Option<&[MemberIndex]>) -> Vec<String> {
        let Some(values) = values else {
            return Permitted::of(set, |member| self.member_name(outcome, member)).words();
        };
        let members = set.members().filter(|member| values.contains(member));
        members.map(|member| self.member_name(outcome, member)).collect()
    }

    /// The union of what is still possible.
    fn possible(&self, case: &OutcomeCase<'_>, verdicts: &[Verdict]) -> Vec<String> {
        let sets = || verdicts.iter().filter_map(|verdict| verdict.permitted.as_ref());
        let merged = merged(sets());
        let mut possible: Vec<String> = merged.iter().flat_map(|set| self.permitted(case, set).words()).collect();
        if sets().any(PermittedSet::permits_none) {
            possible.push("none".to_owned());
        }
        let others = [
            (Status::Exempt, "exempt"),
            (Status::NotAddressed, "not_addressed"),
            (Status::Conflict, "conflict"),
            (Status::OutOfScope, "out_of_scope"),
        ];
        for (status, word) in others {
            if verdicts.iter().any(|verdict| verdict.status == status) {
                possible.push(word.to_owned());
            }
        }
        possible
    }

    fn citations(&self, clauses: impl Iterator<Item = ClauseId>) -> Vec<String> {
        let mut cited: Vec<String> = Vec::new();
        for id in clauses {
            if let Some(clause) = self.data.clauses.get(id.index())
                && !cited.contains(&clause.citation)
            {
                cited.push(clause.citation.clone());
            }
        }
        cited
    }

    fn rule_citations(&self, rules: &[RuleId]) -> Vec<String> {
        self.citations(rules.iter().filter_map(|id| self.data.rules.get(id.index())).map(|rule| rule.clause))
    }

    fn body_names(&self, bodies: &[BodyId]) -> Vec<String> {
        bodies.iter().filter_map(|id| self.data.bodies.get(id.index())).map(|body| body.name.clone()).collect()
    }

    fn decided_by(&self, outcome: &Outcome, set: &PermittedSet) -> Vec<DecidedBy> {
        let mut found = Vec::new();
        for decider in &outcome.deciders {
            let values = self.covered(outcome, set, decider.values.as_deref());
            if values.is_empty() {
                continue;
            }
            found.push(DecidedBy {
                values,
                bodies: self.body_names(&decider.bodies),
                jointly: decider.jointly == Jointly::Together,
                approved_by: self.body_names(&decider.approved_by),
                clause: self.citations(std::iter::once(decider.clause)).pop().unwrap_or_default(),
            });
        }
        found
    }

    fn enforced_by(&self, outcome: &Outcome, set: &PermittedSet) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for enforcer in &outcome.enforcers {
            if !self.covered(outcome, set, enforcer.values.as_deref()).is_empty() {
                for name in self.body_names(&enforcer.bodies) {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
        }
        names
    }

    /// The judgements among the facts that the rules and conditions rest on.
    fn judgements<'e>(&self, rules: &[RuleId], conditions: impl Iterator<Item = &'e Expr>) -> Vec<String> {
        let mut facts: BTreeSet<FactId> = BTreeSet::new();
        let rules = rules.iter().filter_map(|id| self.data.rules.get(id.index())?.condition.as_ref());
        for condition in rules {
            self.evaluator.support(condition, &mut facts);
        }
        for condition in conditions {
            self.evaluator.support(condition, &mut facts);
        }
        let known = facts.into_iter().filter(|id| self.facts.get(*id).is_some());
        let judged = known.filter_map(|id| self.policy.facts().get(id.index())).filter(|fact| fact.judgement.is_some());
        judged.map(|fact| fact.name.clone()).collect()
    }
}

/// The union of some sets: one set for each unit that occurs.
fn merged<'s>(sets: impl Iterator<Item = &'s PermittedSet>) -> Vec<PermittedSet> {
    let mut merged: Vec<PermittedSet> = Vec::new();
    for set in sets {
        let union = |other: &mut PermittedSet| other.union(set).map(|union| *other = union).is_ok();
        if !merged.iter_mut().any(union) {
            merged.push(set.clone());
        }
    }
    merged
}
