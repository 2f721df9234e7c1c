//! Concrete facts for an abstract case.
//!
//! The abstraction says of some things only what conditions see of them: of a list what its folds come to, of two days
//! whether one lies within two months of the other. Here values are found of which that is true.

use super::domains::Subject;
use super::evaluate::{Evaluator, Truth};
use super::exact::{Completions, NO, YES};
use super::facts::Facts;
use super::forms::Key;
use super::mentions::Leaves;
use super::runs::{Letter, Part, State};
use crate::policy::{Expr, ExprKind, FactId, Fold, FoldId, PolicyData, Record, RecordId, Type, Value};
use crate::source::limits::MAX_LIST_STATES;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Most records that are tried, and most facts whose order of choice is tried.
const MAX_RECORDS: usize = 20_000;

/// Chooses unknown facts so that conditions come to what is wanted. Of the facts that do not settle the matter,
/// `ordinary` gives the values.
pub(crate) fn chosen(
    data: &PolicyData,
    facts: &Facts,
    wanted: &[(Expr, bool)],
    ordinary: &dyn Fn(FactId) -> Option<Value>,
) -> Option<Facts> {
    let mut unknown: BTreeSet<FactId> = BTreeSet::new();
    {
        let evaluator = Evaluator::new(data, facts);
        for (condition, _) in wanted {
            unknown.extend(Leaves::asked(data, facts, &evaluator, condition));
        }
    }
    let unknown: Vec<FactId> = unknown.into_iter().collect();
    // What is left over when some facts have ordinary values may be cut exactly.
    for first in 0..=unknown.len() {
        let mut trial = facts.clone();
        for settled in 0..=unknown.len() {
            if let Some(found) = solved(data, &trial, wanted) {
                return Some(found);
            }
            let next = unknown.iter().cycle().skip(first).nth(settled);
            let Some(fact) = next.filter(|_| settled < unknown.len()) else { break };
            trial.assume(*fact, ordinary(*fact));
        }
    }
    None
}

/// Facts of which the conditions come to what is wanted, where that can be seen exactly.
fn solved(data: &PolicyData, facts: &Facts, wanted: &[(Expr, bool)]) -> Option<Facts> {
    let evaluator = Evaluator::new(data, facts);
    let conditions = || wanted.iter().map(|(condition, _)| condition);
    let mut completions = Completions::unconcluded(data, facts, &evaluator, conditions());
    let mut all = completions.store.leaf(YES).ok()?;
    for (condition, holds) in wanted {
        let node = completions.condition(condition, None).ok()?;
        let node = if *holds { node } else { completions.not(node).ok()? };
        all = completions.both(all, node).ok()?;
    }
    let failing = completions.without_result.ok()?;
    let possible = completions.not(failing).ok()?;
    all = completions.both(all, possible).ok()?;
    let mut found = facts.clone();
    let mut reach = std::collections::HashMap::new();
    while let Some(level) = completions.store.level(all) {
        let Some(Subject::Fact(fact)) = completions.domains.subject(level).cloned() else { return None };
        let values = completions.domains.values(level);
        let leads = |place: &usize| {
            let child = completions.store.child(all, level, *place);
            completions.store.reach(child, &mut reach).iter().any(|leaf| leaf == YES)
        };
        let place = (0..values.len()).find(leads)?;
        found.assume(fact, values.get(place).cloned());
        all = completions.store.child(all, level, place);
    }
    (completions.store.as_leaf(all) != Some(NO)).then_some(found)
}

/// Records of a list of which its folds come to what is wanted, with as few records as possible. All other facts that
/// matter are to be known.
pub(crate) fn records(
    data: &PolicyData,
    facts: &Facts,
    list: FactId,
    wanted: &[(FoldId, Value)],
    ordinary: &dyn Fn(RecordId, usize) -> Option<Value>,
) -> Option<Value> {
    let Type::List(of) = data.facts.get(list.index())?.kind else { return None };
    let mut open = facts.clone();
    open.assume(list, None);
    let evaluator = Evaluator::new(data, &open);
    let span = data.facts.get(list.index())?.span;
    let expr = |(id, value): &(FoldId, Value)| Expr { kind: ExprKind::Fold(*id), value_type: value.kind(), span };
    let exprs: Vec<Expr> = wanted.iter().map(expr).collect();
    let completions = Completions::unconcluded(data, &open, &evaluator, exprs.iter());
    let folds: Vec<(FoldId, &Fold)> =
        wanted.iter().filter_map(|(id, _)| Some((*id, data.folds.get(id.index())?))).collect();
    let mut alphabet: BTreeMap<Letter, Record> = BTreeMap::new();
    for record in candidates(&completions, of, &folds, wanted, ordinary)? {
        if let Some(letter) = completions.known_letter(&folds, &record) {
            alphabet.entry(letter).or_insert(record);
        }
    }
    let rows = shortest(&folds, wanted, &alphabet)?;
    Some(Value::List(of, rows.into()))
}

/// Records with every choice of values that can make a difference.
fn candidates(
    completions: &Completions<'_>,
    of: RecordId,
    folds: &[(FoldId, &Fold)],
    wanted: &[(FoldId, Value)],
    ordinary: &dyn Fn(RecordId, usize) -> Option<Value>,
) -> Option<Vec<Record>> {
    let fields = completions.data.records.get(of.index())?.fields.len();
    let mut records: Vec<Record> = vec![vec![None; fields].into_boxed_slice()];
    for field in 0..fields {
        let key = Key::Field(of, crate::policy::FieldIndex::new(field));
        let mut values: Vec<Option<Value>> = match completions.domains.level(key) {
            Some(level) => completions.domains.values(level).iter().cloned().map(Some).collect(),
            None => vec![ordinary(of, field)],
        };
        // What is added up: all of what is wanted at once, and nothing.
        for ((_, fold), (_, value)) in folds.iter().zip(wanted) {
            let is_summed = |summand: &Expr| matches!(&summand.kind, ExprKind::Field(own) if own.index() == field);
            if fold.summand.as_ref().is_some_and(is_summed) {
                for value in [value.multiply(&Value::Int(0)).ok(), Some(value.clone())].into_iter().flatten() {
                    if !values.contains(&Some(value.clone())) {
                        values.push(Some(value));
                    }
                }
            }
        }
        if records.len().saturating_mul(values.len()) > MAX_RECORDS {
            return None;
        }
        let with = |record: &Record, value: &Option<Value>| {
            let mut record = record.clone();
            if let Some(slot) = record.get_mut(field) {
                slot.clone_from(value);
            }
            record
        };
        records = records.iter().flat_map(|record| values.iter().map(move |value| with(record, value))).collect();
    }
    Some(records)
}

/// The fewest records that lead to what is wanted.
fn shortest(
    folds: &[(FoldId, &Fold)],
    wanted: &[(FoldId, Value)],
    alphabet: &BTreeMap<Letter, Record>,
) -> Option<Vec<Record>> {
    let start: State = folds.iter().map(|(_, fold)| Part::start(fold.kind, i64::MAX)).collect();
    let mut before: BTreeMap<State, Option<(State, &Record)>> = BTreeMap::from([(start.clone(), None)]);
    let mut open = VecDeque::from([start]);
    while let Some(state) = open.pop_front() {
        if state.iter().zip(wanted).all(|(part, (_, value))| part.comes_to(value)) {
            let mut rows = Vec::new();
            let mut at = &state;
            while let Some(Some((earlier, record))) = before.get(at) {
                rows.push((*record).clone());
                at = earlier;
            }
            rows.reverse();
            return Some(rows);
        }
        for (letter, record) in alphabet {
            let next = letter.applied_to(&state);
            let is_hopeless = next.iter().zip(wanted).any(|(part, (_, value))| part.is_beyond(value));
            if !is_hopeless && !before.contains_key(&next) && before.len() < MAX_LIST_STATES {
                before.insert(next.clone(), Some((state.clone(), record)));
                open.push_back(next);
            }
        }
    }
    None
}

impl Completions<'_> {
    /// What a record does to some folds; `None` where that is not known.
    fn known_letter(&self, folds: &[(FoldId, &Fold)], record: &Record) -> Option<Letter> {
        let counts = |fold: &Fold| match self.evaluator.counts(fold, record) {
            Ok(Truth::True) => Some(true),
            Ok(Truth::False) => Some(false),
            Ok(Truth::Unknown) | Err(_) => None,
        };
        let holds: Option<Vec<bool>> = folds.iter().map(|(_, fold)| counts(fold)).collect();
        Some(Letter { holds: holds?, summands: self.summands(folds, record) })
    }
}
