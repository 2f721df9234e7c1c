//! Days, months, working days, and what never happened.

use crate::regulation::{Regulation, regulation};
use policyc::calendar::{Calendar, DayKind};
use policyc::decide::{DecideError, decide};
use policyc::policy::ArithmeticError;

fn about(condition: &str) -> Regulation {
    regulation(&format!(
        "scale measure {{ reminder < warning < notice }}
         fact done: date fact due: date fact days: duration fact other: bool
         outcome sanction: measure
         article 1 {{ if {condition} then sanction = notice }}"
    ))
}

const OPEN: &str = "notice, not_addressed? ";

fn open(asks: &str) -> String {
    format!("{OPEN}{asks}")
}

#[test]
fn within_a_number_of_days_both_ends_included() {
    about("done within 10 days after due").of(
        "sanction",
        &[
            ("'due': '2024-03-01', 'done': '2024-03-01'", "notice"),
            ("'due': '2024-03-01', 'done': '2024-03-11'", "notice"),
            ("'due': '2024-03-01', 'done': '2024-03-12'", "not addressed"),
            ("'due': '2024-03-01', 'done': '2024-02-29'", "not addressed"),
            ("'due': '2024-03-01', 'done': 'never'", "not addressed"),
            ("'due': 'never', 'done': '2024-03-01'", "not addressed"),
            ("'due': 'never'", "not addressed"),
            ("'due': '2024-03-01'", &open("done")),
            ("", &open("done, due")),
        ],
    );
    about("done within 10 days before due").of(
        "sanction",
        &[
            ("'due': '2024-03-11', 'done': '2024-03-01'", "notice"),
            ("'due': '2024-03-11', 'done': '2024-03-11'", "notice"),
            ("'due': '2024-03-11', 'done': '2024-02-29'", "not addressed"),
            ("'due': '2024-03-11', 'done': '2024-03-12'", "not addressed"),
        ],
    );
}

#[test]
fn a_month_ends_on_the_same_day_or_on_the_last_one() {
    about("done within 1 month after due").of(
        "sanction",
        &[
            ("'due': '2024-01-31', 'done': '2024-02-29'", "notice"),
            ("'due': '2024-01-31', 'done': '2024-03-01'", "not addressed"),
            ("'due': '2023-01-31', 'done': '2023-02-28'", "notice"),
            ("'due': '2023-01-31', 'done': '2023-03-01'", "not addressed"),
        ],
    );
    about("done ≤ due + 1 year").of(
        "sanction",
        &[
            ("'due': '2024-02-29', 'done': '2025-02-28'", "notice"),
            ("'due': '2024-02-29', 'done': '2025-03-01'", "not addressed"),
        ],
    );
    about("done within 1 month before due").of(
        "sanction",
        &[
            ("'due': '2024-03-31', 'done': '2024-02-29'", "notice"),
            ("'due': '2024-03-31', 'done': '2024-02-28'", "not addressed"),
        ],
    );
}

#[test]
fn months_and_one_unknown_day_are_exact() {
    // A month after the end of February is the 29th of March, a month after the first of March the first of April.
    about("done + 1 month ≥ 2024-03-31 and done < 2024-03-01").of("sanction", &[("", "not addressed")]);
    about("done + 1 month ≥ 2024-03-31 and done < 2024-03-02").of("sanction", &[("", &open("done"))]);
    about("done + 1 month ≥ 2024-03-30 and done < 2024-03-01").of("sanction", &[("", "not addressed")]);
    about("done + 1 month = 2024-02-29 and done ≠ 2024-01-29 and done ≠ 2024-01-30")
        .of("sanction", &[("", &open("done"))]);
    about("done + 1 month = 2024-02-29 and done < 2024-01-29").of("sanction", &[("", "not addressed")]);
    about("done + 1 month = 2023-03-29 and done < 2023-03-01").of("sanction", &[("", "not addressed")]);
    about("done within 1 month before 2024-03-31 and done < 2024-02-29").of("sanction", &[("", "not addressed")]);
    about("done within 1 month before 2024-03-31 and done < 2024-03-01").of("sanction", &[("", &open("done"))]);
    about("2024-03-31 within 1 month after due and due < 2024-02-29").of("sanction", &[("", "not addressed")]);
    about("done - 1 month ≥ 2024-02-29 and done < 2024-03-29").of("sanction", &[("", "not addressed")]);
    about("done + 1 month + 1 day > 2024-02-29 and done ≤ 2024-01-28").of("sanction", &[("", "not addressed")]);
}

#[test]
fn months_between_two_unknown_days() {
    // Whatever the day on which it was due: it may have been done in time or not.
    about("done within 2 months after due").of("sanction", &[("", &open("done, due"))]);
    about("done within 2 months after due and other").of("sanction", &[("'other': false", "not addressed")]);
    about("done within 2 months after due or not done within 2 months after due").of("sanction", &[("", "notice")]);
    // Both days in other conditions too: possible, as far as that can be said.
    about("done within 2 months after due and done < 2024-03-01 and due > 2024-06-01")
        .of("sanction", &[("", "notice, not_addressed!? done, due")]);
}

#[test]
fn what_never_happened_is_later_than_every_day() {
    about("done > 2024-01-01").of("sanction", &[("'done': 'never'", "notice")]);
    about("done = never").of(
        "sanction",
        &[("'done': 'never'", "notice"), ("'done': '2024-01-01'", "not addressed"), ("", &open("done"))],
    );
    about("done < never or done = never").of("sanction", &[("", "notice")]);
    about("done > 9999-12-31").of("sanction", &[("", &open("done")), ("'done': 'never'", "notice")]);
    about("done - due > 3 days").fails(&[
        ("'done': 'never', 'due': '2024-01-01'", ArithmeticError::NeverHappened),
        ("'done': '2024-01-01', 'due': 'never'", ArithmeticError::NeverHappened),
    ]);
    // A case that cannot be decided is no completion.
    about("done - due > 3 days or done - due ≤ 3 days").of("sanction", &[("", "notice")]);
}

#[test]
fn working_days_need_a_calendar() {
    let text = about("done within 3 working days after due");
    text.fails(&[("'due': '2024-04-30', 'done': '2024-05-06'", ArithmeticError::NeedsCalendar)]);
    text.of("sanction", &[("'due': '2024-04-30', 'done': '2024-04-29'", "not addressed"), ("", &open("done, due"))]);
    let holidays = (1..=5).map(|day| (jiff::civil::date(2024, 5, day), DayKind::Off));
    let calendar = Calendar::new([2024], holidays).unwrap();
    let given = |json: &str| {
        let mut facts = text.read(json);
        facts.set_calendar(calendar.clone());
        decide(&text.0, &facts).map(|decision| crate::regulation::result_or_open(decision.outcome("sanction").unwrap()))
    };
    let is = |json: &str, wanted: &str| assert_eq!(given(json).as_deref(), Ok(wanted), "{json}");
    // The first of May 2024 was a Wednesday; work begins again on Monday, the sixth.
    is("'due': '2024-04-30', 'done': '2024-05-08'", "notice");
    is("'due': '2024-04-30', 'done': '2024-05-09'", "not addressed");
    is("'due': '2024-04-30'", &open("done"));
    is("'done': '2024-05-08'", &open("due"));
    let missing = given("'due': '2025-04-30', 'done': '2025-05-01'");
    let Err(DecideError::Evaluation(error)) = missing else { panic!("{missing:?}") };
    assert_eq!(error.error, ArithmeticError::YearNotCovered(2025));
}

#[test]
fn working_days_and_one_unknown_day_are_exact() {
    let holidays = (1..=5).map(|day| (jiff::civil::date(2024, 5, day), DayKind::Off));
    let calendar = Calendar::new([2024], holidays).unwrap();
    let given = |condition: &str| {
        let text = about(condition);
        let mut facts = text.read("");
        facts.set_calendar(calendar.clone());
        let decision = decide(&text.0, &facts).unwrap();
        crate::regulation::result_or_open(decision.outcome("sanction").unwrap())
    };
    // The third working day after any day from 30 April to 5 May is 8 May.
    assert_eq!(given("2024-05-08 within 3 working days after due and due < 2024-04-30"), "not addressed");
    assert_eq!(given("2024-05-08 within 3 working days after due and due < 2024-05-01"), open("due"));
    assert_eq!(given("due + 3 working days = 2024-05-08 and due > 2024-05-05"), "not addressed");
    assert_eq!(given("due + 3 working days = 2024-05-08 and due > 2024-05-04"), open("due"));
}
