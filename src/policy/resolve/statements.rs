//! Rules, exemptions, adjustments, scope, authority and claimed properties.

use super::Resolver;
use super::clauses::Placed;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{ClauseId, MemberIndex, OutcomeId, RuleId};
use crate::policy::model::{
    AdjustmentRule, Decider, Enforcer, EnsuredProperty, EnumerationKind, Exemption, Expr, PropertyKind, Rule, RuleKind,
    Scope,
};
use crate::policy::permitted::{PermittedSet, direction};
use crate::policy::value::{Type, Value};
use crate::source::Span;
use crate::syntax::ClausePath;
use crate::syntax::ast::{
    self, Adjust, Adjustment, Authority, Citation, Condition, Consequence, Ensure, Exempt, Mode, Permitted, PowerKind,
    Property, Statement,
};
use std::collections::BTreeSet;

/// Citations that wait until every rule is known.
pub(super) struct Pending<'a> {
    pub(super) citations: &'a [Citation],
    pub(super) target: PendingTarget,
}

/// What the cited rules are for.
pub(super) enum PendingTarget {
    /// These rules override them.
    Overriding(Vec<RuleId>),
    /// These exemptions of the outcome (by index) excuse them.
    Exempting(OutcomeId, Vec<usize>),
}

impl Resolver<'_> {
    pub(super) fn resolve_statements(&mut self, placed: &[Placed<'_>]) {
        let mut pending = Vec::new();
        for Placed { clause, path, statement } in placed {
            let before = self.diagnostics.len();
            self.statement(*clause, path.as_ref(), statement, &mut pending);
            if self.diagnostics.len() > before
                && let Some(path) = path
            {
                self.faulty.insert(path.clone());
            }
        }
        self.resolve_citations(pending);
    }

    fn statement<'a>(
        &mut self,
        clause: ClauseId,
        path: Option<&ClausePath>,
        statement: &'a Statement,
        pending: &mut Vec<Pending<'a>>,
    ) {
        match statement {
            Statement::Rule(rule) => {
                let permitted = self.consequences(&rule.consequences);
                let mut ids = Vec::new();
                for (clause, condition) in self.cases(&rule.condition, clause, path) {
                    let condition = self.condition_expr(condition);
                    if let (Some(condition), Some(permitted)) = (condition, &permitted) {
                        for (outcome, set) in permitted {
                            let parts = (clause, RuleKind::Plain, Some(condition.clone()), rule.place.0);
                            ids.push(self.add_rule(parts, *outcome, set.clone()));
                        }
                    }
                }
                if !rule.overriding.is_empty() && !ids.is_empty() {
                    pending.push(Pending { citations: &rule.overriding, target: PendingTarget::Overriding(ids) });
                }
            }
            Statement::Otherwise(otherwise) => {
                let permitted = self.consequences(&otherwise.consequences);
                let cases: Vec<(ClauseId, Option<Expr>)> = match &otherwise.condition {
                    None => vec![(clause, None)],
                    Some(condition) => self.checked_cases(condition, clause, path),
                };
                for (clause, condition) in cases {
                    for (outcome, set) in permitted.iter().flatten() {
                        let parts = (clause, RuleKind::Otherwise, condition.clone(), otherwise.place.0);
                        self.add_rule(parts, *outcome, set.clone());
                    }
                }
            }
            Statement::Exempt(exempt) => self.exempt(clause, path, exempt, pending),
            Statement::Adjust(adjust) => self.adjust(clause, path, adjust),
            Statement::Applies(applies) => {
                // Items of a group are alternatives: the scope is wide enough where one of them holds.
                let cases = self.checked_cases(&applies.condition, clause, path);
                let conditions: Vec<Expr> = cases.into_iter().filter_map(|(_, condition)| condition).collect();
                if let Some(condition) = any_of(conditions, applies.place.0) {
                    self.data.scopes.push(Scope { clause, condition });
                }
            }
            Statement::Authority(authority) => self.authority(clause, authority),
            Statement::Ensure(ensure) => self.ensure(clause, ensure),
            Statement::Duty(_)
            | Statement::Procedure(_)
            | Statement::Effect(_)
            | Statement::EffectCap(_)
            | Statement::Contents(_)
            | Statement::Hierarchy(_) => {}
        }
    }

    /// The conditions of a statement that are sound; the others have been reported.
    fn checked_cases(
        &mut self,
        condition: &Condition,
        clause: ClauseId,
        path: Option<&ClausePath>,
    ) -> Vec<(ClauseId, Option<Expr>)> {
        let cases = self.cases(condition, clause, path);
        let checked = cases.into_iter().map(|(clause, expr)| (clause, self.condition_expr(expr)));
        checked.filter(|(_, condition)| condition.is_some()).collect()
    }

    fn add_rule(
        &mut self,
        (clause, kind, condition, span): (ClauseId, RuleKind, Option<Expr>, Span),
        outcome: OutcomeId,
        permitted: PermittedSet,
    ) -> RuleId {
        let id = RuleId::new(self.data.rules.len());
        self.data.rules.push(Rule { clause, kind, condition, outcome, permitted, overrides: Vec::new(), span });
        if let Some(outcome) = self.data.outcomes.get_mut(outcome.index()) {
            outcome.rules.push(id);
        }
        id
    }

    fn consequences(&mut self, consequences: &[Consequence]) -> Option<Vec<(OutcomeId, PermittedSet)>> {
        let mut found = Vec::new();
        let mut faulty = false;
        let mut assigned = BTreeSet::new();
        for consequence in consequences {
            let Some(outcome) = self.outcome(&consequence.outcome.name) else {
                faulty = true;
                continue;
            };
            if !assigned.insert(outcome) {
                let diagnostic = Diagnostic::new(Code::AssignedTwice, consequence.place.0);
                self.report(diagnostic.with("name", consequence.outcome.name.text.as_str()));
                faulty = true;
                continue;
            }
            let Some(set) = self.permitted_set(&consequence.permitted, outcome) else {
                faulty = true;
                continue;
            };
            found.push((outcome, if consequence.mode == Mode::May { set.or_none() } else { set }));
        }
        (!faulty).then_some(found)
    }

    fn outcome_type(&self, outcome: OutcomeId) -> Option<Type> {
        if self.untyped_outcomes.contains(&outcome) {
            return None;
        }
        self.data.outcomes.get(outcome.index()).map(|found| Type::Enumeration(found.values))
    }

    pub(super) fn permitted_set(&mut self, permitted: &Permitted, outcome: OutcomeId) -> Option<PermittedSet> {
        let value_type = self.outcome_type(outcome)?;
        match permitted {
            Permitted::None(_) => Some(PermittedSet::only_none()),
            Permitted::One(value) => {
                let member = self.outcome_member(value, outcome)?;
                PermittedSet::of([member])
            }
            Permitted::Set(set) => {
                let values = self.distinct_values(&set.values, value_type)?;
                PermittedSet::of(values.iter().filter_map(member_index))
            }
            Permitted::Range(range) => {
                let (from, to) = (self.outcome_member(&range.from, outcome), self.outcome_member(&range.to, outcome));
                let (from, to) = (from?, to?);
                if !self.is_scale(outcome) {
                    let type_name = self.type_name(value_type);
                    let diagnostic = Diagnostic::new(Code::Unordered, range.place.0).with("type", type_name);
                    self.report(diagnostic.with("operator", ".."));
                    return None;
                }
                if from > to {
                    let ends = [from, to].map(|end| self.shown(&member_of(value_type, end)));
                    let [from, to] = ends;
                    self.report(Diagnostic::new(Code::InvertedRange, range.place.0).with("from", from).with("to", to));
                    return None;
                }
                PermittedSet::of((from.0..=to.0).map(MemberIndex))
            }
        }
    }

    fn outcome_member(&mut self, value: &ast::Value, outcome: OutcomeId) -> Option<MemberIndex> {
        let value_type = self.outcome_type(outcome)?;
        self.constant(value, value_type).as_ref().and_then(member_index)
    }

    fn is_scale(&self, outcome: OutcomeId) -> bool {
        let outcome = self.data.outcomes.get(outcome.index());
        let values = outcome.and_then(|outcome| self.data.enumerations.get(outcome.values.index()));
        values.is_none_or(|values| values.kind == EnumerationKind::Ordered)
    }

    fn exempt<'a>(
        &mut self,
        clause: ClauseId,
        path: Option<&ClausePath>,
        exempt: &'a Exempt,
        pending: &mut Vec<Pending<'a>>,
    ) {
        let outcome = self.outcome(&exempt.outcome.name);
        let cases = self.checked_cases(&exempt.condition, clause, path);
        let Some(outcome) = outcome else { return };
        let mut added = Vec::new();
        if let Some(target) = self.data.outcomes.get_mut(outcome.index()) {
            for (clause, condition) in cases {
                let Some(condition) = condition else { continue };
                added.push(target.exemptions.len());
                let from = exempt.from.as_ref().map(|_| Vec::new());
                target.exemptions.push(Exemption { clause, from, condition });
            }
        }
        if let Some(citations) = &exempt.from {
            pending.push(Pending { citations, target: PendingTarget::Exempting(outcome, added) });
        }
    }

    fn adjust(&mut self, clause: ClauseId, path: Option<&ClausePath>, adjust: &Adjust) {
        let outcome = self.outcome(&adjust.outcome.name);
        let adjustments: Vec<Adjustment> = adjust.adjustments.iter().map(|(kind, _)| *kind).collect();
        let ladder = outcome.is_none_or(|outcome| self.is_scale(outcome));
        let mut faulty = false;
        for (kind, place) in &adjust.adjustments {
            let opposite = adjustments.first().is_some_and(|first| direction(*first) != direction(*kind));
            // Without an order there is no lighter and no heavier; only giving up the measure remains.
            let needs_order = !ladder && *kind != Adjustment::Waive;
            if opposite || needs_order {
                let why = if opposite { "direction" } else { "order" };
                let diagnostic = Diagnostic::new(Code::BadAdjustment, place.0).with("why", why);
                self.report(diagnostic.with("name", adjust.outcome.name.text.as_str()));
                faulty = true;
            }
        }
        let cases = self.checked_cases(&adjust.condition, clause, path);
        let Some(outcome) = outcome.filter(|_| !faulty) else { return };
        if let Some(target) = self.data.outcomes.get_mut(outcome.index()) {
            for (clause, condition) in cases {
                let Some(condition) = condition else { continue };
                let adjustments = adjustments.clone();
                target.adjustments.push(AdjustmentRule { clause, mode: adjust.mode, adjustments, condition });
            }
        }
    }

    fn authority(&mut self, clause: ClauseId, authority: &Authority) {
        let outcome = self.outcome(&authority.outcome.name);
        for power in &authority.powers {
            let values = match (&power.values, outcome.and_then(|outcome| self.outcome_type(outcome))) {
                (Some(set), Some(value_type)) => match self.distinct_values(&set.values, value_type) {
                    Some(values) => {
                        let mut members: Vec<MemberIndex> = values.iter().filter_map(member_index).collect();
                        members.sort_unstable();
                        Some(members)
                    }
                    None => continue,
                },
                _ => None,
            };
            match &power.kind {
                PowerKind::Decided { jointly, bodies, approved_by } => {
                    let (bodies, approved_by) = (self.all_bodies(bodies), self.all_bodies(approved_by));
                    let (Some(bodies), Some(approved_by)) = (bodies, approved_by) else { continue };
                    let decider = Decider { clause, values, bodies, jointly: *jointly, approved_by };
                    if let Some(target) = outcome.and_then(|id| self.data.outcomes.get_mut(id.index())) {
                        target.deciders.push(decider);
                    }
                }
                PowerKind::Enforced { bodies } => {
                    let Some(bodies) = self.all_bodies(bodies) else { continue };
                    if let Some(target) = outcome.and_then(|id| self.data.outcomes.get_mut(id.index())) {
                        target.enforcers.push(Enforcer { values, bodies });
                    }
                }
            }
        }
    }

    fn ensure(&mut self, clause: ClauseId, ensure: &Ensure) {
        let outcome = self.outcome(&ensure.outcome.name);
        let when = match &ensure.when {
            Some(expr) => match self.condition_expr(expr) {
                Some(condition) => Some(condition),
                None => return,
            },
            None => None,
        };
        let Some(outcome) = outcome else { return };
        let property = match &ensure.property {
            Property::RisesWith(name) => {
                let Some(fact) = self.fact(&name.name) else { return };
                let kind = self.data.facts.get(fact.index()).map_or(Type::Bool, |fact| fact.kind);
                if let Type::Enumeration(id) = kind
                    && self.data.enumerations.get(id.index()).is_some_and(|of| of.kind == EnumerationKind::Unordered)
                {
                    let type_name = self.type_name(kind);
                    let diagnostic = Diagnostic::new(Code::Unordered, name.span()).with("type", type_name);
                    self.report(diagnostic.with("operator", "rises-with"));
                    return;
                }
                Some(PropertyKind::RisesWith(fact))
            }
            Property::Ignores(name) => self.fact(&name.name).map(PropertyKind::Ignores),
            Property::IsAddressed => Some(PropertyKind::IsAddressed),
            Property::Excludes(set) => {
                self.permitted_set(set, outcome).map(|set| PropertyKind::Excludes(set.members().collect()))
            }
            Property::AtLeast(value) => self.bound(value, outcome, "≥").map(PropertyKind::AtLeast),
            Property::AtMost(value) => self.bound(value, outcome, "≤").map(PropertyKind::AtMost),
            Property::Within(set) => self.permitted_set(set, outcome).map(PropertyKind::Within),
        };
        if let Some(property) = property {
            let span = ensure.place.0;
            self.data.ensures.push(EnsuredProperty { clause, outcome, property, when, span });
        }
    }

    /// The member behind `≥` or `≤`, which only a scale has.
    fn bound(&mut self, value: &ast::Value, outcome: OutcomeId, operator: &str) -> Option<MemberIndex> {
        if !self.is_scale(outcome) {
            let type_name = self.outcome_type(outcome).map_or_else(String::new, |found| self.type_name(found));
            let diagnostic = Diagnostic::new(Code::Unordered, value.span()).with("type", type_name);
            self.report(diagnostic.with("operator", operator));
            return None;
        }
        self.outcome_member(value, outcome)
    }
}

fn member_of(value_type: Type, index: MemberIndex) -> Value {
    match value_type {
        Type::Enumeration(of) => Value::Member(of, index),
        Type::Bool | Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => {
            Value::Int(index.0.into())
        }
    }
}

fn member_index(value: &Value) -> Option<MemberIndex> {
    match value {
        Value::Member(_, index) => Some(*index),
        Value::Bool(_) | Value::Int(_) | Value::Decimal(_) | Value::Money(_) | Value::Date(_) | Value::Duration(_) => {
            None
        }
    }
}

/// The disjunction of conditions; a single one stays as it is.
fn any_of(mut conditions: Vec<Expr>, span: Span) -> Option<Expr> {
    if conditions.len() < 2 {
        return conditions.pop();
    }
    Some(Expr { kind: crate::policy::model::ExprKind::Or(conditions), value_type: Type::Bool, span })
}
