//! What can still come of a case, and the question that tells most of it.

use super::decision::Decision;
use super::evaluate::Truth;
use super::exact::{Asked, Completions};
use super::facts::Facts;
use super::interpret::{DecideError, judge_and};
use super::mentions::Leaves;
use super::telling::{Told, Wanted};
use crate::policy::{ClauseId, Expr, FactId, OutcomeId, Policy};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What can be asked about a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A fact.
    Fact(FactId),
    /// What the authority chose of an outcome.
    Choice(OutcomeId),
    /// The day on which the case is looked at.
    Day,
}

/// A case as far as it is settled, and what is to be asked next.
#[derive(Clone, Debug)]
pub(crate) struct Prospects {
    /// The decision; of what is undetermined, what is possible but neither the clauses nor what is worth asking.
    pub(crate) decision: Decision,
    /// The most telling question that can still change the decision, with the clauses that hang on it.
    pub(crate) next: Option<(Subject, Vec<ClauseId>)>,
    /// How many questions bear on what is open, this one among them.
    pub(crate) open: usize,
}

/// Judges a case, and finds the most telling question about it among those that are not `declined`.
///
/// The most telling is the one whose answer makes it most likely that two cases that are still possible come to the same
/// result; see `telling`. Of equal ones, it is the one on which more open conditions hang, then one that no person has to
/// judge, then the one that the policy declares first. What the authority chose is asked when no fact is left.
pub(crate) fn prospects(
    policy: &Policy,
    facts: &Facts,
    declined: &BTreeSet<Subject>,
) -> Result<Prospects, DecideError> {
    let (decision, _, found) = judge_and(policy, facts, Wanted::NextQuestion, |open| {
        let (completions, conditions) = open?;
        Some(next_question(policy, completions, &conditions, declined))
    })?;
    let (next, open) = found.unwrap_or((None, 0));
    Ok(Prospects { decision, next, open })
}

fn next_question(
    policy: &Policy,
    completions: &mut Completions<'_>,
    conditions: &[(ClauseId, &Expr)],
    declined: &BTreeSet<Subject>,
) -> (Option<(Subject, Vec<ClauseId>)>, usize) {
    let told = completions.told();
    let mut candidates: Vec<(Subject, Told)> = told.into_iter().map(|(asked, told)| (subject(asked), told)).collect();
    candidates.retain(|(subject, _)| !declined.contains(subject));
    let hanging = hanging(completions, conditions);
    let is_judgement = |subject: &Subject| match subject {
        Subject::Fact(id) => policy.facts().get(id.index()).is_some_and(|fact| fact.judgement.is_some()),
        Subject::Choice(_) | Subject::Day => false,
    };
    let on_it = |subject: &Subject| hanging.get(subject).map_or(0, BTreeSet::len);
    candidates.sort_by(|(a, told_a), (b, told_b)| {
        let is_choice = |subject: &Subject| matches!(subject, Subject::Choice(_));
        let further = |subject: &Subject| (Reverse(on_it(subject)), is_judgement(subject), *subject);
        let order = is_choice(a).cmp(&is_choice(b)).then_with(|| rounded(told_b).total_cmp(&rounded(told_a)));
        order.then_with(|| further(a).cmp(&further(b)))
    });
    let next = candidates.iter().find(|(_, told)| completions.can_change(*told)).map(|(subject, _)| *subject);
    let clauses = |subject: &Subject| hanging.get(subject).into_iter().flatten().copied().collect();
    (next.map(|subject| (subject, clauses(&subject))), candidates.len())
}

/// A gain without the last digits, which depend on the order in which the chances are added up.
fn rounded(told: &Told) -> f64 {
    (told.gain * 1e9).round()
}

fn subject(asked: Asked) -> Subject {
    match asked {
        Asked::Fact(id) => Subject::Fact(id),
        Asked::Choice(id) => Subject::Choice(id),
    }
}

/// The clauses whose open conditions mention a fact, or read an outcome. On what the scope mentions, all of them hang.
fn hanging(completions: &Completions<'_>, conditions: &[(ClauseId, &Expr)]) -> BTreeMap<Subject, BTreeSet<ClauseId>> {
    let mut hanging: BTreeMap<Subject, BTreeSet<ClauseId>> = BTreeMap::new();
    for (clause, condition) in conditions {
        let (facts, outcomes) =
            Leaves::asked_and_read(completions.data, completions.facts, completions.evaluator, condition);
        let subjects = facts.into_iter().map(Subject::Fact).chain(outcomes.into_iter().map(Subject::Choice));
        subjects.for_each(|subject| {
            hanging.entry(subject).or_default().insert(*clause);
        });
    }
    for scope in &completions.data.scopes {
        if completions.evaluator.truth(&scope.condition) == Ok(Truth::Unknown) {
            let of_scope = Leaves::asked(completions.data, completions.facts, completions.evaluator, &scope.condition);
            let all = conditions.iter().map(|(clause, _)| *clause).chain([scope.clause]);
            let all: BTreeSet<ClauseId> = all.collect();
            of_scope.into_iter().for_each(|fact| hanging.entry(Subject::Fact(fact)).or_default().extend(&all));
        }
    }
    hanging
}
