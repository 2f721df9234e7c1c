//! From conditions to diagrams.
//!
//! Connectives are laid out in diagrams. Single comparisons and timings are tried with every combination of values of
//! what they depend on, by the same evaluator that decides cases of which all is known.

use super::diagram::{Node, TooLarge};
use super::domains::Subject;
use super::evaluate::{Evaluator, Truth};
use super::exact::{Completions, NO, YES, excludes_case};
use super::facts::Facts;
use super::forms::Key;
use super::mentions::Leaves;
use crate::policy::{DefineId, Expr, ExprKind, FactId, FieldIndex, FoldId, Record, RecordId, Type, Value};
use crate::syntax::ast::{Comparison, Polarity};
use std::collections::{BTreeMap, BTreeSet};

/// Most combinations of values that one condition is tried with.
const MAX_ATOM_CASES: usize = 100_000;
/// Most combinations of values that all conditions of a case are tried with. The conditions behind are left uncut.
const MAX_ALL_ATOM_CASES: usize = 500_000;
/// The leaf of values with which a case cannot be decided.
const NO_RESULT: u32 = 2;

/// The record at hand, inside a fold.
pub(super) type Here<'r> = Option<(RecordId, &'r Record)>;

/// Values that are tried together.
struct Trial {
    facts: Facts,
    folds: BTreeMap<FoldId, Value>,
    record: Option<Record>,
}

/// A variable that a condition is tried with.
enum Tried {
    Fact(FactId),
    Field(FieldIndex),
    List(FactId),
}

impl<'a> Completions<'a> {
    /// The diagram of a condition: leaf 1 where it holds.
    pub(super) fn condition(&mut self, expr: &'a Expr, here: Here<'_>) -> Result<Node, TooLarge> {
        match self.evaluator.truth_at(expr, here.map(|(_, record)| record)) {
            Ok(Truth::True) => return self.store.leaf(YES),
            Ok(Truth::False) => return self.store.leaf(NO),
            Ok(Truth::Unknown) | Err(_) => {}
        }
        match &expr.kind {
            ExprKind::Not(inner) => {
                let node = self.condition(inner, here)?;
                self.not(node)
            }
            ExprKind::And(operands) => {
                let mut all = self.store.leaf(YES)?;
                for operand in operands {
                    let node = self.condition(operand, here)?;
                    all = self.both(all, node)?;
                }
                Ok(all)
            }
            ExprKind::Or(operands) => {
                let mut any = self.store.leaf(NO)?;
                for operand in operands {
                    let node = self.condition(operand, here)?;
                    any = self.either(any, node)?;
                }
                Ok(any)
            }
            ExprKind::Implies(premise, conclusion) => {
                let premise = self.condition(premise, here)?;
                let (premise, conclusion) = (self.not(premise)?, self.condition(conclusion, here)?);
                self.either(premise, conclusion)
            }
            ExprKind::Compare(operator, left, right) if left.value_type == Type::Bool => {
                let (left, right) = (self.condition(left, here)?, self.condition(right, here)?);
                let holds = |a: u32, b: u32| match operator {
                    Comparison::Equal => a == b,
                    Comparison::NotEqual => a != b,
                    Comparison::Less => a < b,
                    Comparison::LessEqual => a <= b,
                    Comparison::Greater => a > b,
                    Comparison::GreaterEqual => a >= b,
                };
                self.store.apply(left, right, &mut |a, b| u32::from(holds(a, b)))
            }
            ExprKind::Among(polarity, operand, values) if operand.value_type == Type::Bool => {
                let listed = |truth: u32| values.contains(&Value::Bool(truth == YES));
                let node = self.condition(operand, here)?;
                self.store.map(node, &mut |truth| u32::from(listed(truth) == (*polarity == Polarity::In)))
            }
            ExprKind::Define(id) => self.defines.get(id).copied().unwrap_or(Err(TooLarge)),
            ExprKind::Outcome(id, test) => self.outcome_test(*id, test),
            ExprKind::Fold(id) => self.fold_holds(*id, expr),
            ExprKind::Fact(_)
            | ExprKind::Field(_)
            | ExprKind::Param(_)
            | ExprKind::Compare(..)
            | ExprKind::Among(..)
            | ExprKind::Between(..)
            | ExprKind::Within(_)
            | ExprKind::Elapsed(_) => self.atom(expr, here),
            ExprKind::Constant(_)
            | ExprKind::AsOf
            | ExprKind::Sum(_)
            | ExprKind::Product(_)
            | ExprKind::Negative(_) => Err(TooLarge),
        }
    }

    /// The diagram of a fold that is true or false.
    fn fold_holds(&mut self, id: FoldId, expr: &'a Expr) -> Result<Node, TooLarge> {
        let Some((level, results)) = self.fold_results(id) else { return self.opaque(expr) };
        let mut children = Vec::with_capacity(results.len());
        for value in results {
            children.push(self.store.leaf(u32::from(value == Value::Bool(true)))?);
        }
        let node = self.store.branch(level, children)?;
        self.without_fixed_lists(node)
    }

    /// A condition without connectives.
    fn atom(&mut self, expr: &'a Expr, here: Here<'_>) -> Result<Node, TooLarge> {
        if let Some(found) = self.domains.inexact(expr, here.map(|(_, record)| record)) {
            let (level, is_free, guard) = (found.level, found.is_free, found.guard);
            return self.uncut(level, is_free, guard, here);
        }
        let leaves = Leaves::of(self.data, self.facts, self.evaluator, expr);
        let lists: Option<BTreeSet<u32>> =
            leaves.folds.iter().map(|id| self.lists.get(id).map(|of| of.level)).collect();
        let Some(lists) = lists else { return self.opaque(expr) };
        let unknown =
            |field: &FieldIndex| here.is_some_and(|(_, record)| matches!(record.get(field.index()), Some(None)));
        let fields = leaves.fields.iter().filter(|field| unknown(field));
        let keys = leaves.facts.iter().map(|id| Some(Key::Fact(*id)));
        let keys = keys.chain(fields.map(|field| here.map(|(of, _)| Key::Field(of, *field))));
        let levels: Option<BTreeSet<u32>> = keys.map(|key| self.domains.level(key?)).collect();
        let Some(levels) = levels else { return Err(TooLarge) };
        let levels: Vec<u32> = levels.into_iter().chain(lists).collect();
        let cases = levels.iter().try_fold(1_usize, |cases, level| cases.checked_mul(self.store.domain(*level)));
        let Some(cases) = cases.filter(|cases| *cases <= MAX_ATOM_CASES.min(MAX_ALL_ATOM_CASES - self.tried)) else {
            return self.tried_in_vain(expr, here);
        };
        self.tried += cases;
        let record = here.map(|(_, record)| record.clone());
        let mut trial = Trial { facts: self.facts.clone(), folds: BTreeMap::new(), record };
        match self.try_values(expr, &levels, &leaves.defines, &mut trial) {
            Ok(node) => {
                let node = self.without_fixed_lists(node)?;
                self.with_result(node)
            }
            Err(TooLarge) => self.tried_in_vain(expr, here),
        }
    }

    /// A condition that cannot be cut.
    fn uncut(&mut self, level: u32, is_free: bool, guard: Option<Key>, here: Here<'_>) -> Result<Node, TooLarge> {
        if !is_free {
            self.approximate.insert(level);
        }
        let (no, yes) = (self.store.leaf(NO)?, self.store.leaf(YES)?);
        let node = self.store.branch(level, vec![no, yes])?;
        let is_known = |key: &Key| match key {
            Key::Field(_, field) => here.is_some_and(|(_, record)| matches!(record.get(field.index()), Some(Some(_)))),
            Key::Fact(_) | Key::Fold(_) => false,
        };
        let Some(guarding) = guard.filter(|key| !is_known(key)).and_then(|key| self.domains.level(key)) else {
            return Ok(node);
        };
        let happened: Vec<Node> =
            self.domains.values(guarding).iter().map(|value| if *value == Value::Never { no } else { yes }).collect();
        let happened = self.store.branch(guarding, happened)?;
        self.both(node, happened)
    }

    /// A condition that some combination of values gives no answer to, or that has too many of them.
    fn tried_in_vain(&mut self, expr: &'a Expr, here: Here<'_>) -> Result<Node, TooLarge> {
        // A condition on a record would need a variable for each record.
        if here.is_some() || self.store.is_full() { Err(TooLarge) } else { self.opaque(expr) }
    }

    /// A variable that stands for a condition: it may hold or not, and the answer is approximate if it matters.
    pub(super) fn opaque(&mut self, expr: &'a Expr) -> Result<Node, TooLarge> {
        let known = self.opaque.iter().find(|(known, _)| known.means(expr)).map(|(_, level)| *level);
        let level = match known {
            Some(level) => level,
            None => {
                let asked = Leaves::asked(self.data, self.facts, self.evaluator, expr);
                let level = self.add_variable(Subject::Opaque(asked), 2);
                self.opaque.push((expr, level));
                self.approximate.insert(level);
                level
            }
        };
        let (no, yes) = (self.store.leaf(NO)?, self.store.leaf(YES)?);
        self.store.branch(level, vec![no, yes])
    }

    /// Takes note of the values with which a case cannot be decided.
    fn with_result(&mut self, node: Node) -> Result<Node, TooLarge> {
        self.exclude(node, NO_RESULT)?;
        self.store.map(node, &mut |truth| u32::from(truth == YES))
    }

    fn try_values(
        &mut self,
        expr: &Expr,
        levels: &[u32],
        defines: &BTreeSet<DefineId>,
        trial: &mut Trial,
    ) -> Result<Node, TooLarge> {
        let Some((level, rest)) = levels.split_first() else {
            let evaluator = Evaluator::trial(self.data, &trial.facts, defines, &trial.folds);
            return match evaluator.truth_at(expr, trial.record.as_ref()) {
                Ok(Truth::True) => self.store.leaf(YES),
                Ok(Truth::False) => self.store.leaf(NO),
                // The case cannot be decided then, so it is none that can occur.
                Err(error) if excludes_case(error.error) => {
                    self.failure = self.failure.or(Some(error));
                    self.store.leaf(NO_RESULT)
                }
                // A calculation without result in some completion: the answer is not exact, so it is not given.
                Ok(Truth::Unknown) | Err(_) => Err(TooLarge),
            };
        };
        let tried = match self.domains.subject(*level) {
            Some(Subject::Fact(id)) => Tried::Fact(*id),
            Some(Subject::Field(_, field)) => Tried::Field(*field),
            Some(Subject::List(list)) => Tried::List(*list),
            Some(Subject::Choice(_) | Subject::Opaque(_)) | None => return Err(TooLarge),
        };
        let mut children = Vec::new();
        match tried {
            Tried::List(list) => {
                for results in self.results_of(list) {
                    trial.folds.extend(results);
                    children.push(self.try_values(expr, rest, defines, trial)?);
                }
            }
            Tried::Fact(_) | Tried::Field(_) => {
                for value in self.domains.values(*level).to_vec() {
                    trial.set(&tried, Some(value));
                    children.push(self.try_values(expr, rest, defines, trial)?);
                }
                trial.set(&tried, None);
            }
        }
        self.store.branch(*level, children)
    }
}

impl Trial {
    fn set(&mut self, tried: &Tried, value: Option<Value>) {
        match tried {
            Tried::Fact(id) => self.facts.assume(*id, value),
            Tried::Field(field) => {
                if let Some(slot) = self.record.as_mut().and_then(|record| record.get_mut(field.index())) {
                    *slot = value;
                }
            }
            Tried::List(_) => {}
        }
    }
}
