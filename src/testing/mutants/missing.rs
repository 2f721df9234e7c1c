//! The tests that are missing: few, and ready to be pasted.

use super::difference::seen_otherwise;
use super::mutant::{Mutant, MutationKind};
use super::{Fate, MissingTest, MutationReport};
use crate::diagnostic::{Catalogue, Language};
use crate::policy::Policy;
use crate::source::SourceMap;
use crate::syntax::KeywordLanguage;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The version of the JSON shape of a mutation report.
pub const MUTATION_FORMAT: u32 = 1;

/// The longest piece of a policy in the name of a test, in characters.
const MAX_QUOTED: usize = 60;

/// A test that is not there yet.
#[derive(Clone, Debug)]
pub struct NewTest {
    /// The mutant for which it was made, by its place in the report.
    pub for_mutant: usize,
    /// All survivors that it notices.
    pub notices: Vec<usize>,
    /// Its name.
    pub name: String,
    /// The `test` block, below a comment that asks for review.
    pub text: String,
}

impl MutationReport {
    /// Tests that together notice all survivors: one survivor after the other, each that no earlier one notices with a
    /// test of its own. In the keyword language of the policy, as `policyc fmt` would write them.
    #[must_use]
    pub fn missing_tests(&self, policy: &Policy, language: KeywordLanguage, sources: &SourceMap) -> Vec<NewTest> {
        let words = words(language);
        let mut names: BTreeSet<String> = policy.tests().iter().map(|test| test.name.clone()).collect();
        let mut found: Vec<(NewTest, &MissingTest)> = Vec::new();
        for (place, (mutant, fate)) in self.results.iter().enumerate() {
            let Fate::Survived { test } = fate else { continue };
            let changed = mutant.policy(policy);
            let known = found.iter_mut().find(|(_, known)| notices(policy, &changed, known));
            if let Some((new, _)) = known {
                new.notices.push(place);
                continue;
            }
            let name = unique(&name(mutant, sources, language, &words), &mut names);
            let text = test.text(policy, language, &name, &[words.text("test-to-review", &[])]);
            found.push((NewTest { for_mutant: place, notices: vec![place], name, text }, test));
        }
        found.into_iter().map(|(new, _)| new).collect()
    }
}

/// The words of a keyword language.
pub(crate) fn words(language: KeywordLanguage) -> Catalogue {
    Catalogue::new(match language {
        KeywordLanguage::English => Language::English,
        KeywordLanguage::Chinese => Language::Chinese,
    })
}

/// Whether a test notices a mutant.
fn notices(policy: &Policy, mutant: &Policy, test: &MissingTest) -> bool {
    seen_otherwise(policy, mutant, test.facts()).is_some_and(|seen| {
        seen.outcomes.iter().any(|outcome| test.case.outcomes.contains(outcome))
            || seen.lines.iter().any(|line| test.case.lines.contains(line))
    })
}

/// A name that no other test has.
pub(crate) fn unique(name: &str, known: &mut BTreeSet<String>) -> String {
    let numbered = (2_u32..).map(|number| format!("{name} ({number})"));
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !known.contains(name));
    let free = free.unwrap_or_else(|| name.to_owned());
    known.insert(free.clone());
    free
}

/// What a test for a mutant shows.
fn name(mutant: &Mutant, sources: &SourceMap, language: KeywordLanguage, words: &Catalogue) -> String {
    let short = |text: String| -> String {
        if text.chars().count() <= MAX_QUOTED {
            return text;
        }
        text.chars().take(MAX_QUOTED).chain(['…']).collect()
    };
    let changed = mutant.changed(sources, language);
    let original = short(mutant.original(sources));
    let id = match mutant.kind {
        MutationKind::DroppedRule => "test-of-rule",
        MutationKind::DroppedExemption => "test-of-exemption",
        MutationKind::DroppedAdjustment => "test-of-adjustment",
        MutationKind::DroppedScope => "test-of-scope",
        MutationKind::DroppedDuty => "test-of-duty",
        MutationKind::DroppedOverriding => "test-of-overriding",
        MutationKind::DroppedOtherwise => "test-of-otherwise",
        MutationKind::Permitted => "test-of-permitted",
        MutationKind::Combination => "test-of-combination",
        MutationKind::Comparison
        | MutationKind::Threshold
        | MutationKind::Member
        | MutationKind::Connective
        | MutationKind::Negation
        | MutationKind::DroppedCondition
        | MutationKind::Adjustment => "test-of-change",
    };
    let name = words.text(id, &[("original", original.into()), ("changed", short(changed).into())]);
    match &mutant.clause {
        Some(clause) => words.text("test-of-clause", &[("clause", clause.as_str().into()), ("name", name.into())]),
        None => name,
    }
}

/// The report as programs read it, as `docs/json.md` describes it.
#[must_use]
pub fn mutation_json(
    file: &str,
    report: &MutationReport,
    tests: &[NewTest],
    language: KeywordLanguage,
    sources: &SourceMap,
) -> Value {
    let result = |(place, (mutant, fate)): (usize, &(Mutant, Fate))| {
        let (fate, by) = match fate {
            Fate::Killed { by } => ("killed", Some(by.as_str())),
            Fate::Equivalent => ("equivalent", None),
            Fate::Survived { .. } => ("survived", None),
            Fate::NotDecided => ("not_decided", None),
        };
        let test = tests.iter().position(|test| test.notices.contains(&place));
        let source = sources.get(mutant.span.source);
        json!({
            "clause": mutant.clause,
            "line": source.map(|source| source.position(mutant.span.start as usize).line),
            "kind": mutant.kind,
            "original": mutant.original(sources),
            "changed": mutant.changed(sources, language),
            "fate": fate,
            "by": by,
            "test": test,
        })
    };
    json!({
        "file": file,
        "mutants": report.results.iter().enumerate().map(result).collect::<Vec<_>>(),
        "tests": tests.iter().map(|test| json!({"name": test.name, "text": test.text})).collect::<Vec<_>>(),
    })
}
