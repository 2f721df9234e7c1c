//! What stands in the cells of a column.

use crate::decide::{FactProblem, value_of_word};
use crate::policy::{FactId, Policy, Type, Unit, Value};
use std::collections::HashMap;

/// Most different cells of a column that are remembered.
const REMEMBERED: usize = 4_096;

/// Reads the cells of one fact's column. The same few words come again and again, so they are remembered.
pub(super) struct Cells {
    pub(super) fact: FactId,
    kind: Type,
    unit: Option<Unit>,
    known: HashMap<Box<[u8]>, Option<Value>>,
    /// The cell that was read last.
    last: Vec<u8>,
    /// Whether there is one.
    has_last: bool,
}

/// Why a cell cannot be read.
pub(super) enum CellFault {
    NotUtf8,
    Value(FactProblem, String),
}

/// What a cell says.
pub(super) enum Cell {
    /// The same as the cell above it.
    Unchanged,
    /// The fact has this value; it is unknown where `None`.
    Value(Option<Value>),
}

impl Cells {
    pub(super) fn new(policy: &Policy, fact: FactId) -> Self {
        let declared = policy.facts().get(fact.index());
        Self {
            fact,
            kind: declared.map_or(Type::Bool, |fact| fact.kind),
            unit: declared.and_then(|fact| fact.unit.as_ref()?.unit.clone()),
            known: HashMap::new(),
            last: Vec::new(),
            has_last: false,
        }
    }

    /// Reads a cell.
    pub(super) fn read(&mut self, policy: &Policy, cell: &[u8]) -> Result<Cell, CellFault> {
        if self.has_last && self.last == cell {
            return Ok(Cell::Unchanged);
        }
        self.has_last = false;
        let value = match self.known.get(cell) {
            Some(value) => value.clone(),
            None => {
                let value = self.value(policy, cell)?;
                if self.known.len() < REMEMBERED {
                    self.known.insert(cell.into(), value.clone());
                }
                value
            }
        };
        self.last.clear();
        self.last.extend_from_slice(cell);
        self.has_last = true;
        Ok(Cell::Value(value))
    }

    /// Forgets which cell came last.
    pub(super) fn forget(&mut self) {
        self.has_last = false;
    }

    fn value(&self, policy: &Policy, cell: &[u8]) -> Result<Option<Value>, CellFault> {
        let text = std::str::from_utf8(cell).map_err(|_| CellFault::NotUtf8)?.trim();
        if text.is_empty() {
            return Ok(None);
        }
        // What a decoder puts in the place of bytes that it cannot read.
        if text.contains('\u{fffd}') {
            return Err(CellFault::NotUtf8);
        }
        let word = self.word(text);
        value_of_word(policy, self.fact, &word).map(Some).map_err(|problem| CellFault::Value(problem, text.to_owned()))
    }

    /// A cell as a policy would have it: spreadsheets leave out units, and write `TRUE`.
    fn word(&self, text: &str) -> String {
        let is_number = || text.parse::<rust_decimal::Decimal>().is_ok();
        match (self.kind, &self.unit) {
            (Type::Bool, _) if text.is_ascii() => text.to_ascii_lowercase(),
            (Type::Money | Type::Duration, Some(unit)) if is_number() => format!("{text} {unit}"),
            _ => text.to_owned(),
        }
    }
}
