//! Rules that make no difference, because others apply wherever they do.

use super::analysis::Analysis;
use super::formula::Formula;
use super::partition::{Cells, OutcomeCases, States};
use super::region::{Region, Undecided};
use crate::policy::{Combined, OutcomeId, RuleId};

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
        let data = self.policy().data();
        let outcome = data.rules.get(rule.index()).and_then(|rule| data.outcomes.get(rule.outcome.index()));
        let (outcome, model) = (outcome.ok_or(Undecided::TooLarge)?, self.model()?);
        let own = self.applying(rule)?;
        let points = model.points(&own).ok_or(Undecided::TooLarge)?;
        let Some(point) = model.ordinary_point(&points)? else { return Ok(Vec::new()) };
        // Most rules do not apply in one and the same case, which is seen at once.
        let setting = model.space.codes(&point);
        let mut found = Vec::new();
        for other in outcome.rules.iter().copied().filter(|other| *other != rule) {
            let others = self.applying(other)?;
            if others.given(&setting).as_constant() != Some(false) && !self.is_possible(&own.and_not(&others))? {
                found.push(other);
            }
        }
        Ok(found)
    }

    /// Whether the outcome of a rule comes to the same in every case if the rule is left out. `false` where amounts are
    /// calculated from facts.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn is_idle(&self, rule: RuleId) -> Result<bool, Undecided> {
        let outcome = self.policy().data().rules.get(rule.index()).map(|rule| rule.outcome);
        let id = outcome.ok_or(Undecided::TooLarge)?;
        let cases = self.cases_of(id)?;
        let within = self.rule_cases(rule)?.fires.and(&cases.open);
        let without = self.outcome_cases_without(id, Some(rule))?;
        let (Some(with), Some(without)) =
            (self.exact_cells_within(id, cases, &within)?, self.exact_cells_within(id, &without, &within)?)
        else {
            return Ok(false);
        };
        let verdicts = with.verdicts.iter();
        let same = verdicts.filter_map(|(verdict, formula)| Some(formula.and(without.verdicts.get(verdict)?)));
        let same = Formula::any(same.collect::<Vec<_>>());
        self.is_possible(&within.and_not(&same)).map(|differs| !differs)
    }

    /// What an outcome comes to under some conditions in some cases; `None` where amounts are calculated from facts.
    fn exact_cells_within(
        &self,
        id: OutcomeId,
        cases: &OutcomeCases,
        within: &Formula,
    ) -> Result<Option<Cells>, Undecided> {
        let outcome = self.policy().data().outcomes.get(id.index()).ok_or(Undecided::TooLarge)?;
        let (shares, is_sampled) = self.shares(id, cases)?;
        if is_sampled {
            return Ok(None);
        }
        let mut cells = Cells::default();
        let start = States::from([(Combined::Nothing, within.clone())]);
        let states = self.combined(outcome, start, &shares, &mut cells.without_result)?;
        self.concluded(outcome, cases, states, &mut cells)?;
        Ok(Some(cells))
    }
}
