//! How far a batch has come, so that it can be gone on with.

use super::summary::Summary;
use serde::{Deserialize, Serialize};

/// The version of the shape of a [`Checkpoint`].
const FORMAT: u32 = 1;

/// How far a batch has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    format: u32,
    /// What the batch is about: policy, settings, cases. Another batch cannot be gone on with.
    pub about: String,
    /// How much of the cases has been judged, in bytes of their text.
    pub at: u64,
    /// How much of the results is theirs, in bytes.
    pub results: u64,
    /// How much of the rejected records is theirs, in bytes.
    pub rejects: u64,
    /// What came of them.
    pub summary: Summary,
}

impl Checkpoint {
    /// How far a batch has come.
    #[must_use]
    pub fn new(about: String, at: u64, (results, rejects): (u64, u64), summary: Summary) -> Self {
        Self { format: FORMAT, about, at, results, rejects, summary }
    }

    /// The checkpoint of a text; `None` where it is none of this version.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|found: &Self| found.format == FORMAT)
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
