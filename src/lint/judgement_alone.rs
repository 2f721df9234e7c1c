//! `V0004`: values of an outcome that hang on judgement alone.
//!
//! A value that only rules permit whose conditions are judgements and nothing else: no fact that anybody could check
//! stands between a person and the measure. One finding for each outcome, with all its values of that kind. A value that
//! some rule permits on facts is not among them, and neither is one that adjustments alone lead to.

use super::Subject;
use super::mentioned::Mentioned;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Contribution, MemberIndex, Outcome, OutcomeValues, PermittedSet, Policy, Rule, RuleKind};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.policy.outcomes().iter().filter_map(|outcome| finding(subject.policy, outcome)).collect()
}

fn finding(policy: &Policy, outcome: &Outcome) -> Option<Diagnostic> {
    let OutcomeValues::Members(of) = outcome.values else { return None };
    let members = &policy.enumerations().get(of.index())?.members;
    let rules: Vec<(&Rule, &PermittedSet, bool)> = outcome
        .rules
        .iter()
        .filter_map(|id| policy.rules().get(id.index()))
        .filter_map(|rule| match &rule.permitted {
            Contribution::Fixed(set) => Some((rule, set, hangs_on_judgement(policy, rule))),
            Contribution::Computed { .. } => None,
        })
        .collect();
    let permits = |member: MemberIndex, is_judged: bool| {
        rules.iter().find(|(_, set, judged)| *judged == is_judged && set.contains(member)).map(|(rule, ..)| *rule)
    };
    let judged: Vec<(&str, &Rule)> = members
        .iter()
        .enumerate()
        .filter(|(index, _)| permits(MemberIndex::new(*index), false).is_none())
        .filter_map(|(index, member)| Some((member.name.as_str(), permits(MemberIndex::new(index), true)?)))
        .collect();
    let first = judged.iter().map(|(_, rule)| rule.span).min()?;
    let values: Vec<&str> = judged.iter().map(|(name, _)| *name).collect();
    let finding = Diagnostic::new(Code::JudgementAlone, first).with("outcome", outcome.name.as_str());
    Some(finding.with("values", values.join(", ")))
}

/// Whether a rule's condition consists of judgements.
fn hangs_on_judgement(policy: &Policy, rule: &Rule) -> bool {
    if rule.kind == RuleKind::Otherwise {
        return false;
    }
    let mentioned = Mentioned::of(policy, &rule.condition);
    let is_judgement = |fact: &crate::policy::Fact| fact.judgement.is_some();
    let mut facts =
        mentioned.facts.iter().filter_map(|id| policy.facts().get(id.index())).filter(|one| !one.is_reading);
    !mentioned.more && facts.clone().next().is_some() && facts.all(is_judgement)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "scale measure { reminder < notice < removal }
body board
fact late: bool
judgement grave: bool by board criterion \"in print\"
judgement slight: bool by board criterion \"no complaint\"
define bad = grave and not slight
outcome sanction: measure combine heaviest
article 1 { if late then sanction = reminder }
";

    #[test]
    fn values_that_only_judgement_leads_to_are_listed_once() {
        let policy = format!(
            "{HEAD}article 2 {{ if bad then sanction ∈ <reminder, removal> }}\narticle 3 {{ if grave then sanction = notice }}"
        );
        let found = found_of(Code::JudgementAlone, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(arg(finding, "values"), "notice, removal");
        assert!(place.starts_with("if bad"), "{place}");
    }

    #[test]
    fn a_fact_beside_the_judgement_or_another_way_there_is_enough() {
        let policy = format!(
            "{HEAD}article 2 {{ if bad and late then sanction = removal }}\narticle 3 {{ if grave then sanction = reminder }}"
        );
        assert_eq!(found_of(Code::JudgementAlone, &policy), []);
        let policy = format!("{HEAD}article 2 {{ otherwise sanction = removal }}");
        assert_eq!(found_of(Code::JudgementAlone, &policy), []);
    }
}
