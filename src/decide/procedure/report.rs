//! What is said of a procedure: plain data that can be stored and shown without the policy at hand.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// The version of the JSON shape of [`ProcedureReport`].
pub const PROCEDURE_FORMAT: u32 = 1;

/// How a case went, measured by a procedure.
///
/// Days are written as in policies: `2024-03-05`. Periods too: `3 days`, `2 working days`. Parties, steps, checks and
/// rights are given by name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct ProcedureReport {
    /// The version of this shape: [`PROCEDURE_FORMAT`].
    pub format: u32,
    /// The policy's name.
    pub policy: String,
    /// The procedure's name.
    pub procedure: String,
    /// The day on which the case is looked at; at its end where `None`.
    pub as_of: Option<String>,
    /// What it comes to.
    pub verdict: ProcedureVerdict,
    /// One entry for each step, in the order of the text.
    pub steps: Vec<StepReport>,
    /// One entry for each right and each step of the procedure before which it must have been granted.
    pub rights: Vec<RightReport>,
    /// What has to be done now: steps that were left out first, then those that are due, the most urgent first.
    pub next: Vec<NextStep>,
    /// Entries of the log that lie behind the day on which the case is looked at. They were left aside.
    pub later: Vec<LaterEntry>,
}

impl ProcedureReport {
    /// What is said of the step of this name.
    #[must_use]
    pub fn step(&self, name: &str) -> Option<&StepReport> {
        self.steps.iter().find(|step| step.name == name)
    }
}

/// What a [`ProcedureReport`] comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ProcedureVerdict {
    /// Nothing is wrong so far.
    InOrder,
    /// Nothing is known to be wrong, but facts or records that are missing decide whether something is.
    Undetermined,
    /// Something is wrong.
    Faulty,
}

/// What is said of one step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct StepReport {
    /// Its name.
    pub name: String,
    /// The clauses that speak of it.
    pub clauses: Vec<String>,
    /// Whether it may be left out.
    pub optional: bool,
    /// How far it has come.
    pub state: StepState,
    /// The day on which it was taken.
    pub taken: Option<String>,
    /// Who took it, as far as the log says.
    pub by: Vec<String>,
    /// Who has to take it, or had to on the day on which it was taken; the source does not say where empty.
    pub actors: Vec<String>,
    /// Whether all of them take it together.
    pub jointly: bool,
    /// Its deadline, if it has one.
    pub deadline: Option<DeadlineReport>,
    /// The levels that the step has passed to, one after the other.
    pub passed: Vec<PassedTo>,
    /// What is wrong.
    pub faults: Vec<StepFault>,
    /// Why the usual order was left, where that excuses it.
    pub excused: Option<String>,
    /// The steps that it waits for.
    pub waiting_for: Vec<String>,
    /// Steps that were taken though this one has to come first: why its state is [`StepState::Missing`].
    pub overtaken_by: Vec<String>,
    /// What the log does not say though it matters.
    pub unrecorded: Vec<Unrecorded>,
    /// The facts that are not known and can still change what is said here, sorted.
    pub asks: Vec<String>,
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum StepState {
    /// It was taken.
    Done,
    /// It was left out: a step that has to follow it was taken, or the case is at its end.
    Missing,
    /// It can be taken now. One that is not optional has to be.
    Due,
    /// It has to wait for earlier steps.
    Waiting,
    /// It was optional and was passed over.
    Skipped,
    /// It is not part of the procedure in this case.
    NotApplicable,
    /// Facts that are not known decide whether it is part of the procedure, or whether an earlier step is.
    Undetermined,
}

/// The deadline of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct DeadlineReport {
    /// How long it is: `30 days`. `None` where it depends on facts that are not known.
    pub period: Option<String>,
    /// What it is counted from: the name of a step or of a fact.
    pub of: String,
    /// The day that it is counted from. `None` where the step was not taken, or the day is not known.
    pub start: Option<String>,
    /// The last day on which the step is in time. `None` where the deadline does not run yet, or is not known.
    pub due: Option<String>,
    /// The clause that says so.
    pub clause: String,
}

/// A level that a step has passed to because the one before did not take it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct PassedTo {
    /// Who takes it.
    pub to: String,
    /// From which day on.
    pub since: String,
    /// The clause that says so.
    pub clause: String,
}

/// Something that is wrong with a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "fault", rename_all = "snake_case"))]
pub enum StepFault {
    /// It was taken after its deadline, or is not taken and the deadline is over.
    Late {
        /// By how much.
        by: String,
    },
    /// It was taken before a step that it has to follow.
    OutOfOrder {
        /// Which one.
        before: String,
    },
    /// It was taken before a step that it usually follows, and the log gives no reason.
    UnusualOrder {
        /// Which one.
        before: String,
    },
    /// It was taken by someone else than those who have to.
    WrongActor {
        /// Those who have to and did not.
        lacking: Vec<String>,
    },
    /// A higher level took it before the step had passed to it.
    TooEarly {
        /// The level.
        level: String,
        /// The first day on which it could have taken the step, if the step had not been taken by then.
        from: Option<String>,
    },
    /// Too few took part.
    QuorumNotMet {
        /// How many did.
        had: u32,
        /// How many have to.
        needs: u32,
    },
    /// Something was not checked.
    ChecksMissing {
        /// What.
        checks: Vec<String>,
    },
    /// Someone did not agree.
    ConsentMissing {
        /// Who.
        of: Vec<String>,
    },
    /// It was taken though it is not part of the procedure in this case.
    NotCalledFor,
}

/// Something that a log does not say of a step that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Unrecorded {
    /// Who took it.
    By,
    /// How many took part.
    Present,
}

/// A right that must have been granted before a step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct RightReport {
    /// Its name.
    pub name: String,
    /// Who has it; the source does not say where `None`.
    pub bearer: Option<String>,
    /// The step.
    pub before: String,
    /// How it stands.
    pub state: RightState,
    /// The day on which it was granted.
    pub granted: Option<String>,
    /// The clause that says so.
    pub clause: String,
    /// The facts that are not known and decide whether there is this right, sorted.
    pub asks: Vec<String>,
}

/// How a right stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RightState {
    /// It was granted in time.
    Granted,
    /// It has to be granted before the step is taken.
    Pending,
    /// The step was taken and the right had not been granted.
    Denied,
    /// There is no such right in this case.
    NotApplicable,
    /// Facts that are not known decide whether there is such a right.
    Undetermined,
}

/// A step that has to be taken now.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct NextStep {
    /// The step.
    pub step: String,
    /// Who has to take it now; the source does not say where empty.
    pub by: Vec<String>,
    /// Whether all of them take it together.
    pub jointly: bool,
    /// The last day on which it is in time; none where `None`.
    pub due: Option<String>,
    /// Whether that day is past.
    pub overdue: bool,
    /// Whether the step was left out, and has to be made up.
    pub left_out: bool,
    /// Rights that have to be granted first.
    pub grant_first: Vec<String>,
}

/// An entry of the log that was left aside because it lies behind the day on which the case is looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct LaterEntry {
    /// The step or the right.
    pub name: String,
    /// Its day.
    pub on: String,
}
