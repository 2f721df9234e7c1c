//! `test` blocks.

use super::Builder;
use crate::syntax::ast::{
    Assignment, Expect, Expectation, ExpectedStatus, Given, NoMeasure, PowerVerb, TestDecl, TestEntry,
};
use crate::syntax::grammar::Rule;
use pest::iterators::Pair;

impl<'t> Builder<'t> {
    pub(super) fn test_decl(&mut self, pair: Pair<'t, Rule>) -> Option<TestDecl> {
        let place = self.place(&pair);
        let (mut name, mut entries) = (None, Vec::new());
        for part in pair.into_inner() {
            let entry_place = self.place(&part);
            let unreadable = TestEntry::Unreadable(entry_place);
            match part.as_rule() {
                Rule::string => name = Some(self.text(part)),
                Rule::given => entries.push(self.given(part).map_or(unreadable, TestEntry::Given)),
                Rule::expect => entries.push(self.expect(part).map_or(unreadable, TestEntry::Expect)),
                Rule::bad_entry => {
                    self.unread(&part, Rule::strict_entry);
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
                Rule::name => fact = Some(self.name(&part)),
                Rule::value => value = self.value(part),
                _ => {}
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
                let names = inner.into_inner().filter(|part| part.as_rule() == Rule::name);
                Expectation::Asks(names.map(|part| self.name(&part)).collect())
            }
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
