//! The shipped policies by program and by interpreter.

use super::columns::Tested;
use super::*;
use crate::check_text;
use crate::policy::{Duration, FactId, MemberIndex, Money, PeriodUnit, Type, Unit, Value};
use jiff::civil::date;
use rust_decimal::Decimal;

/// So many cases of each policy, or as many as `POLICYC_CASES` says; all of them where there are no more.
fn wanted() -> u64 {
    std::env::var("POLICYC_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(1_500)
}

fn shipped() -> Vec<(String, Policy)> {
    let mut names: Vec<_> = std::fs::read_dir("policies").unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|ending| ending == "policy"));
    names.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.display().to_string();
        let policy = check_text(&name, &std::fs::read_to_string(path).unwrap()).policy;
        (name, policy.expect("the shipped policies stand alone"))
    };
    names.iter().map(read).collect()
}

/// The values just below, at and just above a constant.
fn around(value: &Value) -> Vec<Value> {
    let cent = Decimal::new(1, 2);
    let moved = |by: i64| -> Value {
        match value {
            Value::Int(number) => Value::Int(number.saturating_add(by)),
            Value::Decimal(number) => Value::Decimal(number + cent * Decimal::from(by)),
            Value::Money(money) => Value::Money(Money {
                amount: money.amount + cent * Decimal::from(by),
                currency: money.currency.clone(),
            }),
            Value::Date(day) => Value::Date(day.saturating_add(jiff::Span::new().days(by))),
            Value::Duration(period) => Value::Duration(Duration { count: period.count + by, unit: period.unit }),
            Value::Bool(_) | Value::Member(..) | Value::Never | Value::List(..) => value.clone(),
        }
    };
    [-1, 0, 1].map(moved).to_vec()
}

/// Values of a fact of every class, and of those that only the interpreter compares some that may matter.
fn values(program: &Program, id: FactId) -> Vec<Value> {
    let policy = program.policy();
    let fact = &policy.facts()[id.index()];
    let column = program.parts.columns.fact(id).and_then(|index| program.parts.column(index));
    let cuts = match column.map(|column| &column.tested) {
        Some(Tested::Fact(_, cuts)) => cuts.as_slice(),
        _ => &[],
    };
    let tested = policy.tests().iter().flat_map(|test| &test.given).filter(|(other, _)| *other == id);
    let mut values: Vec<Value> = cuts.iter().flat_map(around).collect();
    values.extend(tested.flat_map(|(_, value)| around(value)));
    let unit = fact.unit.as_ref().and_then(|class| class.unit.clone());
    match (fact.kind, unit) {
        (Type::Bool, _) => values = vec![Value::Bool(false), Value::Bool(true)],
        (Type::Enumeration(of), _) => {
            let members = policy.enumerations()[of.index()].members.len();
            values = (0..members).map(|index| Value::Member(of, MemberIndex::new(index))).collect();
        }
        (Type::Date, _) => {
            values.push(Value::Never);
            values.extend((0..6).map(|month| Value::Date(date(2024, 1 + month, 15))));
        }
        (Type::Int, _) if values.is_empty() => values = [0, 1, 2, 3, 10].map(Value::Int).to_vec(),
        (Type::Money, Some(Unit::Currency(code))) if values.is_empty() => {
            values.push(Value::Money(Money { amount: Decimal::new(100, 0), currency: code }));
        }
        (Type::Duration, Some(Unit::Days)) if values.is_empty() => {
            values.push(Value::Duration(Duration { count: 3, unit: PeriodUnit::Days }));
        }
        _ => {}
    }
    values.sort_by(|a, b| a.order(b).unwrap_or(std::cmp::Ordering::Equal));
    values.dedup();
    values
}

/// The case of this number among all combinations of values; spread evenly where not all are tried.
fn facts(policy: &Policy, values: &[Vec<Value>], number: u128, with_unknown: bool) -> Facts {
    let mut facts = Facts::new(policy);
    facts.set_as_of(date(2024, 9, 1));
    let mut rest = number;
    for (id, values) in policy.fact_ids().zip(values) {
        let choices = values.len() as u128 + u128::from(with_unknown);
        if choices == 0 {
            continue;
        }
        let choice = usize::try_from(rest % choices).unwrap();
        rest /= choices;
        if let Some(value) = values.get(choice) {
            facts.set_value(id, value.clone()).unwrap();
        }
    }
    facts
}

fn compare(name: &str, decider: &mut Decider, case: &mut PreparedCase) {
    let policy = case.facts().policy().clone();
    let wanted = crate::decide(&policy, case.facts());
    let known = format!("{name}: {:?}", case.facts().known());
    let ruling = match (decider.decide(case), &wanted) {
        (Ok(ruling), Ok(_)) => ruling,
        (Err(found), Err(wanted)) => return assert_eq!(&found, wanted, "{known}"),
        (found, wanted) => panic!("{known}: {:?} instead of {wanted:?}", found.map(|_| ())),
    };
    for (ruled, wanted) in ruling.outcomes().zip(&wanted.unwrap().outcomes) {
        assert_eq!(ruled.status(), wanted.status, "{known} {}", wanted.name);
        assert!(ruled.clauses().eq(wanted.clauses.iter().map(String::as_str)), "{known} {}", wanted.name);
        assert!(ruled.adjusted_by().eq(wanted.adjusted_by.iter().map(String::as_str)), "{known} {}", wanted.name);
        assert!(ruled.exempted_by().eq(wanted.exempted_by.iter().map(String::as_str)), "{known} {}", wanted.name);
        assert_eq!(ruled.weigh(), wanted.weigh, "{known} {}", wanted.name);
        let words = ruled.permitted().map_or_else(Vec::new, |set| policy.show_permitted(ruled.id(), set).words());
        assert_eq!(words, wanted.permitted.words(), "{known} {}", wanted.name);
        assert_eq!(ruled.permitted().is_some_and(|set| set.permits_none()), wanted.none, "{known} {}", wanted.name);
    }
}

#[test]
fn shipped_policies_are_decided_as_by_the_interpreter() {
    for (name, policy) in shipped() {
        let program = Program::new(&policy);
        let mut decider = program.decider();
        let values: Vec<Vec<Value>> = policy.fact_ids().map(|id| values(&program, id)).collect();
        for with_unknown in [false, true] {
            let size = |values: &Vec<Value>| values.len().max(1) as u128 + u128::from(with_unknown);
            let all = values.iter().map(size).fold(1_u128, u128::saturating_mul);
            // Unknown facts send most cases to the exact judgement, which takes its time.
            let count = u128::from(if with_unknown { wanted() / 100 } else { wanted() }).min(all);
            // An odd step that shares no small factor with the numbers of values visits cases of every kind.
            let step = if count == all { 1 } else { (all / count) | 1 };
            for number in 0..count {
                let facts = facts(&policy, &values, number * step % all, with_unknown);
                compare(&name, &mut decider, &mut program.prepare(facts));
            }
        }
        let counts = decider.counts();
        assert!(counts.compiled > counts.interpreted, "{name}: {counts:?}");
    }
}

#[test]
fn one_case_changed_again_and_again_is_the_same_as_new_cases() {
    for (name, policy) in shipped() {
        let program = Program::new(&policy);
        let mut decider = program.decider();
        let mut case = program.prepare(Facts::new(&policy));
        case.set_as_of(date(2024, 9, 1));
        let values: Vec<Vec<Value>> = policy.fact_ids().map(|id| values(&program, id)).collect();
        for (id, values) in policy.fact_ids().zip(&values) {
            values.first().into_iter().for_each(|value| case.set(id, value.clone()).unwrap());
        }
        for round in 0..3 {
            for (id, values) in policy.fact_ids().zip(&values) {
                let Some(value) = values.iter().cycle().nth(round * 7 + id.index()) else { continue };
                case.set(id, value.clone()).unwrap();
                compare(&name, &mut decider, &mut case);
            }
        }
    }
}

#[test]
fn what_is_compiled_is_said() {
    let mut said = String::new();
    for (name, policy) in shipped() {
        let Coverage { outcomes, facts, interpreted_conditions, calculated_rules } = Program::new(&policy).coverage();
        said.push_str(&format!("{name}: {facts} facts in classes, {interpreted_conditions} conditions interpreted, "));
        said.push_str(&format!("{calculated_rules} rules calculated\n"));
        for of in outcomes {
            assert_eq!(of.uncompiled, None, "{name}: {}", of.outcome);
            let kept = if of.has_table { "in a table" } else { "when met" };
            said.push_str(&format!("    {}: {} rules, {} alternatives, ", of.outcome, of.rules, of.alternatives));
            said.push_str(&format!("{} sets, verdicts {kept}\n", of.sets));
        }
    }
    insta::assert_snapshot!(said);
}
