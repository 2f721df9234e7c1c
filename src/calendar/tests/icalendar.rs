//! Holiday files in iCalendar: what counts, which years are known, and what is said about faults.

#[cfg(feature = "cli")]
use super::complaint;
use super::{day, faults};
use crate::calendar::{Calendar, calendar_from_text};
#[cfg(feature = "cli")]
use crate::diagnostic::Language;
use crate::source::SourceId;
use crate::source::limits::MAX_DIAGNOSTICS;

/// A calendar with these events, each given by its lines.
fn file(events: &[&str]) -> String {
    let events = events.iter().map(|lines| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"));
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n", events.collect::<String>())
}

fn read(text: &str) -> Calendar {
    calendar_from_text(SourceId::default(), text).unwrap_or_else(|found| panic!("{found:?}"))
}

/// The calendar that the lines of a plain holiday file give.
fn plain(lines: &str) -> Calendar {
    read(lines)
}

const JUNE: &str = "DTSTART;VALUE=DATE:20240610\nSUMMARY:a day in June";

#[test]
fn whole_days_are_off() {
    let text = file(&[
        "SUMMARY:one day\nDTSTART;VALUE=DATE:20240401",
        "SUMMARY:three days\nDTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240504",
        "SUMMARY:a length\nDTSTART;VALUE=DATE:20240603\nDURATION:P2D",
        "SUMMARY:ends where it begins\nDTSTART:20240701\nDTEND:20240701",
        "SUMMARY:called off\nDTSTART;VALUE=DATE:20240801\nSTATUS:CANCELLED",
        "SUMMARY:a meeting\nDTSTART:20240902T090000\nDTEND:20240902T100000",
        "SUMMARY:twice\nDTSTART;VALUE=DATE:20240401\nDTEND;VALUE=DATE:20240403",
    ]);
    let expected =
        plain("years 2024\noff 2024-04-01..2024-04-02, 2024-05-01..2024-05-03, 2024-06-03..2024-06-04, 2024-07-01");
    assert_eq!(read(&text), expected);
    // Line ends, a byte order mark and the letters of names do not matter.
    assert_eq!(read(&format!("\u{FEFF}{}", text.replace('\n', "\r\n"))), expected);
    assert_eq!(
        read(&text.replace("VEVENT", "vevent").replace("DTSTART", "Dtstart").replace("BEGIN:V", "begin:v")),
        expected
    );
}

#[test]
fn folded_lines_are_one() {
    let text =
        file(&["SUMMARY;LANGUAGE=zh\n _CN:劳动节（\n 班）\nDTSTART;X-NAME=\"a:b\";VALUE=DATE:2024\n\t0427", JUNE]);
    assert_eq!(read(&text), plain("years 2024\nwork 2024-04-27\noff 2024-06-10"));
}

#[test]
fn make_up_working_days_are_marked() {
    let marks = [
        "SUMMARY:劳动节（班）",
        "SUMMARY:上班(补劳动节假期)",
        "SUMMARY:「劳动节 补班」 第1天/共2天",
        "SUMMARY:Special working day",
        "CATEGORIES:holidays,workday\nSUMMARY:May",
        "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\nSUMMARY:五一",
    ];
    let expected = plain("years 2024\nwork 2024-04-27\noff 2024-06-10");
    for mark in marks {
        assert_eq!(read(&file(&[&format!("{mark}\nDTSTART;VALUE=DATE:20240427"), JUNE])), expected, "{mark}");
    }
    // Such a day may have hours of work.
    for hours in [
        "DTSTART:20240427T090000\nDTEND:20240427T180000",
        "DTSTART;TZID=Asia/Shanghai:20240427T000000\nDTEND:20240428T000000",
        "DTSTART:20240427T090000\nDURATION:PT9H",
    ] {
        assert_eq!(read(&file(&[&format!("SUMMARY:劳动节 补班\n{hours}"), JUNE])), expected, "{hours}");
    }
}

#[test]
fn with_marks_of_days_off_the_other_events_are_festivals() {
    let text = file(&[
        "SUMMARY:端午节（休）\nDTSTART;VALUE=DATE:20240610",
        "SUMMARY:夏至\nDTSTART;VALUE=DATE:20240621",
        "SUMMARY:母亲节\nDTSTART;VALUE=DATE:20200510\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=5",
        "SUMMARY:劳动节\nDTSTART;VALUE=DATE:20240501\nDTEND;VALUE=DATE:20240506\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY",
    ]);
    assert_eq!(read(&text), plain("years 2024\noff 2024-06-10, 2024-05-01..2024-05-05"));
}

#[test]
fn days_around_new_year_do_not_make_a_year_known() {
    let new_year = "SUMMARY:元旦\nDTSTART;VALUE=DATE:20231230\nDTEND;VALUE=DATE:20240102";
    let make_up = "SUMMARY:元旦 补班\nDTSTART;VALUE=DATE:20231118";
    let calendar = read(&file(&[new_year, make_up, JUNE, "DTSTART;VALUE=DATE:20250101\nSUMMARY:元旦"]));
    assert_eq!(calendar, plain("years 2024\noff 2024-01-01, 2024-06-10"));
    assert_eq!(faults(&file(&[new_year])), ["1 E0701 no-events"]);
    let gap = read(&file(&["DTSTART:20220610", "DTSTART:20241224", "DTSTART:20260108"]));
    assert_eq!(gap.years(), [2022, 2024, 2026]);
    let long = read(&file(&["DTSTART:20220610\nDTEND:20240108"]));
    assert_eq!(long.years(), [2022, 2023]);
}

#[test]
fn other_components_do_not_matter() {
    let zone =
        "BEGIN:VTIMEZONE\nTZID:Asia/Shanghai\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\n";
    let alarm =
        "DTSTART:20240610\nBEGIN:VALARM\nTRIGGER:-PT60M\nDTSTART:nonsense\nSUMMARY:班\nEND:VALARM\nSUMMARY:端午";
    let text = file(&[alarm]).replace("VERSION:2.0\n", &format!("VERSION:2.0\n\n{zone}"));
    assert_eq!(read(&text), plain("years 2024\noff 2024-06-10"));
}

#[cfg(feature = "cli")]
const FAULTY: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
this line has no name
BEGIN:VEVENT
SUMMARY:no day
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20240230
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:2024-05-01
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20240510
DTEND;VALUE=DATE:20240501
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20241225
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
SUMMARY:补班
DTSTART:20240504T010000Z
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20240601
DURATION:PT9H
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20240901
DTEND;VALUE=DATE:20240910
END:VEVENT
BEGIN:VEVENT
SUMMARY:班
DTSTART;VALUE=DATE:20240907
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20241001
";

#[test]
#[cfg(feature = "cli")]
fn every_fault_of_an_icalendar_file_is_one_message() {
    insta::assert_snapshot!(complaint("holidays.ics", FAULTY, Language::English));
}

#[test]
#[cfg(feature = "cli")]
fn every_fault_of_an_icalendar_file_is_one_message_in_chinese() {
    insta::assert_snapshot!(complaint("节假日.ics", FAULTY, Language::Chinese));
}

#[test]
fn components_that_do_not_fit() {
    assert_eq!(faults("BEGIN:VCALENDAR\nEND:VEVENT\n"), ["2 E0701 stray-end"]);
    assert_eq!(faults("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240610\nEND:VCALENDAR\n"), ["4 E0701 stray-end"]);
    assert_eq!(faults("BEGIN:VCALENDAR\nEND:VCALENDAR\nVERSION:2.0\n"), ["3 E0701 outside"]);
    assert_eq!(faults("BEGIN:VCALENDAR\nEND:VCALENDAR\n"), ["1 E0701 no-events"]);
    assert_eq!(faults("BEGIN:VCALENDAR"), ["1 E0701 unclosed"]);
    // Two calendars, one after the other.
    assert_eq!(read(&format!("{}{}", file(&[JUNE]), file(&[JUNE]))), read(&file(&[JUNE])));
}

#[test]
fn hostile_files() {
    let nested = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(100_000));
    assert_eq!(faults(&nested), ["100001 E0701 unclosed"]);
    let ages = "BEGIN:VEVENT\nDTSTART:00000101\nDTEND:99991231\nEND:VEVENT\n";
    assert_eq!(faults(&format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", ages.repeat(50_000))), ["3 E0702 many"]);
    let long = "BEGIN:VEVENT\nDTSTART:18000101\nDTEND:22000101\nEND:VEVENT\n";
    assert_eq!(read(&format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", long.repeat(50_000))).years().len(), 400);
    let no_start = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(50_000);
    assert_eq!(faults(&format!("BEGIN:VCALENDAR\n{no_start}END:VCALENDAR\n")).len(), MAX_DIAGNOSTICS);
    assert_eq!(
        faults(&format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", "nonsense\n".repeat(50_000))).len(),
        MAX_DIAGNOSTICS
    );
    let folded = format!("BEGIN:VCALENDAR\nX-NOTE:{}\nEND:VCALENDAR\n", "\n a".repeat(100_000));
    assert_eq!(faults(&folded), ["1 E0701 no-events"]);
    assert_eq!(read(&file(&[JUNE])).is_working_day(day("2024-06-10")), Ok(false));
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "BEGIN:VCALENDAR\n((BEGIN|END):(VCALENDAR|VEVENT)|DT(START|END):|[0-9]{8}(T[0-9]{6}Z?)?|(DURATION|RRULE|SUMMARY):|P[0-9]{1,20}[DW]|[:;\"班 \\n\\r\\t]|\\PC){0,40}") {
        let _ = calendar_from_text(SourceId::default(), &text);
    }
}
