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
use std::cmp::Ordering;

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
    pub(super) fn value_of(&self, evaluator: &Evaluator<'_>, facts: &Facts, variable: Variable) -> Option<usize> {
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
            Subject::List(_, rows) => {
                let first = rows.first()?;
                let mut values = Vec::with_capacity(first.len());
                for (place, (id, _)) in first.iter().enumerate() {
                    let standing = rows.iter().filter_map(|row| row.get(place)).map(|(_, value)| value);
                    values.push(self.standing_for(evaluator, *id, standing)?);
                }
                let is_row = |row: &&Vec<(FoldId, Value)>| row.iter().map(|(_, value)| value).eq(values.iter());
                rows.iter().position(|row| is_row(&row))
            }
        }
    }

    /// The value that stands for what a fold comes to: the largest one that is not above it.
    fn standing_for<'v>(
        &self,
        evaluator: &Evaluator<'_>,
        id: FoldId,
        standing: impl Iterator<Item = &'v Value>,
    ) -> Option<Value> {
        let fold = self.policy.data().folds.get(id.index())?;
        let expr = Expr { kind: ExprKind::Fold(id), value_type: fold.value_type, span: fold.span };
        let own = evaluator.known_value(&expr).ok()??;
        let mut standing: Vec<&Value> = standing.collect();
        standing.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
        let below = standing.iter().rev().find(|value| value.order(&own).is_some_and(Ordering::is_le));
        below.or(standing.first()).map(|value| (*value).clone())
    }
}
