//! Values as the author would write them.

use super::handle::{Policy, PolicyData};
use super::value::{Type, Value};

pub(super) fn shown_value(data: &PolicyData, value: &Value) -> String {
    match value {
        Value::Member(of, index) => {
            let members = data.enumerations.get(of.index()).map(|of| &of.members);
            members.and_then(|members| members.get(index.index())).map_or_else(String::new, |found| found.name.clone())
        }
        value => shown_amount(value),
    }
}

/// A value that is no member; only a policy knows the names of members.
pub(crate) fn shown_amount(value: &Value) -> String {
    match value {
        Value::Bool(truth) => truth.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Money(money) => money.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Duration(duration) => duration.to_string(),
        Value::Member(..) => String::new(),
    }
}

impl Policy {
    /// A value as the author would write it: `major`, `10.00 CNY`, `2024-03-05`, `3 months`.
    #[must_use]
    pub fn show(&self, value: &Value) -> String {
        shown_value(self.data(), value)
    }

    /// A type as the author would write it.
    #[must_use]
    pub fn show_type(&self, value_type: Type) -> &str {
        match value_type {
            Type::Bool => "bool",
            Type::Int => "int",
            Type::Decimal => "decimal",
            Type::Money => "money",
            Type::Date => "date",
            Type::Duration => "duration",
            Type::Enumeration(id) => self.data().enumerations.get(id.index()).map_or("", |found| found.name.as_str()),
        }
    }
}
