use crate::diagnostic::{Arg, Diagnostic};
use crate::source::{Position, SourceMap};

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
        let place = diagnostic.span.and_then(|span| Some((span, sources.get(span.source)?)));
        match place {
            Some((span, source)) => {
                let range = (source.position(span.start as usize), source.position(span.end as usize));
                Self { file: Some(source.name()), range: Some(range) }
            }
            None => Self { file: named_file(diagnostic), range: None },
        }
    }
}

fn named_file(diagnostic: &Diagnostic) -> Option<&str> {
    diagnostic.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(file) if *name == "file" => Some(file.as_str()),
        Arg::Text(_) | Arg::Number(_) => None,
    })
}
