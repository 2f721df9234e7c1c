//! Lists, dates, choices, calculated amounts: the analysis against all combinations of some values.

use crate::support::accepted;
use policyc::analyse::{Analysis, Counterexample, Proof, Readings, Refutation, View};
use policyc::decide::{Decision, Facts, decide, facts_from_json};
use policyc::policy::Policy;
use policyc::source::SourceId;
use policyc::{Calendar, Status, decide::Verdict};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Every combination of some values of some facts; `/` stands between a role and its fact.
fn combinations(values: &[(&str, Vec<Value>)]) -> Vec<Value> {
    let mut cases = vec![Map::new()];
    for (name, values) in values {
        let with = |case: &Map<String, Value>, value: &Value| {
            let mut case = case.clone();
            match name.split_once('/') {
                Some((role, name)) => {
                    let facts = case.entry(role).or_insert_with(|| json!({}));
                    facts.as_object_mut().unwrap().insert(name.to_owned(), value.clone());
                }
                None => {
                    case.insert((*name).to_owned(), value.clone());
                }
            }
            case
        };
        cases = cases.iter().flat_map(|case| values.iter().map(move |value| with(case, value))).collect();
    }
    cases.into_iter().map(Value::Object).collect()
}

/// Every list of up to `most` of some records.
fn lists(records: &[Value], most: usize) -> Vec<Value> {
    let mut lists: Vec<Vec<Value>> = vec![Vec::new()];
    let mut last = lists.clone();
    for _ in 0..most {
        let longer = |list: &Vec<Value>, record: &Value| [list.as_slice(), std::slice::from_ref(record)].concat();
        last = last.iter().flat_map(|list| records.iter().map(move |record| longer(list, record))).collect();
        lists.extend(last.clone());
    }
    lists.into_iter().map(Value::Array).collect()
}

fn bools() -> Vec<Value> {
    vec![json!(false), json!(true)]
}

fn days(days: &[&str]) -> Vec<Value> {
    days.iter().map(|day| json!(day)).collect()
}

fn facts(policy: &Policy, case: &Value) -> Facts {
    let mut facts = facts_from_json(policy, SourceId::default(), &case.to_string()).unwrap();
    facts.set_calendar(Calendar::new(1900..2200, []).unwrap());
    facts
}

/// What is compared: status, set, whether "no measure" is permitted.
type Shown = (Status, Vec<String>, bool);

fn shown(title: &str, decision: &Decision) -> Shown {
    let decided = decision.outcome(title).unwrap_or_else(|| panic!("{title}"));
    (decided.status, decided.permitted.words(), decided.none)
}

fn shown_verdict(title: &str, verdict: &Verdict, analysis: &Analysis) -> Shown {
    let (permitted, none) = analysis.shown(analysis.policy().outcome(title).unwrap(), verdict);
    (verdict.status, permitted.words(), none)
}

/// Compares the partitions of all outcomes with the decisions of the cases. The cases are to reach everything that
/// conditions can tell apart, if `is_complete`.
fn assert_partitions(text: &str, cases: &[Value], is_complete: bool) {
    let policy = accepted(text);
    let analysis = Analysis::new(&policy);
    let decided: Vec<(Facts, Decision)> = cases
        .iter()
        .map(|case| facts(&policy, case))
        .filter_map(|facts| decide(&policy, &facts).ok().map(|decision| (facts, decision)))
        .collect();
    assert!(!decided.is_empty());
    let keys = |wanted: &dyn Fn(&Facts) -> bool| {
        let wanted = decided.iter().filter(|(facts, _)| wanted(facts));
        wanted.map(|(facts, _)| analysis.key(facts).unwrap().unwrap()).collect::<BTreeSet<_>>().len().to_string()
    };
    for (id, outcome) in policy.outcome_ids().zip(policy.outcomes()) {
        let partition = analysis.partition(id).unwrap();
        for (facts, decision) in &decided {
            let found = shown(&outcome.name, decision);
            if found.0 == Status::Undetermined {
                // It depends on what the authority chose of another outcome.
                continue;
            }
            let own: Vec<Shown> = partition
                .verdicts
                .iter()
                .filter(|(_, region)| region.contains(facts) == Some(true))
                .map(|(verdict, _)| shown_verdict(&outcome.name, verdict, &analysis))
                .collect();
            assert_eq!(own, [found], "{} of {:?}", outcome.name, facts.known());
        }
        for (verdict, region) in &partition.verdicts {
            let verdict = shown_verdict(&outcome.name, verdict, &analysis);
            let witness = analysis.witness(region).unwrap_or_else(|error| panic!("{error}: {verdict:?}")).unwrap();
            assert_eq!(shown(&outcome.name, witness.decision()), verdict, "{:?}", witness.facts().known());
            assert!(region.cover().unwrap().rest.is_none());
            let occurs = decided.iter().any(|(_, decision)| shown(&outcome.name, decision) == verdict);
            assert!(occurs || !is_complete, "{} is {verdict:?} in no case", outcome.name);
            if is_complete && policy.outcomes().len() == 1 {
                let count = region.count().unwrap();
                assert_eq!(count.cases(), keys(&|facts| region.contains(facts) == Some(true)), "{verdict:?}");
                assert_eq!(count.of(), keys(&|_| true));
            }
        }
    }
}

#[test]
fn lists_are_known_by_what_their_folds_come_to() {
    let text = "
scale measure { reminder < warning < removal }
record past { kind: measure, days: int }
fact history: list of past
fact grave: bool
outcome sanction: measure combine heaviest
define serious = count history where kind ≥ warning
article 1 { if serious ≥ 2 then sanction = removal }
article 2 { if (exists history where days > 30 and kind ≥ warning) and not grave then sanction = warning }
article 3 { if (longest run of history where days > 30) ≥ 2 then sanction ∈ <warning, removal> }
article 4 { otherwise if every history where kind = reminder then sanction = reminder }
";
    let records: Vec<Value> = ["reminder", "warning"]
        .iter()
        .flat_map(|kind| [30, 31].map(|days| json!({ "kind": kind, "days": days })))
        .collect();
    let cases = combinations(&[("history", lists(&records, 4)), ("grave", bools())]);
    assert_partitions(text, &cases, true);
}

#[test]
fn conditions_on_records_may_look_at_the_case() {
    let text = "
record past { days: int }
scale measure { reminder < warning }
fact history: list of past
fact limit: int
fact strict: bool
outcome sanction: measure
article 1 { if (count history where days > limit or strict) ≥ 2 then sanction = warning }
article 2 { if limit ≥ 10 and strict then sanction = reminder }
";
    let records = [0, 9, 10, 11, 12].map(|days| json!({ "days": days }));
    let limits = [-1, 0, 9, 10, 11].map(|limit| json!(limit)).to_vec();
    let cases = combinations(&[("history", lists(&records, 3)), ("limit", limits), ("strict", bools())]);
    assert_partitions(text, &cases, false);
}

#[test]
fn dates_are_compared_with_each_other() {
    let text = "
scale measure { reminder < warning < removal }
fact received: date
fact answered: date
fact urgent: bool
outcome sanction: measure combine heaviest
article 1 { if not urgent and not (answered within 15 days after received) then sanction = reminder }
article 2 { if urgent and received < never and answered > received + 5 days then sanction = warning }
article 3 { if received ≥ 2024-06-01 and answered = never then sanction = removal }
";
    let received = days(&["2024-05-20", "2024-05-31", "2024-06-01", "2024-06-20"]);
    let answered = days(&[
        "2024-05-01",
        "2024-05-20",
        "2024-05-25",
        "2024-05-26",
        "2024-05-31",
        "2024-06-01",
        "2024-06-04",
        "2024-06-05",
        "2024-06-06",
        "2024-06-07",
        "2024-06-15",
        "2024-06-16",
        "2024-06-17",
        "2024-06-25",
        "2024-06-26",
        "2024-07-05",
        "2024-07-06",
        "never",
    ]);
    assert_partitions(
        text,
        &combinations(&[("received", received), ("answered", answered), ("urgent", bools())]),
        true,
    );
}

#[test]
fn periods_that_no_number_of_days_is_equal_to_are_unknowns_of_their_own() {
    let text = "
scale measure { reminder < warning < removal }
fact complaint: bool
fact received: date
fact answered: date
outcome sanction: measure combine heaviest
article 1 {
  duty answer { when complaint must answered within 2 months after received on breach sanction = warning }
}
article 2 { if complaint and received ≥ 2024-06-01 then sanction = reminder }
ensure sanction ≤ reminder when received < 2024-06-01
";
    let received = days(&["2024-05-31", "2024-06-01", "2024-12-31"]);
    let answered = days(&["2024-05-30", "2024-06-01", "2024-07-31", "2024-08-01", "2024-12-31", "2025-02-28", "never"]);
    let cases = combinations(&[("received", received), ("answered", answered), ("complaint", bools())]);
    assert_partitions(text, &cases, false);
    let policy = accepted(text);
    let analysis = Analysis::new(&policy);
    let Proof::Refuted(refutation) = analysis.ensured(&policy.ensures()[0]) else { panic!("a breach is a warning") };
    assert_eq!(refutation.clauses, ["1"]);
}

#[test]
fn later_outcomes_depend_on_what_the_authority_chooses() {
    let text = "
role driver
role leader
scale measure { reminder < warning < removal }
fact careless of driver: bool
fact grave: bool
fact knew of leader: bool
outcome sanction of driver: measure combine heaviest
outcome sanction of leader: measure combine heaviest
article 1 { if careless of driver then sanction of driver ∈ <reminder, warning> }
article 2 { if grave and careless of driver then sanction of driver = removal }
article 3 { if grave then may sanction of driver = warning }
article 4 { if sanction of driver ≥ warning and knew of leader then sanction of leader = warning }
article 5 { if sanction of driver = removal then sanction of leader = reminder }
";
    let chosen = ["none", "reminder", "warning", "removal"].map(|value| json!({ "sanction of driver": value }));
    let mut cases = combinations(&[("driver/careless", bools()), ("grave", bools()), ("leader/knew", bools())]);
    let with_choice = cases.iter().flat_map(|case| {
        chosen.iter().map(|chosen| {
            let mut case = case.clone();
            case.as_object_mut().unwrap().insert("chosen".to_owned(), chosen.clone());
            case
        })
    });
    let with_choice: Vec<Value> = with_choice.collect();
    cases.extend(with_choice);
    assert_partitions(text, &cases, true);
    let policy = accepted(text);
    let analysis = Analysis::new(&policy);
    let leader = policy.outcome("sanction of leader").unwrap();
    let warned = analysis.partition(leader).unwrap().region(|verdict| verdict.permitted.is_some());
    // The case and the choice are counted; where there is nothing to choose, only the case.
    assert_eq!(warned.count().unwrap().cases(), "4");
    let witness = analysis.witness(&warned).unwrap().unwrap();
    assert_eq!(witness.chosen(), [policy.outcome("sanction of driver").unwrap()]);
}

#[test]
fn calculated_amounts_are_those_of_values_that_stand_for_others() {
    let text = "
fact gain: money
fact grave: bool
outcome fine: money combine heaviest
article 1 { if gain > 100.00 CNY then fine ∈ 1 * gain .. 2 * gain }
article 2 { if grave then fine ∈ 500.00 CNY .. 1000.00 CNY }
ensure fine is addressed when grave
ensure fine ≤ 1000.00 CNY
";
    let gain = vec![json!("0.00 CNY"), json!("100.01 CNY")];
    assert_partitions(text, &combinations(&[("gain", gain), ("grave", bools())]), true);
    let policy = accepted(text);
    let analysis = Analysis::new(&policy);
    assert!(matches!(analysis.ensured(&policy.ensures()[0]), Proof::Proved));
    // A gain of a million is a fine of more; the samples do not show it, so nothing is said.
    assert!(matches!(analysis.ensured(&policy.ensures()[1]), Proof::NotDecided(_)));
}

#[test]
fn sums_count_every_rule() {
    let text = "
fact a: bool
fact b: bool
fact c: bool
outcome fine: money combine sum
article 1 { if a then fine = 100.00 CNY }
article 2 { if b then fine = 100.00 CNY }
article 3 { if c then may fine ∈ 10.00 CNY .. 20.00 CNY }
";
    assert_partitions(text, &combinations(&[("a", bools()), ("b", bools()), ("c", bools())]), true);
}

#[test]
fn readings_are_those_that_the_policy_prefers_unless_all_are_wanted() {
    let text = "
scale measure { reminder < warning }
reading colon { either \"one\", both \"two\" } prefer either
fact a: bool
fact b: bool
outcome sanction: measure
article 1 { if (colon = either and (a or b)) or (colon = both and a and b) then sanction = warning }
";
    let policy = accepted(text);
    let sanction = policy.outcome("sanction").unwrap();
    let count = |view: &View| {
        let analysis = Analysis::with(&policy, view);
        let count = analysis.partition(sanction).unwrap().with_status(Status::Decided).count().unwrap();
        (count.cases(), count.of())
    };
    assert_eq!(count(&View::default()), ("3".to_owned(), "4".to_owned()));
    assert_eq!(count(&View { readings: Readings::All, ..View::default() }), ("4".to_owned(), "8".to_owned()));
}

#[test]
fn a_step_up_on_a_number_is_seen_in_what_it_is_compared_with() {
    let text = "
scale measure { reminder < warning < removal }
fact days: int
fact limit: int
fact grave: bool
outcome sanction: measure combine heaviest
article 1 { if days > limit then sanction = warning }
article 2 { if days ≤ limit and grave then sanction = removal }
ensure sanction rises with days
ensure sanction rises with days when not grave
ensure sanction ignores limit when grave
";
    let policy = accepted(text);
    let analysis = Analysis::new(&policy);
    let proofs: Vec<Proof<Refutation>> = policy.ensures().iter().map(|claim| analysis.ensured(claim)).collect();
    assert!(matches!(proofs[1], Proof::Proved));
    for (proof, name) in [(&proofs[0], "days"), (&proofs[2], "limit")] {
        let Proof::Refuted(refutation) = proof else { panic!("{name}") };
        let Counterexample::Pair { before, after, fact } = &refutation.example else { panic!("two cases") };
        assert_eq!(policy.fact(name), Some(*fact));
        let differ = policy.fact_ids().filter(|id| before.facts().get(*id) != after.facts().get(*id));
        assert_eq!(differ.collect::<Vec<_>>(), [*fact]);
        assert_eq!(refutation.clauses, ["1", "2"]);
    }
}

/// A change that the assumptions forbid is no change, also where nothing else narrows what is compared.
#[test]
fn both_cases_of_a_pair_are_assumed_to_occur() {
    let text = "
scale measure { reminder < warning < removal }
fact hidden: bool
fact grade: int
outcome sanction: measure combine heaviest
assume hidden
assume grade ≤ 3 or grade ≥ 6
article 1 { if grade ≥ 2 then sanction ∈ <reminder, removal> }
article 2 { if not hidden then sanction = warning overriding 1 }
article 3 { if grade ∈ 4 .. 5 then sanction = reminder overriding 1 }
ensure sanction ignores hidden
ensure sanction rises with grade
ensure sanction ignores grade when grade ≥ 2
";
    let policy = accepted(text);
    let analysis = Analysis::new(&policy);
    for claim in policy.ensures() {
        let proof = analysis.ensured(claim);
        assert!(matches!(proof, Proof::Proved), "{proof:?}");
    }
}
