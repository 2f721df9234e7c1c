//! What conditions test: facts cut into classes, conditions of the interpreter, earlier outcomes, parts of conditions.

use super::cube::Cube;
use crate::policy::{ByMeaning, Expr, FactId, OutcomeId, OutcomeTest, PolicyData, Type, Value};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The class of what is false.
pub(super) const NO: u16 = 0;
/// The class of what is true.
pub(super) const YES: u16 = 1;
/// How many classes a truth has.
const TRUTHS: usize = 2;
/// Most constants that one fact is cut at; conditions of facts with more are left to the interpreter.
const MAX_CUTS: usize = 4_096;

/// What a column tests.
#[derive(Debug)]
pub(super) enum Tested {
    /// A fact. Of numbers, amounts and days the constants it is compared with, ascending: classes are what lies below
    /// the first, the first, what lies between the first and the second, and so on.
    Fact(FactId, Vec<Value>),
    /// A condition that the interpreter evaluates.
    Condition(Expr),
    /// Whether an earlier outcome passes a test.
    Outcome(OutcomeId, OutcomeTest),
    /// Whether one of these alternatives holds.
    Part(Vec<Cube>),
}

/// Something that conditions test: it has one class, or is unknown.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) tested: Tested,
    /// How many classes there are; the class after the last one is "unknown".
    pub(super) classes: usize,
    /// After how many outcomes it can be told.
    pub(super) stage: usize,
}

impl Column {
    /// The class of what is not known.
    pub(super) fn unknown(&self) -> u16 {
        u16::try_from(self.classes).unwrap_or(u16::MAX)
    }

    /// The class of a fact's value; `None` where the value is in another unit than the constants.
    pub(super) fn class_of(&self, value: &Value) -> Option<u16> {
        let Tested::Fact(_, cuts) = &self.tested else { return None };
        match value {
            Value::Bool(truth) => Some(u16::from(*truth)),
            Value::Member(_, member) => u16::try_from(member.index()).ok(),
            value => class_between(cuts, value),
        }
    }
}

/// The class of a value among cuts.
fn class_between(cuts: &[Value], value: &Value) -> Option<u16> {
    if cuts.first().is_some_and(|cut| cut.order(value).is_none()) {
        return None;
    }
    let found = cuts.binary_search_by(|cut| cut.order(value).unwrap_or(Ordering::Equal));
    let class = found.map_or_else(|below| 2 * below, |at| 2 * at + 1);
    u16::try_from(class).ok()
}

/// All columns of a program.
#[derive(Debug, Default)]
pub(super) struct Columns {
    all: Vec<Column>,
    of_facts: BTreeMap<FactId, u32>,
    of_conditions: ByMeaning<u32>,
}

impl Columns {
    /// A column for each fact whose cuts are known, by what it is compared with.
    pub(super) fn of_facts(data: &PolicyData, constants: BTreeMap<FactId, Vec<Value>>) -> Self {
        let mut columns = Self::default();
        for (id, mut cuts) in constants {
            let Some(fact) = data.facts.get(id.index()) else { continue };
            let classes = match fact.kind {
                Type::Bool => TRUTHS,
                Type::Enumeration(of) => data.enumerations.get(of.index()).map_or(0, |of| of.members.len()),
                Type::List(_) => continue,
                Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => {
                    cuts.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
                    cuts.dedup_by(|a, b| a.order(b) == Some(Ordering::Equal));
                    let mixed = cuts.windows(2).any(|pair| matches!(pair, [a, b] if a.order(b).is_none()));
                    if mixed || cuts.len() > MAX_CUTS {
                        continue;
                    }
                    2 * cuts.len() + 1
                }
            };
            if classes >= usize::from(u16::MAX) {
                continue;
            }
            let index = columns.add(Tested::Fact(id, cuts), classes, 0);
            columns.of_facts.insert(id, index);
        }
        columns
    }

    pub(super) fn get(&self, index: u32) -> Option<&Column> {
        self.all.get(index as usize)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Column> {
        self.all.iter()
    }

    /// By how many outcomes have been decided: the columns that can be told then, in the order in which they were made.
    pub(super) fn by_stage(&self, outcomes: usize) -> Vec<Vec<u32>> {
        let mut stages = vec![Vec::new(); outcomes + 1];
        for (index, column) in (0..).zip(&self.all) {
            let is_told = matches!(column.tested, Tested::Outcome(..) | Tested::Part(_));
            if let Some(stage) = stages.get_mut(column.stage).filter(|_| is_told) {
                stage.push(index);
            }
        }
        stages
    }

    /// The column of a fact.
    pub(super) fn fact(&self, id: FactId) -> Option<u32> {
        self.of_facts.get(&id).copied()
    }

    /// The column of a condition for the interpreter.
    pub(super) fn condition(&mut self, expr: &Expr) -> u32 {
        if let Some(known) = self.of_conditions.get(expr) {
            return *known;
        }
        let index = self.add(Tested::Condition(expr.clone()), TRUTHS, 0);
        self.of_conditions.insert(expr, index);
        index
    }

    /// The column of a test of an outcome, which can be told after so many outcomes.
    pub(super) fn outcome(&mut self, id: OutcomeId, test: &OutcomeTest, stage: usize) -> u32 {
        let same =
            |column: &Column| matches!(&column.tested, Tested::Outcome(other, known) if *other == id && known == test);
        match self.all.iter().position(same) {
            Some(index) => u32::try_from(index).unwrap_or(u32::MAX),
            None => self.add(Tested::Outcome(id, test.clone()), TRUTHS, stage),
        }
    }

    /// The column of a part of a condition.
    pub(super) fn part(&mut self, cubes: Vec<Cube>) -> u32 {
        let columns = cubes.iter().flat_map(|cube| &cube.tests).map(|(column, _)| *column);
        let stage = columns.filter_map(|column| self.get(column)).map(|column| column.stage).max().unwrap_or(0);
        self.add(Tested::Part(cubes), TRUTHS, stage)
    }

    fn add(&mut self, tested: Tested, classes: usize, stage: usize) -> u32 {
        let index = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(Column { tested, classes, stage });
        index
    }
}
