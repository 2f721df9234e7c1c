//! What to say about a piece that fits no rule of the grammar.
//!
//! The piece is read again with the strict rule. The grammar then tells how far it came and what could have stood
//! there; of that one thing is said: what is wrong here, and what was probably meant.

use super::Builder;
use super::literals::unexpected;
use crate::diagnostic::{Code, Diagnostic, Safety};
use crate::syntax::grammar::{Grammar, Rule};
use crate::syntax::keywords::{self, Role};
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

impl<'t> Builder<'t> {
    /// Reports why `pair`, a piece that recovery skipped, could not be read as `strict`.
    pub(super) fn unread(&mut self, pair: &Pair<'t, Rule>, strict: Rule) {
        let piece = pair.as_str();
        let start = pair.as_span().start();
        self.unread_words.extend(words(piece).map(|(_, word)| word.to_owned()));
        let (stop, expected) = match Grammar::parse(strict, piece) {
            Ok(_) => (0, Vec::new()),
            Err(error) => {
                let (InputLocation::Pos(at) | InputLocation::Span((at, _))) = error.location;
                let ErrorVariant::ParsingError { positives, .. } = error.variant else { return };
                (at, positives)
            }
        };
        let stop = skip_blank(piece, stop);
        let diagnostic = self
            .misspelt_start(piece, start, stop, strict)
            .or_else(|| self.foreign_sign(piece, start, stop))
            .or_else(|| self.reserved_word(piece, start, stop, &expected))
            .or_else(|| self.misspelt_keyword(piece, start, stop, &expected))
            .unwrap_or_else(|| self.unexpected(piece, start, stop, &expected));
        self.report(diagnostic);
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
        if at != 0 || stop > first.len() + 1 + blank_len(piece.get(first.len()..)?) || keywords::is_keyword(first) {
            return None;
        }
        let candidates = match strict {
            Rule::strict_entry => keywords::starting(&[Role::Entry]),
            Rule::strict_clause => keywords::starting(&[Role::Statement]),
            _ => keywords::starting(&[Role::Declaration, Role::Article, Role::Statement]),
        };
        let nearest = nearest(first, &candidates)?;
        let span = self.span_of(start, start + first.len());
        let diagnostic = Diagnostic::new(Code::MisspeltKeyword, span).with("found", first).with("keyword", nearest);
        Some(diagnostic.fix(Safety::Safe, span, nearest))
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
        let found = token(piece.get(stop..)?);
        let rules = expected.iter().flat_map(|rule| [*rule].into_iter().chain(alternatives(*rule).iter().copied()));
        let candidates: Vec<&str> = rules.flat_map(keywords::spellings).collect();
        // `rises severity`: the first word of a keyword of several words.
        let begun =
            candidates.iter().copied().find(|word| word.split_once(' ').is_some_and(|(first, _)| first == found));
        let nearest = begun.or_else(|| nearest(found, &candidates))?;
        let span = self.span_of(start + stop, start + stop + found.len());
        let diagnostic = Diagnostic::new(Code::MisspeltKeyword, span).with("found", found).with("keyword", nearest);
        Some(diagnostic.fix(Safety::Safe, span, nearest))
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
        let diagnostic = unexpected(span, found).with("expected", wanted.kind);
        if wanted.keyword.is_empty() { diagnostic } else { diagnostic.with("keyword", wanted.keyword) }
    }
}

/// The one thing that is said to be missing: a kind the messages know, and for `keyword` its spelling.
struct Wanted {
    kind: &'static str,
    keyword: &'static str,
}

impl Wanted {
    /// Picks what helps most. What must follow comes before what merely may: behind a condition `then` must follow,
    /// though an operator could.
    fn best(expected: &[Rule], piece: &str) -> Self {
        let wants = |rule: Rule| expected.contains(&rule);
        // `given a = true b = false`: an entry cannot begin with a name.
        let is_entry = wants(Rule::kw_given) && wants(Rule::kw_expect);
        if is_entry && words(piece).next().is_some_and(|(at, word)| at == 0 && !keywords::is_keyword(word)) {
            return Self { kind: "comma", keyword: "" };
        }
        let kinds: [(Rule, &'static str); 31] = [
            (Rule::kw_then, ""),
            (Rule::set_close, "set-close"),
            (Rule::close_paren, "paren-close"),
            (Rule::colon, "colon"),
            (Rule::kw_by, ""),
            (Rule::kw_if, ""),
            (Rule::equal, "assigned"),
            (Rule::range_mark, "range"),
            (Rule::less, "scale-rest"),
            (Rule::comma, "list-rest"),
            (Rule::close, "close"),
            (Rule::open, "open"),
            (Rule::block, "open"),
            (Rule::type_ref, "type"),
            (Rule::citation, "clause"),
            (Rule::citations, "clause"),
            (Rule::string, "text"),
            (Rule::set, "set"),
            (Rule::permitted, "set"),
            (Rule::adjustments, "adjustment"),
            (Rule::adjustment, "adjustment"),
            (Rule::property, "property"),
            (Rule::expectation, "expectation"),
            (Rule::condition, "condition"),
            (Rule::expression, "condition"),
            (Rule::parenthesised, "condition"),
            (Rule::value, "value"),
            (Rule::consequences, "outcome"),
            (Rule::outcome_ref, "outcome"),
            (Rule::member, "name"),
            (Rule::name, "name"),
        ];
        for (rule, kind) in kinds {
            if wants(rule) {
                if kind.is_empty() {
                    return Self { kind: "keyword", keyword: keywords::spelling_like(rule, piece) };
                }
                return Self { kind, keyword: "" };
            }
        }
        match expected.iter().copied().map(|rule| keywords::spelling_like(rule, piece)).find(|word| !word.is_empty()) {
            Some(keyword) if expected.len() <= 2 => Self { kind: "keyword", keyword },
            _ => Self { kind: "statement", keyword: "" },
        }
    }
}

/// The keywords that can begin what a rule of the grammar reads, where the rule hides them.
fn alternatives(rule: Rule) -> &'static [Rule] {
    match rule {
        Rule::adjustments | Rule::adjustment => {
            &[Rule::kw_lighten, Rule::kw_reduce, Rule::kw_waive, Rule::kw_aggravate, Rule::kw_exceed]
        }
        Rule::property => &[Rule::kw_rises_with, Rule::kw_ignores, Rule::kw_is_addressed, Rule::kw_excludes],
        Rule::expectation => &[Rule::kw_cites, Rule::kw_asks, Rule::kw_adjusted, Rule::kw_exempted, Rule::kw_decided],
        Rule::combine => &[
            Rule::kw_combine_heaviest,
            Rule::kw_combine_union,
            Rule::kw_combine_intersect,
            Rule::kw_combine_unique,
            Rule::kw_combine_accumulate,
        ],
        _ => &[],
    }
}

/// The words of a text with their offsets, outside nothing in particular: comments and strings count too.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.split(move |c| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
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
