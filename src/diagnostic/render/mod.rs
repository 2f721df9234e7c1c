//! The ways to print diagnostics: for people, for editors, and for the tools that collect findings.
//!
//! Each way is a function from data to text; nothing here writes to a terminal or depends on one.

mod excerpt;
mod github;
mod human;
mod json;
mod junit;
mod location;
mod sarif;
mod short;
mod window;

use super::{Catalogue, Diagnostics, Severity};
use crate::source::SourceMap;

/// A way to print diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With the lines of the text, for people.
    #[default]
    Human,
    /// One line each: `file:line:column: error[E0301]: message`.
    Short,
    /// A JSON array.
    Json,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A JUnit report.
    Junit,
}

/// Whether the output for people is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// No escape sequences at all.
    #[default]
    Never,
    /// With the eight colours that every terminal has.
    Always,
}

/// How the output for people looks; the other formats do not depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether it is coloured.
    pub color: Color,
    /// How many columns there are; fewer than 40 count as 40.
    pub width: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { color: Color::Never, width: 100 }
    }
}

/// `diagnostics` as text. The same input always gives the same text; it ends with a line end unless it is empty.
#[must_use]
pub fn render(
    diagnostics: &Diagnostics,
    sources: &SourceMap,
    catalogue: &Catalogue,
    format: Format,
    options: Options,
) -> String {
    match format {
        Format::Human => human::render(diagnostics, sources, catalogue, options),
        Format::Short => short::render(diagnostics, sources, catalogue),
        Format::Json => json::render(diagnostics, sources, catalogue),
        Format::Sarif => sarif::render(diagnostics, sources, catalogue),
        Format::Github => github::render(diagnostics, sources, catalogue),
        Format::Junit => junit::render(diagnostics, sources, catalogue),
    }
}

/// How many diagnostics there are of each severity, in words: `2 errors, 1 warning`.
#[must_use]
pub fn summary(diagnostics: &Diagnostics, catalogue: &Catalogue) -> String {
    let kinds =
        [(Severity::Error, "count-errors"), (Severity::Warning, "count-warnings"), (Severity::Hint, "count-hints")];
    let counts = kinds.into_iter().filter_map(|(severity, id)| {
        let count = diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
        (count > 0).then(|| catalogue.text(id, &[("count", count.into())]))
    });
    counts
        .reduce(|left, right| catalogue.text("summary-join", &[("left", left.into()), ("right", right.into())]))
        .unwrap_or_else(|| catalogue.text("summary-none", &[]))
}

/// The word of a severity in formats whose words are fixed.
pub(crate) fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

#[cfg(test)]
mod tests;
