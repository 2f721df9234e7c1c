//! The crate against a second, naive meaning of the language, on random regulations and cases.
//!
//! `PROPTEST_CASES` raises the number of cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::format_push_string)]

#[path = "support/random.rs"]
mod random;
mod reference;
mod support;

use policyc::decide::{DecideError, Decision, OutcomeDecision, Status, decide};
use policyc::policy::{Contribution, MemberIndex, PermittedSet, Policy};
use proptest::prelude::*;
use random::config;
use reference::evaluate::{Ruling, Verdict};
use reference::facts::facts;
use reference::generate::{cases, conditions, partial_cases, permitted, plain_regulations, regulations};
use reference::{Article, Case, FACTS, MEASURES, PartialCase, Path, Permitted, Provision, Regulation, citation};
use std::collections::BTreeSet;

fn decision(policy: &Policy, given: &PartialCase) -> Result<Decision, DecideError> {
    decide(policy, &facts(policy, given))
}

fn sanction(decision: &Decision) -> &OutcomeDecision {
    decision.outcome("sanction").expect("the outcome")
}

fn known(case: &Case) -> PartialCase {
    case.map(Some)
}

/// The permitted set of a decision in the reference's numbers.
fn permitted_by(outcome: &OutcomeDecision) -> Permitted {
    let number = |name: &String| MEASURES.iter().position(|measure| measure == name).expect("a measure");
    let measures = outcome.permitted.values().iter().map(|name| u8::try_from(number(name) + 1).expect("few measures"));
    outcome.none.then_some(0).into_iter().chain(measures).collect()
}

/// `None` where the outcome is undetermined.
fn verdict(outcome: &OutcomeDecision) -> Option<Verdict> {
    Some(match outcome.status {
        Status::Decided => Verdict::Decided(permitted_by(outcome)),
        Status::Exempt => Verdict::Exempt,
        Status::NotAddressed => Verdict::NotAddressed,
        Status::Conflict => Verdict::Conflict,
        Status::OutOfScope => Verdict::OutOfScope,
        Status::Undetermined => return None,
    })
}

fn cited(paths: &[Path]) -> Vec<String> {
    paths.iter().map(|path| citation(path)).collect()
}

/// What `possible` has to list.
fn possible(verdicts: &BTreeSet<Verdict>, values: &Permitted) -> Vec<String> {
    let measures = values.iter().filter(|x| **x > 0).map(|x| MEASURES[usize::from(*x) - 1]);
    let none = values.contains(&0).then_some("none");
    let others = [
        (Verdict::Exempt, "exempt"),
        (Verdict::NotAddressed, "not_addressed"),
        (Verdict::Conflict, "conflict"),
        (Verdict::OutOfScope, "out_of_scope"),
    ];
    let others = others.into_iter().filter(|(verdict, _)| verdicts.contains(verdict)).map(|(_, name)| name);
    measures.chain(none).chain(others).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn with_all_facts_known_both_meanings_agree(regulation in regulations(), cases in prop::collection::vec(cases(), 6)) {
        let text = regulation.printed();
        let policy = support::accepted(&text);
        for case in &cases {
            let decision = decision(&policy, &known(case));
            if !regulation.allows(case) {
                let refused = matches!(decision, Err(DecideError::AgainstAssumption { .. }));
                prop_assert!(refused, "{case:?} contradicts an assumption: {decision:?}\n{text}");
                continue;
            }
            let decision = decision.unwrap();
            let outcome = sanction(&decision);
            let ruling = regulation.decide(case);
            prop_assert_eq!(verdict(outcome), Some(ruling.verdict.clone()), "{:?}\n{}", case, text);
            prop_assert_eq!(&outcome.clauses, &cited(&ruling.fired), "{:?}\n{}", case, text);
            prop_assert_eq!(&outcome.overridden, &cited(&ruling.overridden), "{:?}\n{}", case, text);
            prop_assert_eq!(&outcome.adjusted_by, &cited(&ruling.adjusting), "{:?}\n{}", case, text);
            prop_assert_eq!(outcome.weigh, ruling.weigh, "{:?}\n{}", case, text);
            prop_assert!(outcome.possible.is_empty() && outcome.asks.is_empty(), "{case:?}\n{text}");
        }
    }

    #[test]
    fn with_unknown_facts_the_answer_is_that_of_all_completions(
        regulation in regulations(),
        given in partial_cases(),
    ) {
        let text = regulation.printed();
        let policy = support::accepted(&text);
        let mut with_defaults = given;
        if let Some((fact, value)) = regulation.default {
            let index = FACTS.iter().position(|other| *other == fact).unwrap();
            with_defaults[index] = with_defaults[index].or(Some(value));
        }
        let decision = decision(&policy, &given);
        let Some(answer) = regulation.answer(&with_defaults) else {
            let refused = matches!(decision, Err(DecideError::AgainstAssumption { .. }));
            prop_assert!(refused, "{given:?} cannot be completed: {decision:?}\n{text}");
            return Ok(());
        };
        let decision = decision.unwrap();
        let outcome = sanction(&decision);
        let settled = (answer.verdicts.len() == 1).then(|| answer.verdicts.first().cloned()).flatten();
        prop_assert_eq!(verdict(outcome), settled.clone(), "{:?}\n{}", given, text);
        let fired: BTreeSet<String> = answer.fired.iter().map(|path| citation(path)).collect();
        prop_assert_eq!(outcome.clauses.iter().cloned().collect::<BTreeSet<_>>(), fired, "{:?}\n{}", given, text);
        prop_assert!(!outcome.limit_reached, "{given:?}\n{text}");
        let (wanted, asks) = if settled.is_some() {
            (vec![], vec![])
        } else {
            let mut asks: Vec<&str> = answer.asks.iter().map(|fact| fact.name()).collect();
            asks.sort_unstable();
            (possible(&answer.verdicts, &answer.possible_values()), asks)
        };
        prop_assert_eq!(&outcome.possible, &wanted, "{:?}\n{}", given, text);
        prop_assert_eq!(&outcome.asks, &asks, "{:?}\n{}", given, text);
    }

    #[test]
    fn the_order_of_articles_changes_only_the_order_of_citations(
        (regulation, shuffled) in regulations().prop_flat_map(|regulation| {
            let articles = Just(regulation.articles.clone()).prop_shuffle();
            (Just(regulation), articles)
        }),
        given in partial_cases(),
    ) {
        let in_order = regulation.printed();
        let out_of_order = Regulation { articles: shuffled, ..regulation }.printed();
        let decided = |text: &str| {
            decision(&support::accepted(text), &given).map(|decision| sorted_citations(sanction(&decision))).ok()
        };
        prop_assert_eq!(decided(&in_order), decided(&out_of_order), "{:?}\n{}\n{}", given, in_order, out_of_order);
    }
}

/// The decision with its lists of citations sorted.
fn sorted_citations(outcome: &OutcomeDecision) -> OutcomeDecision {
    let mut outcome = outcome.clone();
    for list in [&mut outcome.clauses, &mut outcome.overridden, &mut outcome.adjusted_by, &mut outcome.exempted_by] {
        list.sort_unstable();
    }
    outcome
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn one_more_rule_under_heaviest_never_makes_the_outcome_lighter(
        regulation in plain_regulations(),
        (when, permitted) in (conditions(), permitted()),
        case in cases(),
    ) {
        let before = decision(&support::accepted(&regulation.printed()), &known(&case)).unwrap();
        let mut more = regulation;
        let number = u32::try_from(more.articles.len() + 1).unwrap();
        let rule = Provision::Rule { when: vec![when], permitted, overriding: vec![] };
        more.articles.push(Article { number, provisions: vec![rule] });
        let text = more.printed();
        let after = decision(&support::accepted(&text), &known(&case)).unwrap();
        let (before, after) = (permitted_by(sanction(&before)), permitted_by(sanction(&after)));
        // Not addressed counts as lighter than everything; so does the empty set's missing value.
        prop_assert!(before.first() <= after.first(), "lightest: {before:?} → {after:?} for {case:?}\n{text}");
        prop_assert!(before.last() <= after.last(), "heaviest: {before:?} → {after:?} for {case:?}\n{text}");
    }

    #[test]
    fn heaviest_and_union_are_commutative_associative_and_idempotent(
        sets in [permitted(), permitted(), permitted()],
    ) {
        let ladder = ladder();
        let [a, b, c] = sets.map(|set| on_ladder(&ladder, &set));
        for law in [PermittedSet::heaviest, PermittedSet::union] {
            let law = |left: &PermittedSet, right: &PermittedSet| law(left, right).expect("sets of one ladder");
            prop_assert_eq!(law(&a, &b), law(&b, &a));
            prop_assert_eq!(law(&law(&a, &b), &c), law(&a, &law(&b, &c)));
            prop_assert_eq!(law(&a, &a), a.clone());
        }
    }

    #[test]
    fn combining_two_sets_is_what_the_language_says(sets in [permitted(), permitted()]) {
        let ladder = ladder();
        let [a, b] = &sets;
        let [left, right] = [a, b].map(|set| on_ladder(&ladder, set));
        let wanted = |combine| reference::evaluate::combined(combine, &[a, b]).map(|set| on_ladder(&ladder, &set));
        prop_assert_eq!(left.heaviest(&right).map(Some), Ok(wanted(reference::Combine::Heaviest)));
        prop_assert_eq!(left.union(&right).map(Some), Ok(wanted(reference::Combine::Union)));
        prop_assert_eq!(left.intersection(&right), Ok(wanted(reference::Combine::Intersect)));
    }
}

/// The members of the ladder; they can only be had from a policy.
fn ladder() -> Vec<MemberIndex> {
    let measures = MEASURES.join(" < ");
    let policy = support::accepted(&format!(
        "scale measure {{ {measures} }} fact hidden: bool outcome sanction: measure combine heaviest
         if hidden then sanction ∈ <{}>",
        MEASURES.join(", ")
    ));
    let Contribution::Fixed(set) = &policy.rules()[0].permitted else { panic!("a plain set") };
    set.members().collect()
}

fn on_ladder(ladder: &[MemberIndex], set: &Permitted) -> PermittedSet {
    let members = set.iter().filter(|x| **x > 0).map(|x| ladder[usize::from(*x) - 1]);
    match (PermittedSet::of(members), set.contains(&0)) {
        (Some(set), false) => set,
        (Some(set), true) => set.or_none(),
        (None, _) => PermittedSet::only_none(),
    }
}

/// The reference itself, on the example that the language's description gives for each word.
#[test]
fn the_reference_knows_the_textbook_cases() {
    use reference::{Adjustment, Combine, Condition, Fact};
    let rule = |permitted: &[u8]| Provision::Rule {
        when: vec![Condition::Is(Fact::Hidden)],
        permitted: permitted.iter().copied().collect(),
        overriding: vec![],
    };
    let regulation = |provisions: Vec<Provision>| Regulation {
        combine: Combine::Heaviest,
        named: Condition::Is(Fact::Hidden),
        default: None,
        assumptions: vec![],
        scope: None,
        articles: vec![Article { number: 1, provisions }],
    };
    let decided = |provisions: Vec<Provision>| -> Ruling { regulation(provisions).decide(&[1, 0, 0, 0, 0, 0]) };
    let set = |values: &[u8]| Verdict::Decided(values.iter().copied().collect());
    let lighten = Provision::Adjust { may: false, by: vec![Adjustment::Lighten], when: Condition::Named };
    assert_eq!(decided(vec![rule(&[1, 2]), rule(&[2, 3])]).verdict, set(&[2, 3]));
    assert_eq!(decided(vec![rule(&[2, 3]), lighten]).verdict, set(&[2]));
    assert_eq!(decided(vec![rule(&[1, 2]), rule(&[2, 3])]).fired, [vec![1, 1], vec![1, 2]]);
}
