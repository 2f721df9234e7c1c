//! Reading what the arguments name.

use super::case::Readings;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lint::{Allowed, findings};
use crate::policy::{Policy, check_source};
use crate::source::{
    DiscoverError, FolderOnDisk, Home, LoadError, SourceId, SourceMap, decode_utf8, policy_files, read_text,
};
use std::io;
use std::path::{Path, PathBuf};

/// What `-` is called in messages.
const STANDARD_INPUT: &str = "<stdin>";

/// Reads a file, or standard input for `-`.
pub(super) fn read(path: &Path) -> Result<String, LoadError> {
    if is_standard_input(path) { decode_utf8(STANDARD_INPUT, io::stdin().lock()) } else { read_text(path) }
}

/// Whether a path means standard input.
pub(super) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The name that a path is shown under.
pub(super) fn shown(path: &Path) -> String {
    if is_standard_input(path) { STANDARD_INPUT.to_owned() } else { path.display().to_string() }
}

/// The policy files that paths name; the current folder where there is none.
pub(super) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Diagnostics> {
    let here = [PathBuf::from(".")];
    policy_files(if paths.is_empty() { &here } else { paths }).map_err(|error| {
        let (folder, reason) = match error {
            DiscoverError::NoPolicyFile { folder } => (folder, "no-policy-file".to_owned()),
            DiscoverError::Unsearchable { folder, reason } => (folder, reason),
        };
        let diagnostic = Diagnostic::without_place(Code::Unreadable).with("file", folder.display().to_string());
        Diagnostics::from_iter([diagnostic.with("reason", reason)])
    })
}

/// One policy file, read and checked.
pub(super) struct CheckedFile {
    pub(super) path: PathBuf,
    pub(super) source: Option<SourceId>,
    pub(super) policy: Option<Policy>,
    /// Errors and findings, in the order of the text.
    pub(super) diagnostics: Diagnostics,
    /// The findings that its author answers for.
    pub(super) allowed: Vec<Allowed>,
}

impl CheckedFile {
    /// Whether the file could be read at all.
    pub(super) fn is_readable(&self) -> bool {
        self.source.is_some()
    }
}

/// Reads and checks one file, and reads the policy as the settings say.
pub(super) fn check_file(path: &Path, sources: &mut SourceMap, readings: &mut Readings<'_>) -> CheckedFile {
    match read(path) {
        Ok(text) => check_read(path, text, sources, readings),
        Err(error) => CheckedFile {
            path: path.to_owned(),
            source: None,
            policy: None,
            diagnostics: Diagnostics::from_iter([error.into()]),
            allowed: Vec::new(),
        },
    }
}

/// Checks a text as if it stood in a file.
pub(super) fn check_read(
    path: &Path,
    text: String,
    sources: &mut SourceMap,
    readings: &mut Readings<'_>,
) -> CheckedFile {
    let source = sources.add_once(shown(path), text);
    let folder = if is_standard_input(path) { None } else { FolderOnDisk::around(path).ok() };
    let home = folder.as_ref().map(|folder| Home { folder, name: folder.name() });
    let (policy, mut diagnostics) = check_source(sources, source, home);
    let policy = policy.map(|policy| readings.read(policy));
    let found = policy.as_ref().map(findings).unwrap_or_default();
    diagnostics.extend(found.reported);
    diagnostics.sort();
    CheckedFile { path: path.to_owned(), source: Some(source), policy, diagnostics, allowed: found.allowed }
}

/// Whether a finding is about an `allow` that silences nothing in its own policy. Another policy may need it.
pub(super) fn is_unused_allow(found: &Diagnostic) -> bool {
    found.code == Code::UnusedAllow
}
