//! Partial results of folds, record by record.

use super::forms::value_at;
use crate::policy::{Type, Unit, Value};
use crate::syntax::ast::FoldKind;
use rust_decimal::Decimal;

/// What one record does to the folds over its list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Letter {
    /// Whether it fulfils each fold's condition.
    pub(super) holds: Vec<bool>,
    /// What it adds to each sum; `None` where that is not known, and for folds that are no sums.
    pub(super) summands: Vec<Option<Decimal>>,
}

/// A partial result for each fold.
pub(super) type State = Vec<Part>;

/// The partial result of a fold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// How many records counted, up to the cap.
    Count { so_far: i64, cap: i64 },
    /// Whether some record counted.
    Exists(bool),
    /// Whether every record counted.
    Every(bool),
    /// How many counted in a row, now and at most, up to the cap.
    Run { current: i64, longest: i64, cap: i64 },
    /// The sum, as a position.
    Sum(Decimal),
    /// A sum that may be anything.
    Anything,
}

impl Part {
    /// The result for the empty list.
    pub(super) fn start(kind: FoldKind, cap: i64) -> Self {
        match kind {
            FoldKind::Count => Self::Count { so_far: 0, cap },
            FoldKind::Exists => Self::Exists(false),
            FoldKind::Every => Self::Every(true),
            FoldKind::LongestRun => Self::Run { current: 0, longest: 0, cap },
            FoldKind::Sum => Self::Sum(Decimal::ZERO),
        }
    }

    fn after(&self, holds: bool, summand: Option<Decimal>) -> Self {
        match self {
            Self::Count { so_far, cap } => {
                Self::Count { so_far: if holds { so_far.saturating_add(1).min(*cap) } else { *so_far }, cap: *cap }
            }
            Self::Exists(so_far) => Self::Exists(*so_far || holds),
            Self::Every(so_far) => Self::Every(*so_far && holds),
            Self::Run { current, longest, cap } => {
                let current = if holds { current.saturating_add(1).min(*cap) } else { 0 };
                Self::Run { current, longest: current.max(*longest), cap: *cap }
            }
            Self::Sum(so_far) if holds => {
                summand.and_then(|summand| so_far.checked_add(summand)).map_or(Self::Anything, Self::Sum)
            }
            Self::Sum(_) | Self::Anything => self.clone(),
        }
    }

    /// Whether the partial result is a certain value.
    pub(super) fn comes_to(&self, wanted: &Value) -> bool {
        match (self, wanted) {
            (Self::Count { so_far: count, .. } | Self::Run { longest: count, .. }, Value::Int(wanted)) => {
                count == wanted
            }
            (Self::Exists(holds) | Self::Every(holds), Value::Bool(wanted)) => holds == wanted,
            (Self::Sum(sum), wanted) => super::forms::position(wanted) == Some(*sum),
            _ => false,
        }
    }

    /// Whether no further record leads to a certain value.
    pub(super) fn is_beyond(&self, wanted: &Value) -> bool {
        match (self, wanted) {
            (Self::Count { so_far: count, .. } | Self::Run { longest: count, .. }, Value::Int(wanted)) => {
                count > wanted
            }
            (Self::Exists(holds), Value::Bool(wanted)) => *holds && !*wanted,
            (Self::Every(holds), Value::Bool(wanted)) => !*holds && *wanted,
            _ => false,
        }
    }

    pub(super) fn is_anything(&self) -> bool {
        matches!(self, Self::Anything)
    }
}

impl Letter {
    /// The state after one more record.
    pub(super) fn applied_to(&self, state: &State) -> State {
        let folds = state.iter().zip(&self.holds).zip(&self.summands);
        folds.map(|((part, holds), summand)| part.after(*holds, *summand)).collect()
    }
}

/// What is to be known of a fold to say its results.
pub(super) struct Look<'p> {
    pub(super) kind: Type,
    /// The unit of a sum.
    pub(super) unit: Option<Unit>,
    /// The results that stand for all others, where it may be anything.
    pub(super) points: &'p [Value],
}

/// The results that a state means; several where a sum may be anything.
pub(super) fn outcomes(state: &State, looks: &[Look<'_>]) -> Vec<Vec<Value>> {
    let mut vectors: Vec<Vec<Value>> = vec![Vec::new()];
    for (part, look) in state.iter().zip(looks) {
        let results = match part {
            Part::Count { so_far, .. } => vec![Value::Int(*so_far)],
            Part::Exists(holds) | Part::Every(holds) => vec![Value::Bool(*holds)],
            Part::Run { longest, .. } => vec![Value::Int(*longest)],
            // A sum out of range: the case cannot be decided then.
            Part::Sum(sum) => value_at(*sum, look.kind, look.unit.as_ref()).into_iter().collect(),
            Part::Anything => look.points.to_vec(),
        };
        vectors = vectors
            .iter()
            .flat_map(|vector| results.iter().map(|result| [vector.as_slice(), std::slice::from_ref(result)].concat()))
            .collect();
    }
    vectors
}
