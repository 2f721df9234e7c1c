//! Which clauses give a result, case by case.
//!
//! Often several rules say the same, so that naming all that apply would part the cases into very many. Named are as few
//! as give the result: rules are looked at from heavy to light, of equal ones in the order of the text, and a rule is
//! named where it changes what those before it come to. Whatever else applies there changes nothing.

use super::WovenOutcome;
use super::incomparable::Side;
use super::verdicts::Compared;
use crate::analyse::formula::Formula;
use crate::analyse::partition::OutcomeCases;
use crate::analyse::region::{Region, Undecided};
use crate::analyse::weight::Weight;
use crate::decide::Status;
use crate::decide::abstraction::Adjusting;
use crate::policy::{ClauseId, Combined, Contribution, Outcome, OutcomeId, PermittedSet, RuleId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most groups that the cases of one result are parted into by the clauses that give it.
const MAX_GIVEN: usize = 256;

/// Cases with the clauses that give their result, in the order of the text.
pub(crate) type Given = Vec<(Vec<ClauseId>, Region)>;

/// The same as formulas.
type Parts = Vec<(Vec<ClauseId>, Formula)>;

/// What contributions come to so far, and the rules that are named for it.
type Named = BTreeMap<(Combined, Vec<RuleId>), Formula>;

impl Compared {
    /// Parts cases in which one of the policies comes to results of a status by the clauses that give the result. `None`
    /// where they would be parted into too many.
    pub(crate) fn given(
        &self,
        side: Side,
        outcome: &WovenOutcome,
        status: Status,
        region: &Region,
    ) -> Result<Option<Given>, Undecided> {
        let whole = || Ok(Some(vec![(Vec::new(), region.clone())]));
        let Some((id, declared)) = self.declared(side, outcome) else { return whole() };
        let found = match status {
            Status::Decided | Status::Conflict => self.by_rules(id, declared, &region.formula)?,
            Status::Exempt => {
                let cases = self.analysis.cases_of(id)?;
                let of = |is_whole: bool| {
                    let all = declared.exemptions.iter().zip(&cases.exemptions);
                    all.filter(move |(exemption, _)| exemption.from.is_none() == is_whole)
                };
                let holding = of(true).chain(of(false)).map(|(exemption, holds)| (exemption.clause, holds.clone()));
                Some(self.by_first(holding, &region.formula)?)
            }
            Status::OutOfScope => {
                let mut outside = Vec::new();
                let thread = self.woven.thread(side);
                for (clause, scope) in &thread.scopes {
                    let clause = ClauseId::new(thread.first_clause + clause.index());
                    outside.push((clause, self.analysis.formula(scope)?.not()));
                }
                Some(self.by_first(outside.into_iter(), &region.formula)?)
            }
            Status::NotAddressed | Status::Undetermined => return whole(),
        };
        let thread = self.woven.thread(side);
        let own = |clauses: Vec<ClauseId>| {
            let mut own: Vec<ClauseId> = clauses.into_iter().filter_map(|clause| thread.own_clause(clause)).collect();
            own.sort_unstable();
            own.dedup();
            own
        };
        let Some(found) = found else { return Ok(None) };
        let mut merged: BTreeMap<Vec<ClauseId>, Vec<Formula>> = BTreeMap::new();
        for (clauses, formula) in found {
            merged.entry(own(clauses)).or_default().push(formula);
        }
        let regions =
            merged.into_iter().map(|(clauses, parts)| Ok((clauses, self.analysis.region_of(&Formula::any(parts))?)));
        regions.collect::<Result<Given, Undecided>>().map(Some)
    }

    /// Parts cases by the first of some conditions that holds.
    fn by_first(
        &self,
        conditions: impl Iterator<Item = (ClauseId, Formula)>,
        within: &Formula,
    ) -> Result<Parts, Undecided> {
        let mut rest = within.clone();
        let mut found = Vec::new();
        for (clause, holds) in conditions {
            let here = rest.and(&holds);
            if self.analysis.is_possible(&here)? {
                found.push((vec![clause], here));
                rest = rest.and_not(&holds);
            }
        }
        if self.analysis.is_possible(&rest)? {
            found.push((Vec::new(), rest));
        }
        Ok(found)
    }

    fn by_rules(&self, id: OutcomeId, declared: &Outcome, within: &Formula) -> Result<Option<Parts>, Undecided> {
        let cases = self.analysis.cases_of(id)?;
        let mut states = Named::from([((Combined::Nothing, Vec::new()), within.clone())]);
        for (set, rule, contributes) in self.sets(cases)? {
            let mut next: BTreeMap<(Combined, Vec<RuleId>), Vec<Formula>> = BTreeMap::new();
            for ((state, named), formula) in states {
                let combined = match &state {
                    Combined::Nothing => PermittedSet::combine(declared.combination, [&set]),
                    Combined::Set(known) => PermittedSet::combine(declared.combination, [known, &set]),
                    Combined::Conflict => Ok(Combined::Conflict),
                };
                let Some(combined) = combined.ok().filter(|combined| *combined != state) else {
                    next.entry((state, named)).or_default().push(formula);
                    continue;
                };
                let with = formula.and(&contributes);
                if !self.analysis.is_possible(&with)? {
                    next.entry((state, named)).or_default().push(formula);
                    continue;
                }
                let mut more = named.clone();
                more.push(rule);
                next.entry((combined, more)).or_default().push(with);
                let without = formula.and_not(&contributes);
                if self.analysis.is_possible(&without)? {
                    next.entry((state, named)).or_default().push(without);
                }
            }
            if next.len() > MAX_GIVEN {
                return Ok(None);
            }
            states = next.into_iter().map(|(key, parts)| (key, Formula::any(parts))).collect();
        }
        let rules = self.woven.policy.rules();
        let mut found = Vec::new();
        for ((state, named), formula) in states {
            let clauses: Vec<ClauseId> =
                named.iter().filter_map(|rule| rules.get(rule.index())).map(|rule| rule.clause).collect();
            match state {
                Combined::Set(set) => {
                    let Some(adjusted) = self.by_adjustments(declared, cases, set, formula)? else { return Ok(None) };
                    let with = |(more, formula): (Vec<ClauseId>, Formula)| ([clauses.clone(), more].concat(), formula);
                    found.extend(adjusted.into_iter().map(with));
                }
                Combined::Conflict | Combined::Nothing => found.push((clauses, formula)),
            }
        }
        Ok(Some(found))
    }

    /// The contributions, heavy ones first, of equal ones in the order of the text.
    fn sets(&self, cases: &OutcomeCases) -> Result<Vec<(PermittedSet, RuleId, Formula)>, Undecided> {
        let rules = self.woven.policy.rules();
        let mut sets: Vec<(PermittedSet, RuleId, Formula)> = Vec::new();
        for (id, own) in &cases.rules {
            match rules.get(id.index()).map(|rule| &rule.permitted) {
                Some(Contribution::Fixed(set)) => sets.push((set.clone(), *id, own.contributes.clone())),
                Some(Contribution::Computed { .. }) => {
                    let computed = self.analysis.computed(*id)?.into_iter();
                    sets.extend(computed.map(|(set, when)| (set, *id, own.contributes.and(&when))));
                }
                None => {}
            }
        }
        sets.sort_by_cached_key(|(set, id, _)| (Reverse((Weight::lightest(set), set.clone())), *id));
        Ok(sets)
    }

    /// Parts cases by the adjustments that change a set.
    fn by_adjustments(
        &self,
        declared: &Outcome,
        cases: &OutcomeCases,
        set: PermittedSet,
        formula: Formula,
    ) -> Result<Option<Parts>, Undecided> {
        let start = Adjusting::new(self.woven.policy.data(), declared, set);
        let mut states: Vec<(Adjusting, Vec<ClauseId>, Formula)> = vec![(start, Vec::new(), formula)];
        for (rule, holds) in declared.adjustments.iter().zip(&cases.adjustments) {
            let mut next = Vec::with_capacity(states.len());
            for (state, clauses, formula) in states {
                let mut adjusted = state.clone();
                let with = formula.and(holds);
                if adjusted.add(rule).is_err() || adjusted == state || !self.analysis.is_possible(&with)? {
                    next.push((state, clauses, formula));
                    continue;
                }
                let more = [clauses.as_slice(), &[rule.clause]].concat();
                next.push((adjusted, more, with));
                let without = formula.and_not(holds);
                if self.analysis.is_possible(&without)? {
                    next.push((state, clauses, without));
                }
            }
            if next.len() > MAX_GIVEN {
                return Ok(None);
            }
            states = next;
        }
        Ok(Some(states.into_iter().map(|(_, clauses, formula)| (clauses, formula)).collect()))
    }
}
