//! From trees to a checked policy: declarations, then expressions, then clauses, then what cites them.
//!
//! Every fault is reported once: whatever depends on a faulty piece is left out quietly, and a name that a piece
//! mentions which could not be read is not called unknown.

mod clauses;
mod declarations;
mod expressions;
mod outline;
mod overrides;
mod statements;
mod tests;
mod units;

use super::handle::PolicyData;
use super::ids::{BodyId, ClauseId, DefineId, EnumerationId, FactId, MemberIndex, OutcomeId};
use super::load::{Completeness, Loaded};
use super::model::{Labels, ValueName};
use super::value::Type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety, nearest};
use crate::source::Span;
use crate::syntax::ast::{Item, Label, LabelLanguage, Name};
use crate::syntax::ClausePath;
use std::collections::{BTreeMap, BTreeSet};

/// Checks what the files of a policy say. Gives the policy's data, which can be used where nothing is wrong, and the
/// errors; those that were found on reading the files are not among them.
pub(super) fn resolve(loaded: &Loaded, default_name: &str) -> (PolicyData, Diagnostics) {
    let mut resolver = Resolver::new(loaded);
    resolver.run(&loaded.items, default_name);
    (resolver.data, resolver.diagnostics)
}

/// What a name in an expression stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NameKind {
    Fact(FactId),
    Define(DefineId),
    Outcome(OutcomeId),
}

struct Resolver<'p> {
    loaded: &'p Loaded,
    diagnostics: Diagnostics,
    data: PolicyData,
    types: BTreeMap<String, (EnumerationId, Span)>,
    /// Facts, defines and outcomes share one space of names.
    values: BTreeMap<String, (NameKind, Span)>,
    bodies: BTreeMap<String, (BodyId, Span)>,
    roles: BTreeMap<String, Span>,
    /// The types of the defines that were understood.
    define_types: BTreeMap<DefineId, Type>,
    cyclic_defines: BTreeSet<DefineId>,
    /// Facts and outcomes whose type is at fault: what mentions them is left out quietly.
    untyped: BTreeSet<FactId>,
    untyped_outcomes: BTreeSet<OutcomeId>,
    /// Which enumerations have a member of this name.
    members: BTreeMap<String, Vec<(EnumerationId, MemberIndex)>>,
    clauses: BTreeMap<ClausePath, ClauseId>,
    /// Clauses in which something was at fault: what they hold is not fully known.
    faulty: BTreeSet<ClausePath>,
    units: units::Units,
    /// Names that have been called unknown.
    unknown_names: BTreeSet<(Code, String)>,
}

impl<'p> Resolver<'p> {
    fn new(loaded: &'p Loaded) -> Self {
        Self {
            loaded,
            diagnostics: Diagnostics::new(),
            data: PolicyData::default(),
            types: BTreeMap::new(),
            values: BTreeMap::new(),
            bodies: BTreeMap::new(),
            roles: BTreeMap::new(),
            define_types: BTreeMap::new(),
            cyclic_defines: BTreeSet::new(),
            untyped: BTreeSet::new(),
            untyped_outcomes: BTreeSet::new(),
            members: BTreeMap::new(),
            clauses: BTreeMap::new(),
            faulty: BTreeSet::new(),
            units: units::Units::default(),
            unknown_names: BTreeSet::new(),
        }
    }

    fn run(&mut self, items: &[Item], default_name: &str) {
        self.declare(items, default_name);
        self.resolve_defines(items);
        self.resolve_assumptions(items);
        let statements = self.collect_clauses(items);
        self.resolve_statements(&statements);
        self.resolve_outline(items);
        self.resolve_tests(items);
        self.settle_units();
        self.list_names();
    }

    /// Enters the names that must be told apart; those of members are entered with their types.
    fn list_names(&mut self) {
        let name = |(text, span): (&String, Span)| ValueName { text: text.clone(), span };
        let spaces: [Vec<ValueName>; 4] = [
            self.values.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.types.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.bodies.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.roles.iter().map(|(text, span)| name((text, *span))).collect(),
        ];
        for mut space in spaces {
            space.sort_by_key(|name| name.span);
            self.data.name_spaces.push(space);
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether the word may be declared in a file or a piece of a file that could not be read.
    fn may_be_declared(&self, word: &str) -> bool {
        self.loaded.completeness == Completeness::Partial || self.loaded.unread_words.contains(word)
    }

    /// Reports a name that nothing declares, with the candidate that was probably meant.
    fn unknown<'c>(&mut self, code: Code, name: &str, span: Span, candidates: impl IntoIterator<Item = &'c str>) {
        // One missing declaration is one fault, however often the name is used.
        if self.may_be_declared(name) || !self.unknown_names.insert((code, name.to_owned())) {
            return;
        }
        let mut diagnostic = Diagnostic::new(code, span).with("name", name);
        if let Some(suggestion) = nearest(name, candidates) {
            diagnostic = diagnostic.with("suggestion", suggestion).help("suggest");
            diagnostic = diagnostic.fix(Safety::Unsafe, span, suggestion);
        }
        self.report(diagnostic);
    }

    fn body(&mut self, name: &Name) -> Option<BodyId> {
        if let Some((id, _)) = self.bodies.get(&name.text) {
            return Some(*id);
        }
        let candidates: Vec<String> = self.bodies.keys().cloned().collect();
        self.unknown(Code::UnknownBody, &name.text, name.span(), candidates.iter().map(String::as_str));
        None
    }

    fn all_bodies(&mut self, names: &[Name]) -> Option<Vec<BodyId>> {
        let found: Vec<Option<BodyId>> = names.iter().map(|name| self.body(name)).collect();
        found.into_iter().collect()
    }

    fn outcome(&mut self, name: &Name) -> Option<OutcomeId> {
        self.value_named(name, "outcome", Code::UnknownOutcome, |kind| match kind {
            NameKind::Outcome(id) => Some(id),
            NameKind::Fact(_) | NameKind::Define(_) => None,
        })
    }

    fn fact(&mut self, name: &Name) -> Option<FactId> {
        self.value_named(name, "fact", Code::UnknownName, |kind| match kind {
            NameKind::Fact(id) => Some(id),
            NameKind::Define(_) | NameKind::Outcome(_) => None,
        })
    }

    /// What a name stands for, where it must be of one kind; `pick` knows that kind.
    fn value_named<T>(
        &mut self,
        name: &Name,
        wanted: &'static str,
        unknown: Code,
        pick: fn(NameKind) -> Option<T>,
    ) -> Option<T> {
        if let Some((kind, declared)) = self.values.get(&name.text).copied() {
            let found = pick(kind);
            if found.is_none() {
                let diagnostic = Diagnostic::new(Code::WrongKindOfName, name.span()).with("name", name.text.as_str());
                self.report(diagnostic.with("wanted", wanted).label(declared, "declared"));
            }
            return found;
        }
        let of_kind = self.values.iter().filter(|(_, (kind, _))| pick(*kind).is_some());
        let candidates: Vec<String> = of_kind.map(|(name, _)| name.clone()).collect();
        self.unknown(unknown, &name.text, name.span(), candidates.iter().map(String::as_str));
        None
    }

    /// A type as the author would write it.
    fn type_name(&self, value_type: Type) -> String {
        match value_type {
            Type::Bool => "bool".to_owned(),
            Type::Int => "int".to_owned(),
            Type::Decimal => "decimal".to_owned(),
            Type::Money => "money".to_owned(),
            Type::Date => "date".to_owned(),
            Type::Duration => "duration".to_owned(),
            Type::Enumeration(id) => {
                self.data.enumerations.get(id.index()).map_or_else(String::new, |found| found.name.clone())
            }
        }
    }
}

fn labels(labels: &[Label]) -> Labels {
    let mut found = Labels::default();
    for label in labels {
        let slot = match label.language {
            LabelLanguage::Any => &mut found.any,
            LabelLanguage::English => &mut found.english,
            LabelLanguage::Chinese => &mut found.chinese,
        };
        slot.get_or_insert_with(|| label.text.value.clone());
    }
    found
}
