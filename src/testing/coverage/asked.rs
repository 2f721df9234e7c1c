//! What a test asks about: only that is covered by it.

use crate::policy::{ClauseId, DutyId, ExpectationKind, OutcomeId, Policy, ProcedureId, StepIndex, Test};
use std::collections::BTreeSet;

/// The outcomes, duties and steps of which a test expects something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) outcomes: BTreeSet<OutcomeId>,
    pub(crate) duties: BTreeSet<DutyId>,
    pub(crate) steps: BTreeSet<(ProcedureId, StepIndex)>,
}

impl Asked {
    /// What a test expects something of. An expectation that names no outcome speaks of those that its clauses are
    /// about, or of all where nothing in the test names one.
    pub(crate) fn by(policy: &Policy, test: &Test) -> Self {
        let mut asked = Self::default();
        let mut speaks_of_all = false;
        for expected in &test.expectations {
            asked.outcomes.extend(expected.outcome);
            let is_unnamed = expected.outcome.is_none();
            match &expected.kind {
                ExpectationKind::Duty(duty, _) => {
                    asked.duties.insert(*duty);
                }
                ExpectationKind::Step(procedure, step, _) => {
                    asked.steps.insert((*procedure, *step));
                }
                ExpectationKind::Effect { .. } => {}
                ExpectationKind::Cites(clauses)
                | ExpectationKind::AdjustedBy(clauses)
                | ExpectationKind::ExemptedBy(clauses) => {
                    if is_unnamed {
                        asked.outcomes.extend(about(policy, clauses));
                    }
                }
                ExpectationKind::Permits(_)
                | ExpectationKind::Status(_)
                | ExpectationKind::Asks(_)
                | ExpectationKind::Power(..) => speaks_of_all |= is_unnamed,
            }
        }
        if speaks_of_all && asked.outcomes.is_empty() {
            asked.outcomes.extend(policy.outcome_ids());
        }
        asked
    }

    /// Whether it is nothing that a decision says.
    pub(crate) fn needs_decision(&self) -> bool {
        !self.outcomes.is_empty() || !self.duties.is_empty()
    }
}

/// The outcomes that some clauses, or the items in them, say something of.
fn about<'p>(policy: &'p Policy, clauses: &'p [ClauseId]) -> impl Iterator<Item = OutcomeId> + 'p {
    let data = policy.data();
    let path = |id: ClauseId| data.clauses.get(id.index()).and_then(|clause| clause.path.as_ref());
    let speaks = move |own: ClauseId| {
        clauses
            .iter()
            .any(|cited| *cited == own || path(*cited).zip(path(own)).is_some_and(|(cited, own)| cited.covers(own)))
    };
    let is_about = move |id: &OutcomeId| {
        data.outcomes.get(id.index()).is_some_and(|outcome| {
            let rules = outcome.rules.iter().filter_map(|rule| data.rules.get(rule.index())).map(|rule| rule.clause);
            let exemptions = outcome.exemptions.iter().map(|found| found.clause);
            let adjustments = outcome.adjustments.iter().map(|found| found.clause);
            rules.chain(exemptions).chain(adjustments).any(speaks)
        })
    };
    policy.outcome_ids().filter(is_about)
}
