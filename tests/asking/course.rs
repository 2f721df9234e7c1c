//! The course of an interview: only what matters, the most telling first, until all is settled.

use super::OFFICE;
use super::random::config;
use super::support::accepted;
use super::whole::generate::{Topics, cases, regulations};
use policyc::decide::{DutyStatus, facts_to_json};
use policyc::interview::{AnswerForm, Interview, Refusal, Subject};
use policyc::source::SourceId;
use policyc::{Facts, Policy, Status, decide, facts_from_json};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

fn begun(policy: &Policy) -> Interview {
    Interview::new(Facts::new(policy)).unwrap()
}

fn name(interview: &Interview) -> Option<String> {
    interview.question().map(|question| question.name().to_owned())
}

/// What a whole decision calls worth asking, and whether a limit stopped it.
fn worth_asking(interview: &Interview) -> (BTreeSet<String>, bool) {
    let decision = decide(interview.policy(), interview.facts()).unwrap();
    let of_duties = decision.duties.iter().flat_map(|duty| duty.asks.clone());
    let asks = decision.outcomes.iter().flat_map(|outcome| outcome.asks.clone()).chain(of_duties).collect();
    (asks, decision.outcomes.iter().any(|outcome| outcome.limit_reached))
}

/// The value of a fact in a facts file.
fn value_of(facts: &Json, name: &str) -> Json {
    match name.split_once(" of ") {
        Some((own, role)) => facts[role][own].clone(),
        None => facts[name].clone(),
    }
}

#[test]
fn the_scope_comes_first_and_ends_the_interview_where_it_settles_all() {
    let text = std::fs::read_to_string("policies/hospital_network_security.policy").unwrap();
    let mut interview = begun(&accepted(&text));
    assert_eq!(name(&interview).as_deref(), Some("hospital_unit"));
    interview.answer(false).unwrap();
    assert!(interview.is_settled() && interview.question().is_none());
    assert!(interview.settled().all(|outcome| outcome.status == Status::OutOfScope));
}

#[test]
fn answers_that_cannot_be_change_nothing() {
    let policy = accepted(&format!("{OFFICE}assume not (severity = minor and grave)\n"));
    let mut interview = begun(&policy);
    let severity = Subject::Fact(policy.fact("severity").unwrap());
    let loss = Subject::Fact(policy.fact("loss").unwrap());
    for wrong in [json!("huge"), json!(3), json!([]), json!({"a": 1})] {
        assert!(matches!(interview.answer_to(severity, wrong), Err(Refusal::Unfit(_))));
    }
    assert!(matches!(interview.answer_to(loss, "5 EUR"), Err(Refusal::Unfit(_))));
    interview.answer_to(severity, "minor").unwrap();
    let grave = Subject::Fact(policy.fact("grave").unwrap());
    assert!(matches!(interview.answer_to(grave, true), Err(Refusal::Undecidable(_))));
    assert_eq!(facts_to_json(interview.facts()), json!({"severity": "minor"}));
    assert_eq!(interview.asked().collect::<Vec<_>>(), [severity]);
}

#[test]
fn going_back_asks_again_and_changes_of_mind_hold() {
    let policy = accepted(OFFICE);
    let mut interview = begun(&policy);
    assert!(!interview.back());
    let first = name(&interview);
    interview.leave_open().unwrap();
    assert_ne!(name(&interview), first);
    assert!(interview.back());
    assert_eq!(name(&interview), first);
    let trips = Subject::Fact(policy.fact("trips").unwrap());
    interview.answer_to(trips, 3).unwrap();
    interview.answer_to(trips, 12).unwrap();
    assert_eq!(facts_to_json(interview.facts()), json!({"trips": 12}));
    assert!(interview.back());
    assert_eq!(facts_to_json(interview.facts()), json!({}), "the new answer has taken the place of the old one");
}

#[test]
fn a_case_that_is_not_dated_is_asked_for_its_day() {
    let policy = accepted(
        "scale measure { warning < review }\nfact hidden: bool\noutcome sanction: measure
param grace = 3 from 2020-01-01, 5 from 2024-01-01\nfact days: int
article 1 { if hidden and days > grace then sanction = review }",
    );
    let mut interview = begun(&policy);
    while let Some(question) = interview.question() {
        let answer = match question.form {
            AnswerForm::Truth => json!(true),
            AnswerForm::Whole => json!(4),
            AnswerForm::Day { may_be_never } => {
                assert!(!may_be_never && question.subject == Subject::Day);
                assert!(matches!(interview.answer("never"), Err(Refusal::Unfit(_))));
                json!("2022-05-01")
            }
            other => panic!("{other:?}"),
        };
        interview.answer(answer).unwrap();
    }
    assert!(interview.is_settled());
    assert_eq!(interview.decision().unwrap().outcomes[0].permitted.words(), ["review"]);
}

#[test]
fn what_was_chosen_is_asked_last_and_only_among_what_is_permitted() {
    let policy = accepted(
        "scale measure { warning < review < demotion }\nrole driver\nrole leader\nfact careless of driver: bool
fact knew of leader: bool\noutcome sanction of driver: measure\noutcome sanction of leader: measure
article 1 { if careless of driver then sanction of driver ∈ <warning, review> }
article 2 { if knew of leader and sanction of driver ≥ review then sanction of leader = warning }",
    );
    let mut interview = begun(&policy);
    let mut asked = Vec::new();
    while let Some(question) = interview.question() {
        asked.push(question.name().to_owned());
        match &question.form {
            AnswerForm::OneOf(choices) => {
                assert_eq!(
                    choices.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>(),
                    ["warning", "review"]
                );
                assert!(matches!(interview.answer("demotion"), Err(Refusal::Undecidable(_))));
                interview.answer("review").unwrap();
            }
            _ => interview.answer(true).unwrap(),
        }
    }
    assert_eq!(asked.last().map(String::as_str), Some("sanction of driver"));
    let saved =
        json!({"driver": {"careless": true}, "leader": {"knew": true}, "chosen": {"sanction of driver": "review"}});
    assert_eq!(facts_to_json(interview.facts()), saved);
    assert!(interview.is_settled());
}

#[test]
fn of_a_list_only_what_is_looked_at_is_asked() {
    let policy = accepted(OFFICE);
    let mut interview = begun(&policy);
    let list = Subject::Fact(policy.fact("history of driver").unwrap());
    while interview.question().is_some_and(|question| question.subject != list) {
        interview.leave_open().unwrap();
    }
    let question = interview.question().unwrap();
    let AnswerForm::Records { fields, known } = &question.form else { panic!("{question:?}") };
    assert_eq!(
        fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(),
        ["kind", "fine"],
        "no rule reads `note`"
    );
    assert!(known.is_empty());
    let record = json!({"kind": "review", "fine": "20.00 CNY"});
    interview.answer(json!([record, record])).unwrap();
    let sanction = interview.settled().find(|outcome| outcome.title() == "sanction of driver").unwrap();
    assert_eq!(sanction.permitted.words(), ["demotion"]);
}

#[test]
fn a_hundred_facts_are_asked_one_by_one() {
    let facts: Vec<String> = (0..100).map(|fact| format!("fact x{fact}: bool\n")).collect();
    let rules: Vec<String> =
        (0..100).map(|rule| format!("article {} {{ if x{rule} then sanction = warning }}\n", rule + 1)).collect();
    let policy = accepted(&format!(
        "scale measure {{ warning < review }}\noutcome sanction: measure\n{}{}",
        facts.concat(),
        rules.concat()
    ));
    let mut interview = begun(&policy);
    let mut asked = 0;
    while interview.question().is_some() {
        interview.answer(false).unwrap();
        asked += 1;
    }
    assert_eq!(asked, 100);
    assert_eq!(interview.settled().next().unwrap().status, Status::NotAddressed);
}

proptest! {
    #![proptest_config(config(24))]

    /// Whoever knows all answers is asked only what is worth asking, and comes to the decision of the whole case.
    #[test]
    fn an_interview_comes_to_the_decision_of_the_whole_case(
        regulation in regulations(Topics { lists: true, dates: true, calculated: false }),
        whole in cases(0.0),
    ) {
        let policy = accepted(&regulation.printed());
        let json: Json = serde_json::from_str(&whole.json()).unwrap();
        let facts = facts_from_json(&policy, SourceId::default(), &whole.json()).unwrap();
        let Ok(wanted) = decide(&policy, &facts) else { return Ok(()) };
        let mut start = Facts::new(&policy);
        facts.as_of().into_iter().for_each(|day| start.set_as_of(day));
        let (mut interview, mut steps, mut left_open) = (Interview::new(start).unwrap(), 0, false);
        // What has a default is not asked; the case may say otherwise.
        for (id, fact) in policy.fact_ids().zip(policy.facts()).filter(|(_, fact)| fact.default.is_some()) {
            interview.answer_to(Subject::Fact(id), value_of(&json, &fact.name)).unwrap();
        }
        while let Some(question) = interview.question() {
            let (asks, is_limited) = worth_asking(&interview);
            prop_assert!(is_limited || asks.contains(question.name()), "{} is none of {:?}", question.name(), asks);
            let answer = match question.subject {
                Subject::Fact(_) => value_of(&json, question.name()),
                Subject::Choice(_) => json["chosen"][question.name()].clone(),
                Subject::Day => json["as_of"].clone(),
            };
            left_open |= answer.is_null() || interview.answer(answer).is_err();
            if interview.question().is_some_and(|next| next.subject == question.subject) {
                left_open = true;
                interview.leave_open().unwrap();
            }
            steps += 1;
            prop_assert!(steps < 50, "the interview does not end");
        }
        if !left_open {
            let found = decide(&policy, interview.facts()).unwrap();
            for (one, other) in found.outcomes.iter().zip(&wanted.outcomes) {
                prop_assert_eq!((one.status, &one.permitted, one.none), (other.status, &other.permitted, other.none));
            }
            for (one, other) in found.duties.iter().zip(&wanted.duties) {
                // A duty that can still be fulfilled is not asked about.
                let is_known = one.status == DutyStatus::Pending || one.status == other.status;
                prop_assert!(is_known, "{one:?} {other:?} {:?}", interview.facts().known());
            }
        }
    }

    /// What is written of the facts of a case is read as the same case.
    #[test]
    fn facts_that_are_written_are_read_again(
        regulation in regulations(Topics { lists: true, dates: true, calculated: true }),
        given in cases(0.4),
    ) {
        let policy = accepted(&regulation.printed());
        let facts = facts_from_json(&policy, SourceId::default(), &given.json()).unwrap();
        let again = facts_from_json(&policy, SourceId::default(), &facts_to_json(&facts).to_string()).unwrap();
        prop_assert_eq!(facts.known(), again.known());
        prop_assert_eq!(facts.as_of(), again.as_of());
        for outcome in policy.outcome_ids() {
            prop_assert_eq!(facts.chosen(outcome), again.chosen(outcome));
        }
    }
}
