//! `textDocument/signatureHelp`: what an `ensure` can claim, and which part of it the cursor stands in.

use super::context;
use crate::lsp::server::Answer;
use crate::lsp::state::State;
use crate::syntax::keywords::KEYWORDS;
use crate::syntax::{EditedText, KeywordLanguage};
use gen_lsp_types as lsp;
use gen_lsp_types::{ActiveParameter, ParameterInformation, SignatureHelp, SignatureHelpParams, SignatureInformation};

/// What an `ensure` can claim: the keyword or sign, and what stands behind it.
const CLAIMS: [(&str, Option<&str>); 6] = [
    ("rises_with", Some("signature-fact")),
    ("ignores", Some("signature-fact")),
    ("is_addressed", None),
    ("excludes", Some("signature-value")),
    ("≥", Some("signature-value")),
    ("∈", Some("signature-values")),
];

pub(in crate::lsp) fn signature(state: &State, params: &SignatureHelpParams) -> Answer<lsp::SignatureHelpRequest> {
    let at = &params.text_document_position_params;
    let Some(view) = state.view(&at.text_document.uri) else { return Ok(None) };
    let language = state.edited(&at.text_document.uri).map_or(KeywordLanguage::English, EditedText::keywords);
    let before = view.text.get(..view.lines.offset(view.text, at.position)).unwrap_or_default();
    let Some(written) = context::statement(before, "ensure") else { return Ok(None) };
    let claim = CLAIMS.iter().position(|(claim, _)| written.iter().any(|token| begins(token, claim)));
    let signatures = CLAIMS.iter().map(|(claim, object)| {
        let object = object.map(|id| state.words.text(id, &[]));
        let parts = [state.words.text("signature-outcome", &[])].into_iter().chain(object);
        let parts: Vec<String> = parts.chain([state.words.text("signature-condition", &[])]).collect();
        signature_of(state, claim, &parts, language)
    });
    let signatures: Vec<SignatureInformation> = signatures.collect();
    let active = claim.unwrap_or(0);
    let last = signatures.get(active).and_then(|one| one.parameters.as_ref()).map_or(0, |parts| parts.len() - 1);
    let parameter = match claim {
        _ if written.iter().any(|token| begins(token, "when")) => last,
        Some(_) => 1.min(last),
        None => 0,
    };
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Some(SignatureHelp {
        signatures,
        active_signature: Some(count(active)),
        active_parameter: Some(ActiveParameter::Int(count(parameter))),
    }))
}

/// Whether a word begins a keyword, or is a sign; `≥` stands for all comparisons.
fn begins(token: &str, name: &str) -> bool {
    let first = |keyword: &crate::syntax::keywords::Keyword| {
        keyword.english.split(' ').next() == Some(token) || keyword.is_spelt(token)
    };
    match name {
        "≥" => matches!(token, "≥" | ">=" | "≤" | "<=" | "="),
        "∈" => matches!(token, "∈" | "in"),
        _ => KEYWORDS.iter().any(|keyword| keyword.name == name && first(keyword)),
    }
}

fn spelt(name: &str, language: KeywordLanguage) -> String {
    let keyword = KEYWORDS.iter().find(|keyword| keyword.name == name);
    keyword.map_or(name, |keyword| keyword.spelling(language)).to_owned()
}

/// `ensure OUTCOME rises with FACT when CONDITION`.
fn signature_of(state: &State, claim: &str, parts: &[String], language: KeywordLanguage) -> SignatureInformation {
    let mut label = spelt("ensure", language);
    let between = match parts.len() {
        3 => vec![String::new(), spelt(claim, language), spelt("when", language)],
        _ => vec![String::new(), format!("{} {}", spelt(claim, language), spelt("when", language))],
    };
    let mut parameters = Vec::with_capacity(parts.len());
    for (part, before) in parts.iter().zip(between) {
        label.push(' ');
        if !before.is_empty() {
            label.push_str(&before);
            label.push(' ');
        }
        label.push_str(part);
        parameters.push(ParameterInformation { label: part.clone().into(), documentation: None });
    }
    let id = match claim {
        "rises_with" => "claim-rises-with",
        "ignores" => "claim-ignores",
        "is_addressed" => "claim-is-addressed",
        "excludes" => "claim-excludes",
        "≥" => "claim-bound",
        _ => "claim-within",
    };
    SignatureInformation {
        label,
        documentation: Some(state.words.text(id, &[]).into()),
        parameters: Some(parameters),
        active_parameter: None,
    }
}
