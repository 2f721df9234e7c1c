//! `textDocument/semanticTokens/full`: what each word is, where the grammar alone cannot tell.

use super::server::Answer;
use super::state::State;
use crate::policy::{OccurrenceKind, SymbolKind};
use crate::syntax::{is_keyword_part, words};
use gen_lsp_types as lsp;
use gen_lsp_types::{Position, SemanticToken, SemanticTokens, SemanticTokensLegend, SemanticTokensParams};
use std::collections::BTreeMap;

/// The types of tokens, in the order of their numbers.
const TYPES: [Kind; 11] = [
    Kind::Comment,
    Kind::String,
    Kind::Number,
    Kind::Keyword,
    Kind::Type,
    Kind::Member,
    Kind::Variable,
    Kind::Property,
    Kind::Function,
    Kind::Party,
    Kind::Clause,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Comment,
    String,
    Number,
    Keyword,
    Type,
    Member,
    Variable,
    Property,
    Function,
    Party,
    Clause,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::String => "string",
            Self::Number => "number",
            Self::Keyword => "keyword",
            Self::Type => "type",
            Self::Member => "enumMember",
            Self::Variable => "variable",
            Self::Property => "property",
            Self::Function => "function",
            Self::Party => "class",
            Self::Clause => "namespace",
        }
    }

    fn of(kind: SymbolKind) -> Self {
        match kind {
            SymbolKind::Scale | SymbolKind::Enum | SymbolKind::Record => Self::Type,
            SymbolKind::Member | SymbolKind::Check | SymbolKind::Content => Self::Member,
            SymbolKind::Fact | SymbolKind::Judgement | SymbolKind::Param | SymbolKind::Reading | SymbolKind::Define => {
                Self::Variable
            }
            SymbolKind::Outcome | SymbolKind::Field | SymbolKind::Effect => Self::Property,
            SymbolKind::Duty | SymbolKind::Procedure | SymbolKind::Step => Self::Function,
            SymbolKind::Body | SymbolKind::Role => Self::Party,
            SymbolKind::Clause | SymbolKind::Policy => Self::Clause,
            SymbolKind::Test => Self::String,
        }
    }

    /// Its number in the legend.
    fn number(self) -> u32 {
        let place = TYPES.iter().position(|one| *one == self).unwrap_or_default();
        u32::try_from(place).unwrap_or_default()
    }
}

/// What the numbers of types and modifiers stand for.
pub(super) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TYPES.iter().map(|kind| kind.name().to_owned()).collect(),
        token_modifiers: vec!["declaration".to_owned()],
    }
}

pub(super) fn tokens(state: &State, params: &SemanticTokensParams) -> Answer<lsp::SemanticTokensRequest> {
    let Some(view) = state.view(&params.text_document.uri) else { return Ok(None) };
    let Some(edited) = state.edited(&params.text_document.uri) else { return Ok(None) };
    // Byte ranges with the number of their type and their modifiers; what the index knows goes first.
    let mut found: Vec<(std::ops::Range<usize>, Kind, u32)> = Vec::new();
    let named = view.snapshot.symbols().occurrences_in(view.source);
    found.extend(named.map(|one| {
        let is_declared = u32::from(one.kind == OccurrenceKind::Declaration);
        (one.span.range(), Kind::of(view.snapshot.symbols().get(one.symbol).kind), is_declared)
    }));
    found.extend(edited.comments().iter().map(|comment| (comment.place.0.range(), Kind::Comment, 0)));
    // Those do not overlap each other.
    let known: BTreeMap<usize, usize> = found.iter().map(|(range, ..)| (range.start, range.end)).collect();
    let is_known = |start: usize, end: usize| known.range(..end).next_back().is_some_and(|(_, last)| *last > start);
    for (range, word) in words(view.text, edited.comments()) {
        let kind = match word.chars().next() {
            Some('"' | '“') => Kind::String,
            Some(first) if first.is_ascii_digit() => Kind::Number,
            Some(_) if is_keyword_part(word) => Kind::Keyword,
            Some(_) | None => continue,
        };
        if !is_known(range.start, range.end) {
            found.push((range, kind, 0));
        }
    }
    found.sort_by_key(|(range, ..)| range.start);
    let pieces = found.iter().flat_map(|(range, kind, modifiers)| {
        // A token lies in one line.
        let lines = lines_of(view.text, range.clone());
        lines.into_iter().map(move |line| (view.lines.range(view.text, line), kind.number(), *modifiers))
    });
    Ok(Some(SemanticTokens { result_id: None, data: relative(pieces) }))
}

/// The pieces of a range, line by line, without line ends.
fn lines_of(text: &str, range: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let mut start = range.start;
    let mut lines = Vec::new();
    for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
        let length = line.trim_end_matches(['\r', '\n']).len();
        if length > 0 {
            lines.push(start..start + length);
        }
        start += line.len();
    }
    lines
}

/// Tokens as the protocol has them: each by its distance from the one before.
fn relative(pieces: impl Iterator<Item = (lsp::Range, u32, u32)>) -> Vec<SemanticToken> {
    let mut last = Position::default();
    let mut tokens = Vec::new();
    for (range, token_type, token_modifiers_bitset) in pieces {
        let delta_line = range.start.line.saturating_sub(last.line);
        let from = if delta_line == 0 { last.character } else { 0 };
        tokens.push(SemanticToken {
            delta_line,
            delta_start: range.start.character.saturating_sub(from),
            length: range.end.character.saturating_sub(range.start.character),
            token_type,
            token_modifiers_bitset,
        });
        last = range.start;
    }
    tokens
}
