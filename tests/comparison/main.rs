//! Two policies compared, against the enumeration of all cases of both.
//!
//! `PROPTEST_CASES` raises the number of random pairs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

#[path = "../support/command.rs"]
mod command;
#[path = "../reference/every_case.rs"]
mod every_case;
#[path = "../support/random.rs"]
mod random;
#[path = "../reference/mod.rs"]
#[allow(dead_code)] // The random policies of other suites stand there too.
mod reference;
#[path = "../support/mod.rs"]
mod support;

mod document;
mod enumerated;
mod transcripts;
