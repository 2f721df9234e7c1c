use crate::diagnostic::{Code, Diagnostic};
use crate::source::limits::MAX_CALENDAR_YEARS;
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a holiday file says of a day, against the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayKind {
    /// A day off.
    Off,
    /// A make-up working day (调休): a Saturday or Sunday on which people work.
    Working,
}

/// Why working days cannot be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CalendarError {
    /// A day of this year would have to be looked at, and the calendar does not know its holidays.
    #[error("the calendar does not cover the year {year}")]
    YearNotCovered {
        /// The first such year, going from the day where the count starts.
        year: i16,
    },
    /// The count leaves the range of dates.
    #[error("the day lies outside the range of dates")]
    OutOfRange,
}

impl From<CalendarError> for Diagnostic {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::YearNotCovered { year } => {
                Diagnostic::without_place(Code::HolidayYearMissing).with("year", year.to_string())
            }
            CalendarError::OutOfRange => Diagnostic::without_place(Code::Overflow).with("reason", "overflow"),
        }
    }
}

/// A calendar is to cover more than [`MAX_CALENDAR_YEARS`] years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a calendar covers at most {MAX_CALENDAR_YEARS} years")]
pub struct TooManyYears;

/// Which days are working days.
///
/// Monday to Friday are working days, Saturday and Sunday are not; a holiday file names the days for which it is the
/// other way round, and the years whose holidays it knows completely. A day of another year is never guessed at:
/// whoever asks gets [`CalendarError::YearNotCovered`].
///
/// The working days of all covered years are kept in one sorted list. A question is answered by a search in it, however
/// many days are counted. A calendar does not change; a clone shares the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    days: Arc<Days>,
}

#[derive(Debug, PartialEq, Eq)]
struct Days {
    /// The covered years, sorted.
    years: Vec<i16>,
    /// The working days of these years, sorted.
    working: Vec<Date>,
}

impl Calendar {
    /// The calendar that knows the holidays of `years`; `days` are the days that differ from the week.
    ///
    /// Days of other years are ignored. Of a day that is given twice, the last one counts; the readers of holiday files
    /// refuse such days.
    ///
    /// # Errors
    /// There are more than [`MAX_CALENDAR_YEARS`] years.
    pub fn new(
        years: impl IntoIterator<Item = i16>,
        days: impl IntoIterator<Item = (Date, DayKind)>,
    ) -> Result<Self, TooManyYears> {
        let mut covered = BTreeSet::new();
        for year in years {
            covered.insert(year);
            if covered.len() > MAX_CALENDAR_YEARS {
                return Err(TooManyYears);
            }
        }
        let special: BTreeMap<Date, DayKind> = days.into_iter().collect();
        let works = |day: &Date| match special.get(day) {
            Some(kind) => *kind == DayKind::Working,
            None => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
        };
        let working = covered.iter().flat_map(|year| days_of(*year)).filter(works).collect();
        Ok(Self { days: Arc::new(Days { years: covered.into_iter().collect(), working }) })
    }

    /// The years that are covered, in order.
    #[must_use]
    pub fn years(&self) -> &[i16] {
        &self.days.years
    }

    /// Whether `day` is a working day.
    ///
    /// # Errors
    /// Its year is not covered.
    pub fn is_working_day(&self, day: Date) -> Result<bool, CalendarError> {
        self.check_years(day.year(), day.year())?;
        Ok(self.days.working.binary_search(&day).is_ok())
    }

    /// The `count`-th working day after `day`; with a negative count, before it. With 0 it is `day` itself, even if that
    /// is a day off.
    ///
    /// The day itself is never counted, as a period does not include the day of the event that starts it: one working
    /// day after a Friday, Saturday or Sunday is the Monday that follows.
    ///
    /// # Errors
    /// One of the days that the count passes, or the one it reaches, lies in a year that is not covered, or there are no
    /// dates so far away. `day` itself need not be covered.
    pub fn add_working_days(&self, day: Date, count: i64) -> Result<Date, CalendarError> {
        let Ok(steps) = usize::try_from(count.unsigned_abs()) else { return Err(CalendarError::OutOfRange) };
        let (next, reached, horizon) = match count {
            0 => return Ok(day),
            1.. => {
                let index = self.working_days_until(day).checked_add(steps - 1);
                (day.tomorrow(), index, Date::MAX)
            }
            _ => (day.yesterday(), self.working_days_before(day).checked_sub(steps), Date::MIN),
        };
        let next = next.map_err(|_| CalendarError::OutOfRange)?;
        let reached = reached.and_then(|index| self.days.working.get(index)).copied();
        // Where the list ends, so does what is known, unless it ends where the dates do.
        self.check_years(next.year(), reached.unwrap_or(horizon).year())?;
        reached.ok_or(CalendarError::OutOfRange)
    }

    /// How many working days lie after `from`, up to and including `to`. Where `to` is the earlier one, it is the number
    /// of working days before `from`, down to and including `to`, as a negative number.
    ///
    /// So wherever `to` is a working day, `add_working_days(from, working_days_between(from, to))` is `to`.
    ///
    /// # Errors
    /// One of the days that are counted lies in a year that is not covered. `from` itself need not be covered.
    pub fn working_days_between(&self, from: Date, to: Date) -> Result<i64, CalendarError> {
        let (next, more, less) = match from.cmp(&to) {
            std::cmp::Ordering::Equal => return Ok(0),
            std::cmp::Ordering::Less => (from.tomorrow(), self.working_days_until(to), self.working_days_until(from)),
            std::cmp::Ordering::Greater => {
                (from.yesterday(), self.working_days_before(to), self.working_days_before(from))
            }
        };
        let next = next.map_err(|_| CalendarError::OutOfRange)?;
        self.check_years(next.year(), to.year())?;
        let signed = |number: usize| i64::try_from(number).map_err(|_| CalendarError::OutOfRange);
        Ok(signed(more)? - signed(less)?)
    }

    /// How many working days of the list come before `day`.
    fn working_days_before(&self, day: Date) -> usize {
        self.days.working.partition_point(|working| *working < day)
    }

    /// How many working days of the list come before `day` or are it.
    fn working_days_until(&self, day: Date) -> usize {
        self.days.working.partition_point(|working| *working <= day)
    }

    /// Checks that every year from `start` to `end`, in either direction, is covered. The first one that is not ends the
    /// search, so it takes no more steps than there are covered years.
    fn check_years(&self, start: i16, end: i16) -> Result<(), CalendarError> {
        let missing = |year: &i16| self.days.years.binary_search(year).is_err();
        let found = if start <= end { (start..=end).find(missing) } else { (end..=start).rev().find(missing) };
        found.map_or(Ok(()), |year| Err(CalendarError::YearNotCovered { year }))
    }
}

/// The days of a year, in order; none where there is no such year.
fn days_of(year: i16) -> impl Iterator<Item = Date> {
    let first = Date::new(year, 1, 1).ok();
    std::iter::successors(first, |day| day.tomorrow().ok()).take_while(move |day| day.year() == year)
}
