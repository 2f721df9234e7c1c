//! `V0003`: a passage that can be read in several ways, and it matters which.
//!
//! A reading is listed only where it changes the decision of some case. For every other option the cases are compared in
//! which all else is the same.

use super::Subject;
use super::case_json::{case_json, facts_json, result, with_count};
use crate::analyse::{Partition, Region, Undecided};
use crate::decide::{Verdict, decide};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{EnumerationId, Fact, FactId, MemberIndex, Outcome, Type, Value};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let facts = policy.fact_ids().zip(policy.facts());
    facts.filter(|(_, fact)| fact.is_reading).filter_map(|(id, fact)| finding(subject, id, fact)).collect()
}

/// Two ways in which some cases of an outcome come out.
struct Difference<'p> {
    outcome: &'p Outcome,
    preferred: MemberIndex,
    other: MemberIndex,
    /// Some cases that come to one verdict as the policy is read, and to one other.
    cases: Region,
}

fn finding(subject: &Subject<'_>, id: FactId, fact: &Fact) -> Option<Diagnostic> {
    let policy = subject.policy;
    let (Type::Enumeration(kind), Some(Value::Member(_, preferred))) = (fact.kind, &fact.default) else { return None };
    let options = policy.enumerations().get(kind.index())?.members.len();
    let others = (0..options).map(MemberIndex::new).filter(|option| option != preferred);
    let mut all: Option<Region> = None;
    let mut first: Option<Difference<'_>> = None;
    for other in others {
        for (outcome_id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
            let Ok(partition) = subject.analysis.partition(outcome_id) else { continue };
            let Ok(Some((cases, own))) = difference(subject, partition, id, *preferred, other) else { continue };
            first.get_or_insert(Difference { outcome, preferred: *preferred, other, cases: own });
            all = Some(all.map_or_else(|| cases.clone(), |all| all.or(&cases)));
        }
    }
    shown(subject, id, fact, kind, &first?, &all?)
}

/// The cases in which an outcome comes out differently, and those of them that come to one verdict each way.
fn difference(
    subject: &Subject<'_>,
    partition: &Partition,
    reading: FactId,
    preferred: MemberIndex,
    other: MemberIndex,
) -> Result<Option<(Region, Region)>, Undecided> {
    let read = |option: MemberIndex| {
        let verdicts = partition.verdicts.iter();
        let given = |(verdict, region): &'_ (Verdict, Region)| {
            Ok((verdict.clone(), subject.analysis.given(region, reading, option)?))
        };
        verdicts.map(given).collect::<Result<Vec<(Verdict, Region)>, Undecided>>()
    };
    let (before, after) = (read(preferred)?, read(other)?);
    let mut all: Option<Region> = None;
    let mut first = None;
    for (verdict, cases) in &before {
        for (_, same) in after.iter().filter(|(changed, _)| changed != verdict) {
            let both = cases.and(same);
            if both.is_empty()? {
                continue;
            }
            all = Some(all.map_or_else(|| both.clone(), |all| all.or(&both)));
            first.get_or_insert(both);
        }
    }
    Ok(all.zip(first))
}

fn shown(
    subject: &Subject<'_>,
    id: FactId,
    fact: &Fact,
    kind: EnumerationId,
    difference: &Difference<'_>,
    all: &Region,
) -> Option<Diagnostic> {
    let policy = subject.policy;
    let witness = subject.analysis.witness(&difference.cases).ok()??;
    let mut facts = witness.facts().clone();
    facts.set_value(id, Value::Member(kind, difference.other)).ok()?;
    let decision = decide(policy, &facts).ok()?;
    let before = witness.decision().outcome(&difference.outcome.name)?;
    let after = decision.outcome(&difference.outcome.name)?;
    // Both ways were decided anew: what is not confirmed is not said.
    if result(before) == result(after) {
        return None;
    }
    let option = |index: MemberIndex| policy.show(&Value::Member(kind, index));
    let mut named: Vec<FactId> = witness.named().iter().copied().filter(|fact| *fact != id).collect();
    named.push(id);
    let finding = Diagnostic::new(Code::ReadingsDecideDifferently, fact.span)
        .with("name", fact.name.as_str())
        .with("outcome", difference.outcome.name.as_str())
        .with("preferred", option(difference.preferred))
        .with("other", option(difference.other))
        .with("result", result(before))
        .with("other_result", result(after));
    let mut finding = with_count(finding, &all.count().ok()?);
    finding.witness = Some(serde_json::json!({
        "before": case_json(&facts_json(policy, witness.facts(), &named), &[before]),
        "after": case_json(&facts_json(policy, &facts, &named), &[after]),
    }));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "scale measure { reminder < notice < removal }
fact late: bool
fact harm: bool
outcome sanction: measure combine heaviest
reading colon { either, both } prefer either
";

    #[test]
    fn the_cases_that_a_reading_changes_are_counted_and_one_is_shown() {
        let policy = format!(
            "{HEAD}article 1 {{ if colon = either and (late or harm) then sanction = notice }}
article 2 {{ if colon = both and late and harm then sanction = removal }}"
        );
        let found = found_of(Code::ReadingsDecideDifferently, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(place, "colon");
        // Late, harm, or both: both are removed by the other reading, of one alone nothing is said.
        assert_eq!([arg(finding, "cases"), arg(finding, "total")], ["3", "4"]);
        let witness = finding.witness.as_ref().expect("a case");
        assert_eq!(witness["before"]["facts"]["colon"], "either");
        assert_eq!(witness["after"]["facts"]["colon"], "both");
        assert_ne!(witness["before"]["outcomes"], witness["after"]["outcomes"]);
    }

    #[test]
    fn a_reading_that_decides_nothing_is_not_reported() {
        let rule = "if (colon = either and late) or (colon = both and late) then sanction = notice";
        assert_eq!(found_of(Code::ReadingsDecideDifferently, &format!("{HEAD}article 1 {{ {rule} }}")), []);
    }
}
