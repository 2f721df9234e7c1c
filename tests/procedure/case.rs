//! Logs and histories in a few words, and what comes of them.

use crate::support::accepted;
use policyc::Facts;
use policyc::calendar::calendar_from_text;
use policyc::decide::{
    EffectsReport, LogFile, ProcedureReport, StepFault, StepReport, StepState, check_procedure, effects,
    history_from_json, log_from_json,
};
use policyc::policy::{PastDecision, Policy};
use policyc::source::SourceId;
use serde_json::{Value, json};

/// A policy with procedures or effects.
pub struct Office(pub Policy);

/// Bodies, a role and facts, then what is written.
#[track_caller]
pub fn office(text: &str) -> Office {
    let declarations = "
        body office
        body county
        body city
        body province
        role driver
        scale measure { warning < demerit < demotion < removal }
        outcome sanction of driver: measure
        fact grave: bool
        fact public: bool
        fact received_on: date
        ";
    Office(accepted(&format!("{declarations}{text}")))
}

/// A procedure with these lines.
#[track_caller]
pub fn procedure(lines: &str) -> Office {
    office(&format!("article 1 {{ procedure handling {{\n{lines}\n}} }}"))
}

/// `hear 03-05 by office, county; right be_heard 03-04` as JSON; days are of 2024 unless the year is given.
pub fn entries(log: &str) -> Vec<Value> {
    log.split(';').map(str::trim).filter(|entry| !entry.is_empty()).map(entry).collect()
}

fn entry(text: &str) -> Value {
    let mut words = text.split_whitespace().peekable();
    let mut entry = json!({});
    let kind = if words.next_if_eq(&"right").is_some() { "right" } else { "step" };
    entry[kind] = words.next().unwrap().into();
    entry["on"] = day(words.next().unwrap()).into();
    while let Some(key) = words.next() {
        let value = words.next().unwrap();
        match key {
            "present" => entry[key] = value.parse::<u32>().unwrap().into(),
            "reason" => entry[key] = value.into(),
            _ => entry[key] = value.split(',').collect::<Vec<_>>().into(),
        }
    }
    entry
}

/// `03-05` is a day of 2024.
pub fn day(text: &str) -> String {
    if text.len() == 5 { format!("2024-{text}") } else { text.to_owned() }
}

pub fn date(text: &str) -> jiff::civil::Date {
    day(text).parse().unwrap()
}

impl Office {
    /// The report on a log as of a day; at the end of the case where the day is empty.
    #[track_caller]
    pub fn report(&self, log: &str, as_of: &str, facts: &str, holidays: Option<&str>) -> ProcedureReport {
        let text = json!({ "entries": entries(log) }).to_string();
        let read = log_from_json(&self.0, None, SourceId(1), &text);
        let LogFile { procedure, log, .. } = read.unwrap_or_else(|found| panic!("{found:?}"));
        let mut given = Facts::new(&self.0);
        for setting in facts.split(',').map(str::trim).filter(|setting| !setting.is_empty()) {
            policyc::decide::apply_setting(&mut given, setting).unwrap();
        }
        if !as_of.is_empty() {
            given.set_as_of(date(as_of));
        }
        if let Some(text) = holidays {
            given.set_calendar(calendar_from_text(SourceId(2), text).unwrap());
        }
        check_procedure(&self.0, procedure, &given, &log).unwrap()
    }

    /// For each log and day what is said of the steps, `a done; b due 2024-03-08; …`.
    #[track_caller]
    pub fn says(&self, table: &[(&str, &str, &str)]) {
        self.says_with("", table);
    }

    /// The same with facts.
    #[track_caller]
    pub fn says_with(&self, facts: &str, table: &[(&str, &str, &str)]) {
        for (log, as_of, wanted) in table {
            assert_eq!(all(&self.report(log, as_of, facts, None)), *wanted, "{log} as of {as_of}");
        }
    }

    /// What lasts and what has ended: `bars promotion 2024-01-10..2024-07-10`.
    #[track_caller]
    pub fn effects(&self, history: &[PastDecision], as_of: &str) -> EffectsReport {
        effects(&self.0, history, date(as_of), None).unwrap()
    }

    /// `warning 01-10; demotion 03-05` as decisions on the driver's sanction.
    #[track_caller]
    pub fn history(&self, text: &str) -> Vec<PastDecision> {
        let decisions: Vec<Value> = text
            .split(';')
            .map(str::trim)
            .filter(|decision| !decision.is_empty())
            .enumerate()
            .map(|(index, decision)| {
                let (value, on) = decision.split_once(' ').unwrap();
                let reference = format!("No. {}", index + 1);
                json!({ "outcome": "sanction of driver", "value": value, "on": day(on), "reference": reference })
            })
            .collect();
        history_from_json(&self.0, SourceId(1), &json!({ "decisions": decisions }).to_string()).unwrap()
    }
}

/// What is said of all steps.
pub fn all(report: &ProcedureReport) -> String {
    report.steps.iter().map(|step| format!("{} {}", step.name, said(step))).collect::<Vec<_>>().join("; ")
}

/// What is said of a step, in the order state, faults, open questions.
pub fn said(step: &StepReport) -> String {
    let due = step.deadline.as_ref().and_then(|deadline| deadline.due.as_deref());
    let state = match step.state {
        StepState::Done => "done".to_owned(),
        StepState::Missing => format!("missing before {}", step.overtaken_by.join(",")),
        StepState::Due => due.map_or_else(|| "due".to_owned(), |due| format!("due {due}")),
        StepState::Waiting => format!("waits for {}", step.waiting_for.join(",")),
        StepState::Skipped => "skipped".to_owned(),
        StepState::NotApplicable => "not applicable".to_owned(),
        StepState::Undetermined => "undetermined".to_owned(),
    };
    let mut words = vec![state];
    words.extend(step.faults.iter().map(|fault| match fault {
        StepFault::Late { by } => format!("late by {by}"),
        StepFault::OutOfOrder { before } => format!("before {before}"),
        StepFault::UnusualOrder { before } => format!("usually after {before}"),
        StepFault::WrongActor { lacking } => format!("up to {}", lacking.join(",")),
        StepFault::TooEarly { level, from } => format!("too early for {level}, {}", from.as_deref().unwrap_or("never")),
        StepFault::QuorumNotMet { had, needs } => format!("{had} of {needs}"),
        StepFault::ChecksMissing { checks } => format!("unchecked {}", checks.join(",")),
        StepFault::ConsentMissing { of } => format!("without {}", of.join(",")),
        StepFault::NotCalledFor => "not called for".to_owned(),
    }));
    words.extend(step.passed.iter().map(|level| format!("passed to {} {}", level.to, level.since)));
    words.extend(step.excused.iter().map(|reason| format!("excused by {reason}")));
    words.extend(step.unrecorded.iter().map(|what| format!("unrecorded {what:?}").to_lowercase()));
    words.extend((!step.asks.is_empty()).then(|| format!("asks {}", step.asks.join(","))));
    words.join(", ")
}
