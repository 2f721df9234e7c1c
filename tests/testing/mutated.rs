//! Which mutants tests notice, and what is said of the others: transcripts, and random policies against the
//! enumeration of all their cases.

use crate::enumerated::{all_cases, with_tests};
use crate::random::config;
use crate::reference::facts::facts;
use crate::reference::generate::{cases, regulations};
use crate::reference::{Case, Regulation};
use crate::support::accepted;
use crate::transcripts::{folder, policyc, transcript};
use policyc::decide::{Permitted, Status, decide};
use policyc::policy::Policy;
use policyc::syntax::KeywordLanguage;
use policyc::testing::mutants::{Fate, MutationKind, mutants};
use policyc::testing::{Setting, mutate, run_tests};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;

#[test]
fn survivors_come_with_the_test_that_is_missing() {
    let folder = folder();
    let transcripts = [
        transcript(folder.path(), &["test", "library.policy", "--mutate"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--mutate", "--lang", "zh"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

/// Takes the tests of a new file into the policy they were made for.
fn taken_in(folder: &std::path::Path, name: &str, new: &str) {
    let read = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    fs::write(folder.join(name), format!("{}\n{}", read(name), read(new))).unwrap();
}

#[test]
fn the_tests_that_are_written_notice_all_that_can_be_noticed() {
    for name in ["library.policy", "阅览室.policy"] {
        let folder = folder();
        let folder = folder.path();
        let (code, _, said) = policyc(folder, &["test", name, "--mutate", "--write-tests", "new.txt"]);
        assert_eq!(code, 1, "{said}");
        // Nothing is written over.
        let before = fs::read_to_string(folder.join("new.txt")).unwrap();
        let (code, _, _) = policyc(folder, &["test", name, "--mutate", "--write-tests", "new.txt"]);
        assert_eq!(code, 2);
        assert_eq!(fs::read_to_string(folder.join("new.txt")).unwrap(), before);
        taken_in(folder, name, "new.txt");
        let (code, shown, said) = policyc(folder, &["test", name, "--mutate", "--write-tests", "more.txt"]);
        assert_eq!(code, 0, "{shown}{said}");
        assert!(!folder.join("more.txt").exists());
    }
}

#[test]
fn generated_tests_cover_what_can_be_covered() {
    for name in ["library.policy", "阅览室.policy"] {
        let folder = folder();
        let folder = folder.path();
        let (code, _, said) = policyc(folder, &["fmt", name]);
        assert_eq!(code, 0, "{said}");
        let (code, _, said) = policyc(folder, &["test", name, "--generate", "--write-tests", "new.txt"]);
        assert_eq!(code, 0, "{said}");
        taken_in(folder, name, "new.txt");
        let (code, shown, said) = policyc(folder, &["test", name, "--min-coverage", "100"]);
        assert_eq!(code, 0, "{shown}{said}");
        // They stand as `fmt` would write them.
        let (code, _, said) = policyc(folder, &["fmt", "--check", name]);
        assert_eq!(code, 0, "{said}");
    }
    let folder = folder();
    let transcripts = [
        transcript(folder.path(), &["test", "library.policy", "--generate"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--generate", "--lang", "zh"]),
        transcript(folder.path(), &["test", "阅览室.policy", "--write-tests", "x.policy"]),
    ];
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn every_kind_of_change_is_made() {
    let policy = accepted(
        "scale grade { low < middle < high }
         scale measure { reminder < notice < dismissal }
         fact grade: grade
         fact repeated: bool
         fact received: date
         fact answered: date
         fact present: bool
         outcome sanction: measure combine heaviest
         article 1 { applies when present }
         article 2 {
           (1) if grade ∈ <middle> and not repeated then sanction = notice
           (2) if grade ≥ middle or repeated then may sanction ∈ <reminder, notice> overriding 2(1)
           (3) otherwise sanction = reminder
         }
         article 3 { exempt sanction from 2(1), 2(2) if repeated }
         article 4 { adjust sanction by lighten or reduce if grade = low }
         article 5 { duty answer { when repeated must answered within 10 days after received } }",
    );
    let made: BTreeSet<MutationKind> = mutants(&policy).iter().map(|mutant| mutant.kind).collect();
    assert_eq!(made.len(), 16, "{made:?}");
}

/// What every case comes to; `None` where it cannot be decided.
fn verdicts(policy: &Policy, cases: &[Case]) -> Vec<Option<(Status, Permitted, bool)>> {
    let verdict = |case: &Case| {
        let decision = decide(policy, &facts(policy, case)).ok()?;
        let decided = &decision.outcomes[0];
        Some((decided.status, decided.permitted.clone(), decided.none))
    };
    cases.iter().map(verdict).collect()
}

fn assert_fates(regulation: &Regulation, tests: &[Case]) {
    let policy = accepted(&with_tests(regulation, tests));
    // Only tests that pass can notice something.
    let failing = run_tests(&policy, "").failed();
    let report = mutate(&policy, "", &Setting::default());
    let all = all_cases(regulation);
    let own = verdicts(&policy, &all);
    for (place, (mutant, fate)) in report.results.iter().enumerate() {
        let changed = mutant.policy(&policy);
        let differs = || {
            let others = verdicts(&changed, &all);
            // A case that only the mutant can decide is none of the original's.
            own.iter().zip(others).any(|(own, other)| own.is_some() && *own != other)
        };
        match fate {
            Fate::Killed { by } => {
                let own = run_tests(&policy, by);
                let other = run_tests(&changed, by);
                let failed = |report: &policyc::testing::TestReport| {
                    report.results.iter().filter(|one| one.name == *by && !one.failures.is_empty()).count()
                };
                assert!(failed(&own) == 0 && failed(&other) > 0, "{mutant:?}");
            }
            Fate::Equivalent => assert!(!differs(), "{mutant:?}"),
            Fate::Survived { test } => {
                let text = test.text(&policy, KeywordLanguage::English, "missing", &[]);
                let with = accepted(&format!("{}{text}", with_tests(regulation, tests)));
                assert_eq!(run_tests(&with, "missing").failed(), 0, "{text}");
                // One test more changes no mutant.
                let mutant = &mutants(&with)[place];
                assert_eq!(run_tests(&mutant.policy(&with), "missing").failed(), 1, "{text}");
            }
            Fate::NotDecided => panic!("not decided: {mutant:?}"),
        }
    }
    assert!(failing <= tests.len());
}

proptest! {
    #![proptest_config(config(6))]

    #[test]
    fn fates_are_those_that_enumeration_shows(regulation in regulations(), tests in vec(cases(), 0..3)) {
        assert_fates(&regulation, &tests);
    }
}
