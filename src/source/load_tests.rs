use super::{LoadError, decode_utf8, read_text, replace_file};
use crate::diagnostic::{Catalogue, Diagnostic, Language};
use crate::source::limits::MAX_FILE_BYTES;
use std::fs;
use std::path::Path;

const SENTENCE: &str = "政策 \"网络安全事件责任追究\"\n等级 严重程度 { 一般 较大 重大 }\n";

fn guess(bytes: impl AsRef<[u8]>) -> String {
    match decode_utf8("x.policy", bytes.as_ref()) {
        Ok(text) => format!("text {text:?}"),
        Err(LoadError::NotUtf8 { encoding, offset, .. }) => format!("{} at {offset}", encoding.unwrap_or("unknown")),
        Err(other) => format!("{other}"),
    }
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn text_is_read_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.policy");
    for text in ["", "\u{feff}a\r\nb\rc", "nul \0 and 制度", "\u{1b}[0m"] {
        fs::write(&file, text).unwrap();
        assert_eq!(read_text(&file).unwrap(), text);
    }
}

#[test]
fn other_encodings_are_named() {
    assert_eq!(guess(utf16(&format!("\u{feff}{SENTENCE}"), u16::to_le_bytes)), "UTF-16LE at 0");
    assert_eq!(guess(utf16(&format!("\u{feff}{SENTENCE}"), u16::to_be_bytes)), "UTF-16BE at 0");
    assert_eq!(guess(utf16(SENTENCE, u16::to_le_bytes)).get(..8), Some("UTF-16LE"));
    assert_eq!(guess(utf16(SENTENCE, u16::to_be_bytes)).get(..8), Some("UTF-16BE"));
    assert_eq!(guess(utf16("policy \"p\"\n", u16::to_le_bytes)), "UTF-16LE at 0");
    // 政策 "网络安全事件责任追究" 未报告 in GBK.
    let gbk = b"\xd5\xfe\xb2\xdf \"\xcd\xf8\xc2\xe7\xb0\xb2\xc8\xab\xca\xc2\xbc\xfe\xd4\xf0\xc8\xce\xd7\xb7\xbe\xbf\" \
        \xce\xb4\xb1\xa8\xb8\xe6";
    assert_eq!(guess(gbk), "GBK at 0");
    assert_eq!(guess(b"policy \xff\n"), "unknown at 7");
    assert_eq!(guess(b"one stray nul \0 in a text of some length, which is not UTF-16\n").get(..4), Some("text"));
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(read_text(folder.path()), Err(LoadError::NotAFile { folder: true, .. })));
    assert!(matches!(read_text(&folder.path().join("missing")), Err(LoadError::Unreadable { .. })));
    #[cfg(unix)]
    assert!(matches!(read_text(Path::new("/dev/zero")), Err(LoadError::NotAFile { folder: false, .. })));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    assert!(matches!(read_text(&socket), Err(LoadError::NotAFile { folder: false, .. })));
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        assert!(matches!(read_text(&pipe), Err(LoadError::NotAFile { folder: false, .. })));
    }
}

#[test]
fn the_limit_is_exact() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.policy");
    fs::write(&file, vec![b' '; MAX_FILE_BYTES]).unwrap();
    assert_eq!(read_text(&file).unwrap().len(), MAX_FILE_BYTES);
    fs::write(&file, vec![b' '; MAX_FILE_BYTES + 1]).unwrap();
    assert!(matches!(read_text(&file), Err(LoadError::TooLarge { .. })));
    let endless = decode_utf8("<stdin>", std::io::repeat(b' '));
    assert!(matches!(endless, Err(LoadError::TooLarge { .. })));
}

#[test]
fn each_error_has_words() {
    let file = || "a\u{202e}.policy".to_owned();
    let errors = || {
        [
            LoadError::Unreadable { file: file(), source: std::io::ErrorKind::NotFound.into() },
            LoadError::Unreadable { file: file(), source: std::io::Error::other("out of luck") },
            LoadError::NotAFile { file: file(), folder: true },
            LoadError::NotAFile { file: file(), folder: false },
            LoadError::TooLarge { file: file() },
            LoadError::NotUtf8 { file: file(), encoding: Some("GBK"), offset: 3 },
            LoadError::NotUtf8 { file: file(), encoding: None, offset: 3 },
        ]
    };
    for language in [Language::English, Language::Chinese] {
        let catalogue = Catalogue::new(language);
        for error in errors() {
            let diagnostic = Diagnostic::from(error);
            let message = catalogue.message(&diagnostic);
            assert!(message.contains("a⟨U+202E⟩.policy"), "{message}");
            assert!(!message.contains('$') && message != diagnostic.code.as_str(), "{message}");
        }
    }
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.policy");
    fs::write(&file, "old and longer").unwrap();
    replace_file(&file, "new").unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    assert!(replace_file(folder.path(), "x").is_err());
    assert!(replace_file(&folder.path().join("missing.policy"), "x").is_err());
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("real")).unwrap();
    fs::write(at("real/a.policy"), "old").unwrap();
    fs::set_permissions(at("real/a.policy"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real/a.policy", at("link.policy")).unwrap();
    replace_file(&at("link.policy"), "new").unwrap();
    assert!(at("link.policy").symlink_metadata().unwrap().file_type().is_symlink());
    assert_eq!(fs::read_to_string(at("real/a.policy")).unwrap(), "new");
    assert_eq!(at("real/a.policy").metadata().unwrap().permissions().mode() & 0o777, 0o640);

    symlink("nowhere", at("dangling.policy")).unwrap();
    assert!(replace_file(&at("dangling.policy"), "new").is_err());
    assert!(at("dangling.policy").symlink_metadata().unwrap().file_type().is_symlink());
}
