//! `C0004`: cases in which several rules apply and come to something that none of them says.
//!
//! Asked only where the heaviest governs: a reader then expects that the result is what one of the clauses says. Where
//! results add up, or have to agree, that they differ from each clause is the point. Amounts that are calculated from
//! facts are not looked at.

use super::Subject;
use super::shown::{not_decided, title, with_case, with_clauses, with_region};
use crate::analyse::{Region, Undecided};
use crate::decide::Status;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Combined, Contribution, Outcome, OutcomeId, PermittedSet, RuleId};
use crate::syntax::ast::Combination;
use std::collections::BTreeMap;

/// One finding for each outcome that has such cases.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let outcomes = subject.policy.outcome_ids().zip(subject.policy.outcomes());
    let found = outcomes.filter_map(|(id, outcome)| {
        let found = overlap(subject, id, outcome);
        found.unwrap_or_else(|reason| Some(not_decided(outcome.span, Code::Overlap, &title(subject, id), reason)))
    });
    found.collect()
}

fn overlap(subject: &Subject<'_>, id: OutcomeId, outcome: &Outcome) -> Result<Option<Diagnostic>, Undecided> {
    let Some(region) = mixed(subject, id, outcome)? else { return Ok(None) };
    let Some(witness) = subject.analysis.witness(&region)? else { return Ok(None) };
    let name = title(subject, id);
    let clauses = witness.decision().outcome(&name).map(|decided| decided.clauses.clone()).unwrap_or_default();
    let found = Diagnostic::new(Code::Overlap, outcome.span).with("outcome", name.as_str());
    let found = with_case(found, subject, &witness, &name);
    let found = with_clauses(found, subject, &clauses);
    Ok(Some(with_region(found, subject, &region)))
}

/// The cases in which the result is that of no rule that applies.
fn mixed(subject: &Subject<'_>, id: OutcomeId, outcome: &Outcome) -> Result<Option<Region>, Undecided> {
    let (sets, computed) = contributions(subject, outcome);
    let is_mixed = |one: &PermittedSet, other: &PermittedSet| !outweighs(one, other) && !outweighs(other, one);
    let pairs = sets.keys().enumerate().flat_map(|(at, one)| sets.keys().skip(at + 1).map(move |other| (*one, *other)));
    if outcome.combination != Combination::Heaviest || !pairs.into_iter().any(|(one, other)| is_mixed(one, other)) {
        return Ok(None);
    }
    let Some(partition) = subject.partition(id) else { return Ok(None) };
    let mut mixed = partition.with_status(Status::Decided);
    for rule in computed {
        mixed = mixed.and_not(&subject.analysis.applies(rule)?);
    }
    let none = subject.analysis.all()?.not();
    let mut applying: Vec<(&PermittedSet, Region)> = Vec::with_capacity(sets.len());
    for (set, rules) in sets {
        let mut region = none.clone();
        for rule in rules {
            region = region.or(&subject.analysis.applies(rule)?);
        }
        applying.push((set, region));
    }
    for (set, own) in &applying {
        let heavier = applying.iter().filter(|(other, _)| !outweighs(set, other));
        mixed = mixed.and_not(&heavier.fold(own.clone(), |alone, (_, region)| alone.and_not(region)));
    }
    Ok(Some(mixed))
}

/// The rules by what they permit, and those that calculate it.
fn contributions<'p>(
    subject: &Subject<'p>,
    outcome: &Outcome,
) -> (BTreeMap<&'p PermittedSet, Vec<RuleId>>, Vec<RuleId>) {
    let (mut sets, mut computed) = (BTreeMap::<&PermittedSet, Vec<RuleId>>::new(), Vec::new());
    for id in &outcome.rules {
        match subject.policy.rules().get(id.index()).map(|rule| &rule.permitted) {
            Some(Contribution::Fixed(set)) => sets.entry(set).or_default().push(*id),
            Some(Contribution::Computed { .. }) => computed.push(*id),
            None => {}
        }
    }
    (sets, computed)
}

/// Whether two sets together come to the first one.
fn outweighs(set: &PermittedSet, other: &PermittedSet) -> bool {
    let together = PermittedSet::combine(Combination::Heaviest, [set, other]);
    matches!(together, Ok(Combined::Set(together)) if together == *set)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::tests::of_code;

    fn overlaps(rules: &str) -> usize {
        of_code(Code::Overlap, &format!("article 1 {{ {rules} }}")).len()
    }

    #[test]
    fn a_result_that_no_rule_gives_alone_is_found() {
        // No measure is lighter than a reminder: from the heavier floor on, both stay open.
        assert_eq!(overlaps("(1) if late then may sanction = notice  (2) if reported then sanction = reminder"), 1);
        assert_eq!(
            overlaps("(1) if late then sanction ∈ <reminder, removal>  (2) if reported then sanction = notice"),
            1
        );
    }

    #[test]
    fn a_heavier_rule_that_governs_is_no_overlap() {
        assert_eq!(
            overlaps(
                "(1) if late then sanction ∈ <reminder, notice>  (2) if reported then sanction ∈ <notice, removal>"
            ),
            0
        );
        // Where two come to something else, a third one that is heavier than both governs.
        let third = "(1) if late then may sanction = notice  (2) if reported then sanction = reminder
            (3) if late and reported then sanction = removal";
        assert_eq!(overlaps(third), 0);
        let near = third.replace("late and reported", "severity = major");
        assert_eq!(overlaps(&near), 1);
    }

    #[test]
    fn rules_that_never_meet_or_are_overridden_do_not_overlap() {
        assert_eq!(overlaps("(1) if late then may sanction = notice  (2) if not late then sanction = reminder"), 0);
        assert_eq!(
            overlaps(
                "(1) if late then may sanction = notice  (2) if reported then sanction = reminder overriding 1(1)"
            ),
            0
        );
    }
}
