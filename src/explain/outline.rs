//! Which steps have to be taken, in which order and by whom.

use super::explanation::{ProcedureOutline, StepOutline};
use super::why::Explainer;
use crate::decide::Truth;
use crate::policy::{Party, Procedure, Step, StepIndex};
use crate::syntax::ast::{Jointly, Mode, StepOrder};

impl Explainer<'_> {
    pub(super) fn procedures(&self) -> Vec<ProcedureOutline> {
        self.data.procedures.iter().map(|procedure| self.procedure(procedure)).collect()
    }

    fn procedure(&self, procedure: &Procedure) -> ProcedureOutline {
        let step = |index: &StepIndex| procedure.steps.get(index.index());
        let part = |step: &Step| {
            let truth = step.when.as_ref().map_or(Ok(Truth::True), |when| self.ground.evaluator.truth(when));
            truth.unwrap_or(Truth::Unknown)
        };
        let steps = procedure.order.iter().filter_map(step).filter(|step| part(step) != Truth::False);
        let outlined = steps.map(|own| {
            let after = own.after.iter().filter(|(_, order)| *order == StepOrder::Strict);
            let after = after.filter_map(|(index, _)| step(index)).filter(|other| part(other) != Truth::False);
            StepOutline {
                name: own.name.clone(),
                clauses: own.clauses.iter().map(|clause| self.citation(*clause)).collect(),
                by: own.actors.iter().map(|party| self.party(*party)).collect(),
                jointly: own.jointly == Jointly::Together,
                after: after.map(|other| other.name.clone()).collect(),
                checks: own.checks.iter().map(|check| check.name.clone()).collect(),
                optional: own.mode == Mode::May,
                part_of_case: (part(own) == Truth::True).then_some(true),
            }
        });
        ProcedureOutline {
            name: procedure.name.clone(),
            clause: self.citation(procedure.clause),
            steps: outlined.collect(),
        }
    }

    fn party(&self, party: Party) -> String {
        match party {
            Party::Body(id) => self.data.bodies.get(id.index()).map_or_else(String::new, |body| body.name.clone()),
            Party::Role(id) => self.data.roles.get(id.index()).map_or_else(String::new, |role| role.name.clone()),
        }
    }
}
