//! Unknown facts: settled where nothing can change the result, else what is possible and what to ask.

use crate::regulation::{Regulation, regulation, rules};

#[test]
fn settled_although_a_fact_is_unknown() {
    rules("article 1 { if late or not late then sanction = notice }").gives(&[("", "notice")]);
    rules("article 1 { if late then sanction = notice } article 2 { if not late then sanction = notice }")
        .gives(&[("", "notice")]);
    rules("article 1 { if late and not late then sanction = notice }").gives(&[("", "not addressed")]);
    rules("article 1 { if late then sanction = notice } article 2 { exempt sanction if lied }")
        .gives(&[("lied", "exempt")]);
}

#[test]
fn undetermined_with_all_that_is_possible_and_what_to_ask() {
    rules(
        "article 1 { if late then sanction ∈ <warning, notice> } article 2 { if lied then may sanction = reminder }
         article 3 { exempt sanction if repaid }",
    )
    .leaves_open(&[
        ("not lied, not repaid", "warning, notice, not_addressed", "late"),
        ("late, lied", "warning, notice, exempt", "repaid"),
    ]);
}

#[test]
fn clauses_that_fire_in_every_completion_are_named() {
    rules(
        "article 1 { if late then sanction = warning } article 2 { if lied then sanction = dismissal }
         article 3 { if repaid or not repaid then sanction = reminder }",
    )
    .cites(&[("late", "undetermined", "1, 3"), ("lied", "dismissal", "2, 3"), ("", "undetermined", "3")]);
}

#[test]
fn a_clause_with_two_rules_fires_where_either_does() {
    rules("article 1 { if late then sanction = warning if not late then sanction = notice }").cites(&[(
        "",
        "undetermined",
        "1",
    )]);
}

#[test]
fn a_fact_that_cannot_change_the_result_is_never_asked() {
    let text = rules(
        "article 1 { if severity ≥ major and not late then sanction = notice } article 2 { if lied then sanction = dismissal }",
    );
    text.gives(&[("lied", "dismissal")]);
    text.leaves_open(&[
        ("not lied, severity = major", "notice, not_addressed", "late"),
        ("not lied", "notice, not_addressed", "late, severity"),
    ]);
    text.gives(&[("not lied, severity = minor", "not addressed")]);
}

#[test]
fn facts_tied_by_an_assumption_are_each_worth_asking() {
    // `lied` never stands in a rule, but it settles `late`.
    rules("assume late implies lied assume lied implies late article 1 { if late then sanction = notice }")
        .leaves_open(&[("", "notice, not_addressed", "late, lied")]);
    // Two facts that only together settle a third.
    rules("assume late and lied implies repaid article 1 { if repaid then sanction = notice }").leaves_open(&[(
        "",
        "notice, not_addressed",
        "late, lied, repaid",
    )]);
}

#[test]
fn completions_that_are_assumed_away_do_not_count() {
    rules(
        "assume late or lied article 1 { if late then sanction = notice } article 2 { if lied then sanction = notice }",
    )
    .gives(&[("", "notice")]);
    rules("assume cause = intent implies late article 1 { if cause = intent and not late then sanction = notice }")
        .gives(&[("", "not addressed")]);
}

#[test]
fn unknown_numbers_between_thresholds() {
    rules("article 1 { if days > 30 then sanction = notice } article 2 { if days ≤ 30 then sanction = notice }")
        .gives(&[("", "notice")]);
    rules("article 1 { if days > 30 and days < 31 then sanction = notice }").gives(&[("", "not addressed")]);
    rules("article 1 { if days > 30 and days < 32 then sanction = notice }").leaves_open(&[(
        "",
        "notice, not_addressed",
        "days",
    )]);
    rules("article 1 { if days > 9223372036854775807 then sanction = notice }").gives(&[("", "not addressed")]);
}

fn about(declared: &str, text: &str) -> Regulation {
    regulation(&format!(
        "scale measure {{ reminder < warning < notice }} outcome sanction: measure combine heaviest\n{declared}\n{text}"
    ))
}

#[test]
fn unknown_amounts_are_dense_where_whole_numbers_are_not() {
    let text = "article 1 { if loss > 30.00 CNY and loss < 30.01 CNY then sanction = notice }";
    about("fact loss: money", text).leaves_open(&[("", "notice, not_addressed", "loss")]);
    let text = "article 1 { if share > 0.5 or share ≤ 0.5 then sanction = notice }";
    about("fact share: decimal", text).gives(&[("", "notice"), ("share = 0.5", "notice")]);
    let text = "article 1 { if share > 0.5 and share < 0.51 then sanction = notice }";
    about("fact share: decimal", text).leaves_open(&[("", "notice, not_addressed", "share")]);
}

#[test]
fn known_amounts_and_days_at_their_threshold() {
    about("fact loss: money", "article 1 { if loss ≥ 1000.00 CNY then sanction = notice }").gives(&[
        ("loss = 1000.00 CNY", "notice"),
        ("loss = 1000 CNY", "notice"),
        ("loss = 999.99 CNY", "not addressed"),
    ]);
    about("fact due: date", "article 1 { if due < 2024-03-01 then sanction = notice }")
        .gives(&[("due = 2024-02-29", "notice"), ("due = 2024-03-01", "not addressed")]);
}

#[test]
fn unknown_days_of_the_calendar() {
    let dates = "fact due: date fact done: date";
    about(dates, "article 1 { if due > 2024-02-28 and due < 2024-03-01 then sanction = notice }").leaves_open(&[(
        "",
        "notice, not_addressed",
        "due",
    )]);
    about(dates, "article 1 { if due > 2024-02-29 and due < 2024-03-01 then sanction = notice }")
        .gives(&[("", "not addressed")]);
}

#[test]
fn two_unknown_days_compared_with_each_other() {
    let dates = "fact due: date fact done: date";
    about(dates, "article 1 { if done > due then sanction = notice }").leaves_open(&[(
        "",
        "notice, not_addressed",
        "done, due",
    )]);
    about(dates, "article 1 { if done > due or done ≤ due then sanction = notice }").gives(&[("", "notice")]);
    about(dates, "article 1 { if done > due and due > done then sanction = notice }").gives(&[("", "not addressed")]);
    about(dates, "article 1 { if due < done and done < 2024-03-02 and due > 2024-02-29 then sanction = notice }")
        .gives(&[("", "not addressed")]);
}
