//! The log of a case: which steps were taken and which rights were granted, when, and by whom.

use crate::policy::{LoggedEvent, LoggedKind};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The log of one case. A step is taken once and a right is granted once; the order of the entries carries no meaning.
///
/// It is complete: a step that it does not show was not taken, a check that it does not show was not made. Only who
/// acted and how many took part may be left open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseLog {
    events: BTreeMap<LoggedKind, LoggedEvent>,
}

/// Why an entry cannot stand in a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the log has it already, on {first}")]
pub struct LoggedTwice {
    /// The day of the entry that the log has already.
    pub first: Date,
}

impl CaseLog {
    /// A log without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry.
    ///
    /// # Errors
    /// The log has an entry for the same step or right; it is kept.
    pub fn record(&mut self, event: LoggedEvent) -> Result<(), LoggedTwice> {
        match self.events.entry(event.event) {
            Entry::Occupied(known) => Err(LoggedTwice { first: known.get().on }),
            Entry::Vacant(place) => {
                place.insert(event);
                Ok(())
            }
        }
    }

    /// What it says of a step or a right.
    #[must_use]
    pub fn get(&self, kind: LoggedKind) -> Option<&LoggedEvent> {
        self.events.get(&kind)
    }

    /// Its entries: steps in the order of the policy's text, then rights.
    pub fn events(&self) -> impl Iterator<Item = &LoggedEvent> {
        self.events.values()
    }
}
