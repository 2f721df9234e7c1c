//! `C0014`: an exemption that holds in every case in which a rule fires, so that the rule never applies.

use super::Subject;
use super::dead_rules::is_dead;
use super::doubts::Doubts;
use super::statements::{citation, citations, place};
use super::views::Timed;
use crate::analyse::Undecided;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::RuleId;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// One finding for each exemption, however many rules it swallows.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let timed = Timed::new(policy);
    let mut swallowed: BTreeMap<Exempting, Vec<RuleId>> = BTreeMap::new();
    let mut doubts = Doubts::new(Code::SwallowingExemption);
    for (id, rule) in policy.rule_ids().zip(policy.rules()) {
        if timed.outcome(rule.outcome) {
            continue;
        }
        let swallowing = is_dead(subject, &timed, id)
            .and_then(|is_dead| if is_dead { Ok(Vec::new()) } else { swallowers(subject, id) });
        for exempting in doubts.answer(rule.outcome, swallowing).unwrap_or_default() {
            swallowed.entry(exempting).or_default().push(id);
        }
    }
    let finding = |(exempting, rules): (Exempting, Vec<RuleId>)| {
        let places: BTreeSet<Span> = rules.iter().filter_map(|rule| place(policy, *rule)).collect();
        let finding = Diagnostic::new(Code::SwallowingExemption, exempting.place)
            .with("clause", citation(policy, exempting.clause))
            .with("rules", citations(policy, rules));
        places.into_iter().fold(finding, |finding, place| finding.label(place, "rule"))
    };
    swallowed.into_iter().map(finding).chain(doubts.findings(subject)).collect()
}

/// An exemption, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Exempting {
    place: Span,
    clause: crate::policy::ClauseId,
}

/// The exemptions that hold, each by itself, in every case in which a rule fires, on every day and in every reading.
/// None if it never fires at first sight.
pub(super) fn swallowers(subject: &Subject<'_>, rule: RuleId) -> Result<Vec<Exempting>, Undecided> {
    let data = subject.policy.data();
    let Some(found) = data.rules.get(rule.index()) else { return Ok(Vec::new()) };
    let exemptions = data.outcomes.get(found.outcome.index()).into_iter().flat_map(|outcome| &outcome.exemptions);
    let mut swallowing = Vec::new();
    for (index, exemption) in exemptions.enumerate() {
        let is_meant = exemption.from.as_ref().is_none_or(|from| from.contains(&rule));
        let is_within =
            |view: &crate::analyse::Analysis| view.fires(rule)?.is_within(&view.exempts(found.outcome, index)?);
        if is_meant && is_within(&subject.analysis)? && subject.always(is_within)? {
            swallowing.push(Exempting { place: exemption.condition.span, clause: exemption.clause });
        }
    }
    Ok(swallowing)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Arg, Code};
    use crate::lint::tests::of_code;

    const RULES: &str = "article 1 {
  (1) if reported and severity >= major then sanction = notice
  (2) if late and severity >= major then sanction = notice
}
";

    #[test]
    fn an_exemption_that_leaves_nothing_of_a_rule_is_found_once() {
        for from in ["", "from 1"] {
            let rest = format!("{RULES}article 2 {{ exempt sanction {from} if reported }}");
            let found = of_code(Code::SwallowingExemption, &rest);
            assert_eq!(found.len(), 1, "{from}");
            assert_eq!(found[0].1, "reported");
            assert!(found[0].0.args.contains(&("rules", Arg::from("1(1)"))), "{:?}", found[0].0.args);
            assert_eq!(of_code(Code::ShadowedRule, &rest), []);
        }
    }

    #[test]
    fn an_exemption_that_leaves_some_case_swallows_nothing() {
        let rest = format!("{RULES}article 2 {{ exempt sanction from 1 if reported and late }}");
        assert_eq!(of_code(Code::SwallowingExemption, &rest), []);
        let rest = format!("{RULES}article 2 {{ exempt sanction from 1(2) if reported }}");
        assert_eq!(of_code(Code::SwallowingExemption, &rest), []);
    }

    #[test]
    fn all_rules_that_it_swallows_are_named() {
        let rest = format!("{RULES}article 2 {{ exempt sanction from 1 if severity > minor }}");
        let found = of_code(Code::SwallowingExemption, &rest);
        assert_eq!(found.len(), 1);
        assert!(found[0].0.args.contains(&("rules", Arg::from("1(1), 1(2)"))), "{:?}", found[0].0.args);
    }
}
