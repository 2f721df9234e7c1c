//! Files of cases, decided all at once.
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
mod faulty_input;
mod resumed;
#[path = "../support/mod.rs"]
mod support;

use policyc::batch::{Batch, Checkpoint, Files, Form, Rejection, Report};
use policyc::{Facts, Policy, Program, decide};
use std::num::NonZero;
use support::accepted;

/// What most of the cases are decided by.
pub(crate) const POLICY: &str = "scale severity { minor < major } scale measure { review < notice < demotion }
    fact severity: severity fact reported: bool fact days: int fact loss: money fact since: date
    outcome sanction: measure outcome fine: money combine sum
    assume days ≥ 0
    article 8 {
      (1) if severity ≥ major and not reported then sanction ∈ <review, notice>
      (2) if days > 10 then may sanction = demotion
      (3) if loss > 10000.00 CNY then fine ∈ 100.00 CNY .. 200.00 CNY
      (4) if since < 2020-01-01 then fine = 50.00 CNY
    }";

/// A batch in memory: the report, the results, the rejected records.
pub(crate) fn run(policy: &Policy, cases: &[u8], forms: (Form, Form), threads: usize) -> (Report, String, String) {
    let (report, results, rejects, _) = run_from(policy, cases, forms, threads, None);
    (report, results, rejects)
}

/// A batch in memory, from a checkpoint; all checkpoints on the way.
pub(crate) fn run_from(
    policy: &Policy,
    mut cases: &[u8],
    (from, to): (Form, Form),
    threads: usize,
    checkpoint: Option<&Checkpoint>,
) -> (Report, String, String, Vec<Checkpoint>) {
    let batch = Batch::new(Program::new(policy), Facts::new(policy)).threads(NonZero::new(threads).unwrap());
    let (mut results, mut rejects, mut checkpoints) = (Vec::new(), Vec::new(), Vec::new());
    let files = Files { cases: &mut cases, from, results: &mut results, to, rejects: &mut rejects };
    let reason = |rejection: &Rejection| (String::new(), format!("{rejection:?}"));
    let mut note = |progress: policyc::batch::Progress<'_>| {
        let sizes = (progress.results, progress.rejects);
        checkpoints.push(Checkpoint::new(String::new(), progress.at, sizes, progress.summary.clone()));
        Ok(())
    };
    let report = batch.run(files, &reason, checkpoint, &mut note).unwrap();
    assert!(report.summary.adds_up());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (report, text(results), text(rejects), checkpoints)
}

/// Words for each column, and others that are seldom there: nothing, or what is wrong.
const WORDS: [(&[&str], &[&str]); 5] = [
    (&["minor", "major"], &["", "grave"]),
    (&["true", "FALSE", "是"], &["", "maybe"]),
    (&["0", "10", "11"], &["", "-1", "x"]),
    (&["9999.99", "10000", "10000.01 CNY"], &["", "5 USD"]),
    (&["2019-12-31", "2020-01-01", "never"], &["", "2020-02-30"]),
];

/// Lines of cells, the same in every run.
pub(crate) fn table(lines: usize) -> String {
    let mut text = "id,severity,reported,days,loss,since\n".to_owned();
    let mut state = 1_u64;
    let mut below = |end: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    };
    for line in 0..lines {
        // Long names make many blocks of few cases.
        text.push_str(&format!("case {line:0>120}"));
        for (usual, seldom) in WORDS {
            let words = if below(60) == 0 { seldom } else { usual };
            text.push_str(&format!(",{}", words[below(words.len())]));
        }
        text.push('\n');
    }
    text
}

#[test]
fn each_case_is_answered_as_by_itself() {
    let policy = accepted(POLICY);
    let text = table(400);
    let (report, results, rejects) = run(&policy, text.as_bytes(), (Form::Csv, Form::Csv), 2);
    let mut results = results.lines().skip(1);
    let mut rejects = rejects.lines();
    let names: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let (mut answered, mut open) = (0, 0);
    for (number, line) in text.lines().enumerate().skip(1) {
        let mut facts = Ok(Facts::new(&policy));
        for (name, cell) in names.iter().zip(line.split(',')).skip(1).filter(|(_, cell)| !cell.is_empty()) {
            let cell = if *name == "loss" && !cell.contains(' ') { format!("{cell} CNY") } else { cell.to_lowercase() };
            let cell = cell.replace("cny", "CNY").replace("usd", "USD");
            let id = policy.fact(name).unwrap();
            facts = facts.and_then(|mut facts| {
                let value = policyc::decide::value_of_word(&policy, id, &cell)?;
                facts.set_value(id, value).map(|()| facts)
            });
        }
        match facts.map(|facts| decide(&policy, &facts)) {
            Ok(Ok(decision)) => {
                let mut wanted = format!("{},case {:0>120}", number + 1, number - 1);
                for outcome in &decision.outcomes {
                    let permitted = outcome.permitted.words().join("; ");
                    let (clauses, possible) = (outcome.clauses.join("; "), outcome.possible.join("; "));
                    let asks = outcome.asks.join("; ");
                    let none = outcome.none;
                    wanted += &format!(",{},{permitted},{none},{clauses},{possible},{asks}", outcome.status.word());
                    open += usize::from(!outcome.possible.is_empty());
                }
                assert_eq!(results.next().unwrap(), wanted, "{line}");
                answered += 1;
            }
            Ok(Err(_)) | Err(_) => {
                let reject = rejects.next().unwrap();
                assert!(reject.starts_with(&format!("{{\"line\":{},", number + 1)), "{line}: {reject}");
            }
        }
    }
    assert_eq!((results.next(), rejects.next()), (None, None));
    assert_eq!((report.summary.read, report.summary.answered), (400, answered));
    assert!(answered > 300 && answered < 398 && open > 5, "{answered} {open}");
    let sum = |counts: &std::collections::BTreeMap<String, u64>| counts.values().sum::<u64>();
    assert!(report.summary.outcomes.iter().all(|outcome| sum(&outcome.statuses) == answered));
}

#[test]
fn neither_threads_nor_forms_change_an_answer() {
    let policy = accepted(POLICY);
    let text = table(8_000);
    let (_, once, rejects) = run(&policy, text.as_bytes(), (Form::Csv, Form::Csv), 1);
    let (report, thrice, again) = run(&policy, text.as_bytes(), (Form::Csv, Form::Csv), 3);
    assert!(once == thrice && rejects == again);
    let (_, objects, _) = run(&policy, text.as_bytes(), (Form::Csv, Form::NdJson), 2);
    assert_eq!(objects.lines().count() as u64, report.summary.answered);
    let first: serde_json::Value = serde_json::from_str(objects.lines().next().unwrap()).unwrap();
    assert!(first["outcomes"]["sanction"]["status"].is_string() && first["carried"]["id"].is_string(), "{first}");
}

#[test]
fn objects_bring_lists_days_and_what_is_no_fact() {
    let policy = accepted(
        "scale measure { notice < demotion } record prior { on: date } fact priors: list of prior
         role driver fact late of driver: bool outcome sanction: measure
         article 1 { if (count priors where on ≥ 2020-01-01) ≥ 2 then sanction = demotion
                     if late of driver then sanction = notice }",
    );
    let lines = "{\"id\": 7, \"priors\": [{\"on\": \"2021-01-01\"}, {\"on\": \"2022-01-01\"}]}\n\n\
                 {\"driver\": {\"late\": true}, \"priors\": []}\n{\"priors\": 5}\nnonsense\n\
                 {\"priors\": [], \"priors\": []}";
    let (report, results, rejects) = run(&policy, lines.as_bytes(), (Form::NdJson, Form::NdJson), 1);
    let results: Vec<serde_json::Value> = results.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(results[0]["carried"], serde_json::json!({"id": 7}));
    assert_eq!(results[0]["outcomes"]["sanction"]["permitted"], serde_json::json!(["demotion"]));
    assert_eq!(results[1]["outcomes"]["sanction"]["permitted"], serde_json::json!(["notice"]));
    assert_eq!((results[1]["line"].as_u64(), report.summary.carried["id"]), (Some(3), 1));
    let lines: Vec<&str> = rejects.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(lines, ["{\"line\":4", "{\"line\":5", "{\"line\":6"]);
}
