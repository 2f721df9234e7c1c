//! The decision of a case of which everything is known.

use super::{
    Adjustment, BAR, Case, Combine, Compare, Condition, FACTS, Fact, Fold, Given, Grant, NEVER, OUTCOMES, Outcome,
    Permitted, Record, RecordCondition, Regulation, Rule, Within,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Decided(Permitted),
    Exempt,
    NotAddressed,
    Conflict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    Fulfilled,
    Breached,
    Pending,
    NotApplicable,
}

/// A case with all that is given of it besides its facts, and what is chosen.
pub struct World<'a> {
    pub case: &'a Case,
    pub given: &'a Given,
    pub chosen: [i64; 2],
    /// The verdicts so far, in the order of [`OUTCOMES`].
    pub verdicts: Vec<Verdict>,
}

/// The case cannot be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

pub fn day(number: i64) -> Date {
    date(2024, 1, 1).checked_add(number.days()).expect("a day")
}

fn number(day: Date) -> i64 {
    i64::from(date(2024, 1, 1).until(day).expect("near").get_days())
}

impl World<'_> {
    fn fact(&self, fact: Fact) -> i64 {
        let index = FACTS.iter().position(|other| *other == fact).expect("one of the facts");
        self.case.facts[index]
    }

    fn bar(&self) -> i64 {
        let day = self.fact(Fact::Day);
        BAR.iter().rev().find(|(from, _)| *from <= day).expect("in force").1
    }

    pub fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Is(fact) => self.fact(*fact) == 1,
            Condition::Grade(compare, value) => compared(*compare, self.fact(Fact::Grade), *value),
            Condition::Days(compare, value) => compared(*compare, self.fact(Fact::Days), *value),
            Condition::DaysToBar(compare) => compared(*compare, self.fact(Fact::Days), self.bar()),
            Condition::Wide => self.given.wide,
            Condition::DayFrom(from) => self.fact(Fact::Day) >= *from,
            Condition::Done(compare, value) => compared(*compare, self.fact(Fact::Done), *value),
            Condition::Within(within) => {
                let date = within.date.unwrap_or_else(|| self.fact(Fact::Done));
                within.holds(date, within.anchor.unwrap_or_else(|| self.fact(Fact::Due)))
            }
            Condition::Fold(fold) => self.fold(fold),
            Condition::Reads(outcome, compare, value) => self.reads(*outcome, *compare, *value),
            Condition::Not(inner) => !self.holds(inner),
            Condition::And(parts) => parts.iter().all(|part| self.holds(part)),
            Condition::Or(parts) => parts.iter().any(|part| self.holds(part)),
        }
    }

    fn reads(&self, outcome: Outcome, compare: Compare, value: i64) -> bool {
        let index = OUTCOMES.iter().position(|other| *other == outcome).expect("an outcome");
        let Verdict::Decided(_) = &self.verdicts[index] else { return false };
        let choice = self.chosen[index];
        choice != outcome.none() && compared(compare, choice, value)
    }

    fn fold(&self, fold: &Fold) -> bool {
        let counting = |condition: &RecordCondition| {
            self.case.items.iter().map(|record| self.counts(condition, *record)).collect::<Vec<bool>>()
        };
        let count = |condition: &RecordCondition| {
            i64::try_from(counting(condition).iter().filter(|counts| **counts).count()).expect("few")
        };
        match fold {
            Fold::Count(condition, compare, value) => compared(*compare, count(condition), *value),
            Fold::Exists(condition) => counting(condition).contains(&true),
            Fold::Every(condition) => !counting(condition).contains(&false),
            Fold::Run(condition, compare, value) => {
                let (mut run, mut longest) = (0, 0);
                for counts in counting(condition) {
                    run = if counts { run + 1 } else { 0 };
                    longest = longest.max(run);
                }
                compared(*compare, longest, *value)
            }
            Fold::Sum(condition, compare, value) => {
                let counted = self.case.items.iter().filter(|record| self.counts(condition, **record));
                compared(*compare, counted.map(|(_, size)| size).sum(), *value)
            }
            Fold::More(one, other) => count(one) > count(other),
        }
    }

    fn counts(&self, condition: &RecordCondition, (kind, size): Record) -> bool {
        match condition {
            RecordCondition::Kind => kind == 1,
            RecordCondition::Size(compare, value) => compared(*compare, size, *value),
            RecordCondition::SizeToDays(compare) => compared(*compare, size, self.fact(Fact::Days)),
            RecordCondition::Hidden => self.fact(Fact::Hidden) == 1,
            RecordCondition::Not(inner) => !self.counts(inner, (kind, size)),
            RecordCondition::And(one, other) => self.counts(one, (kind, size)) && self.counts(other, (kind, size)),
        }
    }
}

impl Within {
    fn holds(&self, date: i64, anchor: i64) -> bool {
        if date == NEVER || anchor == NEVER {
            return false;
        }
        let period = if self.months { 1.month() } else { 2.days() };
        if self.after {
            anchor <= date && date <= number(day(anchor).checked_add(period).expect("near"))
        } else {
            date <= anchor && date >= number(day(anchor).checked_sub(period).expect("near"))
        }
    }
}

impl Regulation {
    /// The next outcome; those that it may read are judged.
    pub fn judge(&self, world: &World<'_>, outcome: Outcome) -> Result<Verdict, Refused> {
        let own = |otherwise: bool| -> Vec<&Rule> {
            let of_outcome = self.rules.iter().filter(|rule| rule.outcome == outcome && rule.otherwise == otherwise);
            of_outcome.filter(|rule| world.holds(&rule.when)).collect()
        };
        let mut fired = own(false);
        if fired.is_empty() {
            fired = own(true);
        }
        if self.exempt.as_ref().is_some_and(|(of, when)| *of == outcome && world.holds(when)) {
            return Ok(Verdict::Exempt);
        }
        let mut sets = Vec::new();
        for rule in fired {
            sets.push(match &rule.grant {
                Grant::Fixed(set) => set.clone(),
                Grant::FromDays => {
                    let days = world.fact(Fact::Days);
                    if days < 0 {
                        return Err(Refused);
                    }
                    (days..=days + 2).collect()
                }
            });
        }
        if sets.is_empty() {
            return Ok(Verdict::NotAddressed);
        }
        let index = OUTCOMES.iter().position(|other| *other == outcome).expect("an outcome");
        let Some(set) = combined(self.combine[index], outcome, &sets) else { return Ok(Verdict::Conflict) };
        Ok(Verdict::Decided(match &self.adjust {
            Some((of, by, when)) if *of == outcome && world.holds(when) => adjusted(*by, outcome, &set),
            _ => set,
        }))
    }

    pub fn duty(&self, world: &World<'_>) -> Duty {
        let must = Within { months: false, after: true, date: None, anchor: None };
        let (done, due) = (world.fact(Fact::Done), world.fact(Fact::Due));
        if !world.holds(&self.duty) {
            return Duty::NotApplicable;
        }
        if must.holds(done, due) {
            return Duty::Fulfilled;
        }
        match world.given.as_of {
            Some(as_of) if due == NEVER || as_of <= due + 2 => Duty::Pending,
            _ => Duty::Breached,
        }
    }
}

fn compared(compare: Compare, left: i64, right: i64) -> bool {
    match compare {
        Compare::Equal => left == right,
        Compare::NotEqual => left != right,
        Compare::Less => left < right,
        Compare::AtMost => left <= right,
        Compare::Greater => left > right,
        Compare::AtLeast => left >= right,
    }
}

/// `None` is a conflict.
fn combined(combine: Combine, outcome: Outcome, sets: &[Permitted]) -> Option<Permitted> {
    let all: Permitted = sets.iter().flatten().copied().collect();
    let result: Permitted = match combine {
        Combine::Heaviest => {
            let floor = *sets.iter().filter_map(|set| set.first()).max().expect("a set");
            all.into_iter().filter(|value| *value >= floor).collect()
        }
        Combine::Union => all,
        Combine::Intersect => all.into_iter().filter(|value| sets.iter().all(|set| set.contains(value))).collect(),
        Combine::Sum => {
            let none = outcome.none();
            let plus = |a: i64, b: i64| {
                if a == none {
                    b
                } else if b == none {
                    a
                } else {
                    a + b
                }
            };
            let first = sets[0].clone();
            sets[1..]
                .iter()
                .fold(first, |sum, set| sum.iter().flat_map(|a| set.iter().map(move |b| plus(*a, *b))).collect())
        }
    };
    (!result.is_empty()).then_some(result)
}

fn adjusted(by: Adjustment, outcome: Outcome, set: &Permitted) -> Permitted {
    let none = outcome.none();
    let (lightest, heaviest) = (*set.first().expect("a value"), *set.last().expect("a value"));
    if outcome != Outcome::Fine {
        let without = |dropped: i64| -> Permitted {
            if set.len() == 1 { set.clone() } else { set.iter().copied().filter(|value| *value != dropped).collect() }
        };
        return match by {
            Adjustment::Lighten => without(heaviest),
            Adjustment::Aggravate => without(lightest),
            Adjustment::Reduce => Permitted::from([(lightest - 1).max(none)]),
        };
    }
    let amounts: Permitted = set.iter().copied().filter(|value| *value != none).collect();
    let (Some(low), Some(high)) = (amounts.first().copied(), amounts.last().copied()) else {
        return set.clone();
    };
    let may_be_none = set.contains(&none);
    match by {
        Adjustment::Reduce if may_be_none || low == 0 => Permitted::from([none]),
        Adjustment::Reduce => (0..low).collect(),
        Adjustment::Lighten if amounts.len() == 1 && may_be_none => Permitted::from([none]),
        Adjustment::Lighten => {
            let half = amounts.into_iter().filter(|value| *value <= (low + high).div_euclid(2));
            half.chain(may_be_none.then_some(none)).collect()
        }
        Adjustment::Aggravate => amounts.into_iter().filter(|value| 2 * *value >= low + high).collect(),
    }
}
