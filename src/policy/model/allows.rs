//! Findings that the author answers for.

use crate::diagnostic::Code;
use crate::source::Span;

/// `allow CODE "why"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The findings of this code are silenced.
    pub code: Code,
    /// Why.
    pub reason: String,
    /// Those whose place lies in this clause; in the whole file where `None`.
    pub clause: Option<Span>,
    /// What has to be deleted so that nothing is left of it. `None` where a comment would be deleted too.
    pub whole: Option<Span>,
    /// Where it stands.
    pub span: Span,
}

impl Allow {
    /// Whether it silences findings at a place.
    #[must_use]
    pub fn covers(&self, place: Span) -> bool {
        match self.clause {
            Some(clause) => clause.contains(place),
            None => self.span.source == place.source,
        }
    }
}
