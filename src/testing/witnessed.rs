//! Cases that findings show, written as `test` blocks.

use super::{WrittenTest, in_words};
use crate::decide::{Decision, Facts, OutcomeDecision, Status, decide, facts_from_json};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::{FactId, OutcomeId, Policy, QualifiedName};
use crate::source::SourceId;
use crate::syntax::keywords::KeywordLanguage;
use crate::syntax::{FormatError, format_source};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What stands above the tests, so that nobody takes them for what was meant.
const REMARK: &str =
    "-- Written by `policyc check --write-tests`: each test holds what the policy says now. Review whether it should.";
const REMARK_CHINESE: &str =
    "-- 由 policyc check --write-tests 写入：各测试记录的是制度现在的结果。请审查是否应当如此。";

/// Tests for the cases that findings show, as text to be appended to the policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WitnessTests {
    /// The text; empty where there is nothing to add.
    pub text: String,
    /// How many tests it holds.
    pub count: usize,
}

/// Writes the cases of findings as tests that hold now: with the facts that matter, and what the policy says of the
/// outcome. Each is named after its code, the clauses and the outcome; a test of that name that the policy has already
/// is not written again.
///
/// # Errors
/// What was written cannot be read again: a fault of this program, and nothing is to be appended.
pub fn witness_tests(
    policy: &Policy,
    findings: &Diagnostics,
    language: KeywordLanguage,
) -> Result<WitnessTests, FormatError> {
    let mut names: BTreeSet<String> = policy.tests().iter().map(|test| test.name.clone()).collect();
    let mut text = String::new();
    let mut count = 0;
    for finding in findings {
        for (part, case) in cases(finding) {
            let Some((name, block)) = test_block(policy, finding, part, case) else { continue };
            if names.insert(name) {
                text.push_str(&block);
                count += 1;
            }
        }
    }
    if count == 0 {
        return Ok(WitnessTests::default());
    }
    let remark = if language == KeywordLanguage::Chinese { REMARK_CHINESE } else { REMARK };
    let text = format_source(SourceId::default(), &format!("{remark}\n{text}"), Some(language))?;
    Ok(WitnessTests { text, count })
}

/// The cases of a finding: one, or a pair.
fn cases(finding: &Diagnostic) -> Vec<(&'static str, &Json)> {
    let Some(witness) = &finding.witness else { return Vec::new() };
    let pair = [("before", witness.get("before")), ("after", witness.get("after")), ("", Some(witness))];
    let is_case = |case: &&Json| case.get("facts").is_some() && case.get("outcomes").is_some();
    pair.into_iter().filter_map(|(part, case)| Some((part, case.filter(is_case)?))).collect()
}

fn test_block(policy: &Policy, finding: &Diagnostic, part: &str, case: &Json) -> Option<(String, String)> {
    let json = case.get("facts")?;
    let facts = facts_from_json(policy, SourceId::default(), &json.to_string()).ok()?;
    let decision = decide(policy, &facts).ok()?;
    let expected: Vec<&OutcomeDecision> =
        case.get("outcomes")?.as_array()?.iter().filter_map(|one| same(&decision, one)).collect();
    if expected.is_empty() {
        return None;
    }
    let name = name(policy, finding, part, &expected);
    let chosen: Vec<OutcomeId> = policy.outcome_ids().filter(|id| facts.chosen(*id).is_some()).collect();
    let written = WrittenTest {
        name: &name,
        comments: &[],
        facts: &facts,
        given: &given(policy, &facts, json),
        chosen: &chosen,
        decision: &decision,
        expected: &[],
        further: &expected.iter().flat_map(|outcome| expectations(outcome)).collect::<Vec<_>>(),
    };
    let block = format!("\n{}", written.unformatted(policy));
    Some((name, block))
}

/// What the policy says now of an outcome that a case shows.
fn same<'d>(decision: &'d Decision, shown: &Json) -> Option<&'d OutcomeDecision> {
    let text = |key: &str| shown.get(key).and_then(Json::as_str);
    decision.outcomes.iter().find(|one| Some(one.name.as_str()) == text("name") && one.role.as_deref() == text("role"))
}

fn name(policy: &Policy, finding: &Diagnostic, part: &str, expected: &[&OutcomeDecision]) -> String {
    let own = finding.span.and_then(|place| policy.clause_at(place)).map(|clause| clause.citation.clone());
    let cited = expected.iter().flat_map(|outcome| outcome.clauses.iter().chain(&outcome.adjusted_by)).cloned();
    let mut clauses: Vec<String> = Vec::new();
    for clause in own.into_iter().chain(cited) {
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    let outcomes: Vec<String> = expected.iter().map(|outcome| outcome.title()).collect();
    let mut name = finding.code.to_string();
    if !clauses.is_empty() {
        let _ = write!(name, " {}", clauses.join(", "));
    }
    let _ = write!(name, ": {}", outcomes.join(", "));
    match part {
        "" => {}
        part => {
            let _ = write!(name, ", {part}");
        }
    }
    name
}

/// The facts of a case that its JSON gives.
fn given(policy: &Policy, facts: &Facts, json: &Json) -> Vec<FactId> {
    let is_given = |name: &QualifiedName| match name.role() {
        None => json.get(name.own()).is_some(),
        Some(role) => json.get(role).is_some_and(|of_role| of_role.get(name.own()).is_some()),
    };
    let known = policy.fact_ids().zip(policy.facts()).filter(|(_, fact)| is_given(&fact.name));
    known.map(|(id, _)| id).filter(|id| facts.get(*id).is_some()).collect()
}

/// What is expected of an outcome: what it comes to, whatever clauses bring that about.
fn expectations(outcome: &OutcomeDecision) -> Vec<String> {
    let title = outcome.title();
    match outcome.status {
        Status::Decided if outcome.weigh => {
            let set = in_words(outcome);
            vec![set.strip_suffix(" (weighed)").map_or_else(|| set.clone(), str::to_owned), format!("{title} weighed")]
        }
        Status::Undetermined => vec![format!("{title} undetermined")],
        Status::Decided | Status::Exempt | Status::NotAddressed | Status::Conflict | Status::OutOfScope => {
            vec![in_words(outcome)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::witness_tests;
    use crate::diagnostic::{Code, Diagnostic, Diagnostics};
    use crate::policy::{Policy, check_text};
    use crate::source::{SourceId, Span};
    use crate::syntax::keywords::KeywordLanguage;
    use crate::testing::run_tests;
    use serde_json::{Value, json};

    const POLICY: &str = "scale measure { reminder < notice }
role driver
record visit { day: date }
fact late: bool
fact sorry of driver: bool
fact visits: list of visit
outcome sanction: measure combine heaviest
article 1 {
  if late and sorry of driver then sanction ∈ <reminder, notice>
  if exists visits where day > 2024-01-01 then sanction = notice
}
";

    fn policy(text: &str) -> Policy {
        check_text("demo.policy", text).policy.expect("the policy is sound")
    }

    fn finding(witness: Value) -> Diagnostics {
        let mut finding = Diagnostic::new(Code::Conflict, Span::new(SourceId(0), 0, 5));
        finding.witness = Some(witness);
        Diagnostics::from_iter([finding])
    }

    fn case(facts: &Value) -> Value {
        json!({ "facts": facts, "outcomes": [{ "name": "sanction", "role": null }] })
    }

    #[test]
    fn a_pair_becomes_two_tests_that_pass_and_are_not_written_twice() {
        let after = json!({ "late": true, "driver": { "sorry": true }, "visits": [{ "day": "2024-02-03" }] });
        let found = finding(json!({ "before": case(&json!({ "late": false, "visits": [] })), "after": case(&after) }));
        for language in [KeywordLanguage::English, KeywordLanguage::Chinese] {
            let written = witness_tests(&policy(POLICY), &found, language).expect("it is read again");
            assert_eq!(written.count, 2, "{}", written.text);
            let whole = policy(&format!("{POLICY}\n{}", written.text));
            let report = run_tests(&whole, "");
            assert_eq!((report.passed(), report.failed()), (2, 0), "{}", written.text);
            assert_eq!(witness_tests(&whole, &found, language).expect("it is read again").count, 0);
        }
    }

    #[test]
    fn a_test_says_what_the_policy_says_now_of_the_facts_that_matter() {
        let written =
            witness_tests(&policy(POLICY), &finding(case(&json!({ "late": true }))), KeywordLanguage::English);
        let text = written.expect("it is read again").text;
        assert!(
            text.contains("test \"C0003: sanction\" {\n  given late = true\n  expect sanction undetermined\n}"),
            "{text}"
        );
        assert!(text.starts_with("-- Written by"), "{text}");
    }

    #[test]
    fn a_finding_without_a_case_adds_nothing() {
        let found = Diagnostics::from_iter([Diagnostic::new(Code::Conflict, Span::new(SourceId(0), 0, 5))]);
        assert_eq!(witness_tests(&policy(POLICY), &found, KeywordLanguage::English).expect("nothing").count, 0);
    }
}
