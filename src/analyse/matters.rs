//! Where a rule makes a difference.

use super::analysis::Analysis;
use super::formula::Formula;
use super::partition::{Cells, OutcomeCases, Share, States};
use super::region::{Region, Undecided};
use crate::decide::Verdict;
use crate::policy::{Combined, OutcomeId, RuleId, RuleKind};
use crate::syntax::ast::Combination;
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
        let of_kind = |kind: RuleKind| {
            outcome.rules.iter().filter_map(|id| data.rules.get(id.index())).any(|rule| rule.kind == kind)
        };
        let bears_on_others =
            !found.overrides.is_empty() || found.kind == RuleKind::Plain && of_kind(RuleKind::Otherwise);
        let formula = if bears_on_others { self.changed_without(id, rule)? } else { self.changed_alone(id, rule)? };
        self.region_of(&formula)
    }

    /// Of a rule that no other one depends on: where it contributes what no other rule contributes, and that changes
    /// the verdict.
    fn changed_alone(&self, id: OutcomeId, rule: RuleId) -> Result<Formula, Undecided> {
        let data = self.policy().data();
        let Some(outcome) = data.outcomes.get(id.index()) else { return Err(Undecided::TooLarge) };
        let cases = self.cases_of(id)?;
        let (shares, _) = self.shares_of(id)?;
        let mut changed = Vec::new();
        for (place, share) in shares.iter().enumerate().filter(|(_, share)| share.rules.contains(&rule)) {
            let own = if outcome.combination == Combination::Sum {
                share.contributes.clone()
            } else {
                let others = share.rules.iter().filter(|other| **other != rule);
                let others = others.filter_map(|other| cases.rules.get(other)).map(|other| other.contributes.clone());
                let own = cases.rules.get(&rule).map_or(Formula::constant(false), |own| own.contributes.clone());
                own.and(&share.contributes).and_not(&Formula::any(others))
            };
            if self.is_possible(&own)? {
                let difference = self.difference_of(id, place)?;
                changed.push(own.and(&difference));
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
        let cases = self.outcome_cases_without(id, Some(rule))?;
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
