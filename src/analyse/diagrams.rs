//! Decision diagrams of formulas, within counted limits.
//!
//! The diagrams themselves are those of `biodivine-lib-bdd`. Every operation is counted; where the written limits are
//! reached there is no diagram, and whatever would need it is not decided.

use super::formula::{Bit, Formula, Kind, Mark, Setting};
use super::graded::Graded;
use super::region::Undecided;
use crate::source::limits::{MAX_ANALYSIS_STEPS, MAX_KEPT_NODES, MAX_REGION_NODES};
use biodivine_lib_bdd::{Bdd, BddNode, BddPointer, BddVariable, BddVariableSet, op_function};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, Weak};

/// Two diagrams whose sizes have a larger product are combined only after a dry run that counts the steps.
const LARGE_PRODUCT: usize = 1_000_000;

/// Most steps of a search for what several diagrams have in common.
const MAX_COMMON_STEPS: usize = 4_000;

/// Diagrams below this size are combined with each other before they are combined with larger ones.
const SMALL: usize = 64;

/// A diagram that is kept with its formula. What is kept is counted.
pub(super) struct Kept {
    diagram: Bdd,
    nodes: Arc<AtomicUsize>,
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.nodes.fetch_sub(self.diagram.size(), Ordering::Relaxed);
    }
}

/// Builds the diagrams of one space.
pub(super) struct Diagrams {
    variables: BddVariableSet,
    bits: Vec<BddVariable>,
    /// The steps that are left.
    steps: AtomicUsize,
    /// The nodes that are kept.
    nodes: Arc<AtomicUsize>,
    /// No further step is taken once this is set.
    stop: Option<Arc<AtomicBool>>,
    /// The diagrams that were made, by what their formulas are made of, as far as somebody still needs them.
    made: Mutex<FxHashMap<Mark, Weak<Kept>>>,
    /// Those of an earlier analysis with as many bits.
    earlier: FxHashMap<Mark, Arc<Kept>>,
}

/// An operation on two diagrams.
type Operation = fn(Option<bool>, Option<bool>) -> Option<bool>;

impl Diagrams {
    pub(super) fn new(bits: Bit) -> Self {
        let variables = BddVariableSet::new_anonymous(bits);
        Self {
            bits: variables.variables(),
            variables,
            steps: AtomicUsize::new(MAX_ANALYSIS_STEPS),
            nodes: Arc::default(),
            stop: None,
            made: Mutex::default(),
            earlier: FxHashMap::default(),
        }
    }

    /// Takes no further step once this is set.
    pub(super) fn stop_at(&mut self, stop: Option<Arc<AtomicBool>>) {
        self.stop = stop;
    }

    /// Takes over what an earlier analysis has made. A diagram says which rows of bits a formula holds with, whatever the
    /// bits stand for: what is built alike over as many bits has the same one.
    pub(super) fn take_over(&mut self, earlier: &Self) {
        if let Ok(made) = earlier.made.lock()
            && self.bits.len() == earlier.bits.len()
        {
            self.earlier = made.iter().filter_map(|(mark, kept)| Some((*mark, kept.upgrade()?))).collect();
        }
    }

    pub(super) fn constant(&self, value: bool) -> Bdd {
        if value { self.variables.mk_true() } else { self.variables.mk_false() }
    }

    /// The diagram of a formula; `None` where it would be too large.
    pub(super) fn of<'f>(&self, formula: &'f Formula) -> Option<&'f Bdd> {
        let kept = formula.diagram().get_or_init(|| {
            let kept = match self.earlier.get(&formula.mark()) {
                Some(kept) => Arc::clone(kept),
                None => self.keep(self.built(formula)?),
            };
            if let Ok(mut made) = self.made.lock() {
                made.insert(formula.mark(), Arc::downgrade(&kept));
            }
            Some(kept)
        });
        kept.as_ref().map(|kept| &kept.diagram)
    }

    /// Keeps the diagram of a formula that was found in another way, with so many steps.
    pub(super) fn know(&self, formula: &Formula, found: Option<(Bdd, usize)>) {
        self.spend(found.as_ref().map_or(MAX_REGION_NODES, |(_, steps)| *steps));
        formula.diagram().get_or_init(|| found.map(|(diagram, _)| self.keep(diagram)));
    }

    /// Regions that have no case in common in one diagram.
    pub(super) fn graded(&self, regions: &[&Bdd]) -> Option<Graded> {
        if self.are_exhausted() {
            return None;
        }
        let graded = Graded::new(regions);
        self.spend(graded.as_ref().map_or(MAX_REGION_NODES, Graded::size));
        graded
    }

    /// The number of bits.
    pub(super) fn bits(&self) -> Bit {
        self.variables.num_vars()
    }

    /// Whether no further step can be taken.
    pub(super) fn are_exhausted(&self) -> bool {
        let is_stopped = self.stop.as_ref().is_some_and(|stop| stop.load(Ordering::Relaxed));
        is_stopped || self.steps_left() == 0 || self.nodes.load(Ordering::Relaxed) > MAX_KEPT_NODES
    }

    fn keep(&self, diagram: Bdd) -> Arc<Kept> {
        self.nodes.fetch_add(diagram.size(), Ordering::Relaxed);
        Arc::new(Kept { diagram, nodes: Arc::clone(&self.nodes) })
    }

    fn built(&self, formula: &Formula) -> Option<Bdd> {
        match formula.kind() {
            Kind::Constant(value) => Some(self.constant(*value)),
            Kind::Bit(bit) => Some(self.variables.mk_var(*self.bits.get(usize::from(*bit))?)),
            Kind::Values(first, marked) => self.values(usize::from(*first), marked),
            Kind::Not(inner) => self.of(inner).map(Bdd::not),
            Kind::All(parts) => self.all(parts.iter()),
            Kind::Any(parts) => self.any(parts.iter()),
            Kind::Given(inner, setting) => match self.of(inner) {
                Some(diagram) => {
                    self.spend(diagram.size());
                    let bit = |(bit, value): (&Bit, &bool)| Some((*self.bits.get(usize::from(*bit))?, *value));
                    Some(diagram.restrict(&setting.iter().filter_map(bit).collect::<Vec<_>>()))
                }
                // The formula may be small enough once the bits are set.
                None => self.built(&inner.rewritten(setting)),
            },
        }
    }

    /// A diagram that reads the value of a variable and ends: at the first bit that is not set the value is known, and
    /// no further bit is looked at.
    fn values(&self, first: usize, marked: &[bool]) -> Option<Bdd> {
        let (last, values) = marked.split_last()?;
        let count = u16::try_from(self.bits.len()).ok()?;
        let mut nodes = vec![BddNode::mk_zero(count), BddNode::mk_one(count)];
        let mut above = BddPointer::from_bool(*last);
        for (number, is_marked) in values.iter().enumerate().rev() {
            let below = BddPointer::from_bool(*is_marked);
            if below != above {
                let bit = *self.bits.get(first + number)?;
                nodes.push(BddNode::mk_node(bit, below, above));
                above = BddPointer::from_index(nodes.len() - 1);
            }
        }
        match above.as_bool() {
            Some(value) => Some(self.constant(value)),
            None => Bdd::from_nodes(&nodes).ok(),
        }
    }

    /// The diagram of what all formulas have in common.
    pub(super) fn all<'f>(&self, parts: impl Iterator<Item = &'f Formula>) -> Option<Bdd> {
        self.chain(parts, true)
    }

    fn any<'f>(&self, parts: impl Iterator<Item = &'f Formula>) -> Option<Bdd> {
        self.chain(parts, false)
    }

    fn chain<'f>(&self, parts: impl Iterator<Item = &'f Formula>, neutral: bool) -> Option<Bdd> {
        let mut diagrams: Vec<Bdd> = Vec::new();
        let mut is_known = true;
        for part in parts {
            match self.of(part) {
                Some(diagram) if diagram.as_bool() == Some(!neutral) => return Some(diagram.clone()),
                Some(diagram) => diagrams.push(diagram.clone()),
                None => is_known = false,
            }
        }
        if neutral {
            // What is small makes everything small.
            diagrams.sort_by_key(Bdd::size);
            let (small, large): (Vec<Bdd>, Vec<Bdd>) = diagrams.into_iter().partition(|one| one.size() < SMALL);
            let start = self.halved(small, neutral, &mut is_known);
            return self.narrowed(start, &large).filter(|found| is_known || found.is_false());
        }
        let whole = self.halved(diagrams, neutral, &mut is_known);
        (is_known || whole.is_true()).then_some(whole)
    }

    /// What diagrams have in common, one after the other.
    fn narrowed(&self, start: Bdd, others: &[Bdd]) -> Option<Bdd> {
        let mut all = start;
        for other in others {
            all = self.and(&all, other)?;
            if all.is_false() {
                break;
            }
        }
        Some(all)
    }

    /// Neighbours first, for they are likely to speak of the same facts.
    fn halved(&self, mut diagrams: Vec<Bdd>, neutral: bool, is_known: &mut bool) -> Bdd {
        while diagrams.len() > 1 {
            let mut next = Vec::with_capacity(diagrams.len().div_ceil(2));
            let mut rest = diagrams.into_iter();
            while let Some(first) = rest.next() {
                let Some(second) = rest.next() else {
                    next.push(first);
                    break;
                };
                let both = if neutral { self.and(&first, &second) } else { self.or(&first, &second) };
                match both {
                    Some(both) if both.as_bool() == Some(!neutral) => return both,
                    Some(both) => next.push(both),
                    None => *is_known = false,
                }
            }
            diagrams = next;
        }
        diagrams.pop().unwrap_or_else(|| self.constant(neutral))
    }

    pub(super) fn and(&self, left: &Bdd, right: &Bdd) -> Option<Bdd> {
        self.combined(left, right, op_function::and)
    }

    pub(super) fn or(&self, left: &Bdd, right: &Bdd) -> Option<Bdd> {
        self.combined(left, right, op_function::or)
    }

    pub(super) fn and_not(&self, left: &Bdd, right: &Bdd) -> Option<Bdd> {
        self.combined(left, right, op_function::and_not)
    }

    fn combined(&self, left: &Bdd, right: &Bdd, operation: Operation) -> Option<Bdd> {
        if let (None, None) = (left.as_bool(), right.as_bool()) {
            return self.worked_out(left, right, operation);
        }
        // One of them is constant, so the answer is a constant or one of the two.
        Bdd::binary_op_with_limit(MAX_REGION_NODES, left, right, operation)
    }

    fn worked_out(&self, left: &Bdd, right: &Bdd, operation: Operation) -> Option<Bdd> {
        if self.are_exhausted() {
            return None;
        }
        let left_over = self.steps_left();
        let mut steps = left.size().max(right.size());
        if left.size().saturating_mul(right.size()) > LARGE_PRODUCT {
            let most = (8 * MAX_REGION_NODES).min(left_over);
            let Some((_, needed)) = Bdd::check_binary_op(most, left, right, operation) else {
                self.spend(most);
                return None;
            };
            steps = steps.max(2 * needed);
        }
        let result = Bdd::binary_op_with_limit(MAX_REGION_NODES, left, right, operation);
        self.spend(result.as_ref().map_or(MAX_REGION_NODES, |result| steps.max(result.size())));
        result
    }

    /// Whether two diagrams have something in common; `None` where too many steps would be needed to tell.
    pub(super) fn meet(&self, left: &Bdd, right: &Bdd) -> Option<bool> {
        let mut open = vec![(left.root_pointer(), right.root_pointer())];
        let mut seen: FxHashSet<(BddPointer, BddPointer)> = FxHashSet::default();
        let most = (8 * MAX_REGION_NODES).min(self.steps.load(Ordering::Relaxed));
        while let Some((a, b)) = open.pop() {
            if a.is_zero() || b.is_zero() {
                continue;
            }
            // In a reduced diagram something leads from every node to one.
            if a.is_one() || b.is_one() {
                self.spend(seen.len());
                return Some(true);
            }
            if !seen.insert((a, b)) {
                continue;
            }
            if seen.len() > most {
                self.spend(most);
                return None;
            }
            let (of_a, of_b) = (left.var_of(a), right.var_of(b));
            let step = |diagram: &Bdd, at: BddPointer, is_tested: bool| {
                if is_tested { (diagram.low_link_of(at), diagram.high_link_of(at)) } else { (at, at) }
            };
            let (a_low, a_high) = step(left, a, of_a <= of_b);
            let (b_low, b_high) = step(right, b, of_b <= of_a);
            open.push((a_high, b_high));
            open.push((a_low, b_low));
        }
        self.spend(seen.len());
        Some(false)
    }

    /// Bits with which all of some diagrams hold and none of others does; `None` where there are none. Bits that are not
    /// named may be set or not.
    ///
    /// # Errors
    /// Too many steps would be needed to tell.
    pub(super) fn common(&self, holding: &[&Bdd], failing: &[&Bdd]) -> Result<Option<Setting>, Undecided> {
        let all: Vec<(&Bdd, bool)> =
            holding.iter().map(|one| (*one, true)).chain(failing.iter().map(|one| (*one, false))).collect();
        let start: Vec<BddPointer> = all.iter().map(|(one, _)| one.root_pointer()).collect();
        let mut seen: FxHashSet<Vec<BddPointer>> = FxHashSet::default();
        // How each place was reached: from which one, by which bit.
        let mut ways: Vec<(usize, Bit, bool)> = vec![(0, 0, false)];
        let mut open = vec![(start, 0)];
        let most = MAX_COMMON_STEPS.min(self.steps_left());
        while let Some((places, way)) = open.pop() {
            if all.iter().zip(&places).any(|((_, wanted), at)| at.as_bool() == Some(!wanted)) {
                continue;
            }
            let variable = |((one, _), at): (&(&Bdd, bool), &BddPointer)| (!at.is_terminal()).then(|| one.var_of(*at));
            let Some(first) = all.iter().zip(&places).filter_map(variable).min() else {
                self.spend(seen.len());
                return Ok(Some(traced(&ways, way)));
            };
            if seen.contains(&places) {
                continue;
            }
            if seen.len() >= most {
                self.spend(most);
                return Err(Undecided::TooLarge);
            }
            let bit = Bit::try_from(first.to_index()).map_err(|_| Undecided::TooLarge)?;
            for side in [true, false] {
                let step = |((one, _), at): (&(&Bdd, bool), &BddPointer)| match side {
                    _ if at.is_terminal() || one.var_of(*at) != first => *at,
                    true => one.high_link_of(*at),
                    false => one.low_link_of(*at),
                };
                ways.push((way, bit, side));
                open.push((all.iter().zip(&places).map(step).collect(), ways.len() - 1));
            }
            seen.insert(places);
        }
        self.spend(seen.len());
        Ok(None)
    }

    /// The steps that are left to all questions.
    pub(super) fn steps_left(&self) -> usize {
        self.steps.load(Ordering::Relaxed)
    }

    fn spend(&self, steps: usize) {
        // Nothing but this function changes the number, and it never goes up.
        let _ = self.steps.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| Some(left.saturating_sub(steps)));
    }
}

/// The bits on a way.
fn traced(ways: &[(usize, Bit, bool)], last: usize) -> Setting {
    let mut setting = Setting::new();
    let mut at = last;
    while let Some((before, bit, side)) = ways.get(at).filter(|_| at > 0) {
        setting.insert(*bit, *side);
        at = *before;
    }
    setting
}
