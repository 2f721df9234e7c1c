//! Facts from outside: a JSON object, anything that serialises to one, and `NAME=VALUE`.
//!
//! Nothing is guessed and nothing is rounded: a number keeps the digits that were written, a name given twice is an
//! error, and every error of a text is reported in one run, each at its place.

#![expect(clippy::result_large_err, reason = "errors end the reading; none is returned where speed matters")]

pub(super) mod text;

use super::facts::{FactInput, Facts};
use super::input::{FactProblem, fact_named, value_of, value_of_word};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::policy::{Fact, FactId, Policy, Type, Value};
use crate::source::limits::{MAX_DIAGNOSTICS, MAX_FILE_BYTES};
use crate::source::{SourceId, Span};
use jsonc_parser::ast::Value as Json;
use std::collections::BTreeMap;
use text::{At, Document, shown, too_large};

/// Reads the facts of a case from a JSON object: names to values, `null` for unknown.
///
/// `source` is the id that the places of diagnostics carry; `text` is the whole text under that id.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the text: it is no JSON object, names a fact that the policy
/// does not have or one twice, or has a value that the fact cannot have.
pub fn facts_from_json(policy: &Policy, source: SourceId, text: &str) -> Result<Facts, Diagnostics> {
    let document = Document::read(source, text)?;
    let mut diagnostics = document.faults.clone();
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut given: Vec<(FactId, Span, Option<Value>)> = Vec::new();
    for property in &document.object.properties {
        if diagnostics.len() >= MAX_DIAGNOSTICS {
            break;
        }
        let (name, place) = (property.name.as_str(), document.span(&property.name));
        if let Some(first) = first.get(name) {
            let diagnostic = Diagnostic::new(Code::DuplicateFact, place).with("name", shown(name));
            diagnostics.push(diagnostic.label(*first, "first"));
            continue;
        }
        first.insert(name, place);
        let id = match fact_named(policy, name) {
            Ok(id) => id,
            Err(problem) => {
                let is_new = !document.is_spoilt(place);
                diagnostics.extend(is_new.then(|| complaint(policy, problem, name).at(place)));
                continue;
            }
        };
        let written = document.written(&property.value);
        let place = document.span(&property.value);
        match value_from_json(policy, id, &property.value, written) {
            Ok(Some(value)) => given.push((id, place, Some(value))),
            Ok(None) => {}
            Err(diagnostic) => {
                given.push((id, place, None));
                diagnostics.extend((!document.is_spoilt(place)).then(|| diagnostic.at(place)));
            }
        }
    }
    let mut facts = Facts::new(policy);
    // A default that the case replaces has no say in which unit the other facts are counted.
    for (id, ..) in &given {
        facts.assume(*id, None);
    }
    for (id, place, value) in given {
        if let Some(value) = value
            && let Err(problem) = facts.set_value(id, value)
        {
            diagnostics.push(complaint(policy, problem, "").at(place));
        }
    }
    if diagnostics.is_empty() {
        return Ok(facts);
    }
    diagnostics.sort();
    diagnostics.truncate(MAX_DIAGNOSTICS);
    Err(diagnostics)
}

/// Reads the facts of a case from anything that serialises to a JSON object: a map, a struct, a
/// [`serde_json::Value`]. Decimals are to serialise as strings, as `rust_decimal` does; floats are refused.
///
/// # Errors
/// As [`facts_from_json`], without places; also where the value does not serialise.
pub fn facts_from_serialize<T>(policy: &Policy, facts: &T) -> Result<Facts, Diagnostics>
where
    T: serde::Serialize + ?Sized,
{
    let text = serde_json::to_string(facts).map_err(|error| {
        let diagnostic = Diagnostic::without_place(Code::JsonSyntax).with("reason", "not-serialised");
        Diagnostics::from_iter([diagnostic.with("found", error.to_string())])
    })?;
    facts_from_json(policy, SourceId::default(), &text).map_err(|diagnostics| {
        // Nobody has seen that text: a place in it says nothing.
        let placeless = |diagnostic: Diagnostic| Diagnostic { span: None, labels: vec![], ..diagnostic };
        diagnostics.into_iter().map(placeless).collect()
    })
}

/// Sets one fact from `NAME=VALUE`, the value as a policy would have it. `NAME=null` and `NAME=unknown` forget the fact,
/// so that it has its default or is unknown, unless that word is one of its values.
///
/// # Errors
/// The text is not `NAME=VALUE`, the policy has no such fact, or the fact cannot have the value; nothing is changed then.
pub fn apply_setting(facts: &mut Facts, setting: &str) -> Result<(), Diagnostic> {
    if setting.len() > MAX_FILE_BYTES {
        return Err(too_large());
    }
    let parts = setting.split_once(['=', '＝']).map(|(name, word)| (name.trim(), word.trim()));
    let Some((name, word)) = parts.filter(|(name, word)| !name.is_empty() && !word.is_empty()) else {
        return Err(Diagnostic::without_place(Code::BadSetting).with("setting", shown(setting)));
    };
    let policy = facts.policy().clone();
    let id = fact_named(&policy, name).map_err(|problem| complaint(&policy, problem, name))?;
    match value_of_word(&policy, id, word) {
        Ok(value) => facts.set_value(id, value).map_err(|problem| complaint(&policy, problem, word)),
        Err(_) if matches!(word, "null" | "unknown") => {
            facts.clear(id);
            Ok(())
        }
        Err(problem) => {
            let is_int = policy.facts().get(id.index()).is_some_and(|fact| fact.kind == Type::Int);
            match number_shape(word) {
                Some(shape) if is_int => Err(imprecise(name, shape.reason(), word)),
                _ => Err(refused(&policy, id, problem, word, word)),
            }
        }
    }
}

/// What a JSON value means for a fact; `None` for `null`. `written` is the value as it stands in the text.
fn value_from_json(policy: &Policy, id: FactId, json: &Json<'_>, written: &str) -> Result<Option<Value>, Diagnostic> {
    let Some(fact) = policy.facts().get(id.index()) else { return Ok(None) };
    let input = match json {
        Json::NullKeyword(_) => return Ok(None),
        Json::BooleanLit(truth) => FactInput::Bool(truth.value),
        Json::StringLit(text) => FactInput::Text(text.value.clone().into_owned()),
        Json::NumberLit(number) => match (fact.kind, number.value.parse()) {
            (Type::Int, Ok(number)) => FactInput::Int(number),
            (Type::Int, Err(_)) => {
                let reason = number_shape(number.value).map_or("whole", NumberShape::reason);
                return Err(imprecise(&fact.name, reason, written));
            }
            (Type::Decimal, _) => return Err(unquoted(policy, id, fact, number.value)),
            _ => return Err(wrong_type(policy, fact, written)),
        },
        Json::Array(_) | Json::Object(_) => return Err(wrong_type(policy, fact, written)),
    };
    let word = match &input {
        FactInput::Text(text) => text.as_str(),
        FactInput::Bool(_) | FactInput::Int(_) => written,
    };
    value_of(policy, id, &input).map(Some).map_err(|problem| refused(policy, id, problem, word, written))
}

/// How a number is written that is no `i64`.
#[derive(Clone, Copy)]
enum NumberShape {
    /// Digits only.
    Whole,
    /// With a fraction or an exponent.
    Other,
}

impl NumberShape {
    fn reason(self) -> &'static str {
        match self {
            Self::Whole => "range",
            Self::Other => "whole",
        }
    }
}

fn number_shape(word: &str) -> Option<NumberShape> {
    let digits = word.strip_prefix('-').unwrap_or(word);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(NumberShape::Whole);
    }
    let in_number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-');
    digits.bytes().all(in_number).then_some(NumberShape::Other)
}

/// The complaint about a value: `word` is its text, `written` the same with the quotes that it has in JSON.
fn refused(policy: &Policy, id: FactId, problem: FactProblem, word: &str, written: &str) -> Diagnostic {
    let fact = policy.facts().get(id.index());
    match (problem, fact) {
        (FactProblem::WrongType { .. }, Some(fact)) if too_long_a_period(policy, id, fact, word) => {
            imprecise(&fact.name, "range", written)
        }
        (FactProblem::WrongType { .. }, Some(fact)) => {
            let diagnostic = wrong_type(policy, fact, written);
            let meant = match fact.kind {
                Type::Bool | Type::Int => value_of_word(policy, id, word).ok().map(|value| policy.show(&value)),
                _ => None,
            };
            let near = || (fact.kind == Type::Bool).then(|| nearest(word, ["true", "false"])).flatten();
            suggesting(diagnostic, meant.or_else(|| near().map(str::to_owned)))
        }
        (problem, _) => complaint(policy, problem, written),
    }
}

/// The complaint about a problem. `written` is what was given.
fn complaint(policy: &Policy, problem: FactProblem, written: &str) -> Diagnostic {
    match problem {
        FactProblem::UnknownFact { name, suggestion } => {
            suggesting(Diagnostic::without_place(Code::UnknownFact).with("name", shown(&name)), suggestion)
        }
        FactProblem::ForeignId => Diagnostic::without_place(Code::UnknownFact).with("name", shown(written)),
        FactProblem::WrongType { fact, wanted, .. } => misfit(fact, "type", wanted, shown(written)),
        FactProblem::UnknownMember { fact, members, suggestion, .. } => {
            let wanted = policy.fact(&fact).and_then(|id| policy.facts().get(id.index()));
            let wanted = wanted.map_or("", |fact| policy.show_type(fact.kind)).to_owned();
            suggesting(misfit(fact, "member", wanted, shown(written)).with("members", members), suggestion)
        }
        FactProblem::Precision { fact, .. } => imprecise(&fact, "digits", written),
        FactProblem::ImpossibleDate { fact, .. } => misfit(fact, "date", "date".to_owned(), shown(written)),
        FactProblem::WrongUnit { fact, wanted, found } => misfit(fact, "unit", wanted, shown(&found)),
    }
}

/// A value that the fact cannot have: of another type, no member, no day, or in another unit.
fn misfit(name: String, reason: &'static str, wanted: String, found: String) -> Diagnostic {
    let diagnostic = Diagnostic::without_place(Code::FactType).with("name", name).with("reason", reason);
    diagnostic.with("wanted", wanted).with("found", found)
}

fn wrong_type(policy: &Policy, fact: &Fact, written: &str) -> Diagnostic {
    let wanted = policy.show_type(fact.kind).to_owned();
    let Type::Enumeration(of) = fact.kind else {
        return misfit(fact.name.clone(), "type", wanted, shown(written));
    };
    let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
    let members: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    misfit(fact.name.clone(), "member", wanted, shown(written)).with("members", members.join(", "))
}

fn imprecise(name: &str, reason: &'static str, written: &str) -> Diagnostic {
    let diagnostic = Diagnostic::without_place(Code::FactPrecision).with("name", name);
    diagnostic.with("reason", reason).with("found", shown(written))
}

/// A JSON number for a decimal: programs that pass it on would round it.
fn unquoted(policy: &Policy, id: FactId, fact: &Fact, number: &str) -> Diagnostic {
    match value_of(policy, id, &FactInput::Text(number.to_owned())) {
        Err(problem @ FactProblem::Precision { .. }) => complaint(policy, problem, number),
        Err(_) => imprecise(&fact.name, "quote", number),
        Ok(_) => {
            let diagnostic = imprecise(&fact.name, "quote", number);
            diagnostic.with("suggestion", format!("\"{number}\"")).help("quote")
        }
    }
}

fn suggesting(diagnostic: Diagnostic, suggestion: Option<String>) -> Diagnostic {
    match suggestion {
        Some(suggestion) => diagnostic.with("suggestion", suggestion).help("suggest"),
        None => diagnostic,
    }
}

/// Whether a text would be a period if only its count were smaller.
fn too_long_a_period(policy: &Policy, id: FactId, fact: &Fact, text: &str) -> bool {
    let text = text.trim();
    let unit = text.strip_prefix('-').unwrap_or(text).trim_start_matches(|c: char| c.is_ascii_digit());
    let shortened = || value_of(policy, id, &FactInput::Text(format!("1{unit}")));
    fact.kind == Type::Duration && text.len() > unit.len() && shortened().is_ok()
}

#[cfg(test)]
mod generated_tests;
#[cfg(test)]
mod tests;
