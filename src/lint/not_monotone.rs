//! `D0002`: one step up on a scale can make an outcome lighter.
//!
//! For outcomes on a scale, and the facts on a scale that their rules look at. Where the policy claims itself what rises
//! with a fact (`rises with`), or ignores it, the claim is proved or refuted instead: it says which outcome has to rise.

use super::Subject;
use super::ensures::with_pair;
use super::shown::{not_decided, title, with_clauses, with_region};
use crate::analyse::{Counterexample, Proof, Undecided};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{EnumerationKind, ExprKind, FactId, Outcome, OutcomeValues, PropertyKind, Type, Walk};
use std::collections::BTreeSet;

/// Most pairs of an outcome and a fact that are looked at.
const MAX_PAIRS: usize = 64;

/// One hint for each pair.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut left = MAX_PAIRS;
    let mut findings = Vec::new();
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
        let OutcomeValues::Members(of) = outcome.values else { continue };
        if !is_scale(subject, Type::Enumeration(of)) || subject.partition(id).is_none() {
            continue;
        }
        let mut reason = None;
        for fact in compared(subject, outcome).into_iter().filter(|fact| !is_claimed(subject, *fact)) {
            let Some(rest) = left.checked_sub(1) else {
                reason = Some(Undecided::TooLarge);
                break;
            };
            left = rest;
            match subject.analysis.rises_with(id, fact) {
                Proof::Proved => {}
                Proof::NotDecided(found) => reason = Some(found),
                Proof::Refuted(refutation) => {
                    let Counterexample::Pair { before, after, .. } = &refutation.example else { continue };
                    let name = title(subject, id);
                    let found = Diagnostic::new(Code::NotMonotone, outcome.span).with("outcome", name.as_str());
                    let found = with_pair(found, subject, fact, [before, after], &name);
                    let found = with_clauses(found, subject, &refutation.clauses);
                    findings.push(with_region(found, subject, &refutation.region));
                }
            }
        }
        // One remark for each outcome, however many of its pairs are open.
        findings.extend(reason.map(|reason| not_decided(outcome.span, Code::NotMonotone, &title(subject, id), reason)));
    }
    findings
}

fn is_scale(subject: &Subject<'_>, kind: Type) -> bool {
    let Type::Enumeration(of) = kind else { return false };
    subject.policy.enumerations().get(of.index()).is_some_and(|of| of.kind == EnumerationKind::Ordered)
}

/// The facts on a scale that the rules of an outcome, its exemptions and its adjustments look at.
fn compared(subject: &Subject<'_>, outcome: &Outcome) -> BTreeSet<FactId> {
    let policy = subject.policy;
    let rules = outcome.rules.iter().filter_map(|rule| policy.rules().get(rule.index()));
    let conditions = rules.filter_map(|rule| rule.condition.as_ref());
    let conditions = conditions.chain(outcome.exemptions.iter().map(|found| &found.condition));
    let conditions = conditions.chain(outcome.adjustments.iter().map(|found| &found.condition));
    let mut facts = BTreeSet::new();
    let mut walk = Walk::new(policy.data());
    for condition in conditions {
        walk.visit(condition, &mut |expr| {
            if let ExprKind::Fact(fact) = expr.kind {
                facts.insert(fact);
            }
        });
    }
    let declared = policy.facts();
    facts
        .retain(|fact| declared.get(fact.index()).is_some_and(|fact| !fact.is_reading && is_scale(subject, fact.kind)));
    facts
}

fn is_claimed(subject: &Subject<'_>, wanted: FactId) -> bool {
    subject.policy.ensures().iter().any(|claim| match &claim.property {
        PropertyKind::RisesWith(fact) | PropertyKind::Ignores(fact) => *fact == wanted,
        PropertyKind::IsAddressed
        | PropertyKind::Excludes(_)
        | PropertyKind::AtLeast(_)
        | PropertyKind::AtMost(_)
        | PropertyKind::Within(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::lint;
    use crate::policy::check_text;

    fn found(rest: &str) -> Vec<Code> {
        let text = format!(
            "scale s {{ none < minor < major }}
scale m {{ notice < warning < removal }}
fact severity: s  fact known: bool
outcome sanction: m combine heaviest
article 1 {{ if severity = minor then sanction = warning }}
article 2 {{ {rest} }}"
        );
        let policy = check_text("demo.policy", &text).policy.expect("the policy is sound");
        let all = lint(&policy);
        let codes = all.iter().map(|found| found.code);
        codes.filter(|code| code.as_str().starts_with('D')).collect()
    }

    #[test]
    fn a_step_up_that_makes_it_lighter_is_found() {
        assert_eq!(found("if severity = major then sanction = notice"), [Code::NotMonotone]);
        assert_eq!(found("if known then sanction = notice"), [Code::NotMonotone]);
    }

    #[test]
    fn a_scale_on_which_it_only_rises_is_not() {
        assert_eq!(found("if severity = major then sanction = removal"), []);
    }

    #[test]
    fn a_claim_of_the_policy_itself_comes_first() {
        let rest = "if severity = major then sanction = notice";
        assert_eq!(found(&format!("{rest} ensure sanction rises with severity")), [Code::EnsuredProportion]);
        let claim = "ensure sanction rises with severity when severity ≤ minor";
        assert_eq!(found(&format!("{rest} {claim}")), []);
    }
}
