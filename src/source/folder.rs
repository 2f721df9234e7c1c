//! Where a policy lies, and where the files that it uses are looked for.

use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;

/// The folder tree around a policy: nothing that it uses lies outside.
///
/// Files are named by their path from the root of the tree: parts with `/` between them, none of them `.` or `..`.
/// [`FolderOnDisk`](super::FolderOnDisk) is a folder of the file system; a [`BTreeMap`] from names to texts serves
/// programs that have the texts in memory.
pub trait Folder {
    /// The one name of the file that a path leads to. Two paths to one file, as through a link, give the same name.
    ///
    /// # Errors
    /// There is no such file, or the path leads out of the tree.
    fn find(&self, path: &str) -> Result<String, FolderError>;

    /// The text of a file by its one name.
    ///
    /// # Errors
    /// The file cannot be read.
    fn read(&self, name: &str) -> Result<String, FolderError>;

    /// What a file is called in messages.
    fn shown(&self, name: &str) -> String {
        name.to_owned()
    }

    /// The names of the policy files in a folder of the tree (the root: `""`), sorted; for suggestions.
    fn policies_in(&self, folder: &str) -> Vec<String> {
        let _ = folder;
        Vec::new()
    }
}

/// Why a file of a [`Folder`] cannot be had.
#[derive(Clone, Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no such file.
    #[error("there is no such file")]
    NotFound,
    /// The path leads out of the folder tree.
    #[error("the path leads out of the folder tree")]
    Outside,
    /// It is there, but cannot be read, for the reason that the diagnostic gives.
    #[error("the file cannot be read")]
    Unreadable(Box<Diagnostic>),
}

/// Where a policy lies.
#[derive(Clone, Copy)]
pub struct Home<'f> {
    /// The folder tree that its `use` lines look into.
    pub folder: &'f dyn Folder,
    /// The policy's own name there, as [`Folder::find`] gives it.
    pub name: &'f str,
}

impl Folder for BTreeMap<String, String> {
    fn find(&self, path: &str) -> Result<String, FolderError> {
        if self.contains_key(path) { Ok(path.to_owned()) } else { Err(FolderError::NotFound) }
    }

    fn read(&self, name: &str) -> Result<String, FolderError> {
        self.get(name).cloned().ok_or(FolderError::NotFound)
    }

    fn policies_in(&self, folder: &str) -> Vec<String> {
        let in_folder = |name: &&String| name.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
        self.keys().filter(in_folder).cloned().collect()
    }
}
