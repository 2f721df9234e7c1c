//! From text to tree, with recovery: every fault of the text is reported, and what can be read is read.

use super::ast::{Ast, Item};
use super::pieces::Pieces;
use crate::diagnostic::Diagnostics;
use crate::source::SourceId;
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
    Pieces::read(source, text).into_parsed(source)
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
