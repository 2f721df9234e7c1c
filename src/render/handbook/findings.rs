//! What `check` finds, and what came of the tests.

use super::{Book, Item, Text};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::lint::Findings;
use crate::testing::TestReport;

impl Book<'_> {
    pub(super) fn findings(&mut self, findings: &Findings) {
        let words = self.words;
        self.chapter("doc-findings");
        let ensured = findings.ensured;
        let total = ensured.proved + ensured.refuted + ensured.not_decided;
        if total > 0 {
            let args: [(&str, Arg); 4] = [
                ("total", total.into()),
                ("proved", ensured.proved.into()),
                ("refuted", ensured.refuted.into()),
                ("open", ensured.not_decided.into()),
            ];
            self.paragraph(Text::plain(words.catalogue.text("ensured", &args)));
        }
        if findings.reported.is_empty() {
            self.sentence("summary-none");
        }
        let items = findings.reported.iter().map(|finding| self.finding(finding)).collect();
        self.list(items);
        if findings.allowed.is_empty() {
            return;
        }
        self.sentence("doc-allowed");
        let allowed = findings.allowed.iter().map(|allowed| {
            let mut item = self.finding(&allowed.finding);
            item.below = vec![Item::plain(words.say("doc-reason", &[("reason", &allowed.reason)]))];
            item
        });
        let allowed = allowed.collect();
        self.list(allowed);
    }

    /// A finding with its clause, its example and what may help.
    fn finding(&self, finding: &Diagnostic) -> Item {
        let words = self.words;
        let severity = words.word(match finding.severity() {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Hint => "severity-hint",
        });
        let mut text = Text::strong(format!("{severity} {}", finding.code));
        if let Some(clause) = finding.span.and_then(|place| words.policy.clause_at(place)) {
            text = text.and(" (").then(Text::link(super::anchor(clause), words.citation(clause))).and(")");
        }
        text = text.and(": ").and(words.catalogue.message(finding));
        let mut below: Vec<Item> = Vec::new();
        if finding.witness.is_some()
            && let Some(example) = words.catalogue.attribute(finding, "example")
        {
            below.push(Item::plain(format!("{}{example}", words.word("example"))));
        }
        below.extend(words.catalogue.helps(finding).into_iter().map(Item::plain));
        Item { text, below }
    }

    pub(super) fn tests(&mut self, report: &TestReport) {
        let words = self.words;
        self.chapter("doc-tests");
        let args: [(&str, Arg); 2] = [("passed", report.passed().into()), ("failed", report.failed().into())];
        self.paragraph(Text::plain(words.catalogue.text("test-summary", &args)));
        let rows = report.results.iter().map(|result| {
            let id = if result.failures.is_empty() { "doc-passed" } else { "test-failed" };
            vec![Text::plain(result.name.clone()), Text::plain(words.word(id))]
        });
        self.table(words.word("doc-tests"), &["doc-test", "doc-result"], rows.collect());
    }
}
