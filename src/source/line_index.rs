use serde::Serialize;

/// A place as people count: lines and columns from 1, columns in characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Byte offsets at which the lines of a text begin.
///
/// Lines end with `\n`; a `\r` before it belongs to the line end. Building is linear, a look-up is a binary search plus
/// the length of one line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after_breaks).map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect();
        Self { starts }
    }

    /// Line and column of `offset` in `text`, which must be the text the index was built from.
    /// An offset past the end is taken as the end, one inside a character as that character's start.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_of(offset);
        let start = self.line_start(line);
        let column = text.get(start..offset).map_or(0, |before| before.chars().count());
        Position {
            line: u32::try_from(line + 1).unwrap_or(u32::MAX),
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        }
    }

    /// The line (from 0) that holds `offset`.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset).saturating_sub(1)
    }

    /// Where line `line` (from 0) begins; past the last line, where the last one begins.
    #[must_use]
    pub fn line_start(&self, line: usize) -> usize {
        self.starts.get(line).or(self.starts.last()).map_or(0, |start| *start as usize)
    }

    /// The range of line `line` (from 0) in `text` without its line end.
    #[must_use]
    pub fn line_range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let start = self.line_start(line);
        let end = self.starts.get(line + 1).map_or(text.len(), |next| (*next as usize).saturating_sub(1));
        let end = if end > start && text.as_bytes().get(end - 1) == Some(&b'\r') { end - 1 } else { end };
        start..end.max(start)
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}
