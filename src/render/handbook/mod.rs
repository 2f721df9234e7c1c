//! The handbook of a regulation: every clause in order in readable prose, tables, pictures, findings and tests.

mod clauses;
mod domain;
mod findings;
mod index;
mod outcomes;
mod sentences;

use super::document::{Block, Document, Item, Picture, Table, Text, html, markdown};
use super::words::Words;
use super::{Focus, PictureKind, anchor, graph, ladder, mermaid, svg};
use crate::diagnostic::Catalogue;
use crate::lint::Findings;
use crate::policy::{ClauseId, Period, Policy};
use crate::testing::TestReport;

/// How a handbook is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandbookFormat {
    /// One page that needs nothing else.
    Html,
    /// Markdown, with pictures as Mermaid flowcharts.
    Markdown,
}

/// The handbook of a policy, with what was found in it and what came of its tests.
#[must_use]
pub fn handbook(
    policy: &Policy,
    findings: &Findings,
    tests: &TestReport,
    format: HandbookFormat,
    catalogue: &Catalogue,
) -> String {
    let words = Words::new(policy, catalogue);
    let mut book = Book { words, document: Document::default() };
    book.document.title = words.title();
    book.document.language = words.language();
    book.document.contents = words.word("doc-contents");
    book.about();
    book.clauses_table();
    book.outcomes();
    book.clauses();
    book.terms();
    book.duties();
    book.procedures();
    book.effects();
    book.liability();
    book.findings(findings);
    book.tests(tests);
    book.facts();
    match format {
        HandbookFormat::Html => html(&book.document),
        HandbookFormat::Markdown => markdown(&book.document),
    }
}

/// A handbook that is being written.
struct Book<'p> {
    words: Words<'p>,
    document: Document,
}

impl Book<'_> {
    /// A chapter.
    fn chapter(&mut self, id: &str) {
        let text = self.words.word(id);
        self.heading(2, text, id.to_owned());
    }

    fn heading(&mut self, level: u8, text: String, anchor: String) {
        self.document.blocks.push(Block::Heading { level, text, anchor });
    }

    fn paragraph(&mut self, text: Text) {
        self.document.blocks.push(Block::Paragraph(text));
    }

    /// A paragraph of the catalogue.
    fn sentence(&mut self, id: &str) {
        let text = self.words.word(id);
        self.paragraph(Text::plain(text));
    }

    fn remark(&mut self, text: Text) {
        self.document.blocks.push(Block::Remark(text));
    }

    fn list(&mut self, items: Vec<Item>) {
        if !items.is_empty() {
            self.document.blocks.push(Block::List(items));
        }
    }

    /// A table, its caption and headings from the catalogue; nothing where it has no rows.
    fn table(&mut self, caption: String, head: &[&str], rows: Vec<Vec<Text>>) {
        let head = head.iter().map(|id| self.words.word(id)).collect();
        if !rows.is_empty() {
            self.document.blocks.push(Block::Table(Table { caption, head, rows }));
        }
    }

    /// A picture; a sentence where it is too large to be laid out.
    fn picture(&mut self, kind: PictureKind) {
        let focus = Focus::default();
        let words = self.words;
        let graph = graph(words.policy, kind, &focus, words.catalogue);
        if graph.nodes.is_empty() {
            return;
        }
        let caption = graph.title.clone();
        let svg = match kind {
            PictureKind::Ladder => Ok(svg::chart(words, &ladder::ladders(words, &focus), svg::Surroundings::Page)),
            PictureKind::Decisions | PictureKind::Procedure | PictureKind::Liability => {
                svg::network(words, &graph, svg::Surroundings::Page)
            }
        };
        match svg {
            Ok(svg) => {
                let mermaid = mermaid::mermaid(&graph, words);
                self.document.blocks.push(Block::Picture(Picture { caption, svg, mermaid }));
            }
            Err(_) => self.remark(Text::plain(words.say("doc-picture-too-large", &[("picture", &caption)]))),
        }
    }

    /// A clause as it is cited, with a link to it.
    fn link(&self, id: ClauseId) -> Text {
        let clause = self.words.clause(id);
        clause.map_or_else(Text::default, |clause| Text::link(anchor(clause), self.words.citation(clause)))
    }

    /// The same for several, each once.
    fn links(&self, ids: impl IntoIterator<Item = ClauseId>) -> Text {
        let mut seen: Vec<ClauseId> = Vec::new();
        let mut text = Text::default();
        for id in ids {
            if seen.contains(&id) {
                continue;
            }
            if !seen.is_empty() {
                text = text.and(self.words.word("list-comma"));
            }
            text = text.then(self.link(id));
            seen.push(id);
        }
        text
    }

    /// What the policy is, where it applies, and what is taken for granted.
    fn about(&mut self) {
        let words = self.words;
        let data = words.policy.data();
        let count = |number: usize| number.to_string();
        let (clauses, rules, tests) =
            (count(words.policy.clauses().len()), count(words.policy.rules().len()), count(words.policy.tests().len()));
        let counted = words.say("doc-counts", &[("clauses", &clauses), ("rules", &rules), ("tests", &tests)]);
        self.paragraph(Text::name(words.policy.name()).and(counted));
        if let Some(periods) = self.periods(words.policy.in_force()) {
            self.paragraph(Text::plain(words.say("doc-in-force", &[("periods", &periods)])));
        }
        if let Some(fact) = words.policy.dated_by() {
            self.paragraph(Text::plain(words.say("doc-dated-by", &[("fact", &words.fact(fact))])));
        }
        self.chapter("doc-scope");
        if data.scopes.is_empty() {
            self.sentence("doc-scope-all");
        }
        for scope in &data.scopes {
            let prose = words.prose(&scope.condition);
            self.stated("doc-applies", Some(prose), &[]);
        }
        if !data.assumptions.is_empty() {
            self.sentence("doc-assumed");
            let assumed = data.assumptions.iter().map(|one| Item::plain(words.condition(&one.condition)));
            self.list(assumed.collect());
        }
    }

    /// First and last days, as a list; `None` where there are none.
    fn periods(&self, periods: &[Period]) -> Option<String> {
        let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
        let period = |period: &Period| match (period.from, period.until) {
            (Some(_), None) => self.words.say("doc-from", &[("day", &day(period.from))]),
            (None, Some(_)) => self.words.say("doc-until", &[("day", &day(period.until))]),
            (from, until) => self.words.say("render-from-to", &[("from", &day(from)), ("to", &day(until))]),
        };
        (!periods.is_empty()).then(|| self.words.list(periods.iter().map(period)))
    }
}
