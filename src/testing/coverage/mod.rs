//! What the tests of a policy show of it: which rules contributed, which conditions decided, which results and
//! boundaries were reached.
//!
//! Everything is counted by its place in the policy (clause, statement, condition), never by lines, so that
//! layout makes no difference. What is counted how is said in `docs/testing.md`; in short:
//!
//! - A test counts for what it asks about: outcomes, duties and steps of which it expects something.
//! - A rule is covered where it fired and nothing dropped what it says.
//! - A condition is covered by masking MC/DC: in some test it held and decided, in some test it did not hold and decided.
//!   It decides where the condition of its statement would come to the opposite if it alone were the opposite.
//! - What depends on unknown facts counts neither as true nor as false.
//! - What no case can show, by proof, is no part of what is to be covered.

mod asked;
mod boundaries;
mod clauses;
mod html;
mod json;
mod lcov;
mod observe;
mod reach;
mod report;
mod statements;
mod tree;

use super::Setting;
use super::case::Case;
use crate::policy::Policy;
pub(crate) use asked::Asked;
pub use boundaries::BoundaryValue;
pub(crate) use boundaries::{above, below};
pub use clauses::ClauseCoverage;
pub use html::coverage_html;
#[cfg(feature = "cli")]
pub(crate) use html::percent;
pub(crate) use json::words;
pub use json::{COVERAGE_FORMAT, coverage_json};
pub use lcov::coverage_lcov;
pub use observe::OutcomeResult;
pub(crate) use observe::{Observation, Survey};
pub use reach::Reach;
pub(crate) use reach::{Reachable, days, has_deadlines};
pub(crate) use report::result_words;
pub use report::{
    BoundaryCoverage, ConditionCoverage, Coverage, Goal, Measure, ResultCoverage, RuleCoverage, StatementCoverage,
    Tally,
};
pub use statements::StatementKind;
pub(crate) use statements::{Statement, Subject, statements, used_by};
use std::collections::BTreeMap;

/// Measures what the tests of a policy cover whose name contains `filter`.
#[must_use]
pub fn coverage(policy: &Policy, filter: &str, setting: &Setting) -> Coverage {
    let survey = Survey::new(policy);
    let observed = observed(&survey, filter, setting);
    let missing: Vec<Observation> =
        goals(&survey).into_iter().filter(|goal| !observed.tests.contains_key(goal)).collect();
    let mut reach: BTreeMap<Observation, Reach> = BTreeMap::new();
    if !missing.is_empty() {
        let reachable = Reachable::new(&survey, setting, &missing);
        reach.extend(missing.into_iter().map(|goal| (goal, reachable.reach(goal))));
    }
    report::report(&survey, &observed, &reach)
}

/// What was seen in the tests of a policy.
#[derive(Default)]
pub(crate) struct Observed {
    /// In how many tests something was shown.
    pub(crate) tests: BTreeMap<Observation, usize>,
    /// How many tests there are.
    pub(crate) all: usize,
    /// How many of them count: their case can be decided.
    pub(crate) counted: usize,
}

/// Runs the tests of a policy and keeps what they show.
pub(crate) fn observed(survey: &Survey<'_>, filter: &str, setting: &Setting) -> Observed {
    let mut found = Observed::default();
    for test in survey.policy.tests().iter().filter(|test| test.name.contains(filter)) {
        found.all += 1;
        let asked = Asked::by(survey.policy, test);
        let Ok(case) = Case::new(survey.policy, test, setting) else { continue };
        let decision = match asked.needs_decision().then(|| case.decision()) {
            Some(Ok(decision)) => Some(decision),
            Some(Err(_)) => continue,
            None => None,
        };
        let Ok(shown) = survey.observe(case.facts(), decision, &asked) else { continue };
        found.counted += 1;
        for observation in shown {
            *found.tests.entry(observation).or_default() += 1;
        }
    }
    found
}

/// All that is to be covered, in the order of the text.
pub(crate) fn goals(survey: &Survey<'_>) -> Vec<Observation> {
    let mut goals = Vec::new();
    for (statement, found) in survey.statements.iter().enumerate() {
        if let Subject::Rules(outcomes, _) = &found.subject {
            let contributed = |(outcome, _): &(_, _)| Observation::Contributed { statement, outcome: *outcome };
            goals.extend(outcomes.iter().map(contributed));
        }
        for (condition, atom) in found.atoms.iter().enumerate() {
            goals.extend([true, false].map(|holds| Observation::Decided { statement, condition, holds }));
            let reached = |boundary| Observation::Reached { statement, condition, boundary };
            goals.extend((0..atom.boundaries.len()).map(reached));
        }
    }
    for outcome in survey.policy.outcome_ids() {
        let came = |result| Observation::Came { outcome, result };
        goals.extend(report::results_of(survey.policy, outcome).into_iter().map(came));
    }
    goals
}
