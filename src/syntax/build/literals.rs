//! Literals, values, clause numbers and citations.

use super::Builder;
use crate::diagnostic::{Code, Diagnostic, Safety};
use crate::source::limits::MAX_CLAUSE_NUMBER;
use crate::source::{Place, Span};
use crate::syntax::ast::{
    Citation, DurationUnit, Expr, ExprKind, ListValue, Literal, LiteralKind, Name, Permitted, RecordValue, Reference,
    Value, ValueRange, ValueSet,
};
use crate::syntax::clause::{ClausePath, parse_count};
use crate::syntax::grammar::Rule;
use crate::syntax::keywords;
use jiff::civil::Date;
use pest::iterators::Pair;
use rust_decimal::Decimal;

impl<'t> Builder<'t> {
    pub(super) fn literal(&mut self, pair: Pair<'t, Rule>) -> Option<Literal> {
        let place = self.place(&pair);
        let kind = match pair.as_rule() {
            Rule::kw_true => LiteralKind::Bool(true),
            Rule::kw_false => LiteralKind::Bool(false),
            Rule::kw_never => LiteralKind::Never,
            Rule::date => LiteralKind::Date(self.date(&pair, place.0)?),
            _ => self.quantity(pair, place.0)?,
        };
        Some(Literal { kind, place })
    }

    fn date(&mut self, pair: &Pair<'t, Rule>, span: Span) -> Option<Date> {
        let date = parse_date(pair.as_str());
        if date.is_none() {
            self.report(Diagnostic::new(Code::ImpossibleDate, span).with("date", pair.as_str()));
        }
        date
    }

    fn quantity(&mut self, pair: Pair<'t, Rule>, span: Span) -> Option<LiteralKind> {
        let mut parts = pair.into_inner();
        let digits = parts.next()?;
        let written = digits.as_str();
        let kind = match parts.next() {
            None if written.contains('.') => Decimal::from_str_exact(written).ok().map(LiteralKind::Decimal),
            None => written.parse().ok().map(LiteralKind::Int),
            Some(currency) if currency.as_rule() == Rule::currency => Decimal::from_str_exact(written)
                .ok()
                .map(|amount| LiteralKind::Money(amount, currency.as_str().to_owned())),
            Some(unit) => {
                let unit = match unit.as_rule() {
                    Rule::unit_working_days => DurationUnit::WorkingDays,
                    Rule::unit_days => DurationUnit::Days,
                    Rule::unit_months => DurationUnit::Months,
                    _ => DurationUnit::Years,
                };
                written.parse().ok().map(|count| LiteralKind::Duration(count, unit))
            }
        };
        if kind.is_none() {
            self.number_out_of_range(span, written);
        }
        kind
    }

    fn number_out_of_range(&mut self, span: Span, written: &str) {
        let shown: String = written.chars().take(40).collect();
        self.report(Diagnostic::new(Code::NumberOutOfRange, span).with("number", shown));
    }

    pub(super) fn value(&mut self, pair: Pair<'t, Rule>) -> Option<Value> {
        let place = self.place(&pair);
        let mut negative = None;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::minus => negative = Some(self.span(&part)),
                Rule::name => {
                    if let Some(sign) = negative {
                        self.report(unexpected(sign, "-").with("expected", "value"));
                    }
                    return Some(Value::Name(self.name(&part)));
                }
                _ => {
                    let mut literal = self.literal(part)?;
                    if let Some(sign) = negative {
                        literal.kind = self.negated(&literal.kind, sign)?;
                        literal.place = place;
                    }
                    return Some(Value::Literal(literal));
                }
            }
        }
        None
    }

    /// A value that may be calculated: a literal or a plain name stays what it is.
    pub(super) fn amount(&mut self, pair: Pair<'t, Rule>) -> Option<Value> {
        let expr = self.calculation(pair)?;
        let place = expr.place;
        Some(match expr.kind {
            ExprKind::Literal(literal) => Value::Literal(Literal { kind: literal.kind, place }),
            ExprKind::Name(Reference { name, of: None, .. }) => Value::Name(name),
            kind => Value::Computed(Box::new(Expr { kind, place })),
        })
    }

    /// A value or a list of records; `None` for other pairs too.
    pub(super) fn given_value(&mut self, pair: Pair<'t, Rule>) -> Option<Value> {
        match pair.as_rule() {
            Rule::value => self.value(pair),
            Rule::list => self.list(pair).map(Value::List),
            _ => None,
        }
    }

    fn list(&mut self, pair: Pair<'t, Rule>) -> Option<ListValue> {
        let place = self.place(&pair);
        let records = pair.into_inner().filter(|part| part.as_rule() == Rule::record_value);
        let records: Vec<_> = records.map(|part| self.record_value(part)).collect();
        Some(ListValue { records: records.into_iter().collect::<Option<_>>()?, place })
    }

    fn record_value(&mut self, pair: Pair<'t, Rule>) -> Option<RecordValue> {
        let place = self.place(&pair);
        let fields = pair.into_inner().filter(|part| part.as_rule() == Rule::record_field);
        let fields: Vec<_> = fields.map(|part| self.record_field(part)).collect();
        Some(RecordValue { fields: fields.into_iter().collect::<Option<_>>()?, place })
    }

    fn record_field(&mut self, pair: Pair<'t, Rule>) -> Option<(Name, Value)> {
        let (mut name, mut value) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => name = Some(self.name(&part)),
                Rule::value => value = self.value(part),
                _ => {}
            }
        }
        Some((name?, value?))
    }

    /// A number of people.
    pub(super) fn headcount(&mut self, pair: &Pair<'t, Rule>) -> Option<u32> {
        let number = pair.as_str().parse().ok();
        if number.is_none() {
            let span = self.span(pair);
            self.number_out_of_range(span, pair.as_str());
        }
        number
    }

    fn negated(&mut self, kind: &LiteralKind, sign: Span) -> Option<LiteralKind> {
        let negated = kind.negated();
        if negated.is_none() {
            self.report(unexpected(sign, "-").with("expected", "value"));
        }
        negated
    }

    /// `<a, b>` or `a .. b`.
    pub(super) fn permitted(&mut self, pair: Pair<'t, Rule>) -> Option<Permitted> {
        let inner = pair.into_inner().next()?;
        match inner.as_rule() {
            Rule::set => self.set(inner).map(Permitted::Set),
            _ => {
                let place = self.place(&inner);
                let mut ends = inner.into_inner().filter(|part| part.as_rule() == Rule::amount);
                let (from, to) = (ends.next()?, ends.next()?);
                let (from, to) = (self.amount(from), self.amount(to));
                Some(Permitted::Range(ValueRange { from: from?, to: to?, place }))
            }
        }
    }

    pub(super) fn set(&mut self, pair: Pair<'t, Rule>) -> Option<ValueSet> {
        let place = self.place(&pair);
        let mut values = Vec::new();
        let mut faulty = false;
        for part in pair.into_inner().filter(|part| part.as_rule() == Rule::value) {
            match self.value(part) {
                Some(value) => values.push(value),
                None => faulty = true,
            }
        }
        if faulty {
            return None;
        }
        if values.is_empty() {
            self.report(Diagnostic::new(Code::EmptySet, place.0));
            return None;
        }
        Some(ValueSet { values, place })
    }

    pub(super) fn count(&mut self, pair: &Pair<'t, Rule>) -> Option<u32> {
        let number = parse_count(pair.as_str());
        if number.is_none() {
            let span = self.span(pair);
            let shown: String = pair.as_str().chars().take(40).collect();
            let diagnostic = Diagnostic::new(Code::BadClauseNumber, span).with("number", shown);
            self.report(diagnostic.with("limit", MAX_CLAUSE_NUMBER));
        }
        number
    }

    pub(super) fn article_number(&mut self, pair: Pair<'t, Rule>) -> Option<u32> {
        let count = pair.into_inner().find(|part| part.as_rule() == Rule::count)?;
        self.count(&count)
    }

    pub(super) fn item_number(&mut self, pair: Pair<'t, Rule>) -> Option<(u32, Place)> {
        let place = self.place(&pair);
        let count = pair.into_inner().find(|part| part.as_rule() == Rule::count)?;
        Some((self.count(&count)?, place))
    }

    pub(super) fn citation(&mut self, pair: Pair<'t, Rule>) -> Option<Citation> {
        let place = self.place(&pair);
        let mut numbers = Vec::new();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::article_citation => numbers.push(self.article_number(part)?),
                Rule::count => numbers.push(self.count(&part)?),
                _ => {}
            }
        }
        Some(Citation { path: ClausePath::from_numbers(numbers)?, place })
    }

    pub(super) fn citations(&mut self, pair: Pair<'t, Rule>) -> Vec<Citation> {
        let citations = pair.into_inner().filter(|part| part.as_rule() == Rule::citation);
        citations.filter_map(|part| self.citation(part)).collect()
    }

    /// Reports an operator that another language writes differently, and offers ours.
    pub(super) fn foreign_operator(&mut self, pair: &Pair<'t, Rule>, ours: &'static str) {
        let span = self.span(pair);
        let diagnostic = Diagnostic::new(Code::ForeignOperator, span).with("found", pair.as_str()).with("ours", ours);
        let keyword = keywords::in_language_around(ours, pair.get_input(), pair.as_span().start());
        self.report(diagnostic.fix(Safety::Safe, span, keyword));
    }
}

impl LiteralKind {
    /// The literal with a minus sign in front; `None` for what has no sign.
    pub(super) fn negated(&self) -> Option<Self> {
        match self {
            Self::Int(number) => Some(Self::Int(-number)),
            Self::Decimal(number) => Some(Self::Decimal(-number)),
            Self::Money(amount, currency) => Some(Self::Money(-amount, currency.clone())),
            Self::Duration(count, unit) => Some(Self::Duration(-count, *unit)),
            Self::Bool(_) | Self::Date(_) | Self::Never => None,
        }
    }
}

/// Reads `YYYY-MM-DD`, nothing wider; `None` where the calendar has no such day.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if (year.len(), month.len(), day.len()) != (4, 2, 2) || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

pub(super) fn unexpected(span: Span, found: &str) -> Diagnostic {
    let shown: String = found.chars().take(40).collect();
    Diagnostic::new(Code::UnexpectedText, span).with("found", shown)
}
