//! Sets of permitted values on a ladder, and the ways to combine and adjust them.
//!
//! The set operations are the meaning of the language's `combine` and `adjust`; everything that decides or analyses
//! uses these functions and no others.

use super::ids::MemberIndex;
use crate::syntax::ast::{Adjustment, Combination};
use std::collections::BTreeSet;

/// A non-empty set of permitted values; the authority chooses exactly one.
///
/// "No measure" may be one of them and counts as lighter than every value. Members are kept from light to heavy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PermittedSet {
    none: bool,
    members: BTreeSet<MemberIndex>,
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

impl PermittedSet {
    /// The set that permits only "no measure".
    #[must_use]
    pub fn only_none() -> Self {
        Self { none: true, members: BTreeSet::new() }
    }

    /// A set of members; `None` where there is none.
    #[must_use]
    pub fn of(members: impl IntoIterator<Item = MemberIndex>) -> Option<Self> {
        let members: BTreeSet<_> = members.into_iter().collect();
        (!members.is_empty()).then_some(Self { none: false, members })
    }

    /// The same set with "no measure" permitted too.
    #[must_use]
    pub fn or_none(mut self) -> Self {
        self.none = true;
        self
    }

    /// Whether "no measure" is permitted.
    #[must_use]
    pub fn permits_none(&self) -> bool {
        self.none
    }

    /// The permitted members, from light to heavy.
    pub fn members(&self) -> impl Iterator<Item = MemberIndex> + '_ {
        self.members.iter().copied()
    }

    /// Whether a member is permitted.
    #[must_use]
    pub fn contains(&self, member: MemberIndex) -> bool {
        self.members.contains(&member)
    }

    /// How many values are permitted, "no measure" included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len() + usize::from(self.none)
    }

    /// A permitted set always has a value; this is here for completeness of [`PermittedSet::len`].
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The lightest value: `None` is "no measure", which is lighter than every member.
    fn lightest(&self) -> Option<MemberIndex> {
        if self.none { None } else { self.members.first().copied() }
    }

    /// The values of both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self { none: self.none || other.none, members: self.members.union(&other.members).copied().collect() }
    }

    /// The values of both that are not lighter than the heavier of the two lightest values.
    #[must_use]
    pub fn heaviest(&self, other: &Self) -> Self {
        let floor = self.lightest().max(other.lightest());
        let mut both = self.union(other);
        if let Some(floor) = floor {
            both.none = false;
            both.members = both.members.split_off(&floor);
        }
        both
    }

    /// The common values; `None` where there is none.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let common = Self {
            none: self.none && other.none,
            members: self.members.intersection(&other.members).copied().collect(),
        };
        (!common.is_empty()).then_some(common)
    }

    /// Combines the sets of all rules that contribute.
    #[must_use]
    pub fn combine<'s>(combination: Combination, sets: impl IntoIterator<Item = &'s Self>) -> Combined {
        let mut sets = sets.into_iter();
        let Some(first) = sets.next() else { return Combined::Nothing };
        let mut combined = first.clone();
        for set in sets {
            let next = match combination {
                Combination::Heaviest => Some(combined.heaviest(set)),
                Combination::Union | Combination::Accumulate | Combination::Sum => Some(combined.union(set)),
                Combination::Intersect => combined.intersection(set),
                Combination::Unique => (combined == *set).then_some(combined),
            };
            match next {
                Some(next) => combined = next,
                None => return Combined::Conflict,
            }
        }
        Combined::Set(combined)
    }

    /// The set after one adjustment; `top` is the heaviest member of the scale.
    #[must_use]
    pub fn adjusted(&self, adjustment: Adjustment, top: MemberIndex) -> Self {
        let mut set = self.clone();
        match adjustment {
            Adjustment::Lighten => {
                if set.len() > 1 {
                    set.members.pop_last();
                }
            }
            Adjustment::Aggravate => {
                if set.len() > 1 {
                    if set.none {
                        set.none = false;
                    } else {
                        set.members.pop_first();
                    }
                }
            }
            Adjustment::Reduce => {
                let lower = set.lightest().and_then(|member| member.0.checked_sub(1)).map(MemberIndex);
                return lower.and_then(|member| Self::of([member])).unwrap_or_else(Self::only_none);
            }
            Adjustment::Exceed => {
                let higher = match set.members.last() {
                    Some(heaviest) if *heaviest < top => MemberIndex(heaviest.0 + 1),
                    Some(_) => top,
                    None => MemberIndex(0),
                };
                return Self { none: false, members: BTreeSet::from([higher]) };
            }
            Adjustment::Waive => return Self::only_none(),
        }
        set
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
