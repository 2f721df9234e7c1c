//! Articles, items and what they say.

use super::{
    Contents, Duty, Effect, EffectCap, Expr, Hierarchy, InForce, Label, Name, Procedure, Reference, Text, Value,
};
use crate::source::{Place, Span};
use crate::syntax::clause::ClausePath;

/// An article of the regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its number.
    pub number: u32,
    /// Where its head (`article 3`) stands.
    pub head: Place,
    /// Labels.
    pub labels: Vec<Label>,
    /// When this version of it is in force, as often as written.
    pub in_force: Vec<InForce>,
    /// What it says.
    pub body: Vec<Clause>,
    /// Whether the body stands in braces; only `not modelled` and `missing` may stand without.
    pub braces: Braces,
    /// Where it stands.
    pub place: Place,
}

/// Whether clauses stand in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Braces {
    /// `{ … }`.
    Present,
    /// Directly behind their number.
    Absent,
}

/// What stands in an article or an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// A numbered item with its own clauses.
    Numbered(NumberedItem),
    /// A rule or the like.
    Statement(Statement),
    /// `not modelled "why"`.
    NotModelled(Remark),
    /// `missing "what"`.
    Missing(Remark),
    /// `allow CODE "why"`.
    Allow(Allow),
    /// A piece that could not be read; a diagnostic says why.
    Unreadable(Place),
}

impl Clause {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Numbered(item) => item.place.0,
            Self::Statement(statement) => statement.span(),
            Self::NotModelled(remark) | Self::Missing(remark) => remark.place.0,
            Self::Allow(allow) => allow.place.0,
            Self::Unreadable(place) => place.0,
        }
    }
}

/// `not modelled "why"` or `missing "what"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The reason, or what is missing.
    pub text: Text,
    /// Where it stands.
    pub place: Place,
}

/// `allow CODE "why"`: a finding that the author answers for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The code, as written.
    pub code: Name,
    /// Why.
    pub reason: Text,
    /// What has to go so that nothing is left of it: its whole lines where it stands there alone. `None` where a
    /// comment inside would go with it.
    pub whole: Option<Place>,
    /// Where it stands.
    pub place: Place,
}

/// `(1) …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedItem {
    /// Its number.
    pub number: u32,
    /// Where the number stands.
    pub head: Place,
    /// Labels.
    pub labels: Vec<Label>,
    /// When this version of it is in force, as often as written.
    pub in_force: Vec<InForce>,
    /// What it says.
    pub body: Vec<Clause>,
    /// Whether the body stands in braces.
    pub braces: Braces,
    /// Where it stands.
    pub place: Place,
}

/// A clause named by its number: `8(1)2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Article and item numbers.
    pub path: ClausePath,
    /// Where it stands.
    pub place: Place,
}

/// What an article does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// `if C then …`, or `… if C`.
    Rule(Rule),
    /// `otherwise …`.
    Otherwise(Otherwise),
    /// `exempt …`.
    Exempt(Exempt),
    /// `adjust …`.
    Adjust(Adjust),
    /// `applies when …`.
    Applies(Applies),
    /// `authority for …`.
    Authority(Authority),
    /// `ensure …`.
    Ensure(Ensure),
    /// `duty …`, `forbid …`, `right …`.
    Duty(Duty),
    /// `procedure …`.
    Procedure(Procedure),
    /// `effect of …`.
    Effect(Effect),
    /// `effects of one kind add up to at most …`.
    EffectCap(EffectCap),
    /// `contents of …`.
    Contents(Contents),
    /// `hierarchy …`.
    Hierarchy(Hierarchy),
}

impl Statement {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Rule(rule) => rule.place.0,
            Self::Otherwise(otherwise) => otherwise.place.0,
            Self::Exempt(exempt) => exempt.place.0,
            Self::Adjust(adjust) => adjust.place.0,
            Self::Applies(applies) => applies.place.0,
            Self::Authority(authority) => authority.place.0,
            Self::Ensure(ensure) => ensure.place.0,
            Self::Duty(duty) => duty.place.0,
            Self::Procedure(procedure) => procedure.place.0,
            Self::Effect(effect) => effect.place.0,
            Self::EffectCap(cap) => cap.place.0,
            Self::Contents(contents) => contents.place.0,
            Self::Hierarchy(hierarchy) => hierarchy.place.0,
        }
    }
}

/// Which half of a rule is written first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleOrder {
    /// `if C then sanction = x`.
    ConditionFirst,
    /// `sanction = x if C`.
    ConsequenceFirst,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which half is written first.
    pub order: RuleOrder,
    /// When it fires.
    pub condition: Condition,
    /// What it permits.
    pub consequences: Vec<Consequence>,
    /// The clauses whose contribution it drops where it fires.
    pub overriding: Vec<Citation>,
    /// Where it stands.
    pub place: Place,
}

/// `otherwise if C then …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// When it may fire; always where `None`.
    pub condition: Option<Condition>,
    /// What it permits.
    pub consequences: Vec<Consequence>,
    /// Where it stands.
    pub place: Place,
}

/// When something holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A single condition.
    Single(Expr),
    /// `any { (1) … (2) … }`: each item is a clause of its own.
    Any(AnyGroup),
}

/// `any { (1) … (2) … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyGroup {
    /// The numbered conditions.
    pub items: Vec<AnyItem>,
    /// Where it stands.
    pub place: Place,
}

/// One numbered condition of an `any` group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyItem {
    /// Its number.
    pub number: u32,
    /// Where the number stands.
    pub head: Place,
    /// Labels.
    pub labels: Vec<Label>,
    /// The condition.
    pub condition: Expr,
}

/// Whether a measure must or may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// 应当: one of the values.
    Must,
    /// 可以: one of the values, or none.
    May,
}

/// `may sanction ∈ <a, b>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// Whether no measure is permitted too.
    pub mode: Mode,
    /// The outcome.
    pub outcome: Reference,
    /// What is permitted.
    pub permitted: Permitted,
    /// Where it stands.
    pub place: Place,
}

/// What a consequence, a membership or an expectation lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permitted {
    /// `= none`.
    None(Place),
    /// `= value`.
    One(Value),
    /// `∈ <a, b>`.
    Set(ValueSet),
    /// `∈ a .. b`.
    Range(ValueRange),
}

/// `<a, b>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueSet {
    /// The values, as written.
    pub values: Vec<Value>,
    /// Where it stands.
    pub place: Place,
}

/// `a .. b`, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueRange {
    /// Lower end.
    pub from: Value,
    /// Upper end.
    pub to: Value,
    /// Where it stands.
    pub place: Place,
}

/// `exempt OUTCOME from 7, 8(2) if C`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exempt {
    /// The outcome.
    pub outcome: Reference,
    /// The clauses that are excused; the whole outcome where `None`.
    pub from: Option<Vec<Citation>>,
    /// When.
    pub condition: Condition,
    /// Where it stands.
    pub place: Place,
}

/// The operations on the combined set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment {
    /// 从轻.
    Lighten,
    /// 减轻.
    Reduce,
    /// 免予.
    Waive,
    /// 从重.
    Aggravate,
    /// 加重.
    Exceed,
}

/// `adjust OUTCOME by may lighten or reduce if C`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjust {
    /// The outcome.
    pub outcome: Reference,
    /// Whether the set may also stay as it is.
    pub mode: Mode,
    /// What may be done.
    pub adjustments: Vec<(Adjustment, Place)>,
    /// When.
    pub condition: Condition,
    /// Where it stands.
    pub place: Place,
}

/// `applies when C`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applies {
    /// The scope.
    pub condition: Condition,
    /// Where it stands.
    pub place: Place,
}

/// `authority for OUTCOME { … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The outcome.
    pub outcome: Reference,
    /// Who does what.
    pub powers: Vec<Power>,
    /// Where it stands.
    pub place: Place,
}

/// One line of an authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Power {
    /// The values it speaks of; all where `None`.
    pub values: Option<ValueSet>,
    /// Who does what with them.
    pub kind: PowerKind,
    /// Where it stands.
    pub place: Place,
}

/// Deciding or enforcing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PowerKind {
    /// `decided by …`.
    Decided {
        /// Together, or each alone.
        jointly: Jointly,
        /// Who.
        bodies: Vec<Name>,
        /// Who has to approve.
        approved_by: Vec<Name>,
    },
    /// `enforced by …`.
    Enforced {
        /// Who.
        bodies: Vec<Name>,
    },
}

/// Whether several bodies decide together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jointly {
    /// All together.
    Together,
    /// Any of them.
    Separately,
}

/// `ensure OUTCOME PROPERTY when C`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ensure {
    /// The outcome.
    pub outcome: Reference,
    /// What is claimed.
    pub property: Property,
    /// For which cases.
    pub when: Option<Expr>,
    /// Where it stands.
    pub place: Place,
}

/// What an `ensure` claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Property {
    /// `rises with FACT`.
    RisesWith(Reference),
    /// `ignores FACT`.
    Ignores(Reference),
    /// `is addressed`.
    IsAddressed,
    /// `excludes v` or `excludes <a, b>`.
    Excludes(Permitted),
    /// `≥ v`.
    AtLeast(Value),
    /// `≤ v`.
    AtMost(Value),
    /// `= v` or `∈ <a, b>`.
    Within(Permitted),
}
