//! `test` blocks.

use super::writer::Writer;
use crate::syntax::ast::{Expect, Expectation, ExpectedStatus, Given, NoMeasure, PowerVerb, TestDecl, TestEntry};
use crate::syntax::grammar::Rule;

impl Writer<'_> {
    pub(super) fn test_decl(&mut self, test: &TestDecl) {
        self.keyword(Rule::kw_test);
        self.space();
        self.text(&test.name);
        self.space();
        self.block(
            &test.entries,
            |entry| entry.span().range().start,
            |w, entry| match entry {
                TestEntry::Given(given) => w.given(given),
                TestEntry::Expect(expect) => w.expect(expect),
                // Only texts without errors are formatted.
                TestEntry::Unreadable(_) => {}
            },
        );
    }

    fn given(&mut self, given: &Given) {
        self.keyword(Rule::kw_given);
        self.space();
        self.aligned(|w| {
            w.list(
                &given.assignments,
                |assignment| assignment.fact.span().range().start,
                |w, assignment| {
                    w.name(&assignment.fact);
                    w.space();
                    w.sign("=", "=＝", assignment.value.span().range().start);
                    w.space();
                    w.value(&assignment.value);
                },
            );
        });
    }

    fn expect(&mut self, expect: &Expect) {
        self.keyword(Rule::kw_expect);
        self.space();
        if let Some(outcome) = &expect.outcome {
            self.name(outcome);
            self.space();
        }
        match &expect.kind {
            Expectation::Permits(permitted, no_measure) => {
                self.assigned(permitted);
                match no_measure {
                    NoMeasure::Excluded => {}
                    NoMeasure::Permitted => {
                        self.space();
                        self.keyword(Rule::kw_or);
                        self.space();
                        self.keyword(Rule::kw_none);
                    }
                }
            }
            Expectation::Status(status) => self.keyword(match status {
                ExpectedStatus::Exempt => Rule::kw_exempt,
                ExpectedStatus::NotAddressed => Rule::kw_not_addressed,
                ExpectedStatus::Undetermined => Rule::kw_undetermined,
                ExpectedStatus::Conflict => Rule::kw_conflict,
                ExpectedStatus::OutOfScope => Rule::kw_out_of_scope,
                ExpectedStatus::Weighed => Rule::kw_weighed,
            }),
            Expectation::Cites(citations) => {
                self.keyword(Rule::kw_cites);
                self.cited(citations);
            }
            Expectation::Asks(facts) => {
                self.keyword(Rule::kw_asks);
                self.space();
                self.aligned(|w| w.list(facts, |fact| fact.span().range().start, |w, fact| w.name(fact)));
            }
            Expectation::AdjustedBy(citations) => {
                self.keyword(Rule::kw_adjusted);
                self.space();
                self.keyword(Rule::kw_by);
                self.cited(citations);
            }
            Expectation::ExemptedBy(citations) => {
                self.keyword(Rule::kw_exempted);
                self.space();
                self.keyword(Rule::kw_by);
                self.cited(citations);
            }
            Expectation::Power(verb, bodies) => {
                self.keyword(match verb {
                    PowerVerb::Decided => Rule::kw_decided,
                    PowerVerb::Approved => Rule::kw_approved,
                    PowerVerb::Enforced => Rule::kw_enforced,
                });
                self.space();
                self.by(bodies);
            }
        }
    }
}
