//! Values of facts and parties, as only the command line shows them.

use crate::diagnostic::visible;
use crate::explain::Words;
use crate::policy::{Party, Value};

/// A list with more records is only counted.
const MOST_RECORDS: usize = 3;

impl Words<'_> {
    /// The value of a fact.
    pub(in crate::cli) fn value_of_fact(&self, value: &Value) -> String {
        match value {
            Value::Bool(true) => self.word("value-true"),
            Value::Bool(false) => self.word("value-false"),
            Value::Never => self.word("value-never"),
            Value::List(_, records) if records.len() > MOST_RECORDS => {
                self.catalogue.text("value-records", &[("count", records.len().into())])
            }
            Value::Duration(_) => self.amount(&self.policy.show(value)),
            _ => visible(&self.policy.show(value)).into_owned(),
        }
    }

    /// A body, or whoever holds a role.
    pub(in crate::cli) fn declared_party(&self, party: Party) -> String {
        match party {
            Party::Body(id) => {
                let body = self.policy.bodies().get(id.index());
                body.map_or_else(String::new, |body| self.named(&body.name, &body.labels))
            }
            Party::Role(id) => {
                let role = self.policy.roles().get(id.index());
                role.map_or_else(String::new, |role| self.named(&role.name, &role.labels))
            }
        }
    }
}
