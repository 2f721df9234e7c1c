//! Named expressions, each after those it mentions, and what every case fulfils.

use super::order::{DependencyOrder, dependency_order};
use super::{NameKind, Resolver, labels};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::DefineId;
use crate::policy::model::{Assumption, Define, Labels, QualifiedName};
use crate::syntax::ast::{DefineDecl, Expr, ExprKind, Item, Permitted, Value};
use std::collections::BTreeMap;

impl Resolver {
    /// Declares the defines, orders them so that each comes after those it mentions, and checks them in that order.
    pub(super) fn resolve_defines(&mut self, items: &[Item]) {
        let mut declared: Vec<&DefineDecl> = Vec::new();
        let mut names: Vec<QualifiedName> = Vec::new();
        for item in items {
            let Item::Define(decl) = item else { continue };
            let id = DefineId::new(declared.len());
            let Some(name) = self.declared_name(&decl.name, decl.of.as_ref()) else { continue };
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
        let mut rest = vec![expr];
        while let Some(expr) = rest.pop() {
            match &expr.kind {
                ExprKind::Name(reference) => {
                    if let Some((NameKind::Define(id), _)) = self.values.get(&reference.to_string()) {
                        found.push(*id);
                    }
                }
                ExprKind::Literal(_) | ExprKind::Breached(_) => {}
                ExprKind::Parenthesised(inner) | ExprKind::Not(inner) | ExprKind::Negative(inner) => rest.push(inner),
                ExprKind::Membership(_, inner, permitted) => {
                    rest.push(inner);
                    rest.extend(calculated_parts(permitted));
                }
                ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
                    rest.extend(operands);
                }
                ExprKind::Sum(terms) => rest.extend(terms.iter().map(|(_, term)| term)),
                ExprKind::Implies(left, right) | ExprKind::Compare(_, left, right) => rest.extend([&**left, &**right]),
                ExprKind::Fold(fold) => rest.extend(fold.summand.iter().chain(&fold.condition)),
                ExprKind::Within(within) => rest.extend([&within.date, &within.period, &within.anchor]),
            }
        }
        found.into_iter()
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
