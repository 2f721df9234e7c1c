//! A result that is asked about.

use crate::decide::{Status, Verdict, value_of_outcome};
use crate::policy::{OutcomeId, PermittedSet, Policy, Value};

/// A result of an outcome that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// That this value is permitted.
    Value(Value),
    /// That no measure is permitted.
    NoMeasure,
    /// This status; never [`Status::Decided`] or [`Status::Undetermined`].
    Status(Status),
}

impl Target {
    /// The target that a word means for an outcome: `none`, `exempt`, `not_addressed`, `conflict`, `out_of_scope`, or a
    /// value; `None` where the outcome has no such value. A value that has the name of a status is meant first.
    #[must_use]
    pub fn read(policy: &Policy, outcome: OutcomeId, word: &str) -> Option<Self> {
        if let Ok(value) = value_of_outcome(policy, outcome, word) {
            return Some(Self::Value(value));
        }
        Some(match word {
            "none" => Self::NoMeasure,
            "exempt" => Self::Status(Status::Exempt),
            "not_addressed" => Self::Status(Status::NotAddressed),
            "conflict" => Self::Status(Status::Conflict),
            "out_of_scope" => Self::Status(Status::OutOfScope),
            _ => return None,
        })
    }

    /// The word for it.
    pub(super) fn word(&self, policy: &Policy) -> String {
        match self {
            Self::Value(value) => policy.show(value),
            Self::NoMeasure => "none".to_owned(),
            Self::Status(status) => status.word().to_owned(),
        }
    }

    /// Whether a verdict is of this kind.
    pub(super) fn is_met(&self, verdict: &Verdict) -> bool {
        match self {
            Self::Value(_) | Self::NoMeasure => verdict.permitted.as_ref().is_some_and(|set| self.is_in(set)),
            Self::Status(status) => verdict.status == *status,
        }
    }

    /// Whether a set permits it; never of a status.
    pub(super) fn is_in(&self, set: &PermittedSet) -> bool {
        match self {
            Self::Value(value) => set.contains_value(value),
            Self::NoMeasure => set.permits_none(),
            Self::Status(_) => false,
        }
    }
}
