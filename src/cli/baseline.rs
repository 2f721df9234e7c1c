//! `check --baseline FILE` and `--write-baseline FILE`.

use super::check::Checked;
use super::console::Console;
use super::{Exit, paths};
use crate::diagnostic::{Catalogue, Diagnostic, Diagnostics, Language, Severity};
use crate::lint::{Baseline, BaselineKey};
use crate::policy::Policy;
use crate::source::{Source, SourceId, SourceMap, read_text, replace_file};
use std::io;
use std::path::{Path, PathBuf};

/// A baseline, and where it lies: it names files from there.
pub(super) struct BaselineFile {
    pub(super) entries: Baseline,
    pub(super) shown: String,
    folder: PathBuf,
}

/// A baseline that cannot be used, and the text that the diagnostics point into.
pub(super) struct Refused {
    pub(super) diagnostics: Diagnostics,
    pub(super) sources: SourceMap,
}

impl BaselineFile {
    fn new(entries: Baseline, path: &Path) -> Self {
        let whole = paths::absolute(path);
        let folder = whole.parent().map(Path::to_path_buf).unwrap_or_default();
        Self { entries, shown: shown(path), folder }
    }

    /// What the baseline calls a file.
    pub(super) fn name_of(&self, file: &str) -> String {
        paths::relative(&paths::absolute(Path::new(file)), &self.folder)
    }

    /// Whether a file that the baseline names exists.
    pub(super) fn exists(&self, file: &str) -> bool {
        self.folder.join(file).exists()
    }

    /// What it knows a finding by.
    pub(super) fn key(&self, found: &Diagnostic, file: &str, policies: &[&Policy]) -> BaselineKey {
        let clauses =
            found.span.into_iter().flat_map(|span| policies.iter().filter_map(move |one| one.clause_at(span)));
        // A rule outside any article is cited by its place among those, which changes with every new one.
        let clause = clauses.filter(|clause| clause.path.is_some()).map(|clause| clause.citation.as_str()).next();
        BaselineKey::new(found, self.name_of(file), clause)
    }
}

/// What a file is called in messages: from the current folder, as one would type it.
fn shown(path: &Path) -> String {
    if path.is_absolute() {
        paths::relative(&paths::absolute(path), &paths::absolute(Path::new(".")))
    } else {
        path.display().to_string()
    }
}

pub(super) fn read(path: &Path) -> Result<BaselineFile, Refused> {
    let text = read_text(path).map_err(|error| Refused {
        diagnostics: Diagnostics::from_iter([error.of(shown(path)).into()]),
        sources: SourceMap::default(),
    })?;
    match Baseline::parse(SourceId::default(), &shown(path), &text) {
        Ok(entries) => Ok(BaselineFile::new(entries, path)),
        Err(diagnostic) => Err(Refused {
            diagnostics: Diagnostics::from_iter([*diagnostic]),
            sources: SourceMap::single(shown(path), text),
        }),
    }
}

/// Writes what was found into a baseline. Where there are errors, nothing is written: what else there is to find is
/// not known.
pub(super) fn write(path: &Path, checked: &Checked, console: &Console) -> io::Result<Exit> {
    let Checked { sources, files, reported, .. } = checked;
    let errors: Diagnostics = reported.iter().filter(|one| one.severity() == Severity::Error).cloned().collect();
    if !errors.is_empty() {
        console.complain(&errors, sources)?;
        console.print_error(&format!("{}\n", console.text("baseline-not-written", &[("file", shown(path).into())])))?;
        let all_readable = files.iter().all(super::input::CheckedFile::is_readable);
        return Ok(if all_readable { Exit::Findings } else { Exit::BadInput });
    }
    let policies: Vec<&Policy> = files.iter().filter_map(|file| file.policy.as_ref()).collect();
    let words = Catalogue::new(Language::English);
    let mut file = BaselineFile::new(Baseline::default(), path);
    for found in reported {
        let Some(source) = found.span.and_then(|span| sources.get(span.source)).map(Source::name) else { continue };
        let key = file.key(found, source, &policies);
        file.entries.add(key, words.message(found));
    }
    let text = file.entries.to_json();
    let is_there = path.symlink_metadata().is_ok();
    // Only a baseline is written over: a policy that was named by mistake would be lost.
    if is_there && let Err(refused) = read(path) {
        console.complain(&refused.diagnostics, &refused.sources)?;
        return Ok(Exit::BadInput);
    }
    let written = if is_there { replace_file(path, &text) } else { std::fs::write(path, &text) };
    if let Err(error) = written {
        let args = [("file", shown(path).into()), ("reason", error.to_string().into())];
        console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
        return Ok(Exit::BadInput);
    }
    let args = [("file", shown(path).into()), ("count", file.entries.len().into())];
    console.print_error(&format!("{}\n", console.text("baseline-written", &args)))?;
    Ok(Exit::Fine)
}
