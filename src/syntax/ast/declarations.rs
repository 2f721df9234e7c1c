//! What stands above the articles.

use super::{Citation, Expr, Label, Literal, Name, Text, Value};
use crate::source::Place;

/// The policy's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyDecl {
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
    /// `in force from … until …`, as often as written.
    pub in_force: Vec<InForce>,
    /// Where it stands.
    pub place: Place,
}

/// `in force from DATE until DATE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// First day in force.
    pub from: Option<Literal>,
    /// Last day in force.
    pub until: Option<Literal>,
    /// Where it stands.
    pub place: Place,
}

/// The list of clauses that the regulation contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineDecl {
    /// Its lines.
    pub entries: Vec<OutlineEntry>,
    /// Where it stands.
    pub place: Place,
}

/// `articles 1..9`, `article 4`, `article 3 items 1..3`, `article 5(1) items 1..7`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// The clause whose items are listed; `None` for `articles FROM..TO`.
    pub parent: Option<Citation>,
    /// First and last number; `None` for a single `article N`.
    pub numbers: Option<(u32, u32)>,
    /// Where it stands.
    pub place: Place,
}

/// A scale or an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumerationDecl {
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
    /// Its members; of a scale from light to heavy.
    pub members: Vec<Member>,
    /// Where it stands.
    pub place: Place,
}

/// A member of a scale or an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
}

/// A body or a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelledDecl {
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
    /// Where it stands.
    pub place: Place,
}

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// Which.
    pub kind: TypeRefKind,
    /// Where it stands.
    pub place: Place,
}

/// Which type a [`TypeRef`] names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeRefKind {
    /// `bool` 是否.
    Bool,
    /// `int` 整数.
    Int,
    /// `decimal` 小数.
    Decimal,
    /// `money` 金额.
    Money,
    /// `date` 日期.
    Date,
    /// `duration` 期间.
    Duration,
    /// A declared scale or enum.
    Named(String),
}

/// A fact of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactDecl {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub type_ref: TypeRef,
    /// What it is where the case does not say.
    pub default: Option<Value>,
    /// Labels.
    pub labels: Vec<Label>,
    /// Where it stands.
    pub place: Place,
}

/// A fact that a person decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgementDecl {
    /// The fact that it is.
    pub fact: FactDecl,
    /// Who decides it.
    pub judge: Option<Name>,
    /// By what measure.
    pub criterion: Option<Text>,
}

impl std::ops::Deref for JudgementDecl {
    type Target = FactDecl;
    fn deref(&self) -> &FactDecl {
        &self.fact
    }
}

/// A named expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefineDecl {
    /// Its name.
    pub name: Name,
    /// What it stands for.
    pub value: Expr,
    /// Labels.
    pub labels: Vec<Label>,
    /// Where it stands.
    pub place: Place,
}

/// Which facts cannot occur together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumeDecl {
    /// What holds in every possible case.
    pub condition: Expr,
    /// Where it stands.
    pub place: Place,
}

/// How the sets of several rules become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combination {
    /// 择一重: the values that are not lighter than the heaviest floor.
    Heaviest,
    /// Every value that some rule permits.
    Union,
    /// The values that every rule permits.
    Intersect,
    /// One set only.
    Unique,
    /// All values together.
    Accumulate,
    /// Amounts are added.
    Sum,
}

/// An outcome that rules decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeDecl {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub type_ref: TypeRef,
    /// How rules combine, as often as written.
    pub combine: Vec<(Combination, Place)>,
    /// Labels.
    pub labels: Vec<Label>,
    /// Where it stands.
    pub place: Place,
}
