//! Reading and writing files, so that bad input never blocks, and a file is never half written.

use super::limits::MAX_FILE_BYTES;
use crate::diagnostic::{Code, Diagnostic};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Why a text cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file cannot be opened, read or written.
    #[error("`{file}` cannot be read: {source}")]
    Unreadable {
        /// The file as the user named it.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// A folder or a device stands where a file is expected.
    #[error("`{file}` is not a file")]
    NotAFile {
        /// What the user named.
        file: String,
        /// Whether it is a folder.
        folder: bool,
    },
    /// The file is larger than [`MAX_FILE_BYTES`].
    #[error("`{file}` is larger than {MAX_FILE_BYTES} bytes")]
    TooLarge {
        /// The file as the user named it.
        file: String,
    },
    /// The bytes are not UTF-8.
    #[error("`{file}` is not UTF-8 text")]
    NotUtf8 {
        /// The file as the user named it.
        file: String,
        /// What it looks like, if that can be told.
        encoding: Option<&'static str>,
        /// The first byte that begins no character.
        offset: usize,
    },
}

impl LoadError {
    /// The same error of a file that the user knows under another name.
    #[must_use]
    pub(crate) fn of(self, name: String) -> Self {
        match self {
            Self::Unreadable { source, .. } => Self::Unreadable { file: name, source },
            Self::NotAFile { folder, .. } => Self::NotAFile { file: name, folder },
            Self::TooLarge { .. } => Self::TooLarge { file: name },
            Self::NotUtf8 { encoding, offset, .. } => Self::NotUtf8 { file: name, encoding, offset },
        }
    }
}

impl From<LoadError> for Diagnostic {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Unreadable { file, source } => {
                let reason = match source.kind() {
                    io::ErrorKind::NotFound => "not-found".to_owned(),
                    io::ErrorKind::PermissionDenied => "no-permission".to_owned(),
                    _ => source.to_string(),
                };
                Diagnostic::without_place(Code::Unreadable).with("file", file).with("reason", reason)
            }
            LoadError::NotAFile { file, folder } => {
                let reason = if folder { "folder" } else { "device" };
                Diagnostic::without_place(Code::NotAFile).with("file", file).with("reason", reason)
            }
            LoadError::TooLarge { file } => {
                Diagnostic::without_place(Code::FileTooLarge).with("file", file).with("limit", MAX_FILE_BYTES)
            }
            LoadError::NotUtf8 { file, encoding, offset } => Diagnostic::without_place(Code::NotUtf8)
                .with("file", file)
                .with("encoding", encoding.unwrap_or("unknown"))
                .with("offset", offset),
        }
    }
}

/// Reads a text file.
///
/// # Errors
/// It is no regular file (a pipe or device is not opened, so this never waits), is too large, is not UTF-8, or the
/// system refuses.
pub fn read_text(path: &Path) -> Result<String, LoadError> {
    let file = path.display().to_string();
    let unreadable = |source| LoadError::Unreadable { file: file.clone(), source };
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(LoadError::NotAFile { file, folder: metadata.is_dir() });
    }
    let opened = File::open(path).map_err(unreadable)?;
    decode_utf8(&file, opened)
}

/// Reads a text from a stream, such as standard input; `name` is what messages call it.
///
/// # Errors
/// It is too large, is not UTF-8, or the system refuses.
pub fn decode_utf8(name: &str, stream: impl Read) -> Result<String, LoadError> {
    let most = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    // The size is checked while reading: a file can grow, and a stream has none.
    let read = stream.take(most.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|source| LoadError::Unreadable { file: name.to_owned(), source })?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(LoadError::TooLarge { file: name.to_owned() });
    }
    let not_utf8 = |encoding, offset| LoadError::NotUtf8 { file: name.to_owned(), encoding, offset };
    match String::from_utf8(bytes) {
        // Plain ASCII in UTF-16 is UTF-8 with a NUL beside each letter: one error says more than a thousand.
        Ok(text) => match guess_utf16(text.as_bytes(), text.len() / 4) {
            None => Ok(text),
            encoding => Err(not_utf8(encoding, 0)),
        },
        Err(error) => {
            let (offset, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
            let encoding = guess_utf16(bytes, bytes.len() / 32).or_else(|| guess_legacy(bytes));
            Err(not_utf8(encoding, offset))
        }
    }
}

/// UTF-16 shows by its mark, or by the zero bytes of its blanks, line ends and Latin letters, nearly all on one side.
/// At least `enough` of them must be there: a stray NUL in UTF-8 is a fault of another kind.
fn guess_utf16(bytes: &[u8], enough: usize) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => return Some("UTF-16BE"),
        _ => {}
    }
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = enough.max(2);
    match (even, odd) {
        _ if odd >= enough && even * 8 <= odd => Some("UTF-16LE"),
        _ if even >= enough && odd * 8 <= even => Some("UTF-16BE"),
        _ => None,
    }
}

/// The encoding of East Asia from before Unicode that the bytes are probably in. Too few of them say nothing.
fn guess_legacy(bytes: &[u8]) -> Option<&'static str> {
    const ENOUGH: usize = 4;
    if bytes.iter().filter(|byte| !byte.is_ascii()).count() < ENOUGH {
        return None;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // The country is a nudge only where the bytes could be several of them.
    match detector.guess(Some(b"cn"), chardetng::Utf8Detection::Deny).name() {
        name @ ("GBK" | "gb18030" | "Big5" | "Shift_JIS" | "EUC-KR" | "EUC-JP") => Some(name),
        _ => None,
    }
}

/// Replaces a file by a text in one step: whoever reads it sees the old text or the new one, whole.
///
/// A link is followed, so that it goes on being one; permissions are kept.
///
/// # Errors
/// The system refuses, or the file is no regular file or is protected against writing; it is as it was.
pub fn replace_file(path: &Path, text: &str) -> io::Result<()> {
    let target: PathBuf = std::fs::canonicalize(path)?;
    let metadata = std::fs::metadata(&target)?;
    if !metadata.is_file() {
        return Err(io::Error::other("not a file"));
    }
    // Renaming needs no right to the file itself; one that is protected against writing stays so.
    OpenOptions::new().write(true).open(&target)?;
    let folder = target.parent().unwrap_or_else(|| Path::new("."));
    let mut written = tempfile::Builder::new().prefix(".policyc-").tempfile_in(folder)?;
    written.write_all(text.as_bytes())?;
    written.as_file().set_permissions(metadata.permissions())?;
    written.as_file().sync_all()?;
    written.persist(&target).map_err(|error| error.error)?;
    if cfg!(unix) {
        // Makes the renaming itself last. The text is safe either way, so a system that cannot do it is no failure.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Writes a file that does not exist yet, whole or not at all. Another one that came into being meanwhile stays.
///
/// # Errors
/// The system refuses, or the file exists.
pub fn write_new_file(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    // What is wrong with the folder is said of the folder, not of a file in it that nobody named.
    std::fs::metadata(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".policyc-");
    // As a file that is created in the usual way: what the user's mask leaves of reading and writing for all.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut written = builder.tempfile_in(folder)?;
    written.write_all(text.as_bytes())?;
    written.as_file().sync_all()?;
    written.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
