//! What one of two policies makes of some cases.

use super::Comparison;
use super::changes::GivenBy;
use crate::analyse::{Side, WovenOutcome};
use crate::decide::{OutcomeDecision, Permitted, Status, Verdict};
use crate::policy::ClauseId;

/// The result of one text, and the clauses that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The status.
    pub status: Status,
    /// The permitted values, with the names of the new text.
    pub permitted: Permitted,
    /// Whether "no measure" is permitted.
    pub none: bool,
    /// The clauses that give the result, in the order of the text: as few as give it. Empty where no clause does, and
    /// where they are too many to tell the cases apart by them.
    pub clauses: Vec<String>,
    /// The same by id.
    pub(super) ids: Vec<ClauseId>,
    /// Whether the clauses are named.
    pub is_given: bool,
}

impl Comparison {
    /// What a text makes of cases.
    pub(super) fn ruling(&self, side: Side, outcome: &WovenOutcome, verdict: &Verdict, given: GivenBy) -> Ruling {
        let name = |member: crate::policy::MemberIndex| {
            outcome.ladders.members.get(member.index()).cloned().unwrap_or_default()
        };
        let (permitted, none) = match &verdict.permitted {
            Some(set) => (Permitted::of(set, name), set.permits_none()),
            None => (Permitted::Values(Vec::new()), false),
        };
        let is_given = given.is_some();
        let ids = given.unwrap_or_default();
        let clauses = self.compared.woven.own(side).clauses();
        let citation = |id: &ClauseId| clauses.get(id.index()).map(|clause| clause.citation.clone());
        Ruling {
            status: verdict.status,
            permitted,
            none,
            clauses: ids.iter().filter_map(citation).collect(),
            ids,
            is_given,
        }
    }

    /// Whether a decision is what is said of its case.
    pub(super) fn is_ruling(&self, side: Side, ruling: &Ruling, decided: &OutcomeDecision) -> bool {
        let permitted = match (&decided.permitted, side) {
            (Permitted::Values(names), Side::Old) => {
                Permitted::Values(names.iter().map(|name| self.mapping.plain(name).to_owned()).collect())
            }
            (permitted, _) => permitted.clone(),
        };
        ruling.status == decided.status && ruling.none == decided.none && ruling.permitted.same_as(&permitted)
    }
}
