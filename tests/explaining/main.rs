//! Explanations: what they say, that it can be replayed, and that nothing in them could be left out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod alternatives;
#[path = "../support/random.rs"]
mod random;
mod replay;
mod shown;
#[path = "../support/mod.rs"]
mod support;
#[path = "../whole/mod.rs"]
#[allow(dead_code, reason = "the generator of random regulations is shared with another test program")]
mod whole;
