//! Reading and writing files, so that bad input never blocks, and a file is never half written.

use super::limits::MAX_FILE_BYTES;
use crate::diagnostic::{Code, Diagnostic};
use std::fs::File;
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
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        LoadError::NotUtf8 { file: name.to_owned(), encoding: guess_encoding(error.as_bytes()), offset }
    })
}

/// What bytes that are not UTF-8 look like.
fn guess_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => return Some("UTF-16BE"),
        _ => {}
    }
    // Text of this language has many ASCII signs; in UTF-16 each of them has a zero beside it.
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len() / 2;
    match (zeros(0) * 4 > half, zeros(1) * 4 > half) {
        (false, true) => return Some("UTF-16LE"),
        (true, false) => return Some("UTF-16BE"),
        _ => {}
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    match detector.guess(None, chardetng::Utf8Detection::Deny).name() {
        name @ ("GBK" | "gb18030" | "Big5" | "Shift_JIS" | "EUC-KR" | "EUC-JP") => Some(name),
        _ => None,
    }
}

/// Replaces a file by a text in one step: whoever reads it sees the old text or the new one, whole.
///
/// A link is followed, so that it goes on being one; permissions are kept.
///
/// # Errors
/// The system refuses; the file is as it was.
pub fn replace_file(path: &Path, text: &str) -> io::Result<()> {
    let target: PathBuf = std::fs::canonicalize(path)?;
    let folder = target.parent().unwrap_or_else(|| Path::new("."));
    let mut written = tempfile::NamedTempFile::new_in(folder)?;
    written.write_all(text.as_bytes())?;
    written.as_file().set_permissions(std::fs::metadata(&target)?.permissions())?;
    written.as_file().sync_all()?;
    written.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding_of(bytes: &[u8]) -> Option<&'static str> {
        match decode_utf8("x", bytes) {
            Err(LoadError::NotUtf8 { encoding, .. }) => encoding,
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn encodings_of_spreadsheets_and_old_editors_are_named() {
        let utf16: Vec<u8> = "policy 制度 x".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(encoding_of(&[&[0xFF, 0xFE][..], &utf16].concat()), Some("UTF-16LE"));
        assert_eq!(encoding_of(&utf16), Some("UTF-16LE"));
        // 责任追究制度 in GBK, ten times.
        let gbk = [0xD4, 0xF0, 0xC8, 0xCE, 0xD7, 0xB7, 0xBE, 0xBF, 0xD6, 0xC6, 0xB6, 0xC8, 0x0A].repeat(10);
        assert!(matches!(encoding_of(&gbk), Some("GBK" | "gb18030")), "{:?}", encoding_of(&gbk));
    }

    #[test]
    fn a_stream_over_the_limit_is_refused() {
        assert!(matches!(decode_utf8("x", io::repeat(b' ')), Err(LoadError::TooLarge { .. })));
    }

    #[test]
    fn folders_and_devices_are_not_opened() {
        assert!(matches!(read_text(Path::new("/")), Err(LoadError::NotAFile { folder: true, .. })));
        assert!(matches!(read_text(Path::new("/dev/zero")), Err(LoadError::NotAFile { folder: false, .. })));
    }

    #[test]
    fn a_link_stays_a_link_when_its_file_is_replaced() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (file, link) = (folder.path().join("a.policy"), folder.path().join("b.policy"));
        std::fs::write(&file, "old")?;
        std::os::unix::fs::symlink(&file, &link)?;
        replace_file(&link, "new")?;
        assert_eq!(std::fs::read_to_string(&file)?, "new");
        assert!(std::fs::symlink_metadata(&link)?.is_symlink());
        Ok(())
    }
}
