#[cfg(feature = "serde")]
use serde::Serialize;

/// A place as people count: lines and columns from 1, columns in characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Byte offsets at which the lines of a text begin.
///
/// Lines end with `\n`; a `\r` before it belongs to the line end. Building is linear, a look-up is a binary search plus
/// the length of one block, however long the line is.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// How many characters begin before each block of [`BLOCK`] bytes.
    before_blocks: Vec<u32>,
}

/// Bytes between two entries of the table of characters.
const BLOCK: usize = 1024;

/// How many characters begin in some bytes of UTF-8: every byte but those that continue a character.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

impl LineIndex {
    /// Indexes `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after_breaks).map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect();
        let mut sum = 0;
        let mut before_blocks = vec![0];
        for block in text.as_bytes().chunks(BLOCK) {
            sum += characters(block);
            before_blocks.push(u32::try_from(sum).unwrap_or(u32::MAX));
        }
        Self { starts, before_blocks }
    }

    /// How many characters begin before `offset`.
    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        let before = self.before_blocks.get(block).map_or(0, |count| *count as usize);
        before + text.as_bytes().get(block * BLOCK..offset).map_or(0, characters)
    }

    /// Line and column of `offset` in `text`, which must be the text the index was built from.
    /// An offset past the end is taken as the end, one inside a character as that character's start.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> Position {
        self.position_in(text, offset, |from, to| {
            self.characters_before(text, to).saturating_sub(self.characters_before(text, from))
        })
    }

    /// The same, with the column in UTF-16 code units, still from 1: what editors count in.
    #[must_use]
    pub fn position_utf16(&self, text: &str, offset: usize) -> Position {
        self.position_in(text, offset, |from, to| text.get(from..to).map_or(0, |before| before.encode_utf16().count()))
    }

    fn position_in(&self, text: &str, offset: usize, count: impl Fn(usize, usize) -> usize) -> Position {
        let offset = floor_boundary(text, offset);
        let line = self.line_of(offset);
        let column = count(self.line_start(line), offset);
        let from_one = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
        Position { line: from_one(line), column: from_one(column) }
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
        // Only a carriage return before a line feed belongs to the line end; at the end of the text it is a character.
        let end = match self.starts.get(line + 1) {
            Some(next) => {
                let end = (*next as usize).saturating_sub(1);
                let has_return = end > start && text.as_bytes().get(end - 1) == Some(&b'\r');
                if has_return { end - 1 } else { end }
            }
            None => text.len(),
        };
        start..end.max(start)
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// `offset`, or the end of `text` if it lies beyond, or the start of the character that it lies in.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, Position};

    fn at(text: &str, offset: usize) -> (u32, u32) {
        let Position { line, column } = LineIndex::new(text).position(text, offset);
        (line, column)
    }

    fn at_utf16(text: &str, offset: usize) -> (u32, u32) {
        let Position { line, column } = LineIndex::new(text).position_utf16(text, offset);
        (line, column)
    }

    fn lines(text: &str) -> Vec<&str> {
        let index = LineIndex::new(text);
        (0..index.count()).map(|line| text.get(index.line_range(text, line)).unwrap()).collect()
    }

    #[test]
    fn columns_of_long_lines_count_characters() {
        let text = "责a".repeat(2_000);
        let index = LineIndex::new(&text);
        for (count, (offset, _)) in (1_u32..).zip(text.char_indices()) {
            assert_eq!(index.position(&text, offset), Position { line: 1, column: count });
        }
    }

    #[test]
    fn columns_count_characters() {
        let text = "规则 x\n𠮷b";
        assert_eq!(at(text, 0), (1, 1));
        assert_eq!(at(text, 3), (1, 2));
        assert_eq!(at(text, 4), (1, 2), "inside a character");
        assert_eq!(at(text, 8), (1, 5), "the line feed itself");
        assert_eq!(at(text, 9), (2, 1));
        assert_eq!(at(text, 13), (2, 2));
        assert_eq!(at(text, 14), (2, 3));
        assert_eq!(at(text, 9_999), (2, 3), "past the end");
    }

    #[test]
    fn utf16_columns_count_code_units() {
        let text = "规则 x\n𠮷b";
        assert_eq!(at_utf16(text, 7), (1, 4));
        assert_eq!(at_utf16(text, 13), (2, 3));
        assert_eq!(at_utf16(text, 14), (2, 4));
    }

    #[test]
    fn an_empty_text_has_one_line() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("", 7), (1, 1));
        assert_eq!(lines(""), [""]);
    }

    #[test]
    fn line_ends_belong_to_no_line() {
        assert_eq!(lines("a\r\nb\n\nc\rd\n"), ["a", "b", "", "c\rd", ""]);
        assert_eq!(lines("\r\n\r"), ["", "\r"], "a return at the end of the text ends no line");
        assert_eq!(at("a\r\nb", 3), (2, 1));
        assert_eq!(at("a\r\nb", 2), (1, 3), "between the return and the line feed");
    }

    #[test]
    fn lines_beyond_the_last_are_empty_or_the_last() {
        let index = LineIndex::new("a\nbc");
        assert_eq!(index.line_of(100), 1);
        assert_eq!(index.line_start(100), 2);
        assert_eq!(index.line_range("a\nbc", 100), 2..4);
    }
}
