//! `check --watch`: checks again whenever a file changes.

use super::check::{self, CheckArguments};
use super::config::Config;
use super::console::Console;
use super::{Exit, input, paths};
use notify::{EventKind, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long a wait lasts after a change.
struct Timing {
    /// Nothing must have changed for so long: editors write a file in several steps.
    quiet: Duration,
    /// Where changes never stop, the check does not wait longer than this.
    patience: Duration,
}

const TIMING: Timing = Timing { quiet: Duration::from_millis(150), patience: Duration::from_secs(2) };

pub(super) fn run(arguments: &CheckArguments, no_config: bool, console: &Console) -> io::Result<Exit> {
    if arguments.paths.iter().any(|path| input::is_standard_input(path)) {
        console.print_error(&format!("{}\n", console.text("watch-standard-input", &[])))?;
        return Ok(Exit::BadInput);
    }
    let (sender, changes) = channel();
    let started = notify::recommended_watcher(sender).and_then(|watcher| {
        let mut watch = Watch { watcher, folders: BTreeSet::new(), files: BTreeSet::new() };
        // Before the first check, so that no change is missed meanwhile.
        watch.add_named(&arguments.paths)?;
        Ok(watch)
    });
    let mut watch = match started {
        Ok(watch) => watch,
        Err(error) => {
            let args = [("reason", error.to_string().into())];
            console.print_error(&format!("{}\n", console.text("watch-failed", &args)))?;
            return Ok(Exit::BadInput);
        }
    };
    loop {
        let (exit, read) = round(arguments, no_config, console)?;
        watch.add_read(&read);
        console.print_error(&format!("{}\n", console.text("watch-waiting", &[])))?;
        if !wait(&changes, &TIMING, |change| watch.is_about(change)) {
            return Ok(exit);
        }
    }
}

/// Checks once, by the settings as they are now. Gives the files that the result depends on.
fn round(arguments: &CheckArguments, no_config: bool, console: &Console) -> io::Result<(Exit, Vec<PathBuf>)> {
    let config = if no_config { Ok(None) } else { Config::around(&arguments.paths) };
    match config {
        Ok(config) => {
            let round = check::once(arguments, config.as_ref(), console)?;
            let settings = config.iter().map(|config| config.file.clone());
            let baseline = config.iter().filter_map(|config| config.baseline.clone()).chain(arguments.baseline.clone());
            Ok((round.exit, round.read.into_iter().chain(settings).chain(baseline).collect()))
        }
        Err(faulty) => {
            console.complain(&faulty.diagnostics, &faulty.sources)?;
            Ok((Exit::BadInput, vec![faulty.file]))
        }
    }
}

/// What is watched.
struct Watch<W> {
    watcher: W,
    /// The folders that are watched already.
    folders: BTreeSet<PathBuf>,
    /// The files that the last check read.
    files: BTreeSet<PathBuf>,
}

impl<W: Watcher> Watch<W> {
    /// Watches what was named: folders with all that is in them; of a file its folder, since editors put a new file in
    /// its place.
    fn add_named(&mut self, named: &[PathBuf]) -> notify::Result<()> {
        let here = [PathBuf::from(".")];
        for path in if named.is_empty() { &here } else { named } {
            let path = paths::absolute(path);
            if path.is_dir() {
                self.watcher.watch(&path, RecursiveMode::Recursive)?;
                self.folders.insert(path);
            } else if let Some(folder) = path.parent() {
                self.add_folder(folder)?;
            }
        }
        // A settings file may come to be there.
        self.add_folder(&paths::common_folder(named))
    }

    /// Watches the files that a check read, too.
    fn add_read(&mut self, read: &[PathBuf]) {
        self.files = read.iter().map(|path| paths::absolute(path)).collect();
        let folders: BTreeSet<PathBuf> =
            self.files.iter().filter_map(|file| Some(file.parent()?.to_path_buf())).collect();
        for folder in folders {
            // A folder that cannot be watched is no reason to stop watching the others.
            let _ = self.add_folder(&folder);
        }
    }

    fn add_folder(&mut self, folder: &Path) -> notify::Result<()> {
        if self.folders.iter().any(|known| folder == known) {
            return Ok(());
        }
        self.watcher.watch(folder, RecursiveMode::NonRecursive)?;
        self.folders.insert(folder.to_path_buf());
        Ok(())
    }
}

impl<W> Watch<W> {
    /// Whether the result of a check may be another one after a change.
    fn is_about(&self, change: &notify::Result<notify::Event>) -> bool {
        match change {
            // Something was missed.
            Err(_) => true,
            // That a file was read is no change; it was read by the check itself.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => false,
            Ok(event) if event.need_rescan() => true,
            Ok(event) => event.paths.iter().any(|path| {
                let is_policy = path.extension().is_some_and(|ending| ending == "policy");
                let is_settings = path.file_name().is_some_and(|name| name == "policyc.toml");
                is_policy || is_settings || self.files.contains(path)
            }),
        }
    }
}

/// Waits for a change that matters, and then until things are quiet. `false` where no change can come any more.
fn wait<T>(changes: &Receiver<T>, timing: &Timing, matters: impl Fn(&T) -> bool) -> bool {
    loop {
        match changes.recv() {
            Ok(change) if matters(&change) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    let since = Instant::now();
    while since.elapsed() < timing.patience && changes.recv_timeout(timing.quiet).is_ok() {}
    true
}

#[cfg(test)]
mod tests {
    use super::{Timing, Watch, wait};
    use notify::event::{AccessKind, CreateKind, EventKind, ModifyKind};
    use notify::{Event, RecursiveMode};
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    const TIMING: Timing = Timing { quiet: Duration::from_millis(20), patience: Duration::from_millis(200) };

    #[test]
    fn many_changes_in_a_row_are_one() {
        let (sender, changes) = channel();
        for number in [1, 7, 3, 7, 7] {
            sender.send(number).unwrap();
        }
        assert!(wait(&changes, &TIMING, |number| *number == 7));
        assert!(changes.try_recv().is_err(), "all of them are taken");
        drop(sender);
        assert!(!wait(&changes, &TIMING, |_| true), "nothing can come any more");
    }

    #[test]
    fn what_does_not_matter_is_waited_over() {
        let (sender, changes) = channel();
        sender.send(1).unwrap();
        drop(sender);
        assert!(!wait(&changes, &TIMING, |number| *number == 7));
    }

    #[test]
    fn changes_without_end_do_not_keep_it_waiting() {
        let (sender, changes) = channel();
        let busy = std::thread::spawn(move || {
            while sender.send(0).is_ok() {
                std::thread::sleep(Duration::from_millis(2))
            }
        });
        let since = Instant::now();
        assert!(wait(&changes, &TIMING, |_| true));
        assert!(since.elapsed() < Duration::from_secs(5));
        drop(changes);
        busy.join().unwrap();
    }

    /// Notes what it is asked to watch.
    #[derive(Debug, Default)]
    struct Notes(Vec<(PathBuf, RecursiveMode)>);

    impl notify::Watcher for Notes {
        fn new<F: notify::EventHandler>(_: F, _: notify::Config) -> notify::Result<Self> {
            Ok(Self::default())
        }
        fn watch(&mut self, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
            self.0.push((path.to_path_buf(), mode));
            Ok(())
        }
        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }
        fn kind() -> notify::WatcherKind {
            notify::WatcherKind::NullWatcher
        }
    }

    #[test]
    fn folders_are_watched_once_and_files_by_their_folder() {
        let folder = tempfile::tempdir().unwrap();
        let root = crate::cli::paths::absolute(folder.path());
        std::fs::create_dir(root.join("shared")).unwrap();
        for name in ["a.policy", "shared/b.policy"] {
            std::fs::write(root.join(name), "").unwrap();
        }
        let mut watch = Watch { watcher: Notes::default(), folders: BTreeSet::new(), files: BTreeSet::new() };
        watch.add_named(&[root.join("a.policy")]).unwrap();
        for _ in 0..2 {
            watch.add_read(&[root.join("a.policy"), root.join("shared/b.policy")]);
        }
        let once = RecursiveMode::NonRecursive;
        assert_eq!(watch.watcher.0, [(root.clone(), once), (root.join("shared"), once)]);
    }

    #[test]
    fn only_changes_of_what_is_checked_matter() {
        let watch =
            Watch { watcher: (), folders: BTreeSet::new(), files: BTreeSet::from([PathBuf::from("/r/base.json")]) };
        let about = |kind: EventKind, path: &str| watch.is_about(&Ok(Event::new(kind).add_path(path.into())));
        let written = EventKind::Modify(ModifyKind::Any);
        assert!(about(written, "/r/a.policy") && about(EventKind::Create(CreateKind::File), "/r/policyc.toml"));
        assert!(about(written, "/r/base.json"));
        assert!(!about(written, "/r/notes.txt") && !about(EventKind::Access(AccessKind::Read), "/r/a.policy"));
        assert!(watch.is_about(&Err(notify::Error::generic("lost"))));
    }
}
