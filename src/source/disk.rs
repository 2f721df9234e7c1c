//! The folder tree around a policy file, on disk.

use super::{Folder, FolderError, LoadError, read_text};
use crate::diagnostic::Diagnostic;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Most files of a folder that are looked through for a suggestion.
const MOST_SUGGESTED: usize = 1_000;

/// The folder tree around a policy file. Links are followed, and what they lead to has to lie in the tree too.
#[derive(Clone, Debug)]
pub struct FolderOnDisk {
    /// The folder, without links.
    root: PathBuf,
    /// The folder as the user named it; empty for the current one.
    shown: PathBuf,
    /// The policy's own name in it.
    name: String,
}

impl FolderOnDisk {
    /// The folder that a policy file lies in. Where the path is a link, that is the folder of the file itself.
    ///
    /// # Errors
    /// There is no such file.
    pub fn around(file: &Path) -> io::Result<Self> {
        let real = std::fs::canonicalize(file)?;
        let root = real.parent().map(Path::to_path_buf).ok_or(io::ErrorKind::NotFound)?;
        let written = match file.parent() {
            Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
            Some(folder) => folder.to_path_buf(),
            None => root.clone(),
        };
        let is_same = std::fs::canonicalize(&written).is_ok_and(|written| written == root);
        let shown = if is_same { written } else { root.clone() };
        let shown = shown.strip_prefix(".").map(Path::to_path_buf).unwrap_or(shown);
        let name = name_in(&root, &real).ok_or(io::ErrorKind::NotFound)?;
        Ok(Self { root, shown, name })
    }

    /// The folder that a policy file is going to lie in once it is written.
    ///
    /// # Errors
    /// There is no such folder, or the name is not Unicode.
    pub fn around_new(file: &Path) -> io::Result<Self> {
        let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
        let root = std::fs::canonicalize(folder)?;
        let name = file.file_name().and_then(|name| name.to_str()).ok_or(io::ErrorKind::NotFound)?.to_owned();
        Ok(Self { shown: root.clone(), root, name })
    }

    /// The policy's own name in it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The name of a path in a folder; `None` where it lies elsewhere, or is not Unicode.
fn name_in(root: &Path, real: &Path) -> Option<String> {
    let inside = real.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = inside
        .components()
        .map(|part| match part {
            Component::Normal(part) => part.to_str(),
            Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
        })
        .collect();
    parts.map(|parts| parts.join("/"))
}

fn joined(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_path_buf(), |path, part| path.join(part))
}

impl Folder for FolderOnDisk {
    fn find(&self, path: &str) -> Result<String, FolderError> {
        let real = std::fs::canonicalize(joined(&self.root, path)).map_err(|source| match source.kind() {
            // A part of the path that is a file and no folder holds no such file either.
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FolderError::NotFound,
            _ => unreadable(LoadError::Unreadable { file: self.shown(path), source }),
        })?;
        if real.starts_with(&self.root) {
            name_in(&self.root, &real).ok_or(FolderError::NotFound)
        } else {
            Err(FolderError::Outside)
        }
    }

    fn read(&self, name: &str) -> Result<String, FolderError> {
        read_text(&joined(&self.root, name)).map_err(|error| unreadable(error.of(self.shown(name))))
    }

    fn shown(&self, name: &str) -> String {
        joined(&self.shown, name).display().to_string()
    }

    fn policies_in(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(joined(&self.root, folder)) else { return Vec::new() };
        let file_names = entries.take(MOST_SUGGESTED).filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let policies = file_names.filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "policy"));
        let mut names: Vec<String> =
            policies.map(|name| if folder.is_empty() { name } else { format!("{folder}/{name}") }).collect();
        names.sort();
        names
    }
}

fn unreadable(error: LoadError) -> FolderError {
    FolderError::Unreadable(Box::new(Diagnostic::from(error)))
}

#[cfg(test)]
mod tests {
    use super::FolderOnDisk;
    use crate::source::{Folder, FolderError};
    use std::fs;
    use std::path::Path;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["office/shared/deep", "office/empty", "elsewhere"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        for name in ["office/office.policy", "office/shared/bodies.policy", "elsewhere/secret.policy"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        folder
    }

    #[test]
    fn files_are_named_from_the_root() {
        let folder = folder();
        let office = FolderOnDisk::around(&folder.path().join("office/office.policy")).unwrap();
        assert_eq!(office.name(), "office.policy");
        assert_eq!(office.find("shared/bodies.policy").unwrap(), "shared/bodies.policy");
        assert_eq!(office.read("shared/bodies.policy").unwrap(), "office/shared/bodies.policy");
        assert_eq!(Path::new(&office.shown("shared/bodies.policy")), folder.path().join("office/shared/bodies.policy"));
        assert_eq!(office.policies_in("shared"), ["shared/bodies.policy"]);
        assert!(matches!(office.find("shared/nobody.policy"), Err(FolderError::NotFound)));
        assert!(matches!(office.find("office.policy/bodies.policy"), Err(FolderError::NotFound)));
        assert!(matches!(office.read("shared"), Err(FolderError::Unreadable(_))));
        assert!(FolderOnDisk::around(&folder.path().join("nothing")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_within_the_tree_only() {
        use std::os::unix::fs::symlink;
        let folder = folder();
        let office = FolderOnDisk::around(&folder.path().join("office/office.policy")).unwrap();
        let at = |name: &str| folder.path().join("office").join(name);
        symlink("shared/bodies.policy", at("link.policy")).unwrap();
        symlink("../elsewhere", at("out")).unwrap();
        symlink("nowhere", at("dangling.policy")).unwrap();
        symlink("loop.policy", at("loop.policy")).unwrap();
        assert_eq!(office.find("link.policy").unwrap(), "shared/bodies.policy");
        assert!(matches!(office.find("out/secret.policy"), Err(FolderError::Outside)));
        assert!(matches!(office.find("dangling.policy"), Err(FolderError::NotFound)));
        assert!(matches!(office.find("loop.policy"), Err(FolderError::Unreadable(_))));

        symlink("office/office.policy", folder.path().join("link.policy")).unwrap();
        let linked = FolderOnDisk::around(&folder.path().join("link.policy")).unwrap();
        assert_eq!(linked.find("shared/bodies.policy").unwrap(), "shared/bodies.policy");
    }
}
