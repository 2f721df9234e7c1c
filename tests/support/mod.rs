//! What several test programs need.

use policyc::diagnostic::Diagnostics;
use policyc::policy::{Policy, check_text};

/// The policy of a text that has to be accepted.
#[track_caller]
pub fn accepted(text: &str) -> Policy {
    let checked = check_text("regulation.policy", text);
    let Some(policy) = checked.policy else {
        panic!("refused with {}:\n{text}", listed(&checked.diagnostics, text));
    };
    policy
}

/// Diagnostics as `E0301 "sanctoin"`, one behind the other.
pub fn listed(diagnostics: &Diagnostics, text: &str) -> String {
    let one = |found: &policyc::diagnostic::Diagnostic| {
        let at = found.span.and_then(|span| text.get(span.range())).unwrap_or_default();
        format!("{} {:?}", found.code, at.chars().take(60).collect::<String>())
    };
    diagnostics.iter().map(one).collect::<Vec<_>>().join(", ")
}
