//! From the periods of a holiday file to a calendar: what both formats have in common.

use super::{Calendar, DayKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;
use crate::source::limits::{MAX_CALENDAR_YEARS, MAX_DIAGNOSTICS};
use jiff::civil::Date;

/// Days of one kind that a file gives in one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) kind: DayKind,
    pub(super) first: Date,
    /// The last day, not before the first.
    pub(super) last: Date,
    /// Where the file says it.
    pub(super) span: Span,
}

/// Whether a file may give one day twice in the same way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Repetition {
    Refused,
    Accepted,
}

/// Sorts the periods by their days, and reports those that share a day: always if one is off and the other is not,
/// otherwise if repetitions are refused.
///
/// Of the periods before it, the one of each kind that reaches furthest tells whether a period meets any of them; so
/// the work grows with the number of periods, however long they are.
pub(super) fn find_clashes(periods: &mut [Period], repetition: Repetition) -> Diagnostics {
    periods.sort_by_key(|period| (period.first, period.last, period.span));
    let (mut furthest_off, mut furthest_working): (Option<Period>, Option<Period>) = (None, None);
    let mut found = Diagnostics::new();
    for period in &*periods {
        if found.len() >= MAX_DIAGNOSTICS {
            break;
        }
        let (same, other) = match period.kind {
            DayKind::Off => (&mut furthest_off, furthest_working),
            DayKind::Working => (&mut furthest_working, furthest_off),
        };
        let meets = |earlier: &Period| earlier.last >= period.first;
        if let Some(other) = other.filter(meets) {
            found.push(clash(&other, period, "conflict"));
        } else if repetition == Repetition::Refused
            && let Some(same) = same.filter(meets)
        {
            found.push(clash(&same, period, "same"));
        }
        if same.is_none_or(|same| same.last < period.last) {
            *same = Some(*period);
        }
    }
    found
}

/// Two periods that share the first day of the second one. The one that comes later in the text is to blame.
fn clash(one: &Period, other: &Period, reason: &'static str) -> Diagnostic {
    let (earlier, later) = if one.span <= other.span { (one, other) } else { (other, one) };
    Diagnostic::new(Code::HolidayTwice, later.span)
        .with("reason", reason)
        .with("day", other.first.to_string())
        .label(earlier.span, "first")
}

/// The complaint that a file covers too many years.
pub(super) fn too_many_years(span: Span) -> Diagnostic {
    Diagnostic::new(Code::HolidayRange, span).with("reason", "many").with("limit", MAX_CALENDAR_YEARS)
}

/// The complaint that a period ends before it begins.
pub(super) fn inverted(span: Span, first: &impl ToString, last: &impl ToString) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::HolidayRange, span).with("reason", "inverted");
    diagnostic.with("first", first.to_string()).with("last", last.to_string())
}

/// The calendar of sorted periods. A day that several of them have is looked at once, so that the work stays within the
/// length of the covered years.
///
/// # Errors
/// There are too many years; `span` is then to blame.
pub(super) fn assemble(
    years: impl IntoIterator<Item = i16>,
    periods: &[Period],
    span: Span,
) -> Result<Calendar, Diagnostics> {
    let (mut done_off, mut done_working): (Option<Date>, Option<Date>) = (None, None);
    let mut days = Vec::new();
    for period in periods {
        let done = match period.kind {
            DayKind::Off => &mut done_off,
            DayKind::Working => &mut done_working,
        };
        let start = match *done {
            Some(done) if done >= period.last => continue,
            Some(done) if done >= period.first => done.tomorrow().ok(),
            _ => Some(period.first),
        };
        let following = std::iter::successors(start, |day| day.tomorrow().ok());
        days.extend(following.take_while(|day| *day <= period.last).map(|day| (day, period.kind)));
        *done = Some(period.last);
    }
    Calendar::new(years, days).map_err(|_| Diagnostics::from_iter([too_many_years(span)]))
}
