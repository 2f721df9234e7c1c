//! What conditions and values mention. A bare word is a field, a fact or the like; else it is a member.

use super::statements::Mentions;
use super::{SymbolId, SymbolKind};
use crate::syntax::ast::{
    AnyGroup, Condition, Expr, ExprKind, Fold, ListValue, Literal, Name, Permitted, Reference, Value, Within,
};

impl Mentions<'_> {
    pub(super) fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Single(expr) => self.expression(expr, None),
            Condition::Any(AnyGroup { items, .. }) => {
                items.iter().for_each(|item| self.expression(&item.condition, None));
            }
        }
    }

    /// Notes what an expression mentions; `expected` is the type that a bare member is looked up in. How deep this goes
    /// is limited by the parser.
    pub(super) fn expression(&mut self, expr: &Expr, expected: Option<SymbolId>) {
        match &expr.kind {
            ExprKind::Name(reference) => self.name_or_member(reference, expected),
            ExprKind::Literal(Literal { .. }) => {}
            ExprKind::Parenthesised(inner) | ExprKind::Not(inner) | ExprKind::Negative(inner) => {
                self.expression(inner, expected);
            }
            ExprKind::And(operands) | ExprKind::Or(operands) | ExprKind::Product(operands) => {
                operands.iter().for_each(|operand| self.expression(operand, expected));
            }
            ExprKind::Sum(terms) => terms.iter().for_each(|(_, term)| self.expression(term, expected)),
            ExprKind::Implies(premise, conclusion) => {
                self.expression(premise, None);
                self.expression(conclusion, None);
            }
            ExprKind::Compare(_, left, right) => {
                let (of_left, of_right) = (self.type_in(left), self.type_in(right));
                self.expression(left, of_right);
                self.expression(right, of_left);
            }
            ExprKind::Membership(_, operand, permitted) => {
                self.expression(operand, None);
                let expected = self.type_in(operand);
                self.permitted(permitted, expected);
            }
            ExprKind::Fold(fold) => self.fold(fold),
            ExprKind::Within(within) => {
                let Within { date, period, anchor, side: _ } = within.as_ref();
                [date, period, anchor].into_iter().for_each(|part| self.expression(part, None));
            }
            ExprKind::Breached(duty) => {
                let found = self.index.duties.get(&duty.text).copied();
                self.index.mention(duty.span(), found);
            }
        }
    }

    fn fold(&mut self, fold: &Fold) {
        self.reference(&fold.list);
        let record = self.index.value(&fold.list.to_string()).and_then(|list| self.index.get(list).value_type);
        let outer = std::mem::replace(&mut self.record, record);
        fold.summand.iter().chain(&fold.condition).for_each(|part| self.expression(part, None));
        self.record = outer;
    }

    pub(super) fn permitted(&mut self, permitted: &Permitted, expected: Option<SymbolId>) {
        match permitted {
            Permitted::None(_) => {}
            Permitted::One(value) => self.value(value, expected),
            Permitted::Set(set) => set.values.iter().for_each(|value| self.value(value, expected)),
            Permitted::Range(range) => [&range.from, &range.to].into_iter().for_each(|end| self.value(end, expected)),
        }
    }

    pub(super) fn value(&mut self, value: &Value, expected: Option<SymbolId>) {
        match value {
            Value::Literal(_) => {}
            Value::Name(name) => self.member_or_value(name, expected),
            Value::Computed(expr) => self.expression(expr, expected),
            Value::List(list) => self.list(list, expected),
        }
    }

    fn list(&mut self, list: &ListValue, record: Option<SymbolId>) {
        for (name, value) in list.records.iter().flat_map(|record| &record.fields) {
            let field = record.and_then(|record| self.index.parts.get(&(record, name.text.clone())).copied());
            self.index.mention(name.span(), field);
            self.value(value, field.and_then(|field| self.index.get(field).value_type));
        }
    }

    /// Where a value stands: a member of the type at hand before anything else of that name.
    fn member_or_value(&mut self, name: &Name, expected: Option<SymbolId>) {
        let found = self.member(&name.text, expected).or_else(|| self.index.value(&name.text));
        self.index.mention(name.span(), found);
    }

    fn name_or_member(&mut self, reference: &Reference, expected: Option<SymbolId>) {
        if let Some(field) = self.field(reference) {
            self.index.mention(reference.name.span(), Some(field));
        } else if self.index.values.contains_key(&reference.to_string()) || reference.of.is_some() {
            self.reference(reference);
        } else {
            let found = self.member(&reference.name.text, expected);
            self.index.mention(reference.name.span(), found);
        }
    }

    /// The member of the expected type, or the only one of the name.
    fn member(&self, name: &str, expected: Option<SymbolId>) -> Option<SymbolId> {
        if let Some(expected) = expected {
            return self.index.parts.get(&(expected, name.to_owned())).copied();
        }
        match self.index.members.get(name).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            Some(_) | None => None,
        }
    }

    /// The field of this name in the record at hand.
    fn field(&self, reference: &Reference) -> Option<SymbolId> {
        if reference.of.is_some() {
            return None;
        }
        self.index.parts.get(&(self.record?, reference.name.text.clone())).copied()
    }

    /// A fact, define, parameter, reading or outcome, and the role that it belongs to.
    pub(super) fn reference(&mut self, reference: &Reference) {
        let found = self.index.value(&reference.to_string());
        self.index.mention(reference.name.span(), found);
        if let Some(role) = &reference.of {
            self.party(role);
        }
    }

    /// The scale or enum that an expression's values are of, where it is a mere name.
    pub(super) fn type_in(&self, expr: &Expr) -> Option<SymbolId> {
        match &expr.kind {
            ExprKind::Name(reference) => {
                let named = self.field(reference).or_else(|| self.index.value(&reference.to_string()))?;
                let symbol = self.index.get(named);
                symbol.value_type.filter(|of| self.index.get(*of).kind != SymbolKind::Record)
            }
            ExprKind::Parenthesised(inner) => self.type_in(inner),
            ExprKind::Literal(_)
            | ExprKind::Not(_)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Implies(..)
            | ExprKind::Compare(..)
            | ExprKind::Membership(..)
            | ExprKind::Sum(_)
            | ExprKind::Product(_)
            | ExprKind::Negative(_)
            | ExprKind::Fold(_)
            | ExprKind::Within(_)
            | ExprKind::Breached(_) => None,
        }
    }
}
