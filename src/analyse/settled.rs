//! Whether some facts of a case settle what the whole case comes to.

use super::analysis::Analysis;
use super::formula::Formula;
use super::region::Undecided;
use super::subjects::{Group, Member};
use super::witness::Point;
use crate::decide::Facts;
use crate::decide::abstraction::Evaluator;
use crate::policy::OutcomeId;

impl Analysis {
    /// Whether an outcome has the verdict of a case wherever only some facts are as in the case. All else may be unknown,
    /// or as the case has it. `None` where that cannot be seen.
    ///
    /// # Errors
    /// A written limit was reached.
    pub(crate) fn is_settled(&self, outcome: OutcomeId, few: &Facts, case: &Facts) -> Result<Option<bool>, Undecided> {
        let model = self.model()?;
        let is_kept = self.policy().fact_ids().all(|fact| few.get(fact).is_none_or(|own| case.get(fact) == Some(own)));
        if !is_kept || case.as_of() != model.as_of || few.as_of() != model.as_of {
            return Ok(None);
        }
        let partition = self.partition(outcome)?;
        let whole = model.space.codes(&self.point_of(case)?);
        let holding = partition.verdicts.iter().find(|(_, region)| region.formula.holds(&whole));
        let Some((_, region)) = holding.filter(|_| !partition.is_sampled) else { return Ok(None) };
        let known = self.point_of(few)?;
        let known = Formula::all(known.iter().map(|(variable, value)| model.space.at(*variable, *value)));
        if !self.is_possible(&known.and(&region.formula))? {
            // Facts that the analysis rules out would settle anything.
            return Ok(None);
        }
        let others = self.region_of(&known.and_not(&region.formula))?;
        if others.is_empty()? {
            return Ok(Some(true));
        }
        // What is known of conditions on several facts is more than the values of some of them say.
        let is_known = |member: &Member| few.get(member.fact()).is_some();
        let is_whole = |group: &Group| group.members.iter().all(is_known) || !group.members.iter().any(is_known);
        let is_exact = model.groups.iter().all(is_whole) && !others.is_approximate();
        Ok(is_exact.then_some(false))
    }

    /// The values of the variables that some facts settle.
    fn point_of(&self, facts: &Facts) -> Result<Point, Undecided> {
        let model = self.model()?;
        let evaluator = Evaluator::new(self.policy().data(), facts);
        let value = |variable: usize| Some((variable, model.value_of(&evaluator, facts, variable)?));
        Ok((0..model.subjects.len()).filter_map(value).collect())
    }
}
