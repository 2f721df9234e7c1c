//! The tree of what the author wrote, whole: every node with its place, comments beside it.
//!
//! Only the parser builds it; only the formatter and the resolver read it. Names are text here, nothing is looked up.
//! `==` on trees ignores places (see [`Place`]) and compares what was said.

mod clauses;
mod declarations;
mod domain;
mod expressions;
mod shift;
mod tests;

pub use clauses::*;
pub use declarations::*;
pub use domain::*;
pub use expressions::*;
pub(super) use shift::{Movable, Shift};
pub use tests::*;

use crate::source::{Place, SourceId, Span};

/// One parsed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ast {
    /// The text it was read from.
    pub source: SourceId,
    /// What the file says, in order. Pieces that could not be read are left out; a diagnostic names each.
    pub items: Vec<Item>,
    /// All comments, in order.
    pub comments: Vec<Comment>,
}

/// A comment with its marks: `-- …` or `{- … -}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The comment as written, without trailing blanks.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A name as written, in NFC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl Name {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.place.0
    }
}

/// A name as it is used: `careless`, or `careless of driver` where it belongs to a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What is named.
    pub name: Name,
    /// The role it belongs to.
    pub of: Option<Name>,
    /// Where it stands.
    pub place: Place,
}

impl Reference {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.place.0
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.of {
            Some(of) => write!(f, "{} of {}", self.name.text, of.text),
            None => f.write_str(&self.name.text),
        }
    }
}

/// Text in quotes with its escapes resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub value: String,
    /// Where it stands, quotes included.
    pub place: Place,
}

/// The language a label is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelLanguage {
    /// No language given: shown in every language that has no label of its own.
    Any,
    /// `en "…"`.
    English,
    /// `zh "…"`.
    Chinese,
}

/// A label for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The language it is in.
    pub language: LabelLanguage,
    /// What it says.
    pub text: Text,
}

/// Something that stands at the top of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// `policy NAME …`.
    Policy(PolicyDecl),
    /// `use "…"`.
    Use(UseDecl),
    /// `outline { … }`.
    Outline(OutlineDecl),
    /// `scale NAME { a < b }`.
    Scale(EnumerationDecl),
    /// `enum NAME { a, b }`.
    Enum(EnumerationDecl),
    /// `body NAME`.
    Body(LabelledDecl),
    /// `role NAME`.
    Role(LabelledDecl),
    /// `record NAME { field: type }`.
    Record(RecordDecl),
    /// `fact NAME: TYPE`.
    Fact(FactDecl),
    /// `judgement NAME: TYPE`.
    Judgement(JudgementDecl),
    /// `param NAME = VALUE from DATE`.
    Param(ParamDecl),
    /// `reading NAME { a "…", b "…" } prefer a`.
    Reading(ReadingDecl),
    /// `define NAME = EXPR`.
    Define(DefineDecl),
    /// `assume EXPR`.
    Assume(AssumeDecl),
    /// `outcome NAME: TYPE combine …`.
    Outcome(OutcomeDecl),
    /// `article N { … }`.
    Article(Article),
    /// `test "…" { … }`.
    Test(TestDecl),
    /// `allow CODE "why"` for the whole file.
    Allow(Allow),
    /// A rule outside any article.
    Statement(Statement),
}

impl Item {
    /// Where it stands, from its first token to its last.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Policy(decl) => decl.place.0,
            Self::Use(decl) => decl.place.0,
            Self::Outline(decl) => decl.place.0,
            Self::Scale(decl) | Self::Enum(decl) => decl.place.0,
            Self::Body(decl) | Self::Role(decl) => decl.place.0,
            Self::Fact(decl) => decl.place.0,
            Self::Judgement(decl) => decl.place.0,
            Self::Record(decl) => decl.place.0,
            Self::Param(decl) => decl.place.0,
            Self::Reading(decl) => decl.place.0,
            Self::Define(decl) => decl.place.0,
            Self::Assume(decl) => decl.place.0,
            Self::Outcome(decl) => decl.place.0,
            Self::Article(decl) => decl.place.0,
            Self::Test(decl) => decl.place.0,
            Self::Allow(allow) => allow.place.0,
            Self::Statement(statement) => statement.span(),
        }
    }
}
