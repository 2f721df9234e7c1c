//! From a policy to a space of abstract cases, and its conditions as formulas over that space.

use super::classes;
use super::formula::Formula;
use super::gather::{Connective, Gathered, conditions, connective};
use super::lowering::{Draft, Lowering};
use super::multi::Variable;
use super::space::Space;
use super::subjects::{Group, Subject};
use crate::calendar::Calendar;
use crate::decide::Facts;
use crate::decide::abstraction::{Abstraction, Evaluator, version_condition};
use crate::policy::{ByMeaning, DefineId, Expr, ExprKind, FactId, OutcomeId, Policy, Type, Unit, Value, Walk};
use crate::syntax::ast::{Comparison, Polarity};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

/// From which day, with which holidays and in which readings a policy is looked at.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// The day on which cases are looked at. Where the policy needs one and none is given, it is the day on which its
    /// latest version begins; otherwise cases are judged at their end.
    pub as_of: Option<Date>,
    /// The calendar that working days are counted in; Monday to Friday without holidays where there is none.
    pub calendar: Option<Calendar>,
    /// Whether the source is read as the policy prefers.
    pub readings: Readings,
    /// Once this is set, the analysis gives up: every further question is answered by
    /// [`Undecided::TooLarge`](super::Undecided::TooLarge), if it is not answered already.
    pub stop: Option<Arc<AtomicBool>>,
}

/// How the ambiguities of the source are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Readings {
    /// As the policy prefers.
    #[default]
    Preferred,
    /// In every way: each is a case of its own.
    All,
}

/// Where a fact is among the variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Variable(Variable),
    Group(usize),
}

/// A policy in a space of abstract cases.
pub(super) struct Model {
    pub(super) policy: Policy,
    pub(super) space: Space,
    pub(super) subjects: Vec<Subject>,
    pub(super) groups: Vec<Group>,
    pub(super) places: BTreeMap<FactId, Place>,
    /// What the authority chooses of each outcome that conditions read.
    pub(super) choices: BTreeMap<OutcomeId, Variable>,
    /// Conditions without connectives.
    pub(super) atoms: ByMeaning<Formula>,
    /// Variables that may stand for more than can occur.
    pub(super) approximate: BTreeSet<Variable>,
    pub(super) as_of: Option<Date>,
    pub(super) calendar: Option<Calendar>,
    /// The value of each variable that one would write first.
    pub(super) ordinary: OnceLock<Vec<usize>>,
    /// What the variables are, in their order.
    order: Vec<Draft>,
}

/// Lowers a policy; `None` where it needs more variables than there can be. What an earlier version of it has in common
/// is taken over.
pub(super) fn lowered(policy: &Policy, view: &View, earlier: Option<&Model>) -> Option<Model> {
    let data = policy.data();
    let mut facts = Facts::unknown(policy);
    let as_of = view.as_of.or_else(|| latest_change(policy));
    as_of.into_iter().for_each(|day| facts.set_as_of(day));
    let calendar = view.calendar.clone().or_else(|| plain_calendar(policy));
    calendar.iter().for_each(|calendar| facts.set_calendar(calendar.clone()));
    let evaluator = Evaluator::new(data, &facts);
    let version = version_condition(data, &facts);
    let mut abstraction = Abstraction::new(data, &facts, &evaluator, conditions(data).chain(&version));
    let gathered = Gathered::new(data, conditions(data).chain(&version), &mut abstraction);
    let known_order = earlier.map(|earlier| earlier.order.as_slice()).unwrap_or_default();
    let mut lowering = Lowering::new(policy, &abstraction, &gathered, known_order);
    let mut space = lowering.space()?;
    space.diagrams.stop_at(view.stop.clone());
    if let Some(earlier) = earlier {
        space.diagrams.take_over(&earlier.space.diagrams);
    }
    let subjects = lowering.subjects();
    let mut model = Model {
        policy: policy.clone(),
        space,
        groups: lowering.groups(),
        places: lowering.places(),
        choices: lowering.choices(),
        atoms: ByMeaning::default(),
        approximate: lowering.approximate(),
        subjects,
        as_of,
        calendar,
        ordinary: OnceLock::new(),
        order: lowering.order().to_vec(),
    };
    let mut demands = Vec::new();
    for (place, found) in gathered.atoms.iter().enumerate() {
        let formula = lowering.atom(&model.space, place, found.atom.as_ref(), &mut demands);
        model.atoms.insert(found.expr, formula);
    }
    demands.extend(lowering.constraints(&model.space));
    demands.extend(model.groups.iter().map(|group| model.patterns(group)));
    let defines = model.plain_defines();
    let assumed = data.assumptions.iter().map(|assumption| &assumption.condition).chain(&version);
    demands.extend(assumed.filter_map(|condition| model.formula(condition, &mut |part| plain(&defines, part))));
    if view.readings == Readings::Preferred {
        demands.extend(model.preferred_readings());
    }
    model.space.demand(demands);
    Some(model)
}

/// Leaves out what reads an outcome.
fn plain(defines: &BTreeMap<DefineId, Formula>, part: &Expr) -> Option<Formula> {
    match &part.kind {
        ExprKind::Define(id) => defines.get(id).cloned(),
        _ => None,
    }
}

/// The day on which the latest version begins, of a policy that judges cases by the day on which they are looked at.
fn latest_change(policy: &Policy) -> Option<Date> {
    if policy.dated_by().is_some() {
        return None;
    }
    let data = policy.data();
    let params = data.params.iter().flat_map(|param| &param.versions).filter_map(|(from, _)| *from);
    let clauses = data.clauses.iter().flat_map(|clause| &clause.in_force);
    let periods = clauses.chain(&data.in_force).filter_map(|period| period.from.or(period.until));
    params.chain(periods).max()
}

/// Monday to Friday of all years, where working days are counted at all.
fn plain_calendar(policy: &Policy) -> Option<Calendar> {
    let data = policy.data();
    let mut counts = false;
    let mut walk = Walk::new(data);
    for condition in conditions(data) {
        walk.visit(condition, &mut |expr| {
            let unit = match &expr.kind {
                ExprKind::Constant(value) => value.unit(),
                ExprKind::Param(id) => {
                    data.params.get(id.index()).and_then(|one| one.versions.first()).and_then(|(_, value)| value.unit())
                }
                _ => None,
            };
            counts |= unit == Some(Unit::WorkingDays);
        });
    }
    counts.then(|| Calendar::new(1900..2200, []).ok()).flatten()
}

impl Model {
    /// Which conditions of a group go together.
    fn patterns(&self, group: &Group) -> Formula {
        let mut rows: Vec<&[bool]> = group.patterns.iter().map(|(pattern, _)| pattern.as_slice()).collect();
        rows.sort_unstable();
        let bits: Vec<Formula> =
            group.variables.iter().map(|variable| self.space.among(*variable, |value| value == 1)).collect();
        tree(&rows, &bits)
    }

    /// That a group's conditions hold as in a pattern.
    pub(super) fn pattern(&self, group: &Group, pattern: &[bool]) -> Formula {
        let parts = group.variables.iter().zip(pattern);
        Formula::all(parts.map(|(variable, holds)| self.space.among(*variable, |value| (value == 1) == *holds)))
    }

    /// A value that one would write first, of a fact that no condition looks at.
    pub(super) fn ordinary_value(&self, fact: FactId) -> Option<Value> {
        let data = self.policy.data();
        let declared = data.facts.get(fact.index())?;
        if let Some(default) = &declared.default {
            return Some(default.clone());
        }
        self.ordinary_of(declared.kind, declared.unit.as_ref().and_then(|class| class.unit.as_ref()))
    }

    /// A value of a type that one would write first.
    pub(super) fn ordinary_of(&self, kind: Type, unit: Option<&Unit>) -> Option<Value> {
        match kind {
            Type::List(of) => Some(Value::List(of, std::sync::Arc::new([]))),
            Type::Bool | Type::Enumeration(_) => {
                classes::finite(self.policy.data(), kind).into_iter().next().map(|class| class.value)
            }
            Type::Int | Type::Decimal | Type::Money | Type::Date | Type::Duration => {
                classes::ordered(kind, unit, &[]).into_iter().next().map(|class| class.value)
            }
        }
    }

    /// The formulas of the defines that read no outcome.
    fn plain_defines(&self) -> BTreeMap<DefineId, Formula> {
        let data = self.policy.data();
        let mut defines: BTreeMap<DefineId, Formula> = BTreeMap::new();
        for id in &data.define_order {
            let define = data.defines.get(id.index());
            let Some(define) = define.filter(|define| define.value.value_type == Type::Bool) else { continue };
            let formula = self.formula(&define.value, &mut |part| match &part.kind {
                ExprKind::Define(id) => defines.get(id).cloned(),
                _ => None,
            });
            if let Some(formula) = formula {
                defines.insert(*id, formula);
            }
        }
        defines
    }

    /// That the source is read as the policy prefers.
    fn preferred_readings(&self) -> Vec<Formula> {
        let data = self.policy.data();
        let preferred = |(fact, place): (&FactId, &Place)| {
            let declared = data.facts.get(fact.index()).filter(|fact| fact.is_reading)?;
            let (Place::Variable(variable), Some(Value::Member(_, member))) = (place, &declared.default) else {
                return None;
            };
            Some(self.space.among(*variable, |value| value == member.index()))
        };
        self.places.iter().filter_map(preferred).collect()
    }

    /// The formula of a condition. What stands for something else is looked up; `None` where something in it is not
    /// known.
    pub(super) fn formula(&self, expr: &Expr, look_up: &mut dyn FnMut(&Expr) -> Option<Formula>) -> Option<Formula> {
        match connective(expr) {
            Connective::Define(_) | Connective::Outcome(_) => look_up(expr),
            Connective::None => self.atoms.get(expr).cloned(),
            Connective::Of(parts) => {
                let mut formulas = Vec::with_capacity(parts.len());
                for part in parts {
                    formulas.push(self.formula(part, look_up)?);
                }
                connected(expr, &formulas)
            }
        }
    }
}

/// Connects the formulas of a condition's parts.
fn connected(expr: &Expr, parts: &[Formula]) -> Option<Formula> {
    Some(match (&expr.kind, parts) {
        (ExprKind::Not(_), [inner]) => inner.not(),
        (ExprKind::And(_), parts) => Formula::all(parts.iter().cloned()),
        (ExprKind::Or(_), parts) => Formula::any(parts.iter().cloned()),
        (ExprKind::Implies(..), [premise, conclusion]) => premise.not().or(conclusion),
        (ExprKind::Compare(operator, ..), [left, right]) => {
            let same = left.and(right).or(&left.not().and_not(right));
            match operator {
                Comparison::Equal => same,
                Comparison::NotEqual => same.not(),
                Comparison::Less => right.and_not(left),
                Comparison::LessEqual => left.not().or(right),
                Comparison::Greater => left.and_not(right),
                Comparison::GreaterEqual => right.not().or(left),
            }
        }
        (ExprKind::Among(polarity, _, values), [operand]) => {
            let listed = |truth: bool| values.contains(&Value::Bool(truth)) == (*polarity == Polarity::In);
            match (listed(false), listed(true)) {
                (false, false) => Formula::constant(false),
                (true, true) => Formula::constant(true),
                (false, true) => operand.clone(),
                (true, false) => operand.not(),
            }
        }
        _ => return None,
    })
}

/// That the bits are as in one of some rows, which are sorted.
fn tree(rows: &[&[bool]], bits: &[Formula]) -> Formula {
    let (Some((bit, bits)), false) = (bits.split_first(), rows.is_empty()) else {
        return Formula::constant(!rows.is_empty());
    };
    let split = rows.partition_point(|row| row.first() == Some(&false));
    let (below, above) = rows.split_at_checked(split).unwrap_or((rows, &[]));
    let behind = |rows: &[&[bool]]| {
        let rows: Vec<&[bool]> = rows.iter().filter_map(|row| row.get(1..)).collect();
        tree(&rows, bits)
    };
    bit.and(&behind(above)).or(&bit.not().and(&behind(below)))
}
