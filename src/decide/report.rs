//! Conclusions as plain data.

use super::case::OutcomeCase;
use super::conclude::{Conclusion, Verdict, measure};
use super::decision::{
    DecidedBy, DutyDecision, DutyKind, OutcomeDecision, Permitted, Status, ValueContents, ValueList,
};
use super::duties::{DutyCase, DutyStatus};
use super::evaluate::{Evaluator, Support, Truth};
use super::exact::{Asked, Completions, Exact, Possible};
use super::facts::Facts;
use crate::policy::{
    AmountEnd, AmountInterval, AmountSet, BodyId, ClauseId, Edge, Expr, FactId, MemberIndex, Outcome, OutcomeId,
    OutcomeValues, Party, PermittedSet, Policy, PolicyData, RoleId, RuleId, Value,
};
use crate::syntax::ast::{self, Jointly};
use std::collections::{BTreeMap, BTreeSet};

/// Turns conclusions into plain data.
pub(super) struct Reporter<'a> {
    policy: &'a Policy,
    data: &'a PolicyData,
    facts: &'a Facts,
    evaluator: &'a Evaluator<'a>,
    /// The judgements behind the outcomes that later ones read.
    judged: BTreeMap<OutcomeId, BTreeSet<FactId>>,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(policy: &'a Policy, facts: &'a Facts, evaluator: &'a Evaluator<'a>) -> Self {
        Self { policy, data: policy.data(), facts, evaluator, judged: BTreeMap::new() }
    }

    /// An outcome that does not depend on what is unknown.
    pub(super) fn plain(&mut self, case: &OutcomeCase<'_>, conclusion: &Conclusion) -> OutcomeDecision {
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
        decision.judgements = self.judgements(case, &conclusion.standing, conditions);
        decision
    }

    /// An outcome over all completions.
    pub(super) fn exact(&mut self, case: &OutcomeCase<'_>, exact: &Exact) -> OutcomeDecision {
        let mut decision = match &exact.possible {
            Possible::Settled(verdict) => self.settled(case, verdict),
            Possible::Open(verdicts) => {
                let mut decision = self.blank(case, Status::Undetermined);
                decision.possible = self.possible(case, verdicts);
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
        decision.judgements = self.judgements(case, &exact.standing, conditions);
        decision.asks = self.names(&exact.asks);
        decision.limit_reached = exact.is_approximate;
        decision
    }

    fn blank(&self, case: &OutcomeCase<'_>, status: Status) -> OutcomeDecision {
        OutcomeDecision {
            name: case.outcome.name.own().to_owned(),
            role: case.outcome.name.role().map(str::to_owned),
            person: self.person(case.outcome),
            status,
            permitted: Permitted::Values(Vec::new()),
            none: false,
            contents: Vec::new(),
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
            decision.contents = self.contents(case.outcome, set);
            decision.decided_by = self.decided_by(case.outcome, set);
            decision.enforced_by = self.enforced_by(case.outcome, set);
        }
        decision
    }

    /// Who holds the role that an outcome concerns.
    fn person(&self, outcome: &Outcome) -> Option<String> {
        let role = outcome.name.role()?;
        let (id, _) = (0_u32..).zip(&self.data.roles).find(|(_, found)| found.name == role)?;
        self.facts.person(RoleId(id)).map(str::to_owned)
    }

    /// What the permitted values consist of: the parts that are not known to be left out.
    fn contents(&self, outcome: &Outcome, set: &PermittedSet) -> Vec<ValueContents> {
        let is_part = |condition: &Expr| self.evaluator.truth(condition) != Ok(Truth::False);
        let permitted = outcome.contents.iter().filter(|found| set.contains(found.value));
        let listed = permitted.map(|found| ValueContents {
            value: member_name(self.data, outcome, found.value),
            parts: found
                .parts
                .iter()
                .filter(|part| part.condition.as_ref().is_none_or(is_part))
                .map(|part| part.name.clone())
                .collect(),
            clause: self.citations(std::iter::once(found.clause)).pop().unwrap_or_default(),
        });
        listed.collect()
    }

    fn value_list(&self, case: &OutcomeCase<'_>, set: &PermittedSet) -> ValueList {
        value_list(self.data, case.outcome, set)
    }

    fn permitted(&self, case: &OutcomeCase<'_>, set: &PermittedSet) -> Permitted {
        Permitted::of(set, |member| member_name(self.data, case.outcome, member))
    }

    /// The values of a set that a list names, in words; all of them where there is no list.
    fn covered(&self, outcome: &Outcome, set: &PermittedSet, values: Option<&[MemberIndex]>) -> Vec<String> {
        let Some(values) = values else {
            return Permitted::of(set, |member| member_name(self.data, outcome, member)).words();
        };
        let members = set.members().filter(|member| values.contains(member));
        members.map(|member| member_name(self.data, outcome, member)).collect()
    }

    /// The union of what is still possible. Amounts that are calculated from unknown facts may be any.
    fn possible(&self, case: &OutcomeCase<'_>, verdicts: &[Verdict]) -> Vec<String> {
        let is_vague = verdicts.iter().any(|verdict| verdict.status == Status::Undetermined);
        let any_amount = if is_vague { any_amount(self.data, case.outcome) } else { None };
        let sets: Vec<&PermittedSet> =
            verdicts.iter().filter_map(|verdict| verdict.permitted.as_ref()).chain(&any_amount).collect();
        let mut possible = words_of_sets(self.policy, case.id, &sets.iter().copied());
        for status in [Status::Exempt, Status::NotAddressed, Status::Conflict, Status::OutOfScope] {
            if verdicts.iter().any(|verdict| verdict.status == status) {
                possible.push(status.word().to_owned());
            }
        }
        possible
    }

    /// What is worth asking, by name.
    fn names(&self, asks: &BTreeSet<Asked>) -> Vec<String> {
        let name = |asked: &Asked| match asked {
            Asked::Fact(id) => self.data.facts.get(id.index()).map(|fact| fact.name.to_string()),
            Asked::Choice(id) => self.data.outcomes.get(id.index()).map(|outcome| outcome.name.to_string()),
        };
        let names: BTreeSet<String> = asks.iter().filter_map(name).collect();
        names.into_iter().collect()
    }

    /// A duty, a prohibition or a right.
    pub(super) fn duty<'d>(&self, case: &'d DutyCase<'d>, completions: Option<&mut Completions<'d>>) -> DutyDecision {
        let (status, asks) = match (case.status, completions) {
            (Some(status), _) => (status, BTreeSet::new()),
            (None, Some(completions)) => completions.duty(case),
            (None, None) => (DutyStatus::Undetermined, BTreeSet::new()),
        };
        let bearer = case.duty.bearer.and_then(|bearer| match bearer {
            Party::Body(id) => self.data.bodies.get(id.index()).map(|body| body.name.clone()),
            Party::Role(id) => self.data.roles.get(id.index()).map(|role| role.name.clone()),
        });
        DutyDecision {
            name: case.duty.name.clone(),
            bearer,
            kind: match case.duty.kind {
                ast::DutyKind::Duty => DutyKind::Duty,
                ast::DutyKind::Prohibition => DutyKind::Prohibition,
                ast::DutyKind::Right => DutyKind::Right,
            },
            status,
            due: case.due.as_ref().filter(|due| matches!(due, Value::Date(_))).map(|due| self.policy.show(due)),
            clause: self.citations(std::iter::once(case.duty.clause)).pop().unwrap_or_default(),
            asks: self.names(&asks),
        }
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

    /// The judgements among the facts that the rules and conditions rest on; also those behind the outcomes that they
    /// read.
    fn judgements<'e>(
        &mut self,
        case: &OutcomeCase<'_>,
        rules: &[RuleId],
        conditions: impl Iterator<Item = &'e Expr>,
    ) -> Vec<String> {
        let mut support = Support::default();
        for rule in rules.iter().filter_map(|id| self.data.rules.get(id.index())) {
            for part in rule.expressions() {
                self.evaluator.support(part, &mut support);
            }
        }
        for condition in conditions {
            self.evaluator.support(condition, &mut support);
        }
        let Support { mut facts, outcomes, .. } = support;
        for read in &outcomes {
            facts.extend(self.judged.get(read).into_iter().flatten());
        }
        let is_judged = |id: &FactId| {
            let declared = self.data.facts.get(id.index()).is_some_and(|fact| fact.judgement.is_some());
            declared && self.facts.get(*id).is_some()
        };
        facts.retain(is_judged);
        let name = |id: &FactId| self.data.facts.get(id.index()).map(|fact| fact.name.to_string());
        let names = facts.iter().filter_map(name).collect();
        if self.data.reads.outcomes.contains(&case.id) {
            self.judged.insert(case.id, facts);
        }
        names
    }
}

/// A set as values from light to heavy.
pub(crate) fn value_list(data: &PolicyData, outcome: &Outcome, set: &PermittedSet) -> ValueList {
    let permitted = Permitted::of(set, |member| member_name(data, outcome, member));
    ValueList { permitted: permitted.words(), none: set.permits_none() }
}

impl Policy {
    /// The permitted values of an outcome by name, as a decision has them.
    #[must_use]
    pub fn show_permitted(&self, outcome: OutcomeId, set: &PermittedSet) -> Permitted {
        let found = self.outcomes().get(outcome.index());
        Permitted::of(set, |member| found.map_or_else(String::new, |of| member_name(self.data(), of, member)))
    }
}

fn member_name(data: &PolicyData, outcome: &Outcome, member: MemberIndex) -> String {
    let values = match outcome.values {
        OutcomeValues::Members(of) => data.enumerations.get(of.index()),
        OutcomeValues::Amounts(_) => None,
    };
    values.and_then(|of| of.members.get(member.index())).map_or_else(String::new, |found| found.name.clone())
}

/// The union of some sets in words.
pub(super) fn words_of_sets<'s>(
    policy: &Policy,
    id: OutcomeId,
    sets: &(impl Iterator<Item = &'s PermittedSet> + Clone),
) -> Vec<String> {
    let Some(outcome) = policy.outcomes().get(id.index()) else { return Vec::new() };
    let name = |member| member_name(policy.data(), outcome, member);
    let merged = merged(sets.clone());
    let mut words: Vec<String> = merged.iter().flat_map(|set| Permitted::of(set, name).words()).collect();
    if sets.clone().any(PermittedSet::permits_none) {
        words.push("none".to_owned());
    }
    words
}

/// Every amount from zero.
fn any_amount(data: &PolicyData, outcome: &Outcome) -> Option<PermittedSet> {
    let OutcomeValues::Amounts(of) = outcome.values else { return None };
    let zero = measure(data, outcome, of)?.zero();
    let from = AmountEnd { value: zero, edge: Edge::Included };
    AmountSet::new([AmountInterval { from, to: None }]).ok().flatten().map(PermittedSet::from)
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
