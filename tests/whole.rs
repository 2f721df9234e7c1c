//! The crate against a second, naive meaning of roles, choices, lists, versions, timings, amounts and duties, on random
//! regulations and cases.
//!
//! `PROPTEST_CASES` raises the number of cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

#[path = "support/random.rs"]
mod random;
mod support;
#[path = "whole/mod.rs"]
mod whole;

use policyc::decide::{DecideError, Decision, DutyStatus, OutcomeDecision, Status, decide, facts_from_json};
use policyc::policy::Policy;
use policyc::source::SourceId;
use proptest::prelude::*;
use random::config;
use std::collections::BTreeSet;
use whole::evaluate::{Duty, Verdict};
use whole::generate::{Topics, cases, regulations};
use whole::print::MEASURES;
use whole::unknown::Answer;
use whole::{Given, OUTCOMES, Outcome, Permitted};

fn decision(policy: &Policy, given: &Given) -> Result<Decision, DecideError> {
    let json = given.json();
    let facts = facts_from_json(policy, SourceId::default(), &json);
    decide(policy, &facts.unwrap_or_else(|problems| panic!("{}: {json}", support::listed(&problems, &json))))
}

/// The permitted values in the reference's numbers.
fn permitted(outcome: Outcome, found: &OutcomeDecision) -> Permitted {
    let mut values: Permitted = found.none.then(|| outcome.none()).into_iter().collect();
    for name in found.permitted.values() {
        values.insert(i64::try_from(MEASURES.iter().position(|measure| measure == name).unwrap()).unwrap() + 1);
    }
    for interval in found.permitted.intervals() {
        let end = |text: &str| text.parse::<i64>().unwrap();
        values.extend(end(&interval.from)..=end(interval.to.as_ref().unwrap()));
    }
    values
}

/// `None` where the outcome is undetermined.
fn verdict(outcome: Outcome, found: &OutcomeDecision) -> Option<Verdict> {
    Some(match found.status {
        Status::Decided => Verdict::Decided(permitted(outcome, found)),
        Status::Exempt => Verdict::Exempt,
        Status::NotAddressed => Verdict::NotAddressed,
        Status::Conflict => Verdict::Conflict,
        Status::OutOfScope => panic!("there is no scope"),
        Status::Undetermined => return None,
    })
}

/// What `possible` has to list, single amounts and all.
fn possible(outcome: Outcome, verdicts: &BTreeSet<Verdict>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for verdict in verdicts {
        match verdict {
            Verdict::Decided(set) => words.extend(set.iter().map(|value| whole::print::value_word(outcome, *value))),
            Verdict::Exempt => drop(words.insert("exempt".to_owned())),
            Verdict::NotAddressed => drop(words.insert("not_addressed".to_owned())),
            Verdict::Conflict => drop(words.insert("conflict".to_owned())),
        }
    }
    words
}

/// The words of `possible` with intervals spelled out.
fn spelled_out(words: &[String]) -> BTreeSet<String> {
    let mut spelled = BTreeSet::new();
    for word in words {
        match word.split_once(" .. ") {
            Some((from, to)) => {
                let (from, to): (i64, i64) = (from.parse().unwrap(), to.parse().unwrap());
                spelled.extend((from..=to).map(|value| value.to_string()));
            }
            None => drop(spelled.insert(word.clone())),
        }
    }
    spelled
}

fn duty_status(statuses: &BTreeSet<Duty>) -> DutyStatus {
    let statuses: Vec<Duty> = statuses.iter().copied().collect();
    match statuses.as_slice() {
        [Duty::Fulfilled] => DutyStatus::Fulfilled,
        [Duty::Breached] => DutyStatus::Breached,
        [Duty::Pending] | [Duty::Fulfilled, Duty::Pending] => DutyStatus::Pending,
        [Duty::NotApplicable] => DutyStatus::NotApplicable,
        _ => DutyStatus::Undetermined,
    }
}

/// How far the crate has to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// In everything.
    Exactly,
    /// What it settles has to be settled.
    NothingWrong,
}

fn compare(policy: &Policy, given: &Given, answer: Option<&Answer>, wanted: Wanted) -> Result<(), TestCaseError> {
    let found = decision(policy, given);
    let Some(answer) = answer else {
        if wanted == Wanted::Exactly {
            prop_assert!(found.is_err(), "no completion: {found:?}");
        }
        return Ok(());
    };
    let found = match found {
        Ok(found) => found,
        Err(error) => return Err(TestCaseError::fail(format!("refused with {error:?}"))),
    };
    for (index, outcome) in OUTCOMES.into_iter().enumerate() {
        let title = outcome.title();
        let decided = found.outcome(title).unwrap();
        let verdicts = &answer.verdicts[index];
        match verdict(outcome, decided) {
            Some(verdict) => {
                prop_assert_eq!(verdicts, &BTreeSet::from([verdict]), "{}", title);
                continue;
            }
            None if wanted == Wanted::NothingWrong => continue,
            None => {}
        }
        prop_assert!(!decided.limit_reached, "{title}: {decided:?}");
        prop_assert!(verdicts.len() > 1, "{title} is settled: {verdicts:?}, {decided:?}");
        prop_assert_eq!(spelled_out(&decided.possible), possible(outcome, verdicts), "{}", title);
        let asked: BTreeSet<&str> = decided.asks.iter().map(String::as_str).collect();
        for ask in &answer.asks[index] {
            prop_assert!(asked.contains(ask), "{title} asks {ask}: {decided:?}");
        }
        let asks_a_choice = OUTCOMES.iter().any(|read| asked.contains(read.title()));
        prop_assert!(asks_a_choice || !answer.choices_matter[index], "{title} asks a choice: {decided:?}");
    }
    let duty = found.duty("tell").unwrap();
    let status = duty_status(&answer.duty);
    prop_assert!(
        duty.status == status || wanted == Wanted::NothingWrong && duty.status == DutyStatus::Undetermined,
        "the duty is {:?}: {:?}",
        answer.duty,
        duty
    );
    Ok(())
}

fn run(regulation: &whole::Regulation, given: &Given, wanted: Wanted) -> Result<(), TestCaseError> {
    let Ok(answer) = regulation.answer(given, wanted == Wanted::Exactly) else { return Ok(()) };
    let text = regulation.printed();
    let policy = support::accepted(&text);
    compare(&policy, given, answer.as_ref(), wanted)
        .map_err(|error| TestCaseError::fail(format!("{error}\n{}\n{text}", given.json())))
}

/// Whether the answer has to be exact. Two unknown days with months between them, and sums of unknown sizes that a
/// condition restricts, are approximate; an unknown list may be longer than the ones that are tried.
fn wanted(regulation: &whole::Regulation, given: &Given) -> Wanted {
    let both_days = given.facts[6].is_none() && given.facts[7].is_none();
    let unknown_sizes = given.items.iter().flatten().any(|(_, size)| size.is_none());
    let is_approximate = both_days || given.items.is_none() || unknown_sizes && regulation.adds_up();
    if is_approximate { Wanted::NothingWrong } else { Wanted::Exactly }
}

const NO_TOPICS: Topics = Topics { lists: false, dates: false, calculated: false };

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn outcomes_that_read_each_other(
        regulation in regulations(NO_TOPICS),
        given in cases(0.5),
    ) {
        run(&regulation, &given, Wanted::Exactly)?;
    }

    #[test]
    fn lists_of_which_not_all_is_known(
        regulation in regulations(Topics { lists: true, ..NO_TOPICS }),
        given in cases(0.25),
    ) {
        run(&regulation, &given, wanted(&regulation, &given))?;
    }

    #[test]
    fn days_of_which_not_all_are_known(
        regulation in regulations(Topics { dates: true, ..NO_TOPICS }),
        given in cases(0.25),
    ) {
        run(&regulation, &given, wanted(&regulation, &given))?;
    }

    #[test]
    fn amounts_that_are_calculated(
        regulation in regulations(Topics { lists: true, dates: true, calculated: true }),
        given in cases(0.2),
    ) {
        run(&regulation, &given, Wanted::NothingWrong)?;
    }

    #[test]
    fn with_everything_known_both_meanings_agree(
        regulation in regulations(Topics { lists: true, dates: true, calculated: true }),
        given in cases(0.0),
    ) {
        run(&regulation, &given, Wanted::Exactly)?;
    }
}
