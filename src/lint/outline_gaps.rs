//! `B0001` and `B0002`: the outline and the clauses of a policy must be the same.

use super::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::ClausePath;
use std::collections::BTreeSet;

/// Compares the outline with the clauses, where there is an outline.
///
/// A clause that only groups items need not be listed if its items are; items of an article that the outline does not
/// break down are covered by the article.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    if policy.outline().is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let encoded: BTreeSet<&ClausePath> = policy.clauses().iter().filter_map(|clause| clause.path.as_ref()).collect();
    let mut listed: BTreeSet<&ClausePath> = BTreeSet::new();
    for line in policy.outline() {
        for path in &line.clauses {
            if listed.insert(path) && !encoded.contains(path) {
                findings.push(Diagnostic::new(Code::ClauseNotEncoded, line.span).with("clause", path.to_string()));
            }
        }
    }
    let broken_down: BTreeSet<&[u32]> = listed.iter().filter_map(|path| parent(path)).collect();
    for clause in policy.clauses() {
        let Some(path) = &clause.path else { continue };
        let is_listed = listed.contains(path);
        // Below a clause that the outline lists as a whole, items are the encoder's own matter.
        let is_covered = parent(path).is_some_and(|parent| !broken_down.contains(parent) && !parent.is_empty());
        if !is_listed && !is_covered {
            findings.push(Diagnostic::new(Code::ClauseNotListed, clause.span).with("clause", path.to_string()));
        }
    }
    findings
}

/// The numbers of the clause above; none for an article.
fn parent(path: &ClausePath) -> Option<&[u32]> {
    path.numbers().split_last().map(|(_, above)| above).filter(|above| !above.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::lint;
    use crate::policy::check_text;

    fn found(policy: &str) -> Vec<(Code, String)> {
        let checked = check_text("demo.policy", policy);
        let policy = checked.policy.expect("the policy is sound");
        lint(&policy)
            .iter()
            .map(|finding| (finding.code, checked.sources.slice(finding.span.expect("a place")).to_owned()))
            .collect()
    }

    #[test]
    fn a_listed_clause_that_is_absent_is_found() {
        let policy = "outline { articles 1..2; article 2 items 1..2 }
article 1 not modelled \"purpose\"
article 2 { (1) not modelled \"duty\" }";
        assert_eq!(found(policy), [(Code::ClauseNotEncoded, "article 2 items 1..2".to_owned())]);
    }

    #[test]
    fn an_unlisted_clause_is_found_unless_its_article_is_listed_whole() {
        let policy = "outline { articles 1..2; article 2 items 1..1 }
article 1 { (1) not modelled \"purpose\" }
article 2 { (1) not modelled \"duty\" (2) not modelled \"duty\" }
article 3 not modelled \"entry into force\"";
        assert_eq!(
            found(policy),
            [(Code::ClauseNotListed, "(2)".to_owned()), (Code::ClauseNotListed, "article 3".to_owned())]
        );
    }

    #[test]
    fn a_policy_without_outline_has_no_gaps() {
        assert_eq!(found("article 7 not modelled \"purpose\""), []);
    }
}
