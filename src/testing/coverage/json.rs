//! Coverage as programs read it.

use super::boundaries::BoundaryValue;
use super::report::{ConditionCoverage, Coverage, Goal, Measure, StatementCoverage};
use crate::policy::Policy;
use crate::source::{SourceMap, Span};
use serde_json::{Map, Value, json};

/// The version of the JSON shape of a coverage report.
pub const COVERAGE_FORMAT: u32 = 1;

/// The coverage of one policy, as `docs/json.md` describes it.
#[must_use]
pub fn coverage_json(coverage: &Coverage, policy: &Policy, sources: &SourceMap) -> Value {
    let tallies: Map<String, Value> = Measure::ALL
        .iter()
        .filter_map(|measure| {
            let name = serde_json::to_value(measure).ok()?.as_str()?.to_owned();
            Some((name, serde_json::to_value(coverage.tally(*measure)).ok()?))
        })
        .collect();
    let result = |one: &super::ResultCoverage| json!({"outcome": one.outcome, "result": one.word, "came": one.came});
    json!({
        "tests": coverage.tests,
        "counted": coverage.counted,
        "coverage": tallies,
        "statements": coverage.statements.iter().map(|one| statement(one, policy, sources)).collect::<Vec<_>>(),
        "results": coverage.results.iter().map(result).collect::<Vec<_>>(),
        "untested_clauses": untested(coverage),
    })
}

fn untested(coverage: &Coverage) -> Vec<&str> {
    coverage.clauses.iter().filter(|clause| !clause.is_tested).map(|clause| clause.clause.as_str()).collect()
}

fn statement(one: &StatementCoverage, policy: &Policy, sources: &SourceMap) -> Value {
    let rules = one
        .rules
        .iter()
        .map(|rule| json!({"outcome": rule.outcome, "fired": rule.fired, "contributed": rule.contributed}));
    json!({
        "clause": one.clause,
        "number": one.number,
        "kind": one.kind,
        "name": one.name,
        "line": line(sources, one.span),
        "held": one.held,
        "failed": one.failed,
        "rules": rules.collect::<Vec<_>>(),
        "conditions": one.conditions.iter().map(|found| condition(found, policy, sources)).collect::<Vec<_>>(),
    })
}

fn condition(one: &ConditionCoverage, policy: &Policy, sources: &SourceMap) -> Value {
    let boundaries = one.boundaries.iter().map(|boundary| {
        let at = match &boundary.at {
            BoundaryValue::Value(value) => json!(policy.show(value)),
            BoundaryValue::LastDay => json!("last_day"),
            BoundaryValue::NextDay => json!("next_day"),
        };
        let Goal { tests, reach } = boundary.reached;
        json!({"at": at, "tests": tests, "reach": reach})
    });
    json!({
        "text": words(sources, one.span),
        "line": line(sources, one.span),
        "held": one.held,
        "failed": one.failed,
        "decides_true": one.decides_true,
        "decides_false": one.decides_false,
        "boundaries": boundaries.collect::<Vec<_>>(),
    })
}

/// A piece of the policy on one line.
pub(crate) fn words(sources: &SourceMap, span: Span) -> String {
    sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn line(sources: &SourceMap, span: Span) -> Option<u32> {
    sources.get(span.source).map(|source| source.position(span.start as usize).line)
}
