use super::location::Location;
use super::severity_word;
use crate::diagnostic::{Catalogue, Diagnostic, Diagnostics, Severity, visible};
use crate::source::SourceMap;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

/// A JUnit report: a suite for each file, a failed case for each error and warning. A hint is a passed case with a
/// note, and a file with nothing to report has one passed case, so that it is seen to have been checked.
pub(super) fn render(diagnostics: &Diagnostics, sources: &SourceMap, catalogue: &Catalogue) -> String {
    let mut suites: Vec<(String, TestSuite)> = vec![];
    for source in sources.iter() {
        suite_of(source.name(), &mut suites);
    }
    for diagnostic in diagnostics {
        let location = Location::of(diagnostic, sources);
        let case = case(diagnostic, &location, catalogue);
        suite_of(location.file.unwrap_or("policyc"), &mut suites).add_test_case(case);
    }
    let mut report = Report::new("policyc");
    for (_, mut suite) in suites {
        if suite.test_cases.is_empty() {
            suite.add_test_case(TestCase::new("check", TestCaseStatus::success()));
        }
        report.add_test_suite(suite);
    }
    // Writing to memory does not fail; if it ever did, the fault would be seen rather than an empty report.
    let mut text = report.to_string().unwrap_or_else(|fault| fault.to_string());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn suite_of<'s>(file: &str, suites: &'s mut Vec<(String, TestSuite)>) -> &'s mut TestSuite {
    let at = suites.iter().position(|(name, _)| name == file).unwrap_or_else(|| {
        suites.push((file.to_owned(), TestSuite::new(visible(file).as_ref())));
        suites.len() - 1
    });
    todo!("{at}")
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
