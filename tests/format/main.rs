//! The formatter, seen from outside: what it writes, and what it never does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod cases;
mod generate;
mod properties;
mod snapshots;
