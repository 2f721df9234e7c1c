//! What is said of a table of cases.

use super::super::block::bit;
use super::super::ruleset::{Citations, Ruleset};
use super::decider::{InterpretedRow, OutcomeLanes, TableDecider};
use crate::decide::decision::{Decision, OutcomeDecision, Status};
use crate::decide::interpret::DecideError;
use crate::policy::{OutcomeId, PermittedSet};

/// The answers to a table of cases, lent by the [`TableDecider`] until the next table.
#[derive(Clone, Copy, Debug)]
pub struct RulingTable<'d> {
    decider: &'d TableDecider,
}

/// The answers on one outcome, by case.
#[derive(Clone, Copy, Debug)]
pub struct RuledColumn<'d> {
    decider: &'d TableDecider,
    of: Option<(&'d OutcomeLanes, &'d Ruleset)>,
    id: OutcomeId,
}

/// In which cases a clause applies.
#[derive(Clone, Debug)]
pub(super) struct CitedColumn {
    pub(super) clause: String,
    /// The rules, exemptions or adjustments that cite it.
    pub(super) numbers: Vec<usize>,
    pub(super) cases: Vec<u64>,
}

impl CitedColumn {
    pub(super) fn all(citations: &Citations) -> Vec<Self> {
        let cited = citations.by_clause().into_iter();
        cited.map(|(clause, numbers)| Self { clause: clause.to_owned(), numbers, cases: Vec::new() }).collect()
    }
}

impl<'d> RulingTable<'d> {
    pub(super) fn new(decider: &'d TableDecider) -> Self {
        Self { decider }
    }

    /// How many cases there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.decider.rows
    }

    /// The answers on an outcome; `None` where the id belongs to another policy.
    #[must_use]
    pub fn outcome(&self, id: OutcomeId) -> Option<RuledColumn<'d>> {
        let parts = self.decider.program.parts();
        let place = *parts.places.get(id.index())?;
        let of = self.decider.outcomes.get(place).zip(parts.rulesets.get(place));
        Some(RuledColumn { decider: self.decider, of, id })
    }

    /// The answers on all outcomes, in the order of declaration.
    pub fn outcomes(&self) -> impl Iterator<Item = RuledColumn<'d>> + use<'d> {
        let table = *self;
        self.decider.program.policy().outcome_ids().filter_map(move |id| table.outcome(id))
    }

    /// Why a case has no answer; `None` where it has one.
    #[must_use]
    pub fn error(&self, row: usize) -> Option<&'d DecideError> {
        self.decider.interpreted(row)?.as_ref().err()
    }

    /// The full decision of a case that the interpreter decided.
    #[must_use]
    pub fn interpreted(&self, row: usize) -> Option<&'d Decision> {
        self.decider.interpreted(row)?.as_ref().ok().map(|found| &found.decision)
    }

    /// How many cases the interpreter decided.
    #[must_use]
    pub fn interpreted_count(&self) -> usize {
        self.decider.interpreted.len()
    }
}

impl TableDecider {
    fn interpreted(&self, row: usize) -> Option<&Result<InterpretedRow, DecideError>> {
        if !bit(&self.open, row) {
            return None;
        }
        let at = self.interpreted.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.interpreted.get(at).map(|(_, found)| found)
    }
}

impl<'d> RuledColumn<'d> {
    /// Which outcome it is about.
    #[must_use]
    pub fn id(&self) -> OutcomeId {
        self.id
    }

    /// What is known of it in a case; undetermined also where the case has no answer, which [`RulingTable::error`] says.
    #[must_use]
    pub fn status(&self, row: usize) -> Status {
        match (self.decider.interpreted(row), self.of) {
            (Some(Ok(found)), _) => self.own(found).map_or(Status::Undetermined, |outcome| outcome.status),
            (None, Some((of, ruleset))) => of.status(ruleset, of.codes.get(row)),
            (Some(Err(_)), _) | (None, None) => Status::Undetermined,
        }
    }

    /// The permitted values in a case; `None` unless decided.
    #[must_use]
    pub fn permitted(&self, row: usize) -> Option<&'d PermittedSet> {
        match self.decider.interpreted(row) {
            Some(found) => found.as_ref().ok()?.permitted.get(self.id.index())?.as_ref(),
            None => {
                let (of, ruleset) = self.of?;
                of.verdict(ruleset, of.codes.get(row))?.verdict.permitted.as_ref()
            }
        }
    }

    /// Whether mitigation and aggravation met in a case, so that the authority must weigh both.
    #[must_use]
    pub fn weigh(&self, row: usize) -> bool {
        match (self.decider.interpreted(row), self.of) {
            (Some(Ok(found)), _) => self.own(found).is_some_and(|outcome| outcome.weigh),
            (None, Some((of, ruleset))) => of.verdict(ruleset, of.codes.get(row)).is_some_and(|settled| settled.weigh),
            (Some(Err(_)), _) | (None, None) => false,
        }
    }

    /// A number for the status, the permitted set and whether to weigh: where two cases have the same number, they have
    /// the same answer. It holds for this outcome and this table. `None` where the interpreter decided.
    #[must_use]
    pub fn verdict_code(&self, row: usize) -> Option<u32> {
        let (of, _) = self.of?;
        (!bit(&self.decider.open, row)).then(|| of.codes.get(row))
    }

    /// The clauses that fired and were not overridden, in the order of the text, each with the cases as a row of bits.
    pub fn clauses(&self) -> impl Iterator<Item = (&'d str, &'d [u64])> + use<'d> {
        columns(self.of.map(|(of, _)| of.clauses.as_slice()))
    }

    /// The clauses whose exemption changed the result.
    pub fn exempted_by(&self) -> impl Iterator<Item = (&'d str, &'d [u64])> + use<'d> {
        columns(self.of.map(|(of, _)| of.exempted_by.as_slice()))
    }

    /// The clauses whose adjustment applied.
    pub fn adjusted_by(&self) -> impl Iterator<Item = (&'d str, &'d [u64])> + use<'d> {
        columns(self.of.map(|(of, _)| of.adjusted_by.as_slice()))
    }

    fn own(&self, found: &'d InterpretedRow) -> Option<&'d OutcomeDecision> {
        found.decision.outcomes.get(self.id.index())
    }
}

fn columns(cited: Option<&[CitedColumn]>) -> impl Iterator<Item = (&str, &[u64])> {
    cited.unwrap_or_default().iter().map(|column| (column.clause.as_str(), column.cases.as_slice()))
}
