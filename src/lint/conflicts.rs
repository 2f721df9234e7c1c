//! `C0003`: cases in which the sets of an outcome's rules exclude each other, so that nothing is permitted.

use super::Subject;
use super::shown::{not_decided, title, with_case, with_clauses, with_region};
use crate::analyse::Undecided;
use crate::decide::Status;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::OutcomeId;
use crate::source::Span;

/// One finding for each outcome that has such cases.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let outcomes = subject.policy.outcome_ids().zip(subject.policy.outcomes());
    let found = outcomes.filter_map(|(id, outcome)| {
        let found = conflict(subject, id, outcome.span);
        found.unwrap_or_else(|reason| Some(not_decided(outcome.span, Code::Conflict, &title(subject, id), reason)))
    });
    found.collect()
}

fn conflict(subject: &Subject<'_>, id: OutcomeId, place: Span) -> Result<Option<Diagnostic>, Undecided> {
    let Some(partition) = subject.partition(id) else { return Ok(None) };
    let region = partition.with_status(Status::Conflict);
    let Some(witness) = subject.analysis.witness(&region)? else { return Ok(None) };
    let outcome = title(subject, id);
    let clauses = witness.decision().outcome(&outcome).map(|decided| decided.clauses.clone()).unwrap_or_default();
    let found = Diagnostic::new(Code::Conflict, place).with("outcome", outcome.as_str());
    let found = with_case(found, subject, &witness, &outcome);
    let found = with_clauses(found, subject, &clauses);
    Ok(Some(with_region(found, subject, &region)))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::lint;
    use crate::policy::check_text;

    fn conflicts(combine: &str) -> usize {
        let text = format!(
            "scale m {{ notice < warning < removal }}
fact late: bool  fact repeated: bool
outcome sanction: m combine {combine}
article 1 {{
  (1) if late then sanction ∈ <notice, warning>
  (2) if repeated then sanction = removal
}}"
        );
        let policy = check_text("demo.policy", &text).policy.expect("the policy is sound");
        lint(&policy).iter().filter(|found| found.code == Code::Conflict).count()
    }

    #[test]
    fn sets_that_exclude_each_other_are_found() {
        assert_eq!(conflicts("intersect"), 1);
        assert_eq!(conflicts("unique"), 1);
    }

    #[test]
    fn sets_that_can_be_combined_are_no_conflict() {
        assert_eq!(conflicts("heaviest"), 0);
        assert_eq!(conflicts("union"), 0);
    }
}
