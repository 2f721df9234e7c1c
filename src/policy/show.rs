//! Values as the author would write them.

use super::handle::{Policy, PolicyData};
use super::value::{Record, Type, Value};

pub(super) fn shown_value(data: &PolicyData, value: &Value) -> String {
    match value {
        Value::Member(of, index) => {
            let members = data.enumerations.get(of.index()).map(|of| &of.members);
            members.and_then(|members| members.get(index.index())).map_or_else(String::new, |found| found.name.clone())
        }
        Value::List(of, records) => {
            let fields = data.records.get(of.index()).map(|of| of.fields.as_slice()).unwrap_or_default();
            let shown_record = |record: &Record| {
                let known = fields.iter().zip(record).filter_map(|(field, value)| Some((field, value.as_ref()?)));
                let known = known.map(|(field, value)| format!("{} = {}", field.name, shown_value(data, value)));
                format!("{{{}}}", known.collect::<Vec<_>>().join(", "))
            };
            format!("[{}]", records.iter().map(shown_record).collect::<Vec<_>>().join(", "))
        }
        value => shown_amount(value),
    }
}

/// A value that names no member; only a policy knows the names of members and fields.
pub(crate) fn shown_amount(value: &Value) -> String {
    match value {
        Value::Bool(truth) => truth.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Money(money) => money.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Duration(duration) => duration.to_string(),
        Value::Never => "never".to_owned(),
        Value::Member(..) | Value::List(..) => String::new(),
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
    pub fn show_type(&self, value_type: Type) -> String {
        let word = match value_type {
            Type::Bool => "bool",
            Type::Int => "int",
            Type::Decimal => "decimal",
            Type::Money => "money",
            Type::Date => "date",
            Type::Duration => "duration",
            Type::Enumeration(id) => self.data().enumerations.get(id.index()).map_or("", |found| found.name.as_str()),
            Type::List(id) => {
                let record = self.data().records.get(id.index()).map_or("", |found| found.name.as_str());
                return format!("list of {record}");
            }
        };
        word.to_owned()
    }
}
