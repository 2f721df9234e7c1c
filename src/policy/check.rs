//! The ways in: from texts to a checked policy.

use super::handle::Policy;
use super::load::{Loaded, load};
use super::resolve::resolve;
use super::symbols::PolicyTree;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Folder, FolderError, Home, SourceId, SourceMap};
#[cfg(feature = "cli")]
use crate::source::{FolderOnDisk, LoadError, read_text};
use crate::syntax::EditedTexts;
#[cfg(feature = "cli")]
use std::path::Path;

/// What checking a text gives: the policy, if nothing is wrong with it, and all that there is to say.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The policy; `None` where an error was found.
    pub policy: Option<Policy>,
    /// Errors, in the order of the text.
    pub diagnostics: Diagnostics,
    /// The texts that the diagnostics point into.
    pub sources: SourceMap,
}

/// What checking one text of a map gives.
#[derive(Clone, Debug)]
pub struct CheckedSource {
    /// The policy; `None` where an error was found.
    pub policy: Option<Policy>,
    /// Errors, in the order of the texts.
    pub diagnostics: Diagnostics,
    /// The texts that it uses, directly or not.
    pub used: Vec<SourceId>,
}

impl CheckedSource {
    fn with(self, sources: SourceMap) -> Checked {
        Checked { policy: self.policy, diagnostics: self.diagnostics, sources }
    }
}

/// Parses and checks one text. `name` is the name it is shown under, usually a path.
///
/// There is no folder in which `use` lines could look for files: each is an error. See [`check_with`].
#[must_use]
pub fn check_text(name: &str, text: &str) -> Checked {
    check_sources(SourceMap::single(name, text))
}

/// Parses and checks the first text of a map, as [`check_text`] does.
#[must_use]
pub fn check_sources(mut sources: SourceMap) -> Checked {
    check_source(&mut sources, SourceId::default(), None).with(sources)
}

/// Parses and checks a policy of a folder, with the files that it uses.
///
/// ```
/// use policyc::check_with;
/// use std::collections::BTreeMap;
///
/// let texts = BTreeMap::from([
///     ("office.policy".to_owned(), "use \"shared/bodies.policy\"\nbody office".to_owned()),
///     ("shared/bodies.policy".to_owned(), "body county\nbody city".to_owned()),
/// ]);
/// let checked = check_with(&texts, "office.policy");
/// assert_eq!(checked.policy.expect("nothing is wrong").bodies().len(), 3);
/// ```
#[must_use]
pub fn check_with(folder: &dyn Folder, name: &str) -> Checked {
    let mut sources = SourceMap::default();
    let read = folder.find(name).and_then(|name| Ok((folder.read(&name)?, name)));
    match read {
        Ok((text, name)) => {
            let root = sources.add(folder.shown(&name), text);
            check_source(&mut sources, root, Some(Home { folder, name: &name })).with(sources)
        }
        Err(error) => {
            let diagnostics = Diagnostics::from_iter([unreadable(error, name)]);
            Checked { policy: None, diagnostics, sources }
        }
    }
}

fn unreadable(error: FolderError, name: &str) -> Diagnostic {
    let because =
        |reason: &'static str| Diagnostic::without_place(Code::Unreadable).with("file", name).with("reason", reason);
    match error {
        FolderError::NotFound => because("not-found"),
        FolderError::Outside => because("outside"),
        FolderError::Unreadable(diagnostic) => *diagnostic,
    }
}

/// Reads and checks a policy file, with the files that it uses.
///
/// # Errors
/// The file itself cannot be read. Whatever else is wrong is in the diagnostics.
#[cfg(feature = "cli")]
pub fn check_file(path: &Path) -> Result<Checked, LoadError> {
    let text = read_text(path)?;
    let mut sources = SourceMap::single(path.display().to_string(), text);
    let folder = FolderOnDisk::around(path).ok();
    let home = folder.as_ref().map(|folder| Home { folder, name: folder.name() });
    Ok(check_source(&mut sources, SourceId::default(), home).with(sources))
}

/// Parses and checks one text of a map, with the files that it uses, which are added to the map.
#[must_use]
pub fn check_source(sources: &mut SourceMap, id: SourceId, home: Option<Home<'_>>) -> CheckedSource {
    checked(sources, id, home, None).0
}

/// Does what [`check_source`] does, and keeps what the files say, for whoever looks up names. Of texts that `edited`
/// knows in an older form, only what has changed is read.
#[must_use]
pub fn check_edited(
    sources: &mut SourceMap,
    id: SourceId,
    home: Option<Home<'_>>,
    edited: &mut EditedTexts,
) -> (CheckedSource, PolicyTree) {
    checked(sources, id, home, Some(edited))
}

fn checked(
    sources: &mut SourceMap,
    id: SourceId,
    home: Option<Home<'_>>,
    edited: Option<&mut EditedTexts>,
) -> (CheckedSource, PolicyTree) {
    let loaded = load(sources, id, home, edited);
    let name = sources.get(id).map_or("", |source| stem(source.name()));
    let (data, found) = resolve(&loaded, name);
    let Loaded { items, mut diagnostics, used, .. } = loaded;
    diagnostics.extend(found);
    diagnostics.sort();
    let policy = (!diagnostics.has_errors()).then(|| Policy::new(data));
    (CheckedSource { policy, diagnostics, used }, PolicyTree::new(items))
}

/// The file name of a path without its ending: the name of a policy that has no header.
fn stem(path: &str) -> &str {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    file.strip_suffix(".policy").unwrap_or(file)
}
