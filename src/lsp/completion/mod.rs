//! `textDocument/completion`: names of the kind and type that is expected, clause numbers, keywords with what follows.

mod context;
mod pinyin;
mod signature;
mod snippets;

use super::server::Answer;
use super::state::State;
use super::words::completion_kind;
use crate::policy::{Symbol, SymbolIndex, SymbolKind};
use crate::syntax::keywords::{KEYWORDS, Role};
use crate::syntax::{EditedText, KeywordLanguage};
use context::Expected;
use gen_lsp_types as lsp;
use gen_lsp_types::{CompletionItem, CompletionItemKind, CompletionList, CompletionParams, TextEdit};
pub(super) use signature::signature;
use std::collections::BTreeSet;

pub(super) fn completion(state: &State, params: &CompletionParams) -> Answer<lsp::CompletionRequest> {
    let at = &params.text_document_position_params;
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let end = view.lines.offset(view.text, at.position);
    let before = view.text.get(..end).unwrap_or_default();
    let start = context::word_start(before);
    let typed = before.get(start..).unwrap_or_default();
    let symbols = view.snapshot.symbols();
    let expected = context::expected(before.get(..start).unwrap_or_default(), symbols);
    let language = state.edited(&at.text_document.uri).map_or(KeywordLanguage::English, EditedText::keywords);
    let role_stands = matches!(expected, Expected::OfRole(_));
    let place = Place { state, language, role_stands, range: view.lines.range(view.text, start..end), typed };
    let mut items: Vec<CompletionItem> = wanted(symbols, expected)
        .into_iter()
        .enumerate()
        .filter_map(|(rank, symbol)| place.name(rank, symbol))
        .collect();
    items.extend(place.keywords(expected));
    items.sort_by(|one, other| (&one.sort_text, &one.label).cmp(&(&other.sort_text, &other.label)));
    let mut seen = BTreeSet::new();
    items.retain(|one| seen.insert((one.label.clone(), one.detail.clone())));
    // Chinese names that are typed in Latin letters depend on every further letter.
    let is_incomplete = typed.bytes().all(|byte| byte.is_ascii()) && items.iter().any(|one| !one.label.is_ascii());
    Ok(Some(CompletionList { is_incomplete, items, ..Default::default() }.into()))
}

/// The symbols that can stand where something is expected: those that have an order in it, others by name.
fn wanted(symbols: &SymbolIndex, expected: Expected) -> Vec<&Symbol> {
    let in_order = |kinds: &[SymbolKind]| -> Vec<&Symbol> {
        symbols.iter().map(|(_, symbol)| symbol).filter(|one| kinds.contains(&one.kind)).collect()
    };
    let of_kinds = |kinds: &[SymbolKind]| {
        let mut found = in_order(kinds);
        found.sort_by_key(|symbol| symbol.full_name());
        found
    };
    match expected {
        Expected::Member(of) => symbols.parts_of(of).map(|(_, symbol)| symbol).collect(),
        Expected::Type => of_kinds(&[SymbolKind::Scale, SymbolKind::Enum, SymbolKind::Record]),
        Expected::Role => of_kinds(&[SymbolKind::Role]),
        Expected::OfRole(role) => {
            let role = Some(&symbols.get(role).name);
            symbols.iter().map(|(_, symbol)| symbol).filter(|one| one.role.as_ref() == role).collect()
        }
        Expected::Party => of_kinds(&[SymbolKind::Body, SymbolKind::Role]),
        Expected::Clause => in_order(&[SymbolKind::Clause]),
        Expected::Outcome => of_kinds(&[SymbolKind::Outcome]),
        Expected::Fact => of_kinds(&[SymbolKind::Fact, SymbolKind::Judgement, SymbolKind::Reading]),
        Expected::Nothing => Vec::new(),
        Expected::Line | Expected::Any => of_kinds(&[
            SymbolKind::Fact,
            SymbolKind::Judgement,
            SymbolKind::Define,
            SymbolKind::Param,
            SymbolKind::Reading,
            SymbolKind::Outcome,
            SymbolKind::Member,
            SymbolKind::Field,
            SymbolKind::Body,
            SymbolKind::Role,
            SymbolKind::Duty,
            SymbolKind::Step,
        ]),
    }
}

/// Where something is completed.
struct Place<'s> {
    state: &'s State,
    /// The language of the file's keywords.
    language: KeywordLanguage,
    /// Whether the role of what is named stands there already.
    role_stands: bool,
    /// The word that is replaced.
    range: lsp::Range,
    typed: &'s str,
}

impl Place<'_> {
    /// A name, unless what was typed cannot become it.
    fn name(&self, rank: usize, symbol: &Symbol) -> Option<CompletionItem> {
        let label = match (&symbol.role, self.language) {
            _ if self.role_stands => symbol.name.clone(),
            (Some(role), KeywordLanguage::Chinese) => format!("{role} 的 {}", symbol.name),
            (Some(_) | None, _) => symbol.full_name(),
        };
        // In Chinese the role goes first, but its name alone may be typed.
        let filter = self.filter(&label).or_else(|| self.filter(&symbol.name).map(|_| self.typed.to_owned()))?;
        let detail = self.state.kind(symbol.kind);
        let gloss = symbol.labels.get(self.state.words.language()).map(str::to_owned);
        Some(CompletionItem {
            kind: Some(completion_kind(symbol.kind)),
            detail: Some(gloss.map_or_else(|| detail.clone(), |gloss| format!("{detail} · {gloss}"))),
            sort_text: Some(format!("1{rank:06}")),
            filter_text: Some(filter),
            text_edit: Some(TextEdit { range: self.range, new_text: label.clone() }.into()),
            label,
            ..Default::default()
        })
    }

    /// What the client compares with what was typed: the name, or the very letters where they stand for it.
    fn filter(&self, label: &str) -> Option<String> {
        let (own, typed) = (label.to_lowercase(), self.typed.to_lowercase());
        if !own.is_ascii() && !own.starts_with(&typed) && pinyin::sounds_like(label, self.typed) {
            return Some(self.typed.to_owned());
        }
        typed.chars().next().is_none_or(|first| own.contains(first)).then(|| label.to_owned())
    }

    /// Keywords: with what follows where they begin a line, else bare.
    fn keywords(&self, expected: Expected) -> Vec<CompletionItem> {
        let language = self.language;
        let kinds: Vec<&str> = match expected {
            Expected::Member(_)
            | Expected::Role
            | Expected::OfRole(_)
            | Expected::Party
            | Expected::Clause
            | Expected::Outcome
            | Expected::Fact
            | Expected::Nothing => {
                return Vec::new();
            }
            Expected::Type => vec!["bool", "int", "decimal", "money", "date", "duration", "list_of"],
            Expected::Line => {
                let snippets = snippets::snippets(language).into_iter();
                return snippets.filter_map(|one| self.snippet(one)).collect();
            }
            Expected::Any => {
                let inside = KEYWORDS.iter().filter(|keyword| keyword.role == Role::Inside);
                inside.map(|keyword| keyword.name).collect()
            }
        };
        let keywords = KEYWORDS.iter().filter(|keyword| kinds.contains(&keyword.name));
        let word = |label: &str| {
            let filter = self.filter(label)?;
            Some(self.keyword_item(label, filter, label.to_owned(), None))
        };
        keywords.filter_map(|keyword| word(keyword.spelling(language))).collect()
    }

    fn snippet(&self, snippet: snippets::Snippet) -> Option<CompletionItem> {
        let filter = self.filter(&snippet.label)?;
        if !self.state.abilities.snippets {
            return Some(self.keyword_item(&snippet.label, filter, snippet.label.clone(), None));
        }
        let format = Some(lsp::InsertTextFormat::Snippet);
        Some(self.keyword_item(&snippet.label, filter, snippet.text, format))
    }

    fn keyword_item(
        &self,
        label: &str,
        filter: String,
        new_text: String,
        format: Option<lsp::InsertTextFormat>,
    ) -> CompletionItem {
        let kind = if format.is_some() { CompletionItemKind::Snippet } else { CompletionItemKind::Keyword };
        CompletionItem {
            label: label.to_owned(),
            kind: Some(kind),
            sort_text: Some(format!("2{label}")),
            filter_text: Some(filter),
            insert_text_format: format,
            text_edit: Some(TextEdit { range: self.range, new_text }.into()),
            ..Default::default()
        }
    }
}
