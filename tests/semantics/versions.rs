//! What holds on the case's day: versions, parameters, readings.

use crate::regulation::{Regulation, regulation};
use policyc::decide::{DecideError, decide};
use policyc::policy::ArithmeticError;

fn about(head: &str, rules: &str) -> Regulation {
    regulation(&format!(
        "{head}
         scale measure {{ reminder < warning < notice }}
         fact occurred_on: date fact loss: money fact late: bool
         param major = 1000.00 CNY from 2023-01-01, 2000.00 CNY from 2024-07-01
         reading both_needed {{ either \"one is enough\", both \"both\" }} prefer either
         outcome sanction: measure
         {rules}"
    ))
}

#[test]
fn a_parameter_has_its_value_on_the_case_s_day() {
    let text = about("policy demo dated by occurred_on", "article 1 { if loss ≥ major then sanction = notice }");
    let on = |day: &str, loss: &str| format!("'occurred_on': '{day}', 'loss': '{loss} CNY'");
    text.of(
        "sanction",
        &[
            (&on("2023-01-01", "1000.00"), "notice"),
            (&on("2024-06-30", "1999.00"), "notice"),
            (&on("2024-07-01", "1999.99"), "not addressed"),
            (&on("2024-07-01", "2000"), "notice"),
            ("'loss': '999.00 CNY'", "not addressed"),
            ("'loss': '2000.00 CNY'", "notice"),
            ("'loss': '1500.00 CNY'", "notice, not_addressed? occurred_on"),
            ("", "notice, not_addressed? loss, occurred_on"),
            ("'occurred_on': '2024-07-01'", "notice, not_addressed? loss"),
        ],
    );
    text.fails(&[
        (&on("2022-12-31", "1000.00"), ArithmeticError::NoVersion),
        ("'occurred_on': 'never', 'loss': '1.00 CNY'", ArithmeticError::NeverHappened),
    ]);
}

#[test]
fn a_case_without_a_day_is_looked_at_today_or_not_at_all() {
    let text = about("policy demo", "article 1 { if loss ≥ major then sanction = notice }");
    text.of(
        "sanction",
        &[
            ("'as_of': '2024-06-30', 'loss': '1500 CNY'", "notice"),
            ("'as_of': '2024-07-01', 'loss': '1500 CNY'", "not addressed"),
        ],
    );
    assert_eq!(decide(&text.0, &text.read("'loss': '1500 CNY'")), Err(DecideError::NotDated));
}

#[test]
fn the_policy_is_in_force_or_not() {
    let text = about(
        "policy demo in force from 2023-01-01 until 2024-12-31 dated by occurred_on",
        "article 1 { (1) in force from 2024-01-01 if late then sanction = notice (2) in force until 2023-12-31 if late then sanction = warning }
         article 2 { if occurred_on < 2023-01-01 or occurred_on > 2024-12-31 then sanction = reminder }",
    );
    text.of(
        "sanction",
        &[
            ("'occurred_on': '2023-12-31', 'late': true", "warning"),
            ("'occurred_on': '2024-01-01', 'late': true", "notice"),
            ("'late': true", "warning, notice? occurred_on"),
            // That a day outside of the periods cannot be is known of an unknown day too.
            ("'late': false", "not addressed"),
        ],
    );
    for day in ["2022-12-31", "2025-01-01"] {
        let found = decide(&text.0, &text.read(&format!("'occurred_on': '{day}'")));
        assert!(matches!(found, Err(DecideError::NotInForce { .. })), "{day}: {found:?}");
    }
    assert_eq!(decide(&text.0, &text.read("'occurred_on': 'never'")), Err(DecideError::NotDated));
}

#[test]
fn a_reading_is_the_preferred_one_unless_another_is_given() {
    let text = about(
        "policy demo",
        "article 1 { if both_needed = either then sanction = notice if both_needed = both and late then sanction = warning }",
    );
    text.of(
        "sanction",
        &[
            ("'late': true", "notice"),
            ("'late': true, 'both_needed': 'both'", "warning"),
            ("'late': false, 'both_needed': 'both'", "not addressed"),
        ],
    );
}
