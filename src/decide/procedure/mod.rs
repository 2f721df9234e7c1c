//! Procedures: a dated case log is measured by the steps that a regulation prescribes.
//!
//! [`check_procedure`] takes the facts of a case and its [`CaseLog`] and says of every step how far it has come and
//! what is wrong with it. A log is built entry by entry, or read from JSON by [`log_from_json`].
//!
//! Nothing here asks for the time: the day on which the case is looked at belongs to the facts. Without one the case is
//! judged at its end, and what was not done was left out.

mod actors;
mod check;
mod deadline;
mod log;
mod order;
mod read;
mod report;
mod rights;

pub use check::{ProcedureError, check_procedure};
pub use log::{CaseLog, LoggedTwice};
pub use read::{LogFile, log_from_json, procedure_named};
pub use report::{
    DeadlineReport, LaterEntry, NextStep, PROCEDURE_FORMAT, PassedTo, ProcedureReport, ProcedureVerdict, RightReport,
    RightState, StepFault, StepReport, StepState, Unrecorded,
};
