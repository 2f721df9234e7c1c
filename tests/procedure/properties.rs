//! What holds of every procedure, log and history: against slow definitions, with random input.

use crate::case::{Office, date, entries, office, procedure};
use jiff::ToSpan;
use jiff::civil::Date;
use policyc::decide::{StepFault, StepState, log_from_json};
use policyc::policy::PastDecision;
use policyc::source::SourceId;
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeSet;

/// A procedure: for each step whether it may be left out and the earlier steps that it follows; and the day in March on
/// which it was taken.
#[derive(Clone, Debug)]
struct Sample {
    steps: Vec<(bool, BTreeSet<usize>)>,
    taken: Vec<Option<u8>>,
}

impl Sample {
    fn text(&self) -> String {
        let step = |(index, (optional, after)): (usize, &(bool, BTreeSet<usize>))| {
            let may = if *optional { "may " } else { "" };
            let after: Vec<String> = after.iter().map(|earlier| format!("s{earlier}")).collect();
            let after = if after.is_empty() { String::new() } else { format!(" after {}", after.join(", ")) };
            format!("{may}step s{index}{after}\n")
        };
        self.steps.iter().enumerate().map(step).collect()
    }

    fn log(&self) -> String {
        let taken = self.taken.iter().enumerate().filter_map(|(index, day)| Some((index, (*day)?)));
        taken.map(|(index, day)| format!("s{index} 03-{day:02}")).collect::<Vec<_>>().join(";")
    }

    /// The steps that a step has to follow, directly or through others.
    fn before(&self, step: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut rest: Vec<usize> = self.steps[step].1.iter().copied().collect();
        while let Some(earlier) = rest.pop() {
            if found.insert(earlier) {
                rest.extend(&self.steps[earlier].1);
            }
        }
        found
    }

    fn days(&self) -> Vec<Option<u8>> {
        self.taken.clone()
    }
}

fn samples() -> impl Strategy<Value = Sample> {
    (1_usize..8).prop_flat_map(|count| {
        let step = |index: usize| {
            let after = proptest::collection::btree_set(0..index.max(1), 0..3);
            (proptest::bool::weighted(0.3), after).prop_map(move |(optional, after)| {
                (optional, after.into_iter().filter(|earlier| *earlier < index).collect())
            })
        };
        let steps: Vec<_> = (0..count).map(step).collect();
        let days = proptest::collection::vec(proptest::option::of(1_u8..9), count);
        (steps, days).prop_map(|(steps, taken)| Sample { steps, taken })
    })
}

/// Random decisions in the years around 2024: the value and the day.
fn histories() -> impl Strategy<Value = Vec<(usize, i32)>> {
    proptest::collection::vec((0_usize..4, 0_i32..1500), 0..8)
}

fn capped(cap: &str) -> Office {
    let lines = "effect of sanction of driver = warning bars promotion for 6 months
        effect of sanction of driver ≥ demerit bars promotion for 45 days, bars travel for 12 months
        effect of sanction of driver = removal brings pay_cut for 24 months";
    office(&format!("article 1 {{ {lines} {cap} }}"))
}

fn decisions(office: &Office, sample: &[(usize, i32)]) -> Vec<PastDecision> {
    let names = ["warning", "demerit", "demotion", "removal"];
    let one =
        |(value, day): &(usize, i32)| format!("{} {}", names[*value], first_day().checked_add(day.days()).unwrap());
    let text = sample.iter().map(one).collect::<Vec<_>>().join(";");
    office.history(&text)
}

fn first_day() -> Date {
    date("2022-01-01")
}

fn until(effect: &policyc::decide::LastingEffect) -> Date {
    effect.until.as_deref().map_or(Date::MAX, |day| day.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_step_stands_where_the_definition_puts_it(sample in samples()) {
        let office = procedure(&sample.text());
        let report = office.report(&sample.log(), "04-01", "", None);
        let days = sample.days();
        for (index, step) in report.steps.iter().enumerate() {
            let before = sample.before(index);
            let (optional, _) = sample.steps[index];
            let followed = (0..days.len()).any(|other| days[other].is_some() && sample.before(other).contains(&index));
            let too_soon = days[index].is_some_and(|day| before.iter().any(|earlier| days[*earlier].is_some_and(|was| day < was)));
            let out_of_order = step.faults.iter().any(|fault| matches!(fault, StepFault::OutOfOrder { .. }));
            prop_assert_eq!(out_of_order, too_soon, "{} of\n{}{}", index, sample.text(), sample.log());
            let wanted = match (days[index], optional, followed) {
                (Some(_), ..) => vec![StepState::Done],
                (None, false, true) => vec![StepState::Missing],
                (None, true, true) => vec![StepState::Skipped],
                (None, _, false) => vec![StepState::Due, StepState::Waiting],
            };
            prop_assert!(wanted.contains(&step.state), "{index}: {:?}\n{}{}", step.state, sample.text(), sample.log());
            if step.state == StepState::Due {
                let all_in = sample.steps[index].1.iter().all(|earlier| days[*earlier].is_some() || sample.steps[*earlier].0);
                prop_assert!(all_in);
            }
        }
    }

    #[test]
    fn every_fault_names_a_step_that_was_taken_later(sample in samples()) {
        let office = procedure(&sample.text());
        let report = office.report(&sample.log(), "04-01", "", None);
        for step in &report.steps {
            for fault in &step.faults {
                let StepFault::OutOfOrder { before } = fault else { continue };
                let other = report.step(before).unwrap();
                prop_assert!(step.taken < other.taken);
            }
        }
    }

    #[test]
    fn the_order_of_the_entries_carries_no_meaning(sample in samples(), seed in any::<u64>()) {
        let office = procedure(&sample.text());
        let mut shuffled = entries(&sample.log());
        let count = shuffled.len();
        for index in 0..count {
            let other = usize::try_from(seed.rotate_left(u32::try_from(index).unwrap()) % (count as u64)).unwrap();
            shuffled.swap(index, other);
        }
        let read = |entries: &[serde_json::Value]| {
            log_from_json(&office.0, None, SourceId(1), &json!({ "entries": entries }).to_string()).unwrap().log
        };
        prop_assert_eq!(read(&shuffled), read(&entries(&sample.log())));
    }

    #[test]
    fn what_was_true_on_a_day_stays_true_of_that_day(sample in samples(), day in 1_u8..9) {
        let office = procedure(&sample.text());
        let as_of = format!("03-{day:02}");
        let mut early = sample.clone();
        early.taken.iter_mut().for_each(|taken| *taken = taken.filter(|taken| *taken <= day));
        let whole = office.report(&sample.log(), &as_of, "", None);
        let part = office.report(&early.log(), &as_of, "", None);
        prop_assert_eq!(whole.steps, part.steps);
    }

    #[test]
    fn a_cap_is_never_exceeded(sample in histories(), as_of in 0_i32..1600) {
        let office = capped("effects of one kind add up to at most 30 months");
        let as_of = first_day().checked_add(as_of.days()).unwrap();
        let report = office.effects(&decisions(&office, &sample), &as_of.to_string());
        for effect in report.lasting.iter().chain(&report.ended) {
            let last: Date = effect.because.last().unwrap().on.parse().unwrap();
            prop_assert!(until(effect) <= last.checked_add(30.months()).unwrap(), "{effect:?}");
        }
    }

    #[test]
    fn a_later_decision_never_shortens_an_effect(sample in histories(), next in 0_usize..4, cap in any::<bool>()) {
        let office = capped(if cap { "effects of one kind add up to at most 30 months" } else { "" });
        let last = sample.iter().map(|(_, day)| *day).max().unwrap_or(0);
        let day = first_day().checked_add(last.days()).unwrap().to_string();
        let mut more = sample.clone();
        more.push((next, last));
        let before = office.effects(&decisions(&office, &sample), &day);
        let after = office.effects(&decisions(&office, &more), &day);
        for effect in &before.lasting {
            let longer = after.lasting.iter().find(|other| (other.bars, &other.name) == (effect.bars, &effect.name));
            prop_assert!(longer.is_some_and(|longer| until(longer) >= until(effect)), "{effect:?} {longer:?}");
        }
    }

    #[test]
    fn a_cap_lets_nothing_end_sooner_than_side_by_side(sample in histories(), as_of in 0_i32..1600) {
        let as_of = first_day().checked_add(as_of.days()).unwrap().to_string();
        let (side_by_side, added) = (capped(""), capped("effects of one kind add up to at most 30 months"));
        let alone = side_by_side.effects(&decisions(&side_by_side, &sample), &as_of);
        let together = added.effects(&decisions(&added, &sample), &as_of);
        for effect in &alone.lasting {
            let longer = together.lasting.iter().find(|other| (other.bars, &other.name) == (effect.bars, &effect.name));
            prop_assert!(longer.is_some_and(|longer| until(longer) >= until(effect)), "{effect:?} {longer:?}");
        }
    }

    #[test]
    fn the_order_of_the_decisions_carries_no_meaning(sample in histories()) {
        let office = capped("effects of one kind add up to at most 30 months");
        let history = decisions(&office, &sample);
        let mut reversed = history.clone();
        reversed.reverse();
        prop_assert_eq!(office.effects(&history, "2025-01-01"), office.effects(&reversed, "2025-01-01"));
    }
}

#[test]
fn ten_thousand_entries_are_measured_in_no_time() {
    let steps = 10_000;
    let text: String = (0..steps)
        .map(|index| match index {
            0 => "step s0 by office\n".to_owned(),
            _ => format!("step s{index} by office after s{} within 3 days of s{}\n", index - 1, index / 2),
        })
        .collect();
    let office = procedure(&text);
    let entries: Vec<_> =
        (0..steps).map(|index| json!({ "step": format!("s{index}"), "on": "2024-03-05", "by": "office" })).collect();
    let log = json!({ "entries": entries }).to_string();
    let started = std::time::Instant::now();
    let read = log_from_json(&office.0, None, SourceId(1), &log).unwrap();
    let mut facts = policyc::Facts::new(&office.0);
    facts.set_as_of(date("03-05"));
    let report = policyc::decide::check_procedure(&office.0, read.procedure, &facts, &read.log).unwrap();
    let taken = started.elapsed();
    assert_eq!(report.verdict, policyc::decide::ProcedureVerdict::InOrder);
    // Far above the 50 ms that a release build has for it, so that a slow machine does not fail the test.
    assert!(taken.as_secs() < 5, "{taken:?}");
}
