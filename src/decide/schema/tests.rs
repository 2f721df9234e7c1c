#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use super::json_schema;
use crate::decide::facts_from_json;
use crate::diagnostic::Language;
use crate::policy::{Policy, check_text};
use crate::source::SourceId;

fn policy() -> Policy {
    let text = r#"
        policy forms zh "表单" en "Forms"
        scale severity { minor < major < grave }
        fact severity: severity zh "情节" en "Severity" default minor
        fact reported: bool default false "主动报告"
        fact times: int default 3
        fact rate: decimal default 0.50
        fact loss: money default 10.00 CNY
        fact other: money
        fact day: date default 2024-03-05
        fact term: duration default 3 months
        fact waiting: duration
        fact notice: duration
        define late = term ≥ 3 months
        define soon = notice ≤ 3 working days
    "#;
    let checked = check_text("forms.policy", text);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    checked.policy.unwrap()
}

#[test]
fn it_has_a_property_for_each_fact() {
    let schema = json_schema(&policy(), Language::English);
    insta::assert_snapshot!(serde_json::to_string_pretty(&schema).unwrap());
    let chinese = json_schema(&policy(), Language::Chinese);
    assert_eq!(chinese.get("title"), Some(&"表单".into()));
    assert_eq!(chinese.pointer("/properties/severity/title"), Some(&"情节".into()));
}

#[test]
fn its_defaults_are_facts() {
    let policy = policy();
    let schema = json_schema(&policy, Language::English);
    let properties = schema.get("properties").and_then(|found| found.as_object()).unwrap();
    let defaults = properties.iter().filter_map(|(name, schema)| Some((name.clone(), schema.get("default")?.clone())));
    let defaults = serde_json::Value::Object(defaults.collect());
    let facts = facts_from_json(&policy, SourceId(0), &defaults.to_string()).unwrap();
    assert_eq!(facts.known(), crate::decide::Facts::new(&policy).known());
}

#[test]
fn it_describes_roles_lists_choices_and_persons() {
    let text = r#"
        scale measure { reminder "提醒" < warning }
        body county
        role driver en "Driver" zh "驾驶员"
        role leader
        record past en "Earlier measure" { kind: measure "Kind", decided_on: date, term: duration }
        fact driver: bool
        fact careless of driver: bool en "Careless" zh "疏忽大意"
        fact history of driver: list of past default [ {kind = warning, decided_on = never}, {} ]
        fact ended: date
        judgement disgraceful of leader: bool by county criterion "public outcry with press coverage"
        reading both_needed { either "one suffices", both "both are needed" } prefer both
        define long of driver = exists history of driver where term ≥ 3 months
        outcome sanction of driver: measure
        outcome fine of leader: money combine sum "Fine"
        outcome points: int combine sum
        if ended > 2024-01-01 then fine of leader ∈ 1.00 CNY .. 2.00 CNY
    "#;
    let checked = check_text("office.policy", text);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    let schema = json_schema(&checked.policy.unwrap(), Language::English);
    insta::assert_snapshot!(serde_json::to_string_pretty(&schema).unwrap());
}
