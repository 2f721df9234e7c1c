//! The figures of coverage against a second way to find them: each condition is changed in each case, and what can be
//! reached is seen by going through all cases.

use crate::every_case;
use crate::random::config;
use crate::reference::evaluate::Verdict;
use crate::reference::generate::{cases, regulations};
use crate::reference::{Case, Compare, Condition, FACTS, Fact, MEASURES, Path, Provision, Regulation};
use crate::support::accepted;
use policyc::testing::Setting;
use policyc::testing::coverage::{BoundaryValue, Coverage, Goal, Reach, StatementCoverage, coverage};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What is measured of a regulation, in the order of the text.
enum Statement<'r> {
    Named(&'r Condition),
    Scope(&'r Condition),
    Rule { path: Path, condition: Option<&'r Condition>, otherwise: bool },
    Exempt(&'r Condition),
    Adjust(&'r Condition),
}

fn statements(regulation: &Regulation) -> Vec<Statement<'_>> {
    let mut found = vec![Statement::Named(&regulation.named)];
    found.extend(regulation.scope.iter().map(Statement::Scope));
    for (path, provision) in regulation.provisions() {
        match provision {
            Provision::Rule { when, .. } if when.len() > 1 => {
                for (item, condition) in (1..).zip(when) {
                    let path = [path.as_slice(), &[item]].concat();
                    found.push(Statement::Rule { path, condition: Some(condition), otherwise: false });
                }
            }
            Provision::Rule { when, .. } => {
                found.push(Statement::Rule { path, condition: when.first(), otherwise: false });
            }
            Provision::Otherwise { when, .. } => {
                found.push(Statement::Rule { path, condition: when.as_ref(), otherwise: true });
            }
            Provision::Exempt { when, .. } => found.push(Statement::Exempt(when)),
            Provision::Adjust { when, .. } => found.push(Statement::Adjust(when)),
        }
    }
    found
}

impl<'r> Statement<'r> {
    fn condition(&self) -> Option<&'r Condition> {
        match self {
            Self::Named(condition) | Self::Scope(condition) | Self::Exempt(condition) | Self::Adjust(condition) => {
                Some(condition)
            }
            Self::Rule { condition, .. } => *condition,
        }
    }

    /// Whether the case is one in which the condition is looked at.
    fn is_looked_at(&self, regulation: &Regulation, case: &Case) -> bool {
        let in_scope = regulation.scope.as_ref().is_none_or(|scope| regulation.holds(scope, case));
        match self {
            Self::Named(_) => is_used(regulation),
            Self::Scope(_) => true,
            Self::Rule { otherwise: true, .. } => in_scope && !plain_rule_fires(regulation, case),
            Self::Rule { .. } | Self::Exempt(_) => in_scope,
            Self::Adjust(_) => matches!(regulation.decide(case).verdict, Verdict::Decided(_)),
        }
    }
}

fn plain_rule_fires(regulation: &Regulation, case: &Case) -> bool {
    regulation.provisions().any(|(_, provision)| match provision {
        Provision::Rule { when, .. } => when.iter().any(|condition| regulation.holds(condition, case)),
        _ => false,
    })
}

fn is_used(regulation: &Regulation) -> bool {
    let outside = regulation.provisions().map(|(_, provision)| match provision {
        Provision::Rule { when, .. } => when.iter().collect::<Vec<_>>(),
        Provision::Otherwise { when, .. } => when.iter().collect(),
        Provision::Exempt { when, .. } | Provision::Adjust { when, .. } => vec![when],
    });
    let conditions = outside.flatten().chain(&regulation.scope);
    conditions.into_iter().any(|condition| leaves(condition).iter().any(|leaf| matches!(leaf, Condition::Named)))
}

fn leaves(condition: &Condition) -> Vec<&Condition> {
    match condition {
        Condition::Not(inner) => leaves(inner),
        Condition::And(parts) | Condition::Or(parts) => parts.iter().flat_map(leaves).collect(),
        Condition::Implies(premise, conclusion) => [leaves(premise), leaves(conclusion)].concat(),
        leaf => vec![leaf],
    }
}

/// What a condition comes to if the leaves are as listed.
fn with_leaves(condition: &Condition, truths: &mut impl Iterator<Item = bool>) -> bool {
    match condition {
        Condition::Not(inner) => !with_leaves(inner, truths),
        // All parts are looked at, so that each takes its own truths.
        Condition::And(parts) => parts.iter().fold(true, |all, part| with_leaves(part, truths) & all),
        Condition::Or(parts) => parts.iter().fold(false, |any, part| with_leaves(part, truths) | any),
        Condition::Implies(premise, conclusion) => {
            let (premise, conclusion) = (with_leaves(premise, truths), with_leaves(conclusion, truths));
            conclusion || !premise
        }
        _ => truths.next().expect("a truth for each leaf"),
    }
}

/// Whether a leaf of a condition decides in a case, and what it is there.
fn decides(regulation: &Regulation, condition: &Condition, leaf: usize, case: &Case) -> Option<bool> {
    let truths: Vec<bool> = leaves(condition).into_iter().map(|leaf| regulation.holds(leaf, case)).collect();
    let mut changed = truths.clone();
    changed[leaf] = !changed[leaf];
    let come_to = |truths: &[bool]| with_leaves(condition, &mut truths.iter().copied());
    assert_eq!(come_to(&truths), regulation.holds(condition, case));
    (come_to(&truths) != come_to(&changed)).then_some(truths[leaf])
}

/// The values on both sides of the constants of a leaf.
fn boundaries(leaf: &Condition) -> Option<(Fact, BTreeSet<i64>)> {
    let within = |fact: Fact, values: Vec<i64>| {
        let top = if fact == Fact::Grade { 2 } else { i64::MAX };
        let low = if fact == Fact::Grade { 0 } else { i64::MIN };
        (fact, values.into_iter().filter(|value| (low..=top).contains(value)).collect())
    };
    match leaf {
        Condition::Compared(Fact::Cause, _, value) => Some((Fact::Cause, BTreeSet::from([*value]))),
        Condition::Compared(fact, compare, value) => Some(match compare {
            Compare::AtLeast | Compare::Less => within(*fact, vec![value - 1, *value]),
            Compare::Greater | Compare::AtMost => within(*fact, vec![*value, value + 1]),
            Compare::Equal | Compare::NotEqual => within(*fact, vec![value - 1, *value, value + 1]),
        }),
        Condition::Among(Fact::Cause, _, values) => Some((Fact::Cause, values.clone())),
        Condition::Among(fact, _, values) => {
            Some(within(*fact, values.iter().flat_map(|value| [value - 1, *value, value + 1]).collect()))
        }
        _ => None,
    }
}

/// Whether a rule fires in a case and nothing drops what it says.
fn contributes(regulation: &Regulation, path: &Path, case: &Case) -> bool {
    let fired = regulation.decide(case).fired;
    let exempting = regulation.provisions().filter_map(|(_, provision)| match provision {
        Provision::Exempt { from, when } if regulation.holds(when, case) => Some(from),
        _ => None,
    });
    fired.contains(path)
        && !exempting.into_iter().any(|from| from.is_empty() || from.iter().any(|cited| path.starts_with(cited)))
}

pub fn all_cases(regulation: &Regulation) -> Vec<Case> {
    let mut cases = every_case::all_cases();
    cases.retain(|case| regulation.allows(case));
    cases
}

fn value(case: &Case, fact: Fact) -> i64 {
    case[FACTS.iter().position(|own| *own == fact).expect("a fact")]
}

/// What a test expects of a case.
fn expected(regulation: &Regulation, case: &Case) -> String {
    let names: Vec<&str> = match regulation.decide(case).verdict {
        Verdict::Exempt => return "exempt".to_owned(),
        Verdict::NotAddressed => return "not addressed".to_owned(),
        Verdict::Conflict => return "conflict".to_owned(),
        Verdict::OutOfScope => return "out of scope".to_owned(),
        Verdict::Decided(set) if set.iter().all(|value| *value == 0) => return "= none".to_owned(),
        Verdict::Decided(set) if set.contains(&0) => {
            let names: Vec<&str> =
                set.iter().filter(|value| **value > 0).map(|value| MEASURES[usize::from(*value) - 1]).collect();
            return format!("∈ <{}> or none", names.join(", "));
        }
        Verdict::Decided(set) => set.iter().map(|value| MEASURES[usize::from(*value) - 1]).collect(),
    };
    format!("∈ <{}>", names.join(", "))
}

/// The text of a regulation with each case as a test.
pub fn with_tests(regulation: &Regulation, cases: &[Case]) -> String {
    let mut text = regulation.printed();
    for (number, case) in cases.iter().enumerate() {
        let given: Vec<String> =
            FACTS.iter().zip(case).map(|(fact, value)| format!("{} = {}", fact.name(), fact.shown(*value))).collect();
        let expected = if regulation.allows(case) { expected(regulation, case) } else { "exempt".to_owned() };
        text += &format!("test \"{number}\" {{ given {} expect sanction {expected} }}\n", given.join(", "));
    }
    text
}

/// The regulation, its tests that can be decided, and all its cases.
struct Measured<'m> {
    regulation: &'m Regulation,
    tests: Vec<Case>,
    all: Vec<Case>,
}

impl Measured<'_> {
    fn assert_goal(&self, goal: Goal, shows: impl Fn(&Case) -> bool, what: &str) {
        let tests = self.tests.iter().filter(|case| shows(case)).count();
        assert_eq!(goal.tests, tests, "{what}");
        if tests == 0 {
            let is_possible = self.all.iter().any(shows);
            assert_eq!(goal.reach, if is_possible { Reach::Possible } else { Reach::Impossible }, "{what}");
        }
    }

    fn assert_statement(&self, found: &StatementCoverage, statement: &Statement<'_>) {
        let regulation = self.regulation;
        if let Statement::Rule { path, .. } = statement {
            self.assert_goal(found.rules[0].contributed, |case| contributes(regulation, path, case), "rule");
        }
        let Some(condition) = statement.condition() else { return };
        let looked_at = |case: &Case| statement.is_looked_at(regulation, case);
        let held = self.tests.iter().filter(|case| looked_at(case) && regulation.holds(condition, case)).count();
        assert_eq!(found.held, held);
        let own = leaves(condition);
        assert_eq!(found.conditions.len(), own.len(), "{condition:?}");
        for (place, (leaf, condition_found)) in own.iter().zip(&found.conditions).enumerate() {
            let what = format!("{leaf:?} of {condition:?}");
            let decided = |case: &Case| looked_at(case).then(|| decides(regulation, condition, place, case)).flatten();
            self.assert_goal(condition_found.decides_true, |case| decided(case) == Some(true), &what);
            self.assert_goal(condition_found.decides_false, |case| decided(case) == Some(false), &what);
            let Some((fact, values)) = boundaries(leaf) else {
                assert!(condition_found.boundaries.is_empty(), "{what}");
                continue;
            };
            assert_eq!(condition_found.boundaries.len(), values.len(), "{what}");
            // They come in the order of their constants, which is that of the values but for sets with gaps.
            let policy = accepted(&regulation.printed());
            for boundary in &condition_found.boundaries {
                let BoundaryValue::Value(shown) = &boundary.at else { panic!("a value") };
                let shown = policy.show(shown);
                let at = values.iter().find(|value| fact.shown(**value) == shown).expect("a value of the reference");
                self.assert_goal(boundary.reached, |case| looked_at(case) && value(case, fact) == *at, &what);
            }
        }
    }
}

fn measure(regulation: &Regulation, cases: &[Case]) -> Coverage {
    coverage(&accepted(&with_tests(regulation, cases)), "", &Setting::default())
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn figures_are_those_of_a_second_count(regulation in regulations(), tests in vec(cases(), 0..6)) {
        let found = measure(&regulation, &tests);
        let tests: Vec<Case> = tests.into_iter().filter(|case| regulation.allows(case)).collect();
        prop_assert_eq!(found.counted, tests.len());
        let measured = Measured { regulation: &regulation, tests, all: all_cases(&regulation) };
        let statements = statements(&regulation);
        prop_assert_eq!(found.statements.len(), statements.len());
        for (found, statement) in found.statements.iter().zip(&statements) {
            // Of a define that nothing makes use of no case shows anything.
            if !matches!(statement, Statement::Named(_)) || is_used(&regulation) {
                measured.assert_statement(found, statement);
            }
        }
        for result in &found.results {
            let came = |case: &Case| match (&regulation.decide(case).verdict, result.word.as_str()) {
                (Verdict::Decided(set), "none") => set.contains(&0),
                (Verdict::Decided(set), member) => {
                    set.iter().any(|value| *value > 0 && MEASURES[usize::from(*value) - 1] == member)
                }
                (Verdict::Exempt, "exempt")
                | (Verdict::NotAddressed, "not_addressed")
                | (Verdict::Conflict, "conflict")
                | (Verdict::OutOfScope, "out_of_scope") => true,
                _ => false,
            };
            measured.assert_goal(result.came, came, &result.word);
        }
    }
}
