//! Batches that were stopped and gone on with.

use crate::{POLICY, command, run, run_from, table};
use policyc::batch::Form;
use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::support::accepted;

#[test]
fn from_every_checkpoint_the_rest_is_the_same() {
    let policy = accepted(POLICY);
    let text = table(8_000);
    let forms = (Form::Csv, Form::Csv);
    let (whole, results, rejects, checkpoints) = run_from(&policy, text.as_bytes(), forms, 2, None);
    assert!(checkpoints.len() > 3);
    for checkpoint in &checkpoints {
        let (report, more, others, _) = run_from(&policy, text.as_bytes(), forms, 1, Some(checkpoint));
        let (kept, rejected) = (checkpoint.results as usize, checkpoint.rejects as usize);
        assert!(format!("{}{more}", &results[..kept]) == results);
        assert!(format!("{}{others}", &rejects[..rejected]) == rejects);
        assert_eq!(report.summary, whole.summary);
    }
}

fn prepared(folder: &Path, lines: usize) {
    fs::write(folder.join("p.policy"), POLICY).unwrap();
    fs::write(folder.join("cases.csv"), table(lines)).unwrap();
}

const ARGUMENTS: [&str; 5] = ["batch", "p.policy", "cases.csv", "-o", "results.csv"];

#[test]
fn a_batch_that_was_killed_loses_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    prepared(folder.path(), 20_000);
    let (_, results, rejects) = run(&accepted(POLICY), &fs::read(at("cases.csv")).unwrap(), (Form::Csv, Form::Csv), 2);
    for pause in [0, 20, 90] {
        let mut arguments = ARGUMENTS.to_vec();
        if at("results.csv.checkpoint").exists() {
            arguments.push("--resume");
        }
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("policyc"))
            .args(&arguments)
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let before = fs::read(at("results.csv.checkpoint")).ok();
        while child.try_wait().unwrap().is_none() && fs::read(at("results.csv.checkpoint")).ok() == before {
            std::thread::sleep(Duration::from_millis(2));
        }
        std::thread::sleep(Duration::from_millis(pause));
        let _ = child.kill();
        let _ = child.wait();
        if at("results.csv").exists() {
            break;
        }
    }
    if at("results.csv.checkpoint").exists() {
        let (code, _, err) = command::run(folder.path(), &ARGUMENTS, "");
        assert!(code == 2 && err.contains("--resume") && err.contains("results.csv.checkpoint"), "{err}");
    }
    if !at("results.csv").exists() {
        let (code, out, err) = command::run(folder.path(), &[&ARGUMENTS[..], &["--resume"]].concat(), "");
        assert!(code == 1 && out.contains("20,000 read"), "{code} {out}{err}");
    }
    assert!(fs::read_to_string(at("results.csv")).unwrap() == results);
    let rejected = fs::read_to_string(at("results.csv.rejected.ndjson")).unwrap();
    assert_eq!(rejected.lines().count(), rejects.lines().count());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
    let (code, _, err) = command::run(folder.path(), &[&ARGUMENTS[..], &["--resume"]].concat(), "");
    assert!(code == 0 && err.contains("complete"), "{code} {err}");
}

#[test]
fn other_cases_and_other_policies_are_not_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    prepared(folder.path(), 10);
    let checkpoint =
        policyc::batch::Checkpoint::new("other".to_owned(), 37, (0, 0), policyc::batch::Summary::default());
    fs::write(folder.path().join("results.csv.checkpoint"), checkpoint.text()).unwrap();
    let (code, _, err) = command::run(folder.path(), &[&ARGUMENTS[..], &["--resume"]].concat(), "");
    assert!(code == 2 && err.contains("E1202") && err.contains("another batch"), "{err}");
    fs::write(folder.path().join("results.csv.checkpoint"), "{").unwrap();
    let (code, _, err) = command::run(folder.path(), &[&ARGUMENTS[..], &["--resume"]].concat(), "");
    assert!(code == 2 && err.contains("E1202"), "{err}");
}
