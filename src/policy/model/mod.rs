//! The checked policy: names are ids, types are known, clauses are attached, the order of evaluation is fixed.

mod allows;
mod domain;
mod expressions;
mod outcomes;
mod tests;

pub use allows::*;
pub use domain::*;
pub use expressions::*;
pub use outcomes::*;
pub use tests::*;

use super::ids::{BodyId, ClauseId, FactId, OutcomeId, RoleId, UnitGroup};
use super::permitted::PermittedSet;
use super::value::{Type, Unit, Value};
use crate::diagnostic::Language;
use crate::source::Span;
use crate::syntax::ClausePath;
use jiff::civil::Date;
use std::fmt;
use std::ops::Deref;

/// The name of a fact, define or outcome: `careless`, or `careless of driver` where it belongs to a role.
///
/// Reads as the whole text; [`QualifiedName::own`] and [`QualifiedName::role`] are its parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QualifiedName {
    text: String,
    own: usize,
}

impl QualifiedName {
    /// A name of the case, or of a role.
    pub(crate) fn new(own: &str, role: Option<&str>) -> Self {
        let text = role.map_or_else(|| own.to_owned(), |role| format!("{own} of {role}"));
        Self { text, own: own.len() }
    }

    /// The name without the role.
    #[must_use]
    pub fn own(&self) -> &str {
        self.text.get(..self.own).unwrap_or(&self.text)
    }

    /// The role it belongs to; `None` where it belongs to the case.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        self.text.get(self.own..).and_then(|rest| rest.strip_prefix(" of "))
    }

    /// The whole name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Deref for QualifiedName {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A span of days, both ends included; open where an end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Period {
    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether two periods have a day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_in_time = |a: &Self, b: &Self| match (a.from, b.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }
}

/// Labels for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    pub(crate) any: Option<String>,
    pub(crate) english: Option<String>,
    pub(crate) chinese: Option<String>,
}

impl Labels {
    /// Takes over what is not labelled yet.
    pub(crate) fn add(&mut self, more: &Self) {
        let add = |own: &mut Option<String>, more: &Option<String>| {
            if own.is_none() {
                own.clone_from(more);
            }
        };
        add(&mut self.any, &more.any);
        add(&mut self.english, &more.english);
        add(&mut self.chinese, &more.chinese);
    }

    /// The label in a language, else the one without a language, else any other.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        let (own, other) = match language {
            Language::English => (&self.english, &self.chinese),
            Language::Chinese => (&self.chinese, &self.english),
        };
        own.as_deref().or(self.any.as_deref()).or(other.as_deref())
    }
}

/// Whether the members of an [`Enumeration`] have an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumerationKind {
    /// A scale, from light to heavy.
    Ordered,
    /// An enum.
    Unordered,
}

/// A scale or an enum.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// Whether its members have an order.
    pub kind: EnumerationKind,
    /// Its members; of a scale from light to heavy.
    pub members: Vec<Member>,
}

/// A member of a scale or an enum.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
}

/// A body that decides, approves or enforces.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
}

/// The role in which a person is part of a case.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
}

/// Who acts, bears a duty or has a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A body.
    Body(BodyId),
    /// Whoever holds a role.
    Role(RoleId),
}

/// What the records of a list say.
#[derive(Clone, Debug)]
pub struct RecordType {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// Its fields, in the order of declaration.
    pub fields: Vec<Field>,
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// Its type; never a list.
    pub kind: Type,
    /// The unit of its amounts or periods, as of a [`Fact`].
    pub unit: Option<UnitClass>,
    /// Where it is declared.
    pub span: Span,
}

/// A value that changes without rewriting a rule.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// The type of all its values.
    pub kind: Type,
    /// Its values, each with the first day on which it holds, from the earliest. Only the first may be without a day.
    pub versions: Vec<(Option<Date>, Value)>,
    /// Where it is declared.
    pub span: Span,
}

impl Param {
    /// The value on a day; `None` before the first one.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Value> {
        let begun = self.versions.iter().rev().find(|(from, _)| from.is_none_or(|from| from <= day));
        begun.map(|(_, value)| value)
    }

    /// The only value, where it never changes.
    #[must_use]
    pub fn constant(&self) -> Option<&Value> {
        match self.versions.as_slice() {
            [(None, value)] => Some(value),
            _ => None,
        }
    }
}

/// A fact of the case or of a role.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name.
    pub name: QualifiedName,
    /// Its labels.
    pub labels: Labels,
    /// Its type.
    pub kind: Type,
    /// What it is where the case does not say; unknown where `None`.
    pub default: Option<Value>,
    /// Who decides it, where it is a judgement.
    pub judgement: Option<Judgement>,
    /// Whether it is a reading of the source, not a fact that could be found out.
    pub is_reading: bool,
    /// The unit of its amounts or periods, and the facts it shares the unit with.
    pub unit: Option<UnitClass>,
    /// Where it is declared.
    pub span: Span,
}

/// The unit of an amount or a period.
#[derive(Clone, Debug)]
pub struct UnitClass {
    /// The facts that are compared with each other.
    pub group: UnitGroup,
    /// The unit that the policy compares them with; open where it compares them only with each other.
    pub unit: Option<Unit>,
}

/// Who decides a judgement, and by what measure.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Who decides it.
    pub judge: Option<Party>,
    /// By what measure.
    pub criterion: Option<String>,
}

/// A named expression.
#[derive(Clone, Debug)]
pub struct Define {
    /// Its name.
    pub name: QualifiedName,
    /// Its labels.
    pub labels: Labels,
    /// What it stands for. It mentions only defines that come earlier in the order of evaluation.
    pub value: Expr,
}

/// A place in the regulation that can be cited.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its number; `None` for a rule outside any article.
    pub path: Option<ClausePath>,
    /// How it is cited: `8(1)`, or `rule 2` for the second rule outside any article.
    pub citation: String,
    /// Its labels.
    pub labels: Labels,
    /// What it holds.
    pub content: ClauseContent,
    /// What the source leaves blank here.
    pub missing: Option<String>,
    /// When this version of it is in force, as far as the clauses above it are; always where empty.
    pub in_force: Vec<Period>,
    /// Where its number stands.
    pub span: Span,
    /// Where all of it stands, from its number to its end.
    pub whole: Span,
}

/// What a clause holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClauseContent {
    /// Statements, or items with statements.
    Encoded,
    /// Nothing, for this reason.
    NotModelled(String),
    /// Nothing: only a hole of the source is recorded.
    Empty,
}

/// Something that every possible case fulfils.
#[derive(Clone, Debug)]
pub struct Assumption {
    /// What.
    pub condition: Expr,
    /// Where it stands.
    pub span: Span,
}

/// What `applies when` says.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// Where it stands, the policy applies.
    pub condition: Expr,
}

/// A property that the policy claims of itself.
#[derive(Clone, Debug)]
pub struct EnsuredProperty {
    /// The clause it stands in.
    pub clause: ClauseId,
    /// The outcome.
    pub outcome: OutcomeId,
    /// What is claimed.
    pub property: PropertyKind,
    /// For which cases.
    pub when: Option<Expr>,
    /// Where it stands.
    pub span: Span,
}

/// What an [`EnsuredProperty`] claims.
#[derive(Clone, Debug)]
pub enum PropertyKind {
    /// One step up on the fact never makes the outcome lighter.
    RisesWith(FactId),
    /// The fact changes nothing.
    Ignores(FactId),
    /// Some rule speaks of it.
    IsAddressed,
    /// None of these values is permitted.
    Excludes(PermittedSet),
    /// Nothing lighter is permitted.
    AtLeast(Value),
    /// Nothing heavier is permitted.
    AtMost(Value),
    /// Nothing else is permitted.
    Within(PermittedSet),
}

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineLine {
    /// The clauses that the regulation contains according to this line.
    pub clauses: Vec<ClausePath>,
    /// Where it stands.
    pub span: Span,
}

/// A declared name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueName {
    /// The name.
    pub text: String,
    /// Where it is declared.
    pub span: Span,
}
