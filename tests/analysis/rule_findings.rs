//! Findings about rules against the enumeration of all cases.

use crate::every_case::all_cases;
use crate::random::config;
use crate::reference::evaluate::Verdict;
use crate::reference::generate::regulations;
use crate::reference::{Case, Condition, Path, Provision, Regulation};
use crate::support::accepted;
use policyc::diagnostic::{Arg, Code, Diagnostic};
use policyc::lint::lint;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A rule of a regulation: where it stands, and in which cases it fires and applies.
pub struct Ruled {
    path: Path,
    pub provision: usize,
    item: usize,
    fires: BTreeSet<Case>,
    pub applies: BTreeSet<Case>,
}

pub fn ruled(regulation: &Regulation, cases: &[Case]) -> Vec<Ruled> {
    let mut rules = Vec::new();
    for (provision, (path, found)) in regulation.provisions().enumerate() {
        let items = match found {
            Provision::Rule { when, .. } => when.len(),
            Provision::Otherwise { .. } => 1,
            Provision::Exempt { .. } | Provision::Adjust { .. } => continue,
        };
        for item in 0..items {
            let number = u32::try_from(item + 1).unwrap();
            let path = if items == 1 { path.clone() } else { [path.as_slice(), &[number]].concat() };
            rules.push(Ruled { path, provision, item, fires: BTreeSet::new(), applies: BTreeSet::new() });
        }
    }
    for case in cases {
        let ruling = regulation.decide(case);
        for rule in &mut rules {
            let stands = ruling.fired.contains(&rule.path);
            if stands || ruling.overridden.contains(&rule.path) {
                rule.fires.insert(*case);
            }
            if stands && !exemptions(regulation, &rule.path).any(|when| regulation.holds(when, case)) {
                rule.applies.insert(*case);
            }
        }
    }
    rules
}

/// The conditions of the exemptions that excuse from a rule.
fn exemptions<'r>(regulation: &'r Regulation, path: &'r Path) -> impl Iterator<Item = &'r Condition> {
    regulation.provisions().filter_map(move |(_, provision)| match provision {
        Provision::Exempt { from, when } => {
            (from.is_empty() || from.iter().any(|from| path.starts_with(from))).then_some(when)
        }
        _ => None,
    })
}

/// The regulation without a rule: its condition never holds.
fn without(regulation: &Regulation, rule: &Ruled) -> Regulation {
    let mut changed = regulation.clone();
    let never = |when: &Condition| Condition::And(vec![when.clone(), Condition::Not(Box::new(when.clone()))]);
    let provisions = changed.articles.iter_mut().flat_map(|article| &mut article.provisions);
    match provisions.into_iter().nth(rule.provision) {
        Some(Provision::Rule { when, .. }) => when[rule.item] = never(&when[rule.item]),
        Some(Provision::Otherwise { when, .. }) => *when = Some(never(when.as_ref().unwrap_or(&Condition::Named))),
        _ => panic!("a rule"),
    }
    changed
}

fn text(finding: &Diagnostic, wanted: &str) -> String {
    match finding.args.iter().find(|(name, _)| *name == wanted) {
        Some((_, Arg::Text(text))) => text.clone(),
        _ => panic!("{finding:?}"),
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn rules_are_found_to_be_dead_shadowed_or_redundant_as_their_cases_say(regulation in regulations()) {
        let policy = accepted(&regulation.printed());
        let cases: Vec<Case> = all_cases().into_iter().filter(|case| regulation.allows(case)).collect();
        let rules = ruled(&regulation, &cases);
        let cited = |index: usize| policy.clauses()[policy.rules()[index].clause.index()].citation.clone();
        let where_so = |is_so: &dyn Fn(usize, &Ruled) -> bool| -> BTreeSet<String> {
            rules.iter().enumerate().filter(|(index, rule)| is_so(*index, rule)).map(|(index, _)| cited(index)).collect()
        };
        let findings = lint(&policy);
        let found = |code: Code, argument: &str| -> BTreeSet<String> {
            let found = findings.iter().filter(|finding| finding.code == code);
            found.flat_map(|finding| text(finding, argument).split(", ").map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        prop_assert_eq!(rules.len(), policy.rules().len());

        prop_assert_eq!(found(Code::DeadRule, "clause"), where_so(&|_, rule| rule.fires.is_empty()));

        let is_swallowed = |rule: &Ruled| {
            let holds_in_all = |when: &Condition| rule.fires.iter().all(|case| regulation.holds(when, case));
            !rule.fires.is_empty() && exemptions(&regulation, &rule.path).any(holds_in_all)
        };
        prop_assert_eq!(found(Code::SwallowingExemption, "rules"), where_so(&|_, rule| is_swallowed(rule)));
        let is_shadowed = |rule: &Ruled| !rule.fires.is_empty() && rule.applies.is_empty() && !is_swallowed(rule);
        prop_assert_eq!(found(Code::ShadowedRule, "clause"), where_so(&|_, rule| is_shadowed(rule)));

        let verdicts = |regulation: &Regulation| -> Vec<Verdict> {
            cases.iter().map(|case| regulation.decide(case).verdict).collect()
        };
        let own = verdicts(&regulation);
        let is_idle: Vec<bool> =
            rules.iter().map(|rule| !rule.applies.is_empty() && verdicts(&without(&regulation, rule)) == own).collect();
        let is_covered = |one: usize, by: usize| one != by && rules[one].applies.is_subset(&rules[by].applies);
        let is_redundant = |index: usize| {
            let outdoes = |other: usize| {
                let is_mutual = is_idle[other] && is_covered(other, index);
                is_covered(index, other) && (!is_mutual || other < index)
            };
            is_idle[index] && (0..rules.len()).any(outdoes)
        };
        prop_assert_eq!(found(Code::RedundantRule, "clause"), where_so(&|index, _| is_redundant(index)));
    }
}
