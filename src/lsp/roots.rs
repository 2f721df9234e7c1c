//! Which policies an open file belongs to: itself, or those that use it.

use super::documents::{Documents, Key};
use super::position::Encoding;
use super::project::Snapshot;
use crate::syntax::EditedTexts;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Most files of a folder that are looked through for policies that use another file.
const MAX_FILES: usize = 1_000;

/// How a file says that it uses another one.
const USE_WORDS: [&str; 2] = ["use", "引用文件"];

/// The policies that the open files belong to, each with its check.
///
/// What a policy uses lies in its folder or below. So a file that uses another one lies in a folder above it, up to the
/// folder that the editor shows; where it shows none, in the same folder. `known` has what was read of policies before.
pub(super) fn projects(
    documents: &Documents,
    folders: &[PathBuf],
    encoding: Encoding,
    mut known: BTreeMap<Key, EditedTexts>,
) -> BTreeMap<Key, (Snapshot, EditedTexts)> {
    let open: Vec<Key> = documents.keys().cloned().collect();
    let mut checked: BTreeMap<Key, Option<(Snapshot, EditedTexts)>> = BTreeMap::new();
    for key in open.iter().flat_map(|key| candidates(key, documents, folders)).chain(open.iter().cloned()) {
        checked.entry(key).or_insert_with_key(|key| {
            let mut edited = known.remove(key).unwrap_or_default();
            Some((Snapshot::of(key, documents, encoding, &mut edited)?, edited))
        });
    }
    let uses = |user: &Key, used: &Key| {
        user != used && checked.get(user).and_then(Option::as_ref).is_some_and(|(one, _)| one.source(used).is_some())
    };
    let is_root = |key: &Key| !checked.keys().any(|user| uses(user, key) && (!uses(key, user) || user < key));
    let roots: BTreeSet<Key> = checked
        .keys()
        .filter(|key| is_root(key) && open.iter().any(|one| one == *key || uses(key, one)))
        .cloned()
        .collect();
    checked.into_iter().filter(|(key, _)| roots.contains(key)).filter_map(|(key, one)| Some((key, one?))).collect()
}

/// The files that may use a file, directly or not.
fn candidates(key: &Key, documents: &Documents, folders: &[PathBuf]) -> Vec<Key> {
    let Some(path) = key.path() else { return Vec::new() };
    let Some(own) = path.parent() else { return Vec::new() };
    let shown = folders.iter().filter(|folder| own.starts_with(folder)).max_by_key(|folder| folder.as_os_str().len());
    let top = shown.map_or(own, PathBuf::as_path);
    let above = own.ancestors().take_while(|folder| folder.starts_with(top));
    above.flat_map(policies_in).filter(|found| found != key && may_use(found, documents)).collect()
}

fn policies_in(folder: &Path) -> Vec<Key> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.take(MAX_FILES).filter_map(|entry| Some(entry.ok()?.path()));
    let policies = paths.filter(|path| path.extension().is_some_and(|ending| ending == "policy") && path.is_file());
    policies.map(|path| Key::of_path(&path)).collect()
}

/// Whether a file mentions that it uses others; cheaper than reading it as a policy.
fn may_use(key: &Key, documents: &Documents) -> bool {
    let mentions = |text: &str| USE_WORDS.iter().any(|word| text.contains(word));
    match documents.get(key) {
        Some(document) => mentions(&document.text),
        None => key.path().and_then(|path| crate::source::read_text(&path).ok()).is_some_and(|text| mentions(&text)),
    }
}
