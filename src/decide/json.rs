//! Facts from outside: a JSON object, anything that serialises to one, and `NAME=VALUE`.
//!
//! Nothing is guessed and nothing is rounded: a number keeps the digits that were written, a name given twice is an
//! error, and every error of a text is reported in one run, each at its place.

#![expect(clippy::result_large_err, reason = "errors end the reading; none is returned where speed matters")]

mod complaints;
mod entries;
mod serialized;
mod setting;
pub(super) mod text;
mod units;
mod values;

use super::facts::Facts;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::{FactId, Policy, Value};
use crate::source::SourceId;
use crate::source::limits::MAX_DIAGNOSTICS;
use complaints::complaint;
use entries::{Entry, Target, entries};
use jsonc_parser::ast::Value as Json;
pub use serialized::{FactsError, FactsFault};
pub use setting::{apply_setting, day_of, reading_of};
use std::collections::BTreeSet;
use text::{At, Document};
use units::UnitsInUse;
use values::Reader;

/// Reads the facts of a case from a JSON object: names to values, `null` for unknown. The facts of a role stand in an
/// object of their own, the records of a list are objects too. `"as_of"`, `"chosen"` and `"persons"` give the day on
/// which the case is looked at, what the authority chose, and who holds a role.
///
/// `source` is the id that the places of diagnostics carry; `text` is the whole text under that id.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the text: it is no JSON object, names a fact that the policy
/// does not have or one twice, or has a value that the fact cannot have.
pub fn facts_from_json(policy: &Policy, source: SourceId, text: &str) -> Result<Facts, Diagnostics> {
    let document = Document::read(source, text)?;
    let mut diagnostics = document.faults.clone();
    let entries = entries(policy, &document, &mut diagnostics);
    let given: BTreeSet<FactId> = entries
        .iter()
        .filter_map(|entry| match (entry.target, entry.value) {
            // An unknown fact has its default.
            (Target::Fact(_), Json::NullKeyword(_)) | (Target::AsOf | Target::Choice(_) | Target::Person(_), _) => None,
            (Target::Fact(id), _) => Some(id),
        })
        .collect();
    let units = UnitsInUse::of_defaults(policy, &given);
    let mut reader = Reader { policy, document: &document, units, diagnostics };
    let mut values: Vec<(&Entry<'_>, Option<Value>)> = Vec::with_capacity(entries.len());
    for entry in &entries {
        if reader.diagnostics.len() >= MAX_DIAGNOSTICS {
            break;
        }
        let value = match entry.target {
            Target::Fact(id) => reader.fact(id, entry.value),
            Target::Choice(outcome) => reader.choice(outcome, entry.value),
            Target::AsOf => reader.as_of(entry.value),
            Target::Person(_) => None,
        };
        values.push((entry, value));
    }
    let Reader { mut diagnostics, .. } = reader;
    let mut facts = Facts::new(policy);
    // A default that the case replaces has no say in which unit the other facts are counted.
    for id in given {
        facts.assume(id, None);
    }
    for (entry, value) in values {
        if let Err(diagnostic) = enter(&mut facts, policy, &document, entry, value) {
            diagnostics.push(diagnostic.at(document.span(entry.value)));
        }
    }
    if diagnostics.is_empty() {
        return Ok(facts);
    }
    diagnostics.sort();
    diagnostics.truncate(MAX_DIAGNOSTICS);
    Err(diagnostics)
}

/// Makes an entry part of the facts.
fn enter(
    facts: &mut Facts,
    policy: &Policy,
    document: &Document<'_>,
    entry: &Entry<'_>,
    value: Option<Value>,
) -> Result<(), Diagnostic> {
    let entered = match (entry.target, value) {
        (Target::Fact(id), Some(value)) => facts.set_value(id, value),
        (Target::Choice(outcome), value) => match document.text_of(entry.value) {
            Some(text) if text == values::NO_MEASURE => facts.choose(outcome, None),
            _ => value.map_or(Ok(()), |value| facts.choose(outcome, Some(value))),
        },
        (Target::AsOf, Some(Value::Date(day))) => {
            facts.set_as_of(day);
            Ok(())
        }
        (Target::Person(role), _) => {
            if let Some(name) = document.text_of(entry.value) {
                facts.set_person(role, name.to_owned());
            }
            Ok(())
        }
        (Target::Fact(_) | Target::AsOf, _) => Ok(()),
    };
    entered.map_err(|problem| complaint(policy, problem, "", document.written(entry.value)))
}

/// Reads the facts of a case from anything that serialises to a JSON object: a map, a struct, a
/// [`serde_json::Value`]. Decimals are to serialise as strings, as `rust_decimal` does; floats are refused.
///
/// # Errors
/// As [`Facts::from_serialize`], without places.
pub fn facts_from_serialize<T>(policy: &Policy, facts: &T) -> Result<Facts, Diagnostics>
where
    T: serde::Serialize + ?Sized,
{
    Facts::from_serialize(policy, facts)
        .map_err(|error| error.faults.into_iter().map(|fault| fault.diagnostic).collect())
}

/// The same complaints about a text that nobody has seen: a place in it says nothing.
fn without_places(diagnostics: Diagnostics) -> Diagnostics {
    let placeless = |diagnostic: Diagnostic| Diagnostic { span: None, labels: vec![], ..diagnostic };
    diagnostics.into_iter().map(placeless).collect()
}

#[cfg(test)]
mod generated_tests;
#[cfg(test)]
mod role_tests;
#[cfg(test)]
mod tests;
