//! A table of cases.

use super::super::block::{bit, set_bit};
use super::super::lane::{self, Lane, WORDS, bits_of};
use super::super::{Parts, Program};
use crate::decide::facts::Facts;
use crate::decide::input::FactProblem;
use crate::policy::{FactId, MemberIndex, Type, Value};

/// Why a table cannot have a column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnProblem {
    /// The policy has no such fact, or it is of another type.
    #[error(transparent)]
    Fact(FactProblem),
    /// A value does not fit the fact.
    #[error("row {row}: {problem}")]
    Value {
        /// Which row, from 0 on.
        row: usize,
        /// What is wrong.
        #[source]
        problem: FactProblem,
    },
    /// The column is too short or too long.
    #[error("the column has {found} values for {wanted} cases")]
    Length {
        /// How many cases the table has.
        wanted: usize,
        /// How many values the column has room for.
        found: usize,
    },
}

/// Cases by columns: for each fact its values in all cases, or one value for all of them.
///
/// Made by [`Program::table`]. A column can be set again, so that one table serves for many batches of as many cases.
///
/// Rows of bits are as those of Arrow: the lowest bit of the first word is the first case, and where something is known,
/// its bit is set.
#[derive(Clone, Debug)]
pub struct CaseTable {
    pub(super) program: Program,
    /// What holds in every case, unless a column says otherwise.
    pub(super) base: Facts,
    pub(super) rows: usize,
    /// For each fact its column, where it has one.
    columns: Vec<Option<FactColumn>>,
}

/// The values of a fact.
#[derive(Clone, Debug)]
struct FactColumn {
    /// The bits of the classes, from the lowest on.
    planes: Vec<Vec<u64>>,
    known: Vec<u64>,
    /// The values, where the classes do not say them.
    values: Option<Vec<Option<Value>>>,
}

impl CaseTable {
    pub(in super::super) fn new(program: Program, base: Facts, rows: usize) -> Self {
        let columns = program.policy().facts().iter().map(|_| None).collect();
        Self { program, base, rows, columns }
    }

    /// How many cases there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Gives a `bool` fact its truths as a row of bits, and which of them are known; all of them where that is left out.
    ///
    /// # Errors
    /// The fact is of another type, or a row of bits is too short.
    pub fn set_truths(&mut self, fact: FactId, truths: &[u64], known: Option<&[u64]>) -> Result<(), ColumnProblem> {
        self.check_type(fact, |kind| kind == Type::Bool)?;
        self.check_bits(truths)?;
        let known = self.known(known)?;
        self.put_classes(fact, vec![self.padded(truths)], known);
        Ok(())
    }

    /// Gives a fact of a scale or an enum its values, as the places of the members in the order of declaration, and which
    /// of them are known; all of them where that is left out.
    ///
    /// # Errors
    /// The fact is of another type, there are not as many values as cases, or one names no member.
    pub fn set_members(&mut self, fact: FactId, members: &[u8], known: Option<&[u64]>) -> Result<(), ColumnProblem> {
        self.check_type(fact, |kind| matches!(kind, Type::Enumeration(_)))?;
        self.check_length(members.len())?;
        let known = self.known(known)?;
        let mut planes = self.planes(self.members_of(fact));
        for (number, eight) in members.chunks(8).enumerate() {
            let mut bytes = [0; 8];
            bytes.iter_mut().zip(eight).for_each(|(byte, member)| *byte = *member);
            let bytes = u64::from_le_bytes(bytes);
            for (place, plane) in planes.iter_mut().enumerate() {
                if let Some(word) = plane.get_mut(number / 8) {
                    *word |= u64::from(bits_of(bytes >> place)) << (8 * (number % 8));
                }
            }
        }
        self.check_members(fact, members, &known)?;
        self.put_classes(fact, planes, known);
        Ok(())
    }

    /// Gives an `int` fact its values, and which of them are known; all of them where that is left out.
    ///
    /// # Errors
    /// The fact is of another type, or there are not as many values as cases.
    pub fn set_numbers(&mut self, fact: FactId, numbers: &[i64], known: Option<&[u64]>) -> Result<(), ColumnProblem> {
        self.check_type(fact, |kind| kind == Type::Int)?;
        self.check_length(numbers.len())?;
        if let Some(known) = known {
            self.check_bits(known)?;
        }
        let is_known = |row: usize| known.is_none_or(|known| bit(known, row));
        let values = numbers.iter().enumerate().map(|(row, number)| is_known(row).then_some(Value::Int(*number)));
        let values = values.collect();
        self.put_values(fact, values);
        Ok(())
    }

    /// Gives a fact of any type its values; `None` where it is unknown.
    ///
    /// # Errors
    /// There are not as many values as cases, or one does not fit the fact.
    pub fn set_values(&mut self, fact: FactId, values: Vec<Option<Value>>) -> Result<(), ColumnProblem> {
        self.check_type(fact, |_| true)?;
        self.check_length(values.len())?;
        let mut tried = self.base.clone();
        tried.clear(fact);
        for (row, value) in values.iter().enumerate() {
            if let Some(value) = value {
                tried.set_value(fact, value.clone()).map_err(|problem| ColumnProblem::Value { row, problem })?;
            }
        }
        self.put_values(fact, values);
        Ok(())
    }

    /// Takes a column out, so that the fact is what it is in every case.
    pub fn clear(&mut self, fact: FactId) {
        if let Some(column) = self.columns.get_mut(fact.index()) {
            *column = None;
        }
    }

    /// The facts of one case.
    #[must_use]
    pub fn facts(&self, row: usize) -> Facts {
        let mut facts = self.base.clone();
        self.facts_into(row, &mut facts);
        facts
    }

    /// Makes facts those of one case, given that they are those of another case of the table.
    pub(super) fn facts_into(&self, row: usize, facts: &mut Facts) {
        for (id, column) in self.program.policy().fact_ids().zip(&self.columns) {
            let Some(column) = column else { continue };
            facts.assume(id, column.value(self.program.policy().facts().get(id.index()).map(|fact| fact.kind), row));
        }
    }

    /// The planes of a column of the program for the cases of a lane, and in which of them it is known.
    pub(super) fn lanes(&self, fact: FactId, number: usize, planes: &mut Vec<Lane>) -> Option<Lane> {
        let column = self.columns.get(fact.index())?.as_ref()?;
        planes.clear();
        planes.extend(column.planes.iter().map(|plane| lane::read(plane, number)));
        Some(lane::read(&column.known, number))
    }

    fn put_values(&mut self, fact: FactId, values: Vec<Option<Value>>) {
        let program = self.program.clone();
        let parts: &Parts = program.parts();
        let default = self.default_of(fact).cloned();
        let column = parts.columns.fact(fact).and_then(|index| parts.column(index));
        let mut planes = column.map_or_else(Vec::new, |column| self.planes(column.classes));
        let mut known = vec![0; self.words()];
        let values: Vec<Option<Value>> = values.into_iter().map(|value| value.or_else(|| default.clone())).collect();
        for (row, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            // A value in another unit than the constants has no class: the interpreter says what that means.
            let class = column.and_then(|column| column.class_of(value));
            if class.is_none() && column.is_some() {
                continue;
            }
            set_bit(&mut known, row);
            for (place, plane) in planes.iter_mut().enumerate() {
                if class.unwrap_or(0) >> place & 1 == 1 {
                    set_bit(plane, row);
                }
            }
        }
        self.put(fact, FactColumn { planes, known, values: Some(values) });
    }

    /// Takes a column of classes; where the fact is unknown it has its default.
    fn put_classes(&mut self, fact: FactId, mut planes: Vec<Vec<u64>>, mut known: Vec<u64>) {
        let default = match self.default_of(fact) {
            Some(Value::Bool(truth)) => Some(usize::from(*truth)),
            Some(Value::Member(_, member)) => Some(member.index()),
            _ => None,
        };
        if let Some(class) = default {
            fill_unknown(&mut planes, &known, class);
            known.fill(u64::MAX);
        }
        self.put(fact, FactColumn { planes, known, values: None });
    }

    fn put(&mut self, fact: FactId, column: FactColumn) {
        if let Some(slot) = self.columns.get_mut(fact.index()) {
            *slot = Some(column);
        }
    }

    /// Empty planes for so many classes.
    fn planes(&self, classes: usize) -> Vec<Vec<u64>> {
        let bits = classes.saturating_sub(1).checked_ilog2().map_or(0, |log| log as usize + 1);
        vec![vec![0; self.words()]; bits.max(1)]
    }

    fn words(&self) -> usize {
        self.rows.div_ceil(lane::CASES) * WORDS
    }

    fn padded(&self, bits: &[u64]) -> Vec<u64> {
        let mut padded = vec![0; self.words()];
        padded.iter_mut().zip(bits).for_each(|(word, bits)| *word = *bits);
        padded
    }

    fn known(&self, known: Option<&[u64]>) -> Result<Vec<u64>, ColumnProblem> {
        match known {
            None => Ok(vec![u64::MAX; self.words()]),
            Some(known) => {
                self.check_bits(known)?;
                Ok(self.padded(known))
            }
        }
    }

    fn default_of(&self, fact: FactId) -> Option<&Value> {
        self.program.policy().facts().get(fact.index())?.default.as_ref()
    }

    fn members_of(&self, fact: FactId) -> usize {
        let policy = self.program.policy();
        match policy.facts().get(fact.index()).map(|fact| fact.kind) {
            Some(Type::Enumeration(of)) => policy.enumerations().get(of.index()).map_or(0, |of| of.members.len()),
            _ => 0,
        }
    }

    fn check_members(&self, fact: FactId, members: &[u8], known: &[u64]) -> Result<(), ColumnProblem> {
        let count = self.members_of(fact);
        let is_foreign = |member: u8| usize::from(member) >= count;
        if !members.iter().any(|member| is_foreign(*member)) {
            return Ok(());
        }
        let foreign = members.iter().enumerate().filter(|(_, member)| is_foreign(**member));
        let found = foreign.map(|(row, member)| (row, *member)).find(|(row, _)| bit(known, *row));
        let Some((row, member)) = found else { return Ok(()) };
        let policy = self.program.policy();
        let name = policy.facts().get(fact.index()).map_or_else(String::new, |fact| fact.name.to_string());
        let members = match policy.facts().get(fact.index()).map(|fact| fact.kind) {
            Some(Type::Enumeration(of)) => policy.enumerations().get(of.index()),
            _ => None,
        };
        let names: Vec<&str> =
            members.map_or_else(Vec::new, |of| of.members.iter().map(|one| one.name.as_str()).collect());
        let found = format!("member {member}");
        let problem = FactProblem::UnknownMember { fact: name, found, members: names.join(", "), suggestion: None };
        Err(ColumnProblem::Value { row, problem })
    }

    fn check_type(&self, fact: FactId, fits: impl Fn(Type) -> bool) -> Result<(), ColumnProblem> {
        let policy = self.program.policy();
        let declared = policy.facts().get(fact.index()).ok_or(ColumnProblem::Fact(FactProblem::ForeignId))?;
        if fits(declared.kind) {
            return Ok(());
        }
        Err(ColumnProblem::Fact(FactProblem::WrongType {
            fact: declared.name.to_string(),
            wanted: policy.show_type(declared.kind),
            found: "a column of another type".to_owned(),
        }))
    }

    fn check_length(&self, found: usize) -> Result<(), ColumnProblem> {
        if found == self.rows { Ok(()) } else { Err(ColumnProblem::Length { wanted: self.rows, found }) }
    }

    fn check_bits(&self, bits: &[u64]) -> Result<(), ColumnProblem> {
        let found = bits.len().saturating_mul(64);
        if found >= self.rows { Ok(()) } else { Err(ColumnProblem::Length { wanted: self.rows, found }) }
    }
}

/// Gives the cases in which a fact is unknown the class of its default.
fn fill_unknown(planes: &mut [Vec<u64>], known: &[u64], class: usize) {
    for (place, plane) in planes.iter_mut().enumerate() {
        let is_set = class >> place & 1 == 1;
        for (word, known) in plane.iter_mut().zip(known) {
            *word = if is_set { *word | !known } else { *word & known };
        }
    }
}

impl FactColumn {
    fn value(&self, kind: Option<Type>, row: usize) -> Option<Value> {
        if let Some(values) = &self.values {
            return values.get(row).cloned().flatten();
        }
        if !bit(&self.known, row) {
            return None;
        }
        let is_set = |plane: &Vec<u64>| bit(plane, row);
        let class =
            self.planes.iter().enumerate().fold(0, |class, (place, plane)| class | usize::from(is_set(plane)) << place);
        match kind? {
            Type::Bool => Some(Value::Bool(class == 1)),
            Type::Enumeration(of) => Some(Value::Member(of, MemberIndex::new(class))),
            Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration | Type::List(_) => None,
        }
    }
}
