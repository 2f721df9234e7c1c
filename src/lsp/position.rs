//! Places as the client counts them: lines, and columns in units of UTF-8, UTF-16 or UTF-32.

use crate::source::floor_boundary;
use gen_lsp_types::{Position, PositionEncodingKind, Range};
use line_index::{LineCol, LineIndex, TextSize, WideEncoding, WideLineCol};

/// What a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16 or UTF-32.
    Wide(WideEncoding),
}

impl Encoding {
    /// The encoding to speak with a client: the first one that it offers, UTF-16 where it offers none that is known.
    pub(super) fn negotiated(offered: &[PositionEncodingKind]) -> Self {
        let known = offered.iter().find_map(|kind| match kind {
            PositionEncodingKind::UTF8 => Some(Self::Utf8),
            PositionEncodingKind::UTF16 => Some(Self::Wide(WideEncoding::Utf16)),
            PositionEncodingKind::UTF32 => Some(Self::Wide(WideEncoding::Utf32)),
            PositionEncodingKind::Custom(_) => None,
        });
        known.unwrap_or(Self::Wide(WideEncoding::Utf16))
    }

    /// Its name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Wide(WideEncoding::Utf32) => PositionEncodingKind::UTF32,
            Self::Wide(_) => PositionEncodingKind::UTF16,
        }
    }
}

/// The lines of one text.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    index: LineIndex,
    encoding: Encoding,
}

impl Lines {
    pub(super) fn new(text: &str, encoding: Encoding) -> Self {
        Self { index: LineIndex::new(text), encoding }
    }

    /// The byte at a position: the end of the line where the column lies behind it, the end of the text where the line
    /// does, and the beginning of the character where it lies within one. `text` is the text of these lines.
    pub(super) fn offset(&self, text: &str, position: Position) -> usize {
        let Some(line) = self.index.line(position.line) else { return text.len() };
        let (start, end) = (usize::from(line.start()), usize::from(line.end()));
        let content = text.get(start..end).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let (line, col) = (position.line, position.character);
        let found = match self.encoding {
            Encoding::Utf8 => Some(LineCol { line, col }),
            // A column behind the end of the line may not be converted: it could leave the numbers.
            Encoding::Wide(_) if col as usize > content.len() => None,
            Encoding::Wide(encoding) => self.index.to_utf8(encoding, WideLineCol { line, col }),
        };
        let column = found.map_or(content.len(), |found| content.len().min(found.col as usize));
        floor_boundary(text, start.saturating_add(column))
    }

    /// The position of a byte.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_boundary(text, offset);
        let place = u32::try_from(offset).ok().and_then(|offset| self.index.try_line_col(TextSize::new(offset)));
        let found = place.and_then(|place| match self.encoding {
            Encoding::Utf8 => Some((place.line, place.col)),
            Encoding::Wide(encoding) => self.index.to_wide(encoding, place).map(|wide| (wide.line, wide.col)),
        });
        let (line, character) = found.unwrap_or_default();
        Position { line, character }
    }

    /// The bytes between two positions, whichever of them comes first.
    pub(super) fn bytes(&self, text: &str, range: Range) -> std::ops::Range<usize> {
        let (one, other) = (self.offset(text, range.start), self.offset(text, range.end));
        one.min(other)..one.max(other)
    }

    /// The positions of a range of bytes.
    pub(super) fn range(&self, text: &str, bytes: std::ops::Range<usize>) -> Range {
        Range { start: self.position(text, bytes.start), end: self.position(text, bytes.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Lines};
    use gen_lsp_types::{Position, PositionEncodingKind};
    use line_index::WideEncoding;

    const TEXT: &str = "若 a𠀀b\r\n第二\n";
    const ENCODINGS: [Encoding; 3] =
        [Encoding::Utf8, Encoding::Wide(WideEncoding::Utf16), Encoding::Wide(WideEncoding::Utf32)];

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn every_character_is_found_again() {
        for encoding in ENCODINGS {
            let lines = Lines::new(TEXT, encoding);
            let inside = |offset: &usize| TEXT.get(*offset..).is_some_and(|rest| !rest.starts_with('\n'));
            for offset in (0..=TEXT.len()).filter(|offset| TEXT.is_char_boundary(*offset)).filter(inside) {
                let position = lines.position(TEXT, offset);
                assert_eq!(lines.offset(TEXT, position), offset, "{encoding:?} {position:?}");
            }
        }
    }

    #[test]
    fn columns_are_counted_as_agreed() {
        let end_of_b = TEXT.find('\r').unwrap_or_default();
        let columns = ENCODINGS.map(|encoding| Lines::new(TEXT, encoding).position(TEXT, end_of_b));
        assert_eq!(columns, [at(0, 10), at(0, 6), at(0, 5)]);
    }

    #[test]
    fn positions_outside_are_moved_to_the_nearest_place() {
        let utf16 = Lines::new(TEXT, Encoding::Wide(WideEncoding::Utf16));
        let (wide, end) = (TEXT.find('𠀀').unwrap_or_default(), TEXT.find('\r').unwrap_or_default());
        assert_eq!(utf16.offset(TEXT, at(0, 4)), wide, "within a pair of surrogates");
        assert_eq!(utf16.offset(TEXT, at(0, 99)), end, "behind the end of a line");
        assert_eq!(utf16.offset(TEXT, at(0, u32::MAX)), end);
        assert_eq!(utf16.offset(TEXT, at(99, 0)), TEXT.len(), "behind the last line");
        let utf8 = Lines::new(TEXT, Encoding::Utf8);
        assert_eq!(utf8.offset(TEXT, at(0, 1)), 0, "within a character");
        assert_eq!(utf8.offset(TEXT, at(1, u32::MAX)), TEXT.len() - 1);
    }

    #[test]
    fn the_first_known_encoding_is_taken() {
        let unknown = PositionEncodingKind::Custom("utf-7".into());
        assert_eq!(Encoding::negotiated(&[]), ENCODINGS[1]);
        assert_eq!(Encoding::negotiated(&[unknown, PositionEncodingKind::UTF8]), Encoding::Utf8);
    }
}
