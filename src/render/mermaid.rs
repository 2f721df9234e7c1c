//! Graphs as Mermaid flowcharts, which Markdown pages can show.

use super::graph::{Flow, Graph, Line, Node, NodeKind};
use super::words::Words;
use crate::diagnostic::visible;
use std::fmt::Write;

/// A graph as a Mermaid flowchart.
pub(super) fn mermaid(graph: &Graph, words: Words<'_>) -> String {
    let mut text = String::new();
    let flow = match graph.direction {
        Flow::Right => "LR",
        Flow::Down => "TB",
    };
    let _ = writeln!(text, "flowchart {flow}");
    let _ = writeln!(text, "  accTitle: {}", words_of(&graph.title).trim());
    let of_group = |group: Option<usize>| {
        let nodes = graph.nodes.iter().enumerate();
        nodes.filter(move |(_, node)| node.group.map(|found| found.index()) == group)
    };
    for (index, node) in of_group(None) {
        let _ = writeln!(text, "  {}", node_line(index, node));
    }
    for (index, group) in graph.groups.iter().enumerate() {
        let _ = writeln!(text, "  subgraph g{index}[\"{}\"]", escaped(&group.label));
        for (index, node) in of_group(Some(index)) {
            let _ = writeln!(text, "    {}", node_line(index, node));
        }
        text.push_str("  end\n");
    }
    for edge in &graph.edges {
        let arrow = match edge.kind.line() {
            Line::Solid => "-->",
            Line::Dashed | Line::Dotted => "-.->",
        };
        let label = super::edge_label(edge, words);
        let label = if label.is_empty() { String::new() } else { format!("|\"{}\"|", escaped(&label)) };
        let _ = writeln!(text, "  n{} {arrow}{label} n{}", edge.from.index(), edge.to.index());
    }
    if graph.nodes.is_empty() {
        let _ = writeln!(text, "  nothing[\"{}\"]", escaped(&graph.empty));
    }
    text
}

fn node_line(index: usize, node: &Node) -> String {
    let lines: Vec<String> = std::iter::once(&node.label).chain(&node.notes).map(|line| escaped(line)).collect();
    let (open, close) = brackets(node.kind);
    format!("n{index}{open}\"{}\"{close}", lines.join("<br/>"))
}

fn brackets(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Fact | NodeKind::OptionalStep => ("(", ")"),
        NodeKind::Judgement => ("{{", "}}"),
        NodeKind::Clause | NodeKind::Step | NodeKind::Rung => ("[", "]"),
        NodeKind::Outcome => ("([", "])"),
        NodeKind::Body => ("[[", "]]"),
        NodeKind::Role => ("((", "))"),
        NodeKind::Duty | NodeKind::Right => ("[/", "/]"),
    }
}

/// Every sign that Mermaid, Markdown or HTML could read as its own becomes an entity of Mermaid, `#34;`.
///
/// Letters, digits, blanks, the signs of citations and everything beyond ASCII stay. A label that begins like an item of
/// a list would be refused: there the sign after the number, or the dash, becomes an entity too.
fn escaped(text: &str) -> String {
    let shown = visible(text);
    let mut safe = String::with_capacity(shown.len());
    let mut before = None;
    let mut is_number = true;
    for sign in shown.chars() {
        let is_plain = match sign {
            ' ' | '(' | ',' | '?' | '/' | '\'' => true,
            '.' | ')' => !is_number,
            '-' => before.is_some_and(char::is_alphanumeric),
            _ => sign.is_ascii_alphanumeric() || !sign.is_ascii(),
        };
        if is_plain {
            safe.push(sign);
        } else {
            let _ = write!(safe, "#{};", u32::from(sign));
        }
        is_number &= sign.is_ascii_digit() || sign == ' ';
        before = Some(sign);
    }
    safe
}

/// The title as words alone: entities are not resolved in it.
fn words_of(title: &str) -> String {
    visible(title).chars().map(|sign| if sign.is_alphanumeric() || !sign.is_ascii() { sign } else { ' ' }).collect()
}
