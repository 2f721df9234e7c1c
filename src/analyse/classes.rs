//! Values of a fact that no condition tells apart.

use super::subjects::{Bound, Class, distance, home_day};
use crate::decide::abstraction::{Boundary, CutCondition, Holding, position, value_at};
use crate::policy::{EnumerationId, MemberIndex, PolicyData, Type, Unit, Value};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The values of a fact that has finitely many: each is a class of its own.
pub(super) fn finite(data: &PolicyData, kind: Type) -> Vec<Class> {
    let class = |value: Value| Class { value, from: None };
    match kind {
        Type::Bool => [false, true].map(|truth| class(Value::Bool(truth))).to_vec(),
        Type::Enumeration(of) => {
            (0..members(data, of)).map(|index| class(Value::Member(of, MemberIndex::new(index)))).collect()
        }
        Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration | Type::List(_) => Vec::new(),
    }
}

fn members(data: &PolicyData, of: EnumerationId) -> usize {
    data.enumerations.get(of.index()).map_or(0, |of| of.members.len())
}

/// Values that stand for all others, each a class of its own. Those below the first are in its class.
pub(super) fn listed(values: Vec<Value>) -> Vec<Class> {
    let class = |(place, value): (usize, Value)| {
        let from = (place > 0).then(|| Bound { value: value.clone(), is_open: false });
        Class { value, from }
    };
    values.into_iter().enumerate().map(class).collect()
}

/// The classes of a fact whose values have an order, from low to high.
pub(super) fn ordered(kind: Type, unit: Option<&Unit>, cuts: &[&CutCondition]) -> Vec<Class> {
    let boundaries: BTreeSet<Boundary> =
        cuts.iter().flat_map(|cut| cut.changes.iter().map(|(boundary, _)| *boundary)).collect();
    let constants: BTreeSet<Decimal> = cuts.iter().flat_map(|cut| cut.constants.iter().copied()).collect();
    let is_dense = matches!(kind, Type::Decimal | Type::Money);
    let starts: Vec<Option<Boundary>> = std::iter::once(None).chain(boundaries.into_iter().map(Some)).collect();
    let mut classes = Vec::with_capacity(starts.len());
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().flatten();
        let at = ordinary(kind, *start, end, is_dense);
        let Some(value) = at.and_then(|at| value_at(at, kind, unit)) else { continue };
        classes.push(Class { value, from: start.and_then(|start| bound(kind, unit, start, &constants)) });
    }
    if kind == Type::Date && cuts.iter().any(|cut| tells_never_apart(cut)) {
        classes.push(Class { value: Value::Never, from: Some(Bound { value: Value::Never, is_open: false }) });
    }
    classes
}

fn tells_never_apart(cut: &CutCondition) -> bool {
    let last: Holding = cut.changes.last().map_or(cut.first, |(_, holding)| *holding);
    last != cut.never
}

/// Where a class begins, said with the number that the policy names.
fn bound(kind: Type, unit: Option<&Unit>, start: Boundary, constants: &BTreeSet<Decimal>) -> Option<Bound> {
    let before = start.at.checked_sub(Decimal::ONE);
    let (at, is_open) = match before {
        Some(before) if !start.is_open && !constants.contains(&start.at) && constants.contains(&before) => {
            (before, true)
        }
        _ => (start.at, start.is_open),
    };
    // The policy's own digits, such as `100000.00`.
    let at = constants.get(&at).copied().unwrap_or(at);
    Some(Bound { value: value_at(at, kind, unit)?, is_open })
}

/// An ordinary position between two boundaries: zero, or just behind a threshold.
fn ordinary(kind: Type, start: Option<Boundary>, end: Option<Boundary>, is_dense: bool) -> Option<Decimal> {
    let is_inside = |at: &Decimal| {
        let after = start.is_none_or(|start| *at > start.at || *at == start.at && !start.is_open);
        let before = end.is_none_or(|end| *at < end.at || *at == end.at && end.is_open);
        after && before
    };
    let step = |at: Decimal| if is_dense { Decimal::new(1, at.scale()) } else { Decimal::ONE };
    let home = if kind == Type::Date { home_day() } else { Decimal::ZERO };
    let behind =
        start.and_then(|start| if start.is_open { start.at.checked_add(step(start.at)) } else { Some(start.at) });
    let ahead = end.and_then(|end| if end.is_open { Some(end.at) } else { end.at.checked_sub(step(end.at)) });
    let middle = match (start, end) {
        (Some(start), Some(end)) => start.at.checked_add(end.at).and_then(|sum| sum.checked_div(Decimal::TWO)),
        _ => None,
    };
    let candidates = [Some(home), behind, ahead].into_iter().flatten().filter(|at| is_inside(at));
    let key = |at: &Decimal| {
        let away = at.checked_sub(home).map_or(Decimal::MAX, |away| away.abs());
        (away, *at < home)
    };
    candidates.min_by_key(key).or(middle.filter(|at| is_inside(at)))
}

/// The most ordinary of some classes: the one whose value one would write first.
pub(super) fn most_ordinary(classes: &[Class]) -> usize {
    let has_order = |class: &Class| position(&class.value).is_some();
    if !classes.iter().any(has_order) {
        return 0;
    }
    let costs = classes.iter().map(|class| distance(&class.value)).enumerate();
    costs.min_by_key(|(index, cost)| (*cost, *index)).map_or(0, |(index, _)| index)
}

/// The class that a value is in.
pub(crate) fn class_of(classes: &[Class], value: &Value) -> Option<usize> {
    let begins_before = |class: &Class| match &class.from {
        None => position(value).is_some(),
        Some(Bound { value: Value::Never, .. }) => *value == Value::Never,
        Some(from) => from.value.order(value).is_some_and(|order| order.is_lt() || order.is_eq() && !from.is_open),
    };
    let same = classes.iter().position(|class| class.value == *value);
    same.or_else(|| classes.iter().rposition(begins_before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(changes: &[(&str, bool)], constants: &[&str]) -> CutCondition {
        let decimal = |text: &&str| text.parse().unwrap();
        let holding = |index: usize| if index.is_multiple_of(2) { Holding::Yes } else { Holding::No };
        CutCondition {
            fact: crate::policy::FactId::new(0),
            first: Holding::No,
            changes: changes
                .iter()
                .enumerate()
                .map(|(index, (at, is_open))| (Boundary { at: decimal(at), is_open: *is_open }, holding(index)))
                .collect(),
            never: Holding::No,
            constants: constants.iter().map(decimal).collect(),
        }
    }

    fn values(classes: &[Class]) -> Vec<String> {
        let shown = |value: &Value| match value {
            Value::Int(number) => number.to_string(),
            Value::Decimal(number) => number.to_string(),
            other => format!("{other:?}"),
        };
        let bound = |class: &Class| {
            class.from.as_ref().map(|from| format!(" {} {}", if from.is_open { ">" } else { "≥" }, shown(&from.value)))
        };
        classes.iter().map(|class| format!("{}{}", shown(&class.value), bound(class).unwrap_or_default())).collect()
    }

    #[test]
    fn whole_numbers_are_said_with_the_number_of_the_policy() {
        let cuts = [cut(&[("31", false)], &["30"]), cut(&[("90", false)], &["90"])];
        let classes = ordered(Type::Int, None, &cuts.iter().collect::<Vec<_>>());
        assert_eq!(values(&classes), ["0", "31 > 30", "90 ≥ 90"]);
    }

    #[test]
    fn amounts_lie_just_behind_a_threshold() {
        let cuts = [cut(&[("1000.00", true), ("1000.01", false)], &["1000.00", "1000.01"])];
        let classes = ordered(Type::Decimal, None, &cuts.iter().collect::<Vec<_>>());
        assert_eq!(values(&classes), ["0", "1000.0050 > 1000.00", "1000.01 ≥ 1000.01"]);
        let cuts = [cut(&[("-5.5", true)], &["-5.5"])];
        assert_eq!(values(&ordered(Type::Decimal, None, &[&cuts[0]])), ["-5.5", "0 > -5.5"]);
    }
}
