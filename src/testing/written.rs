//! `test` blocks as an author would write them: from a case and what the interpreter says of it.

use crate::decide::{Decision, Facts, OutcomeDecision, Permitted, Status};
use crate::policy::{FactId, OutcomeId, Policy};
use crate::source::SourceId;
use crate::syntax::{KeywordLanguage, format_source};
use std::fmt::Write;

/// A test that is yet to be written into a policy.
#[derive(Clone, Debug)]
pub struct WrittenTest<'t> {
    /// What it shows.
    pub name: &'t str,
    /// What is to be said above it, a line each.
    pub comments: &'t [String],
    /// The case.
    pub facts: &'t Facts,
    /// The facts of the case that are given, in this order; the others stay unknown, or have their default.
    pub given: &'t [FactId],
    /// The outcomes of which it says what the authority chose.
    pub chosen: &'t [OutcomeId],
    /// How the case is decided.
    pub decision: &'t Decision,
    /// The outcomes of which something is expected.
    pub expected: &'t [OutcomeId],
    /// What else is expected, such as of duties and steps, with English keywords: `duty answer breached`.
    pub further: &'t [String],
}

impl WrittenTest<'_> {
    /// The block, formatted as `policyc fmt` would, in a keyword language. Ends with a line feed.
    #[must_use]
    pub fn text(&self, policy: &Policy, language: KeywordLanguage) -> String {
        let text = self.unformatted(policy);
        // What cannot be formatted can still be read.
        format_source(SourceId::default(), &text, Some(language)).unwrap_or(text)
    }

    /// The block as it is before it is formatted.
    pub(super) fn unformatted(&self, policy: &Policy) -> String {
        let mut text = String::new();
        for line in self.comments {
            let _ = writeln!(text, "-- {}", one_line(line));
        }
        let _ = writeln!(text, "test {} {{", quoted(self.name));
        let given: Vec<String> = self
            .given
            .iter()
            .filter_map(|id| {
                let value = policy.show(self.facts.get(*id)?);
                Some(format!("{} = {value}", policy.facts().get(id.index())?.name))
            })
            .collect();
        if !given.is_empty() {
            let _ = writeln!(text, "  given {}", given.join(", "));
        }
        if let Some(day) = self.facts.as_of() {
            let _ = writeln!(text, "  as of {day}");
        }
        let name = |id: &OutcomeId| policy.outcomes().get(id.index()).map(|outcome| &outcome.name);
        for id in self.chosen {
            if let (Some(name), Some(choice)) = (name(id), self.facts.chosen(*id)) {
                let value = choice.map_or_else(|| "none".to_owned(), |value| policy.show(value));
                let _ = writeln!(text, "  chosen {name} = {value}");
            }
        }
        for id in self.expected {
            if let Some(decided) = name(id).and_then(|name| self.decision.outcome(name)) {
                expectations(decided).iter().for_each(|line| {
                    let _ = writeln!(text, "  expect {line}");
                });
            }
        }
        for line in self.further {
            let _ = writeln!(text, "  expect {line}");
        }
        text.push_str("}\n");
        text
    }
}

/// What a test expects of an outcome, so that it holds of this decision.
#[must_use]
pub fn expectations(outcome: &OutcomeDecision) -> Vec<String> {
    let name = outcome.title();
    let cited = |clauses: &[String]| -> Vec<String> {
        // Rules outside any article have no number to cite.
        clauses.iter().filter(|clause| clause.starts_with(|c: char| c.is_ascii_digit())).cloned().collect()
    };
    let mut lines = Vec::new();
    match outcome.status {
        Status::Decided => {
            lines.extend(set(&outcome.permitted, outcome.none).map(|set| format!("{name} {set}")));
            if outcome.weigh {
                lines.push(format!("{name} weighed"));
            }
            let clauses = cited(&outcome.clauses);
            if !clauses.is_empty() {
                lines.push(format!("cites {}", clauses.join(", ")));
            }
            let clauses = cited(&outcome.adjusted_by);
            if !clauses.is_empty() {
                lines.push(format!("adjusted by {}", clauses.join(", ")));
            }
        }
        Status::Exempt => {
            lines.push(format!("{name} exempt"));
            let clauses = cited(&outcome.exempted_by);
            if !clauses.is_empty() {
                lines.push(format!("exempted by {}", clauses.join(", ")));
            }
        }
        Status::NotAddressed => lines.push(format!("{name} not addressed")),
        Status::Conflict => lines.push(format!("{name} conflict")),
        Status::OutOfScope => lines.push(format!("{name} out of scope")),
        Status::Undetermined => {
            lines.push(format!("{name} undetermined"));
            if !outcome.asks.is_empty() {
                lines.push(format!("asks {}", outcome.asks.join(", ")));
            }
        }
    }
    lines
}

/// A permitted set as a test expects it; `None` where no test can write it.
fn set(permitted: &Permitted, none: bool) -> Option<String> {
    let or_none = if none { " or none" } else { "" };
    if let Permitted::Values(values) = permitted {
        return Some(match values.as_slice() {
            [] => "= none".to_owned(),
            [only] if !none => format!("= {only}"),
            several => format!("∈ <{}>{or_none}", several.join(", ")),
        });
    }
    match permitted.intervals() {
        [only] if !only.from_excluded && !only.to_excluded => {
            let to = only.to.as_ref()?;
            Some(if only.from == *to {
                format!("= {to}{or_none}")
            } else {
                format!("∈ {} .. {to}{or_none}", only.from)
            })
        }
        _ => None,
    }
}

/// A text in quotes.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in one_line(text).chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
