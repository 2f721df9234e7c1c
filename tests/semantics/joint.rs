//! Outcomes of several roles, of which one reads the other.

use crate::regulation::{Regulation, regulation};
use policyc::decide::{DecideError, Status, decide};

fn about(rules: &str) -> Regulation {
    regulation(&format!(
        "scale measure {{ reminder < warning < demotion < removal }}
         role driver role leader role director
         fact careless of driver: bool fact drunk of driver: bool fact knew of leader: bool fact excused of driver: bool
         outcome sanction of driver: measure combine heaviest
         outcome sanction of leader: measure combine heaviest
         outcome sanction of director: measure combine heaviest
         {rules}"
    ))
}

const JOINT: &str = "article 1 {
    (1) if careless of driver then sanction of driver ∈ <warning, demotion>
    (2) if drunk of driver then sanction of driver = removal
    (3) exempt sanction of driver if excused of driver
  }
  article 2 { if sanction of driver ≥ demotion and knew of leader then sanction of leader = warning }
  article 3 { if sanction of leader = warning then sanction of director = reminder }";

#[test]
fn a_comparison_holds_if_every_permitted_value_satisfies_it() {
    let text = about(JOINT);
    let known = "'excused of driver': false, 'knew of leader': true";
    let case = |more: &str| format!("{known}, {more}").replace("' of driver", " of driver");
    let roles = |driver: &str, leader: &str| format!("'driver': {{{driver}}}, 'leader': {{{leader}}}");
    let _ = case;
    let all = |careless: bool, drunk: bool| {
        roles(&format!("'careless': {careless}, 'drunk': {drunk}, 'excused': false"), "'knew': true")
    };
    text.of(
        "sanction of leader",
        &[
            (&all(false, false), "not addressed"),
            (&all(false, true), "warning"),
            (&all(true, true), "warning"),
            (&all(true, false), "warning, not_addressed? sanction of driver"),
            (&roles("'careless': true, 'drunk': false, 'excused': true", "'knew': true"), "not addressed"),
            (&roles("'careless': true, 'drunk': false, 'excused': false", "'knew': false"), "not addressed"),
            (
                &roles("'careless': true, 'drunk': false, 'excused': false", ""),
                "warning, not_addressed? knew of leader, sanction of driver",
            ),
            (
                &roles("'careless': true, 'excused': false", "'knew': true"),
                "warning, not_addressed? drunk of driver, sanction of driver",
            ),
        ],
    );
    // A chain of three.
    text.of(
        "sanction of director",
        &[
            (&all(false, true), "reminder"),
            (&all(true, false), "reminder, not_addressed? sanction of driver"),
            (&all(false, false), "not addressed"),
        ],
    );
}

#[test]
fn what_the_authority_chose_settles_it() {
    let text = about(JOINT);
    let all = |careless: bool, drunk: bool, chosen: &str| {
        format!(
            "'driver': {{'careless': {careless}, 'drunk': {drunk}, 'excused': false}}, 'leader': {{'knew': true}},
             'chosen': {{'sanction of driver': '{chosen}'}}"
        )
    };
    text.of(
        "sanction of leader",
        &[(&all(true, false, "demotion"), "warning"), (&all(true, false, "warning"), "not addressed")],
    );
    text.of(
        "sanction of director",
        &[(&all(true, false, "demotion"), "reminder"), (&all(true, false, "warning"), "not addressed")],
    );
    let refused = |json: &str| decide(&text.0, &text.read(json));
    assert_eq!(
        refused(&all(true, false, "removal")),
        Err(DecideError::ChoiceNotPermitted {
            outcome: "sanction of driver".to_owned(),
            chosen: "removal".to_owned(),
            permitted: vec!["warning".to_owned(), "demotion".to_owned()],
        })
    );
    assert_eq!(
        refused(&all(false, false, "warning")),
        Err(DecideError::ChoiceNotOpen { outcome: "sanction of driver".to_owned(), status: Status::NotAddressed })
    );
}

#[test]
fn a_choice_tells_something_of_unknown_facts() {
    let text = about(JOINT);
    let chosen = |chosen: &str| format!("'leader': {{'knew': true}}, 'chosen': {{'sanction of driver': '{chosen}'}}");
    // Whoever is removed was drunk; whoever is warned was careless and not drunk.
    text.of("sanction of driver", &[(&chosen("removal"), "removal"), (&chosen("warning"), "warning, demotion")]);
    text.of("sanction of leader", &[(&chosen("removal"), "warning"), (&chosen("warning"), "not addressed")]);
    let refused = decide(&text.0, &text.read(&chosen("reminder")));
    assert_eq!(
        refused,
        Err(DecideError::ChoiceNotPermitted {
            outcome: "sanction of driver".to_owned(),
            chosen: "reminder".to_owned(),
            permitted: vec!["warning".to_owned(), "demotion".to_owned(), "removal".to_owned()],
        })
    );
}

#[test]
fn no_measure_satisfies_no_test() {
    let text = about(
        "article 1 { if careless of driver then may sanction of driver = warning }
         article 2 { if sanction of driver ≠ removal then sanction of leader = reminder }
         article 3 { if not sanction of driver ≥ reminder then sanction of director = reminder }",
    );
    text.of(
        "sanction of leader",
        &[
            ("'driver': {'careless': true}", "reminder, not_addressed? sanction of driver"),
            ("'driver': {'careless': false}", "not addressed"),
            ("'driver': {'careless': true}, 'chosen': {'sanction of driver': 'none'}", "not addressed"),
            ("'driver': {'careless': true}, 'chosen': {'sanction of driver': 'warning'}", "reminder"),
        ],
    );
    text.of(
        "sanction of director",
        &[
            ("'driver': {'careless': false}", "reminder"),
            ("'driver': {'careless': true}, 'chosen': {'sanction of driver': 'none'}", "reminder"),
        ],
    );
}

#[test]
fn what_does_not_depend_on_the_choice_is_settled() {
    let text = about(
        "define heavy = sanction of driver ≥ demotion
         article 1 { if careless of driver then sanction of driver ∈ <warning, demotion> }
         article 2 { (1) if heavy then sanction of leader = reminder (2) if not heavy then sanction of leader = reminder }
         article 3 { if sanction of driver ≥ warning then sanction of director = reminder }",
    );
    text.of("sanction of leader", &[("'driver': {'careless': true}", "reminder"), ("", "reminder")]);
    text.of(
        "sanction of director",
        &[("'driver': {'careless': true}", "reminder"), ("", "reminder, not_addressed? careless of driver")],
    );
}

#[test]
fn amounts_are_chosen_in_pieces() {
    let text = regulation(
        "scale measure { reminder < warning < notice }
         role driver role leader
         fact careless of driver: bool
         outcome fine of driver: money combine sum
         outcome sanction of leader: measure
         article 1 { if careless of driver then fine of driver ∈ 200.00 CNY .. 1000.00 CNY }
         article 2 { (1) if fine of driver ≥ 500.00 CNY then sanction of leader = warning
                     (2) if fine of driver < 300.00 CNY then sanction of leader = reminder
                     (3) if fine of driver ∈ 300.00 CNY .. 499.99 CNY then sanction of leader = notice }",
    );
    let chosen = |amount: &str| format!("'driver': {{'careless': true}}, 'chosen': {{'fine of driver': '{amount}'}}");
    text.of(
        "sanction of leader",
        &[
            (&chosen("500 CNY"), "warning"),
            (&chosen("299.99 CNY"), "reminder"),
            (&chosen("300.00 CNY"), "notice"),
            (&chosen("499.995 CNY"), "not addressed"),
            ("'driver': {'careless': true}", "reminder, warning, notice, not_addressed? fine of driver"),
            ("'driver': {'careless': false}", "not addressed"),
        ],
    );
    // What cannot be chosen is not possible.
    let text = regulation(
        "scale measure { reminder < warning < notice }
         fact careless: bool
         outcome fine: money
         outcome sanction: measure
         article 1 { if careless then fine ∈ 200.00 CNY .. 1000.00 CNY }
         article 2 { (1) if fine ≥ 1000.01 CNY then sanction = notice (2) if fine ≥ 600.00 CNY and fine < 600.00 CNY then sanction = notice
                     (3) if fine > 400.00 CNY then sanction = warning }",
    );
    text.of("sanction", &[("'careless': true", "warning, not_addressed? fine")]);
}
