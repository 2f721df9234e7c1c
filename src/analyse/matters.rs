//! Where a rule makes a difference.

use super::analysis::Analysis;
use super::formula::Formula;
use super::partition::{Cells, OutcomeCases, Share, States};
use super::region::{Region, Undecided};
use crate::decide::Verdict;
use crate::policy::{Combined, OutcomeId, RuleId, RuleKind};
use std::collections::BTreeMap;

impl Analysis {
    /// The cases in which the outcome of a rule would come to something else if the rule did not exist. Where there are
    /// none, the rule is dead: it never fires, is always overridden, or others say the same or more.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn matters(&self, rule: RuleId) -> Result<Region, Undecided> {
        let data = self.policy().data();
        let Some(found) = data.rules.get(rule.index()) else { return Err(Undecided::TooLarge) };
        let id = found.outcome;
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let formula = if !found.overrides.is_empty() {
            self.changed_without(id, rule)?
        } else if found.kind == RuleKind::Plain && outcome.rules.iter().any(|id| self.says_otherwise(*id)) {
            // Where it is the only one that fires, `otherwise` would speak in its place.
            let never = || Formula::constant(false);
            let only = self.cases_of(id)?.only.get(&rule).cloned().unwrap_or_else(never);
            let in_its_place = if self.is_possible(&only)? { only.and(&self.otherwise_differs(id)?) } else { never() };
            self.changed_alone(id, rule)?.and_not(&only).or(&in_its_place)
        } else {
            self.changed_alone(id, rule)?
        };
        self.region_of(&formula)
    }

    fn says_otherwise(&self, rule: RuleId) -> bool {
        self.policy().data().rules.get(rule.index()).is_some_and(|rule| rule.kind == RuleKind::Otherwise)
    }

    /// Whether the outcome of a rule comes to the same in every case if the rule is left out. `false` where amounts are
    /// calculated from facts.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn is_idle(&self, rule: RuleId) -> Result<bool, Undecided> {
        let data = self.policy().data();
        let Some(found) = data.rules.get(rule.index()) else { return Err(Undecided::TooLarge) };
        let id = found.outcome;
        if self.shares_of(id)?.1 {
            return Ok(false);
        }
        // Where no other rule depends on it, most is seen without comparing all cases.
        let rules = data.outcomes.get(id.index()).map(|outcome| outcome.rules.as_slice()).unwrap_or_default();
        if found.overrides.is_empty() && !rules.iter().any(|rule| self.says_otherwise(*rule)) {
            let meeting = self.meeting(id)?;
            if meeting.mattering.contains(&rule) {
                return Ok(false);
            }
            if meeting.outdone.contains(&rule) {
                return Ok(true);
            }
        }
        self.matters(rule)?.is_empty()
    }

    /// Where an outcome would come to something else if only the rules that say `otherwise` existed.
    pub(super) fn worked_out_otherwise(&self, id: OutcomeId) -> Result<Formula, Undecided> {
        let open = &self.cases_of(id)?.open;
        let with = self.cells_within(id, self.cases_of(id)?, open)?;
        let without = self.outcome_cases(id, &|rule| self.says_otherwise(rule))?;
        let without = self.cells_within(id, &without, open)?;
        Ok(open.and_not(&same(&with.verdicts, &without.verdicts)))
    }

    /// Of a rule that no other one depends on: where it contributes what no other rule contributes, and that changes
    /// the verdict.
    fn changed_alone(&self, id: OutcomeId, rule: RuleId) -> Result<Formula, Undecided> {
        let mut changed = Vec::new();
        for (place, share) in self.shares_of(id)?.0.iter().enumerate() {
            let own = share.rules.iter().zip(&share.alone).find(|(own, _)| **own == rule);
            if let Some((_, own)) = own
                && self.is_possible(own)?
            {
                changed.push(own.and(&self.difference_of(id, place)?));
            }
        }
        Ok(Formula::any(changed))
    }

    /// Where it changes the verdict that a share of the contributions is there.
    pub(super) fn worked_out_difference(&self, id: OutcomeId, place: usize) -> Result<Formula, Undecided> {
        let data = self.policy().data();
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let cases = self.cases_of(id)?;
        let (shares, _) = self.shares_of(id)?;
        let (Some(share), Some(before), Some(behind)) =
            (shares.get(place), shares.get(..place), shares.get(place + 1..))
        else {
            return Err(Undecided::TooLarge);
        };
        let mut failing = Vec::new();
        let start = States::from([(Combined::Nothing, cases.open.and(&share.contributes))]);
        let others = self.combined(outcome, start, before, &mut failing)?;
        let others = self.combined(outcome, others, behind, &mut failing)?;
        let mut changed = Vec::new();
        for (state, formula) in others {
            let single = |state: Combined| States::from([(state, formula.clone())]);
            let with = self.combined(outcome, single(state.clone()), std::slice::from_ref(share), &mut failing)?;
            if with.keys().eq([&state]) {
                continue;
            }
            let verdicts = |states: States| -> Result<Cells, Undecided> {
                let mut cells = Cells::default();
                self.concluded(outcome, cases, states, &mut cells)?;
                Ok(cells)
            };
            let (without, with) = (verdicts(single(state))?, verdicts(with)?);
            changed.push(formula.and_not(&same(&without.verdicts, &with.verdicts)));
        }
        Ok(Formula::any(changed))
    }

    /// Of any rule: where its outcome comes to something else when it is left out.
    fn changed_without(&self, id: OutcomeId, rule: RuleId) -> Result<Formula, Undecided> {
        let fires = &self.rule_cases(rule)?.fires;
        if !self.is_possible(fires)? {
            return Ok(Formula::constant(false));
        }
        let with = self.cells_within(id, self.cases_of(id)?, fires)?;
        let cases = self.outcome_cases(id, &|other| other != rule)?;
        let without = self.cells_within(id, &cases, fires)?;
        let whole = self.cases_of(id)?;
        Ok(fires.and(&whole.open).and_not(&same(&with.verdicts, &without.verdicts)))
    }

    /// The verdicts of an outcome under some conditions, within some cases in scope that are not exempt as a whole.
    fn cells_within(&self, id: OutcomeId, cases: &OutcomeCases, within: &Formula) -> Result<Cells, Undecided> {
        let data = self.policy().data();
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let (shares, _): (Vec<Share>, bool) = self.shares(id, cases)?;
        let mut cells = Cells::default();
        let start = States::from([(Combined::Nothing, cases.open.and(within))]);
        let states = self.combined(outcome, start, &shares, &mut cells.without_result)?;
        self.concluded(outcome, cases, states, &mut cells)?;
        Ok(cells)
    }
}

/// Where two partitions have the same verdict.
fn same(left: &BTreeMap<Verdict, Formula>, right: &BTreeMap<Verdict, Formula>) -> Formula {
    let both = left.iter().filter_map(|(verdict, formula)| Some(formula.and(right.get(verdict)?)));
    Formula::any(both.collect::<Vec<_>>())
}
