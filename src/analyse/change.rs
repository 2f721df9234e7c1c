//! The smallest changes of a case that bring it into a region.

use super::analysis::Analysis;
use super::lower::Model;
use super::multi::{Values, Variable};
use super::region::{Points, Region, Undecided};
use super::subjects::{Member, Subject};
use super::witness::Point;
use crate::decide::Facts;
use crate::decide::abstraction::Evaluator;
use crate::policy::{FactId, Value};
use crate::source::limits::{MAX_CHANGE_STEPS, MAX_CHANGE_TRIALS};
use std::collections::BTreeSet;

/// The cases into which few changes lead, and whether these are all of the smallest.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The changed facts with the changed case; none of the sets contains another. Fewest changes first.
    pub cases: Vec<(BTreeSet<FactId>, Facts)>,
    /// Whether it is proved that there are no other smallest sets of changes: no limit was reached, and every set that
    /// the analysis names led to a case.
    pub is_complete: bool,
}

impl Analysis {
    /// The smallest sets of facts whose change brings a case into a region, at most `most` of them, each with values for
    /// which `is_wanted` holds. Facts that are kept are not changed; unknown facts that are not among the changed ones
    /// stay unknown.
    ///
    /// # Errors
    /// A written limit was reached before the search began.
    pub fn changes(
        &self,
        region: &Region,
        facts: &Facts,
        kept: &BTreeSet<FactId>,
        most: usize,
        is_wanted: &dyn Fn(&Facts) -> bool,
    ) -> Result<Changes, Undecided> {
        let model = self.model()?;
        let points = model.points(&region.formula).ok_or(Undecided::TooLarge)?;
        let evaluator = Evaluator::new(self.policy().data(), facts);
        let own: Point = points
            .bound
            .variables
            .iter()
            .filter_map(|variable| Some((*variable, model.value_of(&evaluator, facts, *variable)?)))
            .collect();
        let mut search = Search { model, points: &points, facts, own, is_wanted, trials: 0, changes: Changes::none() };
        let candidates: Vec<FactId> = search.candidates().into_iter().filter(|fact| !kept.contains(fact)).collect();
        search.run(&candidates, most);
        Ok(search.changes)
    }
}

impl Changes {
    fn none() -> Self {
        Self { cases: Vec::new(), is_complete: true }
    }
}

struct Search<'s> {
    model: &'s Model,
    points: &'s Points,
    facts: &'s Facts,
    /// Where the case lies.
    own: Point,
    is_wanted: &'s dyn Fn(&Facts) -> bool,
    trials: usize,
    changes: Changes,
}

impl Search<'_> {
    /// The facts that the region tells apart.
    fn candidates(&self) -> BTreeSet<FactId> {
        let variables = self.points.bound.variables.iter();
        variables.flat_map(|variable| self.model.facts_of(*variable)).collect()
    }

    /// Tries sets of facts, the smallest first.
    fn run(&mut self, candidates: &[FactId], most: usize) {
        let all: BTreeSet<FactId> = candidates.iter().copied().collect();
        if !self.may_lead(&all) {
            return;
        }
        let mut steps = 0;
        // Sets of one size, each extended by later candidates only, so that each set is met once.
        let mut sets: Vec<(usize, BTreeSet<FactId>)> = vec![(0, BTreeSet::new())];
        while !sets.is_empty() {
            let mut next = Vec::new();
            for (from, set) in sets {
                for (index, fact) in candidates.iter().enumerate().skip(from) {
                    let mut larger = set.clone();
                    larger.insert(*fact);
                    if self.changes.cases.iter().any(|(known, _)| known.is_subset(&larger)) {
                        continue;
                    }
                    steps += 1;
                    if steps > MAX_CHANGE_STEPS || self.changes.cases.len() >= most {
                        self.changes.is_complete = false;
                        return;
                    }
                    if self.may_lead(&larger) {
                        match self.led(&larger) {
                            Some(case) => self.changes.cases.push((larger, case)),
                            None => {
                                // Another set that holds it may still do.
                                self.changes.is_complete = false;
                                next.push((index + 1, larger));
                            }
                        }
                    } else {
                        // With all later candidates beside it, it has to lead somewhere.
                        let rest = candidates.iter().skip(index + 1).copied();
                        let widest: BTreeSet<FactId> = larger.iter().copied().chain(rest).collect();
                        if self.may_lead(&widest) {
                            next.push((index + 1, larger));
                        }
                    }
                }
            }
            sets = next;
        }
    }

    /// Whether a variable may have another value than it has where these facts change.
    fn is_free(&self, variable: Variable, changed: &BTreeSet<FactId>) -> bool {
        match self.model.subjects.get(variable) {
            Some(Subject::Choice(..)) | None => !self.own.contains_key(&variable),
            Some(Subject::Fact(..) | Subject::List(..) | Subject::Relation { .. } | Subject::Opaque { .. }) => {
                self.model.facts_of(variable).iter().any(|fact| changed.contains(fact))
            }
        }
    }

    /// Whether some change of these facts leads into the region, as far as the space can tell.
    fn may_lead(&self, changed: &BTreeSet<FactId>) -> bool {
        let allowed = |variable: Variable, values: Values| {
            self.is_free(variable, changed)
                || self.own.get(&variable).is_none_or(|value| (values.low..=values.high).contains(value))
        };
        self.points.inside.meets(&allowed)
    }

    /// A case with these facts changed that is as wanted.
    fn led(&mut self, changed: &BTreeSet<FactId>) -> Option<Facts> {
        let cost = |variable: Variable, value: usize| match self.own.get(&variable) {
            Some(own) if *own == value => 0,
            Some(own) if self.is_free(variable, changed) => 1_000 + own.abs_diff(value).min(999) as u64,
            // Beyond all changes there can be, so that a point that keeps it is always cheaper.
            Some(_) => u64::from(u32::MAX),
            None => 0,
        };
        let path = self.points.inside.cheapest(&cost)?;
        let mut changed_case = self.facts.clone();
        let mut others: BTreeSet<FactId> = changed.clone();
        for (variable, value) in path {
            if let Some(Subject::Fact(fact, classes)) = self.model.subjects.get(variable)
                && changed.contains(fact)
                && self.own.get(&variable) != Some(&value)
            {
                changed_case.assume(*fact, Some(classes.get(value)?.value.clone()));
                others.remove(fact);
            }
        }
        let mut rest: Vec<(FactId, Vec<Value>)> = Vec::new();
        for fact in others {
            rest.push((fact, self.tried_values(fact)));
        }
        self.with_others(&mut changed_case, &rest)
    }

    /// The values by which conditions tell apart a fact that they compare with others.
    fn tried_values(&self, fact: FactId) -> Vec<Value> {
        let mut values: Vec<Value> = Vec::new();
        for member in self.model.groups.iter().flat_map(|group| &group.members) {
            if let Member::Fact(own, known) = member
                && *own == fact
            {
                values.extend(known.iter().cloned());
            }
        }
        for subject in &self.model.subjects {
            if let Subject::Fact(own, classes) = subject
                && *own == fact
            {
                values.extend(classes.iter().map(|class| class.value.clone()));
            }
        }
        values.retain(|value| self.facts.get(fact) != Some(value));
        values
    }

    /// Gives facts one of their values each until the case is as wanted.
    fn with_others(&mut self, case: &mut Facts, rest: &[(FactId, Vec<Value>)]) -> Option<Facts> {
        let Some(((fact, values), rest)) = rest.split_first() else {
            self.trials += 1;
            if self.trials > MAX_CHANGE_TRIALS {
                self.changes.is_complete = false;
                return None;
            }
            return (self.is_wanted)(case).then(|| case.clone());
        };
        for value in values {
            case.assume(*fact, Some(value.clone()));
            if let Some(found) = self.with_others(case, rest) {
                return Some(found);
            }
        }
        None
    }
}
