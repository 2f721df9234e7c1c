//! `policyc`: a policy language for accountability regulations, its checker, interpreter, formatter and test runner.
//!
//! A regulation on accountability says: given the facts of an incident, which sanctions on an ordered ladder are
//! permitted, who is exempt, what mitigates or aggravates, and who decides. This crate reads such a regulation from a
//! `.policy` file and decides cases by it, exactly also where facts are unknown.
//!
//! ```
//! use policyc::{Facts, Status, check_text, decide};
//!
//! let checked = check_text(
//!     "demo.policy",
//!     "scale severity { minor < major }
//!      scale measure { written_review < notice < demotion }
//!      fact severity: severity
//!      fact reported: bool
//!      outcome sanction: measure
//!      if severity ≥ major and not reported then sanction ∈ <written_review, notice>",
//! );
//! let policy = checked.policy.expect("the policy has no errors");
//! let facts = Facts::new(&policy).with("severity", "major")?.with("reported", false)?;
//! let decision = decide(&policy, &facts)?;
//! let sanction = decision.outcome("sanction").expect("the outcome is declared");
//! assert_eq!(sanction.status, Status::Decided);
//! assert_eq!(sanction.permitted.values(), ["written_review", "notice"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way through: [`syntax`] turns text into a tree, [`policy`] checks the tree, [`decide`](mod@decide) decides cases.
//! [`diagnostic`] is what is said on the way, [`lint`] what a checked policy leaves open, [`testing`] runs its tests,
//! [`calendar`] counts working days.

#[cfg(feature = "analysis")]
pub mod analyse;
pub mod calendar;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "analysis")]
pub mod compare;
pub mod decide;
pub mod diagnostic;
#[cfg(feature = "analysis")]
pub mod explain;
#[cfg(feature = "analysis")]
pub mod lint;
#[cfg(feature = "cli")]
pub mod lsp;
pub mod policy;
#[cfg(feature = "render")]
pub mod render;
pub mod source;
pub mod syntax;
#[cfg(feature = "analysis")]
pub mod testing;

pub use calendar::{Calendar, CalendarError, calendar_from_text};
pub use decide::{
    CaseLog, DecideError, Decider, Decision, EffectsReport, FactProblem, Facts, OutcomeDecision, PreparedCase,
    ProcedureReport, Program, Status, check_procedure, decide, effects, facts_from_json, history_from_json,
    log_from_json,
};
#[cfg(feature = "author")]
pub use diagnostic::Catalogue;
pub use diagnostic::{Code, Diagnostic, Diagnostics, Language};
#[cfg(feature = "cli")]
pub use policy::check_file;
pub use policy::{Checked, Policy, check_text, check_with};

/// Runs what the guide shows.
#[cfg(doctest)]
#[doc = include_str!("../docs/embedding.md")]
struct EmbeddingGuide;
