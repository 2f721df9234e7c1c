//! Sets of amounts: money, periods, numbers.

use super::super::value::{ArithmeticError, Value};
use super::arithmetic;
use super::measure::{Grain, Measure, position};
use super::piece::{Bound, Edge, Piece, canonical, common};
use crate::source::limits::MAX_AMOUNT_PAIRS;
use rust_decimal::Decimal;

/// A non-empty set of amounts of one measure: intervals whose ends are exact.
///
/// The intervals stand from low to high; none is empty and none touches the next; the ends of whole numbers are
/// included. So a set is written in one way only, and two sets are equal if and only if they have the same amounts. How
/// many digits an end shows after its point makes no difference: `10 CNY` is `10.00 CNY`.
///
/// The highest interval may have no upper end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AmountSet {
    measure: Measure,
    pieces: Vec<Piece>,
}

/// An interval of an [`AmountSet`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountInterval {
    /// The lower end.
    pub from: AmountEnd,
    /// The upper end; the interval has none where this is `None`.
    pub to: Option<AmountEnd>,
}

/// An end of an [`AmountInterval`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmountEnd {
    /// The amount.
    pub value: Value,
    /// Whether it belongs to the interval.
    pub edge: Edge,
}

/// The two halves of a set.
#[derive(Clone, Copy)]
pub(super) enum Half {
    Lower,
    Upper,
}

impl AmountSet {
    /// The amounts in some intervals; `None` where there are none.
    ///
    /// # Errors
    /// [`ArithmeticError::Mismatch`] for ends of different measures, or that are no amounts.
    pub fn new(intervals: impl IntoIterator<Item = AmountInterval>) -> Result<Option<Self>, ArithmeticError> {
        let mut found: Option<Measure> = None;
        let mut bound = |end: AmountEnd| -> Result<Bound, ArithmeticError> {
            let (measure, at) = position(&end.value).ok_or(ArithmeticError::Mismatch)?;
            if found.get_or_insert_with(|| measure.clone()) != &measure {
                return Err(ArithmeticError::Mismatch);
            }
            Ok(Bound { at, edge: end.edge })
        };
        let mut pieces = Vec::new();
        for interval in intervals {
            pieces.push(Piece { from: bound(interval.from)?, to: interval.to.map(&mut bound).transpose()? });
        }
        found.map_or(Ok(None), |measure| Self::checked(measure, pieces))
    }

    /// Exactly these amounts; `None` where there are none.
    ///
    /// # Errors
    /// As [`AmountSet::new`].
    pub fn of<'v>(values: impl IntoIterator<Item = &'v Value>) -> Result<Option<Self>, ArithmeticError> {
        Self::new(values.into_iter().map(|value| {
            let end = AmountEnd { value: value.clone(), edge: Edge::Included };
            AmountInterval { from: end.clone(), to: Some(end) }
        }))
    }

    /// `from .. to`, both included; `None` where the first is above the second.
    ///
    /// # Errors
    /// As [`AmountSet::new`].
    pub fn between(from: &Value, to: &Value) -> Result<Option<Self>, ArithmeticError> {
        let end = |value: &Value| AmountEnd { value: value.clone(), edge: Edge::Included };
        Self::new([AmountInterval { from: end(from), to: Some(end(to)) }])
    }

    /// Every amount from zero.
    pub(super) fn from_zero(measure: Measure) -> Self {
        let from = Bound::included(Decimal::ZERO);
        Self { measure, pieces: vec![Piece { from, to: None }] }
    }

    /// What its amounts are.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.measure
    }

    /// Its intervals, from low to high.
    #[must_use]
    pub fn intervals(&self) -> impl DoubleEndedIterator<Item = AmountInterval> + '_ {
        self.pieces
            .iter()
            .map(|piece| AmountInterval { from: self.end(piece.from), to: piece.to.map(|to| self.end(to)) })
    }

    /// Whether an amount is in the set; one of another measure is not.
    #[must_use]
    pub fn contains(&self, value: &Value) -> bool {
        position(value).is_some_and(|(measure, at)| measure == self.measure && self.has(at))
    }

    pub(super) fn has(&self, at: Decimal) -> bool {
        self.pieces.iter().any(|piece| piece.contains(at))
    }

    /// One of the amounts, near the lowest.
    pub(super) fn some_value(&self) -> Option<Value> {
        let piece = self.pieces.first()?;
        let middle = || piece.from.at.checked_add(piece.to?.at)?.checked_div(Decimal::TWO);
        let candidates =
            [Some(piece.from.at), piece.from.at.checked_add(Decimal::ONE), middle(), piece.to.map(|to| to.at)];
        let at = candidates.into_iter().flatten().find(|at| piece.contains(*at) && self.measure.has(*at))?;
        Some(self.measure.value(at))
    }

    /// The lower end of the lowest interval.
    pub(super) fn low(&self) -> Option<AmountEnd> {
        self.pieces.first().map(|piece| self.end(piece.from))
    }

    /// The upper end of the highest interval.
    pub(super) fn high(&self) -> Option<AmountEnd> {
        self.pieces.last().and_then(|piece| piece.to).map(|to| self.end(to))
    }

    /// Whether there is one amount only.
    pub(super) fn is_single(&self) -> bool {
        matches!(self.pieces.as_slice(), [only] if only.is_point())
    }

    pub(super) fn union(&self, other: &Self) -> Result<Self, ArithmeticError> {
        self.comparable(other)?;
        let pieces = canonical(self.pieces.iter().chain(&other.pieces).copied(), self.measure.grain());
        Ok(Self { measure: self.measure.clone(), pieces })
    }

    pub(super) fn intersection(&self, other: &Self) -> Result<Option<Self>, ArithmeticError> {
        self.comparable(other)?;
        Ok(self.with(common(&self.pieces, &other.pieces)))
    }

    /// The amounts that are not below the lower end of `other`; of an excluded end, those above it.
    pub(super) fn at_or_above(&self, other: &Self) -> Result<Option<Self>, ArithmeticError> {
        self.comparable(other)?;
        let above: Vec<Piece> =
            other.pieces.first().map(|lowest| Piece { from: lowest.from, to: None }).into_iter().collect();
        Ok(self.with(common(&self.pieces, &above)))
    }

    /// Every sum of an amount of one set and an amount of the other.
    pub(super) fn plus(&self, other: &Self) -> Result<Option<Self>, ArithmeticError> {
        self.comparable(other)?;
        if self.pieces.len().saturating_mul(other.pieces.len()) > MAX_AMOUNT_PAIRS {
            return Err(ArithmeticError::TooManyAmounts);
        }
        let sum = |a: Bound, b: Bound| -> Result<Bound, ArithmeticError> {
            Ok(Bound { at: arithmetic::sum(a.at, b.at)?, edge: a.edge.max(b.edge) })
        };
        let mut pieces = Vec::new();
        for a in &self.pieces {
            for b in &other.pieces {
                let to = a.to.zip(b.to).map(|(a, b)| sum(a, b)).transpose()?;
                pieces.push(Piece { from: sum(a.from, b.from)?, to });
            }
        }
        Self::checked(self.measure.clone(), pieces)
    }

    /// The amounts on one side of the middle between the lowest and the highest; the middle belongs to both halves.
    ///
    /// Of several intervals, the middle is that of the whole span, gaps included. Of an odd number of whole numbers, the
    /// middle one belongs to both halves; of an even number, each half has its own. A set without an upper end has no
    /// middle and stays as it is.
    pub(super) fn half(&self, half: Half) -> Result<Self, ArithmeticError> {
        let (Some(low), Some(high)) =
            (self.pieces.first().map(|piece| piece.from), self.pieces.last().and_then(|piece| piece.to))
        else {
            return Ok(self.clone());
        };
        let middle = arithmetic::middle(low.at, high.at)?;
        let middle = match (self.measure.grain(), half) {
            (Grain::Dense, _) => middle,
            (Grain::Whole, Half::Lower) => middle.floor(),
            (Grain::Whole, Half::Upper) => middle.ceil(),
        };
        let side = match half {
            Half::Lower => Piece { from: low, to: Some(Bound::included(middle)) },
            Half::Upper => Piece { from: Bound::included(middle), to: Some(high) },
        };
        Ok(self.with(common(&self.pieces, &[side])).unwrap_or_else(|| self.clone()))
    }

    /// Everything from zero that is below every amount of the set; `None` where there is nothing.
    pub(super) fn below(&self) -> Option<Self> {
        let lowest = self.pieces.first()?.from;
        let zero = Bound::included(arithmetic::showing(Decimal::ZERO, lowest.at.scale()));
        let below = Piece { from: zero, to: Some(lowest.opposite()) };
        self.with(canonical([below], self.measure.grain()))
    }

    /// Everything above every amount of the set. Above a set without an upper end is nothing; it stays itself.
    pub(super) fn above(&self) -> Result<Self, ArithmeticError> {
        let Some(highest) = self.pieces.last().and_then(|piece| piece.to) else { return Ok(self.clone()) };
        let above = Piece { from: highest.opposite(), to: None };
        Self::checked(self.measure.clone(), vec![above])?.ok_or(ArithmeticError::Overflow)
    }

    fn end(&self, bound: Bound) -> AmountEnd {
        AmountEnd { value: self.measure.value(bound.at), edge: bound.edge }
    }

    fn comparable(&self, other: &Self) -> Result<(), ArithmeticError> {
        if self.measure == other.measure { Ok(()) } else { Err(ArithmeticError::Mismatch) }
    }

    /// A canonical list as a set of the same measure; `None` where it is empty.
    fn with(&self, pieces: Vec<Piece>) -> Option<Self> {
        (!pieces.is_empty()).then(|| Self { measure: self.measure.clone(), pieces })
    }

    /// A set whose ends are amounts that the measure has.
    fn checked(measure: Measure, pieces: Vec<Piece>) -> Result<Option<Self>, ArithmeticError> {
        let pieces = canonical(pieces, measure.grain());
        let mut ends = pieces.iter().flat_map(|piece| [Some(piece.from), piece.to]).flatten();
        if !ends.all(|end| measure.has(end.at)) {
            return Err(ArithmeticError::Overflow);
        }
        Ok((!pieces.is_empty()).then_some(Self { measure, pieces }))
    }
}
