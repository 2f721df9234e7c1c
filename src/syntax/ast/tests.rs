//! `test` blocks.

use super::{Citation, Name, Permitted, Text, Value};
use crate::source::{Place, Span};

/// `test "…" { … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestDecl {
    /// What it shows.
    pub name: Text,
    /// Its lines.
    pub entries: Vec<TestEntry>,
    /// Where it stands.
    pub place: Place,
}

/// A line of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestEntry {
    /// `given a = 1, b = 2`.
    Given(Given),
    /// `expect …`.
    Expect(Expect),
    /// A piece that could not be read; a diagnostic says why.
    Unreadable(Place),
}

impl TestEntry {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Given(given) => given.place.0,
            Self::Expect(expect) => expect.place.0,
            Self::Unreadable(place) => place.0,
        }
    }
}

/// `given a = 1, b = 2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The facts.
    pub assignments: Vec<Assignment>,
    /// Where it stands.
    pub place: Place,
}

/// `a = 1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The fact.
    pub fact: Name,
    /// Its value.
    pub value: Value,
}

/// `expect …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The outcome it speaks of; any or all where `None`.
    pub outcome: Option<Name>,
    /// What is expected.
    pub kind: Expectation,
    /// Where it stands.
    pub place: Place,
}

/// What a test expects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// `sanction ∈ <a, b> or none`.
    Permits(Permitted, NoMeasure),
    /// `sanction exempt` and the like.
    Status(ExpectedStatus),
    /// `cites 3(1)`: at least these fired.
    Cites(Vec<Citation>),
    /// `asks f`: at least these are asked.
    Asks(Vec<Name>),
    /// `adjusted by 6`.
    AdjustedBy(Vec<Citation>),
    /// `exempted by 5`.
    ExemptedBy(Vec<Citation>),
    /// `decided by desk`.
    Power(PowerVerb, Vec<Name>),
}

/// Whether "no measure" is expected to be permitted too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMeasure {
    /// `or none`.
    Permitted,
    /// Not written.
    Excluded,
}

/// A status that a test can expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedStatus {
    /// `exempt`.
    Exempt,
    /// `not addressed`.
    NotAddressed,
    /// `undetermined`.
    Undetermined,
    /// `conflict`.
    Conflict,
    /// `out of scope`.
    OutOfScope,
    /// `weighed`: mitigation and aggravation meet.
    Weighed,
}

/// What a body does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerVerb {
    /// `decided by`.
    Decided,
    /// `approved by`.
    Approved,
    /// `enforced by`.
    Enforced,
}
