//! Lists and what folds make of them.

use crate::regulation::{Regulation, regulation};
use policyc::policy::ArithmeticError;

/// A condition on a list of absences that makes the outcome `notice`.
fn about(condition: &str) -> Regulation {
    regulation(&format!(
        "scale measure {{ reminder < warning < notice }}
         enum reason {{ illness, travel, other }}
         record absence {{ days: int, excused: bool, reason: reason, since: date, cost: money }}
         fact absences: list of absence
         fact grave: bool
         fact limit: int
         fact day: date
         outcome sanction: measure
         article 1 {{ if {condition} then sanction = notice }}"
    ))
}

#[test]
fn counting() {
    about("(count absences where not excused) ≥ 2").of(
        "sanction",
        &[
            ("'absences': []", "not addressed"),
            ("'absences': [{'excused': false}, {'excused': true}]", "not addressed"),
            ("'absences': [{'excused': false}, {'excused': true}, {'excused': false}]", "notice"),
            ("'absences': [{'excused': false}, {}, {'excused': false}]", "notice"),
            ("'absences': [{'excused': false}, {}]", "notice, not_addressed? absences"),
            ("'absences': [{'excused': true}, {}]", "not addressed"),
            ("", "notice, not_addressed? absences"),
        ],
    );
    about("count absences = 1").of(
        "sanction",
        &[
            ("'absences': []", "not addressed"),
            ("'absences': [{}]", "notice"),
            ("'absences': [{}, {}]", "not addressed"),
        ],
    );
}

#[test]
fn exists_and_every() {
    about("exists absences where days > 3").of(
        "sanction",
        &[
            ("'absences': []", "not addressed"),
            ("'absences': [{'days': 4}, {}]", "notice"),
            ("'absences': [{'days': 3}, {}]", "notice, not_addressed? absences"),
            ("", "notice, not_addressed? absences"),
        ],
    );
    about("every absences where days > 3").of(
        "sanction",
        &[
            ("'absences': []", "notice"),
            ("'absences': [{'days': 4}, {}]", "notice, not_addressed? absences"),
            ("'absences': [{'days': 3}, {}]", "not addressed"),
            ("", "notice, not_addressed? absences"),
        ],
    );
    // Of a list, that is not empty, one is true or the other.
    about("(exists absences where excused) or (every absences where not excused)")
        .of("sanction", &[("", "notice"), ("'absences': [{}]", "notice"), ("'absences': []", "notice")]);
}

#[test]
fn the_longest_run() {
    about("(longest run of absences where not excused) ≥ 2").of(
        "sanction",
        &[
            ("'absences': []", "not addressed"),
            ("'absences': [{'excused': false}, {'excused': true}, {'excused': false}]", "not addressed"),
            ("'absences': [{'excused': true}, {'excused': false}, {'excused': false}]", "notice"),
            ("'absences': [{'excused': false}, {}, {'excused': true}]", "notice, not_addressed? absences"),
            ("'absences': [{}, {'excused': true}, {}]", "not addressed"),
            ("", "notice, not_addressed? absences"),
        ],
    );
}

#[test]
fn sums() {
    about("(sum days over absences where not excused) > 5").of(
        "sanction",
        &[
            ("'absences': []", "not addressed"),
            ("'absences': [{'days': 3, 'excused': false}, {'days': 3, 'excused': false}]", "notice"),
            ("'absences': [{'days': 3, 'excused': false}, {'days': 3, 'excused': true}]", "not addressed"),
            ("'absences': [{'days': 6, 'excused': false}, {'days': 3}]", "notice"),
            ("'absences': [{'days': 6, 'excused': false}, {'days': -3}]", "notice, not_addressed? absences"),
            ("'absences': [{'days': 3, 'excused': false}, {'excused': false}]", "notice, not_addressed? absences"),
            ("'absences': [{'days': 3, 'excused': false}, {'excused': true}]", "not addressed"),
            ("", "notice, not_addressed? absences"),
        ],
    );
    about("(sum cost over absences) ≥ 100.00 CNY").of(
        "sanction",
        &[
            ("'absences': []", "not addressed"),
            ("'absences': [{'cost': '99.99 CNY'}, {'cost': '0.01 CNY'}]", "notice"),
            ("'absences': [{'cost': '99.99 CNY'}]", "not addressed"),
        ],
    );
    about("(sum days over absences) > 5")
        .fails(&[("'absences': [{'days': 9223372036854775807}, {'days': 1}]", ArithmeticError::Overflow)]);
}

#[test]
fn a_sum_of_two_currencies() {
    use policyc::decide::{FactProblem, Facts};
    use policyc::policy::{Money, Value};
    let text = about("(sum cost over absences) ≥ 100.00 CNY");
    let policy = &text.0;
    let list = policy.fact("absences").unwrap();
    let record = |currency: &str| {
        let cost = Value::Money(Money { amount: 5.into(), currency: currency.into() });
        vec![None, None, None, None, Some(cost)].into_boxed_slice()
    };
    let of = policy.facts()[list.index()].kind;
    let policyc::policy::Type::List(of) = of else { panic!("a list") };
    let set =
        |currencies: [&str; 2]| Facts::new(policy).set_value(list, Value::List(of, currencies.map(record).into()));
    assert!(set(["CNY", "CNY"]).is_ok());
    assert!(matches!(set(["CNY", "EUR"]), Err(FactProblem::WrongUnit { .. })));
}

#[test]
fn conditions_may_mention_facts_of_the_case() {
    about("(count absences where days > limit) ≥ 1").of(
        "sanction",
        &[
            ("'absences': [{'days': 4}], 'limit': 3", "notice"),
            ("'absences': [{'days': 4}], 'limit': 4", "not addressed"),
            ("'absences': [{'days': 4}]", "notice, not_addressed? limit"),
            ("'absences': []", "not addressed"),
            ("'absences': [{}]", "notice, not_addressed? absences, limit"),
            ("'limit': 3", "notice, not_addressed? absences"),
            ("", "notice, not_addressed? absences, limit"),
        ],
    );
    about("exists absences where grave and excused").of(
        "sanction",
        &[
            ("'grave': false", "not addressed"),
            ("'grave': true", "notice, not_addressed? absences"),
            ("", "notice, not_addressed? absences, grave"),
        ],
    );
}

#[test]
fn conditions_that_no_record_or_every_record_fulfils() {
    about("exists absences where days > 3 and days < 4")
        .of("sanction", &[("", "not addressed"), ("'absences': [{}]", "not addressed")]);
    about("every absences where excused or not excused")
        .of("sanction", &[("", "notice"), ("'absences': [{}, {}]", "notice")]);
    about("(count absences where days > 3 or days ≤ 3) ≥ 2").of(
        "sanction",
        &[
            ("'absences': [{}, {}]", "notice"),
            ("'absences': [{}]", "not addressed"),
            ("", "notice, not_addressed? absences"),
        ],
    );
}

#[test]
fn several_folds_over_one_list_are_judged_together() {
    // Who has two of a kind has one of it.
    about("(count absences where excused) ≥ 2 and not exists absences where excused")
        .of("sanction", &[("", "not addressed"), ("'absences': [{}, {}]", "not addressed")]);
    about("(longest run of absences where excused) > (count absences)").of("sanction", &[("", "not addressed")]);
    about("(longest run of absences where excused) = 2 and (count absences where excused) = 2 and count absences = 3")
        .of(
            "sanction",
            &[
                ("'absences': [{}, {}, {}]", "notice, not_addressed? absences"),
                ("'absences': [{}, {'excused': false}, {}]", "not addressed"),
                ("'absences': [{}, {'excused': true}, {'excused': false}]", "notice, not_addressed? absences"),
                ("'absences': [{}, {}]", "not addressed"),
            ],
        );
    // The same field in two conditions.
    about("(exists absences where reason = illness) and (exists absences where reason = travel)").of(
        "sanction",
        &[
            ("'absences': [{}]", "not addressed"),
            ("'absences': [{}, {}]", "notice, not_addressed? absences"),
            ("'absences': [{'reason': 'illness'}, {}]", "notice, not_addressed? absences"),
        ],
    );
}

#[test]
fn days_in_records() {
    about("exists absences where since within 1 month before day").of(
        "sanction",
        &[
            ("'day': '2024-03-31', 'absences': [{'since': '2024-02-29'}]", "notice"),
            ("'day': '2024-03-31', 'absences': [{'since': '2024-02-28'}]", "not addressed"),
            ("'day': '2024-03-31', 'absences': [{'since': '2024-04-01'}]", "not addressed"),
            ("'day': '2024-03-31', 'absences': [{'since': 'never'}]", "not addressed"),
            ("'day': '2024-03-31', 'absences': [{}]", "notice, not_addressed? absences"),
            ("'day': 'never', 'absences': [{}]", "not addressed"),
            ("'absences': [{'since': '2024-02-29'}]", "notice, not_addressed? day"),
            ("'absences': [{}]", "notice, not_addressed? absences, day"),
            ("", "notice, not_addressed? absences, day"),
            ("'absences': []", "not addressed"),
        ],
    );
}

#[test]
fn more_unknown_than_the_limits_allow_is_said_so() {
    let many = |record: &str| format!("'absences': [{}]", vec![record; 300].join(", "));
    let text = about("exists absences where days > 3 and (reason = illness or excused)");
    let decision = text.judge(&many("{}"));
    let outcome = decision.outcome("sanction").unwrap();
    assert!(outcome.limit_reached);
    assert_eq!(outcome.asks, ["absences"]);
    // What the known records settle needs no limit.
    let known = many("{}").replace("[{}", "[{'days': 4, 'excused': true}");
    text.of("sanction", &[(&known, "notice")]);
    let known = many("{}").replace("{}", "{'days': 3}");
    text.of("sanction", &[(&known, "not addressed")]);
}
