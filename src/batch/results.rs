//! One case's results as a line of text.

use super::run::Form;
use crate::decide::{RuledOutcome, Ruling, Status};
use crate::policy::{PermittedSet, Policy};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;

/// The columns that each outcome has.
const PARTS: [&str; 6] = ["status", "permitted", "none", "clauses", "possible", "asks"];

/// The column of the line that a case stood in.
const LINE: &str = "line";

/// The column of what NDJSON cases name that are no facts.
const CARRIED: &str = "carried";

/// Most different sets of one outcome whose words are remembered.
const REMEMBERED: usize = 4_096;

/// What joins several values in one cell.
const JOINT: &str = "; ";

/// The names of the columns of CSV results besides those that are carried over.
pub(super) fn names(policy: &Policy) -> Vec<String> {
    let parts = |name: String| PARTS.map(|part| format!("{name}_{part}"));
    let outcomes = policy.outcomes().iter().flat_map(|outcome| parts(outcome.name.to_string()));
    std::iter::once(LINE.to_owned()).chain(outcomes).collect()
}

/// The first line of results, where they have one.
pub(super) fn heading(policy: &Policy, form: Form, carried: Option<Vec<&str>>) -> Vec<u8> {
    let Form::Csv = form else { return Vec::new() };
    let mut names = names(policy);
    let carried = carried.map_or_else(|| vec![CARRIED.to_owned()], |own| own.into_iter().map(str::to_owned).collect());
    names.splice(1..1, carried);
    let mut line = Line::default();
    names.iter().for_each(|name| line.cell(name.as_bytes()));
    line.end();
    line.text
}

/// What a case says besides facts.
pub(super) enum Carried<'c> {
    Cells(&'c [(&'c str, &'c [u8])]),
    Json(&'c Map<String, Json>),
}

/// The words of the sets that one outcome permits, and how often they came.
#[derive(Default)]
pub(super) struct Wording {
    known: HashMap<PermittedSet, (Vec<String>, u64)>,
}

impl Wording {
    fn words<'w>(&'w mut self, policy: &Policy, outcome: &RuledOutcome<'_>, set: &PermittedSet) -> &'w [String] {
        if self.known.len() >= REMEMBERED && !self.known.contains_key(set) {
            // What is forgotten has been counted: blocks are counted one by one, and a block has fewer cases.
            self.known.retain(|_, (_, count)| *count > 0);
        }
        if !self.known.contains_key(set) {
            let words = policy.show_permitted(outcome.id(), set).words();
            self.known.insert(set.clone(), (words, 0));
        }
        match self.known.get_mut(set) {
            Some((words, count)) => {
                *count += 1;
                words
            }
            None => &[],
        }
    }

    /// How often each set came since this was asked last.
    pub(super) fn counts(&mut self) -> impl Iterator<Item = (&PermittedSet, &[String], u64)> {
        self.known
            .iter_mut()
            .filter(|(_, (_, count))| *count > 0)
            .map(|(set, (words, count))| (set, words.as_slice(), std::mem::take(count)))
    }
}

/// Writes the results of a case.
pub(super) fn write(
    text: &mut Vec<u8>,
    (policy, form): (&Policy, Form),
    line: u64,
    carried: &Carried<'_>,
    ruling: Ruling<'_>,
    wording: &mut [Wording],
) {
    match form {
        Form::Csv => write_csv(text, policy, line, carried, ruling, wording),
        Form::NdJson => write_json(text, policy, line, carried, ruling, wording),
    }
}

/// A line of CSV.
#[derive(Default)]
struct Line {
    text: Vec<u8>,
    is_begun: bool,
}

impl Line {
    fn cell(&mut self, cell: &[u8]) {
        if std::mem::replace(&mut self.is_begun, true) {
            self.text.push(b',');
        }
        if !cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            self.text.extend_from_slice(cell);
            return;
        }
        self.text.push(b'"');
        for byte in cell {
            if *byte == b'"' {
                self.text.push(b'"');
            }
            self.text.push(*byte);
        }
        self.text.push(b'"');
    }

    fn joint<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let mut all = String::new();
        for word in words {
            if !all.is_empty() {
                all.push_str(JOINT);
            }
            all.push_str(word);
        }
        self.cell(all.as_bytes());
    }

    fn end(&mut self) {
        self.text.push(b'\n');
        self.is_begun = false;
    }
}

fn write_csv(
    text: &mut Vec<u8>,
    policy: &Policy,
    line: u64,
    carried: &Carried<'_>,
    ruling: Ruling<'_>,
    wording: &mut [Wording],
) {
    let mut row = Line { text: std::mem::take(text), is_begun: false };
    row.cell(line.to_string().as_bytes());
    match carried {
        Carried::Cells(cells) => cells.iter().for_each(|(_, cell)| row.cell(cell)),
        Carried::Json(map) if map.is_empty() => row.cell(b""),
        Carried::Json(map) => row.cell(serde_json::to_string(map).unwrap_or_default().as_bytes()),
    }
    for (outcome, wording) in ruling.outcomes().zip(wording) {
        row.cell(outcome.status().word().as_bytes());
        let set = outcome.permitted().filter(|_| outcome.status() == Status::Decided);
        match set {
            Some(set) => row.joint(wording.words(policy, &outcome, set).iter().map(String::as_str)),
            None => row.cell(b""),
        }
        let permits_none = set.is_some_and(PermittedSet::permits_none);
        row.cell(if permits_none { b"true" } else { b"false" });
        row.joint(outcome.clauses());
        row.joint(outcome.possible().iter().map(String::as_str));
        row.joint(outcome.asks().iter().map(String::as_str));
    }
    row.end();
    *text = row.text;
}

fn write_json(
    text: &mut Vec<u8>,
    policy: &Policy,
    line: u64,
    carried: &Carried<'_>,
    ruling: Ruling<'_>,
    wording: &mut [Wording],
) {
    let carried: Map<String, Json> = match carried {
        Carried::Json(map) => (*map).clone(),
        Carried::Cells(cells) => {
            let shown = |(name, cell): &(&str, &[u8])| ((*name).to_owned(), String::from_utf8_lossy(cell).into());
            cells.iter().map(shown).collect()
        }
    };
    let mut outcomes = Map::new();
    for (outcome, wording) in ruling.outcomes().zip(wording) {
        let Some(declared) = policy.outcomes().get(outcome.id().index()) else { continue };
        let set = outcome.permitted().filter(|_| outcome.status() == Status::Decided);
        let permitted: Vec<String> = set.map_or_else(Vec::new, |set| wording.words(policy, &outcome, set).to_vec());
        let own = serde_json::json!({
            "status": outcome.status().word(),
            "permitted": permitted,
            "none": set.is_some_and(PermittedSet::permits_none),
            "clauses": outcome.clauses().collect::<Vec<_>>(),
            "possible": outcome.possible(),
            "asks": outcome.asks(),
        });
        outcomes.insert(declared.name.to_string(), own);
    }
    let mut all = Map::new();
    all.insert(LINE.to_owned(), line.into());
    if !carried.is_empty() {
        all.insert(CARRIED.to_owned(), carried.into());
    }
    all.insert("outcomes".to_owned(), outcomes.into());
    // A map of texts and numbers can always be written.
    let _ = serde_json::to_writer(&mut *text, &all);
    text.push(b'\n');
}

/// A record that was rejected, as a line of NDJSON.
pub(super) fn rejected(text: &mut Vec<u8>, line: u64, code: &str, reason: &str) {
    let fault = serde_json::json!({ "line": line, "code": code, "reason": reason });
    let _ = serde_json::to_writer(&mut *text, &fault);
    text.push(b'\n');
}
