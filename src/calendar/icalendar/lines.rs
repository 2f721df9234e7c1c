//! Content lines of iCalendar (RFC 5545, 3.1): folded lines put together, name, parameters and value taken apart.

use crate::calendar::syntax_fault;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};
use std::borrow::Cow;

/// `NAME;PARAMETERS:VALUE`, with its place.
#[derive(Clone, Debug)]
pub(super) struct ContentLine<'t> {
    text: Cow<'t, str>,
    /// Where the name ends in `text`.
    name_end: usize,
    /// Where the value begins in `text`.
    value_start: usize,
    /// The whole line.
    pub(super) span: Span,
}

impl ContentLine<'_> {
    /// Whether the line has this name; letters in either case.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    pub(super) fn name(&self) -> &str {
        self.text.get(..self.name_end).unwrap_or_default()
    }

    pub(super) fn value(&self) -> &str {
        self.text.get(self.value_start..).unwrap_or_default().trim()
    }
}

/// The content lines of a text, in order; a fault for each line that is none.
pub(super) struct ContentLines<'t> {
    source: SourceId,
    text: &'t str,
    /// How much of the text is read.
    at: usize,
}

impl<'t> ContentLines<'t> {
    /// The lines of `text`. A byte order mark at its start is skipped.
    pub(super) fn new(source: SourceId, text: &'t str) -> Self {
        let at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Self { source, text, at }
    }

    /// The next line of the text as it stands, with its place.
    fn physical(&mut self) -> Option<(&'t str, usize)> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        self.at += length;
        let line = rest.get(..length).unwrap_or_default();
        Some((line.trim_end_matches(['\n', '\r']), start))
    }

    /// Whether the next line goes on with the one before.
    fn goes_on(&self) -> bool {
        self.text.get(self.at..).is_some_and(|rest| rest.starts_with([' ', '\t']))
    }
}

impl<'t> Iterator for ContentLines<'t> {
    type Item = Result<ContentLine<'t>, Diagnostic>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (first, start) = self.physical()?;
            let mut text = Cow::Borrowed(first);
            let mut end = start + first.len();
            while self.goes_on() {
                let (more, more_start) = self.physical()?;
                // The blank at the start is only the sign that the line goes on.
                text.to_mut().push_str(more.get(1..).unwrap_or_default());
                end = more_start + more.len();
            }
            if text.trim().is_empty() {
                continue;
            }
            let span = Span::new(self.source, start, end);
            return Some(match parts(&text) {
                Some((name_end, value_start)) => Ok(ContentLine { text, name_end, value_start, span }),
                None => Err(syntax_fault(span, "line")),
            });
        }
    }
}

/// Where the name ends and where the value begins; `None` where the line has no such parts.
fn parts(line: &str) -> Option<(usize, usize)> {
    let name_end = line.find([';', ':'])?;
    let name = line.get(..name_end)?;
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return None;
    }
    let mut is_quoted = false;
    let colon = line.bytes().skip(name_end).position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b':' && !is_quoted
    })?;
    Some((name_end, name_end + colon + 1))
}
