//! `test` blocks: their facts and expectations by id.

use super::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::ids::{ClauseId, FactId};
use crate::policy::model::{ExpectationKind, Test, TestExpectation};
use crate::policy::value::Value;
use crate::source::Span;
use crate::syntax::ast::{Citation, Expect, Expectation, Given, Item, NoMeasure, TestDecl, TestEntry};
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_tests(&mut self, items: &[Item]) {
        let mut names: BTreeMap<&str, Span> = BTreeMap::new();
        for item in items {
            let Item::Test(decl) = item else { continue };
            if let Some(first) = names.insert(&decl.name.value, decl.name.place.0) {
                let diagnostic = Diagnostic::new(Code::DuplicateName, decl.name.place.0);
                let diagnostic = diagnostic.with("name", decl.name.value.as_str()).label(first, "first");
                self.report(diagnostic);
            }
            let test = self.test(decl);
            self.data.tests.push(test);
        }
    }

    fn test(&mut self, decl: &TestDecl) -> Test {
        let mut given: Vec<(FactId, Value)> = Vec::new();
        let mut places: BTreeMap<FactId, Span> = BTreeMap::new();
        let mut expectations = Vec::new();
        let mut expects = false;
        for entry in &decl.entries {
            match entry {
                TestEntry::Given(entry) => self.given(entry, &mut given, &mut places),
                TestEntry::Expect(expect) => {
                    expects = true;
                    expectations.extend(self.expectation(expect));
                }
                TestEntry::AsOf(_)
                | TestEntry::Chosen(_)
                | TestEntry::Days(_)
                | TestEntry::Log(_)
                | TestEntry::Past(_)
                | TestEntry::Unreadable(_) => expects = true,
            }
        }
        if !expects {
            let diagnostic = Diagnostic::new(Code::TestWithoutExpectation, decl.name.place.0);
            self.report(diagnostic.with("name", decl.name.value.as_str()));
        }
        Test { name: decl.name.value.clone(), given, expectations, span: decl.name.place.0 }
    }

    fn given(&mut self, entry: &Given, given: &mut Vec<(FactId, Value)>, places: &mut BTreeMap<FactId, Span>) {
        for assignment in &entry.assignments {
            let Some(fact) = self.fact(&assignment.fact.name) else { continue };
            if let Some(first) = places.insert(fact, assignment.fact.span()) {
                let diagnostic = Diagnostic::new(Code::GivenTwice, assignment.fact.span());
                self.report(diagnostic.label(first, "first"));
                continue;
            }
            if self.untyped.contains(&fact) {
                continue;
            }
            let Some(kind) = self.data.facts.get(fact.index()).map(|found| found.kind) else { continue };
            if let Some(value) = self.constant(&assignment.value, kind) {
                self.unify_fact(fact, &value, assignment.value.span());
                given.push((fact, value));
            }
        }
    }

    fn expectation(&mut self, expect: &Expect) -> Option<TestExpectation> {
        let outcome = match &expect.outcome {
            Some(name) => Some(self.outcome(&name.name)?),
            None => None,
        };
        let kind = match &expect.kind {
            Expectation::Permits(permitted, no_measure) => {
                let set = self.permitted_set(permitted, outcome?)?;
                ExpectationKind::Permits(if *no_measure == NoMeasure::Permitted { set.or_none() } else { set })
            }
            Expectation::Status(status) => ExpectationKind::Status(*status),
            Expectation::Cites(citations) => ExpectationKind::Cites(self.cited_clauses(citations)?),
            Expectation::AdjustedBy(citations) => ExpectationKind::AdjustedBy(self.cited_clauses(citations)?),
            Expectation::ExemptedBy(citations) => ExpectationKind::ExemptedBy(self.cited_clauses(citations)?),
            Expectation::Asks(names) => {
                let facts: Vec<Option<FactId>> = names.iter().map(|name| self.fact(&name.name)).collect();
                ExpectationKind::Asks(facts.into_iter().collect::<Option<_>>()?)
            }
            Expectation::Duty(..) | Expectation::Step(..) | Expectation::Effect(_) => return None,
            Expectation::Power(verb, bodies) => ExpectationKind::Power(*verb, self.all_bodies(bodies)?),
        };
        Some(TestExpectation { outcome, kind, span: expect.place.0 })
    }

    fn cited_clauses(&mut self, citations: &[Citation]) -> Option<Vec<ClauseId>> {
        let found: Vec<Option<ClauseId>> = citations.iter().map(|citation| self.cited_clause(citation)).collect();
        found.into_iter().collect()
    }
}
