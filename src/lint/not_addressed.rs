//! `B0005`: cases in scope of which no rule of an outcome says anything.
//!
//! Where the policy claims that the outcome `is addressed`, the claim is proved or refuted instead; where it has an
//! `otherwise`, it has thought of the rest.

use super::Subject;
use super::shown::{not_decided, title, with_case, with_region};
use crate::analyse::Undecided;
use crate::decide::Status;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Outcome, OutcomeId, PropertyKind, RuleKind};

/// One hint for each outcome that has such cases.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let outcomes = subject.policy.outcome_ids().zip(subject.policy.outcomes());
    let open = outcomes.filter(|(id, outcome)| is_open(subject, *id, outcome));
    let found = open.filter_map(|(id, outcome)| {
        let found = gap(subject, id, outcome);
        found.unwrap_or_else(|reason| Some(not_decided(outcome.span, Code::NotAddressed, &title(subject, id), reason)))
    });
    found.collect()
}

/// Whether nothing in the policy says that its author thought of the rest.
fn is_open(subject: &Subject<'_>, id: OutcomeId, outcome: &Outcome) -> bool {
    let rules = subject.policy.rules();
    let is_otherwise =
        |rule: &crate::policy::RuleId| rules.get(rule.index()).is_some_and(|rule| rule.kind == RuleKind::Otherwise);
    let claims = |property: &PropertyKind| matches!(property, PropertyKind::IsAddressed);
    !outcome.rules.is_empty()
        && !outcome.rules.iter().any(is_otherwise)
        && !subject.policy.ensures().iter().any(|claim| claim.outcome == id && claims(&claim.property))
}

fn gap(subject: &Subject<'_>, id: OutcomeId, outcome: &Outcome) -> Result<Option<Diagnostic>, Undecided> {
    let Some(partition) = subject.partition(id) else { return Ok(None) };
    let region = partition.with_status(Status::NotAddressed);
    let Some(witness) = subject.analysis.witness(&region)? else { return Ok(None) };
    let name = title(subject, id);
    let found = Diagnostic::new(Code::NotAddressed, outcome.span).with("outcome", name.as_str());
    let found = with_case(found, subject, &witness, &name);
    Ok(Some(with_region(found, subject, &region)))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::lint;
    use crate::policy::check_text;

    fn gaps(rest: &str) -> usize {
        let text = format!(
            "scale m {{ notice < warning }}
fact late: bool  fact named: bool
outcome sanction: m combine heaviest
article 1 {{ if late then sanction = notice }}
article 2 {{ {rest} }}"
        );
        let policy = check_text("demo.policy", &text).policy.expect("the policy is sound");
        lint(&policy).iter().filter(|found| found.code == Code::NotAddressed).count()
    }

    #[test]
    fn cases_that_no_rule_addresses_are_found() {
        assert_eq!(gaps("if named then sanction = warning"), 1);
    }

    #[test]
    fn an_outcome_whose_rest_was_thought_of_has_no_gap() {
        assert_eq!(gaps("if not late then sanction = warning"), 0);
        assert_eq!(gaps("otherwise sanction = warning"), 0);
        assert_eq!(gaps("exempt sanction if not late"), 0);
        assert_eq!(gaps("ensure sanction is addressed when late"), 0);
    }
}
