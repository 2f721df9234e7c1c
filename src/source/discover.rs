//! Finding policy files in folders.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Why a search for policy files came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DiscoverError {
    /// A folder holds no policy file, at any depth.
    #[error("no `.policy` file in `{folder}`")]
    NoPolicyFile {
        /// The folder.
        folder: PathBuf,
    },
    /// A folder, or one in it, cannot be listed: there may be policies that nobody would look at.
    #[error("`{folder}` cannot be searched: {reason}")]
    Unsearchable {
        /// The folder that was named.
        folder: PathBuf,
        /// What the system says.
        reason: String,
    },
}

/// The policy files that paths name: files as they are, folders searched for `*.policy`. Sorted, each once.
///
/// Hidden files and what `.gitignore` excludes are passed over in folders. A path that does not exist is kept, so that
/// reading it says why.
///
/// # Errors
/// A folder without any policy file, or one that cannot be searched.
pub fn policy_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, DiscoverError> {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(in_folder(path)?);
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    let mut known = HashSet::new();
    // `a.policy` and `./a.policy` are one file; what does not exist is told apart by its name.
    files.retain(|file| known.insert(file.canonicalize().unwrap_or_else(|_| file.clone())));
    Ok(files)
}

fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, DiscoverError> {
    let mut found = vec![];
    for entry in ignore::WalkBuilder::new(folder).require_git(false).build() {
        let file = entry
            .map_err(|error| DiscoverError::Unsearchable { folder: folder.to_owned(), reason: error.to_string() })?
            .into_path();
        if is_policy(&file) {
            found.push(file.strip_prefix("./").map(Path::to_path_buf).unwrap_or(file));
        }
    }
    if found.is_empty() { Err(DiscoverError::NoPolicyFile { folder: folder.to_owned() }) } else { Ok(found) }
}

fn is_policy(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "policy") && path.is_file()
}

#[cfg(test)]
mod tests {
    use super::{DiscoverError, policy_files};
    use std::fs;
    use std::path::PathBuf;

    #[test]
    fn folders_are_searched_and_sorted() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["b/deep", ".hidden", "skipped", "folder.policy"] {
            fs::create_dir_all(at(name)).unwrap();
        }
        fs::write(at(".gitignore"), "skipped/\n").unwrap();
        for name in ["z.policy", "b/deep/制度.policy", "a.policy", "a.txt", ".hidden/x.policy", "skipped/x.policy"] {
            fs::write(at(name), "").unwrap();
        }
        let found = policy_files(&[folder.path().to_owned()]).unwrap();
        assert_eq!(found, [at("a.policy"), at("b/deep/制度.policy"), at("z.policy")]);

        let named = [at("z.policy"), at("missing.policy"), at("b/../a.txt"), at("a.txt"), folder.path().to_owned()];
        let found = policy_files(&named).unwrap();
        let wanted = ["a.policy", "a.txt", "b/deep/制度.policy", "missing.policy", "z.policy"];
        assert_eq!(found, wanted.map(at), "each once");
    }

    #[test]
    fn an_empty_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let error = policy_files(&[folder.path().to_owned()]).unwrap_err();
        assert_eq!(error, DiscoverError::NoPolicyFile { folder: folder.path().to_owned() });
        assert_eq!(policy_files(&[]).unwrap(), Vec::<PathBuf>::new());
    }
}
