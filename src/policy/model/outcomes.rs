//! Outcomes and what rules say of them.

use super::{Contents, Expr, Labels, QualifiedName, UnitClass};
use crate::policy::ids::{BodyId, ClauseId, EnumerationId, MemberIndex, OutcomeId, RuleId};
use crate::policy::permitted::PermittedSet;
use crate::policy::value::Type;
use crate::source::Span;
use crate::syntax::ast::{Adjustment, Combination, Mode};

/// An outcome that rules decide.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its name.
    pub name: QualifiedName,
    /// Its labels.
    pub labels: Labels,
    /// What its values are.
    pub values: OutcomeValues,
    /// The unit of its amounts, as of a fact.
    pub unit: Option<UnitClass>,
    /// How the sets of several rules become one.
    pub combination: Combination,
    /// The rules that contribute to it, in the order of the text.
    pub rules: Vec<RuleId>,
    /// Its exemptions.
    pub exemptions: Vec<Exemption>,
    /// Its adjustments.
    pub adjustments: Vec<AdjustmentRule>,
    /// Who decides which of its values.
    pub deciders: Vec<Decider>,
    /// Who enforces which of its values.
    pub enforcers: Vec<Enforcer>,
    /// What its values consist of.
    pub contents: Vec<Contents>,
    /// Where it is declared.
    pub span: Span,
}

impl Outcome {
    /// The conditions of its exemptions and of its adjustments.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Expr> {
        let exemptions = self.exemptions.iter().map(|found| &found.condition);
        exemptions.chain(self.adjustments.iter().map(|found| &found.condition))
    }

    /// The conditions under which its values consist of something.
    pub(crate) fn part_conditions(&self) -> impl Iterator<Item = &Expr> {
        self.contents.iter().flat_map(|found| &found.parts).filter_map(|part| part.condition.as_ref())
    }
}

/// What the values of an [`Outcome`] are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeValues {
    /// The members of a scale or an enum.
    Members(EnumerationId),
    /// Amounts of this type: int, decimal, money or duration.
    Amounts(Type),
}

impl OutcomeValues {
    /// The type of a single value.
    #[must_use]
    pub fn value_type(self) -> Type {
        match self {
            Self::Members(of) => Type::Enumeration(of),
            Self::Amounts(value_type) => value_type,
        }
    }
}

/// When a [`Rule`] fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// Where its condition holds.
    Plain,
    /// Where its condition holds and no plain rule of the outcome fires.
    Otherwise,
}

/// What one rule contributes to one outcome.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// When it fires.
    pub kind: RuleKind,
    /// When it fires; always where `None`.
    pub condition: Option<Expr>,
    /// The outcome.
    pub outcome: OutcomeId,
    /// What it permits.
    pub permitted: Contribution,
    /// The rules of the same outcome whose contribution it drops where it fires.
    pub overrides: Vec<RuleId>,
    /// Where it stands.
    pub span: Span,
}

impl Rule {
    /// What it reads: its condition, and what its amounts are calculated from.
    pub(crate) fn expressions(&self) -> impl Iterator<Item = &Expr> {
        let ends = match &self.permitted {
            Contribution::Fixed(_) => [None, None],
            Contribution::Computed { from, to, .. } => [Some(from), Some(to)],
        };
        self.condition.iter().chain(ends.into_iter().flatten())
    }
}

/// What a rule permits where it fires.
#[derive(Clone, Debug)]
pub enum Contribution {
    /// The same values in every case.
    Fixed(PermittedSet),
    /// Amounts between two ends that are calculated from the facts.
    Computed {
        /// Whether "no measure" is permitted too.
        mode: Mode,
        /// The lower end, included.
        from: Expr,
        /// The upper end, included.
        to: Expr,
    },
}

/// `exempt OUTCOME if C`.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// The rules whose contribution it drops; the whole outcome where `None`.
    pub from: Option<Vec<RuleId>>,
    /// When.
    pub condition: Expr,
}

/// `adjust OUTCOME by …`.
#[derive(Clone, Debug)]
pub struct AdjustmentRule {
    /// The clause it is cited by.
    pub clause: ClauseId,
    /// Whether the set may also stay as it is.
    pub mode: Mode,
    /// What may be done, all in one direction.
    pub adjustments: Vec<Adjustment>,
    /// When.
    pub condition: Expr,
}

/// Who decides some values of an outcome.
#[derive(Clone, Debug)]
pub struct Decider {
    /// The clause that says so.
    pub clause: ClauseId,
    /// The values; all where `None`.
    pub values: Option<Vec<MemberIndex>>,
    /// Who decides.
    pub bodies: Vec<BodyId>,
    /// Whether they decide together.
    pub jointly: crate::syntax::ast::Jointly,
    /// Who has to approve.
    pub approved_by: Vec<BodyId>,
}

/// Who enforces some values of an outcome.
#[derive(Clone, Debug)]
pub struct Enforcer {
    /// The values; all where `None`.
    pub values: Option<Vec<MemberIndex>>,
    /// Who enforces.
    pub bodies: Vec<BodyId>,
}
