//! Conditions over many cases at once: a lane for each test of a column, and what the lanes come to.

use super::block::Conditions;
use super::columns::{Columns, Tested};
use super::cube::{ClassSet, Cube};
use super::lane::{ALL, Lane, NONE, and, differ, or, without};

/// All conditions of a program.
#[derive(Debug, Default)]
pub(super) struct Circuits {
    /// How many tests there are.
    pub(super) tests: usize,
    /// The tests of each column.
    columns: Vec<ColumnTests>,
    pub(super) ground: Circuit,
    /// In the order of the rulesets.
    pub(super) outcomes: Vec<Circuit>,
    /// Of the columns that are parts of conditions, by their number.
    parts: Vec<(u32, Circuit)>,
}

/// The tests of one column: whether the class is at or beyond bounds.
#[derive(Debug, Default)]
struct ColumnTests {
    bounds: Vec<usize>,
    tests: Vec<ColumnTest>,
    classes: usize,
}

/// Whether the class is one of a set.
#[derive(Debug)]
struct ColumnTest {
    passing: ClassSet,
    number: usize,
    /// The set as runs from one bound to before another, by the bounds' numbers; the last run may have no end.
    runs: Vec<(usize, Option<usize>)>,
}

/// Conditions as alternatives of tests.
#[derive(Debug, Default)]
pub(super) struct Circuit {
    /// For each condition, where its alternatives end.
    conditions: Vec<usize>,
    /// For each alternative, where its tests end.
    alternatives: Vec<usize>,
    tests: Vec<usize>,
}

/// What is known of something for each case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Truth {
    /// It certainly holds.
    pub(super) holds: Lane,
    /// It may hold.
    pub(super) possible: Lane,
}

impl Truth {
    /// Of nothing that holds.
    pub(super) const FALSE: Self = Self { holds: NONE, possible: NONE };

    /// The cases in which it is not known.
    pub(super) fn open(self) -> Lane {
        differ(self.holds, self.possible)
    }
}

impl Circuits {
    pub(super) fn of<'c>(
        ground: &Conditions,
        outcomes: impl Iterator<Item = &'c Conditions>,
        columns: &Columns,
    ) -> Self {
        let new = |column: &super::Column| ColumnTests { classes: column.classes, ..ColumnTests::default() };
        let mut circuits = Self { columns: columns.iter().map(new).collect(), ..Self::default() };
        circuits.ground = circuits.circuit(ground);
        circuits.outcomes = outcomes.map(|conditions| circuits.circuit(conditions)).collect();
        for (index, column) in (0..).zip(columns.iter()) {
            if let Tested::Part(cubes) = &column.tested {
                let circuit = circuits.circuit(std::slice::from_ref(cubes));
                circuits.parts.push((index, circuit));
            }
        }
        circuits
    }

    fn circuit(&mut self, conditions: &[Vec<Cube>]) -> Circuit {
        let mut circuit = Circuit::default();
        for cubes in conditions {
            for cube in cubes {
                for (column, passing) in &cube.tests {
                    circuit.tests.push(self.test(*column, passing));
                }
                circuit.alternatives.push(circuit.tests.len());
            }
            circuit.conditions.push(circuit.alternatives.len());
        }
        circuit
    }

    /// The number of a test, each once.
    fn test(&mut self, column: u32, passing: &ClassSet) -> usize {
        let next = self.tests;
        let Some(of) = self.columns.get_mut(column as usize) else { return usize::MAX };
        if let Some(known) = of.tests.iter().find(|test| test.passing == *passing) {
            return known.number;
        }
        let mut runs = Vec::new();
        let mut class = 0;
        while class < of.classes {
            if !passing.contains(class) {
                class += 1;
                continue;
            }
            let start = of.bound(class);
            while class < of.classes && passing.contains(class) {
                class += 1;
            }
            runs.push((start, (class < of.classes).then(|| of.bound(class))));
        }
        of.tests.push(ColumnTest { passing: passing.clone(), number: next, runs });
        self.tests += 1;
        next
    }

    /// Whether a column is tested.
    pub(super) fn is_tested(&self, column: u32) -> bool {
        self.columns.get(column as usize).is_some_and(|of| !of.tests.is_empty())
    }

    /// Tests a column whose classes are known for some cases, bit by bit from the lowest.
    pub(super) fn evaluate(
        &self,
        column: u32,
        planes: &[Lane],
        known: Lane,
        truths: &mut [Truth],
        bounds: &mut Vec<Lane>,
    ) {
        let Some(of) = self.columns.get(column as usize) else { return };
        bounds.clear();
        bounds.extend(of.bounds.iter().map(|bound| at_or_beyond(planes, *bound)));
        let bound = |number: usize| bounds.get(number).copied().unwrap_or(NONE);
        let unknown = without(ALL, known);
        for test in &of.tests {
            let mut passes = NONE;
            for (start, end) in &test.runs {
                passes = or(passes, end.map_or(bound(*start), |end| without(bound(*start), bound(end))));
            }
            if let Some(truth) = truths.get_mut(test.number) {
                *truth = Truth { holds: and(passes, known), possible: or(passes, unknown) };
            }
        }
    }

    /// Whether a part of conditions holds.
    pub(super) fn part(&self, column: u32, truths: &[Truth]) -> Truth {
        let found = self.parts.iter().find(|(index, _)| *index == column);
        let mut result = [Truth::FALSE];
        if let Some((_, circuit)) = found {
            circuit.evaluate(truths, &mut result);
        }
        let [truth] = result;
        truth
    }
}

impl ColumnTests {
    /// The number of a bound, each once.
    fn bound(&mut self, class: usize) -> usize {
        self.bounds.iter().position(|bound| *bound == class).unwrap_or_else(|| {
            self.bounds.push(class);
            self.bounds.len() - 1
        })
    }
}

/// The cases whose class, given bit by bit from the lowest, is a bound or more.
fn at_or_beyond(planes: &[Lane], bound: usize) -> Lane {
    let mut reached = ALL;
    for (number, plane) in planes.iter().enumerate() {
        let is_set = bound >> number & 1 == 1;
        reached = if is_set { and(*plane, reached) } else { or(*plane, reached) };
    }
    reached
}

impl Circuit {
    /// How many conditions there are.
    pub(super) fn len(&self) -> usize {
        self.conditions.len()
    }

    /// Evaluates all conditions.
    pub(super) fn evaluate(&self, truths: &[Truth], results: &mut [Truth]) {
        let (mut alternative, mut test) = (0, 0);
        for (end, result) in self.conditions.iter().zip(results) {
            let mut any = Truth::FALSE;
            for tests_end in self.alternatives.get(alternative..*end).unwrap_or_default() {
                let mut all = Truth { holds: ALL, possible: ALL };
                for number in self.tests.get(test..*tests_end).unwrap_or_default() {
                    let truth = truths.get(*number).copied().unwrap_or(Truth::FALSE);
                    all = Truth { holds: and(all.holds, truth.holds), possible: and(all.possible, truth.possible) };
                }
                test = *tests_end;
                any = Truth { holds: or(any.holds, all.holds), possible: or(any.possible, all.possible) };
            }
            alternative = *end;
            *result = any;
        }
    }
}
