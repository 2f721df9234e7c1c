//! All cases, one by one.

use crate::reference::{Case, FACTS};

pub fn all_cases() -> Vec<Case> {
    let mut cases = vec![[0; FACTS.len()]];
    for (index, fact) in FACTS.iter().enumerate() {
        let with = |case: &Case, value: i64| {
            let mut case = *case;
            case[index] = value;
            case
        };
        cases = cases.iter().flat_map(|case| fact.values().into_iter().map(move |value| with(case, value))).collect();
    }
    cases
}
