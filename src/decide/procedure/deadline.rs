//! Deadlines, and who takes over a step that is not taken.

use super::check::{Asks, Case};
use super::report::{DeadlineReport, PassedTo};
use crate::decide::evaluate::EvaluationError;
use crate::policy::{
    ArithmeticError, BodyId, ClauseId, DeadlineStart, Duration, Expr, PeriodUnit, Procedure, Step, StepIndex, Value,
};
use jiff::civil::Date;

/// What time says of one step.
#[derive(Clone, Debug, Default)]
pub(super) struct Timing {
    pub(super) deadline: Option<DeadlineReport>,
    /// The last day on which the step is in time.
    pub(super) due: Option<Date>,
    /// The day from which it passes from level to level.
    pub(super) start: Option<Date>,
    /// By how much it is late on the day that was asked for.
    pub(super) late: Option<Duration>,
    /// The levels that have it by that day, one after the other.
    pub(super) levels: Vec<Level>,
    /// Unknown facts that the deadline depends on.
    pub(super) asks: Asks,
}

/// A level that takes a step over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level {
    pub(super) to: BodyId,
    /// The first day on which it has the step.
    pub(super) since: Date,
    pub(super) clause: ClauseId,
}

impl Level {
    pub(super) fn report(&self, case: &Case<'_>) -> PassedTo {
        PassedTo { to: case.body(self.to), since: self.since.to_string(), clause: case.citation(self.clause) }
    }
}

/// The deadline of a step and its passing from level to level, as they stand on the day on which it was taken, or else
/// on which the case is looked at. `ready` is the day on which it could be taken.
pub(super) fn timing(
    case: &Case<'_>,
    procedure: &Procedure,
    index: StepIndex,
    step: &Step,
    ready: Option<Date>,
) -> Result<Timing, EvaluationError> {
    let mut timing = Timing::default();
    deadline(case, procedure, step, &mut timing)?;
    let Some(horizon) = case.taken(index).or(case.as_of) else { return Ok(timing) };
    if let (Some(deadline), Some(due)) = (&step.deadline, timing.due)
        && due < horizon
    {
        let in_working_days = |period: Option<Value>| {
            matches!(period, Some(Value::Duration(Duration { unit: PeriodUnit::WorkingDays, .. })))
        };
        let working = in_working_days(case.evaluator.known_value(&deadline.period)?);
        timing.late = Some(delay(case, due, horizon, working, &deadline.period)?);
    }
    timing.start = if step.deadline.is_some() { timing.due } else { ready };
    if let Some(start) = timing.start {
        timing.levels = levels(case, index, start, Some(horizon), &mut timing.asks)?;
    }
    Ok(timing)
}

fn deadline(case: &Case<'_>, procedure: &Procedure, step: &Step, timing: &mut Timing) -> Result<(), EvaluationError> {
    let Some(deadline) = &step.deadline else { return Ok(()) };
    let period = case.evaluator.known_value(&deadline.period)?;
    if period.is_none() {
        case.ask(&deadline.period, &mut timing.asks);
    }
    let (of, start) = match deadline.from {
        DeadlineStart::Step(step) => {
            (procedure.steps.get(step.index()).map(|step| step.name.clone()), case.taken(step))
        }
        DeadlineStart::Fact(fact) => {
            let day = match case.facts.get(fact) {
                Some(Value::Date(day)) => Some(*day),
                // What has not happened sets nothing going.
                Some(_) => None,
                None => {
                    timing.asks.insert(case.fact(fact));
                    None
                }
            };
            (Some(case.fact(fact)), day)
        }
    };
    timing.due = match (start, &period) {
        (Some(start), Some(period)) => Some(case.later(start, period, &deadline.period)?),
        _ => None,
    };
    timing.deadline = Some(DeadlineReport {
        period: period.map(|period| case.policy.show(&period)),
        of: of.unwrap_or_default(),
        start: start.map(|day| day.to_string()),
        due: timing.due.map(|day| day.to_string()),
        clause: case.citation(deadline.clause),
    });
    Ok(())
}

/// By how much a day lies behind the last one in time: in working days where the deadline counts them and at least one
/// has passed, else in calendar days.
fn delay(case: &Case<'_>, due: Date, day: Date, working: bool, period: &Expr) -> Result<Duration, EvaluationError> {
    if working {
        let problem = |error| EvaluationError { error, span: period.span };
        let calendar = case.facts.calendar().ok_or(problem(ArithmeticError::NeedsCalendar))?;
        let count = calendar.working_days_between(due, day).map_err(|error| problem(error.into()))?;
        if count > 0 {
            return Ok(Duration { count, unit: PeriodUnit::WorkingDays });
        }
    }
    let count = due.until(day).map_or(0, |span| i64::from(span.get_days()));
    Ok(Duration { count, unit: PeriodUnit::Days })
}

/// The levels that get a step, each with its first day; where `until` is given, only those that have it by then.
///
/// A period includes its last day; the next level has the step from the day after.
pub(super) fn levels(
    case: &Case<'_>,
    step: StepIndex,
    start: Date,
    until: Option<Date>,
    asks: &mut Asks,
) -> Result<Vec<Level>, EvaluationError> {
    let mut found = Vec::new();
    let mut start = start;
    for escalation in case.escalations(step) {
        if until.is_some_and(|until| until <= start) {
            break;
        }
        let Some(period) = case.evaluator.known_value(&escalation.after)? else {
            case.ask(&escalation.after, asks);
            break;
        };
        let last = case.later(start, &period, &escalation.after)?;
        let overflow = |_| EvaluationError { error: ArithmeticError::Overflow, span: escalation.after.span };
        let since = last.tomorrow().map_err(overflow)?;
        if until.is_some_and(|until| until < since) {
            break;
        }
        found.push(Level { to: escalation.to, since, clause: escalation.clause });
        start = since;
    }
    Ok(found)
}
