//! What counts as covered, in small cases.

use crate::support::accepted;
use policyc::testing::Setting;
use policyc::testing::coverage::{ConditionCoverage, Coverage, Measure, Reach, StatementCoverage, coverage};

const HEAD: &str = "scale severity { minor < major < extreme }
scale measure { reminder < notice }
fact severity: severity
fact reported: bool
fact excused: bool
outcome sanction: measure combine heaviest
outcome notice_to_owner: measure combine heaviest
";

fn covered(text: &str) -> Coverage {
    coverage(&accepted(&format!("{HEAD}{text}")), "", &Setting::default())
}

fn statement(found: &Coverage, place: usize) -> &StatementCoverage {
    found.statements.get(place).expect("a statement")
}

/// In how many tests a condition decided as true and as false.
fn decided(condition: &ConditionCoverage) -> (usize, usize) {
    (condition.decides_true.tests, condition.decides_false.tests)
}

#[test]
fn a_condition_decides_where_the_result_hangs_on_it_alone() {
    let found = covered(
        "if severity ≥ major and not reported then sanction = notice
         test \"both\" { given severity = major, reported = false expect sanction = notice }
         test \"neither\" { given severity = minor, reported = true expect sanction not addressed }
         test \"reported\" { given severity = major, reported = true expect sanction not addressed }",
    );
    let [severity, reported] = &statement(&found, 0).conditions[..] else { panic!("two conditions") };
    // In the second test both stand in the way, so that neither decides.
    assert_eq!(decided(severity), (1, 0));
    assert_eq!(decided(reported), (1, 1));
    assert_eq!((severity.held, severity.failed), (2, 1));
    assert_eq!(severity.decides_false.reach, Reach::Possible);
}

#[test]
fn what_is_unknown_counts_on_neither_side() {
    let found = covered(
        "if severity ≥ major and not reported then sanction = notice
         test \"open\" { given severity = major expect sanction undetermined }
         test \"settled\" { given severity = minor expect sanction not addressed }",
    );
    let [severity, reported] = &statement(&found, 0).conditions[..] else { panic!("two conditions") };
    assert_eq!((reported.held, reported.failed), (0, 0));
    // Whether it decides in the second test hangs on what is unknown: it does not count.
    assert_eq!(decided(severity), (0, 0));
    assert_eq!((severity.held, severity.failed), (1, 1));
}

#[test]
fn a_test_counts_for_what_it_asks_about() {
    let text = "article 1 { if severity ≥ major then sanction = notice and notice_to_owner = reminder }
         test \"1\" { given severity = major";
    let outcomes = |expected: &str| {
        let found = covered(&format!("{text} {expected} }}"));
        statement(&found, 0).rules.iter().map(|rule| rule.contributed.tests).collect::<Vec<_>>()
    };
    assert_eq!(outcomes("expect sanction = notice"), [1, 0]);
    assert_eq!(outcomes("expect notice_to_owner = reminder"), [0, 1]);
    assert_eq!(outcomes("expect cites 1"), [1, 1]);
}

#[test]
fn a_rule_that_is_always_dropped_is_not_covered() {
    let found = covered(
        "article 1 { if severity ≥ major then sanction = notice }
         article 2 { exempt sanction from 1 if excused }
         test \"excused\" { given severity = major, excused = true expect sanction exempt }",
    );
    let rule = &statement(&found, 0).rules[0];
    assert_eq!((rule.fired, rule.contributed.tests), (1, 0));
    assert_eq!(found.tally(Measure::Rules).basis_points(), 0);
    let untested: Vec<&str> =
        found.clauses.iter().filter(|clause| !clause.is_tested).map(|clause| clause.clause.as_str()).collect();
    assert_eq!(untested, ["1"]);
}

#[test]
fn what_no_case_can_show_is_not_asked_for() {
    let found = covered(
        "assume severity = minor implies reported
         if severity ≥ major or not reported then sanction = notice
         test \"minor\" { given severity = minor, reported = true expect sanction not addressed }
         test \"major\" { given severity = major, reported = true expect sanction = notice }",
    );
    let [severity, reported] = &statement(&found, 0).conditions[..] else { panic!("two conditions") };
    assert_eq!(decided(severity), (1, 1));
    assert_eq!(decided(reported), (1, 0));
    assert_eq!(reported.decides_false.reach, Reach::Impossible);
    let tally = found.tally(Measure::Conditions);
    assert_eq!((tally.covered, tally.of, tally.impossible), (3, 3, 1));
}

#[test]
fn layout_makes_no_difference() {
    let spread = "if severity ≥ major\n  and not reported\nthen sanction = notice\n";
    let tight = "if severity ≥ major and not reported then sanction = notice ";
    let test = "test \"1\" { given severity = major, reported = false expect sanction = notice }";
    let figures = |text: &str| {
        let found = covered(&format!("{text}{test}"));
        let goals = found.statements.iter().flat_map(|one| &one.conditions).map(decided).collect::<Vec<_>>();
        (goals, Measure::ALL.map(|measure| found.tally(measure)))
    };
    assert_eq!(figures(spread), figures(tight));
}

#[test]
fn records_are_looked_at_one_by_one() {
    let found = coverage(
        &accepted(
            "record year { number: int met: bool }
             scale measure { notice }
             fact years: list of year
             outcome sanction: measure combine heaviest
             if (count years where not met and number > 2000) ≥ 2 then sanction = notice
             test \"two\" { given years = [{number = 2001, met = false}, {number = 2000, met = false},
                                           {number = 2003, met = false}, {number = 2004, met = true}]
                            expect sanction = notice }",
        ),
        "",
        &Setting::default(),
    );
    let records = statement(&found, 1);
    assert_eq!(records.conditions.iter().map(decided).collect::<Vec<_>>(), [(1, 1), (1, 1)]);
    let boundaries: Vec<usize> = records.conditions[1].boundaries.iter().map(|one| one.reached.tests).collect();
    assert_eq!(boundaries, [1, 1]);
    // The number itself: two is reached, one is not.
    let boundaries: Vec<usize> =
        statement(&found, 0).conditions[0].boundaries.iter().map(|one| one.reached.tests).collect();
    assert_eq!(boundaries, [0, 1]);
}

#[test]
fn the_last_day_of_a_period_and_the_next_are_boundaries() {
    let policy = |answered: &str| {
        accepted(
            &format!(
                "scale measure {{ notice }}
             fact received: date
             fact answered: date
             outcome sanction: measure combine heaviest
             if not (answered within 10 days after received) then sanction = notice
             test \"1\" {{ given received = 2024-03-01, answered = {answered} expect cites rule 1 }}",
            )
            .replace("expect cites rule 1", "expect sanction = notice"),
        )
    };
    let reached = |answered: &str| {
        let found = coverage(&policy(answered), "", &Setting::default());
        statement(&found, 0).conditions[0].boundaries.iter().map(|one| one.reached.tests).collect::<Vec<_>>()
    };
    assert_eq!(reached("2024-03-11"), [1, 0]);
    assert_eq!(reached("2024-03-12"), [0, 1]);
    assert_eq!(reached("2024-03-20"), [0, 0]);
}
