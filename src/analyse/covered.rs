//! Rules that make no difference, because others apply wherever they do.

use super::analysis::Analysis;
use super::formula::Formula;
use super::region::{Region, Undecided};
use crate::policy::RuleId;

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
            if others.rewritten(&setting).as_constant() != Some(false) && !self.is_possible(&own.and_not(&others))? {
                found.push(other);
            }
        }
        Ok(found)
    }
}
