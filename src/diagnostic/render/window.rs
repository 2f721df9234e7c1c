//! What is shown of one line: all of it where it fits, else the surroundings of what is pointed at.

use crate::diagnostic::sanitize::{is_hidden, push_visible};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Stands for what is left out of a long line.
const ELLIPSIS: char = '…';

/// How many places of a long line get surroundings of their own; further ones point at the nearest `…`.
const MAX_PLACES: usize = 2;

/// A line as it is printed, and where its bytes went.
pub(super) struct Window {
    /// The printed text; no control characters, no line end.
    pub(super) text: String,
    /// Offsets in the line with the offsets in `text` that show them, both ascending.
    offsets: Vec<(usize, usize)>,
}

impl Window {
    /// What is shown of `line` in about `width` columns when `places`, the most important first, are pointed at.
    ///
    /// Only the surroundings of the places are looked at, however long the line is.
    pub(super) fn new(line: &str, places: &[Range<usize>], width: usize) -> Self {
        let mut window = Self { text: String::new(), offsets: vec![] };
        let mut shown = 0;
        for part in parts(line, places, width) {
            window.skip(shown..part.start);
            window.show(line, part.clone());
            shown = part.end;
        }
        window.skip(shown..line.len());
        window.offsets.push((line.len(), window.text.len()));
        window
    }

    /// Where in the printed text the byte `offset` of the line is, or the `…` that stands for it.
    pub(super) fn offset(&self, offset: usize) -> usize {
        let after = self.offsets.partition_point(|(known, _)| *known <= offset);
        self.offsets.get(after.saturating_sub(1)).map_or(0, |(_, shown)| *shown)
    }

    /// The printed range that shows `place`; empty only if `place` is.
    pub(super) fn range(&self, place: &Range<usize>) -> Range<usize> {
        let start = self.offset(place.start);
        let end = self.offset(place.end).max(start);
        if end > start || place.is_empty() {
            return start..end;
        }
        let first = self.text.get(start..).and_then(|rest| rest.chars().next());
        start..start + first.map_or(0, char::len_utf8)
    }

    fn skip(&mut self, gap: Range<usize>) {
        if !gap.is_empty() {
            self.offsets.push((gap.start, self.text.len()));
            self.text.push(ELLIPSIS);
        }
    }

    fn show(&mut self, line: &str, part: Range<usize>) {
        for (at, c) in line.get(part.clone()).unwrap_or_default().char_indices() {
            self.offsets.push((part.start + at, self.text.len()));
            push_visible(&mut self.text, c);
        }
    }
}

/// The parts of `line` to show, ascending and apart from each other.
fn parts(line: &str, places: &[Range<usize>], width: usize) -> Vec<Range<usize>> {
    let head = 0..forward(line, 0, width);
    if head.end == line.len() {
        return vec![head];
    }
    let places = places.get(..MAX_PLACES).unwrap_or(places);
    let mut wanted = together(line, places, width).unwrap_or_else(|| {
        let share = width / places.len().max(1);
        places.iter().flat_map(|place| around(line, place, share)).collect()
    });
    if wanted.is_empty() {
        return vec![head];
    }
    wanted.sort_by_key(|part| part.start);
    wanted.into_iter().fold(vec![], |mut merged: Vec<Range<usize>>, part| {
        match merged.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => merged.push(part),
        }
        merged
    })
}

/// One part with all `places`, if they are close enough to each other.
fn together(line: &str, places: &[Range<usize>], width: usize) -> Option<Vec<Range<usize>>> {
    let start = places.iter().map(|place| place.start).min()?;
    let end = places.iter().map(|place| place.end).max()?;
    let parts = around(line, &(start..end), width);
    (parts.len() == 1).then_some(parts)
}

/// What surrounds `place` within `width` columns: in one part, or one for each end of a place that is too long.
fn around(line: &str, place: &Range<usize>, width: usize) -> Vec<Range<usize>> {
    let before = width * 3 / 10;
    let after = width - before;
    let whole = back(line, place.start, before)..forward(line, place.start, after);
    if place.end <= whole.end {
        return vec![whole];
    }
    let start = back(line, place.start, before / 2)..forward(line, place.start, after / 2);
    let end = back(line, place.end, after / 2)..forward(line, place.end, before / 2);
    vec![start, end]
}

/// The offset that is `columns` after `from`, or the end of the line.
fn forward(line: &str, from: usize, columns: usize) -> usize {
    let rest = line.get(from..).unwrap_or_default();
    let mut left = columns;
    for (at, c) in rest.char_indices() {
        let Some(less) = left.checked_sub(columns_of(c)) else { return from + at };
        left = less;
    }
    line.len()
}

/// The offset that is `columns` before `from`, or the start of the line.
fn back(line: &str, from: usize, columns: usize) -> usize {
    let rest = line.get(..from).unwrap_or_default();
    let mut left = columns;
    for (at, c) in rest.char_indices().rev() {
        let Some(less) = left.checked_sub(columns_of(c)) else { return at + c.len_utf8() };
        left = less;
    }
    0
}

/// The columns that `c` takes when it is printed. Marks that take none count as one, so that a line of nothing but
/// marks has an end.
fn columns_of(c: char) -> usize {
    match c {
        '\t' => 1,
        _ if is_hidden(c) => "⟨U+⟩".chars().count() + if u32::from(c) > 0xFFFF { 5 } else { 4 },
        _ => c.width().unwrap_or(1).max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::Window;
    use std::ops::Range;

    fn places(only: Range<usize>) -> Vec<Range<usize>> {
        vec![only]
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let window = Window::new("a\u{202e}\tb", &[], 40);
        assert_eq!(window.text, "a⟨U+202E⟩ b");
        assert_eq!(window.range(&(1..4)), 1.."a⟨U+202E⟩".len());
        assert_eq!(window.range(&(6..6)), window.text.len()..window.text.len());
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}TARGET{}", "x".repeat(500), "y".repeat(500));
        let window = Window::new(&line, &places(500..506), 40);
        assert_eq!(window.text, format!("…{}TARGET{}…", "x".repeat(12), "y".repeat(22)));
        let shown = window.range(&(500..506));
        assert_eq!(window.text.get(shown), Some("TARGET"));
    }

    #[test]
    fn both_ends_of_a_long_place_are_shown() {
        let line = format!("{}({}){}", "x".repeat(500), "中".repeat(500), "y".repeat(500));
        let place = 500..500 + 1 + 1500 + 1;
        let window = Window::new(&line, &places(place.clone()), 40);
        assert_eq!(window.text.matches('…').count(), 3);
        let shown = window.text.get(window.range(&place)).unwrap();
        assert!(shown.starts_with("(中") && shown.ends_with("中)"), "{shown}");
    }

    #[test]
    fn a_place_that_is_left_out_points_at_the_mark() {
        let line = "x".repeat(10_000);
        let window = Window::new(&line, &[0..1, 9_999..10_000, 5_000..5_010], 40);
        assert_eq!(window.text.get(window.range(&(5_000..5_010))), Some("…"));
        assert_eq!(window.range(&(5_000..5_000)).len(), 0);
        let context = Window::new(&line, &[], 40);
        assert_eq!(context.text, format!("{}…", "x".repeat(40)));
    }

    #[test]
    fn marks_without_width_do_not_grow_without_end() {
        let line = "\u{301}".repeat(100_000);
        let window = Window::new(&line, &places(1000..1002), 40);
        assert!(window.text.chars().count() < 60);
    }
}
