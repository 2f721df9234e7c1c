//! What a policy claims of itself: proved, or refuted by a case.
//!
//! A claim is about the cases in scope that can occur and fulfil its `when`; where it compares two cases, about pairs of
//! such cases.

use super::analysis::Analysis;
use super::formula::Formula;
use super::lower::Place;
use super::pairs::{Change, Changing, Comparing};
use super::region::{Region, Undecided};
use super::subjects::{Group, Subject};
use super::weight::Weight;
use super::witness::Witness;
use crate::decide::{OutcomeDecision, Status, Verdict};
use crate::policy::{EnsuredProperty, FactId, OutcomeId, PropertyKind, Value};
use std::collections::BTreeSet;

/// What is known of a claim.
#[derive(Clone, Debug)]
pub enum Proof<R> {
    /// It holds in every case.
    Proved,
    /// It does not hold.
    Refuted(R),
    /// Nobody knows.
    NotDecided(Undecided),
}

/// Why a claim does not hold.
#[derive(Clone, Debug)]
pub struct Refutation {
    /// All cases against the claim; of pairs the cases before the change.
    pub region: Region,
    /// One of them.
    pub example: Counterexample,
    /// The clauses behind it: those that fire, exempt or adjust in the case; of a pair those that do so in only one of
    /// the two cases, or where there are none, in both. In the order of the text.
    pub clauses: Vec<String>,
}

/// A case against a claim, or two.
#[derive(Clone, Debug)]
pub enum Counterexample {
    /// A single case.
    Case(Box<Witness>),
    /// Two cases that differ in one fact.
    Pair {
        /// The fact.
        fact: FactId,
        /// The case before the change.
        before: Box<Witness>,
        /// The case after it.
        after: Box<Witness>,
    },
}

impl Analysis {
    /// Checks one of the properties that the policy claims of itself.
    #[must_use]
    pub fn ensured(&self, property: &EnsuredProperty) -> Proof<Refutation> {
        self.checked(property).unwrap_or_else(Proof::NotDecided)
    }

    fn checked(&self, claim: &EnsuredProperty) -> Result<Proof<Refutation>, Undecided> {
        let when = match &claim.when {
            Some(condition) => self.formula(condition)?,
            None => Formula::constant(true),
        };
        match &claim.property {
            PropertyKind::RisesWith(fact) => {
                self.unchanged(claim.outcome, *fact, Change::Up, Comparing::Lighter, &when)
            }
            PropertyKind::Ignores(fact) => {
                self.unchanged(claim.outcome, *fact, Change::Any, Comparing::Different, &when)
            }
            PropertyKind::IsAddressed
            | PropertyKind::Excludes(_)
            | PropertyKind::AtLeast(_)
            | PropertyKind::AtMost(_)
            | PropertyKind::Within(_) => self.always(claim, &when),
        }
    }

    /// Whether one step up on a fact never makes an outcome lighter, in all cases in scope.
    #[must_use]
    pub fn rises_with(&self, outcome: OutcomeId, fact: FactId) -> Proof<Refutation> {
        let always = Formula::constant(true);
        let checked = self.unchanged(outcome, fact, Change::Up, Comparing::Lighter, &always);
        checked.unwrap_or_else(Proof::NotDecided)
    }

    /// Whether a fact makes no difference to an outcome, in all cases in scope.
    #[must_use]
    pub fn ignores(&self, outcome: OutcomeId, fact: FactId) -> Proof<Refutation> {
        let always = Formula::constant(true);
        let checked = self.unchanged(outcome, fact, Change::Any, Comparing::Different, &always);
        checked.unwrap_or_else(Proof::NotDecided)
    }

    /// A claim about single cases.
    fn always(&self, claim: &EnsuredProperty, when: &Formula) -> Result<Proof<Refutation>, Undecided> {
        let partition = self.partition(claim.outcome)?;
        let against = partition.region(|verdict| is_against(&claim.property, verdict));
        let formula = against.formula.and(when).and(&self.scope_formula()?);
        let region = self.region_of(&formula)?;
        let Some(witness) = self.witness(&region)? else {
            return Ok(match claim.property {
                // Whether a rule speaks of the outcome does not depend on what it permits.
                PropertyKind::IsAddressed => Proof::Proved,
                _ if partition.is_sampled => Proof::NotDecided(Undecided::Approximate),
                _ => Proof::Proved,
            });
        };
        let title = self.title(claim.outcome);
        let clauses = witness.decision().outcome(&title).map(behind).unwrap_or_default();
        let clauses = self.in_order(&clauses);
        Ok(Proof::Refuted(Refutation { region, example: Counterexample::Case(Box::new(witness)), clauses }))
    }

    /// A claim about pairs of cases.
    fn unchanged(
        &self,
        outcome: OutcomeId,
        fact: FactId,
        change: Change,
        comparing: Comparing,
        when: &Formula,
    ) -> Result<Proof<Refutation>, Undecided> {
        let found = self.changing(outcome, fact, change, comparing, when)?;
        if found.is_empty() {
            let is_sampled = self.partition(outcome)?.is_sampled;
            return Ok(if is_sampled { Proof::NotDecided(Undecided::Approximate) } else { Proof::Proved });
        }
        let space = &self.model()?.space;
        let before = |changing: &Changing| {
            let set = changing.step.before.iter().map(|(variable, value)| space.at(*variable, *value));
            Formula::all(set).and(&changing.cases)
        };
        let region = self.region_of(&Formula::any(found.iter().map(before)))?;
        let mut undecided = Undecided::TooLarge;
        for changing in &found {
            match self.pair(fact, changing, &before(changing)) {
                Ok((first, second)) => {
                    let title = self.title(outcome);
                    let clauses = match (first.decision().outcome(&title), second.decision().outcome(&title)) {
                        (Some(first), Some(second)) => differing(first, second),
                        _ => BTreeSet::new(),
                    };
                    let clauses = self.in_order(&clauses);
                    let (before, after) = (Box::new(first), Box::new(second));
                    let example = Counterexample::Pair { fact, before, after };
                    return Ok(Proof::Refuted(Refutation { region, example, clauses }));
                }
                Err(reason) => undecided = reason,
            }
        }
        Err(undecided)
    }

    /// Two concrete cases that differ in one fact.
    fn pair(&self, fact: FactId, changing: &Changing, region: &Formula) -> Result<(Witness, Witness), Undecided> {
        let model = self.model()?;
        let points = model.points(region).ok_or(Undecided::TooLarge)?;
        let Some(before) = model.ordinary_point(&points)? else { return Err(Undecided::Mismatch) };
        let mut after = before.clone();
        after.extend(&changing.step.after);
        let mut named = model.needed(region, &points, &before)?;
        let place = model.places.get(&fact).copied();
        let own: Vec<usize> = match place {
            Some(Place::Variable(variable)) => vec![variable],
            Some(Place::Group(index)) => {
                model.groups.get(index).map(|group: &Group| group.variables.clone()).unwrap_or_default()
            }
            None => Vec::new(),
        };
        named.extend(own);
        let failed = self.failure(&before);
        let (first, value) = match place {
            Some(Place::Group(index)) => {
                let (from, to) = model.rows(index, fact, &before, &after).ok_or(failed)?;
                let facts = model.concrete(&before, Some((index, from))).ok_or(failed)?;
                let later = model.concrete(&after, Some((index, to))).ok_or(failed)?;
                (facts, later.get(fact).cloned())
            }
            Some(Place::Variable(variable)) => {
                let facts = model.concrete(&before, None).ok_or(failed)?;
                let value = match (model.subjects.get(variable), after.get(&variable)) {
                    (Some(Subject::Fact(_, classes)), Some(value)) => {
                        classes.get(*value).map(|class| class.value.clone())
                    }
                    _ => model.concrete(&after, None).and_then(|facts| facts.get(fact).cloned()),
                };
                (facts, value)
            }
            None => return Err(Undecided::Mismatch),
        };
        let mut second = first.clone();
        second.assume(fact, Some(value.ok_or(failed)?));
        let first = self.replayed_with(first, &before, &named)?;
        let second = self.replayed_with(second, &after, &named)?;
        Ok((first, second))
    }

    fn title(&self, outcome: OutcomeId) -> String {
        self.policy().outcomes().get(outcome.index()).map_or_else(String::new, |outcome| outcome.name.to_string())
    }

    /// Citations in the order of the text.
    fn in_order(&self, citations: &BTreeSet<String>) -> Vec<String> {
        let mut ordered: Vec<String> = Vec::new();
        for clause in self.policy().clauses() {
            if citations.contains(&clause.citation) && !ordered.contains(&clause.citation) {
                ordered.push(clause.citation.clone());
            }
        }
        ordered
    }
}

/// Whether a verdict is against a property of single cases.
fn is_against(property: &PropertyKind, verdict: &Verdict) -> bool {
    let is_nothing = matches!(verdict.status, Status::NotAddressed | Status::Exempt);
    let set = verdict.permitted.as_ref();
    match property {
        PropertyKind::IsAddressed => verdict.status == Status::NotAddressed,
        PropertyKind::Excludes(excluded) => {
            set.is_some_and(|set| set.intersection(excluded).is_ok_and(|common| common.is_some()))
        }
        PropertyKind::AtMost(most) => set.is_some_and(|set| Weight::heaviest(set) > Weight::of_value(most)),
        PropertyKind::AtLeast(least) => match set {
            Some(set) => Weight::lightest(set) < Weight::of_value(least),
            None => verdict.status != Status::OutOfScope,
        },
        PropertyKind::Within(wanted) => match set {
            Some(set) => set.union(wanted).as_ref() != Ok(wanted),
            None if is_nothing => !wanted.permits_none(),
            None => verdict.status == Status::Conflict,
        },
        PropertyKind::RisesWith(_) | PropertyKind::Ignores(_) => false,
    }
}

/// The clauses behind a decision.
fn behind(decided: &OutcomeDecision) -> BTreeSet<String> {
    decided.clauses.iter().chain(&decided.adjusted_by).chain(&decided.exempted_by).cloned().collect()
}

/// The clauses that are behind only one of two decisions; where there are none, those behind both.
fn differing(first: &OutcomeDecision, second: &OutcomeDecision) -> BTreeSet<String> {
    let (first, second) = (behind(first), behind(second));
    let only_one: BTreeSet<String> = first.symmetric_difference(&second).cloned().collect();
    if only_one.is_empty() { first.union(&second).cloned().collect() } else { only_one }
}

impl Weight {
    /// Of a single value.
    fn of_value(value: &Value) -> Self {
        match value {
            Value::Member(_, member) => Self::Member(*member),
            value => crate::decide::abstraction::position(value).map_or(Self::Nothing, |at| Self::Amount(at, 0)),
        }
    }
}
