//! All cases that two policies decide otherwise, by what becomes of them and by the clauses behind it.

use super::clash::Clash;
use super::effect::Effect;
use super::{Comparison, Ruling};
use crate::analyse::{Count, DecidedTwice, Differing, Given, Region, Shift, Side, Undecided, WovenOutcome};
use crate::decide::Status;
use std::cmp::Reverse;

/// Cases of an outcome that change in one way: by the same clauses, from the same result to the same other one.
#[derive(Clone, Debug)]
pub struct Change {
    /// What becomes of the result.
    pub effect: Effect,
    /// How the two results contradict each other, if they are rules for the same cases.
    pub clash: Option<Clash>,
    /// Whether the lightest or the heaviest permitted value becomes lighter.
    pub falls: bool,
    /// Whether the lightest or the heaviest permitted value becomes heavier.
    pub rises: bool,
    /// The result in the old text, and what gives it.
    pub old: Ruling,
    /// The result in the new text, and what gives it.
    pub new: Ruling,
    /// The cases.
    pub region: Region,
    /// How many there are.
    pub count: Result<Count, Undecided>,
    /// One of them, decided by both policies.
    pub case: Result<DecidedTwice, Undecided>,
}

impl Change {
    /// Whether it is shown by a case that both policies decide as it says.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.case.is_ok()
    }

    /// Whether the number of its cases is exact: it rests on no condition that could not be cut into cases.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.count.is_ok() && !self.region.is_approximate()
    }
}

/// What changes of an outcome.
#[derive(Clone, Debug)]
pub struct OutcomeChanges {
    /// The outcome, as the new text has it, else as the old one.
    pub outcome: String,
    /// The texts that have it.
    pub sides: Vec<Side>,
    /// The changes, the most frequent ones first. No case is in two of them.
    pub changes: Vec<Change>,
    /// All cases that change.
    pub region: Option<Region>,
    /// How many cases change, of all that are compared.
    pub count: Option<Count>,
    /// Why not all changes are known, where that is so.
    pub undecided: Option<Undecided>,
}

impl OutcomeChanges {
    /// Whether it is proved that no case changes.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.changes.is_empty() && self.undecided.is_none()
    }
}

impl Comparison {
    /// What changes of each outcome, in the order of the old text, then those that only the new text has.
    #[must_use]
    pub fn changes(&self) -> Vec<OutcomeChanges> {
        let every = |_: &Differing| true;
        self.compared.woven.outcomes.iter().map(|outcome| self.changes_of(outcome, every)).collect()
    }

    /// Where the policies contradict each other, for each outcome that both have.
    #[must_use]
    pub fn clashes(&self) -> Vec<OutcomeChanges> {
        let clashes = |differing: &Differing| {
            let [old, new] = &differing.verdicts;
            Clash::of(old, new).is_some()
        };
        let shared = self.compared.woven.outcomes.iter();
        let shared = shared.filter(|outcome| outcome.own.old.is_some() && outcome.own.new.is_some());
        shared.map(|outcome| self.changes_of(outcome, clashes)).collect()
    }

    fn changes_of(&self, outcome: &WovenOutcome, wanted: impl Fn(&Differing) -> bool) -> OutcomeChanges {
        let sides = [(Side::Old, outcome.own.old), (Side::New, outcome.own.new)];
        let sides = sides.into_iter().filter_map(|(side, own)| own.map(|_| side)).collect();
        let mut found = OutcomeChanges {
            outcome: self.title(&outcome.own),
            sides,
            changes: Vec::new(),
            region: None,
            count: None,
            undecided: None,
        };
        match self.all_changes(outcome, wanted, &mut found) {
            Ok(()) => {}
            Err(undecided) => found.undecided = Some(undecided),
        }
        found.changes.sort_by_cached_key(|change| {
            let clauses = |ruling: &Ruling| ruling.ids.clone();
            (Reverse(change.count.clone().ok()), change.effect, clauses(&change.old), clauses(&change.new))
        });
        found
    }

    fn all_changes(
        &self,
        outcome: &WovenOutcome,
        wanted: impl Fn(&Differing) -> bool,
        found: &mut OutcomeChanges,
    ) -> Result<(), Undecided> {
        let mut differences = self.compared.differences(outcome)?;
        differences.pairs.retain(wanted);
        let mut all = self.compared.analysis.all()?.not();
        for differing in &differences.pairs {
            all = all.or(&differing.region);
        }
        found.count = Some(all.count()?);
        found.region = Some(all);
        if differences.is_sampled || !differences.without_result.is_empty()? {
            found.undecided = Some(Undecided::Approximate);
        }
        for differing in &differences.pairs {
            for (old, new, region) in self.by_clauses(outcome, differing)? {
                let change = self.change(outcome, differing, [old, new], region);
                if let Err(undecided) = &change.case {
                    found.undecided = Some(*undecided);
                }
                found.changes.push(change);
            }
        }
        Ok(())
    }

    /// Parts cases by the clauses that give the results.
    fn by_clauses(
        &self,
        outcome: &WovenOutcome,
        differing: &Differing,
    ) -> Result<Vec<(GivenBy, GivenBy, Region)>, Undecided> {
        let [old, new] = &differing.verdicts;
        let of = |side: Side, status: Status, region: &Region| -> Result<Vec<(GivenBy, Region)>, Undecided> {
            let given: Option<Given> = self.compared.given(side, outcome, status, region)?;
            Ok(match given {
                Some(given) => given.into_iter().map(|(clauses, region)| (Some(clauses), region)).collect(),
                None => vec![(None, region.clone())],
            })
        };
        let mut groups = Vec::new();
        for (clauses, region) in of(Side::Old, old.status, &differing.region)? {
            for (others, region) in of(Side::New, new.status, &region)? {
                groups.push((clauses.clone(), others, region));
            }
        }
        Ok(groups)
    }

    fn change(
        &self,
        outcome: &WovenOutcome,
        differing: &Differing,
        [old, new]: [GivenBy; 2],
        region: Region,
    ) -> Change {
        let [before, after] = &differing.verdicts;
        let shift = Shift::between(before, after, outcome.ladders.is_ordered);
        let old = self.ruling(Side::Old, outcome, before, old);
        let new = self.ruling(Side::New, outcome, after, new);
        let case = self.shown(outcome, &region, [&old, &new]);
        let (effect, count) = (Effect::of(before, after, shift), region.count());
        Change {
            effect,
            clash: Clash::of(before, after),
            falls: shift.falls,
            rises: shift.rises,
            old,
            new,
            region,
            count,
            case,
        }
    }

    /// A case of a region, which both policies have to decide as it is said of the region.
    pub(super) fn shown(
        &self,
        outcome: &WovenOutcome,
        region: &Region,
        rulings: [&Ruling; 2],
    ) -> Result<DecidedTwice, Undecided> {
        let case = self.compared.case(region)?.ok_or(Undecided::Mismatch)?;
        let own = [outcome.own.old, outcome.own.new];
        for ((side, ruling), own) in Side::BOTH.into_iter().zip(rulings).zip(own) {
            let Some(id) = own else { continue };
            let declared = self.compared.woven.own(side).outcomes().get(id.index());
            let decided = declared.and_then(|declared| case.decision(side).outcome(&declared.name));
            if !decided.is_some_and(|decided| self.is_ruling(side, ruling, decided)) {
                return Err(Undecided::Mismatch);
            }
        }
        Ok(case)
    }
}

/// The clauses that give a result; `None` where they are too many to part the cases by them.
pub(super) type GivenBy = Option<Vec<crate::policy::ClauseId>>;
