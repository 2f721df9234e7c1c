//! Where a concrete case lies in the space.

use super::analysis::Analysis;
use super::classes;
use super::lower::Model;
use super::multi::Variable;
use super::region::{Region, Undecided};
use super::subjects::Subject;
use super::witness::Point;
use crate::decide::abstraction::Evaluator;
use crate::decide::{Facts, Truth};
use crate::policy::{Expr, ExprKind, FoldId, PermittedSet, Value};

/// What the conditions of a policy see of a case: the same for two cases that no condition tells apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseKey(Vec<usize>);

impl Analysis {
    /// What the conditions of the policy see of a case, apart from what the authority chooses; `None` where that depends
    /// on facts that are not known.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn key(&self, facts: &Facts) -> Result<Option<CaseKey>, Undecided> {
        let model = self.model()?;
        let evaluator = Evaluator::new(self.policy().data(), facts);
        let is_choice = |variable: &Variable| matches!(model.subjects.get(*variable), Some(Subject::Choice(..)));
        let variables = (0..model.subjects.len()).filter(|variable| !is_choice(variable));
        let values: Option<Vec<usize>> =
            variables.map(|variable| model.value_of(&evaluator, facts, variable)).collect();
        Ok(values.map(CaseKey))
    }
}

impl Region {
    /// Whether a case lies in the region; `None` where that depends on facts that are not known, or on what the
    /// authority has not chosen. Whether the case can occur is not asked.
    #[must_use]
    pub fn contains(&self, facts: &Facts) -> Option<bool> {
        let model = &self.model;
        let evaluator = Evaluator::new(model.policy.data(), facts);
        let mut point = Point::new();
        for variable in model.space.mentioned(&self.formula) {
            if let Some(value) = model.value_of(&evaluator, facts, variable) {
                point.insert(variable, value);
            }
        }
        self.formula.rewritten(&model.space.codes(&point)).as_constant()
    }
}

impl Model {
    /// The value of a variable in a case.
    fn value_of(&self, evaluator: &Evaluator<'_>, facts: &Facts, variable: Variable) -> Option<usize> {
        match self.subjects.get(variable)? {
            Subject::Fact(fact, classes) => classes::class_of(classes, facts.get(*fact)?),
            Subject::Relation { condition, .. } | Subject::Opaque { condition, .. } => {
                match evaluator.truth(condition).ok()? {
                    Truth::True => Some(1),
                    Truth::False => Some(0),
                    Truth::Unknown => None,
                }
            }
            Subject::Choice(outcome, pieces) => {
                let choice = facts.chosen(*outcome)?;
                let is_chosen = |piece: &PermittedSet| match choice {
                    Some(value) => piece.contains_value(value),
                    None => piece.permits_none(),
                };
                pieces.iter().position(is_chosen)
            }
            Subject::List(_, results) => results.iter().position(|results| self.comes_to(evaluator, results)),
        }
    }

    /// Whether folds come to some results.
    fn comes_to(&self, evaluator: &Evaluator<'_>, results: &[(FoldId, Value)]) -> bool {
        let data = self.policy.data();
        results.iter().all(|(id, wanted)| {
            let Some(fold) = data.folds.get(id.index()) else { return false };
            let expr = Expr { kind: ExprKind::Fold(*id), value_type: fold.value_type, span: fold.span };
            matches!(evaluator.known_value(&expr), Ok(Some(value)) if value == *wanted)
        })
    }
}
