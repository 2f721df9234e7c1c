//! `V0003`: a passage that can be read in several ways, and it matters which.
//!
//! A reading is listed only where it changes something: the decision of some case, or else which steps a procedure has.
//! For every other option the cases are compared in which all else is the same.

use super::Subject;
use super::doubts::Doubts;
use super::mentioned::Mentioned;
use super::prose;
use super::read_as::read_as;
use super::shown::{with_count, with_region};
use super::views::{common, conditions};
use crate::analyse::{Region, Undecided};
use crate::decide::{Facts, Verdict, decide};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{EnumerationId, Fact, FactId, MemberIndex, Outcome, OutcomeId, Type, Value};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut doubts = Doubts::new(Code::ReadingsDecideDifferently);
    let readings = policy.fact_ids().zip(policy.facts()).filter(|(_, fact)| fact.is_reading);
    let mut found: Vec<Diagnostic> =
        readings.filter_map(|(id, fact)| Reading::new(subject, id, fact)?.finding(&mut doubts)).collect();
    found.extend(doubts.findings(subject));
    found
}

/// A passage with its ways to be read.
struct Reading<'s, 'p> {
    subject: &'s Subject<'p>,
    id: FactId,
    fact: &'s Fact,
    kind: EnumerationId,
    preferred: MemberIndex,
    others: Vec<MemberIndex>,
}

/// Two ways in which some cases of an outcome come out.
struct Difference<'p> {
    id: OutcomeId,
    outcome: &'p Outcome,
    other: MemberIndex,
    /// Some cases that come to one verdict as the policy is read, and to one other.
    cases: Region,
}

impl<'s, 'p> Reading<'s, 'p> {
    fn new(subject: &'s Subject<'p>, id: FactId, fact: &'s Fact) -> Option<Self> {
        let (Type::Enumeration(kind), Some(Value::Member(_, preferred))) = (fact.kind, &fact.default) else {
            return None;
        };
        let options = subject.policy.enumerations().get(kind.index())?.members.len();
        let others = (0..options).map(MemberIndex::new).filter(|option| option != preferred).collect();
        Some(Self { subject, id, fact, kind, preferred: *preferred, others })
    }

    fn finding(&self, doubts: &mut Doubts) -> Option<Diagnostic> {
        let policy = self.subject.policy;
        let mut all: Option<Region> = None;
        let mut first: Option<Difference<'_>> = None;
        let mut open = Vec::new();
        for other in &self.others {
            let outcomes = policy.outcome_ids().zip(policy.outcomes());
            for (id, outcome) in outcomes.filter(|(id, _)| self.is_asked_by(*id)) {
                match self.difference(id, *other) {
                    Ok(Some((cases, own))) => {
                        first.get_or_insert(Difference { id, outcome, other: *other, cases: own });
                        all = Some(all.map_or_else(|| cases.clone(), |all| all.or(&cases)));
                    }
                    Ok(None) => {}
                    Err(reason) => open.push((id, reason)),
                }
            }
        }
        if let Some((first, all)) = first.zip(all) {
            return doubts.answer(first.id, self.shown(&first, &all));
        }
        // Where one outcome is known to come out differently, what follows from it is no further question.
        for (id, reason) in open {
            let _: Option<()> = doubts.answer(id, Err(reason));
        }
        self.steps(doubts)
    }

    /// Whether an outcome asks for the reading itself. What it reads of other outcomes is their difference.
    fn is_asked_by(&self, id: OutcomeId) -> bool {
        let policy = self.subject.policy;
        Mentioned::of(policy, conditions(policy, id).chain(common(policy))).facts.contains(&self.id)
    }

    /// The cases in which an outcome comes out differently, and those of them that come to one verdict each way; all
    /// other readings as the policy prefers.
    fn difference(&self, id: OutcomeId, other: MemberIndex) -> Result<Option<(Region, Region)>, Undecided> {
        let analysis = self.subject.in_all_readings();
        let read = |option: MemberIndex| {
            let verdicts = analysis.partition(id)?.verdicts.iter();
            let given = |(verdict, region): &'_ (Verdict, Region)| {
                Ok((verdict.clone(), analysis.given(region, self.id, option)?))
            };
            verdicts.map(given).collect::<Result<Vec<(Verdict, Region)>, Undecided>>()
        };
        let (before, after) = (read(self.preferred)?, read(other)?);
        let mut all: Option<Region> = None;
        let mut first = None;
        for (verdict, cases) in &before {
            for (_, same) in after.iter().filter(|(changed, _)| changed != verdict) {
                let both = self.as_preferred(&cases.and(same))?;
                if both.is_empty()? {
                    continue;
                }
                all = Some(all.map_or_else(|| both.clone(), |all| all.or(&both)));
                first.get_or_insert(both);
            }
        }
        Ok(all.zip(first))
    }

    /// Those of some cases in which all is read as the policy prefers.
    fn as_preferred(&self, cases: &Region) -> Result<Region, Undecided> {
        let policy = self.subject.policy;
        let mut readings = policy.fact_ids().zip(policy.facts()).filter(|(_, fact)| fact.is_reading);
        readings.try_fold(cases.clone(), |cases, (id, fact)| match &fact.default {
            Some(Value::Member(_, member)) => Ok(cases.and(&self.subject.in_all_readings().where_is(id, *member)?)),
            _ => Ok(cases),
        })
    }

    /// A case of both ways, decided anew each time.
    fn shown(&self, difference: &Difference<'_>, all: &Region) -> Result<Diagnostic, Undecided> {
        let (subject, policy) = (self.subject, self.subject.policy);
        let witness = subject.in_all_readings().witness(&difference.cases)?.ok_or(Undecided::Approximate)?;
        let name = difference.outcome.name.as_str();
        let analysis = subject.in_all_readings();
        let (mut own, mut named) = prose::telling_facts(analysis, &witness, name);
        let otherwise_read = |facts: &Facts| {
            let mut facts = facts.clone();
            let read = facts.set_value(self.id, Value::Member(self.kind, difference.other));
            read.map(|()| facts).map_err(|_| Undecided::Mismatch)
        };
        let whole = otherwise_read(witness.facts())?;
        let mut facts = otherwise_read(&own)?;
        if analysis.is_settled(difference.id, &facts, &whole)? != Some(true) {
            (own, facts, named) = (witness.facts().clone(), whole.clone(), policy.fact_ids().collect());
        }
        let decision = decide(policy, &whole).map_err(|_| Undecided::Mismatch)?;
        if !named.contains(&self.id) {
            named.push(self.id);
        }
        let (before, after) = (witness.decision().outcome(name), decision.outcome(name));
        let (Some(before), Some(after)) = (before, after) else { return Err(Undecided::Mismatch) };
        let (result, other_result) = (prose::decided(before), prose::decided(after));
        if result == other_result {
            return Err(Undecided::Mismatch);
        }
        let mut finding = self
            .told("outcome", difference.other)
            .with("outcome", name)
            .with("case", prose::case(policy, &witness, Some(self.id)))
            .with("result", result)
            .with("other_result", other_result);
        finding.witness = Some(serde_json::json!({
            "before": prose::case_json(policy, &own, &named, Some(before)),
            "after": prose::case_json(policy, &facts, &named, Some(after)),
        }));
        // Cases that differ in their readings only are one case.
        let total = self.as_preferred(&subject.in_all_readings().all()?)?.count()?;
        Ok(with_count(finding, &all.count()?.out_of(&total)))
    }

    fn told(&self, kind: &'static str, other: MemberIndex) -> Diagnostic {
        let option = |index: MemberIndex| self.subject.policy.show(&Value::Member(self.kind, index));
        Diagnostic::new(Code::ReadingsDecideDifferently, self.fact.span)
            .with("kind", kind)
            .with("name", self.fact.name.as_str())
            .with("preferred", option(self.preferred))
            .with("other", option(other))
    }

    /// A step that a procedure has in some case as the policy is read, and not as another option is; or the other way
    /// round.
    fn steps(&self, doubts: &mut Doubts) -> Option<Diagnostic> {
        let policy = self.subject.policy;
        let steps = policy.procedures().iter().flat_map(|procedure| &procedure.steps);
        let mut told: Option<(Diagnostic, Vec<&str>)> = None;
        for step in steps {
            let Some(when) = &step.when else { continue };
            for other in &self.others {
                let found = self.step_cases(when, *other);
                // A procedure belongs to no outcome; what is open is told of the first.
                let first = policy.outcome_ids().next()?;
                let Some(Some(cases)) = doubts.answer(first, found) else { continue };
                if told.is_none() {
                    let finding = doubts.answer(first, self.step_shown(*other, &cases));
                    told = finding.map(|finding| (finding, Vec::new()));
                }
                let Some((_, names)) = &mut told else { continue };
                if !names.contains(&step.name.as_str()) {
                    names.push(&step.name);
                }
            }
        }
        told.map(|(finding, names)| finding.with("steps", names.join(", ")))
    }

    fn step_shown(&self, other: MemberIndex, cases: &Region) -> Result<Diagnostic, Undecided> {
        let (subject, policy) = (self.subject, self.subject.policy);
        let witness = subject.analysis.witness(cases)?.ok_or(Undecided::Approximate)?;
        let mut finding = self.told("step", other).with("case", prose::case(policy, &witness, Some(self.id)));
        finding.witness = Some(prose::case_json(policy, witness.facts(), witness.named(), None));
        Ok(with_region(finding, subject, cases))
    }

    /// The cases in which a step is part of the procedure in one way of reading only.
    fn step_cases(&self, when: &crate::policy::Expr, other: MemberIndex) -> Result<Option<Region>, Undecided> {
        let read = |option| read_as(self.subject, when, self.id, option);
        let (as_preferred, as_other) = (read(self.preferred)?, read(other)?);
        let apart = as_preferred.and_not(&as_other).or(&as_other.and_not(&as_preferred));
        let cases = apart.and(&self.subject.analysis.in_scope()?);
        Ok(if cases.is_empty()? { None } else { Some(cases) })
    }
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
    fn a_reading_that_changes_only_the_steps_is_found_with_them() {
        let policy = format!(
            "{HEAD}body office
article 1 {{ if late then sanction ∈ <notice, removal> }}
article 2 {{ procedure pursuit {{
  step hear by office
  step discuss by office when sanction = removal or (colon = both and sanction ≥ notice)
}} }}"
        );
        let found = found_of(Code::ReadingsDecideDifferently, &policy);
        let [(finding, _)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((arg(finding, "kind").as_str(), arg(finding, "steps").as_str()), ("step", "discuss"));
        let same = policy.replace("colon = both and sanction ≥ notice", "colon = both and sanction = removal");
        assert_eq!(found_of(Code::ReadingsDecideDifferently, &same), []);
    }

    #[test]
    fn a_reading_that_decides_nothing_is_not_reported() {
        let rule = "if (colon = either and late) or (colon = both and late) then sanction = notice";
        assert_eq!(found_of(Code::ReadingsDecideDifferently, &format!("{HEAD}article 1 {{ {rule} }}")), []);
    }
}
