//! Concrete cases in the shape that programs read, and what is said of how many there are.

use crate::analyse::Count;
use crate::decide::{Facts, OutcomeDecision, Status};
use crate::diagnostic::Diagnostic;
use crate::policy::{FactId, Policy, Value};
use serde_json::{Map, json};

/// Some facts of a case as `eval --facts` reads them.
pub(super) fn facts_json(policy: &Policy, facts: &Facts, named: &[FactId]) -> serde_json::Value {
    let mut object = Map::new();
    for id in named {
        let (Some(fact), Some(value)) = (policy.facts().get(id.index()), facts.get(*id)) else { continue };
        let value = value_json(policy, value);
        match fact.name.role() {
            None => {
                object.insert(fact.name.own().to_owned(), value);
            }
            Some(role) => {
                let of_role = object.entry(role.to_owned()).or_insert_with(|| json!({}));
                if let Some(of_role) = of_role.as_object_mut() {
                    of_role.insert(fact.name.own().to_owned(), value);
                }
            }
        }
    }
    object.into()
}

fn value_json(policy: &Policy, value: &Value) -> serde_json::Value {
    match value {
        Value::Bool(truth) => json!(truth),
        Value::Int(number) => json!(number),
        Value::List(of, records) => {
            let fields = policy.records().get(of.index()).map(|of| of.fields.as_slice()).unwrap_or_default();
            let record = |record: &crate::policy::Record| {
                let known = fields.iter().zip(record).filter_map(|(field, value)| Some((field, value.as_ref()?)));
                known.map(|(field, value)| (field.name.clone(), value_json(policy, value))).collect::<Map<_, _>>()
            };
            records.iter().map(|one| serde_json::Value::Object(record(one))).collect()
        }
        value => json!(policy.show(value)),
    }
}

/// Some facts of a case, and what outcomes come to.
pub(super) fn case_json(facts: &serde_json::Value, outcomes: &[&OutcomeDecision]) -> serde_json::Value {
    json!({ "facts": facts, "outcomes": outcomes })
}

/// What an outcome comes to, in words: its values from light to heavy, else its status.
pub(super) fn result(decided: &OutcomeDecision) -> String {
    let status = match decided.status {
        Status::Decided => None,
        Status::Exempt => Some("exempt"),
        Status::NotAddressed => Some("not_addressed"),
        Status::Conflict => Some("conflict"),
        Status::Undetermined => Some("undetermined"),
        Status::OutOfScope => Some("out_of_scope"),
    };
    if let Some(status) = status {
        return status.to_owned();
    }
    let mut words = decided.permitted.words();
    if decided.none {
        words.insert(0, "none".to_owned());
    }
    words.join(", ")
}

/// Adds in how many cases something is so.
pub(super) fn with_count(finding: Diagnostic, count: &Count) -> Diagnostic {
    finding.with("cases", count.cases()).with("total", count.of()).with("share", share(count.millionths()))
}

/// A share in percent with one digit; one that is not nothing is never shown as nothing.
fn share(millionths: u32) -> String {
    let tenths = (millionths + 500) / 1_000;
    if tenths == 0 { "<0.1%".to_owned() } else { format!("{}.{}%", tenths / 10, tenths % 10) }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_have_one_digit() {
        assert_eq!([0, 499, 500, 125_000, 1_000_000].map(share), ["<0.1%", "<0.1%", "0.1%", "12.5%", "100.0%"]);
    }
}
