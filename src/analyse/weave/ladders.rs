//! The ladders of an outcome in two texts, on one that has the members of both.

use super::incomparable::Side;
use super::order::{gathered, merged};
use crate::policy::{Contribution, MemberIndex, PermittedSet};
use std::collections::BTreeMap;

/// The ladders of an outcome that both policies have, on one that has the members of both.
#[derive(Clone, Debug)]
pub(crate) struct Ladders {
    /// The names of all members, from light to heavy where the ladder is a scale.
    pub(crate) members: Vec<String>,
    /// Whether the members have an order.
    pub(crate) is_ordered: bool,
    /// Where the members of each policy's ladder are.
    pub(super) places: [Vec<usize>; 2],
    /// Whether both ladders are the same.
    pub(super) are_same: bool,
}

impl Ladders {
    /// One ladder of the members of two, each from light to heavy where it is a scale.
    ///
    /// # Errors
    /// Two members that the ladders have in opposite orders.
    pub(super) fn joined(names: &[Vec<String>; 2], ordered: [bool; 2]) -> Result<Self, Vec<String>> {
        let scales: Vec<Vec<String>> =
            names.iter().zip(ordered).filter(|(_, is_ordered)| *is_ordered).map(|(own, _)| own.clone()).collect();
        let mut all = vec![merged(&scales)?];
        all.extend(names.iter().cloned());
        let members = gathered(&all);
        let known: BTreeMap<&str, usize> =
            members.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
        let [old, new] = names;
        let places = |own: &[String]| own.iter().filter_map(|name| known.get(name.as_str()).copied()).collect();
        let places = [places(old), places(new)];
        // The order of an enum is no order, so that sets of an enum and of a scale are not compared by weight.
        Ok(Self { places, is_ordered: ordered == [true, true], are_same: old == new, members })
    }

    /// The ladder of an outcome that only one policy has.
    pub(super) fn single(members: Vec<String>, is_ordered: bool) -> Self {
        let places: Vec<usize> = (0..members.len()).collect();
        Self { members, is_ordered, places: [places.clone(), places], are_same: true }
    }

    /// For amounts, which need no ladder.
    pub(super) fn of_amounts() -> Self {
        Self { members: Vec::new(), is_ordered: true, places: [Vec::new(), Vec::new()], are_same: true }
    }

    /// A set of one policy on the common ladder.
    pub(crate) fn common(&self, side: Side, set: &PermittedSet) -> PermittedSet {
        let places = self.places.get(side.index());
        set.moved(|member| {
            let place = places.and_then(|places| places.get(member.index()));
            place.map_or(member, |place| MemberIndex::new(*place))
        })
    }

    /// Whether two contributions permit the same in every case.
    pub(super) fn is_same_contribution(&self, old: &Contribution, new: &Contribution) -> bool {
        match (old, new) {
            (Contribution::Fixed(old), Contribution::Fixed(new)) => {
                self.common(Side::Old, old) == self.common(Side::New, new)
            }
            (
                Contribution::Computed { mode, from, to },
                Contribution::Computed { mode: other, from: low, to: high },
            ) => mode == other && from.means(low) && to.means(high),
            (Contribution::Fixed(_), Contribution::Computed { .. })
            | (Contribution::Computed { .. }, Contribution::Fixed(_)) => false,
        }
    }
}
