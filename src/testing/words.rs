//! What came, in the spelling of expectations.

use crate::decide::{DutyStatus, LastingEffect, OutcomeDecision, Status, StepFault, StepReport, StepState};
use crate::syntax::ast::EffectVerb;

/// A decision on one outcome, as a test would expect it.
#[must_use]
pub fn in_words(outcome: &OutcomeDecision) -> String {
    let name = outcome.title();
    let or_none = if outcome.none { " or none" } else { "" };
    let set = match (outcome.permitted.values(), outcome.none) {
        _ if !outcome.permitted.intervals().is_empty() => {
            format!("∈ {}{or_none}", outcome.permitted.words().join(", "))
        }
        ([], _) => "= none".to_owned(),
        ([only], false) => format!("= {only}"),
        (several, _) => format!("∈ <{}>{or_none}", several.join(", ")),
    };
    match outcome.status {
        Status::Decided if outcome.weigh => format!("{name} {set} (weighed)"),
        Status::Decided => format!("{name} {set}"),
        Status::Exempt => format!("{name} exempt"),
        Status::NotAddressed => format!("{name} not addressed"),
        Status::Conflict => format!("{name} conflict"),
        Status::OutOfScope => format!("{name} out of scope"),
        Status::Undetermined => {
            format!("{name} undetermined (possible: {}; asks {})", outcome.possible.join(", "), outcome.asks.join(", "))
        }
    }
}

/// The status of a duty, as a test expects it.
pub(super) fn duty_word(status: DutyStatus) -> &'static str {
    match status {
        DutyStatus::Fulfilled => "fulfilled",
        DutyStatus::Breached => "breached",
        DutyStatus::Pending => "pending",
        DutyStatus::NotApplicable => "not applicable",
        DutyStatus::Undetermined => "undetermined",
    }
}

/// Where a step stands, as a test expects it.
pub(super) fn step_word(state: StepState) -> &'static str {
    match state {
        StepState::Done => "done",
        StepState::Missing => "missing",
        StepState::Due => "due",
        StepState::Waiting => "waiting",
        StepState::Skipped | StepState::NotApplicable => "not applicable",
        StepState::Undetermined => "undetermined",
    }
}

/// A list behind its word, each item once; a dash where there is none.
pub(super) fn listed(word: &str, items: impl IntoIterator<Item = String>) -> String {
    let mut found: Vec<String> = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    if found.is_empty() { format!("{word} —") } else { format!("{word} {}", found.join(", ")) }
}

/// `step decide due 2024-04-04, late by 3 days, passed to city`.
pub(super) fn step_in_words(step: &StepReport) -> String {
    let due = step.deadline.as_ref().and_then(|deadline| deadline.due.as_deref());
    let mut words: Vec<String> = Vec::new();
    match step.state {
        StepState::Done if step.faults.is_empty() => words.push("done".to_owned()),
        // What is wrong says enough.
        StepState::Done => {}
        StepState::Missing => words.push("missing".to_owned()),
        StepState::Due => words.push(due.map_or_else(|| "due".to_owned(), |due| format!("due {due}"))),
        StepState::Waiting => words.push(listed("waiting for", step.waiting_for.clone())),
        StepState::Skipped | StepState::NotApplicable => words.push("not applicable".to_owned()),
        StepState::Undetermined => words.push("undetermined".to_owned()),
    }
    words.extend(step.faults.iter().map(fault_in_words));
    words.extend(step.passed.last().map(|level| format!("passed to {}", level.to)));
    if !step.asks.is_empty() {
        words.push(format!("(asks {})", step.asks.join(", ")));
    }
    format!("step {} {}", step.name, words.join(", "))
}

fn fault_in_words(fault: &StepFault) -> String {
    match fault {
        StepFault::Late { by } => format!("late by {by}"),
        StepFault::OutOfOrder { before } | StepFault::UnusualOrder { before } => {
            format!("out of order (before {before})")
        }
        StepFault::WrongActor { lacking } => format!("wrong actor (not by {})", lacking.join(", ")),
        StepFault::TooEarly { level, .. } => format!("wrong actor (not yet passed to {level})"),
        StepFault::QuorumNotMet { had, needs } => format!("quorum not met ({had} of {needs})"),
        StepFault::ChecksMissing { checks } => format!("checks missing ({})", checks.join(", ")),
        StepFault::ConsentMissing { of } => format!("consent missing ({})", of.join(", ")),
        StepFault::NotCalledFor => "though taken".to_owned(),
    }
}

/// `bars promotion until 2026-07-10`; `not bars promotion` where nothing lasts.
pub(super) fn effect_in_words(verb: EffectVerb, name: &str, lasting: Option<&LastingEffect>) -> String {
    let verb = match verb {
        EffectVerb::Bars => "bars",
        EffectVerb::Brings => "brings",
    };
    match lasting.map(|effect| effect.until.as_deref()) {
        None => format!("not {verb} {name}"),
        Some(None) => format!("{verb} {name} (for good)"),
        Some(Some(until)) => format!("{verb} {name} until {until}"),
    }
}
