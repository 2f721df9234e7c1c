//! What came of all cases together.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most names of values that are listed because they are no facts.
const MAX_CARRIED: usize = 100;

/// How many cases were read, and what came of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// The records that were read.
    pub read: u64,
    /// Those that were answered.
    pub answered: u64,
    /// Those that were rejected.
    pub rejected: u64,
    /// The answers of which an outcome reached a written limit before it was exact.
    pub limit_reached: u64,
    /// The outcomes by name, in the order of declaration.
    pub outcomes: Vec<OutcomeSummary>,
    /// What the cases name that are no facts, and how often; the first names only.
    pub carried: BTreeMap<String, u64>,
}

/// What came of one outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeSummary {
    /// Its name.
    pub name: String,
    /// The answers by status.
    pub statuses: BTreeMap<String, u64>,
    /// The answers that permit a value, or an interval of amounts; `none` is no measure.
    pub values: BTreeMap<String, u64>,
    /// The answers that a clause led to.
    pub clauses: BTreeMap<String, u64>,
}

impl Summary {
    /// Whether every record that was read was either answered or rejected.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.answered.checked_add(self.rejected) == Some(self.read)
    }

    /// Counts a name that is no fact.
    pub(super) fn carry(&mut self, name: &str) {
        if let Some(count) = self.carried.get_mut(name) {
            *count += 1;
        } else if self.carried.len() < MAX_CARRIED {
            self.carried.insert(name.to_owned(), 1);
        }
    }

    /// Adds what came of other cases.
    pub(super) fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.answered += other.answered;
        self.rejected += other.rejected;
        self.limit_reached += other.limit_reached;
        for (own, other) in self.outcomes.iter_mut().zip(&other.outcomes) {
            let pairs = [
                (&mut own.statuses, &other.statuses),
                (&mut own.values, &other.values),
                (&mut own.clauses, &other.clauses),
            ];
            for (own, other) in pairs {
                for (name, count) in other {
                    *own.entry(name.clone()).or_default() += count;
                }
            }
        }
        for (name, count) in &other.carried {
            if self.carried.contains_key(name) || self.carried.len() < MAX_CARRIED {
                *self.carried.entry(name.clone()).or_default() += count;
            }
        }
    }
}
