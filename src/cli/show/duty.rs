//! What is known of a duty, a prohibition or a right.

use crate::cli::console::{BAD, GOOD, OPEN, QUIET, styled};
use crate::cli::sheet::Sheet;
use crate::decide::{DutyDecision, DutyStatus};
use crate::diagnostic::visible;
use crate::syntax::ast::DutyKind;

impl Sheet<'_> {
    pub(super) fn duty(&mut self, duty: &DutyDecision) {
        let Some(declared) = self.policy.duties().iter().find(|declared| declared.name == duty.name) else {
            return;
        };
        let (style, id) = match duty.status {
            DutyStatus::Fulfilled => (GOOD, "duty-fulfilled"),
            DutyStatus::Breached => (BAD, "duty-breached"),
            DutyStatus::Pending => (OPEN, "duty-pending"),
            DutyStatus::NotApplicable => (QUIET, "duty-not-applicable"),
            DutyStatus::Undetermined => (OPEN, "duty-undetermined"),
        };
        let (kind, whose) = match declared.kind {
            DutyKind::Duty => ("show-duty", "show-bearer"),
            DutyKind::Prohibition => ("show-prohibition", "show-bearer"),
            DutyKind::Right => ("show-right", "show-holder"),
        };
        let status = styled(style, &self.word(id));
        let name = self.named(&declared.name, &declared.labels);
                self.section(&format!("{} {name}: {status}", self.word(kind)));
        let bearer = declared.bearer.map_or_else(String::new, |party| self.declared_party(party));
        self.line(whose, &bearer);
        if let Some(due) = &duty.due {
            self.line("show-due", &visible(due));
        }
        self.clauses("show-because", std::slice::from_ref(&duty.clause));
        self.lines("show-asks", &self.facts(&duty.asks));
    }
}
