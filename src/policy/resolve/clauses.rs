//! The clauses of the regulation: numbers, labels, and which statement stands where.

use super::{Resolver, labels};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::ClauseId;
use crate::policy::model::{Clause, ClauseContent, Labels};
use crate::source::Span;
use crate::syntax::ClausePath;
use crate::syntax::ast::{self, Condition, Item, Label, Statement};

/// A statement with the clause it stands in.
pub(super) struct Placed<'a> {
    pub(super) clause: ClauseId,
    pub(super) path: Option<ClausePath>,
    pub(super) statement: &'a Statement,
}

impl Resolver<'_> {
    /// Enters every clause and returns the statements in the order of the text.
    pub(super) fn collect_clauses<'a>(&mut self, items: &'a [Item]) -> Vec<Placed<'a>> {
        let mut placed = Vec::new();
        let mut unnumbered = 0_u32;
        for item in items {
            match item {
                Item::Article(article) => {
                    let path = ClausePath::article(article.number);
                    let head = Head { labels: &article.labels, span: article.head.0, whole: article.place.0 };
                    self.clause(path, &head, &article.body, &mut placed);
                }
                Item::Statement(statement) => {
                    unnumbered += 1;
                    let clause = ClauseId::new(self.data.clauses.len());
                    self.data.clauses.push(Clause {
                        path: None,
                        citation: format!("rule {unnumbered}"),
                        labels: Labels::default(),
                        content: ClauseContent::Encoded,
                        missing: None,
                        span: statement.span(),
                    });
                    placed.push(Placed { clause, path: None, statement });
                }
                _ => {}
            }
        }
        placed
    }

    fn clause<'a>(&mut self, path: ClausePath, head: &Head<'_>, body: &'a [ast::Clause], placed: &mut Vec<Placed<'a>>) {
        let Some(id) = self.enter_clause(&path, head.labels, head.span) else {
            self.faulty.insert(path);
            return;
        };
        let mut not_modelled: Option<&ast::Remark> = None;
        let mut missing: Option<&ast::Remark> = None;
        let mut says_something = false;
        for clause in body {
            match clause {
                ast::Clause::Statement(statement) => {
                    says_something = true;
                    self.enter_group_items(statement, &path);
                    placed.push(Placed { clause: id, path: Some(path.clone()), statement });
                }
                ast::Clause::Numbered(item) => {
                    says_something = true;
                    let head = Head { labels: &item.labels, span: item.head.0, whole: item.place.0 };
                    self.clause(path.item(item.number), &head, &item.body, placed);
                }
                ast::Clause::NotModelled(remark) => match not_modelled {
                    Some(first) => {
                        let diagnostic = Diagnostic::new(Code::GivenTwice, remark.place.0);
                        self.report(diagnostic.label(first.place.0, "first"));
                    }
                    None => not_modelled = Some(remark),
                },
                ast::Clause::Missing(remark) => missing = missing.or(Some(remark)),
                ast::Clause::Unreadable(_) => {
                    says_something = true;
                    self.faulty.insert(path.clone());
                }
            }
        }
        if let Some(remark) = not_modelled.filter(|_| says_something && !self.faulty.contains(&path)) {
            let diagnostic = Diagnostic::new(Code::ContradictoryClause, remark.place.0);
            self.report(diagnostic.with("clause", path.to_string()));
        }
        if !says_something && not_modelled.is_none() && missing.is_none() {
            self.report(Diagnostic::new(Code::EmptyClause, head.whole).with("clause", path.to_string()));
        }
        if let Some(clause) = self.data.clauses.get_mut(id.index()) {
            clause.missing = missing.map(|remark| remark.text.value.clone());
            clause.content = match (says_something, not_modelled) {
                (false, Some(remark)) => ClauseContent::NotModelled(remark.text.value.clone()),
                (false, None) => ClauseContent::Empty,
                (true, _) => ClauseContent::Encoded,
            };
        }
    }

    /// Enters a clause; `None` where its number is taken.
    fn enter_clause(&mut self, path: &ClausePath, written: &[Label], span: Span) -> Option<ClauseId> {
        if let Some(first) = self.clauses.get(path).and_then(|id| self.data.clauses.get(id.index())) {
            let diagnostic = Diagnostic::new(Code::DuplicateClause, span).with("clause", path.to_string());
            let diagnostic = diagnostic.label(first.span, "first");
            self.report(diagnostic);
            return None;
        }
        let id = ClauseId::new(self.data.clauses.len());
        self.clauses.insert(path.clone(), id);
        self.data.clauses.push(Clause {
            path: Some(path.clone()),
            citation: path.to_string(),
            labels: labels(written),
            content: ClauseContent::Encoded,
            missing: None,
            span,
        });
        Some(id)
    }

    /// Enters the items of an `any` group: they are clauses of their own.
    fn enter_group_items(&mut self, statement: &Statement, path: &ClausePath) {
        let condition = match statement {
            Statement::Rule(rule) => Some(&rule.condition),
            Statement::Otherwise(otherwise) => otherwise.condition.as_ref(),
            Statement::Exempt(exempt) => Some(&exempt.condition),
            Statement::Adjust(adjust) => Some(&adjust.condition),
            Statement::Applies(applies) => Some(&applies.condition),
            Statement::Authority(_)
            | Statement::Ensure(_)
            | Statement::Duty(_)
            | Statement::Procedure(_)
            | Statement::Effect(_)
            | Statement::EffectCap(_)
            | Statement::Contents(_)
            | Statement::Hierarchy(_) => None,
        };
        if let Some(Condition::Any(group)) = condition {
            for item in &group.items {
                let own = path.item(item.number);
                if self.enter_clause(&own, &item.labels, item.head.0).is_none() {
                    self.faulty.insert(own);
                }
            }
        }
    }

    /// The conditions of a statement with the clauses they are cited by: one, or one for each item of an `any` group.
    pub(super) fn cases<'a>(
        &self,
        condition: &'a Condition,
        clause: ClauseId,
        path: Option<&ClausePath>,
    ) -> Vec<(ClauseId, &'a ast::Expr)> {
        match condition {
            Condition::Single(expr) => vec![(clause, expr)],
            Condition::Any(group) => {
                let own = |number| path.and_then(|path| self.clauses.get(&path.item(number))).copied();
                group.items.iter().map(|item| (own(item.number).unwrap_or(clause), &item.condition)).collect()
            }
        }
    }
}

/// The head of an article or item.
struct Head<'a> {
    labels: &'a [Label],
    span: Span,
    whole: Span,
}
