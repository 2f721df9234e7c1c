//! What a regulation says beyond sanctions: duties, procedure, lasting effects, contents of measures, levels.

use super::{
    Comparison, Condition, Consequence, Expr, Jointly, Label, Member, Mode, Name, Permitted, Polarity, Reference, Value,
};
use crate::source::Place;

/// `duty NAME of BEARER { … }`, `forbid …`, `right …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Which of the three.
    pub kind: DutyKind,
    /// Its name.
    pub name: Name,
    /// The body or role that bears the duty, or has the right.
    pub bearer: Option<Name>,
    /// Labels.
    pub labels: Vec<Label>,
    /// What it says.
    pub parts: Vec<DutyPart>,
    /// Where it stands.
    pub place: Place,
}

/// What a [`Duty`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyKind {
    /// Something must be done.
    Duty,
    /// Something must not be done.
    Prohibition,
    /// Something must be granted.
    Right,
}

/// A part of a [`Duty`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyPart {
    /// What it says.
    pub kind: DutyPartKind,
    /// Where it stands.
    pub place: Place,
}

/// What a [`DutyPart`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyPartKind {
    /// `when C`: for which cases.
    When(Condition),
    /// `must C`: what fulfils it.
    Must(Expr),
    /// `act C`: what breaches a prohibition.
    Act(Expr),
    /// `before STEP, STEP`: the steps before which a right must have been granted.
    Before(Vec<Name>),
    /// `on breach sanction = x`.
    OnBreach(Vec<Consequence>),
}

/// `procedure NAME { … }`. The same procedure may be continued in another clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
    /// Its lines.
    pub entries: Vec<ProcedureEntry>,
    /// Where it stands.
    pub place: Place,
}

/// A line of a [`Procedure`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProcedureEntry {
    /// `step NAME …`.
    Step(Step),
    /// `escalate STEP to BODY after 15 days`.
    Escalation(Escalation),
}

/// A step, or more about a step that another clause has named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Whether it must or may be taken.
    pub mode: Mode,
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
    /// What is said of it.
    pub parts: Vec<StepPart>,
    /// Where it stands.
    pub place: Place,
}

/// Something said of a [`Step`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepPart {
    /// What is said.
    pub kind: StepPartKind,
    /// Where it stands.
    pub place: Place,
}

/// What a [`StepPart`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepPartKind {
    /// `by office`, `jointly by <a, b>`: bodies or roles.
    By(Jointly, Vec<Name>),
    /// `after review, hear`; `usually after review` may be departed from with a reason.
    After(StepOrder, Vec<Name>),
    /// `checks <facts_clear "…", evidence_sufficient>`.
    Checks(Vec<Member>),
    /// `within 30 days of investigate`: counted from a step or from a fact.
    Within(Value, Reference),
    /// `quorum 2`.
    Quorum(u32),
    /// `consent of reporter`.
    Consent(Vec<Name>),
    /// `when C`: in which cases it is part of the procedure.
    When(Expr),
}

/// How strictly a step follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepOrder {
    /// Always.
    Strict,
    /// 一般应: unless a reason is given.
    Usual,
}

/// `escalate STEP to BODY after 15 days`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// The step that the level at hand does not take.
    pub step: Name,
    /// Who takes it then; the next level of the hierarchy where `None`.
    pub to: Option<Name>,
    /// How long after its deadline, or after the level before got it.
    pub after: Value,
    /// Where it stands.
    pub place: Place,
}

/// `effect of OUTCOME ≥ VALUE bars promotion for 24 months, brings …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The outcome.
    pub outcome: Reference,
    /// Which of its values.
    pub test: OutcomeTest,
    /// What follows.
    pub items: Vec<EffectItem>,
    /// Where it stands.
    pub place: Place,
}

/// Which values of an outcome are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutcomeTest {
    /// `≥ demotion`.
    Compare(Comparison, Value),
    /// `∈ <a, b>`.
    Membership(Polarity, Permitted),
}

/// One lasting effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectItem {
    /// Whether something is barred or brought about.
    pub verb: EffectVerb,
    /// What, with labels.
    pub what: Member,
    /// For how long; for good where `None`.
    pub period: Option<Value>,
    /// Where it stands.
    pub place: Place,
}

/// What a lasting effect does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EffectVerb {
    /// Something is not allowed while it lasts.
    Bars,
    /// Something holds while it lasts.
    Brings,
}

/// `effects of one kind add up to at most 48 months`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectCap {
    /// The most that may still lie ahead, counted from the latest decision.
    pub period: Value,
    /// Where it stands.
    pub place: Place,
}

/// `contents of OUTCOME = VALUE { a "…", b "…" if C }`: what a measure consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The outcome.
    pub outcome: Reference,
    /// The value.
    pub value: Value,
    /// Its parts.
    pub parts: Vec<ContentPart>,
    /// Where it stands.
    pub place: Place,
}

/// A part of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentPart {
    /// Its name, with labels.
    pub what: Member,
    /// In which cases it is part of the measure; always where `None`.
    pub condition: Option<Expr>,
}

/// `hierarchy office < county < city`: each level answers to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hierarchy {
    /// The bodies, from the lowest level.
    pub levels: Vec<Name>,
    /// Where it stands.
    pub place: Place,
}
