//! What is said about names and values that do not fit, as diagnostics without place.

use super::text::shown;
use crate::decide::input::{FactInput, FactProblem, Slot, SlotName, scalar, scalar_of_word};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::policy::{Policy, RecordId, Type};
use std::fmt::Display;

/// How a number is written that is no `i64`.
#[derive(Clone, Copy)]
pub(super) enum NumberShape {
    /// Digits only.
    Whole,
    /// With a fraction or an exponent.
    Other,
}

impl NumberShape {
    /// The variant of the message.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::Whole => "range",
            Self::Other => "whole",
        }
    }
}

pub(super) fn number_shape(word: &str) -> Option<NumberShape> {
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

/// A name that the policy does not have; `kind` says of what.
pub(super) fn unknown(kind: &'static str, name: &str) -> Diagnostic {
    Diagnostic::without_place(Code::UnknownFact).with("kind", kind).with("name", shown(name))
}

/// The complaint about a value: `word` is its text, `written` the same with the quotes that it has in JSON.
pub(super) fn refused(policy: &Policy, slot: Slot<'_>, problem: FactProblem, word: &str, written: &str) -> Diagnostic {
    match problem {
        FactProblem::WrongType { .. } if too_long_a_period(policy, slot, word) => {
            imprecise(&slot.name, "range", written)
        }
        FactProblem::WrongType { .. } => {
            let diagnostic = wrong_type(policy, slot, written);
            let meant = match slot.kind {
                Type::Bool | Type::Int => scalar_of_word(policy, slot, word).ok().map(|value| policy.show(&value)),
                _ => None,
            };
            let near = || (slot.kind == Type::Bool).then(|| nearest(word, ["true", "false"])).flatten();
            suggesting(diagnostic, meant.or_else(|| near().map(str::to_owned)))
        }
        problem => complaint(policy, problem, &type_name(policy, slot.kind), written),
    }
}

/// The complaint about a problem. `wanted` is the type that is needed, `written` what was given.
pub(super) fn complaint(policy: &Policy, problem: FactProblem, wanted: &str, written: &str) -> Diagnostic {
    match problem {
        FactProblem::UnknownFact { name, suggestion } => suggesting(unknown("case", &name), suggestion),
        FactProblem::UnknownField { fact, name, suggestion } => {
            suggesting(unknown("field", &name).with("owner", fact), suggestion)
        }
        FactProblem::FieldTwice { fact } => Diagnostic::without_place(Code::DuplicateFact).with("name", fact),
        FactProblem::ForeignId => unknown("case", written),
        FactProblem::WrongType { fact, wanted, .. } => misfit(&fact, "type", wanted, shown(written)),
        FactProblem::UnknownMember { fact, members, suggestion, .. } => {
            let declared = policy.fact(&fact).and_then(|id| policy.facts().get(id.index()));
            let wanted = declared.map_or_else(|| wanted.to_owned(), |fact| type_name(policy, fact.kind));
            suggesting(misfit(&fact, "member", wanted, shown(written)).with("members", members), suggestion)
        }
        FactProblem::Precision { fact, .. } => imprecise(&fact, "digits", written),
        FactProblem::ImpossibleDate { fact, .. } => misfit(&fact, "date", "date".to_owned(), shown(written)),
        FactProblem::WrongUnit { fact, wanted, found } => {
            // The words for units are in the catalogue, under names without blanks.
            let key = |unit: &str| unit.replace(' ', "-");
            misfit(&fact, "unit", key(&wanted), key(&found))
        }
    }
}

/// A value that a slot cannot have: of another type, no member, no day, or in another unit.
pub(super) fn misfit(name: &dyn Display, reason: &'static str, wanted: String, found: String) -> Diagnostic {
    let diagnostic = Diagnostic::without_place(Code::FactType).with("name", name.to_string()).with("reason", reason);
    diagnostic.with("wanted", wanted).with("found", found)
}

/// A value of another type than the slot has.
pub(super) fn wrong_type(policy: &Policy, slot: Slot<'_>, written: &str) -> Diagnostic {
    let wanted = type_name(policy, slot.kind);
    let (reason, members) = match slot.kind {
        Type::Enumeration(of) => {
            let members = policy.enumerations().get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
            let members: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
            ("member", Some(members.join(", ")))
        }
        Type::List(_) => ("list", None),
        _ => ("type", None),
    };
    let diagnostic = misfit(&slot.name, reason, wanted, shown(written));
    members.map_or(diagnostic.clone(), |members| diagnostic.with("members", members))
}

/// An element of a list that is no record.
pub(super) fn no_record(policy: &Policy, list: SlotName<'_>, of: RecordId, written: &str) -> Diagnostic {
    misfit(&list, "record", type_name(policy, Type::List(of)), shown(written))
}

/// A type as messages call it; of a list, the record.
fn type_name(policy: &Policy, kind: Type) -> String {
    match kind {
        Type::List(of) => policy.records().get(of.index()).map_or_else(String::new, |record| record.name.clone()),
        _ => policy.show_type(kind),
    }
}

/// A number that would have to be rounded or cut.
pub(super) fn imprecise(name: &dyn Display, reason: &'static str, written: &str) -> Diagnostic {
    let diagnostic = Diagnostic::without_place(Code::FactPrecision).with("name", name.to_string());
    diagnostic.with("reason", reason).with("found", shown(written))
}

/// A JSON number for a decimal: programs that pass it on would round it.
pub(super) fn unquoted(policy: &Policy, slot: Slot<'_>, number: &str) -> Diagnostic {
    match scalar(policy, slot, &FactInput::Text(number.to_owned())) {
        Err(problem @ FactProblem::Precision { .. }) => complaint(policy, problem, "", number),
        Err(_) => imprecise(&slot.name, "quote", number),
        Ok(_) => {
            let diagnostic = imprecise(&slot.name, "quote", number);
            diagnostic.with("suggestion", format!("\"{number}\"")).help("quote")
        }
    }
}

/// The same complaint with what was probably meant.
pub(super) fn suggesting(diagnostic: Diagnostic, suggestion: Option<String>) -> Diagnostic {
    match suggestion {
        Some(suggestion) => diagnostic.with("suggestion", suggestion).help("suggest"),
        None => diagnostic,
    }
}

/// Whether a text would be a period if only its count were smaller.
fn too_long_a_period(policy: &Policy, slot: Slot<'_>, text: &str) -> bool {
    let text = text.trim();
    let unit = text.strip_prefix('-').unwrap_or(text).trim_start_matches(|c: char| c.is_ascii_digit());
    let shortened = || scalar(policy, slot, &FactInput::Text(format!("1{unit}")));
    slot.kind == Type::Duration && text.len() > unit.len() && shortened().is_ok()
}
