//! The order of steps: what waits for what, what was left out, what was taken too soon.
//!
//! A step that usually follows another one may be taken before it if the log gives a reason; then the two have nothing
//! to do with each other. Without a reason, the usual order binds like any other.
//!
//! Each answer needs one pass over the steps in their partial order. A step hands on at most one witness, so that the
//! work is linear in what the regulation says, however long the chains are.

use super::case::Case;
use crate::decide::evaluate::Truth;
use crate::policy::{Procedure, StepIndex};
use crate::syntax::ast::{Mode, StepOrder};
use jiff::civil::Date;

/// What the order says of one step.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// The steps that it waits for, one for each step that it follows directly.
    pub(super) waits_for: Vec<StepIndex>,
    /// Steps not taken of which nobody knows whether they are part of the procedure.
    pub(super) open: Vec<StepIndex>,
    /// The day on which all steps that it follows were taken; `None` where they are not, or where it follows none.
    pub(super) ready: Option<Date>,
    /// Steps that were taken though they have to follow this one, one for each step that follows it directly.
    pub(super) followers: Vec<StepIndex>,
    /// Steps that it has to follow and that were taken later, and how strictly.
    pub(super) before: Vec<(StepIndex, StepOrder)>,
    /// Whether it was taken out of the usual order, and the log says why.
    pub(super) is_excused: bool,
    /// The step taken last among those that it has to follow.
    latest: Option<(Date, StepIndex)>,
}

/// The place of every step in the order, given which were taken.
pub(super) fn places(procedure: &Procedure, case: &Case<'_>) -> Vec<Place> {
    let mut places = vec![Place::default(); procedure.steps.len()];
    for step in &procedure.order {
        let place = after_those_before(procedure, case, &places, *step);
        if let Some(slot) = places.get_mut(step.index()) {
            *slot = place;
        }
    }
    for step in procedure.order.iter().rev() {
        hand_back(procedure, case, &mut places, *step);
    }
    for place in &mut places {
        for list in [&mut place.waits_for, &mut place.open, &mut place.followers] {
            list.sort_unstable();
            list.dedup();
        }
        place.before.sort_unstable();
        place.before.dedup_by_key(|(step, _)| *step);
    }
    places
}

/// What a step learns from those that it follows.
fn after_those_before(procedure: &Procedure, case: &Case<'_>, places: &[Place], index: StepIndex) -> Place {
    let mut place = Place::default();
    let Some(step) = procedure.steps.get(index.index()) else { return place };
    let taken = case.taken(index);
    for (earlier, order) in &step.after {
        let Some(there) = places.get(earlier.index()) else { continue };
        let was = case.taken(*earlier);
        match was {
            Some(day) => place.ready = place.ready.max(Some(day)),
            None => wait(procedure, case, &mut place, there, *earlier),
        }
        let nearest = was.map(|day| (day, *earlier));
        if binds(case, index, *order) {
            let later = |found: &(Date, StepIndex)| taken.is_some_and(|taken| taken < found.0);
            let witness = nearest.filter(later).or_else(|| there.latest.filter(later));
            place.before.extend(witness.map(|(_, step)| (step, *order)));
            place.latest = place.latest.max(nearest).max(there.latest);
        } else {
            let is_due = || case.part(*earlier) == Truth::True && mode(procedure, *earlier) == Mode::Must;
            place.is_excused |= taken.is_some_and(|taken| was.map_or_else(is_due, |day| taken < day));
        }
    }
    if !place.waits_for.is_empty() || !place.open.is_empty() {
        place.ready = None;
    }
    place
}

/// Whether a step has to keep to an order: always, unless only the usual one is left with a reason.
fn binds(case: &Case<'_>, step: StepIndex, order: StepOrder) -> bool {
    match order {
        StepOrder::Strict => true,
        StepOrder::Usual => case.reason(step).is_none(),
    }
}

/// A step that was not taken holds up what follows it, unless it need not be taken; then what holds it up does.
fn wait(procedure: &Procedure, case: &Case<'_>, place: &mut Place, there: &Place, earlier: StepIndex) {
    match (case.part(earlier), mode(procedure, earlier)) {
        (Truth::True, Mode::Must) => place.waits_for.push(earlier),
        (Truth::Unknown, Mode::Must) => {
            place.waits_for.extend(there.waits_for.first());
            place.open.push(earlier);
        }
        (Truth::False, _) | (_, Mode::May) => {
            place.waits_for.extend(there.waits_for.first());
            place.open.extend(there.open.first());
            place.ready = place.ready.max(there.ready);
        }
    }
}

/// Tells those that a step has to follow that it, or one behind it, was taken.
fn hand_back(procedure: &Procedure, case: &Case<'_>, places: &mut [Place], index: StepIndex) {
    let Some(step) = procedure.steps.get(index.index()) else { return };
    let own = case.taken(index).map(|_| index);
    let witness = own.or_else(|| places.get(index.index()).and_then(|place| place.followers.first().copied()));
    let Some(witness) = witness else { return };
    for (earlier, order) in &step.after {
        if binds(case, index, *order)
            && let Some(there) = places.get_mut(earlier.index())
        {
            there.followers.push(witness);
        }
    }
}

fn mode(procedure: &Procedure, step: StepIndex) -> Mode {
    procedure.steps.get(step.index()).map_or(Mode::May, |step| step.mode)
}
