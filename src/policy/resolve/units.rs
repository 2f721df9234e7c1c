//! Currencies and kinds of periods: facts that are compared with each other have one unit.

use super::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{DefineId, FactId, UnitGroup};
use crate::policy::model::{Expr, ExprKind, UnitClass};
use crate::policy::value::{Type, Unit, Value};
use crate::source::Span;
use std::collections::BTreeMap;

/// Classes of facts and defines with one unit, as a union–find forest.
#[derive(Default)]
pub(super) struct Units {
    parents: Vec<usize>,
    /// The unit of a class, at its root, and where it was first seen.
    known: BTreeMap<usize, (Unit, Span)>,
    facts: BTreeMap<FactId, usize>,
    defines: BTreeMap<DefineId, usize>,
}

/// The unit of an expression: known, or that of a class.
enum Term {
    Known(Unit, Span),
    Class(usize),
}

impl Units {
    fn class(&mut self) -> usize {
        self.parents.push(self.parents.len());
        self.parents.len() - 1
    }

    pub(super) fn add_fact(&mut self, id: FactId, value_type: Type) {
        if matches!(value_type, Type::Money | Type::Duration) {
            let class = self.class();
            self.facts.insert(id, class);
        }
    }

    pub(super) fn add_define(&mut self, id: DefineId) {
        let class = self.class();
        self.defines.insert(id, class);
    }

    fn root(&self, mut class: usize) -> usize {
        while let Some(parent) = self.parents.get(class)
            && *parent != class
        {
            class = *parent;
        }
        class
    }

    fn term(&self, expr: &Expr) -> Option<Term> {
        match &expr.kind {
            ExprKind::Constant(value) => value.unit().map(|unit| Term::Known(unit, expr.span)),
            ExprKind::Fact(id) => self.facts.get(id).map(|class| Term::Class(*class)),
            ExprKind::Define(id) => self.defines.get(id).map(|class| Term::Class(*class)),
            // The difference of two dates is counted in days; a sum has the unit of its parts.
            ExprKind::Sum(terms) if terms.iter().any(|(_, term)| term.value_type == Type::Date) => {
                Some(Term::Known(Unit::Days, expr.span))
            }
            ExprKind::Sum(terms) => terms.first().and_then(|(_, term)| self.term(term)),
            ExprKind::Product(factors) => {
                let measured = |factor: &&Expr| matches!(factor.value_type, Type::Money | Type::Duration);
                factors.iter().find(measured).and_then(|factor| self.term(factor))
            }
            ExprKind::Negative(inner) => self.term(inner),
            ExprKind::Not(_)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Implies(..)
            | ExprKind::Compare(..)
            | ExprKind::Among(..)
            | ExprKind::Between(..) => None,
        }
    }

    /// Makes two terms one; gives back the two units where they differ.
    fn join(&mut self, left: Term, right: Term) -> Result<(), (Unit, Unit, Span)> {
        match (left, right) {
            (Term::Known(a, _), Term::Known(b, span)) => {
                if a == b {
                    Ok(())
                } else {
                    Err((a, b, span))
                }
            }
            (Term::Class(class), Term::Known(unit, span)) | (Term::Known(unit, span), Term::Class(class)) => {
                let root = self.root(class);
                match self.known.get(&root) {
                    Some((known, first)) if *known != unit => Err((known.clone(), unit, *first)),
                    Some(_) => Ok(()),
                    None => {
                        self.known.insert(root, (unit, span));
                        Ok(())
                    }
                }
            }
            (Term::Class(a), Term::Class(b)) => {
                let (a, b) = (self.root(a), self.root(b));
                if a == b {
                    return Ok(());
                }
                if let Some(parent) = self.parents.get_mut(b) {
                    *parent = a;
                }
                match (self.known.get(&a).cloned(), self.known.remove(&b)) {
                    (Some((known, first)), Some((other, _))) if known != other => Err((known, other, first)),
                    (None, Some(other)) => {
                        self.known.insert(a, other);
                        Ok(())
                    }
                    _ => Ok(()),
                }
            }
        }
    }
}

impl Resolver<'_> {
    /// Two expressions are compared or added: their units must be one.
    pub(super) fn unify(&mut self, left: &Expr, right: &Expr, span: Span) {
        if let (Some(left), Some(right)) = (self.units.term(left), self.units.term(right)) {
            self.join_units(left, right, span);
        }
    }

    pub(super) fn unify_value(&mut self, expr: &Expr, value: &Value, span: Span) {
        if let (Some(term), Some(unit)) = (self.units.term(expr), value.unit()) {
            self.join_units(term, Term::Known(unit, span), span);
        }
    }

    pub(super) fn unify_fact(&mut self, id: FactId, value: &Value, span: Span) {
        if let (Some(class), Some(unit)) = (self.units.facts.get(&id).copied(), value.unit()) {
            self.join_units(Term::Class(class), Term::Known(unit, span), span);
        }
    }

    pub(super) fn unify_define(&mut self, id: DefineId, value: &Expr) {
        if let (Some(class), Some(term)) = (self.units.defines.get(&id).copied(), self.units.term(value)) {
            self.join_units(Term::Class(class), term, value.span);
        }
    }

    fn join_units(&mut self, left: Term, right: Term, span: Span) {
        if let Err((first, second, seen)) = self.units.join(left, right) {
            let is_money = matches!((&first, &second), (Unit::Currency(_), Unit::Currency(_)));
            let code = if is_money { Code::MixedCurrencies } else { Code::IncomparablePeriods };
            let diagnostic = Diagnostic::new(code, span).with("first", first.to_string());
            self.report(diagnostic.with("second", second.to_string()).label(seen, "first"));
        }
    }

    /// Writes the units that were found into the facts.
    pub(super) fn settle_units(&mut self) {
        for (id, class) in &self.units.facts {
            let root = self.units.root(*class);
            let unit = self.units.known.get(&root).map(|(unit, _)| unit.clone());
            if let Some(fact) = self.data.facts.get_mut(id.index()) {
                fact.unit = Some(UnitClass { group: UnitGroup::new(root), unit });
            }
        }
    }
}
