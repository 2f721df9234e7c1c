//! The rules of one outcome as bits: which fire, which stand, which contribute.

use super::block::{Truths, bit, bits, meet, set_bit, words_for};
use super::verdicts::{Contributing, Verdicts};
use crate::policy::{Contribution, Outcome, OutcomeId, PolicyData, RuleId, RuleKind};
use std::collections::BTreeMap;

/// One outcome: its conditions side by side, and what follows from those that hold.
///
/// Rules are numbered in the order of the text; their exemptions and adjustments follow.
#[derive(Debug)]
pub(super) struct Ruleset {
    pub(super) id: OutcomeId,
    pub(super) place: Place,
    /// How many alternatives its conditions have.
    pub(super) alternatives: usize,
    pub(super) verdicts: Verdicts,
    pub(super) rules: usize,
    pub(super) exemptions: usize,
    pub(super) adjustments: usize,
    /// The rules that are no `otherwise`.
    pub(super) plain: Vec<u64>,
    /// The rules that drop others, each with those that it drops.
    pub(super) overriding: Vec<(usize, Vec<u64>)>,
    /// For each exemption, the rules that it excuses; the whole outcome where `None`.
    pub(super) excused: Vec<Option<Vec<u64>>>,
    /// The rules whose amounts are calculated.
    pub(super) calculated: Vec<(usize, RuleId)>,
    rule_citations: Citations,
    exemption_citations: Citations,
    adjustment_citations: Citations,
}

/// Where the conditions of an outcome are tested.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// In which block.
    pub(super) block: usize,
    /// From which word on.
    pub(super) start: usize,
}

/// What some conditions are cited by.
#[derive(Debug)]
pub(super) struct Citations {
    /// For each condition its clause, and the first condition that is cited by the same.
    clauses: Vec<(String, usize)>,
    /// Whether some are cited by the same clause.
    are_shared: bool,
}

impl Citations {
    fn of<'d>(data: &'d PolicyData, clauses: impl Iterator<Item = crate::policy::ClauseId>) -> Self {
        let mut first: BTreeMap<&'d str, usize> = BTreeMap::new();
        let cited = clauses.enumerate().map(|(place, id)| {
            let citation = data.clauses.get(id.index()).map_or("", |clause| clause.citation.as_str());
            (citation.to_owned(), *first.entry(citation).or_insert(place))
        });
        let clauses: Vec<(String, usize)> = cited.collect();
        let are_shared = clauses.iter().zip(0..).any(|((_, first), place)| *first != place);
        Self { clauses, are_shared }
    }

    /// The clauses, each once, with the numbers of the conditions that cite them.
    pub(super) fn by_clause(&self) -> Vec<(&str, Vec<usize>)> {
        let mut found: Vec<(&str, Vec<usize>)> = Vec::new();
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for (number, (clause, first)) in self.clauses.iter().enumerate() {
            match places.get(first).and_then(|place| found.get_mut(*place)) {
                Some((_, numbers)) => numbers.push(number),
                None => {
                    places.insert(*first, found.len());
                    found.push((clause, vec![number]));
                }
            }
        }
        found
    }

    /// The clauses of some conditions, each once, in the order in which the conditions stand.
    pub(super) fn of_bits<'c>(&'c self, words: &'c [u64]) -> impl Iterator<Item = &'c str> {
        let earlier = move |place: usize, first: usize| {
            // Conditions that share a clause are few and stand close to each other.
            let between = self.clauses.get(first..place).unwrap_or_default().iter().zip(first..);
            between.clone().any(|((_, other), at)| *other == first && bit(words, at))
        };
        bits(words).filter_map(move |place| {
            let (citation, first) = self.clauses.get(place)?;
            (!self.are_shared || !earlier(place, *first)).then_some(citation.as_str())
        })
    }
}

/// What became of one outcome; the words are reused from case to case.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// The rules that fired.
    fired: Vec<u64>,
    /// The rules that fired and were not overridden.
    pub(super) upheld: Vec<u64>,
    /// Of those, the rules that no exemption excuses.
    pub(super) contributing: Vec<u64>,
    /// The exemptions that changed the result.
    pub(super) exempting: Vec<u64>,
    /// The adjustments whose condition holds.
    pub(super) adjusting: Vec<u64>,
}

/// What the exemptions leave of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// Rules contribute.
    Rules,
    /// It is exempt.
    Exempt,
    /// No rule speaks of it.
    Nothing,
}

impl Ruleset {
    pub(super) fn new(
        data: &PolicyData,
        (id, outcome): (OutcomeId, &Outcome),
        place: Place,
        alternatives: usize,
    ) -> Self {
        let numbers: BTreeMap<RuleId, usize> = outcome.rules.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let words = words_for(outcome.rules.len());
        let mask = |rules: &[RuleId]| {
            let mut mask = vec![0; words];
            rules.iter().filter_map(|id| numbers.get(id)).for_each(|at| set_bit(&mut mask, *at));
            mask
        };
        let rule = |id: &RuleId| data.rules.get(id.index());
        let is_plain = |id: &RuleId| rule(id).is_some_and(|rule| rule.kind == RuleKind::Plain);
        let plain: Vec<RuleId> = outcome.rules.iter().copied().filter(is_plain).collect();
        let overriding = outcome.rules.iter().enumerate().filter_map(|(at, id)| {
            let dropped = rule(id).map(|rule| rule.overrides.as_slice()).filter(|dropped| !dropped.is_empty())?;
            Some((at, mask(dropped)))
        });
        let is_calculated =
            |id: &RuleId| rule(id).is_some_and(|rule| matches!(rule.permitted, Contribution::Computed { .. }));
        let clauses = |id: &RuleId| rule(id).map(|rule| rule.clause);
        Self {
            id,
            place,
            alternatives,
            verdicts: Verdicts::new(data, id, outcome),
            rules: outcome.rules.len(),
            exemptions: outcome.exemptions.len(),
            adjustments: outcome.adjustments.len(),
            plain: mask(&plain),
            overriding: overriding.collect(),
            excused: outcome.exemptions.iter().map(|found| found.from.as_deref().map(mask)).collect(),
            calculated: outcome.rules.iter().copied().enumerate().filter(|(_, id)| is_calculated(id)).collect(),
            rule_citations: Citations::of(data, outcome.rules.iter().filter_map(clauses)),
            exemption_citations: Citations::of(data, outcome.exemptions.iter().map(|found| found.clause)),
            adjustment_citations: Citations::of(data, outcome.adjustments.iter().map(|found| found.clause)),
        }
    }

    /// The words that [`Ruleset::stand`] fills.
    pub(super) fn standing(&self) -> Standing {
        let words = |bits: usize| vec![0; words_for(bits)];
        Standing {
            fired: words(self.rules),
            upheld: words(self.rules),
            contributing: words(self.rules),
            exempting: words(self.exemptions),
            adjusting: words(self.adjustments),
        }
    }

    /// Finds the rules that stand and those that contribute, of the conditions that hold.
    pub(super) fn stand(&self, truths: &Truths, found: &mut Standing) -> Left {
        let truths = truths.section(self.place.start);
        self.fire(truths, &mut found.fired);
        self.drop_overridden(&found.fired, &mut found.upheld);
        let holds = |exemption: usize| bit(truths, self.rules + exemption);
        found.exempting.fill(0);
        found.adjusting.fill(0);
        found.contributing.copy_from_slice(&found.upheld);
        let (mut is_whole, mut any_holds) = (false, false);
        for (exemption, excused) in self.excused.iter().enumerate().filter(|(exemption, _)| holds(*exemption)) {
            any_holds = true;
            match excused {
                None => {
                    is_whole = true;
                    set_bit(&mut found.exempting, exemption);
                }
                Some(rules) if meet(rules, &found.upheld) => {
                    set_bit(&mut found.exempting, exemption);
                    found.contributing.iter_mut().zip(rules).for_each(|(left, excused)| *left &= !excused);
                }
                Some(_) => {}
            }
        }
        if is_whole {
            return Left::Exempt;
        }
        if found.contributing.iter().all(|word| *word == 0) {
            // Nothing is left. Where an exemption from single clauses holds, that exempts; else no rule spoke at all.
            (0..self.exemptions).filter(|at| holds(*at)).for_each(|at| set_bit(&mut found.exempting, at));
            return if any_holds { Left::Exempt } else { Left::Nothing };
        }
        for adjustment in (0..self.adjustments).filter(|at| bit(truths, self.rules + self.exemptions + at)) {
            set_bit(&mut found.adjusting, adjustment);
        }
        Left::Rules
    }

    /// The rules that fire: plain rules whose condition holds, and `otherwise` rules where none of those does.
    fn fire(&self, truths: &[u64], fired: &mut [u64]) {
        for ((fired, truths), plain) in fired.iter_mut().zip(truths).zip(&self.plain) {
            *fired = truths & plain;
        }
        if fired.iter().any(|word| *word != 0) {
            return;
        }
        let rules = self.rules;
        for (index, (fired, truths)) in fired.iter_mut().zip(truths).enumerate() {
            let own = rules.saturating_sub(64 * index);
            *fired = if own >= 64 { *truths } else { truths & !(u64::MAX << own) };
        }
    }

    /// Takes out the rules that others drop. What is dropped itself still drops others.
    fn drop_overridden(&self, fired: &[u64], upheld: &mut [u64]) {
        upheld.copy_from_slice(fired);
        for (_, dropped) in self.overriding.iter().filter(|(at, _)| bit(fired, *at)) {
            upheld.iter_mut().zip(dropped).for_each(|(left, dropped)| *left &= !dropped);
        }
    }

    /// The clauses of rules.
    pub(super) fn rule_citations(&self) -> &Citations {
        &self.rule_citations
    }

    /// The clauses of exemptions.
    pub(super) fn exemption_citations(&self) -> &Citations {
        &self.exemption_citations
    }

    /// The clauses of adjustments.
    pub(super) fn adjustment_citations(&self) -> &Citations {
        &self.adjustment_citations
    }

    /// What decides the verdict.
    pub(super) fn key(found: &Standing) -> Contributing<'_> {
        Contributing { rules: &found.contributing, adjustments: &found.adjusting }
    }
}
