//! `B0021` and `B0022`: steps of a procedure that nobody has to take, or not by any day.
//!
//! A step without an actor is everybody's and so nobody's. A step without deadline is the gap in a chain of deadlines; a
//! procedure of several steps without any deadline is told as a whole. A step that may be left out needs no deadline, one that passes to the next level after a time has one, and one that another step with a deadline always
//! has to follow is bound by that. The steps of one procedure are told together.

use super::Subject;
use super::merged::one_of_several;
use super::statements::citation;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Policy, Procedure, Step, StepIndex};
use crate::syntax::ast::{Mode, StepOrder};
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.policy.procedures().iter().flat_map(|procedure| open(subject.policy, procedure)).collect()
}

fn open(policy: &Policy, procedure: &Procedure) -> Vec<Diagnostic> {
    let bound = bound(procedure);
    let has_deadlines = procedure.steps.iter().any(|step| step.deadline.is_some());
    let mut findings = Vec::new();
    let needed = procedure.steps.iter().filter(|step| step.mode == Mode::Must).count();
    if !has_deadlines && procedure.escalations.is_empty() && needed > 1 {
        let clause = citation(policy, procedure.clause);
        let finding = Diagnostic::new(Code::StepWithoutDeadline, procedure.span).with("kind", "all");
        findings.push(one_of_several(finding, &procedure.name, clause));
    }
    for (index, step) in procedure.steps.iter().enumerate() {
        let escalates = procedure.escalations.iter().any(|one| one.step == StepIndex::new(index));
        if step.actors.is_empty() {
            findings.push(finding(Code::StepWithoutActor, policy, procedure, step));
        }
        let is_open = step.mode == Mode::Must && !escalates && !bound.contains(&StepIndex::new(index));
        if has_deadlines && is_open {
            findings.push(finding(Code::StepWithoutDeadline, policy, procedure, step));
        }
    }
    findings
}

/// The steps with a deadline, and those that always come before one with a deadline.
fn bound(procedure: &Procedure) -> BTreeSet<StepIndex> {
    let indices = (0..procedure.steps.len()).map(StepIndex::new);
    let timed = indices.zip(&procedure.steps).filter(|(_, step)| step.deadline.is_some());
    let mut rest: Vec<StepIndex> = timed.map(|(index, _)| index).collect();
    let mut bound = BTreeSet::new();
    while let Some(index) = rest.pop() {
        let Some(step) = procedure.steps.get(index.index()) else { continue };
        if bound.insert(index) {
            // Counted from the step before, a deadline says nothing about when that step is due.
            let start = step.deadline.as_ref().map(|deadline| deadline.from);
            let strict = step.after.iter().filter(|(_, order)| *order == StepOrder::Strict).map(|(index, _)| *index);
            let is_start = |index: &StepIndex| start == Some(crate::policy::DeadlineStart::Step(*index));
            rest.extend(strict.filter(|index| !is_start(index)));
        }
    }
    bound
}

fn finding(code: Code, policy: &Policy, procedure: &Procedure, step: &Step) -> Diagnostic {
    let clause = step.clauses.first().map_or("", |clause| citation(policy, *clause));
    let finding = Diagnostic::new(code, step.span).with("kind", "step").with("procedure", procedure.name.as_str());
    one_of_several(finding, &step.name, clause)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of, places_of};

    fn policy(steps: &str) -> String {
        format!("body office\nbody county\narticle 1 {{ procedure pursuit {{ {steps} }} }}")
    }

    #[test]
    fn a_step_that_nobody_takes_is_found() {
        let policy = policy("step report by office step hear after report");
        assert_eq!(places_of(Code::StepWithoutActor, &policy), ["hear"]);
        let found = found_of(Code::StepWithoutDeadline, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.as_str(), arg(finding, "kind").as_str()), ("pursuit", "all"));
    }

    #[test]
    fn a_step_without_deadline_among_others_is_found() {
        let policy = policy(
            "step report by office step hear by office after report within 5 days of report
             step decide by office after hear may step publish by office after decide
             step enforce by office after decide escalate enforce to county after 15 days",
        );
        let found = found_of(Code::StepWithoutDeadline, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.as_str(), arg(finding, "all").as_str()), ("report", "report (1), decide (1)"));
        assert!(places_of(Code::StepWithoutActor, &policy).is_empty());
    }

    #[test]
    fn a_step_that_comes_before_a_deadline_is_bound_by_it() {
        let policy = policy(
            "step report by office within 5 days of told step hear by office after report
             step decide by office after hear within 30 days of told",
        );
        let policy = format!("fact told: date\n{policy}");
        assert_eq!(places_of(Code::StepWithoutDeadline, &policy), Vec::<String>::new());
        let usual = policy.replace("after hear within", "usually after hear within");
        assert_eq!(places_of(Code::StepWithoutDeadline, &usual), ["hear"]);
    }
}
