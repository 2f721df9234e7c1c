//! Queries say what the interpreter says, in real databases: run by `.ci/engines`, which installs and starts them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation
)]

#[allow(dead_code, reason = "other programs show transcripts too")]
#[path = "../support/command.rs"]
mod command;
mod document;
mod engines;
#[path = "../support/mod.rs"]
mod support;

use engines::{Engine, Job, rows};
use policyc::analyse::{Analysis, Partition};
use policyc::policy::{OutcomeId, Type, Value, check_file};
use policyc::sql::{Dialect, NotInSql, Query};
use policyc::{Facts, Policy, decide};
use serde_json::{Value as Json, json};
use std::path::Path;
use support::accepted;

/// Random numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn shipped(name: &str) -> Policy {
    check_file(Path::new(&format!("policies/{name}.policy"))).unwrap().policy.unwrap()
}

/// The outcomes that can be written as queries, each tried by itself.
fn writable(policy: &Policy) -> Vec<OutcomeId> {
    let is_writable = |id: &OutcomeId| Query::new(policy, Dialect::DuckDb).outcomes([*id]).text().is_ok();
    policy.outcome_ids().filter(is_writable).collect()
}

/// A case for every result that an outcome can have, then cases that differ from these in one fact, and cases of which
/// something is not known.
fn cases(policy: &Policy, outcomes: &[OutcomeId], variants: usize) -> Vec<Facts> {
    let analysis = Analysis::new(policy);
    let mut found = vec![Facts::new(policy)];
    let mut values: Vec<Vec<Value>> = vec![Vec::new(); policy.facts().len()];
    for id in outcomes {
        let Partition { verdicts, .. } = analysis.partition(*id).unwrap();
        for (_, region) in verdicts {
            let witness = analysis.witness(region).unwrap().unwrap();
            for fact in policy.fact_ids() {
                let known = &mut values[fact.index()];
                if let Some(value) = witness.facts().get(fact).filter(|value| !known.contains(value)) {
                    known.push(value.clone());
                }
            }
            let mut case = Facts::new(policy);
            for fact in policy.fact_ids() {
                if let Some(value) = witness.facts().get(fact) {
                    case.set_value(fact, value.clone()).unwrap();
                }
            }
            found.push(case);
        }
    }
    for (index, fact) in policy.facts().iter().enumerate() {
        match fact.kind {
            Type::Bool => values[index] = vec![Value::Bool(false), Value::Bool(true)],
            Type::Enumeration(of) => {
                let members = &policy.enumerations()[of.index()].members;
                let id = policy.fact(&fact.name).unwrap();
                let value = |name: &str| policyc::decide::value_of_word(policy, id, name).unwrap();
                values[index] = members.iter().map(|member| value(&member.name)).collect();
            }
            _ => {}
        }
    }
    let readings: Vec<bool> = policy.facts().iter().map(|fact| fact.is_reading).collect();
    let mut dice = Dice(7);
    for case in found.clone() {
        for variant in 0..variants {
            let mut case = case.clone();
            for (index, fact) in policy.fact_ids().enumerate().filter(|(index, _)| !readings[*index]) {
                if variant % 3 != 0 && dice.below(12) == 0 && !values[index].is_empty() {
                    let value = values[index][dice.below(values[index].len())].clone();
                    case.set_value(fact, value).unwrap();
                }
                if variant % 3 != 1 && dice.below(if variant % 2 == 0 { 4 } else { 15 }) == 0 {
                    case.clear(fact);
                }
            }
            found.push(case);
        }
    }
    found
}

/// What the interpreter says, in the shape of a query's row.
fn expected(policy: &Policy, outcomes: &[OutcomeId], facts: &Facts) -> Option<Vec<(String, Json)>> {
    let decision = decide(policy, facts).ok()?;
    let mut columns = Vec::new();
    for id in outcomes {
        let declared = &policy.outcomes()[id.index()];
        let outcome = decision.outcome(&declared.name).unwrap();
        assert!(!outcome.limit_reached, "{:?}", facts.known());
        let mut put = |part: &str, value: Json| columns.push((format!("{}_{part}", declared.name), value));
        put("status", outcome.status.word().into());
        put("permitted", outcome.permitted.words().into());
        put("none", outcome.none.into());
        if matches!(declared.values.value_type(), Type::Enumeration(_)) {
            put("possible", outcome.possible.clone().into());
        }
        put("clauses", outcome.clauses.clone().into());
    }
    Some(columns)
}

/// Compares a query with the interpreter on some cases; how many were decided, and how many cannot occur.
fn compare(engine: Engine, policy: &Policy, outcomes: &[OutcomeId], cases: &[Facts]) -> Option<(usize, usize)> {
    let query = Query::new(policy, engine.dialect()).outcomes(outcomes.iter().copied()).table("a.b\"c").text().unwrap();
    let rows = rows(engine, &Job::of(policy, "a.b\"c", cases, &query))?;
    assert_eq!(rows.len(), cases.len());
    let is_whole = outcomes.len() == policy.outcomes().len();
    let (mut decided, mut refused) = (0, 0);
    for row in rows {
        let number = row["case number"].as_u64().unwrap() as usize;
        let facts = &cases[number];
        let Some(columns) = expected(policy, outcomes, facts) else {
            assert!(!is_whole || !row["problem"].is_null(), "{:?}", facts.known());
            refused += 1;
            continue;
        };
        assert_eq!(row["problem"], Json::Null, "{:?}", facts.known());
        for (name, value) in columns {
            assert_eq!(row[&name], value, "{engine:?} {name}: {:?}", facts.known());
        }
        decided += 1;
    }
    Some((decided, refused))
}

#[test]
fn queries_agree_with_the_interpreter_on_the_shipped_policies() {
    // Of the other outcomes, some read lists, and some have amounts that are calculated.
    let wanted = [
        ("hospital_network_security", 5),
        ("bureau_work_fault", 4),
        ("tipoff_handling", 2),
        ("county_cadres", 0),
        ("public_officials", 0),
    ];
    for (name, least) in wanted {
        let policy = shipped(name);
        let outcomes = writable(&policy);
        assert!(outcomes.len() >= least, "{name}: {}", outcomes.len());
        if outcomes.is_empty() {
            continue;
        }
        let cases = cases(&policy, &outcomes, 3);
        for engine in [Engine::DuckDb, Engine::Postgres] {
            if let Some((decided, refused)) = compare(engine, &policy, &outcomes, &cases) {
                assert!(decided > cases.len() / 3, "{name}: {decided} decided, {refused} refused");
            }
        }
    }
}

const HOSTILE: &str = "scale 处分 { 警告 < 记过 < 开除 }
    enum kind { a, b, c }
    fact 迟到: int
    fact select: bool default true
    fact amount: money default 3.00 CNY
    fact since: date default never
    fact ratio: decimal
    fact period: duration
    fact kind: kind default b
    fact `from`: bool
    outcome 处分: 处分
    outcome fine: money combine sum
    assume 迟到 ≥ 0
    article 1 {
      applies when select
      (1) if 迟到 > 3 then 处分 ∈ <警告, 记过>
      (2) if amount ≥ 100.50 CNY and since < 2024-02-29 then may 处分 = 开除
      (3) otherwise if kind = b then 处分 = 警告
      (4) if ratio ≤ -0.5 or period > 3 days then fine ∈ 10.00 CNY .. 20.00 CNY
      (5) if since = never then fine = 5.00 CNY
    }
    article 2 {
      adjust 处分 by lighten or reduce if kind = c
      exempt 处分 from 1(1) if ratio > 1.25
    }";

#[test]
fn every_type_of_fact_and_hostile_names_are_written() {
    let policy = accepted(&HOSTILE.replace("`from`", "from_"));
    let outcomes: Vec<OutcomeId> = policy.outcome_ids().collect();
    let mut cases = cases(&policy, &outcomes, 40);
    cases.push(Facts::new(&policy).with("迟到", -1).unwrap());
    for engine in [Engine::DuckDb, Engine::Postgres] {
        if let Some((decided, refused)) = compare(engine, &policy, &outcomes, &cases) {
            assert!(decided > cases.len() / 2 && refused == 1, "{decided} decided, {refused} refused");
        }
    }
}

#[test]
fn what_an_earlier_outcome_leaves_open_is_open() {
    let policy = accepted(
        "scale measure { notice < demotion < removal } fact forged: bool fact late: bool
         outcome sanction: measure outcome referral: measure
         article 1 { if forged then sanction ∈ <notice, demotion> if late then sanction = removal }
         article 2 { if sanction ≥ demotion then referral = notice }",
    );
    let outcomes: Vec<OutcomeId> = policy.outcome_ids().collect();
    let cases = cases(&policy, &outcomes, 12);
    for engine in [Engine::DuckDb, Engine::Postgres] {
        if let Some((decided, refused)) = compare(engine, &policy, &outcomes, &cases) {
            assert_eq!((decided, refused), (cases.len(), 0));
        }
    }
}

#[test]
fn a_value_that_is_no_member_decides_nothing() {
    let policy = accepted(
        "scale measure { notice < demotion } enum kind { a, b } fact kind: kind outcome sanction: measure
         article 1 { if kind = a then sanction = notice }",
    );
    for engine in [Engine::DuckDb, Engine::Postgres] {
        let query = Query::new(&policy, engine.dialect()).text().unwrap();
        let mut job = Job::of(&policy, "cases", &[Facts::new(&policy)], &query);
        job.rows = vec![vec![json!(0), json!("A")], vec![json!(1), json!("a'")]];
        let Some(rows) = rows(engine, &job) else { continue };
        for row in rows {
            assert_eq!(row["problem"], "not a value of its type: kind");
            assert_eq!((&row["sanction_status"], &row["sanction_clauses"]), (&Json::Null, &Json::Null));
        }
    }
}

#[test]
fn what_a_query_cannot_say_is_refused() {
    let scale = "scale measure { notice < demotion }";
    let of = |text: &str, dialect: Dialect| Query::new(&accepted(&format!("{scale} {text}")), dialect).text();
    let sanction = "outcome sanction: measure article 1 { if";
    let compared = format!("fact a: int fact b: int {sanction} a > b then sanction = notice }}");
    assert!(matches!(of(&compared, Dialect::DuckDb), Err(NotInSql::Uncut { .. })));
    let listed =
        format!("record r {{ x: bool }} fact rs: list of r {sanction} exists rs where x then sanction = notice }}");
    assert!(matches!(of(&listed, Dialect::DuckDb), Err(NotInSql::Uncut { .. })));
    let calculated = "fact gain: money outcome fine: money article 1 { if gain > 0.00 CNY then fine = 2 * gain }";
    assert!(matches!(of(calculated, Dialect::DuckDb), Err(NotInSql::Calculated { .. })));
    let twice = format!("fact a: bool fact A: bool {sanction} a and A then sanction = notice }}");
    assert!(matches!(of(&twice, Dialect::DuckDb), Err(NotInSql::OneName { .. })));
    assert!(of(&twice, Dialect::Postgres).is_ok());
    let long = format!("fact {}: bool {sanction} true then sanction = notice }}", "x".repeat(64));
    assert!(matches!(of(&long, Dialect::Postgres), Err(NotInSql::LongName { .. })));
    assert!(of(&long, Dialect::Spark).is_ok());
    let clash = format!("fact problem: bool {sanction} problem then sanction = notice }}");
    assert!(matches!(of(&clash, Dialect::Postgres), Err(NotInSql::OneName { .. })));
    let versions = format!(
        "param p = 1 from 2020-01-01, 2 from 2024-01-01 fact a: int {sanction} a > p then sanction = notice }}"
    );
    let policy = accepted(&format!("{scale} {versions}"));
    assert_eq!(Query::new(&policy, Dialect::DuckDb).text(), Err(NotInSql::NotDated));
    assert!(Query::new(&policy, Dialect::DuckDb).as_of("2024-05-01".parse().unwrap()).text().is_ok());
}

#[test]
fn spark_reads_the_queries() {
    for name in ["hospital_network_security", "tipoff_handling"] {
        let policy = shipped(name);
        let query = Query::new(&policy, Dialect::Spark).outcomes(writable(&policy)).table("a`b.案件").text().unwrap();
        let job = Job { table: String::new(), columns: Vec::new(), rows: Vec::new(), query };
        if let Some(rows) = rows(Engine::Spark, &job) {
            assert_eq!(rows, [json!({"statements": 1})]);
        }
    }
}
