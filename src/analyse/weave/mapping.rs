//! What of one text is called otherwise in the other.

use crate::policy::QualifiedName;
use std::collections::BTreeMap;

/// What of the first text is called otherwise in the second.
///
/// Facts, roles, outcomes, members of scales and fields of records are matched by name. A renaming holds for whatever of
/// the first text has the name: `driver` also renames the role in `careless of driver`, unless the whole name is renamed
/// by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    renamed: BTreeMap<String, String>,
    by_name_only: bool,
}

impl Mapping {
    /// What the first text calls `old` is what the second calls `new`.
    #[must_use]
    pub fn rename(mut self, old: impl Into<String>, new: impl Into<String>) -> Self {
        self.renamed.insert(old.into(), new.into());
        self
    }

    /// Labels are no hint: a fact that vanished is never taken for one that appeared.
    #[must_use]
    pub fn by_name_only(mut self) -> Self {
        self.by_name_only = true;
        self
    }

    /// Whether labels may show that a fact was renamed.
    pub(super) fn heeds_labels(&self) -> bool {
        !self.by_name_only
    }

    /// The renamings.
    pub(super) fn renamed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.renamed.iter().map(|(old, new)| (old.as_str(), new.as_str()))
    }

    /// What a plain name of the first text is called in the second.
    pub(crate) fn plain<'m>(&'m self, name: &'m str) -> &'m str {
        self.renamed.get(name).map_or(name, String::as_str)
    }

    /// What a name of the first text that may belong to a role is called in the second.
    pub(crate) fn qualified(&self, name: &QualifiedName) -> String {
        if let Some(whole) = self.renamed.get(name.as_str()) {
            return whole.clone();
        }
        let own = self.plain(name.own());
        name.role().map_or_else(|| own.to_owned(), |role| format!("{own} of {}", self.plain(role)))
    }
}
