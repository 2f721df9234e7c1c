//! A case decided by both policies.

use super::incomparable::Side;
use super::thread::Thread;
use super::verdicts::Compared;
use crate::analyse::region::{Region, Undecided};
use crate::analyse::witness::Witness;
use crate::decide::{Decision, Facts, decide};
use crate::policy::{FactId, OutcomeValues, Value};

/// A case that two policies decide.
#[derive(Clone, Debug)]
pub struct DecidedTwice {
    pub(crate) witness: Witness,
    facts: [Facts; 2],
    decisions: [Decision; 2],
}

impl DecidedTwice {
    /// The facts that matter, with the names of the new text: whatever the others are, the case is decided in this way.
    #[must_use]
    pub fn named(&self) -> Vec<&str> {
        let facts = self.witness.facts().policy().facts();
        let name = |id: &FactId| facts.get(id.index()).map(|fact| fact.name.as_str());
        self.witness.named().iter().filter_map(name).collect()
    }

    /// The case as one of the policies sees it.
    #[must_use]
    pub fn facts(&self, side: Side) -> &Facts {
        let [old, new] = &self.facts;
        match side {
            Side::Old => old,
            Side::New => new,
        }
    }

    /// How one of the policies decides it.
    #[must_use]
    pub fn decision(&self, side: Side) -> &Decision {
        let [old, new] = &self.decisions;
        match side {
            Side::Old => old,
            Side::New => new,
        }
    }
}

impl Compared {
    /// A case of a region, decided by both policies; `None` where the region is empty.
    ///
    /// # Errors
    /// A written limit was reached; or no concrete case was found, although there should be one.
    pub(crate) fn case(&self, region: &Region) -> Result<Option<DecidedTwice>, Undecided> {
        let Some(witness) = self.analysis.witness(region)? else { return Ok(None) };
        let decided = |side: Side| -> Result<(Facts, Decision), Undecided> {
            let facts = self.own_facts(self.woven.thread(side), witness.facts()).ok_or(Undecided::Mismatch)?;
            let decision = decide(&self.woven.thread(side).policy, &facts).map_err(|_| Undecided::Mismatch)?;
            Ok((facts, decision))
        };
        let ((old, old_decision), (new, new_decision)) = (decided(Side::Old)?, decided(Side::New)?);
        Ok(Some(DecidedTwice { witness, facts: [old, new], decisions: [old_decision, new_decision] }))
    }

    /// A case of one of the policies in the woven one. Facts that only the other policy has are unknown.
    pub(crate) fn woven_facts(&self, side: Side, own: &Facts) -> Facts {
        let thread = self.woven.thread(side);
        let mut facts = Facts::unknown(&self.woven.policy);
        for (id, at) in thread.policy.fact_ids().zip(&thread.facts) {
            facts.assume(*at, own.get(id).map(|value| thread.value(value)));
        }
        own.as_of().into_iter().for_each(|day| facts.set_as_of(day));
        own.calendar().into_iter().for_each(|calendar| facts.set_calendar(calendar.clone()));
        facts
    }

    /// The facts of a case as one of the policies has them.
    fn own_facts(&self, thread: &Thread, woven: &Facts) -> Option<Facts> {
        let mut facts = Facts::unknown(&thread.policy);
        for ((id, fact), at) in thread.policy.fact_ids().zip(thread.policy.facts()).zip(&thread.facts) {
            if let Some(value) = woven.get(*at) {
                facts.assume(id, Some(thread.own_value(fact.kind, value)?));
            }
        }
        woven.as_of().into_iter().for_each(|day| facts.set_as_of(day));
        woven.calendar().into_iter().for_each(|calendar| facts.set_calendar(calendar.clone()));
        for ((id, outcome), at) in thread.policy.outcome_ids().zip(thread.policy.outcomes()).zip(&thread.outcomes) {
            let Some(chosen) = at.and_then(|at| woven.chosen(at)) else { continue };
            let chosen = chosen.map(|value| match value {
                Value::Member(_, member) => match outcome.values {
                    OutcomeValues::Members(of) => Value::Member(of, *member),
                    OutcomeValues::Amounts(_) => value.clone(),
                },
                value => value.clone(),
            });
            facts.choose(id, chosen).ok()?;
        }
        Some(facts)
    }
}
