//! Every adjustment at every edge of the ladder.

use crate::regulation::{result, rules};

/// The result of adjusting one set.
#[track_caller]
fn adjusts(set: &str, by: &str, wanted: &str) {
    let text = rules(&format!("article 1 {{ if late then {set} }} article 2 {{ adjust sanction by {by} if repaid }}"));
    let adjusted = text.sanction("late, repaid");
    assert_eq!(result(&adjusted), wanted, "{set}, {by}");
    assert_eq!(adjusted.adjusted_by, ["2"], "{set}, {by}: named even where the set stays the same");
    let untouched = text.sanction("late, not repaid");
    assert!(untouched.adjusted_by.is_empty() && untouched.unadjusted.is_none(), "{set}, {by}");
    assert_eq!(adjusted.unadjusted.is_some(), result(&untouched) != wanted, "{set}, {by}");
}

const BOTTOM: &str = "sanction = reminder";
const ONE: &str = "sanction = warning";
const TWO: &str = "sanction ∈ <warning, notice>";
const GAP: &str = "sanction ∈ <reminder, notice>";
const TOP: &str = "sanction = dismissal";
const UPPER: &str = "sanction ∈ <notice, dismissal>";
const NONE: &str = "sanction = none";
const MAY: &str = "may sanction = warning";

#[test]
fn lighten_takes_off_the_heaviest_of_several() {
    for (set, wanted) in [
        (BOTTOM, "reminder"),
        (ONE, "warning"),
        (TWO, "warning"),
        (GAP, "reminder"),
        (TOP, "dismissal"),
        (UPPER, "notice"),
        (NONE, "none"),
        (MAY, "none"),
    ] {
        adjusts(set, "lighten", wanted);
    }
}

#[test]
fn aggravate_takes_off_the_lightest_of_several() {
    for (set, wanted) in [
        (BOTTOM, "reminder"),
        (ONE, "warning"),
        (TWO, "notice"),
        (GAP, "notice"),
        (TOP, "dismissal"),
        (UPPER, "dismissal"),
        (NONE, "none"),
        (MAY, "warning"),
    ] {
        adjusts(set, "aggravate", wanted);
    }
}

#[test]
fn reduce_goes_one_below_the_lightest() {
    for (set, wanted) in [
        (BOTTOM, "none"),
        (ONE, "reminder"),
        (TWO, "reminder"),
        (GAP, "none"),
        (TOP, "notice"),
        (UPPER, "warning"),
        (NONE, "none"),
        (MAY, "none"),
    ] {
        adjusts(set, "reduce", wanted);
    }
}

#[test]
fn exceed_goes_one_above_the_heaviest() {
    for (set, wanted) in [
        (BOTTOM, "warning"),
        (ONE, "notice"),
        (TWO, "dismissal"),
        (GAP, "dismissal"),
        (TOP, "dismissal"),
        (UPPER, "dismissal"),
        (NONE, "reminder"),
        (MAY, "notice"),
    ] {
        adjusts(set, "exceed", wanted);
    }
}

#[test]
fn waive_leaves_no_measure() {
    for set in [BOTTOM, ONE, TWO, GAP, TOP, UPPER, NONE, MAY] {
        adjusts(set, "waive", "none");
    }
}

#[test]
fn may_keeps_the_set_beside_the_result() {
    adjusts(TWO, "may reduce", "reminder, warning, notice");
    adjusts(TWO, "may lighten", "warning, notice");
    adjusts(TWO, "may waive", "warning, notice or none");
    adjusts(UPPER, "may exceed", "notice, dismissal");
}

#[test]
fn alternatives_are_united() {
    adjusts(TWO, "lighten or reduce", "reminder, warning");
    adjusts(TWO, "lighten or waive", "warning or none");
    adjusts(GAP, "aggravate or exceed", "notice, dismissal");
    adjusts(TWO, "may reduce or waive", "reminder, warning, notice or none");
}

#[test]
fn several_in_one_direction_are_united_and_both_directions_are_weighed() {
    let text = rules(
        "article 1 { if late then sanction ∈ <warning, notice> }
         article 2 { (1) adjust sanction by lighten if repaid (2) adjust sanction by waive if lied }
         article 3 { adjust sanction by aggravate if repeated }",
    );
    for (case, wanted, by, weigh) in [
        ("late, repaid, lied, not repeated", "warning or none", "2(1), 2(2)", false),
        ("late, repaid, not lied, not repeated", "warning", "2(1)", false),
        ("late, not repaid, not lied, repeated", "notice", "3", false),
        ("late, repaid, not lied, repeated", "warning, notice", "2(1), 3", true),
        ("late, repaid, lied, repeated", "warning, notice", "2(1), 2(2), 3", true),
        ("not late, repaid, lied, repeated", "not addressed", "", false),
    ] {
        let found = text.sanction(case);
        let shown = (result(&found), found.adjusted_by.join(", "), found.weigh);
        assert_eq!(shown, (wanted.to_owned(), by.to_owned(), weigh), "{case}");
    }
}

#[test]
fn adjustments_work_on_the_combined_set() {
    rules(
        "article 1 { if late then sanction ∈ <reminder, warning> } article 2 { if lied then sanction ∈ <warning, notice> }
         article 3 { adjust sanction by reduce if repaid }",
    )
    .gives(&[("late, lied, repaid", "reminder"), ("late, not lied, repaid", "none")]);
}
