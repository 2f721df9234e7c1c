//! Findings: what is not wrong with the text, but with what it says.
//!
//! One file for each; a finding has its code, its page in `docs/codes`, its check and its tests side by side. Beside
//! them stands what is done with findings: those that the author answers for (`allow`), those that were there before
//! (a baseline), and those that can be mended.

mod allowed;
mod authority_gaps;
mod baseline;
mod conflicts;
mod constant_conditions;
mod dead_rules;
mod doubts;
mod ensures;
mod impossible_deadline;
mod judgement_alone;
mod judges_itself;
mod look_alike_names;
mod mend;
mod mentioned;
mod merged;
mod missing_in_source;
mod not_addressed;
mod not_decided;
mod not_monotone;
mod open_judgement;
mod open_steps;
mod other_cases;
mod outline_gaps;
mod overlaps;
pub(crate) mod prose;
mod read_as;
mod reading_decides;
mod redundant_rules;
mod shadowed_rules;
mod shown;
mod statements;
mod swallowing_exemptions;
#[cfg(test)]
mod testing;
mod too_much_on_one;
mod unheld_liability;
mod unreachable_exemptions;
mod unreachable_values;
mod unused;
mod used_in;
mod views;
mod weighed;
mod whole_ladder;
mod without_consequence;

pub use allowed::{Allowed, Findings};
pub use baseline::{Baseline, BaselineKey, Known};
pub use ensures::Ensured;
pub use mend::{Remaining, mend};

use crate::analyse::{Analysis, Partition, Proof, Refutation};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::{EnsuredProperty, OutcomeId, Policy};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Everything there is to report about a checked policy, in the order of the text.
#[must_use]
pub fn lint(policy: &Policy) -> Diagnostics {
    findings(policy).reported
}

/// Everything there is to find in a checked policy, parted into what is to be reported and what its author answers for.
#[must_use]
pub fn findings(policy: &Policy) -> Findings {
    findings_by(Analysis::new(policy)).0
}

/// The same by an analysis of the policy in its preferred readings, which is given back: see [`Analysis::after_edit`].
///
/// Where the analysis was told to stop, what is found is of no use, for it is not all.
#[must_use]
pub fn findings_by(analysis: Analysis) -> (Findings, Analysis) {
    let policy = &analysis.policy().clone();
    let subject = Subject {
        policy,
        analysis,
        proofs: OnceLock::new(),
        days: OnceLock::new(),
        others: OnceLock::new(),
        readings: OnceLock::new(),
    };
    let mut found: Diagnostics = CHECKS.iter().flat_map(|check| check(&subject)).collect();
    found.sort();
    let sifted = allowed::sift(policy, found);
    let alone = |one: Allowed| Allowed { finding: merged::alone(one.finding), ..one };
    let findings = Findings {
        reported: merged::merged(sifted.reported),
        allowed: sifted.allowed.into_iter().map(alone).collect(),
        ensured: Ensured::of(subject.proofs()),
    };
    (findings, subject.analysis)
}

/// What a check looks at.
struct Subject<'p> {
    policy: &'p Policy,
    /// All cases at once. What it cannot decide within its limits a check reports as not decided, never as fine.
    analysis: Analysis,
    /// What is known of each `ensure`, in the order of the text.
    proofs: OnceLock<Vec<Proof<Refutation>>>,
    /// The days before and after each change that depends on the day on which a case is looked at.
    days: OnceLock<BTreeSet<Date>>,
    /// The same on other days and in other readings, once a check needs that.
    others: OnceLock<Vec<Analysis>>,
    /// The same with each reading a case of its own, once a check needs that.
    readings: OnceLock<Analysis>,
}

impl Subject<'_> {
    /// What an outcome comes to, case by case. Where that is not known, `N0001` says so once for all checks.
    fn partition(&self, outcome: OutcomeId) -> Option<&Partition> {
        self.analysis.partition(outcome).ok()
    }

    fn proofs(&self) -> &[Proof<Refutation>] {
        let prove = |claim: &EnsuredProperty| self.analysis.ensured(claim);
        self.proofs.get_or_init(|| self.policy.ensures().iter().map(prove).collect())
    }
}

/// One check: a policy in, its findings out.
type Check = fn(&Subject<'_>) -> Vec<Diagnostic>;

const CHECKS: &[Check] = &[
    outline_gaps::check,
    missing_in_source::check,
    authority_gaps::check,
    unreachable_values::check,
    look_alike_names::check,
    dead_rules::check,
    shadowed_rules::check,
    redundant_rules::check,
    unreachable_exemptions::check,
    swallowing_exemptions::check,
    constant_conditions::check,
    not_addressed::check,
    conflicts::check,
    overlaps::check,
    ensures::check,
    not_monotone::check,
    not_decided::check,
    without_consequence::check,
    open_steps::check,
    open_judgement::check,
    other_cases::check,
    reading_decides::check,
    judgement_alone::check,
    whole_ladder::check,
    weighed::check,
    impossible_deadline::check,
    unused::check,
    too_much_on_one::check,
    unheld_liability::check,
    judges_itself::check,
];

#[cfg(test)]
mod tests {
    use super::lint;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::policy::check_text;

    /// What most tests begin with.
    const HEAD: &str = "policy demo
scale severity { minor < major < critical }
scale measure { reminder < notice < removal }
fact severity: severity
fact reported: bool
fact late: bool
outcome sanction: measure combine heaviest
";

    /// The findings of a code in a text that is added to [`HEAD`], each with the text at its place.
    pub(super) fn of_code(code: Code, rest: &str) -> Vec<(Diagnostic, String)> {
        let checked = check_text("demo.policy", &format!("{HEAD}{rest}"));
        let policy = checked.policy.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        let shown = |finding: Diagnostic| {
            let text = checked.sources.slice(finding.span.expect("a place")).to_owned();
            (finding, text)
        };
        lint(&policy).into_iter().filter(|finding| finding.code == code).map(shown).collect()
    }
}
