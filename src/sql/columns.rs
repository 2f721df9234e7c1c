//! The columns of a table, cut into the classes that questions tell apart.

use super::dialect::Dialect;
use crate::analyse::{Class, class_of};
use crate::policy::{Fact, PolicyData, Type, Value};

/// What stands for a value that the fact cannot have.
const NO_MEMBER: &str = "-1";

/// The class of a fact's value: a truth for a bool, else the number of the class; unknown where the fact is.
pub(super) fn class(dialect: Dialect, data: &PolicyData, fact: &Fact, classes: &[Class]) -> String {
    let column = format!("t.{}", dialect.name(&fact.name));
    let default = fact.default.as_ref();
    if fact.kind == Type::Bool {
        return match default {
            Some(Value::Bool(truth)) => format!("COALESCE({column}, {})", if *truth { "TRUE" } else { "FALSE" }),
            Some(_) | None => column,
        };
    }
    let unknown = default.and_then(|value| class_of(classes, value));
    let unknown = unknown.map_or_else(|| "NULL".to_owned(), |class| class.to_string());
    let mut text = format!("CASE WHEN {column} IS NULL THEN {unknown}");
    match fact.kind {
        Type::Enumeration(of) => {
            let members = data.enumerations.get(of.index()).map(|of| of.members.as_slice()).unwrap_or_default();
            for (number, member) in members.iter().enumerate() {
                text.push_str(&format!(" WHEN {column} = {} THEN {number}", dialect.text(&member.name)));
            }
            text.push_str(&format!(" ELSE {NO_MEMBER} END"));
        }
        Type::Bool | Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration | Type::List(_) => {
            for (number, class) in classes.iter().enumerate().rev() {
                let Some(from) = &class.from else { continue };
                let operator = if from.is_open { ">" } else { ">=" };
                if let Some(start) = literal(dialect, &from.value) {
                    text.push_str(&format!(" WHEN {column} {operator} {start} THEN {number}"));
                }
            }
            text.push_str(" ELSE 0 END");
        }
    }
    text
}

/// Whether a class column can show that the fact cannot have its value.
pub(super) fn is_faulty(fact: &Fact, column: &str) -> Option<String> {
    matches!(fact.kind, Type::Enumeration(_)).then(|| format!("{column} = {NO_MEMBER}"))
}

/// A value with an order; `None` where the dialect has none like it.
fn literal(dialect: Dialect, value: &Value) -> Option<String> {
    match value {
        Value::Int(number) => Some(number.to_string()),
        Value::Decimal(number) => Some(number.to_string()),
        Value::Money(money) => Some(money.amount.to_string()),
        Value::Duration(period) => Some(period.count.to_string()),
        Value::Date(day) => Some(format!("DATE '{day}'")),
        Value::Never => dialect.never().map(str::to_owned),
        Value::Bool(_) | Value::Member(..) | Value::List(..) => None,
    }
}
