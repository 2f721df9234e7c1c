//! `C0012`: a rule that changes the result of no case, because one other rule applies wherever it does.
//!
//! Clauses that overlap are what regulations consist of, and are not reported; nor is a rule that several others make
//! needless only together. Both a rule that repeats another and one that something heavier always outweighs are found.
//! Of two that repeat each other it is the later one.

use super::Subject;
use super::doubts::Doubts;
use super::statements::{citation, place, statements};
use super::views::Timed;
use crate::analyse::Undecided;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{ClauseId, Contribution, OutcomeId, Policy, RuleId};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The versions of what one statement says of one outcome. Sorts in the order of the text.
type Key = (Span, ClauseId, OutcomeId);

/// Looks at every statement, outcome by outcome.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let timed = Timed::new(policy);
    let mut needless: BTreeMap<Key, (Vec<RuleId>, BTreeSet<Key>)> = BTreeMap::new();
    let mut places: BTreeMap<Key, Span> = BTreeMap::new();
    let mut doubts = Doubts::new(Code::RedundantRule);
    for statement in statements(policy) {
        for (outcome, rules) in statement.by_outcome(policy) {
            if timed.outcome(outcome) {
                continue;
            }
            let Some(key) = rules.first().and_then(|rule| key(policy, *rule)) else { continue };
            if let Some(Some(others)) = doubts.answer(outcome, outdone_by(subject, key, &rules)) {
                places.insert(key, statement.place);
                needless.insert(key, (rules, others));
            }
        }
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    for (key, (rules, others)) in &needless {
        // Of those that make each other needless the first one stays.
        let stays = |other: &&Key| {
            let is_mutual = needless.get(*other).is_some_and(|(_, back)| back.contains(key));
            !is_mutual || *other < key
        };
        let (Some(other), Some(place)) = (others.iter().find(stays), places.get(key)) else { continue };
        found.extend(explained(subject, (key, rules), other, *place));
    }
    found.dedup();
    found.extend(doubts.findings(subject));
    found
}

fn key(policy: &Policy, rule: RuleId) -> Option<Key> {
    policy.rules().get(rule.index()).map(|rule| (rule.span, rule.clause, rule.outcome))
}

/// The statements of which each by itself applies wherever some versions of a rule do; `None` where the rule changes
/// some result, applies nowhere, or is outdone by several only.
fn outdone_by(subject: &Subject<'_>, own: Key, versions: &[RuleId]) -> Result<Option<BTreeSet<Key>>, Undecided> {
    let policy = subject.policy;
    let mut common: Option<BTreeSet<Key>> = None;
    for view in subject.looked_at()? {
        for rule in versions {
            if view.applies(*rule)?.is_empty()? {
                continue;
            }
            let others = view.covering(*rule)?.into_iter().filter_map(|other| key(policy, other));
            let others: BTreeSet<Key> = others.filter(|other| *other != own).collect();
            let others = match &common {
                Some(known) => others.intersection(known).copied().collect(),
                None => others,
            };
            if others.is_empty() || !view.is_idle(*rule)? {
                return Ok(None);
            }
            common = Some(others);
        }
        // A version of the rule that never applies may still override others.
        for rule in versions {
            if view.applies(*rule)?.is_empty()? && !view.is_idle(*rule)? {
                return Ok(None);
            }
        }
    }
    Ok(common)
}

fn explained(
    subject: &Subject<'_>,
    (key, rules): (&Key, &[RuleId]),
    other: &Key,
    own_place: Span,
) -> Option<Diagnostic> {
    let policy = subject.policy;
    let others: Vec<RuleId> =
        policy.rule_ids().filter(|rule| self::key(policy, *rule).as_ref() == Some(other)).collect();
    let finding = Diagnostic::new(Code::RedundantRule, own_place)
        .with("clause", citation(policy, key.1))
        .with("other", citation(policy, other.1));
    let finding = finding.label(place(policy, *others.first()?)?, "other");
    let is_same = match (rules, others.as_slice()) {
        ([rule], [other]) => {
            set(policy, *rule).is_some_and(|set| Some(set) == self::set(policy, *other))
                && subject.always(|view| view.applies(*rule)?.is_same(&view.applies(*other)?)) == Ok(true)
        }
        _ => false,
    };
    Some(if is_same { finding.help("same") } else { finding })
}

/// What a rule permits in every case.
fn set(policy: &Policy, rule: RuleId) -> Option<&crate::policy::PermittedSet> {
    match &policy.rules().get(rule.index())?.permitted {
        Contribution::Fixed(set) => Some(set),
        Contribution::Computed { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::tests::of_code;

    fn found(rest: &str) -> Vec<(String, Vec<&'static str>)> {
        of_code(Code::RedundantRule, rest).into_iter().map(|(finding, text)| (text, finding.help)).collect()
    }

    #[test]
    fn the_later_one_of_two_that_say_the_same_is_found() {
        let rest = "article 1 { if severity >= major then sanction = notice }
article 2 { if not (severity = minor) then sanction = notice }";
        assert_eq!(found(rest), [("not (severity = minor)".to_owned(), vec!["same"])]);
    }

    #[test]
    fn a_rule_that_something_heavier_always_outweighs_is_found() {
        let rest = "article 1 { if severity = critical then sanction = notice }
article 2 { if severity >= major then sanction = removal }";
        assert_eq!(found(rest), [("severity = critical".to_owned(), vec![])]);
        assert_eq!(found(&rest.replace("removal", "reminder")), []);
    }

    #[test]
    fn rules_that_overlap_or_are_outdone_only_together_are_not_found() {
        let rest = "article 1 { if severity >= major then sanction = notice }
article 2 { if late then sanction = notice }";
        assert_eq!(found(rest), []);
        let rest = "article 1 { if severity >= major then sanction = notice }
article 2 { if severity >= major and late then sanction = removal }
article 3 { if severity >= major and not late then sanction = removal }";
        assert_eq!(found(rest), []);
    }

    #[test]
    fn a_rule_that_overrides_another_is_needed() {
        let rest = "article 1 { if late then sanction = removal }
article 2 { if severity >= major then sanction = notice }
article 3 { if severity = critical then sanction = notice overriding 1 }";
        assert_eq!(found(rest), []);
        assert_eq!(found(&rest.replace(" overriding 1", "")).len(), 1);
    }

    #[test]
    fn versions_of_one_clause_do_not_repeat_each_other() {
        let rest = "article 1 in force until 2020-12-31 { if late then sanction = notice }
article 1 in force from 2021-01-01 { if late then sanction = notice }";
        assert_eq!(found(rest), []);
    }
}
