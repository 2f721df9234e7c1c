//! Who is who in the files of a case: where facts, logs and earlier decisions in JSON name what a policy declares.

use super::json::text::Document;
use super::{facts_from_json, history_from_json, log_from_json};
use crate::policy::{Occurrence, OccurrenceKind, Policy, SymbolId, SymbolIndex, SymbolKind};
use crate::source::{SourceId, Span};
use jsonc_parser::ast::{Object, ObjectPropName, Value as Json};

/// The places in a JSON text where something is named that the policy declares, in order; none where the text is no
/// file of the policy: neither the facts of a case, nor a log, nor earlier decisions.
///
/// `symbols` is who is who in the policy, `source` the id that the places carry.
///
/// ```
/// use policyc::decide::names_in_json;
/// use policyc::policy::SymbolIndex;
/// use policyc::source::SourceId;
/// use policyc::{check_text, syntax::parse};
///
/// let text = "scale 程度 { 轻 < 重 }  fact 情节: 程度  outcome 处理: 程度";
/// let policy = check_text("demo.policy", text).policy.expect("nothing is wrong");
/// let symbols = SymbolIndex::new(&parse(SourceId(0), text).ast.items);
/// let case = r#"{"情节": "重"}"#;
/// let named = names_in_json(&policy, &symbols, SourceId(1), case);
/// let words: Vec<&str> = named.iter().map(|one| &case[one.span.range()]).collect();
/// assert_eq!(words, ["情节", "重"]);
/// ```
#[must_use]
pub fn names_in_json(policy: &Policy, symbols: &SymbolIndex, source: SourceId, text: &str) -> Vec<Occurrence> {
    let Ok(document) = Document::read(source, text) else { return Vec::new() };
    let mut names = Names { symbols, document: &document, text, found: Vec::new() };
    if let Ok(log) = log_from_json(policy, None, source, text) {
        let procedure = policy.procedures().get(log.procedure.index()).map(|found| found.name.as_str());
        let procedure = symbols.procedures().find(|(name, _)| Some(*name) == procedure).map(|(_, id)| id);
        names.log(&document.object, procedure);
    } else if history_from_json(policy, source, text).is_ok() {
        names.history(&document.object);
    } else if facts_from_json(policy, source, text).is_ok() {
        names.facts(&document.object, None);
    }
    let mut found = names.found;
    found.sort_by_key(|one| one.span);
    found
}

struct Names<'n, 't> {
    symbols: &'n SymbolIndex,
    document: &'n Document<'t>,
    text: &'t str,
    found: Vec<Occurrence>,
}

impl<'t> Names<'_, 't> {
    /// A string that is the name of something. One that is written with escapes is passed over: no part of it can be
    /// replaced by a name.
    fn named(&mut self, place: Span, name: &str, symbol: Option<SymbolId>) {
        let inside = Span { start: place.start.saturating_add(1), end: place.end.saturating_sub(1), ..place };
        if let Some(symbol) = symbol.filter(|_| self.text.get(inside.range()) == Some(name)) {
            self.found.push(Occurrence { span: inside, symbol, kind: OccurrenceKind::Mention });
        }
    }

    /// `sanction of driver`: a value, and the role that it belongs to.
    fn whole_name(&mut self, place: Span, name: &str) -> Option<SymbolId> {
        let value = self.symbols.value(name);
        let Some((own, role)) = name.split_once(" of ") else {
            self.named(place, name, value);
            return value;
        };
        let start = place.start.saturating_add(1);
        let behind = u32::try_from(name.len() - role.len()).unwrap_or(0);
        let own_end = start.saturating_add(u32::try_from(own.len()).unwrap_or(0));
        let parts = [
            (Span { start, end: own_end, ..place }, own, value),
            (Span { start: start + behind, end: place.end.saturating_sub(1), ..place }, role, self.symbols.party(role)),
        ];
        for (span, written, symbol) in parts {
            if let Some(symbol) = symbol.filter(|_| self.text.get(span.range()) == Some(written)) {
                self.found.push(Occurrence { span, symbol, kind: OccurrenceKind::Mention });
            }
        }
        value
    }

    fn key(&mut self, key: &ObjectPropName<'_>, symbol: Option<SymbolId>) {
        self.named(self.document.span(key), key.as_str(), symbol);
    }

    fn word(&mut self, value: &Json<'_>, find: impl Fn(&SymbolIndex, &str) -> Option<SymbolId>) {
        if let Json::StringLit(text) = value {
            self.named(self.document.span(value), &text.value, find(self.symbols, &text.value));
        }
    }

    /// One word, or several.
    fn words(&mut self, value: &Json<'_>, find: impl Fn(&SymbolIndex, &str) -> Option<SymbolId> + Copy) {
        match value {
            Json::Array(list) => list.elements.iter().for_each(|one| self.word(one, find)),
            other => self.word(other, find),
        }
    }

    /// The facts of a case, or of a role.
    fn facts(&mut self, object: &Object<'t>, role: Option<&str>) {
        for property in &object.properties {
            let name = property.name.as_str();
            let full = role.map_or_else(|| name.to_owned(), |role| format!("{name} of {role}"));
            let party = self.symbols.party(name).filter(|_| role.is_none());
            match (self.symbols.value(&full), party, &property.value) {
                (Some(fact), ..) => {
                    self.key(&property.name, Some(fact));
                    self.value(&property.value, fact);
                }
                (None, Some(party), Json::Object(of_role)) => {
                    self.key(&property.name, Some(party));
                    self.facts(of_role, Some(name));
                }
                (None, _, Json::Object(choices)) if name == "chosen" => self.choices(choices),
                (None, _, Json::Object(persons)) if name == "persons" => {
                    persons
                        .properties
                        .iter()
                        .for_each(|one| self.key(&one.name, self.symbols.party(one.name.as_str())));
                }
                (None, ..) => {}
            }
        }
    }

    fn choices(&mut self, choices: &Object<'t>) {
        for choice in &choices.properties {
            if let Some(outcome) = self.whole_name(self.document.span(&choice.name), choice.name.as_str()) {
                self.value(&choice.value, outcome);
            }
        }
    }

    /// A value of a fact, a field or an outcome: members, and the records of a list.
    fn value(&mut self, value: &Json<'t>, of: SymbolId) {
        let symbol = self.symbols.get(of);
        let owner = if symbol.kind == SymbolKind::Reading { Some(of) } else { symbol.value_type };
        let Some(owner) = owner else { return };
        match value {
            Json::Array(records) => {
                for record in records.elements.iter().filter_map(|one| one.as_object()) {
                    self.record(record, owner);
                }
            }
            Json::StringLit(_) => self.word(value, |symbols, name| symbols.part(owner, name)),
            Json::Object(_) | Json::NumberLit(_) | Json::BooleanLit(_) | Json::NullKeyword(_) => {}
        }
    }

    fn record(&mut self, record: &Object<'t>, of: SymbolId) {
        for field in &record.properties {
            if let Some(symbol) = self.symbols.part(of, field.name.as_str()) {
                self.key(&field.name, Some(symbol));
                self.value(&field.value, symbol);
            }
        }
    }

    fn log(&mut self, object: &Object<'t>, procedure: Option<SymbolId>) {
        for property in &object.properties {
            match (property.name.as_str(), &property.value) {
                ("procedure", value) => self.word(value, |_, _| procedure),
                ("entries", Json::Array(entries)) => {
                    entries
                        .elements
                        .iter()
                        .filter_map(|one| one.as_object())
                        .for_each(|one| self.entry(one, procedure));
                }
                _ => {}
            }
        }
    }

    fn entry(&mut self, entry: &Object<'t>, procedure: Option<SymbolId>) {
        let step = entry.get_string("step");
        let step = procedure.zip(step).and_then(|(procedure, step)| self.symbols.part(procedure, &step.value));
        for property in &entry.properties {
            match property.name.as_str() {
                "step" => self.word(&property.value, |_, _| step),
                "right" => self.word(&property.value, SymbolIndex::duty),
                "by" | "consent" => self.words(&property.value, SymbolIndex::party),
                "checks" => self.words(&property.value, |symbols, name| symbols.part(step?, name)),
                _ => {}
            }
        }
    }

    fn history(&mut self, object: &Object<'t>) {
        let decisions = object.get_array("decisions");
        for decision in decisions.into_iter().flat_map(|list| &list.elements).filter_map(|one| one.as_object()) {
            let outcome = decision.properties.iter().find(|one| one.name.as_str() == "outcome");
            let Some(Json::StringLit(name)) = outcome.map(|one| &one.value) else { continue };
            let place = self.document.span(name);
            let Some(outcome) = self.whole_name(place, &name.value) else { continue };
            for property in decision.properties.iter().filter(|one| one.name.as_str() == "value") {
                self.value(&property.value, outcome);
            }
        }
    }
}
