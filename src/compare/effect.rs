//! What a change means for whom it concerns.

use crate::analyse::Shift;
use crate::decide::{Status, Verdict};
use serde::Serialize;

/// What becomes of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Of the lightest and the heaviest permitted value one falls, and neither rises.
    Lighter,
    /// Of the lightest and the heaviest permitted value one rises, and neither falls.
    Heavier,
    /// Neither lighter nor heavier: all values stay permitted, and others are added.
    Widened,
    /// Neither lighter nor heavier: no value is added, and some are no longer permitted.
    Narrowed,
    /// Both values that were not permitted are added, and others are no longer permitted.
    Mixed,
    /// No rule spoke of it, and now one does.
    NewlyAddressed,
    /// Some rule spoke of it, and now none does.
    NoLongerAddressed,
    /// It was decided, and is now exempt.
    NewlyExempt,
    /// It was exempt, and is now decided.
    NoLongerExempt,
    /// Its rules now exclude each other.
    NewConflict,
    /// Its rules no longer exclude each other.
    ConflictSettled,
    /// The policy now applies.
    EntersScope,
    /// The policy no longer applies.
    LeavesScope,
}

impl Effect {
    /// Every effect, in the order in which they are shown.
    pub const ALL: [Self; 13] = [
        Self::Lighter,
        Self::Heavier,
        Self::Widened,
        Self::Narrowed,
        Self::Mixed,
        Self::NewlyAddressed,
        Self::NoLongerAddressed,
        Self::NewlyExempt,
        Self::NoLongerExempt,
        Self::NewConflict,
        Self::ConflictSettled,
        Self::EntersScope,
        Self::LeavesScope,
    ];

    /// How it is called in JSON and in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lighter => "lighter",
            Self::Heavier => "heavier",
            Self::Widened => "widened",
            Self::Narrowed => "narrowed",
            Self::Mixed => "mixed",
            Self::NewlyAddressed => "newly_addressed",
            Self::NoLongerAddressed => "no_longer_addressed",
            Self::NewlyExempt => "newly_exempt",
            Self::NoLongerExempt => "no_longer_exempt",
            Self::NewConflict => "new_conflict",
            Self::ConflictSettled => "conflict_settled",
            Self::EntersScope => "enters_scope",
            Self::LeavesScope => "leaves_scope",
        }
    }

    /// What becomes of one result that another takes the place of. Both are on one ladder.
    pub(super) fn of(old: &Verdict, new: &Verdict, shift: Shift) -> Self {
        match (old.status, new.status) {
            (Status::OutOfScope, _) => Self::EntersScope,
            (_, Status::OutOfScope) => Self::LeavesScope,
            (Status::NotAddressed, _) => Self::NewlyAddressed,
            (_, Status::NotAddressed) => Self::NoLongerAddressed,
            (_, Status::Conflict) => Self::NewConflict,
            (Status::Conflict, _) => Self::ConflictSettled,
            (Status::Exempt, _) => Self::NoLongerExempt,
            (_, Status::Exempt) => Self::NewlyExempt,
            (Status::Decided | Status::Undetermined, Status::Decided | Status::Undetermined) => {
                match (shift.falls, shift.rises) {
                    (true, false) => Self::Lighter,
                    (false, true) => Self::Heavier,
                    (false, false) | (true, true) => match (contains(new, old), contains(old, new)) {
                        (true, _) => Self::Widened,
                        (false, true) => Self::Narrowed,
                        (false, false) => Self::Mixed,
                    },
                }
            }
        }
    }
}

/// Whether everything that one verdict permits is permitted by another.
fn contains(whole: &Verdict, part: &Verdict) -> bool {
    match (&whole.permitted, &part.permitted) {
        (Some(whole), Some(part)) => whole.intersection(part).ok().flatten().as_ref() == Some(part),
        (_, None) => true,
        (None, Some(_)) => false,
    }
}
