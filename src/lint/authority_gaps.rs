//! `B0011` and `B0012`: a value that some case permits, but that nobody decides or enforces.
//!
//! Looked at are the outcomes of which the policy says who decides or enforces any of their values.

use super::Subject;
use crate::analyse::Undecided;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{MemberIndex, Outcome, OutcomeId, OutcomeValues, Policy};
use std::collections::BTreeSet;

/// Looks at every outcome with an `authority`.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut found = Vec::new();
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
        if outcome.deciders.is_empty() && outcome.enforcers.is_empty() {
            continue;
        }
        let Ok(permitted) = permitted(subject, id) else { continue };
        let decided = outcome.deciders.iter().map(|decider| decider.values.as_deref());
        let enforced = outcome.enforcers.iter().map(|enforcer| enforcer.values.as_deref());
        let gaps = [(Code::NoDecider, left(&permitted, decided)), (Code::NoEnforcer, left(&permitted, enforced))];
        for (code, values) in gaps.into_iter().filter(|(_, values)| !values.is_empty()) {
            let finding = Diagnostic::new(code, outcome.span).with("outcome", outcome.name.as_str());
            found.push(finding.with("values", names(policy, outcome, &values)));
        }
    }
    found
}

/// The values that some case permits.
pub(super) fn permitted(subject: &Subject<'_>, id: OutcomeId) -> Result<BTreeSet<MemberIndex>, Undecided> {
    let mut values = BTreeSet::new();
    for view in std::iter::once(&subject.analysis).chain(subject.views()?) {
        let sets = view.partition(id)?.verdicts.iter().filter_map(|(verdict, _)| verdict.permitted.as_ref());
        values.extend(sets.flat_map(|set| set.members()));
    }
    Ok(values)
}

/// The values that no line is about. A line without values is about all.
fn left<'v>(
    permitted: &BTreeSet<MemberIndex>,
    lines: impl Iterator<Item = Option<&'v [MemberIndex]>>,
) -> BTreeSet<MemberIndex> {
    let mut left = permitted.clone();
    for line in lines {
        left.retain(|value| line.is_some_and(|values| !values.contains(value)));
    }
    left
}

/// How the author calls some values.
pub(super) fn names(policy: &Policy, outcome: &Outcome, values: &BTreeSet<MemberIndex>) -> String {
    let OutcomeValues::Members(of) = outcome.values else { return String::new() };
    let members = policy.enumerations().get(of.index()).map_or(&[][..], |found| found.members.as_slice());
    let named = values.iter().filter_map(|value| members.get(value.index()));
    named.map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Arg, Code};
    use crate::lint::tests::of_code;

    fn values(code: Code, rest: &str) -> Vec<Arg> {
        let rule = "body bureau\nbody board\narticle 1 { if severity >= major then sanction in <reminder, notice> }\n";
        let found = of_code(code, &format!("{rule}{rest}"));
        found
            .into_iter()
            .flat_map(|(finding, _)| finding.args)
            .filter(|(name, _)| *name == "values")
            .map(|(_, arg)| arg)
            .collect()
    }

    #[test]
    fn a_permitted_value_that_nobody_decides_is_found() {
        let rest = "article 2 { authority for sanction { <notice, removal> decided by bureau } }";
        assert_eq!(values(Code::NoDecider, rest), [Arg::from("reminder")]);
        assert_eq!(values(Code::NoEnforcer, rest), [Arg::from("reminder, notice")]);
    }

    #[test]
    fn every_line_counts_and_only_values_that_some_case_permits() {
        let rest = "article 2 { authority for sanction { <notice> decided by bureau enforced by board } }
article 3 { authority for sanction { <reminder> decided by board enforced by board } }";
        assert_eq!(values(Code::NoDecider, rest), []);
        assert_eq!(values(Code::NoEnforcer, rest), []);
        assert_eq!(values(Code::NoDecider, "article 2 { authority for sanction { decided by bureau } }"), []);
    }

    #[test]
    fn an_outcome_without_authority_has_no_gap() {
        assert_eq!(values(Code::NoDecider, ""), []);
        assert_eq!(values(Code::NoEnforcer, ""), []);
    }
}
