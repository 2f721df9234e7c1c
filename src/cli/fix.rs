//! `check --fix`: fixes are applied until there is none left, then the file is written once.

use super::case::ReadingArguments;
use super::console::Console;
use super::settings::Sieve;
use super::{Exit, input, paths};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety, Severity};
use crate::lint::{Remaining, mend};
use crate::policy::Policy;
use crate::source::{Folder, FolderError, FolderOnDisk, Home, SourceId, SourceMap, replace_file};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Which fixes are wanted.
pub(super) struct Wishes {
    pub(super) safety: Safety,
    /// Whether nothing is to be written.
    pub(super) is_trial: bool,
}

/// Mends files. Says how the command ends where it ends here: after a trial, after standard input, and where a file
/// cannot be written.
pub(super) fn run(
    files: &[PathBuf],
    named: &[PathBuf],
    wishes: &Wishes,
    sieve: &Sieve<'_>,
    readings: &ReadingArguments,
    console: &Console,
) -> io::Result<Option<Exit>> {
    let read: Vec<(&PathBuf, Result<String, Diagnostics>)> = files
        .iter()
        .map(|path| (path, input::read(path).map_err(|error| Diagnostics::from_iter([error.into()]))))
        .collect();
    let mut texts = Texts::new(&read, named, readings, sieve);
    let (mut applied, mut changed) = (0, 0);
    let mut remaining = Vec::new();
    let mut exit = Exit::Fine;
    for (path, text) in read {
        let text = match text {
            Ok(text) => text,
            Err(problem) => {
                exit = Exit::BadInput;
                remaining.push((SourceMap::default(), problem));
                continue;
            }
        };
        let mended = mend(&text, wishes.safety, |text| texts.check(path, text));
        texts.now.insert(paths::absolute(path), mended.text.clone());
        applied += mended.applied;
        changed += usize::from(mended.text != text);
        let is_stream = input::is_standard_input(path);
        if wishes.is_trial {
            console.print_diff(&input::shown(path), &text, &mended.text)?;
        } else if is_stream {
            console.print_raw(&mended.text)?;
        } else if mended.text != text
            && let Err(error) = replace_file(path, &mended.text)
        {
            let args = [("file", input::shown(path).into()), ("reason", error.to_string().into())];
            console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
            return Ok(Some(Exit::BadInput));
        }
        if is_stream || wishes.is_trial {
            let Remaining { text, diagnostics, .. } = mended;
            remaining.push((SourceMap::single(input::shown(path), text), diagnostics));
        }
    }
    if applied > 0 {
        let id = if wishes.is_trial { "fixes-possible" } else { "fixes-applied" };
        let args = [("count", applied.into()), ("files", changed.into())];
        console.print_error(&format!("{}\n", console.text(id, &args)))?;
    }
    let has_stream = files.iter().any(|path| input::is_standard_input(path));
    if !wishes.is_trial && !has_stream {
        return Ok(None);
    }
    for (sources, diagnostics) in &remaining {
        if !diagnostics.is_empty() && !wishes.is_trial {
            console.complain(diagnostics, sources)?;
        }
        let own = sieve.settings.exit(diagnostics);
        exit = if exit == Exit::Fine || (exit == Exit::NotDecided && own == Exit::Findings) { own } else { exit };
    }
    if wishes.is_trial && changed > 0 && exit == Exit::Fine {
        exit = Exit::Findings;
    }
    Ok(Some(exit))
}

/// Checks texts that are not written yet, each as a part of the policies that it belongs to.
struct Texts<'a> {
    policies: Vec<&'a Path>,
    /// What the files say by now, written or not.
    now: BTreeMap<PathBuf, String>,
    /// For each file that policies use, which policies.
    users: BTreeMap<PathBuf, Vec<usize>>,
    readings: &'a ReadingArguments,
    sieve: &'a Sieve<'a>,
}

impl<'a> Texts<'a> {
    fn new(
        read: &[(&'a PathBuf, Result<String, Diagnostics>)],
        named: &[PathBuf],
        readings: &'a ReadingArguments,
        sieve: &'a Sieve<'a>,
    ) -> Self {
        let mut sources = SourceMap::default();
        let readable: Vec<(&'a PathBuf, &String)> =
            read.iter().filter_map(|(path, text)| Some((*path, text.as_ref().ok()?))).collect();
        let checked = readable.iter().map(|(path, text)| {
            let disk = FolderOnDisk::around(path).ok();
            let home = disk.as_ref().map(|folder| Home { folder, name: folder.name() });
            input::check_text(path, (*text).clone(), home, &mut sources, &mut readings.readings())
        });
        let roots = input::roots(checked.collect(), named);
        let now = readable.iter().map(|(path, text)| (paths::absolute(path), (*text).clone())).collect();
        let mut texts = Self { policies: Vec::new(), now, users: BTreeMap::new(), readings, sieve };
        for (path, _) in readable {
            let Some(root) = roots.iter().find(|root| root.path == *path) else { continue };
            let own = texts.policies.len();
            let used =
                root.used.iter().filter_map(|source| sources.get(*source)).map(|source| Path::new(source.name()));
            for file in used.chain([path.as_path()]) {
                texts.users.entry(paths::absolute(file)).or_default().push(own);
            }
            texts.policies.push(path);
        }
        texts
    }

    /// What there is to mend in a text that stands for a file: all that its policies say of it. That an `allow` is
    /// not needed is right only if all say so.
    fn check(&self, path: &Path, text: &str) -> (SourceId, Diagnostics) {
        let users = self.users.get(&paths::absolute(path)).map(Vec::as_slice).unwrap_or_default();
        let mut said: Vec<Diagnostics> = Vec::new();
        for user in users.iter().filter_map(|user| self.policies.get(*user)) {
            said.push(self.check_within(user, path, text));
        }
        let is_unneeded = |one: &Diagnostic| {
            one.code != Code::UnusedAllow || said.iter().all(|other| other.iter().any(|other| other == one))
        };
        let mut all: Diagnostics = said.iter().flatten().filter(|one| is_unneeded(one)).cloned().collect();
        all.sort_by_severity();
        (SourceId::default(), all)
    }

    /// What one policy says of a text that stands for one of its files, and its errors in others: a fix must not bring
    /// any. The text has the first id.
    fn check_within(&self, user: &Path, path: &Path, text: &str) -> Diagnostics {
        let mut sources = SourceMap::single(input::shown(path), text);
        let disk = FolderOnDisk::around(user).ok();
        let folder = disk.as_ref().map(|disk| Instead { disk, now: &self.now, file: paths::absolute(path), text });
        let home = folder.as_ref().map(|folder| Home { folder, name: folder.disk.name() });
        let root = if user == path { Some(text) } else { self.now.get(&paths::absolute(user)).map(String::as_str) };
        let mut readings = self.readings.readings();
        let root = root.unwrap_or_default().to_owned();
        let file = input::check_text(user, root, home, &mut sources, &mut readings).with_findings();
        let policies: Vec<&Policy> = file.policy.iter().collect();
        let matters = |one: &&Diagnostic| {
            one.severity() == Severity::Error || one.span.is_none_or(|span| span.source == SourceId::default())
        };
        let found: Diagnostics = file.diagnostics.iter().filter(matters).cloned().collect();
        let mut known = self.sieve.baseline.map(|baseline| baseline.entries.known());
        self.sieve.sift(found, &policies, &sources, known.as_mut())
    }
}

/// A folder in which files have other texts than on the disk.
struct Instead<'a> {
    disk: &'a FolderOnDisk,
    now: &'a BTreeMap<PathBuf, String>,
    /// The file at hand, from the root, and its text.
    file: PathBuf,
    text: &'a str,
}

impl Folder for Instead<'_> {
    fn find(&self, path: &str) -> Result<String, FolderError> {
        self.disk.find(path)
    }

    fn read(&self, name: &str) -> Result<String, FolderError> {
        let file = paths::absolute(Path::new(&self.disk.shown(name)));
        let text = if file == self.file { Some(self.text) } else { self.now.get(&file).map(String::as_str) };
        text.map_or_else(|| self.disk.read(name), |text| Ok(text.to_owned()))
    }

    fn shown(&self, name: &str) -> String {
        self.disk.shown(name)
    }

    fn policies_in(&self, folder: &str) -> Vec<String> {
        self.disk.policies_in(folder)
    }
}
