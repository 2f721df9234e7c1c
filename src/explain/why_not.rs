//! Why a case has no other result: what kept each rule that could give it from doing so.

use super::explanation::LackingCondition;
use super::lacking::Lacks;
use super::settled::verdict_of;
use super::target::Target;
use super::wording::Wording;
use crate::analyse::{Analysis, Readings, Undecided, View};
use crate::decide::grounds::{Adjusting, Conclusion, Ground, Holds, OutcomeCase, conclude, value_list};
use crate::decide::{DecideError, Facts, Status, Truth, ValueList};
use crate::policy::{ClauseId, Contribution, Expr, OutcomeId, Policy, PolicyData, RuleId, RuleKind};
use crate::syntax::KeywordLanguage;
use serde::{Deserialize, Serialize};

/// Why an outcome is not of a certain kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyNot {
    /// The outcome.
    pub outcome: String,
    /// The result that is asked about: a value, `none`, or a status.
    pub wanted: String,
    /// Whether the case has this result after all.
    pub given: bool,
    /// Whether it is proved that no case at all has it; `None` where that could not be decided.
    pub never: Option<bool>,
    /// What could give it, those that lack least first.
    pub ways: Vec<Way>,
}

/// A clause that could give a result, and what stands against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// The clause.
    pub clause: String,
    /// What it does.
    pub kind: WayKind,
    /// What it permits, where it is a rule.
    pub permits: Option<ValueList>,
    /// What stands against it.
    pub obstacle: Obstacle,
    /// The clauses by which it is kept from counting.
    pub by: Vec<String>,
    /// The fewest conditions that kept it from applying.
    pub lacking: Vec<LackingCondition>,
}

/// How a clause could give a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayKind {
    /// By a rule that permits it.
    Rule,
    /// By an adjustment of the set that the rules permit.
    Adjustment,
    /// By an exemption.
    Exemption,
    /// By leaving the case out of the policy's scope.
    Scope,
}

/// What stands against a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// Its condition does not hold, or is not known to.
    Condition,
    /// It says `otherwise`, and another rule fires.
    OtherRules,
    /// Another rule overrides it.
    Overridden,
    /// An exemption excuses it, or exempts the outcome.
    Exempt,
    /// Together with the other rules, what it permits drops out.
    Combination,
    /// An adjustment takes it away.
    Adjustment,
    /// The policy does not apply to the case.
    OutOfScope,
    /// Nothing: it gives the result.
    Nothing,
}

/// Says why an outcome of a case is not of a certain kind.
///
/// # Errors
/// The case cannot be decided: see [`decide`](crate::decide()).
pub fn why_not(
    policy: &Policy,
    facts: &Facts,
    outcome: OutcomeId,
    target: &Target,
    keywords: KeywordLanguage,
) -> Result<WhyNot, DecideError> {
    let ground = Ground::of(policy, facts)?;
    let given = verdict_of(policy, facts, outcome)?.is_some_and(|verdict| target.is_met(&verdict));
    let mut ways = Vec::new();
    if let Some((case, conclusion)) = ground.cases.iter().find(|(case, _)| case.id == outcome) {
        let concluded = match conclusion {
            Some(known) => Some(known.clone()),
            None => conclude(policy.data(), case.outcome, case).ok(),
        };
        let lacks = Lacks::new(policy.data(), &ground.evaluator, Wording::new(policy, keywords));
        let mut search =
            Search { data: policy.data(), case, concluded: concluded.as_ref(), scope: ground.scope, target, lacks };
        ways = search.ways();
    }
    ways.sort_by_key(|way| way.lacking.len());
    let name = policy.outcomes().get(outcome.index()).map_or_else(String::new, |outcome| outcome.name.to_string());
    let never = if given { Some(false) } else { never(policy, facts, outcome, target).ok().flatten() };
    Ok(WhyNot { outcome: name, wanted: target.word(policy), given, never, ways })
}

/// The analysis of a policy on the day of a case, by its calendar, in all readings.
pub(super) fn analysis_for(policy: &Policy, facts: &Facts) -> Analysis {
    let view =
        View { as_of: facts.as_of(), calendar: facts.calendar().cloned(), readings: Readings::All, ..View::default() };
    Analysis::with(policy, &view)
}

/// Whether no case has the result; `None` where amounts are calculated, so that not all results are listed.
fn never(policy: &Policy, facts: &Facts, outcome: OutcomeId, target: &Target) -> Result<Option<bool>, Undecided> {
    let analysis = analysis_for(policy, facts);
    let partition = analysis.partition(outcome)?;
    let is_empty = partition.region(|verdict| target.is_met(verdict)).is_empty()?;
    Ok((!partition.is_sampled || !is_empty).then_some(is_empty))
}

struct Search<'s, 'a> {
    data: &'a PolicyData,
    case: &'s OutcomeCase<'a>,
    concluded: Option<&'s Conclusion>,
    scope: Truth,
    target: &'s Target,
    lacks: Lacks<'a>,
}

impl<'a> Search<'_, 'a> {
    fn ways(&mut self) -> Vec<Way> {
        match self.target {
            Target::Value(_) | Target::NoMeasure => {
                let rules = self.case.outcome.rules.clone();
                let mut ways: Vec<Way> = rules.into_iter().filter_map(|id| self.by_rule(id)).collect();
                ways.extend(self.by_adjustments());
                ways
            }
            Target::Status(Status::Exempt) => self.by_exemptions(),
            Target::Status(Status::OutOfScope) => self.by_scope(),
            Target::Status(Status::NotAddressed) => self.by_silence(),
            Target::Status(Status::Conflict | Status::Decided | Status::Undetermined) => Vec::new(),
        }
    }

    fn citation(&self, clause: ClauseId) -> String {
        self.data.clauses.get(clause.index()).map_or_else(String::new, |clause| clause.citation.clone())
    }

    fn citations(&self, rules: &[RuleId]) -> Vec<String> {
        let mut cited = Vec::new();
        for rule in rules.iter().filter_map(|id| self.data.rules.get(id.index())) {
            let citation = self.citation(rule.clause);
            if !cited.contains(&citation) {
                cited.push(citation);
            }
        }
        cited
    }

    fn way(&self, clause: ClauseId, kind: WayKind, obstacle: Obstacle) -> Way {
        let clause = self.citation(clause);
        Way { clause, kind, permits: None, obstacle, by: Vec::new(), lacking: Vec::new() }
    }

    fn lacking(&mut self, condition: Option<&'a Expr>, wanted: bool) -> Vec<LackingCondition> {
        condition.map(|condition| self.lacks.of(condition, wanted)).unwrap_or_default()
    }

    /// A rule that could give a value; `None` where it permits others only.
    fn by_rule(&mut self, id: RuleId) -> Option<Way> {
        let rule = self.data.rules.get(id.index())?;
        let set = match &rule.permitted {
            Contribution::Fixed(set) => Some(set),
            Contribution::Computed { .. } => self.case.permitted(id).ok().flatten(),
        };
        if set.is_some_and(|set| !self.target.is_in(set)) {
            return None;
        }
        let permits = set.map(|set| value_list(self.data, self.case.outcome, set));
        let (obstacle, by) = self.obstacle(id, rule.kind);
        let lacking = self.lacking(rule.condition.as_ref(), true);
        Some(Way { permits, by, lacking, ..self.way(rule.clause, WayKind::Rule, obstacle) })
    }

    /// What stands against a rule, and the clauses by which it does.
    fn obstacle(&self, id: RuleId, kind: RuleKind) -> (Obstacle, Vec<String>) {
        let Some(concluded) = self.concluded else { return (Obstacle::Condition, Vec::new()) };
        if self.scope != Truth::True {
            return (Obstacle::OutOfScope, self.data.scopes.iter().map(|scope| self.citation(scope.clause)).collect());
        }
        let fired: Vec<RuleId> = concluded.standing.iter().chain(&concluded.overridden).copied().collect();
        if !fired.contains(&id) {
            let is_otherwise = kind == RuleKind::Otherwise && self.case.rules.get(&id) == Some(&Truth::True);
            return if is_otherwise {
                (Obstacle::OtherRules, self.citations(&fired))
            } else {
                (Obstacle::Condition, Vec::new())
            };
        }
        if concluded.overridden.contains(&id) {
            let overrides =
                |other: &&RuleId| self.data.rules.get(other.index()).is_some_and(|rule| rule.overrides.contains(&id));
            let by: Vec<RuleId> = fired.iter().filter(overrides).copied().collect();
            return (Obstacle::Overridden, self.citations(&by));
        }
        let exemptions = concluded.exemptions.iter().filter_map(|index| self.case.outcome.exemptions.get(*index));
        let exempting = exemptions.filter(|found| found.from.as_ref().is_none_or(|from| from.contains(&id)));
        let by: Vec<String> = exempting.map(|found| self.citation(found.clause)).collect();
        if !by.is_empty() {
            return (Obstacle::Exempt, by);
        }
        let others: Vec<RuleId> = concluded.standing.iter().copied().filter(|other| *other != id).collect();
        let permitted = concluded.verdict.permitted.as_ref();
        match (&concluded.combined, permitted) {
            (_, Some(set)) if self.target.is_in(set) => (Obstacle::Nothing, Vec::new()),
            (Some(combined), _) if self.target.is_in(combined) => {
                let made = concluded.adjustments.iter().filter_map(|index| self.case.outcome.adjustments.get(*index));
                (Obstacle::Adjustment, made.map(|rule| self.citation(rule.clause)).collect())
            }
            _ => (Obstacle::Combination, self.citations(&others)),
        }
    }

    /// The adjustments that were not made, and with which the set would permit the value.
    fn by_adjustments(&mut self) -> Vec<Way> {
        let Some(combined) = self.concluded.and_then(|concluded| concluded.combined.clone()) else {
            return Vec::new();
        };
        let mut ways = Vec::new();
        for (index, rule) in self.case.outcome.adjustments.iter().enumerate() {
            if self.case.adjustments.get(index) == Some(&Truth::True) {
                continue;
            }
            let mut state = Adjusting::new(self.data, self.case.outcome, combined.clone());
            let made = self.concluded.into_iter().flat_map(|concluded| &concluded.adjustments);
            let made = made.filter_map(|index| self.case.outcome.adjustments.get(*index));
            let all_made = made.chain([rule]).all(|rule| state.add(rule).is_ok());
            if all_made && self.target.is_in(&state.result()) {
                let lacking = self.lacking(Some(&rule.condition), true);
                ways.push(Way { lacking, ..self.way(rule.clause, WayKind::Adjustment, Obstacle::Condition) });
            }
        }
        ways
    }

    fn by_exemptions(&mut self) -> Vec<Way> {
        let mut ways = Vec::new();
        for (exemption, truth) in self.case.outcome.exemptions.iter().zip(&self.case.exemptions) {
            let lacking = self.lacking(Some(&exemption.condition), true);
            let standing = self.concluded.map(|concluded| concluded.standing.clone()).unwrap_or_default();
            let left: Vec<RuleId> = match &exemption.from {
                Some(from) => standing.into_iter().filter(|rule| !from.contains(rule)).collect(),
                None => Vec::new(),
            };
            let obstacle = match truth {
                Truth::True if left.is_empty() => Obstacle::Nothing,
                Truth::True => Obstacle::OtherRules,
                Truth::False | Truth::Unknown => Obstacle::Condition,
            };
            let by = self.citations(&left);
            ways.push(Way { by, lacking, ..self.way(exemption.clause, WayKind::Exemption, obstacle) });
        }
        ways
    }

    fn by_scope(&mut self) -> Vec<Way> {
        let data = self.data;
        let mut ways = Vec::new();
        for scope in &data.scopes {
            let lacking = self.lacking(Some(&scope.condition), false);
            ways.push(Way { lacking, ..self.way(scope.clause, WayKind::Scope, Obstacle::Condition) });
        }
        ways
    }

    /// The rules that speak of the case: each would have to be silent.
    fn by_silence(&mut self) -> Vec<Way> {
        let data = self.data;
        let standing = self.concluded.map(|concluded| concluded.standing.clone()).unwrap_or_default();
        let mut ways = Vec::new();
        for rule in standing.iter().filter_map(|id| data.rules.get(id.index())) {
            let lacking = self.lacking(rule.condition.as_ref(), false);
            ways.push(Way { lacking, ..self.way(rule.clause, WayKind::Rule, Obstacle::Condition) });
        }
        ways
    }
}
