//! `textDocument/selectionRange`: from the word outwards: the statement, the item, the article, the file.

use super::server::Answer;
use super::state::State;
use crate::policy::SymbolKind;
use gen_lsp_types as lsp;
use gen_lsp_types::{Position, Range, SelectionRange, SelectionRangeParams};

pub(super) fn selection(state: &State, params: &SelectionRangeParams) -> Answer<lsp::SelectionRangeRequest> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let symbols = view.snapshot.symbols();
    let around = |position: &Position| {
        let offset = view.lines.offset(view.text, *position);
        let mut spans = vec![0..view.text.len()];
        let holds = symbols.iter().map(|(_, symbol)| symbol).filter(|symbol| {
            let is_here = symbol.whole.source == view.source && symbol.whole.range().contains(&offset);
            is_here && symbol.kind != SymbolKind::Policy
        });
        spans.extend(holds.map(|symbol| symbol.whole.range()));
        spans.extend(symbols.at(view.source, offset).map(|one| one.span.range()));
        spans.sort_by_key(|span| std::cmp::Reverse(span.len()));
        spans.dedup();
        let ranges = spans.into_iter().map(|span| view.lines.range(view.text, span));
        let nested = ranges.fold(None, |parent: Option<SelectionRange>, range: Range| {
            let is_inside =
                parent.as_ref().is_none_or(|one| one.range.start <= range.start && range.end <= one.range.end);
            if is_inside { Some(SelectionRange { range, parent: parent.map(Box::new) }) } else { parent }
        });
        // The protocol wants one for each position.
        nested.unwrap_or(SelectionRange { range: Range { start: *position, end: *position }, parent: None })
    };
    Ok(Some(params.positions.iter().map(around).collect()))
}
