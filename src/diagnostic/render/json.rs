use super::location::Location;
use crate::diagnostic::sanitize::is_hidden;
use crate::diagnostic::{Catalogue, Code, Diagnostics, Fix, Group, Safety, Severity};
use crate::source::SourceMap;
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
struct Entry<'a> {
    code: Code,
    group: Group,
    severity: Severity,
    message: String,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    help: Option<String>,
    witness: Option<&'a serde_json::Value>,
    fix: Option<FixEntry<'a>>,
}

/// A change that mends the fault.
#[derive(Serialize)]
struct FixEntry<'a> {
    safe: bool,
    edits: Vec<Edit<'a>>,
}

/// One piece of text and what stands in its place afterwards.
#[derive(Serialize)]
struct Edit<'a> {
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    text: &'a str,
}

impl<'a> FixEntry<'a> {
    fn new(fix: &'a Fix, sources: &'a SourceMap) -> Self {
        let edits = fix.replacements.iter().filter_map(|replacement| {
            let Location { file, range } = Location::at(replacement.span, sources)?;
            Some(Edit {
                file,
                line: range.map(|(start, _)| start.line),
                column: range.map(|(start, _)| start.column),
                end_line: range.map(|(_, end)| end.line),
                end_column: range.map(|(_, end)| end.column),
                text: &replacement.text,
            })
        });
        Self { safe: fix.safety == Safety::Safe, edits: edits.collect() }
    }
}

/// An array with one object each. A name is never changed here, only escaped, so that it can be used as a path.
pub(super) fn render(diagnostics: &Diagnostics, sources: &SourceMap, catalogue: &Catalogue) -> String {
    let entries: Vec<Entry<'_>> = diagnostics
        .iter()
        .map(|diagnostic| {
            let Location { file, range } = Location::of(diagnostic, sources);
            let helps = catalogue.helps(diagnostic);
            Entry {
                code: diagnostic.code,
                group: diagnostic.code.group(),
                severity: diagnostic.severity(),
                message: catalogue.message(diagnostic),
                file,
                line: range.map(|(start, _)| start.line),
                column: range.map(|(start, _)| start.column),
                end_line: range.map(|(_, end)| end.line),
                end_column: range.map(|(_, end)| end.column),
                help: (!helps.is_empty()).then(|| helps.join("\n")),
                witness: diagnostic.witness.as_ref(),
                fix: diagnostic.fix.as_ref().map(|fix| FixEntry::new(fix, sources)),
            }
        })
        .collect();
    to_text(&entries)
}

/// `value` as indented JSON in which no character can be missed or obeyed by a terminal.
pub(super) fn to_text(value: &impl Serialize) -> String {
    // Only maps with odd keys fail to serialise, and there are none in what is printed here.
    let json = serde_json::to_string_pretty(value).unwrap_or_else(|fault| format!("\"{fault}\""));
    let mut text = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c != '\n' && is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    text
}
