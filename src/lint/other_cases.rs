//! `V0002`: an "other cases" clause.
//!
//! The last of several clauses about one outcome, whose only condition is a judgement by no stated measure: what falls
//! under it is whatever somebody finds to fall under it. Such clauses are told together.

use super::Subject;
use super::merged::one_of_several;
use super::statements::citation;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{ClauseId, Expr, ExprKind, FactId, OutcomeId, Policy, Type};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let found = clauses(policy).into_keys().filter_map(|clause| {
        let place = policy.clauses().get(clause.index())?.span;
        Some(one_of_several(Diagnostic::new(Code::OtherCases, place), citation(policy, clause), ""))
    });
    found.collect()
}

/// The judgements that such clauses hang on.
pub(super) fn judgements(policy: &Policy) -> BTreeSet<FactId> {
    clauses(policy).into_values().collect()
}

/// A clause's condition for an outcome, as a rule or as an adjustment of it.
type Part<'p> = (OutcomeId, ClauseId, Option<&'p Expr>);

/// The items of one list, each with its conditions.
type Items<'p> = BTreeMap<ClauseId, Vec<Option<&'p Expr>>>;

/// The clauses, each with its judgement, in the order of the text.
fn clauses(policy: &Policy) -> BTreeMap<ClauseId, FactId> {
    let rules = policy.rules().iter().map(|rule| (rule.outcome, rule.clause, rule.condition.as_ref()));
    let adjustments = policy
        .outcome_ids()
        .zip(policy.outcomes())
        .flat_map(|(id, outcome)| outcome.adjustments.iter().map(move |one| (id, one.clause, Some(&one.condition))));
    let parts = [rules.collect::<Vec<Part<'_>>>(), adjustments.collect()];
    parts.iter().flat_map(|parts| open_ends(policy, parts)).collect()
}

/// The open ones among the last items of each list of clauses.
fn open_ends(policy: &Policy, parts: &[Part<'_>]) -> Vec<(ClauseId, FactId)> {
    let mut lists: BTreeMap<(OutcomeId, Vec<u32>), Items<'_>> = BTreeMap::new();
    for (outcome, clause, condition) in parts {
        let path = policy.clauses().get(clause.index()).and_then(|clause| clause.path.as_ref());
        let Some([above @ .., _]) = path.map(|path| path.numbers()) else { continue };
        lists.entry((*outcome, above.to_vec())).or_default().entry(*clause).or_default().push(*condition);
    }
    let last = lists.into_values().filter(|items| items.len() > 1).filter_map(|items| items.into_iter().next_back());
    last.filter_map(|(clause, conditions)| match conditions.as_slice() {
        [Some(condition)] => Some((clause, judged(policy, condition)?)),
        _ => None,
    })
    .collect()
}

/// The judgement by no stated measure that is all of a condition.
fn judged(policy: &Policy, condition: &Expr) -> Option<FactId> {
    match &condition.kind {
        ExprKind::Fact(id) => {
            let fact = policy.facts().get(id.index())?;
            let is_open = fact.judgement.as_ref().is_some_and(|judgement| judgement.criterion.is_none());
            (is_open && fact.kind == Type::Bool).then_some(*id)
        }
        ExprKind::Define(id) => judged(policy, &policy.data().defines.get(id.index())?.value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "scale measure { reminder < notice }
body board
fact late: bool
judgement other: bool by board
judgement else_bad: bool by board
outcome sanction: measure combine heaviest
";

    fn found(articles: &str) -> Vec<(String, String)> {
        let found = found_of(Code::OtherCases, &format!("{HEAD}{articles}"));
        found.into_iter().map(|(finding, place)| (place, arg(&finding, "all"))).collect()
    }

    #[test]
    fn the_open_ends_of_lists_are_told_together() {
        let policy = "article 1 { (1) if late then sanction = notice (2) if other then sanction = notice }
article 2 { adjust sanction by aggravate if any { (1) late (2) else_bad } }";
        assert_eq!(found(policy), [("(2)".to_owned(), "1(2), 2(2)".to_owned())]);
        let all = found_of(Code::OpenJudgement, &format!("{HEAD}{policy}"));
        assert_eq!(all, [], "each word is told once");
    }

    #[test]
    fn a_lone_clause_a_first_item_or_a_stated_measure_is_none() {
        for policy in [
            "article 1 { (1) if other then sanction = notice }",
            "article 1 { (1) if other then sanction = notice (2) if late then sanction = notice }",
            "article 1 { (1) if late then sanction = notice (2) if late and other then sanction = notice }",
        ] {
            assert_eq!(found(policy), [], "{policy}");
        }
        let measured = HEAD.replace("other: bool by board", "other: bool by board criterion \"in print\"");
        let policy = "article 1 { (1) if late then sanction = notice (2) if other then sanction = notice }";
        assert_eq!(found_of(Code::OtherCases, &format!("{measured}{policy}")), []);
    }
}
