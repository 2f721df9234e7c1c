//! A text cut into blocks of whole records.

use std::io::{self, Read};

/// About so many bytes are judged at once.
const BLOCK: usize = 256 * 1024;

/// Where records end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// At each line break.
    Lines,
    /// At each line break outside of quotation marks.
    Csv {
        /// What parts the fields.
        delimiter: u8,
    },
}

/// Some whole records.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    /// The number of its first line.
    pub(super) line: u64,
    /// Where in the text it ends.
    pub(super) end: u64,
    /// Whether it stands for one record that is too long; its bytes are dropped.
    pub(super) is_too_long: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    FieldStart,
    Field,
    Quoted,
    QuoteInQuoted,
}

/// Cuts a text. Memory is bounded by the longest record that is allowed.
pub(super) struct Blocks<R> {
    text: R,
    shape: Shape,
    most: usize,
    state: State,
    pending: Vec<u8>,
    scanned: usize,
    /// Behind the last whole record in what is pending.
    whole: usize,
    /// The first line of the record that is dropped because it is too long.
    dropping: Option<u64>,
    at: u64,
    line: u64,
    ended: bool,
}

impl<R: Read> Blocks<R> {
    /// The blocks of a text, of which this many bytes and lines were read before. Records of more than `most` bytes are
    /// too long.
    pub(super) fn new(text: R, shape: Shape, most: usize, (at, line): (u64, u64)) -> Self {
        Self {
            text,
            shape,
            most,
            state: State::FieldStart,
            pending: Vec::new(),
            scanned: 0,
            whole: 0,
            dropping: None,
            at,
            line,
            ended: false,
        }
    }

    /// The first record by itself; `None` where there is none.
    pub(super) fn first(&mut self) -> io::Result<Option<Block>> {
        self.next_of(1, true)
    }

    /// The next block; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Block>> {
        self.next_of(BLOCK, false)
    }

    fn next_of(&mut self, size: usize, is_one: bool) -> io::Result<Option<Block>> {
        loop {
            self.scan(is_one);
            if let Some(line) = self.dropping {
                if self.whole > 0 || self.ended {
                    let length = if self.whole > 0 { self.whole } else { self.pending.len() };
                    self.dropping = None;
                    let rest = self.cut(length);
                    return Ok(Some(Block { bytes: Vec::new(), line, is_too_long: true, ..rest }));
                }
                self.drop_pending();
            } else if self.whole >= size {
                return Ok(Some(self.cut(self.whole)));
            } else if self.ended {
                let length = self.pending.len();
                return Ok((length > 0).then(|| self.cut(length)));
            } else if self.pending.len() - self.whole > self.most {
                if self.whole > 0 {
                    return Ok(Some(self.cut(self.whole)));
                }
                self.dropping = Some(self.line);
                self.drop_pending();
            }
            let before = self.pending.len();
            self.text.by_ref().take(BLOCK as u64).read_to_end(&mut self.pending)?;
            self.ended = self.pending.len() == before;
        }
    }

    /// Drops what is pending of a record that is too long.
    fn drop_pending(&mut self) {
        self.count(self.pending.len());
        self.pending.clear();
        self.scanned = 0;
    }

    fn count(&mut self, length: usize) {
        let lines = self.pending.iter().take(length).filter(|byte| **byte == b'\n').count();
        self.line += u64::try_from(lines).unwrap_or(u64::MAX);
        self.at += u64::try_from(length).unwrap_or(u64::MAX);
    }

    fn cut(&mut self, length: usize) -> Block {
        let line = self.line;
        self.count(length);
        let rest = self.pending.split_off(length.min(self.pending.len()));
        let bytes = std::mem::replace(&mut self.pending, rest);
        self.scanned -= length.min(self.scanned);
        self.whole = 0;
        Block { bytes, line, end: self.at, is_too_long: false }
    }

    /// Looks for the ends of records; for the first one only where `is_one`, or where a record is being dropped.
    fn scan(&mut self, is_one: bool) {
        let is_one = is_one || self.dropping.is_some();
        if is_one && self.whole > 0 {
            return;
        }
        let Shape::Csv { delimiter } = self.shape else {
            let rest = self.pending.get(self.scanned..).unwrap_or_default();
            let found = if is_one {
                rest.iter().position(|byte| *byte == b'\n')
            } else {
                rest.iter().rposition(|byte| *byte == b'\n')
            };
            if let Some(at) = found {
                self.whole = self.scanned + at + 1;
            }
            self.scanned = if is_one && self.whole > 0 { self.whole } else { self.pending.len() };
            return;
        };
        for (place, byte) in self.pending.iter().enumerate().skip(self.scanned) {
            self.state = match (self.state, *byte) {
                (State::Quoted, b'"') => State::QuoteInQuoted,
                (State::Quoted, _) | (State::QuoteInQuoted | State::FieldStart, b'"') => State::Quoted,
                (_, b'\n') => {
                    self.whole = place + 1;
                    State::FieldStart
                }
                (_, byte) if byte == delimiter => State::FieldStart,
                _ => State::Field,
            };
            if is_one && self.whole > 0 {
                self.scanned = place + 1;
                return;
            }
        }
        self.scanned = self.pending.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, shape: Shape, most: usize) -> Vec<(String, u64, bool)> {
        let mut blocks = Blocks::new(text.as_bytes(), shape, most, (0, 1));
        let mut found = Vec::new();
        let shown = |block: Block| (String::from_utf8(block.bytes).unwrap(), block.line, block.is_too_long);
        found.extend(blocks.first().unwrap().map(shown));
        while let Some(block) = blocks.next().unwrap() {
            found.push(shown(block));
        }
        found
    }

    fn shown(text: &str, line: u64) -> (String, u64, bool) {
        (text.to_owned(), line, false)
    }

    #[test]
    fn records_are_never_cut() {
        let csv = Shape::Csv { delimiter: b',' };
        assert_eq!(cut("a,b\n1,\"x\ny\"\n2,z", csv, 100), [shown("a,b\n", 1), shown("1,\"x\ny\"\n2,z", 2)]);
        assert_eq!(
            cut("a,\"b\n\"\"c\"\n1,5\" pipe\n", csv, 100),
            [shown("a,\"b\n\"\"c\"\n", 1), shown("1,5\" pipe\n", 3)]
        );
        assert_eq!(cut("{}\n{}\n", Shape::Lines, 100), [shown("{}\n", 1), shown("{}\n", 2)]);
        assert!(cut("", csv, 100).is_empty());
    }

    #[test]
    fn long_texts_come_in_blocks_that_hold_all_of_them() {
        let text = "1,\"a\nb\"\n".repeat(100_000);
        let blocks = cut(&text, Shape::Csv { delimiter: b',' }, 100);
        assert!(blocks.len() > 3);
        assert!(blocks.iter().all(|(text, _, _)| text.ends_with("\"\n") && text.starts_with('1')));
        assert_eq!(blocks.into_iter().map(|(text, _, _)| text).collect::<String>(), text);
    }

    #[test]
    fn a_record_that_is_too_long_is_one_fault() {
        let long = "x".repeat(3 * BLOCK);
        let found = cut(&format!("a\n1\n{long}\n2\n"), Shape::Lines, BLOCK);
        assert_eq!(found, [shown("a\n", 1), shown("1\n", 2), (String::new(), 3, true), shown("2\n", 4)]);
        let open = cut(&format!("a\n\"{long}"), Shape::Csv { delimiter: b',' }, BLOCK);
        assert_eq!(open, [shown("a\n", 1), (String::new(), 2, true)]);
    }
}
