//! How heavy what is permitted is, at its lightest and at its heaviest.

use crate::decide::abstraction::position;
use crate::decide::{Status, Verdict};
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

/// Where the lightest and the heaviest permitted value go from one verdict to another.
///
/// What is exempt, not addressed or out of scope permits only "no measure", which is lighter than every value. What is in
/// conflict permits nothing that could be compared: nothing falls and nothing rises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    /// The lightest or the heaviest value becomes lighter.
    pub(crate) falls: bool,
    /// The lightest or the heaviest value becomes heavier.
    pub(crate) rises: bool,
}

impl Shift {
    /// From one verdict to another, both on one ladder. The members of an enum have no weight.
    pub(crate) fn between(old: &Verdict, new: &Verdict, is_ordered: bool) -> Self {
        if old.status == Status::Conflict || new.status == Status::Conflict {
            return Self { falls: false, rises: false };
        }
        let weighed = |(lightest, heaviest): (Weight, Weight)| {
            let of_enum = |weight| if matches!(weight, Weight::Member(_)) { Weight::Open } else { weight };
            if is_ordered { [lightest, heaviest] } else { [of_enum(lightest), of_enum(heaviest)] }
        };
        let (before, after) = (weighed(Weight::ends(old)), weighed(Weight::ends(new)));
        let pairs = || before.iter().zip(&after);
        Self { falls: pairs().any(|(old, new)| new < old), rises: pairs().any(|(old, new)| new > old) }
    }
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
