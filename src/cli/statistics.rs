//! `check --statistics`: how many findings there are of each code.

use super::check::FormatChoice;
use super::console::Console;
use crate::diagnostic::render::{severity_word, summary};
use crate::diagnostic::{Code, Diagnostics, page};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write;
use textwrap::core::display_width;

/// Whether a format can show counts.
pub(super) fn has(format: FormatChoice) -> bool {
    match format {
        FormatChoice::Human | FormatChoice::Short | FormatChoice::Json => true,
        FormatChoice::Sarif | FormatChoice::Github | FormatChoice::Junit => false,
    }
}

#[derive(Default)]
struct Count {
    all: usize,
    fixable: usize,
}

/// The codes that occur, the most frequent first.
pub(super) fn text(reported: &Diagnostics, format: FormatChoice, console: &Console) -> String {
    let mut counts: BTreeMap<Code, Count> = BTreeMap::new();
    for found in reported {
        let count = counts.entry(found.code).or_default();
        count.all += 1;
        count.fixable += usize::from(found.fix.is_some());
    }
    let mut counts: Vec<(Code, Count)> = counts.into_iter().collect();
    counts.sort_by_key(|(code, count)| (std::cmp::Reverse(count.all), *code));
    if format == FormatChoice::Json {
        return json_text(&counts, console);
    }
    let mut text = String::new();
    let digits = counts.first().map_or(1, |(_, most)| most.all.to_string().len());
    let severity = |code: Code| console.text(&format!("severity-{}", severity_word(code.severity())), &[]);
    let width = counts.iter().map(|(code, _)| display_width(&severity(*code))).max().unwrap_or(0);
    for (code, count) in &counts {
        let severity = severity(*code);
        let blanks = " ".repeat(width - display_width(&severity));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:>digits$}  {code}  {severity}{blanks}  {}", count.all, title(*code, console));
    }
    if format == FormatChoice::Human {
        let _ = writeln!(text, "{}", summary(reported, &console.catalogue));
    }
    text
}

fn json_text(counts: &[(Code, Count)], console: &Console) -> String {
    let entries: Vec<serde_json::Value> = counts
        .iter()
        .map(|(code, count)| {
            json!({
                "code": code,
                "group": code.group(),
                "severity": code.severity(),
                "title": title(*code, console),
                "count": count.all,
                "fixable": count.fixable,
            })
        })
        .collect();
    // Nothing here fails to serialise.
    serde_json::to_string_pretty(&entries).map(|text| text + "\n").unwrap_or_default()
}

/// The title of a code's page, without the code.
fn title(code: Code, console: &Console) -> &'static str {
    let title = page(code, console.language()).title;
    title.split_once(" · ").map_or(title, |(_, title)| title)
}
