//! Reading what the arguments name.

use super::case::Readings;
use super::console::Console;
use crate::calendar::{Calendar, calendar_from_text};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lint::{Allowed, Ensured, findings};
use crate::policy::{CheckedSource, Policy, check_source};
use crate::source::{
    DiscoverError, FolderOnDisk, Home, LoadError, SourceId, SourceMap, decode_utf8, policy_files, read_text,
};
use std::collections::BTreeSet;
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
    /// Errors, and findings where they were looked for; in the order of the text.
    pub(super) diagnostics: Diagnostics,
    /// The findings that its author answers for.
    pub(super) allowed: Vec<Allowed>,
    /// How many of its claims hold.
    pub(super) ensured: Ensured,
    /// The texts that it uses, directly or not.
    pub(super) used: Vec<SourceId>,
}

impl CheckedFile {
    /// The file with what there is to find in its policy.
    pub(super) fn with_findings(mut self) -> Self {
        if let Some(policy) = &self.policy {
            let found = findings(policy);
            self.diagnostics.extend(found.reported);
            self.diagnostics.sort();
            (self.allowed, self.ensured) = (found.allowed, found.ensured);
        }
        self
    }

    /// Whether the file could be read at all.
    pub(super) fn is_readable(&self) -> bool {
        self.source.is_some()
    }
}

/// Reads and checks one file.
pub(super) fn check_file(path: &Path, sources: &mut SourceMap) -> CheckedFile {
    check_file_read_as(path, sources, &mut Readings::default())
}

/// Reads and checks one file, and takes its policy as the settings say that it is read.
pub(super) fn check_file_read_as(path: &Path, sources: &mut SourceMap, readings: &mut Readings<'_>) -> CheckedFile {
    match read(path) {
        Ok(text) => {
            let folder = if is_standard_input(path) { None } else { FolderOnDisk::around(path).ok() };
            let home = folder.as_ref().map(|folder| Home { folder, name: folder.name() });
            check_text(path, text, home, sources, readings)
        }
        Err(error) => CheckedFile {
            path: path.to_owned(),
            source: None,
            policy: None,
            diagnostics: Diagnostics::from_iter([error.into()]),
            allowed: Vec::new(),
            ensured: Ensured::default(),
            used: Vec::new(),
        },
    }
}

/// Checks a text as if it stood in a file.
pub(super) fn check_text(
    path: &Path,
    text: String,
    home: Option<Home<'_>>,
    sources: &mut SourceMap,
    readings: &mut Readings<'_>,
) -> CheckedFile {
    let source = sources.add_once(shown(path), text);
    let CheckedSource { policy, mut diagnostics, used } = check_source(sources, source, home);
    let policy = policy.map(|policy| readings.read(policy));
    diagnostics.sort();
    CheckedFile {
        path: path.to_owned(),
        source: Some(source),
        policy,
        diagnostics,
        allowed: Vec::new(),
        ensured: Ensured::default(),
        used,
    }
}

/// The policy of a file, read as the settings say; `None` where it has errors, which are told.
pub(super) fn policy(
    path: &Path,
    sources: &mut SourceMap,
    readings: &mut Readings<'_>,
    console: &Console,
) -> io::Result<Option<Policy>> {
    let checked = check_file_read_as(path, sources, readings);
    if checked.policy.is_none() {
        console.complain(&checked.diagnostics, sources)?;
    }
    Ok(checked.policy)
}

/// Leaves out the files that are not policies of their own: those that were only found in a folder, and that another
/// file uses. They were checked as a part of it, and may need what it declares.
pub(super) fn roots(checked: Vec<CheckedFile>, paths: &[PathBuf]) -> Vec<CheckedFile> {
    let is_named = |file: &CheckedFile| paths.contains(&file.path);
    let used: BTreeSet<SourceId> = checked.iter().flat_map(|file| file.used.iter().copied()).collect();
    let is_used = |file: &CheckedFile| file.source.is_some_and(|source| used.contains(&source));
    let is_root: Vec<bool> = checked.iter().map(|file| is_named(file) || !is_used(file)).collect();
    let of_roots = checked.iter().zip(&is_root).filter(|(_, is_root)| **is_root);
    let mut covered: BTreeSet<SourceId> = of_roots.flat_map(|(file, _)| file.used.iter().copied()).collect();
    let mut kept = Vec::new();
    for (file, is_root) in checked.into_iter().zip(is_root) {
        // Of files that use each other in a circle, the first one stands for all.
        let is_left = file.source.is_some_and(|source| !covered.contains(&source));
        if is_root || is_left {
            covered.extend(&file.used);
            kept.push(file);
        }
    }
    kept
}

/// A text besides the policy, such as facts, under an id of its own.
pub(super) fn text(path: &Path, sources: &mut SourceMap) -> Result<(SourceId, String), Diagnostics> {
    let text = read(path).map_err(|error| Diagnostics::from_iter([error.into()]))?;
    Ok((sources.add(shown(path), text.clone()), text))
}

/// The calendar of a holiday file.
pub(super) fn calendar(path: &Path, sources: &mut SourceMap) -> Result<Calendar, Diagnostics> {
    text(path, sources).and_then(|(source, text)| calendar_from_text(source, &text))
}
