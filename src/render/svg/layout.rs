//! Where the boxes of a graph lie and how its edges run between them. The layout is dagre's.

use super::canvas::Frame;
use crate::render::graph::{Flow, Graph, NodeIndex};
use crate::source::limits::{MAX_PICTURE_EDGES, MAX_PICTURE_NODES};
use dagre::graph::{Graph as Layered, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};

/// A graph that is too large to be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{nodes} nodes and {edges} edges cannot be laid out: at most {MAX_PICTURE_NODES} and {MAX_PICTURE_EDGES} can")]
pub struct TooLarge {
    /// How many nodes it has.
    pub nodes: usize,
    /// How many edges it has.
    pub edges: usize,
}

/// The size of a box or of a label.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Where everything lies.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) nodes: Vec<Frame>,
    pub(super) groups: Vec<Option<Frame>>,
    /// For each edge the points that it runs through, and the middle of its label.
    pub(super) edges: Vec<Route>,
}

/// How an edge runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Route {
    pub(super) points: Vec<(f64, f64)>,
    pub(super) label: Option<(f64, f64)>,
}

/// Lays out a graph whose boxes and labels have these sizes.
pub(super) fn layout(graph: &Graph, boxes: &[Size], labels: &[Size]) -> Result<Layout, TooLarge> {
    let (nodes, edges) = (graph.nodes.len(), graph.edges.len());
    if nodes > MAX_PICTURE_NODES || edges > MAX_PICTURE_EDGES {
        return Err(TooLarge { nodes, edges });
    }
    if nodes == 0 {
        return Ok(Layout::default());
    }
    let mut layered: Layered<NodeLabel, EdgeLabel> =
        Layered::with_options(GraphOptions { directed: true, multigraph: true, compound: true });
    for (index, size) in boxes.iter().enumerate() {
        let label = NodeLabel { width: size.width, height: size.height, ..NodeLabel::default() };
        layered.set_node(node_name(index), Some(label));
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        let Some(group) = node.group else { continue };
        let name = group_name(group.index());
        if !layered.has_node(&name) {
            layered.set_node(name.clone(), Some(NodeLabel::default()));
        }
        layered.set_parent(&node_name(index), Some(&name));
    }
    for (index, edge) in graph.edges.iter().enumerate() {
        let size = labels.get(index).copied().unwrap_or_default();
        let label =
            EdgeLabel { width: size.width, height: size.height, labelpos: LabelPos::Center, ..EdgeLabel::default() };
        let (from, to) = (end_name(edge.from), end_name(edge.to));
        layered.set_edge(from, to, Some(label), Some(&index.to_string()));
    }
    dagre::layout(&mut layered, Some(options(graph)));
    Ok(read(graph, &layered))
}

fn options(graph: &Graph) -> LayoutOptions {
    LayoutOptions {
        rankdir: match graph.direction {
            Flow::Right => RankDir::LR,
            Flow::Down => RankDir::TB,
        },
        // The name of a group stands between it and what lies above.
        nodesep: if graph.groups.is_empty() { 16.0 } else { 24.0 },
        edgesep: 8.0,
        ranksep: match graph.direction {
            Flow::Right => 56.0,
            Flow::Down => 36.0,
        },
        ..LayoutOptions::default()
    }
}

fn read(graph: &Graph, layered: &Layered<NodeLabel, EdgeLabel>) -> Layout {
    let frame = |name: &str| {
        let node = layered.node(name)?;
        let (x, y) = (node.x?, node.y?);
        Some(Frame { x: x - node.width / 2.0, y: y - node.height / 2.0, width: node.width, height: node.height })
    };
    let nothing = Frame { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };
    let route = |index: usize, edge: &crate::render::graph::Edge| {
        let found = layered.edge(&end_name(edge.from), &end_name(edge.to), Some(&index.to_string()));
        found.map_or_else(Route::default, |found| Route {
            points: found.points.iter().map(|point| (point.x, point.y)).collect(),
            label: found.x.zip(found.y),
        })
    };
    Layout {
        nodes: (0..graph.nodes.len()).map(|index| frame(&node_name(index)).unwrap_or(nothing)).collect(),
        groups: (0..graph.groups.len()).map(|index| frame(&group_name(index))).collect(),
        edges: graph.edges.iter().enumerate().map(|(index, edge)| route(index, edge)).collect(),
    }
}

fn node_name(index: usize) -> String {
    format!("n{index}")
}

fn end_name(index: NodeIndex) -> String {
    node_name(index.index())
}

fn group_name(index: usize) -> String {
    format!("g{index}")
}
