//! Duties, prohibitions and rights.

use crate::regulation::{Regulation, regulation};

fn about(duties: &str) -> Regulation {
    regulation(&format!(
        "scale measure {{ reminder < warning < notice }}
         body office role leader
         fact complaint: bool fact answered_on: date fact received_on: date fact retaliated: bool fact told: bool
         outcome sanction: measure
         {duties}"
    ))
}

const ANSWER: &str = "article 4 { duty answer of office {
    when complaint must answered_on within 10 days after received_on on breach sanction = warning } }";

#[test]
fn a_duty_with_a_deadline() {
    let text = about(ANSWER);
    let case = |answered: &str, as_of: &str| {
        format!("'complaint': true, 'received_on': '2024-03-01', 'answered_on': '{answered}'{as_of}")
    };
    let on = |day: &str| format!(", 'as_of': '{day}'");
    let open = "'complaint': true, 'received_on': '2024-03-01'";
    text.duties(&[
        ("'complaint': false", "not_applicable"),
        (&case("2024-03-11", ""), "fulfilled 2024-03-11"),
        (&case("2024-03-12", ""), "breached 2024-03-11"),
        (&case("2024-03-12", &on("2024-03-20")), "breached 2024-03-11"),
        (&case("never", &on("2024-03-11")), "pending 2024-03-11"),
        (&case("never", &on("2024-03-12")), "breached 2024-03-11"),
        (&case("never", ""), "breached 2024-03-11"),
        (&format!("{open}{}", on("2024-03-11")), "pending 2024-03-11"),
        (&format!("{open}{}", on("2024-03-12")), "undetermined 2024-03-11? answered_on"),
        (open, "undetermined 2024-03-11? answered_on"),
        ("'received_on': '2024-03-01', 'answered_on': '2024-03-02'", "undetermined 2024-03-11? complaint"),
        ("'complaint': true, 'as_of': '2024-03-01', 'answered_on': 'never'", "undetermined? received_on"),
        ("", "undetermined? answered_on, complaint, received_on"),
    ]);
    text.of(
        "sanction",
        &[
            (&case("2024-03-11", ""), "not addressed"),
            (&case("2024-03-12", ""), "warning"),
            (&case("never", &on("2024-03-11")), "not addressed"),
            (&case("never", &on("2024-03-12")), "warning"),
            (&case("never", ""), "warning"),
            (open, "warning, not_addressed? answered_on"),
            // Nothing is breached before the deadline, whatever happens then.
            (&format!("{open}{}", on("2024-03-11")), "not addressed"),
        ],
    );
}

#[test]
fn a_deadline_counted_from_what_never_happened_is_never_over() {
    about(ANSWER).duties(&[(
        "'complaint': true, 'received_on': 'never', 'answered_on': 'never', 'as_of': '2024-03-01'",
        "pending",
    )]);
}

#[test]
fn a_prohibition_is_kept_or_breached() {
    let text =
        about("article 4 { forbid reprisal of leader { when complaint act retaliated on breach sanction = notice } }");
    text.duties(&[
        ("'complaint': true, 'retaliated': true", "breached"),
        ("'complaint': true, 'retaliated': false", "fulfilled"),
        ("'complaint': false, 'retaliated': true", "not_applicable"),
        ("'complaint': true", "undetermined? retaliated"),
        ("'complaint': true, 'as_of': '2024-01-01'", "undetermined? retaliated"),
    ]);
    text.of(
        "sanction",
        &[
            ("'complaint': true, 'retaliated': true", "notice"),
            ("'complaint': true, 'retaliated': false", "not addressed"),
        ],
    );
}

#[test]
fn a_duty_without_a_deadline_and_a_right() {
    let text =
        about("article 4 { duty tell of office { when complaint must told } right be_heard of leader { must told } }");
    text.duties(&[
        ("'complaint': true, 'told': false, 'as_of': '2024-01-01'", "breached; breached"),
        ("'complaint': true, 'told': true", "fulfilled; fulfilled"),
        ("'complaint': false, 'told': true", "not_applicable; fulfilled"),
        ("'told': true", "undetermined? complaint; fulfilled"),
    ]);
}

#[test]
fn a_duty_that_is_breached_in_a_later_condition() {
    let text = about(&format!("{ANSWER} article 5 {{ if answer is breached and told then sanction = notice }}"));
    let late = "'complaint': true, 'received_on': '2024-03-01', 'answered_on': '2024-03-12'";
    text.of(
        "sanction",
        &[(&format!("{late}, 'told': true"), "notice"), (&format!("{late}, 'told': false"), "warning")],
    );
}

#[test]
fn outside_the_scope_and_out_of_force_nobody_has_a_duty() {
    let text = about("article 1 { applies when complaint } article 4 { duty tell of office { must told } }");
    text.duties(&[
        ("'complaint': false, 'told': false", "not_applicable"),
        ("'complaint': true, 'told': false", "breached"),
    ]);
    let text = about("article 4 in force from 2024-01-01 { duty tell of office { must told } }");
    text.duties(&[
        ("'told': false, 'as_of': '2023-12-31'", "not_applicable"),
        ("'told': false, 'as_of': '2024-01-01'", "breached"),
    ]);
}
