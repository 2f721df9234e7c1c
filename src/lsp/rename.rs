//! `textDocument/rename`: a name in all files of all policies that have it, and in the case files beside them.

use super::cases;
use super::server::{Answer, Refused};
use super::state::{State, View};
use crate::diagnostic::Severity;
use crate::policy::{Occurrence, Symbol, SymbolKind};
use crate::source::SourceId;
use crate::syntax::ast::Item;
use crate::syntax::{keywords, parse};
use gen_lsp_types as lsp;
use gen_lsp_types::{PrepareRenameParams, PrepareRenamePlaceholder, RenameParams, TextEdit, Uri, WorkspaceEdit};
use std::collections::BTreeMap;

pub(super) fn prepare(state: &State, params: &PrepareRenameParams) -> Answer<lsp::PrepareRenameRequest> {
    let at = &params.text_document_position_params;
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let Some(occurrence) = view.symbol_at(at.position) else { return Ok(None) };
    let symbol = renamed(state, view, occurrence)?;
    let range = view.lines.range(view.text, occurrence.span.range());
    Ok(Some(PrepareRenamePlaceholder { range, placeholder: symbol.name.clone() }.into()))
}

pub(super) fn rename(state: &State, params: &RenameParams) -> Answer<lsp::RenameRequest> {
    let at = &params.text_document_position_params;
    check_name(state, &params.new_name)?;
    let mut edits: BTreeMap<Uri, Vec<TextEdit>> = BTreeMap::new();
    for view in state.views(&at.text_document.uri) {
        let Some(occurrence) = view.symbol_at(at.position) else { continue };
        let symbol = renamed(state, view, occurrence)?;
        check_free(state, view, symbol, &params.new_name)?;
        let in_texts = state.places(view.snapshot, occurrence.symbol).into_iter().map(|(_, location)| location);
        for location in in_texts.chain(cases::places(state, view.root, view.snapshot, occurrence.symbol)) {
            let edit = TextEdit { range: location.range, new_text: params.new_name.clone() };
            let list = edits.entry(location.uri).or_default();
            if !list.contains(&edit) {
                list.push(edit);
            }
        }
    }
    if edits.is_empty() {
        return Err(Refused(state.words.text("rename-nothing", &[])));
    }
    edits.values_mut().for_each(|list| list.sort_by_key(|edit| edit.range.start));
    Ok(Some(WorkspaceEdit { changes: Some(edits.into_iter().collect()), ..Default::default() }))
}

/// The symbol at a place, if it has a name that can be another one.
fn renamed<'s>(state: &State, view: View<'s>, occurrence: Occurrence) -> Result<&'s Symbol, Refused> {
    let symbol = view.snapshot.symbols().get(occurrence.symbol);
    match symbol.kind {
        SymbolKind::Clause => Err(Refused(state.words.text("rename-clause", &[]))),
        SymbolKind::Test => Err(Refused(state.words.text("rename-test", &[]))),
        SymbolKind::Policy
        | SymbolKind::Scale
        | SymbolKind::Enum
        | SymbolKind::Member
        | SymbolKind::Body
        | SymbolKind::Role
        | SymbolKind::Record
        | SymbolKind::Field
        | SymbolKind::Fact
        | SymbolKind::Judgement
        | SymbolKind::Param
        | SymbolKind::Reading
        | SymbolKind::Define
        | SymbolKind::Outcome
        | SymbolKind::Duty
        | SymbolKind::Procedure
        | SymbolKind::Step
        | SymbolKind::Check
        | SymbolKind::Effect
        | SymbolKind::Content => Ok(symbol),
    }
}

/// Whether a word can be a name: one that the parser takes for the name of a body, as it stands.
fn check_name(state: &State, name: &str) -> Result<(), Refused> {
    let parsed = parse(SourceId::default(), &format!("body {name}"));
    let is_fine = parsed.diagnostics.iter().all(|one| one.severity() < Severity::Error);
    let is_one = matches!(parsed.ast.items.as_slice(), [Item::Body(decl)] if decl.name.text == name);
    if is_fine && is_one && parsed.ast.comments.is_empty() && !keywords::is_keyword(name) {
        return Ok(());
    }
    Err(Refused(state.words.text("rename-bad-name", &[("name", name.into())])))
}

/// Whether nothing else is called so that could be mistaken for the renamed.
fn check_free(state: &State, view: View<'_>, symbol: &Symbol, name: &str) -> Result<(), Refused> {
    let is_same_place = |other: &Symbol| other.owner == symbol.owner && other.role == symbol.role;
    let is_taken = |other: &Symbol| other.name == name && is_same_place(other) && other.span != symbol.span;
    match view.snapshot.symbols().iter().find(|(_, other)| is_taken(other)) {
        Some(_) => Err(Refused(state.words.text("rename-taken", &[("name", name.into())]))),
        None => Ok(()),
    }
}
