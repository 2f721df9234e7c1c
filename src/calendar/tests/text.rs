//! Holiday files as lines: what is read, and what is said about faults.

#[cfg(feature = "cli")]
use super::complaint;
use super::{day, faults};
use crate::calendar::{Calendar, calendar_from_text};
#[cfg(feature = "cli")]
use crate::diagnostic::Language;
use crate::source::SourceId;
use crate::source::limits::{MAX_DIAGNOSTICS, MAX_FILE_BYTES};

fn read(text: &str) -> Calendar {
    calendar_from_text(SourceId::default(), text).unwrap_or_else(|found| panic!("{found:?}"))
}

const ENGLISH: &str = "\
-- made up
years 2023..2024            # both are complete
off 2024-05-01..2024-05-05 \"May days\"
off 2024-06-10, 2024-06-11
work 2024-04-28
";

#[test]
fn every_spelling_says_the_same() {
    let spellings = [
        "年份 2023..2024\n休 2024-05-01..2024-05-05 “五月”\n休 2024-06-10、2024-06-11 -- 两天\n班 2024-04-28\n",
        "years 2023, 2024\r\noff 2024-05-01 .. 2024-05-05\r\noff 2024-06-10，2024-06-11\r\nwork 2024-04-28",
        "\u{FEFF}# the years come last\n\noff 2024-05-01..2024-05-04\noff 2024-05-05\n\toff 2024-06-10..2024-06-11\n\
         work 2024-04-28\nyears 2024\nyears 2023",
        "年份2023、2024\n休2024-05-01..2024-05-05\u{3000}\"a \\\"quoted\\\" -- name # here\"\n休　2024-06-10，2024-06-11\n班2024-04-28",
    ];
    for spelling in spellings {
        assert_eq!(read(spelling), read(ENGLISH), "{spelling}");
    }
}

#[test]
fn a_year_may_have_no_holidays() {
    let calendar = read("years 2024");
    assert_eq!(calendar.is_working_day(day("2024-05-01")), Ok(true));
    assert_eq!(read("years 2024\noff 2024-05-04\nwork 2024-04-29"), calendar, "as the week has it");
}

#[cfg(feature = "cli")]
const FAULTY: &str = "\
years 2023..2024
holiday 2024-01-01
wrok 2024-02-04
off 2024-2-10..2024-02-17 \"too short\"
off 2024-04-31
off 2024-05-05..2024-05-01
off 2024-05-01 to 2024-05-05
work
off 2024-06-10..
off 2024-06-10 2024-06-11
off 2025-01-01
off 2024-09-15..2024-09-17, 2024-09-17
work 2024-09-16
years 2024
on 2024-10-01
off \"National day\" 2024-10-01
off 2024-10-０1
";

#[test]
#[cfg(feature = "cli")]
fn every_fault_of_a_file_is_one_message() {
    insta::assert_snapshot!(complaint("holidays.txt", FAULTY, Language::English));
}

#[test]
#[cfg(feature = "cli")]
fn every_fault_of_a_file_is_one_message_in_chinese() {
    insta::assert_snapshot!(complaint("节假日.txt", FAULTY, Language::Chinese));
}

#[test]
fn texts_without_content() {
    for text in ["", " \n\t\r\n", "\u{FEFF}", "-- a remark\n# another\n"] {
        assert_eq!(faults(text), ["1 E0701 empty"], "{text:?}");
    }
}

#[test]
fn the_years_have_to_be_said() {
    assert_eq!(faults("-- days\noff 2024-05-01\noff 2024-05-02"), ["2 E0701 no-years"]);
    // Where a line may have been about years, their absence is not blamed as well.
    assert_eq!(faults("yeras 2024..202\noff 2024-05-01"), ["1 E0701 word", "1 E0701 year"]);
    assert_eq!(faults("years 20x4\noff 2024-05-01"), ["1 E0701 year"]);
    assert_eq!(faults("off 2024-05-01\nfor 2024\n"), ["2 E0701 word"]);
    assert_eq!(faults("yeras 2024\noff 2025-05-01"), ["1 E0701 word", "2 E0702 outside"]);
    assert_eq!(faults("years 2024..2023"), ["1 E0702 inverted"]);
    assert_eq!(faults("years 1..2"), ["1 E0701 year", "1 E0701 year"]);
    assert_eq!(faults("years"), ["1 E0701 no-year"]);
    assert_eq!(faults("years 1000..1200, 1300..1499"), ["1 E0702 many"]);
    assert_eq!(read("years 1000..1199, 1300..1499").years().len(), 400);
    assert_eq!(faults("years 2020..2024\nyears 2024..2030"), ["2 E0703 year"]);
    assert_eq!(
        faults("years 2024\noff 2023-12-30..2024-01-01\noff 2024-12-30..2026-01-01"),
        ["2 E0702 outside", "3 E0702 outside"]
    );
}

#[test]
fn dates_are_written_one_way() {
    for text in ["20240501", "2024/05/01", "2024-5-1", "2024.5.1", "2024年5月1日", "24-05-01", "2024-05", "2024-05-011"]
    {
        assert_eq!(faults(&format!("years 2024\noff {text}")), ["2 E0701 date"], "{text}");
    }
    for text in ["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-99-99"] {
        assert_eq!(faults(&format!("years 2023..2024\noff {text}")), ["2 E0208"], "{text}");
    }
    for sign in ["-", "~", "～", "至", "to", "—"] {
        assert_eq!(faults(&format!("years 2024\noff 2024-05-01 {sign} 2024-05-02")), ["2 E0701 range-mark"], "{sign}");
    }
}

#[test]
fn overlapping_periods() {
    let with = |lines: &str| faults(&format!("years 2024\n{lines}"));
    assert_eq!(with("off 2024-05-01..2024-05-05\noff 2024-05-05"), ["3 E0703 same"]);
    assert_eq!(with("off 2024-05-05\noff 2024-05-01..2024-05-05"), ["3 E0703 same"], "the later line is to blame");
    assert_eq!(with("work 2024-05-04\noff 2024-05-01..2024-05-05"), ["3 E0703 conflict"]);
    assert_eq!(with("work 2024-05-04\nwork 2024-05-04\nwork 2024-05-04"), ["3 E0703 same", "4 E0703 same"]);
    // One long period that meets several later ones.
    assert_eq!(
        with("off 2024-01-01..2024-12-31\noff 2024-02-01\nwork 2024-03-02\noff 2024-04-01..2024-05-01"),
        ["3 E0703 same", "4 E0703 conflict", "5 E0703 same"]
    );
    assert_eq!(read("years 2024\noff 2024-01-01..2024-04-30\noff 2024-05-01..2024-12-31").years(), [2024]);
}

#[test]
fn characters_that_deceive_are_named_once() {
    assert_eq!(faults("years 2024\noff 2024-05-01\0\n"), ["2 E0106"]);
    assert_eq!(faults("years 2024\r# old line ends"), ["1 E0106"]);
    assert_eq!(faults("years 2024\noff\u{200B} 2024-05-01\n"), ["2 E0105"]);
    assert_eq!(faults("years 2024\noff\u{A0}2024-05-01\n"), ["2 E0105"]);
    assert_eq!(faults("years 2024\n-- a comment \u{202E}\n"), ["2 E0105"]);
    assert_eq!(faults("years ２024\noff 2024-05-01\n"), ["1 E0107"]);
    assert_eq!(faults("years 2024\noff 2024-05-01 \"never closed\noff 2024-05-01"), ["2 E0111", "3 E0703 same"]);
    assert_eq!(read("years 2024 -- \u{2744}\u{FE0F} and\u{A0}blanks").years(), [2024]);
}

#[test]
fn large_files() {
    let too_large = "#".repeat(MAX_FILE_BYTES + 1);
    assert_eq!(faults(&too_large), ["1 E0701 size"]);
    // A hundred thousand lines, each about all the years.
    let overlapping = format!("years 1800..2199\n{}", "off 1800-01-01..2199-12-31\n".repeat(100_000));
    let found = faults(&overlapping);
    assert_eq!(found.len(), MAX_DIAGNOSTICS);
    assert!(found.iter().all(|fault| fault.ends_with("E0703 same")));
    assert_eq!(faults(&"nonsense\n".repeat(5_000)).len(), MAX_DIAGNOSTICS);
    assert_eq!(
        faults(&format!("years 1800..2199\n{}", "off 1600-01-01..9999-12-31\n".repeat(5_000))).len(),
        MAX_DIAGNOSTICS
    );
    let mut lines = String::from("years 1800..2199\n");
    let mut next = day("1800-01-01");
    for _ in 0..100_000 {
        lines.push_str(&format!("off {next}\n"));
        next = next.tomorrow().unwrap();
    }
    assert_eq!(read(&lines).is_working_day(next.yesterday().unwrap()), Ok(false));
}

#[test]
#[cfg(feature = "cli")]
fn files_from_the_disk() {
    use crate::calendar::load_calendar;
    use crate::source::SourceMap;
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let codes = |path: &std::path::Path| -> Vec<&str> {
        let found = load_calendar(path, &mut SourceMap::default()).expect_err("the file has faults");
        found.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
    };
    let mut sources = SourceMap::single("conduct.policy", "");
    assert_eq!(load_calendar(&file("fine.txt", ENGLISH.as_bytes()), &mut sources), Ok(read(ENGLISH)));
    let found = load_calendar(&file("faulty.txt", b"off"), &mut sources).unwrap_err();
    assert_eq!(found.iter().next().and_then(|fault| fault.span).map(|span| span.source), Some(SourceId(2)));
    assert_eq!(codes(&file("gbk.txt", b"\xC4\xEA\xB7\xDD 2024\n\xD0\xDD 2024-05-01\n")), ["E0104"]);
    assert_eq!(codes(&file("cut.txt", b"years 2024\noff 2024-05-01 \"\xE4\xBC")), ["E0104"]);
    assert_eq!(codes(folder.path()), ["E0102"]);
    assert_eq!(codes(&folder.path().join("none.txt")), ["E0101"]);
    assert_eq!(codes(&file("large.txt", &vec![b'#'; MAX_FILE_BYTES + 1])), ["E0103"]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "(years|off|work|年份|休|班|[0-9]{4}(-[0-9]{2}-[0-9]{2})?|\\.\\.|[,\"“”#\\\\ \\n\\r\\t-]|\\PC){0,40}") {
        let _ = calendar_from_text(SourceId::default(), &text);
    }
}
