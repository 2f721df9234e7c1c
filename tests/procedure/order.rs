//! What waits, what was left out, what came too soon.

use crate::case::{all, procedure};
use policyc::decide::ProcedureVerdict;

#[test]
fn steps_follow_each_other() {
    let office = procedure("step open step hear after open step review after open step decide after hear, review");
    office.says(&[
        ("", "03-01", "open due; hear waits for open; review waits for open; decide waits for hear,review"),
        ("open 03-01", "03-01", "open done; hear due; review due; decide waits for hear,review"),
        ("open 03-01; hear 03-02", "03-02", "open done; hear done; review due; decide waits for review"),
        (
            "decide 03-03; review 03-03; hear 03-02; open 03-01",
            "03-03",
            "open done; hear done; review done; decide done",
        ),
        (
            "open 03-01; hear 03-01; review 03-01; decide 03-01",
            "03-01",
            "open done; hear done; review done; decide done",
        ),
    ]);
}

#[test]
fn a_step_before_one_that_it_has_to_follow_is_out_of_order() {
    let office = procedure("step open step hear after open step decide after hear");
    office.says(&[
        ("open 03-02; hear 03-01; decide 03-03", "03-05", "open done; hear done, before open; decide done"),
        (
            "open 03-03; hear 03-01; decide 03-02",
            "03-05",
            "open done; hear done, before open; decide done, before open",
        ),
        ("open 03-01; hear 03-03; decide 03-02", "03-05", "open done; hear done; decide done, before hear"),
    ]);
}

#[test]
fn a_step_is_left_out_when_a_later_one_was_taken() {
    let office = procedure("step open step hear after open step decide after hear step enforce after decide");
    office.says(&[
        ("open 03-01; decide 03-02", "03-05", "open done; hear missing before decide; decide done; enforce due"),
        (
            "enforce 03-02",
            "03-05",
            "open missing before enforce; hear missing before enforce; decide missing before enforce; enforce done",
        ),
        (
            "open 03-01; enforce 03-05; decide 03-09",
            "03-04",
            "open done; hear due; decide waits for hear; enforce waits for decide",
        ),
        ("open 03-01", "", "open done; hear missing before ; decide missing before ; enforce missing before "),
    ]);
}

#[test]
fn an_optional_step_is_never_left_out() {
    let office = procedure("step open may step hear after open step decide after hear");
    office.says(&[
        ("", "03-01", "open due; hear waits for open; decide waits for open"),
        ("open 03-01", "03-01", "open done; hear due; decide due"),
        ("open 03-01; decide 03-02", "03-02", "open done; hear skipped; decide done"),
        ("open 03-02; decide 03-01", "03-02", "open done; hear skipped; decide done, before open"),
        ("open 03-01; hear 03-03; decide 03-02", "03-05", "open done; hear done; decide done, before hear"),
        ("open 03-01", "", "open done; hear skipped; decide missing before "),
    ]);
    let appeal = procedure("step notify may step appeal after notify within 15 days of notify");
    appeal.says(&[
        ("notify 03-01", "03-16", "notify done; appeal due 2024-03-16"),
        ("notify 03-01", "03-17", "notify done; appeal skipped"),
        ("notify 03-01; appeal 03-18", "03-20", "notify done; appeal done, late by 2 days"),
    ]);
}

#[test]
fn the_usual_order_may_be_left_with_a_reason() {
    let office = procedure("step appraise step determine usually after appraise step talk usually after determine");
    office.says(&[
        ("", "03-01", "appraise due; determine waits for appraise; talk waits for determine"),
        ("determine 03-01; appraise 03-02", "03-05", "appraise done; determine done, usually after appraise; talk due"),
        (
            "determine 03-01 reason flood; appraise 03-02",
            "03-05",
            "appraise done; determine done, excused by flood; talk due",
        ),
        ("determine 03-01", "03-05", "appraise missing before determine; determine done; talk due"),
        ("determine 03-01 reason flood", "03-05", "appraise due; determine done, excused by flood; talk due"),
        ("appraise 03-01; determine 03-02 reason habit", "03-05", "appraise done; determine done; talk due"),
        ("talk 03-01", "03-05", "appraise missing before talk; determine missing before talk; talk done"),
        ("talk 03-01 reason flood", "03-05", "appraise due; determine waits for appraise; talk done, excused by flood"),
    ]);
    let strict = procedure("step a step b after a");
    strict.says(&[("b 03-01 reason flood; a 03-02", "03-05", "a done; b done, before a")]);
}

#[test]
fn facts_decide_what_is_part_of_the_case() {
    let office = procedure("step open step hear after open when grave step decide after hear");
    office.says_with("grave = true", &[("open 03-01", "03-02", "open done; hear due; decide waits for hear")]);
    office.says_with(
        "grave = false",
        &[
            ("open 03-01", "03-02", "open done; hear not applicable; decide due"),
            ("", "03-02", "open due; hear not applicable; decide waits for open"),
            ("open 03-01; hear 03-01", "03-02", "open done; hear not applicable, not called for; decide due"),
        ],
    );
    office.says(&[
        ("open 03-01", "03-02", "open done; hear undetermined, asks grave; decide undetermined, asks grave"),
        ("", "03-02", "open due; hear undetermined, asks grave; decide waits for open"),
        ("open 03-01; decide 03-02", "03-02", "open done; hear undetermined, asks grave; decide done"),
        ("open 03-01; hear 03-02", "03-02", "open done; hear undetermined, asks grave; decide due"),
    ]);
}

#[test]
fn a_step_may_wait_for_what_the_authority_chooses() {
    let office = crate::case::office(
        "article 1 { if grave then sanction of driver ∈ <warning, demotion> }
         article 2 { procedure handling { step discuss when sanction of driver ≥ demotion step formalise after discuss } }",
    );
    office.says_with(
        "grave = true",
        &[(
            "",
            "03-01",
            "discuss undetermined, asks sanction of driver; formalise undetermined, asks sanction of driver",
        )],
    );
    office.says_with("grave = false", &[("", "03-01", "discuss not applicable; formalise due")]);
}

#[test]
fn parts_of_one_procedure_stand_in_several_clauses() {
    let office = crate::case::office(
        "article 1 { procedure handling { step open } }
         article 2 { procedure handling { step decide by county after open } }
         article 3 { procedure handling { step decide quorum 3 } }",
    );
    office.says(&[("open 03-01; decide 03-02 by county present 2", "03-05", "open done; decide done, 2 of 3")]);
    let report = office.report("", "03-01", "", None);
    assert_eq!(report.step("decide").unwrap().clauses, ["2", "3"]);
}

#[test]
fn a_clause_that_is_not_in_force_prescribes_nothing() {
    let office = crate::case::office(
        "article 1 { procedure handling { step open } }
         article 2 in force from 2025-01-01 { procedure handling { step publish after open } }",
    );
    office.says(&[
        ("open 03-01", "03-05", "open done; publish not applicable"),
        ("open 03-01", "2025-03-05", "open done; publish due"),
    ]);
}

#[test]
fn the_verdict_is_that_of_the_worst_step() {
    let office = procedure("step open by office step hear after open when grave step decide after open");
    let verdict = |log, facts| office.report(log, "03-05", facts, None).verdict;
    assert_eq!(verdict("open 03-01 by office", "grave = false"), ProcedureVerdict::InOrder);
    assert_eq!(verdict("open 03-01 by office", ""), ProcedureVerdict::Undetermined);
    assert_eq!(verdict("open 03-01", "grave = false"), ProcedureVerdict::Undetermined);
    assert_eq!(verdict("open 03-01 by county", ""), ProcedureVerdict::Faulty);
    assert_eq!(verdict("decide 03-01", ""), ProcedureVerdict::Faulty);
}

#[test]
fn what_has_to_be_done_comes_in_the_order_of_urgency() {
    let office = procedure(
        "step open step file after open step notify after open within 10 days of open by office
         step hear after open within 3 days of open by <office, county> step decide after hear may step publish",
    );
    let report = office.report("open 03-01; decide 03-20", "03-10", "", None);
    let next = |report: &policyc::decide::ProcedureReport| {
        let one = |step: &policyc::decide::NextStep| {
            let due = step.due.clone().unwrap_or_default();
            let late = if step.overdue { " overdue" } else { "" };
            format!("{} {due}{late}{}", step.step, if step.left_out { " left out" } else { "" })
        };
        report.next.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(next(&report), "hear 2024-03-04 overdue; notify 2024-03-11; file ");
    assert_eq!(report.next[0].by, ["office", "county"]);
    let report = office.report("open 03-01; decide 03-02", "03-03", "", None);
    assert_eq!(next(&report), "hear 2024-03-04 left out; notify 2024-03-11; file ");
    assert_eq!(
        all(&report),
        "open done; file due; notify due 2024-03-11; hear missing before decide; decide done; publish due"
    );
}

#[test]
fn entries_behind_the_day_are_left_aside() {
    let office = procedure("step open step hear after open step decide after hear");
    let report = office.report("decide 03-09; open 03-01; hear 03-05", "03-04", "", None);
    assert_eq!(all(&report), "open done; hear due; decide waits for hear");
    let later: Vec<_> = report.later.iter().map(|entry| format!("{} {}", entry.name, entry.on)).collect();
    assert_eq!(later, ["hear 2024-03-05", "decide 2024-03-09"]);
}
