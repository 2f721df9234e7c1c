//! Reading JSON objects whose keys are known: logs and histories. Everything wrong is noted, each at its place.

use super::json::text::{At, Document, shown};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::source::Span;
use crate::source::limits::MAX_DIAGNOSTICS;
use crate::syntax::parse_date;
use jiff::civil::Date;
use jsonc_parser::ast::{Object, Value as Json};
use jsonc_parser::common::Ranged;
use std::collections::BTreeMap;

/// What is read, and so which words the complaints have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// How the messages about JSON call it.
    pub(super) name: &'static str,
    /// The code of what has the wrong shape.
    pub(super) shape: Code,
    /// The code of days that are none.
    pub(super) day: Code,
}

/// A text with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'d> {
    pub(super) text: &'d str,
    pub(super) span: Span,
}

/// A reader of one document.
pub(super) struct Reader<'d, 't> {
    document: &'d Document<'t>,
    subject: Subject,
    found: Diagnostics,
}

/// The values of an object by key; keys with `null` are left out.
pub(super) type Values<'d, 't> = BTreeMap<&'static str, &'d Json<'t>>;

/// Says in complaints about JSON what is read.
pub(super) fn about(subject: Subject, complaints: Diagnostics) -> Diagnostics {
    complaints.into_iter().map(|complaint| complaint.with("subject", subject.name)).collect()
}

impl<'d, 't> Reader<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, subject: Subject) -> Self {
        Self { document, subject, found: about(subject, document.faults.clone()) }
    }

    /// Whether so much is wrong that nobody reads more.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MAX_DIAGNOSTICS
    }

    /// Notes a complaint, unless its place is spoilt by a character that is blamed already.
    pub(super) fn complain(&mut self, complaint: Diagnostic) {
        let spoilt = complaint.span.is_some_and(|span| self.document.is_spoilt(span));
        self.found.extend((!spoilt).then_some(complaint));
    }

    /// What was wrong, in the order of the text.
    pub(super) fn finish(self) -> Diagnostics {
        let mut found = self.found;
        found.sort();
        found.truncate(MAX_DIAGNOSTICS);
        found
    }

    /// The place where an object begins.
    pub(super) fn beginning(&self, object: &Object<'_>) -> Span {
        let span = self.document.span(object);
        Span { end: span.start.saturating_add(1), ..span }
    }

    /// A value as it is written; of arrays and objects only the brackets.
    pub(super) fn written(&self, value: &Json<'_>) -> &str {
        self.document.written(value)
    }

    pub(super) fn span(&self, node: &impl Ranged) -> Span {
        self.document.span(node)
    }

    /// The values of an object under the keys that it may have.
    pub(super) fn values(&mut self, object: &'d Object<'t>, keys: &[&'static str]) -> Values<'d, 't> {
        let mut values = Values::new();
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        for property in &object.properties {
            let (name, place) = (property.name.as_str(), self.document.span(&property.name));
            let Some(key) = keys.iter().copied().find(|key| *key == name) else {
                let complaint = self.misshapen(place, "unknown-key", name).with("keys", keys.join(", "));
                self.complain(suggesting(complaint, nearest(name, keys.iter().copied())));
                continue;
            };
            if let Some(first) = first.get(key) {
                self.complain(self.misshapen(place, "key-twice", key).label(*first, "first"));
                continue;
            }
            first.insert(key, place);
            if !matches!(property.value, Json::NullKeyword(_)) {
                values.insert(key, &property.value);
            }
        }
        values
    }

    /// The value under a key that must not be left out.
    pub(super) fn required(
        &mut self,
        object: &Object<'_>,
        values: &Values<'d, 't>,
        key: &'static str,
    ) -> Option<&'d Json<'t>> {
        let value = values.get(key).copied();
        if value.is_none() {
            self.complain(self.misshapen(self.beginning(object), "missing-key", key));
        }
        value
    }

    /// The objects of an array.
    pub(super) fn objects(&mut self, key: &'static str, value: &'d Json<'t>) -> Vec<&'d Object<'t>> {
        let Json::Array(array) = value else {
            self.refuse(key, "list", value);
            return Vec::new();
        };
        let mut objects = Vec::with_capacity(array.elements.len());
        for element in &array.elements {
            match element {
                Json::Object(object) => objects.push(object),
                other if !self.is_full() => self.refuse(key, "entry", other),
                _ => break,
            }
        }
        objects
    }

    pub(super) fn word(&mut self, key: &'static str, value: &'d Json<'t>) -> Option<Word<'d>> {
        match value {
            Json::StringLit(text) => Some(Word { text: &text.value, span: self.document.span(text) }),
            other => {
                self.refuse(key, "text", other);
                None
            }
        }
    }

    /// One text, or several in an array.
    pub(super) fn words(&mut self, key: &'static str, value: &'d Json<'t>) -> Vec<Word<'d>> {
        match value {
            Json::Array(array) => {
                let mut words = Vec::with_capacity(array.elements.len());
                for element in &array.elements {
                    words.extend(self.word(key, element));
                }
                words
            }
            Json::StringLit(_) => self.word(key, value).into_iter().collect(),
            other => {
                self.refuse(key, "texts", other);
                Vec::new()
            }
        }
    }

    pub(super) fn count(&mut self, key: &'static str, value: &'d Json<'t>) -> Option<u32> {
        let number = match value {
            Json::NumberLit(number) => number.value.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.refuse(key, "count", value);
        }
        number
    }

    pub(super) fn day(&mut self, key: &'static str, value: &'d Json<'t>) -> Option<Date> {
        let Word { text, span } = self.word(key, value)?;
        let day = parse_date(text);
        if day.is_none() {
            let reason = if is_shaped_like_a_day(text) { "impossible" } else { "shape" };
            let complaint = Diagnostic::new(self.subject.day, span).with("found", shown(text));
            self.complain(complaint.with("reason", reason));
        }
        day
    }

    /// The complaint about a shape, for the caller to note.
    pub(super) fn misshapen(&self, place: Span, reason: &'static str, name: &str) -> Diagnostic {
        Diagnostic::without_place(self.subject.shape).at(place).with("reason", reason).with("name", shown(name))
    }

    fn refuse(&mut self, key: &'static str, wanted: &'static str, value: &Json<'_>) {
        let (place, found) = (self.document.span(value), shown(self.document.written(value)));
        let complaint = self.misshapen(place, "type", key).with("wanted", wanted).with("found", found);
        self.complain(complaint);
    }
}

/// Adds what was probably meant.
pub(super) fn suggesting(complaint: Diagnostic, suggestion: Option<&str>) -> Diagnostic {
    match suggestion {
        Some(suggestion) => complaint.with("suggestion", suggestion).help("suggest"),
        None => complaint,
    }
}

fn is_shaped_like_a_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}
