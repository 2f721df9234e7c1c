//! What earlier decisions bar or bring about, until when.

use crate::case::{Office, date, office};
use policyc::calendar::calendar_from_text;
use policyc::decide::{EffectsError, EffectsReport, LastingEffect, effects};
use policyc::policy::ArithmeticError;
use policyc::source::SourceId;

const EFFECTS: &str = "
    effect of sanction of driver = warning bars promotion for 6 months
    effect of sanction of driver ≥ demotion bars promotion for 24 months, bars same_post for 24 months
    effect of sanction of driver = removal bars return, brings pay_cut for 12 months
    ";

fn side_by_side() -> Office {
    office(&format!("article 1 {{ {EFFECTS} }}"))
}

fn capped(cap: &str) -> Office {
    office(&format!("article 1 {{ {EFFECTS} }} article 2 {{ effects of one kind add up to at most {cap} }}"))
}

/// `bars promotion 2024-01-10..2024-07-10 by 1,2; ended bars …`.
fn said(report: &EffectsReport) -> String {
    let one = |effect: &LastingEffect| {
        let verb = if effect.bars { "bars" } else { "brings" };
        let numbers = effect.because.iter().map(|cause| cause.reference.clone().unwrap().replace("No. ", ""));
        let numbers = numbers.collect::<Vec<_>>().join(",");
        let capped = effect.capped.as_ref().map(|capped| format!(" capped at {} [{}]", capped.at, capped.clause));
        let until = effect.until.as_deref().unwrap_or("ever");
        format!("{verb} {} {}..{until} by {numbers}{}", effect.name, effect.from, capped.unwrap_or_default())
    };
    let lasting = report.lasting.iter().map(one);
    let ended = report.ended.iter().map(|effect| format!("ended {}", one(effect)));
    lasting.chain(ended).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn says(office: &Office, table: &[(&str, &str, &str)]) {
    for (history, as_of, wanted) in table {
        assert_eq!(said(&office.effects(&office.history(history), as_of)), *wanted, "{history} as of {as_of}");
    }
}

#[test]
fn an_effect_runs_from_the_decision() {
    says(
        &side_by_side(),
        &[
            ("", "03-01", ""),
            ("warning 01-10", "01-10", "bars promotion 2024-01-10..2024-07-10 by 1"),
            ("warning 01-10", "07-10", "bars promotion 2024-01-10..2024-07-10 by 1"),
            ("warning 01-10", "07-11", "ended bars promotion 2024-01-10..2024-07-10 by 1"),
            ("demerit 01-10", "01-11", ""),
            ("warning 01-10", "01-09", ""),
            ("warning 2023-08-31", "02-29", "bars promotion 2023-08-31..2024-02-29 by 1"),
            (
                "removal 01-10",
                "2034-01-10",
                "bars return 2024-01-10..ever by 1; ended bars promotion 2024-01-10..2026-01-10 by 1; \
                 ended bars same_post 2024-01-10..2026-01-10 by 1; ended brings pay_cut 2024-01-10..2025-01-10 by 1",
            ),
        ],
    );
}

#[test]
fn without_a_cap_effects_run_side_by_side() {
    says(
        &side_by_side(),
        &[
            (
                "warning 01-10; demotion 03-05",
                "05-01",
                "bars promotion 2024-01-10..2026-03-05 by 1,2; bars same_post 2024-03-05..2026-03-05 by 2",
            ),
            (
                "warning 01-10; demotion 03-05",
                "08-01",
                "bars promotion 2024-03-05..2026-03-05 by 2; bars same_post 2024-03-05..2026-03-05 by 2; \
                 ended bars promotion 2024-01-10..2024-07-10 by 1",
            ),
            (
                "warning 2025-12-10; demotion 01-05",
                "2026-01-05",
                "bars promotion 2024-01-05..2026-06-10 by 2,1; bars same_post 2024-01-05..2026-01-05 by 2",
            ),
        ],
    );
}

#[test]
fn with_a_cap_the_rest_and_the_new_period_add_up() {
    says(
        &capped("48 months"),
        &[
            (
                "warning 01-10; demotion 03-05",
                "05-01",
                "bars promotion 2024-01-10..2026-07-10 by 1,2; bars same_post 2024-03-05..2026-03-05 by 2",
            ),
            (
                "demotion 03-05; warning 01-10",
                "05-01",
                "bars promotion 2024-01-10..2026-07-10 by 2,1; bars same_post 2024-03-05..2026-03-05 by 1",
            ),
            // What has ended adds nothing; its last day still counts.
            (
                "warning 01-10; warning 07-11",
                "08-01",
                "bars promotion 2024-07-11..2025-01-11 by 2; ended bars promotion 2024-01-10..2024-07-10 by 1",
            ),
            ("warning 01-10; warning 07-10", "08-01", "bars promotion 2024-01-10..2025-01-10 by 1,2"),
            (
                "demotion 01-10; demotion 02-10; demotion 03-10",
                "05-01",
                "bars promotion 2024-01-10..2028-03-10 by 1,2,3 capped at 4 years [2]; \
                 bars same_post 2024-01-10..2028-03-10 by 1,2,3 capped at 4 years [2]",
            ),
        ],
    );
}

#[test]
fn the_cap_cuts_sums_only() {
    says(
        &capped("12 months"),
        &[
            (
                "demotion 01-10",
                "05-01",
                "bars promotion 2024-01-10..2026-01-10 by 1; bars same_post 2024-01-10..2026-01-10 by 1",
            ),
            (
                "demotion 01-10; warning 02-10",
                "05-01",
                "bars promotion 2024-01-10..2026-01-10 by 1,2 capped at 1 year [2]; bars same_post 2024-01-10..2026-01-10 by 1",
            ),
            ("warning 01-10; warning 02-10", "05-01", "bars promotion 2024-01-10..2025-01-10 by 1,2"),
            (
                "warning 01-10; warning 02-10; warning 03-10",
                "05-01",
                "bars promotion 2024-01-10..2025-03-10 by 1,2,3 capped at 1 year [2]",
            ),
        ],
    );
}

#[test]
fn of_one_decision_the_longest_effect_of_a_kind_governs() {
    let office = office(
        "article 1 {
           effect of sanction of driver ≥ warning bars promotion for 6 months
           effect of sanction of driver = demotion bars promotion for 24 months
           effects of one kind add up to at most 48 months
         }",
    );
    let report = office.effects(&office.history("demotion 01-10"), "02-01");
    assert_eq!(report.lasting.len(), 1);
    assert_eq!(report.lasting[0].until.as_deref(), Some("2026-01-10"));
    assert_eq!(report.lasting[0].because.len(), 2);
}

#[test]
fn what_is_for_good_stays_for_good() {
    let report = capped("48 months");
    let report = report.effects(&report.history("removal 01-10; removal 02-10"), "2040-01-01");
    let lasting: Vec<_> = report.lasting.iter().map(|effect| (effect.name.as_str(), &effect.until)).collect();
    assert_eq!(lasting, [("return", &None)]);
}

#[test]
fn the_version_on_the_day_of_the_decision_holds() {
    let office = office(
        "param term = 6 months from 2023-01-01, 12 months from 2024-06-01
         article 1 { effect of sanction of driver = warning bars promotion for term }
         article 2 in force from 2024-06-01 { effect of sanction of driver = warning bars travel for 1 month }",
    );
    says(
        &office,
        &[
            ("warning 05-31", "06-10", "bars promotion 2024-05-31..2024-11-30 by 1"),
            (
                "warning 06-01",
                "06-10",
                "bars promotion 2024-06-01..2025-06-01 by 1; bars travel 2024-06-01..2024-07-01 by 1",
            ),
        ],
    );
    let early = office.history("warning 2022-12-31");
    let error = effects(&office.0, &early, date("06-10"), None).unwrap_err();
    assert!(matches!(error, EffectsError::Evaluation(found) if found.error == ArithmeticError::NoVersion), "{error:?}");
}

#[test]
fn a_period_in_working_days_needs_a_calendar() {
    let office = office("article 1 { effect of sanction of driver = warning bars travel for 5 working days }");
    let history = office.history("warning 04-26");
    let error = effects(&office.0, &history, date("05-01"), None).unwrap_err();
    assert!(matches!(error, EffectsError::Evaluation(found) if found.error == ArithmeticError::NeedsCalendar));
    let calendar = calendar_from_text(SourceId(1), "years 2024\noff 2024-05-01..2024-05-05\nwork 2024-04-28").unwrap();
    let report = effects(&office.0, &history, date("05-01"), Some(&calendar)).unwrap();
    assert_eq!(said(&report), "bars travel 2024-04-26..2024-05-07 by 1");
}

#[test]
fn decisions_behind_the_day_are_left_aside() {
    let office = capped("48 months");
    let report = office.effects(&office.history("warning 01-10; demotion 03-05"), "02-01");
    assert_eq!(said(&report), "bars promotion 2024-01-10..2024-07-10 by 1");
    assert_eq!((report.later.len(), report.later[0].value.as_str()), (1, "demotion"));
}
