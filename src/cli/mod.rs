//! The command line, a thin layer on the library: one file for each command.
//!
//! Exit codes: 0 nothing to report, 1 findings, a failed test or a file to format, 2 wrong use or input that cannot be
//! read, 3 a written limit was reached, or what is not known decides the answer, 70 an internal error.

mod ask;
mod baseline;
mod batch;
mod case;
mod check;
mod compile;
mod config;
mod console;
mod coverage;
mod diff;
mod doc;
mod effects;
mod eval;
mod explain;
mod fix;
mod fmt;
mod generate;
mod graph;
mod input;
mod lsp;
mod mutate;
mod new;
mod new_tests;
mod output;
mod paths;
mod procedure;
mod rule;
mod schema;
mod settings;
mod shell;
mod show;
mod statistics;
mod test;
mod watch;
mod write_tests;

use crate::diagnostic::Language;
use clap::{Parser, Subcommand, ValueEnum};
use config::Config;
use console::Console;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// Accountability rules as code: check, format, evaluate and test `.policy` files.
#[derive(Debug, Parser)]
#[command(name = "policyc", version, about, max_term_width = 100)]
struct Arguments {
    /// Language of messages and labels [default: the locale]
    #[arg(long, global = true, value_enum)]
    lang: Option<LanguageChoice>,
    /// When to colour the output; `NO_COLOR` is respected
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
    /// Do not read `policyc.toml`
    #[arg(long, global = true)]
    no_config: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Report errors and findings in policies
    Check(check::CheckArguments),
    /// Format policies
    Fmt(fmt::FmtArguments),
    /// Tell which cases two policies decide otherwise
    Diff(diff::DiffArguments),
    /// Decide a case
    Eval(eval::EvalArguments),
    /// Decide a file of cases
    Batch(batch::BatchArguments),
    /// Write a policy for another engine: the decision as a query of a database
    Compile(compile::CompileArguments),
    /// Explain why a case is decided as it is
    Explain(explain::ExplainArguments),
    /// Ask for the facts of a case, until it is decided
    Ask(ask::AskArguments),
    /// Run the `test` blocks of policies
    Test(test::TestArguments),
    /// Measure the log of a case by a procedure
    Procedure(procedure::ProcedureArguments),
    /// Tell what earlier decisions bar or bring about on a day
    Effects(effects::EffectsArguments),
    /// Write the handbook of a policy
    Doc(doc::DocArguments),
    /// Draw a policy
    Graph(graph::GraphArguments),
    /// Show the page of a code, or the list of codes
    Rule(rule::RuleArguments),
    /// Print the JSON Schema of a policy's facts
    Schema(schema::SchemaArguments),
    /// Serve an editor by the language server protocol, over standard input and output
    Lsp(lsp::LspArguments),
    /// Begin a project: a policy with tests, a case, settings
    New(new::NewArguments),
    /// Print what a shell needs to complete the arguments
    Completions(shell::CompletionsArguments),
    /// Print the page of the program for `man`
    Man(shell::ManArguments),
}

impl Command {
    /// The policies that it is about: their settings hold.
    fn paths(&self) -> &[PathBuf] {
        match self {
            Self::Check(arguments) => &arguments.paths,
            Self::Fmt(arguments) => &arguments.paths,
            Self::Diff(arguments) => &arguments.policies,
            Self::Eval(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Batch(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Compile(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Explain(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Ask(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Test(arguments) => &arguments.paths,
            Self::Procedure(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Effects(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Doc(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Graph(arguments) => std::slice::from_ref(&arguments.policy),
            Self::Rule(_) | Self::Lsp(_) | Self::New(_) | Self::Completions(_) | Self::Man(_) => &[],
            Self::Schema(arguments) => std::slice::from_ref(&arguments.policy),
        }
    }
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LanguageChoice {
    En,
    Zh,
}

impl From<LanguageChoice> for Language {
    fn from(choice: LanguageChoice) -> Self {
        match choice {
            LanguageChoice::En => Self::English,
            LanguageChoice::Zh => Self::Chinese,
        }
    }
}

/// The language of the system's locale.
fn system_language() -> Language {
    sys_locale::get_locale().map_or(Language::English, |locale| Language::from_locale(&locale))
}

/// When the output is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Nothing to report.
    Fine,
    /// Findings, a failed test, a file to format.
    Findings,
    /// Wrong use, or input that cannot be read or is invalid.
    BadInput,
    /// A written limit was reached, or what is not known decides: not decided.
    NotDecided,
    /// Something that should not happen.
    Internal,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Findings => 1,
            Exit::BadInput => 2,
            Exit::NotDecided => 3,
            Exit::Internal => 70,
        })
    }
}

/// Runs the command line with the given arguments, the program's name first, and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no mistakes; clap knows which stream each belongs to.
            let code = if error.use_stderr() { Exit::BadInput } else { Exit::Fine };
            let printed = error.print();
            return if printed.is_ok() { code.into() } else { Exit::Internal.into() };
        }
    };
    match run_command(&arguments) {
        Ok(exit) => exit.into(),
        // Whoever reads the output has gone away (`policyc check | head`): there is nobody left to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine.into(),
        Err(_) => Exit::Internal.into(),
    }
}

fn run_command(arguments: &Arguments) -> io::Result<Exit> {
    if let Command::Lsp(own) = &arguments.command {
        return lsp::run(own, arguments.lang.map(Language::from), arguments.no_config);
    }
    let config = if arguments.no_config { Ok(None) } else { Config::around(arguments.command.paths()) };
    let configured = config.as_ref().ok().and_then(|config| config.as_ref()?.lang);
    let language = arguments.lang.or(configured).map_or_else(system_language, Language::from);
    let mut console = Console::new(language, arguments.color);
    let config = match config {
        Ok(config) => config,
        Err(faulty) => {
            console.complain(&faulty.diagnostics, &faulty.sources)?;
            return Ok(Exit::BadInput);
        }
    };
    match &arguments.command {
        Command::Check(own) => check::run(own, config.as_ref(), arguments.no_config, &mut console),
        Command::Fmt(arguments) => fmt::run(arguments, &mut console),
        Command::Diff(arguments) => diff::run(arguments, &mut console),
        Command::Eval(arguments) => eval::run(arguments, &mut console),
        Command::Batch(arguments) => batch::run(arguments, &console),
        Command::Compile(arguments) => compile::run(arguments, &console),
        Command::Explain(arguments) => explain::run(arguments, &mut console),
        Command::Ask(arguments) => ask::run(arguments, &mut console),
        Command::Test(arguments) => test::run(arguments, &mut console),
        Command::Procedure(arguments) => procedure::run(arguments, &mut console),
        Command::Effects(arguments) => effects::run(arguments, &mut console),
        Command::Doc(arguments) => doc::run(arguments, &console),
        Command::Graph(arguments) => graph::run(arguments, &console),
        Command::Rule(arguments) => rule::run(arguments, &mut console),
        Command::Schema(arguments) => schema::run(arguments, &mut console),
        Command::Lsp(own) => lsp::run(own, Some(language), arguments.no_config),
        Command::New(arguments) => new::run(arguments, &console),
        Command::Completions(arguments) => shell::completions(arguments, &console),
        Command::Man(arguments) => shell::man(arguments, &console),
    }
}
