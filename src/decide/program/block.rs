//! Many conditions side by side, 64 to a machine word.
//!
//! Each alternative of a condition is one bit. For each group of columns there is a row of words for each code: the
//! alternatives that the classes in it pass. All rows of a case laid on top of each other leave the alternatives that
//! hold. The conditions stand in sections, one for each outcome, that begin with a word. The first alternatives of
//! conditions have the conditions' own bits; the further ones follow behind all sections.

use super::columns::Columns;
use super::cube::Cube;
use super::groups::{Group, Groups};
use std::collections::BTreeMap;

/// Most words of the rows of one block.
const MAX_WORDS: usize = 1 << 24;

/// Conditions, each given by its alternatives.
pub(super) type Conditions = Vec<Vec<Cube>>;

/// Conditions, tested together.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// How many words a row has.
    words: usize,
    /// How many of them the conditions themselves have.
    own: usize,
    /// With which word each section begins.
    starts: Vec<usize>,
    /// The alternatives that exist.
    all: Vec<u64>,
    /// For each further alternative, from the word after the conditions on: its condition.
    further: Vec<u32>,
    /// The groups that are tested, each with where its rows begin.
    groups: Vec<(usize, usize)>,
    /// The alternatives that certainly hold, row by row: what is unknown passes no test.
    certain: Vec<u64>,
    /// The alternatives that may hold: what is unknown passes every test.
    possible: Vec<u64>,
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

/// The rows of one column: for each class, "unknown" last, the alternatives that it passes.
struct ColumnRows {
    certain: Vec<u64>,
    possible: Vec<u64>,
}

impl Block {
    /// A block of sections; `None` where it would be too large.
    pub(super) fn new(sections: &[&Conditions], columns: &Columns, groups: &Groups) -> Option<Self> {
        let mut block = Self::default();
        let mut placed: Vec<(usize, &Cube)> = Vec::new();
        let mut later: Vec<(usize, &Cube)> = Vec::new();
        for section in sections {
            block.starts.push(block.own);
            for (number, cubes) in section.iter().enumerate() {
                let condition = 64 * block.own + number;
                let mut alternatives = cubes.iter().map(|cube| (condition, cube));
                placed.extend(alternatives.next());
                later.extend(alternatives);
            }
            block.own += words_for(section.len());
        }
        for (condition, cube) in later {
            placed.push((64 * block.own + block.further.len(), cube));
            block.further.push(u32::try_from(condition).ok()?);
        }
        block.words = block.own + words_for(block.further.len());
        block.all = vec![0; block.words];
        placed.iter().for_each(|(at, _)| set_bit(&mut block.all, *at));
        let by_column = block.rows_of_columns(&placed, columns)?;
        for (index, group) in groups.iter().enumerate() {
            if group.columns.iter().any(|column| by_column.contains_key(column)) {
                block.lay_out(index, group, &by_column, columns, groups)?;
            }
        }
        Some(block)
    }

    fn rows_of_columns(&self, placed: &[(usize, &Cube)], columns: &Columns) -> Option<BTreeMap<u32, ColumnRows>> {
        let mut by_column: BTreeMap<u32, ColumnRows> = BTreeMap::new();
        let mut size = 0_usize;
        for (at, cube) in placed {
            for (index, passing) in &cube.tests {
                let classes = columns.get(*index)?.classes;
                if !by_column.contains_key(index) {
                    size += (classes + 1).checked_mul(self.words)?;
                    if size > MAX_WORDS {
                        return None;
                    }
                    let all: Vec<u64> = self.all.repeat(classes + 1);
                    by_column.insert(*index, ColumnRows { certain: all.clone(), possible: all });
                }
                let rows = by_column.get_mut(index)?;
                for class in (0..=classes).filter(|class| *class == classes || !passing.contains(*class)) {
                    let word = class * self.words + at / 64;
                    *rows.certain.get_mut(word)? &= !(1 << (at % 64));
                    if class < classes {
                        *rows.possible.get_mut(word)? &= !(1 << (at % 64));
                    }
                }
            }
        }
        Some(by_column)
    }

    /// Makes the rows of a group of those of its columns.
    fn lay_out(
        &mut self,
        index: usize,
        group: &Group,
        by_column: &BTreeMap<u32, ColumnRows>,
        columns: &Columns,
        groups: &Groups,
    ) -> Option<()> {
        let start = self.certain.len();
        if start + group.codes.checked_mul(self.words)? > MAX_WORDS {
            return None;
        }
        self.groups.push((index, start));
        for code in 0..group.codes {
            let row = self.certain.len();
            self.certain.extend_from_slice(&self.all);
            self.possible.extend_from_slice(&self.all);
            for column in &group.columns {
                let Some(rows) = by_column.get(column) else { continue };
                let from = groups.class_in(columns, *column, code) * self.words;
                lay(self.certain.get_mut(row..)?, rows.certain.get(from..from + self.words)?);
                lay(self.possible.get_mut(row..)?, rows.possible.get(from..from + self.words)?);
            }
        }
        Some(())
    }

    /// With which word a section begins.
    pub(super) fn start(&self, section: usize) -> usize {
        self.starts.get(section).copied().unwrap_or(0)
    }

    /// The words that it needs.
    pub(super) fn truths(&self) -> Truths {
        Truths { holds: vec![0; self.words], possible: vec![0; self.words] }
    }

    /// Evaluates all conditions of a case, given by the codes of groups; whether none of them is unknown.
    pub(super) fn evaluate(&self, codes: &[u32], any_unknown: bool, truths: &mut Truths) -> bool {
        self.pile(codes, &self.certain, &mut truths.holds);
        if !any_unknown {
            return true;
        }
        self.pile(codes, &self.possible, &mut truths.possible);
        truths.holds.iter().zip(&truths.possible).take(self.own).all(|(holds, possible)| holds == possible)
    }

    /// Lays the rows of a case on top of each other, and makes the bits of conditions of those of their alternatives.
    fn pile(&self, codes: &[u32], rows: &[u64], left: &mut [u64]) {
        left.copy_from_slice(&self.all);
        for (group, start) in &self.groups {
            let code = codes.get(*group).copied().unwrap_or(u32::MAX) as usize;
            let from = start + code * self.words;
            if let Some(row) = rows.get(from..from + self.words) {
                lay(left, row);
            }
        }
        let (own, further) = left.split_at_mut(self.own.min(left.len()));
        for at in bits(further) {
            if let Some(condition) = self.further.get(at) {
                set_bit(own, *condition as usize);
            }
        }
    }
}

/// Leaves what is also in the row.
fn lay(left: &mut [u64], row: &[u64]) {
    for (left, row) in left.iter_mut().zip(row) {
        *left &= row;
    }
}

impl Truths {
    /// The conditions that hold, as words, from a section's start on.
    pub(super) fn section(&self, start: usize) -> &[u64] {
        self.holds.get(start..).unwrap_or_default()
    }

    /// Whether a condition can be told, and what it is.
    pub(super) fn known(&self, condition: usize, any_unknown: bool) -> Option<bool> {
        let holds = bit(&self.holds, condition);
        (!any_unknown || holds == bit(&self.possible, condition)).then_some(holds)
    }
}
