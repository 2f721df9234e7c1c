//! Where two policies come to different results.

use super::incomparable::{Incomparable, Side};
use super::ladders::Ladders;
use super::mapping::Mapping;
use super::{Woven, WovenOutcome};
use crate::analyse::analysis::Analysis;
use crate::analyse::formula::Formula;
use crate::analyse::lower::View;
use crate::analyse::partition::{Cells, States};
use crate::analyse::region::{Region, Undecided};
use crate::decide::{Status, Verdict};
use crate::policy::{AdjustmentRule, Combined, Contribution, Outcome, OutcomeId, PermittedSet, Policy, RuleId};
use crate::syntax::ast::Combination;
use std::collections::{BTreeMap, BTreeSet};

/// Two policies in one space of cases.
pub(crate) struct Compared {
    pub(crate) woven: Woven,
    pub(crate) analysis: Analysis,
}

/// Cases in which the policies come to different results.
pub(crate) struct Differing {
    /// What they come to in each policy, on the ladder of both.
    pub(crate) verdicts: [Verdict; 2],
    pub(crate) region: Region,
}

/// All cases in which an outcome comes to different results.
pub(crate) struct Differences {
    /// The regions have no case in common. Sorted by the verdicts.
    pub(crate) pairs: Vec<Differing>,
    /// The cases that may differ in which amounts have no result in one of the policies, so that it decides nothing.
    pub(crate) without_result: Region,
    /// Whether amounts are calculated from facts in cases that may differ, so that more cases may differ than are listed.
    pub(crate) is_sampled: bool,
}

/// The cases of each result.
type ByVerdict = BTreeMap<Verdict, Formula>;

impl Compared {
    /// Two policies from a certain view.
    ///
    /// # Errors
    /// All reasons for which they cannot be compared.
    pub(crate) fn new(old: &Policy, new: &Policy, mapping: &Mapping, view: &View) -> Result<Self, Vec<Incomparable>> {
        let woven = Woven::new(old, new, mapping)?;
        let analysis = Analysis::of_woven(&woven, view);
        Ok(Self { woven, analysis })
    }

    /// The cases in which the policies come to different results of an outcome.
    pub(crate) fn differences(&self, outcome: &WovenOutcome) -> Result<Differences, Undecided> {
        let never = Formula::constant(false);
        let none = |analysis: &Analysis| {
            let without_result = analysis.region_of(&never)?;
            Ok(Differences { pairs: Vec::new(), without_result, is_sampled: false })
        };
        if outcome.is_alike() {
            return none(&self.analysis);
        }
        let within = self.may_differ(outcome)?;
        if !self.analysis.is_possible(&within)? {
            return none(&self.analysis);
        }
        let mut without_result = Vec::new();
        let old = self.cells(Side::Old, outcome, &within, &mut without_result)?;
        let new = self.cells(Side::New, outcome, &within, &mut without_result)?;
        let mut pairs = Vec::new();
        for (verdict, own) in &old {
            let changed = new.get(verdict).map_or_else(|| own.clone(), |same| own.and_not(same));
            if !self.analysis.is_possible(&changed)? {
                continue;
            }
            for (other, formula) in new.iter().filter(|(other, _)| *other != verdict) {
                let both = changed.and(formula);
                if self.analysis.is_possible(&both)? {
                    let verdicts = [verdict.clone(), other.clone()];
                    pairs.push(Differing { verdicts, region: self.analysis.region_of(&both)? });
                }
            }
        }
        let without_result = self.analysis.region_of(&Formula::any(without_result))?;
        Ok(Differences { pairs, without_result, is_sampled: self.is_sampled(outcome, &within)? })
    }

    /// A condition of one of the policies' scopes, taken together.
    fn scope(&self, side: Side) -> Result<Formula, Undecided> {
        let scopes = self.woven.thread(side).scopes.iter().map(|(_, scope)| self.analysis.formula(scope));
        Ok(Formula::all(scopes.collect::<Result<Vec<_>, _>>()?))
    }

    /// What an outcome comes to in one of the policies within some cases.
    fn cells(
        &self,
        side: Side,
        outcome: &WovenOutcome,
        within: &Formula,
        without_result: &mut Vec<Formula>,
    ) -> Result<ByVerdict, Undecided> {
        let of = |status: Status| Verdict { status, permitted: None };
        let Some((id, declared)) = self.declared(side, outcome) else {
            return Ok(BTreeMap::from([(of(Status::NotAddressed), within.clone())]));
        };
        let cases = self.analysis.cases_of(id)?;
        let (shares, _) = self.analysis.shares_of(id)?;
        let mut cells = Cells::default();
        let start = States::from([(Combined::Nothing, cases.open.and(within))]);
        let states = self.analysis.combined(declared, start, shares, &mut cells.without_result)?;
        self.analysis.concluded(declared, cases, states, &mut cells)?;
        without_result.append(&mut cells.without_result);
        let scope = self.scope(side)?;
        let mut found = ByVerdict::new();
        let mut add = |verdict: Verdict, formula: Formula| -> Result<(), Undecided> {
            if self.analysis.is_possible(&formula)? {
                let known = found.remove(&verdict);
                found.insert(verdict, known.map_or_else(|| formula.clone(), |known: Formula| known.or(&formula)));
            }
            Ok(())
        };
        for (verdict, formula) in cells.verdicts {
            if verdict.status == Status::NotAddressed && scope.as_constant() != Some(true) {
                add(of(Status::OutOfScope), formula.and_not(&scope))?;
                add(verdict, formula.and(&scope))?;
                continue;
            }
            let permitted = verdict.permitted.map(|set| outcome.ladders.common(side, &set));
            add(Verdict { status: verdict.status, permitted }, formula)?;
        }
        add(of(Status::Exempt), cases.whole.and(within))?;
        Ok(found)
    }

    /// An outcome as one of the policies has it.
    pub(super) fn declared(&self, side: Side, outcome: &WovenOutcome) -> Option<(OutcomeId, &Outcome)> {
        let id = match side {
            Side::Old => outcome.woven.old,
            Side::New => outcome.woven.new,
        };
        id.and_then(|id| Some((id, self.woven.policy.outcomes().get(id.index())?)))
    }

    /// Cases outside of which an outcome comes to the same: what contributes, exempts and adjusts is the same there.
    fn may_differ(&self, outcome: &WovenOutcome) -> Result<Formula, Undecided> {
        let (Some((old, own)), Some((new, other))) =
            (self.declared(Side::Old, outcome), self.declared(Side::New, outcome))
        else {
            return Ok(Formula::constant(true));
        };
        let adjusts = !own.adjustments.is_empty() || !other.adjustments.is_empty();
        if own.combination != other.combination || adjusts && !outcome.ladders.are_same {
            return Ok(Formula::constant(true));
        }
        let (cases, others) = (self.analysis.cases_of(old)?, self.analysis.cases_of(new)?);
        let mut parts = vec![
            either(&cases.whole, &others.whole),
            either(&cases.partial, &others.partial),
            either(&self.scope(Side::Old)?, &self.scope(Side::New)?),
        ];
        let mut kinds: Vec<[&AdjustmentRule; 1]> = Vec::new();
        for rule in own.adjustments.iter().chain(&other.adjustments) {
            if !kinds.iter().any(|[known]| does_the_same(known, rule)) {
                kinds.push([rule]);
            }
        }
        for [kind] in kinds {
            let holds = |rules: &[AdjustmentRule], holds: &[Formula]| {
                let same = rules.iter().zip(holds).filter(|(rule, _)| does_the_same(rule, kind));
                Formula::any(same.map(|(_, holds)| holds.clone()))
            };
            let holding = holds(&own.adjustments, &cases.adjustments);
            parts.push(either(&holding, &holds(&other.adjustments, &others.adjustments)));
        }
        let contributing = [(old, Side::Old), (new, Side::New)].map(|(id, side)| self.contributions(id, side, outcome));
        let [old_shares, new_shares] = contributing;
        parts.extend(differing_shares(own.combination, &old_shares?, new_shares?));
        Ok(Formula::any(parts))
    }

    /// Where rules contribute, by what they permit.
    fn contributions(
        &self,
        id: OutcomeId,
        side: Side,
        outcome: &WovenOutcome,
    ) -> Result<Vec<(Permitting, Vec<Formula>)>, Undecided> {
        let rules = self.woven.policy.rules();
        let mut found: Vec<(Permitting, Vec<Formula>)> = Vec::new();
        let mut places: BTreeMap<PermittedSet, usize> = BTreeMap::new();
        for (rule, cases) in &self.analysis.cases_of(id)?.rules {
            let Some(rule) = rules.get(rule.index()) else { continue };
            let permits = Permitting::of(&rule.permitted, side, &outcome.ladders);
            let place = match &permits {
                Permitting::Fixed(set) => *places.entry(set.clone()).or_insert(found.len()),
                Permitting::Computed(_) => {
                    let known = found.iter().position(|(known, _)| known.is_same(&permits));
                    known.unwrap_or(found.len())
                }
            };
            match found.get_mut(place) {
                Some((_, formulas)) => formulas.push(cases.contributes.clone()),
                None => found.push((permits, vec![cases.contributes.clone()])),
            }
        }
        Ok(found)
    }

    /// Whether an amount that is calculated from facts counts within some cases.
    fn is_sampled(&self, outcome: &WovenOutcome, within: &Formula) -> Result<bool, Undecided> {
        for side in Side::BOTH {
            let Some((id, _)) = self.declared(side, outcome) else { continue };
            for (rule, cases) in &self.analysis.cases_of(id)?.rules {
                if self.is_computed(*rule) && self.analysis.is_possible(&cases.contributes.and(within))? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    pub(super) fn is_computed(&self, rule: RuleId) -> bool {
        let rule = self.woven.policy.rules().get(rule.index());
        rule.is_some_and(|rule| matches!(rule.permitted, Contribution::Computed { .. }))
    }
}

/// What a rule permits.
enum Permitting {
    /// A set on the ladder of both texts.
    Fixed(PermittedSet),
    /// Amounts that are calculated.
    Computed(Contribution),
}

impl Permitting {
    fn of(contribution: &Contribution, side: Side, ladders: &Ladders) -> Self {
        match contribution {
            Contribution::Fixed(set) => Self::Fixed(ladders.common(side, set)),
            Contribution::Computed { .. } => Self::Computed(contribution.clone()),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fixed(own), Self::Fixed(other)) => own == other,
            (Self::Computed(own), Self::Computed(other)) => Ladders::of_amounts().is_same_contribution(own, other),
            (Self::Fixed(_), Self::Computed(_)) | (Self::Computed(_), Self::Fixed(_)) => false,
        }
    }
}

/// Where shares count in one policy and not in the other.
fn differing_shares(
    combination: Combination,
    old: &[(Permitting, Vec<Formula>)],
    new: Vec<(Permitting, Vec<Formula>)>,
) -> Vec<Formula> {
    let mut parts = Vec::new();
    let mut met: BTreeSet<usize> = BTreeSet::new();
    let fixed: BTreeMap<&PermittedSet, usize> = new
        .iter()
        .enumerate()
        .filter_map(|(place, (permits, _))| match permits {
            Permitting::Fixed(set) => Some((set, place)),
            Permitting::Computed(_) => None,
        })
        .collect();
    for (permits, own) in old {
        let place = match permits {
            Permitting::Fixed(set) => fixed.get(set).copied(),
            Permitting::Computed(_) => new.iter().position(|(other, _)| other.is_same(permits)),
        };
        met.extend(place);
        let others = place.and_then(|place| new.get(place)).map(|(_, others)| others.as_slice()).unwrap_or_default();
        let (own, others) = unlike(own, others);
        let (own_any, others_any) = (Formula::any(own), Formula::any(others));
        // Of a sum it matters how many count.
        parts.push(match combination {
            Combination::Sum => own_any.or(&others_any),
            Combination::Heaviest
            | Combination::Union
            | Combination::Intersect
            | Combination::Unique
            | Combination::Accumulate => either(&own_any, &others_any),
        });
    }
    let rest = new.into_iter().enumerate().filter(|(place, _)| !met.contains(place));
    parts.extend(rest.flat_map(|(_, (_, formulas))| formulas));
    parts
}

/// The formulas of two lists that are in one of them only.
fn unlike(own: &[Formula], others: &[Formula]) -> (Vec<Formula>, Vec<Formula>) {
    let mut rest: Vec<Formula> = others.to_vec();
    let mut left = Vec::new();
    for formula in own {
        match rest.iter().position(|other| other.is_alike(formula)) {
            Some(place) => {
                rest.swap_remove(place);
            }
            None => left.push(formula.clone()),
        }
    }
    (left, rest)
}

/// Where exactly one of two formulas holds.
fn either(left: &Formula, right: &Formula) -> Formula {
    if left.is_alike(right) {
        return Formula::constant(false);
    }
    left.and_not(right).or(&right.and_not(left))
}

fn does_the_same(own: &AdjustmentRule, other: &AdjustmentRule) -> bool {
    own.mode == other.mode && own.adjustments == other.adjustments
}
