//! Conditions: the grammar gives a flat row of operands and operators, precedence is decided here.
//!
//! From loosest to tightest: `implies`, then `and` / `or` (which do not mix), `not`, comparisons and membership, `+ −`,
//! `×`, the sign. Chains become flat lists, so that only brackets and prefixes nest, and those are counted.

use super::Builder;
use super::literals::unexpected;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::limits::MAX_NESTING;
use crate::source::{Place, Span};
use crate::syntax::ast::{
    Comparison, Expr, ExprKind, Fold, FoldKind, Literal, Polarity, Reference, Side, Sign, Within,
};
use crate::syntax::grammar::Rule;
use pest::iterators::Pair;
use std::iter::Peekable;
use std::vec::IntoIter;

/// The rest of a row.
type Row<'t> = Peekable<IntoIter<Pair<'t, Rule>>>;

impl<'t> Builder<'t> {
    pub(super) fn expression(&mut self, pair: Pair<'t, Rule>) -> Option<Expr> {
        let mut row = self.row(pair);
        let expr = self.implication(&mut row)?;
        let Some(rest) = row.next() else { return Some(expr) };
        // `a ∈ <b> + 1`, `a where b`: what is left belongs to nothing.
        let wanted = if rest.as_rule() == Rule::kw_where { "fold" } else { "connective" };
        let span = self.span(&rest);
        self.report(unexpected(span, rest.as_str()).with("expected", wanted));
        None
    }

    /// Numbers and names joined by `+`, `-` and `*`.
    pub(super) fn calculation(&mut self, pair: Pair<'t, Rule>) -> Option<Expr> {
        let mut row = self.row(pair);
        self.sum(&mut row)
    }

    fn row(&self, pair: Pair<'t, Rule>) -> Row<'t> {
        pair.into_inner().collect::<Vec<_>>().into_iter().peekable()
    }

    fn implication(&mut self, row: &mut Row<'t>) -> Option<Expr> {
        let premise = self.logic(row);
        if row.next_if(|next| next.as_rule() == Rule::kw_implies).is_none() {
            return premise;
        }
        let conclusion = self.logic(row);
        if let Some(again) = row.peek().filter(|next| next.as_rule() == Rule::kw_implies) {
            let span = self.span(again);
            self.report(Diagnostic::new(Code::ChainedOperator, span).with("operator", "implies"));
            return None;
        }
        let (premise, conclusion) = (premise?, conclusion?);
        let place = Place(premise.span().to(conclusion.span()));
        Some(Expr { kind: ExprKind::Implies(Box::new(premise), Box::new(conclusion)), place })
    }

    /// A chain of `and` or a chain of `or`.
    fn logic(&mut self, row: &mut Row<'t>) -> Option<Expr> {
        let mut operands = vec![self.negation(row)];
        let mut operators: Vec<(Connective, Span)> = Vec::new();
        while let Some(connective) = row.peek().and_then(connective) {
            if let Some(pair) = row.next() {
                if pair.as_rule() == Rule::foreign_operator {
                    self.foreign_operator(&pair, connective.keyword());
                }
                operators.push((connective, self.span(&pair)));
            }
            operands.push(self.negation(row));
        }
        let mut operands: Vec<Expr> = operands.into_iter().collect::<Option<_>>()?;
        let Some((first, _)) = operators.first().copied() else { return operands.pop() };
        if let Some((_, span)) = operators.iter().find(|(connective, _)| *connective != first) {
            self.mixed(&operands, &operators, *span);
            return None;
        }
        let place = Place(operands.first()?.span().to(operands.last()?.span()));
        let kind = match first {
            Connective::And => ExprKind::And(operands),
            Connective::Or => ExprKind::Or(operands),
        };
        Some(Expr { kind, place })
    }

    /// Reports `a and b or c` with both ways to read it.
    fn mixed(&mut self, operands: &[Expr], operators: &[(Connective, Span)], span: Span) {
        let words: Vec<String> = operands.iter().map(|operand| self.excerpt(operand.span())).collect();
        let connectives: Vec<(Connective, String)> =
            operators.iter().map(|(connective, span)| (*connective, self.excerpt(*span))).collect();
        let reading = |tight| bracketed(&words, &connectives, tight);
        let diagnostic = Diagnostic::new(Code::MixedAndOr, span)
            .with("and_first", reading(Connective::And))
            .with("or_first", reading(Connective::Or));
        self.report(diagnostic);
    }

    /// A short piece of the author's text, on one line.
    fn excerpt(&self, span: Span) -> String {
        const MOST: usize = 40;
        // Spans count in the author's text; the repaired one differs only where a character was at fault.
        let text = self.repaired.text().get(span.range()).unwrap_or("…");
        let line: Vec<&str> = text.split_whitespace().collect();
        let line = line.join(" ");
        if line.chars().count() <= MOST { line } else { line.chars().take(MOST - 1).chain(['…']).collect() }
    }

    fn negation(&mut self, row: &mut Row<'t>) -> Option<Expr> {
        if let Some(pair) = row.next_if(|next| next.as_rule() == Rule::kw_not) {
            let start = self.span(&pair);
            let operand = self.negation(row)?;
            let place = Place(start.to(operand.span()));
            return Some(Expr { kind: ExprKind::Not(Box::new(operand)), place });
        }
        self.comparison(row)
    }

    fn comparison(&mut self, row: &mut Row<'t>) -> Option<Expr> {
        let mut left = self.sum(row);
        let mut compared = false;
        while let Some(next) = row.peek() {
            let operator = comparison_operator(next);
            if operator.is_none() && !matches!(next.as_rule(), Rule::membership | Rule::timing) {
                break;
            }
            let span = self.span(next);
            let Some(pair) = row.next() else { break };
            if compared {
                self.report(Diagnostic::new(Code::ChainedOperator, span).with("operator", pair.as_str().trim_end()));
                left = None;
            }
            compared = true;
            if let Some(operator) = operator {
                if pair.as_rule() == Rule::foreign_operator {
                    self.foreign_operator(&pair, operator.spelling());
                }
                let right = self.sum(row);
                left = left.zip(right).map(|(left, right)| {
                    let place = Place(left.span().to(right.span()));
                    Expr { kind: ExprKind::Compare(operator, Box::new(left), Box::new(right)), place }
                });
            } else if pair.as_rule() == Rule::timing {
                left = left.and_then(|left| self.timing(left, pair));
            } else {
                let membership = self.membership(pair);
                left = left.zip(membership).map(|(left, (polarity, permitted))| {
                    let place = Place(left.span().to(span));
                    Expr { kind: ExprKind::Membership(polarity, Box::new(left), permitted), place }
                });
            }
        }
        left
    }

    fn membership(&mut self, pair: Pair<'t, Rule>) -> Option<(Polarity, crate::syntax::ast::Permitted)> {
        let (mut polarity, mut permitted) = (Polarity::In, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_not_in => polarity = Polarity::NotIn,
                Rule::permitted => permitted = self.permitted(part),
                _ => {}
            }
        }
        Some((polarity, permitted?))
    }

    /// `… within PERIOD after ANCHOR`.
    fn timing(&mut self, date: Expr, pair: Pair<'t, Rule>) -> Option<Expr> {
        let place = Place(date.span().to(self.span(&pair)));
        let (mut ends, mut side) = (Vec::new(), Side::After);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_before => side = Side::Before,
                Rule::timing_end => ends.push(part.into_inner().next().and_then(|inner| self.primary(inner))),
                _ => {}
            }
        }
        let mut ends = ends.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
        let (period, anchor) = (ends.next()?, ends.next()?);
        Some(Expr { kind: ExprKind::Within(Box::new(Within { date, period, side, anchor })), place })
    }

    fn sum(&mut self, row: &mut Row<'t>) -> Option<Expr> {
        let mut terms = vec![(Sign::Plus, self.product(row))];
        while let Some(pair) = row.next_if(|next| matches!(next.as_rule(), Rule::plus | Rule::minus)) {
            let sign = if pair.as_rule() == Rule::plus { Sign::Plus } else { Sign::Minus };
            terms.push((sign, self.product(row)));
        }
        let mut terms: Vec<(Sign, Expr)> =
            terms.into_iter().map(|(sign, term)| Some((sign, term?))).collect::<Option<_>>()?;
        if terms.len() == 1 {
            return terms.pop().map(|(_, term)| term);
        }
        let place = Place(terms.first()?.1.span().to(terms.last()?.1.span()));
        Some(Expr { kind: ExprKind::Sum(terms), place })
    }

    fn product(&mut self, row: &mut Row<'t>) -> Option<Expr> {
        let mut factors = vec![self.factor(row)];
        while row.next_if(|next| next.as_rule() == Rule::times).is_some() {
            factors.push(self.factor(row));
        }
        let mut factors: Vec<Expr> = factors.into_iter().collect::<Option<_>>()?;
        if factors.len() == 1 {
            return factors.pop();
        }
        let place = Place(factors.first()?.span().to(factors.last()?.span()));
        Some(Expr { kind: ExprKind::Product(factors), place })
    }

    fn factor(&mut self, row: &mut Row<'t>) -> Option<Expr> {
        let pair = row.next()?;
        let place = self.place(&pair);
        match pair.as_rule() {
            Rule::minus => {
                let operand = self.factor(row)?;
                let place = Place(place.0.to(operand.span()));
                Some(Expr { kind: negative(operand), place })
            }
            Rule::kw_not => {
                self.report(unexpected(place.0, pair.as_str()).with("expected", "value"));
                // Its operand belongs to it: leaving it would be read as something else.
                self.factor(row);
                None
            }
            Rule::fold => self.fold(pair, row),
            _ => {
                let operand = self.primary(pair)?;
                match operand.kind {
                    ExprKind::Name(Reference { name, of: None, .. }) if row.peek().is_some_and(is_breached) => {
                        let place = Place(place.0.to(row.next().map_or(place.0, |keyword| self.span(&keyword))));
                        Some(Expr { kind: ExprKind::Breached(name), place })
                    }
                    kind => Some(Expr { kind, ..operand }),
                }
            }
        }
    }

    fn primary(&mut self, pair: Pair<'t, Rule>) -> Option<Expr> {
        let place = self.place(&pair);
        let kind = match pair.as_rule() {
            Rule::parenthesised => {
                let inner = pair.into_inner().find(|part| part.as_rule() == Rule::expression)?;
                ExprKind::Parenthesised(Box::new(self.expression(inner)?))
            }
            Rule::reference => ExprKind::Name(self.reference(pair)?),
            _ => ExprKind::Literal(self.literal(pair)?),
        };
        Some(Expr { kind, place })
    }

    /// A fold; behind `where` the rest of the row is its condition.
    fn fold(&mut self, pair: Pair<'t, Rule>, row: &mut Row<'t>) -> Option<Expr> {
        let mut place = self.place(&pair);
        let (mut kind, mut summand, mut list) = (FoldKind::Sum, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_count => kind = FoldKind::Count,
                Rule::kw_exists => kind = FoldKind::Exists,
                Rule::kw_every => kind = FoldKind::Every,
                Rule::kw_longest_run => kind = FoldKind::LongestRun,
                Rule::amount => summand = Some(self.calculation(part)?),
                Rule::reference => list = self.reference(part),
                _ => {}
            }
        }
        let mut condition = None;
        if let Some(keyword) = row.next_if(|next| next.as_rule() == Rule::kw_where) {
            // Conditions inside each other need no brackets, so they are counted here.
            if self.folds >= MAX_NESTING {
                let span = self.span(&keyword);
                self.report(Diagnostic::new(Code::NestedTooDeep, span).with("limit", MAX_NESTING));
                row.by_ref().for_each(drop);
                return None;
            }
            self.folds += 1;
            let inner = self.implication(row);
            self.folds -= 1;
            let inner = inner?;
            place = Place(place.0.to(inner.span()));
            condition = Some(inner);
        }
        let fold = Fold { kind, summand, list: list?, condition };
        Some(Expr { kind: ExprKind::Fold(Box::new(fold)), place })
    }
}

fn is_breached(pair: &Pair<'_, Rule>) -> bool {
    pair.as_rule() == Rule::kw_is_breached
}

/// A signed number literal is one literal, as in a value.
fn negative(operand: Expr) -> ExprKind {
    if let ExprKind::Literal(literal) = &operand.kind
        && let Some(kind) = literal.kind.negated()
    {
        return ExprKind::Literal(Literal { kind, place: literal.place });
    }
    ExprKind::Negative(Box::new(operand))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Connective {
    And,
    Or,
}

impl Connective {
    fn keyword(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

fn connective(pair: &Pair<'_, Rule>) -> Option<Connective> {
    match (pair.as_rule(), pair.as_str()) {
        (Rule::kw_and, _) | (Rule::foreign_operator, "&&") => Some(Connective::And),
        (Rule::kw_or, _) | (Rule::foreign_operator, "||") => Some(Connective::Or),
        _ => None,
    }
}

pub(super) fn comparison_operator(pair: &Pair<'_, Rule>) -> Option<Comparison> {
    Some(match (pair.as_rule(), pair.as_str()) {
        (Rule::equal, _) | (Rule::foreign_operator, "==") => Comparison::Equal,
        (Rule::not_equal, _) | (Rule::foreign_operator, "<>" | "!==") => Comparison::NotEqual,
        (Rule::less, _) => Comparison::Less,
        (Rule::less_equal, _) | (Rule::foreign_operator, "=<") => Comparison::LessEqual,
        (Rule::greater, _) => Comparison::Greater,
        (Rule::greater_equal, _) | (Rule::foreign_operator, "=>") => Comparison::GreaterEqual,
        _ => return None,
    })
}

impl Comparison {
    /// The canonical spelling.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "≠",
            Self::Less => "<",
            Self::LessEqual => "≤",
            Self::Greater => ">",
            Self::GreaterEqual => "≥",
        }
    }
}

/// The chain with brackets around every run of `tight` connectives.
fn bracketed(words: &[String], connectives: &[(Connective, String)], tight: Connective) -> String {
    let mut written = String::new();
    let mut run: Vec<&str> = Vec::new();
    let close = |run: &mut Vec<&str>, written: &mut String| {
        let text = run.join(" ");
        if run.len() > 1 {
            written.push_str(&format!("({text})"));
        } else {
            written.push_str(&text);
        }
        run.clear();
    };
    for (index, word) in words.iter().enumerate() {
        run.push(word);
        match connectives.get(index) {
            Some((connective, spelling)) if *connective == tight => run.push(spelling),
            Some((_, spelling)) => {
                close(&mut run, &mut written);
                written.push_str(&format!(" {spelling} "));
            }
            None => close(&mut run, &mut written),
        }
    }
    written
}
