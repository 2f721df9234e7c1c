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

mod conditions;
mod document;
mod enumerated;
mod forms;
mod mutated;
mod policies;
mod transcripts;

use proptest::prelude::ProptestConfig;

/// So many random policies, or as many as `PROPTEST_CASES` says.
fn config(policies: u32) -> ProptestConfig {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    ProptestConfig { cases: wanted.unwrap_or(policies), failure_persistence: None, ..ProptestConfig::default() }
}
