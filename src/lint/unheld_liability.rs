//! `U0002`: a liability that nobody holds.
//!
//! Outcomes of one name that belong to several roles share something out among them: liability, compensation. Where they
//! all presuppose an outcome of the case, a fault that was found, but some case has that fault and gives none of the
//! roles a share, there is a fault that nobody answers for.

use super::Subject;
use super::doubts::Doubts;
use super::shown::{title, with_case, with_region};
use crate::analyse::{Region, Undecided};
use crate::decide::Status;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Outcome, OutcomeId, Policy};
use std::collections::BTreeMap;

/// One hint for each name that several roles share.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut doubts = Doubts::new(Code::LiabilityUnheld);
    let mut found = Vec::new();
    for shares in shared(policy).into_values().filter(|shares| shares.len() > 1) {
        let Some(first) = shares.first() else { continue };
        found.extend(doubts.answer(*first, unheld(subject, &shares)).flatten());
    }
    found.extend(doubts.findings(subject));
    found
}

/// The outcomes of roles by their common name.
fn shared(policy: &Policy) -> BTreeMap<&str, Vec<OutcomeId>> {
    let mut shared: BTreeMap<&str, Vec<OutcomeId>> = BTreeMap::new();
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()).filter(|(_, one)| one.name.role().is_some()) {
        shared.entry(outcome.name.own()).or_default().push(id);
    }
    shared
}

fn unheld(subject: &Subject<'_>, shares: &[OutcomeId]) -> Result<Option<Diagnostic>, Undecided> {
    let policy = subject.policy;
    let held = shares.iter().map(|id| Ok(subject.analysis.partition(*id)?.with_status(Status::NotAddressed)));
    let held = held.collect::<Result<Vec<Region>, Undecided>>()?;
    let Some(nobody) = held.into_iter().reduce(|nobody, other| nobody.and(&other)) else { return Ok(None) };
    let somebody = subject.analysis.in_scope()?.and_not(&nobody);
    if somebody.is_empty()? {
        return Ok(None);
    }
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()).filter(|(_, one)| one.name.role().is_none()) {
        let Ok(partition) = subject.analysis.partition(id) else { continue };
        let fault = partition.region(|verdict| !matches!(verdict.status, Status::NotAddressed | Status::OutOfScope));
        let gap = fault.and(&nobody);
        if !somebody.is_within(&fault)? || gap.is_empty()? {
            continue;
        }
        return shown(subject, shares, (id, outcome), &gap);
    }
    Ok(None)
}

fn shown(
    subject: &Subject<'_>,
    shares: &[OutcomeId],
    (fault, outcome): (OutcomeId, &Outcome),
    gap: &Region,
) -> Result<Option<Diagnostic>, Undecided> {
    let Some(witness) = subject.analysis.witness(gap)? else { return Ok(None) };
    let name = |id: &OutcomeId| subject.policy.outcomes().get(id.index()).map(|outcome| outcome.name.own());
    let Some((first, own)) = shares.first().and_then(|first| Some((first, name(first)?))) else { return Ok(None) };
    let place = subject.policy.outcomes().get(first.index()).map_or(outcome.span, |share| share.span);
    let finding =
        Diagnostic::new(Code::LiabilityUnheld, place).with("outcome", own).with("fault", title(subject, fault));
    let finding = with_case(finding, subject, &witness, &title(subject, fault));
    Ok(Some(with_region(finding.label(outcome.span, "fault"), subject, gap)))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "scale grade { fault }
scale share { part < full }
role person
role leader
fact late: bool
fact careless: bool
fact unclear: bool
outcome found: grade combine heaviest
outcome liability of person: share combine heaviest
outcome liability of leader: share combine heaviest
article 1 { if late then found = fault }
";

    #[test]
    fn a_fault_that_gives_no_role_a_share_is_found_with_a_case() {
        let policy = format!(
            "{HEAD}article 2 {{ if late and careless then liability of person = full
if late and unclear then liability of leader = part }}"
        );
        let found = found_of(Code::LiabilityUnheld, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.as_str(), arg(finding, "fault").as_str()), ("liability", "found"));
        assert_eq!([arg(finding, "cases"), arg(finding, "total")], ["1", "8"]);
        let facts = &finding.witness.as_ref().expect("a case")["facts"];
        assert_eq!((&facts["careless"], &facts["unclear"]), (&false.into(), &false.into()));
    }

    #[test]
    fn where_somebody_always_answers_or_the_shares_stand_alone_nothing_is_found() {
        let always =
            "article 2 { if late then liability of person = full if unclear and late then liability of leader = part }";
        let alone =
            "article 2 { if careless then liability of person = full if unclear then liability of leader = part }";
        for policy in [always, alone] {
            assert_eq!(found_of(Code::LiabilityUnheld, &format!("{HEAD}{policy}")), [], "{policy}");
        }
    }
}
