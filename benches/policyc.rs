//! Measurements: reading and checking, growth with the text, deciding. `cargo bench`; figures in `docs/performance.md`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use policyc::decide::{check_procedure, log_from_json};
use policyc::explain::explain;
use policyc::policy::{Type, Value};
use policyc::source::SourceId;
use policyc::syntax::{KeywordLanguage, parse};
use policyc::{Facts, Policy, Program, check_text, decide, facts_from_json};
use std::fmt::Write;
use std::fs;
use std::hint::black_box;

const POLICIES: [&str; 4] = ["bureau_work_fault", "county_cadres", "hospital_network_security", "tipoff_handling"];

fn shipped(name: &str) -> String {
    fs::read_to_string(format!("policies/{name}.policy")).unwrap()
}

/// A policy with as many rules as asked, each in an article of its own.
fn many_rules(rules: usize) -> String {
    let mut text = String::from(
        "scale severity { minor < moderate < major < extreme }\nscale measure { reminder < written_review < notice }
outcome sanction: measure combine heaviest\nfact severity: severity\nfact reported: bool\n",
    );
    for fact in 0..50 {
        writeln!(text, "fact days_{fact}: int").unwrap();
    }
    for rule in 1..=rules {
        let fact = rule % 50;
        writeln!(
            text,
            "article {rule} {{ if severity ≥ major and not reported and days_{fact} > {rule} then sanction ∈ <written_review, notice> }}"
        )
        .unwrap();
    }
    text
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse and check");
    for rules in [2_500, 5_000, 10_000] {
        let text = many_rules(rules);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.sample_size(10);
        group.bench_with_input(BenchmarkId::new("rules", rules), &text, |bencher, text| {
            bencher.iter(|| check_text("bench.policy", black_box(text)).policy.unwrap());
        });
    }
    let texts: Vec<String> = POLICIES.iter().map(|name| shipped(name)).collect();
    group.bench_function("the four policies", |bencher| {
        bencher.iter(|| texts.iter().filter(|text| check_text("bench.policy", text).policy.is_some()).count());
    });
    group.finish();
}

/// Texts of a family at two sizes: the larger is twice the smaller, so its time must be too.
fn growth(criterion: &mut Criterion) {
    type Family = fn(usize) -> String;
    let families: [(&str, Family); 11] = [
        ("nested", |size| format!("assume {}x{}\n", "(".repeat(60), ")".repeat(60)).repeat(size / 130)),
        ("chained", |size| format!("assume {}x", "x and ".repeat(size / 6))),
        ("unclosed parentheses", |size| "article 1 { if a and (\n".repeat(size / 23)),
        ("unclosed braces", |size| "article 1 { (1) {\n".repeat(size / 18)),
        ("lists", |size| format!("enum e {{ {}a }}", "member, ".repeat(size / 8))),
        ("blank lines after a fault", |size| format!("x x{}", "\n".repeat(size))),
        ("folds", |size| "assume a and exists xs where sum (b + 1) over ys > 2 * count zs of r\n".repeat(size / 69)),
        ("sums without a list", |size| {
            format!("assume {}a", format!("{}a{} + ", "sum (".repeat(60), ")".repeat(60)).repeat(size / 365))
        }),
        ("timing without an anchor", |size| {
            format!("assume {}a{}\n", "a within (".repeat(60), ")".repeat(60)).repeat(size / 670)
        }),
        ("faulty lines of a procedure", |size| {
            format!("procedure p {{\n{}}}", "step s by a garbage\nmore\n".repeat(size / 25))
        }),
        ("faulty records", |size| format!("test \"t\" {{\n{}}}", "given xs = [{a = 1}, {b 2}]\n".repeat(size / 28))),
    ];
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(10);
    for (name, family) in families {
        for size in [100_000, 200_000] {
            let text = family(size);
            group.bench_with_input(BenchmarkId::new(name, size), &text, |bencher, text| {
                bencher.iter(|| parse(SourceId(0), black_box(text)));
            });
        }
    }
    group.finish();
}

/// The hospital's policy, and a case of which all is known.
fn hospital() -> (Policy, Facts) {
    let policy: Policy = check_text("bench.policy", &shipped("hospital_network_security")).policy.unwrap();
    let test = policy.tests().iter().max_by_key(|test| test.given.len()).unwrap();
    let mut facts = Facts::new(&policy);
    for (index, fact) in policy.facts().iter().enumerate() {
        // What the test leaves open does not matter to it; here it is known too.
        let (id, given) = (policy.fact(&fact.name).unwrap(), test.given.iter().find(|(id, _)| id.index() == index));
        match (given, fact.kind) {
            (Some((_, value)), _) => facts.set_value(id, value.clone()).unwrap(),
            (None, Type::Bool) => facts.set_value(id, Value::Bool(false)).unwrap(),
            (None, Type::Enumeration(of)) => {
                let lightest = policy.enumerations()[of.index()].members[0].name.clone();
                facts.set(&fact.name, lightest).unwrap();
            }
            (None, Type::Date) => facts.set_value(id, Value::Never).unwrap(),
            (None, _) => {}
        }
    }
    let known = facts.known().len();
    assert_eq!(known, policy.facts().len(), "all facts are known");
    (policy, facts)
}

fn deciding(criterion: &mut Criterion) {
    let (policy, facts) = hospital();
    let mut group = criterion.benchmark_group("decide");
    group.bench_function("all facts known", |bencher| bencher.iter(|| decide(&policy, black_box(&facts)).unwrap()));
    group.bench_function("explained, all facts known", |bencher| {
        bencher.iter(|| explain(&policy, black_box(&facts), KeywordLanguage::English).unwrap());
    });
    group.sample_size(10);
    group.bench_function("no fact known", |bencher| {
        bencher.iter_batched(|| Facts::new(&policy), |facts| decide(&policy, &facts).unwrap(), BatchSize::SmallInput);
    });
    group.finish();
}

/// The compiled program: status, permitted set and clauses of prepared cases.
fn programs(criterion: &mut Criterion) {
    let (policy, facts) = hospital();
    let mut group = criterion.benchmark_group("program");
    group.bench_function("compile the hospital's policy", |bencher| bencher.iter(|| Program::new(black_box(&policy))));
    let program = Program::new(&policy);
    let (mut decider, mut case) = (program.decider(), program.prepare(facts));
    let concealed = policy.fact("concealed").unwrap();
    let mut hidden = false;
    group.bench_function("decide the hospital's case", |bencher| {
        bencher.iter(|| {
            hidden = !hidden;
            case.set(concealed, hidden).unwrap();
            let ruling = decider.decide(black_box(&mut case)).unwrap();
            ruling.outcomes().map(|ruled| ruled.clauses().count()).sum::<usize>()
        });
    });
    for rules in [100, 1_000, 10_000] {
        let policy = check_text("bench.policy", &many_rules(rules)).policy.unwrap();
        let program = Program::new(&policy);
        let mut facts = Facts::new(&policy).with("severity", "major").unwrap().with("reported", false).unwrap();
        for fact in 0..50 {
            facts.set(&format!("days_{fact}"), 20).unwrap();
        }
        let (mut decider, mut case) = (program.decider(), program.prepare(facts));
        group.bench_function(BenchmarkId::new("rules", rules), |bencher| {
            bencher.iter(|| {
                let ruling = decider.decide(black_box(&mut case)).unwrap();
                ruling.outcomes().map(|ruled| ruled.clauses().count()).sum::<usize>()
            });
        });
    }
    group.finish();
}

/// A list of many records, read by one condition; time must grow with its length and no faster.
fn folding(criterion: &mut Criterion) {
    let text = "record past { kind: measure, decided_on: date }\nscale measure { reminder < warning < removal }
outcome sanction: measure combine heaviest\nfact history: list of past\nfact occurred_on: date
article 1 { if (count history where kind ≥ warning and decided_on within 1 year before occurred_on) ≥ 2 then sanction = removal }";
    let policy = check_text("bench.policy", text).policy.unwrap();
    let mut group = criterion.benchmark_group("fold");
    group.sample_size(20);
    for records in [50_000_usize, 100_000] {
        let kinds = ["reminder", "warning", "removal"];
        let record = |index: usize| {
            format!(r#"{{"kind":"{}","decided_on":"202{}-0{}-15"}}"#, kinds[index % 3], index % 5, index % 9 + 1)
        };
        let history: Vec<String> = (0..records).map(record).collect();
        let json = format!(r#"{{"occurred_on":"2024-03-05","history":[{}]}}"#, history.join(","));
        let facts = facts_from_json(&policy, SourceId(0), &json).unwrap();
        group.bench_function(BenchmarkId::new("records", records), |bencher| {
            bencher.iter(|| decide(&policy, black_box(&facts)).unwrap());
        });
    }
    group.finish();
}

/// A procedure of many steps, and a log with an entry for each.
fn measuring_logs(criterion: &mut Criterion) {
    const STEPS: usize = 10_000;
    let mut text =
        String::from("body office\nscale measure { a < b }\noutcome sanction: measure\narticle 1 { procedure long {\n");
    for step in 0..STEPS {
        let after =
            if step == 0 { String::new() } else { format!(" after s{} within 3 days of s{}", step - 1, step - 1) };
        writeln!(text, "  step s{step} by office{after}").unwrap();
    }
    text.push_str("} }\n");
    let policy = check_text("bench.policy", &text).policy.unwrap();
    let entry = |step: usize| {
        let day = jiff::civil::date(2000, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(step).unwrap()));
        format!(r#"{{"step":"s{step}","on":"{day}","by":["office"]}}"#)
    };
    let entries: Vec<String> = (0..STEPS).map(entry).collect();
    let json = format!(r#"{{"entries":[{}]}}"#, entries.join(","));
    let mut facts = Facts::new(&policy);
    facts.set_as_of(jiff::civil::date(2040, 1, 1));
    let mut group = criterion.benchmark_group("procedure");
    group.sample_size(10);
    group.bench_function("a log of 10,000 entries", |bencher| {
        bencher.iter(|| {
            let file = log_from_json(&policy, None, SourceId(0), black_box(&json)).unwrap();
            check_procedure(&policy, file.procedure, &facts, &file.log).unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, reading, growth, deciding, programs, folding, measuring_logs);
criterion_main!(benches);
