//! Paths as the system knows them, and as they are written into files that others read.

use super::input::is_standard_input;
pub(super) use crate::source::absolute;
use std::path::{Component, Path, PathBuf};

/// The way from a folder to a path, with `/` between the parts on every system. Both are [`absolute`].
pub(super) fn relative(path: &Path, folder: &Path) -> String {
    let (to, from): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (path.components().collect(), folder.components().collect());
    let shared = to.iter().zip(&from).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        return path.display().to_string();
    }
    let up = from.iter().skip(shared).map(|_| "..".to_owned());
    let down = to.iter().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The folder that all paths lie in; the current one where there are none.
pub(super) fn common_folder(paths: &[PathBuf]) -> PathBuf {
    let folders = paths.iter().filter(|path| !is_standard_input(path)).map(|path| {
        let path = absolute(path);
        match path.parent() {
            Some(folder) if !path.is_dir() => folder.to_path_buf(),
            _ => path,
        }
    });
    let shared = folders.reduce(|one, other| {
        one.components().zip(other.components()).take_while(|(one, other)| one == other).map(|(part, _)| part).collect()
    });
    shared.unwrap_or_else(|| absolute(Path::new(".")))
}

#[cfg(test)]
mod tests {
    use super::{absolute, common_folder, relative};
    use std::fs;
    use std::path::Path;

    #[test]
    fn ways_lead_up_and_down() {
        for (path, folder, way) in [
            ("/a/b/c.policy", "/a/b", "c.policy"),
            ("/a/b/c.policy", "/a", "b/c.policy"),
            ("/a/b.policy", "/a/x/y", "../../b.policy"),
            ("/a", "/a", ""),
        ] {
            assert_eq!(relative(Path::new(path), Path::new(folder)), way, "{path} from {folder}");
        }
    }

    #[test]
    fn paths_have_a_folder_in_common() {
        let folder = tempfile::tempdir().unwrap();
        let root = absolute(folder.path());
        for name in ["a/b", "a/c"] {
            fs::create_dir_all(root.join(name)).unwrap();
        }
        fs::write(root.join("a/b/x.policy"), "").unwrap();
        let common = |names: &[&str]| common_folder(&names.iter().map(|name| root.join(name)).collect::<Vec<_>>());
        assert_eq!(common(&["a/b/x.policy"]), root.join("a/b"));
        assert_eq!(common(&["a/b"]), root.join("a/b"));
        assert_eq!(common(&["a/b/x.policy", "a/c"]), root.join("a"));
        assert_eq!(common(&["a/c/missing.policy"]), root.join("a/c"));
        assert_eq!(common_folder(&["-".into()]), absolute(Path::new(".")));
    }
}
