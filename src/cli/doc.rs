//! `policyc doc`.

use super::case::Readings;
use super::console::Console;
use super::output::{self, Target};
use super::{Exit, input};
use crate::lint::findings;
use crate::render::{HandbookFormat, handbook};
use crate::source::SourceMap;
use crate::testing::run_tests;
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc doc`.
#[derive(Debug, Args)]
pub(super) struct DocArguments {
    /// The policy
    pub(super) policy: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatChoice::Html)]
    format: FormatChoice,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatChoice {
    /// One page with pictures that needs nothing else
    Html,
    /// Markdown with Mermaid flowcharts
    Md,
}

pub(super) fn run(arguments: &DocArguments, console: &Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut Readings::default(), console)? else {
        return Ok(Exit::BadInput);
    };
    let format = match arguments.format {
        FormatChoice::Html => HandbookFormat::Html,
        FormatChoice::Md => HandbookFormat::Markdown,
    };
    let text = handbook(&policy, &findings(&policy), &run_tests(&policy, ""), format, &console.catalogue);
    output::write(&arguments.target, &text, console)
}
