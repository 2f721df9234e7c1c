//! What a regulation says beyond sanctions: duties, procedure, lasting effects, contents of measures.

use super::{Expr, Labels, OutcomeTest, Party};
use crate::policy::ids::{BodyId, ClauseId, FactId, MemberIndex, OutcomeId, ProcedureId, RuleId, StepIndex};
use crate::source::Span;
use crate::syntax::ast::{DutyKind, EffectVerb, Jointly, Mode, StepOrder};

/// A duty, a prohibition or a right.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Which of the three.
    pub kind: DutyKind,
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// Who bears it, or has the right.
    pub bearer: Option<Party>,
    /// In which cases; in all where `None`. Holds only while the clause is in force.
    pub when: Option<Expr>,
    /// What fulfils it (of a prohibition: that the act was not done). `None` for a right that only the log can show.
    pub must: Option<Expr>,
    /// The last day to fulfil it, where it has the form `… within PERIOD after DAY`.
    pub due: Option<Expr>,
    /// The steps before which a right must have been granted.
    pub before: Vec<(ProcedureId, StepIndex)>,
    /// The rules that its breach fires.
    pub consequences: Vec<RuleId>,
    /// Where its name stands.
    pub span: Span,
}

/// A procedure: steps in a partial order.
#[derive(Clone, Debug)]
pub struct Procedure {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// The first clause that speaks of it.
    pub clause: ClauseId,
    /// Its steps, in the order of the text.
    pub steps: Vec<Step>,
    /// Its steps in an order in which each comes after those it follows.
    pub order: Vec<StepIndex>,
    /// Who takes a step that is not taken; of one step from the nearest level.
    pub escalations: Vec<Escalation>,
    /// Where its name stands.
    pub span: Span,
}

/// A step of a [`Procedure`].
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// Whether it must or may be taken.
    pub mode: Mode,
    /// The clauses that speak of it.
    pub clauses: Vec<ClauseId>,
    /// Who takes it; the source does not say where empty.
    pub actors: Vec<Party>,
    /// Whether all of them take it together, or any of them.
    pub jointly: Jointly,
    /// The steps that it follows.
    pub after: Vec<(StepIndex, StepOrder)>,
    /// What has to be checked in it.
    pub checks: Vec<Check>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// How many have to take part.
    pub quorum: Option<u32>,
    /// Who has to agree.
    pub consent: Vec<Party>,
    /// In which cases it is part of the procedure; in all where `None`.
    pub when: Option<Expr>,
    /// Where its name stands.
    pub span: Span,
}

/// Something that a [`Step`] has to check.
#[derive(Clone, Debug)]
pub struct Check {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// The clause that says so.
    pub clause: ClauseId,
}

/// The deadline of a [`Step`].
#[derive(Clone, Debug)]
pub struct Deadline {
    /// How long: a duration.
    pub period: Expr,
    /// What it is counted from.
    pub from: DeadlineStart,
    /// The clause that says so.
    pub clause: ClauseId,
}

/// What a [`Deadline`] is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineStart {
    /// The day on which a step was taken.
    Step(StepIndex),
    /// The day that a fact gives.
    Fact(FactId),
}

/// Who takes a step that is not taken in time.
#[derive(Clone, Debug)]
pub struct Escalation {
    /// The step.
    pub step: StepIndex,
    /// Who takes it then.
    pub to: BodyId,
    /// How long after its deadline (or, without one, after it could be taken), or after the level before got it.
    pub after: Expr,
    /// The clause that says so.
    pub clause: ClauseId,
}

/// What follows from a decision for a time, or for good.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// The outcome.
    pub outcome: OutcomeId,
    /// Which of its values.
    pub test: OutcomeTest,
    /// Whether something is barred or brought about.
    pub verb: EffectVerb,
    /// What. Effects with one verb and name are of one kind.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// For how long: a duration; for good where `None`.
    pub period: Option<Expr>,
    /// Where it stands.
    pub span: Span,
}

/// `effects of one kind add up to at most PERIOD`.
#[derive(Clone, Debug)]
pub struct EffectCap {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// The most that may still lie ahead, counted from the latest decision: a duration.
    pub period: Expr,
}

/// What a value of an outcome consists of.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// The value.
    pub value: MemberIndex,
    /// Its parts.
    pub parts: Vec<ContentPart>,
}

/// A part of a measure.
#[derive(Clone, Debug)]
pub struct ContentPart {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// In which cases it is part of the measure; always where `None`.
    pub condition: Option<Expr>,
}

/// Bodies of which each answers to the next.
#[derive(Clone, Debug)]
pub struct Hierarchy {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// The bodies, from the lowest level.
    pub levels: Vec<BodyId>,
}
