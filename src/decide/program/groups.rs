//! Columns taken together, so that a case looks up few rows.
//!
//! The classes of the columns of a group, each with its "unknown", make one number: the code of the group. A block has a
//! row for each code. What only earlier outcomes tell stands alone.

use super::columns::{Columns, Tested};

/// Most codes of several columns together; a column with more classes stands alone.
const MAX_CODES: usize = 256;

/// All columns of a program in groups.
#[derive(Debug, Default)]
pub(super) struct Groups {
    all: Vec<Group>,
    /// For each column its group, and what a class counts for in the group's code.
    places: Vec<Place>,
}

/// Some columns.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// How many codes it has.
    pub(super) codes: usize,
    /// Its columns.
    pub(super) columns: Vec<u32>,
    is_told: bool,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    group: usize,
    stride: u32,
}

impl Groups {
    pub(super) fn of(columns: &Columns) -> Self {
        let mut groups = Self::default();
        for (index, column) in (0..).zip(columns.iter()) {
            let is_told = matches!(column.tested, Tested::Outcome(..) | Tested::Part(_));
            let classes = column.classes + 1;
            let fits = |group: &Group| !group.is_told && group.codes * classes <= MAX_CODES;
            let found = if is_told { None } else { groups.all.iter().position(fits) };
            let at = found.unwrap_or_else(|| {
                groups.all.push(Group { codes: 1, columns: Vec::new(), is_told });
                groups.all.len() - 1
            });
            let Some(group) = groups.all.get_mut(at) else { continue };
            groups.places.push(Place { group: at, stride: u32::try_from(group.codes).unwrap_or(u32::MAX) });
            group.codes *= classes;
            group.columns.push(index);
        }
        groups
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Group> {
        self.all.iter()
    }

    /// The code of each group where every column has the first class.
    pub(super) fn first_codes(&self) -> Vec<u32> {
        vec![0; self.all.len()]
    }

    /// Moves a column from one class to another.
    pub(super) fn shift(&self, codes: &mut [u32], column: u32, from: u16, to: u16) {
        let Some(Place { group, stride }) = self.places.get(column as usize) else { return };
        if let Some(code) = codes.get_mut(*group) {
            let moved = u32::from(to).wrapping_sub(u32::from(from)).wrapping_mul(*stride);
            *code = code.wrapping_add(moved);
        }
    }

    /// The class of a column in a code of its group.
    pub(super) fn class_in(&self, columns: &Columns, column: u32, code: usize) -> usize {
        let stride = self.places.get(column as usize).map_or(1, |place| place.stride as usize);
        let classes = columns.get(column).map_or(1, |column| column.classes + 1);
        code / stride % classes
    }
}
