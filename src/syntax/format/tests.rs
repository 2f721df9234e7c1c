//! `test` blocks.

use super::layout::{Group, Piece};
use super::writer::Writer;
use crate::syntax::ast::{
    DayKind, Days, EffectVerb, Expect, Expectation, ExpectedDuty, ExpectedEffect, ExpectedStatus, ExpectedStep, Given,
    Lasting, Literal, LogEvent, LogLine, Name, NoMeasure, Past, PowerVerb, Reference, TestDecl, TestEntry, Text, Value,
};
use crate::syntax::grammar::Rule;
use crate::syntax::keywords::KeywordLanguage;

/// What a line of a log says beyond the day, in the order that the author chose.
enum LogPart<'a> {
    By(&'a [Name]),
    Present(u32, usize),
    Checks(&'a [Name]),
    Consent(&'a [Name]),
    Reason(&'a Text),
}

impl LogPart<'_> {
    fn start(&self) -> usize {
        match self {
            Self::By(names) | Self::Checks(names) | Self::Consent(names) => names.first().map_or(0, start_of),
            Self::Present(_, start) => *start,
            Self::Reason(text) => text.place.0.range().start,
        }
    }
}

fn start_of(name: &Name) -> usize {
    name.span().range().start
}

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
                TestEntry::AsOf(as_of) => {
                    w.keyword(Rule::kw_as_of);
                    w.space();
                    w.literal(&as_of.date);
                }
                TestEntry::Chosen(chosen) => {
                    w.keyword(Rule::kw_chosen);
                    w.space();
                    w.reference(&chosen.outcome);
                    w.space();
                    w.assigned(&chosen.value);
                }
                TestEntry::Days(days) => w.days(days),
                TestEntry::Log(line) => w.log_line(line),
                TestEntry::Past(past) => w.past(past),
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
                |w, assignment| w.equals(&assignment.fact, &assignment.value),
            );
        });
    }

    /// `NAME = VALUE`.
    fn equals(&mut self, reference: &Reference, value: &Value) {
        self.reference(reference);
        self.space();
        self.sign("=", "=＝", value.span().range().start);
        self.space();
        self.value(value);
    }

    fn days(&mut self, days: &Days) {
        self.keyword(match days.kind {
            DayKind::Off => Rule::kw_holidays,
            DayKind::Working => Rule::kw_workdays,
        });
        self.space();
        self.aligned(|w| {
            w.list(
                &days.days,
                |(first, _)| first.place.0.range().start,
                |w, (first, last)| {
                    w.literal(first);
                    if let Some(last) = last {
                        w.space();
                        w.push(Piece::Text("..".to_owned()));
                        w.space();
                        w.literal(last);
                    }
                },
            );
        });
    }

    fn log_line(&mut self, line: &LogLine) {
        let mut parts = Vec::new();
        let names =
            [(LogPart::By as fn(_) -> _, &line.by), (LogPart::Checks, &line.checks), (LogPart::Consent, &line.consent)];
        parts.extend(
            names.into_iter().filter(|(_, names)| !names.is_empty()).map(|(part, names)| part(names.as_slice())),
        );
        parts.extend(line.present.map(|(number, place)| LogPart::Present(number, place.0.range().start)));
        parts.extend(line.reason.iter().map(LogPart::Reason));
        parts.sort_by_key(LogPart::start);
        self.group(Group::Fill, |w| {
            w.keyword(Rule::kw_log);
            w.space();
            match &line.event {
                LogEvent::Step(name) => w.name(name),
                LogEvent::Right(name) => {
                    w.keyword_before(Rule::kw_right, start_of(name));
                    w.space();
                    w.name(name);
                }
            }
            w.space();
            w.keyword(Rule::kw_on);
            w.space();
            w.literal(&line.on);
            w.indented(|w| {
                for part in &parts {
                    w.line();
                    w.log_part(part);
                }
            });
        });
    }

    fn log_part(&mut self, part: &LogPart<'_>) {
        match part {
            LogPart::By(bodies) => self.by_actors(bodies),
            LogPart::Present(number, start) => {
                self.keyword_before(Rule::kw_present, *start);
                self.space();
                self.number_before(number.to_string(), start + 1);
            }
            LogPart::Checks(checks) => {
                self.keyword(Rule::kw_checks);
                self.space();
                self.angled(checks, start_of, None, |w, name| w.name(name));
            }
            LogPart::Consent(names) => {
                self.keyword(Rule::kw_consent);
                self.space();
                self.name_list(names);
            }
            LogPart::Reason(text) => {
                self.keyword(Rule::kw_reason);
                self.space();
                self.text(text);
            }
        }
    }

    fn past(&mut self, past: &Past) {
        self.keyword(Rule::kw_past);
        self.space();
        self.equals(&past.outcome, &past.value);
        self.space();
        self.keyword(Rule::kw_on);
        self.space();
        self.literal(&past.on);
    }

    fn expect(&mut self, expect: &Expect) {
        self.keyword(Rule::kw_expect);
        self.space();
        if let Some(outcome) = &expect.outcome {
            self.reference(outcome);
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
                self.aligned(|w| w.list(facts, |fact| fact.span().range().start, |w, fact| w.reference(fact)));
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
            Expectation::Duty(name, expected) => {
                self.keyword(Rule::kw_duty);
                self.space();
                self.name(name);
                self.space();
                self.expected_duty(expected);
            }
            Expectation::Step(name, expected) => {
                self.keyword(Rule::kw_step);
                self.space();
                self.name(name);
                self.space();
                self.expected_step(expected);
            }
            Expectation::Effect(effect) => self.expected_effect(effect),
        }
    }

    fn expected_duty(&mut self, expected: &ExpectedDuty) {
        self.keyword(match expected {
            ExpectedDuty::Fulfilled => Rule::kw_fulfilled,
            ExpectedDuty::Breached => Rule::kw_breached,
            ExpectedDuty::Pending(_) => Rule::kw_pending,
            ExpectedDuty::NotApplicable => Rule::kw_not_applicable,
            ExpectedDuty::Undetermined => Rule::kw_undetermined,
        });
        if let ExpectedDuty::Pending(Some(until)) = expected {
            self.until(until);
        }
    }

    fn until(&mut self, date: &Literal) {
        self.space();
        self.keyword_before(Rule::kw_until, date.place.0.range().start);
        self.space();
        self.literal(date);
    }

    fn expected_step(&mut self, expected: &ExpectedStep) {
        self.keyword(match expected {
            ExpectedStep::Done => Rule::kw_done,
            ExpectedStep::Late(_) => Rule::kw_late,
            ExpectedStep::OutOfOrder => Rule::kw_out_of_order,
            ExpectedStep::Missing => Rule::kw_missing,
            ExpectedStep::Due(_) => Rule::kw_due,
            ExpectedStep::Waiting => Rule::kw_waiting,
            ExpectedStep::WrongActor => Rule::kw_wrong_actor,
            ExpectedStep::QuorumNotMet => Rule::kw_quorum_not_met,
            ExpectedStep::ChecksMissing => Rule::kw_checks_missing,
            ExpectedStep::ConsentMissing => Rule::kw_consent_missing,
            ExpectedStep::PassedTo(_) => Rule::kw_passed_to,
            ExpectedStep::NotApplicable => Rule::kw_not_applicable,
            ExpectedStep::Undetermined => Rule::kw_undetermined,
        });
        match expected {
            ExpectedStep::Late(Some(by)) => {
                self.space();
                match self.language() {
                    KeywordLanguage::English => {
                        self.keyword_before(Rule::kw_by, by.place.0.range().start);
                        self.space();
                    }
                    // 超期 3天
                    KeywordLanguage::Chinese => self.pass_keyword(&[Rule::kw_by], by.place.0.range().start),
                }
                self.literal(by);
            }
            ExpectedStep::Due(Some(date)) => {
                self.space();
                self.literal(date);
            }
            ExpectedStep::PassedTo(body) => {
                self.space();
                self.name(body);
            }
            ExpectedStep::Late(None)
            | ExpectedStep::Due(None)
            | ExpectedStep::Done
            | ExpectedStep::OutOfOrder
            | ExpectedStep::Missing
            | ExpectedStep::Waiting
            | ExpectedStep::WrongActor
            | ExpectedStep::QuorumNotMet
            | ExpectedStep::ChecksMissing
            | ExpectedStep::ConsentMissing
            | ExpectedStep::NotApplicable
            | ExpectedStep::Undetermined => {}
        }
    }

    fn expected_effect(&mut self, effect: &ExpectedEffect) {
        match effect.lasting {
            Lasting::Yes => {}
            Lasting::No => {
                self.keyword(Rule::kw_not);
                self.space();
            }
        }
        self.keyword(match effect.verb {
            EffectVerb::Bars => Rule::kw_bars,
            EffectVerb::Brings => Rule::kw_brings,
        });
        self.space();
        self.name(&effect.name);
        if let Some(until) = &effect.until {
            self.until(until);
        }
    }
}
