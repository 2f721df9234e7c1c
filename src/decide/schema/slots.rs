//! The schema of a single value.

use crate::policy::{EnumerationId, Policy, Type, Unit};
use serde_json::{Map, Value as Json, json};

const DECIMAL: &str = "-?[0-9]+(\\.[0-9]+)?";
const DAY: &str = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

/// The word for the day of something that has not happened.
pub(super) const NEVER: &str = "never";
/// The word for "no measure".
const NO_MEASURE: &str = "none";

/// What a value may be besides those of its type and `null`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TextForm {
    /// Nothing.
    OfFact,
    /// "No measure".
    OfChoice,
}

/// The pattern of a day of the calendar.
pub(super) fn day() -> String {
    format!("^{DAY}$")
}

/// The schema of a single value of this type, in this unit where the policy leaves no other.
pub(super) fn slot(policy: &Policy, kind: Type, unit: Option<&Unit>, form: TextForm) -> Map<String, Json> {
    let none = (form == TextForm::OfChoice).then_some(NO_MEASURE);
    let (json_type, more) = match kind {
        Type::Bool => ("boolean", json!({})),
        Type::Int => ("integer", json!({ "minimum": i64::MIN, "maximum": i64::MAX })),
        Type::Decimal => ("string", json!({ "pattern": pattern(DECIMAL, none) })),
        Type::Money => ("string", json!({ "pattern": pattern(&money(unit), none) })),
        Type::Date => {
            let day = json!({ "format": "date", "pattern": day() });
            ("string", json!({ "anyOf": [day, { "enum": [NEVER, "从未", null] }] }))
        }
        Type::Duration => ("string", json!({ "pattern": pattern(&period(unit), none) })),
        Type::Enumeration(of) => ("string", json!({ "enum": members(policy, of, none) })),
        // The records of a list are no single values.
        Type::List(_) => ("array", json!({})),
    };
    let types = match (kind, none) {
        (Type::Int, Some(none)) => {
            let number = json!({ "type": json_type, "minimum": i64::MIN, "maximum": i64::MAX });
            return Map::from_iter([("anyOf".to_owned(), json!([number, { "enum": [none, null] }]))]);
        }
        _ => json!([json_type, "null"]),
    };
    let mut schema = Map::from_iter([("type".to_owned(), types)]);
    if let Json::Object(mut more) = more {
        schema.append(&mut more);
    }
    schema
}

fn pattern(form: &str, none: Option<&str>) -> String {
    match none {
        Some(none) => format!("^({form}|{none})$"),
        None => format!("^{form}$"),
    }
}

fn money(unit: Option<&Unit>) -> String {
    let currency = match unit {
        Some(Unit::Currency(code)) => code,
        _ => "[A-Z]{3}",
    };
    format!("\\s*{DECIMAL}[ \\u3000]\\s*{currency}\\s*")
}

/// A period in the words for its unit; in those of all units where the policy leaves it open.
fn period(unit: Option<&Unit>) -> String {
    let words = match unit {
        Some(Unit::Days) => "days?|天|日",
        Some(Unit::WorkingDays) => "working\\s+days?|个?工作日",
        Some(Unit::Months) => "months?|个月|years?|年",
        _ => "days?|天|日|working\\s+days?|个?工作日|months?|个月|years?|年",
    };
    format!("\\s*-?[0-9]+\\s*({words})\\s*")
}

fn members(policy: &Policy, of: EnumerationId, none: Option<&str>) -> Json {
    let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
    let names = members.iter().map(|member| member.name.as_str()).chain(none);
    names.map(Json::from).chain([Json::Null]).collect()
}
