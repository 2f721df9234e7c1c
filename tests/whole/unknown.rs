//! The decision of a case with unknowns, by trying out all their completions.

use super::evaluate::{Duty, Verdict, World};
use super::{
    Case, Condition, FACTS, Fact, Fold, Given, OUTCOMES, Outcome, Permitted, Record, RecordCondition, Regulation,
};
use std::collections::{BTreeMap, BTreeSet};

/// Most completions that are tried.
const MAX_COMPLETIONS: usize = 6_000;

/// All that is to be known of a case with unknowns.
#[derive(Debug, Default)]
pub struct Answer {
    /// Of each outcome the verdicts of all completions.
    pub verdicts: [BTreeSet<Verdict>; 3],
    /// Of each outcome which facts are worth asking, by name.
    pub asks: [BTreeSet<&'static str>; 3],
    /// Of each outcome whether what the authority chooses of earlier ones still matters when all facts are known.
    pub choices_matter: [bool; 3],
    pub duty: BTreeSet<Duty>,
}

/// What a completion answers: each fact, the list, each choice.
type Answers = Vec<i64>;

impl Regulation {
    /// What a case comes to whose unknowns may be anything; `Ok(None)` where nothing is left, `Err` where there are too
    /// many completions to try. Questions are only answered where `asking`.
    pub fn answer(&self, given: &Given, asking: bool) -> Result<Option<Answer>, ()> {
        let mut answer = Answer::default();
        let mut completions: Vec<(Answers, [Verdict; 3])> = Vec::new();
        for case in self.cases(given)? {
            for (chosen, verdicts, duty) in self.judged(given, &case) {
                for (own, verdict) in answer.verdicts.iter_mut().zip(&verdicts) {
                    own.insert(verdict.clone());
                }
                answer.duty.insert(duty);
                if asking {
                    let mut answers = case.facts.to_vec();
                    let items = case.items.iter().fold(1_i64, |sum, (kind, size)| sum * 37 + (size + 7) * 2 + kind);
                    answers.extend([items, chosen[0], chosen[1]]);
                    completions.push((answers, verdicts));
                }
                if completions.len() > MAX_COMPLETIONS {
                    return Err(());
                }
            }
        }
        if answer.duty.is_empty() {
            return Ok(None);
        }
        if asking {
            for (index, asks) in answer.asks.iter_mut().enumerate() {
                let of_outcome = completions.iter().map(|(answers, verdicts)| (answers, &verdicts[index]));
                let of_outcome: Vec<_> = of_outcome.collect();
                *asks = asked(given, &of_outcome);
                answer.choices_matter[index] = choices_matter(&of_outcome);
            }
        }
        Ok(Some(answer))
    }

    /// The completions of the facts that the policy's period and the assumption allow.
    fn cases(&self, given: &Given) -> Result<Vec<Case>, ()> {
        let mut facts = vec![[0; FACTS.len()]];
        for (index, fact) in FACTS.iter().enumerate() {
            // What nothing mentions stays as it is.
            let values = match given.facts[index] {
                Some(known) => vec![known],
                None if !self.mentions(*fact) => vec![fact.values()[0]],
                None => fact.values(),
            };
            let with = |case: &[i64; 8], value: i64| {
                let mut case = *case;
                case[index] = value;
                case
            };
            facts = facts.iter().flat_map(|case| values.iter().map(move |value| with(case, *value))).collect();
            if facts.len() > MAX_COMPLETIONS {
                return Err(());
            }
        }
        let lists = lists(given, self.mentions_items(), self.compares_sizes());
        if facts.len() * lists.len() > MAX_COMPLETIONS {
            return Err(());
        }
        let mut cases = Vec::new();
        for facts in &facts {
            for items in &lists {
                let case = Case { facts: *facts, items: items.clone() };
                let world = World { case: &case, given, chosen: [0, 0], verdicts: Vec::new() };
                if self.assumption.as_ref().is_none_or(|assumed| world.holds(assumed)) {
                    cases.push(case);
                }
            }
        }
        Ok(cases)
    }

    /// What a case comes to with every choice that is permitted.
    fn judged(&self, given: &Given, case: &Case) -> Vec<([i64; 2], [Verdict; 3], Duty)> {
        let mut worlds = vec![([0, 0], Vec::new())];
        for (index, outcome) in OUTCOMES.into_iter().enumerate() {
            let mut next = Vec::new();
            for (chosen, verdicts) in worlds {
                let world = World { case, given, chosen, verdicts };
                let Ok(verdict) = self.judge(&world, outcome) else { continue };
                let mut verdicts = world.verdicts;
                verdicts.push(verdict.clone());
                if index == 2 {
                    next.push((chosen, verdicts));
                    continue;
                }
                for choice in choices(given.chosen[index], outcome, &verdict, self.reads(outcome)) {
                    let mut chosen = chosen;
                    chosen[index] = choice;
                    next.push((chosen, verdicts.clone()));
                }
            }
            worlds = next;
        }
        let results = worlds.into_iter().map(|(chosen, verdicts)| {
            let world = World { case, given, chosen, verdicts };
            let duty = self.duty(&world);
            let verdicts = <[Verdict; 3]>::try_from(world.verdicts).expect("three outcomes");
            (chosen, verdicts, duty)
        });
        results.collect()
    }

    /// Every condition.
    fn conditions(&self) -> Vec<&Condition> {
        let rules = self.rules.iter().map(|rule| &rule.when);
        let exempt = self.exempt.iter().map(|(_, when)| when);
        let adjust = self.adjust.iter().map(|(.., when)| when);
        rules.chain(exempt).chain(adjust).chain(&self.assumption).chain([&self.duty]).collect()
    }

    fn any(&self, wanted: &dyn Fn(&Condition) -> bool) -> bool {
        any(self.conditions(), wanted)
    }

    /// Whether some condition reads an outcome.
    pub fn reads(&self, outcome: Outcome) -> bool {
        self.any(&|condition| matches!(condition, Condition::Reads(read, ..) if *read == outcome))
    }

    /// Whether sizes are compared with `days`, so that every one of them counts.
    fn compares_sizes(&self) -> bool {
        fn compares(condition: &RecordCondition) -> bool {
            match condition {
                RecordCondition::SizeToDays(_) => true,
                RecordCondition::Not(inner) => compares(inner),
                RecordCondition::And(one, other) => compares(one) || compares(other),
                RecordCondition::Kind | RecordCondition::Size(..) | RecordCondition::Hidden => false,
            }
        }
        self.any(&|condition| match condition {
            Condition::Fold(Fold::More(one, other)) => compares(one) || compares(other),
            Condition::Fold(
                Fold::Count(one, ..) | Fold::Exists(one) | Fold::Every(one) | Fold::Run(one, ..) | Fold::Sum(one, ..),
            ) => compares(one),
            _ => false,
        })
    }

    /// Whether some condition adds up sizes.
    pub fn adds_up(&self) -> bool {
        self.any(&|condition| matches!(condition, Condition::Fold(Fold::Sum(..))))
    }

    fn mentions_items(&self) -> bool {
        self.any(&|condition| matches!(condition, Condition::Fold(_)))
    }

    fn mentions(&self, fact: Fact) -> bool {
        use super::Grant;
        match fact {
            Fact::Done | Fact::Due => true,
            Fact::Days => {
                self.mentions_items()
                    || self.rules.iter().any(|rule| matches!(rule.grant, Grant::FromDays))
                    || self.any(&|condition| matches!(condition, Condition::Days(..) | Condition::DaysToBar(_)))
            }
            Fact::Hidden => {
                self.mentions_items() || self.any(&|condition| matches!(condition, Condition::Is(Fact::Hidden)))
            }
            Fact::Careless | Fact::Knew => self.any(&|condition| matches!(condition, Condition::Is(is) if *is == fact)),
            Fact::Grade => self.any(&|condition| matches!(condition, Condition::Grade(..))),
            Fact::Day => self.any(&|condition| matches!(condition, Condition::DayFrom(_) | Condition::DaysToBar(_))),
        }
    }
}

/// Whether some condition, or a part of one, is as wanted.
fn any(conditions: Vec<&Condition>, wanted: &dyn Fn(&Condition) -> bool) -> bool {
    let mut rest = conditions;
    while let Some(condition) = rest.pop() {
        if wanted(condition) {
            return true;
        }
        match condition {
            Condition::Not(inner) => rest.push(inner),
            Condition::And(parts) | Condition::Or(parts) => rest.extend(parts),
            _ => {}
        }
    }
    false
}

/// What the authority may have chosen: what is permitted, or anything where there is nothing to choose.
fn choices(given: Option<i64>, outcome: Outcome, verdict: &Verdict, is_read: bool) -> Vec<i64> {
    let permitted: Permitted = match (verdict, given) {
        (Verdict::Decided(set), _) => set.clone(),
        // To choose where nothing is to be chosen is an error.
        (_, Some(_)) => return Vec::new(),
        (_, None) => match outcome {
            Outcome::Driver | Outcome::Leader => (0..=4).collect(),
            Outcome::Fine => (-1..=20).collect(),
        },
    };
    match given {
        Some(choice) => permitted.contains(&choice).then_some(choice).into_iter().collect(),
        None if is_read => permitted.into_iter().collect(),
        None => vec![0],
    }
}

/// The lists that the given one can be; of an unknown one all short ones.
fn lists(given: &Given, is_mentioned: bool, sizes_count: bool) -> Vec<Vec<Record>> {
    let sizes = -4..=5;
    let Some(items) = &given.items else {
        if !is_mentioned {
            return vec![Vec::new()];
        }
        let sizes: Vec<i64> = if sizes_count { sizes.collect() } else { vec![-4, -1, 0, 1, 2, 5] };
        let records: Vec<Record> = (0..=1).flat_map(|kind| sizes.iter().map(move |size| (kind, *size))).collect();
        let mut lists = vec![Vec::new()];
        let mut last = lists.clone();
        for _ in 0..3 {
            last = last
                .iter()
                .flat_map(|list: &Vec<Record>| records.iter().map(move |record| [list.as_slice(), &[*record]].concat()))
                .collect();
            lists.extend(last.iter().cloned());
        }
        return lists;
    };
    let mut lists = vec![Vec::new()];
    for (kind, size) in items {
        let kinds = kind.map_or(vec![0, 1], |kind| vec![kind]);
        let sizes: Vec<i64> = size.map_or(sizes.clone().collect(), |size| vec![size]);
        let records: Vec<Record> = kinds.iter().flat_map(|kind| sizes.iter().map(move |size| (*kind, *size))).collect();
        lists = lists
            .iter()
            .flat_map(|list: &Vec<Record>| records.iter().map(move |record| [list.as_slice(), &[*record]].concat()))
            .collect();
    }
    lists
}

const NAMES: [&str; 9] =
    ["hidden", "careless of driver", "knew of leader", "grade", "days", "day", "done", "due", "items"];

/// Whether two completions with the same facts differ.
fn choices_matter(completions: &[(&Answers, &Verdict)]) -> bool {
    let mut by_facts: BTreeMap<&[i64], &Verdict> = BTreeMap::new();
    completions.iter().any(|(answers, verdict)| {
        let known = by_facts.entry(&answers[..NAMES.len()]).or_insert(verdict);
        known != verdict
    })
}

/// What occurs in some inclusion-minimal set of further answers after which other verdicts are possible than before.
fn asked(given: &Given, completions: &[(&Answers, &Verdict)]) -> BTreeSet<&'static str> {
    let mut numbers: BTreeMap<&Verdict, u32> = BTreeMap::new();
    let is_known = |index: usize| given.facts.get(index).is_some_and(Option::is_some);
    let differs = |index: usize| completions.iter().any(|(answers, _)| answers[index] != completions[0].0[index]);
    let unknown: Vec<usize> = (0..NAMES.len()).filter(|index| !is_known(*index) && differs(*index)).collect();
    let mut possible: BTreeMap<Vec<Option<i64>>, u64> = BTreeMap::new();
    for (answers, verdict) in completions {
        let next = u32::try_from(numbers.len()).expect("few verdicts");
        let verdict = 1_u64 << *numbers.entry(verdict).or_insert(next);
        for answered in 0..1_u32 << unknown.len() {
            let answer = |(bit, index): (usize, &usize)| (answered >> bit & 1 == 1).then(|| answers[*index]);
            *possible.entry(unknown.iter().enumerate().map(answer).collect()).or_default() |= verdict;
        }
    }
    let nothing: Vec<Option<i64>> = vec![None; unknown.len()];
    let now = possible[&nothing];
    let mut asked = BTreeSet::new();
    for (partial, after) in &possible {
        if *after == now {
            continue;
        }
        let answered: Vec<usize> = (0..unknown.len()).filter(|bit| partial[*bit].is_some()).collect();
        let minimal = answered.iter().all(|bit| {
            let mut fewer = partial.clone();
            fewer[*bit] = None;
            possible[&fewer] == now
        });
        if minimal {
            asked.extend(answered.iter().map(|bit| NAMES[unknown[*bit]]));
        }
    }
    asked
}
