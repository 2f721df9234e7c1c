//! The clauses in order: a table of them, then each with what it says.

use super::{Book, Item, Text, anchor};
use crate::policy::{ClauseContent, ClauseId, PropertyKind, RuleId};
use crate::render::statements::Statement;
use std::collections::{BTreeMap, BTreeSet};

impl<'p> Book<'p> {
    pub(super) fn clauses_table(&mut self) {
        let words = self.words;
        self.chapter("doc-clauses-table");
        let said = self.said_of_outcomes();
        let row = |(index, clause): (usize, &crate::policy::Clause)| {
            let id = ClauseId::new(index);
            let content = match (&clause.content, said.get(&id)) {
                (ClauseContent::NotModelled(why), _) => words.say("doc-not-modelled", &[("why", why)]),
                (_, Some(outcomes)) => words.list(outcomes.iter().map(|outcome| words.outcome(*outcome))),
                (ClauseContent::Encoded | ClauseContent::Empty, None) => String::new(),
            };
            let content = match &clause.missing {
                Some(what) => format!("{content} {}", words.say("doc-missing", &[("what", what)])).trim().to_owned(),
                None => content,
            };
            let gloss = words.gloss(clause).unwrap_or_default().to_owned();
            vec![Text::link(anchor(clause), words.citation(clause)), Text::plain(gloss), Text::plain(content)]
        };
        let rows: Vec<Vec<Text>> = words.policy.clauses().iter().enumerate().map(row).collect();
        if rows.is_empty() {
            self.sentence("doc-no-clauses");
        }
        self.table(words.word("doc-clauses-table"), &["doc-clause", "doc-gloss", "doc-speaks-of"], rows);
    }

    /// The outcomes that each clause speaks of.
    fn said_of_outcomes(&self) -> BTreeMap<ClauseId, BTreeSet<crate::policy::OutcomeId>> {
        let mut said: BTreeMap<ClauseId, BTreeSet<_>> = BTreeMap::new();
        for statement in Statement::all(self.words.policy) {
            said.entry(statement.clause()).or_default().insert(statement.outcome());
        }
        said
    }

    pub(super) fn clauses(&mut self) {
        let words = self.words;
        self.chapter("doc-clauses");
        let by_breach: BTreeSet<RuleId> =
            words.policy.duties().iter().flat_map(|duty| duty.consequences.iter().copied()).collect();
        let mut statements: BTreeMap<ClauseId, Vec<Statement<'p>>> = BTreeMap::new();
        for statement in Statement::all(words.policy) {
            let is_breach = matches!(&statement, Statement::Rule(id, _) if by_breach.contains(id));
            if !is_breach {
                statements.entry(statement.clause()).or_default().push(statement);
            }
        }
        for (index, clause) in words.policy.clauses().iter().enumerate() {
            let id = ClauseId::new(index);
            let depth = clause.path.as_ref().map_or(1, |path| path.numbers().len());
            let level = u8::try_from(depth + 2).unwrap_or(u8::MAX).min(5);
            let citation = words.citation(clause);
            let title = match (&clause.path, depth, words.gloss(clause)) {
                (Some(_), 1, Some(gloss)) => words.say("doc-article-of", &[("number", &citation), ("gloss", gloss)]),
                (Some(_), 1, None) => words.say("doc-article", &[("number", &citation)]),
                (_, _, Some(gloss)) => format!("{citation} {gloss}"),
                (_, _, None) => citation,
            };
            self.heading(level, title, anchor(clause));
            if let Some(periods) = self.periods(&clause.in_force) {
                self.paragraph(Text::plain(words.say("doc-in-force", &[("periods", &periods)])));
            }
            if let ClauseContent::NotModelled(why) = &clause.content {
                self.remark(Text::plain(words.say("doc-not-modelled", &[("why", why)])));
            }
            if let Some(what) = &clause.missing {
                self.remark(Text::plain(words.say("doc-missing", &[("what", what)])));
            }
            for statement in statements.get(&id).into_iter().flatten() {
                self.statement(statement);
            }
            self.said_besides(id);
        }
    }

    /// What a clause says besides rules.
    fn said_besides(&mut self, id: ClauseId) {
        let words = self.words;
        let data = words.policy.data();
        for scope in data.scopes.iter().filter(|scope| scope.clause == id) {
            self.stated("doc-applies", Some(words.prose(&scope.condition)), &[]);
        }
        for outcome in words.policy.outcomes() {
            let name = words.outcome_named(outcome);
            for decider in outcome.deciders.iter().filter(|decider| decider.clause == id) {
                let values = words.some_values(outcome, decider.values.as_deref());
                let who = self.deciders(decider);
                self.paragraph(Text::plain(
                    words.say("doc-decided-by", &[("outcome", &name), ("values", &values), ("who", &who)]),
                ));
            }
            for contents in outcome.contents.iter().filter(|contents| contents.clause == id) {
                let value = match outcome.values {
                    crate::policy::OutcomeValues::Members(of) => words.member(of, contents.value),
                    crate::policy::OutcomeValues::Amounts(_) => String::new(),
                };
                self.paragraph(Text::plain(words.say("doc-consists-of", &[("value", &value)])));
                let part = |part: &crate::policy::ContentPart| {
                    let name = words.label(&part.name, &part.labels);
                    match &part.condition {
                        Some(condition) => {
                            let condition = words.condition(condition);
                            Item::plain(words.say("doc-part-if", &[("part", &name), ("if", &condition)]))
                        }
                        None => Item::plain(name),
                    }
                };
                self.list(contents.parts.iter().map(part).collect());
            }
        }
        for claim in words.policy.ensures().iter().filter(|claim| claim.clause == id) {
            let text = self.claim(claim);
            self.stated("doc-claims", claim.when.as_ref().map(|when| words.prose(when)), &[("what", &text)]);
        }
        for duty in words.policy.duties().iter().filter(|duty| duty.clause == id) {
            self.duty(duty);
        }
        self.steps_of(id);
        for effect in words.policy.effects().iter().filter(|effect| effect.clause == id) {
            let text = self.effect(effect);
            self.paragraph(Text::plain(text));
        }
        for levels in words.policy.hierarchies().iter().filter(|levels| levels.clause == id) {
            let levels = levels.levels.iter().map(|body| words.body(*body)).collect::<Vec<_>>().join(" → ");
            self.paragraph(Text::plain(words.say("doc-levels", &[("levels", &levels)])));
        }
    }

    /// What a policy claims of itself.
    fn claim(&self, claim: &crate::policy::EnsuredProperty) -> String {
        let words = self.words;
        let Some(outcome) = words.policy.outcomes().get(claim.outcome.index()) else { return String::new() };
        let name = words.outcome_named(outcome);
        let (id, what) = match &claim.property {
            PropertyKind::RisesWith(fact) => ("doc-rises-with", words.fact(*fact)),
            PropertyKind::Ignores(fact) => ("doc-ignores", words.fact(*fact)),
            PropertyKind::IsAddressed => ("doc-is-addressed", String::new()),
            PropertyKind::Excludes(set) => ("doc-excludes", words.set(outcome.values, set)),
            PropertyKind::AtLeast(value) => ("doc-at-least", words.value(value)),
            PropertyKind::AtMost(value) => ("doc-at-most", words.value(value)),
            PropertyKind::Within(set) => ("doc-within", words.set(outcome.values, set)),
        };
        words.say(id, &[("outcome", &name), ("what", &what)])
    }
}
