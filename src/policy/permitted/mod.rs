//! Sets of permitted values, and the ways to combine and adjust them.
//!
//! The set operations are the meaning of the language's `combine` and `adjust`; everything that decides or analyses
//! uses these functions and no others.
//!
//! Values are members of a scale ([`LadderSet`]) or amounts ([`AmountSet`]). The checker sees to it that the sets of
//! one outcome are of one kind and one unit. An operation on sets of two kinds, or of two units, has no result:
//! [`ArithmeticError::Mismatch`].

mod amounts;
mod arithmetic;
#[cfg(test)]
mod cases;
mod ladder;
#[cfg(test)]
mod laws;
mod measure;
mod piece;
mod satisfy;

pub use amounts::{AmountEnd, AmountInterval, AmountSet};
pub use ladder::LadderSet;
pub use measure::{Grain, Measure};
pub use piece::Edge;
pub use satisfy::{Satisfied, ValueTest};

use super::ids::MemberIndex;
use super::value::{ArithmeticError, Value};
use crate::syntax::ast::{Adjustment, Combination};
use amounts::Half;

/// A non-empty set of permitted values; the authority chooses exactly one.
///
/// "No measure" may be one of them and counts as lighter than every value. The set that permits only "no measure" is the
/// same for every outcome, whatever its values are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PermittedSet {
    none: bool,
    values: Values,
}

/// The values besides "no measure".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Values {
    Nothing,
    Ladder(LadderSet),
    Amounts(AmountSet),
}

/// The values that an outcome can have: what lies below and above a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueSpace {
    /// The members of a scale or an enum.
    Ladder {
        /// The heaviest member.
        top: MemberIndex,
    },
    /// The amounts of a measure; `None` where the case does not say in which unit.
    Amounts(Option<Measure>),
}

/// The lightest or the heaviest value of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetEnd {
    /// "No measure".
    NoMeasure,
    /// A member of a scale or an enum.
    Member(MemberIndex),
    /// An amount; where its edge is excluded, the set comes as near to it as one likes.
    Amount(AmountEnd),
    /// There is no heaviest amount.
    Open,
}

/// The direction of an adjustment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Mitigating: lighten, reduce, waive.
    Lighter,
    /// Aggravating: aggravate, exceed.
    Heavier,
}

/// The direction that an adjustment works in.
#[must_use]
pub fn direction(adjustment: Adjustment) -> Direction {
    match adjustment {
        Adjustment::Lighten | Adjustment::Reduce | Adjustment::Waive => Direction::Lighter,
        Adjustment::Aggravate | Adjustment::Exceed => Direction::Heavier,
    }
}

/// What the sets of all contributing rules come to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Combined {
    /// No rule contributes.
    Nothing,
    /// The permitted values.
    Set(PermittedSet),
    /// The sets exclude each other.
    Conflict,
}

impl From<LadderSet> for PermittedSet {
    fn from(ladder: LadderSet) -> Self {
        Self { none: false, values: Values::Ladder(ladder) }
    }
}

impl From<AmountSet> for PermittedSet {
    fn from(amounts: AmountSet) -> Self {
        Self { none: false, values: Values::Amounts(amounts) }
    }
}

impl PermittedSet {
    /// The set that permits only "no measure".
    #[must_use]
    pub fn only_none() -> Self {
        Self { none: true, values: Values::Nothing }
    }

    /// A set of members; `None` where there is none.
    #[must_use]
    pub fn of(members: impl IntoIterator<Item = MemberIndex>) -> Option<Self> {
        LadderSet::new(members).map(Self::from)
    }

    /// The same set with "no measure" permitted too.
    #[must_use]
    pub fn or_none(mut self) -> Self {
        self.none = true;
        self
    }

    /// The same set on another ladder, where each member is at another place. The order of members has to stay the same.
    pub(crate) fn moved(&self, place: impl Fn(MemberIndex) -> MemberIndex) -> Self {
        let values = match &self.values {
            Values::Ladder(ladder) => Values::from_ladder(LadderSet::new(ladder.iter().map(place))),
            Values::Nothing => Values::Nothing,
            Values::Amounts(amounts) => Values::Amounts(amounts.clone()),
        };
        Self { none: self.none, values }
    }

    /// Whether "no measure" is permitted.
    #[must_use]
    pub fn permits_none(&self) -> bool {
        self.none
    }

    /// The permitted members, from light to heavy; there are none where amounts are permitted.
    pub fn members(&self) -> impl DoubleEndedIterator<Item = MemberIndex> + '_ {
        let ladder = match &self.values {
            Values::Ladder(ladder) => Some(ladder),
            Values::Nothing | Values::Amounts(_) => None,
        };
        ladder.into_iter().flat_map(LadderSet::iter)
    }

    /// The permitted amounts; there are none where members are permitted.
    #[must_use]
    pub fn amounts(&self) -> Option<&AmountSet> {
        match &self.values {
            Values::Amounts(amounts) => Some(amounts),
            Values::Nothing | Values::Ladder(_) => None,
        }
    }

    /// Whether a member is permitted.
    #[must_use]
    pub fn contains(&self, member: MemberIndex) -> bool {
        self.members().any(|permitted| permitted == member)
    }

    /// Whether a member or an amount is permitted. A member of another scale is not told apart.
    #[must_use]
    pub fn contains_value(&self, value: &Value) -> bool {
        match (value, &self.values) {
            (Value::Member(_, member), Values::Ladder(ladder)) => ladder.contains(*member),
            (value, Values::Amounts(amounts)) => amounts.contains(value),
            (_, Values::Nothing | Values::Ladder(_)) => false,
        }
    }

    /// One of the permitted values, the lightest where there is one; `None` is "no measure".
    pub(crate) fn some_value(&self, values: Option<super::model::OutcomeValues>) -> Option<Value> {
        match (&self.values, values) {
            (Values::Ladder(ladder), Some(super::model::OutcomeValues::Members(of))) => {
                ladder.iter().next().map(|member| Value::Member(of, member))
            }
            (Values::Amounts(amounts), _) => amounts.some_value(),
            (Values::Ladder(_) | Values::Nothing, _) => None,
        }
    }

    /// Whether there is nothing to choose: one value is permitted, or only "no measure".
    #[must_use]
    pub fn is_single(&self) -> bool {
        match &self.values {
            Values::Nothing => true,
            Values::Ladder(ladder) => !self.none && ladder.is_single(),
            Values::Amounts(amounts) => !self.none && amounts.is_single(),
        }
    }

    /// The lightest value.
    #[must_use]
    pub fn lightest(&self) -> SetEnd {
        let lightest = match &self.values {
            _ if self.none => None,
            Values::Nothing => None,
            Values::Ladder(ladder) => ladder.iter().next().map(SetEnd::Member),
            Values::Amounts(amounts) => amounts.low().map(SetEnd::Amount),
        };
        lightest.unwrap_or(SetEnd::NoMeasure)
    }

    /// The heaviest value.
    #[must_use]
    pub fn heaviest_value(&self) -> SetEnd {
        match &self.values {
            Values::Nothing => SetEnd::NoMeasure,
            Values::Ladder(ladder) => ladder.iter().next_back().map_or(SetEnd::NoMeasure, SetEnd::Member),
            Values::Amounts(amounts) => amounts.high().map_or(SetEnd::Open, SetEnd::Amount),
        }
    }

    /// The values of both.
    ///
    /// # Errors
    /// [`ArithmeticError::Mismatch`] for sets of two kinds or units.
    pub fn union(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(Self { none: self.none || other.none, values: self.values.union(&other.values)? })
    }

    /// The values of both that are not lighter than the heavier of the two lightest values.
    ///
    /// # Errors
    /// As [`PermittedSet::union`].
    pub fn heaviest(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let mut both = self.union(other)?;
        for set in [self, other] {
            // "No measure" is no floor: everything is at least as heavy.
            if !set.none {
                both = Self { none: false, values: both.values.at_or_above(&set.values)? };
            }
        }
        Ok(both)
    }

    /// The common values; `None` where there is none.
    ///
    /// # Errors
    /// As [`PermittedSet::union`].
    pub fn intersection(&self, other: &Self) -> Result<Option<Self>, ArithmeticError> {
        Ok(Self::filled(self.none && other.none, self.values.intersection(&other.values)?))
    }

    /// Every sum of a value of one and a value of the other. "No measure" counts as zero: it adds nothing, and with
    /// itself it is still "no measure".
    ///
    /// # Errors
    /// As [`PermittedSet::union`]; [`ArithmeticError::Mismatch`] for members, which have no sum; overflow; more
    /// intervals than the written limit.
    pub fn sum(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let mut values = self.values.sum(&other.values)?;
        if self.none {
            values = values.union(&other.values)?;
        }
        if other.none {
            values = values.union(&self.values)?;
        }
        Ok(Self { none: self.none && other.none, values })
    }

    /// Combines the sets of all rules that contribute. Their order makes no difference.
    ///
    /// # Errors
    /// As [`PermittedSet::union`] and [`PermittedSet::sum`].
    pub fn combine<'s>(
        combination: Combination,
        sets: impl IntoIterator<Item = &'s Self>,
    ) -> Result<Combined, ArithmeticError> {
        let mut sets: Vec<&Self> = sets.into_iter().collect();
        // So that it depends on no order whether a sum on the way is too large.
        sets.sort_unstable();
        let Some((first, rest)) = sets.split_first() else { return Ok(Combined::Nothing) };
        let mut combined = (*first).clone();
        for set in rest {
            let next = match combination {
                Combination::Heaviest => Some(combined.heaviest(set)?),
                Combination::Union | Combination::Accumulate => Some(combined.union(set)?),
                Combination::Intersect => combined.intersection(set)?,
                Combination::Unique if combined == **set => Some(combined.union(set)?),
                Combination::Unique => None,
                Combination::Sum => Some(combined.sum(set)?),
            };
            match next {
                Some(next) => combined = next,
                None => return Ok(Combined::Conflict),
            }
        }
        Ok(Combined::Set(combined))
    }

    /// The set after one adjustment, among the values that its outcome can have.
    ///
    /// | | members | amounts |
    /// |---|---|---|
    /// | lighten | without the heaviest value, if there are several | the lower half |
    /// | aggravate | without the lightest value, if there are several | the upper half |
    /// | reduce | the value next below all, else "no measure" | everything from zero to below all, else "no measure" |
    /// | exceed | the value next above all; the top stays itself | everything above all |
    /// | waive | "no measure" | "no measure" |
    ///
    /// "No measure" is the lightest value of either kind: of amounts, the lower half keeps it and the upper half does
    /// not; of "no measure" and a single amount, "no measure" is the lower half. Above "no measure" is the lightest
    /// member, or every amount from zero.
    ///
    /// # Errors
    /// [`ArithmeticError::Overflow`] where the middle or the next whole number cannot be written.
    pub fn adjusted(&self, adjustment: Adjustment, space: &ValueSpace) -> Result<Self, ArithmeticError> {
        Ok(match adjustment {
            Adjustment::Lighten => self.lightened()?,
            Adjustment::Aggravate => self.aggravated()?,
            Adjustment::Reduce => self.reduced(),
            Adjustment::Exceed => self.exceeded(space)?,
            Adjustment::Waive => Self::only_none(),
        })
    }

    fn lightened(&self) -> Result<Self, ArithmeticError> {
        let lighter = match &self.values {
            Values::Nothing => Values::Nothing,
            Values::Ladder(ladder) => Values::from_ladder(ladder.without_heaviest()),
            Values::Amounts(amounts) if amounts.is_single() => Values::Nothing,
            Values::Amounts(amounts) => Values::Amounts(amounts.half(Half::Lower)?),
        };
        Ok(Self::filled(self.none, lighter).unwrap_or_else(|| self.clone()))
    }

    fn aggravated(&self) -> Result<Self, ArithmeticError> {
        let heavier = match &self.values {
            Values::Nothing => Values::Nothing,
            Values::Ladder(ladder) if self.none => Values::Ladder(ladder.clone()),
            Values::Ladder(ladder) => Values::from_ladder(ladder.without_lightest()),
            Values::Amounts(amounts) => Values::Amounts(amounts.half(Half::Upper)?),
        };
        Ok(Self::filled(false, heavier).unwrap_or_else(|| self.clone()))
    }

    fn reduced(&self) -> Self {
        let below = match &self.values {
            _ if self.none => None,
            Values::Nothing => None,
            Values::Ladder(ladder) => ladder.next_below().map(Self::from),
            Values::Amounts(amounts) => amounts.below().map(Self::from),
        };
        below.unwrap_or_else(Self::only_none)
    }

    fn exceeded(&self, space: &ValueSpace) -> Result<Self, ArithmeticError> {
        let above = match (&self.values, space) {
            (Values::Nothing, ValueSpace::Ladder { .. }) => Self::of([MemberIndex(0)]),
            (Values::Nothing, ValueSpace::Amounts(measure)) => {
                measure.clone().map(|measure| AmountSet::from_zero(measure).into())
            }
            (Values::Ladder(ladder), ValueSpace::Ladder { top }) => Some(ladder.next_above(*top).into()),
            (Values::Amounts(amounts), ValueSpace::Amounts(_)) => Some(amounts.above()?.into()),
            (Values::Ladder(_), ValueSpace::Amounts(_)) | (Values::Amounts(_), ValueSpace::Ladder { .. }) => {
                return Err(ArithmeticError::Mismatch);
            }
        };
        Ok(above.unwrap_or_else(|| self.clone()))
    }

    /// A set with a value; `None` where there is none.
    fn filled(none: bool, values: Values) -> Option<Self> {
        (none || values != Values::Nothing).then_some(Self { none, values })
    }
}

impl Values {
    fn from_ladder(ladder: Option<LadderSet>) -> Self {
        ladder.map_or(Self::Nothing, Self::Ladder)
    }

    fn from_amounts(amounts: Option<AmountSet>) -> Self {
        amounts.map_or(Self::Nothing, Self::Amounts)
    }

    fn union(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(match (self, other) {
            (Self::Nothing, values) | (values, Self::Nothing) => values.clone(),
            (Self::Ladder(a), Self::Ladder(b)) => Self::Ladder(a.union(b)),
            (Self::Amounts(a), Self::Amounts(b)) => Self::Amounts(a.union(b)?),
            (Self::Ladder(_), Self::Amounts(_)) | (Self::Amounts(_), Self::Ladder(_)) => {
                return Err(ArithmeticError::Mismatch);
            }
        })
    }

    fn intersection(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => Self::Nothing,
            (Self::Ladder(a), Self::Ladder(b)) => Self::from_ladder(a.intersection(b)),
            (Self::Amounts(a), Self::Amounts(b)) => Self::from_amounts(a.intersection(b)?),
            (Self::Ladder(_), Self::Amounts(_)) | (Self::Amounts(_), Self::Ladder(_)) => {
                return Err(ArithmeticError::Mismatch);
            }
        })
    }

    /// The values that are not lighter than the lightest of `floor`; all of them where that has none.
    fn at_or_above(&self, floor: &Self) -> Result<Self, ArithmeticError> {
        Ok(match (self, floor) {
            (Self::Nothing, _) | (_, Self::Nothing) => self.clone(),
            (Self::Ladder(values), Self::Ladder(floor)) => Self::from_ladder(values.at_or_above(floor)),
            (Self::Amounts(values), Self::Amounts(floor)) => Self::from_amounts(values.at_or_above(floor)?),
            (Self::Ladder(_), Self::Amounts(_)) | (Self::Amounts(_), Self::Ladder(_)) => {
                return Err(ArithmeticError::Mismatch);
            }
        })
    }

    fn sum(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(match (self, other) {
            (Self::Nothing, Self::Nothing | Self::Amounts(_)) | (Self::Amounts(_), Self::Nothing) => Self::Nothing,
            (Self::Amounts(a), Self::Amounts(b)) => Self::from_amounts(a.plus(b)?),
            (Self::Ladder(_), _) | (_, Self::Ladder(_)) => return Err(ArithmeticError::Mismatch),
        })
    }
}
