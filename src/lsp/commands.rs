//! `workspace/executeCommand`: what the lenses offer. The server runs them on the text as it is open, saved or not, and
//! says in a message what came of it; a test is written by an edit that the client makes.

use super::actions;
use super::server::{Answer, Refused};
use super::state::{Project, State};
use super::transport::Outgoing;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::Policy;
use crate::source::SourceId;
use crate::testing::{Failure, Found, run_tests};
use gen_lsp_types as lsp;
use gen_lsp_types::{ExecuteCommandParams, MessageType, Position, Uri};
use serde_json::Value;

/// Runs one test: the address of the text, the place of the test, its name.
pub(super) const RUN_TEST: &str = "policyc.runTest";

/// Says which clauses no test covers: the address of the text.
pub(super) const SHOW_COVERAGE: &str = "policyc.showCoverage";

/// Writes the case of a finding as a test: the address of the text, the place of the finding, its code.
pub(super) const WRITE_TEST: &str = "policyc.writeTest";

/// All of them.
pub(super) const COMMANDS: [&str; 3] = [RUN_TEST, SHOW_COVERAGE, WRITE_TEST];

pub(super) fn execute(state: &State, params: &ExecuteCommandParams) -> Answer<lsp::ExecuteCommandRequest> {
    let arguments = params.arguments.as_deref().unwrap_or_default();
    let faulty = || Refused(format!("“{}” needs other arguments", params.command));
    let uri: Uri = argument(arguments, 0).ok_or_else(faulty)?;
    let (project, source) = state.project_of(&uri).ok_or_else(|| Refused(state.words.text("run-not-open", &[])))?;
    let policy = project.snapshot.policy.as_ref().ok_or_else(|| Refused(state.words.text("run-errors", &[])))?;
    match params.command.as_str() {
        RUN_TEST => {
            let name: String = argument(arguments, 2).ok_or_else(faulty)?;
            run_test(state, project, policy, &name);
        }
        SHOW_COVERAGE => show_coverage(state, project)?,
        WRITE_TEST => {
            let (at, code) = (argument(arguments, 1).ok_or_else(faulty)?, argument::<String>(arguments, 2));
            let code = code.and_then(|code| Code::parse(&code)).ok_or_else(faulty)?;
            write_test(state, (project, source), &uri, at, code)?;
        }
        other => return Err(Refused(format!("“{other}” is no command"))),
    }
    Ok(None)
}

fn argument<T: for<'de> serde::Deserialize<'de>>(arguments: &[Value], place: usize) -> Option<T> {
    serde_json::from_value(arguments.get(place)?.clone()).ok()
}

fn show(state: &State, kind: MessageType, message: String) {
    let params = lsp::ShowMessageParams { kind, message };
    state.send(Outgoing::notification::<lsp::ShowMessageNotification>(params));
}

fn run_test(state: &State, project: &Project, policy: &Policy, name: &str) {
    let report = run_tests(policy, name);
    for result in report.results.iter().filter(|result| result.name == name) {
        let title = [("name", name.into())];
        if result.failures.is_empty() {
            show(state, MessageType::Info, state.words.text("run-passed", &title));
            continue;
        }
        let mut lines = vec![state.words.text("run-failed", &title)];
        lines.extend(result.failures.iter().map(|failure| explained(state, project, failure)));
        show(state, MessageType::Error, lines.join("\n"));
    }
}

/// What was expected and what came.
fn explained(state: &State, project: &Project, failure: &Failure) -> String {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match &failure.found {
        Found::Instead(found) => {
            let expected = one_line(project.snapshot.slice(failure.span));
            state.words.text("run-instead", &[("expected", expected.into()), ("found", found.as_str().into())])
        }
        Found::Undecidable(_) | Found::Unmeasured(_) | Found::Untold(_) => state.words.text("run-undecidable", &[]),
        Found::NoDay => state.words.text("test-no-day", &[]),
        Found::TooManyYears => state.words.text("test-too-many-years", &[]),
    }
}

fn show_coverage(state: &State, project: &Project) -> Result<(), Refused> {
    let coverage = project.insight.as_ref().and_then(|insight| insight.coverage.as_ref());
    let coverage = coverage.ok_or_else(|| Refused(state.words.text("run-unmeasured", &[])))?;
    let missing = coverage.clauses.iter().filter(|clause| !clause.is_tested).map(|clause| clause.clause.as_str());
    let missing: Vec<&str> = missing.collect();
    let message = if missing.is_empty() {
        state.words.text("run-all-tested", &[])
    } else {
        state.words.text("run-untested", &[("clauses", missing.join(", ").into())])
    };
    show(state, MessageType::Info, message);
    Ok(())
}

fn write_test(
    state: &State,
    (project, source): (&Project, SourceId),
    uri: &Uri,
    at: Position,
    code: Code,
) -> Result<(), Refused> {
    let is_meant = |found: &&Diagnostic| {
        let span = found.span.filter(|span| span.source == source && found.code == code);
        span.and_then(|span| project.snapshot.range(span)).is_some_and(|range| range.start == at)
    };
    let found = project.found().find(is_meant);
    let edit = found.and_then(|found| actions::test_of(state, project, uri, found));
    let edit = edit.ok_or_else(|| Refused(state.words.text("run-nothing-to-write", &[])))?;
    let params =
        lsp::ApplyWorkspaceEditParams { label: Some(state.words.text("action-write-test", &[])), edit, metadata: None };
    state.send(Outgoing::request::<lsp::ApplyWorkspaceEditRequest>(state.next_request(), params));
    Ok(())
}
