//! `B0010`: a value that no case comes to.
//!
//! A measure that the regulation lists and no rule gives, alone or by way of adjustments, on no day and in no reading.
//! Several outcomes may share one list; it is enough that one of them reaches the value.

use super::Subject;
use super::authority_gaps::permitted;
use super::doubts::Doubts;
use super::merged::one_of_several;
use super::views::Timed;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{EnumerationId, MemberIndex, Outcome, OutcomeId, OutcomeValues, Policy};
use std::collections::{BTreeMap, BTreeSet};

/// Looks at the lists of values that outcomes have.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let timed = Timed::new(policy);
    let mut doubts = Doubts::new(Code::UnreachableValue);
    let mut reached: BTreeMap<EnumerationId, Option<BTreeSet<MemberIndex>>> = BTreeMap::new();
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
        let OutcomeValues::Members(of) = outcome.values else { continue };
        // What depends on the day in a way that some days do not stand for all may reach any value.
        let own = if timed.outcome(id) { None } else { doubts.answer(id, permitted(subject, id)) };
        let known = reached.entry(of).or_insert_with(|| Some(BTreeSet::new()));
        match (known.as_mut(), own) {
            (Some(known), Some(own)) => known.extend(own),
            (_, None) => *known = None,
            (None, Some(_)) => {}
        }
    }
    let known = reached.into_iter().filter_map(|(of, reached)| Some((of, reached?)));
    let mut found: Vec<Diagnostic> = known.flat_map(|(of, reached)| unreached(policy, of, &reached)).collect();
    found.extend(doubts.findings(subject));
    found
}

fn unreached(policy: &Policy, of: EnumerationId, reached: &BTreeSet<MemberIndex>) -> Vec<Diagnostic> {
    let Some(values) = policy.enumerations().get(of.index()) else { return Vec::new() };
    let Some((_, first)) = outcomes(policy, of).next() else { return Vec::new() };
    // An outcome without any rule is not decided here at all.
    if outcomes(policy, of).all(|(_, outcome)| outcome.rules.is_empty()) {
        return Vec::new();
    }
    let members = (0..values.members.len()).map(MemberIndex::new).zip(&values.members);
    let left = members.filter(|(index, _)| !reached.contains(index));
    let finding = |name: &str| {
        let finding = Diagnostic::new(Code::UnreachableValue, first.span);
        one_of_several(finding.with("outcome", first.name.as_str()), name, "")
    };
    left.map(|(_, member)| finding(&member.name)).collect()
}

fn outcomes(policy: &Policy, of: EnumerationId) -> impl Iterator<Item = (OutcomeId, &Outcome)> {
    let all = policy.outcome_ids().zip(policy.outcomes());
    all.filter(move |(_, outcome)| outcome.values == OutcomeValues::Members(of))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::arg;
    use crate::lint::tests::of_code;

    fn values(rest: &str) -> Vec<String> {
        of_code(Code::UnreachableValue, rest).into_iter().map(|(finding, _)| arg(&finding, "all")).collect()
    }

    #[test]
    fn values_that_nothing_leads_to_are_told_together() {
        assert_eq!(values("article 1 { if late then sanction = reminder }"), ["notice, removal"]);
        // A rule that never fires leads nowhere.
        let dead = "article 1 { if late then sanction = reminder if late and not late then sanction = notice }";
        assert_eq!(values(dead), ["notice, removal"]);
    }

    #[test]
    fn adjustments_and_other_outcomes_of_the_same_list_lead_somewhere_too() {
        let rules = "article 1 { if late then sanction = reminder adjust sanction by exceed if reported }";
        assert_eq!(values(rules), ["removal"]);
        let both =
            format!("outcome other: measure combine heaviest\n{rules} article 2 {{ if late then other = removal }}");
        assert_eq!(values(&both), Vec::<String>::new());
    }

    #[test]
    fn an_outcome_without_rules_is_not_looked_at() {
        assert_eq!(values("article 1 not modelled \"purpose\""), Vec::<String>::new());
    }
}
