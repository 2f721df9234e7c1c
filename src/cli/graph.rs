//! `policyc graph`.

use super::case::Readings;
use super::console::Console;
use super::output::{self, Target};
use super::{Exit, input};
use crate::policy::{OutcomeId, Policy};
use crate::render::{Detail, Focus, PictureFormat, PictureKind, TooLarge, picture};
use crate::source::SourceMap;
use crate::source::limits::{MAX_PICTURE_EDGES, MAX_PICTURE_NODES};
use clap::{Args, ValueEnum};
use std::io;
use std::path::PathBuf;

/// Arguments of `policyc graph`.
#[derive(Debug, Args)]
pub(super) struct GraphArguments {
    /// The policy
    pub(super) policy: PathBuf,
    /// What to show
    #[arg(long, value_enum, default_value_t = KindChoice::Decisions)]
    kind: KindChoice,
    /// How to print
    #[arg(long, value_enum, default_value_t = FormatChoice::Svg)]
    format: FormatChoice,
    /// Show only what these articles say
    #[arg(long, value_name = "NUMBER", value_delimiter = ',')]
    article: Vec<u32>,
    /// Show only what is said of these outcomes
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    outcome: Vec<String>,
    /// Show each clause, or each article as one [default: by the article where there are many clauses]
    #[arg(long, value_enum)]
    by: Option<DetailChoice>,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindChoice {
    /// Facts, clauses, outcomes, and who decides and enforces
    Decisions,
    /// What each clause permits on the ladder of an outcome
    Ladder,
    /// The steps of the procedure
    Procedure,
    /// Who answers for what
    Liability,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatChoice {
    Svg,
    Dot,
    Mermaid,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DetailChoice {
    Clause,
    Article,
}

pub(super) fn run(arguments: &GraphArguments, console: &Console) -> io::Result<Exit> {
    let mut sources = SourceMap::default();
    let Some(policy) = input::policy(&arguments.policy, &mut sources, &mut Readings::default(), console)? else {
        return Ok(Exit::BadInput);
    };
    let focus = match focus(arguments, &policy, console) {
        Ok(focus) => focus,
        Err(complaint) => {
            console.print_error(&format!("{complaint}\n"))?;
            return Ok(Exit::BadInput);
        }
    };
    let kind = match arguments.kind {
        KindChoice::Decisions => PictureKind::Decisions,
        KindChoice::Ladder => PictureKind::Ladder,
        KindChoice::Procedure => PictureKind::Procedure,
        KindChoice::Liability => PictureKind::Liability,
    };
    let format = match arguments.format {
        FormatChoice::Svg => PictureFormat::Svg,
        FormatChoice::Dot => PictureFormat::Dot,
        FormatChoice::Mermaid => PictureFormat::Mermaid,
    };
    match picture(&policy, kind, &focus, format, &console.catalogue) {
        Ok(text) => output::write(&arguments.target, &text, console),
        Err(error) => {
            console.print_error(&too_large(console, error))?;
            Ok(Exit::NotDecided)
        }
    }
}

/// What part is shown; why it cannot be where the policy has no such part.
fn focus(arguments: &GraphArguments, policy: &Policy, console: &Console) -> Result<Focus, String> {
    let mut outcomes: Vec<OutcomeId> = Vec::new();
    for name in &arguments.outcome {
        let Some(id) = policy.outcome(name) else {
            let known: Vec<String> = policy.outcomes().iter().map(|outcome| outcome.name.to_string()).collect();
            let known = known.join(&console.text("list-comma", &[]));
            let args = [("name", name.as_str().into()), ("known", known.into())];
            return Err(console.text("picture-unknown-outcome", &args));
        };
        outcomes.push(id);
    }
    for number in &arguments.article {
        let has_article = |clause: &crate::policy::Clause| {
            clause.path.as_ref().is_some_and(|path| path.numbers().first() == Some(number))
        };
        if !policy.clauses().iter().any(has_article) {
            return Err(console.text("picture-unknown-article", &[("number", number.to_string().into())]));
        }
    }
    let detail = match arguments.by {
        None => Detail::Automatic,
        Some(DetailChoice::Clause) => Detail::Clauses,
        Some(DetailChoice::Article) => Detail::Articles,
    };
    Ok(Focus { articles: arguments.article.clone(), outcomes, detail })
}

fn too_large(console: &Console, error: TooLarge) -> String {
    let args = [
        ("nodes", error.nodes.into()),
        ("edges", error.edges.into()),
        ("max-nodes", MAX_PICTURE_NODES.into()),
        ("max-edges", MAX_PICTURE_EDGES.into()),
    ];
    format!(
        "{}\n{}{}\n",
        console.text("picture-too-large", &args),
        console.text("help", &[]),
        console.text("picture-narrow", &[])
    )
}
