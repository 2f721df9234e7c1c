//! Combining, overriding, `otherwise`.

use crate::regulation::{regulation, rules, rules_combined_by};

const TWO_RULES: &str = "article 1 { if late then sanction ∈ <reminder, warning> }
                         article 2 { if lied then sanction ∈ <warning, notice> }";

#[test]
fn each_way_of_combining_two_overlapping_rules() {
    for (combine, both) in [
        ("heaviest", "warning, notice"),
        ("union", "reminder, warning, notice"),
        ("intersect", "warning"),
        ("unique", "conflict"),
        ("accumulate", "reminder, warning, notice"),
    ] {
        rules_combined_by(combine, TWO_RULES).cites(&[
            ("late, lied", both, "1, 2"),
            ("late, not lied", "reminder, warning", "1"),
            ("not late, lied", "warning, notice", "2"),
            ("not late, not lied", "not addressed", ""),
        ]);
    }
}

#[test]
fn rules_without_a_common_value() {
    let text = "article 1 { if late then sanction = reminder } article 2 { if lied then sanction = notice }";
    for (combine, both) in [
        ("heaviest", "notice"),
        ("union", "reminder, notice"),
        ("intersect", "conflict"),
        ("unique", "conflict"),
        ("accumulate", "reminder, notice"),
    ] {
        rules_combined_by(combine, text).cites(&[("late, lied", both, "1, 2")]);
    }
}

#[test]
fn the_same_set_twice_is_no_conflict() {
    let text = "article 1 { if late then sanction = notice } article 2 { if lied then sanction ∈ <notice> }";
    for combine in ["heaviest", "union", "intersect", "unique", "accumulate"] {
        rules_combined_by(combine, text).cites(&[("late, lied", "notice", "1, 2")]);
    }
}

#[test]
fn the_floor_is_the_heaviest_minimum_and_may_lie_in_another_rule() {
    rules("article 1 { if late then sanction ∈ <reminder, dismissal> } article 2 { if lied then sanction = notice }")
        .gives(&[("late, lied", "notice, dismissal"), ("late, not lied", "reminder, dismissal")]);
}

#[test]
fn an_enum_without_order_combines_as_a_set() {
    let text = "enum remedy { apology, repair, refund } fact late: bool fact lied: bool
                article 1 { if late then sanction ∈ <apology, refund> } article 2 { if lied then sanction ∈ <refund, repair> }";
    for (combine, both) in [("union", "apology, repair, refund"), ("intersect", "refund"), ("unique", "conflict")] {
        regulation(&format!("outcome sanction: remedy combine {combine}\n{text}")).gives(&[("late, lied", both)]);
    }
}

#[test]
fn members_of_a_scale_or_an_enum_have_no_sum() {
    for declared in ["scale measure { notice < demotion }", "enum measure { notice, demotion }"] {
        let text = format!("{declared} outcome sanction: measure combine sum");
        let found = policyc::check_text("demo.policy", &text).diagnostics;
        let codes: Vec<policyc::Code> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, [policyc::Code::BadCombination], "{declared}");
    }
}

#[test]
fn may_adds_no_measure_which_is_lighter_than_every_value() {
    let text = "article 1 { if late then may sanction ∈ <reminder, warning> }
                article 2 { if lied then sanction = reminder }
                article 3 { if repeated then may sanction = notice }
                article 4 { if repaid then sanction = none }";
    rules(text).gives(&[
        ("late, not lied, not repeated, not repaid", "reminder, warning or none"),
        ("late, lied, not repeated, not repaid", "reminder, warning"),
        ("late, not lied, repeated, not repaid", "reminder, warning, notice or none"),
        ("not late, not lied, not repeated, repaid", "none"),
        ("not late, lied, not repeated, repaid", "reminder"),
        ("late, not lied, not repeated, repaid", "reminder, warning or none"),
    ]);
    rules_combined_by("intersect", text).gives(&[
        ("late, lied, not repeated, not repaid", "reminder"),
        ("late, not lied, repeated, not repaid", "none"),
        ("not late, lied, not repeated, repaid", "conflict"),
    ]);
}

#[test]
fn one_rule_may_speak_of_two_outcomes() {
    let two = regulation(
        "scale measure { reminder < warning } fact late: bool
         outcome sanction: measure combine heaviest outcome record: measure combine heaviest
         article 1 { if late then sanction = warning and may record = reminder }",
    );
    let decision = two.decide("late").unwrap();
    let record = decision.outcome("record").unwrap();
    assert_eq!(
        (record.permitted.words().join(", ").as_str(), record.none, record.clauses.join(", ").as_str()),
        ("reminder", true, "1")
    );
    two.cites(&[("late", "warning", "1"), ("not late", "not addressed", "")]);
}

#[test]
fn overriding_drops_an_article_or_one_of_its_items() {
    let articles = "article 1 { (1) if late then sanction = notice  (2) if lied then sanction = dismissal }";
    rules(&format!("{articles} article 2 {{ if repaid then sanction = reminder overriding 1 }}")).cites(&[
        ("late, lied, repaid", "reminder", "2"),
        ("late, lied, not repaid", "dismissal", "1(1), 1(2)"),
        ("not late, not lied, repaid", "reminder", "2"),
    ]);
    let item = rules(&format!("{articles} article 2 {{ if repaid then sanction = reminder overriding 1(2) }}"));
    item.cites(&[("late, lied, repaid", "notice", "1(1), 2"), ("not late, lied, repaid", "reminder", "2")]);
    assert_eq!(item.sanction("late, lied, repaid").overridden, ["1(2)"]);
    assert!(item.sanction("late, not lied, repaid").overridden.is_empty(), "what did not fire is not overridden");
}

#[test]
fn a_rule_that_is_overridden_still_drops_what_it_overrides() {
    let chain = rules(
        "article 1 { if late then sanction = dismissal }
         article 2 { if lied then sanction = notice overriding 1 }
         article 3 { if repaid then sanction = reminder overriding 2 }",
    );
    chain.cites(&[
        ("late, lied, repaid", "reminder", "3"),
        ("late, not lied, repaid", "dismissal", "1, 3"),
        ("late, lied, not repaid", "notice", "2"),
    ]);
    assert_eq!(chain.sanction("late, lied, repaid").overridden, ["1", "2"]);
}

#[test]
fn otherwise_fires_only_where_no_other_rule_does() {
    rules(
        "article 1 { if late then sanction = notice }
         article 2 { otherwise if lied then sanction = warning }
         article 3 { otherwise sanction = reminder }",
    )
    .cites(&[
        ("late, lied", "notice", "1"),
        ("late, not lied", "notice", "1"),
        ("not late, lied", "warning", "2, 3"),
        ("not late, not lied", "reminder", "3"),
    ]);
}

#[test]
fn an_excused_rule_has_fired_so_otherwise_does_not() {
    rules(
        "article 1 { if late then sanction = notice } article 2 { exempt sanction from 1 if repaid }
         article 3 { otherwise sanction = reminder }",
    )
    .cites(&[
        ("late, repaid", "exempt", "1"),
        ("late, not repaid", "notice", "1"),
        ("not late, not repaid", "reminder", "3"),
    ]);
}

#[test]
fn items_of_a_group_are_cited_one_by_one() {
    rules("article 1 { (1) sanction = notice if any { (1) late (2) lied (3) repeated } }").cites(&[
        ("late, lied, not repeated", "notice", "1(1)1, 1(1)2"),
        ("not late, not lied, repeated", "notice", "1(1)3"),
        ("not late, not lied, not repeated", "not addressed", ""),
    ]);
}

#[test]
fn citations_stand_in_the_order_of_the_text() {
    rules("article 1 { (1) sanction = notice if any { (1) late (2) lied } (2) if repeated then sanction = notice }")
        .cites(&[("late, lied, repeated", "notice", "1(1)1, 1(1)2, 1(2)")]);
}
