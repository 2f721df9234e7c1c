//! The texts that are open in the editor. They stand for the files on disk.

use super::position::{Encoding, Lines};
use crate::source::absolute;
use gen_lsp_types::{Range, Uri};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The longest text that is kept open.
const MAX_DOCUMENT_BYTES: usize = 64 * 1024 * 1024;

/// The longest path that can lead to a file; so long a one is looked up part by part.
const MAX_PATH_BYTES: usize = 4_096;

/// The one name of a text: its path without links, or its address where it is no file. Texts are shown under it too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(String);

impl Key {
    /// The name of what an address leads to.
    pub(super) fn of(uri: &Uri) -> Self {
        match uri.to_file_path() {
            Ok(path) if uri.scheme() == "file" && path.as_os_str().len() <= MAX_PATH_BYTES => Self::of_path(&path),
            Ok(_) | Err(()) => Self(uri.to_string()),
        }
    }

    /// The name of a file.
    pub(super) fn of_path(path: &Path) -> Self {
        Self(absolute(path).display().to_string())
    }

    /// The name of a text that was read under it.
    pub(super) fn of_source(name: &str) -> Self {
        Self(name.to_owned())
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the file lies; `None` for a text that is no file.
    pub(super) fn path(&self) -> Option<PathBuf> {
        let path = PathBuf::from(&self.0);
        path.is_absolute().then_some(path)
    }

    /// The address of the text.
    pub(super) fn uri(&self) -> Option<Uri> {
        match self.path() {
            Some(path) => Uri::from_file_path(path).ok(),
            None => Uri::parse(&self.0).ok(),
        }
    }
}

/// An open text.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// The address that the client uses.
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: String,
    pub(super) lines: Lines,
}

/// A change of a text: of a part of it, or of all of it. Unlike the type of the protocol, a part that cannot be read is
/// not taken for the whole.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Change {
    range: Option<Range>,
    text: String,
}

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The text is not open.
    NotOpen,
    /// It would become too long; it counts as closed.
    TooLong,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOpen => "the document is not open",
            Self::TooLong => "the document is too long and was closed",
        })
    }
}

/// All open texts.
#[derive(Debug)]
pub(super) struct Documents {
    encoding: Encoding,
    open: BTreeMap<Key, Document>,
}

impl Documents {
    pub(super) fn new(encoding: Encoding) -> Self {
        Self { encoding, open: BTreeMap::new() }
    }

    pub(super) fn get(&self, key: &Key) -> Option<&Document> {
        self.open.get(key)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.open.keys()
    }

    pub(super) fn open(&mut self, uri: Uri, version: i32, text: String) -> Result<Key, Refusal> {
        let key = Key::of(&uri);
        if text.len() > MAX_DOCUMENT_BYTES {
            self.open.remove(&key);
            return Err(Refusal::TooLong);
        }
        let lines = Lines::new(&text, self.encoding);
        self.open.insert(key.clone(), Document { uri, version, text, lines });
        Ok(key)
    }

    pub(super) fn close(&mut self, key: &Key) -> bool {
        self.open.remove(key).is_some()
    }

    /// Makes changes one after the other, each in the text that the one before it has left.
    pub(super) fn change(&mut self, key: &Key, version: i32, changes: Vec<Change>) -> Result<(), Refusal> {
        let document = self.open.get_mut(key).ok_or(Refusal::NotOpen)?;
        for change in changes {
            match change.range {
                Some(range) => {
                    let bytes = document.lines.bytes(&document.text, range);
                    document.text.replace_range(bytes, &change.text);
                }
                None => document.text = change.text,
            }
            if document.text.len() > MAX_DOCUMENT_BYTES {
                self.open.remove(key);
                return Err(Refusal::TooLong);
            }
            document.lines = Lines::new(&document.text, self.encoding);
        }
        document.version = version;
        Ok(())
    }
}
