//! What an outcome comes to in every case, in one diagram: each leaf is a verdict.
//!
//! Cases that differ in one fact are compared by walking the diagram twice at once, which is as far as the two walks
//! differ; nothing has to be worked out verdict by verdict.

use super::formula::{Bit, Setting};
use crate::source::limits::MAX_REGION_NODES;
use biodivine_lib_bdd::{Bdd, BddNode, BddPointer, BddVariable};
use rustc_hash::FxHashMap;

/// Where a walk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum At {
    /// At the verdict with this number; `None` where there is no verdict.
    Leaf(Option<u32>),
    Node(usize),
}

struct Node {
    bit: Bit,
    low: At,
    high: At,
}

/// The verdicts of an outcome, by their numbers, over all cases.
pub(super) struct Graded {
    nodes: Vec<Node>,
    root: At,
    /// Whether every case has a verdict.
    is_total: bool,
}

/// How the verdicts before and after a change of one fact are compared.
pub(super) struct Comparison<'c> {
    pub(super) before: &'c Setting,
    pub(super) after: &'c Setting,
    /// Whether a pair of verdicts is looked for; never two verdicts that are the same. `None` is that a case has none.
    pub(super) is_wanted: &'c dyn Fn(Option<u32>, Option<u32>) -> bool,
}

impl Graded {
    /// The diagram of some regions of which no two have a case in common; `None` where it would be too large.
    pub(super) fn new(regions: &[&Bdd]) -> Option<Self> {
        let start: Vec<(u32, BddPointer)> =
            (0..).zip(regions).map(|(number, region)| (number, region.root_pointer())).collect();
        let start: Vec<_> = start.into_iter().filter(|(_, at)| !at.is_zero()).collect();
        let mut graded = Self { nodes: Vec::new(), root: At::Leaf(None), is_total: true };
        let mut unique: FxHashMap<(Bit, At, At), At> = FxHashMap::default();
        let mut known: FxHashMap<Vec<(u32, BddPointer)>, At> = FxHashMap::default();
        let mut rest = vec![start.clone()];
        while let Some(state) = rest.last() {
            if known.contains_key(state) {
                rest.pop();
                continue;
            }
            let decided = state.iter().find(|(_, at)| at.is_one()).map(|(number, _)| *number);
            if decided.is_some() || state.is_empty() {
                graded.is_total &= decided.is_some();
                let state = rest.pop()?;
                known.insert(state, At::Leaf(decided));
                continue;
            }
            let variable = |(number, at): &(u32, BddPointer)| Some(regions.get(*number as usize)?.var_of(*at));
            let first = state.iter().filter_map(variable).min()?;
            let children = [false, true].map(|side| next(regions, state, first, side));
            let found = children.each_ref().map(|child| known.get(child).copied());
            let [Some(low), Some(high)] = found else {
                let [low, high] = children;
                rest.extend(found[1].is_none().then_some(high));
                rest.extend(found[0].is_none().then_some(low));
                continue;
            };
            let bit = Bit::try_from(first.to_index()).ok()?;
            let made = if low == high {
                low
            } else {
                *unique.entry((bit, low, high)).or_insert_with(|| {
                    graded.nodes.push(Node { bit, low, high });
                    At::Node(graded.nodes.len() - 1)
                })
            };
            if known.len() > MAX_REGION_NODES {
                return None;
            }
            let state = rest.pop()?;
            known.insert(state, made);
        }
        graded.root = known.get(&start).copied()?;
        Some(graded)
    }

    /// The number of nodes.
    pub(super) fn size(&self) -> usize {
        self.nodes.len()
    }

    /// The cases, apart from what the change sets, in which the verdicts before and after it are a wanted pair; `None`
    /// where the diagram would be too large. With the number of steps.
    pub(super) fn compared(&self, comparison: &Comparison<'_>, bits: Bit) -> Option<(Bdd, usize)> {
        let deepest = comparison.before.keys().chain(comparison.after.keys()).max().copied();
        let walk = |at: At, setting: &Setting| self.settled(at, setting);
        let start = (walk(self.root, comparison.before), walk(self.root, comparison.after));
        let mut nodes = vec![BddNode::mk_zero(bits), BddNode::mk_one(bits)];
        let mut unique: FxHashMap<(Bit, BddPointer, BddPointer), BddPointer> = FxHashMap::default();
        let mut known: FxHashMap<(At, At), BddPointer> = FxHashMap::default();
        let mut rest = vec![start];
        while let Some(pair) = rest.last().copied() {
            if known.contains_key(&pair) {
                rest.pop();
                continue;
            }
            if let Some(value) = self.same_or_wanted(pair, deepest, comparison) {
                known.insert(pair, BddPointer::from_bool(value));
                rest.pop();
                continue;
            }
            let bit = self.bit(pair.0).into_iter().chain(self.bit(pair.1)).min()?;
            let children = [false, true].map(|side| {
                let go = |at, setting| self.settled(self.child(at, bit, side), setting);
                (go(pair.0, comparison.before), go(pair.1, comparison.after))
            });
            let [Some(low), Some(high)] = children.map(|child| known.get(&child).copied()) else {
                rest.extend(children.iter().rev().filter(|child| !known.contains_key(child)));
                continue;
            };
            let made = if low == high {
                low
            } else {
                *unique.entry((bit, low, high)).or_insert_with(|| {
                    nodes.push(BddNode::mk_node(BddVariable::from_index(bit.into()), low, high));
                    BddPointer::from_index(nodes.len() - 1)
                })
            };
            if nodes.len() > MAX_REGION_NODES || known.len() > 8 * MAX_REGION_NODES {
                return None;
            }
            known.insert(pair, made);
            rest.pop();
        }
        let root = known.get(&start)?;
        let whole = match root.as_bool() {
            Some(true) => nodes.get(..2)?,
            Some(false) => nodes.get(..1)?,
            // Every node stands behind those that it leads to.
            None => nodes.get(..=root.to_index())?,
        };
        Some((Bdd::from_nodes(whole).ok()?, known.len()))
    }

    /// What a pair of places comes to, where that is known without looking further.
    fn same_or_wanted(&self, pair: (At, At), deepest: Option<Bit>, comparison: &Comparison<'_>) -> Option<bool> {
        match pair {
            (At::Leaf(before), At::Leaf(after)) => Some((comparison.is_wanted)(before, after)),
            (before, after) => {
                // Behind all that the change sets, both walks go the same way.
                let is_behind = self.bit(before) > deepest;
                let is_never_wanted = self.is_total || !(comparison.is_wanted)(None, None);
                (before == after && is_behind && is_never_wanted).then_some(false)
            }
        }
    }

    fn bit(&self, at: At) -> Option<Bit> {
        match at {
            At::Leaf(_) => None,
            At::Node(index) => self.nodes.get(index).map(|node| node.bit),
        }
    }

    fn child(&self, at: At, bit: Bit, side: bool) -> At {
        match at {
            At::Node(index) => match self.nodes.get(index) {
                Some(node) if node.bit == bit => {
                    if side {
                        node.high
                    } else {
                        node.low
                    }
                }
                Some(_) | None => at,
            },
            At::Leaf(_) => at,
        }
    }

    /// Where a walk comes to that passes all bits which are set.
    fn settled(&self, at: At, setting: &Setting) -> At {
        let mut at = at;
        while let Some((bit, side)) = self.bit(at).and_then(|bit| Some((bit, *setting.get(&bit)?))) {
            at = self.child(at, bit, side);
        }
        at
    }
}

/// Where the walks through some regions are behind a bit; those that are outside of their region are left out.
fn next(regions: &[&Bdd], state: &[(u32, BddPointer)], first: BddVariable, side: bool) -> Vec<(u32, BddPointer)> {
    let step = |(number, at): &(u32, BddPointer)| {
        let region = regions.get(*number as usize)?;
        let to = match side {
            _ if region.var_of(*at) != first => *at,
            true => region.high_link_of(*at),
            false => region.low_link_of(*at),
        };
        (!to.is_zero()).then_some((*number, to))
    };
    state.iter().filter_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::diagrams::Diagrams;
    use crate::analyse::formula::Formula;

    #[test]
    fn pairs_of_verdicts_are_found_as_case_by_case() {
        // The verdict is the number of set bits among the first three, where bit 3 is set; there is none where not.
        let bits = [0, 1, 2].map(Formula::bit);
        let counted = |count: usize| {
            let ways = (0..8_usize).filter(|way| way.count_ones() as usize == count);
            let way = |way: usize| {
                let set = |(place, bit): (usize, &Formula)| if way >> place & 1 == 1 { bit.clone() } else { bit.not() };
                Formula::all(bits.iter().enumerate().map(set))
            };
            Formula::any(ways.map(way)).and(&Formula::bit(3))
        };
        let diagrams = Diagrams::new(4);
        let formulas: Vec<Formula> = (0..4).map(counted).collect();
        let regions: Vec<&Bdd> = formulas.iter().map(|formula| diagrams.of(formula).unwrap()).collect();
        let graded = Graded::new(&regions).unwrap();
        let (before, after) = (Setting::from([(1, false)]), Setting::from([(1, true), (0, false)]));
        let is_wanted = |old: Option<u32>, new: Option<u32>| old.is_some() && new.is_some() && new < old;
        let comparison = Comparison { before: &before, after: &after, is_wanted: &is_wanted };
        let (found, _) = graded.compared(&comparison, 4).unwrap();
        for point in 0..16_u16 {
            let at = |bit: Bit| point >> bit & 1 == 1;
            let count = |set: &Setting| -> u32 {
                (0..3).map(|bit| u32::from(set.get(&bit).copied().unwrap_or_else(|| at(bit)))).sum()
            };
            let expected = at(3) && count(&after) < count(&before);
            let valuation = biodivine_lib_bdd::BddValuation::new((0..4).map(at).collect());
            assert_eq!(found.eval_in(&valuation), expected, "{point:04b}");
        }
    }
}
