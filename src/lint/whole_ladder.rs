//! `V0005`: a rule that permits everything.
//!
//! A rule that permits every value of its outcome guides nobody: whoever decides could as well decide without it. Only
//! of three or more values; of two, both at the authority's choice is an ordinary rule. And only where another rule of
//! the outcome permits less: a list of measures that one clause gives as its whole answer is no ladder.

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
        let is_less = |id: &crate::policy::RuleId| match policy.rules().get(id.index()).map(|rule| &rule.permitted) {
            Some(Contribution::Fixed(other)) => other.members().count() < values,
            Some(Contribution::Computed { .. }) | None => false,
        };
        if values >= FEWEST && set.members().count() == values && outcome.rules.iter().any(is_less) {
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
        let policy = format!(
            "{HEAD}article 1 {{ if late then may sanction ∈ <reminder, notice, removal> }}
article 2 {{ if not late then sanction = reminder }}"
        );
        let found = places_of(Code::WholeLadder, &policy);
        assert!(matches!(found.as_slice(), [place] if place.contains("<reminder, notice, removal>")), "{found:?}");
    }

    #[test]
    fn less_than_everything_or_two_values_are_not() {
        let policy =
            format!("{HEAD}article 1 {{ if late then sanction ∈ <reminder, removal> and public ∈ <no, yes> }}");
        assert_eq!(places_of(Code::WholeLadder, &policy), Vec::<String>::new());
        let only = format!("{HEAD}article 1 {{ if late then sanction ∈ <reminder, notice, removal> }}");
        assert_eq!(places_of(Code::WholeLadder, &only), Vec::<String>::new());
    }
}
