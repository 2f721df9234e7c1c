//! What stands above the articles: names, types, outcomes, defines, assumptions.

use super::{NameKind, Resolver, TypeKind, labels};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::policy::ids::{
    BodyId, EnumerationId, FactId, FieldIndex, MemberIndex, OutcomeId, ParamId, RecordId, RoleId,
};
use crate::policy::model::{
    Body, Enumeration, EnumerationKind, Fact, Field, Judgement, Member, Outcome, OutcomeValues, Param, QualifiedName,
    RecordType, Role, ValueName,
};
use crate::policy::value::{Type, Value};
use crate::source::Span;
use crate::syntax::ast::{
    self, Combination, EnumerationDecl, FactDecl, Item, LabelledDecl, Name, OutcomeDecl, ParamDecl, PolicyDecl,
    ReadingDecl, RecordDecl, TypeRef, TypeRefKind,
};
use crate::syntax::synonyms;
use std::collections::BTreeMap;

/// The types that need no declaration, as they are spelt.
const BUILT_IN_TYPES: [&str; 12] =
    ["bool", "int", "decimal", "money", "date", "duration", "是否", "整数", "小数", "金额", "日期", "期间"];

impl Resolver {
    /// Declares everything but defines, in the order in which declarations need each other.
    pub(super) fn declare(&mut self, items: &[Item], default_name: &str) {
        default_name.clone_into(&mut self.data.name);
        let mut header: Option<Span> = None;
        for item in items {
            match item {
                Item::Policy(decl) => match header {
                    Some(first) => self.report(Diagnostic::new(Code::GivenTwice, decl.place.0).label(first, "first")),
                    None => {
                        header = Some(decl.place.0);
                        self.header(decl);
                    }
                },
                Item::Scale(decl) => self.enumeration(decl, EnumerationKind::Ordered),
                Item::Enum(decl) => self.enumeration(decl, EnumerationKind::Unordered),
                Item::Body(decl) => self.body_decl(decl),
                Item::Role(decl) => self.role_decl(decl),
                _ => {}
            }
        }
        let mut records: Vec<(RecordId, &RecordDecl)> = Vec::new();
        for item in items {
            if let Item::Record(decl) = item {
                records.extend(self.record_name(decl).map(|id| (id, decl)));
            }
        }
        records.into_iter().for_each(|(id, decl)| self.record_fields(id, decl));
        for item in items {
            if let Item::Param(decl) = item {
                self.param_decl(decl);
            }
        }
        for item in items {
            match item {
                Item::Fact(decl) => self.fact_decl(decl, None),
                Item::Judgement(decl) => {
                    let judge = decl.judge.as_ref().and_then(|name| self.party(name));
                    let criterion = decl.criterion.as_ref().map(|text| text.value.clone());
                    self.fact_decl(&decl.fact, Some(Judgement { judge, criterion }));
                }
                Item::Reading(decl) => self.reading_decl(decl),
                Item::Outcome(decl) => self.outcome_decl(decl),
                _ => {}
            }
        }
        for item in items {
            if let Item::Policy(decl) = item {
                self.dated_by(decl);
            }
        }
    }

    /// The fact that says which version judges a case; it must be a day of the case.
    fn dated_by(&mut self, decl: &PolicyDecl) {
        let mut first: Option<Span> = None;
        for reference in &decl.dated_by {
            if let Some(first) = first {
                self.report(Diagnostic::new(Code::GivenTwice, reference.span()).label(first, "first"));
                continue;
            }
            first = Some(reference.span());
            let Some(fact) = self.fact(reference) else { continue };
            let Some(kind) = self.data.facts.get(fact.index()).map(|found| found.kind) else { continue };
            if kind != Type::Date && !self.untyped.contains(&fact) {
                let (wanted, found) = (self.type_name(Type::Date), self.type_name(kind));
                let diagnostic = Diagnostic::new(Code::WrongType, reference.span());
                self.report(diagnostic.with("wanted", wanted).with("found", found));
                continue;
            }
            self.data.dated_by = Some(fact);
        }
    }

    fn header(&mut self, decl: &PolicyDecl) {
        self.data.name.clone_from(&decl.name.text);
        self.data.labels = labels(&decl.labels);
        self.data.in_force = self.periods(&decl.in_force);
    }

    pub(super) fn duplicate(&mut self, name: &str, span: Span, first: Span) {
        let diagnostic = Diagnostic::new(Code::DuplicateName, span).with("name", name);
        self.report(diagnostic.label(first, "first"));
    }

    fn enumeration(&mut self, decl: &EnumerationDecl, kind: EnumerationKind) {
        if let Some((_, first)) = self.types.get(&decl.name.text) {
            self.duplicate(&decl.name.text, decl.name.span(), *first);
            return;
        }
        self.add_enumeration(&decl.name, &decl.labels, &decl.members, kind);
    }

    fn add_enumeration(
        &mut self,
        name: &Name,
        written_labels: &[ast::Label],
        written: &[ast::Member],
        kind: EnumerationKind,
    ) -> EnumerationId {
        let id = EnumerationId::new(self.data.enumerations.len());
        self.types.insert(name.text.clone(), (TypeKind::Enumeration(id), name.span()));
        let mut members: Vec<Member> = Vec::new();
        let mut names = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for member in written {
            if let Some(first) = seen.insert(&member.name.text, member.name.span()) {
                self.duplicate(&member.name.text, member.name.span(), first);
                continue;
            }
            let index = MemberIndex::new(members.len());
            self.members.entry(member.name.text.clone()).or_default().push((id, index));
            members.push(Member { name: member.name.text.clone(), labels: labels(&member.labels) });
            names.push(ValueName { text: member.name.text.clone(), span: member.name.span() });
        }
        self.data.name_spaces.push(names);
        let enumeration = Enumeration { name: name.text.clone(), labels: labels(written_labels), kind, members };
        self.data.enumerations.push(enumeration);
        id
    }

    fn body_decl(&mut self, decl: &LabelledDecl) {
        if let Some((_, first)) = self.bodies.get(&decl.name.text) {
            self.duplicate(&decl.name.text, decl.name.span(), *first);
            return;
        }
        let id = BodyId::new(self.data.bodies.len());
        self.bodies.insert(decl.name.text.clone(), (id, decl.name.span()));
        self.data.bodies.push(Body { name: decl.name.text.clone(), labels: labels(&decl.labels) });
    }

    fn role_decl(&mut self, decl: &LabelledDecl) {
        // A body and a role can both act, so their names must differ too.
        let taken = self.roles.get(&decl.name.text).map(|(_, first)| *first);
        let taken = taken.or_else(|| self.bodies.get(&decl.name.text).map(|(_, first)| *first));
        if let Some(first) = taken {
            self.duplicate(&decl.name.text, decl.name.span(), first);
            return;
        }
        let id = RoleId::new(self.data.roles.len());
        self.roles.insert(decl.name.text.clone(), (id, decl.name.span()));
        self.data.roles.push(Role { name: decl.name.text.clone(), labels: labels(&decl.labels) });
    }

    /// Enters a record by name: fields may mention records that are declared later.
    fn record_name(&mut self, decl: &RecordDecl) -> Option<RecordId> {
        if let Some((_, first)) = self.types.get(&decl.name.text) {
            self.duplicate(&decl.name.text, decl.name.span(), *first);
            return None;
        }
        let id = RecordId::new(self.data.records.len());
        self.types.insert(decl.name.text.clone(), (TypeKind::Record(id), decl.name.span()));
        let (name, labels) = (decl.name.text.clone(), labels(&decl.labels));
        self.data.records.push(RecordType { name, labels, fields: Vec::new() });
        Some(id)
    }

    fn record_fields(&mut self, id: RecordId, decl: &RecordDecl) {
        let mut fields: Vec<Field> = Vec::new();
        let mut names = Vec::new();
        for field in &decl.fields {
            if let Some(first) = fields.iter().find(|known| known.name == field.name.text) {
                let first = first.span;
                self.duplicate(&field.name.text, field.name.span(), first);
                continue;
            }
            let kind = match self.type_of(&field.type_ref) {
                Some(Type::List(_)) => {
                    self.report(Diagnostic::new(Code::ListInRecord, field.type_ref.place.0));
                    Type::Bool
                }
                // The policy has an error; the field exists all the same, so that its uses are not called unknown.
                found => found.unwrap_or(Type::Bool),
            };
            self.units.add_field(id, FieldIndex::new(fields.len()), kind);
            names.push(ValueName { text: field.name.text.clone(), span: field.name.span() });
            fields.push(Field {
                name: field.name.text.clone(),
                labels: labels(&field.labels),
                kind,
                unit: None,
                span: field.name.span(),
            });
        }
        self.data.name_spaces.push(names);
        if let Some(record) = self.data.records.get_mut(id.index()) {
            record.fields = fields;
        }
    }

    /// Declares a fact, define, parameter or outcome; says whether the name was free.
    pub(super) fn declare_value(&mut self, written: &Name, whole: &QualifiedName, kind: NameKind) -> Option<()> {
        if let Some((_, first)) = self.values.get(whole.as_str()) {
            let first = *first;
            self.duplicate(whole, written.span(), first);
            return None;
        }
        if let Some((of, _)) = self.members.get(whole.as_str()).and_then(|found| found.first())
            && !matches!(kind, NameKind::Outcome(_))
        {
            let owner = self.type_name(Type::Enumeration(*of));
            let diagnostic = Diagnostic::new(Code::ShadowedMember, written.span()).with("name", whole.as_str());
            self.report(diagnostic.with("type", owner));
        }
        self.values.insert(whole.as_str().to_owned(), (kind, written.span()));
        Some(())
    }

    fn type_of(&mut self, type_ref: &TypeRef) -> Option<Type> {
        Some(match &type_ref.kind {
            TypeRefKind::Bool => Type::Bool,
            TypeRefKind::Int => Type::Int,
            TypeRefKind::Decimal => Type::Decimal,
            TypeRefKind::Money => Type::Money,
            TypeRefKind::Date => Type::Date,
            TypeRefKind::Duration => Type::Duration,
            TypeRefKind::Named(name) => {
                match self.types.get(name) {
                    Some((TypeKind::Enumeration(id), _)) => return Some(Type::Enumeration(*id)),
                    Some((TypeKind::Record(_), declared)) => {
                        let diagnostic = Diagnostic::new(Code::WrongKindOfName, type_ref.place.0);
                        let diagnostic = diagnostic.with("name", name.as_str()).with("wanted", "type");
                        let list = format!("list of {name}");
                        let safety = crate::diagnostic::Safety::Unsafe;
                        self.report(diagnostic.label(*declared, "declared").fix(safety, type_ref.place.0, list));
                        return None;
                    }
                    None => {}
                }
                let declared: Vec<String> = self.types.keys().cloned().collect();
                let candidates = declared.iter().map(String::as_str).chain(BUILT_IN_TYPES);
                let suggestion = synonyms::of_type(name).or_else(|| nearest(name, candidates));
                self.unknown_but_for(Code::UnknownType, name, type_ref.place.0, suggestion);
                return None;
            }
            TypeRefKind::List(name) => {
                if let Some((TypeKind::Record(id), _)) = self.types.get(&name.text) {
                    return Some(Type::List(*id));
                }
                let records = self.types.iter().filter(|(_, (kind, _))| matches!(kind, TypeKind::Record(_)));
                let declared: Vec<String> = records.map(|(name, _)| name.clone()).collect();
                self.unknown(Code::UnknownType, &name.text, name.span(), declared.iter().map(String::as_str));
                return None;
            }
        })
    }

    fn fact_decl(&mut self, decl: &FactDecl, judgement: Option<Judgement>) {
        let id = FactId::new(self.data.facts.len());
        let value_type = self.type_of(&decl.type_ref);
        let name = self.declared_name(&decl.name, decl.of.as_ref());
        if self.declare_value(&decl.name, &name, NameKind::Fact(id)).is_none() {
            return;
        }
        // A fact of unknown type still exists, so that its uses are not called unknown; the policy has an error anyway.
        let kind = value_type.unwrap_or(Type::Bool);
        if value_type.is_none() {
            self.untyped.insert(id);
        }
        let default = match (&decl.default, value_type) {
            (Some(value), Some(kind)) => self.constant(value, kind),
            _ => None,
        };
        self.units.add_fact(id, kind);
        if let (Some(value), Some(written)) = (&default, &decl.default) {
            self.unify_fact(id, value, written.span());
        }
        self.data.facts_by_name.insert(name.as_str().to_owned(), id);
        self.data.facts.push(Fact {
            name,
            labels: labels(&decl.labels),
            kind,
            default,
            judgement,
            is_reading: false,
            unit: None,
            span: decl.name.span(),
        });
    }

    fn param_decl(&mut self, decl: &ParamDecl) {
        let id = ParamId::new(self.data.params.len());
        let name = QualifiedName::new(&decl.name.text, None);
        if self.declare_value(&decl.name, &name, NameKind::Param(id)).is_none() {
            return;
        }
        let mut versions: Vec<(Option<jiff::civil::Date>, Value, Span)> = Vec::new();
        for version in &decl.versions {
            let wanted = versions.first().map(|(_, value, _)| value.kind());
            let Some(value) = self.param_value(&version.value, wanted) else { continue };
            let from = version.from.as_ref().and_then(super::versions::day);
            let span = version.place.0;
            if let Some((_, _, first)) = versions.iter().find(|(known, ..)| *known == from) {
                let first = *first;
                self.report(Diagnostic::new(Code::OverlappingVersions, span).label(first, "first"));
                continue;
            }
            versions.push((from, value, span));
        }
        versions.sort_by_key(|(from, ..)| *from);
        let kind = versions.first().map_or(Type::Bool, |(_, value, _)| value.kind());
        self.units.add_param(id, kind);
        for (_, value, span) in &versions {
            self.unify_param(id, value, *span);
        }
        self.data.params.push(Param {
            name: decl.name.text.clone(),
            labels: labels(&decl.labels),
            kind,
            versions: versions.into_iter().map(|(from, value, _)| (from, value)).collect(),
            span: decl.name.span(),
        });
    }

    /// A reading is a fact whose values are the ways to read the source, and whose default is the preferred one.
    fn reading_decl(&mut self, decl: &ReadingDecl) {
        let id = FactId::new(self.data.facts.len());
        let name = QualifiedName::new(&decl.name.text, None);
        if let Some((_, first)) = self.types.get(&decl.name.text) {
            self.duplicate(&decl.name.text, decl.name.span(), *first);
            return;
        }
        if self.declare_value(&decl.name, &name, NameKind::Fact(id)).is_none() {
            return;
        }
        let of = self.add_enumeration(&decl.name, &decl.labels, &decl.options, EnumerationKind::Unordered);
        let kind = Type::Enumeration(of);
        let preferred = decl.prefer.clone().map(ast::Value::Name);
        let default = match preferred {
            Some(preferred) => self.constant(&preferred, kind),
            None => Some(Value::Member(of, MemberIndex::new(0))),
        };
        self.data.facts_by_name.insert(name.as_str().to_owned(), id);
        self.data.facts.push(Fact {
            name,
            labels: labels(&decl.labels),
            kind,
            default,
            judgement: None,
            is_reading: true,
            unit: None,
            span: decl.name.span(),
        });
    }

    fn outcome_decl(&mut self, decl: &OutcomeDecl) {
        let id = OutcomeId::new(self.data.outcomes.len());
        let value_type = self.type_of(&decl.type_ref);
        let name = self.declared_name(&decl.name, decl.of.as_ref());
        if self.declare_value(&decl.name, &name, NameKind::Outcome(id)).is_none() {
            return;
        }
        let mut combination = None;
        for (given, place) in &decl.combine {
            match combination {
                Some((_, first)) => {
                    self.report(Diagnostic::new(Code::GivenTwice, place.0).label(first, "first"));
                }
                None => combination = Some((*given, place.0)),
            }
        }
        let values = match value_type {
            Some(Type::Enumeration(values)) => OutcomeValues::Members(values),
            Some(kind @ (Type::Int | Type::Decimal | Type::Money | Type::Duration)) => OutcomeValues::Amounts(kind),
            Some(other @ (Type::Bool | Type::Date | Type::List(_))) => {
                let diagnostic = Diagnostic::new(Code::BadOutcomeType, decl.type_ref.place.0);
                let type_name = self.type_name(other);
                self.report(diagnostic.with("name", name.as_str()).with("type", type_name));
                self.untyped_outcomes.insert(id);
                OutcomeValues::Amounts(Type::Int)
            }
            None => {
                self.untyped_outcomes.insert(id);
                OutcomeValues::Amounts(Type::Int)
            }
        };
        let given = combination.map(|(given, _)| given);
        let fits = match values {
            OutcomeValues::Members(of) if self.is_unordered(of) => {
                !matches!(given, None | Some(Combination::Heaviest | Combination::Sum))
            }
            OutcomeValues::Members(_) => given != Some(Combination::Sum),
            OutcomeValues::Amounts(_) => true,
        };
        if !fits {
            let span = combination.map_or(decl.place.0, |(_, span)| span);
            let owner = self.type_name(values.value_type());
            let diagnostic = Diagnostic::new(Code::BadCombination, span).with("name", name.as_str());
            let why = if given == Some(Combination::Sum) { "sum" } else { "order" };
            self.report(diagnostic.with("type", owner).with("why", why));
        }
        self.units.add_outcome(id, values.value_type());
        self.data.outcomes.push(Outcome {
            name,
            labels: labels(&decl.labels),
            values,
            unit: None,
            combination: given.unwrap_or(Combination::Heaviest),
            rules: Vec::new(),
            exemptions: Vec::new(),
            adjustments: Vec::new(),
            deciders: Vec::new(),
            enforcers: Vec::new(),
            contents: Vec::new(),
            span: decl.name.span(),
        });
    }

    pub(super) fn is_unordered(&self, id: EnumerationId) -> bool {
        self.data.enumerations.get(id.index()).is_some_and(|of| of.kind == EnumerationKind::Unordered)
    }
}
