//! The decision of a case of which everything is known.

use super::{Adjustment, Case, Combine, Compare, Condition, FACTS, Fact, Path, Permitted, Provision, Regulation, TOP};

/// What can differ between two decisions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Decided(Permitted),
    Exempt,
    NotAddressed,
    Conflict,
    OutOfScope,
}

/// The verdict and the clauses behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    pub verdict: Verdict,
    /// The clauses that fired and were not overridden.
    pub fired: Vec<Path>,
    /// The clauses that fired and were overridden.
    pub overridden: Vec<Path>,
    /// The clauses whose adjustment holds; only of a decided outcome.
    pub adjusting: Vec<Path>,
    pub weigh: bool,
}

impl Regulation {
    /// Whether the case is one that can occur.
    pub fn allows(&self, case: &Case) -> bool {
        self.assumptions.iter().all(|assumed| self.holds(assumed, case))
    }

    pub fn holds(&self, condition: &Condition, case: &Case) -> bool {
        let holds = |condition: &Condition| self.holds(condition, case);
        match condition {
            Condition::Is(fact) => value(case, *fact) == 1,
            Condition::Compared(fact, compare, constant) => compared(*compare, value(case, *fact), *constant),
            Condition::DaysToLimit(compare) => compared(*compare, value(case, Fact::Days), value(case, Fact::Limit)),
            Condition::Among(fact, listed, values) => values.contains(&value(case, *fact)) == *listed,
            Condition::Named => holds(&self.named),
            Condition::Not(inner) => !holds(inner),
            Condition::And(parts) => parts.iter().all(holds),
            Condition::Or(parts) => parts.iter().any(holds),
            Condition::Implies(premise, conclusion) => !holds(premise) || holds(conclusion),
        }
    }

    pub fn decide(&self, case: &Case) -> Ruling {
        let bare = |verdict| Ruling { verdict, fired: vec![], overridden: vec![], adjusting: vec![], weigh: false };
        if self.scope.as_ref().is_some_and(|scope| !self.holds(scope, case)) {
            return bare(Verdict::OutOfScope);
        }

        // Which rules fire, and which of them are overridden?
        let mut fired: Vec<(Path, &Permitted)> = Vec::new();
        let mut cited: Vec<&Path> = Vec::new();
        for (path, provision) in self.provisions() {
            let Provision::Rule { when, permitted, overriding } = provision else { continue };
            let holding = (1..).zip(when).filter(|(_, condition)| self.holds(condition, case));
            let own = |item: u32| if when.len() == 1 { path.clone() } else { [path.as_slice(), &[item]].concat() };
            let before = fired.len();
            fired.extend(holding.map(|(item, _)| (own(item), permitted)));
            if fired.len() > before {
                cited.extend(overriding);
            }
        }
        if fired.is_empty() {
            for (path, provision) in self.provisions() {
                if let Provision::Otherwise { when, permitted } = provision
                    && when.as_ref().is_none_or(|condition| self.holds(condition, case))
                {
                    fired.push((path, permitted));
                }
            }
        }
        let is_cited = |path: &Path, cited: &[&Path]| cited.iter().any(|cited| path.starts_with(cited));
        let (overridden, standing): (Vec<_>, Vec<_>) = fired.into_iter().partition(|(path, _)| is_cited(path, &cited));

        // Exemptions.
        let exemptions: Vec<&Vec<Path>> = self
            .provisions()
            .filter_map(|(_, provision)| match provision {
                Provision::Exempt { from, when } if self.holds(when, case) => Some(from),
                _ => None,
            })
            .collect();
        let excused: Vec<&Path> = exemptions.iter().copied().flatten().collect();
        let contributing: Vec<&Permitted> =
            standing.iter().filter(|(path, _)| !is_cited(path, &excused)).map(|(_, permitted)| *permitted).collect();

        let paths = |rules: Vec<(Path, &Permitted)>| rules.into_iter().map(|(path, _)| path).collect();
        let mut ruling = Ruling { fired: paths(standing), overridden: paths(overridden), ..bare(Verdict::Exempt) };
        if exemptions.iter().any(|from| from.is_empty()) || contributing.is_empty() && !exemptions.is_empty() {
            return ruling;
        }
        if contributing.is_empty() {
            ruling.verdict = Verdict::NotAddressed;
            return ruling;
        }
        let Some(set) = combined(self.combine, &contributing) else {
            ruling.verdict = Verdict::Conflict;
            return ruling;
        };

        // Adjustments.
        let mut results = Vec::new();
        let (mut lighter, mut heavier) = (false, false);
        for (path, provision) in self.provisions() {
            let Provision::Adjust { may, by, when } = provision else { continue };
            if !self.holds(when, case) {
                continue;
            }
            ruling.adjusting.push(path);
            results.extend(by.iter().map(|adjustment| adjusted(&set, *adjustment)));
            results.extend(may.then(|| set.clone()));
            let mitigates =
                |by: &Adjustment| matches!(by, Adjustment::Lighten | Adjustment::Reduce | Adjustment::Waive);
            lighter |= by.iter().any(mitigates);
            heavier |= !by.iter().all(mitigates);
        }
        ruling.weigh = lighter && heavier;
        let unchanged = ruling.weigh || results.is_empty();
        ruling.verdict = Verdict::Decided(if unchanged { set } else { results.into_iter().flatten().collect() });
        ruling
    }
}

fn value(case: &Case, fact: Fact) -> i64 {
    let index = FACTS.iter().position(|other| *other == fact).expect("one of the facts");
    case[index]
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
pub fn combined(combine: Combine, sets: &[&Permitted]) -> Option<Permitted> {
    let all: Permitted = sets.iter().copied().flatten().copied().collect();
    let result: Permitted = match combine {
        Combine::Heaviest => {
            let floor = sets.iter().filter_map(|set| set.first()).max().expect("a set");
            all.into_iter().filter(|x| x >= floor).collect()
        }
        Combine::Union | Combine::Accumulate => all,
        Combine::Intersect => all.into_iter().filter(|x| sets.iter().all(|set| set.contains(x))).collect(),
        Combine::Unique => {
            if sets.iter().all(|set| *set == sets[0]) {
                all
            } else {
                Permitted::new()
            }
        }
    };
    (!result.is_empty()).then_some(result)
}

fn adjusted(set: &Permitted, adjustment: Adjustment) -> Permitted {
    let lightest = *set.first().expect("a value");
    let heaviest = *set.last().expect("a value");
    let without = |dropped: u8| -> Permitted {
        if set.len() == 1 { set.clone() } else { set.iter().copied().filter(|x| *x != dropped).collect() }
    };
    match adjustment {
        Adjustment::Lighten => without(heaviest),
        Adjustment::Aggravate => without(lightest),
        Adjustment::Reduce => Permitted::from([lightest.saturating_sub(1)]),
        Adjustment::Exceed => Permitted::from([TOP.min(heaviest + 1)]),
        Adjustment::Waive => Permitted::from([0]),
    }
}
