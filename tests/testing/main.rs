//! What tests cover, which mutants they notice, and which tests are missing: transcripts, and comparison with the
//! enumeration of all cases of random policies.
//!
//! `PROPTEST_CASES` raises the number of random policies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

#[path = "../reference/mod.rs"]
#[allow(dead_code)] // The random policies of other suites stand there too.
mod reference;
#[path = "../support/mod.rs"]
mod support;

#[path = "../support/command.rs"]
mod command;
mod conditions;
mod document;
mod enumerated;
#[path = "../reference/every_case.rs"]
mod every_case;
mod forms;
mod mutated;
mod policies;
#[path = "../support/random.rs"]
mod random;
mod transcripts;
