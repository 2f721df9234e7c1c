//! By when, and who takes a step that is not taken.

use crate::case::{all, office, procedure};
use policyc::decide::{CaseLog, DecideError, Facts, ProcedureError, check_procedure};
use policyc::policy::{ArithmeticError, ProcedureId};

#[test]
fn a_deadline_is_counted_from_a_step() {
    let office = procedure("step open step decide after open within 30 days of open");
    office.says(&[
        ("", "05-01", "open due; decide waits for open"),
        ("open 03-05", "04-04", "open done; decide due 2024-04-04"),
        ("open 03-05", "04-05", "open done; decide due 2024-04-04, late by 1 day"),
        ("open 03-05; decide 04-04", "05-01", "open done; decide done"),
        ("open 03-05; decide 04-14", "05-01", "open done; decide done, late by 10 days"),
        ("open 03-05; decide 04-14", "04-10", "open done; decide due 2024-04-04, late by 6 days"),
    ]);
    let months = procedure("step open step decide after open within 1 month of open");
    months.says(&[
        ("open 01-31", "02-01", "open done; decide due 2024-02-29"),
        ("open 2023-12-31", "02-01", "open done; decide due 2024-01-31, late by 1 day"),
    ]);
}

#[test]
fn a_step_that_waits_or_was_left_out_can_be_late() {
    let office =
        procedure("step open step hear after open within 5 days of open step decide after hear within 9 days of open");
    office.says(&[
        (
            "open 03-01",
            "03-20",
            "open done; hear due 2024-03-06, late by 14 days; decide waits for hear, late by 10 days",
        ),
        ("open 03-01; decide 03-05", "03-20", "open done; hear missing before decide, late by 14 days; decide done"),
    ]);
}

#[test]
fn a_deadline_is_counted_from_a_fact() {
    let office = procedure("step answer within 10 days of received_on");
    office.says_with("received_on = 2024-03-01", &[("", "03-05", "answer due 2024-03-11")]);
    office.says_with("received_on = never", &[("", "03-05", "answer due")]);
    office.says(&[
        ("", "03-05", "answer due, asks received_on"),
        ("answer 03-09", "03-10", "answer done, asks received_on"),
    ]);
    let report = office.report("", "03-05", "", None);
    let deadline = report.steps[0].deadline.as_ref().unwrap();
    assert_eq!(
        (deadline.of.as_str(), deadline.period.as_deref(), &deadline.due),
        ("received_on", Some("10 days"), &None)
    );
}

#[test]
fn a_parameter_has_the_value_of_the_case_day() {
    let office = office(
        "param term = 10 days from 2023-01-01, 20 days from 2025-01-01
         article 1 { procedure handling { step open step decide after open within term of open } }",
    );
    office.says(&[
        ("open 2024-12-30", "2024-12-31", "open done; decide due 2025-01-09"),
        ("open 2024-12-30", "2025-01-01", "open done; decide due 2025-01-19"),
    ]);
}

const HOLIDAYS: &str = "years 2024\noff 2024-05-01..2024-05-05\nwork 2024-04-28\nwork 2024-05-11\n";

#[test]
fn working_days_are_counted_by_the_calendar() {
    let office = procedure("step open step decide after open within 5 working days of open");
    let table = [
        // 28 April is a Sunday on which people work; 1 to 5 May are off.
        ("open 04-26", "04-27", "open done; decide due 2024-05-07"),
        ("open 04-26; decide 05-07", "05-10", "open done; decide done"),
        ("open 04-26; decide 05-09", "05-10", "open done; decide done, late by 2 working days"),
        ("open 04-22; decide 04-27", "05-10", "open done; decide done"),
        ("open 04-19; decide 04-27", "05-10", "open done; decide done, late by 1 day"),
    ];
    for (log, as_of, wanted) in table {
        assert_eq!(all(&office.report(log, as_of, "", Some(HOLIDAYS))), wanted, "{log}");
    }
}

#[test]
fn working_days_without_a_calendar_are_an_error() {
    let office = procedure("step open step answer within 5 working days of received_on");
    let error = |calendar: Option<&str>, day: &str| {
        let mut facts = Facts::new(&office.0).with("received_on", day).unwrap();
        facts.set_as_of(crate::case::date("06-01"));
        if let Some(text) = calendar {
            facts.set_calendar(policyc::calendar::calendar_from_text(policyc::source::SourceId(1), text).unwrap());
        }
        match check_procedure(&office.0, procedure_id(&office.0), &facts, &CaseLog::new()) {
            Err(ProcedureError::Undecidable(DecideError::Evaluation(error))) => Some(error.error),
            Err(other) => panic!("{other}"),
            Ok(_) => None,
        }
    };
    assert_eq!(error(None, "2024-03-01"), Some(ArithmeticError::NeedsCalendar));
    assert_eq!(error(Some(HOLIDAYS), "2023-03-01"), Some(ArithmeticError::YearNotCovered(2023)));
    assert_eq!(error(Some(HOLIDAYS), "2024-03-01"), None);
    assert_eq!(error(None, "never"), None, "a deadline that never runs needs no calendar");
}

fn procedure_id(policy: &policyc::Policy) -> ProcedureId {
    policyc::decide::procedure_named(policy, "handling").unwrap()
}

#[test]
fn a_step_that_is_not_taken_passes_from_level_to_level() {
    let office = procedure(
        "step open step decide by office after open within 30 days of open
         escalate decide to county after 15 days
         escalate decide to city after 10 days",
    );
    office.says(&[
        ("open 03-01", "04-15", "open done; decide due 2024-03-31, late by 15 days"),
        ("open 03-01", "04-16", "open done; decide due 2024-03-31, late by 16 days, passed to county 2024-04-16"),
        (
            "open 03-01",
            "04-27",
            "open done; decide due 2024-03-31, late by 27 days, passed to county 2024-04-16, passed to city 2024-04-27",
        ),
        ("open 03-01; decide 03-20 by office", "05-01", "open done; decide done"),
        ("open 03-01; decide 04-15 by office", "05-01", "open done; decide done, late by 15 days"),
        (
            "open 03-01; decide 04-20 by county",
            "05-01",
            "open done; decide done, late by 20 days, passed to county 2024-04-16",
        ),
        (
            "open 03-01; decide 04-20 by office",
            "05-01",
            "open done; decide done, late by 20 days, up to county, passed to county 2024-04-16",
        ),
        ("open 03-01; decide 03-20 by county", "05-01", "open done; decide done, too early for county, 2024-04-16"),
        (
            "open 03-01; decide 04-20 by city",
            "05-01",
            "open done; decide done, late by 20 days, too early for city, 2024-04-27, passed to county 2024-04-16",
        ),
    ]);
    let next = office.report("open 03-01", "04-20", "", None).next;
    assert_eq!((next[0].step.as_str(), next[0].by.as_slice()), ("decide", &["county".to_owned()][..]));
}

#[test]
fn without_a_deadline_it_passes_on_after_it_could_be_taken() {
    let office = procedure(
        "step open step hear after open step decide by office after hear escalate decide to county after 10 days",
    );
    office.says(&[
        ("open 03-01", "05-01", "open done; hear due; decide waits for hear"),
        ("open 03-01; hear 03-10", "03-20", "open done; hear done; decide due"),
        ("open 03-01; hear 03-10", "03-21", "open done; hear done; decide due, passed to county 2024-03-21"),
        (
            "decide 03-20 by county",
            "05-01",
            "open missing before decide; hear missing before decide; decide done, too early for county, never",
        ),
    ]);
}

#[test]
fn the_levels_of_a_hierarchy_follow_one_another() {
    let office = office(
        "article 1 {
           hierarchy office < county < city
           procedure handling {
             step open
             step decide by office after open within 10 days of open
             escalate decide after 5 days
             escalate decide after 5 days
           }
         }",
    );
    office.says(&[(
        "open 03-01",
        "05-01",
        "open done; decide due 2024-03-11, late by 51 days, passed to county 2024-03-17, passed to city 2024-03-23",
    )]);
}
