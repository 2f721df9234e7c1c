//! Amounts that are calculated from the facts.

use crate::regulation::{Regulation, regulation};
use policyc::policy::ArithmeticError;

fn about(rules: &str) -> Regulation {
    regulation(&format!(
        "fact gain: money fact loss: money fact grave: bool fact days: int
         record item {{ price: money }} fact items: list of item
         outcome fine: money combine sum
         {rules}"
    ))
}

#[test]
fn between_one_and_five_times_the_gain() {
    let text = about("article 1 { if grave then fine ∈ 1 * gain .. 5 * gain }");
    text.of(
        "fine",
        &[
            ("'grave': true, 'gain': '100.00 CNY'", "100.00 CNY .. 500.00 CNY"),
            ("'grave': true, 'gain': '0 CNY'", "0 CNY"),
            ("'grave': false", "not addressed"),
            ("'grave': false, 'gain': '-1 CNY'", "not addressed"),
        ],
    );
    text.fails(&[("'grave': true, 'gain': '-100.00 CNY'", ArithmeticError::BadInterval)]);
    // The amounts are not known: any, as far as that can be said.
    let open = text.judge("'grave': true");
    let fine = open.outcome("fine").unwrap();
    assert_eq!((fine.status, fine.asks.join(", ")), (policyc::Status::Undetermined, "gain".to_owned()));
}

#[test]
fn ends_in_the_wrong_order() {
    let text = about("article 1 { if grave then fine ∈ gain .. loss }");
    text.of("fine", &[("'grave': true, 'gain': '1.00 CNY', 'loss': '2.00 CNY'", "1.00 CNY .. 2.00 CNY")]);
    text.fails(&[("'grave': true, 'gain': '2.00 CNY', 'loss': '1.00 CNY'", ArithmeticError::BadInterval)]);
}

#[test]
fn an_exemption_or_an_override_makes_unknown_amounts_irrelevant() {
    let text = about(
        "article 1 { (1) if grave then fine = 2 * gain (2) if days > 3 then fine = 7.00 CNY overriding 1(1) }
         article 2 { exempt fine if days > 10 }",
    );
    text.of(
        "fine",
        &[
            ("'grave': true, 'days': 4", "7.00 CNY"),
            ("'grave': true, 'days': 11", "exempt"),
            ("'grave': true, 'days': 3, 'gain': '2 CNY'", "4 CNY"),
            ("'days': 11", "exempt"),
        ],
    );
}

#[test]
fn sums_of_a_list_as_amounts() {
    let text = about("article 1 { if grave then fine = 2 * (sum price over items) }");
    text.of(
        "fine",
        &[
            ("'grave': true, 'items': [{'price': '1.50 CNY'}, {'price': '2.00 CNY'}]", "7.00 CNY"),
            ("'grave': false", "not addressed"),
        ],
    );
}
