//! Where the rules of two bodies contradict each other.

use crate::decide::{Status, Verdict};
use serde::Serialize;

/// How two rulings on one case contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Clash {
    /// Both permit something, and nothing that the other permits too: whoever follows one breaks the other.
    NothingInCommon,
    /// One exempts from what the other sanctions.
    ExemptAndSanctioned,
    /// They have values in common, and one permits what the other excludes.
    Excluded,
}

impl Clash {
    /// How it is called in JSON and in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NothingInCommon => "nothing_in_common",
            Self::ExemptAndSanctioned => "exempt_and_sanctioned",
            Self::Excluded => "excluded",
        }
    }

    /// How two results that are not the same clash; `None` where one of the texts says nothing, or cannot be followed at
    /// all. Both are on one ladder.
    pub(super) fn of(old: &Verdict, new: &Verdict) -> Option<Self> {
        match (old.status, new.status) {
            (Status::Decided, Status::Decided) => {
                let common = match (&old.permitted, &new.permitted) {
                    (Some(own), Some(other)) => own.intersection(other).ok().flatten(),
                    _ => None,
                };
                Some(if common.is_some() { Self::Excluded } else { Self::NothingInCommon })
            }
            (Status::Exempt, Status::Decided) => Self::against_exemption(new),
            (Status::Decided, Status::Exempt) => Self::against_exemption(old),
            (
                Status::Exempt | Status::NotAddressed | Status::Conflict | Status::Undetermined | Status::OutOfScope,
                _,
            )
            | (Status::Decided, Status::NotAddressed | Status::Conflict | Status::Undetermined | Status::OutOfScope) => {
                None
            }
        }
    }

    /// An exemption agrees with whoever may take no measure.
    fn against_exemption(other: &Verdict) -> Option<Self> {
        let permits_none = other.permitted.as_ref().is_some_and(crate::policy::PermittedSet::permits_none);
        (!permits_none).then_some(Self::ExemptAndSanctioned)
    }
}
