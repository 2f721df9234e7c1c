//! `V0005`: a rule that permits everything.
//!
//! A rule that permits every value of its outcome guides nobody: whoever decides could as well decide without it. Only
//! of three or more values; of two, both at the authority's choice is an ordinary rule.

use super::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Contribution, OutcomeValues};

/// The fewest values of which it says something that all are permitted.
const FEWEST: usize = 3;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut findings = Vec::new();
    for rule in policy.rules() {
        let (Some(outcome), Contribution::Fixed(set)) = (policy.outcomes().get(rule.outcome.index()), &rule.permitted)
        else {
            continue;
        };
        let OutcomeValues::Members(of) = outcome.values else { continue };
        let values = policy.enumerations().get(of.index()).map_or(0, |of| of.members.len());
        if values >= FEWEST && set.members().count() == values {
            let finding = Diagnostic::new(Code::WholeLadder, rule.span).with("outcome", outcome.name.as_str());
            let clause = policy.clauses().get(rule.clause.index()).map_or("", |clause| &clause.citation);
            findings.push(finding.with("clause", clause).with("values", values));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::places_of;

    const HEAD: &str = "scale measure { reminder < notice < removal }
scale answer { no < yes }
fact late: bool
outcome sanction: measure combine heaviest
outcome public: answer combine heaviest
";

    #[test]
    fn a_rule_that_permits_everything_is_found() {
        let policy = format!("{HEAD}article 1 {{ if late then may sanction ∈ <reminder, notice, removal> }}");
        let found = places_of(Code::WholeLadder, &policy);
        assert!(matches!(found.as_slice(), [place] if place.contains("<reminder, notice, removal>")), "{found:?}");
    }

    #[test]
    fn less_than_everything_or_two_values_are_not() {
        let policy =
            format!("{HEAD}article 1 {{ if late then sanction ∈ <reminder, removal> and public ∈ <no, yes> }}");
        assert_eq!(places_of(Code::WholeLadder, &policy), Vec::<String>::new());
    }
}
