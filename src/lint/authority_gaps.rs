//! `B0011` and `B0012`: a value that some case permits, but that nobody decides or enforces.
//!
//! A policy that names bodies distributes tasks, and so has to say who decides each of its outcomes. Who enforces is
//! asked of the outcomes of which somebody decides. Each gap is found in the first clause that gives one of the values;
//! all gaps of a policy are told together.

use super::Subject;
use super::doubts::Doubts;
use super::merged::one_of_several;
use super::statements::citation;
use crate::analyse::Undecided;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Contribution, MemberIndex, Outcome, OutcomeId, OutcomeValues, Policy};
use std::collections::BTreeSet;

/// Looks at every outcome that some rule decides.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    if policy.bodies().is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut doubts = Doubts::new(Code::NoDecider);
    let outcomes = policy.outcome_ids().zip(policy.outcomes()).filter(|(_, outcome)| !outcome.rules.is_empty());
    for (id, outcome) in outcomes {
        let decided: Vec<_> = outcome.deciders.iter().map(|decider| decider.values.as_deref()).collect();
        let enforced: Vec<_> = outcome.enforcers.iter().map(|enforcer| enforcer.values.as_deref()).collect();
        for (code, lines) in [(Code::NoDecider, &decided), (Code::NoEnforcer, &enforced)] {
            if lines.is_empty() {
                // Who enforces what nobody decides is the smaller question.
                let is_told = code == Code::NoEnforcer && decided.is_empty();
                found.extend((!is_told).then(|| whole(policy, code, outcome)).flatten());
            } else if lines.iter().all(Option::is_some)
                && let Some(permitted) = doubts.answer(id, permitted(subject, id))
            {
                found.extend(left(&permitted, lines).into_iter().filter_map(|value| gap(policy, code, outcome, value)));
            }
        }
    }
    found.extend(doubts.findings(subject));
    found
}

/// An outcome of which no line speaks at all.
fn whole(policy: &Policy, code: Code, outcome: &Outcome) -> Option<Diagnostic> {
    let rule = outcome.rules.iter().filter_map(|id| policy.rules().get(id.index())).min_by_key(|rule| rule.span)?;
    let clause = policy.clauses().get(rule.clause.index())?;
    Some(one_of_several(Diagnostic::new(code, clause.span), &outcome.name, &clause.citation))
}

/// A value of which no line speaks.
fn gap(policy: &Policy, code: Code, outcome: &Outcome, value: MemberIndex) -> Option<Diagnostic> {
    let rules = outcome.rules.iter().filter_map(|id| policy.rules().get(id.index()));
    let gives = |permitted: &Contribution| match permitted {
        Contribution::Fixed(set) => set.contains(value),
        Contribution::Computed { .. } => false,
    };
    let clause = rules.filter(|rule| gives(&rule.permitted)).min_by_key(|rule| rule.span).map(|rule| rule.clause);
    // Values that only adjustments lead to have no clause of their own.
    let place =
        clause.and_then(|clause| policy.clauses().get(clause.index())).map_or(outcome.span, |clause| clause.span);
    let cited = clause.map_or("", |clause| citation(policy, clause));
    Some(one_of_several(Diagnostic::new(code, place), name(policy, outcome, value)?, cited))
}

/// The values that some case permits.
pub(super) fn permitted(subject: &Subject<'_>, id: OutcomeId) -> Result<BTreeSet<MemberIndex>, Undecided> {
    let mut values = BTreeSet::new();
    for view in subject.looked_at()? {
        let sets = view.partition(id)?.verdicts.iter().filter_map(|(verdict, _)| verdict.permitted.as_ref());
        values.extend(sets.flat_map(|set| set.members()));
    }
    Ok(values)
}

/// The values that no line is about.
fn left(permitted: &BTreeSet<MemberIndex>, lines: &[Option<&[MemberIndex]>]) -> BTreeSet<MemberIndex> {
    let is_told = |value: &MemberIndex| lines.iter().any(|line| line.is_none_or(|values| values.contains(value)));
    permitted.iter().copied().filter(|value| !is_told(value)).collect()
}

/// How the author calls a value.
fn name<'p>(policy: &'p Policy, outcome: &Outcome, value: MemberIndex) -> Option<&'p str> {
    let OutcomeValues::Members(of) = outcome.values else { return None };
    Some(&policy.enumerations().get(of.index())?.members.get(value.index())?.name)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::arg;
    use crate::lint::tests::of_code;

    const RULE: &str = "article 1 { if severity >= major then sanction in <reminder, notice> }\n";

    fn values(code: Code, rest: &str) -> Vec<String> {
        let found = of_code(code, &format!("body bureau\nbody board\n{RULE}{rest}"));
        found.into_iter().map(|(finding, _)| arg(&finding, "all")).collect()
    }

    #[test]
    fn a_permitted_value_that_nobody_decides_is_found() {
        let rest = "article 2 { authority for sanction { <notice, removal> decided by bureau } }";
        assert_eq!(values(Code::NoDecider, rest), ["reminder (1)"]);
        assert_eq!(values(Code::NoEnforcer, rest), ["sanction (1)"]);
        let some = "article 2 { authority for sanction { decided by bureau <removal> enforced by bureau } }";
        assert_eq!(values(Code::NoEnforcer, some), ["notice (1), reminder (1)"]);
    }

    #[test]
    fn every_line_counts_and_only_values_that_some_case_permits() {
        let rest = "article 2 { authority for sanction { <notice> decided by bureau enforced by board } }
article 3 { authority for sanction { <reminder> decided by board enforced by board } }";
        assert_eq!(values(Code::NoDecider, rest), Vec::<String>::new());
        assert_eq!(values(Code::NoEnforcer, rest), Vec::<String>::new());
        assert_eq!(
            values(Code::NoDecider, "article 2 { authority for sanction { decided by bureau } }"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn where_bodies_are_named_every_outcome_needs_one_that_decides() {
        assert_eq!(values(Code::NoDecider, ""), ["sanction (1)"]);
        assert_eq!(values(Code::NoEnforcer, ""), Vec::<String>::new(), "one thing after the other");
        assert_eq!(of_code(Code::NoDecider, RULE), [], "nobody is named at all");
    }
}
