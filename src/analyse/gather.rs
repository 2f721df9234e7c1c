//! The conditions of a policy, taken apart into those without connectives.

use crate::decide::abstraction::{Abstraction, Atom};
use crate::policy::{ByMeaning, DefineId, Expr, ExprKind, OutcomeId, PolicyData, Type, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// A condition without connectives; `None` where it could not be laid out.
pub(super) struct Found<'a> {
    pub(super) expr: &'a Expr,
    pub(super) atom: Option<Atom>,
}

/// What the conditions of a policy consist of.
#[derive(Default)]
pub(super) struct Gathered<'a> {
    pub(super) atoms: Vec<Found<'a>>,
    places: ByMeaning<usize>,
    /// The outcomes that conditions read.
    pub(super) read: BTreeSet<OutcomeId>,
    /// For each condition the atoms and the outcomes that it mentions.
    pub(super) mentions: Vec<Mentioned>,
    defines: BTreeMap<DefineId, Mentioned>,
}

/// What a condition mentions.
#[derive(Clone, Default)]
pub(super) struct Mentioned {
    pub(super) atoms: BTreeSet<usize>,
    pub(super) outcomes: BTreeSet<OutcomeId>,
}

impl<'a> Gathered<'a> {
    /// Takes apart all conditions.
    pub(super) fn new(
        data: &'a PolicyData,
        conditions: impl Iterator<Item = &'a Expr>,
        abstraction: &mut Abstraction<'a>,
    ) -> Self {
        let mut gathered = Self::default();
        let conditions: Vec<&'a Expr> = conditions.collect();
        let mut walk = Walk::new(data);
        conditions.iter().for_each(|condition| walk.visit(condition, &mut |_| {}));
        let used = walk.defines();
        // In the order of evaluation, so that a long chain of defines needs no deep recursion.
        for id in data.define_order.iter().filter(|id| used.contains(id)) {
            let define = data.defines.get(id.index());
            let Some(define) = define.filter(|define| define.value.value_type == Type::Bool) else { continue };
            let mut mentioned = Mentioned::default();
            gathered.take_apart(&define.value, abstraction, &mut mentioned);
            gathered.defines.insert(*id, mentioned);
        }
        for condition in conditions {
            let mut mentioned = Mentioned::default();
            gathered.take_apart(condition, abstraction, &mut mentioned);
            gathered.mentions.push(mentioned);
        }
        gathered
    }

    fn take_apart(&mut self, expr: &'a Expr, abstraction: &mut Abstraction<'a>, into: &mut Mentioned) {
        match connective(expr) {
            Connective::Of(parts) => {
                for part in parts {
                    self.take_apart(part, abstraction, into);
                }
            }
            Connective::Define(id) => {
                if let Some(mentioned) = self.defines.get(&id) {
                    into.atoms.extend(&mentioned.atoms);
                    into.outcomes.extend(&mentioned.outcomes);
                }
            }
            Connective::Outcome(id) => {
                self.read.insert(id);
                into.outcomes.insert(id);
            }
            Connective::None => {
                let place = match self.places.get(expr) {
                    Some(place) => *place,
                    None => {
                        self.atoms.push(Found { expr, atom: abstraction.atom(expr) });
                        self.places.insert(expr, self.atoms.len() - 1);
                        self.atoms.len() - 1
                    }
                };
                into.atoms.insert(place);
            }
        }
    }
}

/// How a condition is put together.
pub(super) enum Connective<'e> {
    /// From these conditions.
    Of(Vec<&'e Expr>),
    /// It has a name.
    Define(DefineId),
    /// It reads an outcome.
    Outcome(OutcomeId),
    /// It has no parts that are conditions.
    None,
}

/// How a condition is put together.
pub(super) fn connective(expr: &Expr) -> Connective<'_> {
    match &expr.kind {
        ExprKind::Not(inner) => Connective::Of(vec![inner]),
        ExprKind::And(operands) | ExprKind::Or(operands) => Connective::Of(operands.iter().collect()),
        ExprKind::Implies(premise, conclusion) => Connective::Of(vec![premise, conclusion]),
        ExprKind::Compare(_, left, right) if left.value_type == Type::Bool => Connective::Of(vec![left, right]),
        ExprKind::Among(_, operand, _) if operand.value_type == Type::Bool => Connective::Of(vec![operand]),
        ExprKind::Define(id) => Connective::Define(*id),
        ExprKind::Outcome(id, _) => Connective::Outcome(*id),
        ExprKind::Constant(_)
        | ExprKind::Fact(_)
        | ExprKind::Param(_)
        | ExprKind::AsOf
        | ExprKind::Field(_)
        | ExprKind::Fold(_)
        | ExprKind::Within(_)
        | ExprKind::Elapsed(_)
        | ExprKind::Compare(..)
        | ExprKind::Among(..)
        | ExprKind::Between(..)
        | ExprKind::Sum(_)
        | ExprKind::Product(_)
        | ExprKind::Negative(_) => Connective::None,
    }
}

/// Every condition that something is decided by.
pub(super) fn conditions(data: &PolicyData) -> impl Iterator<Item = &Expr> {
    let scopes = data.scopes.iter().map(|scope| &scope.condition);
    let assumptions = data.assumptions.iter().map(|assumption| &assumption.condition);
    let rules = data.rules.iter().filter_map(|rule| rule.condition.as_ref());
    let outcomes = data.outcomes.iter().flat_map(|outcome| outcome.conditions().chain(outcome.part_conditions()));
    let duties = data.duties.iter().flat_map(|duty| duty.when.iter().chain(&duty.must));
    let steps = data.procedures.iter().flat_map(|procedure| &procedure.steps).filter_map(|step| step.when.as_ref());
    let ensures = data.ensures.iter().filter_map(|ensure| ensure.when.as_ref());
    rules.chain(outcomes).chain(duties).chain(steps).chain(ensures).chain(scopes).chain(assumptions)
}
