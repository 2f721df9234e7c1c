//! The files of a batch: cases, results, rejected records, and how far it has come.

use super::said;
use crate::batch::{Checkpoint, Files, Form};
use crate::cli::input;
use crate::diagnostic::Diagnostic;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Where results and rejected records go.
pub(super) struct Target {
    results: PathBuf,
    rejects: Option<PathBuf>,
    is_stream: bool,
    /// Whether the results are a device or pipe, which cannot be replaced as a whole.
    is_device: bool,
}

impl Target {
    pub(super) fn of(output: &Path, rejects: Option<&Path>) -> Self {
        let is_stream = input::is_standard_input(output);
        let is_device = fs::metadata(output).is_ok_and(|metadata| !metadata.is_file());
        let beside = || (!is_stream && !is_device).then(|| with_ending(output, ".rejected.ndjson"));
        Self { results: output.to_owned(), rejects: rejects.map(Path::to_owned).or_else(beside), is_stream, is_device }
    }

    /// Whether the results go to standard output.
    pub(super) fn is_stream(&self) -> bool {
        self.is_stream
    }

    pub(super) fn results(&self) -> String {
        if self.is_stream { "<stdout>".to_owned() } else { self.results.display().to_string() }
    }

    pub(super) fn rejects(&self) -> Option<String> {
        self.rejects.as_ref().map(|path| path.display().to_string())
    }

    /// Whether the results are a file that is complete or not there.
    fn is_whole(&self) -> bool {
        !self.is_stream && !self.is_device
    }

    fn part(&self) -> PathBuf {
        with_ending(&self.results, ".part")
    }

    fn rejects_part(&self) -> Option<PathBuf> {
        self.rejects.as_ref().map(|path| with_ending(path, ".part"))
    }

    fn checkpoint(&self) -> PathBuf {
        with_ending(&self.results, ".checkpoint")
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The files of a batch, open.
pub(super) struct Opened {
    cases: Box<dyn Read + Send>,
    results: Box<dyn Write>,
    rejects: Box<dyn Write>,
    /// Where the batch goes on.
    pub(super) checkpoint: Option<Checkpoint>,
    keeper: Keeper,
}

/// Keeps how far a batch has come.
pub(super) struct Keeper(Option<PathBuf>);

impl Keeper {
    pub(super) fn keep(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        let Some(path) = &self.0 else { return Ok(()) };
        let next = with_ending(path, ".next");
        fs::write(&next, checkpoint.text())?;
        fs::rename(&next, path)
    }
}

/// Opens the files; `None` where there is nothing to go on with because all is done.
pub(super) fn open(
    cases: &Path,
    target: &Target,
    resume: bool,
    about: &str,
) -> Result<Option<Opened>, Box<Diagnostic>> {
    let source: Box<dyn Read + Send> = if input::is_standard_input(cases) {
        Box::new(io::stdin())
    } else {
        let unreadable = |error: io::Error| said::file("cases", &input::shown(cases), &error);
        let file = File::open(cases).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.is_dir() {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()).into());
        }
        Box::new(file)
    };
    let checkpoint = match checkpoint(target, resume, about)? {
        State::Fresh => None,
        State::Stopped(checkpoint) => Some(*checkpoint),
        State::Complete => return Ok(None),
    };
    if checkpoint.is_some() && input::is_standard_input(cases) {
        return Err(said::unusable("resume-stream").into());
    }
    let sizes = checkpoint.as_ref().map_or((0, 0), |from| (from.results, from.rejects));
    let results: Box<dyn Write> = if target.is_stream {
        Box::new(io::stdout())
    } else {
        let path = if target.is_whole() { target.part() } else { target.results.clone() };
        Box::new(
            to_write(&path, sizes.0, target.is_device)
                .map_err(|error| said::file("results", &target.results(), &error))?,
        )
    };
    let rejects: Box<dyn Write> = match (target.rejects_part(), &target.rejects) {
        (Some(path), Some(shown)) => {
            let failed = |error: io::Error| said::file("results", &shown.display().to_string(), &error);
            Box::new(to_write(&path, sizes.1, false).map_err(failed)?)
        }
        _ => Box::new(io::sink()),
    };
    let keeper = Keeper((target.is_whole() && !input::is_standard_input(cases)).then(|| target.checkpoint()));
    Ok(Some(Opened { cases: source, results, rejects, checkpoint, keeper }))
}

/// How a batch stands.
enum State {
    Fresh,
    Stopped(Box<Checkpoint>),
    Complete,
}

fn checkpoint(target: &Target, resume: bool, about: &str) -> Result<State, Box<Diagnostic>> {
    if !target.is_whole() {
        return if resume { Err(said::unusable("resume-stream").into()) } else { Ok(State::Fresh) };
    }
    let text = match fs::read_to_string(target.checkpoint()) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // The checkpoint goes last: results without one are complete.
            let is_complete = resume && target.results.exists() && !target.part().exists();
            return Ok(if is_complete { State::Complete } else { State::Fresh });
        }
        Err(error) => return Err(said::file("cases", &target.checkpoint().display().to_string(), &error).into()),
    };
    let name = target.checkpoint().display().to_string();
    if !resume {
        return Err(said::unusable("stopped").with("name", name).into());
    }
    match Checkpoint::of_text(&text) {
        Some(found) if found.about == about => Ok(State::Stopped(Box::new(found))),
        Some(_) | None => Err(said::unusable("other-batch").with("name", name).into()),
    }
}

/// A file to write on behind so many bytes.
fn to_write(path: &Path, size: u64, is_device: bool) -> io::Result<File> {
    let mut file = OpenOptions::new().write(true).create(!is_device).truncate(false).open(path)?;
    if !is_device {
        if file.metadata()?.len() < size {
            return Err(io::Error::other("shorter than it was"));
        }
        file.set_len(size)?;
        file.seek(SeekFrom::Start(size))?;
    }
    Ok(file)
}

impl Opened {
    /// What a batch needs, and what keeps how far it has come.
    pub(super) fn parts(&mut self, from: Form, to: Form) -> (Files<'_>, &Keeper) {
        let files =
            Files { cases: &mut *self.cases, from, results: &mut *self.results, to, rejects: &mut *self.rejects };
        (files, &self.keeper)
    }

    /// Takes away what was begun, where nothing of it can be gone on with.
    pub(super) fn abandon(self, target: &Target) {
        if target.is_whole() && !target.checkpoint().exists() {
            // What cannot be taken away is left: the reason why the batch stopped matters more.
            let _ = fs::remove_file(target.part());
            target.rejects_part().map(fs::remove_file);
        }
    }

    /// Gives the files their names, the results last.
    pub(super) fn finish(mut self, target: &Target, has_rejects: bool) -> io::Result<()> {
        self.results.flush()?;
        self.rejects.flush()?;
        drop(self.rejects);
        drop(self.results);
        if let (Some(part), Some(rejects)) = (target.rejects_part(), &target.rejects) {
            if has_rejects {
                fs::rename(part, rejects)?;
            } else {
                fs::remove_file(part)?;
                // Those of an earlier batch are not those of these results.
                match fs::remove_file(rejects) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    Ok(()) | Err(_) => {}
                }
            }
        }
        if !target.is_whole() {
            return Ok(());
        }
        File::open(target.part())?.sync_all()?;
        fs::rename(target.part(), &target.results)?;
        match fs::remove_file(target.checkpoint()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}
