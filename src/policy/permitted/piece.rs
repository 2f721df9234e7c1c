//! Intervals of positions and their canonical lists.

use super::measure::Grain;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Whether the end of an interval belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// It does.
    Included,
    /// It does not.
    Excluded,
}

/// An end of an interval. Two ends are equal whatever digits after the point they show.
///
/// The derived order is that of starts: `[1` comes before `(1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Bound {
    pub(super) at: Decimal,
    pub(super) edge: Edge,
}

impl Bound {
    pub(super) fn included(at: Decimal) -> Self {
        Self { at, edge: Edge::Included }
    }

    pub(super) fn excluded(at: Decimal) -> Self {
        Self { at, edge: Edge::Excluded }
    }

    /// The other side of the same cut: what ends at `1]` is followed by what starts at `(1`.
    pub(super) fn opposite(self) -> Self {
        match self.edge {
            Edge::Included => Self::excluded(self.at),
            Edge::Excluded => Self::included(self.at),
        }
    }

    /// The order of ends: `1)` comes before `1]`.
    fn order_as_end(&self, other: &Self) -> Ordering {
        self.at.cmp(&other.at).then(other.edge.cmp(&self.edge))
    }

    /// Of two bounds that are equal, the one that shows more digits, so that what is shown depends on no order.
    fn finer(self, other: Self) -> Self {
        if other.at.scale() > self.at.scale() { other } else { self }
    }

    fn later_start(self, other: Self) -> Self {
        match self.cmp(&other) {
            Ordering::Less => other,
            Ordering::Equal => self.finer(other),
            Ordering::Greater => self,
        }
    }
}

/// The end that comes first; `None` is an open end.
fn earlier_end(a: Option<Bound>, b: Option<Bound>) -> Option<Bound> {
    let (Some(left), Some(right)) = (a, b) else { return a.or(b) };
    Some(match left.order_as_end(&right) {
        Ordering::Less => left,
        Ordering::Equal => left.finer(right),
        Ordering::Greater => right,
    })
}

/// The end that comes last; `None` is an open end.
fn later_end(a: Option<Bound>, b: Option<Bound>) -> Option<Bound> {
    let (left, right) = (a?, b?);
    Some(match left.order_as_end(&right) {
        Ordering::Less => right,
        Ordering::Equal => left.finer(right),
        Ordering::Greater => left,
    })
}

/// The positions between two ends; without `to` it goes on for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Piece {
    pub(super) from: Bound,
    pub(super) to: Option<Bound>,
}

impl Piece {
    pub(super) fn contains(&self, at: Decimal) -> bool {
        let point = Bound::included(at);
        self.from <= point && self.to.is_none_or(|to| point.order_as_end(&to).is_le())
    }

    pub(super) fn is_point(&self) -> bool {
        self.to == Some(self.from)
    }

    fn is_empty(&self) -> bool {
        self.to.is_some_and(|to| match self.from.at.cmp(&to.at) {
            Ordering::Less => false,
            Ordering::Equal => self.from.edge == Edge::Excluded || to.edge == Edge::Excluded,
            Ordering::Greater => true,
        })
    }

    fn common(&self, other: &Self) -> Self {
        Self { from: self.from.later_start(other.from), to: earlier_end(self.to, other.to) }
    }

    /// Whether nothing lies between this piece and one that does not start earlier.
    fn reaches(&self, next: &Self, grain: Grain) -> bool {
        let Some(to) = self.to else { return true };
        match (grain, to.at.cmp(&next.from.at)) {
            (_, Ordering::Greater) => true,
            (_, Ordering::Equal) => to.edge == Edge::Included || next.from.edge == Edge::Included,
            // The ends of whole numbers are included, see `with_ends_included`.
            (Grain::Whole, Ordering::Less) => {
                to.at.checked_add(Decimal::ONE).is_some_and(|after| after >= next.from.at)
            }
            (Grain::Dense, Ordering::Less) => false,
        }
    }

    /// The same whole numbers; positions are far from the ends of `Decimal`.
    fn with_ends_included(self) -> Self {
        let inside = |bound: Bound, step: Decimal| match bound.edge {
            Edge::Included => bound,
            Edge::Excluded => bound.at.checked_add(step).map_or(bound, Bound::included),
        };
        Self { from: inside(self.from, Decimal::ONE), to: self.to.map(|to| inside(to, Decimal::NEGATIVE_ONE)) }
    }
}

/// The one way to write a set of positions: pieces from low to high, none empty, none touching the next, and the ends
/// of whole numbers included.
pub(super) fn canonical(pieces: impl IntoIterator<Item = Piece>, grain: Grain) -> Vec<Piece> {
    let normal = |piece: Piece| match grain {
        Grain::Whole => piece.with_ends_included(),
        Grain::Dense => piece,
    };
    let mut pieces: Vec<Piece> = pieces.into_iter().map(normal).filter(|piece| !piece.is_empty()).collect();
    pieces.sort_unstable();
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match merged.last_mut() {
            Some(last) if last.reaches(&piece, grain) => {
                if last.from == piece.from {
                    last.from = last.from.finer(piece.from);
                }
                last.to = later_end(last.to, piece.to);
            }
            Some(_) | None => merged.push(piece),
        }
    }
    merged
}

/// The positions that two canonical lists have in common, as a canonical list.
pub(super) fn common(left: &[Piece], right: &[Piece]) -> Vec<Piece> {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut found = Vec::new();
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let both = a.common(b);
        if !both.is_empty() {
            found.push(both);
        }
        // The piece that ends first has nothing in common with what follows in the other list.
        if later_end(a.to, b.to) == b.to {
            left.next();
        } else {
            right.next();
        }
    }
    found
}
