//! Pictures of a policy as data: which facts lead to which outcome, the order of a procedure, who answers for what.

mod decisions;
mod liability;
mod model;
mod places;
mod procedure;

pub(super) use model::Line;
pub use model::{Edge, EdgeKind, Flow, Graph, Group, GroupIndex, Node, NodeIndex, NodeKind};

use super::focus::Focus;
use super::words::Words;

pub(super) fn decisions(words: Words<'_>, focus: &Focus) -> Graph {
    decisions::graph(words, focus)
}

pub(super) fn liability(words: Words<'_>, focus: &Focus) -> Graph {
    liability::graph(words, focus)
}

pub(super) fn procedure(words: Words<'_>, focus: &Focus) -> Graph {
    procedure::graph(words, focus)
}
