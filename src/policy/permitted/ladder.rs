//! Members of a scale or an enum.

use super::super::ids::MemberIndex;
use std::collections::BTreeSet;

/// A non-empty set of members, kept from light to heavy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LadderSet(BTreeSet<MemberIndex>);

impl LadderSet {
    /// A set of members; `None` where there is none.
    #[must_use]
    pub fn new(members: impl IntoIterator<Item = MemberIndex>) -> Option<Self> {
        let members: BTreeSet<_> = members.into_iter().collect();
        (!members.is_empty()).then_some(Self(members))
    }

    /// The members, from light to heavy.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = MemberIndex> + '_ {
        self.0.iter().copied()
    }

    /// Whether a member is in the set.
    #[must_use]
    pub fn contains(&self, member: MemberIndex) -> bool {
        self.0.contains(&member)
    }

    pub(super) fn is_single(&self) -> bool {
        self.0.len() == 1
    }

    pub(super) fn union(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0).copied().collect())
    }

    pub(super) fn intersection(&self, other: &Self) -> Option<Self> {
        Self::new(self.0.intersection(&other.0).copied())
    }

    /// The members that are not lighter than the lightest of `other`.
    pub(super) fn at_or_above(&self, other: &Self) -> Option<Self> {
        let floor = other.0.first();
        Self::new(self.iter().filter(|member| Some(member) >= floor))
    }

    /// Without the heaviest member.
    pub(super) fn without_heaviest(&self) -> Option<Self> {
        let mut members = self.0.clone();
        members.pop_last();
        Self::new(members)
    }

    /// Without the lightest member.
    pub(super) fn without_lightest(&self) -> Option<Self> {
        let mut members = self.0.clone();
        members.pop_first();
        Self::new(members)
    }

    /// The member next below all; `None` where there is none.
    pub(super) fn next_below(&self) -> Option<Self> {
        let lightest = self.0.first()?;
        Self::new(lightest.0.checked_sub(1).map(MemberIndex))
    }

    /// The member next above all; the top stays itself.
    pub(super) fn next_above(&self, top: MemberIndex) -> Self {
        let above = self.0.last().map(|heaviest| MemberIndex(heaviest.0.saturating_add(1)).min(top));
        Self(above.into_iter().collect())
    }
}
