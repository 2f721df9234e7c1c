//! Amounts that are calculated from facts.

use super::analysis::Analysis;
use super::formula::Formula;
use super::lower::Place;
use super::region::Undecided;
use super::subjects::Member;
use crate::decide::Facts;
use crate::decide::abstraction::computed;
use crate::policy::{Contribution, ExprKind, FactId, PermittedSet, RuleId, Value, Walk};
use std::collections::{BTreeMap, BTreeSet};

/// Most combinations of values that amounts are calculated for.
const MAX_SAMPLES: usize = 10_000;

/// Values of some facts, and where they are the case.
type Sample = (Vec<(FactId, Value)>, Formula);

impl Analysis {
    /// The sets of a rule whose amounts are calculated, for the values that stand for all others. Where the calculation
    /// has no result, there is none.
    pub(super) fn computed(&self, id: RuleId) -> Result<Vec<(PermittedSet, Formula)>, Undecided> {
        let data = self.policy().data();
        let Some(rule) = data.rules.get(id.index()) else { return Err(Undecided::TooLarge) };
        let Contribution::Computed { from, to, .. } = &rule.permitted else { return Ok(Vec::new()) };
        let mut facts: BTreeSet<FactId> = data.dated_by.into_iter().collect();
        let mut has_lists = false;
        let mut walk = Walk::new(data);
        for end in [from, to] {
            walk.visit(end, &mut |expr| {
                if let ExprKind::Fact(id) = &expr.kind {
                    facts.insert(*id);
                }
                has_lists |= matches!(&expr.kind, ExprKind::Fold(_));
            });
        }
        if has_lists {
            return Err(Undecided::Approximate);
        }
        let model = self.model()?;
        let mut case = Facts::unknown(self.policy());
        for fact in &facts {
            if !model.places.contains_key(fact) {
                case.assume(*fact, model.ordinary_value(*fact));
            }
        }
        let places: BTreeSet<Place> = facts.iter().filter_map(|fact| model.places.get(fact).copied()).collect();
        let mut samples: Vec<Sample> = vec![(Vec::new(), Formula::constant(true))];
        for place in places {
            let own = self.samples(place)?;
            if samples.len().saturating_mul(own.len()) > MAX_SAMPLES {
                return Err(Undecided::TooLarge);
            }
            let joined = |(values, when): &Sample| {
                let with = |(more, and): &Sample| ([values.as_slice(), more].concat(), when.and(and));
                own.iter().map(with).collect::<Vec<Sample>>()
            };
            samples = samples.iter().flat_map(joined).collect();
        }
        let mut sets: BTreeMap<PermittedSet, Vec<Formula>> = BTreeMap::new();
        for (values, when) in samples {
            for (fact, value) in values {
                case.assume(fact, Some(value));
            }
            if let Ok(Some(set)) = computed(data, &case, rule) {
                sets.entry(set).or_default().push(when);
            }
        }
        Ok(sets.into_iter().map(|(set, when)| (set, Formula::any(when))).collect())
    }

    /// The values of a place that stand for all others.
    fn samples(&self, place: Place) -> Result<Vec<Sample>, Undecided> {
        let model = self.model()?;
        match place {
            Place::Variable(variable) => {
                let Some(super::subjects::Subject::Fact(fact, classes)) = model.subjects.get(variable) else {
                    return Err(Undecided::Approximate);
                };
                let sample = |(index, class): (usize, &super::subjects::Class)| {
                    (vec![(*fact, class.value.clone())], model.space.among(variable, |value| value == index))
                };
                Ok(classes.iter().enumerate().map(sample).collect())
            }
            Place::Group(index) => {
                let Some(group) = model.groups.get(index) else { return Err(Undecided::TooLarge) };
                let mut samples = Vec::with_capacity(group.patterns.len());
                for (pattern, row) in &group.patterns {
                    let mut values = Vec::with_capacity(group.members.len());
                    let tuple = group.tuples.get(*row).map(AsRef::as_ref).unwrap_or_default();
                    for (member, value) in group.members.iter().zip(tuple) {
                        let Member::Fact(fact, known) = member else { return Err(Undecided::Approximate) };
                        values.extend(known.get(usize::from(*value)).map(|value| (*fact, value.clone())));
                    }
                    samples.push((values, model.pattern(group, pattern)));
                }
                Ok(samples)
            }
        }
    }
}
