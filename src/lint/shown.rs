//! What several findings say in the same way: where something is the case, how often, and for example.

use super::{Subject, prose};
use crate::analyse::{Count, Region, Undecided, Witness};
use crate::diagnostic::{Arg, Code, Diagnostic, Phrase};
use crate::policy::OutcomeId;
use crate::source::Span;

/// Most clauses that a finding points to.
const MAX_CLAUSES: usize = 4;

/// The name of an outcome.
pub(super) fn title(subject: &Subject<'_>, outcome: OutcomeId) -> String {
    subject.policy.outcomes().get(outcome.index()).map_or_else(String::new, |outcome| outcome.name.to_string())
}

/// `N0001` about a check and an outcome.
pub(super) fn not_decided(place: Span, check: Code, outcome: &str, reason: Undecided) -> Diagnostic {
    let reason = match reason {
        Undecided::TooLarge => "too-large",
        Undecided::Approximate => "approximate",
        Undecided::Mismatch => "mismatch",
    };
    let found = Diagnostic::new(Code::NotDecided, place);
    found.with("check", check.as_str()).with("outcome", outcome).with("reason", reason)
}

/// Adds where something is the case and how many cases these are.
///
/// The conditions are left out where a written limit does not let them be found: the finding stands without them.
pub(super) fn with_region(found: Diagnostic, subject: &Subject<'_>, region: &Region) -> Diagnostic {
    let words = prose::region(subject.policy, region).unwrap_or_else(|_| Phrase {
        english: "many different conditions".to_owned(),
        chinese: "多种不同情形".to_owned(),
    });
    let found = found.with("region", words);
    match region.count() {
        Ok(count) => with_count(found, &count),
        Err(_) => found.with("cases", "?").with("total", "?").with("share", "?"),
    }
}

/// Adds in how many cases something is so.
pub(super) fn with_count(found: Diagnostic, count: &Count) -> Diagnostic {
    found.with("cases", readable(&count.cases())).with("total", readable(&count.of())).with("share", share(count))
}

/// Most digits of a number that is written out.
const MAX_DIGITS: usize = 15;

/// A number that a person reads: a long one by its first digits and how many follow.
fn readable(digits: &str) -> String {
    match (digits.get(..1), digits.get(1..3), digits.len().checked_sub(1)) {
        (Some(first), Some(next), Some(others)) if digits.len() > MAX_DIGITS => format!("{first}.{next} × 10^{others}"),
        _ => digits.to_owned(),
    }
}

/// A share in per cent.
fn share(count: &Count) -> Arg {
    let millionths = count.millionths();
    let text = match millionths {
        0 if count.is_zero() => "0 %".to_owned(),
        0..100 => "< 0.01 %".to_owned(),
        _ => format!("{}.{:02} %", millionths / 10_000, millionths % 10_000 / 100),
    };
    text.into()
}

/// Adds a case in words and for programs.
pub(super) fn with_case(mut found: Diagnostic, subject: &Subject<'_>, witness: &Witness, outcome: &str) -> Diagnostic {
    found.witness = Some(prose::witness_json(&subject.analysis, witness, outcome));
    let decided = witness.decision().outcome(outcome).map(prose::decided).unwrap_or_default();
    found.with("case", prose::case(subject.policy, witness, None)).with("decided", decided)
}

/// Points to the clauses behind it, and names them.
pub(super) fn with_clauses(mut found: Diagnostic, subject: &Subject<'_>, citations: &[String]) -> Diagnostic {
    let clauses = subject.policy.clauses();
    for citation in citations.iter().take(MAX_CLAUSES) {
        if let Some(clause) = clauses.iter().find(|clause| clause.citation == *citation) {
            found = found.label(clause.span, "clause");
        }
    }
    found.with("named", citations.len()).with("clauses", prose::clauses(citations))
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn only_long_numbers_are_shortened() {
        assert_eq!([readable("0"), readable("123456789012345")], ["0", "123456789012345"]);
        assert_eq!(readable("1739461754880123"), "1.73 × 10^15");
    }
}
