//! Many cases at once: a column for each fact, 256 cases side by side.

mod cases;
mod codes;
mod decider;
mod rulings;
mod standing;

pub use cases::{CaseTable, ColumnProblem};
pub use decider::TableDecider;
pub use rulings::{RuledColumn, RulingTable};
