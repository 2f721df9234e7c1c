//! Conditions as a person would write them.

use super::lower::Model;
use super::multi::Variable;
use super::region::Region;
use super::subjects::{Bound, Class, Subject};
use crate::policy::{
    EnumerationKind, Expr, FactId, FoldId, MemberIndex, OutcomeId, PermittedSet, PolicyData, Type, Value,
};
use std::collections::BTreeSet;

/// A condition on a case: all of its terms hold. Without terms it always holds.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The terms, in the order in which facts are declared.
    pub terms: Vec<Term>,
    /// The cases in which it holds.
    pub region: Region,
}

/// A single test of a case.
#[derive(Clone, Debug)]
pub enum Term {
    /// A fact that is true or false.
    Is {
        /// The fact.
        fact: FactId,
        /// Whether it is true.
        holds: bool,
    },
    /// A fact that has one of some values.
    Among {
        /// The fact.
        fact: FactId,
        /// The values, in the order of declaration.
        values: Vec<Value>,
        /// Whether the fact has *none* of them.
        is_excluded: bool,
    },
    /// A fact that lies between two limits.
    Between {
        /// The fact.
        fact: FactId,
        /// The lower limit.
        from: Option<Limit>,
        /// The upper limit.
        to: Option<Limit>,
    },
    /// A condition of the policy.
    Holds {
        /// The condition.
        condition: Box<Expr>,
        /// Whether it holds.
        holds: bool,
    },
    /// What the authority chose of an outcome: a value of one of these sets.
    Chosen {
        /// The outcome.
        outcome: OutcomeId,
        /// The sets.
        sets: Vec<PermittedSet>,
    },
    /// What the folds over a list come to: one of these rows.
    Comes {
        /// The list.
        list: FactId,
        /// The rows: what each fold comes to.
        rows: Vec<Vec<(FoldId, Value)>>,
    },
}

/// A limit of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The value.
    pub value: Value,
    /// Whether the value itself lies outside.
    pub is_excluded: bool,
}

impl Term {
    /// Where a term stands among others.
    pub(super) fn rank(&self, data: &PolicyData) -> (usize, usize) {
        let fact = |fact: &FactId| (fact.index(), 0);
        match self {
            Self::Is { fact: own, .. } | Self::Among { fact: own, .. } | Self::Between { fact: own, .. } => fact(own),
            Self::Comes { list, .. } => fact(list),
            Self::Holds { condition, .. } => (data.facts.len(), condition.span.start as usize),
            Self::Chosen { outcome, .. } => (data.facts.len() + 1, outcome.index()),
        }
    }
}

impl Model {
    /// That a variable has one of some values.
    pub(super) fn term(&self, variable: Variable, values: &BTreeSet<usize>) -> Option<Term> {
        match self.subjects.get(variable)? {
            Subject::Fact(fact, classes) => self.fact_term(*fact, classes, values),
            Subject::Relation { condition, .. } | Subject::Opaque { condition, .. } => {
                Some(Term::Holds { condition: Box::new(condition.clone()), holds: values.contains(&1) })
            }
            Subject::Choice(outcome, pieces) => Some(Term::Chosen {
                outcome: *outcome,
                sets: values.iter().filter_map(|value| pieces.get(*value).cloned()).collect(),
            }),
            Subject::List(list, results) => Some(Term::Comes {
                list: *list,
                rows: values.iter().filter_map(|value| results.get(*value).cloned()).collect(),
            }),
        }
    }

    fn fact_term(&self, fact: FactId, classes: &[Class], values: &BTreeSet<usize>) -> Option<Term> {
        let data = self.policy.data();
        match data.facts.get(fact.index())?.kind {
            Type::Bool => Some(Term::Is { fact, holds: values.contains(&1) }),
            Type::Enumeration(of) => {
                let declared = data.enumerations.get(of.index())?;
                let member = |index: &usize| Value::Member(of, MemberIndex::new(*index));
                let (first, last) = (values.first()?, values.last()?);
                let is_range = declared.kind == EnumerationKind::Ordered && last - first + 1 == values.len();
                let limit = |index: &usize| Limit { value: member(index), is_excluded: false };
                if is_range && values.len() > 1 {
                    return Some(Term::Between {
                        fact,
                        from: (*first > 0).then(|| limit(first)),
                        to: (last + 1 < declared.members.len()).then(|| limit(last)),
                    });
                }
                let others: Vec<usize> = (0..declared.members.len()).filter(|index| !values.contains(index)).collect();
                let is_excluded = others.len() < values.len();
                let listed =
                    if is_excluded { others.iter().map(member).collect() } else { values.iter().map(member).collect() };
                Some(Term::Among { fact, values: listed, is_excluded })
            }
            Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => {
                let (first, last) = (values.first()?, values.last()?);
                let from = classes.get(*first)?.from.as_ref();
                let next = classes.get(last + 1).and_then(|class| class.from.as_ref());
                if from.is_some_and(|from| from.value == Value::Never) {
                    return Some(Term::Among { fact, values: vec![Value::Never], is_excluded: false });
                }
                // What ends where the next class begins: before its first value, or at it.
                let end = |bound: &Bound| Limit { value: bound.value.clone(), is_excluded: !bound.is_open };
                let start = |bound: &Bound| Limit { value: bound.value.clone(), is_excluded: bound.is_open };
                if from.is_none() && next.is_some_and(|next| next.value == Value::Never) {
                    return Some(Term::Among { fact, values: vec![Value::Never], is_excluded: true });
                }
                Some(Term::Between { fact, from: from.map(start), to: next.map(end) })
            }
            Type::List(_) => None,
        }
    }
}
