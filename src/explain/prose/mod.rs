//! Explanations in words: a short justification of each outcome, then what it rests on, piece by piece.

mod alternatives;
mod outcome;
mod page;
mod parts;
mod sentences;
mod trees;

pub use alternatives::{ALTERNATIVES_FORMAT, Alternatives, alternatives_page};
pub use page::Page;

use super::explanation::{Explanation, ProcedureOutline, StepOutline};
use super::words::Words;
use crate::diagnostic::{Arg, Catalogue, Phrase};
use crate::policy::{Policy, Step};
use page::Item;

/// An explanation for people, in the language of a catalogue. The policy is the one that was explained.
#[must_use]
pub fn explanation_page(policy: &Policy, explanation: &Explanation, catalogue: &Catalogue) -> Page {
    let narrator = Narrator { words: Words { policy, catalogue } };
    let mut page = Page::default();
    page.heading(1, narrator.words.named(policy.name(), policy.labels()));
    let looked_at = explanation.as_of.iter().map(|day| narrator.say("explain-as-of", &[("day", day.as_str().into())]));
    let version = explanation
        .judged_by_version_of
        .iter()
        .map(|day| narrator.say("explain-version", &[("day", day.as_str().into())]));
    page.paragraph(narrator.sentences(looked_at.chain(version)));
    for outcome in &explanation.outcomes {
        narrator.outcome(&mut page, outcome);
    }
    for duty in &explanation.duties {
        narrator.duty(&mut page, duty);
    }
    for procedure in &explanation.procedures {
        narrator.procedure(&mut page, procedure);
    }
    page
}

/// Says what an explanation holds.
#[derive(Clone, Copy)]
pub(super) struct Narrator<'a> {
    pub(super) words: Words<'a>,
}

/// Text that is the program's own and may be long.
pub(super) fn long(text: impl Into<String>) -> Arg {
    let english = text.into();
    Arg::Phrase(Phrase { chinese: english.clone(), english })
}

impl Narrator<'_> {
    pub(super) fn say(self, id: &str, args: &[(&str, Arg)]) -> String {
        self.words.catalogue.text(id, args)
    }

    pub(super) fn word(self, id: &str) -> String {
        self.words.word(id)
    }

    /// Sentences one after the other.
    fn sentences(self, sentences: impl Iterator<Item = String>) -> String {
        sentences.filter(|one| !one.is_empty()).collect::<Vec<_>>().join(&self.word("explain-between"))
    }

    pub(super) fn joined(self, parts: impl IntoIterator<Item = String>) -> String {
        parts.into_iter().collect::<Vec<_>>().join(&self.word("list-comma"))
    }

    fn procedure(self, page: &mut Page, procedure: &ProcedureOutline) {
        let declared = self.words.policy.procedures().iter().find(|declared| declared.name == procedure.name);
        let Some(declared) = declared else { return };
        let name = self.words.named(&declared.name, &declared.labels);
        page.heading(2, self.say("explain-procedure", &[("procedure", name.into())]));
        page.paragraph(self.word("explain-procedure-note"));
        let steps = procedure.steps.iter().map(|step| Item::new(self.step(&declared.steps, step)));
        page.list(3, self.word("explain-steps"), steps.collect());
    }

    fn step(self, declared: &[Step], step: &StepOutline) -> String {
        let name = |name: &String| {
            let found = declared.iter().find(|declared| declared.name == *name);
            found.map_or_else(|| name.clone(), |found| self.words.named(&found.name, &found.labels))
        };
        let mut parts = vec![name(&step.name)];
        if !step.by.is_empty() {
            let who = self.words.bodies(&step.by);
            let id = if step.jointly && step.by.len() > 1 { "explain-step-jointly" } else { "explain-step-by" };
            parts.push(self.say(id, &[("who", long(who))]));
        }
        if !step.after.is_empty() {
            parts.push(self.say("explain-step-after", &[("steps", long(self.joined(step.after.iter().map(name))))]));
        }
        if !step.checks.is_empty() {
            let own = declared.iter().find(|declared| declared.name == step.name);
            let check = |name: &String| {
                let found = own.and_then(|own| own.checks.iter().find(|check| check.name == *name));
                found.map_or_else(|| name.clone(), |found| self.words.named(&found.name, &found.labels))
            };
            parts
                .push(self.say("explain-step-checks", &[("checks", long(self.joined(step.checks.iter().map(check))))]));
        }
        if step.optional {
            parts.push(self.word("explain-step-optional"));
        }
        if step.part_of_case.is_none() {
            parts.push(self.word("explain-step-open"));
        }
        let clauses = self.joined(step.clauses.iter().map(|clause| self.words.citation(clause)));
        format!("{} [{clauses}]", parts.join(&self.word("explain-semicolon")))
    }
}
