//! Dates and times as iCalendar writes them.

use jiff::civil::Date;

/// A day, or a time of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Date,
    pub(super) time: Option<Time>,
}

/// What matters of a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// Whether the day only begins.
    pub(super) is_midnight: bool,
    /// Whether it is a time of the zero meridian (`Z`), where the day may be another one.
    pub(super) is_utc: bool,
}

/// Why a text is no [`Moment`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MomentError {
    /// It is neither `YYYYMMDD` nor `YYYYMMDDTHHMMSS`.
    Shape,
    /// There is no such day; the text is the day as people write it.
    NoSuchDay(String),
}

/// Reads `YYYYMMDD`, `YYYYMMDDTHHMMSS` or the latter with `Z`.
pub(super) fn parse_moment(text: &str) -> Result<Moment, MomentError> {
    let (date, time) = match text.split_once(['T', 't']) {
        Some((date, time)) => (date, Some(parse_time(time).ok_or(MomentError::Shape)?)),
        None => (text, None),
    };
    let (Some(year), Some(month), Some(day)) = (digits(date, 0, 4), digits(date, 4, 6), digits(date, 6, 8)) else {
        return Err(MomentError::Shape);
    };
    if date.len() != 8 {
        return Err(MomentError::Shape);
    }
    let no_such_day = || MomentError::NoSuchDay(format!("{year:04}-{month:02}-{day:02}"));
    let small = |number: i16| i8::try_from(number).map_err(|_| no_such_day());
    let day = Date::new(year, small(month)?, small(day)?).map_err(|_| no_such_day())?;
    Ok(Moment { day, time })
}

fn parse_time(text: &str) -> Option<Time> {
    let (digits, is_utc) = text.strip_suffix(['Z', 'z']).map_or((text, false), |digits| (digits, true));
    let is_shaped = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_shaped.then_some(Time { is_midnight: digits == "000000", is_utc })
}

fn digits(text: &str, start: usize, end: usize) -> Option<i16> {
    let digits = text.get(start..end).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
    digits.parse().ok()
}

/// Reads a duration of whole days or weeks, `P3D` or `P1W`, as a number of days, at least one.
pub(super) fn parse_days(text: &str) -> Option<i64> {
    let count = text.trim_start_matches('+').strip_prefix(['P', 'p'])?;
    let (count, length) = match count.strip_suffix(['W', 'w']) {
        Some(count) => (count, 7),
        None => (count.strip_suffix(['D', 'd'])?, 1),
    };
    let is_number = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    let count: i64 = is_number.then(|| count.parse().ok()).flatten()?;
    count.checked_mul(length).filter(|days| *days > 0)
}

#[cfg(test)]
mod tests {
    use super::{Moment, MomentError, Time, parse_days, parse_moment};
    use jiff::civil::date;

    #[test]
    fn days_and_times_are_told_apart() {
        assert_eq!(parse_moment("20240229"), Ok(Moment { day: date(2024, 2, 29), time: None }));
        let time = |is_midnight, is_utc| Some(Time { is_midnight, is_utc });
        assert_eq!(parse_moment("20240229T090000"), Ok(Moment { day: date(2024, 2, 29), time: time(false, false) }));
        assert_eq!(parse_moment("20240301T000000Z"), Ok(Moment { day: date(2024, 3, 1), time: time(true, true) }));
        for day in ["20240230", "20241301", "20240100"] {
            assert!(matches!(parse_moment(day), Err(MomentError::NoSuchDay(_))), "{day}");
        }
        for text in ["", "2024", "2024-01-01", "202401011", "20240101T9", "20240101T", "２０２４０１０１", "+0240101"]
        {
            assert_eq!(parse_moment(text), Err(MomentError::Shape), "{text}");
        }
    }

    #[test]
    fn durations_are_whole_days() {
        assert_eq!([parse_days("P1D"), parse_days("+P2W")], [Some(1), Some(14)]);
        for text in ["", "P", "PD", "P0D", "PT9H", "P1DT1H", "-P1D", "P99999999999999999999D", "P9223372036854775807W"]
        {
            assert_eq!(parse_days(text), None, "{text}");
        }
    }
}
