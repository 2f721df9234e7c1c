//! `check --fix`: fixes are applied until there is none left, then the file is written once.

use super::case::ReadingArguments;
use super::console::Console;
use super::settings::Sieve;
use super::{Exit, input};
use crate::diagnostic::{Code, Diagnostics, Safety};
use crate::lint::{Remaining, mend};
use crate::policy::Policy;
use crate::source::{SourceId, SourceMap, Span, replace_file};
use std::collections::BTreeSet;
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
    wishes: &Wishes,
    sieve: &Sieve<'_>,
    readings: &ReadingArguments,
    console: &Console,
) -> io::Result<Option<Exit>> {
    let mut texts = Texts { used: BTreeSet::new(), readings, sieve };
    let read: Vec<(&PathBuf, Result<String, Diagnostics>)> = files
        .iter()
        .map(|path| (path, input::read(path).map_err(|error| Diagnostics::from_iter([error.into()]))))
        .collect();
    texts.note_used(&read);
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
        let fails = sieve.settings.fails(diagnostics);
        exit = if exit == Exit::Fine && fails { Exit::Findings } else { exit };
    }
    if wishes.is_trial && changed > 0 && exit == Exit::Fine {
        exit = Exit::Findings;
    }
    Ok(Some(exit))
}

/// An `allow` that some other policy needs: the file it stands in, its code and its reason.
type Used = (String, Code, String);

/// Checks texts that are not written yet.
struct Texts<'a> {
    used: BTreeSet<Used>,
    readings: &'a ReadingArguments,
    sieve: &'a Sieve<'a>,
}

impl Texts<'_> {
    /// Notes what policies need of the files that they use: in such a file itself it may look unused.
    fn note_used(&mut self, files: &[(&PathBuf, Result<String, Diagnostics>)]) {
        for (path, text) in files {
            let Ok(text) = text else { continue };
            let mut sources = SourceMap::default();
            let file = input::check_read(path, text.clone(), &mut sources, &mut self.readings.readings());
            for allowed in file.allowed.iter().filter(|allowed| Some(allowed.by.source) != file.source) {
                let name = sources.get(allowed.by.source).map(|source| source.name().to_owned()).unwrap_or_default();
                self.used.insert((name, allowed.finding.code, allowed.reason.clone()));
            }
        }
    }

    /// What there is to mend in a text that stands for a file.
    fn check(&self, path: &Path, text: &str) -> (SourceId, Diagnostics) {
        let mut sources = SourceMap::default();
        let file = input::check_read(path, text.to_owned(), &mut sources, &mut self.readings.readings());
        let policies: Vec<&Policy> = file.policy.iter().collect();
        let is_needed = |span: Option<Span>| {
            let allows = policies.iter().flat_map(|policy| policy.allows());
            let mut own = allows.filter(|allow| Some(allow.span) == span);
            own.any(|allow| self.used.contains(&(input::shown(path), allow.code, allow.reason.clone())))
        };
        let found: Diagnostics = file
            .diagnostics
            .iter()
            .filter(|found| !(input::is_unused_allow(found) && is_needed(found.span)))
            .cloned()
            .collect();
        let mut known = self.sieve.baseline.map(|baseline| baseline.entries.known());
        let mut found = self.sieve.sift(found, &policies, &sources, known.as_mut());
        found.sort_by_severity();
        (file.source.unwrap_or_default(), found)
    }
}
