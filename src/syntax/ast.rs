//! The tree of what the author wrote, whole: every node with its place, comments beside it.
//!
//! Only the parser builds it; only the formatter and the resolver read it. Names are text here, nothing is looked up.
//! `==` on trees ignores places (see [`Place`]) and compares what was said.

use super::clause::ClausePath;
use crate::source::{Place, SourceId, Span};
use rust_decimal::Decimal;

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
    /// `fact NAME: TYPE`.
    Fact(FactDecl),
    /// `judgement NAME: TYPE`.
    Judgement(JudgementDecl),
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
    /// A rule outside any article.
    Statement(Statement),
}

impl Item {
    /// Where it stands, from its first token to its last.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Policy(decl) => decl.place.0,
            Self::Outline(decl) => decl.place.0,
            Self::Scale(decl) | Self::Enum(decl) => decl.place.0,
            Self::Body(decl) | Self::Role(decl) => decl.place.0,
            Self::Fact(decl) => decl.place.0,
            Self::Judgement(decl) => decl.place.0,
            Self::Define(decl) => decl.place.0,
            Self::Assume(decl) => decl.place.0,
            Self::Outcome(decl) => decl.place.0,
            Self::Article(decl) => decl.place.0,
            Self::Test(decl) => decl.place.0,
            Self::Statement(statement) => statement.span(),
        }
    }
}

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

/// An article of the regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its number.
    pub number: u32,
    /// Where its head (`article 3`) stands.
    pub head: Place,
    /// Labels.
    pub labels: Vec<Label>,
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

/// `(1) …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedItem {
    /// Its number.
    pub number: u32,
    /// Where the number stands.
    pub head: Place,
    /// Labels.
    pub labels: Vec<Label>,
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
    pub outcome: Name,
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
    pub outcome: Name,
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
    pub outcome: Name,
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
    pub outcome: Name,
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
    pub outcome: Name,
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
    RisesWith(Name),
    /// `ignores FACT`.
    Ignores(Name),
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

/// A condition or a value computed from facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub place: Place,
}

impl Expr {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.place.0
    }
}

/// The kinds of expressions. Chains of one operator are flat lists, so that long chains need no deep recursion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// A fact, a define or a member.
    Name(String),
    /// A literal.
    Literal(Literal),
    /// `( … )`, kept for the formatter and for messages.
    Parenthesised(Box<Expr>),
    /// `not …`.
    Not(Box<Expr>),
    /// `a and b and c`.
    And(Vec<Expr>),
    /// `a or b or c`.
    Or(Vec<Expr>),
    /// `a implies b`.
    Implies(Box<Expr>, Box<Expr>),
    /// `a ≥ b`.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// `a ∈ <…>`, `a ∉ <…>`.
    Membership(Polarity, Box<Expr>, Permitted),
    /// `a + b − c`: the first operand, then each with its sign.
    Sum(Vec<(Sign, Expr)>),
    /// `a * b`.
    Product(Vec<Expr>),
    /// `- a`.
    Negative(Box<Expr>),
}

/// Whether a membership is asserted or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// `∈`.
    In,
    /// `∉`.
    NotIn,
}

/// The sign of an operand in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Added.
    Plus,
    /// Subtracted.
    Minus,
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`.
    Equal,
    /// `≠`.
    NotEqual,
    /// `<`.
    Less,
    /// `≤`.
    LessEqual,
    /// `>`.
    Greater,
    /// `≥`.
    GreaterEqual,
}

/// A literal or a name, where a value is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A literal.
    Literal(Literal),
    /// A member (or, where the type allows it, a define).
    Name(Name),
}

impl Value {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Literal(literal) => literal.place.0,
            Self::Name(name) => name.span(),
        }
    }
}

/// A literal as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// What it is.
    pub kind: LiteralKind,
    /// Where it stands.
    pub place: Place,
}

/// The kinds of literals. Numbers keep their digits after the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiteralKind {
    /// `true` 是, `false` 否.
    Bool(bool),
    /// A whole number in the range of `i64`.
    Int(i64),
    /// A number with a point.
    Decimal(Decimal),
    /// An amount.
    Money(Decimal, String),
    /// A day of the calendar.
    Date(jiff::civil::Date),
    /// A period.
    Duration(i64, DurationUnit),
}

/// Units of periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DurationUnit {
    /// Calendar days.
    Days,
    /// Working days.
    WorkingDays,
    /// Months.
    Months,
    /// Years.
    Years,
}

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
    pub fact: Name,
    /// Its value.
    pub value: Value,
}

/// `expect …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The outcome it speaks of; any or all where `None`.
    pub outcome: Option<Name>,
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
    Asks(Vec<Name>),
    /// `adjusted by 6`.
    AdjustedBy(Vec<Citation>),
    /// `exempted by 5`.
    ExemptedBy(Vec<Citation>),
    /// `decided by desk`.
    Power(PowerVerb, Vec<Name>),
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
