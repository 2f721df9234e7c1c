//! What is declared, before anything is looked up.

use super::{OccurrenceKind, Symbol, SymbolId, SymbolIndex, SymbolKind};
use crate::policy::resolve::labels;
use crate::source::Span;
use crate::syntax::ClausePath;
use crate::syntax::ast::{
    AnyGroup, Article, Clause, Condition, DutyPartKind, EnumerationDecl, FactDecl, Item, Label, Member, Name,
    NumberedItem, Procedure, ProcedureEntry, ReadingDecl, RecordDecl, Statement, StepPartKind, TypeRef, TypeRefKind,
};

/// Enters declarations into an index.
pub(super) struct Declarations<'i> {
    pub(super) index: &'i mut SymbolIndex,
}

impl Declarations<'_> {
    pub(super) fn all(&mut self, items: &[Item]) {
        for item in items {
            self.types_and_parties(item);
        }
        for item in items {
            self.values_and_clauses(item);
        }
    }

    fn symbol(&mut self, kind: SymbolKind, name: &Name, written: &[Label], whole: Span) -> SymbolId {
        self.index.add(Symbol {
            kind,
            name: name.text.clone(),
            role: None,
            owner: None,
            value_type: None,
            labels: labels(written),
            span: name.span(),
            whole,
        })
    }

    fn part(&mut self, kind: SymbolKind, owner: SymbolId, name: &Name, written: &[Label], whole: Span) -> SymbolId {
        let id = self.symbol(kind, name, written, whole);
        if let Some(symbol) = self.index.symbols.get_mut(id.0) {
            symbol.owner = Some(owner);
        }
        self.index.parts.entry((owner, name.text.clone())).or_insert(id);
        id
    }

    fn types_and_parties(&mut self, item: &Item) {
        match item {
            Item::Policy(decl) => {
                self.symbol(SymbolKind::Policy, &decl.name, &decl.labels, decl.place.0);
            }
            Item::Scale(decl) => self.enumeration(SymbolKind::Scale, decl),
            Item::Enum(decl) => self.enumeration(SymbolKind::Enum, decl),
            Item::Body(decl) | Item::Role(decl) => {
                let kind = if matches!(item, Item::Body(_)) { SymbolKind::Body } else { SymbolKind::Role };
                let id = self.symbol(kind, &decl.name, &decl.labels, decl.place.0);
                self.index.parties.entry(decl.name.text.clone()).or_insert(id);
            }
            Item::Record(decl) => self.record(decl),
            Item::Reading(decl) => self.reading(decl),
            Item::Use(_)
            | Item::Outline(_)
            | Item::Fact(_)
            | Item::Judgement(_)
            | Item::Param(_)
            | Item::Define(_)
            | Item::Assume(_)
            | Item::Outcome(_)
            | Item::Article(_)
            | Item::Test(_)
            | Item::Allow(_)
            | Item::Statement(_) => {}
        }
    }

    fn values_and_clauses(&mut self, item: &Item) {
        match item {
            Item::Fact(decl) => self.fact(SymbolKind::Fact, decl),
            Item::Judgement(decl) => self.fact(SymbolKind::Judgement, &decl.fact),
            Item::Param(decl) => {
                let id = self.symbol(SymbolKind::Param, &decl.name, &decl.labels, decl.place.0);
                self.value(id, &decl.name, None, None);
            }
            Item::Define(decl) => {
                let id = self.symbol(SymbolKind::Define, &decl.name, &decl.labels, decl.place.0);
                self.value(id, &decl.name, decl.of.as_ref(), None);
            }
            Item::Outcome(decl) => {
                let id = self.symbol(SymbolKind::Outcome, &decl.name, &decl.labels, decl.place.0);
                self.value(id, &decl.name, decl.of.as_ref(), Some(&decl.type_ref));
            }
            Item::Article(article) => self.article(article),
            Item::Statement(statement) => self.statement(statement, None),
            Item::Test(decl) => {
                let name = Name { text: decl.name.value.clone(), place: decl.name.place };
                self.symbol(SymbolKind::Test, &name, &[], decl.place.0);
            }
            Item::Policy(_)
            | Item::Use(_)
            | Item::Outline(_)
            | Item::Scale(_)
            | Item::Enum(_)
            | Item::Body(_)
            | Item::Role(_)
            | Item::Record(_)
            | Item::Reading(_)
            | Item::Assume(_)
            | Item::Allow(_) => {}
        }
    }

    fn enumeration(&mut self, kind: SymbolKind, decl: &EnumerationDecl) {
        let id = self.symbol(kind, &decl.name, &decl.labels, decl.place.0);
        self.index.types.entry(decl.name.text.clone()).or_insert(id);
        self.members(id, &decl.members);
    }

    fn members(&mut self, owner: SymbolId, members: &[Member]) {
        for member in members {
            let id = self.part(SymbolKind::Member, owner, &member.name, &member.labels, member.name.span());
            self.index.members.entry(member.name.text.clone()).or_default().push(id);
        }
    }

    fn reading(&mut self, decl: &ReadingDecl) {
        let id = self.symbol(SymbolKind::Reading, &decl.name, &decl.labels, decl.place.0);
        if let Some(symbol) = self.index.symbols.get_mut(id.0) {
            symbol.value_type = Some(id);
        }
        self.index.types.entry(decl.name.text.clone()).or_insert(id);
        self.index.values.entry(decl.name.text.clone()).or_insert(id);
        self.members(id, &decl.options);
    }

    fn record(&mut self, decl: &RecordDecl) {
        let id = self.symbol(SymbolKind::Record, &decl.name, &decl.labels, decl.place.0);
        self.index.types.entry(decl.name.text.clone()).or_insert(id);
        for field in &decl.fields {
            self.part(SymbolKind::Field, id, &field.name, &field.labels, field.place.0);
        }
    }

    fn fact(&mut self, kind: SymbolKind, decl: &FactDecl) {
        let id = self.symbol(kind, &decl.name, &decl.labels, decl.place.0);
        self.value(id, &decl.name, decl.of.as_ref(), Some(&decl.type_ref));
    }

    /// Enters a fact or the like under its whole name, with the type of its values.
    fn value(&mut self, id: SymbolId, name: &Name, of: Option<&Name>, written: Option<&TypeRef>) {
        let value_type = written.and_then(|written| self.index.type_of(written));
        let Some(symbol) = self.index.symbols.get_mut(id.0) else { return };
        symbol.role = of.map(|role| role.text.clone());
        symbol.value_type = value_type;
        let whole = of.map_or_else(|| name.text.clone(), |role| format!("{} of {}", name.text, role.text));
        self.index.values.entry(whole).or_insert(id);
    }

    fn article(&mut self, article: &Article) {
        let path = ClausePath::article(article.number);
        let id = self.clause(&path, article.head.0, article.place.0, &article.labels, None);
        self.clauses(&article.body, &path, id);
    }

    fn clause(
        &mut self,
        path: &ClausePath,
        head: Span,
        whole: Span,
        written: &[Label],
        owner: Option<SymbolId>,
    ) -> SymbolId {
        let number = path.to_string();
        let symbol = Symbol {
            kind: SymbolKind::Clause,
            name: number.clone(),
            role: None,
            owner,
            value_type: None,
            labels: labels(written),
            span: head,
            whole,
        };
        let id = self.index.add(symbol);
        self.index.clauses.entry(number).or_insert(id);
        id
    }

    /// How deep this goes is limited by the parser.
    fn clauses(&mut self, body: &[Clause], path: &ClausePath, owner: SymbolId) {
        for clause in body {
            match clause {
                Clause::Numbered(item) => self.item(item, path, owner),
                Clause::Statement(statement) => self.statement(statement, Some((path, owner))),
                Clause::NotModelled(_) | Clause::Missing(_) | Clause::Allow(_) | Clause::Unreadable(_) => {}
            }
        }
    }

    fn item(&mut self, item: &NumberedItem, above: &ClausePath, owner: SymbolId) {
        let path = above.item(item.number);
        let id = self.clause(&path, item.head.0, item.place.0, &item.labels, Some(owner));
        self.clauses(&item.body, &path, id);
    }

    /// What a statement declares: duties, procedures, effects, parts of measures, and the items of its condition.
    fn statement(&mut self, statement: &Statement, clause: Option<(&ClausePath, SymbolId)>) {
        match statement {
            Statement::Rule(rule) => self.condition(&rule.condition, clause),
            Statement::Otherwise(otherwise) => {
                otherwise.condition.iter().for_each(|condition| self.condition(condition, clause));
            }
            Statement::Exempt(exempt) => self.condition(&exempt.condition, clause),
            Statement::Adjust(adjust) => self.condition(&adjust.condition, clause),
            Statement::Applies(applies) => self.condition(&applies.condition, clause),
            Statement::Duty(duty) => {
                let id = self.symbol(SymbolKind::Duty, &duty.name, &duty.labels, duty.place.0);
                self.index.duties.entry(duty.name.text.clone()).or_insert(id);
                for part in &duty.parts {
                    match &part.kind {
                        DutyPartKind::When(condition) => self.condition(condition, clause),
                        DutyPartKind::Must(_)
                        | DutyPartKind::Act(_)
                        | DutyPartKind::Before(_)
                        | DutyPartKind::OnBreach(_) => {}
                    }
                }
            }
            Statement::Procedure(procedure) => self.procedure(procedure),
            Statement::Effect(effect) => {
                for item in &effect.items {
                    let (name, known) = (&item.what.name, self.index.effects.get(&item.what.name.text).copied());
                    match known {
                        Some(id) => self.again(name, id, &item.what.labels),
                        None => {
                            let id = self.symbol(SymbolKind::Effect, name, &item.what.labels, item.place.0);
                            self.index.effects.insert(name.text.clone(), id);
                        }
                    }
                }
            }
            Statement::Contents(contents) => {
                for part in &contents.parts {
                    self.symbol(SymbolKind::Content, &part.what.name, &part.what.labels, part.what.name.span());
                }
            }
            Statement::Authority(_) | Statement::Ensure(_) | Statement::EffectCap(_) | Statement::Hierarchy(_) => {}
        }
    }

    /// The items of an `any` group are clauses of their own.
    fn condition(&mut self, condition: &Condition, clause: Option<(&ClausePath, SymbolId)>) {
        let (Condition::Any(AnyGroup { items, .. }), Some((path, owner))) = (condition, clause) else { return };
        for item in items {
            let whole = item.head.0.to(item.condition.span());
            self.clause(&path.item(item.number), item.head.0, whole, &item.labels, Some(owner));
        }
    }

    fn procedure(&mut self, written: &Procedure) {
        let id = match self.index.procedures.get(&written.name.text).copied() {
            Some(id) => {
                self.again(&written.name, id, &written.labels);
                id
            }
            None => {
                let id = self.symbol(SymbolKind::Procedure, &written.name, &written.labels, written.place.0);
                self.index.procedures.insert(written.name.text.clone(), id);
                id
            }
        };
        for entry in &written.entries {
            let ProcedureEntry::Step(step) = entry else { continue };
            let owner = match self.index.parts.get(&(id, step.name.text.clone())).copied() {
                Some(known) => {
                    self.again(&step.name, known, &step.labels);
                    known
                }
                None => {
                    let added = self.part(SymbolKind::Step, id, &step.name, &step.labels, step.place.0);
                    self.index.steps.entry(step.name.text.clone()).or_default().push(added);
                    added
                }
            };
            for part in &step.parts {
                let StepPartKind::Checks(checks) = &part.kind else { continue };
                for check in checks {
                    self.part(SymbolKind::Check, owner, &check.name, &check.labels, check.name.span());
                }
            }
        }
    }

    /// Another place that declares more of a known symbol.
    fn again(&mut self, name: &Name, symbol: SymbolId, written: &[Label]) {
        if let Some(known) = self.index.symbols.get_mut(symbol.0) {
            known.labels.add(&labels(written));
        }
        let kind = OccurrenceKind::Declaration;
        self.index.occurrences.push(super::Occurrence { span: name.span(), symbol, kind });
    }
}

impl SymbolIndex {
    /// The scale, enum or record that a written type names.
    pub(super) fn type_of(&self, written: &TypeRef) -> Option<SymbolId> {
        match &written.kind {
            TypeRefKind::Named(name) => self.types.get(name).copied(),
            TypeRefKind::List(record) => self.types.get(&record.text).copied(),
            TypeRefKind::Bool
            | TypeRefKind::Int
            | TypeRefKind::Decimal
            | TypeRefKind::Money
            | TypeRefKind::Date
            | TypeRefKind::Duration => None,
        }
    }
}
