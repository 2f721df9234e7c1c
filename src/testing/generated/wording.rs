//! What a test shows, as its name.

use crate::diagnostic::Catalogue;
use crate::policy::OutcomeId;
use crate::source::SourceMap;
use crate::testing::coverage::{BoundaryValue, Observation, Survey, result_words, words};

/// A goal in a few words.
pub(super) fn goal(survey: &Survey<'_>, goal: Observation, sources: &SourceMap, catalogue: &Catalogue) -> String {
    let policy = survey.policy;
    let outcome =
        |id: OutcomeId| policy.outcomes().get(id.index()).map_or_else(String::new, |found| found.name.to_string());
    let condition = |statement: usize, condition: usize| {
        let atom = survey.statements.get(statement).and_then(|found| found.atoms.get(condition));
        atom.map_or_else(String::new, |atom| words(sources, atom.expr.span))
    };
    let (statement, name) = match goal {
        Observation::Fired { statement, outcome: id } | Observation::Contributed { statement, outcome: id } => {
            (Some(statement), catalogue.text("goal-rule", &[("outcome", outcome(id).into())]))
        }
        Observation::Held { statement, .. } => (Some(statement), String::new()),
        Observation::Was { statement, condition: place, holds }
        | Observation::Decided { statement, condition: place, holds } => {
            let id = if holds { "goal-true" } else { "goal-false" };
            (Some(statement), catalogue.text(id, &[("condition", condition(statement, place).into())]))
        }
        Observation::Reached { statement, condition: place, boundary } => {
            let atom = survey.statements.get(statement).and_then(|found| found.atoms.get(place));
            let value = match atom.and_then(|atom| atom.boundaries.get(boundary)).map(|boundary| &boundary.at) {
                Some(BoundaryValue::Value(value)) => policy.show(value),
                Some(BoundaryValue::LastDay) => catalogue.text("coverage-last-day", &[]),
                Some(BoundaryValue::NextDay) => catalogue.text("coverage-next-day", &[]),
                None => String::new(),
            };
            let args = [("condition", condition(statement, place).into()), ("value", value.into())];
            (Some(statement), catalogue.text("goal-boundary", &args))
        }
        Observation::Came { outcome: id, result } => {
            let word = result_words(policy, id, result, catalogue);
            let args = [("outcome", outcome(id).into()), ("result", word.into())];
            (None, catalogue.text("goal-result", &args))
        }
    };
    let clause = statement.and_then(|place| survey.statements.get(place)?.clause);
    match clause.and_then(|id| policy.clauses().get(id.index())) {
        Some(clause) => {
            let args = [("clause", clause.citation.as_str().into()), ("name", name.into())];
            catalogue.text("test-of-clause", &args)
        }
        None => name,
    }
}
