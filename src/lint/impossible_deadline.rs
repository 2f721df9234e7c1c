//! `C0021`: a deadline that cannot be met, or passes at once.
//!
//! Two steps are counted from the same start, the later one has to follow the earlier one, and has less time: whoever
//! takes the time that he has for the earlier step makes the later one late. And a step that passes to the next level
//! after no time at all. Only periods in one unit are compared, and only steps whose order is strict.

use super::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Deadline, Duration, Expr, ExprKind, Policy, Procedure, Step, StepIndex, Value};
use crate::syntax::ast::StepOrder;
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    policy.procedures().iter().flat_map(|procedure| found(policy, procedure)).collect()
}

fn found(policy: &Policy, procedure: &Procedure) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for step in &procedure.steps {
        let Some((deadline, period)) = timed(step) else { continue };
        let too_long = earlier(procedure, step).into_iter().find_map(|before| {
            let (other, longer) = timed(before)?;
            let is_longer = other.from == deadline.from && longer.unit == period.unit && longer.count > period.count;
            is_longer.then_some((before, longer))
        });
        if let Some((before, longer)) = too_long {
            let finding = Diagnostic::new(Code::DeadlineImpossible, step.span).with("kind", "order");
            let finding = finding.with("step", step.name.as_str()).with("earlier", before.name.as_str());
            let finding = finding.with("period", policy.show(&Value::Duration(period)));
            let finding = finding.with("longer", policy.show(&Value::Duration(longer)));
            findings.push(finding.label(before.span, "earlier"));
        }
    }
    for escalation in &procedure.escalations {
        let step = procedure.steps.get(escalation.step.index());
        if let (Some(step), Some(period)) = (step, constant(&escalation.after))
            && period.count <= 0
        {
            let finding = Diagnostic::new(Code::DeadlineImpossible, escalation.after.span).with("kind", "escalation");
            findings.push(finding.with("step", step.name.as_str()));
        }
    }
    findings
}

/// The steps that a step always has to follow, directly or through others.
fn earlier<'p>(procedure: &'p Procedure, step: &Step) -> Vec<&'p Step> {
    let mut known: BTreeSet<StepIndex> = BTreeSet::new();
    let strict = |step: &Step| {
        let always = step.after.iter().filter(|(_, order)| *order == StepOrder::Strict);
        always.map(|(index, _)| *index).collect::<Vec<_>>()
    };
    let mut rest = strict(step);
    while let Some(index) = rest.pop() {
        if known.insert(index) {
            rest.extend(procedure.steps.get(index.index()).map(strict).unwrap_or_default());
        }
    }
    known.iter().filter_map(|index| procedure.steps.get(index.index())).collect()
}

fn timed(step: &Step) -> Option<(&Deadline, Duration)> {
    let deadline = step.deadline.as_ref()?;
    Some((deadline, constant(&deadline.period)?))
}

fn constant(period: &Expr) -> Option<Duration> {
    match &period.kind {
        ExprKind::Constant(Value::Duration(period)) => Some(*period),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    fn policy(steps: &str) -> String {
        format!("body office\nbody county\narticle 1 {{ procedure pursuit {{ step report by office {steps} }} }}")
    }

    #[test]
    fn less_time_than_an_earlier_step_has_is_found() {
        let policy = policy(
            "step inquire by office after report within 30 days of report
             step hear by office after inquire
             step decide by office after hear within 15 days of report",
        );
        let found = found_of(Code::DeadlineImpossible, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.as_str(), arg(finding, "earlier").as_str()), ("decide", "inquire"));
        assert_eq!([arg(finding, "period"), arg(finding, "longer")], ["15 days", "30 days"]);
    }

    #[test]
    fn passing_to_the_next_level_at_once_is_found() {
        let policy = policy("escalate report to county after 0 days");
        assert_eq!(found_of(Code::DeadlineImpossible, &policy).len(), 1);
    }

    #[test]
    fn other_starts_other_units_and_looser_orders_are_not() {
        for steps in [
            "step inquire by office after report within 30 days of report
             step decide by office after inquire within 15 days of inquire",
            "step inquire by office after report within 30 days of report
             step decide by office after inquire within 2 months of report",
            "step inquire by office after report within 30 days of report
             step decide by office usually after inquire within 15 days of report",
            "step inquire by office after report within 30 days of report
             step decide by office after inquire within 30 days of report
             escalate decide to county after 1 days",
        ] {
            assert_eq!(found_of(Code::DeadlineImpossible, &policy(steps)), [], "{steps}");
        }
    }
}
