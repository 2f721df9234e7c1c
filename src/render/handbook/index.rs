//! Terms, parameters, judgements and readings; and every fact with the clauses that read it.

use super::{Book, Item, Text};
use crate::policy::{ClauseId, EnumerationKind, FactId, Type};
use crate::render::statements::{Read, Statement};
use std::collections::{BTreeMap, BTreeSet};

impl Book<'_> {
    pub(super) fn terms(&mut self) {
        let words = self.words;
        let data = words.policy.data();
        self.chapter("doc-terms");
        let scales = words.policy.enumerations().iter().enumerate().map(|(index, found)| {
            let name = words.label(&found.name, &found.labels);
            let members = self.members(crate::policy::EnumerationId::new(index));
            let id = match found.kind {
                EnumerationKind::Ordered => "doc-scale",
                EnumerationKind::Unordered => "doc-enum",
            };
            Item { text: Text::strong(name).and(words.say(id, &[("members", &members)])), below: Vec::new() }
        });
        let scales = scales.collect();
        self.list(scales);
        for (index, define) in data.defines.iter().enumerate() {
            let name = words.define(crate::policy::DefineId::new(index));
            match define.value.value_type {
                Type::Bool => self.stated("doc-define", Some(words.prose(&define.value)), &[("name", &name)]),
                _ => {
                    let value = words.operand(&define.value);
                    self.paragraph(Text::plain(words.say("doc-define-value", &[("name", &name), ("value", &value)])));
                }
            }
        }
        self.params();
        self.judged();
    }

    fn params(&mut self) {
        let words = self.words;
        let rows = words.policy.params().iter().flat_map(|param| {
            param.versions.iter().map(move |(from, value)| {
                let from = from.map_or_else(String::new, |from| from.to_string());
                vec![
                    Text::plain(words.label(&param.name, &param.labels)),
                    Text::plain(words.value(value)),
                    Text::plain(from),
                ]
            })
        });
        self.table(words.word("doc-params"), &["doc-name", "doc-value", "doc-holds-from"], rows.collect());
    }

    /// What a person decides, and how doubts of the source are read.
    fn judged(&mut self) {
        let words = self.words;
        let mut judged: Vec<Vec<Text>> = Vec::new();
        let mut readings: Vec<Vec<Text>> = Vec::new();
        for fact in words.policy.facts() {
            let name = words.fact_named(fact);
            if let (true, Type::Enumeration(of)) = (fact.is_reading, fact.kind) {
                let preferred = fact.default.as_ref().map(|value| words.value(value)).unwrap_or_default();
                readings.push(vec![Text::plain(name), Text::plain(self.members(of)), Text::plain(preferred)]);
            } else if let Some(judgement) = &fact.judgement {
                judged.push(vec![
                    Text::plain(name),
                    Text::plain(judgement.judge.map(|judge| words.party(judge)).unwrap_or_default()),
                    Text::plain(judgement.criterion.clone().unwrap_or_default()),
                ]);
            }
        }
        self.table(words.word("doc-judgements"), &["doc-name", "doc-judge", "doc-criterion"], judged);
        self.table(words.word("doc-readings"), &["doc-name", "doc-ways", "doc-preferred"], readings);
    }

    pub(super) fn facts(&mut self) {
        let words = self.words;
        self.chapter("doc-facts");
        let used = self.where_used();
        let row = |(index, fact): (usize, &crate::policy::Fact)| {
            let kind = match fact.kind {
                Type::Enumeration(of) => self.members(of),
                Type::List(of) => {
                    let fields = words.policy.records().get(of.index()).map(|of| of.fields.as_slice());
                    let fields = fields.unwrap_or_default().iter().map(|field| words.label(&field.name, &field.labels));
                    words.say("doc-list-of", &[("fields", &words.list(fields))])
                }
                kind => words.word(type_id(kind)),
            };
            let clauses = used.get(&FactId::new(index)).cloned().unwrap_or_default();
            vec![
                Text::plain(words.fact_named(fact)),
                Text::name(fact.name.as_str()),
                Text::plain(kind),
                self.links(clauses),
            ]
        };
        let rows: Vec<Vec<Text>> = words.policy.facts().iter().enumerate().map(row).collect();
        if rows.is_empty() {
            self.sentence("doc-no-facts");
        }
        self.table(words.word("doc-facts"), &["doc-fact", "doc-written", "doc-type", "doc-used-in"], rows);
    }

    /// The clauses that read each fact.
    fn where_used(&self) -> BTreeMap<FactId, BTreeSet<ClauseId>> {
        let policy = self.words.policy;
        let mut used: BTreeMap<FactId, BTreeSet<ClauseId>> = BTreeMap::new();
        let mut note = |clause: ClauseId, read: Read| {
            for fact in read.facts {
                used.entry(fact).or_default().insert(clause);
            }
        };
        for statement in Statement::all(policy) {
            note(statement.clause(), statement.reads(policy));
        }
        for scope in &policy.data().scopes {
            note(scope.clause, Read::of(policy, [&scope.condition]));
        }
        for duty in policy.duties() {
            note(duty.clause, Read::of(policy, duty.when.iter().chain(&duty.must).chain(&duty.due)));
        }
        for step in policy.procedures().iter().flat_map(|procedure| &procedure.steps) {
            let read = Read::of(policy, &step.when);
            for clause in &step.clauses {
                note(*clause, read.clone());
            }
        }
        for contents in policy.outcomes().iter().flat_map(|outcome| &outcome.contents) {
            note(contents.clause, Read::of(policy, contents.parts.iter().filter_map(|part| part.condition.as_ref())));
        }
        used
    }
}

/// The word for a type that has no declaration of its own.
pub(super) fn type_id(kind: Type) -> &'static str {
    match kind {
        Type::Bool => "doc-type-bool",
        Type::Int => "doc-type-int",
        Type::Decimal => "doc-type-decimal",
        Type::Money => "doc-type-money",
        Type::Date => "doc-type-date",
        Type::Duration => "doc-type-duration",
        Type::Enumeration(_) => "doc-type-choice",
        Type::List(_) => "doc-type-list",
    }
}
