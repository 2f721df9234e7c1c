use crate::policy::{FactId, OutcomeId, Policy, Type};
use std::fmt;

/// What a value is read for: a fact, a field of a record, an outcome that is chosen.
#[derive(Clone, Copy, Debug)]
pub(in crate::decide) struct Slot<'a> {
    /// What messages call it.
    pub(in crate::decide) name: SlotName<'a>,
    /// The type that the value must have.
    pub(in crate::decide) kind: Type,
}

/// What messages call a [`Slot`]. Written out only when something is wrong: a list can have many thousand fields.
#[derive(Clone, Copy, Debug)]
pub(in crate::decide) enum SlotName<'a> {
    /// A name.
    Whole(&'a str),
    /// A field of one record of a list; records count from 1.
    Cell {
        /// The list.
        list: &'a str,
        /// Which record.
        record: usize,
        /// The field.
        field: &'a str,
    },
}

impl<'a> Slot<'a> {
    /// The place of a fact.
    pub(in crate::decide) fn fact(policy: &'a Policy, id: FactId) -> Option<Self> {
        let fact = policy.facts().get(id.index())?;
        Some(Self { name: SlotName::Whole(&fact.name), kind: fact.kind })
    }

    /// The place of an outcome's value.
    pub(in crate::decide) fn outcome(policy: &'a Policy, id: OutcomeId) -> Option<Self> {
        let outcome = policy.outcomes().get(id.index())?;
        Some(Self { name: SlotName::Whole(&outcome.name), kind: outcome.values.value_type() })
    }
}

impl<'a> SlotName<'a> {
    /// A field of one record of this list.
    pub(in crate::decide) fn cell(self, record: usize, field: &'a str) -> Self {
        match self {
            Self::Whole(list) | Self::Cell { list, .. } => Self::Cell { list, record, field },
        }
    }
}

impl fmt::Display for SlotName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(name) => f.write_str(name),
            Self::Cell { list, record, field } => write!(f, "{list} › {record} › {field}"),
        }
    }
}
