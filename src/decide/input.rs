//! Reading fact values that come from outside: from JSON, from `--set`, from a program.

mod scalar;
mod slot;

use crate::diagnostic::nearest;
use crate::policy::{FactId, OutcomeId, Policy, QualifiedName, Record, RecordId, Type, Value};
pub(super) use scalar::{looks_like_date, scalar, scalar_of_word};
pub(super) use slot::{Slot, SlotName};
use std::collections::BTreeMap;

/// What a fact can be set from: a `bool`, an `i64`, text in the spelling of policies (`major`, `10.00 CNY`,
/// `2024-03-05`, `never`, `3 months`, `12.5`), or the records of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactInput {
    /// For a bool.
    Bool(bool),
    /// For an int.
    Int(i64),
    /// For everything else that is one value.
    Text(String),
    /// For a list of records.
    List(Vec<RecordInput>),
}

impl From<bool> for FactInput {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<i64> for FactInput {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<i32> for FactInput {
    fn from(number: i32) -> Self {
        Self::Int(number.into())
    }
}

impl From<&str> for FactInput {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for FactInput {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<RecordInput>> for FactInput {
    fn from(records: Vec<RecordInput>) -> Self {
        Self::List(records)
    }
}

impl<const COUNT: usize> From<[RecordInput; COUNT]> for FactInput {
    fn from(records: [RecordInput; COUNT]) -> Self {
        Self::List(records.into())
    }
}

/// One record of a list. A field that it does not name is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordInput {
    fields: Vec<(String, FactInput)>,
}

impl RecordInput {
    /// A record of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same record with one more field known.
    #[must_use]
    pub fn with(mut self, field: &str, input: impl Into<FactInput>) -> Self {
        self.fields.push((field.to_owned(), input.into()));
        self
    }
}

/// Why a fact cannot have a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactProblem {
    /// The policy declares no such fact.
    #[error("the policy has no fact named `{name}`")]
    UnknownFact {
        /// The name that was given.
        name: String,
        /// The fact that was probably meant.
        suggestion: Option<String>,
    },
    /// The records of a list have no such field.
    #[error("the records of `{fact}` have no field named `{name}`")]
    UnknownField {
        /// The list.
        fact: String,
        /// The name that was given.
        name: String,
        /// The field that was probably meant.
        suggestion: Option<String>,
    },
    /// A record names a field twice.
    #[error("`{fact}` is given twice")]
    FieldTwice {
        /// The field, with its list and the number of its record.
        fact: String,
    },
    /// The id comes from another policy.
    #[error("the fact's id belongs to another policy")]
    ForeignId,
    /// The value is of another type.
    #[error("`{fact}` is {wanted}, not {found}")]
    WrongType {
        /// The fact.
        fact: String,
        /// The type it has.
        wanted: String,
        /// What was given: a type, or the text.
        found: String,
    },
    /// The scale or enum has no such member.
    #[error("`{fact}` cannot be `{found}`: its values are {members}")]
    UnknownMember {
        /// The fact.
        fact: String,
        /// What was given.
        found: String,
        /// The values it can have.
        members: String,
        /// The member that was probably meant.
        suggestion: Option<String>,
    },
    /// The number would have to be rounded, or is out of range.
    #[error("`{fact}` cannot be {found} without rounding it")]
    Precision {
        /// The fact.
        fact: String,
        /// What was given.
        found: String,
    },
    /// The calendar has no such day.
    #[error("`{fact}` cannot be {found}: there is no such day")]
    ImpossibleDate {
        /// The fact.
        fact: String,
        /// What was given.
        found: String,
    },
    /// The policy compares the fact with values in another unit.
    #[error("`{fact}` is counted in {wanted} here, not in {found}")]
    WrongUnit {
        /// The fact.
        fact: String,
        /// The unit that the policy compares it with.
        wanted: String,
        /// The unit that was given.
        found: String,
    },
}

/// The fact of this name: `severity`, and of a role `careless of driver`, `driver.careless` or `driver 的 careless`.
///
/// # Errors
/// [`FactProblem::UnknownFact`] with the name that was probably meant.
pub fn fact_named(policy: &Policy, name: &str) -> Result<FactId, FactProblem> {
    let parts = name.split_once('.').or_else(|| name.split_once(" 的 "));
    let of_role = parts.map(|(role, own)| QualifiedName::new(own.trim(), Some(role.trim())));
    policy.fact(name).or_else(|| policy.fact(of_role.as_ref()?)).ok_or_else(|| {
        let suggestion = nearest_fact(policy, of_role.as_deref().unwrap_or(name));
        FactProblem::UnknownFact { name: name.to_owned(), suggestion: suggestion.map(str::to_owned) }
    })
}

/// The fact that was probably meant: the only one of this name in any role, else the nearest.
fn nearest_fact<'p>(policy: &'p Policy, name: &str) -> Option<&'p str> {
    let mut of_roles = policy.facts().iter().filter(|fact| fact.name.own() == name);
    match (of_roles.next(), of_roles.next()) {
        (Some(only), None) => Some(only.name.as_str()),
        _ => nearest(name, policy.facts().iter().map(|fact| fact.name.as_str())),
    }
}

/// The value that an input means for a fact.
///
/// # Errors
/// The input is not of the fact's type, names no member or field, would be rounded, or is a day that does not exist.
pub fn value_of(policy: &Policy, id: FactId, input: &FactInput) -> Result<Value, FactProblem> {
    let slot = Slot::fact(policy, id).ok_or(FactProblem::ForeignId)?;
    match (input, slot.kind) {
        (FactInput::List(records), Type::List(of)) => list_of(policy, slot.name, of, records),
        _ => scalar(policy, slot, input),
    }
}

/// The value that a word on the command line means for a fact: also `true`, `是`, and whole numbers.
///
/// # Errors
/// As [`value_of`].
pub fn value_of_word(policy: &Policy, id: FactId, word: &str) -> Result<Value, FactProblem> {
    scalar_of_word(policy, Slot::fact(policy, id).ok_or(FactProblem::ForeignId)?, word)
}

/// The value that a word means for an outcome, as the authority chooses it.
///
/// # Errors
/// As [`value_of`].
pub fn value_of_outcome(policy: &Policy, id: OutcomeId, word: &str) -> Result<Value, FactProblem> {
    scalar_of_word(policy, Slot::outcome(policy, id).ok_or(FactProblem::ForeignId)?, word)
}

/// The value of a list, record by record.
fn list_of(policy: &Policy, list: SlotName<'_>, of: RecordId, records: &[RecordInput]) -> Result<Value, FactProblem> {
    let fields = policy.records().get(of.index()).map(|record| record.fields.as_slice()).unwrap_or_default();
    let indexes: BTreeMap<&str, usize> =
        fields.iter().enumerate().map(|(index, field)| (field.name.as_str(), index)).collect();
    let mut values: Vec<Record> = Vec::with_capacity(records.len());
    for (count, record) in (1..).zip(records) {
        let mut value: Vec<Option<Value>> = fields.iter().map(|_| None).collect();
        for (name, input) in &record.fields {
            let found = indexes.get(name.as_str()).and_then(|index| fields.get(*index).zip(value.get_mut(*index)));
            let Some((field, cell)) = found else {
                let suggestion = nearest(name, indexes.keys().copied()).map(str::to_owned);
                return Err(FactProblem::UnknownField { fact: list.to_string(), name: name.clone(), suggestion });
            };
            let slot = Slot { name: list.cell(count, &field.name), kind: field.kind };
            if cell.is_some() {
                return Err(FactProblem::FieldTwice { fact: slot.name.to_string() });
            }
            *cell = Some(scalar(policy, slot, input)?);
        }
        values.push(value.into_boxed_slice());
    }
    Ok(Value::List(of, values.into()))
}

#[cfg(test)]
mod tests;
