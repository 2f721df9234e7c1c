//! `textDocument/codeLens`: above a test, to run it; above what was found, the case that shows it; above the policy and
//! each article, what the tests cover.

use super::commands;
use super::diagnostics::Located;
use super::insight::Insight;
use super::server::Answer;
use super::state::{LocatedIn, Project, State};
use crate::diagnostic::Diagnostic;
use crate::policy::{Symbol, SymbolKind};
use crate::source::Span;
use gen_lsp_types as lsp;
use gen_lsp_types::{CodeLens, CodeLensParams, Uri};
use serde_json::json;
use std::collections::BTreeSet;

/// The longest case that a lens shows, in characters; the whole stands in the finding.
const MAX_CHARS: usize = 160;

pub(super) fn lenses(state: &State, params: &CodeLensParams) -> Answer<lsp::CodeLensRequest> {
    let uri = &params.text_document.uri;
    let Some((project, source)) = state.project_of(uri) else { return Ok(None) };
    let place = Place { state, project, uri };
    let mut lenses: Vec<CodeLens> = Vec::new();
    for (_, symbol) in project.snapshot.symbols().iter().filter(|(_, symbol)| symbol.span.source == source) {
        lenses.extend(place.of_symbol(symbol));
    }
    // Of several findings of one code at one place, the first case is enough.
    let mut seen = BTreeSet::new();
    for found in project.found().filter(|found| found.span.is_some_and(|span| span.source == source)) {
        if seen.insert((found.span, found.code)) {
            lenses.extend(place.of_finding(found));
        }
    }
    lenses.sort_by_key(|lens| (lens.range.start, lens.range.end));
    Ok(Some(lenses))
}

struct Place<'s> {
    state: &'s State,
    project: &'s Project,
    uri: &'s Uri,
}

impl Place<'_> {
    fn of_symbol(&self, symbol: &Symbol) -> Option<CodeLens> {
        match symbol.kind {
            SymbolKind::Test => self.of_test(symbol),
            // A policy is all of its text; of clauses, articles alone are measured.
            SymbolKind::Policy => self.covered(symbol.span, None),
            SymbolKind::Clause if symbol.owner.is_none() => self.covered(symbol.span, Some(&symbol.name)),
            _ => None,
        }
    }

    fn of_test(&self, symbol: &Symbol) -> Option<CodeLens> {
        // A test of a policy with errors cannot be run.
        self.project.snapshot.policy.as_ref()?;
        let result = self.insight().and_then(|insight| {
            let mut results = insight.tests.results.iter();
            results.find(|one| one.name == symbol.name).map(|result| result.failures.is_empty())
        });
        let id = match result {
            Some(true) => "lens-run-passed",
            Some(false) => "lens-run-failed",
            None => "lens-run",
        };
        let title = self.state.words.text(id, &[]);
        self.lens(symbol.span, title, commands::RUN_TEST, Some(json!(symbol.name)))
    }

    /// What the tests cover of an article, or of all.
    fn covered(&self, at: Span, article: Option<&str>) -> Option<CodeLens> {
        let [(rules, of_rules), (conditions, of_conditions)] = self.insight()?.covered(article)?;
        let args = [
            ("rules", rules.into()),
            ("of_rules", of_rules.into()),
            ("conditions", conditions.into()),
            ("of_conditions", of_conditions.into()),
        ];
        let title = self.state.words.text("lens-covered", &args);
        self.lens(at, title, commands::SHOW_COVERAGE, None)
    }

    /// The case that shows a finding, and what follows from it.
    fn of_finding(&self, found: &Diagnostic) -> Option<CodeLens> {
        found.witness.as_ref()?;
        let example = self.state.words.attribute(found, "example")?;
        let mut title = format!("{}: {}", found.code, example.split_whitespace().collect::<Vec<_>>().join(" "));
        if let Some((end, _)) = title.char_indices().nth(MAX_CHARS) {
            title.truncate(end);
            title.push('…');
        }
        self.lens(found.span?, title, commands::WRITE_TEST, Some(json!(found.code.as_str())))
    }

    fn insight(&self) -> Option<&Insight> {
        self.project.insight.as_deref()
    }

    /// A command for this text and a place in it; `what` says more.
    fn lens(&self, at: Span, title: String, command: &str, what: Option<serde_json::Value>) -> Option<CodeLens> {
        let range = LocatedIn { state: self.state, snapshot: &self.project.snapshot }.range(at)?;
        let mut arguments = vec![json!(self.uri), json!(range.start)];
        arguments.extend(what);
        let command = lsp::Command { title, command: command.to_owned(), arguments: Some(arguments), tooltip: None };
        Some(CodeLens { range, command: Some(command), data: None })
    }
}
