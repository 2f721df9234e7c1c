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

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::lint;
    use crate::policy::check_text;

    #[test]
    fn an_outcome_that_cannot_be_looked_at_as_a_whole_is_said_to_be_open() {
        let found = |fine: &str| -> Vec<Code> {
            let text = format!(
                "record payment {{ paid: money in CNY }}
fact payments: list of payment
fact paid: money in CNY
outcome fine: money in CNY combine sum
article 1 {{ fine = {fine} }}"
            );
            let policy = check_text("demo.policy", &text).policy.expect("the policy is sound");
            lint(&policy).iter().map(|found| found.code).collect()
        };
        assert_eq!(found("sum paid over payments"), [Code::NotDecided]);
        assert_eq!(found("paid"), []);
    }
}
