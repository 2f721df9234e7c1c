//! What rules permit, in words: `criticism or written review`, `200.00 CNY to 1000.00 CNY`.

use super::words::Words;
use crate::policy::{
    AmountInterval, AmountSet, Contribution, Edge, EnumerationKind, MemberIndex, Outcome, OutcomeTest, OutcomeValues,
    PermittedSet,
};
use crate::syntax::ast::{Adjustment, Combination, Mode};

impl Words<'_> {
    /// The values of a set, from light to heavy.
    pub(super) fn set(&self, values: OutcomeValues, set: &PermittedSet) -> String {
        let mut words: Vec<String> = Vec::new();
        if set.permits_none() {
            words.push(self.word("value-none"));
        }
        match values {
            OutcomeValues::Members(of) => {
                let members: Vec<MemberIndex> = set.members().collect();
                let is_scale = self.enumeration(of).is_some_and(|of| of.kind == EnumerationKind::Ordered);
                match (members.first(), members.last()) {
                    (Some(first), Some(last)) if is_scale && is_unbroken(&members) && members.len() > 2 => {
                        let (from, to) = (self.member(of, *first), self.member(of, *last));
                        words.push(self.say("render-from-to", &[("from", &from), ("to", &to)]));
                    }
                    _ => words.extend(members.iter().map(|member| self.member(of, *member))),
                }
            }
            OutcomeValues::Amounts(_) => {
                words.extend(set.amounts().into_iter().flat_map(AmountSet::intervals).map(|one| self.interval(&one)));
            }
        }
        self.either(words)
    }

    /// An interval of amounts.
    pub(super) fn interval(&self, interval: &AmountInterval) -> String {
        let (from, to) = (&interval.from, interval.to.as_ref());
        let low = self.value(&from.value);
        match to {
            Some(to) if to.value == from.value => low,
            Some(to) => {
                let id = match (from.edge, to.edge) {
                    (Edge::Included, Edge::Included) => "render-from-to",
                    (Edge::Excluded, Edge::Included) => "render-above-to",
                    (Edge::Included, Edge::Excluded) => "render-from-below",
                    (Edge::Excluded, Edge::Excluded) => "render-above-below",
                };
                self.say(id, &[("from", &low), ("to", &self.value(&to.value))])
            }
            None => {
                let id = if from.edge == Edge::Included { "render-at-least" } else { "render-more-than" };
                self.say(id, &[("from", &low)])
            }
        }
    }

    /// What a rule permits.
    pub(super) fn contribution(&self, outcome: &Outcome, permitted: &Contribution) -> String {
        match permitted {
            Contribution::Fixed(set) => self.set(outcome.values, set),
            Contribution::Computed { mode, from, to } => {
                let (low, high) = (self.operand(from), self.operand(to));
                let amount =
                    if from.means(to) { low } else { self.say("render-from-to", &[("from", &low), ("to", &high)]) };
                match mode {
                    Mode::Must => amount,
                    Mode::May => self.either(vec![self.word("value-none"), amount]),
                }
            }
        }
    }

    /// Which values of an outcome a test means, as a condition on it.
    pub(super) fn outcome_test(&self, name: &str, test: &OutcomeTest) -> String {
        match test {
            OutcomeTest::Compare(sign, value) => self.compared(name, *sign, value),
            OutcomeTest::Among(polarity, values) => self.among(name, *polarity, values),
            OutcomeTest::Between(polarity, from, to) => self.between(name, *polarity, from, to),
        }
    }

    /// What is done to the set, `lightened or reduced`.
    pub(super) fn adjustments(&self, adjustments: &[Adjustment], mode: Mode) -> String {
        let words = adjustments.iter().map(|adjustment| self.word(adjustment_id(*adjustment))).collect();
        let words = self.either(words);
        match mode {
            Mode::Must => self.say("render-adjust-must", &[("how", &words)]),
            Mode::May => self.say("render-adjust-may", &[("how", &words)]),
        }
    }

    /// How the sets of several rules become one, as a sentence.
    pub(super) fn combination(&self, combination: Combination) -> String {
        self.word(match combination {
            Combination::Heaviest => "render-combine-heaviest",
            Combination::Union => "render-combine-union",
            Combination::Intersect => "render-combine-intersect",
            Combination::Unique => "render-combine-unique",
            Combination::Accumulate => "render-combine-accumulate",
            Combination::Sum => "render-combine-sum",
        })
    }

    /// The values that an authority decides or enforces; all of them where `None`.
    pub(super) fn some_values(&self, outcome: &Outcome, values: Option<&[MemberIndex]>) -> String {
        match (values, outcome.values) {
            (Some(values), OutcomeValues::Members(of)) => match PermittedSet::of(values.iter().copied()) {
                Some(set) => self.set(OutcomeValues::Members(of), &set),
                None => self.word("render-every-value"),
            },
            (Some(_), OutcomeValues::Amounts(_)) | (None, _) => self.word("render-every-value"),
        }
    }
}

fn adjustment_id(adjustment: Adjustment) -> &'static str {
    match adjustment {
        Adjustment::Lighten => "render-lighten",
        Adjustment::Reduce => "render-reduce",
        Adjustment::Waive => "render-waive",
        Adjustment::Aggravate => "render-aggravate",
        Adjustment::Exceed => "render-exceed",
    }
}

fn is_unbroken(members: &[MemberIndex]) -> bool {
    members.windows(2).all(|pair| matches!(pair, [one, next] if next.index() == one.index() + 1))
}
