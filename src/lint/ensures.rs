//! `B0004`, `C0002` and `D0001`: what a policy claims of itself and does not keep.
//!
//! An `ensure` is proved for all cases, or refuted by a case (where it compares two cases, by a pair) that was decided
//! again before it is shown. `is addressed` that fails is a blank, `rises with` or `ignores` that fails a
//! disproportion; the others contradict what the rules permit.

use super::shown::{not_decided, title, with_case, with_clauses, with_region};
use super::{Subject, prose};
use crate::analyse::{Counterexample, Proof, Refutation, Witness};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{EnsuredProperty, FactId, PropertyKind};
use serde_json::json;

/// How many of the claims of a policy hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ensured {
    /// Those that hold in every case.
    pub proved: usize,
    /// Those that do not.
    pub refuted: usize,
    /// Those of which nobody knows.
    pub not_decided: usize,
}

impl Ensured {
    /// Counts what is known of some claims.
    pub(super) fn of(proofs: &[Proof<Refutation>]) -> Self {
        let mut all = Self::default();
        for proof in proofs {
            match proof {
                Proof::Proved => all.proved += 1,
                Proof::Refuted(_) => all.refuted += 1,
                Proof::NotDecided(_) => all.not_decided += 1,
            }
        }
        all
    }

    /// Those of two policies.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            proved: self.proved + other.proved,
            refuted: self.refuted + other.refuted,
            not_decided: self.not_decided + other.not_decided,
        }
    }

    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.proved + self.refuted + self.not_decided
    }
}

/// One finding for each `ensure` that does not hold, or of which nobody knows.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let claims = subject.policy.ensures().iter().zip(subject.proofs());
    claims
        .filter_map(|(claim, proof)| match proof {
            Proof::Proved => None,
            Proof::Refuted(refutation) => Some(refuted(subject, claim, refutation)),
            Proof::NotDecided(reason) => {
                Some(not_decided(claim.span, code(claim), &title(subject, claim.outcome), *reason))
            }
        })
        .collect()
}

fn code(claim: &EnsuredProperty) -> Code {
    match claim.property {
        PropertyKind::IsAddressed => Code::EnsuredGap,
        PropertyKind::RisesWith(_) | PropertyKind::Ignores(_) => Code::EnsuredProportion,
        PropertyKind::Excludes(_) | PropertyKind::AtLeast(_) | PropertyKind::AtMost(_) | PropertyKind::Within(_) => {
            Code::EnsureRefuted
        }
    }
}

fn refuted(subject: &Subject<'_>, claim: &EnsuredProperty, refutation: &Refutation) -> Diagnostic {
    let outcome = title(subject, claim.outcome);
    let property = match claim.property {
        PropertyKind::IsAddressed => "is-addressed",
        PropertyKind::RisesWith(_) => "rises",
        PropertyKind::Ignores(_) => "ignores",
        PropertyKind::Excludes(_) => "excludes",
        PropertyKind::AtLeast(_) => "at-least",
        PropertyKind::AtMost(_) => "at-most",
        PropertyKind::Within(_) => "within",
    };
    let found = Diagnostic::new(code(claim), claim.span).with("outcome", outcome.as_str()).with("property", property);
    let found = match &refutation.example {
        Counterexample::Case(witness) => with_case(found, subject, witness, &outcome),
        Counterexample::Pair { fact, before, after } => with_pair(found, subject, *fact, [before, after], &outcome),
    };
    let found = with_clauses(found, subject, &refutation.clauses);
    with_region(found, subject, &refutation.region)
}

/// Adds a pair of cases that differ in one fact.
pub(super) fn with_pair(
    mut found: Diagnostic,
    subject: &Subject<'_>,
    fact: FactId,
    pair: [&Witness; 2],
    outcome: &str,
) -> Diagnostic {
    let policy = subject.policy;
    let [before, after] = pair;
    found.witness = Some(json!({
        "before": prose::witness_json(&subject.analysis, before, outcome),
        "after": prose::witness_json(&subject.analysis, after, outcome),
    }));
    let name = policy.facts().get(fact.index()).map_or_else(String::new, |fact| fact.name.to_string());
    let value =
        |witness: &Witness| witness.facts().get(fact).map(|known| prose::value(policy, known)).unwrap_or_default();
    let decided = |witness: &Witness| witness.decision().outcome(outcome).map(prose::decided).unwrap_or_default();
    found
        .with("fact", name)
        .with("case", prose::case(policy, before, Some(fact)))
        .with("from", value(before))
        .with("to", value(after))
        .with("before", decided(before))
        .with("after", decided(after))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::{Ensured, findings};
    use crate::policy::check_text;

    const RULES: &str = "scale s { none < minor < major }
scale m { notice < warning < removal }
fact severity: s
fact known: bool
outcome sanction: m combine heaviest
article 1 {
  (1) if severity = minor then sanction ∈ <notice, warning>
  (2) if severity = major and known then sanction = notice
}
";

    fn found(ensure: &str) -> (Vec<Code>, Ensured) {
        let text = format!("{RULES}article 2 {{ ensure sanction {ensure} allow B0005 \"a draft\" }}");
        let policy = check_text("demo.policy", &text).policy.expect("the policy is sound");
        let found = findings(&policy);
        let own = found.reported.iter().map(|one| one.code);
        let own = own.filter(|code| {
            !matches!(code, Code::NotAddressed | Code::NotMonotone | Code::UnreachableValue | Code::UnusedAllow)
        });
        (own.collect(), found.ensured)
    }

    #[test]
    fn a_claim_that_does_not_hold_is_found_in_its_group() {
        let refuted = Ensured { refuted: 1, ..Ensured::default() };
        for (ensure, code) in [
            ("rises with severity", Code::EnsuredProportion),
            ("ignores known", Code::EnsuredProportion),
            ("is addressed when severity = major", Code::EnsuredGap),
            ("≥ warning when severity = minor", Code::EnsureRefuted),
            ("≤ notice", Code::EnsureRefuted),
            ("∈ <warning>", Code::EnsureRefuted),
            ("excludes warning when severity = minor", Code::EnsureRefuted),
        ] {
            assert_eq!(found(ensure), (vec![code], refuted), "{ensure}");
        }
    }

    #[test]
    fn a_claim_that_holds_is_counted() {
        let proved = Ensured { proved: 1, ..Ensured::default() };
        for ensure in [
            "rises with known",
            "ignores known when severity ≠ major",
            "is addressed when severity = minor",
            "≥ notice when severity = minor",
            "≤ warning",
            "excludes removal",
            "excludes warning when severity = major",
        ] {
            assert_eq!(found(ensure), (vec![], proved), "{ensure}");
        }
    }
}
