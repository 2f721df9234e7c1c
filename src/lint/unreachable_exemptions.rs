//! `C0013`: an exemption that exempts from nothing.
//!
//! An exemption of a whole outcome says something wherever its condition holds in scope: that the case is exempt. One
//! from some rules says something where one of these would count.

use super::Subject;
use super::dead_rules::is_dead;
use super::doubts::Doubts;
use super::statements::citation;
use super::views::Timed;
use crate::analyse::{Analysis, Undecided};
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Exemption, OutcomeId};

/// Looks at every exemption.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let timed = Timed::new(policy);
    let mut found = Vec::new();
    let mut doubts = Doubts::new(Code::UnreachableExemption);
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()).filter(|(id, _)| !timed.outcome(*id)) {
        for (index, exemption) in outcome.exemptions.iter().enumerate() {
            if let Some(Some(reason)) = doubts.answer(id, unreachable(subject, &timed, id, index, exemption)) {
                let clause = citation(policy, exemption.clause);
                let finding = Diagnostic::new(Code::UnreachableExemption, exemption.condition.span);
                found.push(finding.with("clause", clause).help(reason));
            }
        }
    }
    found.extend(doubts.findings(subject));
    found
}

fn unreachable(
    subject: &Subject<'_>,
    timed: &Timed<'_>,
    outcome: OutcomeId,
    index: usize,
    exemption: &Exemption,
) -> Result<Option<&'static str>, Undecided> {
    let never = |view: &Analysis| view.exempts(outcome, index)?.and(&view.in_scope()?).is_empty();
    if never(&subject.analysis)? && subject.always(never)? {
        return Ok(Some("never"));
    }
    let Some(from) = &exemption.from else { return Ok(None) };
    let apart = |view: &Analysis| {
        let exempts = view.exempts(outcome, index)?;
        for rule in from {
            if !view.stands(*rule)?.and(&exempts).is_empty()? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    if !apart(&subject.analysis)? || !subject.always(apart)? {
        return Ok(None);
    }
    // Where no rule is left to exempt from, these rules are the fault.
    for rule in from {
        if !is_dead(subject, timed, *rule)? {
            return Ok(Some("apart"));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::tests::of_code;

    fn reasons(rest: &str) -> Vec<Vec<&'static str>> {
        of_code(Code::UnreachableExemption, rest).into_iter().map(|(finding, _)| finding.help).collect()
    }

    #[test]
    fn an_exemption_whose_condition_never_holds_is_found() {
        let rest = "assume late implies not reported
article 1 { if severity >= major then sanction = notice }
article 2 { exempt sanction if late and reported }";
        assert_eq!(reasons(rest), [["never"]]);
        assert_eq!(reasons(&rest.replace("assume late implies not reported", "")), [] as [Vec<&str>; 0]);
    }

    #[test]
    fn an_exemption_that_never_meets_its_rules_is_found() {
        let rest = "article 1 { if severity >= major then sanction = notice }
article 2 { exempt sanction from 1 if severity < major and late }";
        assert_eq!(reasons(rest), [["apart"]]);
        assert_eq!(reasons(&rest.replace("severity < major", "severity < critical")), [] as [Vec<&str>; 0]);
        // Of a whole outcome it says that such cases are exempt, also where no rule speaks of them.
        assert_eq!(reasons(&rest.replace(" from 1", "")), [] as [Vec<&str>; 0]);
    }

    #[test]
    fn an_exemption_from_a_dead_rule_is_not_found_besides_the_rule() {
        let rest = "article 1 { if severity < minor then sanction = notice }
article 2 { exempt sanction from 1 if late }";
        assert_eq!(reasons(rest), [] as [Vec<&str>; 0]);
        assert_eq!(of_code(Code::DeadRule, rest).len(), 1);
    }
}
