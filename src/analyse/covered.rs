//! Rules that make no difference, because others apply wherever they do.

use super::analysis::Analysis;
use super::formula::{Formula, Setting};
use super::region::{Region, Undecided};
use super::trial::{POINTS, Trial};
use crate::policy::{OutcomeId, RuleId};
use std::collections::BTreeMap;

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
        let Some(others) = self.meeting(outcome.ok_or(Undecided::TooLarge)?)?.get(&rule) else { return Ok(Vec::new()) };
        let own = self.applying(rule)?;
        let mut found = Vec::new();
        for other in others {
            if !self.is_possible(&own.and_not(&self.applying(*other)?))? {
                found.push(*other);
            }
        }
        Ok(found)
    }

    /// For each rule of an outcome that applies in some case, the others that may apply in two such cases that are as
    /// different as can be. Most rules do not, which is seen without looking at the rest.
    pub(super) fn worked_out_meeting(&self, id: OutcomeId) -> Result<BTreeMap<RuleId, Vec<RuleId>>, Undecided> {
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
        let mut found: BTreeMap<RuleId, Vec<RuleId>> = BTreeMap::new();
        for (rules, points) in applying.chunks(POINTS / 2).zip(points.chunks(POINTS)) {
            let mut trial = Trial::new(points);
            let exempt = trial.of(&cases.whole);
            for (other, own) in &cases.rules {
                let may = trial.of(&own.contributes).hold & exempt.fail;
                for (place, rule) in rules.iter().enumerate().filter(|(_, rule)| *rule != other) {
                    if may >> (2 * place) & 3 == 3 {
                        found.entry(*rule).or_default().push(*other);
                    }
                }
            }
        }
        Ok(found)
    }
}
