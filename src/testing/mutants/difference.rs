//! Whether a mutant decides some case otherwise than its original, and which.

use super::affected::Affected;
use super::twin::{Twin, moved};
use crate::analyse::{Analysis, Readings, Region, Undecided, View};
use crate::decide::{CaseLog, DecideError, Decision, Facts, check_procedure, decide};
use crate::policy::{Expr, FactId, OutcomeId, Policy, ProcedureId};
use crate::testing::Setting;
use crate::testing::coverage::{days, has_deadlines};
use crate::testing::words::{duty_word, step_word};

/// How a mutant differs from its original.
pub(super) enum Difference {
    /// In no case does any outcome, duty or step come to something else.
    None,
    /// In this one.
    Case(Box<DifferentCase>),
    /// A written limit was reached, or the analysis cannot tell.
    NotDecided,
}

/// A case that a mutant decides otherwise.
#[derive(Clone, Debug)]
pub(super) struct DifferentCase {
    pub(super) facts: Facts,
    /// The facts that put it among the cases that differ.
    pub(super) named: Vec<FactId>,
    /// The outcomes of which it matters what the authority chose.
    pub(super) chosen: Vec<OutcomeId>,
    /// As the original decides it.
    pub(super) decision: Decision,
    /// The outcomes that come to something else.
    pub(super) outcomes: Vec<OutcomeId>,
    /// What a test would expect of the duties and steps that come to something else: `duty answer breached`.
    pub(super) lines: Vec<String>,
}

/// Compares a mutant with its original over all cases.
pub(super) fn difference(original: &Policy, mutant: &Policy, setting: &Setting) -> Difference {
    let affected = Affected::new(original, mutant);
    if affected.only_conditions().is_some_and(|pairs| are_same(original, &pairs, setting)) {
        return Difference::None;
    }
    let further = further(original, mutant, &affected);
    let conditions: Vec<Expr> = further.iter().flat_map(|(own, other)| [own.clone(), moved(original, other)]).collect();
    let twin = Twin::new(original, mutant, &conditions);
    // Cases are sought on single days: where deadlines count, others may differ.
    let mut is_decided = !has_deadlines(original);
    for day in days(original) {
        let view = View { as_of: day, calendar: setting.calendar.clone(), readings: Readings::All, ..View::default() };
        let analysis = Analysis::with(&twin.policy, &view);
        let comparing = Comparing { original, mutant, twin: &twin, analysis: &analysis };
        match comparing.case(&conditions, &affected.outcomes()) {
            Ok(Some(case)) => return Difference::Case(Box::new(case)),
            Ok(None) => {}
            Err(_) => is_decided = false,
        }
    }
    if is_decided { Difference::None } else { Difference::NotDecided }
}

/// Whether conditions hold in the same cases as others. Then nothing needs to be compared that hangs on them.
fn are_same(original: &Policy, pairs: &[(&Expr, &Expr)], setting: &Setting) -> bool {
    let conditions: Vec<Expr> = pairs.iter().flat_map(|(own, other)| [(*own).clone(), (*other).clone()]).collect();
    let is_same = |analysis: &Analysis| {
        pairs.iter().all(|(own, other)| {
            let regions = analysis.region(own).and_then(|own| own.is_same(&analysis.region(other)?));
            regions == Ok(true)
        })
    };
    !has_deadlines(original)
        && days(original).into_iter().all(|day| {
            let view =
                View { as_of: day, calendar: setting.calendar.clone(), readings: Readings::All, ..View::default() };
            is_same(&Analysis::with_conditions(original, &view, &conditions))
        })
}

/// The conditions outside of outcomes that the mutant changes, directly or in a define: of the scope, assumptions,
/// duties and steps.
fn further(original: &Policy, mutant: &Policy, affected: &Affected<'_>) -> Vec<(Expr, Expr)> {
    fn all(policy: &Policy) -> impl Iterator<Item = &Expr> {
        let data = policy.data();
        let scopes = data.scopes.iter().map(|scope| &scope.condition);
        let assumptions = data.assumptions.iter().map(|assumption| &assumption.condition);
        let duties = data.duties.iter().flat_map(|duty| duty.when.iter().chain(&duty.must));
        let steps = data.procedures.iter().flat_map(|found| &found.steps).filter_map(|step| step.when.as_ref());
        scopes.chain(assumptions).chain(duties).chain(steps)
    }
    let changed = all(original).zip(all(mutant)).filter(|(own, other)| affected.condition(own, other));
    changed.map(|(own, other)| (own.clone(), other.clone())).collect()
}

struct Comparing<'c> {
    original: &'c Policy,
    mutant: &'c Policy,
    twin: &'c Twin,
    analysis: &'c Analysis,
}

impl Comparing<'_> {
    /// A case that differs in one of these conditions, which stand in pairs, or in one of these outcomes.
    fn case(&self, conditions: &[Expr], outcomes: &[OutcomeId]) -> Result<Option<DifferentCase>, Undecided> {
        let mut undecided = None;
        let conditions = conditions.chunks(2).filter_map(|pair| match pair {
            [own, other] => Some(self.condition(own, other)),
            _ => None,
        });
        for region in conditions.chain(outcomes.iter().map(|id| self.outcome(*id))) {
            match region.and_then(|region| self.shown(&region)) {
                Ok(Some(case)) => return Ok(Some(case)),
                Ok(None) => {}
                Err(reason) => undecided = Some(reason),
            }
        }
        undecided.map_or(Ok(None), Err)
    }

    /// The cases in which one of two conditions holds and the other does not.
    fn condition(&self, own: &Expr, other: &Expr) -> Result<Region, Undecided> {
        let (own, other) = (self.analysis.region(own)?, self.analysis.region(other)?);
        Ok(own.and_not(&other).or(&other.and_not(&own)))
    }

    /// The cases in which an outcome comes to something else.
    fn outcome(&self, id: OutcomeId) -> Result<Region, Undecided> {
        let own = self.analysis.partition(id)?;
        let other = self.analysis.partition(self.twin.other(id))?;
        let mut differs = other.without_result.and_not(&own.without_result);
        for (verdict, region) in &own.verdicts {
            let same = other.verdicts.iter().find(|(found, _)| found == verdict);
            let others = same.map_or_else(|| region.clone(), |(_, same)| region.and_not(same));
            differs = differs.or(&others);
        }
        let is_sampled = own.is_sampled || other.is_sampled;
        if is_sampled && differs.is_empty()? {
            return Err(Undecided::Approximate);
        }
        Ok(differs)
    }

    /// A case of a region, if both decide it as it should be.
    fn shown(&self, region: &Region) -> Result<Option<DifferentCase>, Undecided> {
        let Some(witness) = self.analysis.witness(region)? else { return Ok(None) };
        let chosen = witness.chosen().iter().copied().filter(|id| id.index() < self.original.outcomes().len());
        let facts = rebased(self.original, witness.facts()).ok_or(Undecided::Mismatch)?;
        let case = seen_otherwise(self.original, self.mutant, &facts).ok_or(Undecided::Approximate)?;
        Ok(Some(DifferentCase { named: witness.named().to_vec(), chosen: chosen.collect(), ..case }))
    }
}

/// What a test can see of the difference between a mutant and its original in a case; `None` where that is nothing.
pub(super) fn seen_otherwise(original: &Policy, mutant: &Policy, facts: &Facts) -> Option<DifferentCase> {
    let decision = decide(original, facts).ok()?;
    let others = rebased(mutant, facts)?;
    let case = |outcomes, lines, facts: &Facts| DifferentCase {
        facts: facts.clone(),
        named: Vec::new(),
        chosen: Vec::new(),
        decision: decision.clone(),
        outcomes,
        lines,
    };
    let other = match decide(mutant, &others) {
        Ok(other) => other,
        // Any expectation fails then.
        Err(DecideError::AgainstAssumption { .. } | DecideError::Evaluation(_)) => {
            return Some(case(original.outcome_ids().take(1).collect(), Vec::new(), facts));
        }
        Err(_) => return None,
    };
    let differs = |id: &OutcomeId| {
        let name = original.outcomes().get(id.index()).map(|outcome| &outcome.name);
        let found = name.and_then(|name| decision.outcome(name).zip(other.outcome(name)));
        found.is_some_and(|(own, other)| {
            (own.status, own.none) != (other.status, other.none) || !own.permitted.same_as(&other.permitted)
        })
    };
    let outcomes: Vec<OutcomeId> = original.outcome_ids().filter(differs).collect();
    let duties = decision.duties.iter().zip(&other.duties).filter(|(own, other)| own.status != other.status);
    let mut lines: Vec<String> =
        duties.map(|(own, _)| format!("duty {} {}", own.name, duty_word(own.status))).collect();
    if !outcomes.is_empty() || !lines.is_empty() {
        return Some(case(outcomes, lines, facts));
    }
    let mut dated = facts.clone();
    if dated.as_of().is_none() {
        dated.set_as_of(ORDINARY_DAY);
    }
    lines = steps_otherwise(original, mutant, &dated);
    (!lines.is_empty()).then(|| case(outcomes, lines, &dated))
}

/// A day on which a log is looked at, where nothing says otherwise.
pub(crate) const ORDINARY_DAY: jiff::civil::Date = jiff::civil::Date::constant(2024, 1, 1);

/// What a test would expect of the steps that stand otherwise where nothing was done yet.
fn steps_otherwise(original: &Policy, mutant: &Policy, facts: &Facts) -> Vec<String> {
    let Some(others) = rebased(mutant, facts) else { return Vec::new() };
    let ids = (0..original.procedures().len()).map(ProcedureId::new);
    let mut lines = Vec::new();
    for id in ids {
        let own = check_procedure(original, id, facts, &CaseLog::new());
        let other = check_procedure(mutant, id, &others, &CaseLog::new());
        let (Ok(own), Ok(other)) = (own, other) else { continue };
        let steps = own.steps.iter().zip(&other.steps).filter(|(own, other)| own.state != other.state);
        lines.extend(steps.map(|(own, _)| format!("step {} {}", own.name, step_word(own.state))));
    }
    lines
}

/// The same facts for another policy with the same declarations.
pub(crate) fn rebased(policy: &Policy, facts: &Facts) -> Option<Facts> {
    let mut found = Facts::new(policy);
    for id in policy.fact_ids() {
        match facts.get(id) {
            Some(value) => found.set_value(id, value.clone()).ok()?,
            None => found.clear(id),
        }
    }
    for id in policy.outcome_ids() {
        if let Some(choice) = facts.chosen(id) {
            found.choose(id, choice.cloned()).ok()?;
        }
    }
    facts.as_of().into_iter().for_each(|day| found.set_as_of(day));
    facts.calendar().into_iter().for_each(|calendar| found.set_calendar(calendar.clone()));
    Some(found)
}
