//! Ladders as charts: values along the top, a row for each clause, a bar over what it permits.

use super::canvas::{Anchor, Canvas, Frame};
use super::text::{lines, widest, width};
use super::{MARGIN, SMALL, Surroundings, TEXT, begin, finish};
use crate::render::ladder::{Ladder, Row, RowKind};
use crate::render::words::Words;

/// The widest that the clauses on the left may be.
const MAX_LABEL: f64 = 330.0;
/// The widest and narrowest that a column may be.
const MAX_COLUMN: f64 = 120.0;
const MIN_COLUMN: f64 = 56.0;
/// The widest that a note on the right may be.
const MAX_NOTE: f64 = 240.0;
const ROW_LINE: f64 = 16.0;

/// The places of the columns of a chart.
struct Grid {
    left: f64,
    column: f64,
    count: usize,
}

impl Grid {
    fn start(&self, index: usize) -> f64 {
        self.left + index as f64 * self.column
    }

    fn end(&self) -> f64 {
        self.start(self.count)
    }
}

/// Ladders as one picture, one below the other.
pub(in crate::render) fn chart(words: Words<'_>, ladders: &[Ladder], surroundings: Surroundings) -> String {
    let title = words.say("picture-ladder", &[("policy", &words.title())]);
    let (mut canvas, mut y) = begin(&title, surroundings);
    if ladders.is_empty() {
        let empty = words.word("picture-no-ladder");
        canvas.text("small", (MARGIN, y + 12.0), Anchor::Start, &empty);
        canvas.reach(MARGIN + width(&empty, SMALL), y + 20.0);
    }
    for ladder in ladders {
        y = draw(&mut canvas, words, ladder, y, surroundings) + 26.0;
    }
    let (right, bottom) = (canvas.width() + MARGIN, canvas.height() + MARGIN);
    canvas.reach(right, bottom);
    finish(canvas, words, &title, surroundings)
}

/// Draws one ladder from a height on, and returns where it ends.
fn draw(canvas: &mut Canvas, words: Words<'_>, ladder: &Ladder, top: f64, surroundings: Surroundings) -> f64 {
    let labels: Vec<Vec<String>> = ladder.rows.iter().map(|row| lines(&row.label, TEXT, MAX_LABEL)).collect();
    let label_width = labels.iter().map(|label| widest(label, TEXT)).fold(0.0, f64::max);
    let names: Vec<Vec<String>> = ladder.columns.iter().map(|name| lines(name, SMALL, MAX_COLUMN - 12.0)).collect();
    let column = names.iter().map(|name| widest(name, SMALL) + 14.0).fold(MIN_COLUMN, f64::max);
    let grid = Grid { left: MARGIN + label_width + 16.0, column, count: ladder.columns.len() };

    canvas.text("strong", (MARGIN, top + 14.0), Anchor::Start, &ladder.title);
    canvas.text("small", (MARGIN, top + 31.0), Anchor::Start, &ladder.combination);
    canvas.reach(MARGIN + width(&ladder.title, TEXT).max(width(&ladder.combination, SMALL)), top + 34.0);
    let deepest = names.iter().map(Vec::len).max().unwrap_or(0);
    let head = top + 46.0;
    for (index, name) in names.iter().enumerate() {
        let first = head + (deepest - name.len()) as f64 * 14.0;
        for (line, text) in name.iter().enumerate() {
            let at = (grid.start(index) + grid.column / 2.0, first + 10.0 + line as f64 * 14.0);
            canvas.text("small strong", at, Anchor::Middle, text);
        }
    }
    if ladder.is_ordered && grid.count > 1 {
        let y = head - 8.0;
        canvas.arrow("ladder", &[(grid.left + 4.0, y), (grid.end() - 4.0, y)]);
    }
    let body = head + deepest as f64 * 14.0 + 6.0;
    let mut y = body;
    for (index, (row, label)) in ladder.rows.iter().zip(&labels).enumerate() {
        y = draw_row(canvas, words, row, label, &grid, y, index, surroundings);
    }
    canvas.reach(grid.end(), y);
    y
}

#[expect(clippy::too_many_arguments, reason = "a row is drawn from all that the chart knows of it")]
fn draw_row(
    canvas: &mut Canvas,
    words: Words<'_>,
    row: &Row,
    label: &[String],
    grid: &Grid,
    top: f64,
    index: usize,
    surroundings: Surroundings,
) -> f64 {
    let note = row.note.as_deref().map_or_else(Vec::new, |note| lines(note, SMALL, MAX_NOTE));
    let height = (label.len() as f64 * ROW_LINE).max(note.len() as f64 * 14.0) + 10.0;
    let note_width = widest(&note, SMALL);
    let shows_bars = !row.ranges.is_empty();
    let note_at = if shows_bars { grid.end() + 10.0 } else { grid.left + 26.0 };
    let right = if note.is_empty() { grid.end() } else { (note_at + note_width + 6.0).max(grid.end()) };
    canvas.open("row", &row_title(words, row));
    if index.is_multiple_of(2) {
        canvas.rectangle("band", Frame { x: MARGIN - 6.0, y: top, width: right - MARGIN + 6.0, height }, 0.0);
    }
    let anchor = Some(row.clause).filter(|_| surroundings == Surroundings::Page).and_then(|id| words.clause(id));
    let anchor = anchor.map(crate::render::anchor);
    if let Some(anchor) = &anchor {
        canvas.open_link(anchor);
    }
    for (line, text) in label.iter().enumerate() {
        canvas.text("", (MARGIN, top + 17.0 + line as f64 * ROW_LINE), Anchor::Start, text);
    }
    if anchor.is_some() {
        canvas.close_link();
    }
    let middle = top + height / 2.0;
    // Lines between columns would run through a note that stands in their place.
    let last = if shows_bars { grid.count } else { 0 };
    for index in 0..=last {
        canvas.line("grid", (grid.start(index), top), (grid.start(index), top + height));
    }
    for (from, to) in &row.ranges {
        let frame = Frame {
            x: grid.start(*from) + 5.0,
            y: middle - 6.0,
            width: (to - from + 1) as f64 * grid.column - 10.0,
            height: 12.0,
        };
        canvas.rectangle(if row.kind == RowKind::Otherwise { "bar otherwise" } else { "bar" }, frame, 6.0);
    }
    mark(canvas, row.kind, grid.left + 8.0, middle);
    for (line, text) in note.iter().enumerate() {
        let y = middle - note.len() as f64 * 7.0 + 11.0 + line as f64 * 14.0;
        canvas.text("small", (note_at, y), Anchor::Start, text);
    }
    canvas.close();
    canvas.reach(right, top + height);
    top + height
}

fn row_title(words: Words<'_>, row: &Row) -> String {
    let what = words.word(match row.kind {
        RowKind::Permits => "edge-gives",
        RowKind::Otherwise => "picture-otherwise",
        RowKind::Exempts => "edge-exempts",
        RowKind::Lightens | RowKind::Aggravates => "edge-adjusts",
    });
    format!("{}: {what}", row.label)
}

/// A sign for what moves or takes away the set.
fn mark(canvas: &mut Canvas, kind: RowKind, x: f64, y: f64) {
    let (class, points) = match kind {
        RowKind::Permits | RowKind::Otherwise => return,
        RowKind::Lightens => ("mark lighter", [(x, y), (x + 11.0, y - 6.0), (x + 11.0, y + 6.0), (x, y)]),
        RowKind::Aggravates => ("mark heavier", [(x + 11.0, y), (x, y - 6.0), (x, y + 6.0), (x + 11.0, y)]),
        RowKind::Exempts => ("mark exempt", [(x, y - 5.0), (x + 11.0, y - 5.0), (x + 11.0, y + 5.0), (x, y + 5.0)]),
    };
    canvas.polygon(class, &points);
}
