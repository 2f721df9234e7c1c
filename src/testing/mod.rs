//! Running the `test` blocks of a policy.

mod case;
pub mod coverage;
mod events;
mod generated;
pub mod mutants;
mod outcomes;
mod witnessed;
mod words;
mod written;

use crate::calendar::Calendar;
use crate::decide::{DecideError, EffectsError, ProcedureError};
use crate::policy::{ExpectationKind, Policy, Test, TestExpectation};
use crate::source::Span;
use case::Case;
pub use coverage::{Coverage, coverage};
pub use generated::{GeneratedTest, GeneratedTests, generate};
use jiff::civil::Date;
pub use mutants::mutate;
pub use witnessed::{WitnessTests, witness_tests};
pub use words::in_words;
pub use written::{WrittenTest, expectations};

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
    /// This, in the spelling of expectations: `sanction ∈ <notice>`, `cites 3(1), 3(2)`, `step decide late by 3 days`.
    Instead(String),
    /// The case cannot be decided.
    Undecidable(DecideError),
    /// The log cannot be measured by the procedure.
    Unmeasured(ProcedureError),
    /// The effects of the earlier decisions cannot be told.
    Untold(EffectsError),
    /// The test asks what lasts, and does not say on which day.
    NoDay,
    /// The days off and working days of the test spread over more years than a calendar may cover.
    TooManyYears,
}

/// What holds in the tests that do not say otherwise.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The day on which the case is looked at.
    pub as_of: Option<Date>,
    /// The calendar that working days are counted in.
    pub calendar: Option<Calendar>,
}

/// Runs the tests whose name contains `filter` (all of them where it is empty).
#[must_use]
pub fn run_tests(policy: &Policy, filter: &str) -> TestReport {
    run_tests_in(policy, filter, &Setting::default())
}

/// The same, on a day and by a calendar.
#[must_use]
pub fn run_tests_in(policy: &Policy, filter: &str, setting: &Setting) -> TestReport {
    let chosen = policy.tests().iter().filter(|test| test.name.contains(filter));
    TestReport { results: chosen.map(|test| run_test(policy, test, setting)).collect() }
}

fn run_test(policy: &Policy, test: &Test, setting: &Setting) -> TestResult {
    let mut failures: Vec<Failure> = Vec::new();
    match Case::new(policy, test, setting) {
        Ok(case) => {
            for expected in &test.expectations {
                let failure = match judged(&case, expected) {
                    Ok(None) => continue,
                    Ok(Some(instead)) => Failure { span: expected.span, found: Found::Instead(instead) },
                    Err(found) => Failure { span: test.span, found },
                };
                // What is wrong with the case is said once, not for each expectation.
                if !failures.contains(&failure) {
                    failures.push(failure);
                }
            }
        }
        Err(found) => failures.push(Failure { span: test.span, found }),
    }
    TestResult { name: test.name.clone(), span: test.span, failures }
}

/// What came instead of an expectation; `None` where it is met.
fn judged(case: &Case<'_>, expected: &TestExpectation) -> Result<Option<String>, Found> {
    match &expected.kind {
        ExpectationKind::Permits(_)
        | ExpectationKind::Status(_)
        | ExpectationKind::Cites(_)
        | ExpectationKind::Asks(_)
        | ExpectationKind::AdjustedBy(_)
        | ExpectationKind::ExemptedBy(_)
        | ExpectationKind::Power(..) => Ok(outcomes::instead(case.policy, case.decision()?, expected)),
        ExpectationKind::Duty(duty, status) => events::duty_instead(case, *duty, *status),
        ExpectationKind::Step(procedure, step, state) => events::step_instead(case, *procedure, *step, *state),
        ExpectationKind::Effect { lasting, verb, name, until } => {
            let expected = events::ExpectedEffect { lasting: *lasting, verb: *verb, name, until: *until };
            events::effect_instead(case, expected)
        }
    }
}
