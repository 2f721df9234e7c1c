//! What a result rests on, by name.

use super::explanation::{CitedChoice, CitedFact, CitedJudgement};
use super::support::Support;
use super::why::Explainer;
use crate::policy::{FactId, OutcomeId, Party};
use std::collections::BTreeSet;

impl Explainer<'_> {
    /// A support together with that of the outcomes that it reads.
    pub(super) fn with_read(&self, support: Support) -> Support {
        let mut all = support;
        for id in all.outcomes.clone() {
            if let Some(behind) = self.read.get(&id) {
                all.add(behind);
            }
        }
        all
    }

    pub(super) fn cited_facts(&self, facts: &BTreeSet<FactId>) -> Vec<CitedFact> {
        facts.iter().filter_map(|id| self.cited_fact(*id)).collect()
    }

    fn cited_fact(&self, id: FactId) -> Option<CitedFact> {
        let (fact, value) = (self.data.facts.get(id.index())?, self.facts.get(id)?);
        let judge = |party: &Party| match party {
            Party::Body(id) => self.data.bodies.get(id.index()).map(|body| body.name.clone()),
            Party::Role(id) => self.data.roles.get(id.index()).map(|role| role.name.clone()),
        };
        Some(CitedFact {
            name: fact.name.to_string(),
            value: self.policy.show(value),
            default: fact.default.as_ref() == Some(value),
            reading: fact.is_reading,
            judgement: fact.judgement.as_ref().map(|judgement| CitedJudgement {
                by: judgement.judge.as_ref().and_then(judge),
                criterion: judgement.criterion.clone(),
            }),
        })
    }

    pub(super) fn cited_choices(&self, outcomes: &BTreeSet<OutcomeId>) -> Vec<CitedChoice> {
        let cited = |id: &OutcomeId| {
            let chosen = self.facts.chosen(*id)?.map(|value| self.policy.show(value));
            Some(CitedChoice { outcome: self.data.outcomes.get(id.index())?.name.to_string(), chosen })
        };
        outcomes.iter().filter_map(cited).collect()
    }
}
