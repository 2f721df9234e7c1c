//! The JSON Schema of the facts: what [`facts_from_json`](super::facts_from_json) accepts, for forms and editors.

mod slots;

use crate::diagnostic::Language;
use crate::policy::{EnumerationId, Fact, Labels, Outcome, Policy, RecordId, Role, Type, Value};
use serde_json::{Map, Value as Json, json};
use slots::{TextForm, day, slot};

/// The JSON Schema (2020-12) of the facts of a policy. Titles and descriptions are the labels in `language`, where there
/// are any.
///
/// Every fact may be left out or `null`: then it has its default, or is unknown.
#[must_use]
pub fn json_schema(policy: &Policy, language: Language) -> Json {
    let schema = Schema { policy, language };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": policy.labels().get(language).unwrap_or(policy.name()),
        "type": "object",
        "properties": schema.properties(),
        "additionalProperties": false,
    })
}

struct Schema<'p> {
    policy: &'p Policy,
    language: Language,
}

impl Schema<'_> {
    /// The facts of the case, then the roles with theirs, then what is said of the case besides facts.
    fn properties(&self) -> Map<String, Json> {
        let mut properties = Map::new();
        for fact in self.policy.facts().iter().filter(|fact| fact.name.role().is_none()) {
            properties.insert(fact.name.own().to_owned(), Json::Object(self.fact(fact)));
        }
        for role in self.policy.roles() {
            let schema = self.role(role);
            let both = match properties.remove(&role.name) {
                // A fact and a role may have one name; the value shows which is meant.
                Some(fact) => json!({ "anyOf": [fact, schema] }),
                None => schema,
            };
            properties.insert(role.name.clone(), both);
        }
        let is_free =
            |name: &str| self.policy.fact(name).is_none() && self.policy.roles().iter().all(|role| role.name != name);
        let persons: Map<String, Json> =
            self.policy.roles().iter().map(|role| (role.name.clone(), self.person(role))).collect();
        let choices: Map<String, Json> =
            self.policy.outcomes().iter().map(|outcome| (outcome.name.to_string(), self.choice(outcome))).collect();
        let more = [
            ("as_of", Some(json!({ "type": ["string", "null"], "format": "date", "pattern": day() }))),
            ("chosen", (!choices.is_empty()).then(|| group(choices))),
            ("persons", (!persons.is_empty()).then(|| group(persons))),
        ];
        for (name, schema) in more {
            if let Some(schema) = schema.filter(|_| is_free(name)) {
                properties.insert(name.to_owned(), schema);
            }
        }
        properties
    }

    /// The object of a role's facts.
    fn role(&self, role: &Role) -> Json {
        let facts = self.policy.facts().iter().filter(|fact| fact.name.role() == Some(role.name.as_str()));
        let facts: Map<String, Json> =
            facts.map(|fact| (fact.name.own().to_owned(), Json::Object(self.fact(fact)))).collect();
        titled(role.labels.get(self.language), group(facts))
    }

    fn person(&self, role: &Role) -> Json {
        titled(role.labels.get(self.language), json!({ "type": ["string", "null"] }))
    }

    fn fact(&self, fact: &Fact) -> Map<String, Json> {
        let mut schema = Map::new();
        let mut put = |key: &str, value: Json| schema.insert(key.to_owned(), value);
        if let Some(title) = fact.labels.get(self.language) {
            put("title", title.into());
        }
        let criterion = fact.judgement.as_ref().and_then(|judgement| judgement.criterion.clone());
        if let Some(description) = self.description(fact.kind, criterion) {
            put("description", description.into());
        }
        if let Type::List(of) = fact.kind {
            put("type", json!(["array", "null"]));
            put("items", self.record(of));
        } else {
            let unit = fact.unit.as_ref().and_then(|class| class.unit.as_ref());
            schema.append(&mut slot(self.policy, fact.kind, unit, TextForm::OfFact));
        }
        if let Some(default) = &fact.default {
            schema.insert("default".to_owned(), self.value(default));
        }
        schema
    }

    /// The records of a list.
    fn record(&self, of: RecordId) -> Json {
        let Some(record) = self.policy.records().get(of.index()) else { return Json::Bool(false) };
        let field = |field: &crate::policy::Field| {
            let unit = field.unit.as_ref().and_then(|class| class.unit.as_ref());
            let schema = self.described(field.kind, slot(self.policy, field.kind, unit, TextForm::OfFact));
            (field.name.clone(), titled(field.labels.get(self.language), schema))
        };
        titled(record.labels.get(self.language), group(record.fields.iter().map(field).collect()))
    }

    /// What the authority can choose for an outcome.
    fn choice(&self, outcome: &Outcome) -> Json {
        let unit = outcome.unit.as_ref().and_then(|class| class.unit.as_ref());
        let kind = outcome.values.value_type();
        let schema = self.described(kind, slot(self.policy, kind, unit, TextForm::OfChoice));
        titled(outcome.labels.get(self.language), schema)
    }

    /// By what a judgement is measured, and what the members of an enumeration are called.
    fn description(&self, kind: Type, criterion: Option<String>) -> Option<String> {
        let members = match kind {
            Type::Enumeration(of) => self.members(of),
            _ => Vec::new(),
        };
        let lines: Vec<String> = criterion.into_iter().chain(members).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// A schema with a description in front, where there is something to describe.
    fn described(&self, kind: Type, schema: Map<String, Json>) -> Json {
        let description = self.description(kind, None).map(|text| ("description".to_owned(), Json::from(text)));
        Json::Object(description.into_iter().chain(schema).collect())
    }

    /// A line for each member that has a label.
    fn members(&self, of: EnumerationId) -> Vec<String> {
        let members = self.policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
        let labelled = |name: &str, labels: &Labels| {
            labels.get(self.language).filter(|label| *label != name).map(|label| format!("{name}: {label}"))
        };
        members.iter().filter_map(|member| labelled(&member.name, &member.labels)).collect()
    }

    /// A value as JSON facts have it.
    fn value(&self, value: &Value) -> Json {
        match value {
            Value::Bool(truth) => (*truth).into(),
            Value::Int(number) => (*number).into(),
            Value::List(of, records) => {
                let fields = self.policy.records().get(of.index()).map(|record| record.fields.as_slice());
                let fields = fields.unwrap_or_default();
                let record = |record: &crate::policy::Record| {
                    let known = fields.iter().zip(record.iter());
                    let known =
                        known.filter_map(|(field, value)| Some((field.name.clone(), self.value(value.as_ref()?))));
                    Json::Object(known.collect())
                };
                records.iter().map(record).collect()
            }
            Value::Never => slots::NEVER.into(),
            _ => self.policy.show(value).into(),
        }
    }
}

/// An object with these properties and no others; `null` says as little as an empty one.
fn group(properties: Map<String, Json>) -> Json {
    let schema = [
        ("type", json!(["object", "null"])),
        ("properties", Json::Object(properties)),
        ("additionalProperties", false.into()),
    ];
    schema.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A schema with a title in front.
fn titled(title: Option<&str>, schema: Json) -> Json {
    match (title, schema) {
        (Some(title), Json::Object(schema)) => {
            let title = ("title".to_owned(), Json::from(title));
            Json::Object(std::iter::once(title).chain(schema).collect())
        }
        (_, schema) => schema,
    }
}

#[cfg(test)]
mod tests;
