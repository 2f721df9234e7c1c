//! Holiday files as lines: `years 2023..2025`, `off 2024-05-01..2024-05-05 "劳动节"`, `work 2024-04-28`.

#![expect(clippy::result_large_err, reason = "errors end the reading of a line; none is returned where speed matters")]

use super::assemble::{Period, Repetition, assemble, find_clashes, inverted, too_many_years};
use super::tokens::{Line, Token, TokenKind, read_line};
use super::{Calendar, DayKind, syntax_fault};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety, nearest};
use crate::source::limits::{MAX_CALENDAR_YEARS, MAX_DIAGNOSTICS};
use crate::source::{SourceId, Span};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a line says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Years,
    Days(DayKind),
}

/// The words that begin a line.
const WORDS: [(&str, Subject); 6] = [
    ("years", Subject::Years),
    ("年份", Subject::Years),
    ("off", Subject::Days(DayKind::Off)),
    ("休", Subject::Days(DayKind::Off)),
    ("work", Subject::Days(DayKind::Working)),
    ("班", Subject::Days(DayKind::Working)),
];

/// Words that people use for these, and which are meant.
const MEANT: [(&str, &str); 15] = [
    ("year", "years"),
    ("年", "年份"),
    ("年度", "年份"),
    ("holiday", "off"),
    ("holidays", "off"),
    ("假", "休"),
    ("假日", "休"),
    ("放假", "休"),
    ("休息", "休"),
    ("节假日", "休"),
    ("workday", "work"),
    ("workdays", "work"),
    ("补班", "班"),
    ("上班", "班"),
    ("工作日", "班"),
];

/// Words and signs that people write between the first and the last day.
const RANGE_WORDS: [&str; 10] = ["-", "~", "～", "–", "—", "…", "to", "until", "至", "到"];

/// Reads a holiday file.
pub(super) fn read(source: SourceId, text: &str) -> Result<Calendar, Diagnostics> {
    let mut file = File {
        source,
        years: BTreeMap::new(),
        periods: Vec::new(),
        faults: Diagnostics::new(),
        are_years_known: true,
        is_empty: true,
    };
    let content = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut offset = text.len() - content.len();
    for line in content.split_inclusive('\n') {
        if file.faults.len() >= MAX_DIAGNOSTICS {
            file.are_years_known = false;
            break;
        }
        file.read_line(read_line(source, line, offset));
        offset += line.len();
    }
    file.finish()
}

struct File {
    source: SourceId,
    /// The covered years, each with the place that says so.
    years: BTreeMap<i16, Span>,
    periods: Vec<Period>,
    faults: Diagnostics,
    /// Whether every line that may be about years could be read.
    are_years_known: bool,
    is_empty: bool,
}

impl File {
    fn read_line(&mut self, line: Line<'_>) {
        let Line { tokens, faults } = line;
        // What follows from a faulty character is not blamed a second time.
        let is_spoilt = !faults.is_empty();
        self.faults.extend(faults);
        self.is_empty &= tokens.is_empty() && !is_spoilt;
        let mut statement = Statement { tokens: &tokens, next: 0, faults: Vec::new() };
        let subject = statement.subject();
        let of_the_word = statement.faults.len();
        match subject {
            Some(Subject::Years) => {
                let years = statement.ranges(parse_year, "no-year");
                self.are_years_known &= !is_spoilt && statement.faults.len() == of_the_word;
                self.cover(years, &mut statement.faults);
            }
            Some(Subject::Days(kind)) => {
                let days = statement.ranges(parse_day, "no-day");
                self.periods.extend(days.into_iter().map(|(first, last, span)| Period { kind, first, last, span }));
            }
            None => self.are_years_known &= !tokens.iter().any(|token| parse_year(token).is_ok()),
        }
        if !is_spoilt {
            self.faults.extend(statement.faults);
        }
    }

    /// Adds the years of a line.
    fn cover(&mut self, ranges: Vec<(i16, i16, Span)>, faults: &mut Vec<Diagnostic>) {
        for (first, last, span) in ranges {
            if usize::from(last.abs_diff(first)) >= MAX_CALENDAR_YEARS {
                self.are_years_known = false;
                faults.push(too_many_years(span));
                continue;
            }
            let earlier = self.years.range(first..=last).next().map(|(year, earlier)| (*year, *earlier));
            if let Some((year, earlier)) = earlier {
                let twice = Diagnostic::new(Code::HolidayTwice, span).with("reason", "year");
                faults.push(twice.with("day", year_text(year)).label(earlier, "first"));
            }
            for year in first..=last {
                self.years.entry(year).or_insert(span);
            }
            if self.years.len() > MAX_CALENDAR_YEARS && self.are_years_known {
                self.are_years_known = false;
                faults.push(too_many_years(span));
            }
        }
    }

    fn finish(mut self) -> Result<Calendar, Diagnostics> {
        let start = Span::new(self.source, 0, 0);
        if self.is_empty {
            return Err(Diagnostics::from_iter([syntax_fault(start, "empty")]));
        }
        if self.are_years_known {
            self.check_years();
        }
        self.faults.extend(find_clashes(&mut self.periods, Repetition::Refused));
        if self.faults.is_empty() { assemble(self.years.into_keys(), &self.periods, start) } else { Err(self.faults) }
    }

    /// Takes out the days whose years the file does not cover, and reports them.
    fn check_years(&mut self) {
        let Some(stated) = self.years.first_key_value().map(|(_, span)| *span) else {
            let first = self.periods.first().map(|period| period.span);
            self.faults.extend(first.map(|span| syntax_fault(span, "no-years")));
            return;
        };
        let (years, faults) = (&self.years, &mut self.faults);
        self.periods.retain(|period| {
            let mut needed = period.first.year()..=period.last.year();
            let Some(year) = needed.find(|year| !years.contains_key(year)) else { return true };
            if faults.len() >= MAX_DIAGNOSTICS {
                return false;
            }
            let outside = Diagnostic::new(Code::HolidayRange, period.span).with("reason", "outside");
            faults.push(outside.with("year", year_text(year)).label(stated, "years"));
            false
        });
    }
}

/// One line, read from left to right.
struct Statement<'l, 't> {
    tokens: &'l [Token<'t>],
    next: usize,
    faults: Vec<Diagnostic>,
}

impl<'t> Statement<'_, 't> {
    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.next).copied()
    }

    /// The next token, if it is of this kind.
    fn take(&mut self, kind: TokenKind) -> Option<Token<'t>> {
        let token = self.peek().filter(|token| token.kind == kind)?;
        self.next += 1;
        Some(token)
    }

    /// The word that says what the line is about; `None` for an empty line, too.
    fn subject(&mut self) -> Option<Subject> {
        let first = self.peek()?;
        self.next += 1;
        subject_of(first.text).or_else(|| {
            let fault = syntax_fault(first.span, "word").with("found", shown(first.text));
            let Some(meant) = meant_word(first.text) else {
                self.faults.push(fault);
                return None;
            };
            let fault = fault.with("suggestion", meant).help("suggest");
            self.faults.push(fault.fix(Safety::Unsafe, first.span, meant));
            // So that what else is wrong with the line is said in the same run.
            subject_of(meant)
        })
    }

    /// `A`, or `A..B`, and further ones after commas; then a text, which is for readers only, and the end of the line.
    /// A value that cannot be read is reported, and the reading goes on; at any other fault it ends.
    fn ranges<T: Ord + ToString>(
        &mut self,
        parse: impl Fn(&Token<'_>) -> Result<T, Diagnostic>,
        missing: &'static str,
    ) -> Vec<(T, T, Span)> {
        let mut found = Vec::new();
        loop {
            let Some(first) = self.value(missing) else { return found };
            let last = match self.take(TokenKind::RangeMark) {
                Some(_) => match self.value(missing) {
                    Some(last) => last,
                    None => return found,
                },
                None if self.refuse_range_word() => return found,
                None => first,
            };
            let span = first.span.to(last.span);
            match (parse(&first), parse(&last)) {
                (Ok(first), Ok(last)) if first <= last => found.push((first, last, span)),
                (Ok(first), Ok(last)) => self.faults.push(inverted(span, &first, &last)),
                (Err(fault), Err(other)) if fault != other => self.faults.extend([fault, other]),
                (Err(fault), _) | (_, Err(fault)) => self.faults.push(fault),
            }
            if self.take(TokenKind::Comma).is_none() {
                break;
            }
        }
        self.take(TokenKind::Text);
        if let Some(extra) = self.peek() {
            self.faults.push(syntax_fault(extra.span, "trailing").with("found", shown(extra.text)));
        }
        found
    }

    /// The next date or year; where there is none, that is reported.
    fn value(&mut self, missing: &'static str) -> Option<Token<'t>> {
        let value = self.take(TokenKind::Number);
        if value.is_none() {
            let found = self.peek().map(|token| token.span);
            let before = self.tokens.get(self.next.saturating_sub(1)).map(|token| token.span);
            let after = before.map(|span| Span { start: span.end, ..span });
            self.faults.extend(found.or(after).map(|span| syntax_fault(span, missing)));
        }
        value
    }

    /// Whether something stands here that people write instead of `..`; it is reported.
    fn refuse_range_word(&mut self) -> bool {
        let word = self.peek().filter(|token| RANGE_WORDS.contains(&token.text));
        let fault = word.map(|word| {
            let fault = syntax_fault(word.span, "range-mark").with("found", word.text);
            fault.fix(Safety::Unsafe, word.span, "..")
        });
        self.faults.extend(fault);
        word.is_some()
    }
}

fn subject_of(word: &str) -> Option<Subject> {
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, subject)| *subject)
}

/// The word that a line probably is to begin with.
fn meant_word(word: &str) -> Option<&'static str> {
    let meant = MEANT.iter().find(|(known, _)| *known == word).map(|(_, meant)| *meant);
    meant.or_else(|| nearest(word, WORDS.iter().map(|(known, _)| *known)))
}

fn parse_year(token: &Token<'_>) -> Result<i16, Diagnostic> {
    let digits = token.text;
    let year = (digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok());
    year.flatten().ok_or_else(|| syntax_fault(token.span, "year").with("found", shown(digits)))
}

fn parse_day(token: &Token<'_>) -> Result<Date, Diagnostic> {
    let bytes = token.text.as_bytes();
    let is_shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    match (is_shaped, day_of(token.text)) {
        (true, Some(Ok(day))) => Ok(day),
        (true, Some(Err(written))) => Err(Diagnostic::new(Code::ImpossibleDate, token.span).with("date", written)),
        (_, meant) => {
            let fault = syntax_fault(token.span, "date").with("found", shown(token.text));
            Err(match meant {
                Some(Ok(day)) => {
                    let day = day.to_string();
                    fault.with("suggestion", day.as_str()).help("suggest").fix(Safety::Unsafe, token.span, day)
                }
                Some(Err(_)) | None => fault,
            })
        }
    }
}

/// The day that a text means, however it parts year, month and day; the text itself where there is no such day.
fn day_of(text: &str) -> Option<Result<Date, String>> {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let (year, month, day) = match groups.as_slice() {
        [year, month, day] => (*year, *month, *day),
        [digits] if digits.len() == 8 => (digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?),
        _ => return None,
    };
    if year.len() != 4 {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Some(date.map_err(|_| text.to_owned()))
}

/// A year as it is written: four digits.
fn year_text(year: i16) -> String {
    format!("{year:04}")
}

/// The beginning of a piece of the input, as long as a message repeats it.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}
