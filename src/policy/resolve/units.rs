//! Currencies and kinds of periods: facts that are compared with each other have one unit.

use super::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{DefineId, FactId, FieldIndex, FoldId, OutcomeId, ParamId, RecordId, UnitGroup};
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
    classes: BTreeMap<Measured, usize>,
    /// The record whose fields are named where the resolver is.
    record: Option<RecordId>,
}

/// What has a unit of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Measured {
    Fact(FactId),
    Define(DefineId),
    Field(RecordId, FieldIndex),
    Param(ParamId),
    Fold(FoldId),
    Outcome(OutcomeId),
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

    fn add(&mut self, measured: Measured, value_type: Type) {
        if matches!(value_type, Type::Money | Type::Duration) {
            let class = self.class();
            self.classes.insert(measured, class);
        }
    }

    pub(super) fn add_fact(&mut self, id: FactId, value_type: Type) {
        self.add(Measured::Fact(id), value_type);
    }

    pub(super) fn add_field(&mut self, record: RecordId, field: FieldIndex, value_type: Type) {
        self.add(Measured::Field(record, field), value_type);
    }

    pub(super) fn add_param(&mut self, id: ParamId, value_type: Type) {
        self.add(Measured::Param(id), value_type);
    }

    pub(super) fn add_fold(&mut self, id: FoldId, value_type: Type) {
        self.add(Measured::Fold(id), value_type);
    }

    pub(super) fn add_outcome(&mut self, id: OutcomeId, value_type: Type) {
        self.add(Measured::Outcome(id), value_type);
    }

    /// The type of a define is not known yet; a class that nothing joins does no harm.
    pub(super) fn add_define(&mut self, id: DefineId) {
        let class = self.class();
        self.classes.insert(Measured::Define(id), class);
    }

    fn class_of(&self, measured: Measured) -> Option<Term> {
        self.classes.get(&measured).map(|class| Term::Class(*class))
    }

    /// The unit that was found for something, and the class it shares it with.
    fn unit_of(&self, measured: Measured) -> Option<UnitClass> {
        let root = self.root(*self.classes.get(&measured)?);
        let unit = self.known.get(&root).map(|(unit, _)| unit.clone());
        Some(UnitClass { group: UnitGroup::new(root), unit })
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
            ExprKind::Fact(id) => self.class_of(Measured::Fact(*id)),
            ExprKind::Define(id) => self.class_of(Measured::Define(*id)),
            ExprKind::Param(id) => self.class_of(Measured::Param(*id)),
            ExprKind::Fold(id) => self.class_of(Measured::Fold(*id)),
            ExprKind::Field(field) => self.class_of(Measured::Field(self.record?, *field)),
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
            ExprKind::AsOf
            | ExprKind::Not(_)
            | ExprKind::Elapsed(_)
            | ExprKind::Within(_)
            | ExprKind::Outcome(..)
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
            (Term::Known(a, first), Term::Known(b, _)) => {
                if a == b {
                    Ok(())
                } else {
                    Err((a, b, first))
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

impl Resolver {
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

    fn unify_measured(&mut self, measured: Measured, value: &Value, span: Span) {
        if let (Some(class), Some(unit)) = (self.units.class_of(measured), value.unit()) {
            self.join_units(class, Term::Known(unit, span), span);
        }
    }

    fn unify_measured_expr(&mut self, measured: Measured, value: &Expr, span: Span) {
        if let (Some(class), Some(term)) = (self.units.class_of(measured), self.units.term(value)) {
            self.join_units(class, term, span);
        }
    }

    pub(super) fn unify_fact(&mut self, id: FactId, value: &Value, span: Span) {
        self.unify_measured(Measured::Fact(id), value, span);
    }

    pub(super) fn unify_field(&mut self, record: RecordId, field: FieldIndex, value: &Value, span: Span) {
        self.unify_measured(Measured::Field(record, field), value, span);
    }

    pub(super) fn unify_param(&mut self, id: ParamId, value: &Value, span: Span) {
        self.unify_measured(Measured::Param(id), value, span);
    }

    pub(super) fn unify_outcome_value(&mut self, id: OutcomeId, value: &Value, span: Span) {
        self.unify_measured(Measured::Outcome(id), value, span);
    }

    pub(super) fn unify_outcome(&mut self, id: OutcomeId, value: &Expr, span: Span) {
        self.unify_measured_expr(Measured::Outcome(id), value, span);
    }

    pub(super) fn unify_define(&mut self, id: DefineId, value: &Expr) {
        self.unify_measured_expr(Measured::Define(id), value, value.span);
    }

    pub(super) fn unify_fold(&mut self, id: FoldId, summand: &Expr, record: RecordId) {
        let before = self.units.record.replace(record);
        self.unify_measured_expr(Measured::Fold(id), summand, summand.span);
        self.units.record = before;
    }

    /// The record whose fields expressions name from here on.
    pub(super) fn enter_record(&mut self, record: Option<RecordId>) {
        self.record = record;
        self.units.record = record;
    }

    fn join_units(&mut self, left: Term, right: Term, span: Span) {
        if let Err((first, second, seen)) = self.units.join(left, right) {
            let is_money = matches!((&first, &second), (Unit::Currency(_), Unit::Currency(_)));
            let code = if is_money { Code::MixedCurrencies } else { Code::IncomparablePeriods };
            let diagnostic = Diagnostic::new(code, span).with("first", first.to_string());
            self.report(diagnostic.with("second", second.to_string()).label(seen, "first"));
        }
    }

    /// Writes the units that were found to where they are needed.
    pub(super) fn settle_units(&mut self) {
        for measured in self.units.classes.keys() {
            let unit = self.units.unit_of(*measured);
            match measured {
                Measured::Fact(id) => {
                    if let Some(fact) = self.data.facts.get_mut(id.index()) {
                        fact.unit = unit;
                    }
                }
                Measured::Field(record, field) => {
                    let record = self.data.records.get_mut(record.index());
                    if let Some(field) = record.and_then(|record| record.fields.get_mut(field.index())) {
                        field.unit = unit;
                    }
                }
                Measured::Outcome(id) => {
                    if let Some(outcome) = self.data.outcomes.get_mut(id.index()) {
                        outcome.unit = unit;
                    }
                }
                Measured::Define(_) | Measured::Param(_) | Measured::Fold(_) => {}
            }
        }
    }
}
