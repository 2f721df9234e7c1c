//! Findings: what is not wrong with the text, but with what it says.
//!
//! One file for each; a finding has its code, its page in `docs/codes`, its check and its tests side by side. Beside
//! them stands what is done with findings: those that the author answers for (`allow`), those that were there before
//! (a baseline), and those that can be mended.

mod allowed;
mod baseline;
mod case_json;
mod impossible_deadline;
mod judgement_alone;
mod judges_itself;
mod look_alike_names;
mod mend;
mod mentioned;
mod missing_in_source;
mod open_judgement;
mod open_steps;
mod outline_gaps;
mod reading_decides;
#[cfg(test)]
mod testing;
mod too_much_on_one;
mod unused;
mod weighed;
mod whole_ladder;
mod without_consequence;

pub use allowed::{Allowed, Findings};
pub use baseline::{Baseline, BaselineKey, Known};
pub use mend::{Remaining, mend};

use crate::analyse::Analysis;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::Policy;

/// Everything there is to report about a checked policy, in the order of the text.
#[must_use]
pub fn lint(policy: &Policy) -> Diagnostics {
    findings(policy).reported
}

/// Everything there is to find in a checked policy, parted into what is to be reported and what its author answers for.
#[must_use]
pub fn findings(policy: &Policy) -> Findings {
    let subject = Subject { policy, analysis: Analysis::new(policy) };
    let mut found: Diagnostics = CHECKS.iter().flat_map(|check| check(&subject)).collect();
    found.sort();
    allowed::sift(policy, found)
}

/// What a check looks at.
struct Subject<'p> {
    policy: &'p Policy,
    /// All cases at once. What it cannot decide within its limits a check reports as not decided, never as fine.
    analysis: Analysis,
}

/// One check: a policy in, its findings out.
type Check = fn(&Subject<'_>) -> Vec<Diagnostic>;

const CHECKS: &[Check] = &[
    outline_gaps::check,
    missing_in_source::check,
    without_consequence::check,
    open_steps::check,
    open_judgement::check,
    reading_decides::check,
    judgement_alone::check,
    whole_ladder::check,
    look_alike_names::check,
    weighed::check,
    impossible_deadline::check,
    unused::check,
    too_much_on_one::check,
    judges_itself::check,
];
