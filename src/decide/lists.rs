//! What the folds over one list can come to together.
//!
//! A list becomes one variable: its values are the results that its folds can have at once. They are found as an
//! automaton finds its states. A state holds a partial result for each fold; a record leads from state to state; what it
//! does depends on which of the folds' conditions it fulfils. Of a known list each record is taken in turn, with every
//! choice of its unknown fields; an unknown list may have any records in any number, so that every state counts that some
//! row of them leads to. Counts need no larger numbers than the ones they are compared with.
//!
//! Where conditions on records mention unknown facts of the case, so does what a record does: sets of states are kept in
//! diagrams over these facts. The list's variable is then bound to what the facts allow.
//!
//! All of this is exact, except: a sum of what is not known may be anything, which is approximate where the summand is
//! more than a field, or where a condition restricts that field. Beyond the written limits the folds are not looked at
//! together; each condition on them then is an unknown of its own.

use super::diagram::{LeafSet, Node, TooLarge};
use super::domains::{ListPlan, Subject, is_open};
use super::evaluate::Truth;
use super::exact::{Completions, NO, YES};
use super::forms::{Reader, position};
use super::runs::{Letter, Look, Part, State, outcomes};
use crate::policy::{Expr, ExprKind, FactId, Fold, FoldId, Record, Value, Walk};
use crate::source::limits::MAX_LIST_STATES;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The leaf of a record that cannot be looked at with these facts.
const NO_RECORD: u32 = u32::MAX;
/// Most folds over one list that are looked at together.
const MAX_FOLDS: usize = 12;

/// The variable of a list, and the place of a fold's result in its values.
#[derive(Clone, Copy)]
pub(super) struct FoldPlace {
    pub(super) list: FactId,
    pub(super) level: u32,
    place: usize,
}

/// The results that the folds over a list can have together.
pub(super) struct ListValues {
    folds: Vec<FoldId>,
    vectors: Vec<Vec<Value>>,
}

/// Sets of states or letters by small numbers, so that they can be leaves.
struct Names<T> {
    sets: Vec<BTreeSet<T>>,
    known: BTreeMap<BTreeSet<T>, u32>,
}

impl<T: Ord + Clone> Names<T> {
    fn new() -> Self {
        Self { sets: Vec::new(), known: BTreeMap::new() }
    }

    fn name(&mut self, set: BTreeSet<T>) -> u32 {
        if let Some(name) = self.known.get(&set) {
            return *name;
        }
        let name = u32::try_from(self.sets.len()).unwrap_or(u32::MAX);
        self.sets.push(set.clone());
        self.known.insert(set, name);
        name
    }

    fn get(&self, name: u32) -> Option<&BTreeSet<T>> {
        self.sets.get(name as usize)
    }
}

impl<'a> Completions<'a> {
    /// Makes a variable of every list whose folds can be looked at together.
    pub(super) fn build_lists(&mut self) {
        let plans = std::mem::take(&mut self.domains.lists);
        for plan in plans.iter().filter(|plan| plan.is_readable && plan.folds.len() <= MAX_FOLDS) {
            // Where the limits do not allow it, the folds stay without a variable.
            let _ = self.build_list(plan);
        }
    }

    fn build_list(&mut self, plan: &ListPlan<'a>) -> Result<(), TooLarge> {
        let folds: Vec<(FoldId, &'a Fold)> =
            plan.folds.iter().filter_map(|id| Some((*id, self.data.folds.get(id.index())?))).collect();
        let caps = self.caps(plan, &folds);
        let mut states: Names<State> = Names::new();
        let start: State = folds.iter().zip(&caps).map(|((_, fold), cap)| Part::start(fold.kind, *cap)).collect();
        let first = states.name(BTreeSet::from([start]));
        let mut node = self.store.leaf(first)?;
        let mut alphabets: Names<Letter> = Names::new();
        match plan.records {
            None => {
                let letters = self.letters(plan, &folds, &plan.unknown, &mut alphabets)?;
                let mut too_many = false;
                node = self.store.map(letters, &mut |letters| {
                    let all = closure(&states, first, alphabets.get(letters));
                    too_many |= all.is_none();
                    states.name(all.unwrap_or_default())
                })?;
                if too_many {
                    return Err(TooLarge);
                }
            }
            Some(records) => {
                let reader = Reader { data: self.data, facts: self.facts, evaluator: self.evaluator, record: None };
                let mut settled: Vec<Letter> = Vec::new();
                for record in records {
                    if !plan.folds.iter().any(|id| is_open(&reader, *id, record)) {
                        settled.push(self.letter_of(&folds, record));
                        continue;
                    }
                    node = self.step_all(node, &mut states, &settled)?;
                    settled.clear();
                    let letters = self.letters(plan, &folds, record, &mut alphabets)?;
                    node = self.step(node, letters, &mut states, &alphabets)?;
                }
                node = self.step_all(node, &mut states, &settled)?;
            }
        }
        self.bind_list(plan, &folds, node, &states)
    }

    /// How far a fold has to count; without end where its exact number matters.
    fn caps(&self, plan: &ListPlan<'_>, folds: &[(FoldId, &Fold)]) -> Vec<i64> {
        let cap = |(id, _): &(FoldId, &Fold)| {
            let is_exact = plan.records.is_some() && self.domains.paired_folds.contains(id);
            let points = self.domains.fold_points.get(id).map(Vec::as_slice).unwrap_or_default();
            let largest =
                points.iter().filter_map(|point| if let Value::Int(point) = point { Some(*point) } else { None });
            if is_exact { i64::MAX } else { largest.max().unwrap_or(i64::MAX) }
        };
        folds.iter().map(cap).collect()
    }

    /// What a record does of which all that matters is known.
    fn letter_of(&self, folds: &[(FoldId, &Fold)], record: &Record) -> Letter {
        let fulfils = |fold: &Fold| matches!(self.evaluator.counts(fold, record), Ok(Truth::True));
        let holds = folds.iter().map(|(_, fold)| fulfils(fold));
        Letter { holds: holds.collect(), summands: self.summands(folds, record) }
    }

    /// What a record adds to sums; `None` where that is not known.
    pub(super) fn summands(&self, folds: &[(FoldId, &Fold)], record: &Record) -> Vec<Option<Decimal>> {
        let value = |summand: &Expr| position(&self.evaluator.value(summand, Some(record)).ok().flatten()?);
        folds.iter().map(|(_, fold)| fold.summand.as_ref().and_then(value)).collect()
    }

    /// The diagram, over facts of the case, of what a record can do: leaves are names of sets of letters.
    fn letters(
        &mut self,
        plan: &ListPlan<'_>,
        folds: &[(FoldId, &'a Fold)],
        record: &Record,
        alphabets: &mut Names<Letter>,
    ) -> Result<Node, TooLarge> {
        let outer = std::mem::replace(&mut self.without_result, Ok(self.store.leaf(NO)?));
        let truths = self.truths(plan, folds, record);
        let failing = std::mem::replace(&mut self.without_result, outer);
        let (truths, failing) = (truths?, failing?);
        let truths = self
            .store
            .apply(truths, failing, &mut |truths, failing| if failing == YES { NO_RECORD } else { truths })?;
        let summands = self.summands(folds, record);
        // A set of leaves is kept densely, so the mark of what cannot be looked at gets a small number of its own.
        let marked = 1 << folds.len();
        let truths = self.store.map(truths, &mut |truths| if truths == NO_RECORD { marked } else { truths })?;
        let first = self.domains.of_records.start;
        self.store.project(truths, first, &mut |leaves: LeafSet| {
            let letter = |truths: u32| Letter {
                holds: (0..folds.len()).map(|place| truths >> place & 1 == 1).collect(),
                summands: summands.clone(),
            };
            alphabets.name(leaves.iter().filter(|truths| *truths != marked).map(letter).collect())
        })
    }

    /// The diagram, over facts and fields, of which conditions a record fulfils: bits in the order of the folds.
    fn truths(&mut self, plan: &ListPlan<'_>, folds: &[(FoldId, &'a Fold)], record: &Record) -> Result<Node, TooLarge> {
        let mut truths = self.store.leaf(0)?;
        for (place, (_, fold)) in folds.iter().enumerate() {
            let holds = match &fold.condition {
                Some(condition) => self.condition(condition, Some((plan.of, record)))?,
                None => self.store.leaf(YES)?,
            };
            truths = self.store.apply(truths, holds, &mut |truths, holds| truths | holds << place)?;
        }
        Ok(truths)
    }

    /// One more record that is not known in everything.
    fn step(
        &mut self,
        node: Node,
        letters: Node,
        states: &mut Names<State>,
        alphabets: &Names<Letter>,
    ) -> Result<Node, TooLarge> {
        let mut too_many = false;
        let next = self.store.apply(node, letters, &mut |from, letters| {
            let (Some(from), Some(letters)) = (states.get(from), alphabets.get(letters)) else { return from };
            let next: BTreeSet<State> =
                from.iter().flat_map(|state| letters.iter().map(|letter| letter.applied_to(state))).collect();
            too_many |= next.len() > MAX_LIST_STATES;
            states.name(next)
        })?;
        if too_many { Err(TooLarge) } else { Ok(next) }
    }

    /// Some records of which all that matters is known.
    fn step_all(&mut self, node: Node, states: &mut Names<State>, letters: &[Letter]) -> Result<Node, TooLarge> {
        if letters.is_empty() {
            return Ok(node);
        }
        self.store.map(node, &mut |from| {
            let Some(from) = states.get(from) else { return from };
            let stepped = |state: &State| letters.iter().fold(state.clone(), |state, letter| letter.applied_to(&state));
            let next: BTreeSet<State> = from.iter().map(stepped).collect();
            states.name(next)
        })
    }

    /// Makes the variable of a list, and binds it to what the facts of the case allow.
    fn bind_list(
        &mut self,
        plan: &ListPlan<'a>,
        folds: &[(FoldId, &'a Fold)],
        node: Node,
        states: &Names<State>,
    ) -> Result<(), TooLarge> {
        let look = |(id, fold): &(FoldId, &'a Fold)| Look {
            kind: fold.value_type,
            unit: self.evaluator.zero(fold).unit(),
            points: self.domains.fold_points.get(id).map(Vec::as_slice).unwrap_or_default(),
        };
        let looks: Vec<Look<'_>> = folds.iter().map(look).collect();
        let reached = self.store.reach(node, &mut std::collections::HashMap::new());
        let mut vectors: Vec<Vec<Value>> = Vec::new();
        let mut allowed: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        let mut sums_anything = false;
        for name in reached.iter() {
            let mut own = BTreeSet::new();
            for state in states.get(name).into_iter().flatten() {
                sums_anything |= state.iter().any(Part::is_anything);
                for vector in outcomes(state, &looks) {
                    let known = vectors.iter().position(|known| *known == vector);
                    own.insert(known.unwrap_or_else(|| {
                        vectors.push(vector);
                        vectors.len() - 1
                    }));
                }
                if vectors.len() > MAX_LIST_STATES {
                    return Err(TooLarge);
                }
            }
            allowed.insert(name, own);
        }
        let asked = self.asked_for_list(plan, folds);
        let mentions_facts = asked.len() > 1;
        let level = self.add_variable(Subject::List(plan.list), vectors.len());
        self.list_asks.insert(plan.list, asked);
        if sums_anything && !self.sums_are_exact(folds) || self.is_approximate_of_records(plan, folds) {
            self.approximate.insert(level);
        }
        let mut children = Vec::with_capacity(vectors.len());
        for index in 0..vectors.len() {
            children.push(self.store.leaf(u32::try_from(index).map_err(|_| TooLarge)?)?);
        }
        let chosen = self.store.branch(level, children)?;
        let is_allowed = |name: u32, index: u32| allowed.get(&name).is_some_and(|own| own.contains(&(index as usize)));
        let bound = self.store.apply(node, chosen, &mut |name, index| u32::from(is_allowed(name, index)))?;
        self.constraints.insert(level, bound);
        if allowed.values().all(|own| own.len() <= 1) {
            self.fix_list(level, node, &allowed)?;
        } else if mentions_facts {
            self.entangled.insert(level);
        }
        for (place, (id, _)) in folds.iter().enumerate() {
            self.lists.insert(*id, FoldPlace { list: plan.list, level, place });
        }
        self.list_values.insert(plan.list, ListValues { folds: plan.folds.clone(), vectors });
        Ok(())
    }

    /// A list of which nothing is unknown but facts of the case: its results are a matter of these facts, and the list is
    /// not asked for.
    fn fix_list(&mut self, level: u32, node: Node, allowed: &BTreeMap<u32, BTreeSet<usize>>) -> Result<(), TooLarge> {
        let only = |name: u32| allowed.get(&name).and_then(BTreeSet::first).copied();
        let failing = self.store.map(node, &mut |name| u32::from(only(name).is_none()))?;
        self.exclude(failing, YES)?;
        let index = |name: u32| only(name).and_then(|index| u32::try_from(index).ok()).unwrap_or(0);
        let results = self.store.map(node, &mut |name| index(name))?;
        self.fixed_lists.insert(level, results);
        Ok(())
    }

    /// A condition in which the variables of lists that are known, up to facts of the case, are replaced by these facts.
    pub(super) fn without_fixed_lists(&mut self, node: Node) -> Result<Node, TooLarge> {
        let mut node = node;
        let levels = self.store.support(node).into_iter();
        let fixed: Vec<(u32, Node)> =
            levels.filter_map(|level| self.fixed_lists.get(&level).map(|results| (level, *results))).collect();
        for (level, results) in fixed {
            let mut replaced = self.store.leaf(NO)?;
            for value in 0..self.store.domain(level) {
                let index = u32::try_from(value).map_err(|_| TooLarge)?;
                let here = self.store.restrict(node, level, value)?;
                let is_here = self.store.map(results, &mut |result| u32::from(result == index))?;
                let here =
                    self.store.apply(is_here, here, &mut |is_here, leaf| if is_here == YES { leaf } else { NO })?;
                replaced = self.store.apply(replaced, here, &mut |a, b| a.max(b))?;
            }
            node = replaced;
        }
        Ok(node)
    }

    /// The list, and the unknown facts that its folds' conditions mention.
    fn asked_for_list(&self, plan: &ListPlan<'_>, folds: &[(FoldId, &Fold)]) -> BTreeSet<FactId> {
        let parts = folds.iter().flat_map(|(_, fold)| fold.condition.iter().chain(&fold.summand));
        let of_parts =
            parts.flat_map(|part| super::mentions::Leaves::of(self.data, self.facts, self.evaluator, part).facts);
        of_parts.chain([plan.list]).collect()
    }

    /// Whether a sum of unknown summands can really be anything: it adds up a field, and nothing else is said of that
    /// field.
    fn sums_are_exact(&self, folds: &[(FoldId, &Fold)]) -> bool {
        let mut summed = BTreeSet::new();
        for (_, fold) in folds {
            let Some(summand) = &fold.summand else { continue };
            match &summand.kind {
                ExprKind::Field(field) if summed.insert(*field) => {}
                _ => return false,
            }
        }
        let mut is_exact = true;
        let mut walk = Walk::new(self.data);
        for condition in folds.iter().filter_map(|(_, fold)| fold.condition.as_ref()) {
            walk.visit(condition, &mut |expr| {
                is_exact &= !matches!(&expr.kind, ExprKind::Field(field) if summed.contains(field));
            });
        }
        is_exact
    }

    /// Whether a condition on a record had to be taken for one that may hold or not.
    fn is_approximate_of_records(&self, plan: &ListPlan<'_>, folds: &[(FoldId, &Fold)]) -> bool {
        if self.domains.inexact.is_empty() {
            return false;
        }
        let mut is_approximate = false;
        let mut walk = Walk::new(self.data);
        for condition in folds.iter().filter_map(|(_, fold)| fold.condition.as_ref()) {
            walk.visit(condition, &mut |expr| {
                let unknown = plan.records.is_none().then_some(&plan.unknown);
                let found = plan.records.into_iter().flatten().chain(unknown);
                let mut entries = found.filter_map(|record| self.domains.inexact(expr, Some(record)));
                is_approximate |= super::mentions::is_atom(expr) && entries.any(|entry| !entry.is_free);
            });
        }
        is_approximate
    }

    /// The level of a fold's list, and the fold's result for each of its values.
    pub(super) fn fold_results(&self, id: FoldId) -> Option<(u32, Vec<Value>)> {
        let place = self.lists.get(&id)?;
        let values = self.list_values.get(&place.list)?;
        let results = values.vectors.iter().filter_map(|vector| vector.get(place.place).cloned());
        Some((place.level, results.collect()))
    }

    /// The results of all folds over a list, for each of its values.
    pub(super) fn results_of(&self, list: FactId) -> Vec<Vec<(FoldId, Value)>> {
        let Some(values) = self.list_values.get(&list) else { return Vec::new() };
        let named = |vector: &Vec<Value>| values.folds.iter().copied().zip(vector.iter().cloned()).collect();
        values.vectors.iter().map(named).collect()
    }
}

/// Every state that rows of some records lead to; `None` where they are too many.
fn closure(states: &Names<State>, first: u32, letters: Option<&BTreeSet<Letter>>) -> Option<BTreeSet<State>> {
    let mut all: BTreeSet<State> = states.get(first).cloned().unwrap_or_default();
    let mut fresh: Vec<State> = all.iter().cloned().collect();
    while let Some(state) = fresh.pop() {
        for letter in letters.into_iter().flatten() {
            let next = letter.applied_to(&state);
            if all.insert(next.clone()) {
                fresh.push(next);
            }
        }
        if all.len() > MAX_LIST_STATES {
            return None;
        }
    }
    Some(all)
}
