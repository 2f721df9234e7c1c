use super::location::Location;
use super::severity_word;
use crate::diagnostic::{Catalogue, Diagnostic, Diagnostics, Severity, visible};
use crate::source::SourceMap;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::collections::BTreeMap;

/// The name of the report, and of the suite for what belongs to no file.
const TOOL: &str = "policyc";

/// A JUnit report: a suite for each file, a failed case for each error and warning. A hint is a passed case with a
/// note, and a file with nothing to report has one passed case, so that it is seen to have been checked.
pub(super) fn render(diagnostics: &Diagnostics, sources: &SourceMap, catalogue: &Catalogue) -> String {
    let mut suites: BTreeMap<&str, Vec<TestCase>> = sources.iter().map(|source| (source.name(), vec![])).collect();
    for diagnostic in diagnostics {
        let location = Location::of(diagnostic, sources);
        let case = case(diagnostic, &location, catalogue);
        suites.entry(location.file.unwrap_or(TOOL)).or_default().push(case);
    }
    let mut report = Report::new(TOOL);
    for (file, mut cases) in suites {
        if cases.is_empty() {
            cases.push(TestCase::new("check", TestCaseStatus::success()));
        }
        let mut suite = TestSuite::new(visible(file).as_ref());
        suite.add_test_cases(cases);
        report.add_test_suite(suite);
    }
    // Writing to memory does not fail; if it ever did, the fault would be seen rather than an empty report.
    let mut text = report.to_string().unwrap_or_else(|fault| fault.to_string());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn case(diagnostic: &Diagnostic, location: &Location<'_>, catalogue: &Catalogue) -> TestCase {
    let severity = severity_word(diagnostic.severity());
    let message = catalogue.message(diagnostic);
    let name = match location.range {
        Some((start, _)) => format!("{} {}:{}", diagnostic.code, start.line, start.column),
        None => diagnostic.code.to_string(),
    };
    let mut description = message.clone();
    for help in catalogue.helps(diagnostic) {
        description.push('\n');
        description.push_str(&help);
    }
    let status = match diagnostic.severity() {
        Severity::Hint => TestCaseStatus::success(),
        Severity::Warning | Severity::Error => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(message).set_type(severity).set_description(description.clone());
            status
        }
    };
    let is_hint = matches!(status, TestCaseStatus::Success { .. });
    let mut case = TestCase::new(name, status);
    if let Some(file) = location.file {
        case.set_classname(visible(file).as_ref());
    }
    if is_hint {
        case.set_system_out(description);
    }
    case
}
