//! `B0020`: a duty or a prohibition whose breach leads to nothing.
//!
//! There is no `on breach`, and no rule, exemption or adjustment looks at any of the facts that fulfil it: whether it is
//! kept makes no difference to anything that is decided. Rights are left to the steps that grant them. All such duties
//! of a policy are told together: what is missing is one clause on their breach.

use super::Subject;
use super::mentioned::Mentioned;
use super::merged::one_of_several;
use super::statements::citation;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Duty, Outcome, Policy, Rule};
use crate::syntax::ast::DutyKind;

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let rules = policy.rules().iter().flat_map(Rule::expressions);
    let outcomes = policy.outcomes().iter().flat_map(Outcome::conditions);
    let decisive = Mentioned::of(policy, rules.chain(outcomes)).facts;
    let bound = policy.duties().iter().filter(|duty| duty.kind != DutyKind::Right && duty.consequences.is_empty());
    let idle = bound.filter(|duty| Mentioned::of(policy, &duty.must).facts.is_disjoint(&decisive));
    idle.map(|duty| finding(policy, duty)).collect()
}

fn finding(policy: &Policy, duty: &Duty) -> Diagnostic {
    let finding = Diagnostic::new(Code::WithoutConsequence, duty.span);
    one_of_several(finding, &duty.name, citation(policy, duty.clause))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "scale measure { reminder < notice }
role driver
fact answered: bool
fact took_revenge: bool
outcome sanction: measure combine heaviest
";

    #[test]
    fn duties_and_prohibitions_that_lead_to_nothing_are_found() {
        let policy = format!(
            "{HEAD}article 1 {{ duty answer of driver {{ must answered }} }}
article 2 {{ forbid revenge of driver {{ act took_revenge }} }}"
        );
        let found = found_of(Code::WithoutConsequence, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.as_str(), arg(finding, "all").as_str()), ("answer", "answer (1), revenge (2)"));
    }

    #[test]
    fn a_breach_that_some_rule_asks_for_has_a_consequence() {
        let own = "article 1 { duty answer of driver { must answered on breach sanction = notice } }";
        let elsewhere = "article 1 { duty answer of driver { must answered } }
article 2 { if answer is breached then sanction = notice }";
        let by_fact = "article 1 { duty answer of driver { must answered } }
article 2 { if not answered then sanction = notice }";
        for articles in [own, elsewhere, by_fact] {
            assert_eq!(found_of(Code::WithoutConsequence, &format!("{HEAD}{articles}")), [], "{articles}");
        }
    }
}
