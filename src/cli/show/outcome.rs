//! What was decided on an outcome.

use super::Page;
use crate::cli::console::{BAD, GOOD, OPEN, styled};
use crate::decide::{DecidedBy, OutcomeDecision, Status, ValueContents};
use crate::diagnostic::visible;
use crate::policy::Outcome;
use anstyle::Style;

impl<'a> Page<'a> {
    /// An outcome with its status and what is permitted, on a line or two.
    pub(super) fn outcome_in_short(&mut self, outcome: &OutcomeDecision) {
        let Some(declared) = self.declared(outcome) else { return };
        let name = self.words.qualified_named(&declared.name, &declared.labels);
        let cited: Vec<String> = outcome.clauses.iter().map(|clause| self.words.citation(clause)).collect();
        let cited =
            if cited.is_empty() { String::new() } else { format!(" [{}]", cited.join(&self.word("list-comma"))) };
        let permitted = self.words.values(declared, &outcome.permitted.words(), outcome.none);
        let permitted = if permitted.is_empty() { permitted } else { format!(": {permitted}") };
        let (style, status) = status(outcome.status);
        let args = [("outcome", name.into()), ("status", self.word(status).into())];
        let settled = styled(style, &self.words("ask-settled", &args));
        self.text.push_str(&format!("{settled}{permitted}{cited}"));
    }

    fn declared(&self, outcome: &OutcomeDecision) -> Option<&'a Outcome> {
        let title = outcome.title();
        self.words.policy.outcomes().iter().find(|declared| declared.name.as_str() == title)
    }

    pub(super) fn outcome(&mut self, outcome: &OutcomeDecision) {
        let Some(declared) = self.declared(outcome) else { return };
        let (style, status) = status(outcome.status);
        let status = styled(style, &self.word(status));
        self.text.push('\n');
        let name = self.words.qualified_named(&declared.name, &declared.labels);
        self.heading(&format!("{name}: {status}"));
        if let Some(person) = &outcome.person {
            self.line("person", &visible(person));
        }
        self.line("permitted", &self.words.values(declared, &outcome.permitted.words(), outcome.none));
        if let Some(before) = &outcome.unadjusted {
            self.line("unadjusted", &self.words.values(declared, &before.permitted, before.none));
        }
        let contents: Vec<String> = outcome.contents.iter().map(|contents| self.contents(declared, contents)).collect();
        self.lines("contents", &contents);
        if outcome.weigh {
            let text = self.word("show-weigh-both");
            self.line("weigh", &text);
        }
        self.clauses("because", &outcome.clauses);
        self.clauses("overridden", &outcome.overridden);
        self.clauses("exempted", &outcome.exempted_by);
        self.clauses("adjusted", &outcome.adjusted_by);
        let deciders: Vec<String> = outcome.decided_by.iter().map(|decided| self.decider(declared, decided)).collect();
        self.lines("decided", &deciders);
        self.line("enforced", &self.words.bodies(&outcome.enforced_by));
        self.lines("judgements", &self.words.facts(&outcome.judgements));
        self.lines("possible", &self.possible(declared, &outcome.possible));
        self.lines("asks", &self.words.facts(&outcome.asks));
        if outcome.limit_reached {
            let text = self.word("show-limit-reached");
            self.line("limit", &text);
        }
    }

    /// `demotion: rank_lowered (…), pay_lowered [7]`.
    fn contents(&self, outcome: &Outcome, contents: &ValueContents) -> String {
        let declared = outcome.contents.iter().flat_map(|contents| &contents.parts);
        let labels = |name: &str| declared.clone().find(|part| part.name == name).map(|part| &part.labels);
        let part = |name: &String| {
            labels(name).map_or_else(|| visible(name).into_owned(), |labels| self.words.named(name, labels))
        };
        let parts: Vec<String> = contents.parts.iter().map(part).collect();
        let parts = parts.join(&self.word("list-comma"));
        format!("{}: {parts} [{}]", self.words.value(outcome, &contents.value), self.words.citation(&contents.clause))
    }

    fn possible(&self, outcome: &Outcome, names: &[String]) -> Vec<String> {
        names.iter().map(|name| self.words.result(outcome, name)).collect()
    }

    fn decider(&self, outcome: &Outcome, decided: &DecidedBy) -> String {
        let mut text = self.words.bodies(&decided.bodies);
        if decided.jointly {
            text = format!("{} {text}", self.word("show-jointly"));
        }
        if !decided.approved_by.is_empty() {
            text = format!("{text}; {} {}", self.word("show-approved"), self.words.bodies(&decided.approved_by));
        }
        let values: Vec<String> = decided.values.iter().map(|name| self.words.value(outcome, name)).collect();
        let values = values.join(&self.word("list-comma"));
        format!("{values}: {text} [{}]", self.words.citation(&decided.clause))
    }
}

/// A status as the catalogue calls it, and how it is shown.
fn status(status: Status) -> (Style, &'static str) {
    match status {
        Status::Decided => (GOOD, "status-decided"),
        Status::Exempt => (GOOD, "status-exempt"),
        Status::NotAddressed => (OPEN, "status-not-addressed"),
        Status::Conflict => (BAD, "status-conflict"),
        Status::Undetermined => (OPEN, "status-undetermined"),
        Status::OutOfScope => (OPEN, "status-out-of-scope"),
    }
}
