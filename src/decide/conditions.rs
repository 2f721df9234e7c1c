//! Conditions besides those of outcomes, judged over all completions of what is unknown: when a step is part of a
//! procedure, when there is a right.
//!
//! What is asked about them is everything that bears on them, not only what occurs in a smallest set of answers: the
//! search for such sets takes long where a condition reads an outcome of which nothing is known.

use super::diagram::TooLarge;
use super::evaluate::Truth;
use super::exact::{Asked, Completions, FORBIDDEN, YES};
use super::facts::Facts;
use super::interpret::{DecideError, Ground, completions};
use super::mentions::Leaves;
use super::telling::Wanted;
use crate::policy::{Expr, Policy};
use std::collections::{BTreeSet, HashMap};

const HOLDS: u32 = 1;
const HOLDS_NOT: u32 = 2;

/// Whether a condition holds, and, where that is open, everything that can still change it.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub(super) truth: Truth,
    pub(super) asks: BTreeSet<Asked>,
}

/// Judges conditions that stand on the ground of a case. Takes time linear in them where all that matters is known.
pub(super) fn judge_conditions<'a>(
    policy: &'a Policy,
    facts: &'a Facts,
    ground: &'a Ground<'a>,
    conditions: &[&'a Expr],
) -> Result<Vec<Judged>, DecideError> {
    let mut judged = Vec::with_capacity(conditions.len());
    for condition in conditions {
        let truth = ground.evaluator.truth(condition)?;
        judged.push(Judged { truth, asks: BTreeSet::new() });
    }
    let open = || conditions.iter().copied().zip(&judged).filter(|(_, judged)| judged.truth == Truth::Unknown);
    let open: Vec<&'a Expr> = open().map(|(condition, _)| condition).collect();
    if open.is_empty() {
        return Ok(judged);
    }
    let mut all = completions(policy, facts, ground, open.iter().copied(), Wanted::Everything)?;
    let places = judged.iter_mut().zip(conditions).filter(|(judged, _)| judged.truth == Truth::Unknown);
    for (place, condition) in places {
        *place = over_all(&mut all, condition).unwrap_or_else(|TooLarge| {
            let asked = Leaves::asked(policy.data(), facts, &ground.evaluator, condition);
            Judged { truth: Truth::Unknown, asks: asked.into_iter().map(Asked::Fact).collect() }
        });
    }
    Ok(judged)
}

fn over_all<'a>(completions: &mut Completions<'a>, condition: &'a Expr) -> Result<Judged, TooLarge> {
    let node = completions.condition(condition, None)?;
    // Leaves count from 1, so that what is forbidden can be told from what does not hold.
    let node = completions.store.map(node, &mut |truth| if truth == YES { HOLDS } else { HOLDS_NOT })?;
    let root = completions.counted(node)?;
    let reached = completions.store.reach(root, &mut HashMap::new()).without(FORBIDDEN);
    let leaves: Vec<u32> = reached.iter().collect();
    Ok(match leaves.as_slice() {
        [HOLDS] => Judged { truth: Truth::True, asks: BTreeSet::new() },
        [HOLDS_NOT] => Judged { truth: Truth::False, asks: BTreeSet::new() },
        _ => {
            let levels = completions.store.support(root).into_iter();
            let asks = levels.flat_map(|level| completions.asked_by(level)).collect();
            Judged { truth: Truth::Unknown, asks }
        }
    })
}
