//! `textDocument/codeAction`: the fixes of errors and findings at a place, the cases of findings as tests, all safe fixes
//! of a file, and the canonical form, which has no full-width punctuation.

use super::diagnostics::{self, Located};
use super::documents::Key;
use super::formatting;
use super::server::Answer;
use super::state::{LocatedIn, Project, State};
use crate::diagnostic::{Diagnostic, Diagnostics, Fix, Safety, apply_fixes};
use crate::testing::witness_tests;
use gen_lsp_types as lsp;
use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionParams, Range, TextEdit, Uri, WorkspaceEdit};
use std::collections::HashMap;

pub(super) fn actions(state: &State, params: &CodeActionParams) -> Answer<lsp::CodeActionRequest> {
    let uri = &params.text_document.uri;
    let mut found: Vec<CodeAction> = Vec::new();
    if is_wanted(params, &CodeActionKind::QuickFix) {
        found.extend(fixes(state, uri, params.range));
        found.extend(tests(state, uri, params.range));
    }
    if is_wanted(params, &CodeActionKind::SourceFixAll) {
        found.extend(fix_all(state, uri));
        found.extend(normalised(state, uri));
    }
    Ok(Some(found.into_iter().map(lsp::CodeActionResponse::CodeAction).collect()))
}

/// Whether the client asks for a kind of action, or for a kind above it.
fn is_wanted(params: &CodeActionParams, kind: &CodeActionKind) -> bool {
    let kind = kind.as_str();
    let is_above = |one: &CodeActionKind| {
        let one = one.as_str();
        one.is_empty() || kind == one || kind.strip_prefix(one).is_some_and(|rest| rest.starts_with('.'))
    };
    params.context.only.as_deref().is_none_or(|only| only.iter().any(is_above))
}

/// The fixes of what is said about a range.
fn fixes(state: &State, uri: &Uri, range: Range) -> Vec<CodeAction> {
    let key = Key::of(uri);
    let mut actions: Vec<CodeAction> = Vec::new();
    for project in state.projects.values() {
        let Some(source) = project.snapshot.source(&key) else { continue };
        let located = LocatedIn { state, snapshot: &project.snapshot };
        for found in project.found().filter(|found| found.span.is_some_and(|span| span.source == source)) {
            let shown = diagnostics::shown(found, &located, &state.words);
            let touches = shown.range.start <= range.end && range.start <= shown.range.end;
            let Some(edit) = found.fix.as_ref().filter(|_| touches).and_then(|fix| edit(&located, fix)) else {
                continue;
            };
            let action = CodeAction {
                title: title(state, found),
                kind: Some(CodeActionKind::QuickFix),
                is_preferred: found.fix.as_ref().map(|fix| fix.safety == Safety::Safe),
                diagnostics: Some(vec![shown]),
                edit: Some(edit),
                ..Default::default()
            };
            if !actions.contains(&action) {
                actions.push(action);
            }
        }
    }
    actions
}

/// The cases of what was found in a range, to be written as tests.
fn tests(state: &State, uri: &Uri, range: Range) -> Vec<CodeAction> {
    let Some((project, source)) = state.project_of(uri) else { return Vec::new() };
    let located = LocatedIn { state, snapshot: &project.snapshot };
    let shown = project.found().filter(|found| found.witness.is_some()).filter_map(|found| {
        let place = found.span.filter(|span| span.source == source).and_then(|span| located.range(span))?;
        let touches = place.start <= range.end && range.start <= place.end;
        let edit = test_of(state, project, uri, found).filter(|_| touches)?;
        Some(CodeAction {
            title: state.words.text("action-write-test-of", &[("code", found.code.as_str().into())]),
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(vec![diagnostics::shown(found, &located, &state.words)]),
            edit: Some(edit),
            ..Default::default()
        })
    });
    let mut actions: Vec<CodeAction> = Vec::new();
    shown.for_each(|action| {
        if !actions.contains(&action) {
            actions.push(action);
        }
    });
    actions
}

/// The edit that writes the case of a finding as a test at the end of the text, as it is decided now; `None` where
/// there is nothing to write, or such a test is there already.
pub(super) fn test_of(state: &State, project: &Project, uri: &Uri, found: &Diagnostic) -> Option<WorkspaceEdit> {
    let policy = project.snapshot.policy.as_ref()?;
    let language = state.edited(uri)?.keywords();
    let findings = Diagnostics::from_iter([found.clone()]);
    let written = witness_tests(policy, &findings, language).ok().filter(|written| written.count > 0)?;
    let document = state.document(uri)?;
    let before = if document.text.is_empty() || document.text.ends_with('\n') { "" } else { "\n" };
    let end = document.lines.position(&document.text, document.text.len());
    let edit = TextEdit { range: Range { start: end, end }, new_text: format!("{before}\n{}", written.text) };
    Some(WorkspaceEdit { changes: Some(HashMap::from([(uri.clone(), vec![edit])])), ..Default::default() })
}

/// What a fix does, as far as that is short: the new text in place of the old one.
fn title(state: &State, found: &Diagnostic) -> String {
    let message = state.words.message(found);
    let helps = state.words.helps(found);
    let replacements = found.fix.as_ref().map(|fix| fix.replacements.as_slice()).unwrap_or_default();
    match (replacements, helps.last()) {
        ([one], _) if one.text.is_empty() => state.words.text("action-remove", &[("message", message.into())]),
        ([one], _) if one.text.trim() == one.text && one.text.chars().count() <= 40 => {
            state.words.text("action-replace", &[("text", one.text.as_str().into()), ("message", message.into())])
        }
        (_, Some(help)) => help.clone(),
        (_, None) => message,
    }
}

fn edit(located: &LocatedIn<'_>, fix: &Fix) -> Option<WorkspaceEdit> {
    let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
    for replacement in &fix.replacements {
        let edit = TextEdit { range: located.range(replacement.span)?, new_text: replacement.text.clone() };
        changes.entry(located.uri(replacement.span.source)?).or_default().push(edit);
    }
    Some(WorkspaceEdit { changes: Some(changes), ..Default::default() })
}

/// All fixes of a file that are safe, at once.
fn fix_all(state: &State, uri: &Uri) -> Option<CodeAction> {
    let key = Key::of(uri);
    let document = state.document(uri)?;
    let project = state.projects.values().find(|project| project.snapshot.source(&key).is_some())?;
    let source = project.snapshot.source(&key)?;
    let found: Diagnostics = project.found().cloned().collect();
    let mended = apply_fixes(source, &document.text, &found, Safety::Safe)?;
    let title = state.words.text("action-fix-all", &[("count", mended.applied.into())]);
    Some(whole(uri, title, formatting::between(document, &mended.text)))
}

/// The canonical form, where the text has another one.
fn normalised(state: &State, uri: &Uri) -> Option<CodeAction> {
    let document = state.document(uri)?;
    let edits = formatting::edits(state, document).ok().filter(|edits| !edits.is_empty())?;
    Some(whole(uri, state.words.text("action-normalise", &[]), edits))
}

fn whole(uri: &Uri, title: String, edits: Vec<TextEdit>) -> CodeAction {
    CodeAction {
        title,
        kind: Some(CodeActionKind::SourceFixAll),
        edit: Some(WorkspaceEdit { changes: Some(HashMap::from([(uri.clone(), edits)])), ..Default::default() }),
        ..Default::default()
    }
}
