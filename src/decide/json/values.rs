//! What the values of a facts text mean.

use super::complaints::{
    NumberShape, complaint, imprecise, no_record, number_shape, refused, suggesting, unknown, unquoted, wrong_type,
};
use super::entries::each_once;
use super::text::{At, Document};
use super::units::UnitsInUse;
use crate::decide::input::{FactInput, FactProblem, Slot, SlotName, scalar};
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::policy::{FactId, Field, OutcomeId, Policy, Record, RecordId, Type, UnitClass, Value};
use crate::source::Span;
use crate::source::limits::MAX_DIAGNOSTICS;
use jsonc_parser::ast::{Object, Value as Json};
use std::collections::BTreeMap;

/// The word for "no measure", where a choice is given.
pub(crate) const NO_MEASURE: &str = "none";

/// Reads values, and reports what is wrong with them at their places.
pub(super) struct Reader<'r> {
    pub(super) policy: &'r Policy,
    pub(super) document: &'r Document<'r>,
    pub(super) units: UnitsInUse,
    pub(super) diagnostics: Diagnostics,
}

impl Reader<'_> {
    /// The value of a fact; `None` where it is unknown, or at fault.
    pub(super) fn fact(&mut self, id: FactId, json: &Json<'_>) -> Option<Value> {
        let policy = self.policy;
        let slot = Slot::fact(policy, id)?;
        let class = policy.facts().get(id.index()).and_then(|fact| fact.unit.as_ref());
        match (slot.kind, json) {
            (Type::List(of), Json::Array(array)) => Some(self.list(slot.name, of, &array.elements)),
            _ => self.scalar(slot, class, json),
        }
    }

    /// The value that was chosen for an outcome; `None` also where no measure was.
    pub(super) fn choice(&mut self, id: OutcomeId, json: &Json<'_>) -> Option<Value> {
        let policy = self.policy;
        if self.document.text_of(json) == Some(NO_MEASURE) {
            return None;
        }
        let class = policy.outcomes().get(id.index()).and_then(|outcome| outcome.unit.as_ref());
        self.scalar(Slot::outcome(policy, id)?, class, json)
    }

    /// The day on which the case is looked at.
    pub(super) fn as_of(&mut self, json: &Json<'_>) -> Option<Value> {
        let slot = Slot { name: SlotName::Whole("as_of"), kind: Type::Date };
        let value = self.scalar(slot, None, json)?;
        if value == Value::Never {
            self.report(wrong_type(self.policy, slot, self.document.written(json)), self.document.span(json));
            return None;
        }
        Some(value)
    }

    /// The records of a list; those of an array that is too wrong to read on are unknown.
    fn list(&mut self, list: SlotName<'_>, of: RecordId, elements: &[Json<'_>]) -> Value {
        let policy = self.policy;
        let fields = policy.records().get(of.index()).map(|record| record.fields.as_slice()).unwrap_or_default();
        let table = FieldTable {
            list,
            fields,
            by_name: fields.iter().enumerate().map(|(index, field)| (field.name.as_str(), index)).collect(),
        };
        let mut records: Vec<Record> = Vec::with_capacity(elements.len());
        for (count, element) in (1..).zip(elements) {
            if self.diagnostics.len() >= MAX_DIAGNOSTICS {
                break;
            }
            let mut record: Vec<Option<Value>> = fields.iter().map(|_| None).collect();
            match element {
                Json::Object(object) => self.record(&table, count, object, &mut record),
                Json::NullKeyword(_) => {}
                other => {
                    let complaint = no_record(policy, list, of, self.document.written(other));
                    self.report(complaint, self.document.span(other));
                }
            }
            records.push(record.into_boxed_slice());
        }
        Value::List(of, records.into())
    }

    fn record(&mut self, table: &FieldTable<'_>, count: usize, object: &Object<'_>, record: &mut [Option<Value>]) {
        for property in each_once(self.document, object, &mut self.diagnostics) {
            let name = property.name.as_str();
            let found = table.by_name.get(name).and_then(|index| table.fields.get(*index).zip(record.get_mut(*index)));
            let Some((field, cell)) = found else {
                let suggestion = nearest(name, table.by_name.keys().copied()).map(str::to_owned);
                let diagnostic = unknown("field", name).with("owner", table.list.to_string());
                self.report(suggesting(diagnostic, suggestion), self.document.span(&property.name));
                continue;
            };
            let slot = Slot { name: table.list.cell(count, &field.name), kind: field.kind };
            *cell = self.scalar(slot, field.unit.as_ref(), &property.value);
        }
    }

    /// A single value; `None` for `null`, or where it is at fault.
    fn scalar(&mut self, slot: Slot<'_>, class: Option<&UnitClass>, json: &Json<'_>) -> Option<Value> {
        let written = self.document.written(json);
        let read = scalar_from_json(self.policy, slot, json, written).and_then(|value| {
            let Some((wanted, found)) = value.as_ref().and_then(|value| self.units.check(class, value)) else {
                return Ok(value);
            };
            let (wanted, found) = (wanted.to_string(), found.to_string());
            let problem = FactProblem::WrongUnit { fact: slot.name.to_string(), wanted, found };
            Err(complaint(self.policy, problem, "", written))
        });
        read.unwrap_or_else(|diagnostic| {
            self.report(diagnostic, self.document.span(json));
            None
        })
    }

    fn report(&mut self, diagnostic: Diagnostic, place: Span) {
        if !self.document.is_spoilt(place) {
            self.diagnostics.push(diagnostic.at(place));
        }
    }
}

/// The fields of a list's records.
struct FieldTable<'p> {
    list: SlotName<'p>,
    fields: &'p [Field],
    by_name: BTreeMap<&'p str, usize>,
}

/// What a JSON value means for a slot; `None` for `null`. `written` is the value as it stands in the text.
fn scalar_from_json(
    policy: &Policy,
    slot: Slot<'_>,
    json: &Json<'_>,
    written: &str,
) -> Result<Option<Value>, Diagnostic> {
    let input = match json {
        Json::NullKeyword(_) => return Ok(None),
        Json::BooleanLit(truth) => FactInput::Bool(truth.value),
        Json::StringLit(text) => FactInput::Text(text.value.clone().into_owned()),
        Json::NumberLit(number) => match (slot.kind, number.value.parse()) {
            (Type::Int, Ok(number)) => FactInput::Int(number),
            (Type::Int, Err(_)) => {
                let reason = number_shape(number.value).map_or("whole", NumberShape::reason);
                return Err(imprecise(&slot.name, reason, written));
            }
            (Type::Decimal, _) => return Err(unquoted(policy, slot, number.value)),
            _ => return Err(wrong_type(policy, slot, written)),
        },
        Json::Array(_) | Json::Object(_) => return Err(wrong_type(policy, slot, written)),
    };
    let word = match &input {
        FactInput::Text(text) => text.as_str(),
        FactInput::Bool(_) | FactInput::Int(_) | FactInput::List(_) => written,
    };
    scalar(policy, slot, &input).map(Some).map_err(|problem| refused(policy, slot, problem, word, written))
}

/// Reads the records of a list from a JSON array that stands alone, as on the command line.
pub(super) fn list_from_text(policy: &Policy, id: FactId, text: &str) -> Result<Option<Value>, Diagnostics> {
    // The array becomes a value of an object, which is what a text of facts has to be.
    let object = format!("{{\"list\": {text}\n}}");
    let document = Document::read(crate::source::SourceId::default(), &object)?;
    let units =
        UnitsInUse::of_defaults(policy, &policy.facts().iter().enumerate().map(|(at, _)| FactId::new(at)).collect());
    let mut reader = Reader { policy, document: &document, units, diagnostics: document.faults.clone() };
    let value = document.object.properties.first().and_then(|property| reader.fact(id, &property.value));
    if reader.diagnostics.is_empty() { Ok(value) } else { Err(reader.diagnostics) }
}
