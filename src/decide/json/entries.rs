//! What the names of a facts text stand for.

use super::complaints::{suggesting, unknown};
use super::text::{At, Document, shown};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::policy::{FactId, OutcomeId, Policy, QualifiedName, RoleId};
use crate::source::Span;
use crate::source::limits::MAX_DIAGNOSTICS;
use jsonc_parser::ast::{Object, ObjectProp, Value as Json};
use std::collections::BTreeMap;

/// The key of the day on which the case is looked at.
pub(crate) const AS_OF: &str = "as_of";
/// The key of what the authority chose.
pub(crate) const CHOSEN: &str = "chosen";
/// The key of who holds which role.
pub(super) const PERSONS: &str = "persons";

/// What a value of a facts text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A fact of the case or of a role.
    Fact(FactId),
    /// The day on which the case is looked at.
    AsOf,
    /// What the authority chose.
    Choice(OutcomeId),
    /// Who holds a role.
    Person(RoleId),
}

/// A name and a value of a facts text.
pub(super) struct Entry<'d> {
    pub(super) target: Target,
    pub(super) value: &'d Json<'d>,
}

/// All names and values that the policy knows, in the order of the text; what is wrong with the other names is reported.
pub(super) fn entries<'d>(
    policy: &Policy,
    document: &'d Document<'d>,
    diagnostics: &mut Diagnostics,
) -> Vec<Entry<'d>> {
    let mut walk = Walk { policy, document, diagnostics, found: Vec::new() };
    for property in walk.each_once(&document.object) {
        walk.top(property);
    }
    walk.found
}

struct Walk<'d, 'w> {
    policy: &'w Policy,
    document: &'d Document<'d>,
    diagnostics: &'w mut Diagnostics,
    found: Vec<Entry<'d>>,
}

impl<'d> Walk<'d, '_> {
    /// The properties of an object. A name that comes again is reported and left out.
    fn each_once(&mut self, object: &'d Object<'d>) -> Vec<&'d ObjectProp<'d>> {
        each_once(self.document, object, self.diagnostics)
    }

    /// A name and value of the case. What the policy declares goes before the names that have a meaning of their own.
    fn top(&mut self, property: &'d ObjectProp<'d>) {
        let (name, value) = (property.name.as_str(), &property.value);
        let fact = self.policy.fact(name).filter(|id| self.belongs_to_case(*id));
        let is_group = matches!(value, Json::Object(_));
        let role = self.role(name).filter(|_| is_group || fact.is_none());
        match (role, fact, name) {
            (Some(role), ..) => self.role_facts(role, property),
            (None, Some(id), _) => self.found.push(Entry { target: Target::Fact(id), value }),
            (None, None, AS_OF) => self.found.push(Entry { target: Target::AsOf, value }),
            (None, None, CHOSEN) => self.choices(property),
            (None, None, PERSONS) => self.persons(property),
            (None, None, _) => self.unknown_name(property),
        }
    }

    fn belongs_to_case(&self, id: FactId) -> bool {
        self.policy.facts().get(id.index()).is_some_and(|fact| fact.name.role().is_none())
    }

    fn role(&self, name: &str) -> Option<RoleId> {
        self.policy.roles().iter().position(|role| role.name == name).map(RoleId::new)
    }

    fn role_name(&self, role: RoleId) -> &str {
        self.policy.roles().get(role.index()).map_or("", |role| role.name.as_str())
    }

    /// `"leader": {"knew": true}`.
    fn role_facts(&mut self, role: RoleId, property: &'d ObjectProp<'d>) {
        let role_name = self.role_name(role).to_owned();
        for property in self.group(property, "role") {
            let name = property.name.as_str();
            match self.policy.fact(&QualifiedName::new(name, Some(&role_name))) {
                Some(id) => self.found.push(Entry { target: Target::Fact(id), value: &property.value }),
                None => {
                    let of_role =
                        self.policy.facts().iter().filter(|fact| fact.name.role() == Some(role_name.as_str()));
                    let suggestion = nearest(name, of_role.map(|fact| fact.name.own()));
                    let diagnostic = unknown("of-role", name).with("owner", role_name.as_str());
                    self.report_name(suggesting(diagnostic, suggestion.map(str::to_owned)), property);
                }
            }
        }
    }

    /// `"chosen": {"sanction of driver": "demotion"}`.
    fn choices(&mut self, property: &'d ObjectProp<'d>) {
        for property in self.group(property, "chosen") {
            let name = property.name.as_str();
            match self.policy.outcomes().iter().position(|outcome| outcome.name.as_str() == name) {
                Some(index) => {
                    self.found.push(Entry { target: Target::Choice(OutcomeId::new(index)), value: &property.value });
                }
                None => {
                    let outcomes = self.policy.outcomes();
                    let mut same = outcomes.iter().filter(|outcome| outcome.name.own() == name);
                    let suggestion = match (same.next(), same.next()) {
                        (Some(only), None) => Some(only.name.as_str()),
                        _ => nearest(name, outcomes.iter().map(|outcome| outcome.name.as_str())),
                    };
                    self.report_name(suggesting(unknown("outcome", name), suggestion.map(str::to_owned)), property);
                }
            }
        }
    }

    /// `"persons": {"driver": "Li Ming"}`.
    fn persons(&mut self, property: &'d ObjectProp<'d>) {
        for property in self.group(property, "persons") {
            let name = property.name.as_str();
            let Some(role) = self.role(name) else {
                let suggestion = nearest(name, self.policy.roles().iter().map(|role| role.name.as_str()));
                self.report_name(suggesting(unknown("role", name), suggestion.map(str::to_owned)), property);
                continue;
            };
            match &property.value {
                Json::StringLit(_) | Json::NullKeyword(_) => {
                    self.found.push(Entry { target: Target::Person(role), value: &property.value });
                }
                other => {
                    let written = self.document.written(other);
                    self.report_value(wrong_shape(self.role_name(role), "person", written), other);
                }
            }
        }
    }

    /// The properties of a value that has to be an object; none, and a complaint, where it is something else.
    fn group(&mut self, property: &'d ObjectProp<'d>, reason: &'static str) -> Vec<&'d ObjectProp<'d>> {
        match &property.value {
            Json::Object(object) => self.each_once(object),
            Json::NullKeyword(_) => Vec::new(),
            other => {
                let diagnostic = wrong_shape(property.name.as_str(), reason, self.document.written(other));
                self.report_value(diagnostic, other);
                Vec::new()
            }
        }
    }

    fn unknown_name(&mut self, property: &'d ObjectProp<'d>) {
        let name = property.name.as_str();
        let facts = self.policy.facts();
        // The fact of a role, under its whole name or without its role.
        let whole = self.policy.fact(name).and_then(|id| facts.get(id.index()));
        let mut own = facts.iter().filter(|fact| fact.name.own() == name);
        let of_role = whole.or(match (own.next(), own.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        });
        let diagnostic = unknown("case", name);
        let diagnostic = match of_role.and_then(|fact| Some((fact.name.own(), fact.name.role()?))) {
            Some((own, role)) => diagnostic.with("nested", format!("\"{role}\": {{\"{own}\": …}}")).help("nest"),
            None => {
                let of_case = facts.iter().filter(|fact| fact.name.role().is_none()).map(|fact| fact.name.as_str());
                let roles = self.policy.roles().iter().map(|role| role.name.as_str());
                let known = of_case.chain(roles).chain([AS_OF, CHOSEN, PERSONS]);
                suggesting(diagnostic, nearest(name, known).map(str::to_owned))
            }
        };
        self.report_name(diagnostic, property);
    }

    fn report_name(&mut self, diagnostic: Diagnostic, property: &ObjectProp<'_>) {
        self.report(diagnostic, self.document.span(&property.name));
    }

    fn report_value(&mut self, diagnostic: Diagnostic, value: &Json<'_>) {
        self.report(diagnostic, self.document.span(value));
    }

    fn report(&mut self, diagnostic: Diagnostic, place: Span) {
        if self.diagnostics.len() < MAX_DIAGNOSTICS && !self.document.is_spoilt(place) {
            self.diagnostics.push(diagnostic.at(place));
        }
    }
}

/// A value that has to be an object or a text, and is something else.
fn wrong_shape(name: &str, reason: &'static str, written: &str) -> Diagnostic {
    let diagnostic = Diagnostic::without_place(Code::FactType).with("name", shown(name)).with("reason", reason);
    diagnostic.with("found", shown(written)).with("wanted", "object")
}

/// The properties of an object. A name that comes again is reported and left out.
pub(super) fn each_once<'d>(
    document: &Document<'_>,
    object: &'d Object<'d>,
    diagnostics: &mut Diagnostics,
) -> Vec<&'d ObjectProp<'d>> {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut kept = Vec::with_capacity(object.properties.len());
    for property in &object.properties {
        let (name, place) = (property.name.as_str(), document.span(&property.name));
        match first.get(name) {
            Some(first) if diagnostics.len() < MAX_DIAGNOSTICS => {
                let diagnostic = Diagnostic::new(Code::DuplicateFact, place).with("name", shown(name));
                diagnostics.push(diagnostic.label(*first, "first"));
            }
            Some(_) => {}
            None => {
                first.insert(name, place);
                kept.push(property);
            }
        }
    }
    kept
}
