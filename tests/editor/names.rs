//! The index of names, measured by what it is for.

use policyc::policy::{SymbolIndex, SymbolKind};
use policyc::source::SourceId;
use policyc::syntax::parse;
use policyc::testing::run_tests;
use policyc::{Checked, Diagnostic, check_text};
use std::path::PathBuf;

fn policies() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("policies");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let policies = paths.filter(|path| path.extension().is_some_and(|ending| ending == "policy"));
    policies.map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap())).collect()
}

/// What a policy has errors about.
fn faults(name: &str, text: &str) -> Vec<String> {
    let Checked { diagnostics, sources, .. } = check_text(name, text);
    let shown = |one: &Diagnostic| format!("{}: {}", one.code, one.span.map_or("", |span| sources.slice(span)));
    diagnostics.iter().map(shown).collect()
}

/// Names that are changed wherever the index says leave a policy that is as good: no place is forgotten, and none is
/// one too many.
#[test]
fn all_names_of_the_shipped_policies_can_be_changed() {
    for (name, text) in policies() {
        let index = SymbolIndex::new(&parse(SourceId(0), &text).ast.items);
        let named = index.iter().filter(|(_, symbol)| !matches!(symbol.kind, SymbolKind::Clause | SymbolKind::Test));
        let mut places: Vec<_> = named
            .enumerate()
            .flat_map(|(number, (id, _))| index.occurrences_of(id).map(move |one| (one.span, number)))
            .collect();
        places.sort_unstable();
        let mut renamed = text.clone();
        for (span, number) in places.iter().rev() {
            renamed.replace_range(span.range(), &format!("名_{number}"));
        }
        assert_eq!(faults(&name, &renamed), Vec::<String>::new(), "{name}");
        let policy = check_text(&name, &renamed).policy.unwrap();
        let report = run_tests(&policy, "");
        assert_eq!(report.failed(), 0, "{name}");
        assert!(report.passed() > 0, "{name}");
    }
}
