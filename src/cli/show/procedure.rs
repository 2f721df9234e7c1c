//! What is said of a procedure, for people.

use super::Page;
use crate::cli::console::{BAD, Console, GOOD, OPEN, QUIET, styled};
use crate::decide::{
    DeadlineReport, NextStep, ProcedureReport, ProcedureVerdict, RightReport, RightState, StepFault, StepReport,
    StepState, Unrecorded,
};
use crate::diagnostic::{Arg, visible};
use crate::policy::{Policy, Procedure, ProcedureId, Step};
use std::collections::BTreeMap;

/// A report with labels, step by step, then rights, then what has to be done.
pub(in crate::cli) fn show_procedure(
    policy: &Policy,
    procedure: ProcedureId,
    report: &ProcedureReport,
    console: &Console,
) -> String {
    let declared = policy.procedures().get(procedure.index());
    let steps = declared.map(|declared| declared.steps.as_slice()).unwrap_or_default();
    let steps = steps.iter().map(|step| (step.name.as_str(), step)).collect();
    let mut page = ProcedurePage { page: Page::new(policy, console), declared, steps };
    page.summary(report);
    for step in &report.steps {
        page.step(step);
    }
    page.rights(&report.rights);
    page.next(&report.next);
    page.later(report);
    page.page.text
}

struct ProcedurePage<'a> {
    page: Page<'a>,
    declared: Option<&'a Procedure>,
    /// Its steps by name.
    steps: BTreeMap<&'a str, &'a Step>,
}

impl ProcedurePage<'_> {
    fn summary(&mut self, report: &ProcedureReport) {
        let faults: usize = report.steps.iter().map(|step| step.faults.len()).sum();
        let left_out = report.steps.iter().filter(|step| step.state == StepState::Missing).count();
        let denied = report.rights.iter().filter(|right| right.state == RightState::Denied).count();
        let count = [("count", Arg::from(faults + left_out + denied))];
        let verdict = match report.verdict {
            ProcedureVerdict::InOrder => styled(GOOD, &self.page.word("procedure-in-order")),
            ProcedureVerdict::Undetermined => styled(OPEN, &self.page.word("procedure-undetermined")),
            ProcedureVerdict::Faulty => styled(BAD, &self.page.words("procedure-faulty", &count)),
        };
        let name = self.declared.map(|declared| self.page.words.named(&declared.name, &declared.labels));
        let name = name.unwrap_or_default();
        let name = match &report.as_of {
            Some(day) => self.page.words("procedure-on", &[("name", name.into()), ("day", day.as_str().into())]),
            None => name,
        };
        self.page.heading(&format!("{name}: {verdict}"));
    }

    fn step(&mut self, step: &StepReport) {
        let (style, id) = match step.state {
            StepState::Done => (GOOD, "step-done"),
            StepState::Missing => (BAD, "step-missing"),
            StepState::Due if step.optional => (QUIET, "step-optional"),
            StepState::Due => (OPEN, "step-due"),
            StepState::Waiting => (QUIET, "step-waiting"),
            StepState::Skipped => (QUIET, "step-skipped"),
            StepState::NotApplicable => (QUIET, "step-not-applicable"),
            StepState::Undetermined => (OPEN, "step-undetermined"),
        };
        let style = if step.faults.is_empty() { style } else { BAD };
        let state = styled(style, &self.page.word(id));
        let name = self.name(&step.name);
        let clauses = step.clauses.join(", ");
        self.page.section(&format!("{name} [{clauses}]: {state}"));
        self.taken(step);
        if step.taken.is_none() && !matches!(step.state, StepState::NotApplicable | StepState::Skipped) {
            let actors = self.actors(&step.actors, step.jointly);
            self.page.line("step-actors", &actors);
        }
        if let Some(deadline) = &step.deadline {
            let text = self.deadline(deadline, step.asks.contains(&deadline.of));
            self.page.line("step-deadline", &text);
        }
        let faults: Vec<String> = step.faults.iter().map(|fault| self.fault(step, fault)).collect();
        self.page.lines("step-faults", &faults);
        let passed = step.passed.iter().map(|level| {
            let to = self.page.words.bodies(std::slice::from_ref(&level.to));
            let args = [("body", Arg::from(to)), ("day", level.since.as_str().into())];
            format!("{} [{}]", self.page.words("step-passed-to", &args), level.clause)
        });
        let passed: Vec<String> = passed.collect();
        self.page.lines("step-passed", &passed);
        let waiting = self.names(&step.waiting_for);
        self.page.line("step-waits-for", &waiting);
        let overtaken = self.names(&step.overtaken_by);
        self.page.line("step-overtaken", &overtaken);
        if let Some(reason) = &step.excused {
            self.page.line("step-reason", &visible(reason));
        }
        let unrecorded = step.unrecorded.iter().map(|what| match what {
            Unrecorded::By => self.page.word("unrecorded-by"),
            Unrecorded::Present => self.page.word("unrecorded-present"),
        });
        let unrecorded: Vec<String> = unrecorded.collect();
        self.page.lines("step-unrecorded", &unrecorded);
        let asks = self.page.words.facts(&step.asks);
        self.page.lines("asks", &asks);
    }

    fn taken(&mut self, step: &StepReport) {
        let Some(day) = &step.taken else { return };
        let text = if step.by.is_empty() {
            day.clone()
        } else {
            let by = self.page.words.bodies(&step.by);
            self.page.words("step-taken-by", &[("day", day.as_str().into()), ("by", by.into())])
        };
        self.page.line("step-taken", &text);
    }

    fn actors(&self, names: &[String], jointly: bool) -> String {
        let who = self.page.words.bodies(names);
        match names.len() {
            0 | 1 => who,
            _ if jointly => self.page.words("actors-jointly", &[("who", who.into())]),
            _ => self.page.words("actors-any", &[("who", who.into())]),
        }
    }

    fn deadline(&self, deadline: &DeadlineReport, is_unknown: bool) -> String {
        let of = match self.steps.get(deadline.of.as_str()) {
            Some(step) => self.page.words.named(&step.name, &step.labels),
            None => self.page.words.facts(std::slice::from_ref(&deadline.of)).concat(),
        };
        let period = deadline.period.as_ref().map_or_else(|| "?".to_owned(), |period| self.page.words.amount(period));
        let rule = self.page.words("deadline-rule", &[("period", Arg::from(period)), ("of", of.into())]);
        let due = match &deadline.due {
            Some(due) => due.clone(),
            None if is_unknown => self.page.word("deadline-unknown"),
            None => self.page.word("deadline-open"),
        };
        format!("{due} ({rule}) [{}]", deadline.clause)
    }

    fn fault(&self, step: &StepReport, fault: &StepFault) -> String {
        let of_step = |name: &str| self.name(name);
        match fault {
            StepFault::Late { by } => self.page.words("fault-late", &[("by", self.page.words.amount(by).into())]),
            StepFault::OutOfOrder { before } => {
                self.page.words("fault-out-of-order", &[("before", of_step(before).into())])
            }
            StepFault::UnusualOrder { before } => {
                self.page.words("fault-unusual-order", &[("before", of_step(before).into())])
            }
            StepFault::WrongActor { lacking } => {
                let who = self.page.words.bodies(lacking);
                let id = if step.jointly { "fault-actor-lacking" } else { "fault-wrong-actor" };
                self.page.words(id, &[("who", who.into())])
            }
            StepFault::TooEarly { level, from } => {
                let level = self.page.words.bodies(std::slice::from_ref(level));
                match from {
                    Some(day) => {
                        self.page.words("fault-too-early", &[("level", level.into()), ("day", day.as_str().into())])
                    }
                    None => self.page.words("fault-not-passed", &[("level", level.into())]),
                }
            }
            StepFault::QuorumNotMet { had, needs } => {
                self.page.words("fault-quorum", &[("had", Arg::from(*had)), ("needs", Arg::from(*needs))])
            }
            StepFault::ChecksMissing { checks } => {
                let checks = self.checks(&step.name, checks);
                self.page.words("fault-checks", &[("checks", checks.into())])
            }
            StepFault::ConsentMissing { of } => {
                self.page.words("fault-consent", &[("of", self.page.words.bodies(of).into())])
            }
            StepFault::NotCalledFor => self.page.word("fault-not-called-for"),
        }
    }

    fn rights(&mut self, rights: &[RightReport]) {
        if rights.is_empty() {
            return;
        }
        let heading = self.page.word("procedure-rights");
        self.page.section(&heading);
        for right in rights {
            let (style, id) = match right.state {
                RightState::Granted => (GOOD, "right-granted"),
                RightState::Pending => (OPEN, "right-pending"),
                RightState::Denied => (BAD, "right-denied"),
                RightState::NotApplicable => (QUIET, "right-not-applicable"),
                RightState::Undetermined => (OPEN, "right-undetermined"),
            };
            let declared = self.page.words.policy.duties().iter().find(|duty| duty.name == right.name);
            let name = declared.map_or_else(String::new, |duty| self.page.words.named(&duty.name, &duty.labels));
            let args = [("right", Arg::from(name)), ("step", self.name(&right.before).into())];
            let what = self.page.words("right-before", &args);
            let day = right.granted.as_ref().map(|day| format!(" {day}")).unwrap_or_default();
            let state = styled(style, &self.page.word(id));
            let text = format!("{what} [{}]: {state}{day}", right.clause);
            self.page.item(&text);
            let asks = self.page.words.facts(&right.asks);
            self.page.lines("asks", &asks);
        }
    }

    fn next(&mut self, next: &[NextStep]) {
        if next.is_empty() {
            return;
        }
        let heading = self.page.word("procedure-next");
        self.page.section(&heading);
        for step in next {
            let mut text = self.name(&step.step);
            if !step.by.is_empty() {
                text = format!("{text}: {}", self.actors(&step.by, step.jointly));
            }
            if let Some(due) = &step.due {
                text = format!("{text}; {}", self.page.words("next-by", &[("day", due.as_str().into())]));
            }
            for (is_so, id) in [(step.left_out, "next-left-out"), (step.overdue, "next-overdue")] {
                if is_so {
                    text = format!("{text} {}", styled(BAD, &self.page.word(id)));
                }
            }
            self.page.item(&text);
            if !step.grant_first.is_empty() {
                let rights = step.grant_first.iter().map(|name| {
                    let declared = self.page.words.policy.duties().iter().find(|duty| duty.name == *name);
                    declared.map_or_else(|| name.clone(), |duty| self.page.words.named(&duty.name, &duty.labels))
                });
                let rights = rights.collect::<Vec<_>>().join(&self.page.word("list-comma"));
                self.page.line("next-grant-first", &rights);
            }
        }
    }

    fn later(&mut self, report: &ProcedureReport) {
        if report.later.is_empty() {
            return;
        }
        let heading = self.page.word("procedure-later");
        self.page.section(&heading);
        for entry in &report.later {
            let text = format!("{} {}", entry.on, visible(&entry.name));
            self.page.item(&text);
        }
    }

    /// A step by name, with its label.
    fn name(&self, name: &str) -> String {
        let step = self.steps.get(name);
        step.map_or_else(|| visible(name).into_owned(), |step| self.page.words.named(&step.name, &step.labels))
    }

    fn names(&self, names: &[String]) -> String {
        names.iter().map(|name| self.name(name)).collect::<Vec<_>>().join(&self.page.word("list-comma"))
    }

    fn checks(&self, step: &str, names: &[String]) -> String {
        let checks = self.steps.get(step).map(|step| step.checks.as_slice()).unwrap_or_default();
        let word = |name: &String| {
            let check = checks.iter().find(|check| check.name == *name);
            check.map_or_else(|| visible(name).into_owned(), |check| self.page.words.named(&check.name, &check.labels))
        };
        names.iter().map(word).collect::<Vec<_>>().join(&self.page.word("list-comma"))
    }
}
