//! From text to tree, with recovery: every fault of the text is reported, and what can be read is read.

use super::ast::{Ast, Item};
use super::build::Builder;
use super::grammar::{Grammar, Rule};
use super::scan::{Depth, scan};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::limits::MAX_FILE_BYTES;
use crate::source::{SourceId, Span};
use pest::Parser;
use std::collections::BTreeSet;

/// A parsed text: what could be read, and everything that could not.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree.
    pub ast: Ast,
    /// What is wrong with the text. Any error here means that the tree is not the whole text.
    pub diagnostics: Diagnostics,
    /// The words of the pieces that could not be read: they may declare what the rest mentions, so a later stage does
    /// not call such a word unknown.
    pub unread_words: BTreeSet<String>,
}

/// Parses one text.
///
/// Never fails as a whole and never panics: faults are diagnostics (codes `E01…` and `E02…`), and the tree holds what
/// is left. Time and memory grow linearly with the text.
#[must_use]
pub fn parse(source: SourceId, text: &str) -> Parsed {
    let mut parsed = Parsed {
        ast: Ast { source, items: Vec::new(), comments: Vec::new() },
        diagnostics: Diagnostics::new(),
        unread_words: BTreeSet::new(),
    };
    if text.len() > MAX_FILE_BYTES {
        let diagnostic = Diagnostic::without_place(Code::FileTooLarge).with("limit", MAX_FILE_BYTES);
        parsed.diagnostics.push(diagnostic);
        return parsed;
    }
    let scanned = scan(source, text);
    parsed.diagnostics = scanned.diagnostics;
    parsed.ast.comments = scanned.comments;
    if scanned.depth == Depth::Exceeded {
        return parsed;
    }
    let mut builder = Builder::new(source, &scanned.repaired);
    // The grammar's recovery rules accept every text, so an error here means a fault of the grammar itself; it is
    // reported at its place rather than hidden.
    match Grammar::parse(Rule::file, scanned.repaired.text()) {
        Ok(pairs) => parsed.ast.items = builder.file(pairs),
        Err(error) => {
            let at = match error.location {
                pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
            };
            builder.unexpected_at(at);
        }
    }
    let (found, unread_words) = builder.finish();
    parsed.diagnostics.extend(found);
    parsed.unread_words = unread_words;
    if parsed.ast.items.is_empty() && parsed.diagnostics.is_empty() {
        parsed.diagnostics.push(Diagnostic::new(Code::EmptyFile, Span::new(source, 0, 0)));
    }
    parsed.diagnostics.sort();
    parsed
}

impl Ast {
    /// The articles, in order.
    pub fn articles(&self) -> impl Iterator<Item = &super::ast::Article> {
        self.items.iter().filter_map(|item| match item {
            Item::Article(article) => Some(article),
            Item::Policy(_)
            | Item::Use(_)
            | Item::Record(_)
            | Item::Param(_)
            | Item::Reading(_)
            | Item::Outline(_)
            | Item::Scale(_)
            | Item::Enum(_)
            | Item::Body(_)
            | Item::Role(_)
            | Item::Fact(_)
            | Item::Judgement(_)
            | Item::Define(_)
            | Item::Assume(_)
            | Item::Outcome(_)
            | Item::Test(_)
            | Item::Allow(_)
            | Item::Statement(_) => None,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#[path = "parse_tests.rs"]
mod tests;
