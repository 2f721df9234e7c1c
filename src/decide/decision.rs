//! The answer: plain data that can be stored, shown and explained without the policy at hand.

use serde::{Deserialize, Serialize};

/// The version of the JSON shape of [`Decision`].
pub const DECISION_FORMAT: u32 = 1;

/// What is known of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Rules fired and their sets combine to a permitted set.
    Decided,
    /// An exemption holds.
    Exempt,
    /// No rule fired. This is not the same as "no measure".
    NotAddressed,
    /// The sets of the rules that fired exclude each other.
    Conflict,
    /// Unknown facts can still change the result.
    Undetermined,
    /// The policy does not apply to the case.
    OutOfScope,
}

/// The decision of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The version of this shape: [`DECISION_FORMAT`].
    pub format: u32,
    /// The policy's name.
    pub policy: String,
    /// One entry for each outcome, in the order of declaration.
    pub outcomes: Vec<OutcomeDecision>,
}

impl Decision {
    /// The decision on the outcome of this name.
    #[must_use]
    pub fn outcome(&self, name: &str) -> Option<&OutcomeDecision> {
        self.outcomes.iter().find(|outcome| outcome.name == name)
    }
}

/// The decision on one outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeDecision {
    /// The outcome's name.
    pub name: String,
    /// The role it concerns; `None` where it concerns the case.
    pub role: Option<String>,
    /// What is known of it.
    pub status: Status,
    /// The permitted values from light to heavy; the authority chooses exactly one. Empty unless decided.
    pub permitted: Vec<String>,
    /// Whether taking no measure is permitted too.
    pub none: bool,
    /// The clauses that fired and were not overridden, in the order of the text; with unknown facts, those that fire in
    /// every completion.
    pub clauses: Vec<String>,
    /// The clauses that fired and were overridden, in the order of the text.
    pub overridden: Vec<String>,
    /// The clauses whose adjustment applied.
    pub adjusted_by: Vec<String>,
    /// The clauses whose exemption changed the result.
    pub exempted_by: Vec<String>,
    /// Whether mitigation and aggravation met, so that the authority must weigh both.
    pub weigh: bool,
    /// The set before adjustment, where an adjustment changed it.
    pub unadjusted: Option<ValueList>,
    /// Who decides which of the permitted values.
    pub decided_by: Vec<DecidedBy>,
    /// Who enforces.
    pub enforced_by: Vec<String>,
    /// The judgements that the result rests on.
    pub judgements: Vec<String>,
    /// Where undetermined: every value that is still possible, from light to heavy, then `none`, `exempt`,
    /// `not_addressed`, `conflict`, `out_of_scope` as far as they are.
    pub possible: Vec<String>,
    /// Where undetermined: the facts that can still change the result, sorted by name.
    pub asks: Vec<String>,
    /// Where undetermined because a written limit was reached before the answer was exact.
    pub limit_reached: bool,
}

/// Values from light to heavy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueList {
    /// The values.
    pub permitted: Vec<String>,
    /// Whether "no measure" is among them.
    pub none: bool,
}

/// Who decides some of the permitted values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedBy {
    /// The values, from light to heavy.
    pub values: Vec<String>,
    /// The bodies.
    pub bodies: Vec<String>,
    /// Whether they decide together.
    pub jointly: bool,
    /// The bodies that have to approve.
    pub approved_by: Vec<String>,
    /// The clause that says so.
    pub clause: String,
}
