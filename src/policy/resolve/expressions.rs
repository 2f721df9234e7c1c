//! Types of expressions. A bare word is a fact or a define; else it is a member of the type it is compared with.

use super::{NameKind, Resolver};
use crate::diagnostic::{Code, Diagnostic, Safety, nearest};
use crate::policy::ids::{EnumerationId, FieldIndex, RecordId};
use crate::policy::model::{EnumerationKind, Expr, ExprKind, Within};
use crate::policy::value::{ArithmeticError, Type, Value};
use crate::source::Span;
use crate::syntax::ast;
use crate::syntax::ast::{Comparison, Reference, Sign};

/// Stands where an expression was at fault; a policy that has one is never built.
pub(super) fn placeholder(span: Span) -> Expr {
    Expr { kind: ExprKind::Constant(Value::Bool(false)), value_type: Type::Bool, span }
}

impl Resolver {
    /// An expression that must be true or false.
    pub(super) fn condition_expr(&mut self, expr: &ast::Expr) -> Option<Expr> {
        let checked = self.expression(expr, Some(Type::Bool))?;
        if checked.value_type != Type::Bool {
            let found = self.type_name(checked.value_type);
            self.report(Diagnostic::new(Code::NotACondition, expr.span()).with("type", found));
            return None;
        }
        Some(checked)
    }

    /// Checks an expression; `expected` is the type that a bare member is looked up in.
    pub(super) fn expression(&mut self, expr: &ast::Expr, expected: Option<Type>) -> Option<Expr> {
        let span = expr.span();
        let (kind, value_type) = match &expr.kind {
            ast::ExprKind::Name(reference) => return self.name_expr(reference, span, expected),
            ast::ExprKind::Literal(literal) => {
                let value = self.literal(literal, expected)?;
                let value_type = value.kind();
                (ExprKind::Constant(value), value_type)
            }
            ast::ExprKind::Parenthesised(inner) => return self.expression(inner, expected),
            ast::ExprKind::Not(inner) => (ExprKind::Not(Box::new(self.condition_expr(inner)?)), Type::Bool),
            ast::ExprKind::And(operands) => (ExprKind::And(self.conditions(operands)?), Type::Bool),
            ast::ExprKind::Or(operands) => (ExprKind::Or(self.conditions(operands)?), Type::Bool),
            ast::ExprKind::Implies(premise, conclusion) => {
                let (premise, conclusion) = (self.condition_expr(premise), self.condition_expr(conclusion));
                (ExprKind::Implies(Box::new(premise?), Box::new(conclusion?)), Type::Bool)
            }
            ast::ExprKind::Compare(operator, left, right) => {
                (self.comparison(*operator, left, right, span)?, Type::Bool)
            }
            ast::ExprKind::Membership(polarity, operand, permitted) => {
                (self.membership(*polarity, operand, permitted, span)?, Type::Bool)
            }
            ast::ExprKind::Fold(fold) => return self.fold(fold, span),
            ast::ExprKind::Within(within) => (self.within(within)?, Type::Bool),
            ast::ExprKind::Breached(duty) => return self.breach_of(duty),
            ast::ExprKind::Sum(terms) => self.sum(terms, expected)?,
            ast::ExprKind::Product(factors) => self.product(factors, expected)?,
            ast::ExprKind::Negative(inner) => {
                let operand = self.expression(inner, expected)?;
                let value_type = operand.value_type;
                if !matches!(value_type, Type::Int | Type::Decimal | Type::Money | Type::Duration) {
                    self.bad_arithmetic("negative", value_type, value_type, span);
                    return None;
                }
                (ExprKind::Negative(Box::new(operand)), value_type)
            }
        };
        let checked = Expr { kind, value_type, span };
        self.fold_constant(&checked)?;
        Some(checked)
    }

    fn conditions(&mut self, operands: &[ast::Expr]) -> Option<Vec<Expr>> {
        let checked: Vec<Option<Expr>> = operands.iter().map(|operand| self.condition_expr(operand)).collect();
        checked.into_iter().collect()
    }

    /// `date within period before|after anchor`.
    fn within(&mut self, within: &ast::Within) -> Option<ExprKind> {
        let parts = [(&within.date, Type::Date), (&within.period, Type::Duration), (&within.anchor, Type::Date)];
        let checked: Vec<Option<Expr>> = parts
            .into_iter()
            .map(|(part, wanted)| {
                let found = self.expression(part, Some(wanted))?;
                if found.value_type != wanted {
                    self.wrong_type(part.span(), wanted, found.value_type);
                    return None;
                }
                Some(found)
            })
            .collect();
        let mut checked = checked.into_iter();
        let (date, period, anchor) = (checked.next()??, checked.next()??, checked.next()??);
        Some(ExprKind::Within(Box::new(Within { date, period, side: within.side, anchor })))
    }

    /// The field of this name in the record at hand.
    fn field(&self, reference: &Reference) -> Option<(FieldIndex, Type)> {
        if reference.of.is_some() {
            return None;
        }
        let fields = &self.data.records.get(self.record?.index())?.fields;
        let found = fields.iter().enumerate().find(|(_, field)| field.name == reference.name.text);
        found.map(|(index, field)| (FieldIndex::new(index), field.kind))
    }

    fn field_names(&self, id: RecordId) -> Vec<String> {
        let fields = self.data.records.get(id.index()).map(|record| record.fields.as_slice()).unwrap_or_default();
        fields.iter().map(|field| field.name.clone()).collect()
    }

    pub(super) fn name_expr(&mut self, reference: &Reference, span: Span, expected: Option<Type>) -> Option<Expr> {
        if let Some((field, value_type)) = self.field(reference) {
            return Some(Expr { kind: ExprKind::Field(field), value_type, span });
        }
        let name = reference.to_string();
        let (kind, value_type) = match self.values.get(&name).copied() {
            Some((NameKind::Fact(id), declared)) => {
                let value_type = self.data.facts.get(id.index())?.kind;
                if self.untyped.contains(&id) {
                    return None;
                }
                if matches!(value_type, Type::List(_)) {
                    let diagnostic = Diagnostic::new(Code::ListOutsideFold, span).with("name", name);
                    self.report(diagnostic.label(declared, "declared"));
                    return None;
                }
                (ExprKind::Fact(id), value_type)
            }
            // A define without a type was at fault, which has been said.
            Some((NameKind::Define(id), _)) => (ExprKind::Define(id), *self.define_types.get(&id)?),
            Some((NameKind::Param(id), _)) => {
                self.data.params_used.insert(id);
                let param = self.data.params.get(id.index())?;
                let kind = param.constant().map_or(ExprKind::Param(id), |value| ExprKind::Constant(value.clone()));
                if param.versions.is_empty() {
                    return None;
                }
                (kind, param.kind)
            }
            Some((NameKind::Outcome(_), declared)) => {
                let diagnostic = Diagnostic::new(Code::OutcomeAsValue, span).with("name", name);
                self.report(diagnostic.label(declared, "declared"));
                return None;
            }
            None => {
                let own = &reference.name.text;
                let is_member = matches!(expected, Some(Type::Enumeration(_))) || self.members.contains_key(own);
                if reference.of.is_some() || !is_member {
                    let mut candidates: Vec<String> = self.record.map_or_else(Vec::new, |id| self.field_names(id));
                    candidates.extend(self.values.keys().chain(self.members.keys()).cloned());
                    self.unknown_reference(Code::UnknownName, reference, &candidates);
                    return None;
                }
                let value = self.member(own, span, expected)?;
                let value_type = value.kind();
                (ExprKind::Constant(value), value_type)
            }
        };
        Some(Expr { kind, value_type, span })
    }

    /// A member by its name: of the expected type, or of the only type that has it.
    pub(super) fn member(&mut self, name: &str, span: Span, expected: Option<Type>) -> Option<Value> {
        let owners = self.members.get(name).cloned().unwrap_or_default();
        if let Some(Type::Enumeration(wanted)) = expected {
            if let Some((_, index)) = owners.iter().find(|(of, _)| *of == wanted) {
                return Some(Value::Member(wanted, *index));
            }
            self.foreign_member(name, span, wanted, owners.first().map(|(of, _)| *of));
            return None;
        }
        match owners.as_slice() {
            [(of, index)] => Some(Value::Member(*of, *index)),
            [_, _, ..] => {
                let owner = |(of, _): &(EnumerationId, _)| self.type_name(Type::Enumeration(*of));
                let names: Vec<String> = owners.iter().map(owner).collect();
                let diagnostic = Diagnostic::new(Code::AmbiguousMember, span).with("name", name);
                self.report(diagnostic.with("types", listed(&names)));
                None
            }
            [] => {
                let candidates: Vec<String> = self.values.keys().chain(self.members.keys()).cloned().collect();
                self.unknown(Code::UnknownName, name, span, candidates.iter().map(String::as_str));
                None
            }
        }
    }

    pub(super) fn foreign_member(
        &mut self,
        name: &str,
        span: Span,
        wanted: EnumerationId,
        owner: Option<EnumerationId>,
    ) {
        let wanted_name = self.type_name(Type::Enumeration(wanted));
        if let Some(owner) = owner {
            let owner_name = self.type_name(Type::Enumeration(owner));
            let diagnostic = Diagnostic::new(Code::DifferentScales, span).with("name", name);
            self.report(diagnostic.with("found", owner_name).with("wanted", wanted_name));
            return;
        }
        if self.may_be_declared(name) {
            return;
        }
        let members: Vec<String> = self
            .data
            .enumerations
            .get(wanted.index())
            .map(|found| found.members.iter().map(|member| member.name.clone()).collect())
            .unwrap_or_default();
        let mut diagnostic = Diagnostic::new(Code::UnknownMember, span).with("name", name).with("type", wanted_name);
        diagnostic = diagnostic.with("members", listed(&members));
        let facts: Vec<String> = self.values.keys().cloned().collect();
        let nearest = nearest(name, members.iter().chain(&facts).map(String::as_str));
        if let Some(suggestion) = nearest.map(str::to_owned).or_else(|| self.taken_apart(name)) {
            diagnostic = diagnostic.with("suggestion", suggestion.as_str()).help("suggest");
            diagnostic = diagnostic.fix(Safety::Unsafe, span, suggestion);
        }
        self.report(diagnostic);
    }

    /// Whether an expression is a bare word that is neither fact nor define: a member of a type yet to be seen.
    fn is_bare_member(&self, expr: &ast::Expr) -> bool {
        match &expr.kind {
            ast::ExprKind::Name(reference) => {
                reference.of.is_none()
                    && !self.values.contains_key(&reference.name.text)
                    && self.field(reference).is_none()
            }
            ast::ExprKind::Parenthesised(inner) => self.is_bare_member(inner),
            _ => false,
        }
    }

    fn comparison(
        &mut self,
        operator: Comparison,
        left: &ast::Expr,
        right: &ast::Expr,
        span: Span,
    ) -> Option<ExprKind> {
        if let Some(outcome) = self.outcome_named(left) {
            return self.outcome_comparison(outcome, operator, right, span);
        }
        if let Some(outcome) = self.outcome_named(right) {
            return self.outcome_comparison(outcome, operator.mirrored(), left, span);
        }
        let (left, right) = if self.is_bare_member(left) {
            let right = self.expression(right, None)?;
            (self.expression(left, enumeration(right.value_type))?, right)
        } else {
            let left = self.expression(left, None);
            let expected = left.as_ref().map(|left| left.value_type);
            if left.is_none() && self.is_bare_member(right) {
                // The other side was at fault: there is no type to look the member up in.
                return None;
            }
            let right = self.expression(right, expected.filter(|wanted| self.guides(*wanted, right)));
            (left?, right?)
        };
        let (left, right) = (as_decimal(left, &right), right);
        let right = as_decimal(right, &left);
        self.comparable(&left, &right, span)?;
        let by_order = !matches!(operator, Comparison::Equal | Comparison::NotEqual);
        if by_order && !self.is_ordered(left.value_type) {
            let type_name = self.type_name(left.value_type);
            let diagnostic = Diagnostic::new(Code::Unordered, span).with("type", type_name);
            self.report(diagnostic.with("operator", operator.spelling()));
            return None;
        }
        Some(ExprKind::Compare(operator, Box::new(left), Box::new(right)))
    }

    /// Whether the type of one side says how to read the other: members and whole numbers follow it.
    fn guides(&self, wanted: Type, other: &ast::Expr) -> bool {
        matches!(wanted, Type::Decimal) || (enumeration(wanted).is_some() && self.is_bare_member(other))
    }

    pub(super) fn is_ordered(&self, value_type: Type) -> bool {
        match value_type {
            Type::Bool | Type::List(_) => false,
            Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => true,
            Type::Enumeration(id) => {
                self.data.enumerations.get(id.index()).is_some_and(|of| of.kind == EnumerationKind::Ordered)
            }
        }
    }

    /// Reports two values that cannot be compared, and takes note that their units are one.
    fn comparable(&mut self, left: &Expr, right: &Expr, span: Span) -> Option<()> {
        if left.value_type == right.value_type {
            self.unify(left, right, span);
            return Some(());
        }
        let (left_name, right_name) = (self.type_name(left.value_type), self.type_name(right.value_type));
        let code = match (left.value_type, right.value_type) {
            (Type::Enumeration(_), Type::Enumeration(_)) => Code::DifferentScales,
            (Type::Money, Type::Int | Type::Decimal) | (Type::Int | Type::Decimal, Type::Money) => {
                let number = if left.value_type == Type::Money { right } else { left };
                if matches!(number.kind, ExprKind::Constant(_)) {
                    self.report(Diagnostic::new(Code::MissingCurrency, number.span));
                    return None;
                }
                Code::DifferentTypes
            }
            _ => Code::DifferentTypes,
        };
        let diagnostic = Diagnostic::new(code, span).with("found", right_name).with("wanted", left_name);
        self.report(diagnostic.with("name", "none"));
        None
    }

    fn sum(&mut self, terms: &[(Sign, ast::Expr)], expected: Option<Type>) -> Option<(ExprKind, Type)> {
        let checked: Vec<Option<(Sign, Expr)>> =
            terms.iter().map(|(sign, term)| Some((*sign, self.expression(term, expected)?))).collect();
        let checked: Vec<(Sign, Expr)> = checked.into_iter().collect::<Option<_>>()?;
        let mut terms = checked.iter();
        let (_, first) = terms.next()?;
        let mut value_type = first.value_type;
        for (sign, term) in terms {
            let result = match (value_type, sign, term.value_type) {
                (Type::Date, Sign::Minus, Type::Date) => Some(Type::Duration),
                (Type::Date, _, Type::Duration) | (Type::Duration, Sign::Plus, Type::Date) => Some(Type::Date),
                (Type::Int | Type::Decimal | Type::Money | Type::Duration, _, other) if other == value_type => {
                    Some(value_type)
                }
                _ => None,
            };
            let Some(result) = result else {
                let operator = if *sign == Sign::Plus { "+" } else { "-" };
                self.bad_arithmetic(operator, value_type, term.value_type, term.span);
                return None;
            };
            if value_type == term.value_type && matches!(value_type, Type::Money | Type::Duration) {
                self.unify(first, term, term.span);
            }
            value_type = result;
        }
        Some((ExprKind::Sum(checked), value_type))
    }

    fn product(&mut self, factors: &[ast::Expr], expected: Option<Type>) -> Option<(ExprKind, Type)> {
        let numeric = expected.filter(|wanted| *wanted == Type::Decimal);
        let checked: Vec<Option<Expr>> = factors.iter().map(|factor| self.expression(factor, numeric)).collect();
        let checked: Vec<Expr> = checked.into_iter().collect::<Option<_>>()?;
        let mut factors = checked.iter();
        let first = factors.next()?;
        let mut value_type = first.value_type;
        for factor in factors {
            let result = match (value_type, factor.value_type) {
                (Type::Int, Type::Int) => Some(Type::Int),
                (Type::Decimal, Type::Int | Type::Decimal) | (Type::Int, Type::Decimal) => Some(Type::Decimal),
                (Type::Money, Type::Int | Type::Decimal) | (Type::Int | Type::Decimal, Type::Money) => {
                    Some(Type::Money)
                }
                (Type::Duration, Type::Int) | (Type::Int, Type::Duration) => Some(Type::Duration),
                _ => None,
            };
            let Some(result) = result else {
                self.bad_arithmetic("*", value_type, factor.value_type, factor.span);
                return None;
            };
            value_type = result;
        }
        Some((ExprKind::Product(checked), value_type))
    }

    fn bad_arithmetic(&mut self, operator: &str, left: Type, right: Type, span: Span) {
        let (left, right) = (self.type_name(left), self.type_name(right));
        let diagnostic = Diagnostic::new(Code::BadArithmetic, span).with("operator", operator);
        self.report(diagnostic.with("left", left).with("right", right));
    }

    /// Calculates what consists of constants only, so that an overflow shows here and not in a case.
    fn fold_constant(&mut self, expr: &Expr) -> Option<()> {
        let outcome = match &expr.kind {
            ExprKind::Sum(terms) => {
                let mut sum: Option<Value> = None;
                let mut error = None;
                for (sign, term) in terms {
                    let ExprKind::Constant(value) = &term.kind else { return Some(()) };
                    let next = match (&sum, sign) {
                        (None, _) => Ok(value.clone()),
                        (Some(sum), Sign::Plus) => sum.add(value),
                        (Some(sum), Sign::Minus) => sum.subtract(value),
                    };
                    match next {
                        Ok(value) => sum = Some(value),
                        Err(found) => error = error.or(Some(found)),
                    }
                }
                error
            }
            ExprKind::Product(factors) => {
                let mut product: Option<Value> = None;
                let mut error = None;
                for factor in factors {
                    let ExprKind::Constant(value) = &factor.kind else { return Some(()) };
                    match product.as_ref().map_or_else(|| Ok(value.clone()), |product| product.multiply(value)) {
                        Ok(value) => product = Some(value),
                        Err(found) => error = error.or(Some(found)),
                    }
                }
                error
            }
            _ => None,
        };
        match outcome {
            Some(ArithmeticError::Overflow) => {
                self.report(Diagnostic::new(Code::ConstantOverflow, expr.span));
                None
            }
            // Different units are reported where units are settled; working days where the case is decided. Constants
            // are not sets.
            Some(
                ArithmeticError::Mismatch
                | ArithmeticError::NeedsCalendar
                | ArithmeticError::YearNotCovered(_)
                | ArithmeticError::NoVersion
                | ArithmeticError::NotDated
                | ArithmeticError::NeverHappened
                | ArithmeticError::BadInterval
                | ArithmeticError::TooManyAmounts,
            )
            | None => Some(()),
        }
    }
}

fn enumeration(value_type: Type) -> Option<Type> {
    matches!(value_type, Type::Enumeration(_)).then_some(value_type)
}

/// A whole number beside a decimal is a decimal.
fn as_decimal(expr: Expr, other: &Expr) -> Expr {
    match (&expr.kind, other.value_type) {
        (ExprKind::Constant(Value::Int(number)), Type::Decimal) => Expr {
            kind: ExprKind::Constant(Value::Decimal((*number).into())),
            value_type: Type::Decimal,
            span: expr.span,
        },
        _ => expr,
    }
}

/// The first few of a list of names.
fn listed(names: &[String]) -> String {
    const MOST: usize = 8;
    let shown: Vec<&str> = names.iter().take(MOST).map(String::as_str).collect();
    let rest = if names.len() > MOST { ", …" } else { "" };
    format!("{}{rest}", shown.join(", "))
}
