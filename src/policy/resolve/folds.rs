//! Folds: the only way to read a list of records.

use super::{NameKind, Resolver};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{FactId, FoldId, RecordId};
use crate::policy::model::{Expr, ExprKind, Fold};
use crate::policy::value::Type;
use crate::source::Span;
use crate::syntax::ast;
use crate::syntax::ast::{FoldKind, Reference};

impl Resolver {
    /// `count LIST where C` and the like.
    pub(super) fn fold(&mut self, fold: &ast::Fold, span: Span) -> Option<Expr> {
        if self.record.is_some() {
            self.report(Diagnostic::new(Code::NestedFold, span));
            return None;
        }
        let (list, record) = self.list_named(&fold.list)?;
        self.enter_record(Some(record));
        let summand = match &fold.summand {
            Some(summand) => self.summand(summand).map(Some),
            None => Some(None),
        };
        let condition = match &fold.condition {
            Some(condition) => self.condition_expr(condition).map(Some),
            None => Some(None),
        };
        self.enter_record(None);
        let (summand, condition) = (summand?, condition?);
        let value_type = match (fold.kind, &summand) {
            (FoldKind::Exists | FoldKind::Every, _) => Type::Bool,
            (FoldKind::Sum, Some(summand)) => summand.value_type,
            (FoldKind::Count | FoldKind::LongestRun | FoldKind::Sum, _) => Type::Int,
        };
        let checked = Fold { kind: fold.kind, list, summand, condition, value_type, span };
        let id = self.fold_id(checked, record);
        Some(Expr { kind: ExprKind::Fold(id), value_type, span })
    }

    /// The fold's id; folds that mean the same are one, so that they can never come out differently.
    fn fold_id(&mut self, fold: Fold, record: RecordId) -> FoldId {
        if let Some(known) = self.data.folds.iter().position(|known| known.means(&fold)) {
            return FoldId::new(known);
        }
        let id = FoldId::new(self.data.folds.len());
        self.units.add_fold(id, fold.value_type);
        if let Some(summand) = &fold.summand {
            self.unify_fold(id, summand, record);
        }
        self.data.folds.push(fold);
        id
    }

    fn list_named(&mut self, reference: &Reference) -> Option<(FactId, RecordId)> {
        let id = self.fact(reference)?;
        if self.untyped.contains(&id) {
            return None;
        }
        let kind = self.data.facts.get(id.index())?.kind;
        if let Type::List(record) = kind {
            return Some((id, record));
        }
        let found = self.type_name(kind);
        let declared = self.values.get(&reference.to_string()).map(|(_, span)| *span);
        let diagnostic = Diagnostic::new(Code::NotAList, reference.span()).with("name", reference.to_string());
        let diagnostic = diagnostic.with("type", found);
        self.report(match declared {
            Some(declared) => diagnostic.label(declared, "declared"),
            None => diagnostic,
        });
        None
    }

    fn summand(&mut self, summand: &ast::Expr) -> Option<Expr> {
        let checked = self.expression(summand, None)?;
        if !matches!(checked.value_type, Type::Int | Type::Decimal | Type::Money | Type::Duration) {
            let found = self.type_name(checked.value_type);
            self.report(Diagnostic::new(Code::BadSummand, summand.span()).with("type", found));
            return None;
        }
        Some(checked)
    }

    /// The outcome that an expression names, and nothing else.
    pub(super) fn outcome_named(&self, expr: &ast::Expr) -> Option<crate::policy::ids::OutcomeId> {
        match &expr.kind {
            ast::ExprKind::Name(reference) => match self.values.get(&reference.to_string()) {
                Some((NameKind::Outcome(id), _)) => Some(*id),
                _ => None,
            },
            ast::ExprKind::Parenthesised(inner) => self.outcome_named(inner),
            _ => None,
        }
    }
}
