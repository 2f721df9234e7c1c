//! Regions with a fact fixed.

use super::analysis::Analysis;
use super::lower::Place;
use super::region::{Region, Undecided};
use super::subjects::Subject;
use crate::policy::{FactId, MemberIndex};

impl Analysis {
    /// The cases that would lie in a region if a fact were a certain member of its scale or enum, whatever it is.
    ///
    /// # Errors
    /// The region depends on what the authority chooses, which may hang on the fact as well; or conditions compare the
    /// fact with others.
    pub fn given(&self, region: &Region, fact: FactId, member: MemberIndex) -> Result<Region, Undecided> {
        let model = self.model()?;
        let is_choice = |variable: &usize| matches!(model.subjects.get(*variable), Some(Subject::Choice(..)));
        if model.space.mentioned(&region.formula).iter().any(is_choice) {
            return Err(Undecided::Approximate);
        }
        match model.places.get(&fact) {
            None => Ok(region.clone()),
            Some(Place::Variable(variable)) => {
                self.region_of(&region.formula.given(&model.space.code(*variable, member.index())))
            }
            Some(Place::Group(_)) => Err(Undecided::Approximate),
        }
    }
}
