//! What the authority may still choose of an outcome that later conditions read.
//!
//! The choice is a variable. Its values are "no measure", then each member of the scale; of amounts, each amount that a
//! condition compares the outcome with, and each piece between two of them: on a piece, every condition is the same. The
//! variable is bound to the permitted set: a choice has to be permitted, in whatever completion.

use super::conclude::Verdict;
use super::decision::Status;
use super::diagram::{Node, TooLarge};
use super::domains::Subject;
use super::exact::{Completions, FORBIDDEN, NO, YES};
use super::outcomes_read::value_test;
use crate::policy::{
    AmountEnd, AmountInterval, AmountSet, ArithmeticError, Edge, MemberIndex, OutcomeId, OutcomeTest, OutcomeValues,
    PermittedSet, Satisfied, Value,
};
use std::cmp::Ordering;

/// The variable for what the authority chooses.
#[derive(Clone)]
pub(super) struct Choice {
    level: u32,
    pieces: Vec<PermittedSet>,
}

impl Completions<'_> {
    /// The diagram of a test of an outcome that is judged already.
    pub(super) fn outcome_test(&mut self, id: OutcomeId, test: &OutcomeTest) -> Result<Node, TooLarge> {
        let (verdicts, node) = self.verdicts_of(id)?;
        let choice = self.choice(id)?;
        let chosen = self.choice_node(&choice)?;
        let mut holds: Vec<Vec<bool>> = Vec::with_capacity(verdicts.len());
        for verdict in &verdicts {
            holds.push(holding(verdict, test, &choice.pieces).map_err(|_| TooLarge)?);
        }
        self.store.apply(node, chosen, &mut |leaf, piece| {
            let verdict = (leaf as usize).checked_sub(1).and_then(|index| holds.get(index));
            u32::from(verdict.and_then(|pieces| pieces.get(piece as usize)).copied().unwrap_or(false))
        })
    }

    /// The verdicts of an outcome that is judged already, and the diagram that leads to them.
    pub(super) fn verdicts_of(&self, id: OutcomeId) -> Result<(Vec<Verdict>, Node), TooLarge> {
        match self.judged.get(&id) {
            Some(Ok(judged)) => Ok((judged.verdicts.clone(), judged.node)),
            Some(Err(TooLarge)) | None => Err(TooLarge),
        }
    }

    /// The variable for what the authority chooses, bound to what is permitted.
    fn choice(&mut self, id: OutcomeId) -> Result<Choice, TooLarge> {
        if let Some(choice) = self.choices.get(&id) {
            return Ok(choice.clone());
        }
        let (verdicts, node) = self.verdicts_of(id)?;
        let pieces = self.pieces(id).ok_or(TooLarge)?;
        let level = self.add_variable(Subject::Choice(id), pieces.len());
        let choice = Choice { level, pieces };
        let chosen = self.choice_node(&choice)?;
        let permitted = |leaf: u32, piece: u32| {
            let verdict = (leaf as usize).checked_sub(1).and_then(|index| verdicts.get(index));
            match (verdict.and_then(|verdict| verdict.permitted.as_ref()), choice.pieces.get(piece as usize)) {
                (Some(set), Some(piece)) => set.intersection(piece).is_ok_and(|common| common.is_some()),
                // Nothing is to be chosen, or nobody knows from what.
                (None, _) | (_, None) => true,
            }
        };
        let bound = self.store.apply(node, chosen, &mut |leaf, piece| u32::from(permitted(leaf, piece)))?;
        self.constraints.insert(level, bound);
        if verdicts.iter().any(|verdict| verdict.status == Status::Undetermined) {
            self.approximate.insert(level);
        }
        self.choices.insert(id, choice.clone());
        Ok(choice)
    }

    fn choice_node(&mut self, choice: &Choice) -> Result<Node, TooLarge> {
        let mut children = Vec::with_capacity(choice.pieces.len());
        for piece in 0..choice.pieces.len() {
            children.push(self.store.leaf(u32::try_from(piece).map_err(|_| TooLarge)?)?);
        }
        self.store.branch(choice.level, children)
    }

    /// What can be chosen, in pieces on which every test is the same.
    pub(super) fn pieces(&self, id: OutcomeId) -> Option<Vec<PermittedSet>> {
        let outcome = self.data.outcomes.get(id.index())?;
        let mut pieces = vec![PermittedSet::only_none()];
        match outcome.values {
            OutcomeValues::Members(of) => {
                let members = self.data.enumerations.get(of.index())?.members.len();
                pieces.extend((0..members).filter_map(|index| PermittedSet::of([MemberIndex::new(index)])));
            }
            OutcomeValues::Amounts(_) => {
                let mut cuts: Vec<&Value> =
                    self.mentioned_tests.get(&id)?.iter().copied().flat_map(constants).collect();
                cuts.sort_by(|a, b| a.order(b).unwrap_or(Ordering::Equal));
                cuts.dedup_by(|a, b| a.order(b).is_some_and(Ordering::is_eq));
                pieces.extend(intervals(&cuts)?.into_iter().map(PermittedSet::from));
            }
        }
        Some(pieces)
    }

    /// The completions in which a choice that the authority has made is permitted.
    pub(super) fn evidence(&mut self, id: OutcomeId, choice: Option<&Value>) -> Result<Node, TooLarge> {
        let (verdicts, node) = self.verdicts_of(id)?;
        self.store.map(node, &mut |leaf| {
            if leaf == FORBIDDEN {
                return NO;
            }
            match (leaf as usize).checked_sub(1).and_then(|index| verdicts.get(index)) {
                Some(Verdict { permitted: Some(set), .. }) => u32::from(super::outcomes_read::permits(set, choice)),
                Some(Verdict { status: Status::Undetermined, .. }) => YES,
                Some(_) | None => NO,
            }
        })
    }
}

/// Whether each piece satisfies a test under a verdict. Where the verdict alone settles the test, the choice is not
/// asked.
pub(crate) fn holding(
    verdict: &Verdict,
    test: &OutcomeTest,
    pieces: &[PermittedSet],
) -> Result<Vec<bool>, ArithmeticError> {
    let satisfied = |set: &PermittedSet| set.satisfied(value_test(test));
    match (&verdict.permitted, verdict.status) {
        (Some(set), _) => match satisfied(set)? {
            Satisfied::All => Ok(vec![true; pieces.len()]),
            Satisfied::Nothing => Ok(vec![false; pieces.len()]),
            Satisfied::Some => pieces.iter().map(|piece| Ok(satisfied(piece)? == Satisfied::All)).collect(),
        },
        (None, Status::Undetermined) => pieces.iter().map(|piece| Ok(satisfied(piece)? == Satisfied::All)).collect(),
        (None, _) => Ok(vec![false; pieces.len()]),
    }
}

fn constants(test: &OutcomeTest) -> Vec<&Value> {
    match test {
        OutcomeTest::Compare(_, value) => vec![value],
        OutcomeTest::Among(_, values) => values.iter().collect(),
        OutcomeTest::Between(_, from, to) => vec![from, to],
    }
}

/// The amounts at some cuts and the pieces between them, from everything below to everything above.
fn intervals(cuts: &[&Value]) -> Option<Vec<AmountSet>> {
    let end = |value: &Value, edge: Edge| AmountEnd { value: value.clone(), edge };
    let mut found = Vec::new();
    let mut push = |interval: AmountInterval| match AmountSet::new([interval]) {
        Ok(set) => {
            found.extend(set);
            Some(())
        }
        // Nothing is above the largest whole number.
        Err(ArithmeticError::Overflow) => Some(()),
        Err(_) => None,
    };
    let first = cuts.first()?;
    let zero = first.multiply(&Value::Int(0)).ok()?;
    if zero.order(first).is_some_and(Ordering::is_lt) {
        push(AmountInterval { from: end(&zero, Edge::Included), to: Some(end(first, Edge::Excluded)) })?;
    }
    for (index, cut) in cuts.iter().enumerate() {
        push(AmountInterval { from: end(cut, Edge::Included), to: Some(end(cut, Edge::Included)) })?;
        let to = cuts.get(index + 1).map(|next| end(next, Edge::Excluded));
        push(AmountInterval { from: end(cut, Edge::Excluded), to })?;
    }
    Some(found)
}
