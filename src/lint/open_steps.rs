//! `B0021` and `B0022`: steps of a procedure that nobody has to take, or not by any day.
//!
//! A step without an actor is everybody's and so nobody's. A step without deadline is reported only in a procedure that
//! has deadlines: there it is the gap in a chain; a procedure without any is a choice. A step that may be left out needs
//! no deadline, and one that passes to the next level after a time has one.

use super::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Procedure, Step, StepIndex};
use crate::syntax::ast::Mode;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.policy.procedures().iter().flat_map(open).collect()
}

fn open(procedure: &Procedure) -> Vec<Diagnostic> {
    let has_deadlines = procedure.steps.iter().any(|step| step.deadline.is_some());
    let mut findings = Vec::new();
    for (index, step) in procedure.steps.iter().enumerate() {
        let escalates = procedure.escalations.iter().any(|one| one.step == StepIndex::new(index));
        if step.actors.is_empty() {
            findings.push(finding(Code::StepWithoutActor, procedure, step));
        }
        if has_deadlines && step.mode == Mode::Must && step.deadline.is_none() && !escalates {
            findings.push(finding(Code::StepWithoutDeadline, procedure, step));
        }
    }
    findings
}

fn finding(code: Code, procedure: &Procedure, step: &Step) -> Diagnostic {
    Diagnostic::new(code, step.span).with("step", step.name.as_str()).with("procedure", procedure.name.as_str())
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::places_of;

    fn policy(steps: &str) -> String {
        format!("body office\nbody county\narticle 1 {{ procedure pursuit {{ {steps} }} }}")
    }

    #[test]
    fn a_step_that_nobody_takes_is_found() {
        let policy = policy("step report by office step hear after report");
        assert_eq!(places_of(Code::StepWithoutActor, &policy), ["hear"]);
        assert!(places_of(Code::StepWithoutDeadline, &policy).is_empty(), "no step has a deadline");
    }

    #[test]
    fn a_step_without_deadline_among_others_is_found() {
        let policy = policy(
            "step report by office step hear by office after report within 5 days of report
             step decide by office after hear may step publish by office after decide
             step enforce by office after decide escalate enforce to county after 15 days",
        );
        assert_eq!(places_of(Code::StepWithoutDeadline, &policy), ["report", "decide"]);
        assert!(places_of(Code::StepWithoutActor, &policy).is_empty());
    }
}
