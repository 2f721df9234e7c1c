//! Conditions that can hold or not, whatever else is the case.
//!
//! `done within 2 months after due` cannot be cut where both days are unknown. But where no other condition mentions
//! `done`, then for every `due` there is a day that makes it true and one that makes it false. So it is as good as an
//! unknown bool. Conditions that are free in this way are set aside one by one; what only they mention is free in turn.

use super::domains::{Inexact, ListPlan};
use super::forms::{Key, Reader};
use super::mentions::{Leaves, Mentions};
use crate::policy::{Expr, ExprKind, RecordId, Type, Value};
use crate::syntax::ast::{Comparison, Sign};
use std::collections::{BTreeMap, BTreeSet};

/// How often each unknown thing is mentioned by different conditions.
pub(super) struct Freedom<'r> {
    reader: Reader<'r>,
    mentioned: BTreeMap<Key, usize>,
    /// The record types of conditions inside of folds.
    records: Vec<(&'r Expr, RecordId)>,
}

impl<'r> Freedom<'r> {
    pub(super) fn new<'a: 'r>(reader: Reader<'r>, mentions: &Mentions<'a>, lists: &[ListPlan<'a>]) -> Self {
        let record_of = |fold| lists.iter().find(|plan| plan.folds.contains(&fold)).map(|plan| plan.of);
        let of_records = mentions.record_atoms.iter().filter_map(|(fold, atom)| Some((*atom, record_of(*fold)?)));
        let records: Vec<(&'r Expr, RecordId)> = of_records.map(|(atom, of)| (atom, of)).collect();
        let mut freedom = Self { reader, mentioned: BTreeMap::new(), records };
        let mut seen: Vec<(&Expr, Option<RecordId>)> = Vec::new();
        let of_case = mentions.atoms.iter().map(|atom| (*atom, None));
        let of_records: Vec<(&Expr, Option<RecordId>)> =
            freedom.records.iter().map(|(atom, of)| (*atom, Some(*of))).collect();
        for (atom, of) in of_case.chain(of_records) {
            if !seen.iter().any(|(known, other)| *other == of && known.means(atom)) {
                seen.push((atom, of));
                freedom.count(atom, of, 1);
            }
        }
        for plan in lists {
            for id in &plan.folds {
                let summand = reader.data.folds.get(id.index()).and_then(|fold| fold.summand.as_ref());
                // What is added up is no condition that could be set aside: it counts for two.
                summand.into_iter().for_each(|summand| freedom.count(summand, Some(plan.of), 2));
            }
        }
        freedom
    }

    fn keys(&self, expr: &Expr, of: Option<RecordId>) -> BTreeSet<Key> {
        let leaves = Leaves::of(self.reader.data, self.reader.facts, self.reader.evaluator, expr);
        let fields = leaves.fields.into_iter().filter_map(|field| Some(Key::Field(of?, field)));
        let facts = leaves.facts.into_iter().map(Key::Fact);
        facts.chain(leaves.folds.into_iter().map(Key::Fold)).chain(fields).collect()
    }

    fn count(&mut self, expr: &Expr, of: Option<RecordId>, times: usize) {
        for key in self.keys(expr, of) {
            *self.mentioned.entry(key).or_default() += times;
        }
    }

    /// Marks the conditions that are free.
    pub(super) fn judge(&mut self, inexact: &mut [Inexact<'_>]) {
        loop {
            let mut found: Vec<(&Expr, Option<RecordId>)> = Vec::new();
            for condition in inexact.iter_mut().filter(|condition| !condition.is_free) {
                let of = self.record_of(condition);
                let keys = self.keys(condition.expr, of);
                let alone = keys.into_iter().filter(|key| self.mentioned.get(key) == Some(&1));
                let guard =
                    alone.filter(|key| may_vary(condition, *key)).find_map(|key| self.frees(condition.expr, key, of));
                if let Some(guard) = guard {
                    condition.is_free = true;
                    condition.guard = guard;
                    if !found.iter().any(|(known, other)| *other == of && known.means(condition.expr)) {
                        found.push((condition.expr, of));
                    }
                }
            }
            if found.is_empty() {
                return;
            }
            for (expr, of) in found {
                for key in self.keys(expr, of) {
                    if let Some(count) = self.mentioned.get_mut(&key) {
                        *count = count.saturating_sub(1);
                    }
                }
            }
        }
    }

    fn record_of(&self, condition: &Inexact<'_>) -> Option<RecordId> {
        let own = || self.records.iter().find(|(atom, _)| std::ptr::eq(*atom, condition.expr)).map(|(_, of)| *of);
        if condition.is_of_record() { own() } else { None }
    }

    /// Whether some value of `key` makes a condition true and some other makes it false, whatever the rest is, unless
    /// the guard that is returned never happened.
    fn frees(&self, expr: &Expr, key: Key, of: Option<RecordId>) -> Option<Option<Key>> {
        let is_key = |expr: &Expr| self.bare(expr, of) == Some(key);
        let mentions = |expr: &Expr| self.keys(expr, of).contains(&key);
        // A day that periods are counted from: later days give later results, without end.
        let moves = |expr: &Expr| match &expr.kind {
            ExprKind::Sum(terms) if expr.value_type == Type::Date => {
                let (own, others): (Vec<_>, Vec<_>) = terms.iter().partition(|(_, term)| is_key(term));
                matches!(own.as_slice(), [(Sign::Plus, _)]) && !others.iter().any(|(_, term)| mentions(term))
            }
            _ => is_key(expr),
        };
        match &expr.kind {
            ExprKind::Within(within) => {
                let period = self.reader.evaluator.known_value(&within.period);
                if !matches!(period, Ok(Some(Value::Duration(period))) if period.count >= 0) {
                    return None;
                }
                let (date, anchor) = (&within.date, &within.anchor);
                if is_key(date) && !mentions(anchor) {
                    return Some(self.bare(anchor, of));
                }
                (is_key(anchor) && !mentions(date)).then(|| self.bare(date, of))
            }
            ExprKind::Compare(operator, left, right) => {
                let exactly = matches!(operator, Comparison::Equal | Comparison::NotEqual);
                let fits = |expr: &Expr| if exactly { is_key(expr) } else { moves(expr) };
                let alone = fits(left) && !mentions(right) || fits(right) && !mentions(left);
                alone.then_some(None)
            }
            ExprKind::Elapsed(deadline) => moves(deadline).then_some(None),
            _ => None,
        }
    }

    /// The unknown thing that an expression is, and nothing else.
    fn bare(&self, expr: &Expr, of: Option<RecordId>) -> Option<Key> {
        match &expr.kind {
            ExprKind::Fact(id) if self.reader.facts.get(*id).is_none() => Some(Key::Fact(*id)),
            ExprKind::Field(field) => Some(Key::Field(of?, *field)),
            _ => None,
        }
    }
}

/// Inside of a fold, only an unknown field of the record itself differs from record to record.
fn may_vary(condition: &Inexact<'_>, key: Key) -> bool {
    match key {
        Key::Fact(_) => !condition.is_of_record(),
        Key::Field(_, field) => condition.has_unknown(field),
        Key::Fold(_) => false,
    }
}
