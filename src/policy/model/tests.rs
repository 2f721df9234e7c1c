//! `test` blocks by id.

use super::{Party, Period};
use crate::policy::ids::{BodyId, ClauseId, DutyId, FactId, OutcomeId, ProcedureId, StepIndex};
use crate::policy::permitted::PermittedSet;
use crate::policy::value::{Duration, Value};
use crate::source::Span;
use crate::syntax::ast::{EffectVerb, Lasting};
use jiff::civil::Date;

/// A `test` block.
#[derive(Clone, Debug)]
pub struct Test {
    /// What it shows.
    pub name: String,
    /// Its facts.
    pub given: Vec<(FactId, Value)>,
    /// The day on which the case is looked at.
    pub as_of: Option<Date>,
    /// What the authority chose; "no measure" where `None`.
    pub chosen: Vec<(OutcomeId, Option<Value>)>,
    /// Its calendar; none where it lists neither holidays nor working days.
    pub calendar: Option<TestCalendar>,
    /// The steps that were taken and the rights that were granted, in the order of the text.
    pub log: Vec<LoggedEvent>,
    /// Earlier decisions, in the order of the text.
    pub past: Vec<PastDecision>,
    /// What it expects.
    pub expectations: Vec<TestExpectation>,
    /// Where it stands.
    pub span: Span,
}

/// One `expect` of a test.
#[derive(Clone, Debug)]
pub struct TestExpectation {
    /// The outcome it speaks of; any where `None`.
    pub outcome: Option<OutcomeId>,
    /// What is expected.
    pub kind: ExpectationKind,
    /// Where it stands.
    pub span: Span,
}

/// What a [`TestExpectation`] expects.
#[derive(Clone, Debug)]
pub enum ExpectationKind {
    /// Decided, with exactly this set.
    Permits(PermittedSet),
    /// This status (or, for `weighed`, that mitigation and aggravation met).
    Status(crate::syntax::ast::ExpectedStatus),
    /// At least these clauses fired.
    Cites(Vec<ClauseId>),
    /// At least these facts, or choices of the authority, are asked.
    Asks(Vec<Asked>),
    /// At least these clauses adjusted the result.
    AdjustedBy(Vec<ClauseId>),
    /// At least these clauses exempted.
    ExemptedBy(Vec<ClauseId>),
    /// Exactly these bodies decide, approve or enforce.
    Power(crate::syntax::ast::PowerVerb, Vec<BodyId>),
    /// The duty's status, with the due date where it is given.
    Duty(DutyId, ExpectedDutyStatus),
    /// What is said of the step.
    Step(ProcedureId, StepIndex, ExpectedStepState),
    /// Whether an effect lasts, and until when where that is given.
    Effect {
        /// Whether it is expected to last.
        lasting: Lasting,
        /// What it does.
        verb: EffectVerb,
        /// What is barred or brought about.
        name: String,
        /// Its last day.
        until: Option<Date>,
    },
}

/// What a test expects to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A fact.
    Fact(FactId),
    /// What the authority chose of an outcome.
    Choice(OutcomeId),
}

/// The status that a test expects of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedDutyStatus {
    /// It is fulfilled.
    Fulfilled,
    /// It is breached.
    Breached,
    /// It can still be fulfilled, until this day where the test gives one.
    Pending(Option<Date>),
    /// It does not apply.
    NotApplicable,
    /// Facts that are not known decide.
    Undetermined,
}

/// What a test expects of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedStepState {
    /// Taken, and nothing is wrong with it.
    Done,
    /// After its deadline, by so much where the test says.
    Late(Option<Duration>),
    /// Before a step that it has to follow.
    OutOfOrder,
    /// Left out.
    Missing,
    /// To be taken next, by this day where the test gives one.
    Due(Option<Date>),
    /// Waiting for an earlier step.
    Waiting,
    /// Taken by someone else than the one who has to.
    WrongActor,
    /// Too few took part.
    QuorumNotMet,
    /// A check was left out.
    ChecksMissing,
    /// Someone did not agree.
    ConsentMissing,
    /// To be taken by this body now.
    PassedTo(BodyId),
    /// Not part of the procedure in this case.
    NotApplicable,
    /// Facts that are not known decide whether it is part of the procedure.
    Undetermined,
}

/// The calendar of a test: the days that differ from the week.
#[derive(Clone, Debug, Default)]
pub struct TestCalendar {
    /// Days off.
    pub off: Vec<Period>,
    /// Days of work.
    pub working: Vec<Period>,
}

/// A line of a case log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEvent {
    /// What happened.
    pub event: LoggedKind,
    /// When.
    pub on: Date,
    /// Who acted.
    pub by: Vec<Party>,
    /// How many took part.
    pub present: Option<u32>,
    /// The checks that were made, by name.
    pub checks: Vec<String>,
    /// Who agreed.
    pub consent: Vec<Party>,
    /// Why the usual order was left.
    pub reason: Option<String>,
}

/// What a line of a case log speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LoggedKind {
    /// A step that was taken.
    Step(ProcedureId, StepIndex),
    /// A right that was granted.
    Right(DutyId),
}

/// An earlier decision on the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastDecision {
    /// The outcome that was decided.
    pub outcome: OutcomeId,
    /// What was imposed.
    pub value: Value,
    /// When.
    pub on: Date,
    /// How the decision is referred to.
    pub reference: Option<String>,
}
