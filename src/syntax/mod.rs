//! From text to tree and back: the parser with its recovery, the tree, keywords, clause numbers, the formatter.
//!
//! This room resolves no name.

pub mod ast;
mod build;
mod clause;
mod edited;
#[cfg(feature = "author")]
mod format;
mod grammar;
pub(crate) mod joined;
pub mod keywords;
mod parse;
mod pieces;
mod repair;
mod scan;
pub(crate) mod synonyms;

pub(crate) use build::parse_date;
pub use clause::{ClausePath, format_han, parse_count};
pub use edited::{EditedText, EditedTexts};
#[cfg(feature = "cli")]
pub(crate) use format::words;
#[cfg(feature = "author")]
pub use format::{FormatError, detect_keywords, format, format_source};
pub use keywords::{KeywordLanguage, is_keyword_part};
pub use parse::{Parsed, parse};
