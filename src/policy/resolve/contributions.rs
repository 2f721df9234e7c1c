//! What a rule permits: members of a ladder, or amounts between two ends.

use super::Resolver;
use super::versions::Version;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{MemberIndex, OutcomeId};
use crate::policy::model::{Contribution, Expr, OutcomeValues};
use crate::policy::permitted::{AmountSet, PermittedSet};
use crate::policy::value::{Type, Value};
use crate::source::Span;
use crate::syntax::ast::{self, Consequence, Mode, Permitted};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// What a rule permits of one outcome. Where it changes with a parameter there are several, each with the condition
/// that its version holds.
#[derive(Clone)]
pub(super) struct Permission {
    pub(super) outcome: OutcomeId,
    pub(super) versions: Vec<(Option<Expr>, Contribution)>,
}

impl Resolver {
    /// All that a rule permits, or `None` where something is at fault: half a rule would decide other cases.
    pub(super) fn consequences(&mut self, consequences: &[Consequence]) -> Option<Vec<Permission>> {
        let mut found = Vec::new();
        let mut faulty = false;
        let mut assigned = BTreeSet::new();
        for consequence in consequences {
            let Some(outcome) = self.outcome(&consequence.outcome) else {
                faulty = true;
                continue;
            };
            if !assigned.insert(outcome) {
                let diagnostic = Diagnostic::new(Code::AssignedTwice, consequence.place.0);
                self.report(diagnostic.with("name", consequence.outcome.to_string()));
                faulty = true;
                continue;
            }
            match self.contributions(&consequence.permitted, outcome, consequence.mode) {
                Some(versions) => found.push(Permission { outcome, versions }),
                None => faulty = true,
            }
        }
        (!faulty).then_some(found)
    }

    fn contributions(
        &mut self,
        permitted: &Permitted,
        outcome: OutcomeId,
        mode: Mode,
    ) -> Option<Vec<(Option<Expr>, Contribution)>> {
        let set_of = |set: PermittedSet| if mode == Mode::May { set.or_none() } else { set };
        let Some((from, to)) = self.calculated_ends(permitted, outcome)? else {
            let set = self.permitted_set(permitted, outcome)?;
            return Some(vec![(None, Contribution::Fixed(set_of(set)))]);
        };
        let span = from.span.to(to.span);
        self.unify_outcome(outcome, &from, from.span);
        self.unify_outcome(outcome, &to, to.span);
        let Some(versions) = self.by_version(&[&from, &to], span) else {
            return Some(vec![(None, Contribution::Computed { mode, from, to })]);
        };
        let mut found = Vec::new();
        for (guard, values) in versions {
            let mut values: Version = (guard, values);
            let (Some(to), Some(from)) = (values.1.pop(), values.1.pop()) else { return None };
            let set = self.amounts_between(&from, &to, span)?;
            found.push((values.0, Contribution::Fixed(set_of(set))));
        }
        Some(found)
    }

    /// The two ends where they are amounts that may be calculated; `Some(None)` for everything that is a plain set.
    #[allow(clippy::option_option)]
    fn calculated_ends(&mut self, permitted: &Permitted, outcome: OutcomeId) -> Option<Option<(Expr, Expr)>> {
        let value_type = self.outcome_type(outcome)?;
        if !matches!(self.data.outcomes.get(outcome.index())?.values, OutcomeValues::Amounts(_)) {
            return Some(None);
        }
        match permitted {
            Permitted::One(value) => {
                let value = self.value_expr(value, value_type)?;
                Some(Some((value.clone(), value)))
            }
            Permitted::Range(range) => {
                let (from, to) = (self.value_expr(&range.from, value_type), self.value_expr(&range.to, value_type));
                Some(Some((from?, to?)))
            }
            Permitted::None(_) | Permitted::Set(_) => Some(None),
        }
    }

    fn amounts_between(&mut self, from: &Value, to: &Value, span: Span) -> Option<PermittedSet> {
        if from.order(to).is_some_and(Ordering::is_gt) {
            let (from, to) = (self.shown(from), self.shown(to));
            self.report(Diagnostic::new(Code::InvertedRange, span).with("from", from).with("to", to));
            return None;
        }
        if from.is_negative() {
            let shown = self.shown(from);
            self.report(Diagnostic::new(Code::NegativeAmount, span).with("value", shown));
            return None;
        }
        // Ends in different units have been reported where units are joined.
        AmountSet::between(from, to).ok().flatten().map(PermittedSet::from)
    }

    /// A set of constant values, as a rule, a property or a test lists it.
    pub(super) fn permitted_set(&mut self, permitted: &Permitted, outcome: OutcomeId) -> Option<PermittedSet> {
        let value_type = self.outcome_type(outcome)?;
        let of_amounts = matches!(self.data.outcomes.get(outcome.index())?.values, OutcomeValues::Amounts(_));
        match permitted {
            Permitted::None(_) => Some(PermittedSet::only_none()),
            Permitted::One(value) => {
                let value = self.outcome_value(outcome, value)?;
                self.set_of_values(&[value])
            }
            Permitted::Set(set) => {
                let values = self.distinct_values(&set.values, value_type)?;
                for (value, written) in values.iter().zip(&set.values) {
                    self.unify_outcome_value(outcome, value, written.span());
                }
                self.set_of_values(&values)
            }
            Permitted::Range(range) => {
                let (from, to) = (self.outcome_value(outcome, &range.from), self.outcome_value(outcome, &range.to));
                let (from, to) = (from?, to?);
                if of_amounts {
                    return self.amounts_between(&from, &to, range.place.0);
                }
                self.members_between(&from, &to, range, value_type)
            }
        }
    }

    fn members_between(
        &mut self,
        from: &Value,
        to: &Value,
        range: &ast::ValueRange,
        value_type: Type,
    ) -> Option<PermittedSet> {
        if !self.is_ordered(value_type) {
            let type_name = self.type_name(value_type);
            let diagnostic = Diagnostic::new(Code::Unordered, range.place.0).with("type", type_name);
            self.report(diagnostic.with("operator", ".."));
            return None;
        }
        let (low, high) = (member_index(from)?, member_index(to)?);
        if low > high {
            let (from, to) = (self.shown(from), self.shown(to));
            self.report(Diagnostic::new(Code::InvertedRange, range.place.0).with("from", from).with("to", to));
            return None;
        }
        PermittedSet::of((low.0..=high.0).map(MemberIndex))
    }

    fn set_of_values(&mut self, values: &[Value]) -> Option<PermittedSet> {
        let members: Option<Vec<MemberIndex>> = values.iter().map(member_index).collect();
        match members {
            Some(members) => PermittedSet::of(members),
            None => AmountSet::of(values).ok().flatten().map(PermittedSet::from),
        }
    }
}

/// The index of a member; `None` for other values.
pub(super) fn member_index(value: &Value) -> Option<MemberIndex> {
    match value {
        Value::Member(_, index) => Some(*index),
        Value::Bool(_)
        | Value::Int(_)
        | Value::Decimal(_)
        | Value::Money(_)
        | Value::Date(_)
        | Value::Never
        | Value::Duration(_)
        | Value::List(..) => None,
    }
}
