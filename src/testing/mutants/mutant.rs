//! One change in a policy.

use super::rewrite::{Parts, each_part, each_root};
use crate::policy::{
    AdjustmentRule, AmountInterval, AmountSet, Contribution, DutyId, Expr, ExprKind, MemberIndex, OutcomeId,
    OutcomeValues, PermittedSet, Policy, PolicyData, RuleId, RuleKind, Type, Value,
};
use crate::source::{SourceMap, Span};
use crate::syntax::KeywordLanguage;
use crate::syntax::ast::{Adjustment, Combination, Mode};
use crate::syntax::keywords::KEYWORDS;
use crate::testing::coverage::{above, below};
use serde::Serialize;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MutationKind {
    /// A comparison is another one.
    Comparison,
    /// A constant is the next smaller or the next larger value.
    Threshold,
    /// A value is put into a list, or taken out.
    Member,
    /// `and` is `or`, or the other way round.
    Connective,
    /// A condition is negated, or is no longer.
    Negation,
    /// A part of a condition is left out.
    DroppedCondition,
    /// The scope is left out.
    DroppedScope,
    /// A rule is left out.
    DroppedRule,
    /// A rule permits a value more, or a value less.
    Permitted,
    /// A rule drops no other rule.
    DroppedOverriding,
    /// A rule no longer says `otherwise`.
    DroppedOtherwise,
    /// An exemption is left out, or does not bear on one of its clauses.
    DroppedExemption,
    /// An adjustment is left out, or one of its alternatives.
    DroppedAdjustment,
    /// An adjustment does something else.
    Adjustment,
    /// The sets of several rules are combined otherwise.
    Combination,
    /// A duty is left out.
    DroppedDuty,
}

/// A piece of changed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As the author wrote it here.
    Written(Span),
    /// A keyword, by its English spelling.
    Keyword(&'static str),
    /// These characters.
    Text(String),
}

/// A policy with one change.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What kind of change it is.
    pub kind: MutationKind,
    /// The clause that is changed, as it is cited; `None` of a define and of an outcome's `combine`.
    pub clause: Option<String>,
    /// What is changed.
    pub span: Span,
    /// What stands there instead; nothing where it is left out.
    pub(crate) instead: Vec<Piece>,
    pub(crate) edit: Edit,
}

/// How a policy is changed.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// Wherever the author's expression at this place came to, it is another.
    Expr {
        original: Box<Expr>,
        changed: Box<Expr>,
    },
    /// These rules never fire.
    NoRule(Vec<RuleId>),
    /// What these rules permit.
    Permit(Vec<RuleId>, SetChange),
    /// They drop no other rule.
    NoOverriding(Vec<RuleId>),
    /// They fire wherever their condition holds.
    Plain(Vec<RuleId>),
    /// Of these rules the exemption drops nothing; it never holds where `None`.
    NoExemption(OutcomeId, usize, Option<Vec<RuleId>>),
    /// What an adjustment does; it never holds where there is nothing.
    Adjust(OutcomeId, usize, Mode, Vec<Adjustment>),
    Combine(OutcomeId, Combination),
    NoScope(usize),
    NoDuty(DutyId),
}

/// How a permitted set is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SetChange {
    /// The lowest value is the next lower.
    Lower,
    /// The lowest value is left out.
    WithoutLowest,
    /// The highest value is left out.
    WithoutHighest,
    /// The value next above the highest is permitted too.
    Higher,
    /// "No measure" is permitted too, or no longer.
    Mode,
}

impl Mutant {
    /// What the author wrote, on one line.
    #[must_use]
    pub fn original(&self, sources: &SourceMap) -> String {
        one_line(sources.slice(self.span))
    }

    /// What stands there instead, on one line; empty where it is left out.
    #[must_use]
    pub fn changed(&self, sources: &SourceMap, language: KeywordLanguage) -> String {
        let pieces = self.instead.iter().map(|piece| match piece {
            Piece::Written(span) => sources.slice(*span).to_owned(),
            Piece::Text(text) => text.clone(),
            Piece::Keyword(english) => {
                let found = KEYWORDS.iter().find(|keyword| keyword.english == *english);
                match (language, found) {
                    (KeywordLanguage::Chinese, Some(keyword)) => keyword.chinese.to_owned(),
                    (KeywordLanguage::English, _) | (KeywordLanguage::Chinese, None) => (*english).to_owned(),
                }
            }
        });
        one_line(&pieces.collect::<String>())
    }

    /// The changed policy.
    #[must_use]
    pub fn policy(&self, original: &Policy) -> Policy {
        let mut data = original.data().clone();
        self.edit.apply(original, &mut data);
        Policy::new(data)
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Edit {
    /// Changes the data of a policy.
    pub(super) fn apply(&self, policy: &Policy, data: &mut PolicyData) {
        match self {
            Self::Expr { original, changed } => each_root(data, &mut |root| {
                each_part(root, &mut |part| {
                    if part.span != original.span || !part.means(original) {
                        return Parts::Visit;
                    }
                    *part = (**changed).clone();
                    Parts::Skip
                });
            }),
            Self::NoRule(rules) => each_rule(data, rules, |rule| rule.condition = Some(constant(false, rule.span))),
            Self::Permit(rules, change) => each_rule(data, rules, |rule| {
                if let Some(permitted) = change.of(policy, rule.outcome, &rule.permitted) {
                    rule.permitted = permitted;
                }
            }),
            Self::NoOverriding(rules) => each_rule(data, rules, |rule| rule.overrides.clear()),
            Self::Plain(rules) => each_rule(data, rules, |rule| rule.kind = RuleKind::Plain),
            Self::NoExemption(outcome, index, excused) => {
                let outcome = data.outcomes.get_mut(outcome.index());
                if let Some(found) = outcome.and_then(|outcome| outcome.exemptions.get_mut(*index)) {
                    match (excused, &mut found.from) {
                        (Some(rules), Some(from)) => from.retain(|rule| !rules.contains(rule)),
                        _ => found.condition = constant(false, found.condition.span),
                    }
                }
            }
            Self::Adjust(outcome, index, mode, adjustments) => {
                let outcome = data.outcomes.get_mut(outcome.index());
                if let Some(found) = outcome.and_then(|outcome| outcome.adjustments.get_mut(*index)) {
                    if adjustments.is_empty() {
                        found.condition = constant(false, found.condition.span);
                    } else {
                        let adjustments = adjustments.clone();
                        *found = AdjustmentRule { mode: *mode, adjustments, ..found.clone() };
                    }
                }
            }
            Self::Combine(outcome, combination) => {
                if let Some(found) = data.outcomes.get_mut(outcome.index()) {
                    found.combination = *combination;
                }
            }
            Self::NoScope(index) => {
                if let Some(found) = data.scopes.get_mut(*index) {
                    found.condition = constant(true, found.condition.span);
                }
            }
            Self::NoDuty(id) => {
                let Some(found) = data.duties.get_mut(id.index()) else { return };
                found.when = Some(constant(false, found.span));
                let consequences = found.consequences.clone();
                each_rule(data, &consequences, |rule| rule.condition = Some(constant(false, rule.span)));
            }
        }
    }
}

fn each_rule(data: &mut PolicyData, rules: &[RuleId], change: impl Fn(&mut crate::policy::Rule)) {
    for id in rules {
        data.rules.get_mut(id.index()).into_iter().for_each(&change);
    }
}

pub(super) fn constant(truth: bool, span: Span) -> Expr {
    Expr { kind: ExprKind::Constant(Value::Bool(truth)), value_type: Type::Bool, span }
}

impl SetChange {
    pub(super) const ALL: [Self; 5] =
        [Self::Lower, Self::WithoutLowest, Self::WithoutHighest, Self::Higher, Self::Mode];

    /// What is permitted after the change; `None` where there is nothing to change, or nothing would be left.
    pub(super) fn of(self, policy: &Policy, outcome: OutcomeId, permitted: &Contribution) -> Option<Contribution> {
        match permitted {
            Contribution::Computed { mode, from, to } if self == Self::Mode => {
                let mode = if *mode == Mode::May { Mode::Must } else { Mode::May };
                Some(Contribution::Computed { mode, from: from.clone(), to: to.clone() })
            }
            Contribution::Computed { .. } => None,
            Contribution::Fixed(set) => self.of_set(policy, outcome, set).map(Contribution::Fixed),
        }
    }

    /// The changed set.
    pub(super) fn of_set(self, policy: &Policy, outcome: OutcomeId, set: &PermittedSet) -> Option<PermittedSet> {
        let bare = match set.amounts() {
            Some(amounts) if self == Self::Mode => PermittedSet::from(amounts.clone()),
            Some(amounts) => PermittedSet::from(self.of_amounts(policy, amounts)?),
            None => {
                let members: Vec<MemberIndex> = set.members().collect();
                match PermittedSet::of(self.of_members(policy, outcome, &members)) {
                    Some(set) => set,
                    // Only "no measure" is left, or was there.
                    None if set.permits_none() && self != Self::Mode && !members.is_empty() => {
                        return Some(PermittedSet::only_none());
                    }
                    None => return None,
                }
            }
        };
        let permits_none = set.permits_none() != (self == Self::Mode);
        let changed = if permits_none { bare.or_none() } else { bare };
        (changed != *set).then_some(changed)
    }

    fn of_members(self, policy: &Policy, outcome: OutcomeId, members: &[MemberIndex]) -> Vec<MemberIndex> {
        let mut changed = members.to_vec();
        let all = match policy.outcomes().get(outcome.index()).map(|found| found.values) {
            Some(OutcomeValues::Members(of)) => policy.enumerations().get(of.index()).map_or(0, |of| of.members.len()),
            Some(OutcomeValues::Amounts(_)) | None => 0,
        };
        let ends = members.first().zip(members.last());
        match (self, ends) {
            (Self::Lower, Some((first, _))) => {
                if let Some(lower) = first.index().checked_sub(1) {
                    changed.insert(0, MemberIndex::new(lower));
                }
            }
            (Self::Higher, Some((_, last))) => {
                changed.extend(Some(last.index() + 1).filter(|next| *next < all).map(MemberIndex::new));
            }
            (Self::WithoutLowest, Some(_)) => drop(changed.remove(0)),
            (Self::WithoutHighest, Some(_)) => drop(changed.pop()),
            (Self::Mode, _) | (_, None) => {}
        }
        changed
    }

    fn of_amounts(self, policy: &Policy, amounts: &AmountSet) -> Option<AmountSet> {
        let mut intervals: Vec<AmountInterval> = amounts.intervals().collect();
        match self {
            Self::Lower | Self::WithoutLowest => {
                let from = &mut intervals.first_mut()?.from;
                from.value = if self == Self::Lower { below(policy, &from.value) } else { above(policy, &from.value) }?;
            }
            Self::Higher | Self::WithoutHighest => {
                let to = intervals.last_mut()?.to.as_mut()?;
                to.value = if self == Self::Higher { above(policy, &to.value) } else { below(policy, &to.value) }?;
            }
            Self::Mode => {}
        }
        AmountSet::new(intervals).ok().flatten()
    }
}
