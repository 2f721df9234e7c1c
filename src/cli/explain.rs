//! `policyc explain`.

use super::case::{FactsArguments, ReadingArguments, TimeArguments};
use super::console::{Console, STRONG, styled};
use super::eval::{facts, undecidable};
use super::{Exit, input};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Language, nearest};
use crate::explain::{Explanation, explain, explanation_page};
use crate::policy::Policy;
use crate::source::SourceMap;
use crate::syntax::KeywordLanguage;
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// The policy
    pub(super) policy: PathBuf,
    #[command(flatten)]
    facts: FactsArguments,
    /// Explain only this outcome; may be given several times
    #[arg(long, value_name = "NAME")]
    outcome: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = ExplanationFormat::Human)]
    format: ExplanationFormat,
    #[command(flatten)]
    time: TimeArguments,
    #[command(flatten)]
    readings: ReadingArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ExplanationFormat {
    Human,
    Markdown,
    Json,
}

pub(super) fn run(arguments: &ExplainArguments, console: &mut Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let mut readings = arguments.readings.readings();
    let checked = input::check_file_read_as(&arguments.policy, &mut sources, &mut readings);
    let Some(policy) = checked.policy else {
        console.complain(&checked.diagnostics, &sources)?;
        return Ok(Exit::BadInput);
    };
    let unknown = unknown_outcomes(&policy, &arguments.outcome);
    let facts = facts((&arguments.facts, &arguments.time), &policy, readings, &mut sources);
    let facts = match facts {
        Ok(facts) if unknown.is_empty() => facts,
        found => {
            let problems = found.err().into_iter().flatten().chain(unknown).collect();
            console.complain(&problems, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    let mut explanation = match explain(&policy, &facts, keywords(console.language())) {
        Ok(explanation) => explanation,
        Err(error) => {
            console.complain(&undecidable(&policy, &error), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    if !arguments.outcome.is_empty() {
        explanation.outcomes.retain(|outcome| arguments.outcome.contains(&outcome.result.title()));
        explanation.duties.clear();
    }
    print(arguments.format, &policy, &explanation, console)?;
    let limit_reached = explanation.outcomes.iter().any(|outcome| outcome.result.limit_reached);
    Ok(if limit_reached { Exit::NotDecided } else { Exit::Fine })
}

fn print(format: ExplanationFormat, policy: &Policy, explanation: &Explanation, console: &Console) -> io::Result<()> {
    let page = || explanation_page(policy, explanation, &console.catalogue);
    match format {
        ExplanationFormat::Human => {
            let heading = |level: usize, text: &str| if level < 3 { styled(STRONG, text) } else { text.to_owned() };
            console.print(&page().to_text(&heading))
        }
        ExplanationFormat::Markdown => console.print_raw(&page().to_markdown()),
        ExplanationFormat::Json => {
            let text = serde_json::to_string_pretty(explanation).map_err(io::Error::other)?;
            console.print_raw(&format!("{text}\n"))
        }
    }
}

/// The keywords of the reader's language.
pub(super) fn keywords(language: Language) -> KeywordLanguage {
    match language {
        Language::English => KeywordLanguage::English,
        Language::Chinese => KeywordLanguage::Chinese,
    }
}

/// Complaints about names that no outcome has.
fn unknown_outcomes(policy: &Policy, names: &[String]) -> Diagnostics {
    let unknown = names.iter().filter(|name| policy.outcome(name).is_none());
    let complaint = |name: &String| {
        let found = Diagnostic::without_place(Code::UnknownFact).with("kind", "outcome").with("name", name.as_str());
        match nearest(name, policy.outcomes().iter().map(|outcome| outcome.name.as_str())) {
            Some(near) => found.with("suggestion", near).help("suggest"),
            None => found,
        }
    };
    unknown.map(complaint).collect()
}
