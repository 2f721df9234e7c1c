//! What a program that embeds the library relies on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use policyc::decide::FactProblem;
use policyc::policy::Value;
use policyc::{Decider, Decision, Facts, Policy, PreparedCase, Program, Status, check_text, decide};

fn shareable<T: Send + Sync>() {}

fn hospital() -> Policy {
    let text = std::fs::read_to_string("policies/hospital_network_security.policy").unwrap();
    check_text("hospital_network_security.policy", &text).policy.unwrap()
}

/// A case of the hospital's policy of which all is known: everything unspecific is false or lightest.
fn known(policy: &Policy) -> Facts {
    let mut facts = Facts::new(policy);
    for (id, fact) in policy.fact_ids().zip(policy.facts()) {
        let value = match fact.kind {
            policyc::policy::Type::Bool => Value::Bool(false),
            policyc::policy::Type::Enumeration(of) => {
                let members = &policy.enumerations().get(of.index()).unwrap().members;
                facts.set(id, members.first().unwrap().name.as_str()).unwrap();
                continue;
            }
            other => panic!("{other:?} is new in this policy"),
        };
        facts.set_value(id, value).unwrap();
    }
    facts
}

#[test]
fn policies_and_programs_are_shared_by_threads() {
    shareable::<Policy>();
    shareable::<Facts>();
    shareable::<Program>();
    shareable::<PreparedCase>();
    shareable::<Decider>();
    shareable::<Decision>();
}

#[test]
fn a_lean_decision_allocates_nothing() {
    let policy = hospital();
    let program = Program::new(&policy);
    let mut decider = program.decider();
    let mut case = program.prepare(known(&policy).with("hospital_unit", true).unwrap());
    let hidden = policy.fact("concealed").unwrap();
    let mut decided = 0;
    let counted = allocation_counter::measure(|| {
        for truth in [true, false, true] {
            case.set(hidden, truth).unwrap();
            let ruling = decider.decide(&mut case).unwrap();
            for ruled in ruling.outcomes() {
                decided += usize::from(ruled.status() == Status::Decided);
                decided += ruled.clauses().count() + ruled.permitted().map_or(0, |set| set.members().count());
            }
        }
    });
    assert_eq!(counted.count_total, 0, "{counted:?}");
    assert!(decided > 0);
    assert_eq!(decider.counts().interpreted, 0, "all of it was compiled");
    let interpreted = allocation_counter::measure(|| drop(decide(&policy, case.facts())));
    assert!(interpreted.count_total > 0, "the counter counts");
}

#[test]
fn a_refused_value_changes_nothing() {
    let policy = hospital();
    let program = Program::new(&policy);
    let mut case = program.prepare(known(&policy));
    let before = case.facts().known().len();
    let severity = policy.fact("severity").unwrap();
    assert!(matches!(case.set(severity, true), Err(FactProblem::WrongType { .. })));
    assert_eq!(case.facts().known().len(), before);
}

#[test]
fn a_case_of_another_policy_is_not_misread() {
    let text = |fact: &str| {
        format!(
            "fact {fact}: bool fact other: bool scale measure {{ a < b }} outcome sanction: measure
             article 1 {{ if {fact} then sanction = b }}"
        )
    };
    let (one, other) = (text("late"), text("hidden"));
    let (one, other) = (check_text("a.policy", &one).policy.unwrap(), check_text("b.policy", &other).policy.unwrap());
    let (program, second) = (Program::new(&one), Program::new(&other));
    let facts = Facts::new(&other).with("hidden", true).unwrap();
    let mut case = second.prepare(facts.clone());
    let status = |decider: &mut Decider, case: &mut PreparedCase| {
        decider.decide(case).unwrap().outcomes().next().map(|ruled| ruled.status())
    };
    assert_eq!(status(&mut second.decider(), &mut case), Some(Status::Decided));
    let mut decider = program.decider();
    let _ = status(&mut decider, &mut case);
    assert_eq!(decider.counts().compiled, 0, "the interpreter takes what the program does not know");
    let _ = status(&mut decider, &mut program.prepare(facts));
    assert_eq!(decider.counts().compiled, 0);
}
