//! `test` blocks.

use super::Builder;
use super::unread::Before;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::ast::{
    AsOf, Assignment, Chosen, DayKind, Days, EffectVerb, Expect, Expectation, ExpectedDuty, ExpectedEffect,
    ExpectedStatus, ExpectedStep, Given, Lasting, Literal, LogEvent, LogLine, NoMeasure, Past, PowerVerb, TestDecl,
    TestEntry,
};
use crate::syntax::grammar::Rule;
use pest::iterators::Pair;

impl<'t> Builder<'t> {
    pub(super) fn test_decl(&mut self, pair: Pair<'t, Rule>) -> Option<TestDecl> {
        let place = self.place(&pair);
        let (mut name, mut entries, mut before) = (None, Vec::new(), None);
        for part in pair.into_inner() {
            // The facts behind `given` and what is expected are told apart by commas and keywords of their own.
            let goes_on = !matches!(part.as_rule(), Rule::given | Rule::expect);
            let whole = Before { start: part.as_span().start(), whole: Rule::whole_entry, goes_on };
            let is_entry = !matches!(part.as_rule(), Rule::string | Rule::open | Rule::bad_entry);
            let previous = std::mem::replace(&mut before, is_entry.then_some(whole));
            let entry_place = self.place(&part);
            let unreadable = TestEntry::Unreadable(entry_place);
            match part.as_rule() {
                Rule::string => name = Some(self.text(part)),
                Rule::given => entries.push(self.given(part).map_or(unreadable, TestEntry::Given)),
                Rule::expect => entries.push(self.expect(part).map_or(unreadable, TestEntry::Expect)),
                Rule::as_of => entries.push(self.as_of(part).map_or(unreadable, TestEntry::AsOf)),
                Rule::chosen => entries.push(self.chosen(part).map_or(unreadable, TestEntry::Chosen)),
                Rule::days => entries.push(self.days(part).map_or(unreadable, TestEntry::Days)),
                Rule::log_line => entries.push(self.log_line(part).map_or(unreadable, TestEntry::Log)),
                Rule::past => entries.push(self.past(part).map_or(unreadable, TestEntry::Past)),
                Rule::bad_entry => {
                    self.unread(&part, Rule::strict_entry, previous);
                    entries.push(unreadable);
                }
                Rule::missing_close => self.missing_close(&part, place.0),
                _ => {}
            }
        }
        Some(TestDecl { name: name?, entries, place })
    }

    fn given(&mut self, pair: Pair<'t, Rule>) -> Option<Given> {
        let place = self.place(&pair);
        let parts = pair.into_inner().filter(|part| part.as_rule() == Rule::assignment);
        let assignments: Vec<_> = parts.map(|part| self.assignment(part)).collect();
        Some(Given { assignments: assignments.into_iter().collect::<Option<_>>()?, place })
    }

    fn assignment(&mut self, pair: Pair<'t, Rule>) -> Option<Assignment> {
        let (mut fact, mut value) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::reference => fact = self.reference(part),
                _ => value = value.or_else(|| self.given_value(part)),
            }
        }
        Some(Assignment { fact: fact?, value: value? })
    }

    fn expect(&mut self, pair: Pair<'t, Rule>) -> Option<Expect> {
        let place = self.place(&pair);
        let expectation = pair.into_inner().find(|part| part.as_rule() == Rule::expectation)?;
        let inner = expectation.into_inner().next()?;
        let mut outcome = None;
        let kind = match inner.as_rule() {
            Rule::expect_cites => Expectation::Cites(self.cited(inner)),
            Rule::expect_adjusted => Expectation::AdjustedBy(self.cited(inner)),
            Rule::expect_exempted => Expectation::ExemptedBy(self.cited(inner)),
            Rule::expect_asks => {
                let facts = inner.into_inner().filter(|part| part.as_rule() == Rule::reference);
                Expectation::Asks(facts.filter_map(|part| self.reference(part)).collect())
            }
            Rule::expect_duty => self.expect_duty(inner)?,
            Rule::expect_step => self.expect_step(inner)?,
            Rule::expect_effect => self.expect_effect(inner)?,
            Rule::expect_power => self.expect_power(inner)?,
            _ => {
                let mut kind = None;
                for part in inner.into_inner() {
                    match part.as_rule() {
                        Rule::outcome_ref => outcome = self.outcome_ref(part),
                        Rule::expect_power => kind = self.expect_power(part),
                        Rule::expect_status => kind = expected_status(part).map(Expectation::Status),
                        _ => kind = self.expect_set(part),
                    }
                }
                kind?
            }
        };
        Some(Expect { outcome, kind, place })
    }

    fn cited(&mut self, pair: Pair<'t, Rule>) -> Vec<crate::syntax::ast::Citation> {
        let lists = pair.into_inner().filter(|part| part.as_rule() == Rule::citations);
        lists.flat_map(|list| self.citations(list)).collect()
    }

    fn expect_power(&mut self, pair: Pair<'t, Rule>) -> Option<Expectation> {
        let verb = match pair.clone().into_inner().next()?.as_rule() {
            Rule::kw_decided => PowerVerb::Decided,
            Rule::kw_approved => PowerVerb::Approved,
            _ => PowerVerb::Enforced,
        };
        Some(Expectation::Power(verb, self.bodies(pair)))
    }

    fn expect_set(&mut self, pair: Pair<'t, Rule>) -> Option<Expectation> {
        let or_none = pair.clone().into_inner().any(|part| part.as_rule() == Rule::or_none);
        let no_measure = if or_none { NoMeasure::Permitted } else { NoMeasure::Excluded };
        Some(Expectation::Permits(self.assigned(pair)?, no_measure))
    }

    fn as_of(&mut self, pair: Pair<'t, Rule>) -> Option<AsOf> {
        let place = self.place(&pair);
        Some(AsOf { date: self.date_in(pair)?, place })
    }

    /// The first date directly inside a pair.
    fn date_in(&mut self, pair: Pair<'t, Rule>) -> Option<Literal> {
        let date = pair.into_inner().find(|part| part.as_rule() == Rule::date)?;
        self.literal(date)
    }

    fn chosen(&mut self, pair: Pair<'t, Rule>) -> Option<Chosen> {
        let place = self.place(&pair);
        let outcome = pair.clone().into_inner().find(|part| part.as_rule() == Rule::outcome_ref)?;
        Some(Chosen { outcome: self.outcome_ref(outcome)?, value: self.assigned(pair)?, place })
    }

    fn days(&mut self, pair: Pair<'t, Rule>) -> Option<Days> {
        let place = self.place(&pair);
        let (mut kind, mut days) = (DayKind::Off, Vec::new());
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_workdays => kind = DayKind::Working,
                Rule::day_range => days.push(self.day_range(part)),
                _ => {}
            }
        }
        Some(Days { kind, days: days.into_iter().collect::<Option<_>>()?, place })
    }

    fn day_range(&mut self, pair: Pair<'t, Rule>) -> Option<(Literal, Option<Literal>)> {
        let dates = pair.into_inner().filter(|part| part.as_rule() == Rule::date);
        let dates: Vec<_> = dates.map(|part| self.literal(part)).collect();
        let mut dates = dates.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
        Some((dates.next()?, dates.next()))
    }

    fn log_line(&mut self, pair: Pair<'t, Rule>) -> Option<LogLine> {
        let place = self.place(&pair);
        let (mut event, mut on) = (None, None);
        let (mut by, mut present, mut checks, mut consent, mut reason) = (None, None, None, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::name => event = Some(LogEvent::Step(self.name(&part))),
                Rule::log_right => event = self.names(part).pop().map(LogEvent::Right),
                Rule::date => on = Some(self.literal(part)?),
                Rule::log_part => {
                    let span = self.span(&part);
                    let inner = part.into_inner().next()?;
                    let is_repeated = match inner.as_rule() {
                        Rule::log_by => by.replace(self.bodies(inner)).is_some(),
                        Rule::log_checks => checks.replace(self.bodies(inner)).is_some(),
                        Rule::log_consent => consent.replace(self.names(inner)).is_some(),
                        Rule::log_present => {
                            let number = inner.into_inner().nth(1)?;
                            let place = self.place(&number);
                            present.replace((self.headcount(&number)?, place)).is_some()
                        }
                        _ => reason.replace(self.text(inner.into_inner().nth(1)?)).is_some(),
                    };
                    if is_repeated {
                        self.report(Diagnostic::new(Code::GivenTwice, span));
                    }
                }
                _ => {}
            }
        }
        let [by, checks, consent] = [by, checks, consent].map(Option::unwrap_or_default);
        Some(LogLine { event: event?, on: on?, by, present, checks, consent, reason, place })
    }

    fn past(&mut self, pair: Pair<'t, Rule>) -> Option<Past> {
        let place = self.place(&pair);
        let (mut outcome, mut value, mut on) = (None, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::outcome_ref => outcome = self.outcome_ref(part),
                Rule::value => value = self.value(part),
                Rule::date => on = self.literal(part),
                _ => {}
            }
        }
        Some(Past { outcome: outcome?, value: value?, on: on?, place })
    }

    fn expect_duty(&mut self, pair: Pair<'t, Rule>) -> Option<Expectation> {
        let mut parts = pair.into_inner().skip(1);
        let name = self.name(&parts.next()?);
        let status = parts.next()?;
        let expected = match status.clone().into_inner().next()?.as_rule() {
            Rule::kw_fulfilled => ExpectedDuty::Fulfilled,
            Rule::kw_breached => ExpectedDuty::Breached,
            Rule::kw_pending => ExpectedDuty::Pending(self.literal_behind(status)?),
            Rule::kw_not_applicable => ExpectedDuty::NotApplicable,
            _ => ExpectedDuty::Undetermined,
        };
        Some(Expectation::Duty(name, expected))
    }

    /// The date or period that stands last in a pair; the outer `None` says that it is at fault.
    #[allow(clippy::option_option)] // absent and faulty are two things
    fn literal_behind(&mut self, pair: Pair<'t, Rule>) -> Option<Option<Literal>> {
        let last = pair.into_inner().next_back()?;
        match last.as_rule() {
            Rule::date | Rule::quantity => self.literal(last).map(Some),
            _ => Some(None),
        }
    }

    fn expect_step(&mut self, pair: Pair<'t, Rule>) -> Option<Expectation> {
        let mut parts = pair.into_inner().skip(1);
        let name = self.name(&parts.next()?);
        let status = parts.next()?;
        let expected = match status.clone().into_inner().next()?.as_rule() {
            Rule::kw_done => ExpectedStep::Done,
            Rule::kw_late => ExpectedStep::Late(self.literal_behind(status)?),
            Rule::kw_out_of_order => ExpectedStep::OutOfOrder,
            Rule::kw_missing => ExpectedStep::Missing,
            Rule::kw_due => ExpectedStep::Due(self.literal_behind(status)?),
            Rule::kw_waiting => ExpectedStep::Waiting,
            Rule::kw_wrong_actor => ExpectedStep::WrongActor,
            Rule::kw_quorum_not_met => ExpectedStep::QuorumNotMet,
            Rule::kw_checks_missing => ExpectedStep::ChecksMissing,
            Rule::kw_consent_missing => ExpectedStep::ConsentMissing,
            Rule::kw_passed_to => ExpectedStep::PassedTo(self.names(status).pop()?),
            Rule::kw_not_applicable => ExpectedStep::NotApplicable,
            _ => ExpectedStep::Undetermined,
        };
        Some(Expectation::Step(name, expected))
    }

    fn expect_effect(&mut self, pair: Pair<'t, Rule>) -> Option<Expectation> {
        let (mut lasting, mut verb, mut name, mut until) = (Lasting::Yes, EffectVerb::Bars, None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::kw_not => lasting = Lasting::No,
                Rule::kw_brings => verb = EffectVerb::Brings,
                Rule::name => name = Some(self.name(&part)),
                Rule::date => until = Some(self.literal(part)?),
                _ => {}
            }
        }
        Some(Expectation::Effect(ExpectedEffect { lasting, verb, name: name?, until }))
    }
}

fn expected_status(pair: Pair<'_, Rule>) -> Option<ExpectedStatus> {
    Some(match pair.into_inner().next()?.as_rule() {
        Rule::kw_exempt => ExpectedStatus::Exempt,
        Rule::kw_not_addressed => ExpectedStatus::NotAddressed,
        Rule::kw_undetermined => ExpectedStatus::Undetermined,
        Rule::kw_conflict => ExpectedStatus::Conflict,
        Rule::kw_out_of_scope => ExpectedStatus::OutOfScope,
        Rule::kw_weighed => ExpectedStatus::Weighed,
        _ => return None,
    })
}
