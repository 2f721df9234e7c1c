//! `C0011`: a rule that fires in some cases, but never counts.
//!
//! Whenever it fires, other clauses override it or excuse from it. Where a single exemption does so, that is `C0014`.

use super::Subject;
use super::dead_rules::is_dead;
use super::doubts::Doubts;
use super::statements::{Statement, citation, citations, place, statements};
use super::swallowing_exemptions::swallowers;
use super::views::Timed;
use crate::analyse::Undecided;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{ClauseId, RuleId};
use crate::source::Span;
use std::collections::BTreeSet;

/// Looks at every statement, outcome by outcome: a later version of a rule answers for an earlier one.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let timed = Timed::new(subject.policy);
    let mut found = Vec::new();
    let mut doubts = Doubts::new(Code::ShadowedRule);
    for statement in statements(subject.policy) {
        let shadowed = statement.by_outcome(subject.policy).into_iter();
        let shadowed: Vec<RuleId> = shadowed
            .filter(|(outcome, rules)| doubts.answer(*outcome, is_shadowed(subject, &timed, rules)) == Some(true))
            .flat_map(|(_, rules)| rules)
            .collect();
        if !shadowed.is_empty() {
            found.extend(explained(subject, &statement, &shadowed));
        }
    }
    found.extend(doubts.findings(subject));
    found
}

/// Whether no version of a rule ever applies, although one of them fires in some case.
fn is_shadowed(subject: &Subject<'_>, timed: &Timed<'_>, versions: &[RuleId]) -> Result<bool, Undecided> {
    let mut fires = false;
    for rule in versions {
        if never_applies(subject, timed, *rule)? {
            if !swallowers(subject, *rule)?.is_empty() {
                return Ok(false);
            }
            fires |= !is_dead(subject, timed, *rule)?;
        } else {
            return Ok(false);
        }
    }
    Ok(fires)
}

/// Whether a rule applies in no case, on no day, in no reading.
fn never_applies(subject: &Subject<'_>, timed: &Timed<'_>, rule: RuleId) -> Result<bool, Undecided> {
    let outcome = subject.policy.rules().get(rule.index()).map(|rule| rule.outcome);
    Ok(subject.analysis.applies(rule)?.is_empty()?
        && !outcome.is_some_and(|outcome| timed.outcome(outcome))
        && subject.always(|view| view.applies(rule)?.is_empty())?)
}

fn explained(subject: &Subject<'_>, statement: &Statement<'_>, rules: &[RuleId]) -> Option<Diagnostic> {
    let (overriding, excusing) = droppers(subject, rules).ok()?;
    let mut by: Vec<&str> = Vec::new();
    let cited = citations(subject.policy, overriding.iter().copied());
    by.extend((!cited.is_empty()).then_some(cited.as_str()));
    by.extend(excusing.iter().map(|(clause, _)| citation(subject.policy, *clause)));
    let finding = Diagnostic::new(Code::ShadowedRule, statement.place).with("clause", statement.citation);
    let finding = finding.with("by", by.join(", "));
    let places: BTreeSet<Span> = overriding.iter().filter_map(|rule| place(subject.policy, *rule)).collect();
    let places = places.into_iter().chain(excusing.iter().map(|(_, place)| *place));
    Some(places.fold(finding, |finding, place| finding.label(place, "other")))
}

/// Rules that override, and exemptions that excuse.
type Droppers = (BTreeSet<RuleId>, BTreeSet<(ClauseId, Span)>);

/// The rules that override some rules in some case, and the exemptions that excuse from them in some case.
fn droppers(subject: &Subject<'_>, rules: &[RuleId]) -> Result<Droppers, Undecided> {
    let data = subject.policy.data();
    let (mut overriding, mut excusing) = (BTreeSet::new(), BTreeSet::new());
    for view in subject.views()? {
        for rule in rules {
            let (fires, Some(found)) = (view.fires(*rule)?, data.rules.get(rule.index())) else { continue };
            for (other, id) in data.rules.iter().zip((0..).map(RuleId::new)) {
                if other.overrides.contains(rule) && !fires.and(&view.fires(id)?).is_empty()? {
                    overriding.insert(id);
                }
            }
            let exemptions =
                data.outcomes.get(found.outcome.index()).into_iter().flat_map(|outcome| &outcome.exemptions);
            for (index, exemption) in exemptions.enumerate() {
                let is_meant = exemption.from.as_ref().is_none_or(|from| from.contains(rule));
                if is_meant && !fires.and(&view.exempts(found.outcome, index)?).is_empty()? {
                    excusing.insert((exemption.clause, exemption.condition.span));
                }
            }
        }
    }
    Ok((overriding, excusing))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Arg, Code};
    use crate::lint::tests::of_code;

    #[test]
    fn a_rule_that_others_always_override_is_found() {
        let rest = "article 1 { if severity >= major then sanction = reminder }
article 2 { if severity = major then sanction = notice overriding 1 }
article 3 { if severity = critical then sanction = removal overriding 1 }";
        let found = of_code(Code::ShadowedRule, rest);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, "severity >= major");
        assert!(found[0].0.args.contains(&("by", Arg::from("2, 3"))), "{:?}", found[0].0.args);
        let near = rest.replace("severity = critical", "severity = critical and late");
        assert_eq!(of_code(Code::ShadowedRule, &near), []);
    }

    #[test]
    fn an_overriding_clause_and_an_exemption_together_shadow_a_rule() {
        let rest = "article 1 { if severity >= major then sanction = reminder }
article 2 { if severity = major then sanction = notice overriding 1 }
article 3 { exempt sanction if severity = critical }";
        assert_eq!(of_code(Code::ShadowedRule, rest).len(), 1);
    }

    #[test]
    fn a_rule_that_counted_in_an_earlier_version_is_not_shadowed() {
        let rest = "article 1 { if severity >= major then sanction = reminder }
article 2 in force from 2021-01-01 { if severity >= major then sanction = notice overriding 1 }";
        assert_eq!(of_code(Code::ShadowedRule, rest), []);
    }
}
