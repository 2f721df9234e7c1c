//! Deciding a case: facts in, for each outcome a status and a permitted set out.
//!
//! Where all facts that matter are known, the plain way is taken: evaluate the conditions, conclude. Where some are
//! unknown, all their completions are judged at once with decision diagrams; the conclusion is the same function.

#[cfg(feature = "analysis")]
pub(crate) mod abstraction;
mod asks;
mod atoms;
mod case;
mod choices;
mod conclude;
#[cfg(feature = "analysis")]
pub(crate) mod concretise;
mod conditions;
mod cuts;
mod decision;
mod diagram;
mod domains;
mod duties;
mod effects;
mod evaluate;
mod exact;
mod facts;
mod folds;
mod forms;
mod free;
pub(crate) mod grounds;
mod input;
mod interpret;
#[cfg(feature = "json")]
mod json;
mod lists;
mod mentions;
#[cfg(feature = "json")]
mod names;
#[cfg(feature = "json")]
mod object;
mod outcomes_read;
mod parts;
mod procedure;
mod program;
pub(crate) mod prospects;
mod report;
mod runs;
#[cfg(feature = "json")]
mod schema;
pub(crate) mod seen;
mod telling;
mod truth_table;
mod undecidable;
mod versions;
mod waiting;

pub use conclude::Verdict;
pub use decision::{
    DECISION_FORMAT, DecidedBy, Decision, DutyDecision, DutyKind, Interval, OutcomeDecision, Permitted, Status,
    ValueContents, ValueList,
};
pub use duties::DutyStatus;
#[cfg(feature = "json")]
pub use effects::history_from_json;
pub use effects::{
    Capped, EFFECTS_FORMAT, EffectCause, EffectsError, EffectsReport, LastingEffect, LaterDecision, effects,
};
pub use evaluate::{EvaluationError, Truth};
pub use facts::{Facts, NamesFact};
pub use input::{FactInput, FactProblem, RecordInput, fact_named, value_of, value_of_outcome, value_of_word};
#[cfg(feature = "analysis")]
pub(crate) use interpret::settled;
pub use interpret::{DecideError, decide};
#[cfg(feature = "json")]
pub use json::{
    FactsError, FactsFault, apply_setting, day_of, facts_from_json, facts_from_serialize, facts_to_json, reading_of,
};
#[cfg(feature = "json")]
pub(crate) use json::{more_from_json, written};
#[cfg(feature = "json")]
pub use names::names_in_json;
pub use procedure::{
    CaseLog, DeadlineReport, LaterEntry, LoggedTwice, NextStep, PROCEDURE_FORMAT, PassedTo, ProcedureError,
    ProcedureReport, ProcedureVerdict, RightReport, RightState, StepFault, StepReport, StepState, Unrecorded,
    check_procedure,
};
#[cfg(feature = "json")]
pub use procedure::{LogFile, log_from_json, procedure_named};
pub use program::{
    CaseTable, CitedClauses, ColumnProblem, Counts, Coverage, Decider, OutcomeCoverage, PreparedCase, Program,
    RuledColumn, RuledOutcome, Ruling, RulingTable, TableDecider, Uncompiled,
};
#[cfg(feature = "json")]
pub use schema::json_schema;
