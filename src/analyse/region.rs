//! Sets of cases.

use super::formula::{Formula, Kind, Setting};
use super::lower::Model;
use super::multi::{Multi, Variable};
use super::space::Bound;
use super::witness::Point;
use num_bigint::BigUint;
use std::fmt;
use std::sync::Arc;

/// Why a question is not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Undecided {
    /// A written limit was reached.
    #[error("a written limit was reached")]
    TooLarge,
    /// The answer rests on a condition that could not be cut into cases, and no concrete case was found.
    #[error("the answer rests on a condition that could not be cut into cases")]
    Approximate,
    /// The interpreter decides the case otherwise: a fault of this program.
    #[error("the interpreter decides the case otherwise")]
    Mismatch,
}

/// A set of cases of one [`Analysis`](super::Analysis), as far as conditions can tell cases apart.
///
/// Combining regions costs next to nothing. A region is worked out when something is asked of it; what is asked is
/// always of the cases that can occur: those that the assumptions allow, with the readings that were asked for.
#[derive(Clone)]
pub struct Region {
    pub(super) model: Arc<Model>,
    pub(super) formula: Formula,
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Region").field(&self.formula).finish()
    }
}

/// How many cases a region has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    cases: BigUint,
    of: BigUint,
}

impl Count {
    /// The number of cases, in decimal digits. Cases that no condition tells apart count as one.
    #[must_use]
    pub fn cases(&self) -> String {
        self.cases.to_string()
    }

    /// The number of all cases that can occur, in decimal digits.
    #[must_use]
    pub fn of(&self) -> String {
        self.of.to_string()
    }

    /// The same cases out of others.
    pub(crate) fn out_of(self, all: &Self) -> Self {
        Self { cases: self.cases, of: all.cases.clone() }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.cases == BigUint::default()
    }

    /// The share of all cases that can occur, in millionths, rounded down; 0 where there are none.
    #[must_use]
    pub fn millionths(&self) -> u32 {
        if self.of == BigUint::default() {
            return 0;
        }
        u32::try_from(&self.cases * 1_000_000_u32 / &self.of).unwrap_or(1_000_000)
    }
}

impl Region {
    pub(super) fn new(model: &Arc<Model>, formula: Formula) -> Self {
        Self { model: Arc::clone(model), formula }
    }

    fn with(&self, formula: Formula) -> Self {
        Self::new(&self.model, formula)
    }

    /// The cases of both.
    ///
    /// Regions of two analyses have nothing in common; whoever combines them gets no useful answer.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        self.with(self.formula.and(&other.formula))
    }

    /// The cases of either.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        self.with(self.formula.or(&other.formula))
    }

    /// The cases of this one that are not in the other.
    #[must_use]
    pub fn and_not(&self, other: &Self) -> Self {
        self.with(self.formula.and_not(&other.formula))
    }

    /// The other cases.
    #[must_use]
    pub fn not(&self) -> Self {
        self.with(self.formula.not())
    }

    /// Whether it has no case that can occur.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn is_empty(&self) -> Result<bool, Undecided> {
        self.model.is_empty(&self.formula)
    }

    /// Whether all its cases are in the other.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn is_within(&self, other: &Self) -> Result<bool, Undecided> {
        self.and_not(other).is_empty()
    }

    /// Whether both have the same cases.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn is_same(&self, other: &Self) -> Result<bool, Undecided> {
        Ok(self.is_within(other)? && other.is_within(self)?)
    }

    /// How many cases it has.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn count(&self) -> Result<Count, Undecided> {
        self.model.count(&self.formula).ok_or(Undecided::TooLarge)
    }

    /// Whether it rests on a condition that could not be cut into cases, so that some of its cases may not occur.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        let bound = self.model.space.bound(&self.formula);
        bound.variables.iter().any(|variable| self.model.approximate.contains(variable))
    }
}

/// A region worked out.
pub(super) struct Points {
    pub(super) bound: Bound,
    /// Its cases.
    pub(super) inside: Multi,
}

impl Model {
    pub(super) fn is_empty(&self, formula: &Formula) -> Result<bool, Undecided> {
        if let Some(value) = formula.as_constant()
            && !value
        {
            return Ok(true);
        }
        let bound = self.space.bound(formula);
        if !self.space.has_case(formula, &bound).ok_or(Undecided::TooLarge)? {
            return Ok(true);
        }
        self.space.others_are_possible(&bound).map(|possible| !possible).ok_or(Undecided::TooLarge)
    }

    /// A case in which all of some formulas hold, and that else is as another one; `None` where there is none.
    ///
    /// # Errors
    /// A written limit was reached.
    pub(super) fn some_case(&self, all: &[Formula], other: &Point) -> Result<Option<Setting>, Undecided> {
        let bound = self.space.bound(&Formula::all(all.iter().cloned()));
        if !self.space.others_are_possible(&bound).ok_or(Undecided::TooLarge)? {
            return Ok(None);
        }
        let diagram = |formula| self.space.diagrams.of(formula).ok_or(Undecided::TooLarge);
        let (mut holding, mut failing) = (Vec::new(), Vec::new());
        let mut rest: Vec<(&Formula, bool)> = all.iter().chain([&bound.formula]).map(|one| (one, true)).collect();
        while let Some((formula, is_wanted)) = rest.pop() {
            match (formula.kind(), is_wanted) {
                (Kind::Not(inner), _) => rest.push((inner, !is_wanted)),
                (Kind::All(parts), true) => rest.extend(parts.iter().map(|part| (part, true))),
                (_, true) => holding.push(diagram(formula)?),
                (_, false) => failing.push(diagram(formula)?),
            }
        }
        let Some(found) = self.space.diagrams.common(&holding, &failing)? else { return Ok(None) };
        let elsewhere = other.iter().filter(|(variable, _)| !bound.variables.contains(variable));
        let elsewhere: Point = elsewhere.map(|(variable, value)| (*variable, *value)).collect();
        let mut setting = self.space.codes(&elsewhere);
        // The bits that were not looked at make no difference.
        setting.extend(bound.variables.iter().flat_map(|variable| self.space.code(*variable, 0)));
        setting.extend(found);
        Ok(Some(setting))
    }

    pub(super) fn count(&self, formula: &Formula) -> Option<Count> {
        let bound = self.space.bound(formula);
        let over: Vec<Variable> = bound.variables.iter().copied().collect();
        let others = self.space.other_points(&bound)?;
        let inside = Multi::new(&self.space.cases(formula, &bound)?, &self.space);
        let all = Multi::new(self.space.diagrams.of(&bound.formula)?, &self.space);
        let count = |multi: &Multi| multi.count(&over, &self.space) * &others;
        Some(Count { cases: count(&inside), of: count(&all) })
    }

    /// Works out a region.
    pub(super) fn points(&self, formula: &Formula) -> Option<Points> {
        let bound = self.space.bound(formula);
        let inside = Multi::new(&self.space.cases(formula, &bound)?, &self.space);
        Some(Points { bound, inside })
    }
}
