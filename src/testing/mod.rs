//! Running the `test` blocks of a policy.

mod expectation;

use crate::decide::{DecideError, Decision, Facts, OutcomeDecision, Status, decide};
use crate::policy::{ClauseId, ExpectationKind, Policy, Test, TestExpectation};
use crate::source::Span;
use expectation::met;

/// What came of the tests of one policy, in the order of the text.
#[derive(Clone, Debug)]
pub struct TestReport {
    /// One entry for each test that was run.
    pub results: Vec<TestResult>,
}

impl TestReport {
    /// How many tests failed.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.results.iter().filter(|result| !result.failures.is_empty()).count()
    }

    /// How many tests passed.
    #[must_use]
    pub fn passed(&self) -> usize {
        self.results.len() - self.failed()
    }
}

/// What came of one test.
#[derive(Clone, Debug)]
pub struct TestResult {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// What was expected and did not come; none where the test passed.
    pub failures: Vec<Failure>,
}

/// An expectation that was not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The expectation in the policy's text; the test's name where the case itself is at fault.
    pub span: Span,
    /// What came instead.
    pub found: Found,
}

/// What came instead of what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This, in the spelling of expectations: `sanction ∈ <notice>`, `cites 3(1), 3(2)`.
    Instead(String),
    /// The facts contradict these assumptions.
    AgainstAssumption(Vec<Span>),
    /// A calculation at this place has no result.
    NoResult(Span),
}

/// Runs the tests whose name contains `filter` (all of them where it is empty).
#[must_use]
pub fn run_tests(policy: &Policy, filter: &str) -> TestReport {
    let chosen = policy.tests().iter().filter(|test| test.name.contains(filter));
    TestReport { results: chosen.map(|test| run_test(policy, test)).collect() }
}

fn run_test(policy: &Policy, test: &Test) -> TestResult {
    let mut facts = Facts::new(policy);
    for (fact, value) in &test.given {
        // The checker has seen to types and units.
        let set = facts.set_value(*fact, value.clone());
        debug_assert!(set.is_ok(), "{set:?}");
    }
    let failures = match decide(policy, &facts) {
        Ok(decision) => {
            let unmet = test.expectations.iter().filter(|expected| !met(policy, &decision, expected));
            unmet.map(|expected| failure(policy, &decision, expected)).collect()
        }
        Err(DecideError::AgainstAssumption { assumptions }) => {
            vec![Failure { span: test.span, found: Found::AgainstAssumption(assumptions) }]
        }
        Err(DecideError::Evaluation(error)) => {
            vec![Failure { span: test.span, found: Found::NoResult(error.span) }]
        }
    };
    TestResult { name: test.name.clone(), span: test.span, failures }
}

fn failure(policy: &Policy, decision: &Decision, expected: &TestExpectation) -> Failure {
    let chosen: Vec<&OutcomeDecision> = spoken_of(policy, decision, expected).collect();
    let joined = |parts: Vec<String>| parts.join(", ");
    let gathered = |word: &str, list: fn(&OutcomeDecision) -> Vec<String>| {
        let mut found: Vec<String> = Vec::new();
        for item in chosen.iter().flat_map(|outcome| list(outcome)) {
            if !found.contains(&item) {
                found.push(item);
            }
        }
        if found.is_empty() { format!("{word} —") } else { format!("{word} {}", joined(found)) }
    };
    let text = match &expected.kind {
        ExpectationKind::Permits(_) | ExpectationKind::Status(_) => {
            joined(chosen.iter().map(|outcome| in_words(outcome)).collect())
        }
        ExpectationKind::Cites(_) => gathered("cites", |outcome| outcome.clauses.clone()),
        ExpectationKind::Asks(_) => gathered("asks", |outcome| outcome.asks.clone()),
        ExpectationKind::AdjustedBy(_) => gathered("adjusted by", |outcome| outcome.adjusted_by.clone()),
        ExpectationKind::ExemptedBy(_) => gathered("exempted by", |outcome| outcome.exempted_by.clone()),
        ExpectationKind::Power(verb, _) => {
            let word = match verb {
                crate::syntax::ast::PowerVerb::Decided => "decided by",
                crate::syntax::ast::PowerVerb::Approved => "approved by",
                crate::syntax::ast::PowerVerb::Enforced => "enforced by",
            };
            let mut found: Vec<String> =
                chosen.iter().flat_map(|outcome| expectation::powers(outcome, *verb)).collect();
            found.dedup();
            if found.is_empty() { format!("{word} —") } else { format!("{word} {}", joined(found)) }
        }
    };
    Failure { span: expected.span, found: Found::Instead(text) }
}

/// The outcomes that an expectation speaks of: the one it names, or all.
fn spoken_of<'d>(
    policy: &'d Policy,
    decision: &'d Decision,
    expected: &TestExpectation,
) -> impl Iterator<Item = &'d OutcomeDecision> + use<'d> {
    let name = expected.outcome.and_then(|id| policy.outcomes().get(id.index())).map(|outcome| outcome.name.as_str());
    decision.outcomes.iter().filter(move |outcome| name.is_none_or(|name| outcome.name == name))
}

/// A decision on one outcome, as a test would expect it.
#[must_use]
pub fn in_words(outcome: &OutcomeDecision) -> String {
    let name = &outcome.name;
    let or_none = if outcome.none { " or none" } else { "" };
    let set = match (outcome.permitted.values(), outcome.none) {
        _ if !outcome.permitted.intervals().is_empty() => {
            format!("∈ {}{or_none}", outcome.permitted.words().join(", "))
        }
        ([], _) => "= none".to_owned(),
        ([only], false) => format!("= {only}"),
        (several, _) => format!("∈ <{}>{or_none}", several.join(", ")),
    };
    match outcome.status {
        Status::Decided if outcome.weigh => format!("{name} {set} (weighed)"),
        Status::Decided => format!("{name} {set}"),
        Status::Exempt => format!("{name} exempt"),
        Status::NotAddressed => format!("{name} not addressed"),
        Status::Conflict => format!("{name} conflict"),
        Status::OutOfScope => format!("{name} out of scope"),
        Status::Undetermined => {
            format!("{name} undetermined (possible: {}; asks {})", outcome.possible.join(", "), outcome.asks.join(", "))
        }
    }
}

/// Whether one of the citations is the clause or stands below it.
fn cites(policy: &Policy, citations: &[String], wanted: ClauseId) -> bool {
    let Some(clause) = policy.clauses().get(wanted.index()) else { return false };
    citations.iter().any(|citation| {
        let cited = policy.clauses().iter().find(|other| other.citation == *citation);
        match (&clause.path, cited.and_then(|cited| cited.path.as_ref())) {
            (Some(path), Some(cited)) => path.covers(cited),
            _ => clause.citation == *citation,
        }
    })
}
