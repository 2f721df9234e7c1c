//! Finding policy files in folders.

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
}

/// The policy files that paths name: files as they are, folders searched for `*.policy`. Sorted, each once.
///
/// Hidden files and what `.gitignore` excludes are passed over in folders. A path that does not exist is kept, so that
/// reading it says why.
///
/// # Errors
/// A folder without any policy file.
pub fn policy_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, DiscoverError> {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let found: Vec<PathBuf> = ignore::WalkBuilder::new(path)
            .build()
            .filter_map(Result::ok)
            .map(ignore::DirEntry::into_path)
            .filter(|file| is_policy(file))
            .collect();
        if found.is_empty() {
            return Err(DiscoverError::NoPolicyFile { folder: path.clone() });
        }
        files.extend(found.into_iter().map(|file| file.strip_prefix("./").map(Path::to_path_buf).unwrap_or(file)));
    }
    files.sort();
    files.dedup();
    Ok(files)
}

fn is_policy(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|ending| ending == "policy")
}
