//! Lasting effects: what earlier decisions bar or bring about, on a given day.
//!
//! [`effects`] takes the decisions on one person and a day. A history is built entry by entry, or read from JSON by
//! [`history_from_json`].
//!
//! ```
//! use policyc::decide::{effects, history_from_json};
//! use policyc::source::SourceId;
//! use policyc::syntax::ast::EffectVerb;
//!
//! let policy = policyc::check_text(
//!     "demo.policy",
//!     "scale measure { warning < demotion }
//!      outcome sanction: measure
//!      article 1 { effect of sanction = warning bars promotion for 6 months }",
//! );
//! let policy = policy.policy.expect("the policy has no errors");
//! let text = r#"{"decisions": [{"outcome": "sanction", "value": "warning", "on": "2024-01-10"}]}"#;
//! let history = history_from_json(&policy, SourceId(1), text).expect("the history has no faults");
//!
//! let report = effects(&policy, &history, "2024-05-20".parse()?, None)?;
//! let promotion = report.lasting(EffectVerb::Bars, "promotion").expect("it still lasts");
//! assert_eq!(promotion.until.as_deref(), Some("2024-07-10"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cumulate;
mod judge;
#[cfg(feature = "json")]
mod read;
mod report;

pub use judge::{EffectsError, effects};
#[cfg(feature = "json")]
pub use read::history_from_json;
pub use report::{Capped, EFFECTS_FORMAT, EffectCause, EffectsReport, LastingEffect, LaterDecision};
