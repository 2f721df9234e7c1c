//! The days and the readings in which a policy is looked at, before it is said of anything that it never happens.

use super::Subject;
use crate::analyse::{Analysis, Readings, Undecided, View};
use crate::policy::{Expr, ExprKind, Outcome, OutcomeId, Policy, Value, Walk};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Most days that a policy is looked at on.
const MAX_DAYS: usize = 16;

impl Subject<'_> {
    /// The policy in all readings, on each day that may judge cases otherwise than the others. What never happens in any
    /// of them, never happens.
    pub(super) fn views(&self) -> Result<&[Analysis], Undecided> {
        let readings =
            if self.policy.facts().iter().any(|fact| fact.is_reading) { Readings::All } else { Readings::Preferred };
        let days = self.days.get_or_init(|| days(self.policy));
        if days.is_empty() && readings == Readings::Preferred {
            return Ok(std::slice::from_ref(&self.analysis));
        }
        if days.len() > MAX_DAYS {
            return Err(Undecided::TooLarge);
        }
        Ok(self.others.get_or_init(|| {
            let days: Vec<Option<Date>> =
                if days.is_empty() { vec![None] } else { days.iter().copied().map(Some).collect() };
            let view = |as_of| View { as_of, readings, ..self.analysis.view().clone() };
            days.into_iter().map(|day| Analysis::with(self.policy, &view(day))).collect()
        }))
    }

    /// The policy as it is preferred to be read and today, and in all its views.
    pub(super) fn looked_at(&self) -> Result<impl Iterator<Item = &Analysis>, Undecided> {
        let views = self.views()?;
        let is_one_of_them = views.iter().any(|view| std::ptr::eq(view, &raw const self.analysis));
        Ok((!is_one_of_them).then_some(&self.analysis).into_iter().chain(views))
    }

    /// The policy with each reading of the source a case of its own.
    pub(super) fn in_all_readings(&self) -> &Analysis {
        let view = View { readings: Readings::All, ..self.analysis.view().clone() };
        self.readings.get_or_init(|| Analysis::with(self.policy, &view))
    }

    /// Whether something is so in every view.
    pub(super) fn always(&self, is_so: impl Fn(&Analysis) -> Result<bool, Undecided>) -> Result<bool, Undecided> {
        for view in self.views()? {
            if !is_so(view)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The conditions of an outcome.
pub(super) fn conditions(policy: &Policy, id: OutcomeId) -> impl Iterator<Item = &Expr> {
    let data = policy.data();
    let outcome = data.outcomes.get(id.index());
    let rules = outcome.into_iter().flat_map(|outcome| &outcome.rules).filter_map(|id| data.rules.get(id.index()));
    let own = outcome.into_iter().flat_map(Outcome::conditions);
    rules.filter_map(|rule| rule.condition.as_ref()).chain(own)
}

/// The conditions that all outcomes depend on.
pub(super) fn common(policy: &Policy) -> impl Iterator<Item = &Expr> {
    let data = policy.data();
    let scopes = data.scopes.iter().map(|scope| &scope.condition);
    scopes.chain(data.assumptions.iter().map(|assumption| &assumption.condition))
}

/// The days before and after each change that depends on the day on which a case is looked at.
fn days(policy: &Policy) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    let mut add = |day: Date| days.extend([day.yesterday(), Ok(day), day.tomorrow()].into_iter().flatten());
    let mut walk = Walk::new(policy.data());
    for condition in common(policy).chain(policy.outcome_ids().flat_map(|id| conditions(policy, id))) {
        walk.visit(condition, &mut |expr| day_compared(expr).into_iter().for_each(&mut add));
    }
    if policy.dated_by().is_none() {
        let versions = policy.params().iter().flat_map(|param| &param.versions);
        versions.filter_map(|(from, _)| *from).for_each(&mut add);
    }
    let periods = policy.in_force();
    days.retain(|day| periods.is_empty() || periods.iter().any(|period| period.contains(*day)));
    days
}

/// The day that the day of looking at the case is compared with.
fn day_compared(expr: &Expr) -> Option<Date> {
    let ExprKind::Compare(_, left, right) = &expr.kind else { return None };
    match (&left.kind, &right.kind) {
        (ExprKind::AsOf, ExprKind::Constant(Value::Date(day)))
        | (ExprKind::Constant(Value::Date(day)), ExprKind::AsOf) => Some(*day),
        _ => None,
    }
}

/// What depends on the day on which a case is looked at in a way that some days do not stand for all.
pub(super) struct Timed<'p> {
    policy: &'p Policy,
    all: bool,
    outcomes: BTreeSet<OutcomeId>,
}

impl<'p> Timed<'p> {
    pub(super) fn new(policy: &'p Policy) -> Self {
        let mut timed = Self { policy, all: false, outcomes: BTreeSet::new() };
        timed.all = common(policy).any(|condition| timed.depends(condition));
        for id in &policy.data().outcome_order {
            if conditions(policy, *id).any(|condition| timed.depends(condition)) {
                timed.outcomes.insert(*id);
            }
        }
        timed
    }

    /// Whether an outcome is of this kind.
    pub(super) fn outcome(&self, id: OutcomeId) -> bool {
        self.all || self.outcomes.contains(&id)
    }

    /// Whether a condition is.
    pub(super) fn condition(&self, condition: &Expr) -> bool {
        self.all || self.depends(condition)
    }

    fn depends(&self, condition: &Expr) -> bool {
        let mut is_timed = false;
        Walk::new(self.policy.data()).visit_where(condition, &mut |expr| {
            is_timed |= match &expr.kind {
                ExprKind::Elapsed(_) | ExprKind::AsOf => true,
                ExprKind::Outcome(id, _) => self.outcomes.contains(id),
                _ => false,
            };
            day_compared(expr).is_none()
        });
        is_timed
    }
}
