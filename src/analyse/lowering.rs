//! The variables of a policy, and its conditions without connectives as formulas over them.

use super::classes;
use super::formula::Formula;
use super::gather::Gathered;
use super::groups::{Meaning, Tried, grouping, levels, tried};
use super::lower::Place;
use super::multi::Variable;
use super::order::ordered;
use super::space::{Counting, Space};
use super::subjects::{Group, Subject};
use crate::decide::abstraction::{Abstraction, Atom, Branching, CutCondition, Diagram, Holding, Level, LevelSubject};
use crate::policy::{Expr, FactId, OutcomeId, Policy};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A variable before it has its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Draft {
    Level(Level),
    /// A fact that conditions cut one by one.
    Cut(FactId),
    /// A condition of a group.
    Relation(usize, usize),
    /// An atom that could not be laid out.
    Atom(usize),
    Choice(OutcomeId),
}

/// A policy on its way into a space: which variables there are, and what its atoms are over them.
pub(super) struct Lowering<'l, 'a> {
    policy: &'l Policy,
    abstraction: &'l Abstraction<'a>,
    tried: Vec<Tried>,
    /// The group of each level that is in one.
    group_of: BTreeMap<Level, usize>,
    raw: BTreeSet<Level>,
    loose: BTreeSet<Level>,
    /// The variables in their order.
    order: Vec<Draft>,
    variables: BTreeMap<Draft, Variable>,
    cuts: BTreeMap<FactId, Vec<&'l CutCondition>>,
    named: Vec<&'l Expr>,
    known: HashMap<Diagram, Formula>,
}

impl<'l, 'a> Lowering<'l, 'a> {
    /// The variables keep an order that is known, if it is one of these variables.
    pub(super) fn new(
        policy: &'l Policy,
        abstraction: &'l Abstraction<'a>,
        gathered: &'l Gathered<'a>,
        known_order: &[Draft],
    ) -> Self {
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
            loose: grouping.loose,
            order: Vec::new(),
            variables: BTreeMap::new(),
            cuts,
            named: gathered.atoms.iter().map(|found| found.expr).collect(),
            known: HashMap::new(),
        };
        lowering.put_in_order(gathered, known_order);
        lowering
    }

    /// Whether an atom is laid out by the values of what it depends on.
    fn is_cut(&self, atom: &Atom) -> bool {
        match atom {
            Atom::Cut(_) => true,
            Atom::Diagram { .. } => levels(self.abstraction, atom).is_disjoint(&self.loose),
        }
    }

    /// The variables that an atom becomes one of, or depends on.
    fn drafts(&self, place: usize, atom: Option<&Atom>) -> Vec<Draft> {
        let Some(atom) = atom.filter(|atom| self.is_cut(atom)) else { return vec![Draft::Atom(place)] };
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

    fn put_in_order(&mut self, gathered: &Gathered<'_>, known_order: &[Draft]) {
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
        let is_known = known_order.len() == drafts.len() && known_order.iter().all(|draft| numbers.contains_key(draft));
        self.order = if is_known { known_order.to_vec() } else { self.in_order(&drafts, &numbers, &edges) };
        self.variables = self.order.iter().enumerate().map(|(variable, draft)| (*draft, variable)).collect();
    }

    /// Puts drafts with these numbers in order, of which some are mentioned together.
    fn in_order(&self, drafts: &[Draft], numbers: &BTreeMap<Draft, usize>, edges: &[Vec<Draft>]) -> Vec<Draft> {
        let number = |edge: &Vec<Draft>| {
            let own: BTreeSet<usize> = edge.iter().filter_map(|draft| numbers.get(draft).copied()).collect();
            own.into_iter().collect()
        };
        let edges: Vec<Vec<usize>> = edges.iter().map(number).collect();
        let sizes: Vec<usize> = drafts.iter().map(|draft| self.subject(*draft).size()).collect();
        let order = ordered(&sizes, &edges).into_iter().filter_map(|number| drafts.get(number).copied());
        // What the authority chooses depends on all that the outcome depends on, so it comes last.
        let (choices, others): (Vec<Draft>, Vec<Draft>) = order.partition(|draft| matches!(draft, Draft::Choice(_)));
        others.into_iter().chain(choices).collect()
    }

    /// What the variables are, in their order.
    pub(super) fn order(&self) -> &[Draft] {
        &self.order
    }

    pub(super) fn subjects(&self) -> Vec<Subject> {
        self.order.iter().map(|draft| self.subject(*draft)).collect()
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

    pub(super) fn space(&mut self) -> Option<Space> {
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

    pub(super) fn groups(&self) -> Vec<Group> {
        let with_variables = |(index, tried): (usize, &Tried)| {
            let places = 0..tried.named_by.len();
            let variables = places.filter_map(|place| self.variables.get(&Draft::Relation(index, place)).copied());
            Group { variables: variables.collect(), ..tried.group.clone() }
        };
        self.tried.iter().enumerate().map(with_variables).collect()
    }

    pub(super) fn places(&self) -> BTreeMap<FactId, Place> {
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

    pub(super) fn choices(&self) -> BTreeMap<OutcomeId, Variable> {
        let choice = |(draft, variable): (&Draft, &Variable)| match draft {
            Draft::Choice(outcome) => Some((*outcome, *variable)),
            Draft::Level(_) | Draft::Cut(_) | Draft::Relation(..) | Draft::Atom(_) => None,
        };
        self.variables.iter().filter_map(choice).collect()
    }

    pub(super) fn approximate(&self) -> BTreeSet<Variable> {
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
    pub(super) fn atom(
        &mut self,
        space: &Space,
        place: usize,
        atom: Option<&Atom>,
        demands: &mut Vec<Formula>,
    ) -> Formula {
        let truth = |variable: Option<&Variable>| match variable {
            Some(variable) => space.among(*variable, |value| value == 1),
            None => Formula::constant(false),
        };
        let Some(atom) = atom.filter(|atom| self.is_cut(atom)) else {
            return truth(self.variables.get(&Draft::Atom(place)));
        };
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
    pub(super) fn constraints(&mut self, space: &Space) -> Vec<Formula> {
        let levels: Vec<Level> = self
            .order
            .iter()
            .filter_map(|draft| if let Draft::Level(level) = draft { Some(*level) } else { None })
            .collect();
        let constraints: Vec<Diagram> = levels.iter().filter_map(|level| self.abstraction.constraint(*level)).collect();
        constraints.into_iter().map(|constraint| self.diagram(space, constraint)).collect()
    }
}
