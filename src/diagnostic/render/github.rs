use super::location::Location;
use crate::diagnostic::{Catalogue, Diagnostics, Severity, visible};
use crate::source::SourceMap;
use std::fmt::Write;

/// One workflow command each, which GitHub Actions shows beside the changed line.
pub(super) fn render(diagnostics: &Diagnostics, sources: &SourceMap, catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity() {
            Severity::Hint => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let location = Location::of(diagnostic, sources);
        let mut properties = vec![];
        if let Some(file) = location.file {
            properties.push(format!("file={}", escape_property(&visible(file))));
        }
        if let Some((start, end)) = location.range {
            properties.push(format!("line={},endLine={}", start.line, end.line));
            // GitHub takes columns only for a place within one line.
            if start.line == end.line {
                properties.push(format!("col={},endColumn={}", start.column, end.column));
            }
        }
        properties.push(format!("title={}", diagnostic.code));
        let mut message = catalogue.message(diagnostic);
        for help in catalogue.helps(diagnostic) {
            message.push('\n');
            message.push_str(&help);
        }
        let _ = writeln!(text, "::{command} {}::{}", properties.join(","), escape_data(&message));
    }
    text
}

fn escape_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
