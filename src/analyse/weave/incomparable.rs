//! Why two texts cannot be compared.

use crate::source::Span;

/// One of two texts that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first one: the old text, or that of the first body.
    Old,
    /// The second one.
    New,
}

impl Side {
    /// Both, the first one first.
    pub const BOTH: [Self; 2] = [Self::Old, Self::New];

    /// What stands behind the names of its outcomes where both texts are one; no name can have it.
    pub(crate) fn mark(self) -> &'static str {
        match self {
            Self::Old => "@old",
            Self::New => "@new",
        }
    }

    /// Its place among both.
    pub(crate) fn index(self) -> usize {
        match self {
            Self::Old => 0,
            Self::New => 1,
        }
    }
}

/// Why two texts cannot be compared. Each place is one of the first text, then one of the second.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Incomparable {
    /// A fact, a field or an outcome has another type.
    #[error("`{name}` is {old} in the first text and {new} in the second")]
    TypeChanged {
        /// Its name, as the second text has it.
        name: String,
        /// Its type in the first text.
        old: String,
        /// Its type in the second text.
        new: String,
        /// Where it is declared.
        places: [Span; 2],
    },
    /// A fact, a field or an outcome is measured in another currency or kind of period.
    #[error("`{name}` is in {old} in the first text and in {new} in the second")]
    UnitChanged {
        /// Its name, as the second text has it.
        name: String,
        /// Its unit in the first text.
        old: String,
        /// Its unit in the second text.
        new: String,
        /// Where it is declared.
        places: [Span; 2],
    },
    /// The scales of a fact or an outcome have two members in opposite orders.
    #[error("the scales of `{name}` contradict each other on the order of {}", members.join(", "))]
    OrderContradicts {
        /// The name of the fact or the outcome, as the second text has it.
        name: String,
        /// Two members that two scales have in opposite orders. Where only several scales together contradict each other:
        /// three or more members, each before the next in some scale, and the last before the first.
        members: Vec<String>,
        /// Where the fact or the outcome is declared.
        places: [Span; 2],
    },
    /// The texts take the version of a case from different days.
    #[error("the texts take the version of a case from different days")]
    DatedOtherwise {
        /// The fact that dates cases in the first text; `None`: the day on which they are looked at.
        old: Option<String>,
        /// The same of the second text.
        new: Option<String>,
    },
    /// A renaming is about a name that a text does not have.
    #[error("nothing is called `{name}`")]
    UnknownName {
        /// The name.
        name: String,
        /// The text that should have it.
        side: Side,
    },
    /// A renaming gives a name that something else of the first text has already.
    #[error("`{name}` would stand for two things of the first text")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// Two record types of one text are one in the other, and their fields do not fit together.
    #[error("the records of `{name}` cannot be matched")]
    RecordsMixed {
        /// The list, as the second text has it.
        name: String,
        /// Where it is declared.
        places: [Span; 2],
    },
    /// The texts have no outcome in common.
    #[error("the texts have no outcome in common")]
    NothingInCommon,
}
