//! From the grammar's pairs to the tree.
//!
//! The grammar has already decided what is what; the functions here only name it, read numbers, and report what a
//! grammar cannot see (a month with 32 days, `and` beside `or`). A function returns `None` only where the text was at
//! fault and a diagnostic says so.

mod allow;
mod clauses;
mod declarations;
mod domain;
mod expressions;
mod literals;
mod tests;
mod unread;
mod wanted;

pub(crate) use literals::parse_date;

use super::ast::{Item, Label, LabelLanguage, Name, Reference, Text};
use super::grammar::Rule;
use super::pieces::{Piece, PieceKind};
use super::repair::Repaired;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety};
use crate::source::limits::MAX_NAME_CHARS;
use crate::source::{Place, SourceId, Span};
use pest::iterators::{Pair, Pairs};
use std::collections::BTreeSet;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unread::Before;

/// Builds the tree of one text and collects what is wrong with it.
pub(super) struct Builder<'t> {
    source: SourceId,
    repaired: &'t Repaired,
    diagnostics: Diagnostics,
    unread_words: BTreeSet<String>,
    /// How many folds are being read inside each other.
    folds: u32,
}

impl<'t> Builder<'t> {
    pub(super) fn new(source: SourceId, repaired: &'t Repaired) -> Self {
        Self { source, repaired, diagnostics: Diagnostics::new(), unread_words: BTreeSet::new(), folds: 0 }
    }

    pub(super) fn file(mut self, pairs: Pairs<'t, Rule>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut braces_are_balanced = true;
        let mut before = None;
        for pair in pairs.flat_map(Pair::into_inner) {
            let start = pair.as_span().start();
            let previous = before.replace(Before { start, whole: Rule::whole_item, goes_on: false });
            let (kind, item) = match pair.as_rule() {
                Rule::bad_item => {
                    braces_are_balanced = false;
                    self.unread(&pair, Rule::strict_item, previous);
                    before = None;
                    (PieceKind::Unread, None)
                }
                Rule::stray_close => {
                    // After an unread piece a closing brace may well have had its opening brace there.
                    if braces_are_balanced {
                        let span = self.span(&pair);
                        self.diagnostics.push(Diagnostic::new(Code::StrayBrace, span).fix(Safety::Unsafe, span, ""));
                    }
                    (PieceKind::StrayBrace, None)
                }
                Rule::EOI => continue,
                _ => (PieceKind::Item, self.item(pair)),
            };
            pieces.push(self.piece(start, kind, item));
        }
        pieces
    }

    /// The fault of a place that even recovery could not pass.
    pub(super) fn impassable(mut self, at: usize) -> Vec<Piece> {
        self.unexpected_at(at);
        vec![self.piece(at, PieceKind::Unread, None)]
    }

    /// A piece, with what was said of it.
    fn piece(&mut self, start: usize, kind: PieceKind, item: Option<Item>) -> Piece {
        Piece {
            start: self.span_of(start, start).start,
            kind,
            item,
            diagnostics: std::mem::take(&mut self.diagnostics).into_iter().collect(),
            unread_words: std::mem::take(&mut self.unread_words),
        }
    }

    fn item(&mut self, pair: Pair<'t, Rule>) -> Option<Item> {
        Some(match pair.as_rule() {
            Rule::policy_decl => Item::Policy(self.policy_decl(pair)?),
            Rule::use_decl => Item::Use(self.use_decl(pair)?),
            Rule::outline_decl => Item::Outline(self.outline_decl(pair)),
            Rule::scale_decl => Item::Scale(self.enumeration(pair)?),
            Rule::enum_decl => Item::Enum(self.enumeration(pair)?),
            Rule::body_decl => Item::Body(self.labelled(pair)?),
            Rule::role_decl => Item::Role(self.labelled(pair)?),
            Rule::record_decl => Item::Record(self.record_decl(pair)?),
            Rule::fact_decl => Item::Fact(self.fact_decl(pair)?.fact),
            Rule::judgement_decl => Item::Judgement(self.fact_decl(pair)?),
            Rule::param_decl => Item::Param(self.param_decl(pair)?),
            Rule::reading_decl => Item::Reading(self.reading_decl(pair)?),
            Rule::define_decl => Item::Define(self.define_decl(pair)?),
            Rule::assume_decl => Item::Assume(self.assume_decl(pair)?),
            Rule::outcome_decl => Item::Outcome(self.outcome_decl(pair)?),
            Rule::article_decl => Item::Article(self.article(pair)?),
            Rule::test_decl => Item::Test(self.test_decl(pair)?),
            Rule::allow => Item::Allow(self.allow(pair)?),
            _ => Item::Statement(self.statement(pair)?),
        })
    }

    fn span_of(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, self.repaired.original(start), self.repaired.original(end))
    }

    /// Where a pair stands in the author's text, without blanks and comments behind it.
    fn span(&self, pair: &Pair<'t, Rule>) -> Span {
        self.span_of(pair.as_span().start(), content_end(pair))
    }

    fn place(&self, pair: &Pair<'t, Rule>) -> Place {
        Place(self.span(pair))
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn name(&mut self, pair: &Pair<'t, Rule>) -> Name {
        let span = self.span(pair);
        let written = pair.as_str();
        if written.chars().nth(MAX_NAME_CHARS).is_some() {
            let start: String = written.chars().take(32).collect();
            let diagnostic = Diagnostic::new(Code::NameTooLong, span).with("name", start);
            self.report(diagnostic.with("limit", MAX_NAME_CHARS));
        }
        let text = if is_nfc(written) {
            written.to_owned()
        } else {
            let composed: String = written.nfc().collect();
            let diagnostic = Diagnostic::new(Code::NotNormalised, span).with("name", composed.as_str());
            self.report(diagnostic.fix(Safety::Safe, span, composed.as_str()));
            composed
        };
        Name { text, place: Place(span) }
    }

    /// `NAME of ROLE`, or ROLE 的 NAME.
    fn reference(&mut self, pair: Pair<'t, Rule>) -> Option<Reference> {
        let (mut names, mut role_first) = (Vec::new(), false);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => names.push(self.name(&part)),
                _ => role_first = part.as_str() == "的",
            }
        }
        let mut names = names.into_iter();
        let (first, second) = (names.next()?, names.next());
        let start = first.span();
        let place = Place(second.as_ref().map_or(start, |second| start.to(second.span())));
        Some(match second {
            Some(second) if role_first => Reference { name: second, of: Some(first), place },
            of => Reference { name: first, of, place },
        })
    }

    /// All names directly inside a pair.
    fn names(&mut self, pair: Pair<'t, Rule>) -> Vec<Name> {
        let names = pair.into_inner().filter(|part| part.as_rule() == Rule::name);
        names.map(|part| self.name(&part)).collect()
    }

    fn label(&mut self, pair: Pair<'t, Rule>) -> Option<Label> {
        let mut language = LabelLanguage::Any;
        let mut text = None;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::language if part.as_str() == "en" => language = LabelLanguage::English,
                Rule::language => language = LabelLanguage::Chinese,
                _ => text = Some(self.text(part)),
            }
        }
        Some(Label { language, text: text? })
    }

    /// Quoted text; `\"` and `\\` are its only escapes.
    fn text(&mut self, pair: Pair<'t, Rule>) -> Text {
        let place = self.place(&pair);
        let mut value = String::new();
        for inner in pair.into_inner() {
            let start = inner.as_span().start();
            let mut characters = inner.as_str().char_indices();
            while let Some((at, c)) = characters.next() {
                if c != '\\' {
                    value.push(c);
                    continue;
                }
                match characters.next() {
                    Some((_, quote @ ('"' | '\\' | '”' | '“'))) => value.push(quote),
                    Some((next, other)) => {
                        let span = self.span_of(start + at, start + next + other.len_utf8());
                        let diagnostic =
                            Diagnostic::new(Code::UnknownEscape, span).with("escape", format!("\\{other}"));
                        self.report(diagnostic);
                    }
                    None => {}
                }
            }
        }
        Text { value, place }
    }
}

/// Where the last token of a pair ends: a composite rule may have skipped blanks and comments before an absent part.
fn content_end(pair: &Pair<'_, Rule>) -> usize {
    let span = pair.as_span();
    let Some(last) = pair.clone().into_inner().next_back() else { return span.end() };
    let behind = content_end(&last);
    // Some signs are no pairs of their own.
    let mut rest = span.as_str().get(behind - span.start()..).unwrap_or_default();
    let mut end = behind;
    loop {
        let skipped = unread::skip_blank(rest, 0);
        rest = rest.get(skipped..).unwrap_or_default();
        let Some(sign) = rest.chars().next() else { return end };
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
        end = span.end() - rest.len();
    }
}
