//! Lasting effects: what earlier decisions bar or bring about, on a given day.
//!
//! [`effects`] takes the decisions on one person and a day. A history is built entry by entry, or read from JSON by
//! [`history_from_json`].

mod cumulate;
mod judge;
mod read;
mod report;

pub use judge::{EffectsError, effects};
pub use read::history_from_json;
pub use report::{Capped, EFFECTS_FORMAT, EffectCause, EffectsReport, LastingEffect, LaterDecision};
