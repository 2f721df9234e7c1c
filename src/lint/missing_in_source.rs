//! `B0003`: what the source leaves open.

use super::Subject;
use crate::diagnostic::{Code, Diagnostic};

/// One hint for every `missing "…"`.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let holes = policy.clauses().iter().filter_map(|clause| clause.missing.as_ref().map(|what| (clause, what)));
    holes
        .map(|(clause, what)| {
            let hint = Diagnostic::new(Code::MissingInSource, clause.span);
            hint.with("clause", clause.citation.as_str()).with("what", what.as_str())
        })
        .collect()
}
