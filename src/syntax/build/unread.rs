//! What to say about a piece that fits no rule of the grammar.
//!
//! The piece is read again with the strict rule. The grammar then tells how far it came and what could have stood
//! there; of that one thing is said: what is wrong here, and what was probably meant.

use super::Builder;
use super::literals::unexpected;
use super::wanted::{Wanted, adjustment_as_outcome, alternatives};
use crate::diagnostic::{Code, Diagnostic, Safety};
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::keywords::{self, Role};
use crate::syntax::{joined, synonyms};
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::Pair;

/// Signs of other languages that no rule of the grammar knows, with ours.
const FOREIGN_SIGNS: [(&str, &str); 12] = [
    ("==", "="),
    ("&&", "and"),
    ("||", "or"),
    ("=>", "≥"),
    ("!", "not"),
    ("¬", "not"),
    ("≧", "≥"),
    ("≦", "≤"),
    ("∧", "and"),
    ("∨", "or"),
    ("→", "implies"),
    (":=", "="),
];

/// What stands before a piece that could not be read: the piece may have been meant to go on with it.
#[derive(Clone, Copy)]
pub(super) struct Before {
    /// Where it begins.
    pub(super) start: usize,
    /// The rule that reads both as one.
    pub(super) whole: Rule,
    /// Whether what stands on its last line goes on with it, rather than beginning something new.
    pub(super) goes_on: bool,
}

/// How far a rule of the grammar came, from the begin of a piece, and what could have stood there.
struct Stop {
    at: usize,
    expected: Vec<Rule>,
}

impl Stop {
    /// Reads `text` by a rule; a piece begins at `piece` in it. `None` where all was read, or not even what stands
    /// before the piece.
    fn of(rule: Rule, text: &str, piece: usize) -> Option<Self> {
        let error = Grammar::parse(rule, text).err()?;
        let (InputLocation::Pos(at) | InputLocation::Span((at, _))) = error.location;
        let ErrorVariant::ParsingError { mut positives, .. } = error.variant else { return None };
        positives.retain(|rule| *rule != Rule::EOI);
        let at = skip_blank(text.get(piece..)?, at.checked_sub(piece)?);
        Some(Self { at, expected: positives })
    }
}

impl<'t> Builder<'t> {
    /// Reports why `pair`, a piece that recovery skipped, could not be read as `strict`.
    pub(super) fn unread(&mut self, pair: &Pair<'t, Rule>, strict: Rule, before: Option<Before>) {
        let piece = pair.as_str();
        let start = pair.as_span().start();
        self.unread_words.extend(words(piece).map(|(_, word)| word.to_owned()));
        let alone = Stop::of(strict, piece, 0).unwrap_or(Stop { at: 0, expected: Vec::new() });
        let found = before.and_then(|before| self.gone_on(piece, start, &alone, before));
        let diagnostic = found
            .or_else(|| self.misspelt_start(piece, start, alone.at, strict))
            .unwrap_or_else(|| self.explained(piece, start, &alone));
        self.report(diagnostic);
        self.later_lines(piece, start, strict);
    }

    /// Recovery stops at keywords; a line of the piece that begins with a word for one is a piece of its own.
    fn later_lines(&mut self, piece: &str, start: usize, strict: Rule) {
        let candidates = begins(strict);
        let mut at = 0;
        for line in piece.split_inclusive('\n') {
            let begin = at + blank_len(line);
            if at > 0
                && let Some((found, meant)) = synonyms::begun(line.trim_start(), &candidates)
            {
                self.report(self.no_keyword(start + begin, found, meant, "synonym"));
            }
            at += line.len();
        }
    }

    /// What is wrong if the piece was meant to go on with what stands before it; `None` where nothing speaks for that.
    fn gone_on(&self, piece: &str, start: usize, alone: &Stop, before: Before) -> Option<Diagnostic> {
        let text = self.repaired.text();
        let both = text.get(before.start..start + piece.len())?;
        let joined = Stop::of(before.whole, both, start - before.start)?;
        if joined.at > 0 && joined.at >= alone.at {
            return Some(self.explained(piece, start, &joined));
        }
        let line = text.get(..start)?.trim_end_matches([' ', '\t', '\u{3000}']);
        if line.ends_with('\n') || joined.at > 0 {
            return None;
        }
        let is_keyword = keywords::lookup(token(piece)).is_some();
        let misspelt = || self.misspelt_keyword(piece, start, 0, &joined.expected);
        let goes_on = before.goes_on && alone.at == 0;
        (!is_keyword)
            .then(misspelt)
            .flatten()
            .or_else(|| goes_on.then(|| self.unexpected(piece, start, 0, &joined.expected)))
    }

    fn explained(&self, piece: &str, start: usize, stop: &Stop) -> Diagnostic {
        let Stop { at, expected } = stop;
        self.foreign_sign(piece, start, *at)
            .or_else(|| self.reserved_word(piece, start, *at, expected))
            .or_else(|| self.misspelt_keyword(piece, start, *at, expected))
            .unwrap_or_else(|| self.unexpected(piece, start, *at, expected))
    }

    /// Reports a place that even recovery could not pass.
    pub(in crate::syntax) fn unexpected_at(&mut self, at: usize) {
        let rest = self.repaired.text().get(at..).unwrap_or_default();
        let found = token(rest);
        let span = self.span_of(at, at + found.len());
        self.report(unexpected(span, found).with("expected", "statement"));
    }

    /// The first word is no keyword, but nearly one: `scael severity { … }`.
    fn misspelt_start(&self, piece: &str, start: usize, stop: usize, strict: Rule) -> Option<Diagnostic> {
        let (at, first) = words(piece).next()?;
        if at != 0 {
            return None;
        }
        let candidates = begins(strict);
        // `effect sanction ≥ x`: a keyword of several words is begun, but not as it is spelt.
        let begun: Vec<&str> =
            candidates.iter().copied().filter(|word| word.starts_with(&format!("{first} "))).collect();
        if let Some((found, meant)) = synonyms::begun(piece, &candidates)
            && !keywords::is_keyword(first)
        {
            return Some(self.no_keyword(start, found, meant, "synonym"));
        }
        if let Some((keyword, rest)) = joined::begun(first, &candidates)
            && !keywords::is_keyword(first)
        {
            return Some(self.without_blank(start, first, format!("{keyword} {rest}")));
        }
        let is_short = stop <= first.len() + 1 + blank_len(piece.get(first.len()..)?);
        let (found, nearest) = match misspelt(piece, &begun) {
            Some((found, nearest)) if is_short || found != first => (found, nearest),
            _ if !is_short || keywords::is_keyword(first) => return None,
            _ => (first, nearest(first, &candidates)?),
        };
        Some(self.no_keyword(start, found, nearest, "misspelt"))
    }

    /// `found` is no keyword: it is misspelt, or the language has another word for it.
    fn no_keyword(&self, at: usize, found: &str, meant: &'static str, kind: &'static str) -> Diagnostic {
        let span = self.span_of(at, at + found.len());
        let diagnostic = Diagnostic::new(Code::MisspeltKeyword, span).with("found", found).with("keyword", meant);
        diagnostic.with("kind", kind).fix(Safety::Safe, span, meant)
    }

    /// A keyword that could stand here hangs on the word at this place, or on the one before: 严重则 处理 = 诫勉.
    fn joined_keyword(&self, piece: &str, start: usize, stop: usize, keywords: &[&'static str]) -> Option<Diagnostic> {
        let word = token(piece.get(stop..)?);
        if let Some((keyword, rest)) = joined::begun(word, keywords)
            && !keywords::is_keyword(word)
        {
            return Some(self.without_blank(start + stop, word, format!("{keyword} {rest}")));
        }
        let before = piece.get(..stop)?.trim_end();
        let (at, word) = words(before).last()?;
        let (rest, keyword) = joined::ended(word, keywords).filter(|_| before.ends_with(word))?;
        Some(self.without_blank(start + at, word, format!("{rest} {keyword}")))
    }

    fn without_blank(&self, at: usize, found: &str, apart: String) -> Diagnostic {
        let span = self.span_of(at, at + found.len());
        let diagnostic = Diagnostic::new(Code::MisspeltKeyword, span).with("found", found);
        diagnostic.with("keyword", apart.as_str()).with("kind", "joined").fix(Safety::Unsafe, span, apart)
    }

    fn foreign_sign(&self, piece: &str, start: usize, stop: usize) -> Option<Diagnostic> {
        let rest = piece.get(stop..)?;
        let (sign, ours) = FOREIGN_SIGNS.iter().find(|(sign, _)| rest.starts_with(sign))?;
        let span = self.span_of(start + stop, start + stop + sign.len());
        let diagnostic = Diagnostic::new(Code::ForeignOperator, span).with("found", *sign).with("ours", *ours);
        let replacement = if *ours == "not" { "not ".to_owned() } else { (*ours).to_owned() };
        Some(diagnostic.fix(Safety::Safe, span, replacement))
    }

    fn reserved_word(&self, piece: &str, start: usize, stop: usize, expected: &[Rule]) -> Option<Diagnostic> {
        let found = token(piece.get(stop..)?);
        let wants_name =
            expected.iter().any(|rule| matches!(rule, Rule::name | Rule::member | Rule::reference | Rule::outcome_ref));
        if !wants_name || !keywords::is_reserved(found) {
            return None;
        }
        let span = self.span_of(start + stop, start + stop + found.len());
        Some(Diagnostic::new(Code::ReservedWord, span).with("word", found))
    }

    /// A word stands where a keyword could, and is nearly that keyword: `if C the …`.
    fn misspelt_keyword(&self, piece: &str, start: usize, stop: usize, expected: &[Rule]) -> Option<Diagnostic> {
        let rest = piece.get(stop..)?;
        let rules = expected.iter().flat_map(|rule| [*rule].into_iter().chain(alternatives(*rule).iter().copied()));
        let mut candidates: Vec<&str> = rules.flat_map(keywords::spellings).collect();
        if expected.contains(&Rule::unit_days) {
            candidates.extend(["days", "day", "working", "months", "month", "years", "year", "天", "个月", "年"]);
        }
        if let Some((found, meant)) = synonyms::begun(rest, &candidates) {
            return Some(self.no_keyword(start + stop, found, meant, "synonym"));
        }
        if let Some(diagnostic) = self.joined_keyword(piece, start, stop, &candidates) {
            return Some(diagnostic);
        }
        let (found, nearest) = misspelt(rest, &candidates)?;
        Some(self.no_keyword(start + stop, found, nearest, "misspelt"))
    }

    fn unexpected(&self, piece: &str, start: usize, stop: usize, expected: &[Rule]) -> Diagnostic {
        let found = token(piece.get(stop..).unwrap_or_default());
        let (found, span) = if found.is_empty() {
            let end = piece.get(..stop).unwrap_or(piece).trim_end().len();
            ("end-of-text", self.span_of(start + end, start + end))
        } else {
            (found, self.span_of(start + stop, start + stop + found.len()))
        };
        let wanted = Wanted::best(expected, piece);
        let mut diagnostic = unexpected(span, found).with("expected", wanted.kind);
        if !wanted.keyword.is_empty() {
            diagnostic = diagnostic.with("keyword", wanted.keyword);
        }
        match adjustment_as_outcome(piece.get(..stop).unwrap_or_default()) {
            Some(adjustment) => diagnostic.with("adjustment", adjustment).help("adjust"),
            None => diagnostic,
        }
    }
}

/// The keywords that can begin what a strict rule of the grammar reads.
fn begins(strict: Rule) -> Vec<&'static str> {
    match strict {
        Rule::strict_entry => keywords::starting(&[Role::Entry]),
        Rule::strict_clause => keywords::starting(&[Role::Statement]),
        Rule::duty_part | Rule::procedure_line => Vec::new(),
        _ => keywords::starting(&[Role::Declaration, Role::Article, Role::Statement]),
    }
}

/// The words of a text with their offsets, outside nothing in particular: comments and strings count too.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.split(move |c| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// The words at the start of a text and the keyword of as many words that they were probably meant to be.
fn misspelt<'p>(text: &'p str, candidates: &[&'static str]) -> Option<(&'p str, &'static str)> {
    let found = token(text);
    let count = |word: &str| word.split(' ').count();
    let most = candidates.iter().map(|word| count(word)).max().unwrap_or(1);
    for number in (2..=most).rev() {
        let several: Vec<&str> = candidates.iter().copied().filter(|word| count(word) == number).collect();
        let Some((last, word)) = words(text).nth(number - 1) else { continue };
        let Some(written) = text.get(..last + word.len()) else { continue };
        if written.split_whitespace().eq(words(written).map(|(_, word)| word))
            && let Some(nearest) = nearest(&written.split_whitespace().collect::<Vec<_>>().join(" "), &several)
        {
            return Some((written, nearest));
        }
    }
    // `rises severity`: the first word of a keyword of several words.
    let begun = candidates.iter().copied().find(|word| word.split_once(' ').is_some_and(|(first, _)| first == found));
    Some((found, begun.or_else(|| nearest(found, candidates))?))
}

fn blank_len(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Moves over blanks and comments, so that a message stands at the next token.
pub(super) fn skip_blank(piece: &str, mut at: usize) -> usize {
    loop {
        let rest = piece.get(at..).unwrap_or_default();
        let blank = blank_len(rest);
        let after = rest.get(blank..).unwrap_or_default();
        let comment = if after.starts_with("--") {
            after.find('\n').unwrap_or(after.len())
        } else if after.starts_with("{-") {
            after.find("-}").map_or(after.len(), |end| end + 2)
        } else {
            return at + blank;
        };
        at += blank + comment;
    }
}

/// The token at the start of a text: a word, a quoted text, or one sign.
fn token(text: &str) -> &str {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut characters = text.char_indices();
    let end = match characters.next() {
        None => 0,
        Some((_, first)) if is_word(first) => characters.find(|(_, c)| !is_word(*c)).map_or(text.len(), |(end, _)| end),
        Some((_, quote @ ('"' | '“'))) => {
            let close = if quote == '"' { '"' } else { '”' };
            let line = text.split('\n').next().unwrap_or(text);
            let rest = line.get(quote.len_utf8()..).unwrap_or_default();
            rest.find(close).map_or(line.trim_end().len(), |end| quote.len_utf8() + end + close.len_utf8())
        }
        Some((_, first)) => first.len_utf8(),
    };
    text.get(..end).unwrap_or_default()
}

/// The candidate that `word` was probably meant to be, if one is close enough and no other as close.
fn nearest<'c>(word: &str, candidates: &[&'c str]) -> Option<&'c str> {
    crate::diagnostic::nearest(word, candidates.iter().copied())
}
