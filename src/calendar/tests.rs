//! Counting working days: a table by hand, and the laws that hold for every calendar.

use super::{Calendar, CalendarError, DayKind, TooManyYears, calendar_from_text};
#[cfg(feature = "cli")]
use crate::diagnostic::render::{Format, Options, render};
use crate::diagnostic::{Arg, Diagnostic};
#[cfg(feature = "cli")]
use crate::diagnostic::{Catalogue, Language};
use crate::source::{SourceId, SourceMap};
use jiff::Span;
use jiff::civil::{Date, date};
use proptest::prelude::*;

mod icalendar;
mod text;

/// What is said about a text, as people see it.
#[cfg(feature = "cli")]
fn complaint(name: &str, text: &str, language: Language) -> String {
    let sources = SourceMap::single(name, text);
    let diagnostics = calendar_from_text(SourceId::default(), text).expect_err("the text has faults");
    render(&diagnostics, &sources, &Catalogue::new(language), Format::Human, Options::default())
}

/// The codes of what is said about a text, each with its line and the reason it gives.
fn faults(text: &str) -> Vec<String> {
    let sources = SourceMap::single("holidays.txt", text);
    let diagnostics = calendar_from_text(SourceId::default(), text).expect_err("the text has faults");
    let describe = |found: &Diagnostic| {
        let span = found.span.expect("a fault has a place");
        let line = sources.get(span.source).unwrap().position(span.range().start).line;
        let reason = found.args.iter().find(|(name, _)| *name == "reason").map(|(_, arg)| arg.clone());
        match reason {
            Some(Arg::Text(reason)) => format!("{line} {} {reason}", found.code),
            _ => format!("{line} {}", found.code),
        }
    };
    diagnostics.iter().map(describe).collect()
}

/// A made-up May: days off on 1–5 May, with 28 April and 11 May (a Sunday and a Saturday) to make up for them.
fn may() -> Calendar {
    calendar_from_text(
        SourceId::default(),
        "years 2023..2024\noff 2024-05-01..2024-05-05\nwork 2024-04-28, 2024-05-11\noff 2024-01-01\n",
    )
    .unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn working_days_by_hand() {
    let calendar = may();
    let cases = [
        // From a Friday over an ordinary weekend.
        ("2024-06-07", 1, "2024-06-10"),
        ("2024-06-07", 5, "2024-06-14"),
        // Saturday and Sunday lead to the same Monday.
        ("2024-06-08", 1, "2024-06-10"),
        ("2024-06-09", 1, "2024-06-10"),
        // Nothing to count: even a day off stays where it is.
        ("2024-05-01", 0, "2024-05-01"),
        ("2024-06-10", 0, "2024-06-10"),
        // The make-up Sunday counts.
        ("2024-04-26", 1, "2024-04-28"),
        ("2024-04-26", 3, "2024-04-30"),
        // Over the holidays, and the make-up Saturday behind them.
        ("2024-04-30", 1, "2024-05-06"),
        ("2024-05-03", 1, "2024-05-06"),
        ("2024-05-10", 1, "2024-05-11"),
        ("2024-05-10", 2, "2024-05-13"),
        ("2024-04-28", 10, "2024-05-14"),
        // Backwards.
        ("2024-05-06", -1, "2024-04-30"),
        ("2024-05-03", -1, "2024-04-30"),
        ("2024-05-14", -10, "2024-04-28"),
        ("2024-06-10", -1, "2024-06-07"),
        // Over the turn of the year: 1 January 2024 is off.
        ("2023-12-29", 1, "2024-01-02"),
        ("2024-01-02", -1, "2023-12-29"),
    ];
    for (start, count, end) in cases {
        let found = calendar.add_working_days(day(start), count);
        assert_eq!(found, Ok(day(end)), "{start} and {count} working days");
    }
}

#[test]
fn working_days_between_by_hand() {
    let calendar = may();
    let cases = [
        ("2024-06-07", "2024-06-07", 0),
        ("2024-06-07", "2024-06-09", 0),
        ("2024-06-07", "2024-06-10", 1),
        ("2024-06-10", "2024-06-07", -1),
        ("2024-06-09", "2024-06-07", -1),
        ("2024-04-30", "2024-05-06", 1),
        ("2024-05-14", "2024-04-28", -10),
        ("2023-12-31", "2024-12-31", 260),
    ];
    for (from, to, count) in cases {
        let found = calendar.working_days_between(day(from), day(to));
        assert_eq!(found, Ok(count), "from {from} to {to}");
    }
}

#[test]
fn single_days() {
    let calendar = may();
    let expected = [
        ("2024-05-01", false),
        ("2024-05-04", false),
        ("2024-04-28", true),
        ("2024-06-08", false),
        ("2024-06-10", true),
    ];
    for (text, works) in expected {
        assert_eq!(calendar.is_working_day(day(text)), Ok(works), "{text}");
    }
    assert_eq!(calendar.is_working_day(day("2025-01-01")), Err(CalendarError::YearNotCovered { year: 2025 }));
    assert_eq!(calendar.years(), [2023, 2024]);
}

#[test]
fn a_year_that_is_not_covered_is_named() {
    let missing = |year| Err(CalendarError::YearNotCovered { year });
    let calendar = may();
    assert_eq!(calendar.add_working_days(day("2024-12-25"), 10), missing(2025));
    assert_eq!(calendar.add_working_days(day("2024-12-31"), 1), missing(2025));
    assert_eq!(calendar.add_working_days(day("2023-01-02"), -1), missing(2022));
    assert_eq!(calendar.add_working_days(day("2020-06-01"), 1), missing(2020));
    assert_eq!(calendar.add_working_days(day("2030-06-01"), -1), missing(2030));
    assert_eq!(calendar.add_working_days(day("2024-06-01"), i64::MAX), missing(2025));
    assert_eq!(calendar.add_working_days(day("2024-06-01"), i64::MIN), missing(2022));
    // The day before the first covered one is not itself counted.
    assert_eq!(calendar.add_working_days(day("2022-12-31"), 1), Ok(day("2023-01-02")));
    assert_eq!(calendar.add_working_days(day("2025-01-01"), -1), Ok(day("2024-12-31")));
    assert_eq!(calendar.working_days_between(day("2022-12-31"), day("2023-01-02")).unwrap(), 1);
    assert_eq!(
        calendar.working_days_between(day("2022-12-30"), day("2023-01-02")).unwrap_err().to_string(),
        "the calendar does not cover the year 2022"
    );
    // A gap is not jumped over.
    let with_gap = Calendar::new([2021, 2023], []).unwrap();
    assert_eq!(with_gap.add_working_days(day("2021-06-01"), 300), missing(2022));
    assert_eq!(with_gap.add_working_days(day("2023-06-01"), -300), missing(2022));
    assert_eq!(
        with_gap.working_days_between(day("2023-06-01"), day("2021-06-01")).unwrap_err(),
        CalendarError::YearNotCovered { year: 2022 }
    );
}

#[test]
fn the_ends_of_all_dates() {
    let calendar = Calendar::new(-9999..=-9800, []).unwrap();
    assert_eq!(calendar.add_working_days(Date::MIN, -1), Err(CalendarError::OutOfRange));
    assert_eq!(calendar.add_working_days(date(-9900, 1, 1), i64::MIN), Err(CalendarError::OutOfRange));
    let calendar = Calendar::new(9800..=9999, []).unwrap();
    assert_eq!(calendar.add_working_days(Date::MAX, 1), Err(CalendarError::OutOfRange));
    assert_eq!(calendar.add_working_days(date(9900, 1, 1), i64::MAX), Err(CalendarError::OutOfRange));
    assert_eq!(Calendar::new(1..=400, []).map(|calendar| calendar.years().len()), Ok(400));
    assert_eq!(Calendar::new(i16::MIN..=i16::MAX, []), Err(TooManyYears));
}

#[test]
fn a_calendar_is_shared_between_threads() {
    fn assert_shared<T: Send + Sync + Clone>(_: &T) {}
    assert_shared(&may());
}

/// What `docs/calendar.md` says of months, as the crate for dates does it.
#[test]
fn months_end_on_the_same_day_or_the_last_one() {
    let cases = [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-05-31", 1, "2024-06-30"),
        ("2024-02-29", 1, "2024-03-29"),
        ("2023-11-15", 3, "2024-02-15"),
    ];
    for (start, months, end) in cases {
        let months_later = day(start).checked_add(Span::new().months(months)).unwrap();
        assert_eq!(months_later, day(end), "{start} and {months} months");
    }
}

/// A calendar of the years 2020 to 2029 with some days the other way round.
fn calendars() -> impl Strategy<Value = Calendar> {
    let days = (0..3650_i64, any::<bool>()).prop_map(|(number, works)| {
        let day = date(2020, 1, 1).checked_add(Span::new().days(number)).unwrap();
        (day, if works { DayKind::Working } else { DayKind::Off })
    });
    proptest::collection::vec(days, 0..400).prop_map(|days| Calendar::new(2020..=2029, days).unwrap())
}

fn days() -> impl Strategy<Value = Date> {
    (0..1461_i64).prop_map(|number| date(2023, 1, 1).checked_add(Span::new().days(number)).unwrap())
}

/// The count, one day after the other.
fn walk(calendar: &Calendar, start: Date, count: i64) -> Result<Date, CalendarError> {
    let (mut day, mut left) = (start, count.abs());
    while left > 0 {
        day = if count > 0 { day.tomorrow() } else { day.yesterday() }.map_err(|_| CalendarError::OutOfRange)?;
        left -= i64::from(calendar.is_working_day(day)?);
    }
    Ok(day)
}

proptest! {
    #[test]
    fn the_search_counts_as_a_walk_does(calendar in calendars(), start in days(), count in -1500..1500_i64) {
        prop_assert_eq!(calendar.add_working_days(start, count), walk(&calendar, start, count));
    }

    #[test]
    fn more_days_end_no_earlier(calendar in calendars(), start in days(), count in -400..400_i64) {
        let end = calendar.add_working_days(start, count).unwrap();
        prop_assert!(end <= calendar.add_working_days(start, count + 1).unwrap());
    }

    #[test]
    fn two_counts_are_one(calendar in calendars(), start in days(), a in 0..300_i64, b in 0..300_i64) {
        let start = calendar.add_working_days(start, 1).unwrap();
        let in_two = calendar.add_working_days(calendar.add_working_days(start, a).unwrap(), b);
        prop_assert_eq!(in_two, calendar.add_working_days(start, a + b));
    }

    #[test]
    fn what_was_added_lies_between(calendar in calendars(), start in days(), count in 1..400_i64) {
        for count in [count, -count] {
            let end = calendar.add_working_days(start, count).unwrap();
            prop_assert!(calendar.is_working_day(end).unwrap());
            prop_assert_eq!(calendar.working_days_between(start, end), Ok(count));
        }
    }

    #[test]
    fn what_lies_between_leads_to_a_working_day(calendar in calendars(), from in days(), to in days()) {
        let count = calendar.working_days_between(from, to).unwrap();
        if calendar.is_working_day(to).unwrap() {
            prop_assert_eq!(calendar.add_working_days(from, count), Ok(to));
        }
    }
}
