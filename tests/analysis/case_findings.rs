//! Findings about what cases come to, against the enumeration of all cases: whether there are such cases, and how many.

use crate::enumerated::{Enumerated, enumerated};
use crate::random::config;
use crate::reference::evaluate::Verdict;
use crate::reference::generate::regulations;
use crate::reference::{Case, Combine, Permitted, Provision, Regulation};
use crate::rule_findings::{Ruled, ruled};
use policyc::analyse::CaseKey;
use policyc::diagnostic::{Arg, Code, Diagnostics};
use policyc::lint::lint;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How many cases a finding of a code counts, if there is one.
fn counted(findings: &Diagnostics, code: Code) -> Option<String> {
    let found: Vec<_> = findings.iter().filter(|finding| finding.code == code).collect();
    assert!(found.len() <= 1, "{found:?}");
    let count = found.first()?.args.iter().find(|(name, _)| *name == "cases");
    match count {
        Some((_, Arg::Text(cases))) => Some(cases.clone()),
        _ => panic!("{found:?}"),
    }
}

/// How many of the cases are such, if any is.
fn expected(cases: &[Enumerated], is_such: impl Fn(&Case) -> bool) -> Option<String> {
    let such: BTreeSet<&CaseKey> = cases.iter().filter(|case| is_such(&case.case)).map(|case| &case.key).collect();
    (!such.is_empty()).then(|| such.len().to_string())
}

/// What a rule of the regulation permits.
fn permitted<'r>(regulation: &'r Regulation, rule: &Ruled) -> &'r Permitted {
    match regulation.provisions().nth(rule.provision) {
        Some((_, Provision::Rule { permitted, .. } | Provision::Otherwise { permitted, .. })) => permitted,
        _ => panic!("a rule"),
    }
}

/// Whether the rules that apply come to something that none of them says, where the heaviest governs.
fn is_mixed(regulation: &Regulation, rules: &[Ruled], case: &Case) -> bool {
    let sets: Vec<&Permitted> =
        rules.iter().filter(|rule| rule.applies.contains(case)).map(|rule| permitted(regulation, rule)).collect();
    let Some(floor) = sets.iter().map(|set| set.first()).max().flatten() else { return false };
    let together: Permitted = sets.iter().flat_map(|set| set.range(floor..)).copied().collect();
    regulation.combine == Combine::Heaviest && !sets.contains(&&together)
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn gaps_conflicts_overlaps_and_opposite_adjustments_are_found_as_the_cases_say(regulation in regulations()) {
        let (policy, _, cases) = enumerated(&regulation);
        let all: Vec<Case> = cases.iter().map(|case| case.case).collect();
        let rules = ruled(&regulation, &all);
        let findings = lint(&policy);
        let comes_to = |wanted: Verdict| expected(&cases, |case| regulation.decide(case).verdict == wanted);
        let has_rest = regulation.provisions().any(|(_, found)| matches!(found, Provision::Otherwise { .. }));

        let gaps = comes_to(Verdict::NotAddressed).filter(|_| !has_rest && !rules.is_empty());
        prop_assert_eq!(counted(&findings, Code::NotAddressed), gaps);
        prop_assert_eq!(counted(&findings, Code::Conflict), comes_to(Verdict::Conflict));
        let is_decided = |case: &Case| matches!(regulation.decide(case).verdict, Verdict::Decided(_));
        let mixed = expected(&cases, |case| is_decided(case) && is_mixed(&regulation, &rules, case));
        prop_assert_eq!(counted(&findings, Code::Overlap), mixed);
        let weighed = expected(&cases, |case| regulation.decide(case).weigh);
        prop_assert_eq!(counted(&findings, Code::WeighedWithoutRule), weighed);
        prop_assert!(findings.iter().all(|finding| finding.code != Code::NotDecided));
    }
}
