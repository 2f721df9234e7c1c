//! Rights that must have been granted before a step.

use crate::case::{Office, office};
use policyc::decide::ProcedureVerdict;

fn handling() -> Office {
    office(
        "article 1 {
           right be_heard of driver { when grave before decide, publish }
           procedure handling { step open step decide after open may step publish after decide }
         }",
    )
}

fn rights(log: &str, as_of: &str, facts: &str) -> String {
    let report = handling().report(log, as_of, facts, None);
    let said = report.rights.iter().map(|right| format!("{} {:?}", right.before, right.state).to_lowercase());
    said.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_right_is_granted_by_the_day_of_the_step() {
    let grave = "grave = true";
    let table = [
        ("open 03-01", "decide pending; publish pending"),
        ("open 03-01; right be_heard 03-02", "decide granted; publish granted"),
        ("open 03-01; right be_heard 03-03; decide 03-03", "decide granted; publish granted"),
        ("open 03-01; right be_heard 03-04; decide 03-03", "decide denied; publish granted"),
        ("open 03-01; decide 03-03", "decide denied; publish pending"),
        ("open 03-01; decide 03-03; right be_heard 03-20", "decide denied; publish pending"),
    ];
    for (log, wanted) in table {
        assert_eq!(rights(log, "03-10", grave), wanted, "{log}");
    }
}

#[test]
fn there_is_no_right_where_its_condition_does_not_hold() {
    assert_eq!(
        rights("open 03-01; decide 03-02", "03-10", "grave = false"),
        "decide notapplicable; publish notapplicable"
    );
    assert_eq!(rights("open 03-01; decide 03-02", "03-10", ""), "decide undetermined; publish undetermined");
    assert_eq!(
        rights("open 03-01; right be_heard 03-01; decide 03-02", "03-10", ""),
        "decide granted; publish granted"
    );
}

#[test]
fn a_right_that_was_denied_is_a_fault_of_the_case() {
    let report = handling().report("open 03-01; decide 03-02", "03-10", "grave = true", None);
    assert_eq!(report.verdict, ProcedureVerdict::Faulty);
    let right = &report.rights[0];
    assert_eq!(
        (right.name.as_str(), right.bearer.as_deref(), right.clause.as_str()),
        ("be_heard", Some("driver"), "1")
    );
}

#[test]
fn what_has_to_be_granted_first_stands_beside_the_next_step() {
    let report = handling().report("open 03-01", "03-10", "grave = true", None);
    assert_eq!(
        (report.next[0].step.as_str(), report.next[0].grant_first.as_slice()),
        ("decide", &["be_heard".to_owned()][..])
    );
}
