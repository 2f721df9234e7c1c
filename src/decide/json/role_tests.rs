//! Facts of roles, lists of records, what was chosen, who holds a role.
#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use super::tests::{line, lines};
use super::{apply_setting, facts_from_json, facts_from_serialize, reading_of};
use crate::decide::Facts;
use crate::diagnostic::Diagnostics;
use crate::policy::{Policy, check_text};
use crate::source::SourceId;
use crate::source::limits::MAX_DIAGNOSTICS;
use std::fmt::Write as _;
use std::sync::LazyLock;

const ROLES: &str = r#"
    policy office
    scale measure { reminder < warning < removal }
    enum ground { fault, neglect }
    role driver
    role leader
    role clerk
    record appraisal { year: int, targets_met: bool }
    record past { kind: measure, decided_on: date, fine: money, note: ground, term: duration }
    fact severity: measure
    fact driver: bool
    fact careless of driver: bool
    fact knew of leader: bool
    fact paid of leader: money
    fact appraisals of leader: list of appraisal
    fact history of driver: list of past
    fact ended: date
    reading both_needed { either "one suffices", both "both are needed" } prefer either
    define recent of driver = count history of driver where term ≥ 3 months
    define much of driver = exists history of driver where fine ≥ 100.00 CNY
    outcome sanction of driver: measure
    outcome fine of leader: money combine sum
    outcome points: int combine sum
    if careless of driver then sanction of driver = warning
    if knew of leader then fine of leader ∈ 100.00 CNY .. 200.00 CNY
"#;

fn roles() -> Policy {
    static CHECKED: LazyLock<Policy> = LazyLock::new(|| {
        let checked = check_text("office.policy", ROLES);
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        checked.policy.unwrap()
    });
    CHECKED.clone()
}

fn read_roles(text: &str) -> Result<Facts, Diagnostics> {
    facts_from_json(&roles(), SourceId(0), text)
}

fn role_answers(texts: &[&str]) -> String {
    let policy = roles();
    let mut report = String::new();
    for text in texts {
        let answer = match read_roles(text) {
            Ok(facts) => {
                let mut answer = format!("{:?}", facts.known());
                if let Some(day) = facts.as_of() {
                    write!(answer, "\nas of {day}").unwrap();
                }
                for (index, outcome) in policy.outcomes().iter().enumerate() {
                    if let Some(chosen) = facts.chosen(crate::policy::OutcomeId::new(index)) {
                        let chosen = chosen.map_or_else(|| "none".to_owned(), |value| policy.show(value));
                        write!(answer, "\nchosen {} = {chosen}", outcome.name).unwrap();
                    }
                }
                for (index, role) in policy.roles().iter().enumerate() {
                    if let Some(person) = facts.person(crate::policy::RoleId::new(index)) {
                        write!(answer, "\n{} is {person}", role.name).unwrap();
                    }
                }
                answer
            }
            Err(diagnostics) => lines(&diagnostics, text),
        };
        writeln!(report, "{text:?}\n  {}\n", answer.replace('\n', "\n  ")).unwrap();
    }
    report
}

#[test]
fn roles_lists_choices_and_persons() {
    let report = role_answers(&[
        r#"{"driver": {"careless": true}, "leader": {"knew": null, "paid": "1.00 CNY"}}"#,
        r#"{"driver": true}"#,
        r#"{"driver": null, "leader": null, "clerk": {}, "persons": null, "chosen": null, "as_of": null}"#,
        r#"{"leader": {"appraisals": []}}"#,
        r#"{"leader": {"appraisals": [{"year": 2021, "targets_met": true}, {"targets_met": null, "year": 2022}, {}, null]}}"#,
        r#"{"driver": {"history": [{"kind": "warning", "decided_on": "2024-03-05", "fine": "5.00 CNY", "note": "neglect", "term": "1 year"}]}}"#,
        r#"{"ended": "never", "driver": {"history": [{"decided_on": "从未"}]}}"#,
        r#"{"both_needed": "both"}"#,
        r#"{"as_of": "2024-05-01", "persons": {"driver": "Li Ming", "leader": null}}"#,
        r#"{"chosen": {"sanction of driver": "warning", "fine of leader": "150.00 CNY", "points": 3}}"#,
        r#"{"chosen": {"sanction of driver": "none", "fine of leader": null, "points": "none"}}"#,
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn roles_lists_choices_and_persons_that_do_not_fit() {
    let report = role_answers(&[
        r#"{"leader": true, "clerk": [], "persons": "Li Ming", "chosen": ["warning"], "as_of": 20240501}"#,
        r#"{"leader": {"knwe": true, "careless": true}, "clerk": {"knew": true}}"#,
        r#"{"careless": true, "knew of leader": true, "leadr": {}, "choosen": {}}"#,
        r#"{"leader": {"knew": true, "knew": false}, "leader": {}}"#,
        r#"{"leader": {"appraisals": {"year": 2021}}}"#,
        r#"{"leader": {"appraisals": "none"}}"#,
        r#"{"leader": {"appraisals": [2021, [2021], {"year": "2021"}, {"yaer": 2021}, {"year": 1.0, "year": 2}]}}"#,
        r#"{"driver": {"history": [{"kind": "waring", "decided_on": "2023-02-29", "fine": 5, "note": {"a": 1}, "term": "3 weeks"}]}}"#,
        r#"{"driver": {"history": [{"fine": "5.00 USD", "term": "1 month"}, {"term": "30 days"}, {"term": "1 year"}]}}"#,
        r#"{"persons": {"driver": 3, "drivr": "Li Ming"}}"#,
        r#"{"chosen": {"sanction": "warning", "sanction of driver": "waring", "fine of leader": 5, "points": "3"}}"#,
        r#"{"chosen": {"sanction of leader": "warning", "fine of leader": "5 Yuan", "points": 1.5}}"#,
        r#"{"as_of": "never"}"#,
        r#"{"as_of": "2024-02-30"}"#,
    ]);
    insta::assert_snapshot!(report);
}

#[test]
fn settings_of_roles_and_lists() {
    let policy = roles();
    let mut facts = Facts::new(&policy);
    let mut report = String::new();
    for setting in [
        "careless of driver=true",
        "driver.careless=false",
        "driver 的 careless = 是",
        "leader.appraisals=[{\"year\": 2021}, {}]",
        "leader.appraisals=[{\"yaer\": 2021}]",
        "leader.appraisals=2021",
        "leader.appraisals=[2021",
        "leader.appraisals=unknown",
        "ended=never",
        "careless=true",
        "driver.carless=true",
        "clerk.careless=true",
        "both_needed=both",
    ] {
        let answer = apply_setting(&mut facts, setting).map_err(|diagnostic| line(&diagnostic, ""));
        let answer = answer.map_or_else(|said| said, |()| format!("{:?}", facts.known()));
        writeln!(report, "{setting:?}\n  {}\n", answer.replace('\n', "\n  ")).unwrap();
    }
    for setting in ["both_needed=both", "both_needd=both", "both_needed=boht", "severity=warning", "both_needed"] {
        let answer = reading_of(&policy, setting).map_err(|diagnostic| line(&diagnostic, ""));
        let answer = answer.map_or_else(|said| said, |(_, option)| policy.show(&option));
        writeln!(report, "--reading {setting:?}\n  {}\n", answer.replace('\n', "\n  ")).unwrap();
    }
    insta::assert_snapshot!(report);
}

#[test]
fn what_serialises_may_nest() {
    #[derive(serde::Serialize)]
    struct Leader {
        knew: Option<bool>,
        appraisals: Vec<Appraisal>,
    }
    #[derive(serde::Serialize)]
    struct Appraisal {
        year: i64,
        targets_met: bool,
    }
    #[derive(serde::Serialize)]
    struct Case {
        leader: Leader,
        as_of: &'static str,
    }
    let appraisals = vec![Appraisal { year: 2021, targets_met: false }];
    let case = Case { leader: Leader { knew: None, appraisals }, as_of: "2024-05-01" };
    let facts = facts_from_serialize(&roles(), &case).unwrap();
    let same =
        read_roles(r#"{"leader": {"appraisals": [{"year": 2021, "targets_met": false}]}, "as_of": "2024-05-01"}"#);
    assert_eq!(facts.known(), same.unwrap().known());
    let wrong = serde_json::json!({"leader": {"appraisals": [{"year": "x"}]}});
    insta::assert_snapshot!(lines(&facts_from_serialize(&roles(), &wrong).unwrap_err(), ""));
}

#[test]
fn names_of_the_policy_go_before_names_of_the_facts_file() {
    let text = "role chosen fact as_of: bool fact late of chosen: bool fact persons: bool";
    let policy = check_text("odd.policy", text).policy.unwrap();
    let facts = facts_from_json(&policy, SourceId(0), r#"{"as_of": true, "chosen": {"late": true}, "persons": true}"#);
    assert_eq!(facts.unwrap().known().len(), 3);
}

#[test]
fn long_lists_take_linear_time() {
    let records = |count: usize, text: &str| {
        let list = vec![text; count].join(",");
        format!("{{\"driver\": {{\"history\": [{list}]}}}}")
    };
    let policy = roles();
    let history = policy.fact("history of driver").unwrap();
    let record = r#"{"kind":"warning","decided_on":"2024-03-05","fine":"5 CNY","term":"1 day"}"#;
    let text = records(100_000, &record.replace("1 day", "1 year"));
    let facts = read_roles(&text).unwrap();
    // A unit that is open is looked for in other lists, once and not for each record.
    let open = check_text(
        "open.policy",
        "record r { paid: money, owed: money } fact a: list of r fact b: list of r define x = exists a where paid < owed",
    );
    let open = open.policy.unwrap();
    let two = |a: &str, b: &str| {
        format!("{{\"a\": [{}], \"b\": [{}]}}", vec![a; 50_000].join(","), vec![b; 50_000].join(","))
    };
    assert!(facts_from_json(&open, SourceId(0), &two("{}", r#"{"paid": "1 CNY"}"#)).is_ok());
    assert!(facts_from_json(&open, SourceId(0), &two(r#"{"owed": "1 USD"}"#, r#"{"paid": "1 CNY"}"#)).is_err());
    let length = |value: Option<&crate::policy::Value>| match value {
        Some(crate::policy::Value::List(_, records)) => records.len(),
        _ => 0,
    };
    assert_eq!(length(facts.get(history)), 100_000);
    assert_eq!(read_roles(&records(100_000, record)).unwrap_err().len(), MAX_DIAGNOSTICS);
    assert_eq!(read_roles(&records(100_000, "3")).unwrap_err().len(), MAX_DIAGNOSTICS);
}
