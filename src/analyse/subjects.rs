//! What the variables of a space stand for.

use super::multi::Variable;
use crate::decide::abstraction::position;
use crate::policy::{Expr, FactId, FoldId, OutcomeId, PermittedSet, Value};
use rust_decimal::Decimal;

/// How far values are from ordinary ones, the least ordinary first.
type Cost = Vec<(Decimal, bool)>;

/// What a variable stands for.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// A fact.
    Fact(FactId, Vec<Class>),
    /// A condition on facts, or lists, that conditions compare with each other: whether it holds.
    Relation { group: usize, condition: Expr },
    /// A condition that cannot be cut: whether it holds.
    Opaque { condition: Expr },
    /// What the authority chooses of an outcome.
    Choice(OutcomeId, Vec<PermittedSet>),
    /// A list whose folds depend on facts too: what they come to together.
    List(FactId, Vec<Vec<(FoldId, Value)>>),
}

/// Values of a fact that no condition tells apart.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    /// An ordinary one of them.
    pub(crate) value: Value,
    /// Where they begin; `None` where they have no order, or no beginning.
    pub(crate) from: Option<Bound>,
}

/// Where a class begins, as the author would say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) value: Value,
    /// Whether the value itself lies before it: `> 30` and not `≥ 30`.
    pub(crate) is_open: bool,
}

/// Facts and lists that conditions compare with each other.
///
/// Their values matter only by the conditions on them. Each of these conditions is a variable of its own; which of them
/// go together is found by trying values that stand for all others.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) members: Vec<Member>,
    /// The conditions.
    pub(super) variables: Vec<Variable>,
    /// Which conditions can hold together, each with values of the members for which they do.
    pub(super) patterns: Vec<(Vec<bool>, usize)>,
    /// The values that stand for all others: for each member the place of one among its values.
    pub(super) tuples: Vec<Box<[u16]>>,
    /// The pattern of each tuple.
    pub(super) pattern_of: Vec<usize>,
}

impl Group {
    /// The pattern of the most ordinary values.
    pub(super) fn ordinary_pattern(&self) -> Option<&[bool]> {
        let cost = |(_, row): &&(Vec<bool>, usize)| self.tuples.get(*row).map(|tuple| self.cost(tuple));
        self.patterns.iter().min_by_key(cost).map(|(pattern, _)| pattern.as_slice())
    }

    /// How far from ordinary the values of a row are.
    pub(super) fn row_cost(&self, row: usize) -> Cost {
        self.tuples.get(row).map_or_else(Vec::new, |tuple| self.cost(tuple))
    }

    /// How far from ordinary some values are.
    fn cost(&self, tuple: &[u16]) -> Cost {
        let members = self.members.iter().zip(tuple);
        let mut costs: Vec<_> = members.map(|(member, value)| member.cost(usize::from(*value))).collect();
        costs.sort_unstable_by(|a, b| b.cmp(a));
        costs
    }

    /// Lets the most ordinary values stand for each pattern.
    pub(super) fn choose_ordinary(&mut self) {
        let mut best: Vec<Option<(Cost, usize)>> = vec![None; self.patterns.len()];
        for (row, (tuple, pattern)) in self.tuples.iter().zip(&self.pattern_of).enumerate() {
            let own = self.cost(tuple);
            if let Some(best) = best.get_mut(*pattern)
                && best.as_ref().is_none_or(|(known, _)| own < *known)
            {
                *best = Some((own, row));
            }
        }
        for ((_, row), best) in self.patterns.iter_mut().zip(best) {
            if let Some((_, chosen)) = best {
                *row = chosen;
            }
        }
    }
}

/// A member of a [`Group`].
#[derive(Clone, Debug)]
pub(super) enum Member {
    Fact(FactId, Vec<Value>),
    List(FactId, Vec<Vec<(FoldId, Value)>>),
}

impl Member {
    pub(super) fn fact(&self) -> FactId {
        match self {
            Self::Fact(fact, _) | Self::List(fact, _) => *fact,
        }
    }

    /// How far from ordinary a value is. The empty list comes first among the results of lists.
    fn cost(&self, value: usize) -> (Decimal, bool) {
        match self {
            Self::Fact(_, values) => values.get(value).map_or((Decimal::MAX, true), distance),
            Self::List(..) => (value.into(), false),
        }
    }

    pub(super) fn size(&self) -> usize {
        match self {
            Self::Fact(_, values) => values.len(),
            Self::List(_, results) => results.len(),
        }
    }
}

impl Subject {
    /// How many values the variable has.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Fact(_, classes) => classes.len(),
            Self::Relation { .. } | Self::Opaque { .. } => 2,
            Self::Choice(_, pieces) => pieces.len(),
            Self::List(_, results) => results.len(),
        }
    }
}

/// How far a value lies from what one would write first: `0`, `0.00`, a day of these years. Of two that lie equally
/// far the one that is not negative comes first.
pub(super) fn distance(value: &Value) -> (Decimal, bool) {
    let home = if matches!(value, Value::Date(_)) { home_day() } else { Decimal::ZERO };
    if *value == Value::Never {
        return (Decimal::ONE_THOUSAND, false);
    }
    let at = position(value);
    let away = at.and_then(|at| at.checked_sub(home)).map_or(Decimal::MAX, |away| away.abs());
    (away, at.is_some_and(|at| at < home))
}

/// An ordinary day.
pub(super) fn home_day() -> Decimal {
    position(&Value::Date(jiff::civil::Date::constant(2024, 1, 1))).unwrap_or_default()
}
