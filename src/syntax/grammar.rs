//! The parser that pest makes of `grammar/policy.pest`, the only definition of the syntax.
//!
//! It is made ahead, so that a program that embeds the library does not build pest's generator. `tests/grammar.rs`
//! makes it again and compares; with `POLICYC_WRITE_PARSER=1` it writes the file anew.

#[rustfmt::skip]
#[allow(clippy::all, clippy::pedantic, clippy::restriction, missing_docs, unused, reason = "made by pest")]
mod parser;

pub(super) use parser::{Grammar, Rule};
