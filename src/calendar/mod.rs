//! Working days: which days they are, counting them, and the holiday files that say so.
//!
//! A [`Calendar`] answers; [`calendar_from_text`] makes one from a holiday file, which is either lines such as
//! `off 2024-05-01..2024-05-05` or an iCalendar file (`.ics`). `docs/calendar.md` describes both, and how days are
//! counted. There is no default calendar: whoever asks for a working day without one makes an error of their own.

mod assemble;
mod icalendar;
mod text;
mod tokens;
mod working_days;

pub use working_days::{Calendar, CalendarError, DayKind, TooManyYears};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::limits::{MAX_DIAGNOSTICS, MAX_FILE_BYTES};
#[cfg(feature = "cli")]
use crate::source::{Source, SourceMap, read_text};
use crate::source::{SourceId, Span};
#[cfg(feature = "cli")]
use std::path::Path;

/// Reads a holiday file: an iCalendar file if it begins with `BEGIN:VCALENDAR`, lines of days otherwise.
///
/// `source` is the id that the places of diagnostics carry; `text` is the whole text under that id.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the text.
pub fn calendar_from_text(source: SourceId, text: &str) -> Result<Calendar, Diagnostics> {
    if text.len() > MAX_FILE_BYTES {
        let too_large = syntax_fault(Span::new(source, 0, 0), "size").with("limit", MAX_FILE_BYTES);
        return Err(Diagnostics::from_iter([too_large]));
    }
    let read = if icalendar::is_icalendar(text) { icalendar::read } else { text::read };
    read(source, text).map_err(|mut diagnostics| {
        diagnostics.sort();
        diagnostics.truncate(MAX_DIAGNOSTICS);
        diagnostics
    })
}

/// Reads a holiday file from the disk; its text is added to `sources`, so that diagnostics can be shown with it.
///
/// # Errors
/// The file cannot be read, or as [`calendar_from_text`].
#[cfg(feature = "cli")]
pub fn load_calendar(path: &Path, sources: &mut SourceMap) -> Result<Calendar, Diagnostics> {
    let text = read_text(path).map_err(|error| Diagnostics::from_iter([error.into()]))?;
    let source = sources.add(path.display().to_string(), text);
    calendar_from_text(source, sources.get(source).map_or("", Source::text))
}

/// A place where a text is no holiday file; `reason` is a variant of the message.
fn syntax_fault(span: Span, reason: &'static str) -> Diagnostic {
    Diagnostic::new(Code::HolidaySyntax, span).with("reason", reason)
}

#[cfg(test)]
mod tests;
