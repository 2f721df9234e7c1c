use super::excerpt::{CONTEXT_LINES, Excerpt};
use super::{Color, Options, severity_word, summary};
use crate::diagnostic::{Catalogue, Diagnostic, Diagnostics, Severity, visible};
use crate::source::SourceMap;
use crate::source::limits::MAX_DIAGNOSTICS;
use anstyle::{AnsiColor, Style};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use std::fmt::{self, Write};

const MIN_WIDTH: usize = 40;
/// Widest piece of a source line that is shown.
const MAX_LINE_WIDTH: usize = 100;
/// Columns that the line number and the frame take.
const FRAME_WIDTH: usize = 10;

/// Diagnostics with the lines they point into, and a closing line that counts them.
pub(super) fn render(
    diagnostics: &Diagnostics,
    sources: &SourceMap,
    catalogue: &Catalogue,
    options: Options,
) -> String {
    let page = Printer::new(sources, catalogue, options);
    let mut text = String::new();
    for diagnostic in diagnostics.iter().take(MAX_DIAGNOSTICS) {
        page.print(diagnostic, &mut text);
        text.push('\n');
    }
    let mut closing = summary(diagnostics, catalogue);
    if diagnostics.len() > MAX_DIAGNOSTICS {
        let args = [("summary", closing.into()), ("shown", MAX_DIAGNOSTICS.into())];
        closing = catalogue.text("summary-cut", &args);
    }
    text.push_str(&closing);
    text.push('\n');
    text
}

struct Printer<'a> {
    sources: &'a SourceMap,
    catalogue: &'a Catalogue,
    handler: GraphicalReportHandler,
    width: usize,
    title_style: Style,
}

impl<'a> Printer<'a> {
    fn new(sources: &'a SourceMap, catalogue: &'a Catalogue, options: Options) -> Self {
        let width = options.width.max(MIN_WIDTH);
        let (theme, title_style) = match options.color {
            Color::Never => (GraphicalTheme::unicode_nocolor(), Style::new()),
            Color::Always => (GraphicalTheme::unicode(), AnsiColor::Cyan.on_default()),
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(width)
            .with_context_lines(CONTEXT_LINES)
            .with_urls(false)
            .without_syntax_highlighting();
        Self { sources, catalogue, handler, width, title_style }
    }

    fn print(&self, diagnostic: &Diagnostic, text: &mut String) {
        let line_width = (self.width - FRAME_WIDTH).min(MAX_LINE_WIDTH);
        let severity = severity_word(diagnostic.severity());
        let severity_name = self.catalogue.text(&format!("severity-{severity}"), &[]);
        let report = Report {
            title: format!("{severity_name}[{}]", diagnostic.code),
            severity: diagnostic.severity(),
            message: self.catalogue.message(diagnostic),
            excerpt: Excerpt::new(diagnostic, self.sources, self.catalogue, line_width),
        };
        if self.handler.render_report(text, &report).is_err() {
            // miette gives up only on places that it cannot read; the message must not be lost with them.
            let _ = writeln!(text, "{}: {}", report.title, report.message);
        }
        for help in self.catalogue.helps(diagnostic) {
            self.print_note("help", &help, text);
        }
        if let Some(witness) = &diagnostic.witness {
            let in_words = self.catalogue.attribute(diagnostic, "example");
            let example = in_words.unwrap_or_else(|| visible(&witness.to_string()).into_owned());
            self.print_note("example", &example, text);
        }
    }

    fn print_note(&self, title_id: &str, note: &str, text: &mut String) {
        let style = self.title_style;
        let title = format!("  {style}{}{style:#}", self.catalogue.text(title_id, &[]));
        let indent = " ".repeat(textwrap::core::display_width(&title));
        let layout = textwrap::Options::new(self.width).initial_indent(&title).subsequent_indent(&indent);
        text.push_str(&textwrap::fill(note, layout));
        text.push('\n');
    }
}

/// A diagnostic in words, as miette asks for it.
#[derive(Debug)]
struct Report {
    title: String,
    severity: Severity,
    message: String,
    excerpt: Option<Excerpt>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Report {}

impl miette::Diagnostic for Report {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.title))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Hint => miette::Severity::Advice,
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.excerpt.as_ref().map(|excerpt| Box::new(excerpt.labels()) as Box<dyn Iterator<Item = LabeledSpan>>)
    }
}
