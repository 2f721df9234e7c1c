//! A graph as data: every kind of picture is one, every format prints it.

use crate::policy::ClauseId;

/// Nodes and edges, in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// What the picture is called.
    pub title: String,
    /// Where the edges lead.
    pub direction: Flow,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The edges.
    pub edges: Vec<Edge>,
    /// What some nodes have in common.
    pub groups: Vec<Group>,
    /// What is said where there is nothing to show.
    pub empty: String,
}

/// Where the edges of a graph lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// From left to right.
    #[default]
    Right,
    /// From top to bottom.
    Down,
}

/// The position of a node in its graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeIndex(pub(crate) usize);

impl NodeIndex {
    /// The position.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// The position of a group in its graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupIndex(pub(crate) usize);

impl GroupIndex {
    /// The position.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub kind: NodeKind,
    /// What it is called.
    pub label: String,
    /// What else is said of it, line by line.
    pub notes: Vec<String>,
    /// The group that it belongs to.
    pub group: Option<GroupIndex>,
    /// The clause that it stands for or is said in, to link to.
    pub clause: Option<ClauseId>,
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A fact that can be found out.
    Fact,
    /// A fact that a person judges, or a reading of the source.
    Judgement,
    /// A clause.
    Clause,
    /// An outcome.
    Outcome,
    /// A body.
    Body,
    /// A role.
    Role,
    /// A step that must be taken.
    Step,
    /// A step that may be taken.
    OptionalStep,
    /// A duty or a prohibition.
    Duty,
    /// A right.
    Right,
    /// A value of an outcome.
    Rung,
}

/// An edge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Where it begins.
    pub from: NodeIndex,
    /// Where it leads.
    pub to: NodeIndex,
    /// What it means.
    pub kind: EdgeKind,
    /// What is written at it.
    pub label: Option<String>,
}

/// What an edge means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// The clause reads the fact or the outcome.
    Reads,
    /// The clause says what the outcome is.
    Gives,
    /// The clause takes the outcome away.
    Exempts,
    /// The clause changes the outcome.
    Adjusts,
    /// The clause takes the place of another.
    Overrides,
    /// The body decides the outcome.
    Decides,
    /// The body approves what is decided.
    Approves,
    /// The body carries out what is decided.
    Enforces,
    /// The outcome falls on the role.
    FallsOn,
    /// The duty is borne by the role or the body, or the right is theirs.
    BorneBy,
    /// The body answers to the next.
    AnswersTo,
    /// The step follows.
    Follows,
    /// The step follows in most cases.
    UsuallyFollows,
    /// The deadline of the step runs from here.
    Deadline,
    /// The step passes to the body.
    PassesTo,
    /// The right has to be granted before the step.
    Before,
    /// The next value of a ladder.
    Next,
}

/// What some nodes have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is called.
    pub label: String,
}

impl Graph {
    pub(crate) fn node(&mut self, kind: NodeKind, label: String) -> NodeIndex {
        self.nodes.push(Node { kind, label, notes: Vec::new(), group: None, clause: None });
        NodeIndex(self.nodes.len() - 1)
    }

    /// The node at a position.
    #[must_use]
    pub fn get(&self, index: NodeIndex) -> Option<&Node> {
        self.nodes.get(index.0)
    }

    pub(crate) fn get_mut(&mut self, index: NodeIndex) -> Option<&mut Node> {
        self.nodes.get_mut(index.0)
    }

    pub(crate) fn group(&mut self, label: String) -> GroupIndex {
        self.groups.push(Group { label });
        GroupIndex(self.groups.len() - 1)
    }

    /// Adds an edge, unless it is there. Edges with one meaning between two nodes become one, with both labels.
    pub(crate) fn edge(&mut self, from: NodeIndex, to: NodeIndex, kind: EdgeKind, label: Option<String>) {
        let known = self.edges.iter_mut().find(|edge| (edge.from, edge.to, edge.kind) == (from, to, kind));
        match (known, label) {
            (Some(known), Some(label)) => match &mut known.label {
                Some(before) if before.split(" / ").any(|one| one == label) => {}
                Some(before) => {
                    before.push_str(" / ");
                    before.push_str(&label);
                }
                none => *none = Some(label),
            },
            (Some(_), None) => {}
            (None, label) => self.edges.push(Edge { from, to, kind, label }),
        }
    }

    /// The kinds of its nodes, each once.
    pub(crate) fn node_kinds(&self) -> Vec<NodeKind> {
        let mut kinds: Vec<NodeKind> = self.nodes.iter().map(|node| node.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// The kinds of its edges, each once.
    pub(crate) fn edge_kinds(&self) -> Vec<EdgeKind> {
        let mut kinds: Vec<EdgeKind> = self.edges.iter().map(|edge| edge.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

/// How an edge is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Solid,
    Dashed,
    Dotted,
}

impl EdgeKind {
    pub(crate) fn line(self) -> Line {
        match self {
            Self::Reads | Self::Gives | Self::Decides | Self::FallsOn | Self::BorneBy | Self::Follows | Self::Next => {
                Line::Solid
            }
            Self::Exempts | Self::Adjusts | Self::Approves | Self::AnswersTo | Self::UsuallyFollows | Self::Before => {
                Line::Dashed
            }
            Self::Overrides | Self::Enforces | Self::Deadline | Self::PassesTo => Line::Dotted,
        }
    }

    /// The name that styles and messages know it by.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Reads => "reads",
            Self::Gives => "gives",
            Self::Exempts => "exempts",
            Self::Adjusts => "adjusts",
            Self::Overrides => "overrides",
            Self::Decides => "decides",
            Self::Approves => "approves",
            Self::Enforces => "enforces",
            Self::FallsOn => "falls-on",
            Self::BorneBy => "borne-by",
            Self::AnswersTo => "answers-to",
            Self::Follows => "follows",
            Self::UsuallyFollows => "usually-follows",
            Self::Deadline => "deadline",
            Self::PassesTo => "passes-to",
            Self::Before => "before",
            Self::Next => "next",
        }
    }
}

impl NodeKind {
    /// The name that styles and messages know it by.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Judgement => "judgement",
            Self::Clause => "clause",
            Self::Outcome => "outcome",
            Self::Body => "body",
            Self::Role => "role",
            Self::Step => "step",
            Self::OptionalStep => "optional-step",
            Self::Duty => "duty",
            Self::Right => "right",
            Self::Rung => "rung",
        }
    }
}
