//! What the sets of contributing rules come to: looked up where the combinations are few, else computed once each.

use super::block::{bit, bits, meet, set_bit, words_for};
use super::lane::{Lane, NONE, and, or};
use crate::decide::conclude::{Adjusting, Verdict};
use crate::decide::decision::Status;
use crate::policy::{ArithmeticError, Combined, Contribution, Outcome, OutcomeId, PermittedSet, PolicyData};
use crate::syntax::ast::Combination;
use std::collections::HashMap;

/// Most bits of what is told apart for a table of all verdicts.
const MAX_TABLE_BITS: usize = 10;
/// Most verdicts that are kept; then the memory is cleared, which changes no answer.
const MAX_KEPT: usize = 1 << 16;

/// A verdict with what goes with it; `Err` where a calculation has no result.
pub(super) type Settled = Result<Settlement, ArithmeticError>;

/// What contributing rules and adjustments come to.
#[derive(Clone, Debug)]
pub(super) struct Settlement {
    pub(super) verdict: Verdict,
    /// Whether mitigating and aggravating adjustments met.
    pub(super) weigh: bool,
}

/// The rules that contribute, and the adjustments whose condition holds, as bits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contributing<'w> {
    pub(super) rules: &'w [u64],
    pub(super) adjustments: &'w [u64],
}

/// How the verdicts of one outcome are found.
#[derive(Debug)]
pub(super) struct Verdicts {
    id: OutcomeId,
    /// The sets that rules permit, each once (under `sum` each rule's own), with the rules that permit it.
    sets: Vec<(PermittedSet, Vec<u64>)>,
    adjustments: usize,
    /// All verdicts by key, where there are few.
    table: Option<Vec<Settled>>,
    are_all_decided: bool,
}

/// The verdicts that one thread has met.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    key: Vec<u64>,
    places: HashMap<Box<[u64]>, usize>,
    kept: Vec<Settled>,
}

/// Where a verdict is found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// In the program's table.
    Table(usize),
    /// In the memory.
    Memory(usize),
}

impl Verdicts {
    pub(super) fn new(data: &PolicyData, id: OutcomeId, outcome: &Outcome) -> Self {
        let words = words_for(outcome.rules.len());
        let mut sets: Vec<(PermittedSet, Vec<u64>)> = Vec::new();
        // Under `sum` it matters how often a set is permitted.
        let apart = outcome.combination == Combination::Sum;
        for (at, rule) in outcome.rules.iter().filter_map(|id| data.rules.get(id.index())).enumerate() {
            let Contribution::Fixed(set) = &rule.permitted else { continue };
            let known = sets.iter_mut().find(|(known, _)| !apart && known == set);
            match known {
                Some((_, rules)) => set_bit(rules, at),
                None => {
                    let mut rules = vec![0; words];
                    set_bit(&mut rules, at);
                    sets.push((set.clone(), rules));
                }
            }
        }
        let mut verdicts =
            Self { id, sets, adjustments: outcome.adjustments.len(), table: None, are_all_decided: false };
        let told_apart = verdicts.told_apart();
        if told_apart <= MAX_TABLE_BITS {
            let settle = |key: u64| verdicts.settle_key(data, outcome, &[key]);
            let table: Vec<Settled> = (0..1_u64 << told_apart).map(settle).collect();
            let is_decided = |(key, settled): (u64, &Settled)| {
                // A key without sets stands for no case.
                let has_sets = key.trailing_zeros() < u32::try_from(verdicts.sets.len()).unwrap_or(u32::MAX);
                !has_sets || settled.as_ref().is_ok_and(|found| found.verdict.status == Status::Decided)
            };
            verdicts.are_all_decided = (0..).zip(&table).all(is_decided);
            verdicts.table = Some(table);
        }
        verdicts
    }

    /// The memory of a thread that has met no verdict yet.
    pub(super) fn memory(&self) -> Memory {
        Memory { key: vec![0; words_for(self.told_apart())], ..Memory::default() }
    }

    /// How many bits a key has.
    fn told_apart(&self) -> usize {
        self.sets.len() + self.adjustments
    }

    /// How many sets are told apart, and whether all their combinations stand in a table.
    pub(super) fn size(&self) -> (usize, bool) {
        (self.sets.len(), self.table.is_some())
    }

    /// How many bits the number of a verdict needs, of those in the table or of those that are kept.
    pub(super) fn key_bits(&self) -> usize {
        if self.table.is_some() { self.told_apart() } else { 32 }
    }

    /// Whether all combinations stand in a table.
    pub(super) fn has_table(&self) -> bool {
        self.table.is_some()
    }

    /// Whether there is a table, in which everything is decided.
    pub(super) fn are_all_decided(&self) -> bool {
        self.are_all_decided
    }

    /// The bits of the keys in many cases, for those in which rules are left.
    pub(super) fn key_lanes(&self, (rules, adjustments): (&[Lane], &[Lane]), addressed: Lane, key: &mut Vec<Lane>) {
        for (_, of_set) in &self.sets {
            let any = bits(of_set).filter_map(|rule| rules.get(rule)).fold(NONE, |any, lane| or(any, *lane));
            key.push(and(any, addressed));
        }
        key.extend(adjustments.iter().map(|lane| and(*lane, addressed)));
    }

    /// The verdict of rules none of which is calculated.
    pub(super) fn find(&self, data: &PolicyData, contributing: Contributing<'_>, memory: &mut Memory) -> Option<Place> {
        memory.key.fill(0);
        for (at, (_, rules)) in self.sets.iter().enumerate() {
            if meet(rules, contributing.rules) {
                set_bit(&mut memory.key, at);
            }
        }
        for at in bits(contributing.adjustments) {
            set_bit(&mut memory.key, self.sets.len() + at);
        }
        if self.table.is_some() {
            return Some(Place::Table(usize::try_from(memory.key.first().copied().unwrap_or(0)).ok()?));
        }
        if memory.kept.len() >= MAX_KEPT {
            self.make_room(memory);
        }
        self.find_kept(data, memory).map(Place::Memory)
    }

    /// The place in the memory of the verdict with these bits in its key.
    pub(super) fn find_key(
        &self,
        data: &PolicyData,
        key: impl Iterator<Item = usize>,
        memory: &mut Memory,
    ) -> Option<usize> {
        memory.key.fill(0);
        key.for_each(|at| set_bit(&mut memory.key, at));
        self.find_kept(data, memory)
    }

    /// Forgets verdicts where many are kept. What was found before must not be looked up any more.
    pub(super) fn make_room(&self, memory: &mut Memory) {
        if memory.kept.len() >= MAX_KEPT {
            memory.places.clear();
            memory.kept.clear();
        }
    }

    fn find_kept(&self, data: &PolicyData, memory: &mut Memory) -> Option<usize> {
        if let Some(place) = memory.places.get(memory.key.as_slice()) {
            return Some(*place);
        }
        let outcome = data.outcomes.get(self.id.index())?;
        let settled = self.settle_key(data, outcome, &memory.key);
        let place = memory.kept.len();
        memory.kept.push(settled);
        memory.places.insert(memory.key.clone().into_boxed_slice(), place);
        Some(place)
    }

    /// What stands at a place.
    pub(super) fn at<'v>(&'v self, place: Place, memory: &'v Memory) -> Option<&'v Settled> {
        match place {
            Place::Table(place) => self.table.as_ref()?.get(place),
            Place::Memory(place) => memory.kept.get(place),
        }
    }

    fn settle_key(&self, data: &PolicyData, outcome: &Outcome, key: &[u64]) -> Settled {
        let sets = self.sets.iter().enumerate().filter(|(at, _)| bit(key, *at)).map(|(_, (set, _))| set);
        let adjustments = (0..self.adjustments).filter(|at| bit(key, self.sets.len() + at));
        settle(data, outcome, sets, adjustments)
    }
}

/// Combines the sets of contributing rules, and adjusts the result.
pub(super) fn settle<'s>(
    data: &PolicyData,
    outcome: &Outcome,
    sets: impl Iterator<Item = &'s PermittedSet>,
    adjustments: impl Iterator<Item = usize>,
) -> Settled {
    let without_set = |status| Settlement { verdict: Verdict { status, permitted: None }, weigh: false };
    match PermittedSet::combine(outcome.combination, sets)? {
        Combined::Nothing => Ok(without_set(Status::NotAddressed)),
        Combined::Conflict => Ok(without_set(Status::Conflict)),
        Combined::Set(set) => {
            let mut adjusting = Adjusting::new(data, outcome, set);
            for rule in adjustments.filter_map(|at| outcome.adjustments.get(at)) {
                adjusting.add(rule)?;
            }
            let verdict = Verdict { status: Status::Decided, permitted: Some(adjusting.result()) };
            Ok(Settlement { verdict, weigh: adjusting.weigh() })
        }
    }
}
