//! What is worth knowing of a policy that has findings already: how its tests fare, what they cover, and how many cases
//! each rule decides alone. It takes longer than finding, and is looked for only when nothing was typed for a while.

use crate::analyse::{Analysis, Count};
use crate::policy::{Policy, RuleId};
use crate::testing::coverage::{ConditionCoverage, Goal, RuleCoverage};
use crate::testing::{Coverage, Setting, TestReport, coverage, run_tests};
use std::collections::BTreeMap;

/// Most rules that a policy may have for its rules to be weighed and its tests to be measured; more take seconds.
const MAX_RULES: usize = 400;

/// What is known of a policy besides its findings.
#[derive(Debug)]
pub(super) struct Insight {
    /// How its tests fare.
    pub(super) tests: TestReport,
    /// What they cover; `None` for very large policies.
    pub(super) coverage: Option<Coverage>,
    /// The cases that each rule decides alone: without it, its outcome would come to something else. Rules of which
    /// that is not known are left out.
    pub(super) alone: BTreeMap<RuleId, Count>,
}

impl Insight {
    /// Looks at a policy; `None` where that was given up because something newer has to be looked at.
    pub(super) fn of(policy: &Policy, is_superseded: &dyn Fn() -> bool) -> Option<Self> {
        let tests = run_tests(policy, "");
        if policy.rules().len() > MAX_RULES {
            return Some(Self { tests, coverage: None, alone: BTreeMap::new() });
        }
        let mut alone = BTreeMap::new();
        let analysis = Analysis::new(policy);
        for rule in policy.rule_ids() {
            if is_superseded() {
                return None;
            }
            let cases = analysis.matters(rule).ok().filter(|region| !region.is_approximate());
            alone.extend(cases.and_then(|region| region.count().ok()).map(|count| (rule, count)));
        }
        if is_superseded() {
            return None;
        }
        Some(Self { tests, coverage: Some(coverage(policy, "", &Setting::default())), alone })
    }

    /// What the tests cover of an article, or of everything: rules that contributed, conditions that decided either way.
    /// Each is how many are covered, and how many could be.
    pub(super) fn covered(&self, article: Option<&str>) -> Option<[(usize, usize); 2]> {
        let is_within = |clause: Option<&str>| match article {
            Some(number) => clause
                .and_then(|clause| clause.strip_prefix(number))
                .is_some_and(|rest| !rest.starts_with(char::is_numeric)),
            None => true,
        };
        let within = self.coverage.as_ref()?.statements.iter().filter(|one| is_within(one.clause.as_deref()));
        let mut goals: [Vec<Goal>; 2] = [Vec::new(), Vec::new()];
        let [rules, conditions] = &mut goals;
        for statement in within {
            rules.extend(statement.rules.iter().map(|rule: &RuleCoverage| rule.contributed));
            let sides = |one: &ConditionCoverage| [one.decides_true, one.decides_false];
            conditions.extend(statement.conditions.iter().flat_map(sides));
        }
        let tally = |goals: Vec<Goal>| {
            let covered = goals.iter().filter(|goal| goal.is_covered()).count();
            (covered, covered + goals.iter().filter(|goal| goal.is_missing()).count())
        };
        Some(goals.map(tally)).filter(|tallies| tallies.iter().any(|(_, of)| *of > 0))
    }
}
