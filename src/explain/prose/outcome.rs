//! The section of an outcome, and that of a duty.

use super::page::{Item, Page};
use super::{Narrator, long};
use crate::decide::{DecidedBy, DutyStatus, Status};
use crate::explain::explanation::{DutyExplanation, OutcomeExplanation};
use crate::policy::Outcome;
use crate::syntax::ast::DutyKind;

impl Narrator<'_> {
    pub(super) fn outcome(self, page: &mut Page, explained: &OutcomeExplanation) {
        let result = &explained.result;
        let title = result.title();
        let Some(outcome) = self.words.policy.outcomes().iter().find(|outcome| *outcome.name == *title) else { return };
        let name = self.words.qualified_named(&outcome.name, &outcome.labels);
        let status = self.word(status_id(result.status));
        page.heading(2, self.say("explain-result", &[("outcome", long(name)), ("status", status.into())]));
        if let Some(person) = &result.person {
            page.paragraph(self.say("explain-person", &[("person", person.as_str().into())]));
        }
        page.paragraph(self.justification(outcome, explained));
        let known = explained.facts.as_slice();
        let scope = explained
            .scope
            .iter()
            .map(|ground| Item::with(self.clause_begin(&ground.clause), vec![self.proof(&ground.proof, known)]));
        page.list(3, self.word("explain-scope"), scope.collect());
        let fired = explained.fired.iter().map(|fired| self.fired(outcome, fired, known));
        page.list(3, self.word("explain-fired"), fired.collect());
        let exemptions = explained.exemptions.iter().filter(|exemption| exemption.holds);
        let exemptions = exemptions.map(|exemption| self.exemption(exemption, known));
        page.list(3, self.word("explain-exemptions"), exemptions.collect());
        let combination = explained.combination.iter().filter(|step| step.sets.len() > 1);
        let combination = combination.map(|step| self.combination(outcome, step));
        page.list(3, self.word("explain-combination"), combination.collect());
        let adjustments = explained.adjustments.iter().filter(|step| step.holds);
        let adjustments = adjustments.map(|step| self.adjustment(outcome, step, known));
        page.list(3, self.word("explain-adjustments"), adjustments.collect());
        let nearest = explained.nearest.iter().map(|near| self.near(outcome, near));
        page.list(3, self.word("explain-nearest"), nearest.collect());
        page.list(3, self.word("explain-ruled-out"), self.ruled_out(outcome, explained));
        let open = explained.open.iter().map(|part| self.open(outcome, part));
        page.list(3, self.word("explain-open"), open.collect());
        let facts = explained.facts.iter().map(|fact| Item::new(self.cited(fact)));
        let choices = explained.choices.iter().map(|choice| Item::new(self.choice(choice)));
        page.list(3, self.word("explain-facts"), facts.chain(choices).collect());
        page.list(3, self.word("explain-authority"), self.authority(outcome, explained));
    }

    fn authority(self, outcome: &Outcome, explained: &OutcomeExplanation) -> Vec<Item> {
        let result = &explained.result;
        let mut items: Vec<Item> =
            result.decided_by.iter().map(|decided| Item::new(self.decider(outcome, decided))).collect();
        if !result.enforced_by.is_empty() {
            let who = self.words.bodies(&result.enforced_by);
            items.push(Item::new(self.say("explain-enforced", &[("who", long(who))])));
        }
        items
    }

    fn decider(self, outcome: &Outcome, decided: &DecidedBy) -> String {
        let values = self.joined(decided.values.iter().map(|value| self.words.value(outcome, value)));
        let who = self.words.bodies(&decided.bodies);
        let id = if decided.jointly { "explain-decided-jointly" } else { "explain-decided" };
        let clause = self.clause_inside(&decided.clause);
        let text = self.say(id, &[("values", long(values)), ("who", long(who)), ("clause", long(clause))]);
        if decided.approved_by.is_empty() {
            return text;
        }
        let approved = self.say("explain-approved", &[("who", long(self.words.bodies(&decided.approved_by)))]);
        format!("{text}{}{approved}", self.word("explain-semicolon"))
    }

    pub(super) fn duty(self, page: &mut Page, explained: &DutyExplanation) {
        let result = &explained.result;
        let Some(duty) = self.words.policy.duties().iter().find(|duty| duty.name == result.name) else { return };
        let status = match result.status {
            DutyStatus::Fulfilled if duty.kind == DutyKind::Prohibition => "duty-kept",
            DutyStatus::Fulfilled => "duty-fulfilled",
            DutyStatus::Breached => "duty-breached",
            DutyStatus::Pending => "duty-pending",
            DutyStatus::NotApplicable => "duty-not-applicable",
            DutyStatus::Undetermined => "duty-undetermined",
        };
        let kind = match duty.kind {
            DutyKind::Duty => "show-duty",
            DutyKind::Prohibition => "show-prohibition",
            DutyKind::Right => "show-right",
        };
        let name = format!("{} {}", self.word(kind), self.words.named(&duty.name, &duty.labels));
        page.heading(2, self.say("explain-result", &[("outcome", long(name)), ("status", self.word(status).into())]));
        let known = explained.facts.as_slice();
        let mut items = Vec::new();
        let clause = Item::new(self.clause_begin(&result.clause));
        if let Some(proof) = &explained.applies {
            items.push(Item::with(self.word("explain-duty-applies"), vec![self.proof(proof, known)]));
        }
        if let Some(proof) = &explained.fulfilled {
            items.push(Item::with(self.word("explain-duty-fulfilled"), vec![self.proof(proof, known)]));
        }
        if let Some(due) = &result.due {
            items.push(Item::new(self.say("explain-duty-due", &[("day", due.as_str().into())])));
        }
        if !explained.consequences.is_empty() {
            let clauses = self.clauses_inside(&explained.consequences);
            items.push(Item::new(self.say("explain-duty-consequences", &[("clauses", long(clauses))])));
        }
        if !result.asks.is_empty() {
            let asks = self.joined(self.words.facts(&result.asks));
            items.push(Item::new(self.say("explain-hangs-on", &[("facts", long(asks))])));
        }
        page.list(3, clause.text, items);
    }
}

pub(super) fn status_id(status: Status) -> &'static str {
    match status {
        Status::Decided => "status-decided",
        Status::Exempt => "status-exempt",
        Status::NotAddressed => "status-not-addressed",
        Status::Conflict => "status-conflict",
        Status::Undetermined => "status-undetermined",
        Status::OutOfScope => "status-out-of-scope",
    }
}
