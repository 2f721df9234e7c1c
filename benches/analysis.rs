//! Measurements of the analysis: findings about the shipped regulations, growth with the number of rules, families that
//! are hard on purpose. `cargo bench --bench analysis`; figures in `docs/performance.md`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../tests/analysis/families.rs"]
mod families;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use policyc::analyse::Analysis;
use policyc::lint::lint;
use policyc::{Policy, check_text};
use std::fs;

fn shipped(name: &str) -> Policy {
    let text = fs::read_to_string(format!("policies/{name}.policy")).unwrap();
    check_text("bench.policy", &text).policy.unwrap()
}

fn regulation(rules: usize, facts: usize) -> Policy {
    check_text("bench.policy", &families::regulation(rules, facts, 1)).policy.unwrap()
}

/// All findings about the regulations in `policies/`.
fn findings(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("findings");
    group.sample_size(10);
    let small = ["bureau_work_fault", "county_cadres", "hospital_network_security", "tipoff_handling"].map(shipped);
    group.bench_function("the four policies", |bencher| {
        bencher.iter(|| small.iter().map(|policy| lint(policy).iter().count()).sum::<usize>());
    });
    let statute = shipped("public_officials");
    group.bench_function("the statute", |bencher| bencher.iter(|| lint(&statute).iter().count()));
    group.finish();
}

/// Regulations of some size, over 60 facts, and over 300 where there are many rules.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("analysis");
    group.sample_size(10);
    for (rules, facts) in [(200, 60), (1_000, 60), (2_000, 60), (10_000, 300)] {
        let policy = regulation(rules, facts);
        let sanction = policy.outcome("sanction").unwrap();
        group.bench_function(BenchmarkId::new("verdicts", rules), |bencher| {
            bencher.iter(|| Analysis::new(&policy).partition(sanction).map(|found| found.verdicts.len()));
        });
        group.bench_function(BenchmarkId::new("findings", rules), |bencher| {
            bencher.iter(|| lint(&policy).iter().count());
        });
    }
    group.finish();
}

/// One of 2,000 rules is edited, again and again, as in an editor.
fn edits(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("edit");
    group.sample_size(10);
    let text = families::regulation(2_000, 60, 1);
    let versions = [text.replacen("severity ≥ moderate", "severity ≥ major", 1), text]
        .map(|text| check_text("bench.policy", &text).policy.unwrap());
    let sanction = versions[0].outcome("sanction").unwrap();
    let mut analysis = Analysis::new(&versions[1]);
    analysis.partition(sanction).unwrap();
    let mut number = 0;
    group.bench_function("verdicts", |bencher| {
        bencher.iter(|| {
            analysis = analysis.after_edit(&versions[number % 2]);
            number += 1;
            analysis.partition(sanction).map(|found| found.verdicts.len())
        });
    });
    group.finish();
}

/// Policies that are hard on purpose: an answer, or "not decided", in bounded time.
fn hard(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hard");
    group.sample_size(10);
    let families = [
        ("hidden weighted bit", families::hidden_weighted_bit(40)),
        ("independent", families::independent(40)),
        ("defines", families::chain(1_000)),
        ("thresholds", families::thresholds(1_000)),
        ("defines twice", families::doubled(200)),
        ("compared", families::compared(9)),
        ("days", families::days(5, "days")),
        ("at random", families::random(300, 60, 1)),
    ];
    for (name, text) in families {
        let policy = check_text("bench.policy", &text).policy.unwrap();
        let sanction = policy.outcome("sanction").unwrap();
        group.bench_function(name, |bencher| {
            bencher.iter(|| Analysis::new(&policy).partition(sanction).map(|found| found.verdicts.len()));
        });
    }
    group.finish();
}

criterion_group!(benches, findings, growth, edits, hard);
criterion_main!(benches);
