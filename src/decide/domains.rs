//! The finite abstraction of what is not known: the variables of the diagrams, each with the values that stand for all
//! others.
//!
//! A bool, enum or scale has its members. A number, amount, date or period is cut at the values that conditions compare
//! it with (see `cuts`); an unknown day may also be `never`. The fields of a record are variables too: what they can be
//! is the same for every record of a list, and each record is looked at by itself (see `lists`).
//!
//! Conditions that are of no form that can be cut (products of unknown facts, sums of three, months between two unknown
//! days) become variables themselves: they may hold or not. That is exact where one side of the condition is a fact that
//! no other condition mentions, for it can be anything then; elsewhere the answer is called approximate.

use super::cuts::Cuts;
use super::evaluate::Evaluator;
use super::facts::Facts;
use super::forms::{Key, Reader, value_at};
use super::free::Freedom;
use super::mentions::{Leaves, Mentions};
use crate::policy::{
    Expr, ExprKind, FactId, FieldIndex, FoldId, MemberIndex, OutcomeId, PolicyData, Record, RecordId, Type, Value, Walk,
};
use crate::source::limits::MAX_OPEN_RECORDS;
use crate::syntax::ast::FoldKind;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a variable of the diagrams stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Fact(FactId),
    Field(RecordId, FieldIndex),
    /// What the folds over a list come to.
    List(FactId),
    /// What the authority chooses.
    Choice(OutcomeId),
    /// A condition that cannot be cut, and the facts that bear on it.
    Opaque(BTreeSet<FactId>),
}

/// A condition that cannot be cut.
pub(super) struct Inexact<'a> {
    /// The fields that are unknown where it is met inside a fold; `None` outside.
    pattern: Option<Vec<bool>>,
    pub(super) expr: &'a Expr,
    /// Whether it can hold or not, whatever else is the case.
    pub(super) is_free: bool,
    /// It is false where this never happened.
    pub(super) guard: Option<Key>,
    pub(super) level: u32,
}

/// A list that some open condition reads.
pub(super) struct ListPlan<'a> {
    pub(super) list: FactId,
    pub(super) of: RecordId,
    /// The folds over it that are not known.
    pub(super) folds: Vec<FoldId>,
    /// Its records; `None` where the list is not known.
    pub(super) records: Option<&'a [Record]>,
    /// A record of which nothing is known.
    pub(super) unknown: Record,
    /// Whether it can be looked at record by record.
    pub(super) is_readable: bool,
}

/// The variables for what is not known, in the order of the diagrams: facts, conditions that cannot be cut, fields.
pub(super) struct Domains<'a> {
    pub(super) subjects: Vec<Subject>,
    values: Vec<Vec<Value>>,
    levels: BTreeMap<Key, u32>,
    pub(super) inexact: Vec<Inexact<'a>>,
    /// The levels of fields and of conditions on them.
    pub(super) of_records: std::ops::Range<u32>,
    pub(super) lists: Vec<ListPlan<'a>>,
    /// The values of folds that stand for all others.
    pub(super) fold_points: BTreeMap<FoldId, Vec<Value>>,
    /// Folds whose value is compared with something else that is not known.
    pub(super) paired_folds: BTreeSet<FoldId>,
}

impl<'a> Domains<'a> {
    pub(super) fn new(
        data: &'a PolicyData,
        facts: &'a Facts,
        evaluator: &'a Evaluator<'a>,
        mentions: &Mentions<'a>,
    ) -> Self {
        let reader = Reader { data, facts, evaluator, record: None };
        let mut cuts = Cuts::default();
        let mut inexact: Vec<Inexact<'a>> = Vec::new();
        for atom in &mentions.atoms {
            if !matches!(evaluator.known_value(atom), Ok(Some(_))) && cuts.read(&reader, atom).is_none() {
                note_inexact(&mut inexact, None, atom);
            }
        }
        let mut lists = Vec::new();
        for (list, folds) in &mentions.lists {
            let Some(mut plan) = ListPlan::new(data, facts, *list, folds) else { continue };
            plan.read(reader, mentions, &mut cuts, &mut inexact);
            lists.push(plan);
        }
        cut_versions(data, mentions, &mut cuts);
        let fields = fields(data, &lists);
        let folds: BTreeSet<FoldId> = mentions.lists.values().flatten().copied().collect();
        for id in &folds {
            let counts = |kind| matches!(kind, FoldKind::Count | FoldKind::LongestRun);
            if data.folds.get(id.index()).is_some_and(|fold| counts(fold.kind)) {
                cuts.at(Key::Fold(*id), Decimal::ZERO);
            }
        }
        let keys: BTreeSet<Key> = mentions
            .facts
            .iter()
            .map(|id| Key::Fact(*id))
            .chain(fields.iter().copied())
            .chain(folds.iter().map(|id| Key::Fold(*id)))
            .collect();
        let points = cuts.points(&reader, &keys);
        if !inexact.is_empty() {
            Freedom::new(reader, mentions, &lists).judge(&mut inexact);
        }
        let mut domains = Self {
            subjects: Vec::new(),
            values: Vec::new(),
            levels: BTreeMap::new(),
            inexact: Vec::new(),
            of_records: 0..0,
            lists,
            fold_points: BTreeMap::new(),
            paired_folds: folds.iter().copied().filter(|id| cuts.is_paired(Key::Fold(*id))).collect(),
        };
        for id in &folds {
            let values = values(&reader, Key::Fold(*id), &points);
            domains.fold_points.insert(*id, values);
        }
        for id in &mentions.facts {
            let key = Key::Fact(*id);
            let level = domains.add(Subject::Fact(*id), values(&reader, key, &points));
            domains.levels.insert(key, level);
        }
        let (of_records, of_case): (Vec<_>, Vec<_>) = inexact.into_iter().partition(|found| found.pattern.is_some());
        for found in of_case {
            let asked = Leaves::asked(data, facts, evaluator, found.expr);
            let level = domains.add(Subject::Opaque(asked), Vec::new());
            domains.inexact.push(Inexact { level, ..found });
        }
        let first = domains.next_level();
        for key in fields {
            let Key::Field(of, field) = key else { continue };
            let level = domains.add(Subject::Field(of, field), values(&reader, key, &points));
            domains.levels.insert(key, level);
        }
        for found in of_records {
            let level = domains.add(Subject::Opaque(BTreeSet::new()), Vec::new());
            domains.inexact.push(Inexact { level, ..found });
        }
        domains.of_records = first..domains.next_level();
        domains
    }

    /// Adds a variable; one without values has two, as a condition has.
    pub(super) fn add(&mut self, subject: Subject, values: Vec<Value>) -> u32 {
        let level = self.next_level();
        self.subjects.push(subject);
        self.values.push(values);
        level
    }

    fn next_level(&self) -> u32 {
        u32::try_from(self.subjects.len()).unwrap_or(u32::MAX)
    }

    /// How many values the variables have, in order.
    pub(super) fn sizes(&self) -> Vec<usize> {
        let size = |(subject, values): (&Subject, &Vec<Value>)| match subject {
            Subject::Fact(_) | Subject::Field(..) => values.len(),
            Subject::Opaque(_) | Subject::List(_) | Subject::Choice(_) => 2,
        };
        self.subjects.iter().zip(&self.values).map(size).collect()
    }

    /// The level of a fact or a field.
    pub(super) fn level(&self, key: Key) -> Option<u32> {
        self.levels.get(&key).copied()
    }

    /// What a level stands for.
    pub(super) fn subject(&self, level: u32) -> Option<&Subject> {
        self.subjects.get(level as usize)
    }

    /// The values of a fact or a field.
    pub(super) fn values(&self, level: u32) -> &[Value] {
        self.values.get(level as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// The entry of a condition that cannot be cut, with the record at hand.
    pub(super) fn inexact(&self, expr: &Expr, record: Option<&Record>) -> Option<&Inexact<'a>> {
        let pattern = record.map(pattern);
        self.inexact.iter().find(|found| found.pattern == pattern && found.expr.means(expr))
    }
}

/// Which fields of a record are unknown.
fn pattern(record: &Record) -> Vec<bool> {
    record.iter().map(Option::is_none).collect()
}

fn note_inexact<'a>(inexact: &mut Vec<Inexact<'a>>, record: Option<&Record>, expr: &'a Expr) {
    let pattern = record.map(pattern);
    if !inexact.iter().any(|found| found.pattern == pattern && found.expr.means(expr)) {
        inexact.push(Inexact { pattern, expr, is_free: false, guard: None, level: 0 });
    }
}

impl Inexact<'_> {
    /// Whether a field is unknown where the condition is met; of no condition outside of folds.
    pub(super) fn has_unknown(&self, field: FieldIndex) -> bool {
        self.pattern.as_ref().and_then(|pattern| pattern.get(field.index())).copied().unwrap_or(false)
    }

    /// Whether it stands inside a fold.
    pub(super) fn is_of_record(&self) -> bool {
        self.pattern.is_some()
    }
}

impl<'a> ListPlan<'a> {
    fn new(data: &'a PolicyData, facts: &'a Facts, list: FactId, folds: &BTreeSet<FoldId>) -> Option<Self> {
        let Type::List(of) = data.facts.get(list.index())?.kind else { return None };
        let fields = data.records.get(of.index())?.fields.len();
        let records: Option<&[Record]> = match facts.get(list) {
            Some(Value::List(_, records)) => Some(records),
            _ => None,
        };
        Some(Self {
            list,
            of,
            folds: folds.iter().copied().collect(),
            records,
            unknown: vec![None; fields].into_boxed_slice(),
            is_readable: true,
        })
    }

    /// The records of which something that matters is not known; of an unknown list one that stands for all.
    fn open_records(&self, reader: &Reader<'_>) -> Vec<&Record> {
        let Some(records) = self.records else { return vec![&self.unknown] };
        let open = |record: &&Record| self.folds.iter().any(|id| is_open(reader, *id, record));
        records.iter().filter(open).take(MAX_OPEN_RECORDS + 1).collect()
    }

    /// Takes note of the cuts that conditions on the records make.
    fn read(&mut self, reader: Reader<'_>, mentions: &Mentions<'a>, cuts: &mut Cuts, inexact: &mut Vec<Inexact<'a>>) {
        let open = self.open_records(&reader);
        if open.len() > MAX_OPEN_RECORDS {
            self.is_readable = false;
            return;
        }
        for record in open {
            let reader = Reader { record: Some((self.of, record)), ..reader };
            let own = mentions.record_atoms.iter().filter(|(fold, _)| self.folds.contains(fold));
            for (_, atom) in own {
                let is_known = matches!(reader.evaluator.value(atom, Some(record)), Ok(Some(_)));
                if !is_known && cuts.read(&reader, atom).is_none() {
                    note_inexact(inexact, Some(record), atom);
                }
            }
        }
    }
}

/// Whether what a record adds to a fold is not known.
pub(super) fn is_open(reader: &Reader<'_>, id: FoldId, record: &Record) -> bool {
    let Some(fold) = reader.data.folds.get(id.index()) else { return false };
    match reader.evaluator.counts(fold, record) {
        Ok(super::evaluate::Truth::False) => false,
        Ok(super::evaluate::Truth::True) => {
            let value = |summand: &Expr| reader.evaluator.value(summand, Some(record));
            fold.summand.as_ref().is_some_and(|summand| !matches!(value(summand), Ok(Some(_))))
        }
        Ok(super::evaluate::Truth::Unknown) | Err(_) => true,
    }
}

/// Cuts the day that the policy is dated by at the days on which parameters change.
fn cut_versions(data: &PolicyData, mentions: &Mentions<'_>, cuts: &mut Cuts) {
    let Some(dated_by) = data.dated_by.filter(|fact| mentions.facts.contains(fact)) else { return };
    for (from, _) in data.params.iter().flat_map(|param| &param.versions) {
        if let Some(at) = from.and_then(|day| super::forms::position(&Value::Date(day))) {
            cuts.at(Key::Fact(dated_by), at);
        }
    }
}

/// The fields that the open folds over some lists mention.
fn fields(data: &PolicyData, lists: &[ListPlan<'_>]) -> BTreeSet<Key> {
    let mut fields = BTreeSet::new();
    for plan in lists.iter().filter(|plan| plan.is_readable) {
        let mut walk = Walk::new(data);
        for condition in plan.folds.iter().filter_map(|id| data.folds.get(id.index())?.condition.as_ref()) {
            walk.visit(condition, &mut |expr| {
                if let ExprKind::Field(field) = &expr.kind {
                    fields.insert(Key::Field(plan.of, *field));
                }
            });
        }
    }
    fields
}

/// The values that stand for all that a key can be.
fn values(reader: &Reader<'_>, key: Key, points: &BTreeMap<Key, Vec<Decimal>>) -> Vec<Value> {
    let Some(kind) = reader.kind(key) else { return Vec::new() };
    match kind {
        Type::Bool => vec![Value::Bool(false), Value::Bool(true)],
        Type::Enumeration(of) => {
            let members = reader.data.enumerations.get(of.index()).map_or(0, |of| of.members.len());
            (0..members).map(|index| Value::Member(of, MemberIndex::new(index))).collect()
        }
        _ => {
            let unit = reader.unit(key);
            let found = points.get(&key).map(Vec::as_slice).unwrap_or_default();
            let values = found.iter().filter_map(|point| value_at(*point, kind, unit.as_ref()));
            values.chain((kind == Type::Date).then_some(Value::Never)).collect()
        }
    }
}
