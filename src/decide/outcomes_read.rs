//! What a later condition sees of an earlier outcome: the permitted values, or what the authority chose of them.

use super::conclude::Verdict;
use super::decision::Status;
use super::evaluate::Truth;
use super::facts::Facts;
use super::interpret::DecideError;
use crate::policy::{ArithmeticError, OutcomeId, OutcomeTest, PermittedSet, Policy, Satisfied, Value, ValueTest};
use crate::syntax::ast::Polarity;
use std::cmp::Ordering;

/// What is known of an outcome when a later condition reads it.
#[derive(Clone, Debug)]
pub(super) enum Reading {
    /// It is exempt, not addressed, in conflict or out of scope: it has no value, and satisfies no test.
    Nothing,
    /// The authority has chosen; no measure where `None`.
    Chosen(Option<Value>),
    /// The authority may still choose any of these.
    Permitted(PermittedSet),
    /// It depends on unknown facts.
    Unknown,
}

impl Reading {
    /// What a settled outcome shows. The choice has been checked.
    pub(super) fn settled(verdict: &Verdict, chosen: Option<Option<&Value>>) -> Self {
        match (verdict.status, &verdict.permitted, chosen) {
            (Status::Decided, _, Some(choice)) => Self::Chosen(choice.cloned()),
            (Status::Decided, Some(set), None) => Self::Permitted(set.clone()),
            _ => Self::Nothing,
        }
    }

    /// What an outcome shows that depends on unknown facts: a choice is known all the same, for in every completion in
    /// which the case can be decided it is permitted.
    pub(super) fn open(chosen: Option<Option<&Value>>) -> Self {
        chosen.map_or(Self::Unknown, |choice| Self::Chosen(choice.cloned()))
    }

    pub(super) fn satisfies(&self, test: &OutcomeTest) -> Result<Truth, ArithmeticError> {
        match self {
            Self::Nothing | Self::Chosen(None) => Ok(Truth::False),
            Self::Chosen(Some(value)) => satisfies(value, test).map(Truth::from),
            Self::Permitted(set) => Ok(match set.satisfied(value_test(test))? {
                Satisfied::All => Truth::True,
                Satisfied::Nothing => Truth::False,
                Satisfied::Some => Truth::Unknown,
            }),
            Self::Unknown => Ok(Truth::Unknown),
        }
    }
}

/// The test as permitted sets know it.
pub(super) fn value_test(test: &OutcomeTest) -> ValueTest<'_> {
    match test {
        OutcomeTest::Compare(operator, value) => ValueTest::Compare(*operator, value),
        OutcomeTest::Among(polarity, values) => ValueTest::Among(*polarity, values),
        OutcomeTest::Between(polarity, from, to) => ValueTest::Between(*polarity, from, to),
    }
}

/// Whether a single value satisfies a test.
pub(super) fn satisfies(value: &Value, test: &OutcomeTest) -> Result<bool, ArithmeticError> {
    let asserted = |holds: bool, polarity: Polarity| holds == (polarity == Polarity::In);
    match test {
        OutcomeTest::Compare(operator, other) => value.compare(*operator, other),
        OutcomeTest::Among(polarity, values) => {
            Ok(asserted(values.iter().any(|listed| listed.order(value).is_some_and(Ordering::is_eq)), *polarity))
        }
        OutcomeTest::Between(polarity, from, to) => {
            let between =
                from.order(value).is_some_and(Ordering::is_le) && to.order(value).is_some_and(Ordering::is_ge);
            Ok(asserted(between, *polarity))
        }
    }
}

/// Whether a set permits a choice.
pub(super) fn permits(set: &PermittedSet, choice: Option<&Value>) -> bool {
    choice.map_or_else(|| set.permits_none(), |value| set.contains_value(value))
}

/// Checks what the authority chose of a settled outcome.
pub(super) fn check_choice(
    policy: &Policy,
    facts: &Facts,
    id: OutcomeId,
    verdict: &Verdict,
) -> Result<(), DecideError> {
    let Some(choice) = facts.chosen(id) else { return Ok(()) };
    match &verdict.permitted {
        Some(set) if permits(set, choice) => Ok(()),
        Some(set) => Err(not_permitted(policy, id, choice, &[set])),
        None => Err(DecideError::ChoiceNotOpen { outcome: title(policy, id), status: verdict.status }),
    }
}

/// The complaint about a choice that none of some sets permits.
pub(super) fn not_permitted(
    policy: &Policy,
    id: OutcomeId,
    choice: Option<&Value>,
    sets: &[&PermittedSet],
) -> DecideError {
    DecideError::ChoiceNotPermitted {
        outcome: title(policy, id),
        chosen: choice.map_or_else(|| "none".to_owned(), |value| policy.show(value)),
        permitted: super::report::words_of_sets(policy, id, sets.iter().copied()),
    }
}

fn title(policy: &Policy, id: OutcomeId) -> String {
    policy.outcomes().get(id.index()).map_or_else(String::new, |outcome| outcome.name.to_string())
}
