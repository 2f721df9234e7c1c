//! The formatter: one canonical spelling for each keyword language, comments kept where they stand.
//!
//! It distrusts itself: what it wrote is read again, and unless the tree and the comments are the same, nothing is
//! returned. Canonical form is described in `docs/`; in short: two columns of indentation, half-width punctuation, one
//! blank between words, an empty line where the author has at least one, lines of at most 110 columns where breaking
//! is possible.

mod clauses;
mod declarations;
mod domain;
mod expressions;
mod file;
mod layout;
mod tests;
mod tokens;
mod writer;

use super::ast::{Ast, Comment};
use super::keywords::{KEYWORDS, Keyword, KeywordLanguage, Reservation, Role, lookup};
use super::parse::{Parsed, parse};
use crate::diagnostic::{Code, Diagnostics};
use crate::source::SourceId;
#[cfg(feature = "cli")]
use std::ops::Range;

/// Why a text was not formatted.
#[derive(Clone, Debug, thiserror::Error)]
pub enum FormatError {
    /// The text has errors of syntax: what could not be read cannot be written.
    #[error("the text has errors of syntax")]
    Syntax(Diagnostics),
    /// The formatted text would not say the same, or would lose a comment. This is a fault of the formatter.
    #[error("the formatted text would not mean the same; this is a fault of the formatter, and nothing was written")]
    WouldChangeMeaning,
}

/// Formats a parsed text with the keywords of a language.
///
/// `text` must be the text that `parsed` was read from. The result ends with a line feed unless it is empty, and
/// formatting it again changes nothing.
///
/// # Errors
/// [`FormatError::Syntax`] if the text has errors; [`FormatError::WouldChangeMeaning`] if the result, read again, is
/// not the same tree with the same comments.
pub fn format(parsed: &Parsed, text: &str, language: KeywordLanguage) -> Result<String, FormatError> {
    if has_errors(&parsed.diagnostics) {
        return Err(FormatError::Syntax(parsed.diagnostics.clone()));
    }
    let formatted = file::file(&parsed.ast, text, language);
    let again = parse(parsed.ast.source, &formatted);
    if has_errors(&again.diagnostics) || !says_the_same(&parsed.ast, &again.ast) {
        return Err(FormatError::WouldChangeMeaning);
    }
    Ok(formatted)
}

/// Parses and formats a text, with the keywords of `language` or, if there is none, of the language that most of its
/// keywords are written in.
///
/// ```
/// use policyc::source::SourceId;
/// use policyc::syntax::format_source;
///
/// let text = "若 程度>=重大 则 处理 ∈ 《通报、停借》;";
/// let formatted = format_source(SourceId::default(), text, None)?;
/// assert_eq!(formatted, "若 程度 ≥ 重大 则 处理 ∈ <通报, 停借>\n");
/// # Ok::<(), policyc::syntax::FormatError>(())
/// ```
///
/// # Errors
/// As [`format()`].
pub fn format_source(source: SourceId, text: &str, language: Option<KeywordLanguage>) -> Result<String, FormatError> {
    let parsed = parse(source, text);
    let language = language.unwrap_or_else(|| detect_keywords(&parsed.ast, text));
    format(&parsed, text, language)
}

/// The language that most keywords of a text are written in; English where neither prevails.
///
/// Reserved words count: the others may be names. Where they leave it open, the other words decide that can begin
/// something. `text` must be the text that `ast` was read from.
#[must_use]
pub fn detect_keywords(ast: &Ast, text: &str) -> KeywordLanguage {
    keyword_language(text, &ast.comments)
}

/// The same, of a text with these comments.
pub(super) fn keyword_language(text: &str, comments: &[Comment]) -> KeywordLanguage {
    let (mut reserved, mut others) = (0_isize, 0_isize);
    for token in tokens::tokens(text, comments) {
        // `applies when`, `authority for`, `effect of`: their first word.
        let begins = |keyword: &&Keyword| keyword.english.split_once(' ').is_some_and(|(first, _)| first == token.text);
        let Some(keyword) = lookup(token.text).or_else(|| KEYWORDS.iter().find(begins)) else {
            reserved += isize::from(is_chinese_article(token.text));
            continue;
        };
        let step = if keyword.english.split(' ').next() == Some(token.text) { -1 } else { 1 };
        match (keyword.reservation, keyword.role) {
            (Reservation::Reserved, _) => reserved += step,
            (Reservation::Contextual, Role::Inside) => {}
            (Reservation::Contextual, _) => others += step,
        }
    }
    let is_chinese = if reserved == 0 { others > 0 } else { reserved > 0 };
    if is_chinese { KeywordLanguage::Chinese } else { KeywordLanguage::English }
}

/// The words, quoted texts and single signs of a text with their places; what stands in `comments` is none.
#[cfg(feature = "cli")]
pub(crate) fn words<'t>(text: &'t str, comments: &[Comment]) -> Vec<(Range<usize>, &'t str)> {
    tokens::tokens(text, comments).into_iter().map(|token| (token.start..token.end(), token.text)).collect()
}

fn is_chinese_article(word: &str) -> bool {
    let number = word.strip_prefix('第').and_then(|rest| rest.strip_suffix('条'));
    number.is_some_and(|number| super::parse_count(number).is_some())
}

/// Whether there is an error that keeps a text from being formatted. That a file is empty does not.
fn has_errors(diagnostics: &Diagnostics) -> bool {
    let is_error = |code: Code| code != Code::EmptyFile && code.severity() == crate::diagnostic::Severity::Error;
    diagnostics.iter().any(|diagnostic| is_error(diagnostic.code))
}

/// Whether two trees say the same and have the same comments in the same order.
fn says_the_same(one: &Ast, other: &Ast) -> bool {
    let comments = |ast: &Ast| ast.comments.iter().map(|comment| tokens::normal(&comment.text)).collect::<Vec<_>>();
    one.items == other.items && comments(one) == comments(other)
}
