//! `policyc schema`.

use super::case::ReadingArguments;
use super::console::Console;
use super::{Exit, input};
use crate::decide::json_schema;
use crate::source::SourceMap;
use clap::Args;
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// The policy
    pub(super) policy: PathBuf,
    #[command(flatten)]
    readings: ReadingArguments,
}

pub(super) fn run(arguments: &SchemaArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut readings = arguments.readings.readings();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut readings, console)? else {
        return Ok(Exit::BadInput);
    };
    let problems = readings.problems();
    if !problems.is_empty() {
        console.complain(&problems, &sources)?;
        return Ok(Exit::BadInput);
    }
    let schema = json_schema(&policy, console.language());
    let text = serde_json::to_string_pretty(&schema).map_err(io::Error::other)?;
    console.print_raw(&format!("{text}\n"))?;
    Ok(Exit::Fine)
}
