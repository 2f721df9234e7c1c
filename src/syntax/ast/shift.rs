//! Moving a piece of a tree to another place of its text: what was read once is kept when something before it changes.
//!
//! Every construct is listed with all of its fields; the compiler finds one that is missing.

#[allow(clippy::wildcard_imports)] // all constructs are listed below
use super::*;
use crate::diagnostic::{Diagnostic, Fix, Label as DiagnosticLabel, Replacement};
use crate::source::{Place, Span};
use crate::syntax::clause::ClausePath;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// How many bytes to move, forwards or backwards.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Shift(i64);

impl Shift {
    /// From one offset to another.
    pub(in crate::syntax) fn between(from: usize, to: usize) -> Self {
        let offset = |offset: usize| i64::try_from(offset).unwrap_or(i64::MAX);
        Self(offset(to).saturating_sub(offset(from)))
    }

    /// Where an offset is moved to.
    pub(in crate::syntax) fn offset(self, offset: u32) -> u32 {
        let moved = i64::from(offset).saturating_add(self.0).max(0);
        u32::try_from(moved).unwrap_or(u32::MAX)
    }
}

/// Something that has places.
pub(in crate::syntax) trait Movable {
    /// Moves all of them.
    fn shift(&mut self, by: Shift);
}

impl Movable for Span {
    fn shift(&mut self, by: Shift) {
        self.start = by.offset(self.start);
        self.end = by.offset(self.end);
    }
}

impl Movable for Place {
    fn shift(&mut self, by: Shift) {
        self.0.shift(by);
    }
}

impl<T: Movable> Movable for Option<T> {
    fn shift(&mut self, by: Shift) {
        if let Some(inner) = self {
            inner.shift(by);
        }
    }
}

impl<T: Movable> Movable for Box<T> {
    fn shift(&mut self, by: Shift) {
        self.as_mut().shift(by);
    }
}

impl<T: Movable> Movable for Vec<T> {
    fn shift(&mut self, by: Shift) {
        self.iter_mut().for_each(|one| one.shift(by));
    }
}

impl<A: Movable, B: Movable> Movable for (A, B) {
    fn shift(&mut self, by: Shift) {
        self.0.shift(by);
        self.1.shift(by);
    }
}

impl Movable for Diagnostic {
    fn shift(&mut self, by: Shift) {
        let Self {
            code: _,
            span,
            args: _,
            labels,
            help: _,
            fix,
            #[cfg(feature = "json")]
                witness: _,
        } = self;
        span.shift(by);
        labels.shift(by);
        fix.shift(by);
    }
}

impl Movable for DiagnosticLabel {
    fn shift(&mut self, by: Shift) {
        self.span.shift(by);
    }
}

impl Movable for Fix {
    fn shift(&mut self, by: Shift) {
        self.replacements.shift(by);
    }
}

impl Movable for Replacement {
    fn shift(&mut self, by: Shift) {
        self.span.shift(by);
    }
}

/// What has no place.
macro_rules! unmovable {
    ($($kind:ident),* $(,)?) => {
        $(impl Movable for $kind {
            fn shift(&mut self, _: Shift) {}
        })*
    };
}

macro_rules! movable_structs {
    ($($kind:ident { $($field:ident),* $(,)? })*) => {
        $(impl Movable for $kind {
            fn shift(&mut self, by: Shift) {
                let Self { $($field),* } = self;
                $($field.shift(by);)*
            }
        })*
    };
}

macro_rules! movable_enums {
    ($($kind:ident { $($variant:ident $(($($part:ident),*))? $({ $($field:ident),* })?),* $(,)? })*) => {
        $(impl Movable for $kind {
            fn shift(&mut self, by: Shift) {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),* })? => {
                        $($($part.shift(by);)*)?
                        $($($field.shift(by);)*)?
                    })*
                }
            }
        })*
    };
}

unmovable! {
    bool, u32, i64, String, Decimal, Date, ClausePath, LabelLanguage, Braces, RuleOrder, Mode, Adjustment, Jointly,
    Combination, DutyKind, StepOrder, EffectVerb, FoldKind, Side, Polarity, Sign, Comparison, DurationUnit, Lasting,
    DayKind, NoMeasure, ExpectedStatus, PowerVerb,
}

movable_structs! {
    Comment { text, place }
    Name { text, place }
    Reference { name, of, place }
    Text { value, place }
    Label { language, text }
    Article { number, head, labels, in_force, body, braces, place }
    Remark { text, place }
    Allow { code, reason, whole, place }
    NumberedItem { number, head, labels, in_force, body, braces, place }
    Citation { path, place }
    Rule { order, condition, consequences, overriding, place }
    Otherwise { condition, consequences, place }
    AnyGroup { items, place }
    AnyItem { number, head, labels, condition }
    Consequence { mode, outcome, permitted, place }
    ValueSet { values, place }
    ValueRange { from, to, place }
    Exempt { outcome, from, condition, place }
    Adjust { outcome, mode, adjustments, condition, place }
    Applies { condition, place }
    Authority { outcome, powers, place }
    Power { values, kind, place }
    Ensure { outcome, property, when, place }
    PolicyDecl { name, labels, in_force, dated_by, place }
    InForce { from, until, place }
    UseDecl { path, place }
    OutlineDecl { entries, place }
    OutlineEntry { parent, numbers, place }
    EnumerationDecl { name, labels, members, place }
    Member { name, labels }
    LabelledDecl { name, labels, place }
    TypeRef { kind, place }
    RecordDecl { name, labels, fields, place }
    FieldDecl { name, type_ref, labels, place }
    ParamDecl { name, versions, labels, place }
    ParamVersion { value, from, place }
    ReadingDecl { name, labels, options, prefer, place }
    FactDecl { name, of, type_ref, default, labels, place }
    JudgementDecl { fact, judge, criterion }
    DefineDecl { name, of, value, labels, place }
    AssumeDecl { condition, place }
    OutcomeDecl { name, of, type_ref, combine, labels, place }
    Duty { kind, name, bearer, labels, parts, place }
    DutyPart { kind, place }
    Procedure { name, labels, entries, place }
    Step { mode, name, labels, parts, place }
    StepPart { kind, place }
    Escalation { step, to, after, place }
    Effect { outcome, test, items, place }
    EffectItem { verb, what, period, place }
    EffectCap { period, place }
    Contents { outcome, value, parts, place }
    ContentPart { what, condition }
    Hierarchy { levels, place }
    Expr { kind, place }
    Fold { kind, summand, list, condition }
    Within { date, period, side, anchor }
    ListValue { records, place }
    RecordValue { fields, place }
    Literal { kind, place }
    TestDecl { name, entries, place }
    Given { assignments, place }
    Assignment { fact, value }
    Expect { outcome, kind, place }
    ExpectedEffect { lasting, verb, name, until }
    AsOf { date, place }
    Chosen { outcome, value, place }
    Days { kind, days, place }
    LogLine { event, on, by, present, checks, consent, reason, place }
    Past { outcome, value, on, place }
}

movable_enums! {
    Item {
        Policy(a), Use(a), Outline(a), Scale(a), Enum(a), Body(a), Role(a), Record(a), Fact(a), Judgement(a),
        Param(a), Reading(a), Define(a), Assume(a), Outcome(a), Article(a), Test(a), Allow(a), Statement(a),
    }
    Clause { Numbered(a), Statement(a), NotModelled(a), Missing(a), Allow(a), Unreadable(a) }
    Statement {
        Rule(a), Otherwise(a), Exempt(a), Adjust(a), Applies(a), Authority(a), Ensure(a), Duty(a), Procedure(a),
        Effect(a), EffectCap(a), Contents(a), Hierarchy(a),
    }
    Condition { Single(a), Any(a) }
    Permitted { None(a), One(a), Set(a), Range(a) }
    PowerKind { Decided { jointly, bodies, approved_by }, Enforced { bodies } }
    Property { RisesWith(a), Ignores(a), IsAddressed, Excludes(a), AtLeast(a), AtMost(a), Within(a) }
    TypeRefKind { Bool, Int, Decimal, Money, Date, Duration, Named(a), List(a) }
    DutyPartKind { When(a), Must(a), Act(a), Before(a), OnBreach(a) }
    ProcedureEntry { Step(a), Escalation(a) }
    StepPartKind { By(a, b), After(a, b), Checks(a), Within(a, b), Quorum(a), Consent(a), When(a) }
    OutcomeTest { Compare(a, b), Membership(a, b) }
    ExprKind {
        Name(a), Literal(a), Parenthesised(a), Not(a), And(a), Or(a), Implies(a, b), Compare(a, b, c),
        Membership(a, b, c), Sum(a), Product(a), Negative(a), Fold(a), Within(a), Breached(a),
    }
    Value { Literal(a), Name(a), Computed(a), List(a) }
    LiteralKind { Bool(a), Int(a), Decimal(a), Money(a, b), Date(a), Never, Duration(a, b) }
    TestEntry { Given(a), Expect(a), AsOf(a), Chosen(a), Days(a), Log(a), Past(a), Unreadable(a) }
    Expectation {
        Permits(a, b), Status(a), Cites(a), Asks(a), AdjustedBy(a), ExemptedBy(a), Power(a, b), Duty(a, b),
        Step(a, b), Effect(a),
    }
    ExpectedDuty { Fulfilled, Breached, Pending(a), NotApplicable, Undetermined }
    ExpectedStep {
        Done, Late(a), OutOfOrder, Missing, Due(a), Waiting, WrongActor, QuorumNotMet, ChecksMissing,
        ConsentMissing, PassedTo(a), NotApplicable, Undetermined,
    }
    LogEvent { Step(a), Right(a) }
}
