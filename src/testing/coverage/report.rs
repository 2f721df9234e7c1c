//! The figures of a coverage report.

use super::boundaries::BoundaryValue;
use super::clauses::{ClauseCoverage, clauses};
use super::observe::{Observation, OutcomeResult, Survey};
use super::reach::Reach;
use super::statements::{Statement, StatementKind, Subject};
use super::{Observed, goals};
use crate::decide::Status;
use crate::diagnostic::{Catalogue, visible};
use crate::policy::{MemberIndex, OutcomeId, OutcomeValues, Policy};
use crate::source::Span;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the tests of a policy cover.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// How many tests there are.
    pub tests: usize,
    /// How many of them count; the case of the others cannot be decided.
    pub counted: usize,
    /// What conditions decide, in the order of the text.
    pub statements: Vec<StatementCoverage>,
    /// What the outcomes can come to, in the order of declaration.
    pub results: Vec<ResultCoverage>,
    /// The clauses that a test could ask about, in the order of the text.
    pub clauses: Vec<ClauseCoverage>,
}

/// What is counted, each with a figure of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Rules that contributed.
    Rules,
    /// Conditions that decided, as true and as false: masking MC/DC.
    Conditions,
    /// What outcomes can come to.
    Results,
    /// Values on both sides of every constant.
    Boundaries,
}

/// Something that is to be covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Goal {
    /// In how many tests it is.
    pub tests: usize,
    /// Whether some case can show it.
    pub reach: Reach,
}

impl Goal {
    /// Whether a test covers it.
    #[must_use]
    pub fn is_covered(self) -> bool {
        self.tests > 0
    }

    /// Whether a test is missing: none covers it, and it is not proved that none can.
    #[must_use]
    pub fn is_missing(self) -> bool {
        self.tests == 0 && self.reach != Reach::Impossible
    }
}

/// How many goals there are, and how many are covered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Covered goals.
    pub covered: usize,
    /// Goals that are to be covered: those that are proved to be out of reach do not count.
    pub of: usize,
    /// Goals that are proved to be out of reach.
    pub impossible: usize,
}

impl Tally {
    fn add(mut self, goal: Goal) -> Self {
        self.covered += usize::from(goal.is_covered());
        self.of += usize::from(goal.is_covered() || goal.is_missing());
        self.impossible += usize::from(!goal.is_covered() && !goal.is_missing());
        self
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            covered: self.covered + other.covered,
            of: self.of + other.of,
            impossible: self.impossible + other.impossible,
        }
    }

    /// The covered share in hundredths of a per cent, rounded down; all where there is nothing to cover.
    #[must_use]
    pub fn basis_points(self) -> u32 {
        if self.of == 0 {
            return 10_000;
        }
        u32::try_from(self.covered.saturating_mul(10_000) / self.of).unwrap_or(10_000)
    }
}

/// The coverage of one statement.
#[derive(Clone, Debug)]
pub struct StatementCoverage {
    /// What it is.
    pub kind: StatementKind,
    /// The clause it is cited by; `None` of a define and of what counts records.
    pub clause: Option<String>,
    /// Its number among the statements of its clause, from 1.
    pub number: usize,
    /// Its name, where it has one: of a define, a duty or a step.
    pub name: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// In how many tests its condition held.
    pub held: usize,
    /// In how many tests it did not.
    pub failed: usize,
    /// Of a rule: what became of it, for each outcome.
    pub rules: Vec<RuleCoverage>,
    /// Its atomic conditions, in the order of the text.
    pub conditions: Vec<ConditionCoverage>,
}

/// What became of a rule.
#[derive(Clone, Debug)]
pub struct RuleCoverage {
    /// The outcome.
    pub outcome: String,
    /// In how many tests it fired.
    pub fired: usize,
    /// It fired, and nothing dropped what it says.
    pub contributed: Goal,
}

/// The coverage of one atomic condition.
#[derive(Clone, Debug)]
pub struct ConditionCoverage {
    /// Where it stands.
    pub span: Span,
    /// In how many tests it held.
    pub held: usize,
    /// In how many tests it did not.
    pub failed: usize,
    /// It held, and that decided.
    pub decides_true: Goal,
    /// It did not hold, and that decided.
    pub decides_false: Goal,
    /// The values on both sides of its constants.
    pub boundaries: Vec<BoundaryCoverage>,
}

/// A value next to a constant.
#[derive(Clone, Debug)]
pub struct BoundaryCoverage {
    /// The value.
    pub at: BoundaryValue,
    /// What is compared had this value.
    pub reached: Goal,
}

/// Something that an outcome can come to.
#[derive(Clone, Debug)]
pub struct ResultCoverage {
    /// The outcome.
    pub outcome: String,
    /// The same by its id in the policy.
    pub id: OutcomeId,
    /// What it came to.
    pub result: OutcomeResult,
    /// The same as programs read it: a member, `amount`, `none`, or a status such as `not_addressed`.
    pub word: String,
    /// It did.
    pub came: Goal,
}

impl Coverage {
    /// The figure of a measure.
    #[must_use]
    pub fn tally(&self, measure: Measure) -> Tally {
        let conditions = || self.statements.iter().flat_map(|one| &one.conditions);
        let goals: Vec<Goal> = match measure {
            Measure::Rules => self.statements.iter().flat_map(|one| &one.rules).map(|rule| rule.contributed).collect(),
            Measure::Conditions => {
                conditions().flat_map(|condition| [condition.decides_true, condition.decides_false]).collect()
            }
            Measure::Results => self.results.iter().map(|result| result.came).collect(),
            Measure::Boundaries => {
                conditions().flat_map(|condition| &condition.boundaries).map(|boundary| boundary.reached).collect()
            }
        };
        goals.into_iter().fold(Tally::default(), Tally::add)
    }
}

impl Measure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Rules, Self::Conditions, Self::Results, Self::Boundaries];
}

/// All that an outcome can come to.
pub(super) fn results_of(policy: &Policy, outcome: OutcomeId) -> Vec<OutcomeResult> {
    let Some(found) = policy.outcomes().get(outcome.index()) else { return Vec::new() };
    let mut results: Vec<OutcomeResult> = match found.values {
        OutcomeValues::Members(of) => {
            let members = policy.enumerations().get(of.index()).map_or(0, |of| of.members.len());
            (0..members).map(|index| OutcomeResult::Member(MemberIndex::new(index))).collect()
        }
        OutcomeValues::Amounts(_) => vec![OutcomeResult::Amount],
    };
    let statuses = [Status::Exempt, Status::NotAddressed, Status::Conflict, Status::OutOfScope];
    results.push(OutcomeResult::NoMeasure);
    results.extend(statuses.map(OutcomeResult::Status));
    results
}

/// Puts the figures together.
pub(super) fn report(survey: &Survey<'_>, observed: &Observed, reach: &BTreeMap<Observation, Reach>) -> Coverage {
    let figures = Figures { survey, observed, reach };
    let mut numbers: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let statements = survey.statements.iter().enumerate().map(|(place, found)| {
        let clause = found.clause.and_then(|id| survey.policy.clauses().get(id.index()));
        let clause = clause.map(|clause| clause.citation.clone());
        let number = numbers.entry(clause.clone()).or_default();
        *number += 1;
        figures.statement(place, found, clause, *number)
    });
    let statements = statements.collect();
    let results = goals(survey).into_iter().filter_map(|goal| match goal {
        Observation::Came { outcome, result } => Some(figures.result(outcome, result, goal)),
        _ => None,
    });
    Coverage {
        tests: observed.all,
        counted: observed.counted,
        statements,
        results: results.collect(),
        clauses: clauses(survey, observed),
    }
}

struct Figures<'f, 'p> {
    survey: &'f Survey<'p>,
    observed: &'f Observed,
    reach: &'f BTreeMap<Observation, Reach>,
}

impl Figures<'_, '_> {
    fn tests(&self, observation: Observation) -> usize {
        self.observed.tests.get(&observation).copied().unwrap_or(0)
    }

    fn goal(&self, observation: Observation) -> Goal {
        let reach = self.reach.get(&observation).copied().unwrap_or(Reach::Possible);
        Goal { tests: self.tests(observation), reach }
    }

    fn outcome(&self, id: OutcomeId) -> String {
        self.survey.policy.outcomes().get(id.index()).map_or_else(String::new, |found| found.name.to_string())
    }

    fn statement(
        &self,
        statement: usize,
        found: &Statement<'_>,
        clause: Option<String>,
        number: usize,
    ) -> StatementCoverage {
        let rules = match &found.subject {
            Subject::Rules(outcomes, _) => outcomes.as_slice(),
            _ => &[],
        };
        let rules = rules.iter().map(|(outcome, _)| RuleCoverage {
            outcome: self.outcome(*outcome),
            fired: self.tests(Observation::Fired { statement, outcome: *outcome }),
            contributed: self.goal(Observation::Contributed { statement, outcome: *outcome }),
        });
        let conditions = found.atoms.iter().enumerate().map(|(condition, atom)| {
            let was = |holds| self.tests(Observation::Was { statement, condition, holds });
            let decides = |holds| self.goal(Observation::Decided { statement, condition, holds });
            let boundaries = atom.boundaries.iter().enumerate().map(|(boundary, value)| BoundaryCoverage {
                at: value.at.clone(),
                reached: self.goal(Observation::Reached { statement, condition, boundary }),
            });
            ConditionCoverage {
                span: atom.expr.span,
                held: was(true),
                failed: was(false),
                decides_true: decides(true),
                decides_false: decides(false),
                boundaries: boundaries.collect(),
            }
        });
        StatementCoverage {
            kind: found.kind(),
            clause,
            number,
            name: self.name(&found.subject),
            span: found.span,
            held: self.tests(Observation::Held { statement, holds: true }),
            failed: self.tests(Observation::Held { statement, holds: false }),
            rules: rules.collect(),
            conditions: conditions.collect(),
        }
    }

    fn name(&self, subject: &Subject) -> Option<String> {
        let data = self.survey.policy.data();
        match subject {
            Subject::Define(id) => data.defines.get(id.index()).map(|found| found.name.to_string()),
            Subject::Duty(id) | Subject::Fulfilment(id) => data.duties.get(id.index()).map(|found| found.name.clone()),
            Subject::Step(procedure, step) => {
                let steps = data.procedures.get(procedure.index()).map(|found| &found.steps)?;
                steps.get(step.index()).map(|found| found.name.clone())
            }
            Subject::Exemption(outcome, _) | Subject::Adjustment(outcome, _) => Some(self.outcome(*outcome)),
            Subject::Records(id) => {
                let list = data.folds.get(id.index()).map(|fold| fold.list)?;
                data.facts.get(list.index()).map(|found| found.name.to_string())
            }
            Subject::Scope(_) | Subject::Rules(..) => None,
        }
    }

    fn result(&self, outcome: OutcomeId, result: OutcomeResult, goal: Observation) -> ResultCoverage {
        let word = result_word(self.survey.policy, outcome, result);
        ResultCoverage { outcome: self.outcome(outcome), id: outcome, result, word, came: self.goal(goal) }
    }
}

/// What an outcome came to, as people read it.
pub(crate) fn result_words(
    policy: &Policy,
    outcome: OutcomeId,
    result: OutcomeResult,
    catalogue: &Catalogue,
) -> String {
    let id = match result {
        OutcomeResult::Member(_) => return visible(&result_word(policy, outcome, result)).into_owned(),
        OutcomeResult::Amount => "coverage-amount",
        OutcomeResult::NoMeasure => "value-none",
        OutcomeResult::Status(Status::Exempt) => "status-exempt",
        OutcomeResult::Status(Status::NotAddressed) => "status-not-addressed",
        OutcomeResult::Status(Status::Conflict) => "status-conflict",
        OutcomeResult::Status(Status::OutOfScope) => "status-out-of-scope",
        OutcomeResult::Status(Status::Decided) => "status-decided",
        OutcomeResult::Status(Status::Undetermined) => "status-undetermined",
    };
    catalogue.text(id, &[])
}

/// What an outcome came to, as programs read it.
fn result_word(policy: &Policy, outcome: OutcomeId, result: OutcomeResult) -> String {
    match result {
        OutcomeResult::Member(member) => {
            let values = policy.outcomes().get(outcome.index()).map(|found| found.values);
            let Some(OutcomeValues::Members(of)) = values else { return String::new() };
            let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
            members.get(member.index()).map_or_else(String::new, |found| found.name.clone())
        }
        OutcomeResult::Amount => "amount".to_owned(),
        OutcomeResult::NoMeasure => "none".to_owned(),
        OutcomeResult::Status(status) => status.word().to_owned(),
    }
}
