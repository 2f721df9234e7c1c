//! What an outcome comes to, case by case: the regions of its verdicts.
//!
//! The regions are found by taking one contribution after the other into account: each splits what was found so far into
//! the cases where it counts and those where it does not. What sets come to together, and what adjustments make of
//! them, is said by the same functions by which a single case is decided.

use super::analysis::Analysis;
use super::formula::Formula;
use super::region::{Region, Undecided};
use super::weight::Weight;
use crate::decide::abstraction::Adjusting;
use crate::decide::{Status, Verdict};
use crate::policy::{AdjustmentRule, Combined, Contribution, Outcome, OutcomeId, PermittedSet, RuleId, RuleKind};
use crate::source::limits::MAX_VERDICTS;
use crate::syntax::ast::Combination;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The cases of an outcome by what it comes to.
#[derive(Clone, Debug)]
pub struct Partition {
    /// The verdicts that occur, each with its cases; the regions have no case in common. Sorted by verdict.
    pub verdicts: Vec<(Verdict, Region)>,
    /// The cases in which amounts have no sum or no middle, so that the case cannot be decided.
    pub without_result: Region,
    /// Whether some amounts are calculated from facts. The verdicts then are those of the values that stand for all
    /// others, and more sets of amounts occur than are listed.
    pub is_sampled: bool,
}

impl Partition {
    /// The cases whose verdict is of some kind.
    #[must_use]
    pub fn region(&self, wanted: impl Fn(&Verdict) -> bool) -> Region {
        let own = self.verdicts.iter().filter(|(verdict, _)| wanted(verdict));
        let none = self.without_result.and_not(&self.without_result);
        own.fold(none, |all, (_, region)| all.or(region))
    }

    /// The cases of a status.
    #[must_use]
    pub fn with_status(&self, status: Status) -> Region {
        self.region(|verdict| verdict.status == status)
    }
}

/// Where a rule counts.
#[derive(Clone, Debug)]
pub(super) struct RuleCases {
    /// Its condition holds, and where it says `otherwise`, no other rule fires.
    pub(super) fires: Formula,
    /// It fires and is not overridden.
    pub(super) stands: Formula,
    /// It stands and is not excused.
    pub(super) contributes: Formula,
}

/// The conditions of one outcome.
pub(super) struct OutcomeCases {
    pub(super) rules: BTreeMap<RuleId, RuleCases>,
    /// For each plain rule, where it is the only one that fires.
    pub(super) only: BTreeMap<RuleId, Formula>,
    pub(super) exemptions: Vec<Formula>,
    pub(super) adjustments: Vec<Formula>,
    /// The cases in scope that are not exempt as a whole.
    pub(super) open: Formula,
    /// The cases that are exempt as a whole, or would be if no rule contributed.
    pub(super) whole: Formula,
    pub(super) partial: Formula,
}

/// What the contributions so far come to.
pub(super) type States = BTreeMap<Combined, Formula>;

/// Cases with their verdict, as formulas.
#[derive(Default)]
pub(super) struct Cells {
    pub(super) verdicts: BTreeMap<Verdict, Formula>,
    pub(super) without_result: Vec<Formula>,
}

/// Contributions that are alike.
pub(super) struct Share {
    pub(super) set: PermittedSet,
    pub(super) rules: Vec<RuleId>,
    pub(super) contributes: Formula,
    /// For each of the rules, where it contributes and no other of them does.
    pub(super) alone: Vec<Formula>,
}

impl Analysis {
    /// The conditions of an outcome, and where its rules count; of some of the rules only.
    pub(super) fn outcome_cases(
        &self,
        id: OutcomeId,
        is_kept: &dyn Fn(RuleId) -> bool,
    ) -> Result<OutcomeCases, Undecided> {
        let data = self.policy().data();
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let scope = self.scope_formula()?;
        let rule = |id: &RuleId| data.rules.get(id.index());
        let mut conditions: BTreeMap<RuleId, Formula> = BTreeMap::new();
        for id in outcome.rules.iter().filter(|id| is_kept(**id)) {
            let condition = rule(id).and_then(|rule| rule.condition.as_ref());
            let formula = condition.map_or(Ok(Formula::constant(true)), |condition| self.formula(condition))?;
            conditions.insert(*id, formula.and(&scope));
        }
        let exemptions: Vec<Formula> =
            outcome.exemptions.iter().map(|found| self.formula(&found.condition)).collect::<Result<_, _>>()?;
        let adjustments: Vec<Formula> =
            outcome.adjustments.iter().map(|found| self.formula(&found.condition)).collect::<Result<_, _>>()?;
        let kind = |id: &RuleId| rule(id).map(|rule| rule.kind);
        let (plain_ids, plain): (Vec<RuleId>, Vec<Formula>) = conditions
            .iter()
            .filter(|(id, _)| kind(id) == Some(RuleKind::Plain))
            .map(|(id, own)| (*id, own.clone()))
            .unzip();
        let (some_plain, only) = alone(&plain);
        let no_plain = some_plain.not();
        let mut fires: BTreeMap<RuleId, Formula> = BTreeMap::new();
        let mut overriding: BTreeMap<RuleId, Vec<Formula>> = BTreeMap::new();
        for (id, condition) in conditions {
            let own = match kind(&id) {
                Some(RuleKind::Otherwise) => condition.and(&no_plain),
                Some(RuleKind::Plain) | None => condition,
            };
            for overridden in rule(&id).into_iter().flat_map(|rule| &rule.overrides) {
                overriding.entry(*overridden).or_default().push(own.clone());
            }
            fires.insert(id, own);
        }
        let mut excusing: BTreeMap<RuleId, Vec<Formula>> = BTreeMap::new();
        let (mut whole, mut partial) = (Vec::new(), Vec::new());
        for (exemption, holds) in outcome.exemptions.iter().zip(&exemptions) {
            match &exemption.from {
                None => whole.push(holds.clone()),
                Some(from) => {
                    partial.push(holds.clone());
                    from.iter().for_each(|rule| excusing.entry(*rule).or_default().push(holds.clone()));
                }
            }
        }
        let mut rules = BTreeMap::new();
        for (id, fires) in fires {
            let stands = fires.and_not(&Formula::any(overriding.remove(&id).unwrap_or_default()));
            let contributes = stands.and_not(&Formula::any(excusing.remove(&id).unwrap_or_default()));
            rules.insert(id, RuleCases { fires, stands, contributes });
        }
        let whole = Formula::any(whole);
        Ok(OutcomeCases {
            rules,
            only: plain_ids.into_iter().zip(only).collect(),
            exemptions,
            adjustments,
            open: scope.and_not(&whole),
            whole,
            partial: Formula::any(partial),
        })
    }

    /// The contributions to an outcome: of alike ones it counts only that there is one. Sums count each.
    pub(super) fn shares(&self, id: OutcomeId, cases: &OutcomeCases) -> Result<(Vec<Share>, bool), Undecided> {
        let data = self.policy().data();
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let mut sets: Vec<(PermittedSet, RuleId, Formula)> = Vec::new();
        let mut is_sampled = false;
        for (rule, own) in &cases.rules {
            match data.rules.get(rule.index()).map(|rule| &rule.permitted) {
                Some(Contribution::Fixed(set)) => sets.push((set.clone(), *rule, own.contributes.clone())),
                Some(Contribution::Computed { .. }) => {
                    is_sampled = true;
                    for (set, when) in self.computed(*rule)? {
                        sets.push((set, *rule, own.contributes.and(&when)));
                    }
                }
                None => {}
            }
        }
        let mut shares: Vec<Share> = Vec::new();
        let mut places: BTreeMap<PermittedSet, usize> = BTreeMap::new();
        let mut parts: Vec<Vec<Formula>> = Vec::new();
        for (set, rule, formula) in sets {
            let known = places.get(&set).copied().filter(|_| outcome.combination != Combination::Sum);
            match known.and_then(|place| Some((shares.get_mut(place)?, parts.get_mut(place)?))) {
                Some((share, parts)) => {
                    share.rules.push(rule);
                    parts.push(formula);
                }
                None => {
                    places.insert(set.clone(), shares.len());
                    let contributes = Formula::constant(false);
                    shares.push(Share { set, rules: vec![rule], contributes, alone: Vec::new() });
                    parts.push(vec![formula]);
                }
            }
        }
        for (share, parts) in shares.iter_mut().zip(parts) {
            (share.contributes, share.alone) = alone(&parts);
        }
        // Heavy sets first: lighter ones then change less and less.
        shares.sort_by_cached_key(|share| Reverse((Weight::lightest(&share.set), share.set.clone())));
        Ok((shares, is_sampled))
    }

    /// Takes contributions into account, one after the other. Empty states are left out.
    pub(super) fn combined(
        &self,
        outcome: &Outcome,
        start: States,
        shares: &[Share],
        without_result: &mut Vec<Formula>,
    ) -> Result<States, Undecided> {
        let mut states = start;
        for share in shares {
            let mut next: BTreeMap<Combined, Vec<Formula>> = BTreeMap::new();
            for (state, formula) in states {
                let combined = match &state {
                    Combined::Nothing => PermittedSet::combine(outcome.combination, [&share.set]),
                    Combined::Set(set) => PermittedSet::combine(outcome.combination, [set, &share.set]),
                    Combined::Conflict => Ok(Combined::Conflict),
                };
                if combined.as_ref() == Ok(&state) {
                    next.entry(state).or_default().push(formula);
                    continue;
                }
                let with = formula.and(&share.contributes);
                if self.is_possible(&with)? {
                    match combined {
                        Ok(combined) => next.entry(combined).or_default().push(with),
                        Err(_) => without_result.push(with),
                    }
                    let without = formula.and_not(&share.contributes);
                    if self.is_possible(&without)? {
                        next.entry(state).or_default().push(without);
                    }
                } else {
                    next.entry(state).or_default().push(formula);
                }
            }
            if next.len() > MAX_VERDICTS {
                return Err(Undecided::TooLarge);
            }
            states = next.into_iter().map(|(state, parts)| (state, Formula::any(parts))).collect();
        }
        Ok(states)
    }

    /// Turns states into verdicts.
    pub(super) fn concluded(
        &self,
        outcome: &Outcome,
        cases: &OutcomeCases,
        states: States,
        cells: &mut Cells,
    ) -> Result<(), Undecided> {
        let of = |status: Status| Verdict { status, permitted: None };
        let mut parts: BTreeMap<Verdict, Vec<Formula>> = BTreeMap::new();
        for (state, formula) in states {
            match state {
                Combined::Nothing => {
                    parts.entry(of(Status::Exempt)).or_default().push(formula.and(&cases.partial));
                    parts.entry(of(Status::NotAddressed)).or_default().push(formula.and_not(&cases.partial));
                }
                Combined::Conflict => parts.entry(of(Status::Conflict)).or_default().push(formula),
                Combined::Set(set) => {
                    for (set, formula) in self.adjusted(outcome, cases, set, formula, &mut cells.without_result)? {
                        let verdict = Verdict { status: Status::Decided, permitted: Some(set) };
                        parts.entry(verdict).or_default().push(formula);
                    }
                }
            }
        }
        for (verdict, parts) in parts {
            let formula = Formula::any(parts);
            if self.is_possible(&formula)? {
                cells.verdicts.insert(verdict, formula);
            }
        }
        Ok(())
    }

    /// What the adjustments make of a set.
    fn adjusted(
        &self,
        outcome: &Outcome,
        cases: &OutcomeCases,
        set: PermittedSet,
        formula: Formula,
        without_result: &mut Vec<Formula>,
    ) -> Result<Vec<(PermittedSet, Formula)>, Undecided> {
        let mut states = vec![(Adjusting::new(self.policy().data(), outcome, set), vec![formula])];
        for (rule, holds) in alike(&outcome.adjustments, &cases.adjustments) {
            let mut next: Vec<(Adjusting, Vec<Formula>)> = Vec::new();
            let mut add = |state: Adjusting, formula: Formula| match next.iter_mut().find(|(known, _)| *known == state)
            {
                Some((_, parts)) => parts.push(formula),
                None => next.push((state, vec![formula])),
            };
            for (state, parts) in states {
                let formula = Formula::any(parts);
                let with = formula.and(&holds);
                if !self.is_possible(&with)? {
                    add(state, formula);
                    continue;
                }
                let mut adjusted = state.clone();
                match adjusted.add(rule) {
                    Ok(()) => add(adjusted, with),
                    Err(_) => without_result.push(with),
                }
                let without = formula.and_not(&holds);
                if self.is_possible(&without)? {
                    add(state, without);
                }
            }
            states = next;
        }
        Ok(states.into_iter().map(|(state, parts)| (state.result(), Formula::any(parts))).collect())
    }

    /// Finds the verdicts of an outcome.
    pub(super) fn cells(&self, id: OutcomeId) -> Result<(Cells, bool), Undecided> {
        let data = self.policy().data();
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let cases = self.cases_of(id)?;
        let (shares, is_sampled) = self.shares_of(id)?;
        let mut cells = Cells::default();
        let start = States::from([(Combined::Nothing, cases.open.clone())]);
        let states = self.combined(outcome, start, shares, &mut cells.without_result)?;
        self.concluded(outcome, cases, states, &mut cells)?;
        let scope = self.scope_formula()?;
        for (status, formula) in [(Status::OutOfScope, scope.not()), (Status::Exempt, scope.and(&cases.whole))] {
            if self.is_possible(&formula)? {
                let verdict = Verdict { status, permitted: None };
                let known = cells.verdicts.remove(&verdict);
                let all = known.map_or_else(|| formula.clone(), |known| known.or(&formula));
                cells.verdicts.insert(verdict, all);
            }
        }
        Ok((cells, *is_sampled))
    }
}

/// What some formulas come to together, and where each holds and no other does.
///
/// Pairs of neighbours are taken together, then pairs of pairs, so that for each formula the others are few.
pub(super) fn alone(formulas: &[Formula]) -> (Formula, Vec<Formula>) {
    let mut layers: Vec<Vec<Formula>> = vec![formulas.to_vec()];
    while let Some(last) = layers.last().filter(|last| last.len() > 1) {
        let next = last.chunks(2).map(|pair| Formula::any(pair.iter().cloned())).collect();
        layers.push(next);
    }
    let only = |(place, own): (usize, &Formula)| {
        let mut at = place;
        let mut parts = vec![own.clone()];
        for layer in &layers {
            parts.extend(layer.get(at ^ 1).map(Formula::not));
            at /= 2;
        }
        Formula::all(parts)
    };
    let alone = formulas.iter().enumerate().map(only).collect();
    let whole = layers.pop().and_then(|mut last| last.pop());
    (whole.unwrap_or_else(|| Formula::constant(false)), alone)
}

/// Adjustments that do the same are one.
fn alike<'r>(rules: &'r [AdjustmentRule], holds: &[Formula]) -> Vec<(&'r AdjustmentRule, Formula)> {
    let mut found: Vec<(&AdjustmentRule, Vec<Formula>)> = Vec::new();
    for (rule, holds) in rules.iter().zip(holds) {
        let same = |known: &&AdjustmentRule| known.mode == rule.mode && known.adjustments == rule.adjustments;
        match found.iter_mut().find(|(known, _)| same(known)) {
            Some((_, parts)) => parts.push(holds.clone()),
            None => found.push((rule, vec![holds.clone()])),
        }
    }
    found.into_iter().map(|(rule, parts)| (rule, Formula::any(parts))).collect()
}
