//! Duties, prohibitions and rights in a case: who kept what he had to keep.
//!
//! | `when` | `must` | deadline | status |
//! |---|---|---|---|
//! | false | | | not applicable |
//! | true | true | | fulfilled |
//! | true | not true | not over | pending |
//! | true | false | over, or none | breached |
//!
//! Of a prohibition, `must` is that the act was not done. What is left open by unknown facts is judged over all
//! completions, as outcomes are; a duty that is fulfilled in some completions and can still be fulfilled in the others is
//! pending. A right that only the log of the case can show is undetermined here.

use super::diagram::TooLarge;
use super::evaluate::{EvaluationError, Evaluator, Truth};
use super::exact::{Asked, Completions, FORBIDDEN, YES};
use crate::policy::{Duty, Expr, ExprKind, PolicyData, Type, Value};
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// What is known of a duty, a prohibition or a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DutyStatus {
    /// It is fulfilled; a prohibition is kept, a right granted.
    Fulfilled,
    /// It is breached.
    Breached,
    /// It can still be fulfilled.
    Pending,
    /// It does not apply to the case.
    NotApplicable,
    /// Unknown facts, or the log of the case, can still tell.
    Undetermined,
}

/// A duty with what is known of its conditions.
pub(super) struct DutyCase<'a> {
    pub(super) duty: &'a Duty,
    /// The last day to fulfil it, where it is known.
    pub(super) due: Option<Value>,
    /// Where it needs no completions.
    pub(super) status: Option<DutyStatus>,
    /// What it is if its completions cannot be told.
    fallback: DutyStatus,
    /// That the deadline is over.
    over: Option<Expr>,
}

impl<'a> DutyCase<'a> {
    pub(super) fn all(
        data: &'a PolicyData,
        scope: Truth,
        evaluator: &Evaluator<'_>,
    ) -> Result<Vec<Self>, EvaluationError> {
        data.duties.iter().map(|duty| Self::new(duty, scope, evaluator)).collect()
    }

    fn new(duty: &'a Duty, scope: Truth, evaluator: &Evaluator<'_>) -> Result<Self, EvaluationError> {
        let when = duty.when.as_ref().map_or(Ok(Truth::True), |when| evaluator.truth(when))?;
        let mut case = Self { duty, due: None, status: None, fallback: DutyStatus::Undetermined, over: None };
        if scope == Truth::False || when == Truth::False {
            case.status = Some(DutyStatus::NotApplicable);
            return Ok(case);
        }
        let Some(must) = &duty.must else {
            case.status = Some(DutyStatus::Undetermined);
            return Ok(case);
        };
        let over = |due: &Expr| {
            let kind = ExprKind::Elapsed(Box::new(due.clone()));
            Expr { kind, value_type: Type::Bool, span: due.span }
        };
        case.over = duty.due.as_ref().map(over);
        case.due = duty.due.as_ref().and_then(|due| evaluator.known_value(due).ok().flatten());
        let fulfilled = evaluator.truth(must)?;
        let is_over = case.over.as_ref().map_or(Ok(Truth::True), |over| evaluator.truth(over))?;
        case.status = match (scope, when, fulfilled, is_over) {
            (Truth::True, Truth::True, Truth::True, _) => Some(DutyStatus::Fulfilled),
            (Truth::True, Truth::True, Truth::False, Truth::False) => Some(DutyStatus::Pending),
            (Truth::True, Truth::True, Truth::False, Truth::True) => Some(DutyStatus::Breached),
            _ => None,
        };
        if (scope, when, is_over) == (Truth::True, Truth::True, Truth::False) {
            case.fallback = DutyStatus::Pending;
        }
        Ok(case)
    }

    /// Whether it depends on unknown facts.
    pub(super) fn is_open(&self) -> bool {
        self.status.is_none()
    }

    /// What it depends on.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &Expr> {
        self.duty.when.iter().chain(&self.duty.must).chain(&self.over)
    }
}

impl<'a> Completions<'a> {
    /// The status of a duty over all completions, and what is worth asking.
    pub(super) fn duty(&mut self, case: &'a DutyCase<'a>) -> (DutyStatus, BTreeSet<Asked>) {
        self.judge_duty(case).unwrap_or_else(|TooLarge| {
            let asked = case
                .conditions()
                .flat_map(|condition| super::mentions::Leaves::asked(self.data, self.facts, self.evaluator, condition));
            let is_open = case.fallback == DutyStatus::Undetermined;
            (case.fallback, asked.filter(|_| is_open).map(Asked::Fact).collect())
        })
    }

    fn judge_duty(&mut self, case: &'a DutyCase<'a>) -> Result<(DutyStatus, BTreeSet<Asked>), TooLarge> {
        let statuses = [DutyStatus::Fulfilled, DutyStatus::Breached, DutyStatus::Pending, DutyStatus::NotApplicable];
        let mut part = |condition: Option<&'a Expr>| match condition {
            Some(condition) => self.condition(condition, None),
            None => self.store.leaf(YES),
        };
        let (when, must, over) =
            (part(case.duty.when.as_ref())?, part(case.duty.must.as_ref())?, part(case.over.as_ref())?);
        let scope = self.scope?;
        let applies = self.both(scope, when)?;
        // The leaves are the places of the statuses, counted from 1.
        let unfulfilled = self.store.map(over, &mut |over| if over == YES { 2 } else { 3 })?;
        let judged = self.store.apply(must, unfulfilled, &mut |must, status| if must == YES { 1 } else { status })?;
        let judged =
            self.store.apply(applies, judged, &mut |applies, status| if applies == YES { status } else { 4 })?;
        let root = self.counted(judged)?;
        let reached = self.store.reach(root, &mut HashMap::new()).without(FORBIDDEN);
        let possible: Vec<DutyStatus> =
            reached.iter().filter_map(|leaf| statuses.get((leaf as usize).wrapping_sub(1)).copied()).collect();
        let status = match possible.as_slice() {
            [only] => *only,
            [DutyStatus::Fulfilled, DutyStatus::Pending] => DutyStatus::Pending,
            _ => DutyStatus::Undetermined,
        };
        let asks = if status == DutyStatus::Undetermined { self.asks(root, &reached) } else { BTreeSet::new() };
        Ok((status, asks))
    }
}
