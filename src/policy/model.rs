//! The checked policy: names are ids, types are known, clauses are attached, the order of evaluation is fixed.

use super::ids::{BodyId, ClauseId, DefineId, EnumerationId, FactId, MemberIndex, OutcomeId, RuleId, UnitGroup};
use super::permitted::PermittedSet;
use super::value::{Type, Unit, Value};
use crate::diagnostic::Language;
use crate::source::Span;
use crate::syntax::ClausePath;
use crate::syntax::ast::{Adjustment, Combination, Comparison, Mode, Polarity, Sign};

/// Labels for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    pub(crate) any: Option<String>,
    pub(crate) english: Option<String>,
    pub(crate) chinese: Option<String>,
}

impl Labels {
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

/// A fact of the case.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// Its type.
    pub kind: Type,
    /// What it is where the case does not say; unknown where `None`.
    pub default: Option<Value>,
    /// Who decides it, where it is a judgement.
    pub judgement: Option<Judgement>,
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
    pub judge: Option<BodyId>,
    /// By what measure.
    pub criterion: Option<String>,
}

/// A named expression.
#[derive(Clone, Debug)]
pub struct Define {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// What it stands for. It mentions only defines that come earlier in the order of evaluation.
    pub value: Expr,
}

/// A checked expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// The type of its value.
    pub value_type: Type,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of checked expressions.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A constant.
    Constant(Value),
    /// A fact.
    Fact(FactId),
    /// A define.
    Define(DefineId),
    /// `not a`.
    Not(Box<Expr>),
    /// `a and b …`.
    And(Vec<Expr>),
    /// `a or b …`.
    Or(Vec<Expr>),
    /// `a implies b`.
    Implies(Box<Expr>, Box<Expr>),
    /// `a ≥ b`.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// `a ∈ <…>`, values sorted.
    Among(Polarity, Box<Expr>, Vec<Value>),
    /// `a ∈ from .. to`, ends included.
    Between(Polarity, Box<Expr>, Value, Value),
    /// `a + b − c`.
    Sum(Vec<(Sign, Expr)>),
    /// `a × b`.
    Product(Vec<Expr>),
    /// `− a`.
    Negative(Box<Expr>),
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
    /// Where its number stands.
    pub span: Span,
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

/// An outcome that rules decide.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its name.
    pub name: String,
    /// Its labels.
    pub labels: Labels,
    /// The scale or enum of its values.
    pub values: EnumerationId,
    /// How the sets of several rules become one.
    pub combination: Combination,
    /// The rules that contribute to it, in the order of the text.
    pub rules: Vec<RuleId>,
    /// Its exemptions.
    pub exemptions: Vec<Exemption>,
    /// Its adjustments.
    pub adjustments: Vec<AdjustmentRule>,
    /// Who decides which of its values.
    pub deciders: Vec<Decider>,
    /// Who enforces which of its values.
    pub enforcers: Vec<Enforcer>,
}

/// When a [`Rule`] fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// Where its condition holds.
    Plain,
    /// Where its condition holds and no plain rule of the outcome fires.
    Otherwise,
}

/// What one rule contributes to one outcome.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// When it fires.
    pub kind: RuleKind,
    /// When it fires; always where `None`.
    pub condition: Option<Expr>,
    /// The outcome.
    pub outcome: OutcomeId,
    /// What it permits.
    pub permitted: PermittedSet,
    /// The rules of the same outcome whose contribution it drops where it fires.
    pub overrides: Vec<RuleId>,
    /// Where it stands.
    pub span: Span,
}

/// `exempt OUTCOME if C`.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// The rules whose contribution it drops; the whole outcome where `None`.
    pub from: Option<Vec<RuleId>>,
    /// When.
    pub condition: Expr,
}

/// `adjust OUTCOME by …`.
#[derive(Clone, Debug)]
pub struct AdjustmentRule {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// Whether the set may also stay as it is.
    pub mode: Mode,
    /// What may be done, all in one direction.
    pub adjustments: Vec<Adjustment>,
    /// When.
    pub condition: Expr,
}

/// Who decides some values of an outcome.
#[derive(Clone, Debug)]
pub struct Decider {
    /// The clause that says so.
    pub clause: ClauseId,
    /// The values; all where `None`.
    pub values: Option<Vec<MemberIndex>>,
    /// Who decides.
    pub bodies: Vec<BodyId>,
    /// Whether they decide together.
    pub jointly: crate::syntax::ast::Jointly,
    /// Who has to approve.
    pub approved_by: Vec<BodyId>,
}

/// Who enforces some values of an outcome.
#[derive(Clone, Debug)]
pub struct Enforcer {
    /// The values; all where `None`.
    pub values: Option<Vec<MemberIndex>>,
    /// Who enforces.
    pub bodies: Vec<BodyId>,
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
    Excludes(Vec<MemberIndex>),
    /// Nothing lighter is permitted.
    AtLeast(MemberIndex),
    /// Nothing heavier is permitted.
    AtMost(MemberIndex),
    /// Nothing else is permitted.
    Within(PermittedSet),
}

/// A `test` block.
#[derive(Clone, Debug)]
pub struct Test {
    /// What it shows.
    pub name: String,
    /// Its facts.
    pub given: Vec<(FactId, Value)>,
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
    /// At least these facts are asked.
    Asks(Vec<FactId>),
    /// At least these clauses adjusted the result.
    AdjustedBy(Vec<ClauseId>),
    /// At least these clauses exempted.
    ExemptedBy(Vec<ClauseId>),
    /// Exactly these bodies decide, approve or enforce.
    Power(crate::syntax::ast::PowerVerb, Vec<BodyId>),
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
