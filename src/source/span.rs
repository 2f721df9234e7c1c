use super::SourceId;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// A half-open range of bytes `start..end` in one source text.
///
/// Lines and columns are not stored: [`LineIndex`](super::LineIndex) computes them when something is printed.
/// Both ends lie on character boundaries of the text that the span was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Span {
    /// The text that the offsets count in.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span over `start..end` of `source`. Offsets beyond `u32::MAX` saturate; the size limit keeps texts far below.
    #[must_use]
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { source, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The smallest span that covers both. The two must be of one source; the first one's source is kept.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { source: self.source, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether another span lies in this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.source == other.source && self.start <= other.start && other.end <= self.end
    }

    /// The offsets as a `usize` range, for slicing with `str::get`.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Where a node of the tree stands in its text.
///
/// A place is not part of what the author said: two places always compare equal, so `==` on trees asks whether the
/// same thing was written, wherever it stands. The formatter relies on this when it re-reads its output.
#[derive(Clone, Copy, Debug)]
pub struct Place(pub Span);

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}
