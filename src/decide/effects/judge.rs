//! From decisions to what lasts.

use super::cumulate::{Added, End, add, runs};
use super::report::{Capped, EFFECTS_FORMAT, EffectCause, EffectsReport, LastingEffect, LaterDecision};
use crate::calendar::Calendar;
use crate::decide::evaluate::{EvaluationError, Evaluator};
use crate::decide::facts::Facts;
use crate::decide::outcomes_read::satisfies;
use crate::policy::{ArithmeticError, ClauseId, Effect, Expr, ExprKind, PastDecision, Policy, Value};
use crate::syntax::ast::EffectVerb;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Why the effects of a history cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EffectsError {
    /// A decision's outcome comes from another policy.
    #[error("an outcome's id belongs to another policy")]
    ForeignId,
    /// A calculation has no result: it leaves the calendar, a parameter has no value on the day of a decision, or working
    /// days need a calendar of holidays.
    #[error(transparent)]
    Evaluation(#[from] EvaluationError),
}

/// Tells what the decisions on one person bar or bring about on a day, and what has ended.
///
/// An effect runs from the day of its decision. Where the policy has a cap, the periods of one kind (the same verb and
/// name) add up: while one still runs, what is left of it and the new period follow each other, and their sum reaches at
/// most as far as the cap, counted from the new decision. A period that is longer than the cap by itself stays as it is.
/// Without a cap they run side by side, and the later end governs. The order of `decisions` carries no meaning; those
/// behind the day are left aside.
///
/// # Errors
/// A decision is not one of the policy's, or a calculation has no result.
pub fn effects(
    policy: &Policy,
    decisions: &[PastDecision],
    as_of: Date,
    calendar: Option<&Calendar>,
) -> Result<EffectsReport, EffectsError> {
    let mut sorted: Vec<(&PastDecision, String)> = Vec::with_capacity(decisions.len());
    for decision in decisions {
        if policy.outcomes().get(decision.outcome.index()).is_none() {
            return Err(EffectsError::ForeignId);
        }
        sorted.push((decision, policy.show(&decision.value)));
    }
    sorted.sort_by(|(a, shown_a), (b, shown_b)| {
        (a.on, a.outcome, shown_a, &a.reference).cmp(&(b.on, b.outcome, shown_b, &b.reference))
    });
    let history = History::new(policy, calendar);
    let mut kinds: BTreeMap<Kind, Vec<Run>> = BTreeMap::new();
    let mut later = Vec::new();
    for (decision, shown) in &sorted {
        if decision.on <= as_of {
            history.apply(decision, shown, &mut kinds)?;
        } else {
            later.push(LaterDecision {
                reference: decision.reference.clone(),
                on: decision.on.to_string(),
                outcome: history.outcome(decision),
                value: shown.clone(),
            });
        }
    }
    let (mut lasting, mut ended) = (Vec::new(), Vec::new());
    for (kind, of_kind) in kinds {
        let (running, over): (Vec<Run>, Vec<Run>) = of_kind.into_iter().partition(|run| runs(run.end, as_of));
        lasting.extend(Run::together(running).map(|run| history.report(&kind, run)));
        ended.extend(over.into_iter().map(|run| history.report(&kind, run)));
    }
    let as_of = as_of.to_string();
    Ok(EffectsReport { format: EFFECTS_FORMAT, policy: policy.name().to_owned(), as_of, lasting, ended, later })
}

/// Effects with one verb and name, in the order in which the policy first mentions them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    /// The first effect of the kind.
    first: usize,
    verb: EffectVerb,
}

/// A stretch of time in which an effect lasts without a gap.
struct Run {
    from: Date,
    end: End,
    because: Vec<EffectCause>,
    capped: Option<Capped>,
}

impl Run {
    /// Runs side by side as one: the latest end governs.
    fn together(runs: Vec<Self>) -> Option<Self> {
        runs.into_iter().reduce(|mut one, other| {
            one.end = one.end.max(other.end);
            one.because.extend(other.because);
            one.capped = one.capped.or(other.capped);
            one
        })
    }
}

struct History<'a> {
    policy: &'a Policy,
    calendar: Option<&'a Calendar>,
    /// The effects, each with its kind.
    effects: Vec<(&'a Effect, Kind)>,
}

/// An effect that a decision entails, with its period on that day; for good where `None`.
type Entailed<'a> = (&'a Effect, Option<Value>);

impl<'a> History<'a> {
    fn new(policy: &'a Policy, calendar: Option<&'a Calendar>) -> Self {
        let mut first: BTreeMap<(EffectVerb, &str), usize> = BTreeMap::new();
        let mut effects = Vec::with_capacity(policy.effects().len());
        for (index, effect) in policy.effects().iter().enumerate() {
            let first = *first.entry((effect.verb, effect.name.as_str())).or_insert(index);
            effects.push((effect, Kind { first, verb: effect.verb }));
        }
        Self { policy, calendar, effects }
    }

    /// Adds what a decision entails. Of several effects of one kind that it entails, the longest governs.
    fn apply(
        &self,
        decision: &PastDecision,
        shown: &str,
        kinds: &mut BTreeMap<Kind, Vec<Run>>,
    ) -> Result<(), EffectsError> {
        let mut entailed: BTreeMap<Kind, Vec<Entailed<'_>>> = BTreeMap::new();
        for (effect, kind) in &self.effects {
            if effect.outcome == decision.outcome
                && self.in_force(effect.clause, decision.on)
                && satisfies(&decision.value, &effect.test)
                    .map_err(|error| EvaluationError { error, span: effect.span })?
            {
                let period = effect.period.as_ref().map(|period| self.period(period, decision.on)).transpose()?;
                entailed.entry(*kind).or_default().push((effect, period));
            }
        }
        let cap = self.policy.effect_cap().filter(|cap| self.in_force(cap.clause, decision.on));
        for (kind, found) in entailed {
            let of_kind = kinds.entry(kind).or_default();
            let because = found.iter().map(|(effect, period)| self.cause(decision, shown, effect, period.as_ref()));
            let because: Vec<EffectCause> = because.collect();
            let alone = self.latest(&found, decision.on)?;
            let current = of_kind.last_mut().filter(|run| runs(run.end, decision.on));
            let (Some(current), Some(cap)) = (current, cap) else {
                of_kind.push(Run { from: decision.on, end: alone, because, capped: None });
                continue;
            };
            let behind = match current.end {
                End::On(last) => self.latest(&found, last)?,
                End::Never => End::Never,
            };
            let most = self.period(&cap.period, decision.on)?;
            let limit = self.after(decision.on, &most, &cap.period)?;
            let sum = add(current.end, Added { alone, behind, limit });
            current.end = sum.end;
            current.because.extend(because);
            if sum.is_cut {
                current.capped = Some(Capped { at: self.policy.show(&most), clause: self.citation(cap.clause) });
            }
        }
        Ok(())
    }

    /// The last day of the longest of these effects, counted from a day.
    fn latest(&self, found: &[Entailed<'_>], day: Date) -> Result<End, EffectsError> {
        let mut latest = End::On(day);
        for (effect, period) in found {
            let end = match (period, &effect.period) {
                (Some(period), Some(expr)) => End::On(self.after(day, period, expr)?),
                _ => End::Never,
            };
            latest = latest.max(end);
        }
        Ok(latest)
    }

    /// A period as it is on the day of a decision: a parameter has the value of that day.
    fn period(&self, period: &Expr, on: Date) -> Result<Value, EffectsError> {
        if let ExprKind::Constant(value) = &period.kind {
            return Ok(value.clone());
        }
        let mut facts = Facts::new(self.policy);
        facts.set_as_of(on);
        if let Some(dated_by) = self.policy.dated_by() {
            // Of a decision only its own day is known.
            let _ = facts.set_value(dated_by, Value::Date(on));
        }
        let value = Evaluator::new(self.policy.data(), &facts).known_value(period)?;
        let open = EvaluationError { error: ArithmeticError::NotDated, span: period.span };
        value.ok_or_else(|| open.into())
    }

    fn after(&self, day: Date, period: &Value, expr: &Expr) -> Result<Date, EffectsError> {
        let problem = |error| EvaluationError { error, span: expr.span };
        match Value::Date(day).add_in(period, self.calendar).map_err(problem)? {
            Value::Date(day) => Ok(day),
            _ => Err(problem(ArithmeticError::Mismatch).into()),
        }
    }

    /// Whether a clause is in force on a day.
    fn in_force(&self, clause: ClauseId, day: Date) -> bool {
        let periods = self.policy.clauses().get(clause.index()).map(|clause| clause.in_force.as_slice());
        let periods = periods.unwrap_or_default();
        periods.is_empty() || periods.iter().any(|period| period.contains(day))
    }

    fn outcome(&self, decision: &PastDecision) -> String {
        let outcome = self.policy.outcomes().get(decision.outcome.index());
        outcome.map(|outcome| outcome.name.to_string()).unwrap_or_default()
    }

    fn citation(&self, clause: ClauseId) -> String {
        self.policy.clauses().get(clause.index()).map(|clause| clause.citation.clone()).unwrap_or_default()
    }

    fn cause(&self, decision: &PastDecision, shown: &str, effect: &Effect, period: Option<&Value>) -> EffectCause {
        EffectCause {
            reference: decision.reference.clone(),
            on: decision.on.to_string(),
            outcome: self.outcome(decision),
            value: shown.to_owned(),
            period: period.map(|period| self.policy.show(period)),
            clause: self.citation(effect.clause),
        }
    }

    fn report(&self, kind: &Kind, run: Run) -> LastingEffect {
        let name = self.policy.effects().get(kind.first).map(|effect| effect.name.clone()).unwrap_or_default();
        LastingEffect {
            bars: kind.verb == EffectVerb::Bars,
            name,
            from: run.from.to_string(),
            until: match run.end {
                End::On(last) => Some(last.to_string()),
                End::Never => None,
            },
            because: run.because,
            capped: run.capped,
        }
    }
}
