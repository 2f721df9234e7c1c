//! The changes that one can make in a condition.
//!
//! Of a comparison, those of the sufficient set for relational operators are made (Kaminski, Ammann and Offutt, "Better
//! predicate testing", AST 2011): `≥` becomes `>` and `=`, `=` becomes `≤` and `≥`, and so on. The third of each set, a
//! constant truth, is the negation and the left-out condition here.

use super::mutant::{MutationKind, Piece};
use crate::policy::{EnumerationKind, Expr, ExprKind, MemberIndex, OutcomeTest, Policy, Type, Value, Within};
use crate::source::Span;
use crate::syntax::ast::{Comparison, Polarity};
use crate::testing::coverage::{above, below};

/// A change: its kind, what is changed, what it becomes, and how that would be written.
pub(super) type Change<'e> = (MutationKind, &'e Expr, Expr, Vec<Piece>);

/// All changes of an expression and its parts.
pub(super) fn of_condition<'e>(policy: &Policy, expr: &'e Expr) -> Vec<Change<'e>> {
    let mut making = Making { policy, found: Vec::new() };
    making.condition(expr, Negated::Allowed);
    making.found
}

/// Whether a condition is to be negated: behind `not` that is the same as leaving out the `not`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Negated {
    Allowed,
    Done,
}

struct Making<'p, 'e> {
    policy: &'p Policy,
    found: Vec<Change<'e>>,
}

fn text(text: impl Into<String>) -> Piece {
    Piece::Text(text.into())
}

/// What only says that a clause is in force: it has no words of its own.
fn is_guard(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::And(operands) | ExprKind::Or(operands) => operands.iter().all(is_guard),
        ExprKind::Compare(_, left, _) => left.span == expr.span,
        _ => false,
    }
}

impl<'e> Making<'_, 'e> {
    fn add(&mut self, kind: MutationKind, original: &'e Expr, changed: ExprKind, instead: Vec<Piece>) {
        let changed = Expr { kind: changed, ..original.clone() };
        self.found.push((kind, original, changed, instead));
    }

    fn condition(&mut self, expr: &'e Expr, negated: Negated) {
        if is_guard(expr) {
            return;
        }
        let mut stands_elsewhere = false;
        expr.parts(&mut |part| stands_elsewhere |= !expr.span.contains(part.span));
        match &expr.kind {
            _ if stands_elsewhere => self.negate(expr, negated),
            ExprKind::And(operands) | ExprKind::Or(operands) => self.chain(expr, operands),
            ExprKind::Not(inner) => {
                let written = vec![Piece::Written(inner.span)];
                self.found.push((MutationKind::Negation, expr, (**inner).clone(), written));
                self.condition(inner, Negated::Done);
            }
            ExprKind::Implies(premise, conclusion) => {
                let instead = vec![
                    Piece::Written(premise.span),
                    text(" "),
                    Piece::Keyword("and"),
                    text(" "),
                    Piece::Written(conclusion.span),
                ];
                let both = ExprKind::And(vec![(**premise).clone(), (**conclusion).clone()]);
                self.add(MutationKind::Connective, expr, both, instead);
                self.condition(premise, Negated::Allowed);
                self.condition(conclusion, Negated::Allowed);
            }
            ExprKind::Compare(operator, left, right) => {
                self.negate(expr, negated);
                self.compare(expr, *operator, left, right);
            }
            ExprKind::Among(polarity, operand, values) => {
                self.negate(expr, negated);
                self.among(expr, *polarity, operand, values);
            }
            ExprKind::Between(polarity, operand, from, to) => {
                self.negate(expr, negated);
                self.between(expr, *polarity, operand, (from, to));
            }
            ExprKind::Outcome(id, test) => {
                self.negate(expr, negated);
                self.outcome(expr, *id, test);
            }
            ExprKind::Within(within) => {
                self.negate(expr, negated);
                self.period(expr, within);
            }
            ExprKind::Fact(_)
            | ExprKind::Define(_)
            | ExprKind::Field(_)
            | ExprKind::Fold(_)
            | ExprKind::Elapsed(_)
            | ExprKind::Param(_) => self.negate(expr, negated),
            ExprKind::Constant(value) => self.threshold(expr, value),
            ExprKind::Sum(terms) => terms.iter().for_each(|(_, term)| self.amount(term)),
            ExprKind::Product(factors) => factors.iter().for_each(|factor| self.amount(factor)),
            ExprKind::Negative(inner) => self.amount(inner),
            ExprKind::AsOf => {}
        }
    }

    /// Constants in a calculation.
    fn amount(&mut self, expr: &'e Expr) {
        match &expr.kind {
            ExprKind::Constant(_) | ExprKind::Sum(_) | ExprKind::Product(_) | ExprKind::Negative(_) => {
                self.condition(expr, Negated::Done);
            }
            _ => {}
        }
    }

    fn negate(&mut self, expr: &'e Expr, negated: Negated) {
        if negated == Negated::Allowed && expr.value_type == Type::Bool {
            let instead = vec![Piece::Keyword("not"), text(" "), Piece::Written(expr.span)];
            self.add(MutationKind::Negation, expr, ExprKind::Not(Box::new(expr.clone())), instead);
        }
    }

    fn chain(&mut self, expr: &'e Expr, operands: &'e [Expr]) {
        let is_wrapper = operands.iter().any(is_guard);
        if !is_wrapper {
            let (keyword, other) = match &expr.kind {
                ExprKind::And(_) => ("or", ExprKind::Or(operands.to_vec())),
                _ => ("and", ExprKind::And(operands.to_vec())),
            };
            self.add(MutationKind::Connective, expr, other, joined(operands.iter(), keyword));
            for place in 0..operands.len() {
                let others: Vec<&Expr> =
                    operands.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, found)| found).collect();
                let keyword = if matches!(expr.kind, ExprKind::And(_)) { "and" } else { "or" };
                let instead = joined(others.iter().copied(), keyword);
                let kept: Vec<Expr> = others.into_iter().cloned().collect();
                let changed = match (kept.as_slice(), &expr.kind) {
                    ([only], _) => only.kind.clone(),
                    (_, ExprKind::And(_)) => ExprKind::And(kept),
                    _ => ExprKind::Or(kept),
                };
                self.add(MutationKind::DroppedCondition, expr, changed, instead);
            }
        }
        operands.iter().for_each(|operand| self.condition(operand, Negated::Allowed));
    }

    fn compare(&mut self, expr: &'e Expr, operator: Comparison, left: &'e Expr, right: &'e Expr) {
        let by_order = match left.value_type {
            Type::Enumeration(of) => {
                self.policy.enumerations().get(of.index()).is_some_and(|of| of.kind == EnumerationKind::Ordered)
            }
            Type::Bool | Type::List(_) => false,
            Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => true,
        };
        for other in other_comparisons(operator).into_iter().filter(|_| by_order) {
            let instead =
                vec![Piece::Written(left.span), text(format!(" {} ", other.spelling())), Piece::Written(right.span)];
            let changed = ExprKind::Compare(other, Box::new(left.clone()), Box::new(right.clone()));
            self.add(MutationKind::Comparison, expr, changed, instead);
        }
        // A bool compared with a constant has no neighbours.
        for side in [left, right] {
            if let ExprKind::Constant(value) = &side.kind {
                self.threshold(side, value);
            } else {
                self.amount(side);
            }
        }
    }

    fn threshold(&mut self, expr: &'e Expr, value: &Value) {
        for next in [below(self.policy, value), above(self.policy, value)].into_iter().flatten() {
            let instead = vec![text(self.policy.show(&next))];
            self.add(MutationKind::Threshold, expr, ExprKind::Constant(next), instead);
        }
    }

    fn among(&mut self, expr: &'e Expr, polarity: Polarity, operand: &'e Expr, values: &[Value]) {
        let mut lists: Vec<Vec<Value>> = Vec::new();
        if values.len() > 1 {
            let without = |place: usize| {
                let mut others = values.to_vec();
                others.remove(place);
                others
            };
            lists.extend((0..values.len()).map(without));
        }
        if let Type::Enumeration(of) = operand.value_type {
            let members = self.policy.enumerations().get(of.index()).map_or(0, |of| of.members.len());
            let absent = (0..members).map(|index| Value::Member(of, MemberIndex::new(index)));
            for added in absent.filter(|value| !values.contains(value)) {
                let mut more = values.to_vec();
                more.push(added);
                more.sort_by_key(|value| if let Value::Member(_, member) = value { member.index() } else { 0 });
                lists.push(more);
            }
        }
        for list in lists {
            let instead = listed(self.policy, operand.span, polarity, &list);
            let changed = ExprKind::Among(polarity, Box::new(operand.clone()), list);
            self.add(MutationKind::Member, expr, changed, instead);
        }
    }

    fn between(&mut self, expr: &'e Expr, polarity: Polarity, operand: &'e Expr, (from, to): (&Value, &Value)) {
        let beside = |value: &Value| [below(self.policy, value), above(self.policy, value)].into_iter().flatten();
        let ends: Vec<(Value, Value)> = beside(from)
            .map(|from| (from, to.clone()))
            .chain(beside(to).map(|to| (from.clone(), to)))
            .filter(|(from, to)| from.order(to).is_some_and(std::cmp::Ordering::is_le))
            .collect();
        for (from, to) in ends {
            let range = format!(" {} {} .. {}", member_sign(polarity), self.policy.show(&from), self.policy.show(&to));
            let instead = vec![Piece::Written(operand.span), text(range)];
            let changed = ExprKind::Between(polarity, Box::new(operand.clone()), from, to);
            self.add(MutationKind::Threshold, expr, changed, instead);
        }
    }

    fn outcome(&mut self, expr: &'e Expr, id: crate::policy::OutcomeId, test: &OutcomeTest) {
        let OutcomeTest::Compare(operator, value) = test else { return };
        let name = self.policy.outcomes().get(id.index()).map_or_else(String::new, |found| found.name.to_string());
        let by_order = below(self.policy, value).or_else(|| above(self.policy, value)).is_some();
        let operators = other_comparisons(*operator).into_iter().filter(|_| by_order);
        let tests = operators.map(|other| (MutationKind::Comparison, other, value.clone()));
        let values = [below(self.policy, value), above(self.policy, value)].into_iter().flatten();
        let values = values.map(|value| (MutationKind::Threshold, *operator, value));
        for (kind, operator, value) in tests.chain(values).collect::<Vec<_>>() {
            let instead = vec![text(format!("{name} {} {}", operator.spelling(), self.policy.show(&value)))];
            self.add(kind, expr, ExprKind::Outcome(id, OutcomeTest::Compare(operator, value)), instead);
        }
    }

    fn period(&mut self, expr: &'e Expr, within: &'e Within) {
        let ExprKind::Constant(value) = &within.period.kind else { return };
        // A constant that stands elsewhere, as a parameter does, is no part of this condition.
        if expr.span.contains(within.period.span) {
            self.threshold(&within.period, value);
        }
    }
}

fn joined<'e>(operands: impl Iterator<Item = &'e Expr>, keyword: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for operand in operands {
        if !pieces.is_empty() {
            pieces.extend([text(" "), Piece::Keyword(keyword), text(" ")]);
        }
        let is_chain = matches!(operand.kind, ExprKind::And(_) | ExprKind::Or(_) | ExprKind::Implies(..));
        if is_chain {
            pieces.extend([text("("), Piece::Written(operand.span), text(")")]);
        } else {
            pieces.push(Piece::Written(operand.span));
        }
    }
    pieces
}

fn listed(policy: &Policy, operand: Span, polarity: Polarity, values: &[Value]) -> Vec<Piece> {
    let shown: Vec<String> = values.iter().map(|value| policy.show(value)).collect();
    vec![Piece::Written(operand), text(format!(" {} <{}>", member_sign(polarity), shown.join(", ")))]
}

fn member_sign(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::In => "∈",
        Polarity::NotIn => "∉",
    }
}

fn other_comparisons(operator: Comparison) -> [Comparison; 2] {
    match operator {
        Comparison::GreaterEqual => [Comparison::Greater, Comparison::Equal],
        Comparison::LessEqual => [Comparison::Less, Comparison::Equal],
        Comparison::Greater => [Comparison::GreaterEqual, Comparison::NotEqual],
        Comparison::Less => [Comparison::LessEqual, Comparison::NotEqual],
        Comparison::Equal => [Comparison::LessEqual, Comparison::GreaterEqual],
        Comparison::NotEqual => [Comparison::Less, Comparison::Greater],
    }
}
