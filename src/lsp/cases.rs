//! The case files beside a policy: JSON files that name what it declares.

use super::documents::Key;
use super::position::Lines;
use super::project::Snapshot;
use super::state::State;
use crate::decide::names_in_json;
use crate::policy::SymbolId;
use crate::source::{SourceId, read_text};
use gen_lsp_types::Location;
use std::path::{Path, PathBuf};

/// Most JSON files below a policy's folder that are looked at.
const MAX_FILES: usize = 2_000;

/// The longest of them that is read: a case has a few facts, a dump of a database has not.
const MAX_BYTES: u64 = 1024 * 1024;

/// Where case files name a symbol of a policy. They are known only while the policy has no errors: what a name in them
/// means depends on types.
pub(super) fn places(state: &State, root: &Key, snapshot: &Snapshot, symbol: SymbolId) -> Vec<Location> {
    let (Some(policy), Some(path)) = (&snapshot.policy, root.path()) else { return Vec::new() };
    let mut found = Vec::new();
    for file in path.parent().map(json_files).unwrap_or_default() {
        let Ok(text) = read_text(&file) else { continue };
        let named = names_in_json(policy, snapshot.symbols(), SourceId::default(), &text);
        let mut named = named.into_iter().filter(|one| one.symbol == symbol).peekable();
        let Some(uri) = named.peek().and_then(|_| state.uri(&Key::of_path(&file))) else { continue };
        let lines = Lines::new(&text, state.encoding);
        found.extend(named.map(|one| Location { uri: uri.clone(), range: lines.range(&text, one.span.range()) }));
    }
    found
}

/// The JSON files in a folder and below, in the order of their names; hidden and ignored ones left out.
fn json_files(folder: &Path) -> Vec<PathBuf> {
    let is_short = |path: &Path| path.metadata().is_ok_and(|file| file.is_file() && file.len() <= MAX_BYTES);
    let walk = ignore::WalkBuilder::new(folder).require_git(false).sort_by_file_name(Ord::cmp).build();
    let files = walk.filter_map(|entry| Some(entry.ok()?.into_path()));
    let json = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    json.take(MAX_FILES).filter(|path| is_short(path)).collect()
}
