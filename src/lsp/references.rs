//! `textDocument/references`: where a name or a clause is mentioned, in every policy that the file belongs to, and
//! in the case files beside them.

use super::cases;
use super::server::Answer;
use super::state::State;
use crate::policy::OccurrenceKind;
use gen_lsp_types::{Location, ReferenceParams, ReferencesRequest};

pub(super) fn references(state: &State, params: &ReferenceParams) -> Answer<ReferencesRequest> {
    let at = &params.text_document_position_params;
    let mut found: Vec<Location> = Vec::new();
    for view in state.views(&at.text_document.uri) {
        let Some(occurrence) = view.symbol_at(at.position) else { continue };
        for (place, location) in state.places(view.snapshot, occurrence.symbol) {
            let is_wanted = params.context.include_declaration || place.kind == OccurrenceKind::Mention;
            if is_wanted && !found.contains(&location) {
                found.push(location);
            }
        }
        let in_cases = cases::places(state, view.root, view.snapshot, occurrence.symbol);
        found.extend(in_cases.into_iter().filter(|location| !found.contains(location)).collect::<Vec<_>>());
    }
    Ok(Some(found))
}
