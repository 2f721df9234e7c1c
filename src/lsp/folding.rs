//! `textDocument/foldingRange`: everything that takes several lines, and comments.

use super::server::Answer;
use super::state::State;
use crate::source::Span;
use crate::syntax::ast::{Clause, Item};
use gen_lsp_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams, FoldingRangeRequest};

pub(super) fn folding(state: &State, params: &FoldingRangeParams) -> Answer<FoldingRangeRequest> {
    let Some(document) = state.document(&params.text_document.uri) else { return Ok(None) };
    let Some(edited) = state.edited(&params.text_document.uri) else { return Ok(None) };
    let lines = |span: Span| {
        let range = document.lines.range(&document.text, span.range());
        (range.start.line, range.end.line)
    };
    let mut found: Vec<FoldingRange> = Vec::new();
    let mut fold = |(start_line, end_line): (u32, u32), kind: Option<FoldingRangeKind>| {
        if start_line < end_line {
            found.push(FoldingRange { start_line, end_line, kind, ..Default::default() });
        }
    };
    let mut pieces = Vec::new();
    edited.items().for_each(|item| collect(item, &mut pieces));
    pieces.into_iter().for_each(|span| fold(lines(span), None));
    for run in comment_runs(edited.comments().iter().map(|comment| lines(comment.place.0))) {
        fold(run, Some(FoldingRangeKind::Comment));
    }
    found.sort_by_key(|one| (one.start_line, one.end_line));
    found.dedup_by_key(|one| (one.start_line, one.end_line));
    Ok(Some(found))
}

fn collect(item: &Item, pieces: &mut Vec<Span>) {
    pieces.push(item.span());
    if let Item::Article(article) = item {
        collect_clauses(&article.body, pieces);
    }
}

/// How deep this goes is limited by the parser.
fn collect_clauses(body: &[Clause], pieces: &mut Vec<Span>) {
    for clause in body {
        pieces.push(clause.span());
        if let Clause::Numbered(item) = clause {
            collect_clauses(&item.body, pieces);
        }
    }
}

/// Comments on lines that follow each other are folded together.
fn comment_runs(comments: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (start, end) in comments {
        match runs.last_mut() {
            Some((_, last)) if start <= last.saturating_add(1) => *last = end,
            Some(_) | None => runs.push((start, end)),
        }
    }
    runs
}
