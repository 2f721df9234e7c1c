//! A page for people: headings, and lines with a word in front.

use super::console::{Console, QUIET, STRONG, styled};
use crate::diagnostic::{Arg, visible};
use crate::policy::{Labels, Policy};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Width of the words in front of the lines.
const MARGIN: usize = 14;

/// A page that grows line by line.
pub(super) struct Sheet<'a> {
    pub(super) policy: &'a Policy,
    pub(super) console: &'a Console,
    text: String,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(policy: &'a Policy, console: &'a Console) -> Self {
        let mut sheet = Self { policy, console, text: String::new() };
        sheet.heading(&sheet.named(policy.name(), policy.labels()));
        sheet
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.text.push_str(&styled(STRONG, text));
        self.text.push('\n');
    }

    /// A heading behind an empty line.
    pub(super) fn section(&mut self, text: &str) {
        self.text.push('\n');
        self.heading(text);
    }

    pub(super) fn word(&self, id: &str) -> String {
        self.console.text(id, &[])
    }

    pub(super) fn words(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.console.text(id, args)
    }

    /// A line with a word of the catalogue in front; left out where there is nothing to say.
    pub(super) fn line(&mut self, id: &str, text: &str) {
        if !text.is_empty() {
            let word = self.word(id);
            self.write(&word, text);
        }
    }

    /// A line of its own under a heading.
    pub(super) fn item(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Several lines under one word of the catalogue.
    pub(super) fn lines(&mut self, id: &str, lines: &[String]) {
        for (index, line) in lines.iter().enumerate() {
            let word = if index == 0 { self.word(id) } else { String::new() };
            self.write(&word, line);
        }
    }

    fn write(&mut self, word: &str, text: &str) {
        let blank = " ".repeat(MARGIN.saturating_sub(word.width()).max(1));
        let word = if word.is_empty() { String::new() } else { styled(QUIET, word) };
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "  {word}{blank}{text}");
    }

    /// A name with its label in the console's language, both safe to print.
    pub(super) fn named(&self, name: &str, labels: &Labels) -> String {
        match labels.get(self.console.language()) {
            Some(label) if label != name => format!("{} ({})", visible(name), visible(label)),
            Some(_) | None => visible(name).into_owned(),
        }
    }

    /// Bodies and roles by name, with their labels.
    pub(super) fn parties(&self, names: &[String]) -> String {
        let word = |name: &String| {
            let body = self.policy.bodies().iter().find(|body| body.name == *name).map(|body| &body.labels);
            let role = self.policy.roles().iter().find(|role| role.name == *name).map(|role| &role.labels);
            body.or(role).map_or_else(|| visible(name).into_owned(), |labels| self.named(name, labels))
        };
        names.iter().map(word).collect::<Vec<_>>().join(&self.word("list-comma"))
    }

    /// Facts by name, with their labels.
    pub(super) fn facts(&self, names: &[String]) -> Vec<String> {
        let word = |name: &String| {
            let fact = self.policy.facts().iter().find(|fact| fact.name.as_str() == name);
            fact.map_or_else(|| visible(name).into_owned(), |fact| self.named(name, &fact.labels))
        };
        names.iter().map(word).collect()
    }

    /// A period as reports have it (`3 working days`) in the console's language.
    pub(super) fn period(&self, period: &str) -> String {
        let (count, unit) = period.split_once(' ').unwrap_or((period, ""));
        let id = match unit {
            "day" | "days" => "period-days",
            "working day" | "working days" => "period-working-days",
            "month" | "months" => "period-months",
            "year" | "years" => "period-years",
            _ => return visible(period).into_owned(),
        };
        match count.parse::<i64>() {
            Ok(count) => self.words(id, &[("count", Arg::Number(count))]),
            Err(_) => visible(period).into_owned(),
        }
    }
}
