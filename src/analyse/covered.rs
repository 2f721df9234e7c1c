//! Rules that make no difference, because others apply wherever they do.

use super::analysis::Analysis;
use super::formula::{Formula, Setting};
use super::partition::{OutcomeCases, Share};
use super::region::{Region, Undecided};
use super::trial::{May, POINTS, Trial};
use crate::decide::abstraction::Adjusting;
use crate::policy::{Combined, Contribution, Outcome, OutcomeId, PermittedSet, RuleId};
use crate::syntax::ast::Combination;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is seen of the rules of an outcome at some cases of each.
#[derive(Default)]
pub(super) struct Meeting {
    /// For each rule that applies in some case, the others that apply wherever it does; those that have none are left out.
    covering: BTreeMap<RuleId, Result<Vec<RuleId>, Undecided>>,
    /// The rules without which one of the cases comes to something else, if no other rule depends on them.
    pub(super) mattering: BTreeSet<RuleId>,
    /// Of the others those that say no more than rules which apply wherever they do.
    pub(super) outdone: BTreeSet<RuleId>,
}

impl Analysis {
    /// The cases in which a rule contributes to an outcome that is not exempt as a whole.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn applies(&self, rule: RuleId) -> Result<Region, Undecided> {
        self.region_of(&self.applying(rule)?)
    }

    fn applying(&self, rule: RuleId) -> Result<Formula, Undecided> {
        let outcome = self.policy().data().rules.get(rule.index()).map(|rule| rule.outcome);
        let cases = self.cases_of(outcome.ok_or(Undecided::TooLarge)?)?;
        Ok(self.rule_cases(rule)?.contributes.and_not(&cases.whole))
    }

    /// The other rules of the outcome that apply in every case in which this one does, in the order of the text.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn covering(&self, rule: RuleId) -> Result<Vec<RuleId>, Undecided> {
        let outcome = self.policy().data().rules.get(rule.index()).map(|rule| rule.outcome);
        let meeting = self.meeting(outcome.ok_or(Undecided::TooLarge)?)?;
        meeting.covering.get(&rule).cloned().unwrap_or_else(|| Ok(Vec::new()))
    }

    /// What is seen of the rules of an outcome: at two cases of each that are as different as can be, and at one in which
    /// no rule applies that would outdo it.
    pub(super) fn worked_out_meeting(&self, id: OutcomeId) -> Result<Meeting, Undecided> {
        let model = self.model()?;
        let cases = self.cases_of(id)?;
        let mut applying: Vec<RuleId> = Vec::new();
        let mut points: Vec<Setting> = Vec::new();
        for rule in cases.rules.keys() {
            let own = model.points(&self.applying(*rule)?).ok_or(Undecided::TooLarge)?;
            if let (Some(ordinary), Some(unusual)) = (model.ordinary_point(&own)?, model.unusual_point(&own)?) {
                applying.push(*rule);
                points.extend([ordinary, unusual].map(|point| model.space.codes(&point)));
            }
        }
        let mut meeting = Meeting::default();
        // The others that may apply wherever a rule does: most do not, which is seen without looking at the rest.
        let mut others: BTreeMap<RuleId, Vec<RuleId>> = BTreeMap::new();
        let mut sight = Sight::new(self, id)?;
        for (rules, points) in applying.chunks(POINTS / 2).zip(points.chunks(POINTS)) {
            let seen = sight.at(points);
            for (other, may) in &seen.rules {
                for (place, rule) in rules.iter().enumerate().filter(|(_, rule)| *rule != other) {
                    if (may.hold & seen.exempt.fail) >> (2 * place) & 3 == 3 {
                        others.entry(*rule).or_default().push(*other);
                    }
                }
            }
            for (place, rule) in rules.iter().enumerate() {
                if sight.matters(*rule, &seen, 2 * place) || sight.matters(*rule, &seen, 2 * place + 1) {
                    meeting.mattering.insert(*rule);
                }
            }
        }
        for (rule, others) in others {
            let covering = self.covering_among(rule, &others);
            if covering.as_ref() != Ok(&Vec::new()) {
                meeting.covering.insert(rule, covering);
            }
        }
        self.look_where_nothing_outdoes(id, &mut meeting, &mut sight)?;
        Ok(meeting)
    }

    /// Those of some other rules that apply wherever a rule does.
    fn covering_among(&self, rule: RuleId, others: &[RuleId]) -> Result<Vec<RuleId>, Undecided> {
        let own = self.applying(rule)?;
        let mut covering = Vec::new();
        for other in others {
            if !self.is_possible(&own.and_not(&self.applying(*other)?))? {
                covering.push(*other);
            }
        }
        Ok(covering)
    }

    /// Of the rules that another one covers, and that were not seen to matter: whether one that covers them says the same
    /// or more, whether in every case some other does, or else what is seen in a case where none does.
    fn look_where_nothing_outdoes(
        &self,
        id: OutcomeId,
        meeting: &mut Meeting,
        sight: &mut Sight<'_>,
    ) -> Result<(), Undecided> {
        let outdone = self.outdone(id)?;
        let mut rules: Vec<RuleId> = Vec::new();
        let mut points: Vec<Setting> = Vec::new();
        let model = self.model()?;
        let all = model.points(&Formula::constant(true)).ok_or(Undecided::TooLarge)?;
        let Some(ordinary) = model.ordinary_point(&all)? else { return Ok(()) };
        for (rule, covering) in &meeting.covering {
            let Ok(covering) = covering else { continue };
            let Some(alone) = outdone.get(rule).filter(|_| !meeting.mattering.contains(rule)) else { continue };
            if covering.iter().any(|other| sight.says_no_more(*rule, *other)) {
                meeting.outdone.insert(*rule);
                continue;
            }
            match model.some_case(alone, &ordinary) {
                Ok(Some(point)) => {
                    rules.push(*rule);
                    points.push(point);
                }
                Ok(None) => drop(meeting.outdone.insert(*rule)),
                Err(_) => {}
            }
        }
        for (rules, points) in rules.chunks(POINTS).zip(points.chunks(POINTS)) {
            let seen = sight.at(points);
            let mattering = rules.iter().enumerate().filter(|(place, rule)| sight.matters(**rule, &seen, *place));
            let mattering: Vec<RuleId> = mattering.map(|(_, rule)| *rule).collect();
            meeting.mattering.extend(mattering);
        }
        Ok(())
    }

    /// For each rule that says the same in every case: all that holds where it contributes and none of the others does
    /// that say the same or more. Where sets add up, none says more.
    fn outdone(&self, id: OutcomeId) -> Result<BTreeMap<RuleId, Vec<Formula>>, Undecided> {
        let data = self.policy().data();
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let mut found = BTreeMap::new();
        let (shares, is_sampled) = self.shares_of(id)?;
        if *is_sampled || outcome.combination == Combination::Sum {
            return Ok(found);
        }
        let open = &self.cases_of(id)?.open;
        for share in shares {
            let outdoes = |other: &&Share| {
                let both = PermittedSet::combine(outcome.combination, [&share.set, &other.set]);
                other.set != share.set && matches!(both, Ok(Combined::Set(both)) if both == other.set)
            };
            let stronger = Formula::any(shares.iter().filter(outdoes).map(|other| other.contributes.clone()));
            for (rule, alone) in share.rules.iter().zip(&share.alone) {
                found.insert(*rule, vec![open.clone(), stronger.not(), alone.clone()]);
            }
        }
        Ok(found)
    }
}

/// What contributes to an outcome at some points.
struct Seen {
    exempt: May,
    rules: Vec<(RuleId, May)>,
    adjusting: Vec<May>,
}

/// Looks at an outcome at many points.
struct Sight<'a> {
    analysis: &'a Analysis,
    cases: &'a OutcomeCases,
    outcome: &'a Outcome,
    /// The different sets of the rules, and which of them each rule has.
    sets: Vec<&'a PermittedSet>,
    set_of: BTreeMap<RuleId, usize>,
    combined: HashMap<BTreeSet<usize>, Option<Combined>>,
}

impl<'a> Sight<'a> {
    fn new(analysis: &'a Analysis, id: OutcomeId) -> Result<Self, Undecided> {
        let data = analysis.policy().data();
        let outcome = data.outcomes.get(id.index()).ok_or(Undecided::TooLarge)?;
        let mut sets: Vec<&PermittedSet> = Vec::new();
        let mut places: BTreeMap<&PermittedSet, usize> = BTreeMap::new();
        let mut set_of = BTreeMap::new();
        for rule in &outcome.rules {
            if let Some(Contribution::Fixed(set)) = data.rules.get(rule.index()).map(|rule| &rule.permitted) {
                let place = *places.entry(set).or_insert_with(|| {
                    sets.push(set);
                    sets.len() - 1
                });
                set_of.insert(*rule, place);
            }
        }
        Ok(Self { analysis, cases: analysis.cases_of(id)?, outcome, sets, set_of, combined: HashMap::new() })
    }

    fn at(&self, points: &[Setting]) -> Seen {
        let mut trial = Trial::new(points);
        Seen {
            exempt: trial.of(&self.cases.whole),
            rules: self.cases.rules.iter().map(|(rule, own)| (*rule, trial.of(&own.contributes))).collect(),
            adjusting: self.cases.adjustments.iter().map(|holds| trial.of(holds)).collect(),
        }
    }

    /// Whether the outcome is seen to come to something else at a point if one of the rules that contribute is left out.
    /// No other rule may depend on it.
    fn matters(&mut self, rule: RuleId, seen: &Seen, point: usize) -> bool {
        self.changes(rule, seen, point).unwrap_or(false)
    }

    /// `None` where that cannot be said.
    fn changes(&mut self, rule: RuleId, seen: &Seen, point: usize) -> Option<bool> {
        let own = *self.set_of.get(&rule)?;
        let mut others: BTreeSet<usize> = BTreeSet::new();
        for (contributing, may) in seen.rules.iter().filter(|(contributing, _)| *contributing != rule) {
            if may.at(point)? {
                others.insert(*self.set_of.get(contributing)?);
            }
        }
        // Where sets add up, each one counts that is there twice.
        if self.outcome.combination == Combination::Sum {
            return None;
        }
        if others.contains(&own) {
            return Some(false);
        }
        let without = self.combined(others.clone())?;
        others.insert(own);
        let with = self.combined(others)?;
        if with == without {
            return Some(false);
        }
        Some(self.adjusted(with, seen, point)? != self.adjusted(without, seen, point)?)
    }

    /// Whether a rule adds nothing where another one contributes.
    fn says_no_more(&mut self, rule: RuleId, other: RuleId) -> bool {
        let (Some(own), Some(other)) = (self.set_of.get(&rule).copied(), self.set_of.get(&other).copied()) else {
            return false;
        };
        let both = self.combined(BTreeSet::from([own, other]));
        self.outcome.combination != Combination::Sum
            && matches!((both, self.sets.get(other)), (Some(Combined::Set(both)), Some(set)) if both == **set)
    }

    fn combined(&mut self, sets: BTreeSet<usize>) -> Option<Combined> {
        if let Some(known) = self.combined.get(&sets) {
            return known.clone();
        }
        let all = sets.iter().filter_map(|place| self.sets.get(*place).copied());
        let found = PermittedSet::combine(self.outcome.combination, all).ok();
        self.combined.insert(sets, found.clone());
        found
    }

    fn adjusted(&self, combined: Combined, seen: &Seen, point: usize) -> Option<Combined> {
        let Combined::Set(set) = combined else { return Some(combined) };
        let mut state = Adjusting::new(self.analysis.policy().data(), self.outcome, set);
        for (adjustment, may) in self.outcome.adjustments.iter().zip(&seen.adjusting) {
            if may.at(point)? {
                state.add(adjustment).ok()?;
            }
        }
        Some(Combined::Set(state.result()))
    }
}
