//! What kept a condition from being true: the fewest conditions that would have to come out otherwise.

use super::explanation::LackingCondition;
use super::proof::mentioned;
use super::support::{MOST_DEFINES, condition_of};
use super::wording::Wording;
use crate::decide::Truth;
use crate::decide::grounds::Evaluator;
use crate::policy::{DefineId, Expr, ExprKind, PolicyData};
use std::collections::{BTreeMap, BTreeSet};

/// A condition without connectives that has to come out otherwise.
#[derive(Clone, Debug)]
struct Lack<'e> {
    expr: &'e Expr,
    wanted: bool,
    within: Vec<DefineId>,
}

/// Finds what conditions of one case lack.
pub(super) struct Lacks<'a> {
    data: &'a PolicyData,
    evaluator: &'a Evaluator<'a>,
    wording: Wording<'a>,
    known: BTreeMap<(DefineId, bool), Vec<Lack<'a>>>,
}

impl<'a> Lacks<'a> {
    pub(super) fn new(data: &'a PolicyData, evaluator: &'a Evaluator<'a>, wording: Wording<'a>) -> Self {
        Self { data, evaluator, wording, known: BTreeMap::new() }
    }

    /// The fewest conditions without connectives that have to come out otherwise for a condition to come out as wanted:
    /// with these turned, and all others as they are, it does. None where it does already.
    pub(super) fn of(&mut self, condition: &'a Expr, wanted: bool) -> Vec<LackingCondition> {
        let mut listed: Vec<LackingCondition> = Vec::new();
        for lack in self.fewest(condition, wanted, 0) {
            let lacking = self.listed(&lack);
            if !listed.contains(&lacking) {
                listed.push(lacking);
            }
        }
        listed
    }

    fn listed(&self, lack: &Lack<'_>) -> LackingCondition {
        let fact_name = |id: &crate::policy::FactId| self.data.facts.get(id.index()).map(|fact| fact.name.to_string());
        let define_name = |id: &DefineId| self.data.defines.get(id.index()).map(|define| define.name.to_string());
        LackingCondition {
            condition: self.wording.expression(lack.expr),
            wanted: lack.wanted,
            unknown: !matches!(self.evaluator.truth(lack.expr), Ok(Truth::True | Truth::False)),
            facts: mentioned(self.data, lack.expr).iter().filter_map(fact_name).collect(),
            within: lack.within.iter().filter_map(define_name).collect(),
        }
    }

    fn fewest(&mut self, expr: &'a Expr, wanted: bool, depth: usize) -> Vec<Lack<'a>> {
        if self.evaluator.truth(expr) == Ok(Truth::from(wanted)) {
            return Vec::new();
        }
        match &expr.kind {
            ExprKind::Not(inner) => self.fewest(inner, !wanted, depth),
            ExprKind::And(operands) => {
                let operands = operands.iter().map(|operand| (operand, wanted)).collect();
                self.chain(operands, wanted, depth)
            }
            ExprKind::Or(operands) => {
                let operands = operands.iter().map(|operand| (operand, wanted)).collect();
                self.chain(operands, !wanted, depth)
            }
            ExprKind::Implies(premise, conclusion) => {
                self.chain(vec![(premise, !wanted), (conclusion, wanted)], !wanted, depth)
            }
            ExprKind::Define(id) => match condition_of(self.data, *id).filter(|_| depth < MOST_DEFINES) {
                Some(value) => self.of_define(*id, value, wanted, depth),
                None => vec![Lack { expr, wanted, within: Vec::new() }],
            },
            _ => vec![Lack { expr, wanted, within: Vec::new() }],
        }
    }

    /// What some conditions lack: together where all have to come out as wanted, else the one that lacks least.
    fn chain(&mut self, operands: Vec<(&'a Expr, bool)>, needs_all: bool, depth: usize) -> Vec<Lack<'a>> {
        let mut all: Vec<Lack<'a>> = Vec::new();
        let mut seen: BTreeSet<(usize, bool)> = BTreeSet::new();
        let mut best: Option<Vec<Lack<'a>>> = None;
        for (operand, wanted) in operands {
            let own = self.fewest(operand, wanted, depth);
            if needs_all {
                // Defines that are mentioned twice would double the list again and again.
                let place = |lack: &Lack<'_>| (std::ptr::from_ref(lack.expr).addr(), lack.wanted);
                all.extend(own.into_iter().filter(|lack| seen.insert(place(lack))));
            } else if best.as_ref().is_none_or(|best| own.len() < best.len()) {
                best = Some(own);
            }
        }
        best.unwrap_or(all)
    }

    fn of_define(&mut self, id: DefineId, value: &'a Expr, wanted: bool, depth: usize) -> Vec<Lack<'a>> {
        if let Some(known) = self.known.get(&(id, wanted)) {
            return known.clone();
        }
        let mut own = self.fewest(value, wanted, depth + 1);
        for lack in &mut own {
            lack.within.insert(0, id);
        }
        self.known.insert((id, wanted), own.clone());
        own
    }
}
