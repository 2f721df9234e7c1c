//! `textDocument/documentLink`: from a `use` line to the file.

use super::documents::Key;
use super::server::Answer;
use super::state::State;
use crate::syntax::ast::Item;
use gen_lsp_types::{DocumentLink, DocumentLinkParams, DocumentLinkRequest};
use std::path::PathBuf;

pub(super) fn links(state: &State, params: &DocumentLinkParams) -> Answer<DocumentLinkRequest> {
    let uri = &params.text_document.uri;
    let (Some(document), Some(path)) = (state.document(uri), Key::of(uri).path()) else { return Ok(None) };
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    let Some(edited) = state.edited(uri) else { return Ok(None) };
    let link = |item: &Item| {
        let Item::Use(decl) = item else { return None };
        let target = Key::of_path(&folder.join(&decl.path.value));
        let exists = target.path().is_some_and(|path| path.is_file()) || state.documents.get(&target).is_some();
        exists.then(|| DocumentLink {
            range: document.lines.range(&document.text, decl.path.place.0.range()),
            target: state.uri(&target),
            ..Default::default()
        })
    };
    Ok(Some(edited.items().filter_map(link).collect()))
}
