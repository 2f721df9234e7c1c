//! The JSON Schema of the facts: what [`facts_from_json`](super::facts_from_json) accepts, for forms and editors.

use crate::diagnostic::Language;
use crate::policy::{EnumerationId, Fact, Policy, Type, Unit, Value};
use serde_json::{Map, Value as Json, json};

const DECIMAL: &str = "-?[0-9]+(\\.[0-9]+)?";

/// The JSON Schema (2020-12) of the facts of a policy. Titles are the labels in `language`, where there are any.
///
/// Every fact may be left out or `null`: then it has its default, or is unknown.
#[must_use]
pub fn json_schema(policy: &Policy, language: Language) -> Json {
    let properties: Map<String, Json> =
        policy.facts().iter().map(|fact| (fact.name.clone(), Json::Object(property(policy, fact, language)))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": policy.labels().get(language).unwrap_or(policy.name()),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

fn property(policy: &Policy, fact: &Fact, language: Language) -> Map<String, Json> {
    let mut schema = Map::new();
    let mut put = |key: &str, value: Json| schema.insert(key.to_owned(), value);
    if let Some(title) = fact.labels.get(language) {
        put("title", title.into());
    }
    put("type", json!([json_type(fact.kind), "null"]));
    let unit = fact.unit.as_ref().and_then(|class| class.unit.as_ref());
    match fact.kind {
        Type::Bool => {}
        Type::Int => {
            put("minimum", i64::MIN.into());
            put("maximum", i64::MAX.into());
        }
        Type::Decimal => {
            put("pattern", format!("^{DECIMAL}$").into());
        }
        Type::Money => {
            put("pattern", money_pattern(unit).into());
        }
        Type::Date => {
            put("format", "date".into());
            put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$".into());
        }
        Type::Duration => {
            put("pattern", format!("^\\s*-?[0-9]+\\s*({})\\s*$", period_units(unit)).into());
        }
        Type::Enumeration(of) => {
            put("enum", members(policy, of));
        }
    }
    if let Some(default) = &fact.default {
        put("default", json_value(policy, default));
    }
    schema
}

fn json_type(kind: Type) -> &'static str {
    match kind {
        Type::Bool => "boolean",
        Type::Int => "integer",
        Type::Decimal | Type::Money | Type::Date | Type::Duration | Type::Enumeration(_) => "string",
    }
}

fn money_pattern(unit: Option<&Unit>) -> String {
    let currency = match unit {
        Some(Unit::Currency(code)) => code,
        _ => "[A-Z]{3}",
    };
    format!("^\\s*{DECIMAL}[ \\u3000]\\s*{currency}\\s*$")
}

/// The words for a unit of periods; those of all units where the policy leaves it open.
fn period_units(unit: Option<&Unit>) -> &'static str {
    match unit {
        Some(Unit::Days) => "days?|天|日",
        Some(Unit::WorkingDays) => "working\\s+days?|个?工作日",
        Some(Unit::Months) => "months?|个月|years?|年",
        _ => "days?|天|日|working\\s+days?|个?工作日|months?|个月|years?|年",
    }
}

fn members(policy: &Policy, of: EnumerationId) -> Json {
    let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
    members.iter().map(|member| Json::from(member.name.as_str())).chain([Json::Null]).collect()
}

/// A value as JSON facts have it.
fn json_value(policy: &Policy, value: &Value) -> Json {
    match value {
        Value::Bool(truth) => (*truth).into(),
        Value::Int(number) => (*number).into(),
        _ => policy.show(value).into(),
    }
}

#[cfg(test)]
mod tests;
