//! The JSON Schema and the reader of facts say the same: what one accepts, the other does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use policyc::decide::json_schema;
use policyc::policy::check_file;
use policyc::source::SourceId;
use policyc::{Language, Policy, check_text, facts_from_json};
use regex::Regex;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Whether a value fits a schema; knows the keywords that the schemas of facts use, and no others.
fn fits(schema: &Value, value: &Value) -> bool {
    let Value::Object(schema) = schema else { return schema.as_bool().unwrap() };
    schema.iter().all(|(keyword, wanted)| match keyword.as_str() {
        "$schema" | "title" | "description" | "default" | "format" => true,
        "type" => match wanted {
            Value::Array(types) => types.iter().any(|wanted| has_type(wanted, value)),
            wanted => has_type(wanted, value),
        },
        "enum" => wanted.as_array().unwrap().contains(value),
        "anyOf" => wanted.as_array().unwrap().iter().any(|schema| fits(schema, value)),
        "pattern" => value.as_str().is_none_or(|text| Regex::new(wanted.as_str().unwrap()).unwrap().is_match(text)),
        "minimum" => integer(value).is_none_or(|number| number >= integer(wanted).unwrap()),
        "maximum" => integer(value).is_none_or(|number| number <= integer(wanted).unwrap()),
        "items" => value.as_array().is_none_or(|items| items.iter().all(|item| fits(wanted, item))),
        "properties" => value.as_object().is_none_or(|object| {
            object.iter().all(|(name, value)| wanted.get(name).is_none_or(|schema| fits(schema, value)))
        }),
        "additionalProperties" => value.as_object().is_none_or(|object| {
            assert_eq!(wanted, &json!(false));
            object.keys().all(|name| schema["properties"].get(name).is_some())
        }),
        other => panic!("unknown keyword {other}"),
    })
}

fn integer(value: &Value) -> Option<i128> {
    value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from))
}

fn has_type(wanted: &Value, value: &Value) -> bool {
    match wanted.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("unknown type {other}"),
    }
}

#[test]
fn every_shipped_case_fits_the_schema_of_its_policy() {
    let mut seen = 0;
    for folder in fs::read_dir("policies/cases").unwrap() {
        let folder = folder.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap();
        let checked = check_file(Path::new(&format!("policies/{name}.policy"))).unwrap();
        let policy = checked.policy.unwrap_or_else(|| panic!("{name}: {:?}", checked.diagnostics));
        let schema = json_schema(&policy, Language::Chinese);
        for case in fs::read_dir(&folder).unwrap() {
            let case = case.unwrap().path();
            if case.extension().is_none_or(|ending| ending != "json") {
                continue;
            }
            let text = fs::read_to_string(&case).unwrap();
            assert!(fits(&schema, &serde_json::from_str(&text).unwrap()), "{}", case.display());
            assert!(facts_from_json(&policy, SourceId(1), &text).is_ok(), "{}", case.display());
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

fn policy() -> Policy {
    let text = r#"
        scale measure { reminder < warning }
        role driver
        role leader
        record past { kind: measure, decided_on: date, fine: money, times: int, share: decimal, guilty: bool, term: duration }
        fact severity: measure
        fact done: bool
        fact times: int
        fact share: decimal
        fact loss: money
        fact ended: date
        fact term: duration
        fact waiting: duration
        fact open: duration
        fact driver: bool
        fact careless of driver: bool
        fact history of driver: list of past
        reading both_needed { either "one suffices", both "both are needed" } prefer either
        define late = term ≥ 3 months and waiting ≥ 3 working days and loss ≥ 1.00 CNY
        outcome sanction of leader: measure
        outcome fine of leader: money combine sum
        outcome points: int combine sum
        outcome ban: duration combine sum
        if done then fine of leader ∈ 1.00 CNY .. 2.00 CNY
        if late then ban = 6 months
    "#;
    let checked = check_text("office.policy", text);
    checked.policy.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
}

/// Values of every kind, right for some types and wrong for most.
fn values() -> Vec<Value> {
    let texts = [
        "",
        "reminder",
        "warning",
        "waring",
        "none",
        "never",
        "从未",
        "either",
        "both",
        "true",
        "3",
        "-3",
        "0.10",
        "1.",
        ".5",
        "1e3",
        "12.50 CNY",
        "-1 CNY",
        "12.50CNY",
        "1 USD",
        "1 cny",
        "CNY",
        "2024-03-05",
        "2024-3-5",
        "2024-13-01",
        "2024-03-05T00:00",
        "3 months",
        "1 month",
        "2 years",
        "1年",
        "3个月",
        "3 days",
        "3天",
        "5 working days",
        "5个工作日",
        "3 weeks",
        "months",
        "-1 months",
        "Li Ming",
    ];
    let records = [
        json!({}),
        json!({ "kind": "warning", "decided_on": "never", "fine": "1 CNY", "times": 2, "share": "0.5", "guilty": null, "term": "1 day" }),
        json!({ "kind": 3 }),
        json!({ "kynd": "warning" }),
        json!({ "times": "2" }),
    ];
    let lists = records.iter().map(|record| json!([record, null])).chain([json!([]), json!([3]), json!([[]])]);
    let others =
        [json!(null), json!(true), json!(0), json!(i64::MIN), json!(u64::MAX), json!(1.5), json!({ "careless": true })];
    let more = [
        json!({ "careless": "true" }),
        json!({ "careles": true }),
        json!({ "history": [{}] }),
        json!({ "driver": "Li Ming" }),
    ];
    let texts = texts.iter().map(|text| json!(text));
    texts.chain(lists).chain(records.clone()).chain(others).chain(more).collect()
}

#[test]
fn the_schema_accepts_what_is_read_and_nothing_else() {
    let policy = policy();
    let schema = json_schema(&policy, Language::English);
    let tops = ["severity", "done", "times", "share", "loss", "ended", "term", "waiting", "open", "driver", "leader"];
    let more = ["both_needed", "as_of", "chosen", "persons", "nothing"];
    let nested = ["driver careless", "driver history", "chosen sanction of leader", "chosen fine of leader"];
    let last =
        ["chosen points", "chosen ban", "chosen sanction", "persons driver", "persons nobody", "leader careless"];
    let mut accepted = 0;
    for place in tops.iter().chain(&more).chain(&nested).chain(&last) {
        for value in values() {
            let facts = match place.split_once(' ').filter(|_| !tops.contains(place)) {
                Some((group, name)) => json!({ group: { name: value } }),
                None => json!({ *place: value }),
            };
            let read = facts_from_json(&policy, SourceId(0), &facts.to_string());
            assert_eq!(fits(&schema, &facts), read.is_ok(), "{facts}: {:?}", read.err());
            accepted += usize::from(read.is_ok());
        }
    }
    assert!(accepted > 100, "{accepted}");
}
