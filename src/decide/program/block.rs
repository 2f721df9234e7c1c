//! Many conditions side by side, 64 to a machine word.
//!
//! Each alternative of a condition is one bit. For each column there is a row of words for each class: the alternatives
//! that the class passes. All rows of a case laid on top of each other leave the alternatives that hold. The first
//! alternatives of the conditions come first, so that a condition's bit is its own number.

use super::columns::Columns;
use super::cube::Cube;

/// Most words of the rows of one block.
const MAX_WORDS: usize = 1 << 24;

/// Conditions, tested together.
#[derive(Debug, Default)]
pub(super) struct Block {
    conditions: usize,
    /// How many words a row has.
    words: usize,
    /// The alternatives that exist.
    all: Vec<u64>,
    /// For each further alternative, from the word after the conditions on: its condition.
    further: Vec<u32>,
    /// The columns that are tested.
    columns: Vec<TestedColumn>,
    rows: Vec<u64>,
}

/// A column that some condition of a block tests.
#[derive(Clone, Copy, Debug)]
struct TestedColumn {
    column: u32,
    /// Where its first row begins.
    start: usize,
    /// The class of what is not known.
    unknown: u16,
}

/// The words that a block is evaluated in.
#[derive(Clone, Debug, Default)]
pub(super) struct Truths {
    /// The alternatives that hold; after folding, the conditions that do.
    holds: Vec<u64>,
    /// The alternatives that may hold.
    possible: Vec<u64>,
}

/// So many bits need so many words.
pub(super) fn words_for(bits: usize) -> usize {
    bits.div_ceil(64)
}

/// Whether a bit is set.
pub(super) fn bit(words: &[u64], at: usize) -> bool {
    words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

/// Sets a bit.
pub(super) fn set_bit(words: &mut [u64], at: usize) {
    if let Some(word) = words.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}

/// The bits that are set, ascending.
pub(super) fn bits(words: &[u64]) -> impl Iterator<Item = usize> + '_ {
    words.iter().enumerate().flat_map(|(index, word)| {
        let mut rest = *word;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let at = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            Some(64 * index + at)
        })
    })
}

/// Whether two rows of words have a bit in common.
pub(super) fn meet(a: &[u64], b: &[u64]) -> bool {
    a.iter().zip(b).any(|(a, b)| a & b != 0)
}

impl Block {
    /// A block of conditions, each given by its alternatives; `None` where it would be too large.
    pub(super) fn new(conditions: &[Vec<Cube>], columns: &Columns) -> Option<Self> {
        let first_words = words_for(conditions.len());
        let further: usize = conditions.iter().map(|cubes| cubes.len().saturating_sub(1)).sum();
        let words = first_words + words_for(further);
        let mut block = Self { conditions: conditions.len(), words, all: vec![0; words], ..Self::default() };
        let mut placed: Vec<(usize, &Cube)> = Vec::new();
        for (condition, cubes) in conditions.iter().enumerate() {
            for (number, cube) in cubes.iter().enumerate() {
                let at = if number == 0 { condition } else { 64 * first_words + block.further.len() };
                if number > 0 {
                    block.further.push(u32::try_from(condition).ok()?);
                }
                set_bit(&mut block.all, at);
                placed.push((at, cube));
            }
        }
        let mut tested: Vec<u32> = placed.iter().flat_map(|(_, cube)| &cube.tests).map(|(column, _)| *column).collect();
        tested.sort_unstable();
        tested.dedup();
        let mut starts: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
        let mut size = 0;
        for column in &tested {
            starts.insert(*column, size);
            // One row for each class, and one for "unknown".
            size += (columns.get(*column)?.classes + 1).checked_mul(words)?;
            if size > MAX_WORDS {
                return None;
            }
        }
        block.rows = (0..size / words.max(1)).flat_map(|_| block.all.iter().copied()).collect();
        for (at, cube) in placed {
            for (column, passing) in &cube.tests {
                let (start, classes) = (*starts.get(column)?, columns.get(*column)?.classes);
                // What is unknown passes no test.
                for class in (0..=classes).filter(|class| *class == classes || !passing.contains(*class)) {
                    let word = block.rows.get_mut(start + class * words + at / 64)?;
                    *word &= !(1 << (at % 64));
                }
            }
        }
        let tested = |(column, start)| {
            let unknown = columns.get(column)?.unknown();
            Some(TestedColumn { column, start, unknown })
        };
        block.columns = starts.into_iter().map(tested).collect::<Option<_>>()?;
        Some(block)
    }

    /// The words that it needs.
    pub(super) fn truths(&self) -> Truths {
        Truths { holds: vec![0; self.words], possible: vec![0; self.words] }
    }

    /// How many alternatives there are.
    pub(super) fn alternatives(&self) -> usize {
        self.all.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Evaluates all conditions of a case; whether none of them is unknown.
    pub(super) fn evaluate(&self, classes: &[u16], truths: &mut Truths) -> bool {
        let class_of = |column: u32| classes.get(column as usize).copied().unwrap_or(u16::MAX);
        let mut any_unknown = false;
        truths.holds.copy_from_slice(&self.all);
        for tested in &self.columns {
            let class = class_of(tested.column).min(tested.unknown);
            any_unknown |= class == tested.unknown;
            self.lay(tested.start, class, &mut truths.holds);
        }
        if any_unknown {
            truths.possible.copy_from_slice(&self.all);
            for tested in &self.columns {
                let class = class_of(tested.column);
                if class < tested.unknown {
                    self.lay(tested.start, class, &mut truths.possible);
                }
            }
            self.fold(&mut truths.possible);
        }
        self.fold(&mut truths.holds);
        let own = words_for(self.conditions);
        !any_unknown || truths.holds.iter().zip(&truths.possible).take(own).all(|(holds, possible)| holds == possible)
    }

    /// Lays the row of a class on top of the alternatives that are left.
    fn lay(&self, start: usize, class: u16, left: &mut [u64]) {
        let from = start + usize::from(class) * self.words;
        if let Some(row) = self.rows.get(from..from + self.words) {
            for (left, row) in left.iter_mut().zip(row) {
                *left &= row;
            }
        }
    }

    /// Makes the bits of conditions of those of their alternatives.
    fn fold(&self, words: &mut [u64]) {
        if self.further.is_empty() {
            return;
        }
        let (own, further) = words.split_at_mut(words_for(self.conditions).min(words.len()));
        for at in bits(further) {
            if let Some(condition) = self.further.get(at) {
                set_bit(own, *condition as usize);
            }
        }
    }
}

impl Truths {
    /// Whether a condition holds.
    pub(super) fn holds(&self, condition: usize) -> bool {
        bit(&self.holds, condition)
    }

    /// The conditions that hold, as words.
    pub(super) fn words(&self) -> &[u64] {
        &self.holds
    }

    /// Whether a condition can be told, and what it is.
    pub(super) fn known(&self, condition: usize, none_unknown: bool) -> Option<bool> {
        let holds = self.holds(condition);
        (none_unknown || holds == bit(&self.possible, condition)).then_some(holds)
    }
}
