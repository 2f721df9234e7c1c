//! `textDocument/formatting` and `textDocument/rangeFormatting`: the canonical form, as small edits.

use super::documents::Document;
use super::server::{Answer, Refused};
use super::state::State;
use crate::source::SourceId;
use crate::syntax::{FormatError, format_source};
use gen_lsp_types as lsp;
use gen_lsp_types::{DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit};
use similar::{DiffOp, TextDiff};

pub(super) fn whole(state: &State, params: &DocumentFormattingParams) -> Answer<lsp::DocumentFormattingRequest> {
    match state.document(&params.text_document.uri) {
        Some(document) => edits(state, document).map(Some),
        None => Ok(None),
    }
}

/// The edits of the whole text that touch the range: what stands outside keeps its form.
pub(super) fn range(
    state: &State,
    params: &DocumentRangeFormattingParams,
) -> Answer<lsp::DocumentRangeFormattingRequest> {
    let Some(document) = state.document(&params.text_document.uri) else { return Ok(None) };
    let (first, last) = (params.range.start.min(params.range.end), params.range.start.max(params.range.end));
    let touches = |edit: &TextEdit| edit.range.start <= last && first <= edit.range.end;
    Ok(Some(edits(state, document)?.into_iter().filter(touches).collect()))
}

/// The edits that give an open text its canonical form.
pub(super) fn edits(state: &State, document: &Document) -> Result<Vec<TextEdit>, Refused> {
    let text = document.text.as_str();
    let formatted = format_source(SourceId::default(), text, None).map_err(|error| match error {
        FormatError::Syntax(_) => Refused(state.words.text("format-errors", &[])),
        FormatError::WouldChangeMeaning => Refused(state.words.text("format-would-change", &[])),
    })?;
    Ok(between(document, &formatted))
}

/// The edits that make another text of an open one.
pub(super) fn between(document: &Document, new: &str) -> Vec<TextEdit> {
    let text = document.text.as_str();
    let edits = line_edits(text, new).into_iter();
    edits.map(|(bytes, new_text)| TextEdit { range: document.lines.range(text, bytes), new_text }).collect()
}

/// What changes from one text to another, by whole lines.
fn line_edits(old: &str, new: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let diff = TextDiff::from_lines(old, new);
    let old_starts = starts(diff.iter_old_slices());
    let new_starts = starts(diff.iter_new_slices());
    let bytes = |starts: &[usize], lines: std::ops::Range<usize>| {
        let at = |line: usize| starts.get(line).or(starts.last()).copied().unwrap_or_default();
        at(lines.start)..at(lines.end)
    };
    let changes = diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changes
        .map(|op| {
            let new = new.get(bytes(&new_starts, op.new_range())).unwrap_or_default();
            (bytes(&old_starts, op.old_range()), new.to_owned())
        })
        .collect()
}

/// Where each line begins, and where the last one ends.
fn starts<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<usize> {
    let mut at = 0;
    let mut starts = vec![0];
    for line in lines {
        at += line.len();
        starts.push(at);
    }
    starts
}
