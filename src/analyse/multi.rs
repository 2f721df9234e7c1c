//! A region as a diagram over variables with several values.
//!
//! The diagrams of `diagrams` test bits. Whatever is counted, described or picked is about values of facts, so the bits
//! of each variable are taken together: a node tests a variable and goes on by ranges of its values.

use biodivine_lib_bdd::{Bdd, BddPointer};
use num_bigint::BigUint;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// The index of a variable of a space.
pub(super) type Variable = usize;

/// A range of values of a variable, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Values {
    pub(super) low: usize,
    pub(super) high: usize,
}

impl Values {
    pub(super) fn len(self) -> usize {
        self.high.saturating_sub(self.low) + 1
    }

    pub(super) fn iter(self) -> Range<usize> {
        self.low..self.high + 1
    }
}

/// Where an edge leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Inside,
    Node(usize),
}

#[derive(Clone, Debug)]
pub(super) struct Edge {
    pub(super) values: Values,
    pub(super) to: Target,
}

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) variable: Variable,
    /// Edges to what is outside are left out.
    pub(super) edges: Vec<Edge>,
}

/// A set of points. Every node comes after those that it leads to.
#[derive(Clone, Debug)]
pub(super) struct Multi {
    pub(super) nodes: Vec<Node>,
    /// `None` where the set is empty.
    pub(super) root: Option<Target>,
}

/// Which bits belong to which variable.
pub(super) trait Coding {
    /// The variable of a bit, and the number of the bit among those of the variable. A value is the number of the first
    /// bit that is not set.
    fn place(&self, bit: usize) -> (Variable, usize);
    /// How many values a variable has.
    fn size(&self, variable: Variable) -> usize;
}

impl Multi {
    /// Takes together the bits of a diagram, which looks at no bit of a variable behind one that is not set.
    pub(super) fn new(diagram: &Bdd, coding: &impl Coding) -> Self {
        let mut multi = Self { nodes: Vec::new(), root: None };
        let mut known: FxHashMap<BddPointer, Target> = FxHashMap::default();
        let root = diagram.root_pointer();
        if root.is_zero() {
            return multi;
        }
        let mut rest = vec![root];
        while let Some(at) = rest.last().copied() {
            if at.is_terminal() || known.contains_key(&at) {
                rest.pop();
                continue;
            }
            let (variable, edges) = edges(diagram, coding, at);
            let open: Vec<BddPointer> =
                edges.iter().map(|(_, to)| *to).filter(|to| !to.is_terminal() && !known.contains_key(to)).collect();
            if !open.is_empty() {
                rest.extend(open);
                continue;
            }
            let target = |to: &BddPointer| if to.is_one() { Some(Target::Inside) } else { known.get(to).copied() };
            let edges = edges.iter().filter_map(|(values, to)| Some(Edge { values: *values, to: target(to)? }));
            multi.nodes.push(Node { variable, edges: edges.collect() });
            known.insert(at, Target::Node(multi.nodes.len() - 1));
            rest.pop();
        }
        multi.root = if root.is_one() { Some(Target::Inside) } else { known.get(&root).copied() };
        multi
    }

    /// The number of points, counted over some variables, which are in the order of the diagram.
    pub(super) fn count(&self, over: &[Variable], coding: &impl Coding) -> BigUint {
        // How many points the variables from some place on have.
        let mut behind = vec![BigUint::from(1_u8)];
        for variable in over.iter().rev() {
            let last = behind.last().cloned().unwrap_or_default();
            behind.push(last * coding.size(*variable));
        }
        behind.reverse();
        let places: FxHashMap<Variable, usize> = over.iter().enumerate().map(|(place, one)| (*one, place)).collect();
        let place = |node: &Node| places.get(&node.variable).copied().unwrap_or(over.len());
        let free = |from: usize, to: usize| -> BigUint {
            over.get(from..to).into_iter().flatten().map(|one| BigUint::from(coding.size(*one))).product()
        };
        let mut counts: Vec<BigUint> = Vec::with_capacity(self.nodes.len());
        let reached = |target: Target, from: usize, counts: &[BigUint]| match target {
            Target::Inside => behind.get(from).cloned().unwrap_or_else(|| 1_u8.into()),
            Target::Node(index) => match (self.nodes.get(index), counts.get(index)) {
                (Some(node), Some(count)) => free(from, place(node)) * count,
                _ => BigUint::default(),
            },
        };
        for node in &self.nodes {
            let next = place(node) + 1;
            let counted = node.edges.iter().map(|edge| reached(edge.to, next, &counts) * edge.values.len());
            let count = counted.sum();
            counts.push(count);
        }
        self.root.map_or_else(BigUint::default, |root| reached(root, 0, &counts))
    }

    /// The point that costs least, as one value for each variable that the diagram tests on the way; the first one where
    /// several cost the same. Values of variables that are not tested cost nothing.
    pub(super) fn cheapest(&self, cost: &dyn Fn(Variable, usize) -> u64) -> Option<Vec<(Variable, usize)>> {
        let root = self.root?;
        let mut best: Vec<Option<(u64, usize, Target)>> = Vec::with_capacity(self.nodes.len());
        let total = |target: Target, best: &[Option<(u64, usize, Target)>]| match target {
            Target::Inside => Some(0),
            Target::Node(index) => best.get(index).copied().flatten().map(|(cost, _, _)| cost),
        };
        for node in &self.nodes {
            let mut found: Option<(u64, usize, Target)> = None;
            for edge in &node.edges {
                let Some(behind) = total(edge.to, &best) else { continue };
                for value in edge.values.iter() {
                    let own = behind.saturating_add(cost(node.variable, value));
                    if found.is_none_or(|(known, chosen, _)| (own, value) < (known, chosen)) {
                        found = Some((own, value, edge.to));
                    }
                }
            }
            best.push(found);
        }
        let mut point = Vec::new();
        let mut at = root;
        while let Target::Node(index) = at {
            let ((_, value, next), node) = (best.get(index).copied().flatten()?, self.nodes.get(index)?);
            point.push((node.variable, value));
            at = next;
        }
        Some(point)
    }

    /// Whether the set has a point among those that are allowed.
    pub(super) fn meets(&self, allowed: &dyn Fn(Variable, Values) -> bool) -> bool {
        let mut seen: FxHashSet<usize> = FxHashSet::default();
        let mut rest: Vec<Target> = self.root.into_iter().collect();
        while let Some(target) = rest.pop() {
            let Target::Node(index) = target else { return true };
            let Some(node) = self.nodes.get(index).filter(|_| seen.insert(index)) else { continue };
            let open = node.edges.iter().filter(|edge| allowed(node.variable, edge.values));
            rest.extend(open.map(|edge| edge.to));
        }
        false
    }

    /// The variables that the diagram tests.
    pub(super) fn variables(&self) -> Vec<Variable> {
        let mut variables: Vec<Variable> = self.nodes.iter().map(|node| node.variable).collect();
        variables.sort_unstable();
        variables.dedup();
        variables
    }
}

/// The ways on from a node that tests the first bit of a variable that the diagram looks at there.
pub(super) fn edges(diagram: &Bdd, coding: &impl Coding, at: BddPointer) -> (Variable, Vec<(Values, BddPointer)>) {
    let (variable, _) = coding.place(diagram.var_of(at).to_index());
    let top = coding.size(variable).saturating_sub(1);
    let mut found: Vec<(Values, BddPointer)> = Vec::new();
    let (mut low, mut at) = (0, at);
    loop {
        let own = (!at.is_terminal()).then(|| coding.place(diagram.var_of(at).to_index()));
        let Some((_, number)) = own.filter(|(own, _)| *own == variable) else {
            found.push((Values { low, high: top }, at));
            break;
        };
        found.push((Values { low, high: number }, diagram.low_link_of(at)));
        (low, at) = (number + 1, diagram.high_link_of(at));
    }
    // Neighbours that lead to the same place are one edge.
    let mut merged: Vec<(Values, BddPointer)> = Vec::with_capacity(found.len());
    for (values, to) in found.into_iter().filter(|(_, to)| !to.is_zero()) {
        match merged.last_mut() {
            Some((last, same)) if *same == to && last.high + 1 == values.low => last.high = values.high,
            Some(_) | None => merged.push((values, to)),
        }
    }
    (variable, merged)
}
