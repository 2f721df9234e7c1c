//! The conditions that a verdict rests on.
//!
//! A verdict rests on conditions if they settle it whatever all others come to. What they are follows from what
//! [`conclude`](crate::decide) does with them: the rules whose sets make up the result have to fire and to stand; every
//! rule that would add to it or drop one of them must not; an exemption of one of them must not hold; and so on. Of the
//! rules and adjustments that make the result only so many are kept as it takes.

use crate::decide::Status;
use crate::decide::Truth;
use crate::decide::grounds::{Adjusting, Conclusion, Holds, OutcomeCase};
use crate::policy::{Combined, Contribution, PermittedSet, PolicyData, Rule, RuleId, RuleKind};
use crate::syntax::ast::Combination;
use std::collections::{BTreeMap, BTreeSet};

/// A condition of an outcome, or the amounts that a rule calculates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Scope(usize),
    Rule(RuleId),
    Amounts(RuleId),
    Exemption(usize),
    Adjustment(usize),
}

/// What a verdict rests on.
#[derive(Clone, Debug, Default)]
pub(super) struct Basis {
    /// The conditions, and whether each holds.
    pub(super) parts: BTreeMap<Part, bool>,
    /// The rules that make the result.
    pub(super) deciding: BTreeSet<RuleId>,
}

/// Most rules or adjustments of which some are left out one by one to see whether they make a difference.
const MOST_TRIED: usize = 64;

/// What a verdict rests on; `None` where conditions that are open leave it to the completions.
///
/// `scopes` are the truths of the parts of the policy's scope.
pub(super) fn basis(
    data: &PolicyData,
    case: &OutcomeCase<'_>,
    conclusion: &Conclusion,
    scopes: &[Truth],
) -> Option<Basis> {
    let mut search = Search { data, case, conclusion, basis: Basis::default() };
    search.run(scopes)?;
    Some(search.basis)
}

struct Search<'s> {
    data: &'s PolicyData,
    case: &'s OutcomeCase<'s>,
    conclusion: &'s Conclusion,
    basis: Basis,
}

impl Search<'_> {
    fn run(&mut self, scopes: &[Truth]) -> Option<()> {
        if self.conclusion.verdict.status == Status::OutOfScope {
            let place = scopes.iter().position(|truth| *truth == Truth::False)?;
            self.basis.parts.insert(Part::Scope(place), false);
            return Some(());
        }
        for (place, truth) in scopes.iter().enumerate() {
            if *truth != Truth::True {
                return None;
            }
            self.basis.parts.insert(Part::Scope(place), true);
        }
        let exemptions = &self.case.outcome.exemptions;
        let holds = |index: &usize| self.case.exemptions.get(*index) == Some(&Truth::True);
        let whole: Vec<usize> = (0..exemptions.len())
            .filter(|index| exemptions.get(*index).is_some_and(|found| found.from.is_none()))
            .collect();
        if let Some(index) = whole.iter().find(|index| holds(index)) {
            self.basis.parts.insert(Part::Exemption(*index), true);
            return Some(());
        }
        for index in whole {
            self.not_exempt(index)?;
        }
        match self.conclusion.verdict.status {
            Status::Decided | Status::Conflict => self.combined(),
            Status::Exempt | Status::NotAddressed => self.nothing_left(),
            Status::Undetermined | Status::OutOfScope => None,
        }
    }

    fn rule(&self, id: RuleId) -> Option<&Rule> {
        self.data.rules.get(id.index())
    }

    fn truth(&self, id: RuleId) -> Truth {
        self.case.rules.get(&id).copied().unwrap_or(Truth::Unknown)
    }

    fn is_otherwise(&self, id: RuleId) -> bool {
        self.rule(id).is_some_and(|rule| rule.kind == RuleKind::Otherwise)
    }

    fn fires(&mut self, id: RuleId) {
        self.basis.parts.insert(Part::Rule(id), true);
    }

    /// That the condition of a rule does not hold.
    fn not_firing(&mut self, id: RuleId) -> Option<()> {
        if self.truth(id) != Truth::False {
            return None;
        }
        self.basis.parts.insert(Part::Rule(id), false);
        Some(())
    }

    fn not_exempt(&mut self, index: usize) -> Option<()> {
        if self.case.exemptions.get(index) != Some(&Truth::False) {
            return None;
        }
        self.basis.parts.insert(Part::Exemption(index), false);
        Some(())
    }

    /// Whether some plain rule is known to fire among what was found so far.
    fn some_plain_fires(&self) -> bool {
        self.basis.parts.iter().any(|(part, holds)| match part {
            Part::Rule(id) => *holds && !self.is_otherwise(*id),
            Part::Scope(_) | Part::Amounts(_) | Part::Exemption(_) | Part::Adjustment(_) => false,
        })
    }

    /// The exemptions that excuse a rule and hold.
    fn excusing(&self, id: RuleId) -> Vec<usize> {
        let exemptions = self.case.outcome.exemptions.iter().zip(&self.case.exemptions).enumerate();
        let excuses = exemptions.filter(|(_, (found, truth))| {
            **truth == Truth::True && found.from.as_ref().is_some_and(|from| from.contains(&id))
        });
        excuses.map(|(index, _)| index).collect()
    }

    /// The plain rules that fire and override a rule.
    fn overriding(&self, id: RuleId) -> Vec<RuleId> {
        let overrides = |other: &RuleId| {
            self.rule(*other).is_some_and(|rule| rule.kind == RuleKind::Plain && rule.overrides.contains(&id))
        };
        let rules = self.case.outcome.rules.iter().copied();
        rules.filter(|other| self.truth(*other) == Truth::True).filter(overrides).collect()
    }

    /// That a rule does not contribute: it does not fire, or is overridden, or excused.
    fn not_contributing(&mut self, id: RuleId) -> Option<()> {
        let (excusing, overriding) = (self.excusing(id), self.overriding(id));
        let is_known = |part: Part| self.basis.parts.get(&part) == Some(&true);
        let is_dropped = excusing.iter().any(|index| is_known(Part::Exemption(*index)))
            || overriding.iter().any(|other| is_known(Part::Rule(*other)))
            || self.is_otherwise(id) && self.some_plain_fires();
        if is_dropped {
            return Some(());
        }
        if self.not_firing(id).is_some() {
            return Some(());
        }
        if let Some(index) = excusing.first() {
            self.basis.parts.insert(Part::Exemption(*index), true);
            return Some(());
        }
        if let Some(other) = overriding.first() {
            self.fires(*other);
            return Some(());
        }
        let plain = |other: &RuleId| !self.is_otherwise(*other) && self.truth(*other) == Truth::True;
        let other = self.case.outcome.rules.iter().copied().find(plain).filter(|_| self.is_otherwise(id))?;
        self.fires(other);
        Some(())
    }

    /// Where no rule contributes: none of them does, and an exemption of single clauses holds, or none.
    fn nothing_left(&mut self) -> Option<()> {
        let exemptions = &self.case.outcome.exemptions;
        let single: Vec<usize> = (0..exemptions.len())
            .filter(|index| exemptions.get(*index).is_some_and(|found| found.from.is_some()))
            .collect();
        let is_exempt = self.conclusion.verdict.status == Status::Exempt;
        if !is_exempt {
            for index in &single {
                self.not_exempt(*index)?;
            }
        }
        let (fired, others): (Vec<RuleId>, Vec<RuleId>) =
            self.case.outcome.rules.iter().copied().partition(|id| self.truth(*id) == Truth::True);
        for id in fired.into_iter().chain(others) {
            self.not_contributing(id)?;
        }
        let is_pinned = |index: &usize| self.basis.parts.get(&Part::Exemption(*index)) == Some(&true);
        if is_exempt && !single.iter().any(is_pinned) {
            let holds = |index: &&usize| self.case.exemptions.get(**index) == Some(&Truth::True);
            let index = *single.iter().find(holds)?;
            self.basis.parts.insert(Part::Exemption(index), true);
        }
        Some(())
    }

    /// Where sets combine, to a set or to a conflict.
    fn combined(&mut self) -> Option<()> {
        let case = self.case;
        let mut sets: Vec<(RuleId, &PermittedSet)> = Vec::new();
        for id in self.conclusion.standing.iter().filter(|id| self.excusing(**id).is_empty()) {
            sets.push((*id, case.permitted(*id).ok().flatten()?));
        }
        let combination = case.outcome.combination;
        let result = combine(combination, &sets)?;
        let deciding = fewest(combination, sets, &result);
        self.basis.deciding = deciding.iter().map(|(id, _)| *id).collect();
        for (id, _) in &deciding {
            self.fires(*id);
            if matches!(self.rule(*id)?.permitted, Contribution::Computed { .. }) {
                self.basis.parts.insert(Part::Amounts(*id), true);
            }
        }
        let by_otherwise = deciding.iter().all(|(id, _)| self.is_otherwise(*id));
        for id in &case.outcome.rules {
            if !self.basis.deciding.contains(id) {
                self.harmless(*id, by_otherwise, &result)?;
            }
        }
        for (index, exemption) in case.outcome.exemptions.iter().enumerate() {
            let excuses = |id: &RuleId| exemption.from.as_ref().is_some_and(|from| from.contains(id));
            if self.basis.deciding.iter().any(excuses) {
                self.not_exempt(index)?;
            }
        }
        match &result {
            Combined::Set(set) => self.adjusted(set),
            Combined::Conflict | Combined::Nothing => Some(()),
        }
    }

    /// That a rule which does not make the result leaves it as it is.
    fn harmless(&mut self, id: RuleId, by_otherwise: bool, result: &Combined) -> Option<()> {
        let rule = self.rule(id)?;
        match (rule.kind, by_otherwise) {
            (RuleKind::Plain, true) => return self.not_firing(id),
            (RuleKind::Otherwise, false) => return Some(()),
            (RuleKind::Plain, false) | (RuleKind::Otherwise, true) => {}
        }
        if rule.overrides.iter().any(|other| self.basis.deciding.contains(other)) {
            return self.not_firing(id);
        }
        let adds_nothing = match (result, &rule.permitted) {
            (Combined::Conflict, _) => true,
            (Combined::Set(set), Contribution::Fixed(own)) => {
                let with = PermittedSet::combine(self.case.outcome.combination, [set, own]);
                with.as_ref() == Ok(result)
            }
            (Combined::Set(_) | Combined::Nothing, _) => false,
        };
        if adds_nothing { Some(()) } else { self.not_contributing(id) }
    }

    /// The adjustments that make the result, and those that must not be made.
    fn adjusted(&mut self, set: &PermittedSet) -> Option<()> {
        let count = self.case.adjustments.len();
        let made: BTreeSet<usize> = self.conclusion.adjustments.iter().copied().collect();
        let result = self.conclusion.verdict.permitted.clone()?;
        let start = Adjusting::new(self.data, self.case.outcome, set.clone());
        let mut kept = made.clone();
        if count <= MOST_TRIED {
            for index in &made {
                let mut fewer = kept.clone();
                fewer.remove(index);
                if self.with(&start, &fewer).is_some_and(|state| state.result() == result) {
                    kept = fewer;
                }
            }
        }
        let free = self.free(&start, &kept, &result).or_else(|| {
            kept = made;
            self.free(&start, &kept, &result)
        })?;
        for index in (0..count).filter(|index| !free.contains(index)) {
            let holds = kept.contains(&index);
            if self.case.adjustments.get(index) != Some(&Truth::from(holds)) {
                return None;
            }
            self.basis.parts.insert(Part::Adjustment(index), holds);
        }
        Some(())
    }

    fn with(&self, start: &Adjusting, indices: &BTreeSet<usize>) -> Option<Adjusting> {
        let mut state = start.clone();
        for index in indices {
            state.add(self.case.outcome.adjustments.get(*index)?).ok()?;
        }
        Some(state)
    }

    /// The adjustments that may be made or not, beside those that are kept; `None` where one of those that were made is
    /// neither kept nor of no consequence.
    fn free(&self, start: &Adjusting, kept: &BTreeSet<usize>, result: &PermittedSet) -> Option<BTreeSet<usize>> {
        let mut states = vec![self.with(start, kept)?];
        let mut free = BTreeSet::new();
        for (index, rule) in self.case.outcome.adjustments.iter().enumerate().take(MOST_TRIED) {
            if kept.contains(&index) {
                continue;
            }
            let more: Option<Vec<Adjusting>> = states
                .iter()
                .map(|state| {
                    let mut state = state.clone();
                    state.add(rule).ok()?;
                    (state.result() == *result).then_some(state)
                })
                .collect();
            match more {
                Some(more) if states.len() <= MOST_TRIED => {
                    let new: Vec<Adjusting> = more.into_iter().filter(|state| !states.contains(state)).collect();
                    states.extend(new);
                    free.insert(index);
                }
                Some(_) | None if self.conclusion.adjustments.contains(&index) => return None,
                Some(_) | None => {}
            }
        }
        Some(free)
    }
}

fn combine(combination: Combination, sets: &[(RuleId, &PermittedSet)]) -> Option<Combined> {
    PermittedSet::combine(combination, sets.iter().map(|(_, set)| *set)).ok()
}

/// As few of the rules as still come to the result, the first to be left out first.
fn fewest<'s>(
    combination: Combination,
    sets: Vec<(RuleId, &'s PermittedSet)>,
    result: &Combined,
) -> Vec<(RuleId, &'s PermittedSet)> {
    let mut kept = sets;
    if combination != Combination::Sum {
        // Of rules that permit the same, one is enough.
        let mut seen: BTreeSet<&PermittedSet> = BTreeSet::new();
        kept.retain(|(_, set)| seen.insert(set));
    }
    if kept.len() > MOST_TRIED {
        return kept;
    }
    let mut index = 0;
    while index < kept.len() {
        let mut fewer = kept.clone();
        fewer.remove(index);
        if combine(combination, &fewer).as_ref() == Some(result) {
            kept = fewer;
        } else {
            index += 1;
        }
    }
    kept
}
