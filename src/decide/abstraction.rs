//! The finite abstraction of all cases, for whoever looks at a policy as a whole.
//!
//! It is the abstraction by which unknown facts are judged, taken of a case of which nothing is known. What conditions
//! mean is said by the same evaluator; only connectives are left to the caller.

use super::cuts::Cuts;
use super::diagram::Node;
use super::domains::Subject;
use super::evaluate::{EvaluationError, Truth};
use super::exact::{Completions, NO, YES};
use super::facts::{Facts, is_finite};
use super::forms::{Key, Reader};
use super::mentions::Leaves;
use crate::policy::{ArithmeticError, Expr, FactId, FoldId, OutcomeId, PermittedSet, PolicyData, Type, Unit, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use super::case::computed;
pub(crate) use super::choices::holding;
pub(crate) use super::conclude::Adjusting;
pub(crate) use super::evaluate::Evaluator;
pub(crate) use super::forms::{position, value_at};
pub(crate) use super::versions::version_condition;

/// A variable of the abstraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Level(u32);

/// A diagram of the abstraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Diagram(Node);

/// What a diagram does first.
#[derive(Clone, Debug)]
pub(crate) enum Branching {
    /// It holds everywhere, or nowhere.
    Constant(bool),
    /// It looks at a variable and goes on with one diagram for each of its values.
    At(Level, Vec<Diagram>),
}

/// What a variable stands for.
#[derive(Clone, Debug)]
pub(crate) enum LevelSubject {
    /// A fact, with the values that stand for all others.
    Fact(FactId, Vec<Value>),
    /// A list: what its folds can come to together.
    List(FactId, Vec<Vec<(FoldId, Value)>>),
    /// A condition that cannot be cut, and the facts that bear on it.
    Condition(Expr),
}

/// What a condition comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holding {
    Yes,
    No,
    /// The case cannot be decided.
    NoResult,
}

/// A place where something changes along the values of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Boundary {
    /// The first position behind it; it belongs to the values behind it unless `is_open`.
    pub(crate) at: Decimal,
    /// Whether `at` itself lies before it. Of whole numbers it never does.
    pub(crate) is_open: bool,
}

/// A condition on one fact whose values have an order.
#[derive(Clone, Debug)]
pub(crate) struct CutCondition {
    pub(crate) fact: FactId,
    /// What it comes to before the first change.
    pub(crate) first: Holding,
    /// Where it changes, and what it comes to from there on.
    pub(crate) changes: Vec<(Boundary, Holding)>,
    /// What it comes to where a day never came.
    pub(crate) never: Holding,
    /// The numbers that the policy compares the fact with here.
    pub(crate) constants: BTreeSet<Decimal>,
}

impl CutCondition {
    /// What it comes to for a value of the fact.
    pub(crate) fn at(&self, value: &Value) -> Holding {
        let Some(at) = position(value) else { return self.never };
        let behind = |boundary: &Boundary| at > boundary.at || at == boundary.at && !boundary.is_open;
        let last = self.changes.iter().rev().find(|(boundary, _)| behind(boundary));
        last.map_or(self.first, |(_, holding)| *holding)
    }
}

/// A condition without connectives in the abstraction.
#[derive(Clone, Debug)]
pub(crate) enum Atom {
    /// A condition on one fact whose values have an order.
    Cut(CutCondition),
    /// Any other, and where the case cannot be decided because of it.
    Diagram { holds: Diagram, failing: Diagram },
}

/// The abstraction of all cases of a policy.
pub(crate) struct Abstraction<'a> {
    completions: Completions<'a>,
}

impl<'a> Abstraction<'a> {
    /// The abstraction that is fine enough for some conditions. The facts are to be unknown.
    pub(crate) fn new(
        data: &'a PolicyData,
        facts: &'a Facts,
        evaluator: &'a Evaluator<'a>,
        conditions: impl Iterator<Item = &'a Expr>,
    ) -> Self {
        Self { completions: Completions::unconcluded(data, facts, evaluator, conditions) }
    }

    /// A condition without connectives; `None` where the store of diagrams is full.
    pub(crate) fn atom(&mut self, expr: &'a Expr) -> Option<Atom> {
        if let Some(cut) = self.cut_condition(expr) {
            return Some(Atom::Cut(cut));
        }
        self.completions.without_result = self.completions.store.leaf(NO);
        let holds = self.completions.condition(expr, None).ok()?;
        let failing = self.completions.without_result.ok()?;
        Some(Atom::Diagram { holds: Diagram(holds), failing: Diagram(failing) })
    }

    /// What a diagram does first.
    pub(crate) fn branching(&self, diagram: Diagram) -> Branching {
        let store = &self.completions.store;
        let Some(level) = store.level(diagram.0) else {
            return Branching::Constant(store.as_leaf(diagram.0) == Some(YES));
        };
        let children = (0..store.domain(level)).map(|value| Diagram(store.child(diagram.0, level, value)));
        Branching::At(Level(level), children.collect())
    }

    /// The variables that a diagram depends on.
    pub(crate) fn support(&self, diagram: Diagram) -> Vec<Level> {
        self.completions.store.support(diagram.0).into_iter().map(Level).collect()
    }

    /// Which values of the variables go together, as far as this one is bound to others.
    pub(crate) fn constraint(&self, level: Level) -> Option<Diagram> {
        self.completions.constraints.get(&level.0).copied().map(Diagram)
    }

    /// What a variable stands for.
    pub(crate) fn subject(&self, level: Level) -> Option<LevelSubject> {
        Some(match self.completions.domains.subject(level.0)? {
            Subject::Fact(id) => LevelSubject::Fact(*id, self.completions.domains.values(level.0).to_vec()),
            Subject::List(id) => LevelSubject::List(*id, self.completions.results_of(*id)),
            Subject::Opaque(_) => LevelSubject::Condition(self.opaque(level)?.clone()),
            Subject::Field(..) | Subject::Choice(_) => return None,
        })
    }

    /// The condition that a variable stands for.
    fn opaque(&self, level: Level) -> Option<&Expr> {
        let uncut = self.completions.domains.inexact.iter().find(|found| found.level == level.0);
        let tried = || self.completions.opaque.iter().find(|(_, own)| *own == level.0).map(|(expr, _)| *expr);
        uncut.map(|found| found.expr).or_else(tried)
    }

    /// The variable of a fact.
    pub(crate) fn level_of(&self, fact: FactId) -> Option<Level> {
        self.completions.domains.level(Key::Fact(fact)).map(Level)
    }

    /// Whether a variable may stand for more than can occur.
    pub(crate) fn is_approximate(&self, level: Level) -> bool {
        self.completions.approximate.contains(&level.0)
    }

    /// What the authority can choose of an outcome, in pieces on which every test of it is the same.
    pub(crate) fn pieces(&self, outcome: OutcomeId) -> Option<Vec<PermittedSet>> {
        self.completions.pieces(outcome)
    }

    /// How many values a variable has.
    pub(crate) fn size(&self, level: Level) -> usize {
        self.completions.store.domain(level.0)
    }

    /// Whether the values of a fact have an order and no end.
    pub(crate) fn is_ordered(&self, fact: FactId) -> bool {
        self.completions.data.facts.get(fact.index()).is_some_and(|fact| !is_finite(fact.kind))
    }

    /// The unit in which a fact is counted.
    pub(crate) fn unit(&self, fact: FactId) -> Option<Unit> {
        self.reader().unit(Key::Fact(fact))
    }

    fn reader(&self) -> Reader<'_> {
        let completions = &self.completions;
        Reader { data: completions.data, facts: completions.facts, evaluator: completions.evaluator, record: None }
    }

    /// A condition on one unknown fact whose values have an order, cut where that condition alone cuts it.
    fn cut_condition(&self, expr: &Expr) -> Option<CutCondition> {
        let reader = self.reader();
        if !super::mentions::is_atom(expr) || self.completions.domains.inexact(expr, None).is_some() {
            return None;
        }
        let leaves = Leaves::of(reader.data, reader.facts, reader.evaluator, expr);
        let fact = *leaves.facts.first().filter(|_| leaves.facts.len() == 1 && leaves.folds.is_empty())?;
        let kind = reader.data.facts.get(fact.index())?.kind;
        if is_finite(kind) {
            return None;
        }
        let mut cuts = Cuts::default();
        cuts.read(&reader, expr)?;
        if reader.data.dated_by == Some(fact) {
            let begins = reader.data.params.iter().flat_map(|param| &param.versions).filter_map(|(from, _)| *from);
            begins.filter_map(|day| position(&Value::Date(day))).for_each(|day| cuts.at(Key::Fact(fact), day));
        }
        let constants = cuts.own(Key::Fact(fact))?;
        let unit = reader.unit(Key::Fact(fact));
        let mut trial = reader.facts.clone();
        let mut holding = |value: Value| {
            trial.assume(fact, Some(value));
            let evaluator = Evaluator::trial(reader.data, &trial, &leaves.defines, &BTreeMap::new());
            match evaluator.truth(expr) {
                Ok(Truth::True) => Some(Holding::Yes),
                Ok(Truth::False) => Some(Holding::No),
                Err(EvaluationError { error: ArithmeticError::NeverHappened | ArithmeticError::NoVersion, .. }) => {
                    Some(Holding::NoResult)
                }
                Ok(Truth::Unknown) | Err(_) => None,
            }
        };
        let is_dense = matches!(kind, Type::Decimal | Type::Money);
        let never = if kind == Type::Date { holding(Value::Never)? } else { Holding::No };
        let mut first = None;
        let mut last: Option<(Decimal, Holding)> = None;
        let mut changes = Vec::new();
        for at in probes(&constants, is_dense) {
            let Some(value) = value_at(at, kind, unit.as_ref()) else { continue };
            let now = holding(value)?;
            match last {
                None => first = Some(now),
                Some((_, before)) if before == now => {}
                Some((before, _)) => changes.push((boundary(before, at, &constants, is_dense), now)),
            }
            last = Some((at, now));
        }
        Some(CutCondition { fact, first: first?, changes, never, constants })
    }
}

/// The positions at which a condition is tried: at the cuts, and once in each piece between two of them.
fn probes(cuts: &BTreeSet<Decimal>, is_dense: bool) -> BTreeSet<Decimal> {
    let mut probes = BTreeSet::new();
    let mut before: Option<Decimal> = None;
    for cut in cuts {
        if is_dense {
            let middle = before.and_then(|before| before.checked_add(*cut)).and_then(|sum| sum.checked_div(2.into()));
            probes.extend(middle.or_else(|| cut.checked_sub(Decimal::ONE)));
            probes.insert(*cut);
        } else {
            let (low, high) = (cut.floor(), cut.ceil());
            probes.extend(
                [low.checked_sub(Decimal::ONE), Some(low), Some(high), high.checked_add(Decimal::ONE)]
                    .into_iter()
                    .flatten(),
            );
        }
        before = Some(*cut);
    }
    match before {
        Some(last) if is_dense => probes.extend(last.checked_add(Decimal::ONE)),
        Some(_) => {}
        None => probes.extend([Decimal::ZERO]),
    }
    probes
}

/// The boundary between two neighbouring probes.
fn boundary(before: Decimal, after: Decimal, cuts: &BTreeSet<Decimal>, is_dense: bool) -> Boundary {
    if is_dense && !cuts.contains(&after) {
        return Boundary { at: before, is_open: true };
    }
    Boundary { at: after, is_open: false }
}
