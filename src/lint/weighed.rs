//! `C0020`: mitigation and aggravation that meet.
//!
//! In some case an adjustment makes an outcome lighter and another one makes it heavier, and the text does not say which
//! goes first. Both must then be weighed, which two authorities will do in two ways. One finding for each outcome.

use super::Subject;
use super::doubts::Doubts;
use super::shown::{title, with_case, with_region};
use crate::analyse::{Region, Undecided};
use crate::decide::Status;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{AdjustmentRule, Direction, Outcome, OutcomeId, direction};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut doubts = Doubts::new(Code::WeighedWithoutRule);
    let outcomes = policy.outcome_ids().zip(policy.outcomes());
    let mut found: Vec<Diagnostic> =
        outcomes.filter_map(|(id, outcome)| doubts.answer(id, finding(subject, id, outcome)).flatten()).collect();
    found.extend(doubts.findings(subject));
    found
}

/// Two adjustments that meet, and the cases in which they do.
struct Meeting<'p> {
    lighter: &'p AdjustmentRule,
    heavier: &'p AdjustmentRule,
    cases: Region,
}

fn finding(subject: &Subject<'_>, id: OutcomeId, outcome: &Outcome) -> Result<Option<Diagnostic>, Undecided> {
    let towards = |wanted: Direction| {
        let all = outcome.adjustments.iter().enumerate();
        let is_so = move |one: &AdjustmentRule| one.adjustments.first().is_some_and(|own| direction(*own) == wanted);
        all.filter(move |(_, one)| is_so(one))
    };
    if towards(Direction::Lighter).next().is_none() || towards(Direction::Heavier).next().is_none() {
        return Ok(None);
    }
    let decided = subject.analysis.partition(id)?.with_status(Status::Decided);
    let mut all: Option<Region> = None;
    let mut first: Option<Meeting<'_>> = None;
    for (place, lighter) in towards(Direction::Lighter) {
        for (other, heavier) in towards(Direction::Heavier) {
            let both = subject.analysis.adjusts(id, place)?.and(&subject.analysis.adjusts(id, other)?);
            let cases = both.and(&decided);
            if cases.is_empty()? {
                continue;
            }
            all = Some(all.map_or_else(|| cases.clone(), |all| all.or(&cases)));
            first.get_or_insert(Meeting { lighter, heavier, cases });
        }
    }
    let (Some(all), Some(meeting)) = (all, first) else { return Ok(None) };
    shown(subject, id, outcome, &meeting, &all)
}

fn shown(
    subject: &Subject<'_>,
    id: OutcomeId,
    outcome: &Outcome,
    meeting: &Meeting<'_>,
    all: &Region,
) -> Result<Option<Diagnostic>, Undecided> {
    let policy = subject.policy;
    // The cases of one verdict, so that the facts which are named settle what is shown.
    let mut cases = None;
    for (_, region) in &subject.analysis.partition(id)?.verdicts {
        let own = region.and(&meeting.cases);
        if !own.is_empty()? {
            cases = Some(own);
            break;
        }
    }
    let Some(witness) = cases.map(|cases| subject.analysis.witness(&cases)).transpose()?.flatten() else {
        return Ok(None);
    };
    if witness.decision().outcome(&outcome.name).is_none_or(|decided| !decided.weigh) {
        return Err(Undecided::Mismatch);
    }
    let clause = |one: &AdjustmentRule| policy.clauses().get(one.clause.index());
    let (Some(lighter), Some(heavier)) = (clause(meeting.lighter), clause(meeting.heavier)) else { return Ok(None) };
    let finding = Diagnostic::new(Code::WeighedWithoutRule, heavier.span)
        .with("outcome", outcome.name.as_str())
        .with("lighter", lighter.citation.as_str())
        .with("heavier", heavier.citation.as_str())
        .label(lighter.span, "lighter");
    let finding = with_case(finding, subject, &witness, &title(subject, id));
    Ok(Some(with_region(finding, subject, all)))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "scale measure { reminder < notice < removal }
fact late: bool
fact repaid: bool
fact repeated: bool
outcome sanction: measure combine heaviest
article 1 { if late then sanction = notice }
article 2 { adjust sanction by reduce if repaid }
";

    #[test]
    fn mitigation_and_aggravation_that_meet_are_found_with_a_case() {
        let policy = format!("{HEAD}article 3 {{ adjust sanction by exceed if repeated }}");
        let found = found_of(Code::WeighedWithoutRule, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(place, "article 3");
        assert_eq!([arg(finding, "cases"), arg(finding, "total"), arg(finding, "share")], ["1", "8", "12.50 %"]);
        let witness = finding.witness.as_ref().expect("a case");
        assert_eq!(witness["facts"], serde_json::json!({ "late": true, "repaid": true, "repeated": true }));
        assert_eq!(witness["outcomes"][0]["weigh"], true);
    }

    #[test]
    fn adjustments_that_never_meet_or_go_one_way_are_not() {
        let apart = format!("{HEAD}article 3 {{ adjust sanction by exceed if repeated and not repaid }}");
        let undecided = format!("{HEAD}article 3 {{ adjust sanction by exceed if not late }}");
        let same = format!("{HEAD}article 3 {{ adjust sanction by lighten if repeated }}");
        for policy in [apart, undecided, same] {
            assert_eq!(found_of(Code::WeighedWithoutRule, &policy), [], "{policy}");
        }
    }
}
