//! `policyc completions` and `policyc man`: what a shell and `man` show of the program.

use super::console::Console;
use super::{Arguments, Exit};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_complete::aot::generate;
use std::io;

/// Arguments of `policyc completions`.
#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    /// The shell that is to complete the arguments of policyc
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn completions(arguments: &CompletionsArguments, console: &Console) -> io::Result<Exit> {
    let mut text = Vec::new();
    generate(arguments.shell, &mut Arguments::command(), "policyc", &mut text);
    console.print_raw(&String::from_utf8_lossy(&text))?;
    Ok(Exit::Fine)
}

/// Arguments of `policyc man`.
#[derive(Debug, Args)]
pub(super) struct ManArguments {
    /// The command whose page is wanted [default: the page of the whole program]
    #[arg(value_name = "COMMAND")]
    name: Option<String>,
}

pub(super) fn man(arguments: &ManArguments, console: &Console) -> io::Result<Exit> {
    let program = Arguments::command();
    let wanted = match &arguments.name {
        None => Some(program),
        Some(name) => program.find_subcommand(name).map(|found| found.clone().display_name(format!("policyc-{name}"))),
    };
    let Some(wanted) = wanted else {
        let name = arguments.name.clone().unwrap_or_default();
        console.print_error(&format!("{}\n", console.text("man-unknown", &[("name", name.into())])))?;
        return Ok(Exit::BadInput);
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(wanted).render(&mut text)?;
    console.print_raw(&String::from_utf8_lossy(&text))?;
    Ok(Exit::Fine)
}
