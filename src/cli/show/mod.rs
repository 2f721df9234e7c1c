//! Decisions and reports for people.

pub(super) mod comparison;
mod duty;
mod effects;
mod outcome;
mod procedure;
mod words;

pub(super) use effects::show_effects;
pub(super) use procedure::show_procedure;

use super::console::{Console, QUIET, STRONG, styled};
use crate::decide::{Decision, Facts, OutcomeDecision};
use crate::diagnostic::{Arg, visible};
use crate::explain::Words;
use crate::policy::Policy;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Width of the words in front of the lines.
const MARGIN: usize = 14;

/// A decision with its labels, clauses and bodies: outcome by outcome, then duty by duty.
pub(super) fn show_decision(
    policy: &Policy,
    facts: &Facts,
    decision: &Decision,
    console: &Console,
    with_facts: bool,
) -> String {
    let mut page = Page::new(policy, console);
    if let Some(day) = &decision.as_of {
        page.line("as-of", &visible(day));
    }
    if with_facts {
        let given = page.given(facts);
        page.lines("given", &given);
    }
    for outcome in &decision.outcomes {
        page.outcome(outcome);
    }
    for duty in &decision.duties {
        page.duty(duty);
    }
    page.text
}

/// One outcome of an interview that no further answer can change.
pub(super) fn show_settled(policy: &Policy, outcome: &OutcomeDecision, console: &Console) -> String {
    let words = Words { policy, catalogue: &console.catalogue };
    let mut page = Page { words, console, text: String::new() };
    page.outcome_in_short(outcome);
    page.text
}

struct Page<'a> {
    words: Words<'a>,
    console: &'a Console,
    text: String,
}

impl<'a> Page<'a> {
    /// A page that begins with the policy's name.
    fn new(policy: &'a Policy, console: &'a Console) -> Self {
        let words = Words { policy, catalogue: &console.catalogue };
        let mut page = Self { words, console, text: String::new() };
        page.heading(&page.words.named(policy.name(), policy.labels()));
        page
    }

    /// A heading behind an empty line.
    fn section(&mut self, text: &str) {
        self.text.push('\n');
        self.heading(text);
    }

    /// A line of its own.
    fn item(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn heading(&mut self, text: &str) {
        self.text.push_str(&styled(STRONG, text));
        self.text.push('\n');
    }

    fn word(&self, id: &str) -> String {
        self.console.text(id, &[])
    }

    /// Words of the catalogue around others.
    fn words(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.console.text(id, args)
    }

    /// A line with a word of the catalogue in front; left out where there is nothing to say.
    fn line(&mut self, id: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let word = self.word(&format!("show-{id}"));
        let blank = " ".repeat(MARGIN.saturating_sub(word.width()).max(1));
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "  {}{blank}{text}", styled(QUIET, &word));
    }

    /// Several lines under one word.
    fn lines(&mut self, id: &str, lines: &[String]) {
        for (index, line) in lines.iter().enumerate() {
            if index == 0 {
                self.line(id, line);
            } else {
                let _ = writeln!(self.text, "  {}{line}", " ".repeat(MARGIN));
            }
        }
    }

    /// One line for each clause, with its label.
    fn clauses(&mut self, id: &str, citations: &[String]) {
        let lines: Vec<String> = citations.iter().map(|citation| self.words.clause(citation)).collect();
        self.lines(id, &lines);
    }

    /// The known facts, those of the case and of each role on lines of their own.
    fn given(&self, facts: &Facts) -> Vec<String> {
        let roles = self.words.policy.roles().iter().map(|role| Some(role.name.as_str()));
        std::iter::once(None)
            .chain(roles)
            .map(|role| {
                let of_role = self.words.policy.facts().iter().enumerate().filter(|(_, fact)| fact.name.role() == role);
                let mut known: Vec<String> = of_role
                    .filter_map(|(index, fact)| {
                        let value = facts.get(crate::policy::FactId::new(index))?;
                        Some(format!("{} = {}", self.words.qualified(&fact.name), self.words.value_of_fact(value)))
                    })
                    .collect();
                known.sort();
                known.join(&self.word("list-comma"))
            })
            .filter(|line| !line.is_empty())
            .collect()
    }
}
