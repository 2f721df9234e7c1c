//! Concrete cases of a region.
//!
//! A witness is as ordinary as its region allows: as few facts as possible are other than one would write them first,
//! and of these only those are named without which the case would not be sure to lie in the region. Before it is given
//! out it is replayed: every condition has to come to what the analysis says it does, and so does every outcome.

use super::analysis::Analysis;
use super::classes;
use super::formula::{Formula, Setting};
use super::lower::Model;
use super::multi::{Multi, Values, Variable};
use super::region::{Points, Region, Undecided};
use super::subjects::{Member, Subject};
use crate::decide::abstraction::Evaluator;
use crate::decide::{Decision, Facts, OutcomeDecision, Permitted, Truth, Verdict, concretise, decide};
use crate::policy::{FactId, OutcomeId, PermittedSet, RecordId, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A concrete case.
#[derive(Clone, Debug)]
pub struct Witness {
    facts: Facts,
    named: Vec<FactId>,
    chosen: Vec<OutcomeId>,
    decision: Decision,
}

impl Witness {
    /// All facts of the case, and what the authority chose where that matters.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The facts that matter, in the order of declaration: whatever the others are, the case lies in the region.
    #[must_use]
    pub fn named(&self) -> &[FactId] {
        &self.named
    }

    /// The outcomes of which it matters what the authority chose.
    #[must_use]
    pub fn chosen(&self) -> &[OutcomeId] {
        &self.chosen
    }

    /// How the case is decided.
    #[must_use]
    pub fn decision(&self) -> &Decision {
        &self.decision
    }
}

/// A value for each variable that the case has.
pub(super) type Point = BTreeMap<Variable, usize>;

/// How much a value costs that is not the ordinary one, and each step away from it.
const UNUSUAL: u64 = 1_000;

impl Analysis {
    /// A case of a region, replayed in the interpreter; `None` where the region is empty.
    ///
    /// # Errors
    /// A written limit was reached; or no concrete case was found, although there should be one.
    pub fn witness(&self, region: &Region) -> Result<Option<Witness>, Undecided> {
        let model = self.model()?;
        let points = model.points(&region.formula).ok_or(Undecided::TooLarge)?;
        let Some(point) = model.ordinary_point(&points)? else { return Ok(None) };
        let named = model.needed(&region.formula, &points, &point)?;
        self.replayed(&point, &named).map(Some)
    }

    /// The case of a point, replayed. The variables are those that matter.
    pub(super) fn replayed(&self, point: &Point, named: &BTreeSet<Variable>) -> Result<Witness, Undecided> {
        let facts = self.model()?.concrete(point, None).ok_or_else(|| self.failure(point))?;
        self.replayed_with(facts, point, named)
    }

    /// What it means that a point has no case, or another than it should have.
    pub(super) fn failure(&self, point: &Point) -> Undecided {
        let is_approximate = |model: &Model| point.keys().any(|variable| model.approximate.contains(variable));
        if self.model().is_ok_and(|model| is_approximate(model)) { Undecided::Approximate } else { Undecided::Mismatch }
    }

    /// The case of a point with these facts, replayed.
    pub(super) fn replayed_with(
        &self,
        mut facts: Facts,
        point: &Point,
        named: &BTreeSet<Variable>,
    ) -> Result<Witness, Undecided> {
        let model = self.model()?;
        let failed = self.failure(point);
        for (outcome, variable) in &model.choices {
            if let Some(piece) = point.get(variable) {
                self.choose(&mut facts, *outcome, *piece, point)?;
            }
        }
        let setting = model.space.codes(point);
        if !model.agrees(&facts, &setting) {
            return Err(failed);
        }
        let decision = decide(self.policy(), &facts).map_err(|_| failed)?;
        let is_same = |id: OutcomeId| {
            let decided = self.policy().outcomes().get(id.index()).and_then(|found| decision.outcome(&found.name));
            match (self.verdict_at(id, &setting), decided) {
                (Some(verdict), Some(decided)) => self.is_verdict(id, &verdict, decided),
                (None, _) => true,
                (Some(_), None) => false,
            }
        };
        if !(0..self.policy().outcomes().len()).map(OutcomeId::new).all(is_same) {
            return Err(failed);
        }
        let named_facts: BTreeSet<FactId> = named.iter().flat_map(|variable| model.facts_of(*variable)).collect();
        let chosen = model.choices.iter().filter(|(_, variable)| named.contains(variable)).map(|(id, _)| *id);
        Ok(Witness { chosen: chosen.collect(), named: named_facts.into_iter().collect(), facts, decision })
    }

    /// What an outcome comes to at a point, if that is worked out already and the point settles it.
    pub(super) fn verdict_at(&self, id: OutcomeId, setting: &Setting) -> Option<Verdict> {
        let partition = self.known_partition(id)?;
        let is_settled = |formula: &Formula| formula.support().iter().all(|bit| setting.contains_key(bit));
        let mut verdicts = partition.verdicts.iter();
        if !partition.verdicts.iter().all(|(_, region)| is_settled(&region.formula)) {
            return None;
        }
        verdicts.find(|(_, region)| region.formula.holds(setting)).map(|(verdict, _)| verdict.clone())
    }

    /// A verdict's permitted values as a decision shows them, and whether "no measure" is one of them.
    #[must_use]
    pub fn shown(&self, outcome: OutcomeId, verdict: &Verdict) -> (Permitted, bool) {
        self.permitted(outcome, verdict.permitted.as_ref())
    }

    /// Whether a decision is this verdict.
    fn is_verdict(&self, id: OutcomeId, verdict: &Verdict, decided: &OutcomeDecision) -> bool {
        let (permitted, none) = self.permitted(id, verdict.permitted.as_ref());
        decided.status == verdict.status && decided.none == none && decided.permitted.same_as(&permitted)
    }

    /// A set as a decision shows it.
    pub(super) fn permitted(&self, id: OutcomeId, set: Option<&PermittedSet>) -> (Permitted, bool) {
        let data = self.policy().data();
        let members = data.outcomes.get(id.index()).and_then(|outcome| match outcome.values {
            crate::policy::OutcomeValues::Members(of) => data.enumerations.get(of.index()),
            crate::policy::OutcomeValues::Amounts(_) => None,
        });
        let name = |member: crate::policy::MemberIndex| {
            members.and_then(|of| of.members.get(member.index())).map_or_else(String::new, |found| found.name.clone())
        };
        set.map_or((Permitted::Values(Vec::new()), false), |set| (Permitted::of(set, name), set.permits_none()))
    }

    /// Lets the authority choose from a piece what is permitted.
    fn choose(&self, facts: &mut Facts, id: OutcomeId, piece: usize, point: &Point) -> Result<(), Undecided> {
        let (_, pieces) = self.choice(id)?;
        let setting = self.model()?.space.codes(point);
        let permitted = self.verdict_at(id, &setting).and_then(|verdict| verdict.permitted);
        let (Some(piece), Some(set)) = (pieces.get(piece), permitted) else { return Ok(()) };
        let Ok(Some(common)) = set.intersection(piece) else { return Ok(()) };
        let value = common.some_value(self.policy().outcomes().get(id.index()).map(|outcome| outcome.values));
        facts.choose(id, value).map_err(|_| Undecided::Mismatch)
    }
}

impl Model {
    /// The value of a variable that one would write first.
    pub(super) fn ordinary(&self, variable: Variable) -> usize {
        let ordinary =
            self.ordinary.get_or_init(|| (0..self.subjects.len()).map(|one| self.first_value(one)).collect());
        ordinary.get(variable).copied().unwrap_or(0)
    }

    fn first_value(&self, variable: Variable) -> usize {
        match self.subjects.get(variable) {
            Some(Subject::Fact(fact, own)) => {
                let default = self.policy.data().facts.get(fact.index()).and_then(|fact| fact.default.as_ref());
                let declared = default.and_then(|value| classes::class_of(own, value));
                declared.unwrap_or_else(|| classes::most_ordinary(own))
            }
            Some(Subject::Relation { group, .. }) => {
                let group = self.groups.get(*group);
                let value = group.and_then(|group| {
                    let place = group.variables.iter().position(|own| *own == variable)?;
                    group.ordinary_pattern()?.get(place).copied()
                });
                usize::from(value.unwrap_or(false))
            }
            Some(Subject::Opaque { .. } | Subject::Choice(..) | Subject::List(..)) | None => 0,
        }
    }

    fn cost(&self, variable: Variable, value: usize) -> u64 {
        let away = self.ordinary(variable).abs_diff(value);
        if away == 0 { 0 } else { UNUSUAL + u64::try_from(away).unwrap_or(UNUSUAL).min(UNUSUAL - 1) }
    }

    /// The most ordinary point of a region; `None` where it is empty.
    pub(super) fn ordinary_point(&self, points: &Points) -> Result<Option<Point>, Undecided> {
        self.cheapest_point(points, &|variable, value| self.cost(variable, value))
    }

    /// A point of a region with as much that is not ordinary as can be; `None` where the region is empty.
    pub(super) fn unusual_point(&self, points: &Points) -> Result<Option<Point>, Undecided> {
        let cost = |variable, value| (2 * UNUSUAL).saturating_sub(self.cost(variable, value));
        let mut found = self.cheapest_point(points, &cost)?;
        if let Some(point) = &mut found {
            for variable in (0..self.subjects.len()).filter(|variable| !points.bound.variables.contains(variable)) {
                let values = 0..self.subjects.get(variable).map_or(0, Subject::size);
                let is_choice = matches!(self.subjects.get(variable), Some(Subject::Choice(..)));
                let is_free = !is_choice && self.space.is_free(variable);
                if let Some(value) = values.max_by_key(|value| self.cost(variable, *value)).filter(|_| is_free) {
                    point.insert(variable, value);
                }
            }
        }
        Ok(found)
    }

    fn cheapest_point(
        &self,
        points: &Points,
        cost: &dyn Fn(Variable, usize) -> u64,
    ) -> Result<Option<Point>, Undecided> {
        let Some(path) = points.inside.cheapest(cost) else { return Ok(None) };
        let mut point: Point = path.into_iter().collect();
        for formula in self.space.other_components(&points.bound) {
            let diagram = self.space.diagrams.of(formula).ok_or(Undecided::TooLarge)?;
            let Some(path) = Multi::new(diagram, &self.space).cheapest(cost) else { return Ok(None) };
            point.extend(path);
        }
        for (variable, subject) in self.subjects.iter().enumerate() {
            let is_open = matches!(subject, Subject::Choice(..)) && !points.bound.variables.contains(&variable);
            if !is_open {
                point.entry(variable).or_insert_with(|| self.ordinary(variable));
            }
        }
        Ok(Some(point))
    }

    /// The variables that keep a point in a region, whatever the others are; as few as a search without backtracking
    /// finds.
    pub(super) fn needed(
        &self,
        formula: &Formula,
        points: &Points,
        point: &Point,
    ) -> Result<BTreeSet<Variable>, Undecided> {
        let outside = self.space.other_cases(formula, &points.bound).ok_or(Undecided::TooLarge)?;
        let outside = Multi::new(&outside, &self.space);
        let candidates: Vec<Variable> = outside.variables();
        let is_ordinary = |variable: &Variable| point.get(variable) == Some(&self.ordinary(*variable));
        let (ordinary, others): (Vec<Variable>, Vec<Variable>) = candidates.iter().copied().partition(is_ordinary);
        let mut best: Option<BTreeSet<Variable>> = None;
        // What is ordinary is left out first: it is not worth a word.
        for is_reversed in [true, false] {
            let mut order: Vec<Variable> = ordinary.iter().chain(&others).copied().collect();
            if is_reversed {
                order = ordinary.iter().rev().chain(others.iter().rev()).copied().collect();
            }
            let mut kept: BTreeSet<Variable> = candidates.iter().copied().collect();
            for variable in order {
                kept.remove(&variable);
                let allowed = |variable: Variable, values: Values| {
                    let own = point.get(&variable).filter(|_| kept.contains(&variable));
                    own.is_none_or(|value| (values.low..=values.high).contains(value))
                };
                if outside.meets(&allowed) {
                    kept.insert(variable);
                }
            }
            let facts = |kept: &BTreeSet<Variable>| {
                kept.iter().flat_map(|variable| self.facts_of(*variable)).collect::<BTreeSet<FactId>>().len()
            };
            if best.as_ref().is_none_or(|best| facts(&kept) < facts(best)) {
                best = Some(kept);
            }
        }
        Ok(best.unwrap_or_default())
    }

    /// The facts that a variable is about.
    pub(super) fn facts_of(&self, variable: Variable) -> Vec<FactId> {
        match self.subjects.get(variable) {
            Some(Subject::Fact(fact, _) | Subject::List(fact, _)) => vec![*fact],
            Some(Subject::Relation { group, condition }) => {
                let members: BTreeSet<FactId> =
                    self.groups.get(*group).into_iter().flat_map(|group| &group.members).map(Member::fact).collect();
                let mentioned = self.mentioned_facts(condition);
                members.into_iter().filter(|fact| mentioned.contains(fact)).collect()
            }
            Some(Subject::Opaque { condition, .. }) => self.mentioned_facts(condition).into_iter().collect(),
            Some(Subject::Choice(..)) | None => Vec::new(),
        }
    }

    /// The facts and lists that a condition mentions.
    pub(super) fn mentioned_facts(&self, condition: &crate::policy::Expr) -> BTreeSet<FactId> {
        use crate::policy::{ExprKind, Walk};
        let data = self.policy.data();
        let mut facts = BTreeSet::new();
        Walk::new(data).visit(condition, &mut |expr| match &expr.kind {
            ExprKind::Fact(id) => {
                facts.insert(*id);
            }
            ExprKind::Fold(id) => facts.extend(data.folds.get(id.index()).map(|fold| fold.list)),
            _ => {}
        });
        facts
    }

    /// Concrete facts for a point; `None` where none were found. Of one group the values may be given.
    pub(super) fn concrete(&self, point: &Point, given: Option<(usize, usize)>) -> Option<Facts> {
        let data = self.policy.data();
        let mut facts = Facts::unknown(&self.policy);
        self.as_of.into_iter().for_each(|day| facts.set_as_of(day));
        self.calendar.iter().for_each(|calendar| facts.set_calendar(calendar.clone()));
        let mut lists: Vec<(FactId, Vec<(crate::policy::FoldId, Value)>)> = Vec::new();
        let mut wanted: Vec<(crate::policy::Expr, bool)> = Vec::new();
        let mut free: BTreeSet<FactId> = BTreeSet::new();
        for (variable, value) in point {
            match self.subjects.get(*variable)? {
                Subject::Fact(fact, classes) => facts.assume(*fact, Some(classes.get(*value)?.value.clone())),
                Subject::List(list, results) => lists.push((*list, results.get(*value)?.clone())),
                Subject::Opaque { condition, .. } => {
                    free.extend(self.mentioned_facts(condition));
                    wanted.push((condition.clone(), *value == 1));
                }
                Subject::Relation { .. } | Subject::Choice(..) => {}
            }
        }
        for (index, group) in self.groups.iter().enumerate() {
            let pattern: Vec<bool> = group.variables.iter().map(|variable| point.get(variable) == Some(&1)).collect();
            let (_, ordinary) = group.patterns.iter().find(|(known, _)| *known == pattern)?;
            let row = given.filter(|(own, _)| *own == index).map_or(*ordinary, |(_, row)| row);
            for (member, value) in group.members.iter().zip(group.tuples.get(row)?) {
                match member {
                    Member::Fact(fact, values) => facts.assume(*fact, Some(values.get(usize::from(*value))?.clone())),
                    Member::List(list, results) => lists.push((*list, results.get(usize::from(*value))?.clone())),
                }
            }
        }
        let ordinary = |fact: FactId| self.ordinary_value(fact);
        for id in (0..data.facts.len()).map(FactId::new) {
            if !self.places.contains_key(&id) && !free.contains(&id) {
                facts.assume(id, ordinary(id));
            }
        }
        let mut facts = concretise::chosen(data, &facts, &wanted, &ordinary)?;
        for id in (0..data.facts.len()).map(FactId::new) {
            if !self.places.contains_key(&id) && facts.get(id).is_none() {
                facts.assume(id, ordinary(id));
            }
        }
        let of_field = |of: RecordId, field: usize| {
            let field = data.records.get(of.index())?.fields.get(field)?;
            self.ordinary_of(field.kind, field.unit.as_ref().and_then(|class| class.unit.as_ref()))
        };
        for (list, results) in lists {
            let records = concretise::records(data, &facts, list, &results, &of_field)?;
            facts.assume(list, Some(records));
        }
        Some(facts)
    }

    /// Whether every condition that a point settles comes to what the point says.
    fn agrees(&self, facts: &Facts, setting: &Setting) -> bool {
        let evaluator = Evaluator::new(self.policy.data(), facts);
        self.atoms.iter().all(|(condition, formula)| {
            let is_settled = formula.support().iter().all(|bit| setting.contains_key(bit));
            let expected = if formula.holds(setting) { Truth::True } else { Truth::False };
            !is_settled || evaluator.truth(condition) == Ok(expected)
        })
    }
}
