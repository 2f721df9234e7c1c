//! One case that two policies decide otherwise, or the proof that there is none.

use super::Comparison;
use crate::analyse::{DecidedTwice, Pair, Side, Undecided};
use crate::policy::OutcomeId;

/// A case that two policies decide otherwise.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The outcome, as the new text has it, else as the old one.
    pub outcome: String,
    /// The case.
    pub case: DecidedTwice,
}

impl Comparison {
    /// A case that the policies decide otherwise, of those that both allow. `None` is a proof that there is none.
    ///
    /// # Errors
    /// Nobody knows: a written limit was reached, or amounts are calculated in ways that could not be compared.
    pub fn first_difference(&self) -> Result<Option<Difference>, Undecided> {
        let mut open = None;
        for outcome in &self.compared.woven.outcomes {
            let found = match self.compared.differences(outcome) {
                Ok(found) => found,
                Err(undecided) => {
                    open = Some(undecided);
                    continue;
                }
            };
            for differing in &found.pairs {
                match self.compared.case(&differing.region) {
                    Ok(Some(case)) => return Ok(Some(Difference { outcome: self.title(&outcome.own), case })),
                    Ok(None) => {}
                    Err(undecided) => open = Some(undecided),
                }
            }
            if found.is_sampled || !found.without_result.is_empty()? {
                open = Some(Undecided::Approximate);
            }
        }
        open.map_or(Ok(None), Err)
    }

    /// The name of an outcome, as the new text has it, else as the old one.
    pub(super) fn title(&self, own: &Pair<OutcomeId>) -> String {
        let name = |side: Side, id: Option<OutcomeId>| {
            let outcome = id.and_then(|id| self.compared.woven.own(side).outcomes().get(id.index()));
            outcome.map(|outcome| outcome.name.to_string())
        };
        name(Side::New, own.new).or_else(|| name(Side::Old, own.old)).unwrap_or_default()
    }
}
