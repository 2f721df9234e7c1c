//! The order of steps: what waits for what, what was left out, what was taken too soon.
//!
//! Each answer needs one pass over the steps in their partial order. A step hands on at most one witness, so that the
//! work is linear in what the regulation says, however long the chains are.

use super::check::Case;
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
    /// Steps that it has to follow and that were taken later.
    pub(super) before: Vec<StepIndex>,
    /// Steps that it usually follows and that had not been taken.
    pub(super) before_usual: Vec<StepIndex>,
    /// Steps that it usually follows, not taken, of which nobody knows whether they are part of the procedure.
    pub(super) usual_open: Vec<StepIndex>,
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
        let lists = [&mut place.waits_for, &mut place.open, &mut place.followers, &mut place.before];
        for list in lists.into_iter().chain([&mut place.before_usual, &mut place.usual_open]) {
            list.sort_unstable();
            list.dedup();
        }
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
        match order {
            StepOrder::Strict => {
                let nearest = was.map(|day| (day, *earlier));
                let later = |found: &(Date, StepIndex)| taken.is_some_and(|taken| taken < found.0);
                let witness = nearest.filter(later).or_else(|| there.latest.filter(later));
                place.before.extend(witness.map(|(_, step)| step));
                place.latest = place.latest.max(nearest).max(there.latest);
            }
            StepOrder::Usual => match (taken, was) {
                (None, _) => {}
                (Some(taken), Some(day)) => place.before_usual.extend((taken < day).then_some(*earlier)),
                (Some(_), None) => match (case.part(*earlier), mode(procedure, *earlier)) {
                    (Truth::True, Mode::Must) => place.before_usual.push(*earlier),
                    (Truth::Unknown, Mode::Must) => place.usual_open.push(*earlier),
                    (Truth::False, _) | (_, Mode::May) => {}
                },
            },
        }
    }
    if !place.waits_for.is_empty() || !place.open.is_empty() {
        place.ready = None;
    }
    place
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
        if let (StepOrder::Strict, Some(there)) = (order, places.get_mut(earlier.index())) {
            there.followers.push(witness);
        }
    }
}

fn mode(procedure: &Procedure, step: StepIndex) -> Mode {
    procedure.steps.get(step.index()).map_or(Mode::May, |step| step.mode)
}
