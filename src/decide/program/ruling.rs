//! What a decider says of a case.

use super::decider::{Decider, Desk, Found, Interpreted};
use super::ruleset::{Citations, Ruleset};
use crate::decide::decision::{Decision, OutcomeDecision, Status};
use crate::policy::{OutcomeId, PermittedSet};

/// Where the conditions of an outcome are cited, and which of them are meant.
type OfDesk<'d> = fn(&'d Desk, &'d Ruleset) -> (&'d Citations, &'d [u64]);

/// The answer to one case, lent by the [`Decider`] until the next case.
#[derive(Clone, Copy, Debug)]
pub struct Ruling<'d> {
    decider: &'d Decider,
}

/// The answer on one outcome.
#[derive(Clone, Copy, Debug)]
pub struct RuledOutcome<'d> {
    by: By<'d>,
    id: OutcomeId,
}

#[derive(Clone, Copy, Debug)]
enum By<'d> {
    Program(&'d Desk, &'d Ruleset),
    Interpreter(&'d OutcomeDecision, Option<&'d PermittedSet>),
}

impl<'d> Ruling<'d> {
    pub(super) fn new(decider: &'d Decider) -> Self {
        Self { decider }
    }

    /// The answer on an outcome; `None` where the id belongs to another policy.
    #[must_use]
    pub fn outcome(&self, id: OutcomeId) -> Option<RuledOutcome<'d>> {
        let by = match &self.decider.interpreted {
            Some(Interpreted { decision, permitted }) => {
                By::Interpreter(decision.outcomes.get(id.index())?, permitted.get(id.index())?.as_ref())
            }
            None => {
                let parts = self.decider.program.parts();
                let place = *parts.places.get(id.index())?;
                By::Program(self.decider.desks.outcomes.get(place)?, parts.rulesets.get(place)?)
            }
        };
        Some(RuledOutcome { by, id })
    }

    /// The answers on all outcomes, in the order of declaration.
    pub fn outcomes(&self) -> impl Iterator<Item = RuledOutcome<'d>> + use<'d> {
        let ruling = *self;
        self.decider.program.policy().outcome_ids().filter_map(move |id| ruling.outcome(id))
    }

    /// The full decision, where the interpreter decided.
    #[must_use]
    pub fn interpreted(&self) -> Option<&'d Decision> {
        self.decider.interpreted.as_ref().map(|found| &found.decision)
    }
}

impl<'d> RuledOutcome<'d> {
    /// Which outcome it is about.
    #[must_use]
    pub fn id(&self) -> OutcomeId {
        self.id
    }

    /// What is known of it.
    #[must_use]
    pub fn status(&self) -> Status {
        match self.by {
            By::Program(desk, ruleset) => desk.status(ruleset),
            By::Interpreter(decision, _) => decision.status,
        }
    }

    /// The permitted values; `None` unless decided.
    #[must_use]
    pub fn permitted(&self) -> Option<&'d PermittedSet> {
        match self.by {
            By::Program(desk, ruleset) => desk.permitted(ruleset),
            By::Interpreter(_, permitted) => permitted,
        }
    }

    /// Whether mitigation and aggravation met, so that the authority must weigh both.
    #[must_use]
    pub fn weigh(&self) -> bool {
        match self.by {
            By::Program(desk, ruleset) => {
                desk.settled(ruleset).is_some_and(|settled| settled.as_ref().is_ok_and(|settled| settled.weigh))
            }
            By::Interpreter(decision, _) => decision.weigh,
        }
    }

    /// The clauses that fired and were not overridden, in the order of the text.
    pub fn clauses(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        self.cited(|desk, ruleset| (ruleset.rule_citations(), &desk.found.upheld), |decision| &decision.clauses)
    }

    /// The clauses whose adjustment applied.
    pub fn adjusted_by(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        let of_desk: OfDesk<'d> = |desk, ruleset| {
            let is_decided = desk.status(ruleset) == Status::Decided;
            let applied = if is_decided { desk.found.adjusting.as_slice() } else { &[] };
            (ruleset.adjustment_citations(), applied)
        };
        self.cited(of_desk, |decision| &decision.adjusted_by)
    }

    /// The clauses whose exemption changed the result.
    pub fn exempted_by(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        let of_desk: OfDesk<'d> = |desk, ruleset| (ruleset.exemption_citations(), desk.found.exempting.as_slice());
        self.cited(of_desk, |decision| &decision.exempted_by)
    }

    /// Where undetermined: every value that is still possible, in words.
    #[must_use]
    pub fn possible(&self) -> &'d [String] {
        match self.by {
            By::Program(..) => &[],
            By::Interpreter(decision, _) => &decision.possible,
        }
    }

    /// Where undetermined: what can still change the result, by name.
    #[must_use]
    pub fn asks(&self) -> &'d [String] {
        match self.by {
            By::Program(..) => &[],
            By::Interpreter(decision, _) => &decision.asks,
        }
    }

    /// Where undetermined: whether a written limit was reached before the answer was exact.
    #[must_use]
    pub fn limit_reached(&self) -> bool {
        match self.by {
            By::Program(..) => false,
            By::Interpreter(decision, _) => decision.limit_reached,
        }
    }

    fn cited(
        &self,
        of_desk: OfDesk<'d>,
        of_decision: fn(&'d OutcomeDecision) -> &'d Vec<String>,
    ) -> impl Iterator<Item = &'d str> + use<'d> {
        let (bits, words) = match self.by {
            By::Program(desk, _) if matches!(desk.result, Found::OutOfScope) => (None, None),
            By::Program(desk, ruleset) => (Some(of_desk(desk, ruleset)), None),
            By::Interpreter(decision, _) => (None, Some(of_decision(decision))),
        };
        let of_bits = bits.into_iter().flat_map(|(citations, words)| citations.of_bits(words));
        of_bits.chain(words.into_iter().flatten().map(String::as_str))
    }
}
