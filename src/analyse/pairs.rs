//! Pairs of cases that differ in one fact only.

use super::analysis::Analysis;
use super::formula::Formula;
use super::graded::Comparison;
use super::lower::{Model, Place};
use super::multi::Variable;
use super::partition::Partition;
use super::region::Undecided;
use super::subjects::{Group, Member, Subject};
use super::weight::Weight;
use super::witness::Point;
use crate::decide::Status;
use crate::policy::{FactId, OutcomeId};
use crate::source::limits::MAX_ANALYSIS_STEPS;
use std::collections::{BTreeMap, BTreeSet};

/// Most ways in which one fact can change, its effect on conditions that cannot be cut included.
const MAX_STEPS: usize = 5_000;

/// Most steps that the diagrams of one question about pairs may take, so that something is left for other questions.
const MAX_PAIR_STEPS: usize = MAX_ANALYSIS_STEPS / 20;

/// A change of one fact: the variables that it sets, before and after it. The rest of the case is the same.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) before: Point,
    pub(super) after: Point,
}

impl Step {
    /// The variables that it sets.
    fn variables(&self) -> BTreeSet<Variable> {
        self.before.keys().chain(self.after.keys()).copied().collect()
    }
}

/// Which changes of a fact are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// To a heavier member, a larger number, a later day: the next one, as far as conditions can tell.
    Up,
    /// To any other value; each pair of values once.
    Any,
}

/// What is compared before and after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparing {
    /// The lightest or the heaviest permitted value becomes lighter.
    Lighter,
    /// Status or set change.
    Different,
}

/// A step with the cases in which something changes by it as it should not; they do not mention what the step sets.
pub(super) struct Changing {
    pub(super) step: Step,
    pub(super) cases: Formula,
}

impl Analysis {
    /// The changes of a fact by which an outcome changes as it should not. Only pairs count of which both cases can
    /// occur, are in scope and are in `when`.
    pub(super) fn changing(
        &self,
        outcome: OutcomeId,
        fact: FactId,
        change: Change,
        comparing: Comparing,
        when: &Formula,
    ) -> Result<Vec<Changing>, Undecided> {
        let model = self.model()?;
        let partition = self.partition(outcome)?;
        let at_start = model.space.diagrams.steps_left();
        let counted = when.and(&self.scope_formula()?);
        // What binds both cases to what can occur; the bonds of choices are among it.
        let compared = partition.verdicts.iter().map(|(_, region)| &region.formula).chain([&counted]);
        let mentioned: BTreeSet<Variable> = compared.flat_map(|formula| model.space.mentioned(formula)).collect();
        let mut found = Vec::new();
        let ends = match comparing {
            Comparing::Lighter => weights(partition),
            Comparing::Different => Vec::new(),
        };
        let graded = self.graded(outcome)?;
        let lighter = lighter(partition);
        let is_wanted = |before: Option<u32>, after: Option<u32>| match comparing {
            Comparing::Lighter => before.zip(after).is_some_and(|pair| lighter.contains(&pair)),
            Comparing::Different => before != after || before.is_none(),
        };
        for step in model.steps(fact, change)? {
            if at_start.saturating_sub(model.space.diagrams.steps_left()) > MAX_PAIR_STEPS {
                return Err(Undecided::TooLarge);
            }
            let own = step.variables();
            let bound = model.space.bound_of(mentioned.union(&own).copied().collect());
            let (before, after) = (model.space.codes(&step.before), model.space.codes(&step.after));
            let both = |formula: &Formula| formula.given(&before).and(&formula.given(&after));
            // What does not mention the step binds the cases anyway.
            let binding = bound.parts.iter().filter(|part| !model.space.mentioned(part).is_disjoint(&own));
            let allowed = both(&counted).and(&Formula::all(binding.map(both)));
            let worse = match comparing {
                Comparing::Lighter => {
                    let lighter = |end: &Ends| end.above.given(&before).and(&end.below.given(&after));
                    Formula::any(ends.iter().map(lighter))
                }
                Comparing::Different => {
                    let same = partition.verdicts.iter().map(|(_, region)| both(&region.formula));
                    Formula::any(same).not()
                }
            };
            if worse.as_constant().is_none() {
                let comparison = Comparison { before: &before, after: &after, is_wanted: &is_wanted };
                let diagrams = &model.space.diagrams;
                diagrams.know(&worse, graded.compared(&comparison, diagrams.bits()));
            }
            let cases = allowed.and(&worse);
            if self.is_possible(&cases)? {
                found.push(Changing { step, cases });
            }
        }
        Ok(found)
    }
}

/// The cases in which what is permitted is at least so heavy, and those in which it is lighter.
struct Ends {
    above: Formula,
    below: Formula,
}

/// All that the lightest and the heaviest permitted value can be lighter than. What is in conflict permits nothing that
/// could be compared.
fn weights(partition: &Partition) -> Vec<Ends> {
    let mut found = Vec::new();
    for end in [|ends: (Weight, Weight)| ends.0, |ends: (Weight, Weight)| ends.1] {
        let mut cases: BTreeMap<Weight, Vec<Formula>> = BTreeMap::new();
        for (verdict, region) in partition.verdicts.iter().filter(|(verdict, _)| verdict.status != Status::Conflict) {
            cases.entry(end(Weight::ends(verdict))).or_default().push(region.formula.clone());
        }
        let cases: Vec<Formula> = cases.into_values().map(Formula::any).collect();
        let mut below = Formula::constant(false);
        for (place, formula) in cases.iter().enumerate().skip(1) {
            below = below.or(cases.get(place - 1).unwrap_or(formula));
            let above = Formula::any(cases.iter().skip(place).cloned());
            found.push(Ends { above, below: below.clone() });
        }
    }
    found
}

/// The pairs of verdicts, by their places, of which the second is lighter at one end.
fn lighter(partition: &Partition) -> BTreeSet<(u32, u32)> {
    let verdicts: Vec<(u32, (Weight, Weight))> = (0..)
        .zip(&partition.verdicts)
        .filter(|(_, (verdict, _))| verdict.status != Status::Conflict)
        .map(|(place, (verdict, _))| (place, Weight::ends(verdict)))
        .collect();
    let is_lighter = |before: &(Weight, Weight), after: &(Weight, Weight)| after.0 < before.0 || after.1 < before.1;
    let below = |(place, before): &(u32, (Weight, Weight))| {
        let others = verdicts.iter().filter(|(_, after)| is_lighter(before, after));
        others.map(|(other, _)| (*place, *other)).collect::<Vec<_>>()
    };
    verdicts.iter().flat_map(below).collect()
}

impl Model {
    /// The changes of a fact.
    pub(super) fn steps(&self, fact: FactId, change: Change) -> Result<Vec<Step>, Undecided> {
        let mut steps: Vec<Step> = match self.places.get(&fact) {
            // A fact that no condition looks at changes nothing.
            None => Vec::new(),
            Some(Place::Variable(variable)) => self.value_steps(*variable, change),
            Some(Place::Group(index)) => match self.groups.get(*index) {
                Some(group) => self.group_steps(group, fact, change),
                None => Vec::new(),
            },
        };
        if steps.len() > MAX_STEPS {
            return Err(Undecided::TooLarge);
        }
        // A condition that cannot be cut may come to anything after the change.
        for (variable, subject) in self.subjects.iter().enumerate() {
            let bears = match subject {
                Subject::Opaque { condition, .. } => self.mentioned_facts(condition).contains(&fact),
                Subject::List(list, _) if *list != fact => self.list_depends_on(*list, fact),
                _ => false,
            };
            if bears {
                let values = self.subjects.get(variable).map_or(0, Subject::size);
                if steps.len().saturating_mul(values) > MAX_STEPS {
                    return Err(Undecided::TooLarge);
                }
                let after = |step: &Step, value: usize| {
                    let mut step = step.clone();
                    step.after.insert(variable, value);
                    step
                };
                steps = steps.iter().flat_map(|step| (0..values).map(move |value| after(step, value))).collect();
            }
        }
        if self.groups.iter().any(|group| group.members.iter().any(|member| self.is_dependent_list(member, fact))) {
            return Err(Undecided::Approximate);
        }
        Ok(steps)
    }

    fn is_dependent_list(&self, member: &Member, fact: FactId) -> bool {
        matches!(member, Member::List(list, _) if *list != fact && self.list_depends_on(*list, fact))
    }

    /// Whether a fold over a list looks at a fact of the case.
    fn list_depends_on(&self, list: FactId, fact: FactId) -> bool {
        let folds = self.policy.data().folds.iter().filter(|fold| fold.list == list);
        let parts = folds.flat_map(|fold| fold.condition.iter().chain(&fold.summand));
        parts.into_iter().any(|part| self.mentioned_facts(part).contains(&fact))
    }

    fn value_steps(&self, variable: Variable, change: Change) -> Vec<Step> {
        let values = self.subjects.get(variable).map_or(0, Subject::size);
        let step = |before: usize, after: usize| Step {
            before: Point::from([(variable, before)]),
            after: Point::from([(variable, after)]),
        };
        match change {
            Change::Up => (1..values).map(|after| step(after - 1, after)).collect(),
            Change::Any => (0..values).flat_map(|after| (0..after).map(move |before| step(before, after))).collect(),
        }
    }

    /// The changes of a fact whose values are known by conditions on several facts.
    fn group_steps(&self, group: &Group, fact: FactId, change: Change) -> Vec<Step> {
        let Some(place) = group.members.iter().position(|member| member.fact() == fact) else { return Vec::new() };
        let rest = |tuple: &[u16]| -> Vec<u16> {
            tuple.iter().enumerate().filter(|(own, _)| *own != place).map(|(_, value)| *value).collect()
        };
        // Tuples that differ in this fact only, in its order.
        let mut rows: Vec<(Vec<u16>, u16, usize)> = group
            .tuples
            .iter()
            .zip(&group.pattern_of)
            .map(|(tuple, pattern)| (rest(tuple), tuple.get(place).copied().unwrap_or(0), *pattern))
            .collect();
        rows.sort_unstable();
        let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
        for alike in rows.chunk_by(|(a, ..), (b, ..)| a == b) {
            let mut patterns: Vec<usize> = alike.iter().map(|(_, _, pattern)| *pattern).collect();
            patterns.dedup();
            match change {
                Change::Up => pairs.extend(patterns.iter().copied().zip(patterns.iter().copied().skip(1))),
                Change::Any => {
                    for (index, after) in patterns.iter().enumerate() {
                        pairs.extend(patterns.iter().take(index).map(|before| (*before, *after)));
                    }
                }
            }
        }
        let set = |pattern: usize| -> Point {
            let pattern = group.patterns.get(pattern).map(|(pattern, _)| pattern.as_slice()).unwrap_or_default();
            group.variables.iter().zip(pattern).map(|(variable, holds)| (*variable, usize::from(*holds))).collect()
        };
        let differing = pairs.into_iter().filter(|(before, after)| before != after);
        differing.map(|(before, after)| Step { before: set(before), after: set(after) }).collect()
    }

    /// Values of a group, before and after a step, that differ in one fact only; the most ordinary ones.
    pub(super) fn rows(&self, index: usize, fact: FactId, before: &Point, after: &Point) -> Option<(usize, usize)> {
        let group = self.groups.get(index)?;
        let place = group.members.iter().position(|member| member.fact() == fact)?;
        let pattern = |point: &Point| {
            let bits: Vec<bool> = group.variables.iter().map(|variable| point.get(variable) == Some(&1)).collect();
            group.patterns.iter().position(|(known, _)| *known == bits)
        };
        let (from, to) = (pattern(before)?, pattern(after)?);
        let rows = |wanted: usize| {
            group.pattern_of.iter().enumerate().filter(move |(_, pattern)| **pattern == wanted).map(|(row, _)| row)
        };
        let others = |row: usize| -> Option<Vec<u16>> {
            let tuple = group.tuples.get(row)?;
            Some(tuple.iter().enumerate().filter(|(own, _)| *own != place).map(|(_, value)| *value).collect())
        };
        let value = |row: usize| group.tuples.get(row).and_then(|tuple| tuple.get(place)).copied();
        let mut before_rows: BTreeMap<Vec<u16>, Vec<usize>> = BTreeMap::new();
        for row in rows(from) {
            before_rows.entry(others(row)?).or_default().push(row);
        }
        let pairs = rows(to).flat_map(|after| {
            let alike = others(after).and_then(|others| before_rows.get(&others));
            alike.into_iter().flatten().map(move |before| (*before, after))
        });
        let rising = pairs.filter(|(before, after)| value(*before) < value(*after));
        rising.min_by_key(|(before, after)| (group.row_cost(*before), group.row_cost(*after)))
    }
}
