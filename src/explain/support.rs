//! The facts that make conditions what they are: enough of them, and none that could be left out.

use crate::decide::grounds::Evaluator;
use crate::decide::{Facts, Truth};
use crate::policy::{DefineId, Expr, ExprKind, FactId, OutcomeId, PolicyData, Type, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// Deepest chain of defines that is unfolded; what lies deeper is one condition.
pub(super) const MOST_DEFINES: usize = 32;

/// What some conditions rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Support {
    pub(super) facts: BTreeSet<FactId>,
    /// The outcomes that they read by what is permitted.
    pub(super) outcomes: BTreeSet<OutcomeId>,
    /// The outcomes that they read by what the authority chose.
    pub(super) choices: BTreeSet<OutcomeId>,
}

impl Support {
    pub(super) fn add(&mut self, other: &Self) {
        self.facts.extend(&other.facts);
        self.outcomes.extend(&other.outcomes);
        self.choices.extend(&other.choices);
    }

    fn new_to(&self, known: &Self) -> usize {
        self.facts.difference(&known.facts).count() + self.outcomes.difference(&known.outcomes).count()
    }
}

/// What is to stay as it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Fixed<'e> {
    /// Conditions, each to keep its truth.
    pub(super) conditions: Vec<&'e Expr>,
    /// Amounts that are to stay known.
    pub(super) amounts: Vec<&'e Expr>,
}

/// One operand of a condition with the truth of the whole that it brings about by itself.
pub(super) struct Operand<'e> {
    pub(super) expr: &'e Expr,
    /// Whether it settles the whole by itself.
    pub(super) settles: bool,
}

/// The operands of a chain or an implication, as far as they make it what it is: those that settle it, each by itself;
/// else all of them.
pub(super) fn operands<'e>(evaluator: &Evaluator<'_>, expr: &'e Expr) -> Option<Vec<Operand<'e>>> {
    let of_chain = |operands: &'e [Expr], settling: Truth| {
        let settles = |operand: &Expr| evaluator.truth(operand) == Ok(settling);
        operands.iter().map(|operand| Operand { expr: operand, settles: settles(operand) }).collect()
    };
    let found: Vec<Operand<'e>> = match &expr.kind {
        ExprKind::And(operands) => of_chain(operands, Truth::False),
        ExprKind::Or(operands) => of_chain(operands, Truth::True),
        ExprKind::Implies(premise, conclusion) => vec![
            Operand { expr: premise, settles: evaluator.truth(premise) == Ok(Truth::False) },
            Operand { expr: conclusion, settles: evaluator.truth(conclusion) == Ok(Truth::True) },
        ],
        ExprKind::Constant(_)
        | ExprKind::Fact(_)
        | ExprKind::Define(_)
        | ExprKind::Param(_)
        | ExprKind::AsOf
        | ExprKind::Field(_)
        | ExprKind::Fold(_)
        | ExprKind::Within(_)
        | ExprKind::Outcome(..)
        | ExprKind::Elapsed(_)
        | ExprKind::Not(_)
        | ExprKind::Compare(..)
        | ExprKind::Among(..)
        | ExprKind::Between(..)
        | ExprKind::Sum(_)
        | ExprKind::Product(_)
        | ExprKind::Negative(_) => return None,
    };
    let some_settles = found.iter().any(|operand| operand.settles);
    Some(found.into_iter().filter(|operand| operand.settles || !some_settles).collect())
}

/// A define that stands for a condition.
pub(super) fn condition_of(data: &PolicyData, id: DefineId) -> Option<&Expr> {
    data.defines.get(id.index()).map(|define| &define.value).filter(|value| value.value_type == Type::Bool)
}

/// Finds the facts that conditions of one case rest on.
pub(super) struct Supporter<'a> {
    data: &'a PolicyData,
    facts: &'a Facts,
    evaluator: &'a Evaluator<'a>,
}

impl<'a> Supporter<'a> {
    pub(super) fn new(data: &'a PolicyData, facts: &'a Facts, evaluator: &'a Evaluator<'a>) -> Self {
        Self { data, facts, evaluator }
    }

    /// Facts with which alone every condition comes out as it does, and none of which could be left out.
    pub(super) fn of(&self, fixed: &Fixed<'_>) -> Support {
        let mut found = Support::default();
        for amount in &fixed.amounts {
            self.leaf(amount, &mut found);
        }
        let mut known = BTreeMap::new();
        for condition in &fixed.conditions {
            let own = self.needed(condition, &found, &mut known, 0);
            found.add(&own);
        }
        self.without_needless(fixed, &mut found);
        let kept = self.only(&found.facts);
        let evaluator = self.evaluator.knowing(&kept);
        let mut read = Support::default();
        for condition in &fixed.conditions {
            let supporter = Supporter { data: self.data, facts: &kept, evaluator: &evaluator };
            read.add(&supporter.needed(condition, &found, &mut BTreeMap::new(), 0));
        }
        Support { facts: found.facts, ..read }
    }

    /// The case with only these facts known; what the authority chose stays.
    pub(super) fn only(&self, known: &BTreeSet<FactId>) -> Facts {
        restricted(self.facts, known)
    }

    /// A small set of facts that makes a condition what it is, beside those that are known already.
    fn needed(&self, expr: &Expr, found: &Support, known: &mut BTreeMap<DefineId, Support>, depth: usize) -> Support {
        if let Some(operands) = operands(self.evaluator, expr) {
            let mut best: Option<Support> = None;
            let mut all = Support::default();
            let mut so_far = found.clone();
            for operand in operands {
                let own = self.needed(operand.expr, &so_far, known, depth);
                if !operand.settles {
                    so_far.add(&own);
                    all.add(&own);
                } else if best.as_ref().is_none_or(|best| own.new_to(found) < best.new_to(found)) {
                    best = Some(own);
                }
            }
            return best.unwrap_or(all);
        }
        let mut own = Support::default();
        match &expr.kind {
            ExprKind::Not(inner) => return self.needed(inner, found, known, depth),
            ExprKind::Define(id) => match condition_of(self.data, *id).filter(|_| depth < MOST_DEFINES) {
                Some(value) => {
                    if let Some(known) = known.get(id) {
                        return known.clone();
                    }
                    own = self.needed(value, found, known, depth + 1);
                    known.insert(*id, own.clone());
                }
                None => self.leaf(expr, &mut own),
            },
            _ => self.leaf(expr, &mut own),
        }
        own
    }

    /// All that a condition without connectives, or an amount, rests on.
    fn leaf(&self, expr: &Expr, found: &mut Support) {
        let data = self.data;
        let mut note = |id: FactId| {
            if self.facts.get(id).is_some() {
                found.facts.insert(id);
            }
        };
        let (mut read, mut dated) = (Vec::new(), false);
        Walk::new(data).visit(expr, &mut |part| match &part.kind {
            ExprKind::Fact(id) => note(*id),
            ExprKind::Fold(id) => data.folds.get(id.index()).into_iter().for_each(|fold| note(fold.list)),
            ExprKind::Param(id) => {
                dated |= data.params.get(id.index()).is_some_and(|param| param.constant().is_none());
            }
            ExprKind::Outcome(id, _) => read.push(*id),
            _ => {}
        });
        data.dated_by.filter(|_| dated).into_iter().for_each(note);
        for id in read {
            match self.facts.chosen(id) {
                Some(_) => found.choices.insert(id),
                None => found.outcomes.insert(id),
            };
        }
    }

    /// Leaves out, one by one, the facts without which every condition still comes out as it does: judgements first,
    /// then those that are declared last.
    fn without_needless(&self, fixed: &Fixed<'_>, found: &mut Support) {
        let wanted: Vec<_> = fixed.conditions.iter().map(|condition| self.evaluator.truth(condition)).collect();
        let mut kept = self.only(&found.facts);
        let is_judged = |id: &FactId| self.data.facts.get(id.index()).is_some_and(|fact| fact.judgement.is_some());
        let (judged, others): (Vec<FactId>, Vec<FactId>) = found.facts.iter().rev().copied().partition(is_judged);
        for id in judged.into_iter().chain(others) {
            let value = kept.get(id).cloned();
            kept.assume(id, None);
            let is_needless = {
                let evaluator = self.evaluator.knowing(&kept);
                let mut same =
                    fixed.conditions.iter().zip(&wanted).map(|(one, wanted)| evaluator.truth(one) == *wanted);
                same.all(|same| same)
                    && fixed.amounts.iter().all(|amount| matches!(evaluator.known_value(amount), Ok(Some(_))))
            };
            if is_needless {
                found.facts.remove(&id);
            } else {
                kept.assume(id, value);
            }
        }
    }
}

/// A case with only these facts known; the day, the calendar and what the authority chose stay.
pub(super) fn restricted(facts: &Facts, known: &BTreeSet<FactId>) -> Facts {
    let mut kept = Facts::unknown(facts.policy());
    facts.as_of().into_iter().for_each(|day| kept.set_as_of(day));
    facts.calendar().into_iter().for_each(|calendar| kept.set_calendar(calendar.clone()));
    for id in known {
        kept.assume(*id, facts.get(*id).cloned());
    }
    for id in facts.policy().outcome_ids() {
        if let Some(choice) = facts.chosen(id) {
            // It was of the right type when it was made.
            let _ = kept.choose(id, choice.cloned());
        }
    }
    kept
}
