//! From text to tree and back: the parser with its recovery, the tree, keywords, clause numbers, the formatter.
//!
//! This room resolves no name.

pub mod ast;
mod clause;
mod grammar;

pub use clause::{ClausePath, format_han, parse_count};
