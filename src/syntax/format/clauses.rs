//! Articles, items and what they say.

use super::layout::{Group, Piece};
use super::writer::{Rank, Writer};
use crate::source::Span;
use crate::syntax::ast::{
    Adjust, Adjustment, Allow, AnyGroup, Article, Authority, Braces, Citation, Clause, Comparison, Condition,
    Consequence, Ensure, Exempt, Jointly, Mode, Name, NumberedItem, Otherwise, Power, PowerKind, Property, Remark,
    Rule as RuleNode, RuleOrder, Statement,
};
use crate::syntax::clause::format_han;
use crate::syntax::grammar::Rule;
use crate::syntax::keywords::KeywordLanguage;

/// How deep a numbered clause stands: items of an article at 1. Parentheses and points alternate.
type Level = usize;

impl Writer<'_> {
    pub(super) fn article_head(&mut self, place: Span, number: u32) {
        let written = match self.language() {
            KeywordLanguage::English => format!("article {number}"),
            KeywordLanguage::Chinese => format!("第{}条", format_han(number)),
        };
        self.at(place, written);
    }

    /// The clause whose items the outline lists: `article 5(1)`, 第五条(一).
    pub(super) fn item_head(&mut self, parent: &Citation) {
        match self.language() {
            KeywordLanguage::English => {
                self.word("article", parent.place.0.range().start);
                self.space();
                self.citation(parent);
            }
            KeywordLanguage::Chinese => {
                let mut written = String::new();
                for (depth, number) in parent.path.numbers().iter().enumerate() {
                    match depth {
                        0 => written.push_str(&format!("第{}条", format_han(*number))),
                        _ if depth % 2 == 1 => written.push_str(&format!("({})", format_han(*number))),
                        _ => written.push_str(&number.to_string()),
                    }
                }
                self.at(parent.place.0, written);
            }
        }
    }

    fn marker(&mut self, place: Span, number: u32, level: Level) {
        let written = match (level % 2, self.language()) {
            (0, _) => format!("{number}."),
            (_, KeywordLanguage::English) => format!("({number})"),
            (_, KeywordLanguage::Chinese) => format!("({})", format_han(number)),
        };
        self.at(place, written);
    }

    pub(super) fn citation(&mut self, citation: &Citation) {
        self.at(citation.place.0, citation.path.to_string());
    }

    fn citations(&mut self, citations: &[Citation]) {
        self.list(citations, |citation| citation.place.0.range().start, |w, citation| w.citation(citation));
    }

    pub(super) fn cited(&mut self, citations: &[Citation]) {
        self.space();
        self.aligned(|w| w.citations(citations));
    }

    pub(super) fn article(&mut self, article: &Article) {
        self.group(Group::Consistent, |w| {
            w.article_head(article.head.0, article.number);
            if !(article.labels.is_empty() && article.in_force.is_empty()) {
                w.space();
                w.heading(&article.labels, &article.in_force);
            }
            match article.braces {
                Braces::Present => {
                    w.space();
                    w.clauses(&article.body, 1);
                }
                Braces::Absent => w.indented(|w| {
                    for clause in &article.body {
                        w.line_or_break(clause.span());
                        w.clause(clause, 1);
                    }
                }),
            }
        });
    }

    /// A line break where the author has one, otherwise only where the rest does not fit.
    fn line_or_break(&mut self, next: Span) {
        let breaks = self.breaks_before(next.range().start);
        self.push(if breaks { Piece::Break } else { Piece::Line });
    }

    fn clauses(&mut self, clauses: &[Clause], level: Level) {
        self.block(clauses, |clause| clause.span().range().start, |w, clause| w.clause(clause, level));
    }

    fn clause(&mut self, clause: &Clause, level: Level) {
        match clause {
            Clause::Numbered(item) => self.numbered(item, level),
            Clause::Statement(statement) => self.statement(statement, level),
            Clause::NotModelled(remark) => self.remark(Rule::kw_not_modelled, remark),
            Clause::Missing(remark) => self.remark(Rule::kw_missing, remark),
            Clause::Allow(allow) => self.allow(allow),
            // Only texts without errors are formatted.
            Clause::Unreadable(_) => {}
        }
    }

    fn remark(&mut self, keyword: Rule, remark: &Remark) {
        self.keyword(keyword);
        self.space();
        self.text(&remark.text);
    }

    pub(super) fn allow(&mut self, allow: &Allow) {
        self.keyword(Rule::kw_allow);
        self.space();
        self.name(&allow.code);
        self.space();
        self.text(&allow.reason);
    }

    fn numbered(&mut self, item: &NumberedItem, level: Level) {
        self.marker(item.head.0, item.number, level);
        let has_heading = !(item.labels.is_empty() && item.in_force.is_empty());
        if item.braces == Braces::Present {
            if has_heading {
                self.space();
                self.heading(&item.labels, &item.in_force);
            }
            self.space();
            self.clauses(&item.body, level + 1);
            return;
        }
        self.space();
        self.aligned(|w| {
            w.group(Group::Consistent, |w| {
                w.heading(&item.labels, &item.in_force);
                let mut clauses = item.body.iter();
                if let Some(first) = clauses.next() {
                    match (has_heading, item.body.len()) {
                        (false, _) => {}
                        (true, 1) => w.line_or_break(first.span()),
                        (true, _) => w.separate(first.span().range().start, Rank::Later),
                    }
                    w.clause(first, level + 1);
                }
                for clause in clauses {
                    w.separate(clause.span().range().start, Rank::Later);
                    w.clause(clause, level + 1);
                }
            });
        });
    }

    pub(super) fn statement(&mut self, statement: &Statement, level: Level) {
        match statement {
            Statement::Rule(rule) => self.rule(rule, level),
            Statement::Otherwise(otherwise) => self.otherwise(otherwise, level),
            Statement::Exempt(exempt) => self.exempt(exempt, level),
            Statement::Adjust(adjust) => self.adjust(adjust, level),
            Statement::Applies(applies) => {
                self.keyword(Rule::kw_applies);
                self.space();
                self.condition(&applies.condition, level);
            }
            Statement::Authority(authority) => self.authority(authority),
            Statement::Ensure(ensure) => self.ensure(ensure),
            Statement::Duty(duty) => self.duty(duty, level),
            Statement::Procedure(procedure) => self.procedure(procedure),
            Statement::Effect(effect) => self.effect(effect),
            Statement::EffectCap(cap) => {
                self.keyword(Rule::kw_effect_cap);
                self.space();
                self.value(&cap.period);
            }
            Statement::Contents(contents) => self.contents(contents),
            Statement::Hierarchy(hierarchy) => self.hierarchy(hierarchy),
        }
    }

    fn rule(&mut self, rule: &RuleNode, level: Level) {
        self.group(Group::Consistent, |w| match rule.order {
            RuleOrder::ConditionFirst => {
                w.when_then(&rule.condition, &rule.consequences, level);
                w.overriding(&rule.overriding, Piece::Line);
            }
            RuleOrder::ConsequenceFirst => {
                w.consequences(&rule.consequences);
                w.indented(|w| w.overriding(&rule.overriding, around(&rule.condition)));
                w.behind_if(&rule.condition, level);
            }
        });
    }

    /// `if C then X`.
    fn when_then(&mut self, condition: &Condition, consequences: &[Consequence], level: Level) {
        self.keyword(Rule::kw_if);
        self.space();
        self.condition(condition, level);
        self.push(around(condition));
        self.keyword(Rule::kw_then);
        self.space();
        self.consequences(consequences);
    }

    /// ` if C` behind what it governs.
    fn behind_if(&mut self, condition: &Condition, level: Level) {
        let content = |w: &mut Self| {
            w.push(around(condition));
            w.keyword(Rule::kw_if);
            w.space();
            w.condition(condition, level);
        };
        match condition {
            Condition::Single(_) => self.indented(content),
            Condition::Any(_) => content(self),
        }
    }

    pub(super) fn condition(&mut self, condition: &Condition, level: Level) {
        match condition {
            Condition::Single(expr) => self.expression(expr),
            Condition::Any(any) => self.any_group(any, level),
        }
    }

    fn any_group(&mut self, any: &AnyGroup, level: Level) {
        self.keyword(Rule::kw_any);
        self.space();
        self.block(
            &any.items,
            |item| item.head.0.range().start,
            |w, item| {
                w.marker(item.head.0, item.number, level);
                w.space();
                w.aligned(|w| {
                    w.group(Group::Consistent, |w| {
                        w.labels(&item.labels);
                        if !item.labels.is_empty() {
                            w.line_or_break(item.condition.span());
                        }
                        w.expression(&item.condition);
                    });
                });
            },
        );
    }

    pub(super) fn consequences(&mut self, consequences: &[Consequence]) {
        self.group(Group::Consistent, |w| {
            w.indented(|w| {
                for (index, consequence) in consequences.iter().enumerate() {
                    if index > 0 {
                        w.line();
                        w.keyword(Rule::kw_and);
                        w.space();
                    }
                    w.may(consequence.mode);
                    w.reference(&consequence.outcome);
                    w.space();
                    w.assigned(&consequence.permitted);
                }
            });
        });
    }

    pub(super) fn may(&mut self, mode: Mode) {
        match mode {
            Mode::Must => {}
            Mode::May => {
                self.keyword(Rule::kw_may);
                self.space();
            }
        }
    }

    fn overriding(&mut self, citations: &[Citation], before: Piece) {
        if citations.is_empty() {
            return;
        }
        self.push(before);
        self.keyword(Rule::kw_overriding);
        self.cited(citations);
    }

    fn otherwise(&mut self, otherwise: &Otherwise, level: Level) {
        self.group(Group::Consistent, |w| {
            w.keyword(Rule::kw_otherwise);
            w.space();
            match &otherwise.condition {
                Some(condition) => w.indented(|w| w.when_then(condition, &otherwise.consequences, level)),
                None => w.consequences(&otherwise.consequences),
            }
        });
    }

    fn exempt(&mut self, exempt: &Exempt, level: Level) {
        self.group(Group::Consistent, |w| {
            w.keyword(Rule::kw_exempt);
            w.space();
            w.reference(&exempt.outcome);
            if let Some(from) = &exempt.from {
                w.space();
                w.keyword(Rule::kw_from);
                w.cited(from);
            }
            w.behind_if(&exempt.condition, level);
        });
    }

    fn adjust(&mut self, adjust: &Adjust, level: Level) {
        self.group(Group::Consistent, |w| {
            w.keyword(Rule::kw_adjust);
            w.space();
            w.reference(&adjust.outcome);
            w.space();
            w.keyword(Rule::kw_by);
            w.space();
            w.may(adjust.mode);
            for (index, (adjustment, _)) in adjust.adjustments.iter().enumerate() {
                if index > 0 {
                    w.space();
                    w.keyword(Rule::kw_or);
                    w.space();
                }
                w.keyword(match adjustment {
                    Adjustment::Lighten => Rule::kw_lighten,
                    Adjustment::Reduce => Rule::kw_reduce,
                    Adjustment::Waive => Rule::kw_waive,
                    Adjustment::Aggravate => Rule::kw_aggravate,
                    Adjustment::Exceed => Rule::kw_exceed,
                });
            }
            w.behind_if(&adjust.condition, level);
        });
    }

    fn authority(&mut self, authority: &Authority) {
        self.keyword(Rule::kw_authority);
        self.space();
        self.reference(&authority.outcome);
        self.space();
        self.block(&authority.powers, |power| power.place.0.range().start, |w, power| w.power(power));
    }

    fn power(&mut self, power: &Power) {
        self.group(Group::Consistent, |w| {
            if let Some(values) = &power.values {
                w.set(values);
            }
            w.indented(|w| {
                if power.values.is_some() {
                    w.line();
                }
                match &power.kind {
                    PowerKind::Decided { jointly, bodies, approved_by } => {
                        w.keyword(Rule::kw_decided);
                        w.space();
                        match jointly {
                            Jointly::Separately => {}
                            Jointly::Together => {
                                w.keyword(Rule::kw_jointly);
                                w.space();
                            }
                        }
                        w.by(bodies);
                        if !approved_by.is_empty() {
                            w.line();
                            w.keyword(Rule::kw_approved);
                            w.space();
                            w.by(approved_by);
                        }
                    }
                    PowerKind::Enforced { bodies } => {
                        w.keyword(Rule::kw_enforced);
                        w.space();
                        w.by(bodies);
                    }
                }
            });
        });
    }

    /// `by desk`, `by <desk, board>`.
    pub(super) fn by(&mut self, bodies: &[Name]) {
        self.keyword(Rule::kw_by);
        self.space();
        match bodies {
            [body] => self.name(body),
            _ => self.angled(bodies, |name| name.span().range().start, None, |w, name| w.name(name)),
        }
    }

    fn ensure(&mut self, ensure: &Ensure) {
        self.group(Group::Consistent, |w| {
            w.keyword(Rule::kw_ensure);
            w.space();
            w.reference(&ensure.outcome);
            w.space();
            w.property(&ensure.property);
            if let Some(when) = &ensure.when {
                w.indented(|w| {
                    w.line();
                    w.keyword(Rule::kw_when);
                    w.space();
                    w.expression(when);
                });
            }
        });
    }

    fn property(&mut self, property: &Property) {
        match property {
            Property::RisesWith(fact) => {
                self.keyword(Rule::kw_rises_with);
                self.space();
                self.reference(fact);
            }
            Property::Ignores(fact) => {
                self.keyword(Rule::kw_ignores);
                self.space();
                self.reference(fact);
            }
            Property::IsAddressed => self.keyword(Rule::kw_is_addressed),
            Property::Excludes(permitted) => {
                self.keyword(Rule::kw_excludes);
                self.space();
                self.permitted_values(permitted);
            }
            Property::AtLeast(value) => {
                self.comparison(Comparison::GreaterEqual, value.span().range().start);
                self.space();
                self.value(value);
            }
            Property::AtMost(value) => {
                self.comparison(Comparison::LessEqual, value.span().range().start);
                self.space();
                self.value(value);
            }
            Property::Within(permitted) => self.assigned(permitted),
        }
    }
}

/// What stands between a condition and its `if` or `then`: the lines of an `any` group have their own breaks.
fn around(condition: &Condition) -> Piece {
    match condition {
        Condition::Single(_) => Piece::Line,
        Condition::Any(_) => Piece::Space,
    }
}
