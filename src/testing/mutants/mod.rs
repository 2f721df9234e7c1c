//! Policy mutants: one thing in a policy is changed, and it is seen whether a test notices.
//!
//! A mutant that no test notices shows a case that no test asks about. One that decides every case as the original does
//! (proved by the analysis) says nothing of the tests and does not count. Every other survivor comes with a test that
//! would notice it.

mod affected;
mod conditions;
mod difference;
mod make;
mod missing;
mod mutant;
mod rewrite;
mod twin;

use super::Setting;
use super::written::WrittenTest;
use crate::decide::Facts;
use crate::policy::{FactId, OutcomeId, Policy};
use crate::syntax::KeywordLanguage;
use difference::{Difference, DifferentCase, difference, seen_otherwise};
pub(crate) use difference::{ORDINARY_DAY, rebased};
pub use make::mutants;
pub use missing::{MUTATION_FORMAT, NewTest, mutation_json};
pub(crate) use missing::{unique, words};
pub use mutant::{Mutant, MutationKind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What became of all mutants of a policy.
#[derive(Clone, Debug)]
pub struct MutationReport {
    /// Each mutant with what became of it, in the order of the text.
    pub results: Vec<(Mutant, Fate)>,
}

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// This test notices it.
    Killed {
        /// The test's name.
        by: String,
    },
    /// No test notices it, and it is proved that it decides every case as the original does.
    Equivalent,
    /// No test notices it. This test would.
    Survived {
        /// A `test` block without a name, to be named and reviewed.
        test: MissingTest,
    },
    /// No test notices it, and it is not decided whether any could.
    NotDecided,
}

/// A test that would notice a mutant.
#[derive(Clone, Debug)]
pub struct MissingTest {
    case: Box<DifferentCase>,
    given: Vec<FactId>,
}

impl PartialEq for MissingTest {
    fn eq(&self, other: &Self) -> bool {
        self.given == other.given && self.case.facts.known() == other.case.facts.known()
    }
}

impl Eq for MissingTest {}

impl MissingTest {
    /// The case.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.case.facts
    }

    /// The `test` block, formatted, under a name and below comments.
    #[must_use]
    pub fn text(&self, policy: &Policy, language: KeywordLanguage, name: &str, comments: &[String]) -> String {
        let test = WrittenTest {
            name,
            comments,
            facts: &self.case.facts,
            given: &self.given,
            chosen: &self.case.chosen,
            decision: &self.case.decision,
            expected: &self.case.outcomes,
            further: &self.case.lines,
        };
        test.text(policy, language)
    }
}

impl MutationReport {
    /// How many mutants came to a fate.
    #[must_use]
    pub fn count(&self, wanted: impl Fn(&Fate) -> bool) -> usize {
        self.results.iter().filter(|(_, fate)| wanted(fate)).count()
    }
}

/// Changes one thing after the other in a policy and runs its tests, those whose name contains `filter`.
#[must_use]
pub fn mutate(policy: &Policy, filter: &str, setting: &Setting) -> MutationReport {
    let mutants = mutants(policy);
    let order = order_of_tests(policy, filter, setting);
    let fates = in_parallel(&mutants, |mutant| fate(policy, &mutant.policy(policy), &order, setting));
    MutationReport { results: mutants.into_iter().zip(fates).collect() }
}

/// The places of the tests that pass, those with the fewest unknown facts first: they are the quickest, and notice most.
fn order_of_tests(policy: &Policy, filter: &str, setting: &Setting) -> Vec<usize> {
    let tests = policy.tests().iter().enumerate().filter(|(_, test)| test.name.contains(filter));
    let passing = tests.filter(|(_, test)| super::run_test(policy, test, setting).failures.is_empty());
    let mut order: Vec<(usize, usize)> = passing.map(|(place, test)| (usize::MAX - test.given.len(), place)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, place)| place).collect()
}

/// The results of a function for each item, in the order of the items, worked out by as many threads as there are
/// processors.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from).min(items.len().max(1));
    let run = || {
        let mut done = Vec::new();
        while let Some((place, item)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?)))
        {
            done.push((place, work(item)));
        }
        done
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut done = run();
        for other in others {
            match other.join() {
                Ok(own) => done.extend(own),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

fn fate(policy: &Policy, mutant: &Policy, order: &[usize], setting: &Setting) -> Fate {
    if let Some(by) = noticed_by(mutant, order, setting) {
        return Fate::Killed { by };
    }
    match difference(policy, mutant, setting) {
        Difference::None => Fate::Equivalent,
        Difference::NotDecided => Fate::NotDecided,
        Difference::Case(case) => {
            let test = reduced(policy, mutant, *case);
            Fate::Survived { test }
        }
    }
}

/// The first of some tests that fails.
fn noticed_by(mutant: &Policy, order: &[usize], setting: &Setting) -> Option<String> {
    let tests = order.iter().filter_map(|place| mutant.tests().get(*place));
    let mut failing = tests.filter(|test| !super::run_test(mutant, test, setting).failures.is_empty());
    failing.next().map(|test| test.name.clone())
}

/// The test with no more facts than it takes: those that put the case among the cases that differ, if both decide it
/// then as they do with all facts; else all facts.
fn reduced(policy: &Policy, mutant: &Policy, case: DifferentCase) -> MissingTest {
    let mut few = Facts::new(policy);
    for id in &case.named {
        if let Some(value) = case.facts.get(*id) {
            few.assume(*id, Some(value.clone()));
        }
    }
    for id in &case.chosen {
        if let Some(choice) = case.facts.chosen(*id) {
            let _ = few.choose(*id, choice.cloned());
        }
    }
    case.facts.as_of().into_iter().for_each(|day| few.set_as_of(day));
    case.facts.calendar().into_iter().for_each(|calendar| few.set_calendar(calendar.clone()));
    let is_settled = |found: &DifferentCase, id: &OutcomeId| {
        let name = policy.outcomes().get(id.index()).map(|outcome| &outcome.name);
        let both = name.and_then(|name| found.decision.outcome(name).zip(case.decision.outcome(name)));
        both.is_some_and(|(few, all)| few.status == all.status && few.permitted == all.permitted)
    };
    let smaller = seen_otherwise(policy, mutant, &few).and_then(|mut found| {
        found.outcomes =
            case.outcomes.iter().copied().filter(|id| found.outcomes.contains(id) && is_settled(&found, id)).collect();
        found.lines.retain(|line| case.lines.contains(line));
        found.chosen.clone_from(&case.chosen);
        (!found.outcomes.is_empty() || !found.lines.is_empty()).then_some(found)
    });
    match smaller {
        Some(found) => MissingTest { given: case.named, case: Box::new(found) },
        None => {
            let given = policy.fact_ids().filter(|id| case.facts.get(*id).is_some()).collect();
            let chosen = policy.outcome_ids().filter(|id| case.facts.chosen(*id).is_some()).collect();
            MissingTest { given, case: Box::new(DifferentCase { chosen, ..case }) }
        }
    }
}
