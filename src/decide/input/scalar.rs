//! Single values: everything but lists.

use super::{FactInput, FactProblem, Slot};
use crate::diagnostic::nearest;
use crate::policy::{Duration, EnumerationId, MemberIndex, Money, Policy, Type, Value};
use crate::syntax::ast::DurationUnit;
use crate::syntax::parse_date;
use rust_decimal::Decimal;

/// The single value that an input means for a slot.
pub(in crate::decide) fn scalar(policy: &Policy, slot: Slot<'_>, input: &FactInput) -> Result<Value, FactProblem> {
    match (input, slot.kind) {
        (FactInput::Bool(truth), Type::Bool) => Ok(Value::Bool(*truth)),
        (FactInput::Int(number), Type::Int) => Ok(Value::Int(*number)),
        (FactInput::Text(text), Type::Decimal) => decimal(policy, slot, text).map(Value::Decimal),
        (FactInput::Text(text), Type::Money) => money(policy, slot, text).map(Value::Money),
        (FactInput::Text(text), Type::Date) => day(policy, slot, text),
        (FactInput::Text(text), Type::Duration) => {
            period(text).map(Value::Duration).ok_or_else(|| wrong_type(policy, slot, quoted(text)))
        }
        (FactInput::Text(text), Type::Enumeration(of)) => member(policy, slot, of, text),
        (FactInput::Text(text), Type::Bool | Type::Int | Type::List(_)) => Err(wrong_type(policy, slot, quoted(text))),
        (FactInput::Bool(truth), _) => Err(wrong_type(policy, slot, truth.to_string())),
        (FactInput::Int(number), _) => Err(wrong_type(policy, slot, number.to_string())),
        (FactInput::List(_), _) => Err(wrong_type(policy, slot, "[…]".to_owned())),
    }
}

/// The same from a word on the command line: also `true`, `是`, and whole numbers.
pub(in crate::decide) fn scalar_of_word(policy: &Policy, slot: Slot<'_>, word: &str) -> Result<Value, FactProblem> {
    let input = match (slot.kind, word) {
        (Type::Bool, "true" | "是") => FactInput::Bool(true),
        (Type::Bool, "false" | "否") => FactInput::Bool(false),
        (Type::Int, digits) => match whole_number(digits) {
            Some(Ok(number)) => FactInput::Int(number),
            Some(Err(())) => {
                return Err(FactProblem::Precision { fact: slot.name.to_string(), found: word.to_owned() });
            }
            None => FactInput::Text(word.to_owned()),
        },
        _ => FactInput::Text(word.to_owned()),
    };
    scalar(policy, slot, &input)
}

fn wrong_type(policy: &Policy, slot: Slot<'_>, found: String) -> FactProblem {
    let wanted = policy.show_type(slot.kind);
    FactProblem::WrongType { fact: slot.name.to_string(), wanted, found }
}

/// A whole number as written; `Err` where it leaves `i64`, `None` where it is none.
fn whole_number(text: &str) -> Option<Result<i64, ()>> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(text.parse().map_err(|_| ()))
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn money(policy: &Policy, slot: Slot<'_>, text: &str) -> Result<Money, FactProblem> {
    let misfit = || wrong_type(policy, slot, quoted(text));
    let (amount, currency) = text.trim().split_once([' ', '\u{3000}']).ok_or_else(misfit)?;
    let currency = currency.trim();
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(misfit());
    }
    Ok(Money { amount: decimal(policy, slot, amount)?, currency: currency.into() })
}

fn decimal(policy: &Policy, slot: Slot<'_>, text: &str) -> Result<Decimal, FactProblem> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return Err(wrong_type(policy, slot, quoted(text)));
    }
    Decimal::from_str_exact(text)
        .map_err(|_| FactProblem::Precision { fact: slot.name.to_string(), found: text.chars().take(40).collect() })
}

fn day(policy: &Policy, slot: Slot<'_>, text: &str) -> Result<Value, FactProblem> {
    match parse_date(text) {
        _ if matches!(text, "never" | "从未") => Ok(Value::Never),
        Some(date) => Ok(Value::Date(date)),
        None if looks_like_date(text) => {
            Err(FactProblem::ImpossibleDate { fact: slot.name.to_string(), found: text.to_owned() })
        }
        None => Err(wrong_type(policy, slot, quoted(text))),
    }
}

/// Whether a text is written like a date, so that only the day does not exist.
pub(in crate::decide) fn looks_like_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn member(policy: &Policy, slot: Slot<'_>, of: EnumerationId, text: &str) -> Result<Value, FactProblem> {
    let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
    let found = members.iter().position(|member| member.name == text);
    found.map(|index| Value::Member(of, MemberIndex::new(index))).ok_or_else(|| {
        let names = || members.iter().map(|member| member.name.as_str());
        FactProblem::UnknownMember {
            fact: slot.name.to_string(),
            found: text.to_owned(),
            members: names().collect::<Vec<_>>().join(", "),
            suggestion: nearest(text, names()).map(str::to_owned),
        }
    })
}

fn period(text: &str) -> Option<Duration> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '-')?;
    let (count, unit) = text.split_at_checked(digits)?;
    let words: Vec<&str> = unit.split_whitespace().collect();
    let unit = match words.as_slice() {
        ["day" | "days" | "天" | "日"] => DurationUnit::Days,
        ["working", "day" | "days"] | ["工作日" | "个工作日"] => DurationUnit::WorkingDays,
        ["month" | "months" | "个月"] => DurationUnit::Months,
        ["year" | "years" | "年"] => DurationUnit::Years,
        _ => return None,
    };
    Duration::new(count.parse().ok()?, unit)
}
