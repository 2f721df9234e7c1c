//! `policyc test`.

use super::case::{ReadingArguments, Time, TimeArguments};
use super::console::{BAD, Console, GOOD, styled};
use super::coverage::{self, CoverageForm, Verdict as Coverage, Wishes};
use super::effects::untold;
use super::generate;
use super::mutate::{self, MutantForm};
use super::procedure::immeasurable;
use super::{Exit, input};
use crate::decide::DecideError;
use crate::diagnostic::{Diagnostics, visible};
use crate::policy::Policy;
use crate::source::{SourceId, SourceMap, Span};
use crate::testing::{Failure, Found, Setting, TestReport, TestResult, run_tests_in};
use clap::{Args, ValueEnum};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use serde_json::json;
use std::fmt::Write;
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc test`.
#[derive(Debug, Args)]
pub(super) struct TestArguments {
    /// Policies, or folders to search for `*.policy` [default: the current folder]
    pub(super) paths: Vec<PathBuf>,
    /// Run only the tests whose name contains this
    #[arg(long, default_value = "", hide_default_value = true)]
    filter: String,
    /// How to print
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    format: ReportFormat,
    /// Measure what the tests cover: rules, conditions (MC/DC), results and boundaries [default form: human]
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "human")]
    coverage: Option<CoverageForm>,
    /// Change one thing after the other in the policy and see whether a test notices [default form: human]
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, require_equals = true,
        default_missing_value = "human", conflicts_with_all = ["coverage", "min_coverage"])]
    mutate: Option<MutantForm>,
    /// Make tests for what no test covers yet, to be reviewed
    #[arg(long, conflicts_with_all = ["coverage", "min_coverage", "mutate"])]
    generate: bool,
    /// With `--mutate` or `--generate`: write the tests that are missing into a new file
    #[arg(long, value_name = "FILE")]
    write_tests: Option<PathBuf>,
    /// Fail where a figure of the coverage is lower
    #[arg(long, value_name = "PERCENT", value_parser = coverage::percentage)]
    min_coverage: Option<u32>,
    #[command(flatten)]
    time: TimeArguments,
    #[command(flatten)]
    readings: ReadingArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    Human,
    Json,
    Junit,
}

/// The report of one file.
pub(super) struct FileReport {
    pub(super) name: String,
    pub(super) policy: Policy,
    pub(super) report: TestReport,
    /// The text of the file.
    pub(super) source: SourceId,
}

pub(super) fn run(arguments: &TestArguments, console: &mut Console) -> io::Result<Exit> {
    let wanted = arguments.coverage.or(arguments.min_coverage.map(|_| CoverageForm::Human));
    let has_own_form = wanted.is_some() || arguments.mutate.is_some() || arguments.generate;
    if arguments.write_tests.is_some() && arguments.mutate.is_none() && !arguments.generate {
        console.print_error(&format!("{}\n", console.text("tests-without-need", &[])))?;
        return Ok(Exit::BadInput);
    }
    if has_own_form && arguments.format != ReportFormat::Human {
        console.print_error(&format!("{}\n", console.text("coverage-format", &[])))?;
        return Ok(Exit::BadInput);
    }
    let mut sources = SourceMap::default();
    let files = match input::files(&arguments.paths) {
        Ok(files) => files,
        Err(problem) => {
            console.complain(&problem, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let mut problems = Diagnostics::new();
    let Time { as_of, calendar } = arguments.time.time(&mut sources, &mut problems);
    let setting = Setting { as_of, calendar };
    let mut readings = arguments.readings.readings();
    let mut reports: Vec<FileReport> = Vec::new();
    let mut unusable = false;
    let checked = files.iter().map(|path| input::check_file_read_as(path, &mut sources, &mut readings)).collect();
    for checked in input::roots(checked, &arguments.paths) {
        match checked.policy {
            Some(policy) => {
                let report = run_tests_in(&policy, &arguments.filter, &setting);
                let source = checked.source.unwrap_or_default();
                reports.push(FileReport { name: input::shown(&checked.path), policy, report, source });
            }
            None => {
                console.complain(&checked.diagnostics, &sources)?;
                unusable = true;
            }
        }
    }
    problems.extend(readings.problems());
    if !problems.is_empty() {
        console.complain(&problems, &sources)?;
        return Ok(Exit::BadInput);
    }
    let text = match arguments.format {
        ReportFormat::Human => human(&reports, &sources, console),
        ReportFormat::Json => json(&reports, &sources)?,
        ReportFormat::Junit => junit(&reports, &sources, console)?,
    };
    let mut failed = reports.iter().any(|file| file.report.failed() > 0);
    let is_for_people = !arguments.generate
        && wanted.is_none_or(|form| form == CoverageForm::Human)
        && arguments.mutate.is_none_or(|form| form == MutantForm::Human);
    if is_for_people {
        console.print(&text)?;
    } else if failed {
        // Standard output is for programs then.
        console.print_error(&text)?;
    }
    if let Some(form) = wanted {
        let wishes = Wishes { form, least: arguments.min_coverage, filter: &arguments.filter, setting: &setting };
        failed |= coverage::run(&reports, &wishes, &sources, console)? == Coverage::TooLow;
    }
    let mutated = match arguments.mutate {
        Some(form) if !unusable && !failed => {
            let (write, filter) = (arguments.write_tests.as_deref(), arguments.filter.as_str());
            mutate::run(&reports, &mutate::Wishes { form, write, filter, setting: &setting }, &sources, console)?
        }
        Some(_) => {
            console.print_error(&format!("{}\n", console.text("mutants-need-passing-tests", &[])))?;
            Exit::Fine
        }
        None if arguments.generate && !unusable => {
            generate::run(&reports, arguments.write_tests.as_deref(), &setting, &sources, console)?
        }
        None => Exit::Fine,
    };
    Ok(match (unusable, failed) {
        (true, _) => Exit::BadInput,
        (false, true) => Exit::Findings,
        (false, false) => mutated,
    })
}

/// `file:line`.
fn place(sources: &SourceMap, span: Span) -> String {
    sources.get(span.source).map_or_else(String::new, |source| {
        format!("{}:{}", visible(source.name()), source.position(span.start as usize).line)
    })
}

/// Why the case of a test comes to nothing.
fn refusal(policy: &Policy, found: &Found) -> Diagnostics {
    match found {
        Found::Undecidable(error) => error.diagnostics(policy),
        Found::Unmeasured(error) => immeasurable(policy, error),
        Found::Untold(error) => untold(policy, error),
        Found::Instead(_) | Found::NoDay | Found::TooManyYears => Diagnostics::new(),
    }
}

/// What was expected and what came, in words.
fn in_words(failure: &Failure, policy: &Policy, sources: &SourceMap, console: &Console) -> (Option<String>, String) {
    let one_line = |span: Span| sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    match &failure.found {
        Found::Instead(found) => (Some(one_line(failure.span)), found.clone()),
        Found::Undecidable(DecideError::AgainstAssumption { assumptions }) => {
            let assumptions: Vec<String> = assumptions.iter().map(|span| one_line(*span)).collect();
            (None, console.text("test-against-assumption", &[("assumption", assumptions.join("; ").into())]))
        }
        Found::Undecidable(_) | Found::Unmeasured(_) | Found::Untold(_) => {
            let why = refusal(policy, &failure.found);
            let why = why.iter().map(|why| {
                let reason = console.catalogue.message(why);
                let at = why.span.map(one_line).filter(|text| !text.is_empty());
                at.map_or_else(|| reason.clone(), |text| format!("{reason}: {text}"))
            });
            (None, why.collect::<Vec<_>>().join("; "))
        }
        Found::NoDay => (None, console.text("test-no-day", &[])),
        Found::TooManyYears => (None, console.text("test-too-many-years", &[])),
    }
}

fn human(reports: &[FileReport], sources: &SourceMap, console: &Console) -> String {
    let mut text = String::new();
    let (mut passed, mut failed) = (0, 0);
    for file in reports {
        passed += file.report.passed();
        failed += file.report.failed();
        for result in file.report.results.iter().filter(|result| !result.failures.is_empty()) {
            // Writing to a string cannot fail.
            let mark = styled(BAD, &console.text("test-failed", &[]));
            let _ = writeln!(text, "{mark} {} ({})", visible(&result.name), place(sources, result.span));
            for failure in &result.failures {
                let (expected, found) = in_words(failure, &file.policy, sources, console);
                if let Some(expected) = expected {
                    let word = console.text("test-expected", &[]);
                    let _ = writeln!(text, "  {} {word} {}", place(sources, failure.span), visible(&expected));
                }
                let word = console.text("test-found", &[]);
                let _ = writeln!(text, "  {} {word} {}", place(sources, failure.span), visible(&found));
            }
            text.push('\n');
        }
    }
    for file in reports {
        let args = [("passed", file.report.passed().into()), ("failed", file.report.failed().into())];
        let _ = writeln!(text, "{}: {}", visible(&file.name), console.text("test-summary", &args));
    }
    if reports.len() > 1 {
        let style = if failed > 0 { BAD } else { GOOD };
        let args = [("passed", passed.into()), ("failed", failed.into())];
        let _ = writeln!(text, "{}", styled(style, &console.text("test-summary", &args)));
    }
    text
}

fn json(reports: &[FileReport], sources: &SourceMap) -> io::Result<String> {
    let line = |span: Span| sources.get(span.source).map(|source| source.position(span.start as usize).line);
    let failure = |failure: &Failure, policy: &Policy| {
        let found = match &failure.found {
            Found::Instead(found) => json!({ "instead": found }),
            Found::Undecidable(DecideError::AgainstAssumption { assumptions: spans }) => {
                json!({ "against_assumption": spans.iter().map(|span| sources.slice(*span)).collect::<Vec<_>>() })
            }
            Found::Undecidable(_) | Found::Unmeasured(_) | Found::Untold(_) => {
                let why = refusal(policy, &failure.found);
                let why = why.iter().map(|why| json!({ "code": why.code, "at": why.span.map(|at| sources.slice(at)) }));
                json!({ "no_result": why.collect::<Vec<_>>() })
            }
            Found::NoDay => json!({ "no_result": "as of" }),
            Found::TooManyYears => json!({ "no_result": "holidays" }),
        };
        json!({ "line": line(failure.span), "expected": sources.slice(failure.span), "found": found })
    };
    let result = |result: &TestResult, policy: &Policy| {
        let failures: Vec<_> = result.failures.iter().map(|found| failure(found, policy)).collect();
        json!({ "name": result.name, "line": line(result.span), "passed": failures.is_empty(), "failures": failures })
    };
    let files: Vec<_> = reports
        .iter()
        .map(|file| {
            json!({
                "file": file.name,
                "passed": file.report.passed(),
                "failed": file.report.failed(),
                "tests": file.report.results.iter().map(|one| result(one, &file.policy)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let text = serde_json::to_string_pretty(&files).map_err(io::Error::other)?;
    Ok(format!("{text}\n"))
}

fn junit(reports: &[FileReport], sources: &SourceMap, console: &Console) -> io::Result<String> {
    let mut report = Report::new("policyc test");
    for file in reports {
        let mut suite = TestSuite::new(file.name.clone());
        for result in &file.report.results {
            let mut status = TestCaseStatus::success();
            if !result.failures.is_empty() {
                let lines = result.failures.iter().map(|failure| {
                    let (expected, found) = in_words(failure, &file.policy, sources, console);
                    let expected = expected.map_or_else(String::new, |expected| format!("{expected}; "));
                    format!("{}: {expected}{found}", place(sources, failure.span))
                });
                status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                status.set_message(lines.collect::<Vec<_>>().join("\n"));
            }
            suite.add_test_case(TestCase::new(result.name.clone(), status));
        }
        report.add_test_suite(suite);
    }
    report.to_string().map_err(io::Error::other)
}
