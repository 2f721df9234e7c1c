//! Conditions, values and literals.

use super::layout::{Group, Piece};
use super::writer::Writer;
use crate::syntax::ast::{
    Comparison, DurationUnit, Expr, ExprKind, Fold, FoldKind, ListValue, Literal, LiteralKind, Permitted, Polarity,
    RecordValue, Side, Sign, Value, ValueSet, Within,
};
use crate::syntax::grammar::Rule;
use crate::syntax::keywords::{KeywordLanguage, spelling};

impl Writer<'_> {
    pub(super) fn expression(&mut self, expr: &Expr) {
        let span = expr.span();
        match &expr.kind {
            ExprKind::Name(reference) => self.reference(reference),
            ExprKind::Literal(literal) => self.literal(literal),
            ExprKind::Parenthesised(inner) => {
                self.sign("(", "(（", inner.span().range().start);
                self.aligned(|w| w.expression(inner));
                self.clinging(")", ")）", span.range().end);
            }
            ExprKind::Not(operand) => {
                self.keyword(Rule::kw_not);
                self.space();
                self.expression(operand);
            }
            ExprKind::And(operands) => self.chain(Rule::kw_and, operands),
            ExprKind::Or(operands) => self.chain(Rule::kw_or, operands),
            ExprKind::Implies(premise, conclusion) => self.group(Group::Consistent, |w| {
                w.expression(premise);
                w.indented(|w| {
                    w.line();
                    w.keyword(Rule::kw_implies);
                    w.space();
                    w.expression(conclusion);
                });
            }),
            ExprKind::Compare(comparison, left, right) => {
                self.expression(left);
                self.space();
                self.comparison(*comparison, right.span().range().start);
                self.space();
                self.expression(right);
            }
            ExprKind::Membership(polarity, operand, permitted) => {
                self.expression(operand);
                self.space();
                self.keyword(match polarity {
                    Polarity::In => Rule::kw_in,
                    Polarity::NotIn => Rule::kw_not_in,
                });
                self.space();
                self.permitted_values(permitted);
            }
            ExprKind::Sum(terms) => self.group(Group::Fill, |w| w.indented(|w| w.sum(terms))),
            ExprKind::Product(factors) => self.group(Group::Fill, |w| w.indented(|w| w.product(factors))),
            ExprKind::Negative(operand) => self.negative(operand),
            ExprKind::Fold(fold) => self.fold(fold),
            ExprKind::Within(within) => self.within(within),
            ExprKind::Breached(name) => {
                self.name(name);
                self.space();
                self.keyword(Rule::kw_is_breached);
            }
        }
    }

    fn fold(&mut self, fold: &Fold) {
        self.group(Group::Consistent, |w| {
            w.keyword(match fold.kind {
                FoldKind::Count => Rule::kw_count,
                FoldKind::Exists => Rule::kw_exists,
                FoldKind::Every => Rule::kw_every,
                FoldKind::Sum => Rule::kw_sum,
                FoldKind::LongestRun => Rule::kw_longest_run,
            });
            w.space();
            w.indented(|w| {
                if let Some(summand) = &fold.summand {
                    w.expression(summand);
                    w.space();
                    w.keyword(Rule::kw_over);
                    w.space();
                }
                w.reference(&fold.list);
                if let Some(condition) = &fold.condition {
                    w.line();
                    w.keyword(Rule::kw_where);
                    w.space();
                    w.expression(condition);
                }
            });
        });
    }

    fn within(&mut self, within: &Within) {
        self.expression(&within.date);
        self.space();
        self.keyword(Rule::kw_within);
        self.space();
        self.expression(&within.period);
        self.space();
        self.keyword(match within.side {
            Side::Before => Rule::kw_before,
            Side::After => Rule::kw_after,
        });
        self.space();
        self.expression(&within.anchor);
    }

    /// `a and b and c`, or each on its line, the connective first.
    fn chain(&mut self, connective: Rule, operands: &[Expr]) {
        self.group(Group::Consistent, |w| {
            w.indented(|w| {
                for (index, operand) in operands.iter().enumerate() {
                    if index > 0 {
                        w.line();
                        w.keyword(connective);
                        w.space();
                    }
                    w.expression(operand);
                }
            });
        });
    }

    pub(super) fn comparison(&mut self, comparison: Comparison, bound: usize) {
        let signs = match comparison {
            Comparison::Equal => "=＝",
            Comparison::NotEqual => "≠!！",
            Comparison::Less => "<＜",
            Comparison::LessEqual => "≤<＜",
            Comparison::Greater => ">＞",
            Comparison::GreaterEqual => "≥>＞",
        };
        self.sign(comparison.spelling(), signs, bound);
    }

    fn sum(&mut self, terms: &[(Sign, Expr)]) {
        for (index, (sign, term)) in terms.iter().enumerate() {
            if index > 0 {
                let (written, signs) = match sign {
                    Sign::Plus => ("+", "+＋"),
                    Sign::Minus => ("-", "-－"),
                };
                self.line();
                self.sign(written, signs, term.span().range().start);
                self.space();
            }
            self.expression(term);
        }
    }

    fn product(&mut self, factors: &[Expr]) {
        for (index, factor) in factors.iter().enumerate() {
            if index > 0 {
                self.line();
                self.sign("*", "*×＊", factor.span().range().start);
                self.space();
            }
            self.expression(factor);
        }
    }

    fn negative(&mut self, operand: &Expr) {
        self.sign("-", "-－", operand.span().range().start);
        // Two signs side by side would begin a comment.
        if matches!(operand.kind, ExprKind::Negative(_) | ExprKind::Literal(_)) {
            self.space();
        }
        self.expression(operand);
    }

    pub(super) fn value(&mut self, value: &Value) {
        match value {
            Value::Literal(literal) => self.literal(literal),
            Value::Name(name) => self.name(name),
            Value::Computed(expr) => self.expression(expr),
            Value::List(list) => self.record_list(list),
        }
    }

    /// `[{a = 1, b = 2}, {a = 2}]`, each record on its line where they do not fit.
    fn record_list(&mut self, list: &ListValue) {
        let start_of = |record: &RecordValue| record.place.0.range().start;
        let end = list.place.0.range().end;
        self.sign("[", "[［", list.records.first().map_or(end, start_of));
        self.aligned(|w| {
            w.group(Group::Consistent, |w| {
                for (index, record) in list.records.iter().enumerate() {
                    if index > 0 {
                        w.clinging(",", ",，、", start_of(record));
                        w.line();
                    }
                    w.record_value(record);
                }
            });
        });
        self.clinging("]", "]］", end);
    }

    fn record_value(&mut self, record: &RecordValue) {
        let end = record.place.0.range().end;
        let start_of = |(name, _): &(crate::syntax::ast::Name, Value)| name.span().range().start;
        self.sign("{", "{｛", record.fields.first().map_or(end, start_of));
        self.aligned(|w| {
            w.list(&record.fields, start_of, |w, (name, value)| {
                w.name(name);
                w.space();
                w.sign("=", "=＝", value.span().range().start);
                w.space();
                w.value(value);
            });
        });
        self.clinging("}", "}｝", end);
    }

    pub(super) fn literal(&mut self, literal: &Literal) {
        let written = match &literal.kind {
            LiteralKind::Bool(true) => return self.keyword(Rule::kw_true),
            LiteralKind::Bool(false) => return self.keyword(Rule::kw_false),
            LiteralKind::Int(number) => number.to_string(),
            LiteralKind::Decimal(number) => number.to_string(),
            LiteralKind::Money(amount, currency) => format!("{amount} {currency}"),
            LiteralKind::Date(date) => date.to_string(),
            LiteralKind::Never => spelling(Rule::kw_never, self.language()).to_owned(),
            LiteralKind::Duration(count, unit) => self.duration(*count, *unit),
        };
        self.at(literal.place.0, written);
    }

    fn duration(&self, count: i64, unit: DurationUnit) -> String {
        let is_one = count.unsigned_abs() == 1;
        let (singular, plural, chinese) = match unit {
            DurationUnit::Days => ("day", "days", "天"),
            DurationUnit::WorkingDays => ("working day", "working days", "个工作日"),
            DurationUnit::Months => ("month", "months", "个月"),
            DurationUnit::Years => ("year", "years", "年"),
        };
        match self.language() {
            KeywordLanguage::English => format!("{count} {}", if is_one { singular } else { plural }),
            KeywordLanguage::Chinese => format!("{count}{chinese}"),
        }
    }

    /// What stands behind an outcome: `= a`, `= none`, `∈ <a, b>`, `∈ a .. b`.
    pub(super) fn assigned(&mut self, permitted: &Permitted) {
        match permitted {
            Permitted::None(place) => self.sign("=", "=＝", place.0.range().start),
            Permitted::One(value) => self.sign("=", "=＝", value.span().range().start),
            Permitted::Set(_) | Permitted::Range(_) => self.keyword(Rule::kw_in),
        }
        self.space();
        self.permitted_values(permitted);
    }

    pub(super) fn permitted_values(&mut self, permitted: &Permitted) {
        match permitted {
            Permitted::None(_) => self.keyword(Rule::kw_none),
            Permitted::One(value) => self.value(value),
            Permitted::Set(set) => self.set(set),
            Permitted::Range(range) => {
                self.value(&range.from);
                self.space();
                self.push(Piece::Text("..".to_owned()));
                self.space();
                self.value(&range.to);
            }
        }
    }

    pub(super) fn set(&mut self, set: &ValueSet) {
        let end = set.place.0.range().end;
        self.angled(&set.values, |value| value.span().range().start, Some(end), |w, value| w.value(value));
    }

    /// `<a, b>`, filled where it does not fit.
    pub(super) fn angled<T>(
        &mut self,
        members: &[T],
        start_of: impl Fn(&T) -> usize,
        end: Option<usize>,
        write: impl Fn(&mut Self, &T),
    ) {
        self.sign("<", "<《〈＜", members.first().map_or(0, &start_of));
        self.aligned(|w| {
            w.list(members, start_of, write);
        });
        self.clinging(">", ">》〉＞", end.unwrap_or(0));
    }

    /// `a, b, c`, filled where it does not fit.
    pub(super) fn list<T>(&mut self, members: &[T], start_of: impl Fn(&T) -> usize, write: impl Fn(&mut Self, &T)) {
        self.group(Group::Fill, |w| {
            for (index, member) in members.iter().enumerate() {
                if index > 0 {
                    w.clinging(",", ",，、", start_of(member));
                    w.line();
                }
                write(w, member);
            }
        });
    }
}
