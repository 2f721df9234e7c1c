//! What would change a result: the smallest changes of facts that lead to another one.

use super::settled::verdict_of;
use super::target::Target;
use super::why_not::analysis_for;
use crate::decide::{DecideError, Facts, OutcomeDecision, Verdict, decide};
use crate::policy::{FactId, OutcomeId, Policy};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What would change an outcome of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeReport {
    /// The outcome.
    pub outcome: String,
    /// The result that is wanted: a value, `none`, or a status; any other than now where `None`.
    pub wanted: Option<String>,
    /// Whether the case has the wanted result already.
    pub given: bool,
    /// The facts that were not to change, sorted.
    pub kept: Vec<String>,
    /// The smallest sets of changes, fewest first; none holds another one.
    pub changes: Vec<Change>,
    /// Whether it is proved that there are no other smallest sets.
    pub complete: bool,
}

/// Facts that change together, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The facts, in the order of declaration.
    pub facts: Vec<ChangedFact>,
    /// What the outcome is then.
    pub result: OutcomeDecision,
}

/// A fact that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedFact {
    /// Its name, with its role.
    pub name: String,
    /// What it is; `None` where it is not known.
    pub from: Option<String>,
    /// What it would be.
    pub to: String,
}

/// Finds the smallest changes of facts that give an outcome another result, or the wanted one; at most `most`.
///
/// Readings of the source are never changed. Each change was decided again before it is given out.
///
/// # Errors
/// The case cannot be decided: see [`decide`](crate::decide()).
pub fn changes(
    policy: &Policy,
    facts: &Facts,
    outcome: OutcomeId,
    target: Option<&Target>,
    kept: &BTreeSet<FactId>,
    most: usize,
) -> Result<ChangeReport, DecideError> {
    let now = verdict_of(policy, facts, outcome)?;
    let is_wanted = |verdict: &Verdict| match (target, &now) {
        (Some(target), _) => target.is_met(verdict),
        (None, Some(now)) => verdict != now,
        (None, None) => true,
    };
    let names = |facts: &BTreeSet<FactId>| -> Vec<String> {
        let mut names: Vec<String> =
            facts.iter().filter_map(|id| policy.facts().get(id.index())).map(|fact| fact.name.to_string()).collect();
        names.sort();
        names
    };
    let title = policy.outcomes().get(outcome.index()).map_or_else(String::new, |outcome| outcome.name.to_string());
    let mut report = ChangeReport {
        outcome: title.clone(),
        wanted: target.map(|target| target.word(policy)),
        given: now.as_ref().is_some_and(|now| target.is_some_and(|target| target.is_met(now))),
        kept: names(kept),
        changes: Vec::new(),
        complete: true,
    };
    if report.given {
        return Ok(report);
    }
    let start = without_choice(facts, outcome);
    let readings = policy.fact_ids().zip(policy.facts()).filter(|(_, fact)| fact.is_reading).map(|(id, _)| id);
    let kept: BTreeSet<FactId> = kept.iter().copied().chain(readings).collect();
    let analysis = analysis_for(policy, facts);
    let is_led =
        |case: &Facts| verdict_of(policy, case, outcome).is_ok_and(|found| found.as_ref().is_some_and(is_wanted));
    let found = analysis.partition(outcome).and_then(|partition| {
        let region = partition.region(is_wanted);
        let found = analysis.changes(&region, &start, &kept, most, &is_led)?;
        Ok((found, partition.is_sampled))
    });
    let Ok((found, is_sampled)) = found else {
        report.complete = false;
        return Ok(report);
    };
    report.complete = found.is_complete && !is_sampled;
    for (changed, case) in found.cases {
        let Some(result) = decide(policy, &case)?.outcome(&title).cloned() else { continue };
        let change = |id: &FactId| {
            let to = policy.show(case.get(*id)?);
            let from = start.get(*id).map(|value| policy.show(value));
            Some(ChangedFact { name: policy.facts().get(id.index())?.name.to_string(), from, to })
        };
        report.changes.push(Change { facts: changed.iter().filter_map(change).collect(), result });
    }
    Ok(report)
}

/// The case without what the authority chose of an outcome: another result may not permit it.
fn without_choice(facts: &Facts, outcome: OutcomeId) -> Facts {
    let policy = facts.policy();
    let mut start = Facts::unknown(policy);
    facts.as_of().into_iter().for_each(|day| start.set_as_of(day));
    facts.calendar().into_iter().for_each(|calendar| start.set_calendar(calendar.clone()));
    policy.fact_ids().for_each(|id| start.assume(id, facts.get(id).cloned()));
    for other in policy.outcome_ids().filter(|other| *other != outcome) {
        if let Some(choice) = facts.chosen(other) {
            // It was of the right type when it was made.
            let _ = start.choose(other, choice.cloned());
        }
    }
    start
}
