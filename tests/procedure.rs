//! Procedures and lasting effects: what a log and a history come to, in small cases, and what a person sees.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "procedure/actors.rs"]
mod actors;
#[path = "procedure/case.rs"]
mod case;
#[path = "support/command.rs"]
mod command;
#[path = "procedure/deadlines.rs"]
mod deadlines;
#[path = "procedure/effects.rs"]
mod effects;
#[path = "procedure/faulty_input.rs"]
mod faulty_input;
#[path = "procedure/order.rs"]
mod order;
#[path = "procedure/properties.rs"]
mod properties;
#[path = "procedure/rights.rs"]
mod rights;
mod support;
#[cfg(feature = "cli")]
#[path = "procedure/transcripts.rs"]
mod transcripts;
