use crate::diagnostic::{Arg, Diagnostic};
use crate::source::{Position, SourceMap, Span};

/// Where a diagnostic points, as formats name it.
pub(super) struct Location<'a> {
    /// The file as it was named; unsafe to print without [`visible`](crate::diagnostic::visible).
    pub(super) file: Option<&'a str>,
    /// Start and end; the end is exclusive.
    pub(super) range: Option<(Position, Position)>,
}

impl<'a> Location<'a> {
    /// The place of `diagnostic`. One without a place may still be about a file: its argument `file`.
    pub(super) fn of(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Self {
        let place = diagnostic.span.and_then(|span| Self::at(span, sources));
        place.unwrap_or_else(|| Self { file: named_file(diagnostic), range: None })
    }
}

impl<'a> Location<'a> {
    /// Any other place, such as that of a label or of a replacement.
    pub(super) fn at(span: Span, sources: &'a SourceMap) -> Option<Self> {
        let source = sources.get(span.source)?;
        let range = (source.position(span.start as usize), source.position(span.end as usize));
        Some(Self { file: Some(source.name()), range: Some(range) })
    }
}

fn named_file(diagnostic: &Diagnostic) -> Option<&str> {
    diagnostic.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(file) if *name == "file" => Some(file.as_str()),
        Arg::Text(_) | Arg::Number(_) | Arg::Phrase(_) => None,
    })
}
