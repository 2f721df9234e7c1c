//! Decision diagrams over variables with finitely many values: reduced, ordered, shared.
//!
//! A diagram maps every assignment of the variables to a leaf (a small number). Equal diagrams have equal references,
//! so a question about all completions of a case is a question about one node. See Bryant, "Graph-Based Algorithms for
//! Boolean Function Manipulation" (1986), and Miller's multiple-valued variant (1993).

use std::collections::HashMap;

/// A node of a [`Diagrams`] store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Node(u32);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Content {
    Leaf(u32),
    Branch { level: u32, children: Box<[Node]> },
}

/// The store grew beyond its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// A store of diagrams over one order of variables.
pub(super) struct Diagrams {
    /// How many values the variable of each level has.
    domains: Vec<usize>,
    nodes: Vec<Content>,
    shared: HashMap<Content, Node>,
    limit: usize,
}

impl Diagrams {
    pub(super) fn new(domains: Vec<usize>, limit: usize) -> Self {
        Self { domains, nodes: Vec::new(), shared: HashMap::new(), limit }
    }

    /// Adds a variable behind all others.
    pub(super) fn add_variable(&mut self, values: usize) -> u32 {
        self.domains.push(values);
        u32::try_from(self.domains.len() - 1).unwrap_or(u32::MAX)
    }

    /// Whether nothing more fits into the store.
    pub(super) fn is_full(&self) -> bool {
        self.nodes.len() >= self.limit
    }

    /// How many values the variable at `level` has.
    pub(super) fn domain(&self, level: u32) -> usize {
        self.domains.get(level as usize).copied().unwrap_or(0)
    }

    fn intern(&mut self, content: Content) -> Result<Node, TooLarge> {
        if let Some(node) = self.shared.get(&content) {
            return Ok(*node);
        }
        if self.nodes.len() >= self.limit {
            return Err(TooLarge);
        }
        let node = Node(u32::try_from(self.nodes.len()).map_err(|_| TooLarge)?);
        self.nodes.push(content.clone());
        self.shared.insert(content, node);
        Ok(node)
    }

    /// The diagram that is `leaf` everywhere.
    pub(super) fn leaf(&mut self, leaf: u32) -> Result<Node, TooLarge> {
        self.intern(Content::Leaf(leaf))
    }

    /// The diagram that tests the variable at `level` and goes on with one child for each of its values.
    pub(super) fn branch(&mut self, level: u32, children: Vec<Node>) -> Result<Node, TooLarge> {
        match children.first() {
            Some(first) if children.iter().all(|child| child == first) => Ok(*first),
            _ => self.intern(Content::Branch { level, children: children.into_boxed_slice() }),
        }
    }

    /// The leaf that a node is, if it is one.
    pub(super) fn as_leaf(&self, node: Node) -> Option<u32> {
        match self.nodes.get(node.0 as usize) {
            Some(Content::Leaf(leaf)) => Some(*leaf),
            Some(Content::Branch { .. }) | None => None,
        }
    }

    /// The level that a node tests; `None` for a leaf.
    pub(super) fn level(&self, node: Node) -> Option<u32> {
        match self.nodes.get(node.0 as usize) {
            Some(Content::Branch { level, .. }) => Some(*level),
            Some(Content::Leaf(_)) | None => None,
        }
    }

    /// What a node becomes when the variable at `level` has its value number `value`; only for nodes that test no
    /// earlier variable.
    pub(super) fn child(&self, node: Node, level: u32, value: usize) -> Node {
        match self.nodes.get(node.0 as usize) {
            Some(Content::Branch { level: own, children }) if *own == level => {
                children.get(value).copied().unwrap_or(node)
            }
            _ => node,
        }
    }

    /// What a node goes on with, for each value of the variable that it tests; nothing for a leaf.
    pub(super) fn children(&self, node: Node) -> &[Node] {
        match self.nodes.get(node.0 as usize) {
            Some(Content::Branch { children, .. }) => children,
            Some(Content::Leaf(_)) | None => &[],
        }
    }

    /// Combines two diagrams leaf by leaf.
    pub(super) fn apply(&mut self, left: Node, right: Node, merge: &mut Merge<'_>) -> Result<Node, TooLarge> {
        let mut known = HashMap::new();
        self.apply_known(left, right, merge, &mut known)
    }

    fn apply_known(
        &mut self,
        left: Node,
        right: Node,
        merge: &mut Merge<'_>,
        known: &mut HashMap<(Node, Node), Node>,
    ) -> Result<Node, TooLarge> {
        if let Some(node) = known.get(&(left, right)) {
            return Ok(*node);
        }
        let level = match (self.level(left), self.level(right)) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let node = match level {
            None => {
                let (a, b) = (self.as_leaf(left).unwrap_or(0), self.as_leaf(right).unwrap_or(0));
                let leaf = merge(a, b);
                self.leaf(leaf)?
            }
            Some(level) => {
                let mut children = Vec::with_capacity(self.domain(level));
                for value in 0..self.domain(level) {
                    let (a, b) = (self.child(left, level, value), self.child(right, level, value));
                    children.push(self.apply_known(a, b, merge, known)?);
                }
                self.branch(level, children)?
            }
        };
        known.insert((left, right), node);
        Ok(node)
    }

    /// The diagram in which the variable at `level` has its value number `value`.
    pub(super) fn restrict(&mut self, node: Node, level: u32, value: usize) -> Result<Node, TooLarge> {
        self.restrict_known(node, level, value, &mut HashMap::new())
    }

    fn restrict_known(
        &mut self,
        node: Node,
        level: u32,
        value: usize,
        known: &mut HashMap<Node, Node>,
    ) -> Result<Node, TooLarge> {
        if let Some(found) = known.get(&node) {
            return Ok(*found);
        }
        let restricted = match self.nodes.get(node.0 as usize) {
            Some(Content::Branch { level: own, children }) if *own < level => {
                let (own, children) = (*own, children.to_vec());
                let mut restricted = Vec::with_capacity(children.len());
                for child in children {
                    restricted.push(self.restrict_known(child, level, value, known)?);
                }
                self.branch(own, restricted)?
            }
            _ => self.child(node, level, value),
        };
        known.insert(node, restricted);
        Ok(restricted)
    }

    /// Changes the leaves of a diagram.
    pub(super) fn map(&mut self, node: Node, change: &mut dyn FnMut(u32) -> u32) -> Result<Node, TooLarge> {
        let unit = self.leaf(0)?;
        self.apply(node, unit, &mut |leaf, _| change(leaf))
    }

    /// Every leaf that some assignment leads to, for every node below `root`.
    pub(super) fn reach(&self, root: Node, known: &mut HashMap<Node, LeafSet>) -> LeafSet {
        if let Some(found) = known.get(&root) {
            return found.clone();
        }
        let found = match self.nodes.get(root.0 as usize) {
            Some(Content::Leaf(leaf)) => LeafSet::single(*leaf),
            Some(Content::Branch { children, .. }) => {
                let mut all = LeafSet::default();
                for child in children {
                    all.add_all(&self.reach(*child, known));
                }
                all
            }
            None => LeafSet::default(),
        };
        known.insert(root, found.clone());
        found
    }

    /// Forgets the variables from `first` on: each leaf becomes the name that `name` gives to the set of leaves that were
    /// reached.
    pub(super) fn project(
        &mut self,
        root: Node,
        first: u32,
        name: &mut dyn FnMut(LeafSet) -> u32,
    ) -> Result<Node, TooLarge> {
        self.project_known(root, first, name, &mut HashMap::new(), &mut HashMap::new())
    }

    fn project_known(
        &mut self,
        root: Node,
        first: u32,
        name: &mut dyn FnMut(LeafSet) -> u32,
        reached: &mut HashMap<Node, LeafSet>,
        known: &mut HashMap<Node, Node>,
    ) -> Result<Node, TooLarge> {
        if let Some(node) = known.get(&root) {
            return Ok(*node);
        }
        let projected = match self.nodes.get(root.0 as usize) {
            Some(Content::Branch { level, children }) if *level < first => {
                let (level, children) = (*level, children.to_vec());
                let mut projected = Vec::with_capacity(children.len());
                for child in children {
                    projected.push(self.project_known(child, first, name, reached, known)?);
                }
                self.branch(level, projected)?
            }
            _ => {
                let leaves = self.reach(root, reached);
                self.leaf(name(leaves))?
            }
        };
        known.insert(root, projected);
        Ok(projected)
    }

    /// The levels that a diagram depends on, in order.
    pub(super) fn support(&self, root: Node) -> Vec<u32> {
        let mut seen = std::collections::HashSet::new();
        let mut levels = std::collections::BTreeSet::new();
        let mut rest = vec![root];
        while let Some(node) = rest.pop() {
            if let Some(Content::Branch { level, children }) = self.nodes.get(node.0 as usize)
                && seen.insert(node)
            {
                levels.insert(*level);
                rest.extend(children.iter().copied());
            }
        }
        levels.into_iter().collect()
    }
}

/// What two leaves become.
pub(super) type Merge<'m> = dyn FnMut(u32, u32) -> u32 + 'm;

/// A set of leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct LeafSet(Vec<u64>);

impl LeafSet {
    fn single(leaf: u32) -> Self {
        let mut set = Self::default();
        set.insert(leaf);
        set
    }

    pub(super) fn insert(&mut self, leaf: u32) {
        let word = leaf as usize / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << (leaf % 64);
        }
    }

    pub(super) fn add_all(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (bits, more) in self.0.iter_mut().zip(&other.0) {
            *bits |= more;
        }
    }

    pub(super) fn contains(&self, leaf: u32) -> bool {
        self.0.get(leaf as usize / 64).is_some_and(|bits| bits & (1 << (leaf % 64)) != 0)
    }

    /// The same set without one leaf, in a form in which equal sets are equal.
    pub(super) fn without(&self, leaf: u32) -> Self {
        let mut set = self.clone();
        if let Some(bits) = set.0.get_mut(leaf as usize / 64) {
            *bits &= !(1 << (leaf % 64));
        }
        while set.0.last() == Some(&0) {
            set.0.pop();
        }
        set
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    /// The leaves, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..).zip(0..self.0.len() * 64).map(|(leaf, _)| leaf).filter(|leaf| self.contains(*leaf))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_functions_are_one_node() {
        let mut store = Diagrams::new(vec![2, 3], 1_000);
        let (no, yes) = (store.leaf(0).unwrap(), store.leaf(1).unwrap());
        let a = store.branch(0, vec![no, yes]).unwrap();
        let b = store.branch(1, vec![no, yes, yes]).unwrap();
        let and = store.apply(a, b, &mut |a, b| a & b).unwrap();
        let and_again = store.apply(b, a, &mut |b, a| b & a).unwrap();
        assert_eq!(and, and_again);
        assert_eq!(store.support(and), [0, 1]);
        let or = store.apply(a, b, &mut |a, b| a | b).unwrap();
        let absorbed = store.apply(or, a, &mut |x, y| x & y).unwrap();
        assert_eq!(absorbed, a);
    }

    #[test]
    fn variables_that_are_forgotten_leave_what_they_can_reach() {
        let mut store = Diagrams::new(vec![2, 2], 1_000);
        let (no, yes) = (store.leaf(0).unwrap(), store.leaf(1).unwrap());
        let open = store.branch(1, vec![no, yes]).unwrap();
        let root = store.branch(0, vec![no, open]).unwrap();
        let mut sets = Vec::new();
        let projected = store.project(root, 1, &mut |leaves| {
            sets.push(leaves.iter().collect::<Vec<_>>());
            u32::try_from(sets.len()).unwrap()
        });
        assert_eq!(store.support(projected.unwrap()), [0]);
        assert_eq!(sets, [vec![0], vec![0, 1]]);
    }

    #[test]
    fn a_variable_with_a_known_value_is_gone() {
        let mut store = Diagrams::new(vec![2, 2, 2], 1_000);
        let (no, yes) = (store.leaf(0).unwrap(), store.leaf(1).unwrap());
        let last = store.branch(2, vec![yes, no]).unwrap();
        let middle = store.branch(1, vec![last, yes]).unwrap();
        let root = store.branch(0, vec![no, middle]).unwrap();
        let restricted = store.restrict(root, 1, 0).unwrap();
        assert_eq!(Ok(restricted), store.branch(0, vec![no, last]));
    }

    #[test]
    fn a_store_beyond_its_limit_says_so() {
        let mut store = Diagrams::new(vec![2], 2);
        store.leaf(0).unwrap();
        store.leaf(1).unwrap();
        assert_eq!(store.leaf(2), Err(TooLarge));
    }
}
