//! `policyc batch`.

mod files;
mod said;

use super::case::{ReadingArguments, TimeArguments};
use super::console::Console;
use super::{Exit, input};
use crate::batch::{Batch, BatchError, Checkpoint, Encoding, Form, Progress};
use crate::decide::{Facts, Program};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::policy::Policy;
use crate::source::SourceMap;
use clap::{Args, ValueEnum};
use files::{Opened, Target};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How many bytes of cases are judged between two checkpoints.
const BETWEEN_CHECKPOINTS: u64 = 1024 * 1024;

/// How long the progress stands before it is shown anew.
const BETWEEN_SIGHTS: Duration = Duration::from_millis(500);

/// Arguments of `policyc batch`.
#[derive(Debug, Args)]
pub(super) struct BatchArguments {
    /// The policy
    pub(super) policy: PathBuf,
    /// The cases: CSV with a column for each fact, or NDJSON; `-` reads standard input
    cases: PathBuf,
    /// Write the results to this file; `-` is standard output
    #[arg(long = "output", short = 'o', value_name = "FILE")]
    output: PathBuf,
    /// Write the records that were rejected to this file [default: the output with `.rejected.ndjson`]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// The form of the cases [default: by the name of the file]
    #[arg(long, value_enum)]
    from: Option<FormChoice>,
    /// The form of the results [default: by the name of the file]
    #[arg(long, value_enum)]
    to: Option<FormChoice>,
    /// The encoding of the cases, such as `gbk` [default: found out]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// What parts the fields of a table, such as `;` [default: found out]
    #[arg(long, value_name = "SIGN")]
    delimiter: Option<char>,
    /// How many threads decide [default: one for each core]
    #[arg(long, value_name = "COUNT")]
    threads: Option<NonZero<usize>>,
    /// Go on with a batch that was stopped
    #[arg(long)]
    resume: bool,
    #[command(flatten)]
    time: TimeArguments,
    #[command(flatten)]
    readings: ReadingArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormChoice {
    Csv,
    Ndjson,
}

impl From<FormChoice> for Form {
    fn from(choice: FormChoice) -> Self {
        match choice {
            FormChoice::Csv => Self::Csv,
            FormChoice::Ndjson => Self::NdJson,
        }
    }
}

pub(super) fn run(arguments: &BatchArguments, console: &Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut readings = arguments.readings.readings();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut readings, console)? else {
        return Ok(Exit::BadInput);
    };
    let mut problems = readings.problems();
    let mut base = Facts::new(&policy);
    arguments.time.time(&mut sources, &mut problems).apply(&mut base);
    let batch = set_up(arguments, &policy, base.clone(), &mut problems);
    let from = form(arguments.from, &arguments.cases, &mut problems);
    let to = form(arguments.to, &arguments.output, &mut problems);
    let (Some(batch), Some(from), Some(to), true) = (batch, from, to, problems.is_empty()) else {
        console.complain(&problems, &sources)?;
        return Ok(Exit::BadInput);
    };
    let about = about(arguments, &sources, &base, (from, to));
    let target = Target::of(&arguments.output, arguments.rejects.as_deref());
    let opened = match files::open(&arguments.cases, &target, arguments.resume, &about) {
        Ok(opened) => opened,
        Err(complaint) => {
            console.complain(&Diagnostics::from_iter([*complaint]), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let Some(opened) = opened else {
        console.print_error(&format!("{}\n", console.text("batch-complete", &[])))?;
        return Ok(Exit::Fine);
    };
    decide(&batch, (arguments, &policy), (from, to), (opened, &target, about), console)
}

/// Decides the cases, keeps track, and says what came of them.
fn decide(
    batch: &Batch,
    (arguments, policy): (&BatchArguments, &Policy),
    (from, to): (Form, Form),
    (mut opened, target, about): (Opened, &Target, String),
    console: &Console,
) -> io::Result<Exit> {
    let checkpoint = opened.checkpoint.take();
    let shows_progress = io::stderr().is_terminal();
    let (mut kept, mut seen) = (checkpoint.as_ref().map_or(0, |from| from.at), Instant::now());
    let reason = |rejection: &crate::batch::Rejection| said::reason(console, policy, rejection);
    let (files, keeper) = opened.parts(from, to);
    let report = batch.run(files, &reason, checkpoint.as_ref(), &mut |progress: Progress<'_>| {
        if shows_progress && seen.elapsed() >= BETWEEN_SIGHTS {
            seen = Instant::now();
            let args = [("count", said::number(progress.summary.read).into())];
            console.print_error(&format!("\r{}", console.text("batch-progress", &args)))?;
        }
        if progress.at.saturating_sub(kept) < BETWEEN_CHECKPOINTS {
            return Ok(());
        }
        kept = progress.at;
        let sizes = (progress.results, progress.rejects);
        keeper.keep(&Checkpoint::new(about.clone(), progress.at, sizes, progress.summary.clone()))
    });
    if shows_progress {
        console.print_error("\r\x1b[K")?;
    }
    let report = match report {
        Ok(report) => report,
        // Whoever reads the results has gone away.
        Err(BatchError::Results(error)) if target.is_stream() && error.kind() == io::ErrorKind::BrokenPipe => {
            return Err(error);
        }
        Err(error) => {
            opened.abandon(target);
            let problem = said::stopped(&error, &arguments.cases, target);
            console.complain(&Diagnostics::from_iter([problem]), &SourceMap::default())?;
            return Ok(Exit::BadInput);
        }
    };
    let has_rejects = report.summary.rejected > 0;
    if let Err(error) = opened.finish(target, has_rejects) {
        let problem = said::stopped(&BatchError::Results(error), &arguments.cases, target);
        console.complain(&Diagnostics::from_iter([problem]), &SourceMap::default())?;
        return Ok(Exit::BadInput);
    }
    let text = said::summary(console, &report, has_rejects.then(|| target.rejects()).flatten());
    if target.is_stream() {
        console.print_error(&text)?;
    } else {
        console.print(&text)?;
    }
    Ok(if !report.summary.adds_up() {
        Exit::Internal
    } else if has_rejects {
        Exit::Findings
    } else if report.summary.limit_reached > 0 {
        Exit::NotDecided
    } else {
        Exit::Fine
    })
}

fn set_up(arguments: &BatchArguments, policy: &Policy, base: Facts, problems: &mut Diagnostics) -> Option<Batch> {
    let mut batch = Batch::new(Program::new(policy), base);
    if let Some(name) = &arguments.encoding {
        match Encoding::named(name) {
            Some(encoding) => batch = batch.encoding(encoding),
            None => problems.push(said::unusable("encoding").with("name", name.as_str())),
        }
    }
    if let Some(sign) = arguments.delimiter {
        match u8::try_from(sign).ok().filter(|sign| sign.is_ascii() && !matches!(sign, b'"' | b'\n' | b'\r')) {
            Some(sign) => batch = batch.delimiter(sign),
            None => problems.push(said::unusable("delimiter").with("name", sign.to_string())),
        }
    }
    if let Some(threads) = arguments.threads {
        batch = batch.threads(threads);
    }
    problems.is_empty().then_some(batch)
}

/// The form of a file: the one that is named, else that of its name.
fn form(choice: Option<FormChoice>, path: &Path, problems: &mut Diagnostics) -> Option<Form> {
    if let Some(choice) = choice {
        return Some(choice.into());
    }
    let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    match extension.as_deref() {
        Some("csv" | "tsv" | "txt") => Some(Form::Csv),
        Some("ndjson" | "jsonl") => Some(Form::NdJson),
        _ => {
            problems.push(
                Diagnostic::without_place(Code::BatchFile).with("reason", "form").with("name", input::shown(path)),
            );
            None
        }
    }
}

/// What a batch is about: whoever goes on with it has to mean the same policy, settings and cases.
fn about(arguments: &BatchArguments, sources: &SourceMap, base: &Facts, forms: (Form, Form)) -> String {
    let mut hasher = DefaultHasher::new();
    for source in sources.iter() {
        source.text().hash(&mut hasher);
    }
    let size = std::fs::metadata(&arguments.cases).map_or(0, |metadata| metadata.len());
    let settings = (&arguments.encoding, &arguments.delimiter, &arguments.readings, &arguments.rejects);
    format!("{settings:?} {forms:?} {:?} {:?} {size}", base.as_of(), base.known()).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
