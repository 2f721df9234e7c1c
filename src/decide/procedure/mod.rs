//! Procedures: a dated case log is measured by the steps that a regulation prescribes.
//!
//! [`check_procedure`] takes the facts of a case and its [`CaseLog`] and says of every step how far it has come and
//! what is wrong with it. A log is built entry by entry, or read from JSON by [`log_from_json`].
//!
//! Nothing here asks for the time: the day on which the case is looked at belongs to the facts. Without one the case is
//! judged at its end, and what was not done was left out.
//!
//! ```
//! use policyc::decide::{Facts, StepState, check_procedure, log_from_json};
//! use policyc::source::SourceId;
//!
//! let policy = policyc::check_text(
//!     "demo.policy",
//!     "body office
//!      article 1 { procedure handling {
//!        step investigate by office
//!        step decide by office after investigate within 30 days of investigate
//!      } }",
//! );
//! let policy = policy.policy.expect("the policy has no errors");
//! let text = r#"{"entries": [{"step": "investigate", "on": "2024-03-05", "by": "office"}]}"#;
//! let read = log_from_json(&policy, None, SourceId(1), text).expect("the log has no faults");
//! let mut facts = Facts::new(&policy);
//! facts.set_as_of("2024-03-20".parse()?);
//!
//! let report = check_procedure(&policy, read.procedure, &facts, &read.log)?;
//! assert_eq!(report.step("decide").map(|step| step.state), Some(StepState::Due));
//! assert_eq!(report.next[0].due.as_deref(), Some("2024-04-04"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod actors;
mod case;
mod check;
mod deadline;
mod log;
mod order;
#[cfg(feature = "json")]
mod read;
mod report;
mod rights;

pub use check::{ProcedureError, check_procedure};
pub use log::{CaseLog, LoggedTwice};
#[cfg(feature = "json")]
pub use read::{LogFile, log_from_json, procedure_named};
pub use report::{
    DeadlineReport, LaterEntry, NextStep, PROCEDURE_FORMAT, PassedTo, ProcedureReport, ProcedureVerdict, RightReport,
    RightState, StepFault, StepReport, StepState, Unrecorded,
};
