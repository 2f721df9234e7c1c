//! `NAME=VALUE`, as the command line has it.

use super::complaints::{complaint, imprecise, misfit, number_shape, refused, suggesting, unknown, wrong_type};
use super::text::{shown, too_large};
use super::values::list_from_text;
use crate::decide::facts::Facts;
use crate::decide::input::{FactProblem, Slot, fact_named, looks_like_date, value_of_word};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::policy::{FactId, Policy, Type, Value};
use crate::source::limits::MAX_FILE_BYTES;
use crate::syntax::parse_date;
use jiff::civil::Date;

/// Sets one fact from `NAME=VALUE`, the value as a policy would have it: `careless of driver=true`, or the same as
/// `driver.careless=true`. `NAME=null` and `NAME=unknown` forget the fact, so that it has its default or is unknown,
/// unless that word is one of its values. The records of a list are written as in JSON.
///
/// # Errors
/// The text is not `NAME=VALUE`, the policy has no such fact, or the fact cannot have the value; nothing is changed then.
pub fn apply_setting(facts: &mut Facts, setting: &str) -> Result<(), Diagnostic> {
    let (name, word) = parts(setting)?;
    let policy = facts.policy().clone();
    let id = fact_named(&policy, name).map_err(|problem| complaint(&policy, problem, "", name))?;
    set(facts, &policy, id, word)
}

/// The reading and the option that `NAME=OPTION` names.
///
/// # Errors
/// The text is not `NAME=OPTION`, or the policy has no such reading or option.
pub fn reading_of(policy: &Policy, setting: &str) -> Result<(FactId, Value), Diagnostic> {
    let (name, option) = parts(setting)?;
    let is_reading = |id: &FactId| policy.facts().get(id.index()).is_some_and(|fact| fact.is_reading);
    let Some(id) = policy.fact(name).filter(is_reading) else {
        let readings = policy.facts().iter().filter(|fact| fact.is_reading).map(|fact| fact.name.as_str());
        return Err(suggesting(unknown("reading", name), nearest(name, readings).map(str::to_owned)));
    };
    let value = value_of_word(policy, id, option).map_err(|problem| complaint(policy, problem, "", option))?;
    Ok((id, value))
}

/// The day that a text gives; `name` is what messages call it.
///
/// # Errors
/// It is not written like a day, or there is no such day.
pub fn day_of(name: &str, text: &str) -> Result<Date, Diagnostic> {
    let reason = if looks_like_date(text) { "date" } else { "type" };
    parse_date(text).ok_or_else(|| misfit(&name, reason, "date".to_owned(), shown(text)))
}

/// The two sides of the equals sign.
fn parts(setting: &str) -> Result<(&str, &str), Diagnostic> {
    if setting.len() > MAX_FILE_BYTES {
        return Err(too_large());
    }
    let parts = setting.split_once(['=', '＝']).map(|(name, word)| (name.trim(), word.trim()));
    parts
        .filter(|(name, word)| !name.is_empty() && !word.is_empty())
        .ok_or_else(|| Diagnostic::without_place(Code::BadSetting).with("setting", shown(setting)))
}

fn set(facts: &mut Facts, policy: &Policy, id: FactId, word: &str) -> Result<(), Diagnostic> {
    let Some(slot) = Slot::fact(policy, id) else {
        return Err(complaint(policy, FactProblem::ForeignId, "", word));
    };
    let read = match slot.kind {
        Type::List(_) if !matches!(word, "null" | "unknown") => return set_list(facts, policy, id, slot, word),
        _ => value_of_word(policy, id, word),
    };
    match read {
        Ok(value) => enter(facts, policy, id, value, word),
        Err(_) if matches!(word, "null" | "unknown") => {
            facts.clear(id);
            Ok(())
        }
        Err(problem) => match number_shape(word) {
            Some(shape) if slot.kind == Type::Int => Err(imprecise(&slot.name, shape.reason(), word)),
            _ => Err(refused(policy, slot, problem, word, word)),
        },
    }
}

fn set_list(facts: &mut Facts, policy: &Policy, id: FactId, slot: Slot<'_>, word: &str) -> Result<(), Diagnostic> {
    match list_from_text(policy, id, word) {
        Ok(Some(value)) => enter(facts, policy, id, value, word),
        Ok(None) => Ok(()),
        Err(found) => match super::without_places(found).into_iter().next() {
            Some(first) if first.code == Code::JsonSyntax => Err(wrong_type(policy, slot, word)),
            first => first.map_or(Ok(()), Err),
        },
    }
}

fn enter(facts: &mut Facts, policy: &Policy, id: FactId, value: Value, word: &str) -> Result<(), Diagnostic> {
    facts.set_value(id, value).map_err(|problem| complaint(policy, problem, "", word))
}
