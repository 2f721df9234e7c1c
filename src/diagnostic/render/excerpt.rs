//! The lines that a diagnostic points into, made ready for miette.
//!
//! miette is handed a small text of its own instead of the source: sanitised lines, long ones cut around the labels.
//! That keeps it from printing escape sequences and direction marks, from failing on columns beyond 65,535, and from
//! reading the whole source for each label; lines and columns in headers are counted here, in characters.

use super::window::Window;
use crate::diagnostic::{Catalogue, Diagnostic, visible};
use crate::source::{Position, Source, SourceId, SourceMap, Span, floor_boundary};
use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;

/// A label over more lines than this is shown on its first line only.
const MAX_LABEL_LINES: usize = 8;

/// Lines shown before and after the ones with labels. miette is told the same number; it asks for a place without
/// context only to print a header.
pub(super) const CONTEXT_LINES: usize = 1;

/// A few blocks of lines, one after the other in a text of their own that miette's offsets count in.
#[derive(Debug)]
pub(super) struct Excerpt {
    blocks: Vec<Block>,
    labels: Vec<LabeledSpan>,
    /// Where labels begin in the excerpt, with their places in the source, the diagnostic's own place first.
    positions: Vec<(usize, Position)>,
}

/// Consecutive lines of one source.
#[derive(Debug)]
struct Block {
    name: String,
    first_line: usize,
    line_count: usize,
    /// Where the block begins in the excerpt.
    offset: usize,
    text: String,
}

/// A label, trimmed to what can be pointed at.
struct Mark<'a> {
    id: SourceId,
    source: &'a Source,
    range: Range<usize>,
    lines: Range<usize>,
    text: Option<String>,
    is_primary: bool,
}

impl Excerpt {
    /// The lines for `diagnostic`; `None` if it points nowhere.
    pub(super) fn new(
        diagnostic: &Diagnostic,
        sources: &SourceMap,
        catalogue: &Catalogue,
        width: usize,
    ) -> Option<Self> {
        let end_mark = format!("⟨{}⟩", catalogue.text("end-of-file", &[]));
        let mut excerpt = Self { blocks: vec![], labels: vec![], positions: vec![] };
        for group in groups(marks(diagnostic, sources, catalogue)) {
            excerpt.push_block(&group, &end_mark, width);
        }
        (!excerpt.blocks.is_empty()).then_some(excerpt)
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = LabeledSpan> + '_ {
        self.labels.iter().cloned()
    }

    fn push_block(&mut self, marks: &[Mark<'_>], end_mark: &str, width: usize) {
        let Some(source) = marks.first().map(|mark| mark.source) else { return };
        let lines = block_lines(source, marks);
        let offset = self.blocks.last().map_or(0, |block| block.offset + block.text.len());
        let mut text = String::new();
        let mut shown: Vec<Range<usize>> = marks.iter().map(|_| 0..0).collect();
        for line in lines.clone() {
            let range = source.lines().line_range(source.text(), line);
            let line_text = source.text().get(range.clone()).unwrap_or_default();
            let places: Vec<Range<usize>> = marks.iter().filter_map(|mark| mark.place_in(line, &range)).collect();
            let window = Window::new(line_text, &places, width);
            let base = offset + text.len();
            text.push_str(&window.text);
            for (mark, shown) in marks.iter().zip(&mut shown) {
                let Some(place) = mark.place_in(line, &range) else { continue };
                let mut place = window.range(&place);
                if mark.is_at_end() {
                    place.end += end_mark.len();
                }
                if mark.lines.start == line {
                    *shown = base + place.start..base + place.end;
                }
                shown.end = base + place.end;
            }
            if marks.iter().any(|mark| mark.is_at_end() && mark.lines.start == line) {
                text.push_str(end_mark);
            }
            text.push('\n');
        }
        for (mark, shown) in marks.iter().zip(shown) {
            self.positions.push((shown.start, mark.source.position(mark.range.start)));
            let span = SourceSpan::from(shown);
            self.labels.push(if mark.is_primary {
                LabeledSpan::new_primary_with_span(mark.text.clone(), span)
            } else {
                LabeledSpan::new_with_span(mark.text.clone(), span)
            });
        }
        let name = visible(source.name()).into_owned();
        self.blocks.push(Block { name, first_line: lines.start, line_count: lines.len(), offset, text });
    }
}

impl Mark<'_> {
    fn is_at_end(&self) -> bool {
        self.range.is_empty() && self.range.start == self.source.text().len()
    }

    /// What to point at in `line`, which covers `range` of the source: the label's part of its first or last line.
    fn place_in(&self, line: usize, range: &Range<usize>) -> Option<Range<usize>> {
        if line != self.lines.start && line + 1 != self.lines.end {
            return None;
        }
        let start = self.range.start.clamp(range.start, range.end) - range.start;
        let end = self.range.end.clamp(range.start, range.end) - range.start;
        Some(start..end)
    }
}

/// The places of a diagnostic, its own first.
fn marks<'a>(diagnostic: &Diagnostic, sources: &'a SourceMap, catalogue: &Catalogue) -> Vec<Mark<'a>> {
    let own = diagnostic.span.map(|span| (span, catalogue.label(diagnostic), true));
    let others = diagnostic.labels.iter().map(|label| (label.span, catalogue.attribute(diagnostic, label.text), false));
    let places = own.into_iter().chain(others);
    places.filter_map(|(span, text, is_primary)| mark(span, sources.get(span.source)?, text, is_primary)).collect()
}

fn mark(span: Span, source: &Source, text: Option<String>, is_primary: bool) -> Option<Mark<'_>> {
    let whole = source.text();
    let start = floor_boundary(whole, span.start as usize);
    let end = floor_boundary(whole, span.end as usize).max(start);
    let covered = without_line_ends(whole.get(start..end)?);
    let first_line = source.lines().line_of(start);
    let last_line = source.lines().line_of(start + covered.len());
    if last_line - first_line < MAX_LABEL_LINES {
        let (range, lines) = (start..start + covered.len(), first_line..last_line + 1);
        return Some(Mark { id: span.source, source, range, lines, text, is_primary });
    }
    let first = covered.split('\n').next().unwrap_or_default();
    let (range, lines) = (start..start + without_line_ends(first).len(), first_line..first_line + 1);
    Some(Mark { id: span.source, source, range, lines, text, is_primary })
}

/// `text` without the line ends that it closes with: they cannot be pointed at and would reach into the next line.
fn without_line_ends(mut text: &str) -> &str {
    while let Some(shorter) = text.strip_suffix('\n') {
        text = shorter.strip_suffix('\r').unwrap_or(shorter);
    }
    text
}

/// Labels that share a block of lines, the block with the diagnostic's own place first, then in the order of the text.
fn groups(mut marks: Vec<Mark<'_>>) -> Vec<Vec<Mark<'_>>> {
    let home = marks.first().map(|mark| mark.id);
    marks.sort_by_key(|mark| (Some(mark.id) != home, mark.id, mark.lines.start));
    let mut groups: Vec<Vec<Mark<'_>>> = vec![];
    let mut last: Option<(SourceId, usize)> = None;
    for mark in marks {
        let joins = last.is_some_and(|(id, end)| id == mark.id && mark.lines.start <= end + 2 * CONTEXT_LINES);
        let end = last.filter(|_| joins).map_or(mark.lines.end, |(_, end)| end.max(mark.lines.end));
        last = Some((mark.id, end));
        match groups.last_mut() {
            Some(group) if joins => group.push(mark),
            _ => groups.push(vec![mark]),
        }
    }
    for group in &mut groups {
        group.sort_by_key(|mark| !mark.is_primary);
    }
    groups.sort_by_key(|group| !group.iter().any(|mark| mark.is_primary));
    groups
}

/// The lines with labels and those around them that say something.
fn block_lines(source: &Source, marks: &[Mark<'_>]) -> Range<usize> {
    let mut first = marks.iter().map(|mark| mark.lines.start).min().unwrap_or(0);
    let mut end = marks.iter().map(|mark| mark.lines.end).max().unwrap_or(0);
    let is_blank = |line| {
        let range = source.lines().line_range(source.text(), line);
        source.text().get(range).unwrap_or_default().trim().is_empty()
    };
    for _ in 0..CONTEXT_LINES {
        if first > 0 && !is_blank(first - 1) {
            first -= 1;
        }
        if end < source.lines().count() && !is_blank(end) {
            end += 1;
        }
    }
    first..end
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset() + span.len();
        // A span over two blocks is miette's question whether they may be shown as one; they may not. No label reaches
        // over the line end that closes its block, so the first offset of the next block belongs to that one alone.
        let holds = |block: &&Block| block.offset <= span.offset() && end < block.offset + block.text.len();
        let block = self.blocks.iter().find(holds).ok_or(MietteError::OutOfBounds)?;
        let (text, span, line, column) = if lines_before + lines_after == 0 {
            let position = self.positions.iter().find(|(offset, _)| *offset == span.offset());
            let (line, column) = position.map_or((block.first_line, 0), |(_, at)| (before(at.line), before(at.column)));
            ("", *span, line, column)
        } else {
            (block.text.as_str(), SourceSpan::from((block.offset, block.text.len())), block.first_line, 0)
        };
        let name = block.name.clone();
        let contents = MietteSpanContents::new_named(name, text.as_bytes(), span, line, column, block.line_count);
        Ok(Box::new(contents))
    }
}

/// miette counts from 0 and adds the 1 when it prints.
fn before(number: u32) -> usize {
    number.saturating_sub(1) as usize
}
