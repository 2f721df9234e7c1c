//! `U0003`: somebody who judges himself, or checks his own work.
//!
//! Three ways of it, each certain from the text: a body has to keep a duty and alone decides what follows from its
//! breach; a role judges what its own liability hangs on; and all who may take a step with checks may also have taken
//! the step that it checks, so that nothing keeps the two apart. Where somebody else may check, it is not said.

use super::Subject;
use super::mentioned::Mentioned;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Party, Policy, Procedure, Step, StepIndex};
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let mut findings = Vec::new();
    decides_own_breach(policy, &mut findings);
    judges_own_liability(policy, &mut findings);
    policy.procedures().iter().for_each(|procedure| checks_own_work(policy, procedure, &mut findings));
    findings
}

/// Duties of a body that alone decides what their breach leads to.
fn decides_own_breach(policy: &Policy, findings: &mut Vec<Diagnostic>) {
    for duty in policy.duties() {
        let Some(Party::Body(body)) = duty.bearer else { continue };
        let rules = duty.consequences.iter().filter_map(|id| policy.rules().get(id.index()));
        let mut outcomes = rules.filter_map(|rule| policy.outcomes().get(rule.outcome.index()));
        let decides = outcomes.find(|outcome| {
            let alone = |bodies: &[_], approved: &[_]| bodies == [body] && approved.iter().all(|other| *other == body);
            !outcome.deciders.is_empty() && outcome.deciders.iter().all(|one| alone(&one.bodies, &one.approved_by))
        });
        if let Some(outcome) = decides {
            let finding = Diagnostic::new(Code::JudgesItself, duty.span).with("kind", "breach");
            let finding = finding.with("name", name(policy, Party::Body(body))).with("duty", duty.name.as_str());
            findings.push(finding.with("outcome", outcome.name.as_str()));
        }
    }
}

/// Judgements of a role that an outcome of the same role hangs on.
fn judges_own_liability(policy: &Policy, findings: &mut Vec<Diagnostic>) {
    let mut said = BTreeSet::new();
    for rule in policy.rules() {
        let Some(outcome) = policy.outcomes().get(rule.outcome.index()) else { continue };
        let Some(role) = outcome.name.role() else { continue };
        for id in Mentioned::of(policy, &rule.condition).facts {
            let Some(fact) = policy.facts().get(id.index()) else { continue };
            let judge = fact.judgement.as_ref().and_then(|judgement| judgement.judge);
            let Some(judge @ Party::Role(_)) = judge else { continue };
            if name(policy, judge) == role && said.insert(id) {
                let finding = Diagnostic::new(Code::JudgesItself, fact.span).with("kind", "judgement");
                let finding = finding.with("name", role).with("judgement", fact.name.as_str());
                findings.push(finding.with("outcome", outcome.name.as_str()));
            }
        }
    }
}

/// Steps with checks that nobody may take who could not have taken the step before.
fn checks_own_work(policy: &Policy, procedure: &Procedure, findings: &mut Vec<Diagnostic>) {
    for step in procedure.steps.iter().filter(|step| !step.checks.is_empty()) {
        let own = earlier(procedure, step).into_iter().find(|before| is_own_work(step, before));
        if let Some(before) = own {
            let finding = Diagnostic::new(Code::JudgesItself, step.span).with("kind", "checks");
            let names: Vec<&str> = step.actors.iter().map(|actor| name(policy, *actor)).collect();
            let finding = finding.with("name", names.join(", ")).with("step", step.name.as_str());
            findings.push(finding.with("earlier", before.name.as_str()).label(before.span, "earlier"));
        }
    }
}

/// Whether all who may take a step may have taken another one too.
fn is_own_work(step: &Step, before: &Step) -> bool {
    !step.actors.is_empty() && step.actors.iter().all(|actor| before.actors.contains(actor))
}

/// The steps that a step follows directly: what it checks is what they left.
fn earlier<'p>(procedure: &'p Procedure, step: &Step) -> Vec<&'p Step> {
    let indices: BTreeSet<StepIndex> = step.after.iter().map(|(index, _)| *index).collect();
    indices.iter().filter_map(|index| procedure.steps.get(index.index())).collect()
}

fn name(policy: &Policy, party: Party) -> &str {
    match party {
        Party::Body(id) => policy.bodies().get(id.index()).map_or("", |body| &body.name),
        Party::Role(id) => policy.roles().get(id.index()).map_or("", |role| &role.name),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "scale measure { reminder < notice }
body office
body county
role driver
role leader
fact answered: bool
outcome sanction of driver: measure combine heaviest
";

    fn kinds(articles: &str) -> Vec<(String, String)> {
        let found = found_of(Code::JudgesItself, &format!("{HEAD}{articles}"));
        found.into_iter().map(|(finding, place)| (arg(&finding, "kind"), place)).collect()
    }

    #[test]
    fn a_body_that_decides_on_its_own_breach_is_found() {
        let duty = "article 1 { duty answer of office { must answered on breach sanction of driver = notice } }\n";
        let alone = format!("{duty}article 2 {{ authority for sanction of driver {{ decided by office }} }}");
        assert_eq!(kinds(&alone), [("breach".to_owned(), "answer".to_owned())]);
        let approved = format!(
            "{duty}article 2 {{ authority for sanction of driver {{ decided by office approved by county }} }}"
        );
        assert_eq!(kinds(&approved), []);
        assert_eq!(kinds(duty), [], "who decides is not said");
    }

    #[test]
    fn a_role_that_judges_its_own_liability_is_found() {
        let rule = "article 1 { if sorry then sanction of driver = reminder }";
        let own = format!("judgement sorry: bool by driver\n{rule}");
        assert_eq!(kinds(&own), [("judgement".to_owned(), "sorry".to_owned())]);
        let other = format!("judgement sorry: bool by leader\n{rule}");
        assert_eq!(kinds(&other), []);
    }

    #[test]
    fn whoever_checks_his_own_step_is_found() {
        let steps = |review: &str| {
            format!(
                "article 1 {{ procedure pursuit {{ step report by office step review {review} after report checks <facts_clear> }} }}"
            )
        };
        assert_eq!(kinds(&steps("by office")), [("checks".to_owned(), "review".to_owned())]);
        assert_eq!(kinds(&steps("by county")), []);
        assert_eq!(kinds(&steps("by <office, county>")), [], "another one may check it");
    }
}
