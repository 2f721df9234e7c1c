//! The columns of a table of cases.

use crate::policy::{FactId, Policy, Type};
use std::collections::BTreeSet;

/// The name of the column that says on which day a case is looked at, where no fact has that name.
const AS_OF: &str = "as_of";

/// Most columns of a table.
const MAX_COLUMNS: usize = 10_000;

/// What a column is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Fact(FactId),
    AsOf,
    /// No fact: it is carried over to the results.
    Carried,
}

/// What the columns of a table are for.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    pub(super) columns: Vec<Column>,
    pub(super) names: Vec<String>,
    /// The facts without a column.
    pub(super) missing: Vec<String>,
}

/// Why the columns of a table cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// There is no first line.
    #[error("the file is empty")]
    Empty,
    /// The first line is longer than a record may be.
    #[error("the first line is too long")]
    TooLong,
    /// There are more columns than the written limit.
    #[error("there are {count} columns, and at most {most} are read")]
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// Two columns have one name.
    #[error("two columns are called `{name}`")]
    Twice {
        /// The name.
        name: String,
    },
    /// No column is a fact of the policy.
    #[error("no column is a fact of the policy")]
    NoFact,
    /// A list of records cannot stand in a column.
    #[error("`{name}` is a list of records, which a column cannot hold")]
    List {
        /// The fact.
        name: String,
    },
    /// A column that is carried over has the name of a column of the results.
    #[error("`{name}` is the name of a column of the results")]
    Taken {
        /// The name.
        name: String,
    },
}

impl Header {
    /// The columns of these names. `taken` are the names of the results.
    pub(super) fn of(policy: &Policy, names: Vec<String>, taken: &[String]) -> Result<Self, HeaderFault> {
        if names.len() > MAX_COLUMNS {
            return Err(HeaderFault::TooMany { count: names.len(), most: MAX_COLUMNS });
        }
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let mut header = Self::default();
        for name in &names {
            if !known.insert(name) {
                return Err(HeaderFault::Twice { name: name.clone() });
            }
            let column = match policy.fact(name) {
                Some(id) => Column::Fact(id),
                None if name == AS_OF => Column::AsOf,
                None => Column::Carried,
            };
            if let Column::Fact(id) = column
                && policy.facts().get(id.index()).is_some_and(|fact| matches!(fact.kind, Type::List(_)))
            {
                return Err(HeaderFault::List { name: name.clone() });
            }
            if column == Column::Carried && taken.contains(name) {
                return Err(HeaderFault::Taken { name: name.clone() });
            }
            header.columns.push(column);
        }
        let is_fact = |column: &Column| matches!(column, Column::Fact(_));
        if !header.columns.iter().any(is_fact) && !policy.facts().is_empty() {
            return Err(HeaderFault::NoFact);
        }
        let facts = policy.facts().iter().filter(|fact| !fact.is_reading && !known.contains(fact.name.as_str()));
        header.missing = facts.map(|fact| fact.name.to_string()).collect();
        header.names = names;
        Ok(header)
    }

    /// The names of the columns that are carried over.
    pub(super) fn carried(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().zip(&self.names);
        columns.filter(|(column, _)| **column == Column::Carried).map(|(_, name)| name.as_str())
    }
}
