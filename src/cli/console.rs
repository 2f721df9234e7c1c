//! Where a command writes: text to standard output, diagnostics to standard error.

use super::ColorChoice;
use crate::diagnostic::render::{Color, Format, Options, render};
use crate::diagnostic::{Arg, Catalogue, Diagnostics, Language, visible};
use crate::source::SourceMap;
use anstream::AutoStream;
use anstyle::Style;
use similar::TextDiff;
use std::io::{self, Write};

/// The terminal, pipe or file that a command writes to.
pub(super) struct Console {
    pub(super) catalogue: Catalogue,
    choice: anstream::ColorChoice,
}

impl Console {
    pub(super) fn new(language: Language, color: ColorChoice) -> Self {
        let choice = match color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        Self { catalogue: Catalogue::new(language), choice }
    }

    pub(super) fn language(&self) -> Language {
        self.catalogue.language()
    }

    /// Whether colours are wanted on standard error.
    pub(super) fn has_colours(&self) -> bool {
        AutoStream::new(io::stderr(), self.choice).current_choice() != anstream::ColorChoice::Never
    }

    /// A text of the catalogue.
    pub(super) fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    /// Writes to standard output. Styles in the text are dropped where colours are not wanted.
    pub(super) fn print(&self, text: &str) -> io::Result<()> {
        let mut stream = AutoStream::new(io::stdout().lock(), self.choice);
        stream.write_all(text.as_bytes())?;
        stream.flush()
    }

    /// Writes bytes to standard output as they are.
    pub(super) fn print_raw(&self, text: &str) -> io::Result<()> {
        let mut stream = io::stdout().lock();
        stream.write_all(text.as_bytes())?;
        stream.flush()
    }

    /// Writes what changes from one text to another, as lines; nothing where they are the same.
    pub(super) fn print_diff(&self, name: &str, old: &str, new: &str) -> io::Result<()> {
        if old == new {
            return Ok(());
        }
        let diff = TextDiff::from_lines(old, new);
        self.print(&visible_lines(&diff.unified_diff().header(name, name).to_string()))
    }

    /// Writes to standard error.
    pub(super) fn print_error(&self, text: &str) -> io::Result<()> {
        let mut stream = AutoStream::new(io::stderr().lock(), self.choice);
        stream.write_all(text.as_bytes())?;
        stream.flush()
    }

    /// Diagnostics as text, coloured for the stream to drop the colours.
    pub(super) fn rendered(&self, diagnostics: &Diagnostics, sources: &SourceMap, format: Format) -> String {
        let color = if self.choice == anstream::ColorChoice::Never { Color::Never } else { Color::Always };
        render(diagnostics, sources, &self.catalogue, format, Options { color, ..Options::default() })
    }

    /// Writes diagnostics for people to standard error.
    pub(super) fn complain(&self, diagnostics: &Diagnostics, sources: &SourceMap) -> io::Result<()> {
        self.print_error(&self.rendered(diagnostics, sources, Format::Human))
    }
}

/// A text whose lines are safe to show on a terminal.
fn visible_lines(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| match line.strip_suffix('\n') {
            Some(line) => format!("{}\n", visible(line)),
            None => visible(line).into_owned(),
        })
        .collect()
}

/// A piece of text in a style.
pub(super) fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// For what matters most on a line.
pub(super) const STRONG: Style = Style::new().bold();
/// For what stands beside it.
pub(super) const QUIET: Style = Style::new().dimmed();
/// For what is well.
pub(super) const GOOD: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(anstyle::AnsiColor::Green)));
/// For what is wrong.
pub(super) const BAD: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(anstyle::AnsiColor::Red)));
/// For what needs attention.
pub(super) const OPEN: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(anstyle::AnsiColor::Yellow)));
