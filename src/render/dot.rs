//! Graphs in the DOT language of Graphviz.

use super::graph::{EdgeKind, Flow, Graph, Line, Node, NodeKind};
use super::words::Words;
use crate::diagnostic::visible;

/// A graph in the DOT language.
pub(super) fn dot(graph: &Graph, words: Words<'_>) -> String {
    let mut text = String::new();
    text.push_str("digraph policy {\n");
    text.push_str(&format!("  label={};\n", quoted(&graph.title)));
    text.push_str("  labelloc=t;\n");
    text.push_str(match graph.direction {
        Flow::Right => "  rankdir=LR;\n",
        Flow::Down => "  rankdir=TB;\n",
    });
    text.push_str("  fontname=\"sans-serif\";\n");
    text.push_str("  node [fontname=\"sans-serif\", shape=box];\n  edge [fontname=\"sans-serif\"];\n");
    let of_group = |group: Option<usize>| {
        let nodes = graph.nodes.iter().enumerate();
        nodes.filter(move |(_, node)| node.group.map(|found| found.index()) == group)
    };
    for (index, node) in of_group(None) {
        text.push_str(&format!("  {}\n", node_line(index, node)));
    }
    for (index, group) in graph.groups.iter().enumerate() {
        text.push_str(&format!("  subgraph cluster_{index} {{\n    label={};\n", quoted(&group.label)));
        for (index, node) in of_group(Some(index)) {
            text.push_str(&format!("    {}\n", node_line(index, node)));
        }
        text.push_str("  }\n");
    }
    for edge in &graph.edges {
        let label = super::edge_label(edge, words);
        text.push_str(&format!(
            "  n{} -> n{} [{}{}];\n",
            edge.from.index(),
            edge.to.index(),
            line(edge.kind),
            if label.is_empty() { String::new() } else { format!(", label={}", quoted(&label)) }
        ));
    }
    if graph.nodes.is_empty() {
        text.push_str(&format!("  nothing [shape=plaintext, label={}];\n", quoted(&graph.empty)));
    }
    text.push_str("}\n");
    text
}

fn node_line(index: usize, node: &Node) -> String {
    let lines: Vec<String> = std::iter::once(&node.label).chain(&node.notes).map(|line| escaped(line)).collect();
    format!("n{index} [label=\"{}\", {}];", lines.join("\\n"), shape(node.kind))
}

fn shape(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Fact => "style=rounded",
        NodeKind::Judgement => "style=\"rounded,dashed\"",
        NodeKind::Clause | NodeKind::Step => "style=solid",
        NodeKind::OptionalStep => "style=dashed",
        NodeKind::Outcome => "shape=ellipse",
        NodeKind::Body => "shape=house",
        NodeKind::Role => "shape=oval, peripheries=2",
        NodeKind::Duty => "shape=note",
        NodeKind::Right => "shape=tab",
        NodeKind::Rung => "shape=plaintext",
    }
}

fn line(kind: EdgeKind) -> &'static str {
    match kind.line() {
        Line::Solid => "style=solid",
        Line::Dashed => "style=dashed",
        Line::Dotted => "style=dotted",
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Inside quotes a backslash begins an escape such as `\N`, a quote ends the string, and Graphviz resolves entities.
fn escaped(text: &str) -> String {
    visible(text).replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
