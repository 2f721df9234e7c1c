//! From the conditions that hold to the status and the permitted set of one outcome.
//!
//! This is the meaning of rules, `overriding`, `otherwise`, `exempt`, `combine` and `adjust`. Everything that decides
//! a case, whether all facts are known or not, comes through [`conclude`].

use super::decision::Status;
use super::evaluate::EvaluationError;
use crate::policy::{
    AdjustmentRule, AmountSet, ArithmeticError, Combined, Contribution, Direction, Measure, MemberIndex, Outcome,
    OutcomeValues, PeriodUnit, PermittedSet, PolicyData, RuleId, RuleKind, Type, Unit, ValueSpace, direction,
};
use crate::syntax::ast::Mode;
use std::collections::BTreeSet;

/// Which conditions of an outcome hold.
pub(crate) trait Holds {
    /// Whether the case is in the policy's scope.
    fn in_scope(&self) -> bool;
    /// Whether a rule's condition holds.
    fn rule(&self, rule: RuleId) -> bool;
    /// What a rule permits where it fires; `None` where that is calculated from facts that are not known.
    ///
    /// # Errors
    /// The calculation has no result, or the amounts are no interval from zero.
    fn permitted(&self, rule: RuleId) -> Result<Option<&PermittedSet>, EvaluationError>;
    /// Whether the condition of the outcome's exemption at `index` holds.
    fn exemption(&self, index: usize) -> bool;
    /// Whether the condition of the outcome's adjustment at `index` holds.
    fn adjustment(&self, index: usize) -> bool;
}

/// Status and permitted set: what must be the same in every completion for an outcome to be settled.
///
/// The status is [`Status::Undetermined`] where the outcome is decided or in conflict, but its amounts are calculated
/// from facts that are not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Verdict {
    /// The status.
    pub status: Status,
    /// The permitted set, where the outcome is decided.
    pub permitted: Option<PermittedSet>,
}

/// A verdict and what led to it.
#[derive(Clone, Debug)]
pub(crate) struct Conclusion {
    pub(crate) verdict: Verdict,
    /// The rules that fired and were not overridden, in the order of the text.
    pub(crate) standing: Vec<RuleId>,
    /// The rules that fired and were overridden.
    pub(crate) overridden: Vec<RuleId>,
    /// The set before adjustment, where there was one.
    pub(crate) combined: Option<PermittedSet>,
    /// The exemptions (by index) that changed the result.
    pub(crate) exemptions: Vec<usize>,
    /// The adjustments (by index) whose condition held on a decided outcome.
    pub(crate) adjustments: Vec<usize>,
    /// Whether mitigating and aggravating adjustments met.
    pub(crate) weigh: bool,
}

impl Conclusion {
    fn of(status: Status) -> Self {
        Self {
            verdict: Verdict { status, permitted: None },
            standing: Vec::new(),
            overridden: Vec::new(),
            combined: None,
            exemptions: Vec::new(),
            adjustments: Vec::new(),
            weigh: false,
        }
    }
}

/// Decides one outcome from the conditions that hold.
///
/// # Errors
/// Amounts whose sum or middle has no result, with the place of the rule or the adjustment.
pub(crate) fn conclude(
    data: &PolicyData,
    outcome: &Outcome,
    holds: &impl Holds,
) -> Result<Conclusion, EvaluationError> {
    if !holds.in_scope() {
        return Ok(Conclusion::of(Status::OutOfScope));
    }
    let fired = fired(data, outcome, holds);
    let dropped: BTreeSet<RuleId> = fired
        .iter()
        .filter_map(|id| data.rules.get(id.index()))
        .flat_map(|rule| rule.overrides.iter().copied())
        .collect();
    let (overridden, standing): (Vec<RuleId>, Vec<RuleId>) = fired.into_iter().partition(|id| dropped.contains(id));

    let holding = || outcome.exemptions.iter().enumerate().filter(|(index, _)| holds.exemption(*index));
    let whole: Vec<usize> = holding().filter(|(_, found)| found.from.is_none()).map(|(index, _)| index).collect();
    let excuses = |from: &Option<Vec<RuleId>>, rule: &RuleId| from.as_ref().is_some_and(|from| from.contains(rule));
    let excusing: Vec<usize> = holding()
        .filter(|(_, found)| standing.iter().any(|rule| excuses(&found.from, rule)))
        .map(|(index, _)| index)
        .collect();
    let contributing: Vec<RuleId> =
        standing.iter().copied().filter(|rule| !holding().any(|(_, found)| excuses(&found.from, rule))).collect();

    let mut conclusion = Conclusion { standing, overridden, ..Conclusion::of(Status::Exempt) };
    if !whole.is_empty() {
        conclusion.exemptions = whole;
        conclusion.exemptions.extend(excusing);
        conclusion.exemptions.sort_unstable();
        return Ok(conclusion);
    }
    if contributing.is_empty() {
        // Nothing is left. Where an exemption from single clauses holds, that exempts; else no rule spoke at all.
        conclusion.exemptions = holding().map(|(index, _)| index).collect();
        if conclusion.exemptions.is_empty() {
            conclusion.verdict.status = Status::NotAddressed;
        }
        return Ok(conclusion);
    }
    conclusion.exemptions = excusing;
    let mut sets: Vec<&PermittedSet> = Vec::with_capacity(contributing.len());
    for rule in &contributing {
        sets.extend(holds.permitted(*rule)?);
    }
    if sets.len() < contributing.len() {
        conclusion.verdict.status = Status::Undetermined;
        return Ok(conclusion);
    }
    let combined = PermittedSet::combine(outcome.combination, sets);
    let span =
        || contributing.first().and_then(|rule| data.rules.get(rule.index())).map_or(outcome.span, |rule| rule.span);
    match combined.map_err(|error| EvaluationError { error, span: span() })? {
        Combined::Set(set) => adjust(data, outcome, holds, set, &mut conclusion)?,
        Combined::Conflict => conclusion.verdict.status = Status::Conflict,
        Combined::Nothing => conclusion.verdict.status = Status::NotAddressed,
    }
    Ok(conclusion)
}

/// The rules that fire: plain rules whose condition holds, and `otherwise` rules where none of those does.
fn fired(data: &PolicyData, outcome: &Outcome, holds: &impl Holds) -> Vec<RuleId> {
    let of_kind = |kind: RuleKind| -> Vec<RuleId> {
        let is_kind = |id: &RuleId| data.rules.get(id.index()).is_some_and(|rule| rule.kind == kind);
        outcome.rules.iter().copied().filter(|id| is_kind(id) && holds.rule(*id)).collect()
    };
    let plain = of_kind(RuleKind::Plain);
    if plain.is_empty() { of_kind(RuleKind::Otherwise) } else { plain }
}

fn adjust(
    data: &PolicyData,
    outcome: &Outcome,
    holds: &impl Holds,
    set: PermittedSet,
    conclusion: &mut Conclusion,
) -> Result<(), EvaluationError> {
    let mut adjusting = Adjusting::new(data, outcome, set.clone());
    for (index, rule) in outcome.adjustments.iter().enumerate() {
        if holds.adjustment(index) {
            conclusion.adjustments.push(index);
            adjusting.add(rule).map_err(|error| EvaluationError { error, span: rule.condition.span })?;
        }
    }
    conclusion.weigh = adjusting.weigh();
    conclusion.verdict = Verdict { status: Status::Decided, permitted: Some(adjusting.result()) };
    conclusion.combined = Some(set);
    Ok(())
}

/// What some adjustments make of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Adjusting {
    set: PermittedSet,
    space: ValueSpace,
    adjusted: Option<PermittedSet>,
    lighter: bool,
    heavier: bool,
}

impl Adjusting {
    /// A set before any adjustment.
    pub(crate) fn new(data: &PolicyData, outcome: &Outcome, set: PermittedSet) -> Self {
        let space = value_space(data, outcome, &set);
        Self { set, space, adjusted: None, lighter: false, heavier: false }
    }

    /// Adds the results of one more adjustment.
    ///
    /// # Errors
    /// Amounts whose middle has no result.
    pub(crate) fn add(&mut self, rule: &AdjustmentRule) -> Result<(), ArithmeticError> {
        let unchanged = (rule.mode == Mode::May).then(|| self.set.clone());
        let results = rule.adjustments.iter().map(|adjustment| self.set.adjusted(*adjustment, &self.space));
        for result in results.chain(unchanged.map(Ok)).collect::<Result<Vec<_>, _>>()? {
            self.adjusted = Some(match &self.adjusted {
                Some(so_far) => so_far.union(&result)?,
                None => result,
            });
        }
        for adjustment in &rule.adjustments {
            match direction(*adjustment) {
                Direction::Lighter => self.lighter = true,
                Direction::Heavier => self.heavier = true,
            }
        }
        Ok(())
    }

    /// Whether mitigation and aggravation meet, so that both must be weighed.
    pub(crate) fn weigh(&self) -> bool {
        self.lighter && self.heavier
    }

    /// The set after all of them.
    pub(crate) fn result(&self) -> PermittedSet {
        let adjusted = self.adjusted.as_ref().filter(|_| !self.weigh());
        adjusted.unwrap_or(&self.set).clone()
    }
}

/// The values that an outcome can have, `set` among them.
fn value_space(data: &PolicyData, outcome: &Outcome, set: &PermittedSet) -> ValueSpace {
    match outcome.values {
        OutcomeValues::Members(of) => {
            let members = data.enumerations.get(of.index()).map_or(0, |values| values.members.len());
            ValueSpace::Ladder { top: MemberIndex::new(members.saturating_sub(1)) }
        }
        OutcomeValues::Amounts(of) => {
            ValueSpace::Amounts(set.amounts().map(AmountSet::measure).cloned().or_else(|| measure(data, outcome, of)))
        }
    }
}

/// What an outcome's amounts are; `None` where nothing says in which unit.
pub(super) fn measure(data: &PolicyData, outcome: &Outcome, of: Type) -> Option<Measure> {
    let unit = outcome.unit.as_ref().and_then(|class| class.unit.as_ref());
    let declared = match (of, unit) {
        (Type::Int, _) => Some(Measure::Int),
        (Type::Decimal, _) => Some(Measure::Decimal),
        (Type::Money, Some(Unit::Currency(code))) => Some(Measure::Money(code.clone())),
        (Type::Duration, Some(Unit::Days)) => Some(Measure::Duration(PeriodUnit::Days)),
        (Type::Duration, Some(Unit::WorkingDays)) => Some(Measure::Duration(PeriodUnit::WorkingDays)),
        (Type::Duration, Some(Unit::Months)) => Some(Measure::Duration(PeriodUnit::Months)),
        _ => None,
    };
    let of_rule = |rule: &RuleId| match &data.rules.get(rule.index())?.permitted {
        Contribution::Fixed(set) => set.amounts().map(|amounts| amounts.measure().clone()),
        Contribution::Computed { .. } => None,
    };
    declared.or_else(|| outcome.rules.iter().find_map(of_rule))
}
