//! Findings: what is not wrong with the text, but with what it says.
//!
//! One file for each; a finding has its code, its page in `docs/codes`, its check and its tests side by side.

mod look_alike_names;
mod missing_in_source;
mod outline_gaps;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::Policy;

/// Everything there is to find in a checked policy, in the order of the text.
#[must_use]
pub fn lint(policy: &Policy) -> Diagnostics {
    let mut findings: Diagnostics = CHECKS.iter().flat_map(|check| check(policy)).collect();
    findings.sort();
    findings
}

/// One check: a policy in, its findings out.
type Check = fn(&Policy) -> Vec<Diagnostic>;

const CHECKS: &[Check] = &[outline_gaps::check, missing_in_source::check, look_alike_names::check];
