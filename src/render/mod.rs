//! Pictures and the handbook of a checked policy.
//!
//! This room decides nothing: it shows what the policy says, what the interpreter and the findings say of it, in the
//! words of its labels. A [`Graph`] is data; [`picture`] prints one as SVG, for Graphviz, or for Mermaid.
//!
//! ```
//! use policyc::render::{Focus, PictureFormat, PictureKind, picture};
//! use policyc::{Catalogue, Language, check_text};
//!
//! let checked = check_text(
//!     "demo.policy",
//!     "scale measure { notice < removal }
//!      fact late: bool en \"after the deadline\"
//!      outcome sanction: measure
//!      article 1 { if late then sanction = notice }",
//! );
//! let policy = checked.policy.expect("the policy has no errors");
//! let words = Catalogue::new(Language::English);
//! let text = picture(&policy, PictureKind::Decisions, &Focus::default(), PictureFormat::Mermaid, &words)?;
//! assert!(text.contains("n0(\"after the deadline\")"));
//! # Ok::<(), policyc::render::TooLarge>(())
//! ```

mod conditions;
mod document;
mod dot;
mod focus;
mod graph;
mod handbook;
mod ladder;
mod mermaid;
mod sets;
mod statements;
mod svg;
mod words;

pub use focus::{Detail, Focus};
pub use graph::{Edge, EdgeKind, Flow, Graph, Group, GroupIndex, Node, NodeIndex, NodeKind};
pub use handbook::{HandbookFormat, handbook};
pub use ladder::{Ladder, Row, RowKind};
pub use svg::TooLarge;

use crate::diagnostic::Catalogue;
use crate::policy::{Clause, Policy};
use svg::Surroundings;
use words::Words;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureKind {
    /// From facts over clauses to outcomes and to those who decide and enforce them.
    Decisions,
    /// Each rule's range on the ladder of sanctions.
    Ladder,
    /// The steps of the procedure, with actors, deadlines and escalation.
    Procedure,
    /// Who answers for what.
    Liability,
}

/// How a picture is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureFormat {
    /// Scalable vector graphics, laid out.
    Svg,
    /// The language of Graphviz.
    Dot,
    /// A flowchart of Mermaid.
    Mermaid,
}

/// A picture of a policy as data.
#[must_use]
pub fn graph(policy: &Policy, kind: PictureKind, focus: &Focus, catalogue: &Catalogue) -> Graph {
    let words = Words::new(policy, catalogue);
    match kind {
        PictureKind::Decisions => graph::decisions(words, focus),
        PictureKind::Ladder => ladder::as_graph(words, &ladder::ladders(words, focus)),
        PictureKind::Procedure => graph::procedure(words, focus),
        PictureKind::Liability => graph::liability(words, focus),
    }
}

/// The ladders of the outcomes in focus, as data.
#[must_use]
pub fn ladders(policy: &Policy, focus: &Focus, catalogue: &Catalogue) -> Vec<Ladder> {
    ladder::ladders(Words::new(policy, catalogue), focus)
}

/// A picture of a policy, printed.
///
/// # Errors
/// The graph has too many nodes or edges to be laid out as SVG. Other formats have no such limit.
pub fn picture(
    policy: &Policy,
    kind: PictureKind,
    focus: &Focus,
    format: PictureFormat,
    catalogue: &Catalogue,
) -> Result<String, TooLarge> {
    let words = Words::new(policy, catalogue);
    match (format, kind) {
        (PictureFormat::Svg, PictureKind::Ladder) => {
            Ok(svg::chart(words, &ladder::ladders(words, focus), Surroundings::File))
        }
        (PictureFormat::Svg, kind) => svg::network(words, &graph(policy, kind, focus, catalogue), Surroundings::File),
        (PictureFormat::Dot, kind) => Ok(dot::dot(&graph(policy, kind, focus, catalogue), words)),
        (PictureFormat::Mermaid, kind) => Ok(mermaid::mermaid(&graph(policy, kind, focus, catalogue), words)),
    }
}

/// The name by which a clause is linked to in a page: `clause-8-1`, the same whatever its label.
fn anchor(clause: &Clause) -> String {
    let numbers = clause.path.as_ref().map(|path| path.numbers().iter().map(u32::to_string).collect::<Vec<_>>());
    match numbers {
        Some(numbers) => format!("clause-{}", numbers.join("-")),
        None => format!("clause-{}", clause.citation.replace(' ', "-")),
    }
}

/// What is written at an edge: its meaning where its line does not tell it, and its own label.
fn edge_label(edge: &Edge, words: Words<'_>) -> String {
    let meaning = match edge.kind {
        EdgeKind::Reads
        | EdgeKind::Gives
        | EdgeKind::FallsOn
        | EdgeKind::BorneBy
        | EdgeKind::Follows
        | EdgeKind::Next
        | EdgeKind::Deadline
        | EdgeKind::PassesTo
        | EdgeKind::Adjusts => None,
        EdgeKind::Exempts
        | EdgeKind::Overrides
        | EdgeKind::Decides
        | EdgeKind::Approves
        | EdgeKind::Enforces
        | EdgeKind::AnswersTo
        | EdgeKind::UsuallyFollows
        | EdgeKind::Before => Some(words.word(&format!("edge-{}", edge.kind.key()))),
    };
    match (meaning, &edge.label) {
        (Some(meaning), Some(label)) => words.say("picture-edge", &[("meaning", &meaning), ("what", label)]),
        (Some(meaning), None) => meaning,
        (None, Some(label)) => label.clone(),
        (None, None) => String::new(),
    }
}
