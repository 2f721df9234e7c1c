//! Which facts are worth asking.
//!
//! A fact is asked if it occurs in some smallest set of further answers that changes what is still possible: answers
//! without which the possible verdicts stay as they are. Equivalently, there are answers to other facts that change
//! nothing, and with one answer to this fact more, some verdict drops out. The search looks for such answers.

use super::diagram::{Diagrams, LeafSet, Node};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The search over one diagram of verdicts.
pub(super) struct Search<'d> {
    store: &'d mut Diagrams,
    root: Node,
    /// What is possible before any further answer.
    possible: LeafSet,
    /// The leaf of completions that cannot occur.
    forbidden: u32,
    reach: HashMap<Node, LeafSet>,
    steps: usize,
    /// Most steps for one fact.
    most: usize,
}

/// Where a search stands: nodes with and without the answer to the fact in question.
#[derive(Clone, PartialEq, Eq, Hash)]
struct State {
    level: u32,
    without: BTreeSet<Node>,
    with: BTreeSet<Node>,
}

impl<'d> Search<'d> {
    pub(super) fn new(store: &'d mut Diagrams, root: Node, possible: LeafSet, forbidden: u32, most: usize) -> Self {
        Self { store, root, possible, forbidden, reach: HashMap::new(), steps: 0, most }
    }

    /// The levels of the facts that are asked. A fact that the diagram does not depend on never is.
    pub(super) fn asked_levels(&mut self) -> Vec<u32> {
        let levels = self.store.support(self.root);
        levels.iter().copied().filter(|level| self.is_asked(*level, &levels)).collect()
    }

    /// Whether the fact at one of the levels that the diagram depends on is asked.
    pub(super) fn is_asked(&mut self, asked: u32, levels: &[u32]) -> bool {
        // Past the written limit the fact is asked: it can change the verdict, if perhaps in no smallest set.
        self.steps = 0;
        let values = self.store.domain(asked);
        (0..values).any(|value| {
            let start = State { level: 0, without: BTreeSet::from([self.root]), with: BTreeSet::from([self.root]) };
            self.finds(asked, value, levels, start)
        })
    }

    fn finds(&mut self, asked: u32, value: usize, levels: &[u32], start: State) -> bool {
        let mut seen: HashSet<State> = HashSet::new();
        let mut open = vec![(0_usize, start)];
        while let Some((index, state)) = open.pop() {
            self.steps += 1;
            if self.steps > self.most {
                return true;
            }
            // The answers so far, without the one in question, must not change what is possible.
            if self.reached(&state.without) != self.possible {
                continue;
            }
            let Some(level) = levels.get(index).copied() else {
                continue;
            };
            let step = |store: &Diagrams, nodes: &BTreeSet<Node>, value: Option<usize>| -> BTreeSet<Node> {
                let values = value.map_or(0..store.domain(level), |value| value..value + 1);
                nodes.iter().flat_map(|node| values.clone().map(|value| store.child(*node, level, value))).collect()
            };
            let mut next: Vec<State> = Vec::new();
            if level == asked {
                next.push(State {
                    level,
                    without: step(self.store, &state.without, None),
                    with: step(self.store, &state.with, Some(value)),
                });
            } else {
                for answer in (0..self.store.domain(level)).map(Some).chain([None]) {
                    next.push(State {
                        level,
                        without: step(self.store, &state.without, answer),
                        with: step(self.store, &state.with, answer),
                    });
                }
            }
            for state in next {
                let with = self.reached(&state.with);
                if with.is_empty() || !seen.insert(state.clone()) {
                    continue;
                }
                // All later facts may stay unanswered: the answers so far are enough.
                if level >= asked && with != self.possible && self.reached(&state.without) == self.possible {
                    return true;
                }
                open.push((index + 1, state));
            }
        }
        false
    }

    /// The verdicts that can still be reached from some node.
    fn reached(&mut self, nodes: &BTreeSet<Node>) -> LeafSet {
        let mut all = LeafSet::default();
        for node in nodes {
            all.add_all(&self.store.reach(*node, &mut self.reach));
        }
        all.without(self.forbidden)
    }
}
