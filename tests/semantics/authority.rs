//! Who decides and enforces, and which judgements a result rests on.

use crate::regulation::{Regulation, regulation};

fn with_authority() -> Regulation {
    regulation(
        "scale measure { reminder < warning < notice < dismissal } body desk body board
         fact late: bool fact lied: bool judgement grave: bool by board criterion \"harm done\" judgement outcry: bool
         outcome sanction: measure combine heaviest
         article 1 { if late then sanction ∈ <warning, notice, dismissal> }
         article 2 { if lied and grave then sanction = dismissal }
         article 3 { adjust sanction by reduce if outcry }
         article 4 { authority for sanction {
           <reminder, warning, notice> decided by desk
           <dismissal> decided jointly by <desk, board> approved by board
           <dismissal> enforced by board
           <reminder, warning> enforced by desk
         } }",
    )
}

#[test]
fn the_deciders_are_split_over_the_permitted_values() {
    let decision = with_authority().sanction("late, not lied, not outcry");
    let deciders: Vec<_> = decision
        .decided_by
        .iter()
        .map(|by| {
            (by.values.join(", "), by.bodies.join(", "), by.jointly, by.approved_by.join(", "), by.clause.clone())
        })
        .collect();
    let wanted = [("warning, notice", "desk", false, "", "4"), ("dismissal", "desk, board", true, "board", "4")];
    let wanted = wanted.map(|(a, b, c, d, e)| (a.to_owned(), b.to_owned(), c, d.to_owned(), e.to_owned()));
    assert_eq!(deciders, wanted);
    let mut enforcers = decision.enforced_by;
    enforcers.sort();
    assert_eq!(enforcers, ["board", "desk"]);
}

#[test]
fn nobody_decides_values_that_are_not_permitted() {
    let decision = with_authority().sanction("late, lied, grave, not outcry");
    assert_eq!(decision.decided_by.len(), 1);
    assert_eq!(decision.decided_by[0].values, ["dismissal"]);
    assert_eq!(decision.enforced_by, ["board"]);
    assert!(with_authority().sanction("not late, not lied").decided_by.is_empty());
}

#[test]
fn judgements_behind_the_result_are_listed() {
    let text = with_authority();
    assert_eq!(text.sanction("late, lied, grave, not outcry").judgements, ["grave"]);
    assert_eq!(text.sanction("late, lied, grave, outcry").judgements, ["grave", "outcry"]);
    assert!(text.sanction("late, not lied, not grave, not outcry").judgements.is_empty());
}
