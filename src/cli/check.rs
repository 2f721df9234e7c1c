//! `policyc check`.

use super::Exit;
use super::case::{ReadingArguments, Readings};
use super::config::Config;
use super::console::Console;
use super::input::{self, CheckedFile};
use super::settings::{Settings, Sieve};
use super::{baseline, fix, statistics, watch, write_tests};
use crate::diagnostic::render::Format;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Replacement, Safety, Severity};
use crate::lint::{Ensured, Known};
use crate::source::{SourceId, SourceMap, Span};
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc check`.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // each is a switch
pub(super) struct CheckArguments {
    /// Policies, or folders to search for `*.policy` [default: the current folder]
    pub(super) paths: Vec<PathBuf>,
    /// How to print [default: human]
    #[arg(long, value_enum)]
    pub(super) format: Option<FormatChoice>,
    /// Report only these codes or groups (`B0003`, `C`, `confused`); errors are always reported
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub(super) select: Vec<String>,
    /// Do not report these codes or groups; errors are always reported
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub(super) ignore: Vec<String>,
    /// The least severity that makes the command fail [default: warning]
    #[arg(long, value_enum)]
    pub(super) fail_on: Option<SeverityChoice>,
    /// Apply the fixes that are certain
    #[arg(long)]
    fix: bool,
    /// With `--fix`: apply also the fixes that are only likely
    #[arg(long = "unsafe", requires = "fix")]
    unsafe_fixes: bool,
    /// With `--fix`: write nothing, print what would change
    #[arg(long, requires = "fix")]
    diff: bool,
    /// Report only what is not in this baseline
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write what is found now into a baseline, and report nothing else
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "watch"])]
    pub(super) write_baseline: Option<PathBuf>,
    /// Append the cases that findings of this policy show to it as tests, and report nothing else
    #[arg(long, value_name = "FILE", conflicts_with_all = ["write_baseline", "fix", "watch"])]
    write_tests: Option<PathBuf>,
    /// Count the findings of each code instead of showing them
    #[arg(long)]
    statistics: bool,
    /// Go on, and check again whenever a file changes
    #[arg(long, conflicts_with = "fix")]
    pub(super) watch: bool,
    #[command(flatten)]
    readings: ReadingArguments,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatChoice {
    #[default]
    Human,
    Short,
    Json,
    Sarif,
    Github,
    Junit,
}

impl From<FormatChoice> for Format {
    fn from(choice: FormatChoice) -> Self {
        match choice {
            FormatChoice::Human => Self::Human,
            FormatChoice::Short => Self::Short,
            FormatChoice::Json => Self::Json,
            FormatChoice::Sarif => Self::Sarif,
            FormatChoice::Github => Self::Github,
            FormatChoice::Junit => Self::Junit,
        }
    }
}

/// A severity on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SeverityChoice {
    Error,
    Warning,
    Hint,
}

impl From<SeverityChoice> for Severity {
    fn from(choice: SeverityChoice) -> Self {
        match choice {
            SeverityChoice::Error => Self::Error,
            SeverityChoice::Warning => Self::Warning,
            SeverityChoice::Hint => Self::Hint,
        }
    }
}

/// One run of the command: how it ended, and the files that its result depends on.
pub(super) struct Round {
    pub(super) exit: Exit,
    pub(super) read: Vec<PathBuf>,
}

impl Round {
    fn ended(exit: Exit) -> Self {
        Self { exit, read: Vec::new() }
    }
}

pub(super) fn run(
    arguments: &CheckArguments,
    config: Option<&Config>,
    no_config: bool,
    console: &mut Console,
) -> io::Result<Exit> {
    if arguments.watch {
        return watch::run(arguments, no_config, console);
    }
    once(arguments, config, console).map(|round| round.exit)
}

/// Checks all files once.
pub(super) fn once(arguments: &CheckArguments, config: Option<&Config>, console: &Console) -> io::Result<Round> {
    let settings = match Settings::new(arguments, config) {
        Ok(settings) => settings,
        Err(refused) => {
            console.print_error(&format!("{}\n", refused.text(console)))?;
            return Ok(Round::ended(Exit::BadInput));
        }
    };
    if arguments.statistics && !statistics::has(settings.format) {
        console.print_error(&format!("{}\n", console.text("statistics-format", &[])))?;
        return Ok(Round::ended(Exit::BadInput));
    }
    let files = match input::files(&arguments.paths) {
        Ok(files) => files,
        Err(problem) => {
            console.complain(&problem, &SourceMap::default())?;
            return Ok(Round::ended(Exit::BadInput));
        }
    };
    let baseline = match settings.baseline.as_deref().map(baseline::read).transpose() {
        Ok(baseline) => baseline,
        Err(refused) => {
            console.complain(&refused.diagnostics, &refused.sources)?;
            return Ok(Round::ended(Exit::BadInput));
        }
    };
    let sieve = Sieve { settings: &settings, baseline: baseline.as_ref() };
    if arguments.fix {
        let wishes = fix::Wishes {
            safety: if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe },
            is_trial: arguments.diff,
        };
        let ended = fix::run(&files, &arguments.paths, &wishes, &sieve, &arguments.readings, console)?;
        // Standard input is read only once, and what a trial would leave is known without files.
        if let Some(exit) = ended {
            return Ok(Round::ended(exit));
        }
    }
    let mut readings = arguments.readings.readings();
    let checked = Checked::new(&files, &arguments.paths, &sieve, &mut readings);
    let problems = readings.problems();
    if !problems.is_empty() {
        console.complain(&problems, &checked.sources)?;
        return Ok(Round::ended(Exit::BadInput));
    }
    let exit = match (&arguments.write_baseline, &arguments.write_tests) {
        (Some(file), _) => baseline::write(file, &checked, console)?,
        (None, Some(file)) => write_tests::write(file, &checked, console)?,
        (None, None) => report(&checked, &settings, arguments.statistics, console)?,
    };
    Ok(Round { exit, read: checked.read() })
}

/// What came of the check of all files.
pub(super) struct Checked {
    pub(super) sources: SourceMap,
    /// The policies: files that others use are parts of those, unless they were named themselves.
    pub(super) files: Vec<CheckedFile>,
    /// The texts of all files that were named, or found in a folder.
    own: BTreeSet<SourceId>,
    /// What is to be reported, the most serious of each file first.
    pub(super) reported: Diagnostics,
}

impl Checked {
    fn new(found: &[PathBuf], named: &[PathBuf], sieve: &Sieve<'_>, readings: &mut Readings<'_>) -> Self {
        let mut sources = SourceMap::default();
        let files: Vec<CheckedFile> =
            found.iter().map(|path| input::check_file_read_as(path, &mut sources, readings)).collect();
        let own = files.iter().filter_map(|file| file.source).collect();
        let mut files: Vec<CheckedFile> =
            input::roots(files, named).into_iter().map(CheckedFile::with_findings).collect();
        let mut reported: Diagnostics =
            files.iter_mut().flat_map(|file| std::mem::take(&mut file.diagnostics)).collect();
        // What is wrong with a file that several policies use is said once.
        reported.sort();
        let answers: BTreeSet<Span> = files.iter().flat_map(|file| &file.allowed).map(|allowed| allowed.by).collect();
        let is_needed =
            |one: &Diagnostic| one.code == Code::UnusedAllow && one.span.is_some_and(|span| answers.contains(&span));
        let reported: Diagnostics = reported.into_iter().filter(|one| !is_needed(one)).collect();
        let mut known = sieve.baseline.map(|baseline| baseline.entries.known());
        let policies: Vec<_> = files.iter().filter_map(|file| file.policy.as_ref()).collect();
        let mut reported = sieve.sift(reported, &policies, &sources, known.as_mut());
        reported.extend(known.and_then(|known| stale(&known, sieve, &sources, &files)));
        reported.sort_by_severity();
        Self { sources, files, own, reported }
    }

    /// The files that were read, as they are called.
    fn read(&self) -> Vec<PathBuf> {
        self.sources.iter().map(|source| PathBuf::from(source.name())).collect()
    }
}

/// The hint about findings of the baseline that no longer occur. Where a policy has errors, it is not known what does.
fn stale(known: &Known<'_>, sieve: &Sieve<'_>, sources: &SourceMap, files: &[CheckedFile]) -> Option<Diagnostic> {
    let baseline = sieve.baseline?;
    if files.iter().any(|file| file.policy.is_none()) {
        return None;
    }
    let checked: Vec<String> = sources.iter().map(|source| baseline.name_of(source.name())).collect();
    let hint = known.stale(&baseline.shown, |file| checked.iter().any(|one| one == file) || !baseline.exists(file))?;
    sieve.settings.wants(hint.code, None).then_some(hint)
}

fn report(checked: &Checked, settings: &Settings<'_>, statistics: bool, console: &Console) -> io::Result<Exit> {
    let Checked { sources, files, reported, .. } = checked;
    let is_human = settings.format == FormatChoice::Human;
    if statistics {
        console.print(&statistics::text(reported, settings.format, console))?;
    } else {
        console.print(&console.rendered(reported, sources, settings.format.into()))?;
        if is_human {
            print_fixable(checked, console)?;
        }
    }
    let ensured = files.iter().fold(Ensured::default(), |all, file| all.and(file.ensured));
    if is_human && ensured.total() > 0 {
        let args = [
            ("total", ensured.total().into()),
            ("proved", ensured.proved.into()),
            ("refuted", ensured.refuted.into()),
            ("open", ensured.not_decided.into()),
        ];
        console.print_error(&format!("{}\n", console.text("ensured", &args)))?;
    }
    Ok(if files.iter().all(CheckedFile::is_readable) { settings.exit(reported) } else { Exit::BadInput })
}

/// Says how many of the diagnostics can be mended in the files that were named or found.
fn print_fixable(checked: &Checked, console: &Console) -> io::Result<()> {
    let is_own = |one: &Replacement| checked.own.contains(&one.span.source);
    let count = |safety: Safety| {
        let fixes = checked.reported.iter().filter_map(|found| found.fix.as_ref());
        fixes.filter(|fix| fix.safety == safety && fix.replacements.iter().all(is_own)).count()
    };
    let (certain, likely) = (count(Safety::Safe), count(Safety::Unsafe));
    if certain + likely == 0 {
        return Ok(());
    }
    let args = [("certain", certain.into()), ("likely", likely.into())];
    console.print_error(&format!("{}\n", console.text("fixable", &args)))
}
