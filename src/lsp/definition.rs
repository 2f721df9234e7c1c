//! `textDocument/definition`: where a name or a clause is declared.

use super::server::Answer;
use super::state::State;
use gen_lsp_types::{Definition, DefinitionParams, DefinitionRequest};

pub(super) fn definition(state: &State, params: &DefinitionParams) -> Answer<DefinitionRequest> {
    let at = &params.text_document_position_params;
    let found = state.view(&at.text_document.uri).and_then(|view| {
        let symbol = view.snapshot.symbols().get(view.symbol_at(at.position)?.symbol);
        state.location(view.snapshot, symbol.span)
    });
    Ok(found.map(|location| Definition::Location(location).into()))
}
