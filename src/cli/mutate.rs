//! `policyc test --mutate`.

use super::Exit;
use super::console::{BAD, Console, GOOD, OPEN, STRONG, styled};
use super::new_tests::{NewTests, keyword_language};
use super::test::FileReport;
use crate::diagnostic::visible;
use crate::policy::Policy;
use crate::source::SourceMap;
use crate::syntax::KeywordLanguage;
use crate::testing::Setting;
use crate::testing::mutants::{Fate, MUTATION_FORMAT, Mutant, MutationReport, mutate, mutation_json};
use clap::ValueEnum;
use serde_json::json;
use std::fmt::Write;
use std::io;
use std::path::Path;

/// How mutants are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MutantForm {
    Human,
    Json,
}

/// What is wanted.
pub(super) struct Wishes<'w> {
    pub(super) form: MutantForm,
    /// Where the missing tests go.
    pub(super) write: Option<&'w Path>,
    pub(super) filter: &'w str,
    pub(super) setting: &'w Setting,
}

/// Changes the policies of all files and prints what no test notices.
pub(super) fn run(
    files: &[FileReport],
    wishes: &Wishes<'_>,
    sources: &SourceMap,
    console: &Console,
) -> io::Result<Exit> {
    let mutated: Vec<(&FileReport, MutationReport)> =
        files.iter().map(|file| (file, mutate(&file.policy, wishes.filter, wishes.setting))).collect();
    let mut new = NewTests::default();
    let mut text = String::new();
    let mut objects = Vec::new();
    for (file, report) in &mutated {
        let language = keyword_language(file, sources);
        let tests = missing_tests(&file.policy, report, language, sources);
        match wishes.form {
            MutantForm::Human => text.push_str(&human(file, report, &tests, language, sources, console)),
            MutantForm::Json => objects.push(mutation_json(&file.name, report, &tests, language, sources)),
        }
        new.add(tests.into_iter().map(|test| test.text));
    }
    if wishes.form == MutantForm::Json {
        let all = json!({"format": MUTATION_FORMAT, "files": objects});
        text = format!("{}\n", serde_json::to_string_pretty(&all).map_err(io::Error::other)?);
        console.print_raw(&text)?;
    } else {
        console.print(&text)?;
    }
    if let Some(path) = wishes.write
        && let Some(refused) = new.write(path, console)?
    {
        return Ok(refused);
    }
    let any = |wanted: fn(&Fate) -> bool| mutated.iter().any(|(_, report)| report.count(wanted) > 0);
    Ok(if any(|fate| matches!(fate, Fate::Survived { .. })) {
        Exit::Findings
    } else if any(|fate| *fate == Fate::NotDecided) {
        Exit::NotDecided
    } else {
        Exit::Fine
    })
}

/// Tests that together notice every mutant that none notices yet.
fn missing_tests(
    policy: &Policy,
    report: &MutationReport,
    language: KeywordLanguage,
    sources: &SourceMap,
) -> Vec<crate::testing::mutants::NewTest> {
    report.missing_tests(policy, language, sources)
}

fn human(
    file: &FileReport,
    report: &MutationReport,
    tests: &[crate::testing::mutants::NewTest],
    language: KeywordLanguage,
    sources: &SourceMap,
    console: &Console,
) -> String {
    let count = |wanted: fn(&Fate) -> bool| report.count(wanted);
    let (equivalent, open) = (count(|fate| *fate == Fate::Equivalent), count(|fate| *fate == Fate::NotDecided));
    let survived = count(|fate| matches!(fate, Fate::Survived { .. }));
    let args = [
        ("killed", count(|fate| matches!(fate, Fate::Killed { .. })).into()),
        ("equivalent", equivalent.into()),
        ("survived", survived.into()),
        ("open", open.into()),
        ("of", (report.results.len() - equivalent).into()),
    ];
    let heading = console.text("mutants-of", &[("file", file.name.as_str().into())]);
    let style = if survived > 0 {
        BAD
    } else if open > 0 {
        OPEN
    } else {
        GOOD
    };
    let mut text =
        format!("\n{}\n  {}\n", styled(STRONG, &heading), styled(style, &console.text("mutants-counted", &args)));
    if equivalent > 0 {
        let _ = writeln!(text, "  {}", console.text("mutants-equivalent", &args));
    }
    for (place, (mutant, fate)) in report.results.iter().enumerate() {
        let id = match fate {
            Fate::Killed { .. } | Fate::Equivalent => continue,
            Fate::Survived { .. } => "mutant-survived",
            Fate::NotDecided => "mutant-not-decided",
        };
        let _ = writeln!(text, "  {}", line(mutant, id, language, sources, console));
        for test in tests.iter().filter(|test| test.for_mutant == place) {
            for line in test.text.lines() {
                let _ = writeln!(text, "    {}", visible(line));
            }
        }
        if let Some(test) = tests.iter().find(|test| test.for_mutant != place && test.notices.contains(&place)) {
            let args = [("name", test.name.as_str().into())];
            let _ = writeln!(text, "    {}", console.text("mutant-noticed-by", &args));
        }
    }
    text
}

/// `3(1), line 26: damage ≥ major → damage > major`.
fn line(mutant: &Mutant, id: &str, language: KeywordLanguage, sources: &SourceMap, console: &Console) -> String {
    let source = sources.get(mutant.span.source);
    let line = source.map_or(0, |source| source.position(mutant.span.start as usize).line);
    let place = match &mutant.clause {
        Some(clause) => console.text("mutant-in-clause", &[("clause", clause.as_str().into()), ("line", line.into())]),
        None => console.text("mutant-in-line", &[("line", line.into())]),
    };
    let changed = mutant.changed(sources, language);
    let change = if changed.is_empty() { console.text(kind_words(mutant), &[]) } else { changed };
    let args = [("place", place.into()), ("original", mutant.original(sources).into()), ("changed", change.into())];
    console.text(id, &args)
}

/// What was done where nothing stands instead.
fn kind_words(mutant: &Mutant) -> &'static str {
    use crate::testing::mutants::MutationKind;
    match mutant.kind {
        MutationKind::DroppedOverriding => "mutant-no-overriding",
        MutationKind::DroppedOtherwise => "mutant-no-otherwise",
        MutationKind::Permitted => "mutant-other-mode",
        MutationKind::Comparison
        | MutationKind::Threshold
        | MutationKind::Member
        | MutationKind::Connective
        | MutationKind::Negation
        | MutationKind::DroppedCondition
        | MutationKind::DroppedScope
        | MutationKind::DroppedRule
        | MutationKind::DroppedExemption
        | MutationKind::DroppedAdjustment
        | MutationKind::Adjustment
        | MutationKind::Combination
        | MutationKind::DroppedDuty => "mutant-left-out",
    }
}
