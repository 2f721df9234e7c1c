//! Holiday files in iCalendar (RFC 5545), as calendar programs and subscriptions have them.
//!
//! Only what working days need is read: the days of events, and what marks them. The reader is our own because faults
//! are to be shown at their places, all in one run, and because no nesting of components may exhaust the stack.

#![expect(clippy::result_large_err, reason = "errors end the reading of a line; none is returned where speed matters")]

mod events;
mod lines;
mod moment;

use super::assemble::{Period, Repetition, assemble, find_clashes, inverted, too_many_years};
use super::{Calendar, DayKind, syntax_fault};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::limits::{MAX_CALENDAR_YEARS, MAX_DIAGNOSTICS};
use crate::source::{SourceId, Span};
use events::{Event, read_events, shown};
use jiff::civil::Date;
use lines::ContentLine;
use moment::{Moment, MomentError, parse_days, parse_moment};
use std::collections::BTreeSet;

/// Whether a text is an iCalendar file, whatever it is called.
pub(super) fn is_icalendar(text: &str) -> bool {
    const OPENING: &str = "BEGIN:VCALENDAR";
    let content = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim_start();
    content.get(..OPENING.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(OPENING))
}

/// Reads a holiday file.
///
/// If any event is marked as a day off, only marked events count: the others are festivals on which people work. If
/// none is, every event that is not marked as a make-up working day is a day off.
pub(super) fn read(source: SourceId, text: &str) -> Result<Calendar, Diagnostics> {
    let (events, mut faults) = read_events(source, text);
    let events = || events.iter().filter(|event| !event.is_cancelled);
    let unmarked = if events().any(|event| event.mark == Some(DayKind::Off)) { None } else { Some(DayKind::Off) };
    let mut periods = Vec::new();
    for event in events() {
        let Some(kind) = event.mark.or(unmarked) else { continue };
        match period(event, kind) {
            Ok(period) => periods.extend(period),
            Err(fault) => faults.push(fault),
        }
        if faults.len() >= MAX_DIAGNOSTICS {
            return Err(faults);
        }
    }
    faults.extend(find_clashes(&mut periods, Repetition::Accepted));
    let start = Span::new(source, 0, 0);
    let years = covered_years(&periods).unwrap_or_else(|span| {
        faults.push(too_many_years(span));
        BTreeSet::new()
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    if years.is_empty() {
        return Err(Diagnostics::from_iter([syntax_fault(start, "no-events")]));
    }
    assemble(years, &periods, start)
}

/// The days of an event; `None` if it has a time of day, and so says nothing of whole days. A make-up working day may
/// have one: the hours of work.
fn period(event: &Event<'_>, kind: DayKind) -> Result<Option<Period>, Diagnostic> {
    let Some(line) = &event.start else { return Err(syntax_fault(event.begin, "no-start")) };
    let start = moment(line)?;
    if start.time.is_some() && kind == DayKind::Off {
        return Ok(None);
    }
    if let Some(span) = event.recurrence {
        return Err(syntax_fault(span, "recurring"));
    }
    if start.time.is_some_and(|time| time.is_utc) {
        return Err(syntax_fault(line.span, "utc"));
    }
    let (first, last) = (start.day, last_day(event, start)?);
    Ok(Some(Period { kind, first, last, span: line.span }))
}

/// The last day of an event. An end is the first day, or the first time, that is no longer part of it; an event that
/// ends where it begins lasts a day.
fn last_day(event: &Event<'_>, start: Moment) -> Result<Date, Diagnostic> {
    let Some(line) = &event.end else {
        return match &event.duration {
            Some(line) if start.time.is_none() => {
                let days = parse_days(line.value()).and_then(|days| jiff::Span::new().try_days(days - 1).ok());
                let last = days.and_then(|days| start.day.checked_add(days).ok());
                last.ok_or_else(|| syntax_fault(line.span, "duration").with("found", shown(line.value())))
            }
            _ => Ok(start.day),
        };
    };
    let end = moment(line)?;
    if end.time.is_some() != start.time.is_some() {
        return Err(syntax_fault(line.span, "moment").with("found", shown(line.value())));
    }
    if end.day < start.day {
        return Err(inverted(line.span, &start.day, &end.day));
    }
    let is_over = end.time.is_none_or(|time| time.is_midnight);
    Ok(if is_over && end.day > start.day { end.day.yesterday().unwrap_or(end.day) } else { end.day })
}

fn moment(line: &ContentLine<'_>) -> Result<Moment, Diagnostic> {
    parse_moment(line.value()).map_err(|error| match error {
        MomentError::Shape => syntax_fault(line.span, "moment").with("found", shown(line.value())),
        MomentError::NoSuchDay(day) => Diagnostic::new(Code::ImpossibleDate, line.span).with("date", day),
    })
}

/// The years whose holidays the file knows: those that have a day off from 8 January to 24 December. Days around New
/// Year come with the file of the neighbouring year, and say nothing of the rest.
///
/// # Errors
/// There are too many; the place is that of the event that is one too many.
fn covered_years(periods: &[Period]) -> Result<BTreeSet<i16>, Span> {
    let mut years: BTreeSet<i16> = BTreeSet::new();
    for period in periods.iter().filter(|period| period.kind == DayKind::Off) {
        let of_year = |day: Date| (day.year(), day.month(), day.day());
        // The periods are sorted: up to the highest year so far, this one adds nothing.
        let next = years.last().map_or(period.first.year(), |highest| period.first.year().max(highest + 1));
        for year in next..=period.last.year() {
            if of_year(period.first) <= (year, 12, 24) && of_year(period.last) >= (year, 1, 8) {
                years.insert(year);
            }
            if years.len() > MAX_CALENDAR_YEARS {
                return Err(period.span);
            }
        }
    }
    Ok(years)
}
