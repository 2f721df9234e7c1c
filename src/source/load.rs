use super::limits::MAX_FILE_BYTES;
use crate::diagnostic::{Code, Diagnostic};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use std::fs::{File, FileType, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Why a text cannot be had. Each has its code; [`LoadError::to_diagnostic`] says it in the author's language.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// It cannot be opened, read or written.
    #[error("{} cannot be read: {source}", file.display())]
    Unreadable {
        /// The file as it was named.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder stands there.
    #[error("{} is a folder", file.display())]
    Folder {
        /// The file as it was named.
        file: PathBuf,
    },
    /// A device, a pipe or a socket stands there. It is not opened: reading could wait for ever.
    #[error("{} is a device, a pipe or a socket", file.display())]
    Device {
        /// The file as it was named.
        file: PathBuf,
    },
    /// It is larger than the limit.
    #[error("{} is larger than {limit} bytes", file.display())]
    TooLarge {
        /// The file as it was named.
        file: PathBuf,
        /// The limit.
        limit: usize,
    },
    /// It is not UTF-8.
    #[error("{} is not UTF-8 from byte {offset} on; it looks like {encoding}", file.display())]
    NotUtf8 {
        /// The file as it was named.
        file: PathBuf,
        /// What it probably is: `UTF-16LE`, `GBK`, `Shift_JIS` …; `unknown` where nothing is probable.
        encoding: &'static str,
        /// The first byte that is no UTF-8, from 0.
        offset: usize,
    },
}

impl LoadError {
    /// The error as a diagnostic. Its arguments: `file`, and `reason` (a word the catalogue knows, else what the system
    /// says), `limit`, or `encoding` and `offset`.
    #[must_use]
    pub fn to_diagnostic(&self) -> Diagnostic {
        let about = |code, file: &Path| Diagnostic::without_place(code).with("file", file.display().to_string());
        match self {
            Self::Unreadable { file, source } => about(Code::Unreadable, file).with("reason", reason(source)),
            Self::Folder { file } => about(Code::NotAFile, file).with("reason", "folder"),
            Self::Device { file } => about(Code::NotAFile, file).with("reason", "device"),
            Self::TooLarge { file, limit } => about(Code::FileTooLarge, file).with("limit", *limit),
            Self::NotUtf8 { file, encoding, offset } => {
                about(Code::NotUtf8, file).with("encoding", *encoding).with("offset", *offset)
            }
        }
    }
}

impl From<&LoadError> for Diagnostic {
    fn from(error: &LoadError) -> Self {
        error.to_diagnostic()
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "not-found".to_owned(),
        io::ErrorKind::PermissionDenied => "no-permission".to_owned(),
        _ => error.to_string(),
    }
}

/// The text of the file at `path`, byte for byte: neither a byte order mark nor a carriage return is taken away.
///
/// # Errors
///
/// Whatever is no ordinary file, is larger than [`MAX_FILE_BYTES`], or is no UTF-8.
pub fn read_text(path: &Path) -> Result<String, LoadError> {
    let unreadable = |source| LoadError::Unreadable { file: path.to_owned(), source };
    // Asked before opening: opening a pipe waits for a writer.
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    refuse_special(path, metadata.file_type())?;
    let file = File::open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    refuse_special(path, metadata.file_type())?;
    let expected = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    let bytes = read_limited(file, expected, path)?;
    decode_utf8(bytes, path)
}

/// All of `reader`, up to the limit: standard input, or a file that may grow while it is read.
///
/// # Errors
///
/// What cannot be read, and what is larger than [`MAX_FILE_BYTES`].
pub fn read_limited(reader: impl Read, expected: usize, name: &Path) -> Result<Vec<u8>, LoadError> {
    let too_large = || LoadError::TooLarge { file: name.to_owned(), limit: MAX_FILE_BYTES };
    if expected > MAX_FILE_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(expected);
    let one_more = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let read = reader.take(one_more).read_to_end(&mut bytes);
    read.map_err(|source| LoadError::Unreadable { file: name.to_owned(), source })?;
    if bytes.len() > MAX_FILE_BYTES { Err(too_large()) } else { Ok(bytes) }
}

/// `bytes` as text, unchanged; `name` is what the error calls it.
///
/// # Errors
///
/// Bytes that are no UTF-8, with a guess what they are. UTF-16 without a mark is taken for what it is even where its
/// bytes happen to be UTF-8.
pub fn decode_utf8(bytes: Vec<u8>, name: &Path) -> Result<String, LoadError> {
    let not_utf8 = |encoding, offset| LoadError::NotUtf8 { file: name.to_owned(), encoding, offset };
    match String::from_utf8(bytes) {
        Ok(text) => match utf16(text.as_bytes(), text.len() / 4) {
            Some(encoding) => Err(not_utf8(encoding, 0)),
            None => Ok(text),
        },
        Err(fault) => {
            let (offset, bytes) = (fault.utf8_error().valid_up_to(), fault.as_bytes());
            let encoding = utf16(bytes, bytes.len() / 32).unwrap_or_else(|| legacy_encoding(bytes));
            Err(not_utf8(encoding, offset))
        }
    }
}

/// UTF-16 shows by its mark, or by the zero bytes of its blanks, line ends and Latin letters, nearly all on one side.
/// At least `enough` of them must be there: a stray NUL in UTF-8 is a fault of another kind.
fn utf16(bytes: &[u8], enough: usize) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => return Some("UTF-16BE"),
        _ => {}
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let enough = enough.max(2);
    if second >= enough && first * 8 <= second {
        Some("UTF-16LE")
    } else if first >= enough && second * 8 <= first {
        Some("UTF-16BE")
    } else {
        None
    }
}

/// The encoding from before Unicode that the bytes are probably in. Too few of them say nothing.
fn legacy_encoding(bytes: &[u8]) -> &'static str {
    const ENOUGH: usize = 4;
    if bytes.iter().filter(|byte| !byte.is_ascii()).count() < ENOUGH {
        return "unknown";
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // The country is a nudge only where the bytes could be several Chinese encodings.
    let encoding = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    encoding.name()
}

fn refuse_special(path: &Path, kind: FileType) -> Result<(), LoadError> {
    if kind.is_dir() {
        Err(LoadError::Folder { file: path.to_owned() })
    } else if kind.is_file() {
        Ok(())
    } else {
        Err(LoadError::Device { file: path.to_owned() })
    }
}

/// Replaces the text of the file at `path` as a whole: a reader sees the old text or the new one, never a part.
///
/// A symbolic link stays one; the file that it leads to is replaced. Permissions are kept. A file that does not exist
/// yet is made.
///
/// # Errors
///
/// What is no ordinary file or may not be written; the old text is then untouched.
pub fn replace_file(path: &Path, text: &str) -> Result<(), LoadError> {
    let unwritable = |source| LoadError::Unreadable { file: path.to_owned(), source };
    let target = match path.canonicalize() {
        Ok(target) => target,
        // A link that leads nowhere is no new file to make: renaming over it would put a file in its place.
        Err(fault) if fault.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() => path.to_owned(),
        Err(fault) => return Err(unwritable(fault)),
    };
    let permissions = match std::fs::metadata(&target) {
        Ok(metadata) => {
            refuse_special(path, metadata.file_type())?;
            // Renaming needs no right to the file itself; a file that is protected against writing stays so.
            OpenOptions::new().write(true).open(&target).map_err(unwritable)?;
            Some(metadata.permissions())
        }
        Err(_) => None,
    };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    write_beside(&target, folder, text, permissions).map_err(unwritable)
}

fn write_beside(target: &Path, folder: &Path, text: &str, permissions: Option<std::fs::Permissions>) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".policyc-");
    #[cfg(unix)]
    if permissions.is_none() {
        // A new file gets what the system's mask allows, as any other; temporary files are private otherwise.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut new = builder.tempfile_in(folder)?;
    new.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions)?;
    }
    new.as_file().sync_all()?;
    new.persist(target).map_err(|fault| fault.error)?;
    sync_folder(folder);
    Ok(())
}

/// Makes the renaming itself last. The text is safe either way, so a system that cannot do it is no reason to fail.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
