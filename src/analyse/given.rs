//! Regions with a fact fixed, and where a fact is something.

use super::analysis::Analysis;
use super::formula::Formula;
use super::lower::Place;
use super::multi::Variable;
use super::region::{Region, Undecided};
use super::subjects::Subject;
use crate::policy::{FactId, MemberIndex};
use std::collections::BTreeSet;

impl Analysis {
    /// The cases in which a fact is a certain member of its scale or enum.
    ///
    /// # Errors
    /// A written limit was reached, or conditions compare the fact with others.
    pub fn where_is(&self, fact: FactId, member: MemberIndex) -> Result<Region, Undecided> {
        let model = self.model()?;
        match model.places.get(&fact) {
            // A fact that no condition looks at tells no cases apart.
            None => self.all(),
            Some(Place::Variable(variable)) => {
                self.region_of(&model.space.among(*variable, |value| value == member.index()))
            }
            Some(Place::Group(_)) => Err(Undecided::Approximate),
        }
    }

    /// The cases that would lie in a region if a fact were a certain member of its scale or enum, whatever it is.
    ///
    /// # Errors
    /// The region depends on what the authority chooses of an outcome that hangs on the fact as well; or conditions
    /// compare the fact with others.
    pub fn given(&self, region: &Region, fact: FactId, member: MemberIndex) -> Result<Region, Undecided> {
        let model = self.model()?;
        match model.places.get(&fact) {
            None => Ok(region.clone()),
            Some(Place::Variable(variable)) => {
                if self.choices_hang_on(&region.formula, *variable)? {
                    return Err(Undecided::Approximate);
                }
                self.region_of(&region.formula.given(&model.space.code(*variable, member.index())))
            }
            Some(Place::Group(_)) => Err(Undecided::Approximate),
        }
    }

    /// Whether what the authority can choose, where a formula looks at its choice, hangs on a variable.
    fn choices_hang_on(&self, formula: &Formula, wanted: Variable) -> Result<bool, Undecided> {
        let model = self.model()?;
        let mut rest: Vec<Variable> = model.space.mentioned(formula).into_iter().collect();
        let mut known: BTreeSet<Variable> = BTreeSet::new();
        while let Some(variable) = rest.pop() {
            let Some(Subject::Choice(outcome, _)) = model.subjects.get(variable) else { continue };
            if !known.insert(variable) {
                continue;
            }
            for (_, region) in &self.partition(*outcome)?.verdicts {
                let mentioned = model.space.mentioned(&region.formula);
                if mentioned.contains(&wanted) {
                    return Ok(true);
                }
                rest.extend(mentioned);
            }
        }
        Ok(false)
    }
}
