use super::location::Location;
use super::severity_word;
use crate::diagnostic::{Catalogue, Diagnostics, visible};
use crate::source::SourceMap;
use std::fmt::Write;

/// One line each, in the form that editors and compilers share; columns count characters.
pub(super) fn render(diagnostics: &Diagnostics, sources: &SourceMap, catalogue: &Catalogue) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let location = Location::of(diagnostic, sources);
        if let Some(file) = location.file {
            text.push_str(&visible(file));
            if let Some((start, _)) = location.range {
                let _ = write!(text, ":{}:{}", start.line, start.column);
            }
            text.push_str(": ");
        }
        let message = catalogue.message(diagnostic).replace('\n', " ");
        let _ = writeln!(text, "{}[{}]: {message}", severity_word(diagnostic.severity()), diagnostic.code);
    }
    text
}
