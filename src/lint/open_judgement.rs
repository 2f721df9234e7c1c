//! `V0001`: a judgement of which it is open who makes it, or by what measure.
//!
//! Two cases that are alike are judged alike only if the same body judges them, or if it judges by the same measure. One
//! finding for each judgement, however much is missing.

use super::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::policy::{Fact, Judgement};

pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let judgements = subject.policy.facts().iter().filter_map(|fact| Some((fact, fact.judgement.as_ref()?)));
    judgements.filter_map(|(fact, judgement)| finding(fact, judgement)).collect()
}

fn finding(fact: &Fact, judgement: &Judgement) -> Option<Diagnostic> {
    let missing = match (&judgement.judge, &judgement.criterion) {
        (Some(_), Some(_)) => return None,
        (None, Some(_)) => "judge",
        (Some(_), None) => "criterion",
        (None, None) => "both",
    };
    let finding = Diagnostic::new(Code::OpenJudgement, fact.span);
    Some(finding.with("name", fact.name.as_str()).with("missing", missing))
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
    fn a_judge_with_a_measure_is_enough_and_facts_need_neither() {
        let policy = format!("{HEAD}judgement grave: bool by board criterion \"in print\"\nfact late: bool");
        assert_eq!(found_of(Code::OpenJudgement, &policy), []);
    }
}
