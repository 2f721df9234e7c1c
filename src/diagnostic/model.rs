use super::{Code, Severity};
use crate::source::Span;
use std::cmp::Reverse;

/// A value that a message mentions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Text; made harmless for terminals when it is printed.
    Text(String),
    /// A count or a limit.
    Number(i64),
    /// Words that are not the same in every language, such as a condition or a case.
    Phrase(Phrase),
}

/// The same in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase {
    /// In English.
    pub english: String,
    /// 中文。
    pub chinese: String,
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// A second place that a diagnostic points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// The attribute of the code's message that says what is there.
    pub text: &'static str,
}

/// Whether a fix may be applied without being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// It does what the author meant, beyond doubt.
    Safe,
    /// It is probably meant.
    Unsafe,
}

/// One change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What is replaced; an empty span inserts.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// A change that mends the fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it may be applied without being read.
    pub safety: Safety,
    /// The changes, in order, not overlapping.
    pub replacements: Vec<Replacement>,
}

/// Arguments that count something in the whole policy. They change with every edit, so that nothing is recognised by
/// them.
pub const COUNTING_ARGS: [&str; 4] = ["cases", "count", "share", "total"];

/// One thing to say, as data: a code, a place, what the words need, other places, help, a fix.
///
/// The words are not here: [`Catalogue`](super::Catalogue) has a message for each code, with the arguments by name.
/// The message's attribute `label` stands at the place itself, `help` below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which fault.
    pub code: Code,
    /// Where; `None` where no text is at hand (an unreadable file).
    pub span: Option<Span>,
    /// What the words mention, by name.
    pub args: Vec<(&'static str, Arg)>,
    /// Other places.
    pub labels: Vec<Label>,
    /// Attributes of the code's message that are added as help, besides `help` itself.
    pub help: Vec<&'static str>,
    /// A change that mends it.
    pub fix: Option<Fix>,
    /// A concrete case that shows it, as JSON.
    #[cfg(feature = "json")]
    pub witness: Option<serde_json::Value>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    #[must_use]
    pub fn new(code: Code, span: Span) -> Self {
        Self { span: Some(span), ..Self::without_place(code) }
    }

    /// A diagnostic about something that has no place in a text.
    #[must_use]
    pub fn without_place(code: Code) -> Self {
        Self {
            code,
            span: None,
            args: vec![],
            labels: vec![],
            help: vec![],
            fix: None,
            #[cfg(feature = "json")]
            witness: None,
        }
    }

    /// Adds what the words mention.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Points to another place; `text` is an attribute of the code's message.
    #[must_use]
    pub fn label(mut self, span: Span, text: &'static str) -> Self {
        self.labels.push(Label { span, text });
        self
    }

    /// Adds a help; `text` is an attribute of the code's message.
    #[must_use]
    pub fn help(mut self, text: &'static str) -> Self {
        self.help.push(text);
        self
    }

    /// Offers to replace `span` by `text`.
    #[must_use]
    pub fn fix(mut self, safety: Safety, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { safety, replacements: vec![Replacement { span, text: text.into() }] });
        self
    }

    /// How serious it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// A number for what it says, which stays the same when the text around it changes: it is made of the code and of
    /// what the words mention, without the place, the words themselves, whatever only counts (numbers, and the
    /// arguments [`COUNTING_ARGS`]), and phrases, which tell where and how it shows.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let mentioned = self.args.iter().filter_map(|(name, arg)| match arg {
            Arg::Text(text) if !COUNTING_ARGS.contains(name) => Some([name, text.as_str()]),
            Arg::Text(_) | Arg::Number(_) | Arg::Phrase(_) => None,
        });
        let parts = std::iter::once(self.code.as_str()).chain(mentioned.flatten());
        // FNV-1a, which is the same on every machine and in every version. No part holds the byte that ends it.
        let bytes = parts.flat_map(|part| part.bytes().chain(std::iter::once(0xFF)));
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }
}

/// Diagnostics in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Keeps the first `most`.
    pub fn truncate(&mut self, most: usize) {
        self.0.truncate(most);
    }

    /// Sorts by place, then code, and drops repetitions, so that the same input always reads the same.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| (a.span, a.code, &a.args).cmp(&(b.span, b.code, &b.args)));
        self.0.dedup();
    }

    /// Sorts for a reader who does not read to the end: text by text, in each the most serious first, and what is as
    /// serious in the order of the text. Drops repetitions.
    pub fn sort_by_severity(&mut self) {
        self.sort();
        self.0.sort_by_key(|one| (one.span.map(|span| span.source), Reverse(one.severity())));
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self(diagnostics.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNTING_ARGS, Diagnostic};
    use crate::diagnostic::Code;

    fn fingerprint(name: &'static str, value: &str) -> u64 {
        Diagnostic::without_place(Code::NotAddressed).with(name, value).fingerprint()
    }

    #[test]
    fn nothing_is_recognised_by_a_count_that_is_written_as_text() {
        for name in COUNTING_ARGS {
            assert_eq!(fingerprint(name, "5927741709152"), fingerprint(name, "1"), "{name}");
        }
        assert_ne!(fingerprint("outcome", "a"), fingerprint("outcome", "b"));
    }
}
