//! The analysis of a policy against the enumeration of all its cases.
//!
//! `PROPTEST_CASES` raises the number of random policies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

#[path = "../reference/every_case.rs"]
mod every_case;
#[path = "../support/random.rs"]
mod random;
#[path = "../reference/mod.rs"]
#[allow(dead_code)] // The random policies of other suites stand there too.
mod reference;
#[path = "../support/mod.rs"]
mod support;

mod adversarial;
mod case_findings;
mod constructs;
mod edited;
mod ensured;
mod enumerated;
mod families;
mod partitions;
mod rearranged;
mod rule_findings;
mod rules;
