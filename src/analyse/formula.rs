//! Boolean formulas over the bits of a space, with their parts shared.
//!
//! A formula is cheap to make and to combine. Its diagram is built when a question is asked, and kept with it.

use super::diagrams::Kept;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

/// A bit of a space: the place of a variable of the diagrams in their order.
pub(super) type Bit = u16;

/// Bits that are set to something.
pub(super) type Setting = BTreeMap<Bit, bool>;

/// A formula. A clone is the same formula.
#[derive(Clone)]
pub(super) struct Formula(Arc<Inner>);

struct Inner {
    kind: Kind,
    /// The bits that it mentions, sorted.
    support: Box<[Bit]>,
    diagram: OnceLock<Option<Arc<Kept>>>,
    mark: Mark,
}

/// What tells formulas apart that are not built alike: the same for two that are.
pub(super) type Mark = [u64; 2];

/// The mark of a formula, from those of its parts.
fn mark(kind: &Kind) -> Mark {
    [0_u8, 1].map(|salt| {
        let mut hasher = DefaultHasher::new();
        (salt, std::mem::discriminant(kind)).hash(&mut hasher);
        match kind {
            Kind::Constant(value) => value.hash(&mut hasher),
            Kind::Bit(bit) => bit.hash(&mut hasher),
            Kind::Not(inner) => inner.mark().hash(&mut hasher),
            Kind::All(parts) | Kind::Any(parts) => parts.iter().for_each(|part| part.mark().hash(&mut hasher)),
            Kind::Values(first, marked) => (first, marked).hash(&mut hasher),
            Kind::Given(inner, setting) => (inner.mark(), setting).hash(&mut hasher),
        }
        hasher.finish()
    })
}

/// What a formula is made of.
pub(super) enum Kind {
    Constant(bool),
    Bit(Bit),
    Not(Formula),
    All(Box<[Formula]>),
    Any(Box<[Formula]>),
    /// That the bits from one on, read as the value of a variable, are one of those that are marked.
    Values(Bit, Box<[bool]>),
    /// What a formula comes to where some bits are set.
    Given(Formula, Setting),
}

/// The place of a value's bit that a row of bits stops at: how many of them are set before the first that is not.
pub(super) fn value_of(count: usize, is_set: impl Fn(usize) -> bool) -> usize {
    (0..count).find(|number| !is_set(*number)).unwrap_or(count)
}

impl fmt::Debug for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            Kind::Constant(value) => write!(f, "{value}"),
            Kind::Bit(bit) => write!(f, "b{bit}"),
            Kind::Not(inner) => write!(f, "!{inner:?}"),
            Kind::All(parts) => f.debug_tuple("all").field(parts).finish(),
            Kind::Any(parts) => f.debug_tuple("any").field(parts).finish(),
            Kind::Values(first, marked) => {
                let values = marked.iter().enumerate().filter(|(_, is_marked)| **is_marked).map(|(value, _)| value);
                write!(f, "b{first}.. in {:?}", values.collect::<Vec<_>>())
            }
            Kind::Given(inner, setting) => f.debug_tuple("given").field(inner).field(setting).finish(),
        }
    }
}

impl Formula {
    fn new(kind: Kind) -> Self {
        let support = match &kind {
            Kind::Constant(_) => Box::default(),
            Kind::Bit(bit) => Box::new([*bit]),
            Kind::Not(inner) => inner.0.support.clone(),
            Kind::All(parts) | Kind::Any(parts) => {
                let mut bits: Vec<Bit> = parts.iter().flat_map(|part| part.support().iter().copied()).collect();
                bits.sort_unstable();
                bits.dedup();
                bits.into_boxed_slice()
            }
            Kind::Values(first, marked) => {
                let bits = marked.len().saturating_sub(1);
                (0..bits).filter_map(|number| first.checked_add(Bit::try_from(number).ok()?)).collect()
            }
            Kind::Given(inner, setting) => {
                inner.support().iter().copied().filter(|bit| !setting.contains_key(bit)).collect()
            }
        };
        let mark = mark(&kind);
        Self(Arc::new(Inner { kind, support, diagram: OnceLock::new(), mark }))
    }

    pub(super) fn constant(value: bool) -> Self {
        Self::new(Kind::Constant(value))
    }

    pub(super) fn bit(bit: Bit) -> Self {
        Self::new(Kind::Bit(bit))
    }

    /// That the bits from `first` on, read as the value of a variable, are one of those that are marked.
    pub(super) fn values(first: Bit, mut marked: Vec<bool>) -> Self {
        // What is the same for all larger values depends on no further bit.
        while let [.., before, last] = marked.as_slice()
            && before == last
        {
            marked.pop();
        }
        match marked.as_slice() {
            [] => Self::constant(false),
            [only] => Self::constant(*only),
            [false, true] => Self::bit(first),
            [true, false] => Self::bit(first).not(),
            _ => Self::new(Kind::Values(first, marked.into_boxed_slice())),
        }
    }

    pub(super) fn not(&self) -> Self {
        match self.kind() {
            Kind::Constant(value) => Self::constant(!value),
            Kind::Not(inner) => inner.clone(),
            Kind::Bit(_) | Kind::All(_) | Kind::Any(_) | Kind::Values(..) | Kind::Given(..) => {
                Self::new(Kind::Not(self.clone()))
            }
        }
    }

    pub(super) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::chain(parts, true)
    }

    pub(super) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::chain(parts, false)
    }

    /// A chain of which `neutral` parts can be left out, and of which its opposite settles the whole.
    fn chain(parts: impl IntoIterator<Item = Self>, neutral: bool) -> Self {
        let mut kept: Vec<Self> = Vec::new();
        for part in parts {
            match part.as_constant() {
                Some(value) if value == neutral => {}
                Some(_) => return part,
                None if kept.last().is_some_and(|last| last.is(&part)) => {}
                None => kept.push(part),
            }
        }
        match (kept.len(), kept.pop()) {
            (_, None) => Self::constant(neutral),
            (1, Some(only)) => only,
            (_, Some(last)) => {
                kept.push(last);
                let parts = kept.into_boxed_slice();
                Self::new(if neutral { Kind::All(parts) } else { Kind::Any(parts) })
            }
        }
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        Self::all([self.clone(), other.clone()])
    }

    pub(super) fn or(&self, other: &Self) -> Self {
        Self::any([self.clone(), other.clone()])
    }

    pub(super) fn and_not(&self, other: &Self) -> Self {
        self.and(&other.not())
    }

    pub(super) fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// Whether two formulas are one and the same; others may mean the same all the same.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Whether two formulas are built alike. Others may mean the same all the same.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        if self.is(other) {
            return true;
        }
        if self.support() != other.support() {
            return false;
        }
        let all = |parts: &[Self], others: &[Self]| {
            parts.len() == others.len() && parts.iter().zip(others).all(|(part, other)| part.is_alike(other))
        };
        match (self.kind(), other.kind()) {
            (Kind::Constant(own), Kind::Constant(other)) => own == other,
            (Kind::Bit(own), Kind::Bit(other)) => own == other,
            (Kind::Not(own), Kind::Not(other)) => own.is_alike(other),
            (Kind::All(own), Kind::All(other)) | (Kind::Any(own), Kind::Any(other)) => all(own, other),
            (Kind::Given(own, setting), Kind::Given(other, other_setting)) => {
                setting == other_setting && own.is_alike(other)
            }
            (Kind::Values(first, marked), Kind::Values(other, others)) => first == other && marked == others,
            (
                Kind::Constant(_)
                | Kind::Bit(_)
                | Kind::Not(_)
                | Kind::All(_)
                | Kind::Any(_)
                | Kind::Values(..)
                | Kind::Given(..),
                _,
            ) => false,
        }
    }

    pub(super) fn as_constant(&self) -> Option<bool> {
        match self.kind() {
            Kind::Constant(value) => Some(*value),
            Kind::Bit(_) | Kind::Not(_) | Kind::All(_) | Kind::Any(_) | Kind::Values(..) | Kind::Given(..) => None,
        }
    }

    /// The bits that it mentions, sorted.
    pub(super) fn support(&self) -> &[Bit] {
        &self.0.support
    }

    /// The place for its diagram.
    pub(super) fn diagram(&self) -> &OnceLock<Option<Arc<Kept>>> {
        &self.0.diagram
    }

    pub(super) fn mark(&self) -> Mark {
        self.0.mark
    }

    fn address(&self) -> usize {
        Arc::as_ptr(&self.0).addr()
    }

    /// What it comes to where some bits are set.
    pub(super) fn given(&self, setting: &Setting) -> Self {
        let own: Setting = self.support().iter().filter_map(|bit| Some((*bit, *setting.get(bit)?))).collect();
        match self.kind() {
            _ if own.is_empty() => self.clone(),
            _ if own.len() == self.support().len() => Self::constant(self.holds(&own)),
            Kind::Given(inner, before) => {
                let both = before.iter().chain(&own).map(|(bit, value)| (*bit, *value)).collect();
                Self::new(Kind::Given(inner.clone(), both))
            }
            Kind::Constant(_) | Kind::Bit(_) | Kind::Not(_) | Kind::All(_) | Kind::Any(_) | Kind::Values(..) => {
                Self::new(Kind::Given(self.clone(), own))
            }
        }
    }

    /// The same, taken into every part, so that what is settled by the bits is a constant.
    pub(super) fn rewritten(&self, setting: &Setting) -> Self {
        self.rewritten_known(setting, &mut HashMap::new())
    }

    fn rewritten_known(&self, setting: &Setting, known: &mut HashMap<usize, Self>) -> Self {
        if let Kind::Given(inner, before) = self.kind() {
            return inner.rewritten(before).rewritten(setting);
        }
        if !self.support().iter().any(|bit| setting.contains_key(bit)) {
            return self.clone();
        }
        if let Some(found) = known.get(&self.address()) {
            return found.clone();
        }
        let found = match self.kind() {
            Kind::Constant(_) | Kind::Given(..) => self.clone(),
            Kind::Bit(bit) => setting.get(bit).map_or_else(|| self.clone(), |value| Self::constant(*value)),
            // Whoever sets one bit of a variable sets all.
            Kind::Values(..) => Self::constant(self.holds(setting)),
            Kind::Not(inner) => inner.rewritten_known(setting, known).not(),
            Kind::All(parts) => {
                let parts: Vec<Self> = parts.iter().map(|part| part.rewritten_known(setting, known)).collect();
                Self::all(parts)
            }
            Kind::Any(parts) => {
                let parts: Vec<Self> = parts.iter().map(|part| part.rewritten_known(setting, known)).collect();
                Self::any(parts)
            }
        };
        known.insert(self.address(), found.clone());
        found
    }

    /// Whether it holds where exactly these bits are set; bits that are not named are not set.
    pub(super) fn holds(&self, setting: &Setting) -> bool {
        self.holds_known(setting, &mut HashMap::new())
    }

    fn holds_known(&self, setting: &Setting, known: &mut HashMap<usize, bool>) -> bool {
        match self.kind() {
            Kind::Constant(value) => return *value,
            Kind::Bit(bit) => return setting.get(bit).copied().unwrap_or(false),
            Kind::Values(first, marked) => {
                let is_set = |number: usize| {
                    let bit = Bit::try_from(number).ok().and_then(|number| first.checked_add(number));
                    bit.and_then(|bit| setting.get(&bit)).copied().unwrap_or(false)
                };
                return marked.get(value_of(marked.len().saturating_sub(1), is_set)).copied().unwrap_or(false);
            }
            Kind::Given(inner, before) => {
                let mut all = setting.clone();
                all.extend(before);
                return inner.holds(&all);
            }
            Kind::Not(_) | Kind::All(_) | Kind::Any(_) => {}
        }
        if let Some(found) = known.get(&self.address()) {
            return *found;
        }
        let found = match self.kind() {
            Kind::Constant(_) | Kind::Bit(_) | Kind::Values(..) | Kind::Given(..) => false,
            Kind::Not(inner) => !inner.holds_known(setting, known),
            Kind::All(parts) => parts.iter().all(|part| part.holds_known(setting, known)),
            Kind::Any(parts) => parts.iter().any(|part| part.holds_known(setting, known)),
        };
        known.insert(self.address(), found);
        found
    }
}
