//! From a policy to a space of abstract cases, and its conditions as formulas over that space.

use super::classes;
use super::formula::Formula;
use super::gather::{Connective, Gathered, conditions, connective};
use super::groups::{Meaning, Tried, grouping, levels, tried};
use super::multi::Variable;
use super::order::ordered;
use super::space::{Counting, Space};
use super::subjects::{Group, Subject};
use crate::calendar::Calendar;
use crate::decide::Facts;
use crate::decide::abstraction::{
    Abstraction, Atom, Branching, CutCondition, Diagram, Evaluator, Holding, Level, LevelSubject, version_condition,
};
use crate::policy::{ByMeaning, DefineId, Expr, ExprKind, FactId, OutcomeId, Policy, Type, Unit, Value, Walk};
use crate::syntax::ast::{Comparison, Polarity};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
}

/// A variable before it has its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Draft {
    Level(Level),
    /// A fact that conditions cut one by one.
    Cut(FactId),
    /// A condition of a group.
    Relation(usize, usize),
    /// An atom that could not be laid out.
    Atom(usize),
    Choice(OutcomeId),
}

/// Lowers a policy; `None` where it needs more variables than there can be.
pub(super) fn lowered(policy: &Policy, view: &View) -> Option<Model> {
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
    let mut lowering = Lowering::new(policy, &abstraction, &gathered);
    let space = lowering.space()?;
    let subjects: Vec<Subject> = lowering.order.iter().map(|draft| lowering.subject(*draft)).collect();
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

struct Lowering<'l, 'a> {
    policy: &'l Policy,
    abstraction: &'l Abstraction<'a>,
    tried: Vec<Tried>,
    /// The group of each level that is in one.
    group_of: BTreeMap<Level, usize>,
    raw: BTreeSet<Level>,
    /// The variables in their order.
    order: Vec<Draft>,
    variables: BTreeMap<Draft, Variable>,
    cuts: BTreeMap<FactId, Vec<&'l CutCondition>>,
    named: Vec<&'l Expr>,
    known: HashMap<Diagram, Formula>,
}

impl<'l, 'a> Lowering<'l, 'a> {
    fn new(policy: &'l Policy, abstraction: &'l Abstraction<'a>, gathered: &'l Gathered<'a>) -> Self {
        let grouping = grouping(abstraction, &gathered.atoms);
        let tried: Vec<Tried> =
            grouping.groups.iter().map(|levels| tried(abstraction, levels, &gathered.atoms)).collect();
        let of_group =
            |(index, levels): (usize, &Vec<Level>)| levels.iter().map(move |level| (*level, index)).collect::<Vec<_>>();
        let group_of = grouping.groups.iter().enumerate().flat_map(of_group).collect();
        let mut cuts: BTreeMap<FactId, Vec<&CutCondition>> = BTreeMap::new();
        for found in &gathered.atoms {
            if let Some(Atom::Cut(cut)) = &found.atom {
                cuts.entry(cut.fact).or_default().push(cut);
            }
        }
        let mut lowering = Self {
            policy,
            abstraction,
            tried,
            group_of,
            raw: grouping.raw,
            order: Vec::new(),
            variables: BTreeMap::new(),
            cuts,
            named: gathered.atoms.iter().map(|found| found.expr).collect(),
            known: HashMap::new(),
        };
        lowering.put_in_order(gathered);
        lowering
    }

    /// The variables that an atom becomes one of, or depends on.
    fn drafts(&self, place: usize, atom: Option<&Atom>) -> Vec<Draft> {
        let Some(atom) = atom else { return vec![Draft::Atom(place)] };
        let levels = levels(self.abstraction, atom);
        if let Some(group) = levels.iter().find_map(|level| self.group_of.get(level)) {
            let meaning = self.tried.get(*group).and_then(|tried| tried.meanings.get(&place));
            return match meaning {
                Some(Meaning::Condition { place, .. }) => vec![Draft::Relation(*group, *place)],
                Some(Meaning::Constant(_)) | None => Vec::new(),
            };
        }
        match atom {
            Atom::Cut(cut) if !levels.iter().any(|level| self.raw.contains(level)) => vec![Draft::Cut(cut.fact)],
            Atom::Cut(_) | Atom::Diagram { .. } => levels.into_iter().map(Draft::Level).collect(),
        }
    }

    fn put_in_order(&mut self, gathered: &Gathered<'_>) {
        let of_atoms: Vec<Vec<Draft>> =
            gathered.atoms.iter().enumerate().map(|(place, found)| self.drafts(place, found.atom.as_ref())).collect();
        let bonds: Vec<Vec<Draft>> = of_atoms
            .iter()
            .flatten()
            .filter_map(
                |draft| if let Draft::Level(level) = draft { self.abstraction.constraint(*level) } else { None },
            )
            .map(|constraint| self.abstraction.support(constraint).into_iter().map(Draft::Level).collect())
            .collect();
        let groups = self.tried.iter().enumerate().map(|(group, tried)| {
            (0..tried.named_by.len()).map(|place| Draft::Relation(group, place)).collect::<Vec<Draft>>()
        });
        let conditions = gathered.mentions.iter().map(|mentioned| {
            let atoms = mentioned.atoms.iter().filter_map(|place| of_atoms.get(*place)).flatten().copied();
            atoms.chain(mentioned.outcomes.iter().map(|id| Draft::Choice(*id))).collect::<Vec<Draft>>()
        });
        let edges: Vec<Vec<Draft>> = conditions.chain(groups).chain(bonds).collect();
        let mut drafts: Vec<Draft> = Vec::new();
        let mut numbers: BTreeMap<Draft, usize> = BTreeMap::new();
        for draft in edges.iter().flatten() {
            numbers.entry(*draft).or_insert_with(|| {
                drafts.push(*draft);
                drafts.len() - 1
            });
        }
        let number = |edge: &Vec<Draft>| {
            let own: BTreeSet<usize> = edge.iter().filter_map(|draft| numbers.get(draft).copied()).collect();
            own.into_iter().collect()
        };
        let edges: Vec<Vec<usize>> = edges.iter().map(number).collect();
        let order = ordered(drafts.len(), &edges).into_iter().filter_map(|number| drafts.get(number).copied());
        // What the authority chooses depends on all that the outcome depends on, so it comes last.
        let (choices, others): (Vec<Draft>, Vec<Draft>) = order.partition(|draft| matches!(draft, Draft::Choice(_)));
        self.order = others.into_iter().chain(choices).collect();
        self.variables = self.order.iter().enumerate().map(|(variable, draft)| (*draft, variable)).collect();
    }

    fn subject(&self, draft: Draft) -> Subject {
        let data = self.policy.data();
        let kind = |fact: FactId| data.facts.get(fact.index()).map(|fact| fact.kind);
        let named = |place: usize| self.named.get(place).map(|expr| (*expr).clone());
        let found = match draft {
            Draft::Level(level) => match self.abstraction.subject(level) {
                Some(LevelSubject::Fact(fact, values)) if self.abstraction.is_ordered(fact) => {
                    Some(Subject::Fact(fact, classes::listed(values)))
                }
                Some(LevelSubject::Fact(fact, _)) => {
                    kind(fact).map(|kind| Subject::Fact(fact, classes::finite(data, kind)))
                }
                Some(LevelSubject::List(list, results)) => Some(Subject::List(list, results)),
                Some(LevelSubject::Condition(condition)) => Some(Subject::Opaque { condition }),
                None => None,
            },
            Draft::Cut(fact) => kind(fact).map(|kind| {
                let cuts = self.cuts.get(&fact).map(Vec::as_slice).unwrap_or_default();
                Subject::Fact(fact, classes::ordered(kind, self.abstraction.unit(fact).as_ref(), cuts))
            }),
            Draft::Relation(group, place) => {
                let named_by = self.tried.get(group).and_then(|tried| tried.named_by.get(place)).copied();
                named_by.and_then(named).map(|condition| Subject::Relation { group, condition })
            }
            Draft::Atom(place) => named(place).map(|condition| Subject::Opaque { condition }),
            Draft::Choice(outcome) => {
                Some(Subject::Choice(outcome, self.abstraction.pieces(outcome).unwrap_or_default()))
            }
        };
        found.unwrap_or(Subject::List(FactId::new(0), Vec::new()))
    }

    fn space(&mut self) -> Option<Space> {
        let variables: Vec<(usize, Counting)> = self
            .order
            .iter()
            .map(|draft| {
                let counting =
                    if matches!(draft, Draft::Choice(_)) { Counting::WhereMentioned } else { Counting::Always };
                (self.subject(*draft).size(), counting)
            })
            .collect();
        Space::new(&variables)
    }

    fn groups(&self) -> Vec<Group> {
        let with_variables = |(index, tried): (usize, &Tried)| {
            let places = 0..tried.named_by.len();
            let variables = places.filter_map(|place| self.variables.get(&Draft::Relation(index, place)).copied());
            Group { variables: variables.collect(), ..tried.group.clone() }
        };
        self.tried.iter().enumerate().map(with_variables).collect()
    }

    fn places(&self) -> BTreeMap<FactId, Place> {
        let mut places = BTreeMap::new();
        for (index, tried) in self.tried.iter().enumerate() {
            places.extend(tried.group.members.iter().map(|member| (member.fact(), Place::Group(index))));
        }
        for (variable, draft) in self.order.iter().enumerate() {
            if let Subject::Fact(fact, _) | Subject::List(fact, _) = self.subject(*draft) {
                places.insert(fact, Place::Variable(variable));
            }
        }
        places
    }

    fn choices(&self) -> BTreeMap<OutcomeId, Variable> {
        let choice = |(draft, variable): (&Draft, &Variable)| match draft {
            Draft::Choice(outcome) => Some((*outcome, *variable)),
            Draft::Level(_) | Draft::Cut(_) | Draft::Relation(..) | Draft::Atom(_) => None,
        };
        self.variables.iter().filter_map(choice).collect()
    }

    fn approximate(&self) -> BTreeSet<Variable> {
        let is_approximate = |draft: &Draft| match draft {
            Draft::Level(level) => self.abstraction.is_approximate(*level),
            Draft::Relation(group, _) => {
                let own = self.group_of.iter().filter(|(_, of)| *of == group);
                own.into_iter().any(|(level, _)| self.abstraction.is_approximate(*level))
            }
            Draft::Atom(_) => true,
            Draft::Cut(_) | Draft::Choice(_) => false,
        };
        self.variables.iter().filter(|(draft, _)| is_approximate(draft)).map(|(_, variable)| *variable).collect()
    }

    /// The formula of an atom. Where the case cannot be decided because of it goes to the demands.
    fn atom(&mut self, space: &Space, place: usize, atom: Option<&Atom>, demands: &mut Vec<Formula>) -> Formula {
        let truth = |variable: Option<&Variable>| match variable {
            Some(variable) => space.among(*variable, |value| value == 1),
            None => Formula::constant(false),
        };
        let Some(atom) = atom else { return truth(self.variables.get(&Draft::Atom(place))) };
        let levels = levels(self.abstraction, atom);
        if let Some(group) = levels.iter().find_map(|level| self.group_of.get(level)) {
            let meaning = self.tried.get(*group).and_then(|tried| tried.meanings.get(&place));
            return match meaning {
                Some(Meaning::Constant(holds)) => Formula::constant(*holds),
                Some(Meaning::Condition { place, is_opposite }) => {
                    let holds = truth(self.variables.get(&Draft::Relation(*group, *place)));
                    if *is_opposite { holds.not() } else { holds }
                }
                None => Formula::constant(false),
            };
        }
        match atom {
            Atom::Cut(cut) => {
                let own = self.variables.get(&Draft::Cut(cut.fact)).copied();
                let raw = || self.variables.get(&Draft::Level(self.abstraction.level_of(cut.fact)?)).copied();
                let Some(variable) = own.or_else(raw) else { return Formula::constant(cut.first == Holding::Yes) };
                let subject = self.order.get(variable).map(|draft| self.subject(*draft));
                let Some(Subject::Fact(_, values)) = subject else { return Formula::constant(false) };
                let holding = |wanted: Holding| {
                    space.among(variable, |index| values.get(index).is_some_and(|class| cut.at(&class.value) == wanted))
                };
                demands.push(holding(Holding::NoResult).not());
                holding(Holding::Yes)
            }
            Atom::Diagram { holds, failing } => {
                let failing = self.diagram(space, *failing);
                demands.push(failing.not());
                self.diagram(space, *holds)
            }
        }
    }

    /// The formula of a diagram none of whose variables is in a group.
    fn diagram(&mut self, space: &Space, diagram: Diagram) -> Formula {
        if let Some(known) = self.known.get(&diagram) {
            return known.clone();
        }
        let formula = match self.abstraction.branching(diagram) {
            Branching::Constant(holds) => Formula::constant(holds),
            Branching::At(level, children) => {
                let mut targets: Vec<(Diagram, Vec<usize>)> = Vec::new();
                for (value, child) in children.iter().enumerate() {
                    match targets.iter_mut().find(|(known, _)| known == child) {
                        Some((_, values)) => values.push(value),
                        None => targets.push((*child, vec![value])),
                    }
                }
                let variable = self.variables.get(&Draft::Level(level)).copied().unwrap_or(0);
                let mut ways = Vec::with_capacity(targets.len());
                for (child, values) in targets {
                    let behind = self.diagram(space, child);
                    ways.push(space.among(variable, |value| values.contains(&value)).and(&behind));
                }
                Formula::any(ways)
            }
        };
        self.known.insert(diagram, formula.clone());
        formula
    }

    /// What binds lists to facts.
    fn constraints(&mut self, space: &Space) -> Vec<Formula> {
        let levels: Vec<Level> = self
            .order
            .iter()
            .filter_map(|draft| if let Draft::Level(level) = draft { Some(*level) } else { None })
            .collect();
        let constraints: Vec<Diagram> = levels.iter().filter_map(|level| self.abstraction.constraint(*level)).collect();
        constraints.into_iter().map(|constraint| self.diagram(space, constraint)).collect()
    }
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
