//! `C0090`: findings that the author answers for, and an `allow` that silences none.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Safety};
use crate::policy::{Allow, Policy};
use crate::source::Span;
use std::collections::BTreeSet;

/// What was found in a policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What is to be reported.
    pub reported: Diagnostics,
    /// What the author answers for.
    pub allowed: Vec<Allowed>,
    /// How many of its claims hold.
    pub ensured: super::Ensured,
}

/// A finding that an `allow` silences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The finding.
    pub finding: Diagnostic,
    /// Where the `allow` stands.
    pub by: Span,
    /// Why it may stay.
    pub reason: String,
}

/// Takes out what the policy allows, and adds a finding for each `allow` that silences nothing.
pub(super) fn sift(policy: &Policy, found: Diagnostics) -> Findings {
    let mut findings = Findings::default();
    let mut used: BTreeSet<Span> = BTreeSet::new();
    for finding in found {
        match finding.span.and_then(|place| closest(policy.allows(), finding.code, place)) {
            Some(allow) => {
                used.insert(allow.span);
                findings.allowed.push(Allowed { finding, by: allow.span, reason: allow.reason.clone() });
            }
            None => findings.reported.push(finding),
        }
    }
    let unused = policy.allows().iter().filter(|allow| !used.contains(&allow.span));
    findings.reported.extend(unused.map(|allow| {
        let finding = Diagnostic::new(Code::UnusedAllow, allow.span).with("code", allow.code.as_str());
        match allow.whole {
            Some(whole) => finding.fix(Safety::Safe, whole, ""),
            None => finding,
        }
    }));
    findings.reported.sort();
    findings
}

/// Of all that silence a finding, the one about the smallest piece of the text; of several about the same, the first.
fn closest(allows: &[Allow], code: Code, place: Span) -> Option<&Allow> {
    let silencing = allows.iter().filter(|allow| allow.code == code && allow.covers(place));
    silencing.min_by_key(|allow| allow.clause.map_or(usize::MAX, |clause| clause.range().len()))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::findings;
    use crate::policy::check_text;

    /// Codes with the lines they are in.
    type Lines = Vec<(Code, u32)>;

    /// What is reported of a text, and what is allowed.
    fn found(text: &str) -> (Lines, Lines) {
        let checked = check_text("demo.policy", text);
        let policy = checked.policy.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        let findings = findings(&policy);
        let source = checked.sources.get(crate::source::SourceId(0)).unwrap();
        let line = |span: Option<crate::source::Span>| source.position(span.unwrap().start as usize).line;
        (
            findings.reported.iter().map(|one| (one.code, line(one.span))).collect(),
            findings.allowed.iter().map(|one| (one.finding.code, line(one.finding.span))).collect(),
        )
    }

    #[test]
    fn an_allow_silences_its_code_in_its_clause() {
        let (reported, allowed) = found(
            "article 1 { missing \"date\" allow B0003 \"announced later\" }
             article 2 {
               (1) missing \"list\"
               (2) missing \"amount\" allow B0003 \"set by the ministry\"
             }
             article 3 { allow B0003 \"all of it\" (1) missing \"a\" (2) { 1. missing \"b\" } }
             article 4 { (1) missing \"a\" (2) { missing \"b\" } allow B0003 \"behind the braces: all\" }",
        );
        assert_eq!(reported, [(Code::MissingInSource, 3)]);
        let holes = [1, 4, 6, 6, 7, 7].map(|line| (Code::MissingInSource, line));
        assert_eq!(allowed, holes);
    }

    #[test]
    fn an_allow_at_the_head_silences_the_whole_file() {
        let (reported, allowed) = found(
            "allow B0003 \"a draft\"
             容许 C0001 “两个都要”
             allow C0022 \"more to come\"
             fact severity: int  fact sev\u{435}rity: int
             article 1 missing \"a\"
             article 2 { (1) missing \"b\" }",
        );
        assert_eq!(reported, []);
        assert_eq!(allowed.len(), 5);
    }

    #[test]
    fn an_allow_that_silences_nothing_is_a_finding() {
        let (reported, allowed) = found(
            "allow B0003 \"the closest one answers\"
             allow B0001 \"there is no outline\"
             article 1 { missing \"a\"
               allow B0003 \"first\"
               allow B0003 \"second\"
               allow C0001 \"another code\" }",
        );
        let unused = [1, 2, 5, 6].map(|line| (Code::UnusedAllow, line));
        assert_eq!(reported, unused);
        assert_eq!(allowed.len(), 1);
    }
}
