//! Reading fact values that come from outside: from JSON, from `--set`, from a program.

use super::facts::FactInput;
use crate::diagnostic::nearest;
use crate::policy::{Duration, Fact, FactId, Money, Policy, Type, Value};
use crate::syntax::ast::DurationUnit;
use crate::syntax::parse_date;
use rust_decimal::Decimal;

/// Why a fact cannot have a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FactProblem {
    /// The policy declares no such fact.
    #[error("the policy has no fact named `{name}`")]
    UnknownFact {
        /// The name that was given.
        name: String,
        /// The fact that was probably meant.
        suggestion: Option<String>,
    },
    /// The id comes from another policy.
    #[error("the fact's id belongs to another policy")]
    ForeignId,
    /// The value is of another type.
    #[error("`{fact}` is {wanted}, not {found}")]
    WrongType {
        /// The fact.
        fact: String,
        /// The type it has.
        wanted: String,
        /// What was given: a type, or the text.
        found: String,
    },
    /// The scale or enum has no such member.
    #[error("`{fact}` cannot be `{found}`: its values are {members}")]
    UnknownMember {
        /// The fact.
        fact: String,
        /// What was given.
        found: String,
        /// The values it can have.
        members: String,
        /// The member that was probably meant.
        suggestion: Option<String>,
    },
    /// The number would have to be rounded, or is out of range.
    #[error("`{fact}` cannot be {found} without rounding it")]
    Precision {
        /// The fact.
        fact: String,
        /// What was given.
        found: String,
    },
    /// The calendar has no such day.
    #[error("`{fact}` cannot be {found}: there is no such day")]
    ImpossibleDate {
        /// The fact.
        fact: String,
        /// What was given.
        found: String,
    },
    /// The policy compares the fact with values in another unit.
    #[error("`{fact}` is counted in {wanted} here, not in {found}")]
    WrongUnit {
        /// The fact.
        fact: String,
        /// The unit that the policy compares it with.
        wanted: String,
        /// The unit that was given.
        found: String,
    },
}

/// The fact of this name.
///
/// # Errors
/// [`FactProblem::UnknownFact`] with the name that was probably meant.
pub fn fact_named(policy: &Policy, name: &str) -> Result<FactId, FactProblem> {
    policy.fact(name).ok_or_else(|| {
        let suggestion = nearest(name, policy.facts().iter().map(|fact| fact.name.as_str()));
        FactProblem::UnknownFact { name: name.to_owned(), suggestion: suggestion.map(str::to_owned) }
    })
}

/// The value that an input means for a fact.
///
/// # Errors
/// The input is not of the fact's type, names no member, would be rounded, or is a day that does not exist.
pub fn value_of(policy: &Policy, id: FactId, input: &FactInput) -> Result<Value, FactProblem> {
    let fact = policy.facts().get(id.index()).ok_or(FactProblem::ForeignId)?;
    let wrong_type = |found: String| FactProblem::WrongType {
        fact: fact.name.clone(),
        wanted: policy.show_type(fact.kind).to_owned(),
        found,
    };
    match (input, fact.kind) {
        (FactInput::Bool(truth), Type::Bool) => Ok(Value::Bool(*truth)),
        (FactInput::Int(number), Type::Int) => Ok(Value::Int(*number)),
        (FactInput::Bool(truth), _) => Err(wrong_type(truth.to_string())),
        (FactInput::Int(number), _) => Err(wrong_type(number.to_string())),
        (FactInput::Text(text), Type::Bool | Type::Int) => Err(wrong_type(format!("{text:?}"))),
        (FactInput::Text(text), Type::Decimal) => decimal(fact, text, &wrong_type).map(Value::Decimal),
        (FactInput::Text(text), Type::Money) => {
            let (amount, currency) =
                text.trim().split_once([' ', '\u{3000}']).ok_or_else(|| wrong_type(quoted(text)))?;
            let currency = currency.trim();
            let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
            if !is_code {
                return Err(wrong_type(quoted(text)));
            }
            let amount = decimal(fact, amount, &wrong_type)?;
            Ok(Value::Money(Money { amount, currency: currency.into() }))
        }
        (FactInput::Text(text), Type::Date) => match parse_date(text) {
            Some(date) => Ok(Value::Date(date)),
            None if looks_like_date(text) => {
                Err(FactProblem::ImpossibleDate { fact: fact.name.clone(), found: text.clone() })
            }
            None => Err(wrong_type(quoted(text))),
        },
        (FactInput::Text(text), Type::Duration) => {
            period(text).map(Value::Duration).ok_or_else(|| wrong_type(quoted(text)))
        }
        (FactInput::Text(text), Type::Enumeration(of)) => {
            let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
            let found = members.iter().position(|member| member.name == *text);
            found.map(|index| Value::Member(of, crate::policy::MemberIndex::new(index))).ok_or_else(|| {
                let names = || members.iter().map(|member| member.name.as_str());
                FactProblem::UnknownMember {
                    fact: fact.name.clone(),
                    found: text.clone(),
                    members: names().collect::<Vec<_>>().join(", "),
                    suggestion: nearest(text, names()).map(str::to_owned),
                }
            })
        }
    }
}

/// The value that a word on the command line means for a fact: also `true`, `是`, and whole numbers.
///
/// # Errors
/// As [`value_of`].
pub fn value_of_word(policy: &Policy, id: FactId, word: &str) -> Result<Value, FactProblem> {
    let kind = policy.facts().get(id.index()).map(|fact| fact.kind);
    let input = match (kind, word) {
        (Some(Type::Bool), "true" | "是") => FactInput::Bool(true),
        (Some(Type::Bool), "false" | "否") => FactInput::Bool(false),
        (Some(Type::Int), digits) => match whole_number(digits) {
            Some(Ok(number)) => FactInput::Int(number),
            Some(Err(())) => {
                let fact = policy.facts().get(id.index()).map_or_else(String::new, |fact| fact.name.clone());
                return Err(FactProblem::Precision { fact, found: word.to_owned() });
            }
            None => FactInput::Text(word.to_owned()),
        },
        _ => FactInput::Text(word.to_owned()),
    };
    value_of(policy, id, &input)
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

fn decimal(fact: &Fact, text: &str, wrong_type: &dyn Fn(String) -> FactProblem) -> Result<Decimal, FactProblem> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return Err(wrong_type(quoted(text)));
    }
    Decimal::from_str_exact(text)
        .map_err(|_| FactProblem::Precision { fact: fact.name.clone(), found: text.chars().take(40).collect() })
}

fn looks_like_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
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
