//! A text as the row of pieces that it was read as: declarations, articles and tests, and what could not be read.

use super::ast::{Ast, Comment, Item, Movable, Shift};
use super::build::Builder;
use super::grammar::{Grammar, Rule};
use super::parse::Parsed;
use super::repair::Repaired;
use super::scan::{Depth, Scan, scan};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::limits::MAX_FILE_BYTES;
use crate::source::{SourceId, Span};
use pest::Parser;
use std::collections::BTreeSet;
use std::ops::Range;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// A declaration, an article, a test or a statement.
    Item,
    /// A closing brace that closes nothing.
    StrayBrace,
    /// Something that fits no rule.
    Unread,
}

/// What stands between the start of one piece and that of the next.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its first byte.
    pub(super) start: u32,
    pub(super) kind: PieceKind,
    /// What it says; `None` also where nothing of an item is left.
    pub(super) item: Option<Item>,
    /// What is wrong with it.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The words of what could not be read of it.
    pub(super) unread_words: BTreeSet<String>,
}

impl Piece {
    /// Whether all of it was read.
    pub(super) fn is_sound(&self) -> bool {
        self.kind == PieceKind::Item && self.item.is_some() && self.diagnostics.is_empty()
    }
}

impl Movable for Piece {
    fn shift(&mut self, by: Shift) {
        let Self { start, kind: _, item, diagnostics, unread_words: _ } = self;
        *start = by.offset(*start);
        item.shift(by);
        diagnostics.shift(by);
    }
}

/// All pieces of a text, and what was seen before they were told apart.
#[derive(Clone, Debug)]
pub(super) struct Pieces {
    pub(super) row: Vec<Piece>,
    pub(super) comments: Vec<Comment>,
    /// What is wrong with characters, quotes, comments and nesting.
    pub(super) of_scan: Diagnostics,
    /// As in [`Scan`].
    pub(super) groups: Option<Vec<Range<usize>>>,
}

impl Pieces {
    /// Reads a text.
    pub(super) fn read(source: SourceId, text: &str) -> Self {
        if text.len() > MAX_FILE_BYTES {
            let diagnostic = Diagnostic::without_place(Code::FileTooLarge).with("limit", MAX_FILE_BYTES);
            let of_scan = Diagnostics::from_iter([diagnostic]);
            return Self { row: Vec::new(), comments: Vec::new(), of_scan, groups: None };
        }
        Self::of(source, scan(source, text))
    }

    /// Reads a text that was scanned.
    pub(super) fn of(source: SourceId, scanned: Scan) -> Self {
        let Scan { repaired, comments, diagnostics: of_scan, depth, groups } = scanned;
        if depth == Depth::Exceeded {
            return Self { row: Vec::new(), comments, of_scan, groups: None };
        }
        Self { row: pieces(source, &repaired), comments, of_scan, groups }
    }

    /// The tree and all that is wrong with the text.
    pub(super) fn into_parsed(self, source: SourceId) -> Parsed {
        let Self { row, comments, of_scan: mut diagnostics, groups: _ } = self;
        let mut items = Vec::with_capacity(row.len());
        let mut unread_words = BTreeSet::new();
        for piece in row {
            items.extend(piece.item);
            diagnostics.extend(piece.diagnostics);
            unread_words.extend(piece.unread_words);
        }
        if items.is_empty() && diagnostics.is_empty() {
            diagnostics.push(Diagnostic::new(Code::EmptyFile, Span::new(source, 0, 0)));
        }
        diagnostics.sort();
        Parsed { ast: Ast { source, items, comments }, diagnostics, unread_words }
    }
}

/// Reads the pieces of a text without faulty characters.
pub(super) fn pieces(source: SourceId, repaired: &Repaired) -> Vec<Piece> {
    let builder = Builder::new(source, repaired);
    // The grammar's recovery rules accept every text, so an error here means a fault of the grammar itself; it is
    // reported at its place rather than hidden.
    match Grammar::parse(Rule::file, repaired.text()) {
        Ok(pairs) => builder.file(pairs),
        Err(error) => {
            let at = match error.location {
                pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
            };
            builder.impassable(at)
        }
    }
}
