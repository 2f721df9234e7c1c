//! Facts and lists that conditions compare with each other: which of the conditions on them go together.

use super::gather::Found;
use super::subjects::{Group, Member};
use crate::decide::abstraction::{Abstraction, Atom, Branching, CutCondition, Diagram, Holding, Level, LevelSubject};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most combinations of values that are tried for one group.
const MAX_TUPLES: usize = 100_000;

/// Most combinations of values of facts that are laid out value by value where they are too many to be tried.
const MAX_RAW_TUPLES: usize = 10_000_000;

/// How the variables of the abstraction become variables of a space.
#[derive(Default)]
pub(super) struct Grouping {
    /// The levels of each group.
    pub(super) groups: Vec<Vec<Level>>,
    /// The levels whose values stay as they are, although their number is large.
    pub(super) raw: BTreeSet<Level>,
    /// The levels of facts that have too many values together: a condition on several of them is left uncut.
    pub(super) loose: BTreeSet<Level>,
}

/// Whether a level stands for a list, or for a fact whose values have an order and no end.
fn is_wide(abstraction: &Abstraction<'_>, level: Level) -> bool {
    match abstraction.subject(level) {
        Some(LevelSubject::Fact(fact, _)) => abstraction.is_ordered(fact),
        Some(LevelSubject::List(..)) => true,
        Some(LevelSubject::Condition(..)) | None => false,
    }
}

/// The levels that an atom depends on.
pub(super) fn levels(abstraction: &Abstraction<'_>, atom: &Atom) -> BTreeSet<Level> {
    match atom {
        Atom::Cut(cut) => abstraction.level_of(cut.fact).into_iter().collect(),
        Atom::Diagram { holds, failing } => {
            abstraction.support(*holds).into_iter().chain(abstraction.support(*failing)).collect()
        }
    }
}

/// Finds the groups.
pub(super) fn grouping(abstraction: &Abstraction<'_>, atoms: &[Found<'_>]) -> Grouping {
    let mut sets: Vec<BTreeSet<Level>> = Vec::new();
    let mut raw: BTreeSet<Level> = BTreeSet::new();
    let mut wide_levels: BTreeSet<Level> = BTreeSet::new();
    let mut joined: BTreeSet<Level> = BTreeSet::new();
    for found in atoms {
        let Some(atom) = &found.atom else { continue };
        let all = levels(abstraction, atom);
        let wide: BTreeSet<Level> = all.iter().copied().filter(|level| is_wide(abstraction, *level)).collect();
        wide_levels.extend(&wide);
        if matches!(atom, Atom::Cut(_)) {
            continue;
        }
        if wide.len() < all.len() {
            raw.extend(&wide);
        }
        joined.extend(&wide);
        join(&mut sets, wide);
    }
    for level in &wide_levels {
        let Some(constraint) = abstraction.constraint(*level) else { continue };
        let others: BTreeSet<Level> =
            abstraction.support(constraint).into_iter().filter(|other| other != level).collect();
        if !others.is_empty() {
            raw.insert(*level);
            raw.extend(others.iter().copied().filter(|other| is_wide(abstraction, *other)));
        }
    }
    let mut grouping = Grouping::default();
    for set in sets {
        let sizes = set.iter().map(|level| abstraction.size(*level));
        let tuples = sizes.fold(1_usize, usize::saturating_mul);
        let is_fact = |level: &Level| matches!(abstraction.subject(*level), Some(LevelSubject::Fact(..)));
        if tuples > MAX_RAW_TUPLES && set.iter().all(|level| is_fact(level) && !raw.contains(level)) {
            grouping.loose.extend(&set);
        } else if tuples > MAX_TUPLES || set.iter().any(|level| raw.contains(level)) {
            grouping.raw.extend(&set);
        } else {
            grouping.groups.push(set.into_iter().collect());
        }
    }
    grouping.raw.extend(raw);
    grouping.groups.sort();
    grouping
}

fn join(sets: &mut Vec<BTreeSet<Level>>, set: BTreeSet<Level>) {
    if set.is_empty() {
        return;
    }
    let (joined, mut others): (Vec<_>, Vec<_>) =
        std::mem::take(sets).into_iter().partition(|known| !known.is_disjoint(&set));
    others.push(joined.into_iter().flatten().chain(set).collect());
    *sets = others;
}

/// What a condition on a group comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The same whatever the values are.
    Constant(bool),
    /// What one of the group's conditions comes to, or its opposite.
    Condition { place: usize, is_opposite: bool },
}

/// A group with its conditions.
pub(super) struct Tried {
    pub(super) group: Group,
    /// For each atom of the group, by its place among all atoms, what it comes to.
    pub(super) meanings: BTreeMap<usize, Meaning>,
    /// For each condition the first atom that it was found for.
    pub(super) named_by: Vec<usize>,
}

/// Tries all values of a group.
pub(super) fn tried(abstraction: &Abstraction<'_>, levels_of: &[Level], atoms: &[Found<'_>]) -> Tried {
    let members: Vec<Member> = levels_of.iter().filter_map(|level| member(abstraction, *level)).collect();
    let places: BTreeMap<Level, usize> = levels_of.iter().enumerate().map(|(place, level)| (*level, place)).collect();
    let own: Vec<(usize, &Atom)> = atoms
        .iter()
        .enumerate()
        .filter_map(|(place, found)| Some((place, found.atom.as_ref()?)))
        .filter(|(_, atom)| levels(abstraction, atom).iter().any(|level| places.contains_key(level)))
        .collect();
    let mut walk = Walked { abstraction, places: &places, branchings: HashMap::new() };
    let mut tuples: Vec<Box<[u16]>> = Vec::new();
    let mut truths: Vec<Vec<bool>> = Vec::new();
    let mut tuple: Vec<u16> = vec![0; members.len()];
    loop {
        if walk.is_allowed(levels_of, &tuple) {
            let holdings: Option<Vec<bool>> = own.iter().map(|(_, atom)| walk.holds(atom, &members, &tuple)).collect();
            if let Some(holdings) = holdings {
                tuples.push(tuple.clone().into_boxed_slice());
                truths.push(holdings);
            }
        }
        if !advance(&mut tuple, &members) {
            break;
        }
    }
    let mut columns: Vec<Vec<bool>> = Vec::new();
    let mut meanings = BTreeMap::new();
    let mut named_by = Vec::new();
    for (column, (place, _)) in own.iter().enumerate() {
        let mut values: Vec<bool> = truths.iter().filter_map(|row| row.get(column).copied()).collect();
        let first = values.first().copied().unwrap_or(false);
        if values.iter().all(|value| *value == first) {
            meanings.insert(*place, Meaning::Constant(first));
            continue;
        }
        let known = columns.iter().position(|known| *known == values);
        values.iter_mut().for_each(|value| *value = !*value);
        let opposite = columns.iter().position(|known| *known == values);
        let meaning = match (known, opposite) {
            (Some(place), _) => Meaning::Condition { place, is_opposite: false },
            (None, Some(place)) => Meaning::Condition { place, is_opposite: true },
            (None, None) => {
                values.iter_mut().for_each(|value| *value = !*value);
                columns.push(values);
                named_by.push(*place);
                Meaning::Condition { place: columns.len() - 1, is_opposite: false }
            }
        };
        meanings.insert(*place, meaning);
    }
    let mut numbers: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
    let mut patterns: Vec<(Vec<bool>, usize)> = Vec::new();
    let mut pattern_of = Vec::with_capacity(tuples.len());
    for row in 0..tuples.len() {
        let pattern: Vec<bool> = columns.iter().filter_map(|column| column.get(row).copied()).collect();
        let number = *numbers.entry(pattern.clone()).or_insert_with(|| {
            patterns.push((pattern, row));
            patterns.len() - 1
        });
        pattern_of.push(number);
    }
    let mut group = Group { members, variables: Vec::new(), patterns, tuples, pattern_of };
    group.choose_ordinary();
    Tried { group, meanings, named_by }
}

fn member(abstraction: &Abstraction<'_>, level: Level) -> Option<Member> {
    match abstraction.subject(level)? {
        LevelSubject::Fact(fact, values) => Some(Member::Fact(fact, values)),
        LevelSubject::List(list, results) => Some(Member::List(list, results)),
        LevelSubject::Condition(..) => None,
    }
}

/// The next tuple; false after the last.
fn advance(tuple: &mut [u16], members: &[Member]) -> bool {
    for (value, member) in tuple.iter_mut().zip(members).rev() {
        if usize::from(*value) + 1 < member.size() {
            *value += 1;
            return true;
        }
        *value = 0;
    }
    false
}

/// Walks diagrams with values at hand.
struct Walked<'w, 'a> {
    abstraction: &'w Abstraction<'a>,
    places: &'w BTreeMap<Level, usize>,
    branchings: HashMap<Diagram, Branching>,
}

impl Walked<'_, '_> {
    fn truth(&mut self, diagram: Diagram, tuple: &[u16]) -> bool {
        let mut at = diagram;
        loop {
            let branching = self.branchings.entry(at).or_insert_with(|| self.abstraction.branching(at));
            match branching {
                Branching::Constant(truth) => return *truth,
                Branching::At(level, children) => {
                    let value = self.places.get(level).and_then(|place| tuple.get(*place)).copied().unwrap_or(0);
                    let Some(child) = children.get(usize::from(value)) else { return false };
                    at = *child;
                }
            }
        }
    }

    /// Whether values go together.
    fn is_allowed(&mut self, levels: &[Level], tuple: &[u16]) -> bool {
        let constraints: Vec<Diagram> = levels.iter().filter_map(|level| self.abstraction.constraint(*level)).collect();
        constraints.into_iter().all(|constraint| self.truth(constraint, tuple))
    }

    /// Whether an atom holds; `None` where the case cannot be decided.
    fn holds(&mut self, atom: &Atom, members: &[Member], tuple: &[u16]) -> Option<bool> {
        match atom {
            Atom::Cut(cut) => match self.cut(cut, members, tuple)? {
                Holding::Yes => Some(true),
                Holding::No => Some(false),
                Holding::NoResult => None,
            },
            Atom::Diagram { holds, failing } => (!self.truth(*failing, tuple)).then(|| self.truth(*holds, tuple)),
        }
    }

    fn cut(&self, cut: &CutCondition, members: &[Member], tuple: &[u16]) -> Option<Holding> {
        let place = self.places.get(&self.abstraction.level_of(cut.fact)?)?;
        match members.get(*place)? {
            Member::Fact(_, values) => Some(cut.at(values.get(usize::from(*tuple.get(*place)?))?)),
            Member::List(..) => None,
        }
    }
}
