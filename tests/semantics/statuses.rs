//! Exemptions, scope, assumptions, defaults.

use crate::regulation::{regulation, rules, rules_combined_by};

#[test]
fn a_whole_exemption_holds_whether_or_not_a_rule_fired() {
    let text = rules("article 1 { if late then sanction = notice } article 2 { exempt sanction if repaid }");
    text.cites(&[
        ("late, repaid", "exempt", "1"),
        ("not late, repaid", "exempt", ""),
        ("late, not repaid", "notice", "1"),
        ("not late, not repaid", "not addressed", ""),
    ]);
    assert_eq!(text.sanction("late, repaid").exempted_by, ["2"]);
    assert!(text.sanction("late, not repaid").exempted_by.is_empty());
}

#[test]
fn exemption_from_single_clauses_leaves_the_others() {
    let text = rules(
        "article 1 { (1) if late then sanction = notice  (2) if lied then sanction = warning }
         article 2 { exempt sanction from 1(1) if repaid }",
    );
    text.cites(&[
        ("late, lied, repaid", "warning", "1(1), 1(2)"),
        ("late, not lied, repaid", "exempt", "1(1)"),
        ("not late, lied, repaid", "warning", "1(2)"),
        ("not late, not lied, repaid", "exempt", ""),
        ("not late, not lied, not repaid", "not addressed", ""),
    ]);
    assert_eq!(text.sanction("late, lied, repaid").exempted_by, ["2"]);
}

#[test]
fn exemption_beats_conflict_and_conflict_beats_adjustment() {
    let text = rules_combined_by(
        "unique",
        "article 1 { if late then sanction = notice } article 2 { if lied then sanction = warning }
         article 3 { exempt sanction if repaid } article 4 { adjust sanction by waive if repeated }",
    );
    text.cites(&[
        ("late, lied, not repaid, repeated", "conflict", "1, 2"),
        ("late, lied, repaid, repeated", "exempt", "1, 2"),
        ("late, not lied, not repaid, repeated", "none", "1"),
    ]);
    assert!(text.sanction("late, lied, not repaid, repeated").adjusted_by.is_empty());
    assert!(text.sanction("late, lied, repaid, repeated").adjusted_by.is_empty());
}

#[test]
fn outside_the_scope_nothing_is_said() {
    rules(
        "article 1 { applies when late } article 2 { if lied then sanction = notice } article 3 { exempt sanction if repaid }",
    )
    .cites(&[
        ("not late, lied, repaid", "out of scope", ""),
        ("late, lied, repaid", "exempt", "2"),
        ("late, lied, not repaid", "notice", "2"),
        ("late, not lied, not repaid", "not addressed", ""),
        ("not late", "out of scope", ""),
    ]);
}

#[test]
fn no_rule_is_not_the_same_as_no_measure() {
    rules("article 1 { if late then sanction = none }").gives(&[("late", "none"), ("not late", "not addressed")]);
}

#[test]
fn a_fact_that_is_not_given_is_unknown_unless_it_has_a_default() {
    let text = regulation(
        "scale measure { reminder < warning } outcome sanction: measure combine heaviest
         fact late: bool default false  fact lied: bool  fact days: int default 3
         article 1 { if late or lied then sanction = warning } article 2 { if days > 2 then sanction = reminder }",
    );
    text.gives(&[
        ("", "undetermined"),
        ("not lied", "reminder"),
        ("late", "warning"),
        ("not lied, days = 2", "not addressed"),
    ]);
}

#[test]
fn facts_that_contradict_an_assumption_are_an_error() {
    let text = rules("assume not (late and lied) article 1 { if late or lied then sanction = notice }");
    text.refuses("late, lied");
    text.gives(&[("late, not lied", "notice"), ("late", "notice"), ("", "undetermined")]);
}

#[test]
fn assumptions_that_leave_no_case_are_an_error_too() {
    let text = rules("assume late or lied assume late implies repaid article 1 { if repeated then sanction = notice }");
    text.refuses("not lied, not repaid");
    text.gives(&[("not lied, repeated", "notice"), ("not repaid, repeated", "notice")]);
}
