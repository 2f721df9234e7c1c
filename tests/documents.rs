//! What the documents show is true: snippets are policies that check, pages show their faults, limits are the source's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use policyc::diagnostic::page;
use policyc::lint::lint;
use policyc::source::SourceId;
use policyc::testing::run_tests;
use policyc::{Calendar, Code, Diagnostics, Facts, Language, calendar_from_text, check_text, decide, facts_from_json};
use std::fs;

/// The fenced blocks of a Markdown text with what stands behind the fence.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            found.push((info.trim().to_owned(), block.join("\n")));
        }
    }
    found
}

fn codes(text: &str) -> Vec<Code> {
    let checked = check_text("example.policy", text);
    let found: Diagnostics = checked.diagnostics.into_iter().chain(checked.policy.iter().flat_map(lint)).collect();
    found.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn every_policy_in_the_documents_checks_and_passes_its_tests() {
    let mut seen = 0;
    for file in ["README.md", "CHANGELOG.md", "docs/language.md", "docs/json.md", "docs/architecture.md"] {
        for (info, text) in blocks(&fs::read_to_string(file).unwrap()) {
            if info != "policy" {
                continue;
            }
            let checked = check_text(file, &text);
            assert!(checked.policy.is_some(), "{file}: {:?}\n{text}", checked.diagnostics);
            let report = run_tests(&checked.policy.unwrap(), "");
            assert_eq!(report.failed(), 0, "{file}: {report:?}\n{text}");
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn every_page_shows_its_fault_and_the_way_out() {
    for code in Code::ALL {
        for example in page(*code, Language::English).examples() {
            let is_policy = example.language == "policy";
            let about_facts = code.as_str().starts_with("E06");
            let kind = example.kind;
            match kind {
                policyc::diagnostic::ExampleKind::Bad if is_policy && !about_facts => {
                    assert_eq!(codes(example.text), [*code], "bad example of {code}");
                }
                policyc::diagnostic::ExampleKind::Bad | policyc::diagnostic::ExampleKind::Good if is_policy => {
                    assert_eq!(codes(example.text), [], "example of {code}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_page_about_facts_shows_faulty_and_sound_facts() {
    for code in Code::ALL.iter().filter(|code| code.as_str().starts_with("E06")) {
        let examples = page(*code, Language::English).examples();
        let Some(policy) = examples.iter().find(|example| example.language == "policy") else { continue };
        let policy = check_text("example.policy", policy.text).policy.unwrap();
        for example in examples.iter().filter(|example| example.language == "json") {
            let read = facts_from_json(&policy, SourceId(1), example.text);
            let sound = read.as_ref().is_ok_and(|facts: &Facts| decide(&policy, facts).is_ok());
            let good = example.kind == policyc::diagnostic::ExampleKind::Good;
            assert_eq!(sound, good, "{code}: {}", example.text);
            if let Err(found) = read {
                assert!(found.iter().all(|diagnostic| diagnostic.code == *code), "{code}: {found:?}");
            }
        }
    }
}

#[test]
fn every_page_about_working_days_shows_faulty_and_sound_holiday_files() {
    for code in Code::ALL {
        for example in page(*code, Language::English).examples() {
            if example.language != "holidays" {
                continue;
            }
            let read = calendar_from_text(SourceId(0), example.text);
            let found: Vec<Code> = read.err().iter().flatten().map(|diagnostic| diagnostic.code).collect();
            let is_bad = example.kind == policyc::diagnostic::ExampleKind::Bad;
            assert_eq!(found, if is_bad { vec![*code] } else { vec![] }, "{code}: {}", example.text);
        }
    }
}

#[test]
fn the_holiday_files_in_the_document_are_read_as_it_says() {
    let document = fs::read_to_string("docs/calendar.md").unwrap();
    let written = |wanted: &str| -> Vec<String> {
        blocks(&document).into_iter().filter(|(info, _)| info == wanted).map(|(_, text)| text).collect()
    };
    let files: Vec<Calendar> = ["holidays", "ics"]
        .iter()
        .flat_map(|info| written(info))
        .map(|text| calendar_from_text(SourceId(0), &text).unwrap_or_else(|found| panic!("{found:?}\n{text}")))
        .collect();
    assert_eq!(files.len(), 3);
    assert!(files.windows(2).all(|pair| pair[0] == pair[1]), "the examples are one calendar in three spellings");
    let mut counted = 0;
    for line in document.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, start, period, end, ..] = cells[..] else { continue };
        let Ok(start) = start.parse::<jiff::civil::Date>() else { continue };
        let (count, unit) = period.split_once(' ').unwrap_or((period, "working day"));
        let count: i64 = count.parse().unwrap();
        let reached = match unit {
            "working day" => files[0].add_working_days(start, count).unwrap(),
            "month" => start.checked_add(jiff::Span::new().months(count)).unwrap(),
            "year" => start.checked_add(jiff::Span::new().months(12 * count)).unwrap(),
            _ => panic!("{line}"),
        };
        assert_eq!(reached.to_string(), end, "{line}");
        counted += 1;
    }
    assert_eq!(counted, 11);
}

#[test]
fn the_list_of_codes_is_that_of_the_registry() {
    let list = fs::read_to_string("docs/codes/README.md").unwrap();
    for code in Code::ALL {
        for language in [Language::English, Language::Chinese] {
            let title = page(*code, language).title.split_once(" · ").unwrap().1;
            assert!(list.lines().any(|line| line.contains(code.as_str()) && line.contains(title)), "{code}: {title}");
        }
    }
    assert_eq!(fs::read_dir("docs/codes").unwrap().count(), Code::ALL.len() + 1);
}

#[test]
fn the_limits_in_the_documents_are_those_of_the_source() {
    use policyc::source::limits as is;
    let list = fs::read_to_string("docs/limits.md").unwrap();
    let limits = [
        ("MAX_FILE_BYTES", is::MAX_FILE_BYTES),
        ("MAX_USED_FILES", is::MAX_USED_FILES),
        ("MAX_USE_LINES", is::MAX_USE_LINES),
        ("MAX_USE_DEPTH", is::MAX_USE_DEPTH),
        ("MAX_POLICY_BYTES", is::MAX_POLICY_BYTES),
        ("MAX_NESTING", is::MAX_NESTING as usize),
        ("MAX_NAME_CHARS", is::MAX_NAME_CHARS),
        ("MAX_DIAGNOSTICS", is::MAX_DIAGNOSTICS),
        ("MAX_FIX_ROUNDS", is::MAX_FIX_ROUNDS),
        ("MAX_CLAUSE_NUMBER", is::MAX_CLAUSE_NUMBER as usize),
        ("MAX_DIAGRAM_NODES", is::MAX_DIAGRAM_NODES),
        ("MAX_ASK_STEPS", is::MAX_ASK_STEPS),
        ("MAX_AMOUNT_PAIRS", is::MAX_AMOUNT_PAIRS),
        ("MAX_CALENDAR_YEARS", is::MAX_CALENDAR_YEARS),
    ];
    for (name, value) in limits {
        let row = list.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name} is not listed"));
        let digits: String = row.replace(['_', ','], "");
        assert!(digits.contains(&value.to_string()), "{name}: {row}");
    }
}

#[test]
fn the_shipped_policies_are_sound_and_formatted() {
    let wanted = [
        ("hospital_network_security", 60),
        ("bureau_work_fault", 50),
        ("county_cadres", 45),
        ("tipoff_handling", 45),
        ("public_officials", 100),
    ];
    for (name, tests) in wanted {
        let text = fs::read_to_string(format!("policies/{name}.policy")).unwrap();
        let policy = check_text(name, &text).policy.unwrap();
        let report = run_tests(&policy, "");
        assert_eq!(report.failed(), 0, "{name}: {report:?}");
        assert!(report.passed() >= tests, "{name}");
        assert_eq!(policyc::syntax::format_source(SourceId(0), &text, None).unwrap(), text, "{name}");
        let unlisted: Vec<Code> = lint(&policy).iter().map(|found| found.code).collect();
        assert!(unlisted.iter().all(|code| *code == Code::MissingInSource), "{name}: {unlisted:?}");
        for case in fs::read_dir(format!("policies/cases/{name}")).unwrap() {
            let path = case.unwrap().path();
            if path.is_dir() {
                continue; // logs and histories
            }
            let facts = facts_from_json(&policy, SourceId(1), &fs::read_to_string(&path).unwrap());
            let facts = facts.unwrap_or_else(|found| panic!("{}: {found:?}", path.display()));
            decide(&policy, &facts).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}
