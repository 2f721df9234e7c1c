//! `textDocument/documentHighlight`: the other places in the file that name the same.

use super::server::Answer;
use super::state::State;
use crate::policy::OccurrenceKind;
use gen_lsp_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, DocumentHighlightRequest};

pub(super) fn highlights(state: &State, params: &DocumentHighlightParams) -> Answer<DocumentHighlightRequest> {
    let at = &params.text_document_position_params;
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let Some(here) = view.symbol_at(at.position) else { return Ok(None) };
    let same = view.snapshot.symbols().occurrences_in(view.source).filter(|one| one.symbol == here.symbol);
    let highlight = same.map(|one| DocumentHighlight {
        range: view.lines.range(view.text, one.span.range()),
        kind: Some(match one.kind {
            OccurrenceKind::Declaration => DocumentHighlightKind::Write,
            OccurrenceKind::Mention => DocumentHighlightKind::Read,
        }),
    });
    Ok(Some(highlight.collect()))
}
