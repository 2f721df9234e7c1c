//! One case as far as its known facts go, for whoever asks which conditions held in it.

use super::evaluate::Truth;
use super::facts::Facts;
use super::interpret::{DecideError, Ground};
use crate::policy::{Expr, Policy, Record, Value};

/// A case before the evaluator, with all that its outcomes show to later conditions.
pub(crate) struct Seen<'a> {
    ground: Ground<'a>,
}

impl<'a> Seen<'a> {
    /// Looks at a case.
    ///
    /// # Errors
    /// As [`decide`](super::decide).
    pub(crate) fn of(policy: &'a Policy, facts: &'a Facts) -> Result<Self, DecideError> {
        Ground::of(policy, facts).map(|ground| Self { ground })
    }

    /// Whether the policy applies.
    pub(crate) fn scope(&self) -> Truth {
        self.ground.scope
    }

    /// What is known of a condition, with a record at hand inside a fold. Of one that has no result nothing is.
    pub(crate) fn truth(&self, condition: &Expr, record: Option<&Record>) -> Truth {
        self.ground.evaluator.truth_at(condition, record).unwrap_or(Truth::Unknown)
    }

    /// The records of a list; none where it is not known.
    pub(crate) fn records(&self, list: crate::policy::FactId) -> &[Record] {
        match self.ground.evaluator.facts.get(list) {
            Some(Value::List(_, records)) => records,
            Some(_) | None => &[],
        }
    }
}
