//! A page for people: headings, and lines with a word in front.

mod words;

use super::console::{Console, QUIET, STRONG, styled};
use crate::diagnostic::Arg;
use crate::policy::Policy;
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

    /// One line for each clause, with its label, under one word of the catalogue.
    pub(super) fn clauses(&mut self, id: &str, citations: &[String]) {
        let lines: Vec<String> = citations.iter().map(|citation| self.clause(citation)).collect();
        self.lines(id, &lines);
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
}
