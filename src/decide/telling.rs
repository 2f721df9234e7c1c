//! How much each answer tells.
//!
//! Take two completions of a case at random that agree in one fact: how likely do they come to the same verdict? The
//! more likely, the more the answer tells. What the fact tells is by how much this chance is greater than that of two
//! completions that need not agree in anything (the gain of Gini's index, as decision trees are grown by it). Of each
//! variable, all values that some condition tells apart count the same; completions that cannot occur do not count.
//!
//! Nothing but sums, products and quotients are taken, always in the same order, so that every machine comes to the same
//! figures.

use super::asks::Search;
use super::diagram::{Diagrams, LeafSet, Node};
use super::exact::{Asked, Completions, FORBIDDEN};
use crate::source::limits::{
    MAX_DIAGRAM_NODES, MAX_INTERVIEW_NODES, MAX_INTERVIEW_STEPS, MAX_INTERVIEW_VERDICTS, MAX_TELLING_STEPS,
    MAX_VERDICTS,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is wanted of the completions of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The decision, with every fact that is worth asking.
    Everything,
    /// What is settled, and the most telling question: while somebody waits for it.
    NextQuestion,
}

impl Wanted {
    /// How large the diagrams may become.
    pub(super) fn most_nodes(self) -> usize {
        match self {
            Self::Everything => MAX_DIAGRAM_NODES,
            Self::NextQuestion => MAX_INTERVIEW_NODES,
        }
    }
}

/// What is open of a case.
#[derive(Default)]
pub(super) struct Telling {
    /// The diagrams of verdicts of what is open, with the verdicts that are possible.
    pub(super) open: Vec<(Node, LeafSet)>,
    /// What bears on something of which there is no diagram.
    untold: BTreeSet<Asked>,
}

/// What an answer would tell of all that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Told {
    /// How much more likely two completions come to the same verdict; summed over what is open.
    pub(super) gain: f64,
    /// The variable that shows it, if only one does.
    level: Option<u32>,
}

impl Completions<'_> {
    /// How many verdicts of one outcome are told apart.
    pub(super) fn most_verdicts(&self) -> usize {
        if self.telling.is_some() { MAX_INTERVIEW_VERDICTS } else { MAX_VERDICTS }
    }

    /// Takes note of what bears on something of which there is no diagram, where that matters.
    pub(super) fn untold(&mut self, asks: BTreeSet<Asked>) -> BTreeSet<Asked> {
        if let Some(telling) = &mut self.telling {
            telling.untold.extend(&asks);
        }
        asks
    }

    /// What each answer tells that bears on something open.
    pub(super) fn told(&self) -> BTreeMap<Asked, Told> {
        let Some(telling) = &self.telling else { return BTreeMap::new() };
        let mut all: BTreeMap<Asked, Told> =
            telling.untold.iter().map(|asked| (*asked, Told { gain: 0.0, level: None })).collect();
        for (root, _) in &telling.open {
            let levels = gains(&self.store, *root, FORBIDDEN)
                .unwrap_or_else(|| self.store.support(*root).into_iter().map(|level| (level, 0.0)).collect());
            for (level, gain) in levels {
                for asked in self.asked_by(level) {
                    let told = all.entry(asked).or_insert(Told { gain: 0.0, level: Some(level) });
                    told.gain += gain;
                    told.level = told.level.filter(|known| *known == level);
                }
            }
        }
        all
    }

    /// Whether an answer can still change something that is open: what is worth asking, up to a limit.
    pub(super) fn can_change(&mut self, told: Told) -> bool {
        let (Some(level), Some(telling)) = (told.level, &self.telling) else { return true };
        telling.open.iter().any(|(root, possible)| {
            let levels = self.store.support(*root);
            let is_entangled = levels.iter().any(|level| self.entangled.contains(level));
            let mut search = Search::new(&mut self.store, *root, possible.clone(), FORBIDDEN, MAX_INTERVIEW_STEPS);
            levels.contains(&level) && (is_entangled || search.is_asked(level, &levels))
        })
    }
}

/// How likely each leaf is below a node.
type Chances = Vec<f64>;

/// What each variable of a diagram tells; `None` where telling would take too long.
pub(super) fn gains(store: &Diagrams, root: Node, forbidden: u32) -> Option<BTreeMap<u32, f64>> {
    let nodes = in_order(store, root);
    let leaves = store.reach(root, &mut HashMap::new()).iter().max()? as usize + 1;
    if nodes.len().saturating_mul(leaves) > MAX_TELLING_STEPS {
        return None;
    }
    let chances = chances(store, &nodes, leaves);
    let weights = weights(store, &nodes, root);
    let total = chances.get(&root)?;
    let mut by_level: BTreeMap<u32, Vec<Node>> = BTreeMap::new();
    for node in &nodes {
        if let Some(level) = store.level(*node) {
            by_level.entry(level).or_default().push(*node);
        }
    }
    let forbidden = forbidden as usize;
    let before = sameness(total, forbidden)?;
    let gain = |(level, nodes): (u32, Vec<Node>)| {
        let mut past = total.clone();
        for node in &nodes {
            add(&mut past, chances.get(node)?, -weights.get(node).copied()?);
        }
        let (mut same, mut counted) = (0.0, 0.0);
        for value in 0..store.domain(level) {
            let mut with = past.clone();
            for node in &nodes {
                add(&mut with, chances.get(&store.child(*node, level, value))?, *weights.get(node)?);
            }
            let share = allowed(&with, forbidden);
            counted += share;
            same += sameness(&with, forbidden).unwrap_or(0.0) * share;
        }
        Some((level, if counted > 0.0 { same / counted - before } else { 0.0 }))
    };
    by_level.into_iter().map(gain).collect()
}

/// Every node below a root, each before those below it.
fn in_order(store: &Diagrams, root: Node) -> Vec<Node> {
    let mut seen = std::collections::HashSet::from([root]);
    let mut nodes = vec![root];
    let mut rest = vec![root];
    while let Some(node) = rest.pop() {
        for child in store.children(node) {
            if seen.insert(*child) {
                nodes.push(*child);
                rest.push(*child);
            }
        }
    }
    nodes.sort_by_key(|node| (store.level(*node).unwrap_or(u32::MAX), *node));
    nodes
}

fn chances(store: &Diagrams, nodes: &[Node], leaves: usize) -> HashMap<Node, Chances> {
    let mut found: HashMap<Node, Chances> = HashMap::with_capacity(nodes.len());
    for node in nodes.iter().rev() {
        let mut own = vec![0.0; leaves];
        match store.as_leaf(*node) {
            Some(leaf) => {
                if let Some(chance) = own.get_mut(leaf as usize) {
                    *chance = 1.0;
                }
            }
            None => {
                let children = store.children(*node);
                for child in children {
                    if let Some(chances) = found.get(child) {
                        add(&mut own, chances, 1.0 / count(children.len()));
                    }
                }
            }
        }
        found.insert(*node, own);
    }
    found
}

/// How likely each node is passed on the way from the root.
fn weights(store: &Diagrams, nodes: &[Node], root: Node) -> HashMap<Node, f64> {
    let mut found: HashMap<Node, f64> = HashMap::from([(root, 1.0)]);
    for node in nodes {
        let Some(weight) = found.get(node).copied() else { continue };
        let children = store.children(*node);
        for child in children {
            *found.entry(*child).or_insert(0.0) += weight / count(children.len());
        }
    }
    found
}

fn add(sum: &mut Chances, more: &Chances, weight: f64) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more * weight;
    }
}

/// How likely a completion can occur.
fn allowed(chances: &Chances, forbidden: usize) -> f64 {
    chances.iter().enumerate().filter(|(leaf, _)| *leaf != forbidden).map(|(_, chance)| chance.max(0.0)).sum()
}

/// How likely two completions that can occur come to the same verdict; `None` where none can occur.
fn sameness(chances: &Chances, forbidden: usize) -> Option<f64> {
    let whole = allowed(chances, forbidden);
    let squares = chances.iter().enumerate().filter(|(leaf, _)| *leaf != forbidden).map(|(_, chance)| chance * chance);
    (whole > 0.0).then(|| squares.sum::<f64>() / (whole * whole))
}

/// A count of values, which are few.
fn count(values: usize) -> f64 {
    u32::try_from(values).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Leaf 0 is forbidden.
    const FORBIDDEN: u32 = 0;

    fn rounded(gains: &BTreeMap<u32, f64>) -> Vec<(u32, i64)> {
        #[expect(clippy::cast_possible_truncation, reason = "thousandths of a chance")]
        gains.iter().map(|(level, gain)| (*level, (gain * 1_000.0).round() as i64)).collect()
    }

    #[test]
    fn a_fact_that_settles_more_tells_more() {
        // Verdict 1 unless `a`; under `a`, `b` tells between 1 and 2.
        let mut store = Diagrams::new(vec![2, 2], 100);
        let (one, two) = (store.leaf(1).unwrap(), store.leaf(2).unwrap());
        let b = store.branch(1, vec![one, two]).unwrap();
        let root = store.branch(0, vec![one, b]).unwrap();
        // Verdict 1 in 3 of 4 cases: 10/16 agree. Given a: (1 + 1/2) / 2; the same for b.
        assert_eq!(rounded(&gains(&store, root, FORBIDDEN).unwrap()), [(0, 125), (1, 125)]);
    }

    #[test]
    fn what_cannot_occur_does_not_count() {
        // `a` and `b` are always the same, and the verdict is `b`: either answer settles all.
        let mut store = Diagrams::new(vec![2, 2], 100);
        let (never, one, two) = (store.leaf(0).unwrap(), store.leaf(1).unwrap(), store.leaf(2).unwrap());
        let (left, right) = (store.branch(1, vec![one, never]).unwrap(), store.branch(1, vec![never, two]).unwrap());
        let root = store.branch(0, vec![left, right]).unwrap();
        assert_eq!(rounded(&gains(&store, root, FORBIDDEN).unwrap()), [(0, 500), (1, 500)]);
    }

    #[test]
    fn every_variable_is_measured_as_by_counting() {
        // Leaf (a + 2b + c) mod 3 + 1, with `c` of three values and (1, 1, 2) forbidden.
        let sizes = [2_usize, 2, 3];
        let leaf = |a: usize, b: usize, c: usize| {
            if (a, b, c) == (1, 1, 2) { 0 } else { u32::try_from((a + 2 * b + c * c) % 3).unwrap() + 1 }
        };
        let mut store = Diagrams::new(sizes.to_vec(), 100);
        let mut of_a = Vec::new();
        for a in 0..2 {
            let mut of_b = Vec::new();
            for b in 0..2 {
                let of_c = (0..3).map(|c| store.leaf(leaf(a, b, c)).unwrap()).collect();
                of_b.push(store.branch(2, of_c).unwrap());
            }
            of_a.push(store.branch(1, of_b).unwrap());
        }
        let root = store.branch(0, of_a).unwrap();
        let all: Vec<([usize; 3], u32)> = (0..12)
            .map(|number| [number / 6, number / 3 % 2, number % 3])
            .map(|[a, b, c]| ([a, b, c], leaf(a, b, c)))
            .filter(|(_, leaf)| *leaf != FORBIDDEN)
            .collect();
        let agreeing = |cases: &[u32]| {
            let pairs = cases.iter().flat_map(|one| cases.iter().filter(move |other| *other == one)).count();
            count(pairs) / count(cases.len() * cases.len())
        };
        let verdicts: Vec<u32> = all.iter().map(|(_, leaf)| *leaf).collect();
        let found = gains(&store, root, FORBIDDEN).unwrap();
        for (level, gain) in found {
            let place = level as usize;
            let given: f64 = (0..sizes[place])
                .map(|value| {
                    let cases: Vec<u32> =
                        all.iter().filter(|(case, _)| case[place] == value).map(|(_, leaf)| *leaf).collect();
                    agreeing(&cases) * count(cases.len()) / count(all.len())
                })
                .sum();
            assert!((given - agreeing(&verdicts) - gain).abs() < 1e-12, "variable {level}");
        }
    }
}
