//! The order of a text and the names in it are no part of what it means: they change no verdict, count or region.

use crate::every_case::all_cases;
use crate::random::config;
use crate::reference::facts::facts;
use crate::reference::generate::regulations;
use crate::reference::{FACTS, Fact};
use crate::support::accepted;
use policyc::analyse::Analysis;
use policyc::decide::Verdict;
use policyc::policy::Policy;
use proptest::prelude::*;

/// The same text with its facts and its articles from last to first.
fn reversed(text: &str) -> String {
    let head = text.find("article ").unwrap_or(text.len());
    let (declared, articles) = text.split_at(head);
    let (facts, others): (Vec<&str>, Vec<&str>) = declared.lines().partition(|line| line.starts_with("fact "));
    // What is used is declared before it.
    let at = others.iter().position(|line| line.starts_with("define ")).unwrap();
    let (before, behind) = others.split_at(at);
    let mut reversed = String::new();
    for line in before.iter().chain(facts.iter().rev()).chain(behind) {
        reversed += line;
        reversed.push('\n');
    }
    let mut starts: Vec<usize> = articles.match_indices("article ").map(|(at, _)| at).collect();
    starts.push(articles.len());
    for range in starts.windows(2).rev() {
        reversed += &articles[range[0]..range[1]];
    }
    reversed
}

/// The same text with other names of facts; in the order of the alphabet they stand the other way round.
fn renamed(text: &str) -> String {
    let name = |fact: &Fact| format!("{}_{}", char::from(b'z' - u8::try_from(position(*fact)).unwrap()), fact.name());
    let is_part = |at: char| at.is_alphanumeric() || at == '_';
    let mut renamed = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let end = rest[start..].find(|at| !is_part(at)).map_or(rest.len(), |end| start + end);
        let word = &rest[start..end];
        renamed += &rest[..start];
        // Types may have the name of a fact.
        let is_type = ["scale ", "enum ", ": "].iter().any(|before| renamed.ends_with(before));
        match FACTS.iter().find(|fact| fact.name() == word && !is_type) {
            Some(fact) => renamed += &name(fact),
            None => renamed += word,
        }
        rest = &rest[end..];
    }
    renamed + rest
}

fn position(fact: Fact) -> usize {
    FACTS.iter().position(|own| *own == fact).unwrap()
}

/// The verdicts of a policy, how many cases each has, and how many there are.
fn counted(policy: &Policy) -> (Analysis, Vec<(Verdict, String, String)>) {
    let analysis = Analysis::new(policy);
    let partition = analysis.partition(policy.outcome("sanction").unwrap()).unwrap();
    let counted = partition.verdicts.iter().map(|(verdict, region)| {
        let count = region.count().unwrap();
        (verdict.clone(), count.cases(), count.of())
    });
    let counted = counted.collect();
    (analysis, counted)
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn neither_order_nor_names_change_what_is_found(regulation in regulations()) {
        let text = regulation.printed();
        let (policy, other) = (accepted(&text), accepted(&reversed(&text)));
        let (analysis, expected) = counted(&policy);
        let (reversed, found) = counted(&other);
        prop_assert_eq!(&found, &expected);
        let id = |policy: &Policy| policy.outcome("sanction").unwrap();
        let (own, others) = (analysis.partition(id(&policy)).unwrap(), reversed.partition(id(&other)).unwrap());
        for case in all_cases().iter().step_by(7) {
            let (here, there) = (facts(&policy, case), facts(&other, case));
            for ((_, own), (_, others)) in own.verdicts.iter().zip(&others.verdicts) {
                prop_assert_eq!(own.contains(&here), others.contains(&there), "{:?}", case);
            }
        }
        let (_, found) = counted(&accepted(&renamed(&text)));
        prop_assert_eq!(found, expected);
    }
}
