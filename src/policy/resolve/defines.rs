//! Named expressions, each after those it mentions, and what every case fulfils.

use super::order::{DependencyOrder, dependency_order};
use super::{NameKind, Resolver, labels};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::DefineId;
use crate::policy::model::{Assumption, Define, Labels, QualifiedName};
use crate::policy::value::Type;
use crate::syntax::ast::{DefineDecl, Expr, ExprKind, Item, Permitted, Reference, Value};
use std::collections::BTreeMap;

impl Resolver {
    /// Declares the defines, orders them so that each comes after those it mentions, and checks them in that order.
    pub(super) fn resolve_defines(&mut self, items: &[Item]) {
        let mut declared: Vec<&DefineDecl> = Vec::new();
        let mut names: Vec<QualifiedName> = Vec::new();
        for item in items {
            let Item::Define(decl) = item else { continue };
            let id = DefineId::new(declared.len());
            let name = self.declared_name(&decl.name, decl.of.as_ref());
            if self.declare_value(&decl.name, &name, NameKind::Define(id)).is_some() {
                declared.push(decl);
                names.push(name);
                self.units.add_define(id);
            }
        }
        let order = self.order_defines(&declared);
        let mut resolved: BTreeMap<DefineId, Define> = BTreeMap::new();
        for id in order {
            let (Some(decl), Some(name)) = (declared.get(id.index()), names.get(id.index())) else { continue };
            let Some(value) = self.expression(&decl.value, None) else { continue };
            self.define_types.insert(id, value.value_type);
            self.unify_define(id, &value);
            self.data.define_order.push(id);
            resolved.insert(id, Define { name: name.clone(), labels: labels(&decl.labels), value });
        }
        // Where a define is at fault the policy is not built; the others need their place in the vector all the same.
        for (index, (decl, name)) in declared.iter().zip(names).enumerate() {
            let define = resolved.remove(&DefineId::new(index));
            self.data.defines.push(define.unwrap_or_else(|| Define {
                name,
                labels: Labels::default(),
                value: super::expressions::placeholder(decl.value.span()),
            }));
        }
    }

    /// The defines in an order that respects what they mention. Those in a circle are reported and left out.
    fn order_defines(&mut self, declared: &[&DefineDecl]) -> Vec<DefineId> {
        let mentions: Vec<Vec<usize>> =
            declared.iter().map(|decl| self.mentioned_defines(&decl.value).map(DefineId::index).collect()).collect();
        let DependencyOrder { order, circles } = dependency_order(&mentions);
        for circle in circles {
            let name = |index: &usize| declared.get(*index).map_or("", |decl| decl.name.text.as_str());
            let path: Vec<&str> = circle.iter().chain(circle.first()).map(name).collect();
            let Some(decl) = circle.first().and_then(|index| declared.get(*index)) else { continue };
            let diagnostic = Diagnostic::new(Code::CyclicDefine, decl.name.span());
            self.report(diagnostic.with("name", decl.name.text.as_str()).with("path", path.join(" → ")));
            self.cyclic_defines.extend(circle.into_iter().map(DefineId::new));
        }
        order.into_iter().map(DefineId::new).filter(|id| !self.cyclic_defines.contains(id)).collect()
    }

    fn mentioned_defines(&self, expr: &Expr) -> impl Iterator<Item = DefineId> + use<> {
        let mut found = Vec::new();
        // Each part with the list whose fields can be named there: a field wins over a define of its name.
        let mut rest: Vec<(&Expr, Option<&Reference>)> = vec![(expr, None)];
        while let Some((expr, list)) = rest.pop() {
            let mut inner: Vec<&Expr> = Vec::new();
            match &expr.kind {
                ExprKind::Name(reference) => {
                    if let Some((NameKind::Define(id), _)) = self.values.get(&reference.to_string())
                        && !list.is_some_and(|list| self.is_field_of(list, reference))
                    {
                        found.push(*id);
                    }
                }
                ExprKind::Literal(_) | ExprKind::Breached(_) => {}
                ExprKind::Parenthesised(part) | ExprKind::Not(part) | ExprKind::Negative(part) => inner.push(part),
                ExprKind::Membership(_, part, permitted) => {
                    inner.push(part);
                    inner.extend(calculated_parts(permitted));
                }
                ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
                    inner.extend(operands);
                }
                ExprKind::Sum(terms) => inner.extend(terms.iter().map(|(_, term)| term)),
                ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => inner.extend([&**left, &**right]),
                ExprKind::Fold(fold) => {
                    let parts = fold.summand.iter().chain(&fold.condition);
                    rest.extend(parts.map(|part| (part, Some(&fold.list))));
                }
                ExprKind::Within(within) => inner.extend([&within.date, &within.period, &within.anchor]),
            }
            rest.extend(inner.into_iter().map(|part| (part, list)));
        }
        found.into_iter()
    }

    /// Whether a name is that of a field of the list's records.
    fn is_field_of(&self, list: &Reference, name: &Reference) -> bool {
        let Some((NameKind::Fact(id), _)) = self.values.get(&list.to_string()) else { return false };
        let Some(Type::List(record)) = self.data.facts.get(id.index()).map(|fact| fact.kind) else { return false };
        let fields = self.data.records.get(record.index()).map(|record| record.fields.as_slice()).unwrap_or_default();
        name.of.is_none() && fields.iter().any(|field| field.name == name.name.text)
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

/// The expressions that the ends of a range are calculated from.
fn calculated_parts(permitted: &Permitted) -> Vec<&Expr> {
    let ends: Vec<&Value> = match permitted {
        Permitted::Range(range) => vec![&range.from, &range.to],
        Permitted::One(value) => vec![value],
        Permitted::Set(set) => set.values.iter().collect(),
        Permitted::None(_) => Vec::new(),
    };
    let calculated = ends.into_iter().filter_map(|value| match value {
        Value::Computed(expr) => Some(&**expr),
        Value::Literal(_) | Value::Name(_) | Value::List(_) => None,
    });
    calculated.collect()
}
