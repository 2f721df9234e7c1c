//! Boxes with arrows between them.

use super::canvas::{Anchor, Canvas, Frame};
use super::layout::{Layout, Size, TooLarge, layout};
use super::text::{lines, widest, width};
use super::{MARGIN, SMALL, Surroundings, TEXT, begin, finish};
use crate::render::edge_label;
use crate::render::graph::{Edge, EdgeKind, Graph, Line, Node, NodeKind};
use crate::render::words::Words;

const LINE: f64 = 18.0;
const SMALL_LINE: f64 = 15.0;
/// The widest that a text in a box may be.
const MAX_TEXT: f64 = 190.0;
/// The widest that a text at an edge may be.
const MAX_EDGE_TEXT: f64 = 130.0;
const PADDING: f64 = 10.0;

/// A box with its text, broken into lines.
struct Boxed {
    label: Vec<String>,
    notes: Vec<String>,
    size: Size,
}

/// A graph as a picture.
pub(in crate::render) fn network(
    words: Words<'_>,
    graph: &Graph,
    surroundings: Surroundings,
) -> Result<String, TooLarge> {
    let boxes: Vec<Boxed> = graph.nodes.iter().map(boxed).collect();
    let labels: Vec<Vec<String>> = graph
        .edges
        .iter()
        .map(|edge| match edge_label(edge, words) {
            // The colour of an exemption tells it, and the legend names it.
            label if label.is_empty() || edge.kind == EdgeKind::Exempts => Vec::new(),
            label => lines(&label, SMALL, MAX_EDGE_TEXT),
        })
        .collect();
    let sizes: Vec<Size> = boxes.iter().map(|one| one.size).collect();
    let label_sizes: Vec<Size> = labels.iter().map(|label| label_size(label)).collect();
    let layout = layout(graph, &sizes, &label_sizes)?;

    let (mut canvas, top) = begin(&graph.title, surroundings);
    if graph.nodes.is_empty() {
        canvas.text("small", (MARGIN, top + 12.0), Anchor::Start, &graph.empty);
        canvas.reach(2.0 * MARGIN + width(&graph.empty, SMALL), top + 20.0);
    } else {
        draw(&mut canvas, words, graph, &boxes, &labels, &moved(layout, MARGIN, top), surroundings);
        legend(&mut canvas, words, graph);
    }
    let (right, bottom) = (canvas.width() + MARGIN, canvas.height() + MARGIN);
    canvas.reach(right, bottom);
    Ok(finish(canvas, words, &graph.title, surroundings))
}

fn boxed(node: &Node) -> Boxed {
    let label = lines(&node.label, TEXT, MAX_TEXT);
    let notes: Vec<String> = node.notes.iter().flat_map(|note| lines(note, SMALL, MAX_TEXT)).collect();
    let text = widest(&label, TEXT).max(widest(&notes, SMALL));
    let height = label.len() as f64 * LINE + notes.len() as f64 * SMALL_LINE;
    let size = Size { width: text + 2.0 * PADDING, height: height + 12.0 };
    Boxed { label, notes, size }
}

fn label_size(lines: &[String]) -> Size {
    if lines.is_empty() {
        return Size::default();
    }
    Size { width: widest(lines, SMALL) + 6.0, height: lines.len() as f64 * SMALL_LINE + 2.0 }
}

/// The layout from the margin on; the frames of groups grow upwards, so that their names fit.
fn moved(mut layout: Layout, dx: f64, dy: f64) -> Layout {
    let has_groups = layout.groups.iter().any(Option::is_some);
    let dy = if has_groups { dy + GROUP_HEAD } else { dy };
    let shift = |frame: &mut Frame| {
        frame.x += dx;
        frame.y += dy;
    };
    layout.nodes.iter_mut().for_each(shift);
    for frame in layout.groups.iter_mut().flatten() {
        shift(frame);
        frame.y -= GROUP_HEAD;
        frame.height += GROUP_HEAD + 2.0;
    }
    for route in &mut layout.edges {
        route.points.iter_mut().chain(&mut route.label).for_each(|point| {
            point.0 += dx;
            point.1 += dy;
        });
    }
    layout
}

/// The room for the name of a group.
const GROUP_HEAD: f64 = 14.0;

fn draw(
    canvas: &mut Canvas,
    words: Words<'_>,
    graph: &Graph,
    boxes: &[Boxed],
    labels: &[Vec<String>],
    layout: &Layout,
    surroundings: Surroundings,
) {
    for (group, frame) in graph.groups.iter().zip(&layout.groups) {
        let Some(frame) = *frame else { continue };
        canvas.open("cluster", &group.label);
        canvas.rectangle("group", frame, 6.0);
        let name = lines(&group.label, SMALL, frame.width - 12.0);
        let name = match name.as_slice() {
            [only] => only.clone(),
            [first, ..] => format!("{first}…"),
            [] => String::new(),
        };
        canvas.text("small strong", (frame.x + 8.0, frame.y + 13.0), Anchor::Start, &name);
        canvas.close();
    }
    for (edge, route) in graph.edges.iter().zip(&layout.edges) {
        draw_edge(canvas, words, graph, edge, &route.points);
    }
    for ((node, text), frame) in graph.nodes.iter().zip(boxes).zip(&layout.nodes) {
        draw_node(canvas, words, node, text, *frame, surroundings);
    }
    for (label, route) in labels.iter().zip(&layout.edges) {
        if let Some(at) = route.label {
            draw_edge_label(canvas, label, at);
        }
    }
}

fn draw_edge(canvas: &mut Canvas, words: Words<'_>, graph: &Graph, edge: &Edge, points: &[(f64, f64)]) {
    let name = |index| graph.get(index).map_or("", |node: &Node| node.label.as_str());
    let meaning = words.word(&format!("edge-{}", edge.kind.key()));
    let title = format!("{} → {}: {meaning}", name(edge.from), name(edge.to));
    canvas.open("edge", &title);
    canvas.arrow(&edge_class(edge.kind), points);
    canvas.close();
}

fn edge_class(kind: EdgeKind) -> String {
    match kind.line() {
        Line::Solid => kind.key().to_owned(),
        Line::Dashed => format!("{} dashed", kind.key()),
        Line::Dotted => format!("{} dotted", kind.key()),
    }
}

fn draw_edge_label(canvas: &mut Canvas, label: &[String], at: (f64, f64)) {
    if label.is_empty() {
        return;
    }
    let size = label_size(label);
    let top = at.1 - size.height / 2.0;
    let frame = Frame { x: at.0 - size.width / 2.0, y: top, width: size.width, height: size.height };
    canvas.rectangle("plate", frame, 3.0);
    for (index, line) in label.iter().enumerate() {
        canvas.text("small", (at.0, top + 12.0 + index as f64 * SMALL_LINE), Anchor::Middle, line);
    }
}

fn draw_node(
    canvas: &mut Canvas,
    words: Words<'_>,
    node: &Node,
    text: &Boxed,
    frame: Frame,
    surroundings: Surroundings,
) {
    canvas.open(node.kind.key(), &format!("{}: {}", words.word(&format!("node-{}", node.kind.key())), node.label));
    let anchor = node.clause.filter(|_| surroundings == Surroundings::Page).and_then(|id| words.clause(id));
    let anchor = anchor.map(crate::render::anchor);
    if let Some(anchor) = &anchor {
        canvas.open_link(anchor);
    }
    canvas.rectangle("box", frame, radius(node.kind, frame));
    let middle = frame.x + frame.width / 2.0;
    let mut y = frame.y + 6.0;
    for line in &text.label {
        canvas.text("", (middle, y + 13.0), Anchor::Middle, line);
        y += LINE;
    }
    for line in &text.notes {
        canvas.text("small", (middle, y + 11.0), Anchor::Middle, line);
        y += SMALL_LINE;
    }
    if anchor.is_some() {
        canvas.close_link();
    }
    canvas.close();
}

fn radius(kind: NodeKind, frame: Frame) -> f64 {
    match kind {
        NodeKind::Fact | NodeKind::Judgement => 9.0,
        NodeKind::Outcome | NodeKind::Role => (frame.height / 2.0).min(18.0),
        NodeKind::Clause | NodeKind::Duty | NodeKind::Right | NodeKind::Rung => 2.0,
        NodeKind::Body => 0.0,
        NodeKind::Step | NodeKind::OptionalStep => 5.0,
    }
}

/// What the boxes and lines mean.
fn legend(canvas: &mut Canvas, words: Words<'_>, graph: &Graph) {
    let right = canvas.width().max(420.0);
    let (mut x, mut y) = (MARGIN, canvas.height() + 26.0);
    for kind in graph.node_kinds() {
        let word = words.word(&format!("node-{}", kind.key()));
        let room = 34.0 + width(&word, SMALL) + 14.0;
        if x > MARGIN && x + room > right {
            (x, y) = (MARGIN, y + 20.0);
        }
        let frame = Frame { x, y: y - 10.0, width: 24.0, height: 13.0 };
        canvas.open(kind.key(), "");
        canvas.rectangle("box", frame, radius(kind, frame).min(6.0));
        canvas.close();
        canvas.text("small", (x + 30.0, y), Anchor::Start, &word);
        canvas.reach(x + room, y + 6.0);
        x += room;
    }
    for kind in graph.edge_kinds() {
        let word = words.word(&format!("edge-{}", kind.key()));
        let room = 38.0 + width(&word, SMALL) + 14.0;
        if x > MARGIN && x + room > right {
            (x, y) = (MARGIN, y + 20.0);
        }
        canvas.arrow(&edge_class(kind), &[(x, y - 4.0), (x + 28.0, y - 4.0)]);
        canvas.text("small", (x + 34.0, y), Anchor::Start, &word);
        canvas.reach(x + room, y + 6.0);
        x += room;
    }
}
