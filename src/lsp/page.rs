//! `workspace/textDocumentContent`: the page of a code, which diagnostics link to.

use super::diagnostics::page_code;
use super::server::{Answer, Refused};
use super::state::State;
use crate::diagnostic::page;
use gen_lsp_types::{TextDocumentContentParams, TextDocumentContentRequest, TextDocumentContentResult};

pub(super) fn content(state: &State, params: &TextDocumentContentParams) -> Answer<TextDocumentContentRequest> {
    let code = page_code(&params.uri).ok_or_else(|| Refused(format!("there is no page at {}", params.uri)))?;
    let page = page(code, state.words.language());
    Ok(TextDocumentContentResult { text: format!("# {}\n\n{}", page.title, page.text.trim_start()) })
}
