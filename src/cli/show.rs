//! A decision for people.

use super::console::{BAD, Console, GOOD, OPEN, QUIET, STRONG, styled};
use crate::decide::{Decision, Facts, OutcomeDecision, Status};
use crate::diagnostic::visible;
use crate::policy::{Clause, Labels, Outcome, Policy};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Width of the words in front of the lines.
const MARGIN: usize = 14;

/// A decision with its labels, clauses and bodies, outcome by outcome.
pub(super) fn show_decision(
    policy: &Policy,
    facts: &Facts,
    decision: &Decision,
    console: &Console,
    with_facts: bool,
) -> String {
    let mut page = Page { policy, console, text: String::new() };
    page.heading(&named(page.console, &decision.policy, policy.labels()));
    if with_facts {
        let known = facts.known();
        let known: Vec<String> = known.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        page.line("given", &known.join(", "));
    }
    for outcome in &decision.outcomes {
        page.outcome(outcome);
    }
    page.text
}

struct Page<'a> {
    policy: &'a Policy,
    console: &'a Console,
    text: String,
}

impl Page<'_> {
    fn heading(&mut self, text: &str) {
        self.text.push_str(&styled(STRONG, text));
        self.text.push('\n');
    }

    fn word(&self, id: &str) -> String {
        self.console.text(id, &[])
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

    fn outcome(&mut self, outcome: &OutcomeDecision) {
        let Some(declared) = self.policy.outcomes().iter().find(|declared| declared.name == outcome.name) else {
            return;
        };
        let (style, id) = match outcome.status {
            Status::Decided => (GOOD, "status-decided"),
            Status::Exempt => (GOOD, "status-exempt"),
            Status::NotAddressed => (OPEN, "status-not-addressed"),
            Status::Conflict => (BAD, "status-conflict"),
            Status::Undetermined => (OPEN, "status-undetermined"),
            Status::OutOfScope => (OPEN, "status-out-of-scope"),
        };
        let status = styled(style, &self.word(id));
        self.text.push('\n');
        let name = named(self.console, &declared.name, &declared.labels);
        self.heading(&format!("{name}: {status}"));
        self.line("permitted", &self.values(declared, &outcome.permitted.words(), outcome.none));
        if let Some(before) = &outcome.unadjusted {
            self.line("unadjusted", &self.values(declared, &before.permitted, before.none));
        }
        if outcome.weigh {
            let text = self.word("show-weigh-both");
            self.line("weigh", &text);
        }
        self.clauses("because", &outcome.clauses);
        self.clauses("overridden", &outcome.overridden);
        self.clauses("exempted", &outcome.exempted_by);
        self.clauses("adjusted", &outcome.adjusted_by);
        for decided in &outcome.decided_by {
            self.line("decided", &self.decider(declared, decided));
        }
        self.line("enforced", &self.bodies(&outcome.enforced_by));
        self.lines("judgements", &self.facts(&outcome.judgements));
        self.lines("possible", &self.possible(declared, &outcome.possible));
        self.lines("asks", &self.facts(&outcome.asks));
        if outcome.limit_reached {
            let text = self.word("show-limit-reached");
            self.line("limit", &text);
        }
    }

    /// Values from light to heavy, with their labels.
    fn values(&self, outcome: &Outcome, names: &[String], none: bool) -> String {
        let mut words: Vec<String> = Vec::new();
        if none {
            words.push(self.word("value-none"));
        }
        words.extend(names.iter().map(|name| self.value(outcome, name)));
        words.join(" < ")
    }

    fn value(&self, outcome: &Outcome, name: &str) -> String {
        let members = self.policy.enumerations().get(outcome.values.index()).map(|of| of.members.as_slice());
        let member = members.unwrap_or_default().iter().find(|member| member.name == name);
        member.map_or_else(|| name.to_owned(), |member| named(self.console, &member.name, &member.labels))
    }

    fn possible(&self, outcome: &Outcome, names: &[String]) -> Vec<String> {
        let word = |name: &String| match name.as_str() {
            "none" => self.word("value-none"),
            "exempt" => self.word("status-exempt"),
            "not_addressed" => self.word("status-not-addressed"),
            "conflict" => self.word("status-conflict"),
            "out_of_scope" => self.word("status-out-of-scope"),
            _ => self.value(outcome, name),
        };
        names.iter().map(word).collect()
    }

    /// One line for each clause, with its label.
    fn clauses(&mut self, id: &str, citations: &[String]) {
        let lines: Vec<String> = citations.iter().map(|citation| self.clause(citation)).collect();
        self.lines(id, &lines);
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

    fn clause(&self, citation: &str) -> String {
        let clause = self.policy.clauses().iter().find(|clause| clause.citation == citation);
        let label = clause.and_then(|clause| self.clause_label(clause));
        label.map_or_else(|| citation.to_owned(), |label| format!("{citation} {}", visible(label)))
    }

    /// The clause's label, else that of the nearest clause around it.
    fn clause_label<'c>(&'c self, clause: &'c Clause) -> Option<&'c str> {
        let language = self.console.language();
        if let Some(label) = clause.labels.get(language) {
            return Some(label);
        }
        let numbers = clause.path.as_ref()?.numbers();
        (1..numbers.len()).rev().find_map(|depth| {
            let above = self
                .policy
                .clauses()
                .iter()
                .find(|other| other.path.as_ref().is_some_and(|path| Some(path.numbers()) == numbers.get(..depth)));
            above.and_then(|above| above.labels.get(language))
        })
    }

    fn decider(&self, outcome: &Outcome, decided: &crate::decide::DecidedBy) -> String {
        let mut text = self.bodies(&decided.bodies);
        if decided.jointly {
            text = format!("{} {text}", self.word("show-jointly"));
        }
        if !decided.approved_by.is_empty() {
            text = format!("{text}; {} {}", self.word("show-approved"), self.bodies(&decided.approved_by));
        }
        let values: Vec<String> = decided.values.iter().map(|name| self.value(outcome, name)).collect();
        format!("{}: {text} [{}]", values.join(", "), decided.clause)
    }

    fn bodies(&self, names: &[String]) -> String {
        let word = |name: &String| {
            let body = self.policy.bodies().iter().find(|body| body.name == *name);
            body.map_or_else(|| name.clone(), |body| named(self.console, &body.name, &body.labels))
        };
        names.iter().map(word).collect::<Vec<_>>().join(", ")
    }

    fn facts(&self, names: &[String]) -> Vec<String> {
        let word = |name: &String| {
            let fact = self.policy.facts().iter().find(|fact| fact.name == *name);
            fact.map_or_else(|| name.clone(), |fact| named(self.console, &fact.name, &fact.labels))
        };
        names.iter().map(word).collect()
    }
}

/// A name with its label in the console's language, both safe to print.
fn named(console: &Console, name: &str, labels: &Labels) -> String {
    match labels.get(console.language()) {
        Some(label) if label != name => format!("{} ({})", visible(name), visible(label)),
        Some(_) | None => visible(name).into_owned(),
    }
}
