//! What is decided: the ladders, which clause permits what, and who decides, approves and enforces.

use super::{Book, Item, Text};
use crate::policy::{Decider, EnumerationKind, OutcomeValues};
use crate::render::document::{Block, Table};
use crate::render::ladder::{Ladder, ladders};
use crate::render::{Focus, PictureKind};
use crate::syntax::ast::Jointly;

impl Book<'_> {
    pub(super) fn outcomes(&mut self) {
        let words = self.words;
        self.chapter("doc-outcomes");
        if words.policy.outcomes().is_empty() {
            self.sentence("doc-no-outcomes");
        }
        let outcome = |outcome: &crate::policy::Outcome| {
            let values = match outcome.values {
                OutcomeValues::Members(of) => self.members(of),
                OutcomeValues::Amounts(kind) => words.word(super::index::type_id(kind)),
            };
            let text = Text::strong(words.outcome_named(outcome)).and(words.say("doc-values", &[("values", &values)]));
            Item { text: text.and(words.combination(outcome.combination)), below: Vec::new() }
        };
        let items = words.policy.outcomes().iter().map(outcome).collect();
        self.list(items);
        self.powers();
        self.picture(PictureKind::Decisions);
        self.picture(PictureKind::Ladder);
        for ladder in ladders(words, &Focus::default()) {
            self.matrix(&ladder);
        }
    }

    /// The members of a scale or an enum, in a row.
    pub(super) fn members(&self, of: crate::policy::EnumerationId) -> String {
        let words = self.words;
        let Some(enumeration) = words.enumeration(of) else { return String::new() };
        let members = enumeration.members.iter().map(|member| words.label(&member.name, &member.labels));
        match enumeration.kind {
            EnumerationKind::Ordered => members.collect::<Vec<_>>().join(" < "),
            EnumerationKind::Unordered => words.list(members),
        }
    }

    /// Which clause permits which value of an outcome.
    fn matrix(&mut self, ladder: &Ladder) {
        let words = self.words;
        let mut head = vec![words.word("doc-clause")];
        head.extend(ladder.columns.iter().cloned());
        head.push(words.word("doc-remarks"));
        let row = |row: &crate::render::Row| {
            let mut cells = vec![match words.clause(row.clause) {
                Some(clause) => Text::link(super::anchor(clause), row.label.clone()),
                None => Text::plain(row.label.clone()),
            }];
            cells.extend((0..ladder.columns.len()).map(|column| {
                let is_permitted = row.ranges.iter().any(|(from, to)| (*from..=*to).contains(&column));
                Text::plain(if is_permitted { "●" } else { "" })
            }));
            cells.push(Text::plain(row.note.clone().unwrap_or_default()));
            cells
        };
        let rows = ladder.rows.iter().map(row).collect();
        let caption = words.say("doc-matrix", &[("outcome", &ladder.title)]);
        self.document.blocks.push(Block::Table(Table { caption, head, rows }));
    }

    fn powers(&mut self) {
        let words = self.words;
        let mut decided: Vec<Vec<Text>> = Vec::new();
        let mut enforced: Vec<Vec<Text>> = Vec::new();
        for outcome in words.policy.outcomes() {
            let name = words.outcome_named(outcome);
            for decider in &outcome.deciders {
                decided.push(vec![
                    Text::plain(name.clone()),
                    Text::plain(words.some_values(outcome, decider.values.as_deref())),
                    Text::plain(self.deciders(decider)),
                    self.link(decider.clause),
                ]);
            }
            for enforcer in &outcome.enforcers {
                enforced.push(vec![
                    Text::plain(name.clone()),
                    Text::plain(words.some_values(outcome, enforcer.values.as_deref())),
                    Text::plain(words.list(enforcer.bodies.iter().map(|body| words.body(*body)))),
                ]);
            }
        }
        self.table(words.word("doc-who-decides"), &["doc-outcome", "doc-what", "doc-who", "doc-clause"], decided);
        self.table(words.word("doc-who-enforces"), &["doc-outcome", "doc-what", "doc-who"], enforced);
    }

    /// Who decides, and who approves.
    pub(super) fn deciders(&self, decider: &Decider) -> String {
        let words = self.words;
        let bodies: Vec<String> = decider.bodies.iter().map(|body| words.body(*body)).collect();
        let who = match decider.jointly {
            Jointly::Together => words.say("doc-jointly", &[("who", &words.both(bodies))]),
            Jointly::Separately => words.either(bodies),
        };
        if decider.approved_by.is_empty() {
            return who;
        }
        let by = words.both(decider.approved_by.iter().map(|body| words.body(*body)).collect());
        words.say("doc-approved", &[("who", &who), ("by", &by)])
    }
}
