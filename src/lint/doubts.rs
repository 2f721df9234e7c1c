//! `N0001` of a check: what it could not find out within the limits, once for each outcome.

use super::Subject;
use super::shown::{not_decided, title};
use crate::analyse::Undecided;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::OutcomeId;
use std::collections::BTreeMap;

/// What one check could not find out.
///
/// Where an outcome as a whole is not decided, that is said once for all checks, and no check says it again.
pub(super) struct Doubts {
    check: Code,
    of: BTreeMap<OutcomeId, Undecided>,
}

impl Doubts {
    pub(super) fn new(check: Code) -> Self {
        Self { check, of: BTreeMap::new() }
    }

    /// The answer to a question about an outcome; without one, the doubt is kept.
    pub(super) fn answer<T>(&mut self, outcome: OutcomeId, answer: Result<T, Undecided>) -> Option<T> {
        answer.map_err(|reason| self.of.entry(outcome).or_insert(reason)).ok()
    }

    /// One warning for each outcome that some question was about.
    pub(super) fn findings(self, subject: &Subject<'_>) -> Vec<Diagnostic> {
        let check = self.check;
        let own = self.of.into_iter().filter(|(outcome, _)| subject.partition(*outcome).is_some());
        own.filter_map(|(id, reason)| {
            let outcome = subject.policy.outcomes().get(id.index())?;
            Some(not_decided(outcome.span, check, &title(subject, id), reason))
        })
        .collect()
    }
}
