//! `V0001`: a judgement of which it is open who makes it, or by what measure.
//!
//! Two cases that are alike are judged alike only if the same body judges them, or if it judges by the same measure. Each
//! word is found in the clause that is most about it; those that lack the same are told together. What an "other cases"
//! clause leaves open is `V0002`.

use super::Subject;
use super::merged::one_of_several;
use super::other_cases;
use super::statements::citation;
use super::used_in::UsedIn;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Fact, FactId, Judgement, Policy};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let policy = subject.policy;
    let used = UsedIn::new(policy);
    let told = other_cases::judgements(policy);
    let judgements = policy.fact_ids().zip(policy.facts()).filter(|(id, _)| !told.contains(id));
    let judgements = judgements.filter_map(|(id, fact)| Some((id, fact, fact.judgement.as_ref()?)));
    judgements.filter_map(|(id, fact, judgement)| finding(policy, &used, id, fact, judgement)).collect()
}

fn finding(policy: &Policy, used: &UsedIn, id: FactId, fact: &Fact, judgement: &Judgement) -> Option<Diagnostic> {
    let missing = match (&judgement.judge, &judgement.criterion) {
        (Some(_), Some(_)) => return None,
        (None, Some(_)) => "judge",
        (Some(_), None) => "criterion",
        (None, None) => "both",
    };
    // A judgement that no clause looks at is found where it is declared.
    let clause = used.clause(id).and_then(|clause| policy.clauses().get(clause.index()).zip(Some(clause)));
    let place = clause.map_or(fact.span, |(clause, _)| clause.span);
    let cited = clause.map_or("", |(_, clause)| citation(policy, clause));
    let finding = Diagnostic::new(Code::OpenJudgement, place).with("missing", missing);
    Some(one_of_several(finding, &fact.name, cited))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::lint::testing::{arg, found_of};

    const HEAD: &str = "body board\n";

    #[test]
    fn what_is_missing_is_said_once() {
        let policy = format!(
            "{HEAD}judgement grave: bool\njudgement slight: bool by board\njudgement bad: bool criterion \"in print\""
        );
        let found = found_of(Code::OpenJudgement, &policy);
        let missing: Vec<String> = found.iter().map(|(finding, _)| arg(finding, "missing")).collect();
        assert_eq!(missing, ["both", "criterion", "judge"]);
        assert_eq!(found[1].1, "slight");
    }

    #[test]
    fn words_that_lack_the_same_are_told_together_each_with_its_clause() {
        let policy = format!(
            "{HEAD}scale m {{ a < b }}\noutcome o: m combine heaviest\nfact late: bool\njudgement grave: bool by board
judgement slight: bool by board
article 1 {{ if late and grave then o = b }}
article 2 {{ if late and slight then o = a }}"
        );
        let found = found_of(Code::OpenJudgement, &policy);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.as_str(), arg(finding, "all").as_str()), ("article 1", "grave (1), slight (2)"));
        let allowed = policy.replace("{ if late and grave", "{ allow V0001 \"by its rules\" if late and grave");
        let found = found_of(Code::OpenJudgement, &allowed);
        let [(finding, place)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((place.as_str(), arg(finding, "all").as_str()), ("article 2", "slight (2)"));
    }

    #[test]
    fn a_judge_with_a_measure_is_enough_and_facts_need_neither() {
        let policy = format!("{HEAD}judgement grave: bool by board criterion \"in print\"\nfact late: bool");
        assert_eq!(found_of(Code::OpenJudgement, &policy), []);
    }
}
