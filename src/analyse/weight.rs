//! How heavy what is permitted is, at its lightest and at its heaviest.

use crate::decide::Verdict;
use crate::decide::abstraction::position;
use crate::policy::{AmountEnd, Edge, MemberIndex, PermittedSet, SetEnd};
use rust_decimal::Decimal;

/// An end of a permitted set, in the order of weight.
///
/// "No measure" is lighter than every value; so is what is exempt or not addressed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Nothing,
    Member(MemberIndex),
    /// An amount, and on which side of it the set ends where the amount itself is not permitted.
    Amount(Decimal, i8),
    /// There is no heaviest amount.
    Open,
}

impl Weight {
    /// Of the lightest permitted value.
    pub(super) fn lightest(set: &PermittedSet) -> Self {
        Self::of(&set.lightest(), 1)
    }

    /// Of the heaviest permitted value.
    pub(super) fn heaviest(set: &PermittedSet) -> Self {
        Self::of(&set.heaviest_value(), -1)
    }

    /// The weights of what a verdict permits, at its lightest and at its heaviest.
    pub(super) fn ends(verdict: &Verdict) -> (Self, Self) {
        let set = verdict.permitted.as_ref();
        set.map_or((Self::Nothing, Self::Nothing), |set| (Self::lightest(set), Self::heaviest(set)))
    }

    fn of(end: &SetEnd, beside: i8) -> Self {
        match end {
            SetEnd::NoMeasure => Self::Nothing,
            SetEnd::Member(member) => Self::Member(*member),
            SetEnd::Amount(AmountEnd { value, edge }) => {
                let side = if *edge == Edge::Included { 0 } else { beside };
                Self::Amount(position(value).unwrap_or_default(), side)
            }
            SetEnd::Open => Self::Open,
        }
    }
}
