//! The clauses of the regulation: numbers, labels, and which statement stands where.

use super::{Resolver, labels};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::ClauseId;
use crate::policy::model::{Clause, ClauseContent, Labels, Period};
use crate::source::Span;
use crate::syntax::ClausePath;
use crate::syntax::ast::{self, Condition, DutyPartKind, Item, Label, Statement};

/// A statement with the clause it stands in.
pub(super) struct Placed<'a> {
    pub(super) clause: ClauseId,
    pub(super) path: Option<ClausePath>,
    pub(super) statement: &'a Statement,
}

impl Resolver {
    /// Enters every clause and returns the statements in the order of the text.
    pub(super) fn collect_clauses<'a>(&mut self, items: &'a [Item]) -> Vec<Placed<'a>> {
        let mut placed = Vec::new();
        let mut unnumbered = 0_u32;
        let mut first_article: Option<Span> = None;
        for item in items {
            match item {
                Item::Allow(allow) => {
                    let own = |article: &Span| article.source == allow.place.0.source;
                    self.enter_allow_for_file(allow, first_article.filter(own));
                }
                Item::Article(article) => {
                    first_article = first_article.or(Some(article.head.0));
                    let path = ClausePath::article(article.number);
                    let in_force = self.periods(&article.in_force);
                    let (labels, span) = (article.labels.as_slice(), article.head.0);
                    let head = Head { labels, in_force, span, whole: article.place.0 };
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
                        in_force: Vec::new(),
                        span: statement.span(),
                        whole: statement.span(),
                    });
                    placed.push(Placed { clause, path: None, statement });
                }
                _ => {}
            }
        }
        placed
    }

    fn clause<'a>(&mut self, path: ClausePath, head: &Head<'_>, body: &'a [ast::Clause], placed: &mut Vec<Placed<'a>>) {
        let Some(id) = self.enter_clause(&path, head) else {
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
                    self.enter_group_items(statement, &path, &head.in_force);
                    placed.push(Placed { clause: id, path: Some(path.clone()), statement });
                }
                ast::Clause::Numbered(item) => {
                    says_something = true;
                    let own = self.periods(&item.in_force);
                    let Some(in_force) = common_days(&head.in_force, &own) else {
                        let span = item.in_force.first().map_or(item.head.0, |first| first.place.0);
                        self.report(Diagnostic::new(Code::NeverInForce, span).label(head.span, "above"));
                        self.faulty.insert(path.item(item.number));
                        continue;
                    };
                    let head = Head { labels: &item.labels, in_force, span: item.head.0, whole: item.place.0 };
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
                ast::Clause::Allow(allow) => self.enter_allow(allow, Some(head.whole)),
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

    /// Enters a clause; `None` where its number is taken on the same days.
    fn enter_clause(&mut self, path: &ClausePath, head: &Head<'_>) -> Option<ClauseId> {
        let Head { labels: written, in_force, span, whole } = head;
        let known = self.clauses.get(path).map(Vec::as_slice).unwrap_or_default();
        let first = known.iter().filter_map(|id| self.data.clauses.get(id.index())).find(|known| {
            let own = &known.in_force;
            own.is_empty()
                || in_force.is_empty()
                || own.iter().any(|period| in_force.iter().any(|other| period.overlaps(other)))
        });
        if let Some(first) = first {
            let dated = !first.in_force.is_empty() && !in_force.is_empty();
            let code = if dated { Code::OverlappingVersions } else { Code::DuplicateClause };
            let diagnostic = Diagnostic::new(code, *span).with("clause", path.to_string());
            let diagnostic = diagnostic.label(first.span, "first");
            self.report(diagnostic);
            return None;
        }
        let id = ClauseId::new(self.data.clauses.len());
        self.clauses.entry(path.clone()).or_default().push(id);
        self.data.clauses.push(Clause {
            path: Some(path.clone()),
            citation: path.to_string(),
            labels: labels(written),
            content: ClauseContent::Encoded,
            missing: None,
            in_force: in_force.clone(),
            span: *span,
            whole: *whole,
        });
        Some(id)
    }

    /// Enters the items of an `any` group: they are clauses of their own.
    fn enter_group_items(&mut self, statement: &Statement, path: &ClausePath, in_force: &[Period]) {
        let condition = match statement {
            Statement::Rule(rule) => Some(&rule.condition),
            Statement::Otherwise(otherwise) => otherwise.condition.as_ref(),
            Statement::Exempt(exempt) => Some(&exempt.condition),
            Statement::Adjust(adjust) => Some(&adjust.condition),
            Statement::Applies(applies) => Some(&applies.condition),
            Statement::Duty(duty) => duty.parts.iter().find_map(|part| match &part.kind {
                DutyPartKind::When(condition) => Some(condition),
                _ => None,
            }),
            Statement::Authority(_)
            | Statement::Ensure(_)
            | Statement::Procedure(_)
            | Statement::Effect(_)
            | Statement::EffectCap(_)
            | Statement::Contents(_)
            | Statement::Hierarchy(_) => None,
        };
        if let Some(Condition::Any(group)) = condition {
            for item in &group.items {
                let own = path.item(item.number);
                let span = item.head.0;
                let whole = span.to(item.condition.span());
                let head = Head { labels: &item.labels, in_force: in_force.to_vec(), span, whole };
                if self.enter_clause(&own, &head).is_none() {
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
                // Of several versions, the items of this one were entered after it.
                let own = |number| {
                    let versions = path.and_then(|path| self.clauses.get(&path.item(number)))?;
                    versions.iter().copied().find(|id| *id >= clause)
                };
                group.items.iter().map(|item| (own(item.number).unwrap_or(clause), &item.condition)).collect()
            }
        }
    }
}

/// The head of an article or item.
struct Head<'a> {
    labels: &'a [Label],
    in_force: Vec<Period>,
    span: Span,
    whole: Span,
}

/// The days on which both an outer and an inner clause are in force; `None` where there are none.
fn common_days(outer: &[Period], inner: &[Period]) -> Option<Vec<Period>> {
    if outer.is_empty() || inner.is_empty() {
        return Some(outer.iter().chain(inner).copied().collect());
    }
    let mut common = Vec::new();
    for a in outer {
        for b in inner.iter().filter(|b| a.overlaps(b)) {
            let until = match (a.until, b.until) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (one, other) => one.or(other),
            };
            common.push(Period { from: a.from.max(b.from), until });
        }
    }
    (!common.is_empty()).then_some(common)
}
