//! The decision of a case with unknown facts, by trying out all their completions.

use super::evaluate::{Ruling, Verdict};
use super::{Case, FACTS, Fact, PartialCase, Path, Permitted, Regulation};
use std::collections::{BTreeMap, BTreeSet};

/// All that is to be known of a case with unknown facts.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The verdicts of all completions, without repetition. One of them: the outcome is settled.
    pub verdicts: BTreeSet<Verdict>,
    /// The clauses that fire in every completion.
    pub fired: BTreeSet<Path>,
    /// The facts to ask for.
    pub asks: BTreeSet<Fact>,
}

impl Answer {
    /// Every value that some completion permits.
    pub fn possible_values(&self) -> Permitted {
        let permitted = self.verdicts.iter().filter_map(|verdict| match verdict {
            Verdict::Decided(set) => Some(set),
            _ => None,
        });
        permitted.flatten().copied().collect()
    }
}

impl Regulation {
    /// What a case comes to whose unknown facts may be anything that the assumptions allow; `None` where they allow
    /// nothing.
    pub fn answer(&self, given: &PartialCase) -> Option<Answer> {
        let completions: Vec<Case> = completions(given).into_iter().filter(|case| self.allows(case)).collect();
        let rulings: Vec<Ruling> = completions.iter().map(|case| self.decide(case)).collect();
        let mut fired: BTreeSet<Path> = rulings.first()?.fired.iter().cloned().collect();
        for ruling in &rulings {
            fired.retain(|path| ruling.fired.contains(path));
        }
        let verdicts: BTreeSet<Verdict> = rulings.iter().map(|ruling| ruling.verdict.clone()).collect();
        let asks = asks(given, &completions, &rulings);
        Some(Answer { verdicts, fired, asks })
    }
}

fn completions(given: &PartialCase) -> Vec<Case> {
    let mut cases = vec![[0; FACTS.len()]];
    for (index, fact) in FACTS.iter().enumerate() {
        let values = given[index].map_or_else(|| fact.values(), |known| vec![known]);
        let with = |case: &Case, value: i64| {
            let mut case = *case;
            case[index] = value;
            case
        };
        cases = cases.iter().flat_map(|case| values.iter().map(move |value| with(case, *value))).collect();
    }
    cases
}

/// The facts that occur in some inclusion-minimal set of further answers after which other verdicts are possible than
/// before.
fn asks(given: &PartialCase, completions: &[Case], rulings: &[Ruling]) -> BTreeSet<Fact> {
    // Which verdicts are still possible after each set of further answers that some completion agrees with. A set of
    // answers is a partial case; verdicts are numbered, and a set of them is a bit mask.
    let mut numbers: BTreeMap<&Verdict, u32> = BTreeMap::new();
    let mut possible: BTreeMap<PartialCase, u64> = BTreeMap::new();
    let unknown: Vec<usize> = (0..FACTS.len()).filter(|index| given[*index].is_none()).collect();
    for (case, ruling) in completions.iter().zip(rulings) {
        let next = u32::try_from(numbers.len()).expect("few verdicts");
        let verdict = 1_u64 << *numbers.entry(&ruling.verdict).or_insert(next);
        for answered in 0..1_u32 << unknown.len() {
            let mut partial = *given;
            for (bit, index) in unknown.iter().enumerate() {
                if answered >> bit & 1 == 1 {
                    partial[*index] = Some(case[*index]);
                }
            }
            *possible.entry(partial).or_default() |= verdict;
        }
    }
    let now = possible[given];
    let without = |partial: &PartialCase, index: usize| {
        let mut fewer = *partial;
        fewer[index] = None;
        fewer
    };
    let mut asked = BTreeSet::new();
    for (partial, after) in &possible {
        let answered: Vec<usize> = unknown.iter().copied().filter(|index| partial[*index].is_some()).collect();
        // More answers never make more verdicts possible, so it is enough to take back one answer at a time.
        let minimal = answered.iter().all(|index| possible[&without(partial, *index)] == now);
        if *after != now && minimal {
            asked.extend(answered.iter().map(|index| FACTS[*index]));
        }
    }
    asked
}
