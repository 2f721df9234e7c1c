//! What names stand for, and what to say where they stand for nothing.

use super::{Completeness, NameKind, Resolver};
use crate::diagnostic::{Code, Diagnostic, Safety, nearest};
use crate::policy::ids::{BodyId, FactId, OutcomeId, RoleId};
use crate::policy::model::{Party, QualifiedName};
use crate::source::Span;
use crate::syntax::ast::{Name, Reference};
use crate::syntax::joined;

impl Resolver {
    /// Whether the word may be declared in a file or a piece of a file that could not be read.
    pub(super) fn may_be_declared(&self, word: &str) -> bool {
        self.completeness == Completeness::Partial || self.unread_words.contains(word)
    }

    /// Reports a name that nothing declares, with the candidate that was probably meant.
    pub(super) fn unknown<'c>(
        &mut self,
        code: Code,
        name: &str,
        span: Span,
        candidates: impl IntoIterator<Item = &'c str>,
    ) {
        let candidates: Vec<&str> = candidates.into_iter().collect();
        let nearest = nearest(name, candidates.iter().copied());
        let suggestion = nearest.map(str::to_owned).or_else(|| self.taken_apart(name));
        self.unknown_but_for(code, name, span, suggestion.as_deref());
    }

    /// A name that consists of known ones and of keywords, with blanks.
    pub(super) fn taken_apart(&self, name: &str) -> Option<String> {
        let known: Vec<&str> = self.values.keys().chain(self.members.keys()).map(String::as_str).collect();
        joined::taken_apart(name, &known)
    }

    /// Reports a name that nothing has, and what was probably meant.
    pub(super) fn unknown_but_for(&mut self, code: Code, name: &str, span: Span, suggestion: Option<&str>) {
        // One missing declaration is one fault, however often the name is used.
        if self.may_be_declared(name) || !self.unknown_names.insert((code, name.to_owned())) {
            return;
        }
        let mut diagnostic = Diagnostic::new(code, span).with("name", name);
        if let Some(suggestion) = suggestion {
            diagnostic = diagnostic.with("suggestion", suggestion).help("suggest");
            diagnostic = diagnostic.fix(Safety::Unsafe, span, suggestion);
        }
        self.report(diagnostic);
    }

    pub(super) fn body(&mut self, name: &Name) -> Option<BodyId> {
        if let Some((id, _)) = self.bodies.get(&name.text) {
            return Some(*id);
        }
        let candidates: Vec<String> = self.bodies.keys().cloned().collect();
        self.unknown(Code::UnknownBody, &name.text, name.span(), candidates.iter().map(String::as_str));
        None
    }

    pub(super) fn all_bodies(&mut self, names: &[Name]) -> Option<Vec<BodyId>> {
        let found: Vec<Option<BodyId>> = names.iter().map(|name| self.body(name)).collect();
        found.into_iter().collect()
    }

    pub(super) fn role(&mut self, name: &Name) -> Option<RoleId> {
        if let Some((id, _)) = self.roles.get(&name.text) {
            return Some(*id);
        }
        let candidates: Vec<String> = self.roles.keys().cloned().collect();
        self.unknown(Code::UnknownRole, &name.text, name.span(), candidates.iter().map(String::as_str));
        None
    }

    /// A body, or whoever holds a role.
    pub(super) fn party(&mut self, name: &Name) -> Option<Party> {
        if let Some((id, _)) = self.bodies.get(&name.text) {
            return Some(Party::Body(*id));
        }
        if let Some((id, _)) = self.roles.get(&name.text) {
            return Some(Party::Role(*id));
        }
        let candidates: Vec<String> = self.bodies.keys().chain(self.roles.keys()).cloned().collect();
        self.unknown(Code::UnknownBody, &name.text, name.span(), candidates.iter().map(String::as_str));
        None
    }

    pub(super) fn all_parties(&mut self, names: &[Name]) -> Option<Vec<Party>> {
        let found: Vec<Option<Party>> = names.iter().map(|name| self.party(name)).collect();
        found.into_iter().collect()
    }

    /// The whole name of what a declaration declares. An unknown role is reported here; what is declared of it exists
    /// all the same, so that its uses are not called unknown.
    pub(super) fn declared_name(&mut self, name: &Name, of: Option<&Name>) -> QualifiedName {
        if let Some(role) = of {
            self.role(role);
        }
        QualifiedName::new(&name.text, of.map(|role| role.text.as_str()))
    }

    pub(super) fn outcome(&mut self, reference: &Reference) -> Option<OutcomeId> {
        self.value_named(reference, "outcome", Code::UnknownOutcome, |kind| match kind {
            NameKind::Outcome(id) => Some(id),
            NameKind::Fact(_) | NameKind::Define(_) | NameKind::Param(_) => None,
        })
    }

    pub(super) fn fact(&mut self, reference: &Reference) -> Option<FactId> {
        self.value_named(reference, "fact", Code::UnknownName, |kind| match kind {
            NameKind::Fact(id) => Some(id),
            NameKind::Define(_) | NameKind::Outcome(_) | NameKind::Param(_) => None,
        })
    }

    /// What a name stands for, where it must be of one kind; `pick` knows that kind.
    fn value_named<T>(
        &mut self,
        reference: &Reference,
        wanted: &'static str,
        unknown: Code,
        pick: fn(NameKind) -> Option<T>,
    ) -> Option<T> {
        let whole = reference.to_string();
        if let Some((kind, declared)) = self.values.get(&whole).copied() {
            let found = pick(kind);
            if found.is_none() {
                let diagnostic = Diagnostic::new(Code::WrongKindOfName, reference.span()).with("name", whole);
                self.report(diagnostic.with("wanted", wanted).label(declared, "declared"));
            }
            return found;
        }
        let of_kind = self.values.iter().filter(|(_, (kind, _))| pick(*kind).is_some());
        let candidates: Vec<String> = of_kind.map(|(name, _)| name.clone()).collect();
        self.unknown_reference(unknown, reference, &candidates);
        None
    }

    /// Reports a name that nothing declares: because its role is unknown, because it belongs to a role that is not
    /// named, or because there is no such name at all.
    pub(super) fn unknown_reference(&mut self, code: Code, reference: &Reference, candidates: &[String]) {
        if self.may_be_declared(&reference.name.text) {
            return;
        }
        if let Some(role) = &reference.of
            && self.role(role).is_none()
        {
            return;
        }
        let of_roles: Vec<&String> =
            candidates.iter().filter(|name| is_of_some_role(name, &reference.name.text)).collect();
        if reference.of.is_none()
            && let Some(first) = of_roles.first()
        {
            let names: Vec<&str> = of_roles.iter().map(|name| name.as_str()).collect();
            let diagnostic = Diagnostic::new(Code::RoleMissing, reference.span());
            let diagnostic = diagnostic.with("name", reference.name.text.as_str()).with("names", names.join(", "));
            let safety = Safety::Unsafe;
            self.report(diagnostic.fix(safety, reference.span(), first.as_str()));
            return;
        }
        let whole = reference.to_string();
        self.unknown(code, &whole, reference.span(), candidates.iter().map(String::as_str));
    }
}

/// Whether `whole` is `own of ROLE`.
fn is_of_some_role(whole: &str, own: &str) -> bool {
    whole.strip_prefix(own).is_some_and(|rest| rest.starts_with(" of "))
}
