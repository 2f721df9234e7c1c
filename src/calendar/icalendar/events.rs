//! The events of an iCalendar text, and what they are marked as.

use super::lines::{ContentLine, ContentLines};
use crate::calendar::{DayKind, syntax_fault};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::limits::MAX_DIAGNOSTICS;
use crate::source::{SourceId, Span};
use std::ops::ControlFlow;

/// An event with the lines of it that matter here.
#[derive(Debug)]
pub(super) struct Event<'t> {
    /// The line that begins it.
    pub(super) begin: Span,
    pub(super) start: Option<ContentLine<'t>>,
    pub(super) end: Option<ContentLine<'t>>,
    pub(super) duration: Option<ContentLine<'t>>,
    /// A line by which the event takes place more than once.
    pub(super) recurrence: Option<Span>,
    pub(super) is_cancelled: bool,
    /// What the event is marked as, if it is.
    pub(super) mark: Option<DayKind>,
}

/// What a component is read for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Component {
    /// An event of the calendar.
    Event,
    /// Anything else: the calendar itself, time zones, alarms inside events.
    Other,
}

/// Reads the events of a text, and all that hinders reading them. How deep components nest does not matter: no function
/// calls itself.
pub(super) fn read_events(source: SourceId, text: &str) -> (Vec<Event<'_>>, Diagnostics) {
    let mut reader = Reader { open: Vec::new(), events: Vec::new(), faults: Diagnostics::new() };
    let read = ContentLines::new(source, text).try_for_each(|line| reader.take(line));
    if read.is_continue()
        && let Some((_, begin)) = reader.open.last()
    {
        reader.faults.push(syntax_fault(begin.span, "unclosed").with("found", shown(begin.value())));
    }
    // An event that does not end is not blamed for what it lacks.
    if reader.open.iter().any(|(component, _)| *component == Component::Event) {
        reader.events.pop();
    }
    (reader.events, reader.faults)
}

struct Reader<'t> {
    /// The components that have begun and not ended, each with the line that begins it.
    open: Vec<(Component, ContentLine<'t>)>,
    events: Vec<Event<'t>>,
    faults: Diagnostics,
}

impl<'t> Reader<'t> {
    /// Takes the next line. The reading ends where components do not fit each other, because nothing that follows can
    /// be relied on, and where there are too many faults.
    fn take(&mut self, line: Result<ContentLine<'t>, Diagnostic>) -> ControlFlow<()> {
        match line {
            Ok(line) if line.is("BEGIN") => {
                self.begin(line);
                ControlFlow::Continue(())
            }
            Ok(line) => self.inside(line),
            Err(fault) => {
                self.faults.push(fault);
                if self.faults.len() < MAX_DIAGNOSTICS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            }
        }
    }

    fn begin(&mut self, line: ContentLine<'t>) {
        let is_event = self.open.len() == 1 && line.value().eq_ignore_ascii_case("VEVENT");
        if is_event {
            self.events.push(Event::new(line.span));
        }
        self.open.push((if is_event { Component::Event } else { Component::Other }, line));
    }

    /// Takes a line that needs an open component: its end, or one of its properties.
    fn inside(&mut self, line: ContentLine<'t>) -> ControlFlow<()> {
        let Some((component, begin)) = self.open.last() else {
            self.faults.push(syntax_fault(line.span, "outside"));
            return ControlFlow::Break(());
        };
        if line.is("END") {
            if !line.value().eq_ignore_ascii_case(begin.value()) {
                let fault = syntax_fault(line.span, "stray-end").with("found", shown(line.value()));
                self.faults.push(fault.label(begin.span, "opener"));
                return ControlFlow::Break(());
            }
            self.open.pop();
        } else if *component == Component::Event
            && let Some(event) = self.events.last_mut()
        {
            event.take(line);
        }
        ControlFlow::Continue(())
    }
}

impl<'t> Event<'t> {
    fn new(begin: Span) -> Self {
        let (start, end, duration, recurrence, mark) = (None, None, None, None, None);
        Self { begin, start, end, duration, recurrence, is_cancelled: false, mark }
    }

    /// Keeps what matters of a line of the event.
    fn take(&mut self, line: ContentLine<'t>) {
        let name = line.name().to_ascii_uppercase();
        match name.as_str() {
            "DTSTART" => self.start = Some(line),
            "DTEND" => self.end = Some(line),
            "DURATION" => self.duration = Some(line),
            "RRULE" | "RDATE" | "EXDATE" | "RECURRENCE-ID" => self.recurrence = self.recurrence.or(Some(line.span)),
            "STATUS" => self.is_cancelled = line.value().eq_ignore_ascii_case("CANCELLED"),
            "SUMMARY" | "CATEGORIES" => self.marked(mark_of_words(line.value())),
            "X-APPLE-SPECIAL-DAY" => self.marked(mark_of_special_day(line.value())),
            _ => {}
        }
    }

    /// Adds a mark; of several, the one of a make-up working day counts.
    fn marked(&mut self, mark: Option<DayKind>) {
        self.mark = self.mark.max(mark);
    }
}

/// What Apple's calendars of holidays say of a day.
fn mark_of_special_day(value: &str) -> Option<DayKind> {
    match value.to_ascii_uppercase().as_str() {
        "ALTERNATE-WORKDAY" => Some(DayKind::Working),
        "WORK-HOLIDAY" => Some(DayKind::Off),
        _ => None,
    }
}

/// What the words of a summary or of categories mark an event as: `春节（班）`, `上班(补春节假期)`, `春节 补班 第1天`, or
/// `春节（休）`. A sign of any kind parts words.
fn mark_of_words(value: &str) -> Option<DayKind> {
    let text = value.replace("\\n", " ").replace("\\N", " ").to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_working = |word: &str| matches!(word, "班" | "上班" | "workday") || word.ends_with("补班");
    let in_two_words = || words().zip(words().skip(1)).any(|pair| pair == ("working", "day"));
    if words().any(is_working) || in_two_words() {
        Some(DayKind::Working)
    } else {
        words().any(|word| word == "休").then_some(DayKind::Off)
    }
}

/// The beginning of a piece of the input, as long as a message repeats it.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::{DayKind, mark_of_words};

    #[test]
    fn marks_are_words_of_their_own() {
        for working in [
            "春节（班）",
            "春节(班)",
            "班｜国庆节",
            "班",
            "上班(补春节假期)",
            "「国庆节、中秋节 补班」 第1天/共2天",
            "春节补班",
            "Working Day",
            "Workday (swap)",
        ] {
            assert_eq!(mark_of_words(working), Some(DayKind::Working), "{working}");
        }
        for off in ["春节（休）", "元旦(休)", "休", "节日\\n休"] {
            assert_eq!(mark_of_words(off), Some(DayKind::Off), "{off}");
        }
        for neither in
            ["", "春节", "元旦假期", "班会", "值班", "不上班", "退休人员座谈会", "Holiday", "working on a day"]
        {
            assert_eq!(mark_of_words(neither), None, "{neither}");
        }
    }
}
