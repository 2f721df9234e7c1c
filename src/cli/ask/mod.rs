//! `policyc ask`.

mod dialogue;
mod lines;
mod prompts;
mod terminal;

use super::case::{FactsArguments, ReadingArguments, TimeArguments};
use super::console::Console;
use super::show::{show_decision, show_settled};
use super::{Exit, input};
use crate::decide::{Facts, OutcomeDecision, decide, facts_to_json};
use crate::diagnostic::Diagnostics;
use crate::interview::{Interview, converse};
use crate::source::{SourceMap, replace_file, write_new_file};
use clap::Args;
use dialogue::{Dialogue, Leave};
use lines::Lines;
use prompts::Prompts;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use terminal::Terminal;

/// Arguments of `policyc ask`.
#[derive(Debug, Args)]
pub(super) struct AskArguments {
    /// The policy
    pub(super) policy: PathBuf,
    #[command(flatten)]
    facts: FactsArguments,
    /// Keep the facts in this file, after each answer; an interview that was broken off is gone on with
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Speak with another program: a JSON object on each line
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    time: TimeArguments,
    #[command(flatten)]
    readings: ReadingArguments,
}

pub(super) fn run(arguments: &AskArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut readings = arguments.readings.readings();
    if arguments.facts.are_standard_input() {
        return refuse(console, "ask-standard-input");
    }
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut readings, console)? else {
        return Ok(Exit::BadInput);
    };
    let mut problems = Diagnostics::new();
    let begun = arguments.save.as_deref().filter(|path| path.exists());
    let mut facts = arguments.facts.read_or(begun, &policy, &mut sources, &mut problems);
    readings.settle(&mut facts);
    problems.extend(readings.problems());
    arguments.time.time(&mut sources, &mut problems).apply(&mut facts);
    if !problems.is_empty() {
        console.complain(&problems, &sources)?;
        return Ok(Exit::BadInput);
    }
    let interview = match Interview::new(facts) {
        Ok(interview) => interview,
        Err(error) => {
            console.complain(&error.diagnostics(&policy), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let keeper = Keeper { path: arguments.save.as_deref() };
    let ended = if arguments.json {
        by_lines_of_json(interview, &keeper, console)
    } else if io::stdin().is_terminal() && io::stderr().is_terminal() {
        by_dialogue(interview, &mut Terminal::new(console), &keeper, &sources, console)
    } else {
        by_dialogue(interview, &mut Lines::new(io::stdin().lock(), console), &keeper, &sources, console)
    };
    match ended {
        Err(error) => match error.downcast::<NotKept>() {
            Ok(NotKept { file, reason }) => {
                let args = [("file", file.into()), ("reason", reason.into())];
                console.print_error(&format!("{}\n", console.text("cannot-write", &args)))?;
                Ok(Exit::BadInput)
            }
            Err(error) => Err(error),
        },
        ended => ended,
    }
}

fn refuse(console: &Console, id: &str) -> io::Result<Exit> {
    console.print_error(&format!("{}\n", console.text(id, &[])))?;
    Ok(Exit::BadInput)
}

/// How an interview ends: what is not known decides, or nothing does any more.
fn exit(interview: &Interview) -> Exit {
    if interview.is_settled() { Exit::Fine } else { Exit::NotDecided }
}

fn by_lines_of_json(mut interview: Interview, keeper: &Keeper<'_>, console: &Console) -> io::Result<Exit> {
    let mut keep = |interview: &Interview| keeper.keep(interview.facts());
    converse(&mut interview, io::stdin().lock(), io::stdout().lock(), &console.catalogue, &mut keep)?;
    Ok(exit(&interview))
}

/// Asks a person.
fn by_dialogue(
    mut interview: Interview,
    prompts: &mut dyn Prompts,
    keeper: &Keeper<'_>,
    sources: &SourceMap,
    console: &Console,
) -> io::Result<Exit> {
    let mut dialogue = Dialogue { prompts, console, sources };
    dialogue.say(&console.text("ask-keys", &[]))?;
    let mut shown: Vec<OutcomeDecision> = Vec::new();
    loop {
        show_news(&interview, &mut shown, &dialogue)?;
        let Some(question) = interview.question() else { break };
        match dialogue.ask(&interview, &question) {
            Ok(answer) => {
                if let Err(refusal) = interview.answer(answer) {
                    dialogue.complain(interview.policy(), &refusal)?;
                }
            }
            Err(Leave::Back) if interview.back() => {}
            Err(Leave::Back) => dialogue.say(&console.text("ask-first", &[]))?,
            Err(Leave::End) => break,
            Err(Leave::Failed(error)) => return Err(error),
        }
        keeper.keep(interview.facts())?;
    }
    conclude(&interview, keeper, console)?;
    Ok(exit(&interview))
}

/// Shows what has been settled since the last question, and what is open again.
fn show_news(interview: &Interview, shown: &mut Vec<OutcomeDecision>, dialogue: &Dialogue<'_>) -> io::Result<()> {
    let settled: Vec<OutcomeDecision> = interview.settled().cloned().collect();
    let is_same = |a: &OutcomeDecision, b: &OutcomeDecision| a.title() == b.title();
    for outcome in shown.iter().filter(|old| !settled.iter().any(|new| is_same(old, new))) {
        let args = [("outcome", outcome.title().into())];
        dialogue.say(&dialogue.console.text("ask-open-again", &args))?;
    }
    for outcome in settled.iter().filter(|new| !shown.contains(new)) {
        dialogue.say(&show_settled(interview.policy(), outcome, dialogue.console))?;
    }
    *shown = settled;
    Ok(())
}

/// Shows what the facts come to, and hands them out where they are not kept in a file.
fn conclude(interview: &Interview, keeper: &Keeper<'_>, console: &Console) -> io::Result<()> {
    let policy = interview.policy();
    if let Ok(decision) = decide(policy, interview.facts()) {
        let text = show_decision(policy, interview.facts(), &decision, console, true);
        console.print_error(&format!("\n{text}"))?;
    }
    match keeper.path {
        Some(path) => {
            let args = [("file", path.display().to_string().into())];
            console.print_error(&format!("\n{}\n", console.text("ask-kept", &args)))
        }
        None => console.print_raw(&text_of(interview.facts())?),
    }
}

/// Where the facts are kept.
struct Keeper<'a> {
    path: Option<&'a Path>,
}

/// The facts could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("{file} cannot be written: {reason}")]
struct NotKept {
    file: String,
    reason: String,
}

impl Keeper<'_> {
    /// Writes the facts, whole or not at all.
    fn keep(&self, facts: &Facts) -> io::Result<()> {
        let Some(path) = self.path else { return Ok(()) };
        let text = text_of(facts)?;
        let is_there = path.symlink_metadata().is_ok();
        let written = if is_there { replace_file(path, &text) } else { write_new_file(path, &text) };
        written
            .map_err(|error| io::Error::other(NotKept { file: path.display().to_string(), reason: error.to_string() }))
    }
}

fn text_of(facts: &Facts) -> io::Result<String> {
    let text = serde_json::to_string_pretty(&facts_to_json(facts)).map_err(io::Error::other)?;
    Ok(format!("{text}\n"))
}
