//! What stands above the articles.

use super::{Citation, Expr, Label, Literal, Name, Reference, Text, Value};
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
    /// `dated by FACT`: the day that says which version of the policy judges a case; as often as written.
    pub dated_by: Vec<Reference>,
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

/// `use "shared/bodies.policy"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseDecl {
    /// The file whose declarations are shared, relative to the file that says so.
    pub path: Text,
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
    /// `list of RECORD` 列表.
    List(Name),
}

/// `record NAME { field: type, … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDecl {
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
    /// What each record of a list says.
    pub fields: Vec<FieldDecl>,
    /// Where it stands.
    pub place: Place,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDecl {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub type_ref: TypeRef,
    /// Labels.
    pub labels: Vec<Label>,
    /// Where it stands.
    pub place: Place,
}

/// `param NAME = VALUE from DATE, VALUE from DATE`: a value that changes without rewriting a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParamDecl {
    /// Its name.
    pub name: Name,
    /// Its values.
    pub versions: Vec<ParamVersion>,
    /// Labels.
    pub labels: Vec<Label>,
    /// Where it stands.
    pub place: Place,
}

/// One value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParamVersion {
    /// The value.
    pub value: Value,
    /// The first day on which it holds; `None` for a value that has always held.
    pub from: Option<Literal>,
    /// Where it stands.
    pub place: Place,
}

/// `reading NAME { a "…", b "…" } prefer a`: an ambiguity of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingDecl {
    /// Its name.
    pub name: Name,
    /// Labels.
    pub labels: Vec<Label>,
    /// The ways to read it.
    pub options: Vec<Member>,
    /// The reading that holds unless another is chosen.
    pub prefer: Option<Name>,
    /// Where it stands.
    pub place: Place,
}

/// A fact of the case or of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactDecl {
    /// Its name.
    pub name: Name,
    /// The role it belongs to; the case where `None`.
    pub of: Option<Name>,
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
    /// The role it belongs to; the case where `None`.
    pub of: Option<Name>,
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
    /// The role it belongs to; the case where `None`.
    pub of: Option<Name>,
    /// Its type.
    pub type_ref: TypeRef,
    /// How rules combine, as often as written.
    pub combine: Vec<(Combination, Place)>,
    /// Labels.
    pub labels: Vec<Label>,
    /// Where it stands.
    pub place: Place,
}
