//! What is known of a duty, a prohibition or a right.

use super::Page;
use crate::cli::console::{BAD, GOOD, OPEN, QUIET, styled};
use crate::decide::{DutyDecision, DutyStatus};
use crate::diagnostic::visible;
use crate::syntax::ast::DutyKind;

impl Page<'_> {
    pub(super) fn duty(&mut self, duty: &DutyDecision) {
        let Some(declared) = self.words.policy.duties().iter().find(|declared| declared.name == duty.name) else {
            return;
        };
        let (style, id) = match duty.status {
            DutyStatus::Fulfilled if declared.kind == DutyKind::Prohibition => (GOOD, "duty-kept"),
            DutyStatus::Fulfilled => (GOOD, "duty-fulfilled"),
            DutyStatus::Breached => (BAD, "duty-breached"),
            DutyStatus::Pending => (OPEN, "duty-pending"),
            DutyStatus::NotApplicable => (QUIET, "duty-not-applicable"),
            DutyStatus::Undetermined => (OPEN, "duty-undetermined"),
        };
        let (kind, whose) = match declared.kind {
            DutyKind::Duty => ("show-duty", "bearer"),
            DutyKind::Prohibition => ("show-prohibition", "bearer"),
            DutyKind::Right => ("show-right", "holder"),
        };
        let status = styled(style, &self.word(id));
        let name = self.words.named(&declared.name, &declared.labels);
        self.text.push('\n');
        self.heading(&format!("{} {name}: {status}", self.word(kind)));
        let bearer = declared.bearer.map_or_else(String::new, |party| self.words.declared_party(party));
        self.line(whose, &bearer);
        if let Some(due) = &duty.due {
            self.line("due", &visible(due));
        }
        self.clauses("because", std::slice::from_ref(&duty.clause));
        self.lines("asks", &self.words.facts(&duty.asks));
    }
}
