//! What the documents show is true: snippets are policies that check, pages show their faults, limits are the source's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use policyc::decide::{effects, history_from_json, log_from_json};
use policyc::diagnostic::{Catalogue, Diagnostic, Group, page};
use policyc::lint::lint;
use policyc::source::SourceId;
use policyc::syntax::ast::EffectVerb;
use policyc::testing::run_tests;
use policyc::{Calendar, Code, Diagnostics, Language, Policy, calendar_from_text, check_text, decide, facts_from_json};
use std::fs;
use std::path::Path;

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

/// The documents for readers; the pages of codes are looked at one by one.
fn documents() -> Vec<String> {
    let mut files: Vec<String> = vec!["README.md".to_owned(), "CHANGELOG.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    for folder in ["docs", "docs/language"] {
        let found = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let texts = found.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
        files.extend(texts.map(|path| path.display().to_string()));
    }
    files.sort();
    files
}

/// The targets of the links of a Markdown text; those in code are none.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut in_block = false;
    for line in text.lines() {
        in_block ^= line.starts_with("```");
        if in_block {
            continue;
        }
        let prose: String = line.split('`').step_by(2).collect();
        for part in prose.split("](").skip(1) {
            found.extend(part.split_once(')').map(|(target, _)| target.to_owned()));
        }
    }
    found
}

/// The names by which the headings of a Markdown text are linked to.
fn headings(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.strip_prefix('#'));
    let titles = lines.map(|line| line.trim_start_matches('#').trim().to_lowercase());
    let kept = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_');
    titles.map(|title| title.chars().filter(|sign| kept(*sign)).collect::<String>().replace(' ', "-")).collect()
}

fn codes(text: &str) -> Vec<Code> {
    let checked = check_text("example.policy", text);
    let found: Diagnostics = checked.diagnostics.into_iter().chain(checked.policy.iter().flat_map(lint)).collect();
    found.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn every_policy_in_the_documents_checks_and_passes_its_tests() {
    let mut seen = 0;
    for file in documents() {
        for (info, text) in blocks(&fs::read_to_string(&file).unwrap()) {
            if info != "policy" {
                continue;
            }
            let checked = check_text(&file, &text);
            assert!(checked.policy.is_some(), "{file}: {:?}\n{text}", checked.diagnostics);
            let report = run_tests(&checked.policy.unwrap(), "");
            assert_eq!(report.failed(), 0, "{file}: {report:?}\n{text}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn every_link_in_the_documents_leads_somewhere() {
    let mut seen = 0;
    for file in documents() {
        let text = fs::read_to_string(&file).unwrap();
        for link in links(&text) {
            if link.contains("://") {
                continue;
            }
            let (path, heading) = link.split_once('#').map_or((link.as_str(), None), |(path, at)| (path, Some(at)));
            let target = match path {
                "" => Path::new(&file).to_owned(),
                path => Path::new(&file).parent().unwrap().join(path),
            };
            assert!(target.exists(), "{file}: {link}");
            if let Some(heading) = heading {
                let target = fs::read_to_string(&target).unwrap();
                assert!(headings(&target).iter().any(|known| known == heading), "{file}: {link}");
            }
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn the_keywords_in_the_document_are_those_of_the_language() {
    use policyc::syntax::keywords::{KEYWORDS, Reservation};
    let document = fs::read_to_string("docs/language/text.md").unwrap();
    let rows: Vec<[&str; 3]> = document.lines().filter_map(keyword_row).collect();
    assert_eq!(rows.len(), KEYWORDS.len());
    for keyword in KEYWORDS {
        let chinese = if keyword.name == "article" { "第…条" } else { keyword.chinese };
        let chinese = keyword.also.map_or(format!("`{chinese}`"), |also| format!("`{chinese}`, `{also}`"));
        let can_be_a_name = if keyword.reservation == Reservation::Reserved { "no" } else { "yes" };
        let english = format!("`{}`", keyword.english);
        assert!(rows.contains(&[&english, &chinese, can_be_a_name]), "{english} {chinese} {can_be_a_name}");
    }
}

/// A row of the table of keywords.
fn keyword_row(line: &str) -> Option<[&str; 3]> {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    match cells[..] {
        ["", english, chinese, can_be_a_name @ ("yes" | "no"), ""] => Some([english, chinese, can_be_a_name]),
        _ => None,
    }
}

#[test]
fn every_page_shows_its_fault_and_the_way_out() {
    for code in Code::ALL {
        // The pages of errors show as little as the error needs; what a finding would say of that is not their subject.
        let wanted = |found: &Code| code.is_finding() || !found.is_finding();
        for example in page(*code, Language::English).examples() {
            let is_policy = example.language == "policy";
            let found: Vec<Code> = codes_about(example.text, *code).into_iter().filter(wanted).collect();
            let kind = example.kind;
            match kind {
                policyc::diagnostic::ExampleKind::Bad if is_policy && !is_about_files(*code) => {
                    assert_eq!(found, [*code], "bad example of {code}");
                }
                policyc::diagnostic::ExampleKind::Bad | policyc::diagnostic::ExampleKind::Good if is_policy => {
                    assert_eq!(found, [], "example of {code}");
                }
                _ => {}
            }
        }
    }
}

/// What the quotations in a text say, line breaks aside.
fn quotations(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let quoted = line.strip_prefix("> ");
        match (quoted, found.last_mut()) {
            (Some(quoted), Some(last)) if goes_on => *last = format!("{last} {quoted}"),
            (Some(quoted), _) => found.push(quoted.to_owned()),
            (None, _) => {}
        }
        goes_on = quoted.is_some();
    }
    found
}

/// What `check` says of a policy, as the document quotes it. What is not decided is no finding.
fn quotable(file: &str) -> Vec<String> {
    let checked = check_text(file, &fs::read_to_string(file).unwrap());
    let mut found = lint(&checked.policy.unwrap());
    found.sort_by_severity();
    let catalogue = Catalogue::new(Language::English);
    let quote = |one: &Diagnostic| {
        let said = format!("**{}** {}", one.code, catalogue.message(one));
        match catalogue.attribute(one, "example").filter(|_| one.witness.is_some()) {
            Some(example) => format!("{said} For example: {example}"),
            None => said,
        }
    };
    found.iter().filter(|one| one.code.group() != Group::Undecided).map(quote).collect()
}

#[test]
fn the_findings_in_the_document_are_those_of_the_shipped_policies() {
    let document = fs::read_to_string("docs/findings.md").unwrap();
    let sections: Vec<&str> = document.split("\n## ").skip(1).collect();
    let named = |section: &&str| {
        let (_, rest) = section.split_once("`policies/").unwrap();
        format!("policies/{}", rest.split_once('`').unwrap().0)
    };
    let mut written: Vec<String> = sections.iter().map(named).collect();
    for (section, file) in sections.iter().zip(&written) {
        assert_eq!(quotations(section).join("\n"), quotable(file).join("\n"), "{file}");
    }
    let policies = fs::read_dir("policies").unwrap().map(|entry| entry.unwrap().path().display().to_string());
    let mut policies: Vec<String> = policies.filter(|file| file.ends_with(".policy")).collect();
    policies.sort();
    written.sort();
    assert_eq!(written, policies);
}

/// The codes of an example. Examples are pieces of a regulation: that they leave cases open, declare what nothing uses,
/// do not say who decides, or that a lone clause about one step of a scale lightens the next, is of interest only on the
/// pages about that.
fn codes_about(text: &str, code: Code) -> Vec<Code> {
    let is_of_pieces = |found: &Code| {
        matches!(
            found,
            Code::NotAddressed
                | Code::NotMonotone
                | Code::UnusedDeclaration
                | Code::NoDecider
                | Code::NoEnforcer
                | Code::OpenJudgement
                | Code::StepWithoutDeadline
                | Code::UnreachableValue
        )
    };
    codes(text).into_iter().filter(|found| *found == code || !is_of_pieces(found)).collect()
}

/// Whether a code is about facts, logs or histories, or about what is made of a policy: its page shows them before a
/// sound policy, or a sound policy.
fn is_about_files(code: Code) -> bool {
    ["E06", "E08", "E09", "E12"].iter().any(|subject| code.as_str().starts_with(subject))
}

#[test]
fn every_page_about_facts_logs_and_histories_shows_faulty_and_sound_ones() {
    let mut seen = 0;
    for code in Code::ALL.iter().copied().filter(|code| is_about_files(*code)) {
        let examples = page(code, Language::English).examples();
        let Some(policy) = examples.iter().find(|example| example.language == "policy") else { continue };
        let policy = check_text("example.policy", policy.text).policy.unwrap();
        for example in examples.iter().filter(|example| example.language == "json") {
            let found = said_of_file(&policy, code, example.text);
            let good = example.kind == policyc::diagnostic::ExampleKind::Good;
            assert_eq!(found.is_empty(), good, "{code}: {}", example.text);
            assert!(found.iter().all(|found| *found == code), "{code}: {found:?}");
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
}

/// What is said of an example of the page of `code`: facts are read and decided, logs and histories read.
fn said_of_file(policy: &Policy, code: Code, text: &str) -> Vec<Code> {
    let source = SourceId(1);
    let read = match &code.as_str()[..3] {
        "E08" => log_from_json(policy, None, source, text).map_or_else(|found| found, |file| file.warnings),
        "E09" => history_from_json(policy, source, text).err().unwrap_or_default(),
        _ => match facts_from_json(policy, source, text) {
            Err(found) => found,
            Ok(facts) if decide(policy, &facts).is_ok() => Diagnostics::default(),
            // What is said where a case is decided has its code in the command line.
            Ok(_) => return vec![code],
        },
    };
    read.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn the_log_and_the_history_in_the_document_are_read_as_it_says() {
    let blocks = blocks(&fs::read_to_string("docs/procedure.md").unwrap());
    let written = |wanted: &str| -> Vec<String> {
        blocks.iter().filter(|(info, _)| info == wanted).map(|(_, text)| text.clone()).collect()
    };
    let policies: Vec<_> = written("policy").iter().map(|text| check_text("office", text).policy.unwrap()).collect();
    let [with_effects, with_procedure] = &policies[..] else { panic!("two policies") };
    let [log, history] = &written("json")[..] else { panic!("a log and a history") };
    let log = log_from_json(with_procedure, None, SourceId(1), log).unwrap();
    assert_eq!((log.log.events().count(), log.warnings.len()), (4, 0));
    let history = history_from_json(with_effects, SourceId(1), history).unwrap();
    let until = |as_of: &str, decisions: &[policyc::policy::PastDecision]| {
        let report = effects(with_effects, decisions, as_of.parse().unwrap(), None).unwrap();
        report.lasting(EffectVerb::Bars, "promotion").unwrap().until.clone()
    };
    assert_eq!(until("2024-01-10", &history).as_deref(), Some("2024-07-10"));
    assert_eq!(until("2024-05-20", &history).as_deref(), Some("2026-07-10"));
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
        ("MAX_INTERVIEW_NODES", is::MAX_INTERVIEW_NODES),
        ("MAX_INTERVIEW_VERDICTS", is::MAX_INTERVIEW_VERDICTS),
        ("MAX_INTERVIEW_STEPS", is::MAX_INTERVIEW_STEPS),
        ("MAX_TELLING_STEPS", is::MAX_TELLING_STEPS),
        ("MAX_AMOUNT_PAIRS", is::MAX_AMOUNT_PAIRS),
        ("MAX_LIST_STATES", is::MAX_LIST_STATES),
        ("MAX_OPEN_RECORDS", is::MAX_OPEN_RECORDS),
        ("MAX_CHANGE_STEPS", is::MAX_CHANGE_STEPS),
        ("MAX_CHANGE_TRIALS", is::MAX_CHANGE_TRIALS),
        ("MAX_SQL_QUESTIONS", is::MAX_SQL_QUESTIONS),
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
        // What the analysis finds in them are observations about the regulations; how they are written is without fault.
        let is_encoding = |code: &Code| {
            matches!(code, Code::ClauseNotEncoded | Code::ClauseNotListed | Code::LookAlikeNames | Code::UnusedAllow)
        };
        assert!(!unlisted.iter().any(is_encoding), "{name}: {unlisted:?}");
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
