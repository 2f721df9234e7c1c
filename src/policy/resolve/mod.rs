//! From trees to a checked policy: declarations, then expressions, then clauses, then what cites them.
//!
//! Every fault is reported once: whatever depends on a faulty piece is left out quietly, and a name that a piece
//! mentions which could not be read is not called unknown.

mod allows;
mod clauses;
mod contributions;
mod declarations;
mod defines;
mod duties;
mod effects;
mod expressions;
mod folds;
mod memberships;
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

use super::handle::PolicyData;
use super::ids::{
    BodyId, ClauseId, DefineId, DutyId, EnumerationId, FactId, MemberIndex, OutcomeId, ParamId, ProcedureId, RecordId,
    RoleId,
};
use super::load::{Completeness, Loaded};
use super::model::{Labels, ValueName};
use super::value::Type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceId, Span};
use crate::syntax::ClausePath;
use crate::syntax::ast::{Item, Label, LabelLanguage};
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
    completeness: Completeness,
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
    /// Whether an actor of a step or a level of a hierarchy is unknown, so that the next level may be too.
    levels_faulty: bool,
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
    fn new(loaded: &Loaded) -> Self {
        Self { unread_words: loaded.unread_words.clone(), completeness: loaded.completeness, ..Self::default() }
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
        self.list_names(items);
    }

    /// Enters the names that must be told apart; those of members are entered with their types. What a used file
    /// declares stands before what its user does, whichever text was read first.
    fn list_names(&mut self, items: &[Item]) {
        let mut texts: Vec<SourceId> = items.iter().map(|item| item.span().source).collect();
        texts.dedup();
        let order = |span: Span| (texts.iter().position(|text| *text == span.source), span);
        let name = |(text, span): (&String, Span)| ValueName { text: text.clone(), span };
        let spaces: [Vec<ValueName>; 5] = [
            self.values.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.types.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.bodies.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.roles.iter().map(|(text, (_, span))| name((text, *span))).collect(),
            self.duties.iter().map(|(text, (_, span))| name((text, *span))).collect(),
        ];
        for mut space in spaces {
            space.sort_by_key(|name| order(name.span));
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

/// The labels of a declaration, each language once.
pub(in crate::policy) fn labels(labels: &[Label]) -> Labels {
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
