//! Clause numbers: `8(1)2`, 第八条, （一）, and the Chinese numerals in them.

use crate::source::limits::MAX_CLAUSE_NUMBER;
#[cfg(feature = "serde")]
use serde::{Serialize, Serializer};
use std::fmt;

/// The number of a clause: the article, then the items below it, outermost first.
///
/// Ordered as the regulation is. Written `8(1)2(3)`: items alternate between parentheses and bare numbers, so that
/// every path has exactly one spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClausePath(Vec<u32>);

impl ClausePath {
    /// The path of an article.
    #[must_use]
    pub fn article(number: u32) -> Self {
        Self(vec![number])
    }

    /// A path from its numbers, the article first. `None` where there is none.
    #[must_use]
    pub fn from_numbers(numbers: Vec<u32>) -> Option<Self> {
        (!numbers.is_empty()).then_some(Self(numbers))
    }

    /// The path of item `number` below this clause.
    #[must_use]
    pub fn item(&self, number: u32) -> Self {
        let mut numbers = self.0.clone();
        numbers.push(number);
        Self(numbers)
    }

    /// The numbers, the article first.
    #[must_use]
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// Whether `other` is this clause or stands below it.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }
}

impl fmt::Display for ClausePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, number) in self.0.iter().enumerate() {
            if depth % 2 == 1 { write!(f, "({number})")? } else { write!(f, "{number}")? }
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl Serialize for ClausePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Reads a clause number: decimal digits, or a Chinese numeral up to 9,999 (`八`, `十二`, `二十`, `一百零三`, `二〇`).
///
/// `None` for zero, for a number above [`MAX_CLAUSE_NUMBER`] and for numerals that do not form a number (`十百`, `一一十`).
#[must_use]
pub fn parse_count(text: &str) -> Option<u32> {
    let number = if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok()? } else { parse_han(text)? };
    (1..=MAX_CLAUSE_NUMBER).contains(&number).then_some(number)
}

fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn parse_han(text: &str) -> Option<u32> {
    if text.chars().all(|c| han_digit(c).is_some()) && text.chars().count() > 1 && !text.starts_with('零') {
        // Positional writing: 二〇 = 20, 一二 = 12.
        return text.chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(han_digit(c)?));
    }
    let (mut total, mut digit, mut last_unit) = (0_u32, None, 10_000_u32);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '零' | '〇' if digit.is_none() => continue,
            _ => {
                if digit.replace(han_digit(c)?).is_some() {
                    return None;
                }
                continue;
            }
        };
        if unit >= last_unit {
            return None;
        }
        // 十二 = 12: a leading 十 means one ten; elsewhere a unit needs its digit.
        let count = match digit.take() {
            Some(count) => count,
            None if unit == 10 && total == 0 => 1,
            None => return None,
        };
        total = total.checked_add(count.checked_mul(unit)?)?;
        last_unit = unit;
    }
    total.checked_add(digit.unwrap_or(0))
}

/// Writes a clause number as a Chinese numeral: 12 → 十二, 103 → 一百零三. Numbers above 9,999 stay decimal.
#[must_use]
pub fn format_han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if number == 0 || number > 9_999 {
        return number.to_string();
    }
    let mut written = String::new();
    let mut gap = false;
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push('零');
            gap = false;
        }
        if !(digit == 1 && unit == 10 && written.is_empty()) {
            written.push_str(DIGITS.get(digit as usize).copied().unwrap_or_default());
        }
        written.push_str(name);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_numerals_read_back_as_written() {
        for number in 1..=9_999 {
            assert_eq!(parse_count(&format_han(number)), Some(number), "{}", format_han(number));
        }
    }

    #[test]
    fn numerals_that_are_no_number_are_refused() {
        for text in ["十百", "一一十", "零", "0", "百", "100000", "八八八八八八八八八八八"] {
            assert_eq!(parse_count(text), None, "{text}");
        }
        assert_eq!(parse_count("二〇"), Some(20));
        assert_eq!(parse_count("两百零三"), Some(203));
    }

    #[test]
    fn paths_are_written_in_one_way() {
        let path = ClausePath::article(5).item(1).item(7).item(2);
        assert_eq!(path.to_string(), "5(1)7(2)");
        assert!(ClausePath::article(5).covers(&path));
        assert!(!path.covers(&ClausePath::article(5)));
    }
}
