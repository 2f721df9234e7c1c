//! Reading earlier decisions from JSON: everything that is wrong with them in one run, each fault at its place.

use crate::decide::input::{FactInput, FactProblem, Slot, scalar};
use crate::decide::json::text::{Document, shown};
use crate::decide::object::{Reader, Subject, Values, Word, about, suggesting};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::policy::{OutcomeId, PastDecision, Policy, Value};
use crate::source::{SourceId, Span};
use jsonc_parser::ast::{Object, Value as Json};
use std::collections::BTreeMap;

const SUBJECT: Subject = Subject { name: "history", shape: Code::HistoryShape, day: Code::PastDay };

/// Reads earlier decisions on one person from a JSON object:
/// `{"decisions": [{"outcome": "sanction of driver", "value": "warning", "on": "2024-03-05"}, …]}`.
///
/// The value `"none"` is no measure and has no effects; such decisions are left out. `source` is the id that the places
/// of diagnostics carry; `text` is the whole text under that id.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the text: it is not JSON or has another shape, names an
/// outcome that the policy does not have, has a value that the outcome cannot have, or gives a decision twice.
pub fn history_from_json(policy: &Policy, source: SourceId, text: &str) -> Result<Vec<PastDecision>, Diagnostics> {
    let document = Document::read(source, text).map_err(|found| about(SUBJECT, found))?;
    let mut reader = Reader::new(&document, SUBJECT);
    let values = reader.values(&document.object, &["decisions", "person", "note"]);
    let mut history = History { policy, decisions: Vec::new(), first: BTreeMap::new() };
    if let Some(person) = values.get("person") {
        reader.word("person", person);
    }
    let objects = reader.required(&document.object, &values, "decisions");
    for object in objects.map(|value| reader.objects("decisions", value)).unwrap_or_default() {
        if reader.is_full() {
            break;
        }
        history.read(&mut reader, object);
    }
    let found = reader.finish();
    if found.is_empty() { Ok(history.decisions) } else { Err(found) }
}

/// What a decision imposed.
enum Imposed {
    Measure(Value),
    Nothing,
}

struct History<'p> {
    policy: &'p Policy,
    decisions: Vec<PastDecision>,
    /// Where each decision was first given, by all that is said of it.
    first: BTreeMap<(OutcomeId, String, jiff::civil::Date, Option<String>), Span>,
}

impl History<'_> {
    fn read<'d, 't>(&mut self, reader: &mut Reader<'d, 't>, object: &'d Object<'t>) {
        let values = reader.values(object, &["outcome", "value", "on", "reference", "note"]);
        let outcome = reader.required(object, &values, "outcome").and_then(|value| reader.word("outcome", value));
        let outcome = outcome.and_then(|word| self.outcome(reader, word));
        let value = reader.required(object, &values, "value");
        let value = outcome.zip(value).and_then(|(outcome, value)| self.value(reader, outcome, value));
        let on = reader.required(object, &values, "on").and_then(|value| reader.day("on", value));
        let reference = Self::reference(reader, &values);
        let (Some(outcome), Some(Imposed::Measure(value)), Some(on)) = (outcome, value, on) else { return };
        let place = reader.beginning(object);
        let whole = (outcome, self.policy.show(&value), on, reference.clone());
        if let Some(first) = self.first.get(&whole) {
            reader.complain(Diagnostic::new(Code::PastTwice, place).label(*first, "first"));
            return;
        }
        self.first.insert(whole, place);
        self.decisions.push(PastDecision { outcome, value, on, reference });
    }

    fn reference<'d, 't>(reader: &mut Reader<'d, 't>, values: &Values<'d, 't>) -> Option<String> {
        let word = values.get("reference").and_then(|value| reader.word("reference", value));
        word.map(|word| word.text.to_owned())
    }

    fn outcome(&self, reader: &mut Reader<'_, '_>, word: Word<'_>) -> Option<OutcomeId> {
        let outcomes = self.policy.outcomes();
        let found = outcomes.iter().position(|outcome| outcome.name.as_str() == word.text);
        if found.is_none() {
            let complaint = Diagnostic::new(Code::UnknownPastOutcome, word.span).with("name", shown(word.text));
            let of_role = outcomes.iter().find(|outcome| outcome.name.own() == word.text);
            let suggestion = of_role.map(|outcome| outcome.name.as_str());
            let suggestion =
                suggestion.or_else(|| nearest(word.text, outcomes.iter().map(|found| found.name.as_str())));
            reader.complain(suggesting(complaint, suggestion));
        }
        found.map(OutcomeId::new)
    }

    /// What was imposed.
    fn value(&self, reader: &mut Reader<'_, '_>, outcome: OutcomeId, json: &Json<'_>) -> Option<Imposed> {
        let slot = Slot::outcome(self.policy, outcome)?;
        let found = match json {
            Json::StringLit(text) => shown(&text.value),
            other => shown(reader.written(other)),
        };
        let complaint = Diagnostic::new(Code::PastValue, reader.span(json));
        let complaint = complaint.with("name", slot.name.to_string()).with("found", found);
        let wanted = self.policy.show_type(slot.kind);
        match value_input(json).map(|input| scalar(self.policy, slot, &input)) {
            Some(Ok(value)) => match self.unit_that_differs(outcome, &value) {
                None => return Some(Imposed::Measure(value)),
                Some(unit) => reader.complain(complaint.with("reason", "unit").with("wanted", unit)),
            },
            Some(Err(_)) if matches!(json, Json::StringLit(word) if matches!(&*word.value, "none" | "无")) => {
                return Some(Imposed::Nothing);
            }
            Some(Err(FactProblem::UnknownMember { members, suggestion, .. })) => {
                let complaint = complaint.with("wanted", wanted).with("reason", "member").with("members", members);
                reader.complain(suggesting(complaint, suggestion.as_deref()));
            }
            Some(Err(FactProblem::Precision { .. })) => {
                reader.complain(complaint.with("wanted", wanted).with("reason", "digits"));
            }
            Some(Err(_)) | None => reader.complain(complaint.with("wanted", wanted).with("reason", "type")),
        }
        None
    }

    /// The unit that the policy counts an outcome in, where a value has another one.
    fn unit_that_differs(&self, outcome: OutcomeId, value: &Value) -> Option<String> {
        let class = self.policy.outcomes().get(outcome.index())?.unit.as_ref()?;
        let (wanted, found) = (class.unit.as_ref()?, value.unit()?);
        (*wanted != found).then(|| wanted.to_string())
    }
}

/// What a value is read from; `None` for arrays, objects, and numbers that a program may have rounded.
fn value_input(json: &Json<'_>) -> Option<FactInput> {
    match json {
        Json::StringLit(text) => Some(FactInput::Text(text.value.clone().into_owned())),
        Json::NumberLit(number) => number.value.parse().ok().map(FactInput::Int),
        Json::BooleanLit(truth) => Some(FactInput::Bool(truth.value)),
        Json::Array(_) | Json::Object(_) | Json::NullKeyword(_) => None,
    }
}
