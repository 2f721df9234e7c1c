//! Where rules count, and where they make a difference.

use crate::enumerated::{assert_region, enumerated, verdict_of};
use crate::random::config;
use crate::reference::facts::facts;
use crate::reference::generate::regulations;
use crate::reference::{Condition, Provision, Regulation};
use crate::support::accepted;
use policyc::decide::decide;
use proptest::prelude::*;

/// The regulation with its `index`-th rule, in the order of the text, never firing; `None` where it has fewer rules.
fn without_rule(regulation: &Regulation, index: usize) -> Option<Regulation> {
    let mut changed = regulation.clone();
    let mut left = index;
    let never =
        |condition: &Condition| Condition::And(vec![condition.clone(), Condition::Not(Box::new(condition.clone()))]);
    for provision in changed.articles.iter_mut().flat_map(|article| &mut article.provisions) {
        match provision {
            Provision::Rule { when, .. } if left < when.len() => {
                when[left] = never(&when[left]);
                return Some(changed);
            }
            Provision::Rule { when, .. } => left -= when.len(),
            Provision::Otherwise { when, .. } if left == 0 => {
                *when = Some(never(when.as_ref().unwrap_or(&Condition::Named)));
                return Some(changed);
            }
            Provision::Otherwise { .. } => left -= 1,
            Provision::Exempt { .. } | Provision::Adjust { .. } => {}
        }
    }
    None
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn rules_stand_where_decisions_cite_them(regulation in regulations()) {
        let (policy, analysis, cases) = enumerated(&regulation);
        for (id, rule) in policy.rule_ids().zip(policy.rules()) {
            let citation = &policy.clauses()[rule.clause.index()].citation;
            let stands = analysis.stands(id).unwrap();
            assert_region(&stands, &cases, |case| case.decision.outcomes[0].clauses.contains(citation));
        }
    }

    #[test]
    fn a_rule_matters_where_its_absence_would_change_the_decision(regulation in regulations()) {
        let (policy, analysis, cases) = enumerated(&regulation);
        for (index, id) in policy.rule_ids().enumerate() {
            let changed = accepted(&without_rule(&regulation, index).unwrap().printed());
            assert_region(&analysis.matters(id).unwrap(), &cases, |case| {
                let other = decide(&changed, &facts(&changed, &case.case)).unwrap();
                verdict_of(&other) != verdict_of(&case.decision)
            });
        }
    }
}
