//! What a batch says: why records are rejected, why it stopped, what came of it.

use super::files::Target;
use crate::batch::{BatchError, HeaderFault, Rejection, Report};
use crate::cli::console::Console;
use crate::cli::eval::undecidable;
use crate::cli::input;
use crate::decide::{Facts, apply_setting};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::Policy;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Most lines of one kind in a summary.
const MOST_LINES: usize = 40;

/// Why a record is rejected: a code and a sentence.
pub(super) fn reason(console: &Console, policy: &Policy, rejection: &Rejection) -> (String, String) {
    let record = |reason: &'static str| Diagnostic::without_place(Code::BatchRecord).with("reason", reason);
    let found: Vec<Diagnostic> = match rejection {
        Rejection::TooLong => vec![record("too-long")],
        Rejection::Encoding { name } if name.is_empty() => vec![record("encoding")],
        Rejection::Encoding { name } => vec![record("cell").with("name", name.as_str())],
        Rejection::Ragged { wanted, found } => vec![record("ragged").with("wanted", *wanted).with("found", *found)],
        // The same fault, said as of a single case.
        Rejection::Value { name, written, problem } => {
            let found = apply_setting(&mut Facts::new(policy), &format!("{name}={written}")).err();
            let other = || record("value").with("detail", problem.to_string());
            vec![found.unwrap_or_else(other)]
        }
        Rejection::Facts(found) => found.clone(),
        Rejection::Undecidable(error) => undecidable(policy, error).into_iter().collect(),
    };
    let code = found.first().map_or(Code::BatchRecord, |one| one.code);
    let sentences: Vec<String> = found
        .iter()
        .map(|one| console.catalogue.message(one).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    (code.to_string(), sentences.join("; "))
}

/// That something cannot be used.
pub(super) fn unusable(reason: &'static str) -> Diagnostic {
    Diagnostic::without_place(Code::BatchFile).with("reason", reason)
}

/// That a file cannot be read or written.
pub(super) fn file(reason: &'static str, name: &str, error: &io::Error) -> Diagnostic {
    unusable(reason).with("name", name).with("detail", error.to_string())
}

/// Why a batch stopped.
pub(super) fn stopped(error: &BatchError, cases: &Path, target: &Target) -> Diagnostic {
    let cases = input::shown(cases);
    match error {
        BatchError::Cases(error) => file("cases", &cases, error),
        BatchError::Rejects(error) => file("results", &target.rejects().unwrap_or_default(), error),
        BatchError::Results(error) | BatchError::Checkpoint(error) => file("results", &target.results(), error),
        BatchError::Changed => unusable("other-batch").with("name", cases),
        BatchError::Header(fault) => match fault {
            HeaderFault::Empty => unusable("empty").with("name", cases),
            HeaderFault::TooLong => unusable("long-header").with("name", cases),
            HeaderFault::TooMany { count, most } => unusable("columns").with("found", *count).with("most", *most),
            HeaderFault::Twice { name } => unusable("twice").with("name", name.as_str()),
            HeaderFault::NoFact => unusable("no-fact").with("name", cases),
            HeaderFault::List { name } => unusable("list").with("name", name.as_str()),
            HeaderFault::Taken { name } => unusable("taken").with("name", name.as_str()),
        },
    }
}

/// A number with its thousands parted.
pub(super) fn number(number: u64) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|part| std::str::from_utf8(part).ok()).collect();
    parts.join(",")
}

/// What came of a batch.
pub(super) fn summary(console: &Console, report: &Report, rejects: Option<String>) -> String {
    let text = |id: &str, args: &[(&str, crate::diagnostic::Arg)]| format!("{}\n", console.text(id, args));
    let found = &report.summary;
    let form = if report.delimiter.is_some() { "csv" } else { "ndjson" };
    let sign = match report.delimiter {
        Some('\t') => "Tab".to_owned(),
        Some(sign) => sign.to_string(),
        None => String::new(),
    };
    let mut lines = text(
        "batch-source",
        &[("encoding", report.encoding.name().into()), ("form", form.into()), ("sign", sign.into())],
    );
    let names = |names: &[String]| {
        let shown: Vec<&str> = names.iter().take(MOST_LINES).map(String::as_str).collect();
        let more = if names.len() > shown.len() { " …" } else { "" };
        format!("{}{more}", shown.join(&console.text("list-comma", &[])))
    };
    let carried: Vec<String> =
        if report.delimiter.is_some() { report.carried.clone() } else { found.carried.keys().cloned().collect() };
    if !carried.is_empty() {
        lines.push_str(&text("batch-carried", &[("names", names(&carried).into())]));
    }
    if !report.missing.is_empty() {
        lines.push_str(&text("batch-missing", &[("names", names(&report.missing).into())]));
    }
    lines.push_str(&text(
        if found.adds_up() { "batch-count" } else { "batch-count-wrong" },
        &[
            ("read", number(found.read).into()),
            ("answered", number(found.answered).into()),
            ("rejected", number(found.rejected).into()),
        ],
    ));
    if let Some(file) = rejects {
        lines.push_str(&text("batch-rejects", &[("file", file.into())]));
    }
    if found.limit_reached > 0 {
        lines.push_str(&text("batch-limit", &[("count", number(found.limit_reached).into())]));
    }
    for outcome in &found.outcomes {
        lines.push_str(&format!("\n{}\n", outcome.name));
        for (id, counts) in [
            ("batch-statuses", &outcome.statuses),
            ("batch-values", &outcome.values),
            ("batch-clauses", &outcome.clauses),
        ] {
            if !counts.is_empty() {
                lines.push_str(&format!("  {}\n{}", console.text(id, &[]), table(counts)));
            }
        }
    }
    lines
}

/// Counts, the largest first.
fn table(counts: &BTreeMap<String, u64>) -> String {
    let mut rows: Vec<(&String, u64)> = counts.iter().map(|(name, count)| (name, *count)).collect();
    rows.sort_by(|(a, more), (b, less)| less.cmp(more).then(a.cmp(b)));
    let width = rows.iter().map(|(_, count)| number(*count).len()).max().unwrap_or(0);
    let line = |(name, count): &(&String, u64)| format!("    {:>width$}  {name}\n", number(*count));
    let shown: String = rows.iter().take(MOST_LINES).map(line).collect();
    if rows.len() > MOST_LINES { format!("{shown}    …\n") } else { shown }
}
