//! Literals, constants and lists: what a value is where its type is known.

use super::expressions::placeholder;
use super::{NameKind, Resolver};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{FieldIndex, ParamId, RecordId};
use crate::policy::model::{Expr, ExprKind};
use crate::policy::value::{Duration, Money, Record, Type, Value};
use crate::source::Span;
use crate::syntax::ast;
use crate::syntax::ast::{LiteralKind, Sign};
use std::collections::BTreeMap;

impl Resolver {
    /// A literal; a whole number stands for a decimal one where a decimal is expected.
    pub(super) fn literal(&mut self, literal: &ast::Literal, expected: Option<Type>) -> Option<Value> {
        Some(match &literal.kind {
            LiteralKind::Bool(truth) => Value::Bool(*truth),
            LiteralKind::Int(number) if expected == Some(Type::Decimal) => Value::Decimal((*number).into()),
            LiteralKind::Int(number) => Value::Int(*number),
            LiteralKind::Decimal(number) => Value::Decimal(*number),
            LiteralKind::Money(amount, currency) => {
                Value::Money(Money { amount: *amount, currency: currency.as_str().into() })
            }
            LiteralKind::Date(date) => Value::Date(*date),
            LiteralKind::Never => Value::Never,
            LiteralKind::Duration(count, unit) => {
                let Some(duration) = Duration::new(*count, *unit) else {
                    self.report(
                        Diagnostic::new(Code::NumberOutOfRange, literal.place.0).with("number", count.to_string()),
                    );
                    return None;
                };
                Value::Duration(duration)
            }
        })
    }

    /// The values of a set, each of the wanted type and none twice.
    pub(super) fn distinct_values(&mut self, written: &[ast::Value], wanted: Type) -> Option<Vec<Value>> {
        let mut values: Vec<Value> = Vec::new();
        let mut faulty = false;
        for value in written {
            let Some(found) = self.constant(value, wanted) else {
                faulty = true;
                continue;
            };
            if values.contains(&found) {
                self.report(Diagnostic::new(Code::RepeatedMember, value.span()).with("name", self.shown(&found)));
                faulty = true;
            } else {
                values.push(found);
            }
        }
        (!faulty).then_some(values)
    }

    /// A value of a given type, as in a set, a default or a test.
    pub(super) fn constant(&mut self, value: &ast::Value, wanted: Type) -> Option<Value> {
        match value {
            ast::Value::Name(name) => match wanted {
                Type::Enumeration(_) => self.set_member(&name.text, name.span(), wanted),
                Type::Bool | Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration | Type::List(_) => {
                    if let Some((NameKind::Param(id), _)) = self.values.get(&name.text).copied() {
                        return self.constant_param(id, name.span(), wanted);
                    }
                    if !self.may_be_declared(&name.text) {
                        let type_name = self.type_name(wanted);
                        let diagnostic = Diagnostic::new(Code::WrongType, name.span()).with("wanted", type_name);
                        self.report(diagnostic.with("found", name.text.as_str()));
                    }
                    None
                }
            },
            ast::Value::Literal(literal) => {
                let found = self.literal(literal, Some(wanted))?;
                if found.kind() == wanted {
                    return Some(found);
                }
                let span = literal.place.0;
                if wanted == Type::Money && matches!(found, Value::Int(_) | Value::Decimal(_)) {
                    self.report(Diagnostic::new(Code::MissingCurrency, span));
                    return None;
                }
                self.wrong_type(span, wanted, found.kind());
                None
            }
            ast::Value::Computed(expr) => self.calculated_constant(expr, wanted),
            ast::Value::List(list) => match wanted {
                Type::List(record) => self.list(list, record),
                _ => {
                    let wanted = self.type_name(wanted);
                    let diagnostic = Diagnostic::new(Code::WrongType, list.place.0).with("wanted", wanted);
                    self.report(diagnostic.with("found", "list"));
                    None
                }
            },
        }
    }

    pub(super) fn wrong_type(&mut self, span: Span, wanted: Type, found: Type) {
        let (wanted, found) = (self.type_name(wanted), self.type_name(found));
        self.report(Diagnostic::new(Code::WrongType, span).with("wanted", wanted).with("found", found));
    }

    /// The value of a parameter that never changes; one that does stands for no single value.
    fn constant_param(&mut self, id: ParamId, span: Span, wanted: Type) -> Option<Value> {
        self.data.params_used.insert(id);
        let param = self.data.params.get(id.index())?;
        let (kind, constant, declared) = (param.kind, param.constant().cloned(), param.span);
        if kind != wanted {
            self.wrong_type(span, wanted, kind);
            return None;
        }
        if constant.is_none() {
            self.report(Diagnostic::new(Code::NotConstant, span).label(declared, "declared"));
        }
        constant
    }

    /// The value of a calculation with constants.
    fn calculated_constant(&mut self, expr: &ast::Expr, wanted: Type) -> Option<Value> {
        let checked = self.expression(expr, Some(wanted))?;
        if checked.value_type != wanted {
            self.wrong_type(expr.span(), wanted, checked.value_type);
            return None;
        }
        let found = constant_of(&checked);
        if found.is_none() {
            self.report(Diagnostic::new(Code::NotConstant, expr.span()));
        }
        found
    }

    /// The value of a parameter at one version: a literal or a calculation with constants; its type follows the first.
    pub(super) fn param_value(&mut self, written: &ast::Value, wanted: Option<Type>) -> Option<Value> {
        match (written, wanted) {
            (_, Some(wanted)) => self.constant(written, wanted),
            (ast::Value::Literal(literal), None) => self.literal(literal, None),
            (ast::Value::Name(name), None) => self.member(&name.text, name.span(), None),
            (ast::Value::Computed(expr), None) => {
                let wanted = self.expression(expr, None)?.value_type;
                self.calculated_constant(expr, wanted)
            }
            (ast::Value::List(list), None) => {
                self.report(Diagnostic::new(Code::NotConstant, list.place.0));
                None
            }
        }
    }

    /// A value that may be calculated from facts and parameters: the end of a range, a period.
    pub(super) fn value_expr(&mut self, written: &ast::Value, wanted: Type) -> Option<Expr> {
        let span = written.span();
        let found = match written {
            ast::Value::Literal(literal) => {
                let value = self.literal(literal, Some(wanted))?;
                if wanted == Type::Money && matches!(value, Value::Int(_) | Value::Decimal(_)) {
                    self.report(Diagnostic::new(Code::MissingCurrency, span));
                    return None;
                }
                Expr { value_type: value.kind(), kind: ExprKind::Constant(value), span }
            }
            ast::Value::Name(name) => {
                let reference = ast::Reference { name: name.clone(), of: None, place: name.place };
                self.name_expr(&reference, span, Some(wanted))?
            }
            ast::Value::Computed(expr) => self.expression(expr, Some(wanted))?,
            ast::Value::List(_) => return self.constant(written, wanted).map(|_| placeholder(span)),
        };
        if found.value_type != wanted {
            self.wrong_type(span, wanted, found.value_type);
            return None;
        }
        Some(match constant_of(&found) {
            Some(value) => Expr { kind: ExprKind::Constant(value), value_type: wanted, span },
            None => found,
        })
    }

    /// The records of a list. A field that is left out is unknown.
    fn list(&mut self, list: &ast::ListValue, id: RecordId) -> Option<Value> {
        let kinds: Vec<(String, Type)> = {
            let fields = self.data.records.get(id.index()).map(|record| record.fields.as_slice()).unwrap_or_default();
            fields.iter().map(|field| (field.name.clone(), field.kind)).collect()
        };
        let mut records: Vec<Record> = Vec::new();
        let mut faulty = false;
        for written in &list.records {
            let mut values: Vec<Option<Value>> = vec![None; kinds.len()];
            let mut places: BTreeMap<usize, Span> = BTreeMap::new();
            for (name, value) in &written.fields {
                let found = kinds.iter().enumerate().find(|(_, (known, _))| *known == name.text);
                let Some((index, (_, kind))) = found else {
                    let names = kinds.iter().map(|(known, _)| known.as_str());
                    self.unknown(Code::UnknownField, &name.text, name.span(), names);
                    faulty = true;
                    continue;
                };
                if let Some(first) = places.insert(index, name.span()) {
                    self.report(Diagnostic::new(Code::GivenTwice, name.span()).label(first, "first"));
                    faulty = true;
                    continue;
                }
                match self.constant(value, *kind) {
                    Some(value_found) => {
                        self.unify_field(id, FieldIndex::new(index), &value_found, value.span());
                        if let Some(slot) = values.get_mut(index) {
                            *slot = Some(value_found);
                        }
                    }
                    None => faulty = true,
                }
            }
            records.push(values.into_boxed_slice());
        }
        (!faulty).then(|| Value::List(id, records.into()))
    }

    /// A member in a set or behind `=`: a member of another type there is a foreign member.
    pub(super) fn set_member(&mut self, name: &str, span: Span, wanted: Type) -> Option<Value> {
        let Type::Enumeration(id) = wanted else { return None };
        let owners = self.members.get(name).cloned().unwrap_or_default();
        if let Some((_, index)) = owners.iter().find(|(of, _)| *of == id) {
            return Some(Value::Member(id, *index));
        }
        if let Some((owner, _)) = owners.first() {
            let owner = self.type_name(Type::Enumeration(*owner));
            let wanted = self.type_name(wanted);
            let diagnostic = Diagnostic::new(Code::ForeignMember, span).with("name", name);
            self.report(diagnostic.with("found", owner).with("wanted", wanted));
            return None;
        }
        self.foreign_member(name, span, id, None);
        None
    }

    /// A value as the author would write it.
    pub(super) fn shown(&self, value: &Value) -> String {
        crate::policy::shown_value(&self.data, value)
    }
}

/// The value of what consists of constants only; `None` for anything else, and where the calculation has no result.
pub(super) fn constant_of(expr: &Expr) -> Option<Value> {
    match &expr.kind {
        ExprKind::Constant(value) => Some(value.clone()),
        ExprKind::Negative(inner) => constant_of(inner)?.negate().ok(),
        ExprKind::Sum(terms) => {
            let mut terms = terms.iter();
            let (_, first) = terms.next()?;
            terms.try_fold(constant_of(first)?, |sum, (sign, term)| {
                let term = constant_of(term)?;
                match sign {
                    Sign::Plus => sum.add(&term).ok(),
                    Sign::Minus => sum.subtract(&term).ok(),
                }
            })
        }
        ExprKind::Product(factors) => {
            let mut factors = factors.iter();
            let first = constant_of(factors.next()?)?;
            factors.try_fold(first, |product, factor| product.multiply(&constant_of(factor)?).ok())
        }
        _ => None,
    }
}
