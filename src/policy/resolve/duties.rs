//! Duties, prohibitions and rights, and the rules that their breach fires.

use super::Resolver;
use super::clauses::Placed;
use super::versions::all_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{ClauseId, DutyId, ProcedureId, RuleId, StepIndex};
use crate::policy::model::{Duty, Expr, ExprKind, RuleKind};
use crate::policy::value::Type;
use crate::source::Span;
use crate::syntax::ClausePath;
use crate::syntax::ast::{self, Comparison, DutyKind, DutyPartKind, Name, Side, Sign, Statement};
use std::collections::BTreeMap;

impl Resolver {
    /// Enters every duty, with what fulfils it; its consequences follow with the other rules.
    pub(super) fn resolve_duties(&mut self, placed: &[Placed<'_>]) {
        for Placed { clause, path, statement } in placed {
            if let Statement::Duty(duty) = statement {
                self.duty(*clause, path.as_ref(), duty);
            }
        }
    }

    fn duty(&mut self, clause: ClauseId, path: Option<&ClausePath>, written: &ast::Duty) {
        if let Some((_, first)) = self.duties.get(&written.name.text) {
            let first = *first;
            self.duplicate(&written.name.text, written.name.span(), first);
            return;
        }
        let bearer = written.bearer.as_ref().and_then(|name| self.party(name));
        let (mut when, mut must, mut before) = (None, None, Vec::new());
        let mut places: BTreeMap<&'static str, Span> = BTreeMap::new();
        let mut faulty = false;
        for part in &written.parts {
            let (word, fits) = match &part.kind {
                DutyPartKind::When(_) => ("when", true),
                DutyPartKind::Must(_) => ("must", written.kind != DutyKind::Prohibition),
                DutyPartKind::Act(_) => ("act", written.kind == DutyKind::Prohibition),
                DutyPartKind::Before(_) => ("before", written.kind == DutyKind::Right),
                DutyPartKind::OnBreach(_) => ("on-breach", true),
            };
            if let Some(first) = places.insert(word, part.place.0) {
                self.report(Diagnostic::new(Code::GivenTwice, part.place.0).label(first, "first"));
                continue;
            }
            if !fits {
                self.report(Diagnostic::new(Code::ForeignDutyPart, part.place.0).with("part", word));
                faulty = true;
                continue;
            }
            match &part.kind {
                DutyPartKind::When(condition) => {
                    let cases = self.checked_cases(condition, clause, path);
                    let conditions: Vec<Expr> = cases.into_iter().filter_map(|(_, condition)| condition).collect();
                    faulty |= conditions.is_empty();
                    when = Some(super::versions::any_of(conditions, part.place.0));
                }
                DutyPartKind::Must(condition) => {
                    must = self.condition_expr(condition);
                    faulty |= must.is_none();
                }
                DutyPartKind::Act(condition) => {
                    must = self.condition_expr(condition).map(|act| negated(act, part.place.0));
                    faulty |= must.is_none();
                }
                DutyPartKind::Before(steps) => before = self.steps_named(steps),
                DutyPartKind::OnBreach(_) => {}
            }
        }
        if must.is_none() && !faulty && !places.contains_key("before") {
            let kind = match written.kind {
                DutyKind::Duty => "duty",
                DutyKind::Prohibition => "prohibition",
                DutyKind::Right => "right",
            };
            let diagnostic = Diagnostic::new(Code::IncompleteDuty, written.name.span());
            self.report(diagnostic.with("name", written.name.text.as_str()).with("kind", kind));
            faulty = true;
        }
        let id = DutyId::new(self.data.duties.len());
        self.duties.insert(written.name.text.clone(), (id, written.name.span()));
        if faulty {
            self.faulty_duties.insert(id);
        }
        let due = must.as_ref().filter(|_| written.kind != DutyKind::Prohibition).and_then(due_day);
        let when = self.guarded(clause, when, written.place.0);
        self.data.duties.push(Duty {
            kind: written.kind,
            name: written.name.text.clone(),
            labels: super::labels(&written.labels),
            clause,
            bearer,
            when,
            must,
            due,
            before,
            consequences: Vec::new(),
            span: written.name.span(),
        });
    }

    /// Every step of one of these names, in whatever procedure.
    fn steps_named(&mut self, names: &[Name]) -> Vec<(ProcedureId, StepIndex)> {
        let mut found = Vec::new();
        for name in names {
            let before = found.len();
            for (index, procedure) in self.data.procedures.iter().enumerate() {
                let step = procedure.steps.iter().position(|step| step.name == name.text);
                found.extend(step.map(|step| (ProcedureId::new(index), StepIndex::new(step))));
            }
            if found.len() == before {
                self.unknown_step(name, None);
            }
        }
        found
    }

    /// The rules of `on breach`: they fire where the duty applies, is not fulfilled, and can be fulfilled no more.
    pub(super) fn breach_rules(&mut self, clause: ClauseId, written: &ast::Duty) {
        let consequences: Vec<&[ast::Consequence]> = written
            .parts
            .iter()
            .filter_map(|part| match &part.kind {
                DutyPartKind::OnBreach(consequences) => Some(consequences.as_slice()),
                _ => None,
            })
            .collect();
        for consequences in consequences {
            let permissions = self.consequences(consequences);
            let id = self.duties.get(&written.name.text).map(|(id, _)| *id);
            // Of two duties with one name only the first was entered.
            let own =
                id.filter(|id| self.data.duties.get(id.index()).is_some_and(|duty| duty.span == written.name.span()));
            let Some((id, permissions)) = own.zip(permissions) else { continue };
            let only_in_log = self.data.duties.get(id.index()).is_some_and(|duty| duty.must.is_none());
            if only_in_log && !self.faulty_duties.contains(&id) {
                let diagnostic = Diagnostic::new(Code::BreachOnlyInLog, written.name.span());
                self.report(diagnostic.label(written.name.span(), "declared"));
                continue;
            }
            let condition = self.breach(id, written.place.0);
            let parts = (clause, RuleKind::Plain, condition, written.place.0);
            let rules: Vec<RuleId> = self.add_rules(parts, permissions);
            if let Some(duty) = self.data.duties.get_mut(id.index()) {
                duty.consequences = rules;
            }
        }
    }

    /// The condition that a duty is breached; never where only a log can tell.
    fn breach(&self, id: DutyId, span: Span) -> Option<Expr> {
        let duty = self.data.duties.get(id.index())?;
        let unfulfilled =
            duty.must.clone().map_or_else(|| super::expressions::placeholder(span), |must| negated(must, span));
        let over =
            duty.due.clone().map(|due| Expr { kind: ExprKind::Elapsed(Box::new(due)), value_type: Type::Bool, span });
        Some(all_of(duty.when.iter().cloned().chain([unfulfilled]).chain(over).collect(), span))
    }

    /// `DUTY is breached`.
    pub(super) fn breach_of(&mut self, name: &Name) -> Option<Expr> {
        let Some((id, declared)) = self.duties.get(&name.text).copied() else {
            let candidates: Vec<String> = self.duties.keys().cloned().collect();
            self.unknown(Code::UnknownDuty, &name.text, name.span(), candidates.iter().map(String::as_str));
            return None;
        };
        if self.faulty_duties.contains(&id) {
            return None;
        }
        if self.data.duties.get(id.index())?.must.is_none() {
            self.report(Diagnostic::new(Code::BreachOnlyInLog, name.span()).label(declared, "declared"));
            return None;
        }
        self.breach(id, name.span())
    }
}

fn negated(condition: Expr, span: Span) -> Expr {
    Expr { kind: ExprKind::Not(Box::new(condition)), value_type: Type::Bool, span }
}

/// The last day on which a condition can still be fulfilled: of `X within PERIOD after DAY`, and of `X ≤ DAY`. In a
/// conjunction the only one of its parts that has such a day gives it.
fn due_day(must: &Expr) -> Option<Expr> {
    match &must.kind {
        ExprKind::Within(within) if within.side == Side::After => {
            let terms = vec![(Sign::Plus, within.anchor.clone()), (Sign::Plus, within.period.clone())];
            Some(Expr { kind: ExprKind::Sum(terms), value_type: Type::Date, span: must.span })
        }
        ExprKind::Compare(Comparison::LessEqual, left, right)
            if left.value_type == Type::Date && matches!(left.kind, ExprKind::Fact(_)) =>
        {
            Some((**right).clone())
        }
        ExprKind::And(parts) => {
            let mut days = parts.iter().filter_map(due_day);
            let first = days.next();
            if days.next().is_some() { None } else { first }
        }
        _ => None,
    }
}
