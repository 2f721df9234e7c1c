//! Who takes a step, how many, with what checked and whose consent.

use crate::case::procedure;

#[test]
fn any_of_those_named_may_take_it() {
    let office = procedure("step decide by <office, county>");
    office.says(&[
        ("decide 03-01 by county", "03-01", "decide done"),
        ("decide 03-01 by county,city", "03-01", "decide done"),
        ("decide 03-01 by city", "03-01", "decide done, up to office,county"),
        ("decide 03-01", "03-01", "decide done, unrecorded by"),
    ]);
    procedure("step decide")
        .says(&[("decide 03-01", "03-01", "decide done"), ("decide 03-01 by city", "03-01", "decide done")]);
}

#[test]
fn those_named_together_take_it_together() {
    let office = procedure("step report jointly by <office, driver>");
    office.says(&[
        ("report 03-01 by driver,office", "03-01", "report done"),
        ("report 03-01 by driver", "03-01", "report done, up to office"),
        ("report 03-01 by city", "03-01", "report done, up to office,driver"),
        ("report 03-01 by driver,office,city", "03-01", "report done"),
    ]);
}

#[test]
fn a_quorum_is_met_or_not_or_not_recorded() {
    let office = procedure("step decide quorum 3");
    office.says(&[
        ("decide 03-01 present 3", "03-01", "decide done"),
        ("decide 03-01 present 2", "03-01", "decide done, 2 of 3"),
        ("decide 03-01", "03-01", "decide done, unrecorded present"),
    ]);
}

#[test]
fn what_has_to_be_checked_is_checked() {
    let office = procedure("step review checks <facts_clear \"facts\", evidence_sufficient>");
    office.says(&[
        ("review 03-01 checks evidence_sufficient,facts_clear", "03-01", "review done"),
        ("review 03-01 checks evidence_sufficient", "03-01", "review done, unchecked facts_clear"),
        ("review 03-01", "03-01", "review done, unchecked facts_clear,evidence_sufficient"),
    ]);
}

#[test]
fn those_who_have_to_agree_agree() {
    let office = procedure("step publish consent of driver, city");
    office.says(&[
        ("publish 03-01 consent driver,city", "03-01", "publish done"),
        ("publish 03-01 consent city", "03-01", "publish done, without driver"),
        ("publish 03-01", "03-01", "publish done, without city,driver"),
    ]);
}

#[test]
fn several_things_can_be_wrong_with_one_step() {
    let office = procedure(
        "step open step decide by office after open within 1 day of open quorum 2 checks <clear> consent of driver",
    );
    office.says(&[(
        "open 03-03; decide 03-01 by city present 1",
        "03-09",
        "open done; decide done, before open, up to office, 1 of 2, unchecked clear, without driver",
    )]);
}
