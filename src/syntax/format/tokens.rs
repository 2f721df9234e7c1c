//! The words and signs of a text with their offsets, and how each comment stands among them.

use crate::source::LineIndex;
use crate::syntax::ast::Comment;
use std::ops::Range;

/// A word, a quoted text or a single sign.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is one of the signs in `signs`.
    pub(super) fn is_sign(&self, signs: &str) -> bool {
        let mut characters = self.text.chars();
        characters.next().is_some_and(|sign| signs.contains(sign)) && characters.next().is_none()
    }
}

/// How a comment stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Alone.
    Own,
    /// Behind the last token of the line.
    Trailing,
    /// Between two tokens of the line.
    Inline,
    /// Before the first token of the line.
    Leading,
}

/// A comment to be placed.
#[derive(Clone, Debug)]
pub(super) struct Remark {
    pub(super) text: String,
    pub(super) place: Range<usize>,
    pub(super) standing: Standing,
}

/// The tokens of `text`; what stands in `comments` is none.
pub(super) fn tokens<'t>(text: &'t str, comments: &[Comment]) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut comments = comments.iter().map(|comment| comment.place.0.range()).peekable();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        if let Some(comment) = comments.next_if(|comment| comment.start <= at) {
            at = comment.end.max(at);
            continue;
        }
        let length = token_len(rest, first);
        if !first.is_whitespace() && first != '\u{FEFF}' {
            tokens.push(Token { text: rest.get(..length).unwrap_or_default(), start: at });
        }
        at += length;
    }
    tokens
}

fn token_len(rest: &str, first: char) -> usize {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    match first {
        '"' => quoted_len(rest, '"'),
        '“' => quoted_len(rest, '”'),
        _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
        _ => first.len_utf8(),
    }
}

fn quoted_len(rest: &str, close: char) -> usize {
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => drop(characters.next()),
            '\n' => return at,
            _ if c == close => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The comments of `text` with their standing.
pub(super) fn remarks(text: &str, tokens: &[Token<'_>], comments: &[Comment]) -> Vec<Remark> {
    let lines = LineIndex::new(text);
    let line = |offset: usize| lines.line_of(offset);
    let mut remarks: Vec<Remark> = Vec::with_capacity(comments.len());
    for comment in comments {
        let place = comment.place.0.range();
        let next = tokens.partition_point(|token| token.start < place.start);
        let before = next.checked_sub(1).and_then(|previous| tokens.get(previous));
        // A comment of several lines stands behind a token, and the next one behind it.
        let continues = |remark: &Remark| {
            matches!(remark.standing, Standing::Inline | Standing::Trailing)
                && before.is_none_or(|token| token.start < remark.place.start)
                && line(remark.place.end) == line(place.start)
        };
        let is_behind =
            before.is_some_and(|token| line(token.start) == line(place.start)) || remarks.last().is_some_and(continues);
        let is_before = tokens.get(next).is_some_and(|token| line(token.start) == line(place.end));
        let standing = match (is_behind, is_before && comment.text.starts_with("{-")) {
            (true, true) => Standing::Inline,
            (true, false) => Standing::Trailing,
            (false, true) => Standing::Leading,
            (false, false) => Standing::Own,
        };
        remarks.push(Remark { text: normal(&comment.text), place, standing });
    }
    remarks
}

/// A comment's text as it is written and compared: with line feeds only.
pub(super) fn normal(comment: &str) -> String {
    comment.replace("\r\n", "\n")
}
