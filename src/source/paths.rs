//! Paths as the system knows them.

use std::path::{Path, PathBuf};

/// A path from the root, without links where it exists.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    if let Ok(real) = std::fs::canonicalize(path) {
        return real;
    }
    match (path.parent(), path.file_name()) {
        // What does not exist lies in a folder that may.
        (Some(folder), Some(name)) if !folder.as_os_str().is_empty() => absolute(folder).join(name),
        (_, Some(name)) => absolute(Path::new(".")).join(name),
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()),
    }
}
