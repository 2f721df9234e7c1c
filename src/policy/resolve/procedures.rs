//! Procedures: steps from all clauses that speak of them, their order, deadlines and levels.

use super::Resolver;
use super::clauses::Placed;
use super::order::{DependencyOrder, dependency_order};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{BodyId, ClauseId, ProcedureId, StepIndex};
use crate::policy::model::{Check, Deadline, DeadlineStart, Escalation, Party, Procedure, Step};
use crate::policy::value::Type;
use crate::source::Span;
use crate::syntax::ast::{self, Jointly, Mode, Name, ProcedureEntry, Reference, Statement, StepPart, StepPartKind};

impl Resolver {
    /// Enters all steps first, because a clause may speak of steps that a later one names; then what is said of them.
    pub(super) fn resolve_procedures(&mut self, placed: &[Placed<'_>]) {
        let written: Vec<(ClauseId, &ast::Procedure)> = placed
            .iter()
            .filter_map(|placed| match placed.statement {
                Statement::Procedure(procedure) => Some((placed.clause, procedure)),
                _ => None,
            })
            .collect();
        for placed in placed {
            if let Statement::Hierarchy(hierarchy) = placed.statement {
                self.hierarchy(placed.clause, hierarchy);
            }
        }
        for (clause, procedure) in &written {
            self.enter_steps(*clause, procedure);
        }
        for (clause, procedure) in &written {
            let Some(id) = self.procedures.get(&procedure.name.text).copied() else { continue };
            for entry in &procedure.entries {
                if let ProcedureEntry::Step(step) = entry {
                    self.step_parts(*clause, id, step);
                }
            }
        }
        for (clause, procedure) in &written {
            let Some(id) = self.procedures.get(&procedure.name.text).copied() else { continue };
            for entry in &procedure.entries {
                if let ProcedureEntry::Escalation(escalation) = entry {
                    self.escalation(*clause, id, escalation);
                }
            }
        }
        for index in 0..self.data.procedures.len() {
            self.order_steps(ProcedureId::new(index));
        }
    }

    fn enter_steps(&mut self, clause: ClauseId, written: &ast::Procedure) {
        let known = self.procedures.get(&written.name.text).copied();
        let id = known.unwrap_or_else(|| {
            let id = ProcedureId::new(self.data.procedures.len());
            self.procedures.insert(written.name.text.clone(), id);
            self.data.procedures.push(Procedure {
                name: written.name.text.clone(),
                labels: super::labels(&written.labels),
                clause,
                steps: Vec::new(),
                order: Vec::new(),
                escalations: Vec::new(),
                span: written.name.span(),
            });
            id
        });
        let Some(procedure) = self.data.procedures.get_mut(id.index()) else { return };
        for entry in &written.entries {
            let ProcedureEntry::Step(step) = entry else { continue };
            match procedure.steps.iter_mut().find(|known| known.name == step.name.text) {
                Some(known) => {
                    if !known.clauses.contains(&clause) {
                        known.clauses.push(clause);
                    }
                    if step.mode == Mode::May {
                        known.mode = Mode::May;
                    }
                    known.labels.add(&super::labels(&step.labels));
                }
                None => procedure.steps.push(Step {
                    name: step.name.text.clone(),
                    labels: super::labels(&step.labels),
                    mode: step.mode,
                    clauses: vec![clause],
                    actors: Vec::new(),
                    jointly: Jointly::Separately,
                    after: Vec::new(),
                    checks: Vec::new(),
                    deadline: None,
                    quorum: None,
                    consent: Vec::new(),
                    when: None,
                    span: step.name.span(),
                }),
            }
        }
    }

    fn step_index(&self, id: ProcedureId, name: &str) -> Option<StepIndex> {
        let procedure = self.data.procedures.get(id.index())?;
        procedure.steps.iter().position(|step| step.name == name).map(StepIndex::new)
    }

    /// The step of a procedure; reports a name that none of its steps has.
    fn step_named(&mut self, id: ProcedureId, name: &Name) -> Option<StepIndex> {
        let found = self.step_index(id, &name.text);
        if found.is_none() {
            self.unknown_step(name, Some(id));
        }
        found
    }

    /// Reports a step that no procedure, or not this one, has.
    pub(super) fn unknown_step(&mut self, name: &Name, within: Option<ProcedureId>) {
        let procedures = self.data.procedures.iter().enumerate();
        let candidates: Vec<String> = procedures
            .filter(|(index, _)| within.is_none_or(|id| id.index() == *index))
            .flat_map(|(_, procedure)| procedure.steps.iter().map(|step| step.name.clone()))
            .collect();
        self.unknown(Code::UnknownStep, &name.text, name.span(), candidates.iter().map(String::as_str));
    }

    fn step_parts(&mut self, clause: ClauseId, id: ProcedureId, written: &ast::Step) {
        let Some(index) = self.step_index(id, &written.name.text) else { return };
        for part in &written.parts {
            self.step_part(clause, id, index, part);
        }
        // A version of the clause limits the cases of the step.
        let guard = self.guarded(clause, None, written.place.0);
        if let (Some(guard), Some(step)) = (guard, self.step_mut(id, index)) {
            let parts = [Some(guard), step.when.take()].into_iter().flatten().collect();
            step.when = Some(super::versions::all_of(parts, written.place.0));
        }
    }

    fn step_mut(&mut self, id: ProcedureId, index: StepIndex) -> Option<&mut Step> {
        self.data.procedures.get_mut(id.index())?.steps.get_mut(index.index())
    }

    fn step_part(&mut self, clause: ClauseId, id: ProcedureId, index: StepIndex, part: &StepPart) {
        let span = part.place.0;
        let taken = match &part.kind {
            StepPartKind::By(jointly, names) => {
                let Some(actors) = self.all_parties(names) else { return };
                self.step_mut(id, index).is_some_and(|step| {
                    let taken = !step.actors.is_empty();
                    if !taken {
                        (step.actors, step.jointly) = (actors, *jointly);
                    }
                    taken
                })
            }
            StepPartKind::After(order, names) => {
                for name in names {
                    let Some(earlier) = self.step_named(id, name) else { continue };
                    if let Some(step) = self.step_mut(id, index)
                        && !step.after.iter().any(|(known, _)| *known == earlier)
                    {
                        step.after.push((earlier, *order));
                    }
                }
                false
            }
            StepPartKind::Checks(members) => {
                for member in members {
                    self.check(clause, id, index, member);
                }
                false
            }
            StepPartKind::Within(period, start) => {
                let deadline = self.deadline(clause, id, period, start);
                let Some(deadline) = deadline else { return };
                self.step_mut(id, index).is_some_and(|step| step.deadline.replace(deadline).is_some())
            }
            StepPartKind::Quorum(count) => {
                self.step_mut(id, index).is_some_and(|step| step.quorum.replace(*count).is_some())
            }
            StepPartKind::Consent(names) => {
                let Some(parties) = self.all_parties(names) else { return };
                if let Some(step) = self.step_mut(id, index) {
                    step.consent.extend(parties);
                    step.consent.sort_unstable();
                    step.consent.dedup();
                }
                false
            }
            StepPartKind::When(condition) => {
                let Some(condition) = self.condition_expr(condition) else { return };
                self.step_mut(id, index).is_some_and(|step| step.when.replace(condition).is_some())
            }
        };
        if taken {
            self.report(Diagnostic::new(Code::GivenTwice, span));
        }
    }

    fn check(&mut self, clause: ClauseId, id: ProcedureId, index: StepIndex, member: &ast::Member) {
        let labels = super::labels(&member.labels);
        let name = member.name.text.clone();
        let repeated = match self.step_mut(id, index) {
            Some(step) if step.checks.iter().any(|check| check.name == name) => true,
            Some(step) => {
                step.checks.push(Check { name, labels, clause });
                false
            }
            None => false,
        };
        if repeated {
            let diagnostic = Diagnostic::new(Code::RepeatedMember, member.name.span());
            self.report(diagnostic.with("name", member.name.text.as_str()));
        }
    }

    fn deadline(
        &mut self,
        clause: ClauseId,
        id: ProcedureId,
        period: &ast::Value,
        start: &Reference,
    ) -> Option<Deadline> {
        let period = self.value_expr(period, Type::Duration);
        let step = if start.of.is_none() { self.step_index(id, &start.name.text) } else { None };
        let from = match step {
            Some(step) => Some(DeadlineStart::Step(step)),
            None if self.values.contains_key(&start.to_string()) => {
                let fact = self.fact(start)?;
                let kind = self.data.facts.get(fact.index())?.kind;
                if kind != Type::Date && !self.untyped.contains(&fact) {
                    self.wrong_type(start.span(), Type::Date, kind);
                    return None;
                }
                Some(DeadlineStart::Fact(fact))
            }
            None => {
                self.unknown_step(&start.name, Some(id));
                None
            }
        };
        Some(Deadline { period: period?, from: from?, clause })
    }

    fn escalation(&mut self, clause: ClauseId, id: ProcedureId, written: &ast::Escalation) {
        let step = self.step_named(id, &written.step);
        let after = self.value_expr(&written.after, Type::Duration);
        let to = match &written.to {
            Some(name) => self.body(name),
            None => step.and_then(|step| self.next_level(id, step, written.place.0)),
        };
        let (Some(step), Some(after), Some(to)) = (step, after, to) else { return };
        if let Some(procedure) = self.data.procedures.get_mut(id.index()) {
            procedure.escalations.push(Escalation { step, to, after, clause });
        }
    }

    /// The body above the one that has the step now.
    fn next_level(&mut self, id: ProcedureId, step: StepIndex, span: Span) -> Option<BodyId> {
        let procedure = self.data.procedures.get(id.index())?;
        let last = procedure.escalations.iter().rev().find(|found| found.step == step).map(|found| found.to);
        let actors = procedure.steps.get(step.index()).map(|step| step.actors.as_slice()).unwrap_or_default();
        let own = actors.iter().find_map(|actor| match actor {
            Party::Body(body) => Some(*body),
            Party::Role(_) => None,
        });
        let at = last.or(own);
        let above = at.and_then(|at| {
            self.data.hierarchies.iter().find_map(|hierarchy| {
                let position = hierarchy.levels.iter().position(|level| *level == at)?;
                hierarchy.levels.get(position + 1).copied()
            })
        });
        if above.is_none() {
            self.report(Diagnostic::new(Code::NoNextLevel, span));
        }
        above
    }

    fn hierarchy(&mut self, clause: ClauseId, written: &ast::Hierarchy) {
        let Some(levels) = self.all_bodies(&written.levels) else { return };
        for (index, name) in written.levels.iter().enumerate() {
            if let Some(first) = written.levels.iter().take(index).find(|known| known.text == name.text) {
                let first = first.span();
                self.report(Diagnostic::new(Code::GivenTwice, name.span()).label(first, "first"));
                return;
            }
        }
        self.data.hierarchies.push(crate::policy::model::Hierarchy { clause, levels });
    }

    fn order_steps(&mut self, id: ProcedureId) {
        let Some(procedure) = self.data.procedures.get(id.index()) else { return };
        let needs = procedure.steps.iter().map(|step| step.after.iter().map(|(earlier, _)| earlier.index()).collect());
        let DependencyOrder { order, circles } = dependency_order(&needs.collect::<Vec<_>>());
        let mut found = Vec::new();
        for circle in circles {
            let step = |index: &usize| procedure.steps.get(*index);
            let path = circle.iter().chain(circle.first()).filter_map(step).map(|step| step.name.as_str());
            let path: Vec<&str> = path.collect();
            let Some(first) = circle.first().and_then(step) else { continue };
            found.push(Diagnostic::new(Code::CyclicSteps, first.span).with("path", path.join(" → ")));
        }
        found.into_iter().for_each(|diagnostic| self.report(diagnostic));
        if let Some(procedure) = self.data.procedures.get_mut(id.index()) {
            procedure.order = order.into_iter().map(StepIndex::new).collect();
        }
    }
}
