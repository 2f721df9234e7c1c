//! The folder around a policy, as the editor shows it: open texts stand for files.

use super::documents::{Documents, Key};
use crate::source::{Folder, FolderError, FolderOnDisk};

/// The folder around a policy, with the texts that are open.
pub(super) struct Overlay<'d> {
    disk: FolderOnDisk,
    documents: &'d Documents,
}

impl<'d> Overlay<'d> {
    /// The folder that a policy lies in; `None` where the policy is no file.
    pub(super) fn around(policy: &Key, documents: &'d Documents) -> Option<Self> {
        let path = policy.path()?;
        let disk = FolderOnDisk::around(&path).or_else(|_| FolderOnDisk::around_new(&path)).ok()?;
        Some(Self { disk, documents })
    }

    /// The policy's own name in the folder.
    pub(super) fn name(&self) -> &str {
        self.disk.name()
    }

    fn key(&self, name: &str) -> Key {
        Key::of_source(&self.disk.shown(name))
    }
}

impl Folder for Overlay<'_> {
    fn find(&self, path: &str) -> Result<String, FolderError> {
        match self.disk.find(path) {
            // A text that was never saved is there all the same.
            Err(FolderError::NotFound) if self.documents.get(&self.key(path)).is_some() => Ok(path.to_owned()),
            found => found,
        }
    }

    fn read(&self, name: &str) -> Result<String, FolderError> {
        match self.documents.get(&self.key(name)) {
            Some(document) => Ok(document.text.clone()),
            None => self.disk.read(name),
        }
    }

    fn shown(&self, name: &str) -> String {
        self.disk.shown(name)
    }

    fn policies_in(&self, folder: &str) -> Vec<String> {
        self.disk.policies_in(folder)
    }
}
