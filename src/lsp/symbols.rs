//! `textDocument/documentSymbol` and `workspace/symbol`: what a file declares, clause by clause, and where a name or a
//! number is declared in any of the open policies.

use super::server::Answer;
use super::state::{State, View};
use super::words::protocol_kind;
use crate::policy::{Symbol, SymbolId, SymbolKind};
use gen_lsp_types as lsp;
use gen_lsp_types::{DocumentSymbol, DocumentSymbolParams, WorkspaceSymbol, WorkspaceSymbolParams};
use std::collections::BTreeMap;

/// Most symbols that a search gives.
const MAX_FOUND: usize = 500;

pub(super) fn of_document(state: &State, params: &DocumentSymbolParams) -> Answer<lsp::DocumentSymbolRequest> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let mut below: BTreeMap<Option<SymbolId>, Vec<SymbolId>> = BTreeMap::new();
    let index = view.snapshot.symbols();
    for (id, symbol) in index.iter().filter(|(_, symbol)| symbol.span.source == view.source) {
        below.entry(parent(view, symbol)).or_default().push(id);
    }
    for ids in below.values_mut() {
        ids.sort_by_key(|id| index.get(*id).span);
    }
    Ok(Some(tree(state, view, &below, None).into()))
}

/// What a symbol is shown under: what it is a part of, else the clause that declares it.
fn parent(view: View<'_>, symbol: &Symbol) -> Option<SymbolId> {
    let index = view.snapshot.symbols();
    let owner = symbol.owner.filter(|owner| index.get(*owner).whole.contains(symbol.span));
    owner.or_else(|| match symbol.kind {
        SymbolKind::Clause | SymbolKind::Test => None,
        _ => index.clause_around(view.source, symbol.span.range().start),
    })
}

/// How deep this goes is limited by the parser.
fn tree(
    state: &State,
    view: View<'_>,
    below: &BTreeMap<Option<SymbolId>, Vec<SymbolId>>,
    parent: Option<SymbolId>,
) -> Vec<DocumentSymbol> {
    let shown = |id: &SymbolId| {
        let symbol = view.snapshot.symbols().get(*id);
        let children = tree(state, view, below, Some(*id));
        #[allow(deprecated)] // the field has to be there
        DocumentSymbol {
            name: title(symbol),
            detail: Some(detail(state, symbol)),
            kind: protocol_kind(symbol.kind),
            tags: None,
            deprecated: None,
            range: view.lines.range(view.text, symbol.whole.to(symbol.span).range()),
            selection_range: view.lines.range(view.text, symbol.span.range()),
            children: (!children.is_empty()).then_some(children),
        }
    };
    below.get(&parent).map(|ids| ids.iter().map(shown).collect()).unwrap_or_default()
}

/// What a symbol is called in a list. The protocol has no symbols without a name.
fn title(symbol: &Symbol) -> String {
    let name = symbol.full_name();
    if name.trim().is_empty() { "…".to_owned() } else { name }
}

fn detail(state: &State, symbol: &Symbol) -> String {
    let label = symbol.labels.get(state.words.language());
    label.map_or_else(|| state.kind(symbol.kind), str::to_owned)
}

pub(super) fn of_workspace(state: &State, params: &WorkspaceSymbolParams) -> Answer<lsp::WorkspaceSymbolRequest> {
    let query = params.query.to_lowercase();
    let mut found: Vec<WorkspaceSymbol> = Vec::new();
    for project in state.projects.values() {
        let snapshot = &project.snapshot;
        for (_, symbol) in snapshot.symbols().iter() {
            let label = symbol.labels.get(state.words.language()).unwrap_or_default();
            let matches = |text: &str| is_subsequence(&query, &text.to_lowercase());
            if !matches(&symbol.full_name()) && !matches(label) {
                continue;
            }
            let Some(location) = state.location(snapshot, symbol.span) else { continue };
            let entry = WorkspaceSymbol {
                location: location.into(),
                data: None,
                base_symbol_information: lsp::BaseSymbolInformation {
                    name: title(symbol),
                    kind: protocol_kind(symbol.kind),
                    tags: None,
                    container_name: Some(detail(state, symbol)),
                },
            };
            if !found.contains(&entry) {
                found.push(entry);
            }
            if found.len() == MAX_FOUND {
                return Ok(Some(found.into()));
            }
        }
    }
    Ok(Some(found.into()))
}

/// Whether the characters of a query occur in a text in this order.
fn is_subsequence(query: &str, text: &str) -> bool {
    let mut rest = text.chars();
    query.chars().all(|wanted| rest.any(|found| found == wanted))
}
