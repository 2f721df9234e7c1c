//! From trees to a checked policy: declarations, then expressions, then clauses, then what cites them.
//!
//! Every fault is reported once: whatever depends on a faulty piece is left out quietly, and a name that a piece
//! mentions which could not be read is not called unknown.

mod clauses;
mod contributions;
mod declarations;
mod defines;
mod duties;
mod effects;
mod expressions;
mod folds;
mod names;
mod order;
mod outcome_order;
mod outcome_tests;
mod outline;
mod overrides;
mod procedures;
mod statements;
mod test_events;
mod tests;
mod units;
mod values;
mod versions;

use super::handle::{Policy, PolicyData};
use super::ids::{
    BodyId, ClauseId, DefineId, DutyId, EnumerationId, FactId, MemberIndex, OutcomeId, ParamId, ProcedureId, RecordId,
    RoleId,
};
use super::model::{Labels, ValueName};
use super::value::Type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceId, SourceMap, Span};
use crate::syntax::ast::{Item, Label, LabelLanguage};
use crate::syntax::{ClausePath, Parsed, parse};
use std::collections::{BTreeMap, BTreeSet};

/// What checking a text gives: the policy, if nothing is wrong with it, and all that there is to say.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The policy; `None` where an error was found.
    pub policy: Option<Policy>,
    /// Errors, in the order of the text.
    pub diagnostics: Diagnostics,
    /// The texts that the diagnostics point into.
    pub sources: SourceMap,
}

/// Parses and checks one text. `name` is the name it is shown under, usually a path.
#[must_use]
pub fn check_text(name: &str, text: &str) -> Checked {
    check_sources(SourceMap::single(name, text))
}

/// Parses and checks the first text of a map.
#[must_use]
pub fn check_sources(sources: SourceMap) -> Checked {
    let (policy, diagnostics) = check_source(&sources, SourceId::default());
    Checked { policy, diagnostics, sources }
}

/// Parses and checks one text of a map. Gives the policy, where nothing is wrong with it, and the errors.
#[must_use]
pub fn check_source(sources: &SourceMap, id: SourceId) -> (Option<Policy>, Diagnostics) {
    let (name, text) = sources.get(id).map_or(("", ""), |source| (source.name(), source.text()));
    resolve(stem(name), vec![parse(id, text)])
}

/// Checks files that make up one policy: each after those it uses, the policy's own file last.
pub(crate) fn resolve(default_name: &str, files: Vec<Parsed>) -> (Option<Policy>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let (mut items, mut unread_words) = (Vec::new(), BTreeSet::new());
    for file in files {
        diagnostics.extend(file.diagnostics);
        items.extend(file.ast.items);
        unread_words.extend(file.unread_words);
    }
    let mut resolver = Resolver::new(unread_words);
    resolver.run(&items, default_name);
    let Resolver { data, diagnostics: found, .. } = resolver;
    diagnostics.extend(found);
    diagnostics.sort();
    let policy = (!diagnostics.has_errors()).then(|| Policy::new(data));
    (policy, diagnostics)
}

/// The file name of a path without its ending: the name of a policy that has no header.
fn stem(path: &str) -> &str {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    file.strip_suffix(".policy").unwrap_or(file)
}

/// What a name in an expression stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NameKind {
    Fact(FactId),
    Define(DefineId),
    Outcome(OutcomeId),
    Param(ParamId),
}

/// What a name of a type stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TypeKind {
    Enumeration(EnumerationId),
    Record(RecordId),
}

#[derive(Default)]
struct Resolver {
    /// The words of pieces that could not be read: what such a piece mentions may be declared there.
    unread_words: BTreeSet<String>,
    diagnostics: Diagnostics,
    data: PolicyData,
    types: BTreeMap<String, (TypeKind, Span)>,
    /// Facts, defines, parameters, readings and outcomes share one space of names; those of a role are entered as
    /// `careless of driver`.
    values: BTreeMap<String, (NameKind, Span)>,
    bodies: BTreeMap<String, (BodyId, Span)>,
    roles: BTreeMap<String, (RoleId, Span)>,
    duties: BTreeMap<String, (DutyId, Span)>,
    /// Duties in which something was at fault: what mentions them is left out quietly.
    faulty_duties: BTreeSet<DutyId>,
    procedures: BTreeMap<String, ProcedureId>,
    /// The record whose fields can be named where the resolver is: inside a fold.
    record: Option<RecordId>,
    /// The types of the defines that were understood.
    define_types: BTreeMap<DefineId, Type>,
    cyclic_defines: BTreeSet<DefineId>,
    /// Facts and outcomes whose type is at fault: what mentions them is left out quietly.
    untyped: BTreeSet<FactId>,
    untyped_outcomes: BTreeSet<OutcomeId>,
    /// Which enumerations have a member of this name.
    members: BTreeMap<String, Vec<(EnumerationId, MemberIndex)>>,
    /// The clauses of a number: several where they are in force one after the other.
    clauses: BTreeMap<ClausePath, Vec<ClauseId>>,
    /// Clauses in which something was at fault: what they hold is not fully known.
    faulty: BTreeSet<ClausePath>,
    units: units::Units,
    /// Names that have been called unknown.
    unknown_names: BTreeSet<(Code, String)>,
}

impl Resolver {
    fn new(unread_words: BTreeSet<String>) -> Self {
        Self { unread_words, ..Self::default() }
    }

    fn run(&mut self, items: &[Item], default_name: &str) {
        self.declare(items, default_name);
        self.resolve_defines(items);
        self.resolve_assumptions(items);
        let statements = self.collect_clauses(items);
        self.resolve_procedures(&statements);
        self.resolve_duties(&statements);
        self.resolve_statements(&statements);
        self.order_outcomes();
        self.resolve_outline(items);
        self.resolve_tests(items);
        self.settle_units();
        self.list_names();
    }

    /// Enters the names that must be told apart; those of members are entered with their types.
    fn list_names(&mut self) {
        let name = |(text, span): (&String, Span)| ValueName { text: text.clone(), span };
        let spaces: [Vec<ValueName>; 5] = [
            self.values.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.types.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.bodies.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.roles.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.duties.iter().map(|(text, (_, span))| name((text, *span))).collect(),
        ];
        for mut space in spaces {
            space.sort_by_key(|name| name.span);
            self.data.name_spaces.push(space);
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
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
            Type::List(id) => {
                let record = self.data.records.get(id.index()).map_or("", |found| found.name.as_str());
                format!("list of {record}")
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
