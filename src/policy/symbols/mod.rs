//! Who is who in the text: what each name and clause number declares or mentions, and where.
//!
//! The index is made from the tree, so that it is there also where a policy has errors. What it cannot tell for sure,
//! such as a member that several scales have and no type picks, it leaves out.

mod declare;
mod expressions;
mod statements;

use super::model::Labels;
use crate::source::{SourceId, Span};
use crate::syntax::ast::Item;
use std::collections::BTreeMap;

/// A symbol of a [`SymbolIndex`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SymbolId(usize);

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SymbolKind {
    /// The policy itself.
    Policy,
    /// A scale.
    Scale,
    /// An enum.
    Enum,
    /// A member of a scale or an enum, or a way to read a reading.
    Member,
    /// A body.
    Body,
    /// A role.
    Role,
    /// A record.
    Record,
    /// A field of a record.
    Field,
    /// A fact.
    Fact,
    /// A judgement.
    Judgement,
    /// A parameter.
    Param,
    /// A reading.
    Reading,
    /// A define.
    Define,
    /// An outcome.
    Outcome,
    /// A duty, a prohibition or a right.
    Duty,
    /// A procedure.
    Procedure,
    /// A step of a procedure.
    Step,
    /// A check of a step.
    Check,
    /// What a lasting effect bars or brings about.
    Effect,
    /// A part of a measure.
    Content,
    /// An article or an item.
    Clause,
    /// A test.
    Test,
}

/// Something that a policy declares.
#[derive(Clone, Debug)]
pub struct Symbol {
    /// What it is.
    pub kind: SymbolKind,
    /// Its name without the role; of a clause its number, `8(1)`.
    pub name: String,
    /// The role it belongs to.
    pub role: Option<String>,
    /// What it is a part of: the scale of a member, the record of a field, the clause around an item.
    pub owner: Option<SymbolId>,
    /// The scale, enum or record that its values are of.
    pub value_type: Option<SymbolId>,
    /// Its labels.
    pub labels: Labels,
    /// Where its name or number stands.
    pub span: Span,
    /// Where all of its declaration stands.
    pub whole: Span,
}

impl Symbol {
    /// The name as it is written where it is used: `careless of driver`.
    #[must_use]
    pub fn full_name(&self) -> String {
        match &self.role {
            Some(role) => format!("{} of {role}", self.name),
            None => self.name.clone(),
        }
    }
}

/// One place where a symbol is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The place.
    pub span: Span,
    /// The symbol.
    pub symbol: SymbolId,
    /// Whether it is declared or mentioned there.
    pub kind: OccurrenceKind,
}

/// Whether a symbol is declared or mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OccurrenceKind {
    /// Declared.
    Declaration,
    /// Mentioned.
    Mention,
}

/// What the files of a policy say, declarations of used files first.
#[derive(Clone, Debug, Default)]
pub struct PolicyTree {
    items: Vec<Item>,
}

impl PolicyTree {
    pub(super) fn new(items: Vec<Item>) -> Self {
        Self { items }
    }

    /// What the files say.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Who is who in them.
    #[must_use]
    pub fn symbols(&self) -> SymbolIndex {
        SymbolIndex::new(&self.items)
    }
}

/// All symbols of a policy and the places where they are named.
///
/// ```
/// use policyc::policy::{SymbolIndex, SymbolKind};
/// use policyc::source::SourceId;
/// use policyc::syntax::parse;
///
/// let text = "scale 程度 { 轻 < 重 }  fact 情节: 程度  若 情节 ≥ 重 则 处理 = 警告";
/// let index = SymbolIndex::new(&parse(SourceId(0), text).ast.items);
/// let at = text.rfind("情节").unwrap_or_default();
/// let found = index.at(SourceId(0), at).map(|one| index.get(one.symbol).kind);
/// assert_eq!(found, Some(SymbolKind::Fact));
/// ```
#[derive(Clone, Debug, Default)]
pub struct SymbolIndex {
    symbols: Vec<Symbol>,
    /// In the order of their places; no two overlap.
    occurrences: Vec<Occurrence>,
    values: BTreeMap<String, SymbolId>,
    types: BTreeMap<String, SymbolId>,
    parties: BTreeMap<String, SymbolId>,
    duties: BTreeMap<String, SymbolId>,
    procedures: BTreeMap<String, SymbolId>,
    effects: BTreeMap<String, SymbolId>,
    /// Members, fields, steps and checks, by the symbol that they are a part of.
    parts: BTreeMap<(SymbolId, String), SymbolId>,
    /// The members of a name, whatever they are a part of.
    members: BTreeMap<String, Vec<SymbolId>>,
    /// The steps of a name, of whatever procedure.
    steps: BTreeMap<String, Vec<SymbolId>>,
    clauses: BTreeMap<String, SymbolId>,
}

impl SymbolIndex {
    /// The index of what files say: those that are used before those that use them.
    #[must_use]
    pub fn new(items: &[Item]) -> Self {
        let mut index = Self::default();
        declare::Declarations { index: &mut index }.all(items);
        statements::Mentions::new(&mut index).all(items);
        index.occurrences.sort_by_key(|one| (one.span, one.symbol));
        index.occurrences.dedup_by_key(|one| one.span);
        index
    }

    /// A symbol.
    ///
    /// An id of another index gives whatever stands at its place, or the last symbol.
    #[must_use]
    pub fn get(&self, id: SymbolId) -> &Symbol {
        const NOTHING: &Symbol = &Symbol {
            kind: SymbolKind::Policy,
            name: String::new(),
            role: None,
            owner: None,
            value_type: None,
            labels: Labels { any: None, english: None, chinese: None },
            span: Span { source: SourceId(0), start: 0, end: 0 },
            whole: Span { source: SourceId(0), start: 0, end: 0 },
        };
        self.symbols.get(id.0).or(self.symbols.last()).unwrap_or(NOTHING)
    }

    /// All symbols with their ids, in the order in which they are declared.
    pub fn iter(&self) -> impl Iterator<Item = (SymbolId, &Symbol)> {
        self.symbols.iter().enumerate().map(|(number, symbol)| (SymbolId(number), symbol))
    }

    /// What is named at a byte of a text. Right behind a name still counts: there a cursor stands that has typed it.
    #[must_use]
    pub fn at(&self, source: SourceId, offset: usize) -> Option<Occurrence> {
        let offset = u32::try_from(offset).ok()?;
        let after = self.occurrences.partition_point(|one| (one.span.source, one.span.start) <= (source, offset));
        let found = self.occurrences.get(after.checked_sub(1)?)?;
        (found.span.source == source && offset <= found.span.end).then_some(*found)
    }

    /// The places in one text, in order.
    pub fn occurrences_in(&self, source: SourceId) -> impl Iterator<Item = &Occurrence> {
        let first = self.occurrences.partition_point(|one| one.span.source < source);
        self.occurrences.iter().skip(first).take_while(move |one| one.span.source == source)
    }

    /// The places where a symbol is named, its declaration among them.
    pub fn occurrences_of(&self, symbol: SymbolId) -> impl Iterator<Item = &Occurrence> {
        self.occurrences.iter().filter(move |one| one.symbol == symbol)
    }

    /// The fact, define, parameter, reading or outcome of a whole name.
    #[must_use]
    pub fn value(&self, full_name: &str) -> Option<SymbolId> {
        self.values.get(full_name).copied()
    }

    /// The clause of a number, as `8(1)`.
    #[must_use]
    pub fn clause(&self, number: &str) -> Option<SymbolId> {
        self.clauses.get(number).copied()
    }

    /// The body or role of a name.
    #[must_use]
    pub fn party(&self, name: &str) -> Option<SymbolId> {
        self.parties.get(name).copied()
    }

    /// The duty, prohibition or right of a name.
    #[must_use]
    pub fn duty(&self, name: &str) -> Option<SymbolId> {
        self.duties.get(name).copied()
    }

    /// The procedures, by their names.
    pub fn procedures(&self) -> impl Iterator<Item = (&str, SymbolId)> {
        self.procedures.iter().map(|(name, id)| (name.as_str(), *id))
    }

    /// The member, field, step or check of a name that is a part of a symbol.
    #[must_use]
    pub fn part(&self, owner: SymbolId, name: &str) -> Option<SymbolId> {
        self.parts.get(&(owner, name.to_owned())).copied()
    }

    /// The members of a scale, an enum or a reading, or the fields of a record, as declared.
    pub fn parts_of(&self, owner: SymbolId) -> impl Iterator<Item = (SymbolId, &Symbol)> {
        self.iter().filter(move |(_, symbol)| symbol.owner == Some(owner))
    }

    /// The smallest clause that holds a byte of a text.
    #[must_use]
    pub fn clause_around(&self, source: SourceId, offset: usize) -> Option<SymbolId> {
        let holds = |symbol: &Symbol| {
            symbol.kind == SymbolKind::Clause && symbol.whole.source == source && symbol.whole.range().contains(&offset)
        };
        let around = self.iter().filter(|(_, symbol)| holds(symbol));
        around.min_by_key(|(_, symbol)| symbol.whole.range().len()).map(|(id, _)| id)
    }

    fn add(&mut self, symbol: Symbol) -> SymbolId {
        let id = SymbolId(self.symbols.len());
        self.occurrences.push(Occurrence { span: symbol.span, symbol: id, kind: OccurrenceKind::Declaration });
        self.symbols.push(symbol);
        id
    }

    fn mention(&mut self, span: Span, symbol: Option<SymbolId>) {
        let kind = OccurrenceKind::Mention;
        self.occurrences.extend(symbol.map(|symbol| Occurrence { span, symbol, kind }));
    }
}

#[cfg(test)]
mod tests;
