//! Rules, exemptions, adjustments, scope, authority and claimed properties.

use super::Resolver;
use super::clauses::Placed;
use super::contributions::{Permission, member_index};
use super::versions::{all_of, any_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{ClauseId, MemberIndex, OutcomeId, RuleId};
use crate::policy::model::{
    AdjustmentRule, Decider, Enforcer, EnsuredProperty, Exemption, Expr, ExprKind, OutcomeValues, PropertyKind, Rule,
    RuleKind, Scope,
};
use crate::policy::permitted::direction;
use crate::policy::value::{Type, Value};
use crate::source::Span;
use crate::syntax::ClausePath;
use crate::syntax::ast::{
    self, Adjust, Adjustment, Authority, Citation, Condition, Ensure, Exempt, PowerKind, Property, Statement,
};

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

impl Resolver {
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
                        let condition = self.guarded(clause, Some(condition), rule.place.0);
                        let parts = (clause, RuleKind::Plain, condition, rule.place.0);
                        ids.extend(self.add_rules(parts, permitted.clone()));
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
                    let condition = self.guarded(clause, condition, otherwise.place.0);
                    let parts = (clause, RuleKind::Otherwise, condition, otherwise.place.0);
                    self.add_rules(parts, permitted.clone().unwrap_or_default());
                }
            }
            Statement::Exempt(exempt) => self.exempt(clause, path, exempt, pending),
            Statement::Adjust(adjust) => self.adjust(clause, path, adjust),
            Statement::Applies(applies) => {
                // Items of a group are alternatives: the scope is wide enough where one of them holds.
                let cases = self.checked_cases(&applies.condition, clause, path);
                let conditions: Vec<Expr> = cases.into_iter().filter_map(|(_, condition)| condition).collect();
                if !conditions.is_empty() {
                    let span = applies.place.0;
                    let condition = any_of(conditions, span);
                    // A limit of the scope that is not in force limits nothing.
                    let condition = match self.guarded(clause, None, span) {
                        Some(guard) => Expr {
                            kind: ExprKind::Implies(Box::new(guard), Box::new(condition)),
                            value_type: Type::Bool,
                            span,
                        },
                        None => condition,
                    };
                    self.data.scopes.push(Scope { clause, condition });
                }
            }
            Statement::Authority(authority) => self.authority(clause, authority),
            Statement::Ensure(ensure) => self.ensure(clause, ensure),
            Statement::Duty(duty) => self.breach_rules(clause, duty),
            Statement::Effect(effect) => self.effect(clause, effect),
            Statement::EffectCap(cap) => self.effect_cap(clause, cap),
            Statement::Contents(contents) => self.contents(clause, contents),
            // Steps and levels are known before rules mention them.
            Statement::Procedure(_) | Statement::Hierarchy(_) => {}
        }
    }

    /// The conditions of a statement that are sound; the others have been reported.
    pub(super) fn checked_cases(
        &mut self,
        condition: &Condition,
        clause: ClauseId,
        path: Option<&ClausePath>,
    ) -> Vec<(ClauseId, Option<Expr>)> {
        let cases = self.cases(condition, clause, path);
        let checked = cases.into_iter().map(|(clause, expr)| (clause, self.condition_expr(expr)));
        checked.filter(|(_, condition)| condition.is_some()).collect()
    }

    /// The same with the condition that the clause is in force.
    fn guarded_cases(
        &mut self,
        condition: &Condition,
        clause: ClauseId,
        path: Option<&ClausePath>,
    ) -> Vec<(ClauseId, Expr)> {
        let cases = self.checked_cases(condition, clause, path);
        let guarded = cases.into_iter().filter_map(|(clause, condition)| {
            let span = condition.as_ref()?.span;
            Some((clause, self.guarded(clause, condition, span)?))
        });
        guarded.collect()
    }

    /// Adds one rule for each outcome, and for each version of what it permits.
    pub(super) fn add_rules(
        &mut self,
        (clause, kind, condition, span): (ClauseId, RuleKind, Option<Expr>, Span),
        permissions: Vec<Permission>,
    ) -> Vec<RuleId> {
        let mut ids = Vec::new();
        for Permission { outcome, versions } in permissions {
            for (guard, permitted) in versions {
                let parts: Vec<Expr> = guard.into_iter().chain(condition.clone()).collect();
                let condition = (!parts.is_empty()).then(|| all_of(parts, span));
                let id = RuleId::new(self.data.rules.len());
                self.data.rules.push(Rule { clause, kind, condition, outcome, permitted, overrides: Vec::new(), span });
                if let Some(outcome) = self.data.outcomes.get_mut(outcome.index()) {
                    outcome.rules.push(id);
                }
                ids.push(id);
            }
        }
        ids
    }

    fn exempt<'a>(
        &mut self,
        clause: ClauseId,
        path: Option<&ClausePath>,
        exempt: &'a Exempt,
        pending: &mut Vec<Pending<'a>>,
    ) {
        let outcome = self.outcome(&exempt.outcome);
        let cases = self.guarded_cases(&exempt.condition, clause, path);
        let Some(outcome) = outcome else { return };
        let mut added = Vec::new();
        if let Some(target) = self.data.outcomes.get_mut(outcome.index()) {
            for (clause, condition) in cases {
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
        let outcome = self.outcome(&adjust.outcome);
        let adjustments: Vec<Adjustment> = adjust.adjustments.iter().map(|(kind, _)| *kind).collect();
        let ordered = outcome.and_then(|outcome| self.outcome_type(outcome)).is_none_or(|kind| self.is_ordered(kind));
        let mut faulty = false;
        for (kind, place) in &adjust.adjustments {
            let opposite = adjustments.first().is_some_and(|first| direction(*first) != direction(*kind));
            // Without an order there is no lighter and no heavier; only giving up the measure remains.
            let needs_order = !ordered && *kind != Adjustment::Waive;
            if opposite || needs_order {
                let why = if opposite { "direction" } else { "order" };
                let diagnostic = Diagnostic::new(Code::BadAdjustment, place.0).with("why", why);
                self.report(diagnostic.with("name", adjust.outcome.to_string()));
                faulty = true;
            }
        }
        let cases = self.guarded_cases(&adjust.condition, clause, path);
        let Some(outcome) = outcome.filter(|_| !faulty) else { return };
        if let Some(target) = self.data.outcomes.get_mut(outcome.index()) {
            for (clause, condition) in cases {
                let adjustments = adjustments.clone();
                target.adjustments.push(AdjustmentRule { clause, mode: adjust.mode, adjustments, condition });
            }
        }
    }

    fn authority(&mut self, clause: ClauseId, authority: &Authority) {
        let outcome = self.outcome(&authority.outcome);
        let kind = outcome.and_then(|id| self.data.outcomes.get(id.index())).map(|found| found.values);
        if let Some(OutcomeValues::Amounts(kind)) =
            kind.filter(|_| outcome.is_some_and(|id| self.outcome_type(id).is_some()))
            && let Some(set) = authority.powers.iter().find_map(|power| power.values.as_ref())
        {
            let type_name = self.type_name(kind);
            self.report(Diagnostic::new(Code::NeedsMembers, set.place.0).with("type", type_name));
            return;
        }
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
        let outcome = self.outcome(&ensure.outcome);
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
                let Some(fact) = self.fact(name) else { return };
                let kind = self.data.facts.get(fact.index()).map_or(Type::Bool, |fact| fact.kind);
                if let Type::Enumeration(id) = kind
                    && self.is_unordered(id)
                {
                    let type_name = self.type_name(kind);
                    let diagnostic = Diagnostic::new(Code::Unordered, name.span()).with("type", type_name);
                    self.report(diagnostic.with("operator", "rises-with"));
                    return;
                }
                Some(PropertyKind::RisesWith(fact))
            }
            Property::Ignores(name) => self.fact(name).map(PropertyKind::Ignores),
            Property::IsAddressed => Some(PropertyKind::IsAddressed),
            Property::Excludes(set) => self.permitted_set(set, outcome).map(PropertyKind::Excludes),
            Property::AtLeast(value) => self.bound(value, outcome, "≥").map(PropertyKind::AtLeast),
            Property::AtMost(value) => self.bound(value, outcome, "≤").map(PropertyKind::AtMost),
            Property::Within(set) => self.permitted_set(set, outcome).map(PropertyKind::Within),
        };
        if let Some(property) = property {
            let span = ensure.place.0;
            self.data.ensures.push(EnsuredProperty { clause, outcome, property, when, span });
        }
    }

    /// The value behind `≥` or `≤`, which only what has an order can have.
    fn bound(&mut self, value: &ast::Value, outcome: OutcomeId, operator: &str) -> Option<Value> {
        let value_type = self.outcome_type(outcome)?;
        if !self.is_ordered(value_type) {
            let type_name = self.type_name(value_type);
            let diagnostic = Diagnostic::new(Code::Unordered, value.span()).with("type", type_name);
            self.report(diagnostic.with("operator", operator));
            return None;
        }
        self.outcome_value(outcome, value)
    }
}
