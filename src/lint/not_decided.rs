//! `N0001`: what an outcome comes to is not known for all cases.
//!
//! Said once for each outcome; the checks that need to know it find nothing then. Checks that stop at a limit of their
//! own report the same code themselves.

use super::Subject;
use super::shown::{not_decided, title};
use crate::diagnostic::{Code, Diagnostic};

/// One warning for each such outcome.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let outcomes = subject.policy.outcome_ids().zip(subject.policy.outcomes());
    let open = outcomes.filter_map(|(id, outcome)| {
        let reason = subject.analysis.partition(id).err()?;
        Some(not_decided(outcome.span, Code::NotDecided, &title(subject, id), reason))
    });
    open.collect()
}
