//! Tests of classes, and their alternatives.

/// A set of the classes of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ClassSet {
    bits: Vec<u64>,
    classes: usize,
}

impl ClassSet {
    /// The classes that fulfil something.
    pub(super) fn of(classes: usize, fulfils: impl Fn(usize) -> bool) -> Self {
        let mut bits = vec![0; classes.div_ceil(64)];
        for class in (0..classes).filter(|class| fulfils(*class)) {
            if let Some(word) = bits.get_mut(class / 64) {
                *word |= 1 << (class % 64);
            }
        }
        Self { bits, classes }
    }

    /// Whether a class is one of them.
    pub(super) fn contains(&self, class: usize) -> bool {
        self.bits.get(class / 64).is_some_and(|word| word >> (class % 64) & 1 == 1)
    }

    fn is_empty(&self) -> bool {
        self.bits.iter().all(|word| *word == 0)
    }

    fn is_full(&self) -> bool {
        (0..self.classes).all(|class| self.contains(class))
    }

    fn with(&self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let bits = self.bits.iter().zip(&other.bits).map(|(a, b)| join(*a, *b)).collect();
        Self { bits, classes: self.classes }
    }
}

/// Tests of columns that must all be passed; columns ascend, and each is tested once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cube {
    pub(super) tests: Vec<(u32, ClassSet)>,
}

impl Cube {
    /// One test; `None` where no class passes it.
    pub(super) fn test(column: u32, classes: ClassSet) -> Option<Self> {
        if classes.is_empty() {
            return None;
        }
        let tests = if classes.is_full() { Vec::new() } else { vec![(column, classes)] };
        Some(Self { tests })
    }

    /// Both; `None` where nothing passes both.
    pub(super) fn and(&self, other: &Self) -> Option<Self> {
        let mut tests = self.tests.clone();
        for (column, classes) in &other.tests {
            match tests.binary_search_by_key(column, |(column, _)| *column) {
                Ok(at) => {
                    let (_, own) = tests.get_mut(at)?;
                    *own = own.with(classes, |a, b| a & b);
                    if own.is_empty() {
                        return None;
                    }
                }
                Err(at) => tests.insert(at, (*column, classes.clone())),
            }
        }
        Some(Self { tests })
    }

    /// The two as one, where they differ in one column only.
    fn merged(&self, other: &Self) -> Option<Self> {
        if self.tests.len() != other.tests.len() {
            return None;
        }
        let mut differing = None;
        for (at, (own, others)) in self.tests.iter().zip(&other.tests).enumerate() {
            if own.0 != others.0 || (own.1 != others.1 && differing.replace(at).is_some()) {
                return None;
            }
        }
        let mut merged = self.clone();
        let Some(at) = differing else { return Some(merged) };
        let (own, others) = (merged.tests.get_mut(at)?, other.tests.get(at)?);
        own.1 = own.1.with(&others.1, |a, b| a | b);
        if own.1.is_full() {
            merged.tests.remove(at);
        }
        Some(merged)
    }
}

/// Adds an alternative to others, merged with one of them where that says the same.
pub(super) fn add(cubes: &mut Vec<Cube>, mut cube: Cube) {
    while let Some(at) = cubes.iter().position(|other| other.merged(&cube).is_some()) {
        let other = cubes.swap_remove(at);
        cube = other.merged(&cube).unwrap_or(cube);
    }
    cubes.push(cube);
}
