use ignore::WalkBuilder;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What a policy file ends with.
const EXTENSION: &str = "policy";

/// Why the files to work on cannot be listed.
#[derive(Debug, thiserror::Error)]
pub enum DiscoverError {
    /// A folder without a single policy.
    #[error("{} holds no file that ends with .policy", folder.display())]
    NothingFound {
        /// The folder as it was named.
        folder: PathBuf,
    },
    /// A folder, or something in it, cannot be listed.
    #[error("{} cannot be searched: {source}", folder.display())]
    Unsearchable {
        /// The folder as it was named.
        folder: PathBuf,
        /// What the search says.
        source: ignore::Error,
    },
}

/// The files that `paths` stand for: a folder for the `*.policy` files in it and below, anything else for itself,
/// whatever it is called and whether it exists or not.
///
/// Hidden files and what `.gitignore` and `.ignore` name are passed over in folders; symbolic links are followed for
/// what is named, not for what is found. The files of a folder come sorted; a file that was named twice comes once.
///
/// # Errors
///
/// A folder that cannot be searched or that has no policy.
pub fn policy_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, DiscoverError> {
    let mut files = vec![];
    let mut known = HashSet::new();
    for path in paths {
        let found = if path.is_dir() { in_folder(path)? } else { vec![path.clone()] };
        // `a.policy` and `./a.policy` are one file; what does not exist is told apart by its name.
        files.extend(
            found.into_iter().filter(|file| known.insert(file.canonicalize().unwrap_or_else(|_| file.clone()))),
        );
    }
    Ok(files)
}

fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, DiscoverError> {
    let mut found = vec![];
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        let entry = entry.map_err(|source| DiscoverError::Unsearchable { folder: folder.to_owned(), source })?;
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        if is_file && entry.path().extension().is_some_and(|extension| extension == EXTENSION) {
            found.push(entry.into_path());
        }
    }
    found.sort();
    if found.is_empty() { Err(DiscoverError::NothingFound { folder: folder.to_owned() }) } else { Ok(found) }
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
        fs::create_dir_all(at("b/deep")).unwrap();
        fs::create_dir_all(at(".hidden")).unwrap();
        fs::create_dir_all(at("skipped")).unwrap();
        fs::create_dir_all(at("folder.policy")).unwrap();
        fs::write(at(".gitignore"), "skipped/\n").unwrap();
        for name in ["z.policy", "b/deep/制度.policy", "a.policy", "a.txt", ".hidden/x.policy", "skipped/x.policy"] {
            fs::write(at(name), "").unwrap();
        }
        let found = policy_files(&[folder.path().to_owned()]).unwrap();
        assert_eq!(found, [at("a.policy"), at("b/deep/制度.policy"), at("z.policy")]);

        let named = [at("a.txt"), at("missing.policy"), at("b/../a.txt"), folder.path().to_owned(), at("z.policy")];
        let found = policy_files(&named).unwrap();
        let wanted = ["a.txt", "missing.policy", "a.policy", "b/deep/制度.policy", "z.policy"];
        assert_eq!(found, wanted.map(at), "as given, each once");
    }

    #[test]
    fn an_empty_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let error = policy_files(&[folder.path().to_owned()]).unwrap_err();
        assert!(matches!(&error, DiscoverError::NothingFound { folder: named } if named == folder.path()));
        assert_eq!(policy_files(&[]).unwrap(), Vec::<PathBuf>::new());
    }
}
