#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use super::{FactInput, FactProblem, RecordInput, fact_named, value_of};
use crate::decide::{Facts, facts_from_json};
use crate::policy::{Policy, Value, check_text};
use crate::source::SourceId;

fn policy() -> Policy {
    let text = r"
        scale measure { warning < removal }
        role driver
        role leader
        record past { kind: measure, decided_on: date, fine: money }
        fact knew of leader: bool
        fact careless of driver: bool
        fact careless of leader: bool
        fact history of driver: list of past
        fact ended: date
    ";
    let checked = check_text("roles.policy", text);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    checked.policy.unwrap()
}

#[test]
fn facts_of_roles_have_whole_names() {
    let policy = policy();
    let careless = policy.fact("careless of driver").unwrap();
    for name in ["careless of driver", "driver.careless", "driver 的 careless"] {
        assert_eq!(fact_named(&policy, name), Ok(careless), "{name}");
    }
    let suggested = |name: &str| match fact_named(&policy, name) {
        Err(FactProblem::UnknownFact { suggestion, .. }) => suggestion,
        _ => None,
    };
    assert_eq!(suggested("knew").as_deref(), Some("knew of leader"));
    assert_eq!(suggested("carless of driver").as_deref(), Some("careless of driver"));
    assert_eq!(suggested("driver.carless").as_deref(), Some("careless of driver"));
    assert_eq!(suggested("careless"), None, "two roles have it");
}

#[test]
fn records_are_built_field_by_field() {
    let policy = policy();
    let record = || RecordInput::new().with("kind", "warning").with("decided_on", "2024-03-05");
    let facts = Facts::new(&policy).with("driver.history", [record(), RecordInput::new().with("decided_on", "never")]);
    let from_json = facts_from_json(
        &policy,
        SourceId(0),
        r#"{"driver": {"history": [{"kind": "warning", "decided_on": "2024-03-05", "fine": null}, {"decided_on": "never"}]}}"#,
    );
    let history = policy.fact("history of driver").unwrap();
    assert_eq!(facts.unwrap().get(history), from_json.unwrap().get(history));

    let wrong = |record: RecordInput| value_of(&policy, history, &FactInput::from([RecordInput::new(), record]));
    assert_eq!(
        wrong(record().with("kynd", "removal")),
        Err(FactProblem::UnknownField {
            fact: "history of driver".to_owned(),
            name: "kynd".to_owned(),
            suggestion: Some("kind".to_owned())
        })
    );
    assert_eq!(
        wrong(record().with("kind", "removal")),
        Err(FactProblem::FieldTwice { fact: "history of driver › 2 › kind".to_owned() })
    );
    assert!(
        matches!(wrong(record().with("fine", 3)), Err(FactProblem::WrongType { fact, .. }) if fact.ends_with("2 › fine"))
    );
    assert!(value_of(&policy, history, &"[]".into()).is_err());
}

#[test]
fn never_is_a_day() {
    let policy = policy();
    let ended = policy.fact("ended").unwrap();
    assert_eq!(value_of(&policy, ended, &"never".into()), Ok(Value::Never));
    assert_eq!(value_of(&policy, ended, &"从未".into()), Ok(Value::Never));
    assert!(value_of(&policy, ended, &"Never".into()).is_err());
}
