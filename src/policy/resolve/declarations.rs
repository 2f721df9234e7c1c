//! What stands above the articles: names, types, outcomes, defines, assumptions.

use super::{NameKind, Resolver, labels};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{BodyId, DefineId, EnumerationId, FactId, MemberIndex, OutcomeId};
use crate::policy::model::{
    Assumption, Body, Define, Enumeration, EnumerationKind, Fact, Judgement, Labels, Member, Outcome, ValueName,
};
use crate::policy::value::Type;
use crate::source::Span;
use crate::syntax::ast::{
    Combination, DefineDecl, EnumerationDecl, Expr, ExprKind, FactDecl, Item, LabelledDecl, LiteralKind, Name,
    OutcomeDecl, PolicyDecl, TypeRef, TypeRefKind,
};
use std::collections::BTreeMap;

impl Resolver<'_> {
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
        for item in items {
            match item {
                Item::Fact(decl) => self.fact_decl(decl, None),
                Item::Judgement(decl) => {
                    let judge = decl.judge.as_ref().and_then(|name| self.body(name));
                    let criterion = decl.criterion.as_ref().map(|text| text.value.clone());
                    self.fact_decl(&decl.fact, Some(Judgement { judge, criterion }));
                }
                Item::Outcome(decl) => self.outcome_decl(decl),
                _ => {}
            }
        }
    }

    fn header(&mut self, decl: &PolicyDecl) {
        self.data.name.clone_from(&decl.name.text);
        self.data.labels = labels(&decl.labels);
        for period in &decl.in_force {
            let day = |literal: &Option<crate::syntax::ast::Literal>| match literal.as_ref().map(|found| &found.kind) {
                Some(LiteralKind::Date(date)) => Some(*date),
                _ => None,
            };
            let (from, until) = (day(&period.from), day(&period.until));
            if let (Some(first), Some(last)) = (from, until)
                && first > last
            {
                let diagnostic = Diagnostic::new(Code::InvertedRange, period.place.0);
                self.report(diagnostic.with("from", first.to_string()).with("to", last.to_string()));
            }
            self.data.in_force.push((from, until));
        }
    }

    fn duplicate(&mut self, name: &Name, first: Span) {
        let diagnostic = Diagnostic::new(Code::DuplicateName, name.span()).with("name", name.text.as_str());
        self.report(diagnostic.label(first, "first"));
    }

    fn enumeration(&mut self, decl: &EnumerationDecl, kind: EnumerationKind) {
        if let Some((_, first)) = self.types.get(&decl.name.text) {
            self.duplicate(&decl.name, *first);
            return;
        }
        let id = EnumerationId::new(self.data.enumerations.len());
        self.types.insert(decl.name.text.clone(), (id, decl.name.span()));
        let mut members: Vec<Member> = Vec::new();
        let mut names = Vec::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for member in &decl.members {
            if let Some(first) = seen.insert(&member.name.text, member.name.span()) {
                self.duplicate(&member.name, first);
                continue;
            }
            let index = MemberIndex::new(members.len());
            self.members.entry(member.name.text.clone()).or_default().push((id, index));
            members.push(Member { name: member.name.text.clone(), labels: labels(&member.labels) });
            names.push(ValueName { text: member.name.text.clone(), span: member.name.span() });
        }
        self.data.name_spaces.push(names);
        let enumeration = Enumeration { name: decl.name.text.clone(), labels: labels(&decl.labels), kind, members };
        self.data.enumerations.push(enumeration);
    }

    fn body_decl(&mut self, decl: &LabelledDecl) {
        if let Some((_, first)) = self.bodies.get(&decl.name.text) {
            self.duplicate(&decl.name, *first);
            return;
        }
        let id = BodyId::new(self.data.bodies.len());
        self.bodies.insert(decl.name.text.clone(), (id, decl.name.span()));
        self.data.bodies.push(Body { name: decl.name.text.clone(), labels: labels(&decl.labels) });
    }

    fn role_decl(&mut self, decl: &LabelledDecl) {
        if let Some(first) = self.roles.get(&decl.name.text) {
            self.duplicate(&decl.name, *first);
            return;
        }
        self.roles.insert(decl.name.text.clone(), decl.name.span());
        self.data.roles.push(Body { name: decl.name.text.clone(), labels: labels(&decl.labels) });
    }

    /// Declares a fact, a define or an outcome; says whether the name was free.
    fn declare_value(&mut self, name: &Name, kind: NameKind) -> Option<()> {
        if let Some((_, first)) = self.values.get(&name.text) {
            self.duplicate(name, *first);
            return None;
        }
        if let Some((of, _)) = self.members.get(&name.text).and_then(|found| found.first())
            && !matches!(kind, NameKind::Outcome(_))
        {
            let owner = self.type_name(Type::Enumeration(*of));
            let diagnostic = Diagnostic::new(Code::ShadowedMember, name.span()).with("name", name.text.as_str());
            self.report(diagnostic.with("type", owner));
        }
        self.values.insert(name.text.clone(), (kind, name.span()));
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
            TypeRefKind::List(_) => return None,
            TypeRefKind::Named(name) => {
                if let Some((id, _)) = self.types.get(name) {
                    return Some(Type::Enumeration(*id));
                }
                let own = ["bool", "int", "decimal", "money", "date", "duration"];
                let declared: Vec<String> = self.types.keys().cloned().collect();
                let candidates = declared.iter().map(String::as_str).chain(own);
                self.unknown(Code::UnknownType, name, type_ref.place.0, candidates);
                return None;
            }
        })
    }

    fn fact_decl(&mut self, decl: &FactDecl, judgement: Option<Judgement>) {
        let id = FactId::new(self.data.facts.len());
        let value_type = self.type_of(&decl.type_ref);
        if self.declare_value(&decl.name, NameKind::Fact(id)).is_none() {
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
        self.data.facts_by_name.insert(decl.name.text.clone(), id);
        self.data.facts.push(Fact {
            name: decl.name.text.clone(),
            labels: labels(&decl.labels),
            kind,
            default,
            judgement,
            unit: None,
            span: decl.name.span(),
        });
    }

    fn outcome_decl(&mut self, decl: &OutcomeDecl) {
        let id = OutcomeId::new(self.data.outcomes.len());
        let value_type = self.type_of(&decl.type_ref);
        if self.declare_value(&decl.name, NameKind::Outcome(id)).is_none() {
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
            Some(Type::Enumeration(values)) => values,
            Some(other) => {
                let diagnostic = Diagnostic::new(Code::BadOutcomeType, decl.type_ref.place.0);
                let type_name = self.type_name(other);
                self.report(diagnostic.with("name", decl.name.text.as_str()).with("type", type_name));
                self.untyped_outcomes.insert(id);
                EnumerationId::new(usize::MAX)
            }
            None => {
                self.untyped_outcomes.insert(id);
                EnumerationId::new(usize::MAX)
            }
        };
        let ordered = self.data.enumerations.get(values.index()).is_none_or(|of| of.kind == EnumerationKind::Ordered);
        if !ordered && matches!(combination, None | Some((Combination::Heaviest, _))) {
            let span = combination.map_or(decl.place.0, |(_, span)| span);
            let owner = self.type_name(Type::Enumeration(values));
            let diagnostic = Diagnostic::new(Code::BadCombination, span).with("name", decl.name.text.as_str());
            self.report(diagnostic.with("type", owner));
        }
        self.data.outcomes.push(Outcome {
            name: decl.name.text.clone(),
            labels: labels(&decl.labels),
            values,
            combination: combination.map_or(Combination::Heaviest, |(given, _)| given),
            rules: Vec::new(),
            exemptions: Vec::new(),
            adjustments: Vec::new(),
            deciders: Vec::new(),
            enforcers: Vec::new(),
        });
    }

    /// Declares the defines, orders them so that each comes after those it mentions, and checks them in that order.
    pub(super) fn resolve_defines(&mut self, items: &[Item]) {
        let mut declared: Vec<&DefineDecl> = Vec::new();
        for item in items {
            let Item::Define(decl) = item else { continue };
            let id = DefineId::new(declared.len());
            if self.declare_value(&decl.name, NameKind::Define(id)).is_some() {
                declared.push(decl);
                self.units.add_define(id);
            }
        }
        let order = self.order_defines(&declared);
        let mut resolved: BTreeMap<DefineId, Define> = BTreeMap::new();
        for id in order {
            let Some(decl) = declared.get(id.index()) else { continue };
            let Some(value) = self.expression(&decl.value, None) else { continue };
            self.define_types.insert(id, value.value_type);
            self.unify_define(id, &value);
            self.data.define_order.push(id);
            resolved.insert(id, Define { name: decl.name.text.clone(), labels: labels(&decl.labels), value });
        }
        // Where a define is at fault the policy is not built; the others need their place in the vector all the same.
        for (index, decl) in declared.iter().enumerate() {
            let define = resolved.remove(&DefineId::new(index));
            self.data.defines.push(define.unwrap_or_else(|| Define {
                name: decl.name.text.clone(),
                labels: Labels::default(),
                value: super::expressions::placeholder(decl.value.span()),
            }));
        }
    }

    /// The defines in an order that respects what they mention. Those in a circle are reported and left out.
    fn order_defines(&mut self, declared: &[&DefineDecl]) -> Vec<DefineId> {
        let mentions: Vec<Vec<DefineId>> = declared.iter().map(|decl| self.mentioned_defines(&decl.value)).collect();
        let mut order = Vec::new();
        let mut state = vec![Visit::New; declared.len()];
        for start in 0..declared.len() {
            // Depth first without recursion: a chain of defines may be as long as the file.
            let mut stack = vec![(DefineId::new(start), 0_usize)];
            while let Some((id, next)) = stack.pop() {
                let Some(slot) = state.get_mut(id.index()) else { continue };
                if *slot == Visit::Done || (*slot == Visit::Open && next == 0) {
                    continue;
                }
                *slot = Visit::Open;
                let Some(target) = mentions.get(id.index()).and_then(|list| list.get(next)).copied() else {
                    *slot = Visit::Done;
                    order.push(id);
                    continue;
                };
                stack.push((id, next + 1));
                match state.get(target.index()) {
                    Some(Visit::New) => stack.push((target, 0)),
                    Some(Visit::Open) => self.define_cycle(declared, &stack, target),
                    Some(Visit::Done) | None => {}
                }
            }
        }
        let cyclic = std::mem::take(&mut self.cyclic_defines);
        order.retain(|id| !cyclic.contains(id));
        self.cyclic_defines = cyclic;
        order
    }

    fn define_cycle(&mut self, declared: &[&DefineDecl], stack: &[(DefineId, usize)], target: DefineId) {
        let begin = stack.iter().position(|(id, _)| *id == target).unwrap_or(0);
        let circle: Vec<DefineId> = stack.iter().skip(begin).map(|(id, _)| *id).collect();
        let name = |id: &DefineId| declared.get(id.index()).map_or("", |decl| decl.name.text.as_str());
        let path: Vec<&str> = circle.iter().chain([&target]).map(name).collect();
        let Some(decl) = declared.get(target.index()) else { return };
        let diagnostic = Diagnostic::new(Code::CyclicDefine, decl.name.span());
        self.report(diagnostic.with("name", name(&target)).with("path", path.join(" → ")));
        self.cyclic_defines.extend(circle);
    }

    fn mentioned_defines(&self, expr: &Expr) -> Vec<DefineId> {
        let mut found = Vec::new();
        let mut rest = vec![expr];
        while let Some(expr) = rest.pop() {
            match &expr.kind {
                ExprKind::Name(name) => {
                    if let Some((NameKind::Define(id), _)) = self.values.get(&name.name.text) {
                        found.push(*id);
                    }
                }
                ExprKind::Literal(_) | ExprKind::Fold(_) | ExprKind::Within(_) | ExprKind::Breached(_) => {}
                ExprKind::Parenthesised(inner)
                | ExprKind::Not(inner)
                | ExprKind::Negative(inner)
                | ExprKind::Membership(_, inner, _) => rest.push(inner),
                ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
                    rest.extend(operands);
                }
                ExprKind::Sum(terms) => rest.extend(terms.iter().map(|(_, term)| term)),
                ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => rest.extend([&**left, &**right]),
            }
        }
        found
    }

    pub(super) fn resolve_assumptions(&mut self, items: &[Item]) {
        for item in items {
            let Item::Assume(decl) = item else { continue };
            if let Some(condition) = self.condition_expr(&decl.condition) {
                self.data.assumptions.push(Assumption { condition, span: decl.place.0 });
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    New,
    Open,
    Done,
}
