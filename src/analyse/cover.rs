//! A region in few conditions that a person can read.
//!
//! Each condition is as weak as it can be without leaving the region, none can be left out, and together they are the
//! region exactly. They may overlap.

use super::formula::Formula;
use super::lower::Model;
use super::multi::{Multi, Values, Variable};
use super::region::{Region, Undecided};
use super::subjects::Subject;
use super::terms::{Condition, Term};
use super::witness::Point;
use crate::policy::EnumerationKind;
use crate::source::limits::MAX_COVER;
use std::collections::{BTreeMap, BTreeSet};

/// The conditions that describe a region.
#[derive(Clone, Debug)]
pub struct Cover {
    /// The conditions; a case is in the region if one of them holds. None: the region is empty.
    pub conditions: Vec<Condition>,
    /// The cases that no condition describes, where the region needs more conditions than the written limit.
    pub rest: Option<Region>,
}

/// The values that a condition allows, for each variable that it mentions.
type Cube = BTreeMap<Variable, BTreeSet<usize>>;

impl Region {
    /// The region in few conditions.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn cover(&self) -> Result<Cover, Undecided> {
        let model = &self.model;
        let points = model.points(&self.formula).ok_or(Undecided::TooLarge)?;
        let outside = model.space.other_cases(&self.formula, &points.bound).ok_or(Undecided::TooLarge)?;
        let outside = Multi::new(&outside, &model.space);
        let described = |(cube, formula): &(Cube, Formula)| Condition {
            terms: model.terms(cube),
            region: Self::new(model, formula.clone()),
        };
        let mut cubes: Vec<(Cube, Formula)> = Vec::new();
        let mut rest = self.formula.clone();
        while let Some(point) =
            model.points(&rest).ok_or(Undecided::TooLarge).and_then(|left| model.ordinary_point(&left))?
        {
            if cubes.len() == MAX_COVER {
                let conditions = cubes.iter().map(described).collect();
                return Ok(Cover { conditions, rest: Some(Self::new(model, rest)) });
            }
            let cube = model.widest(&point, &outside);
            let formula = model.cube_formula(&cube);
            rest = rest.and_not(&formula);
            cubes.push((cube, formula));
        }
        // A later condition can make an earlier one needless.
        let mut index = 0;
        while index < cubes.len() && cubes.len() > 1 {
            let others = cubes.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, (_, own))| own.clone());
            let uncovered = self.formula.and_not(&Formula::any(others));
            if model.is_empty(&uncovered)? {
                cubes.remove(index);
            } else {
                index += 1;
            }
        }
        cubes.sort_by_cached_key(|(cube, _)| (cube.len(), cube.clone()));
        Ok(Cover { conditions: cubes.iter().map(described).collect(), rest: None })
    }
}

impl Model {
    /// The widest condition around a point that does not reach outside.
    fn widest(&self, point: &Point, outside: &Multi) -> Cube {
        let candidates = outside.variables();
        let is_ordinary = |variable: &Variable| point.get(variable) == Some(&self.ordinary(*variable));
        let (ordinary, others): (Vec<Variable>, Vec<Variable>) = candidates.iter().copied().partition(is_ordinary);
        let forward: Vec<Variable> = ordinary.iter().chain(&others).copied().collect();
        let backward: Vec<Variable> = ordinary.iter().rev().chain(others.iter().rev()).copied().collect();
        let cubes = [forward, backward].map(|order| self.widened(point, outside, &order));
        let narrowness = |cube: &Cube| {
            let sizes: usize = cube.values().map(BTreeSet::len).sum();
            (cube.len(), usize::MAX - sizes)
        };
        cubes.into_iter().min_by_key(narrowness).unwrap_or_default()
    }

    fn widened(&self, point: &Point, outside: &Multi, order: &[Variable]) -> Cube {
        let mut cube: Cube =
            order.iter().filter_map(|variable| Some((*variable, BTreeSet::from([*point.get(variable)?])))).collect();
        let is_inside = |cube: &Cube| {
            let allowed = |variable: Variable, values: Values| {
                cube.get(&variable).is_none_or(|own| own.range(values.low..=values.high).next().is_some())
            };
            !outside.meets(&allowed)
        };
        for variable in order {
            let Some(own) = cube.remove(variable) else { continue };
            if !is_inside(&cube) {
                cube.insert(*variable, own);
            }
        }
        for variable in order {
            let Some(own) = cube.get(variable).cloned() else { continue };
            let (Some(low), Some(high)) = (own.first().copied(), own.last().copied()) else { continue };
            let size = self.subjects.get(*variable).map_or(0, Subject::size);
            let mut add = |value: usize| {
                let mut wider = cube.clone();
                wider.entry(*variable).or_default().insert(value);
                let fits = is_inside(&wider);
                if fits {
                    cube = wider;
                }
                fits
            };
            if self.has_order(*variable) {
                // Values with an order stay a range without holes.
                let _ = (high + 1..size).all(&mut add);
                let _ = (0..low).rev().all(&mut add);
            } else {
                (0..size).filter(|value| *value != low).for_each(|value| {
                    add(value);
                });
            }
        }
        cube
    }

    /// Whether the values of a variable are spoken of as ranges.
    pub(super) fn has_order(&self, variable: Variable) -> bool {
        match self.subjects.get(variable) {
            Some(Subject::Fact(fact, _)) => {
                let data = self.policy.data();
                match data.facts.get(fact.index()).map(|fact| fact.kind) {
                    Some(crate::policy::Type::Enumeration(of)) => {
                        data.enumerations.get(of.index()).is_some_and(|of| of.kind == EnumerationKind::Ordered)
                    }
                    Some(_) | None => true,
                }
            }
            Some(Subject::Relation { .. } | Subject::Opaque { .. }) => true,
            Some(Subject::Choice(..) | Subject::List(..)) | None => false,
        }
    }

    fn cube_formula(&self, cube: &Cube) -> Formula {
        Formula::all(cube.iter().map(|(variable, values)| self.space.among(*variable, |value| values.contains(&value))))
    }

    /// The terms of a condition.
    fn terms(&self, cube: &Cube) -> Vec<Term> {
        let mut terms: Vec<Term> = cube.iter().filter_map(|(variable, values)| self.term(*variable, values)).collect();
        terms.sort_by_key(|term| term.rank(self.policy.data()));
        terms
    }
}
