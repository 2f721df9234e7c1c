//! `test` blocks.

use super::{Citation, Literal, Name, Permitted, Reference, Text, Value};
use crate::source::{Place, Span};

/// `test "…" { … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestDecl {
    /// What it shows.
    pub name: Text,
    /// Its lines.
    pub entries: Vec<TestEntry>,
    /// Where it stands.
    pub place: Place,
}

/// A line of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestEntry {
    /// `given a = 1, b = 2`.
    Given(Given),
    /// `expect …`.
    Expect(Expect),
    /// `as of DATE`: the day on which the case is looked at.
    AsOf(AsOf),
    /// `chosen OUTCOME = VALUE`: what the authority chose.
    Chosen(Chosen),
    /// `holidays …` or `workdays …`.
    Days(Days),
    /// `log STEP on DATE …`.
    Log(LogLine),
    /// `past OUTCOME = VALUE on DATE`.
    Past(Past),
    /// A piece that could not be read; a diagnostic says why.
    Unreadable(Place),
}

impl TestEntry {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Given(given) => given.place.0,
            Self::Expect(expect) => expect.place.0,
            Self::AsOf(as_of) => as_of.place.0,
            Self::Chosen(chosen) => chosen.place.0,
            Self::Days(days) => days.place.0,
            Self::Log(line) => line.place.0,
            Self::Past(past) => past.place.0,
            Self::Unreadable(place) => place.0,
        }
    }
}

/// `given a = 1, b = 2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The facts.
    pub assignments: Vec<Assignment>,
    /// Where it stands.
    pub place: Place,
}

/// `a = 1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The fact.
    pub fact: Reference,
    /// Its value.
    pub value: Value,
}

/// `expect …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The outcome it speaks of; any or all where `None`.
    pub outcome: Option<Reference>,
    /// What is expected.
    pub kind: Expectation,
    /// Where it stands.
    pub place: Place,
}

/// What a test expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// `sanction ∈ <a, b> or none`.
    Permits(Permitted, NoMeasure),
    /// `sanction exempt` and the like.
    Status(ExpectedStatus),
    /// `cites 3(1)`: at least these fired.
    Cites(Vec<Citation>),
    /// `asks f`: at least these are asked.
    Asks(Vec<Reference>),
    /// `adjusted by 6`.
    AdjustedBy(Vec<Citation>),
    /// `exempted by 5`.
    ExemptedBy(Vec<Citation>),
    /// `decided by desk`.
    Power(PowerVerb, Vec<Name>),
    /// `duty answer_complaint breached`.
    Duty(Name, ExpectedDuty),
    /// `step decide late by 3 days`.
    Step(Name, ExpectedStep),
    /// `bars promotion until 2025-01-01`, `not bars promotion`.
    Effect(ExpectedEffect),
}

/// What a test expects of a duty, a prohibition or a right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpectedDuty {
    /// `fulfilled`.
    Fulfilled,
    /// `breached`.
    Breached,
    /// `pending`, or `pending until DATE`.
    Pending(Option<Literal>),
    /// `not applicable`.
    NotApplicable,
    /// `undetermined`.
    Undetermined,
}

/// What a test expects of a step in the log of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpectedStep {
    /// `done`: taken, and nothing is wrong with it.
    Done,
    /// `late`, or `late by 3 days`: taken or still to be taken after its deadline.
    Late(Option<Literal>),
    /// `out of order`: taken before a step that it has to follow.
    OutOfOrder,
    /// `missing`: left out, though a later step was taken.
    Missing,
    /// `due`, or `due DATE`: the next to be taken, by that day where it has a deadline.
    Due(Option<Literal>),
    /// `waiting`: for an earlier step.
    Waiting,
    /// `wrong actor`.
    WrongActor,
    /// `quorum not met`.
    QuorumNotMet,
    /// `checks missing`.
    ChecksMissing,
    /// `consent missing`.
    ConsentMissing,
    /// `passed to BODY`: another level has to take it now.
    PassedTo(Name),
    /// `not applicable`.
    NotApplicable,
    /// `undetermined`: whether it applies depends on facts that are not known.
    Undetermined,
}

/// What a test expects of lasting effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedEffect {
    /// Whether it is expected to last (`bars`, `brings`), or not to (`not bars`).
    pub lasting: Lasting,
    /// What kind of effect.
    pub verb: super::EffectVerb,
    /// What is barred or brought about.
    pub name: Name,
    /// The last day on which it lasts, where the test says.
    pub until: Option<Literal>,
}

/// Whether an effect is expected to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// It lasts.
    Yes,
    /// It does not, or no more.
    No,
}

/// `as of DATE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub date: Literal,
    /// Where it stands.
    pub place: Place,
}

/// `chosen OUTCOME = VALUE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The outcome.
    pub outcome: Reference,
    /// What was chosen: one value, or none.
    pub value: Permitted,
    /// Where it stands.
    pub place: Place,
}

/// `holidays 2024-05-01 .. 2024-05-05, 2024-06-10` or `workdays 2024-04-28`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// Whether they are days off, or days on which work is done though the week says otherwise.
    pub kind: DayKind,
    /// First and last day of each period; one day where there is no last.
    pub days: Vec<(Literal, Option<Literal>)>,
    /// Where it stands.
    pub place: Place,
}

/// What a calendar says of a day against the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A day off.
    Off,
    /// A working day, though a Saturday or Sunday.
    Working,
}

/// `log STEP on DATE by BODY present 2 checks <a, b> consent of reporter reason "…"`, or `log right RIGHT on DATE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// A step, or a right that was granted.
    pub event: LogEvent,
    /// When.
    pub on: Literal,
    /// Who acted.
    pub by: Vec<Name>,
    /// How many took part, and where that stands.
    pub present: Option<(u32, Place)>,
    /// The checks that were made.
    pub checks: Vec<Name>,
    /// Who agreed.
    pub consent: Vec<Name>,
    /// Why the usual order was left.
    pub reason: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// What a line of a log speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogEvent {
    /// A step that was taken.
    Step(Name),
    /// A right that was granted.
    Right(Name),
}

/// `past OUTCOME = VALUE on DATE`: an earlier decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The outcome that was decided.
    pub outcome: Reference,
    /// What was imposed.
    pub value: Value,
    /// When.
    pub on: Literal,
    /// Where it stands.
    pub place: Place,
}

/// Whether "no measure" is expected to be permitted too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMeasure {
    /// `or none`.
    Permitted,
    /// Not written.
    Excluded,
}

/// A status that a test can expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedStatus {
    /// `exempt`.
    Exempt,
    /// `not addressed`.
    NotAddressed,
    /// `undetermined`.
    Undetermined,
    /// `conflict`.
    Conflict,
    /// `out of scope`.
    OutOfScope,
    /// `weighed`: mitigation and aggravation meet.
    Weighed,
}

/// What a body does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerVerb {
    /// `decided by`.
    Decided,
    /// `approved by`.
    Approved,
    /// `enforced by`.
    Enforced,
}
