//! `policyc explain`.

use super::case::{FactsArguments, ReadingArguments, TimeArguments};
use super::console::{Console, STRONG, styled};
use super::eval::facts;
use super::{Exit, input};
use crate::decide::{DecideError, Facts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Language, nearest};
use crate::explain::{
    ALTERNATIVES_FORMAT, Alternatives, Page, Target, alternatives_page, changes, explain, explanation_page, why_not,
};
use crate::policy::{FactId, OutcomeId, Policy};
use crate::source::SourceMap;
use crate::syntax::KeywordLanguage;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::collections::BTreeSet;
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
    /// Ask why the result is not this one: a value, `none`, `exempt`, `not_addressed`, `conflict` or `out_of_scope`
    #[arg(long, value_name = "RESULT")]
    why_not: Vec<String>,
    /// Find the smallest changes of facts that lead to another result, or to this one
    #[arg(long, value_name = "RESULT", num_args = 0..=1, default_missing_value = "")]
    change: Option<String>,
    /// A fact that is not to change; may be given several times
    #[arg(long, value_name = "FACT")]
    keep: Vec<String>,
    /// Change no judgement
    #[arg(long)]
    keep_judgements: bool,
    /// Most changes that are listed for an outcome
    #[arg(long, value_name = "COUNT", default_value_t = 5)]
    limit: usize,
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
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut readings, console)? else {
        return Ok(Exit::BadInput);
    };
    let unknown = unknown_names(&policy, arguments);
    let facts = facts((&arguments.facts, &arguments.time), &policy, readings, &mut sources);
    let facts = match facts {
        Ok(facts) if unknown.is_empty() => facts,
        found => {
            let problems = found.err().into_iter().flatten().chain(unknown).collect();
            console.complain(&problems, &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    if !arguments.why_not.is_empty() || arguments.change.is_some() {
        return alternatives(arguments, &policy, &facts, &sources, console);
    }
    let mut explanation = match explain(&policy, &facts, keywords(console.language())) {
        Ok(explanation) => explanation,
        Err(error) => {
            console.complain(&error.diagnostics(&policy), &sources)?;
            return Ok(Exit::BadInput);
        }
    };
    if !arguments.outcome.is_empty() {
        explanation.outcomes.retain(|outcome| arguments.outcome.contains(&outcome.result.title()));
        explanation.duties.clear();
    }
    print(arguments.format, || explanation_page(&policy, &explanation, &console.catalogue), &explanation, console)?;
    let limit_reached = explanation.outcomes.iter().any(|outcome| outcome.result.limit_reached);
    Ok(if limit_reached { Exit::NotDecided } else { Exit::Fine })
}

/// Answers why not, and what would change it.
fn alternatives(
    arguments: &ExplainArguments,
    policy: &Policy,
    facts: &Facts,
    sources: &SourceMap,
    console: &Console,
) -> io::Result<Exit> {
    let words = arguments.why_not.iter().chain(arguments.change.iter().filter(|word| !word.is_empty()));
    for word in words {
        if !asked_outcomes(policy, arguments).any(|id| Target::read(policy, id, word).is_some()) {
            console.print_error(&format!(
                "{}\n",
                console.text("explain-unknown-result", &[("word", word.as_str().into())])
            ))?;
            return Ok(Exit::BadInput);
        }
    }
    match answered(arguments, policy, facts, console) {
        Ok(answer) => {
            print(arguments.format, || alternatives_page(policy, &answer, &console.catalogue), &answer, console)?;
            let is_open = answer.why_not.iter().any(|answer| answer.never.is_none())
                || answer.changes.iter().any(|report| report.changes.is_empty() && !report.complete);
            Ok(if is_open { Exit::NotDecided } else { Exit::Fine })
        }
        Err(error) => {
            console.complain(&error.diagnostics(policy), sources)?;
            Ok(Exit::BadInput)
        }
    }
}

fn answered(
    arguments: &ExplainArguments,
    policy: &Policy,
    facts: &Facts,
    console: &Console,
) -> Result<Alternatives, DecideError> {
    let mut answer = Alternatives {
        format: ALTERNATIVES_FORMAT,
        policy: policy.name().to_owned(),
        why_not: Vec::new(),
        changes: Vec::new(),
    };
    let judged = policy.fact_ids().zip(policy.facts()).filter(|(_, fact)| fact.judgement.is_some());
    let judged = judged.map(|(id, _)| id).filter(|_| arguments.keep_judgements);
    let kept: BTreeSet<FactId> = arguments.keep.iter().filter_map(|name| policy.fact(name)).chain(judged).collect();
    for id in asked_outcomes(policy, arguments) {
        for word in &arguments.why_not {
            if let Some(target) = Target::read(policy, id, word) {
                answer.why_not.push(why_not(policy, facts, id, &target, keywords(console.language()))?);
            }
        }
        let Some(word) = &arguments.change else { continue };
        let target = Target::read(policy, id, word).filter(|_| !word.is_empty());
        if word.is_empty() || target.is_some() {
            answer.changes.push(changes(policy, facts, id, target.as_ref(), &kept, arguments.limit)?);
        }
    }
    Ok(answer)
}

/// The outcomes that are asked about: those that are named, else all.
fn asked_outcomes(policy: &Policy, arguments: &ExplainArguments) -> impl Iterator<Item = OutcomeId> {
    let is_asked = |id: &OutcomeId| {
        let name = policy.outcomes().get(id.index()).map(|outcome| outcome.name.to_string());
        arguments.outcome.is_empty() || name.is_some_and(|name| arguments.outcome.contains(&name))
    };
    policy.outcome_ids().filter(is_asked).collect::<Vec<_>>().into_iter()
}

fn print(
    format: ExplanationFormat,
    page: impl Fn() -> Page,
    answer: &impl Serialize,
    console: &Console,
) -> io::Result<()> {
    match format {
        ExplanationFormat::Human => {
            let heading = |level: usize, text: &str| if level < 3 { styled(STRONG, text) } else { text.to_owned() };
            console.print(&page().to_text(&heading))
        }
        ExplanationFormat::Markdown => console.print_raw(&page().to_markdown()),
        ExplanationFormat::Json => {
            let text = serde_json::to_string_pretty(answer).map_err(io::Error::other)?;
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

/// Complaints about names of outcomes and facts that the policy does not have.
fn unknown_names(policy: &Policy, arguments: &ExplainArguments) -> Diagnostics {
    let complaint = |kind: &'static str, name: &String, near: Option<&str>| {
        let found = Diagnostic::without_place(Code::UnknownFact).with("kind", kind).with("name", name.as_str());
        match near {
            Some(near) => found.with("suggestion", near).help("suggest"),
            None => found,
        }
    };
    let outcomes = arguments.outcome.iter().filter(|name| policy.outcome(name).is_none()).map(|name| {
        let near = nearest(name, policy.outcomes().iter().map(|outcome| outcome.name.as_str()));
        complaint("outcome", name, near)
    });
    let facts = arguments.keep.iter().filter(|name| policy.fact(name).is_none()).map(|name| {
        let near = nearest(name, policy.facts().iter().map(|fact| fact.name.as_str()));
        complaint("case", name, near)
    });
    outcomes.chain(facts).collect()
}
