//! What lasts: plain data that can be stored and shown without the policy at hand.

use crate::syntax::ast::EffectVerb;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// The version of the JSON shape of [`EffectsReport`].
pub const EFFECTS_FORMAT: u32 = 1;

/// What the decisions on one person bar or bring about on a day.
///
/// Days are written as in policies: `2024-03-05`. Periods too: `24 months`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct EffectsReport {
    /// The version of this shape: [`EFFECTS_FORMAT`].
    pub format: u32,
    /// The policy's name.
    pub policy: String,
    /// The day that is looked at.
    pub as_of: String,
    /// What lasts on that day, one entry for each kind of effect, in the order of the policy's text.
    pub lasting: Vec<LastingEffect>,
    /// What has ended before that day, in the order of the policy's text, then of time.
    pub ended: Vec<LastingEffect>,
    /// Decisions behind that day. They were left aside.
    pub later: Vec<LaterDecision>,
}

impl EffectsReport {
    /// What lasts of a kind of effect: the thing that is barred or brought about, by name.
    #[must_use]
    pub fn lasting(&self, verb: EffectVerb, name: &str) -> Option<&LastingEffect> {
        self.lasting.iter().find(|effect| effect.bars == (verb == EffectVerb::Bars) && effect.name == name)
    }
}

/// An effect with everything that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct LastingEffect {
    /// Whether something is barred; else it is brought about.
    pub bars: bool,
    /// What.
    pub name: String,
    /// The day on which it began.
    pub from: String,
    /// Its last day; for good where `None`.
    pub until: Option<String>,
    /// The decisions that it rests on, in the order of time.
    pub because: Vec<EffectCause>,
    /// The limit that cut the sum of several periods, if one did.
    pub capped: Option<Capped>,
}

/// A decision that an effect rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct EffectCause {
    /// How the decision is referred to.
    pub reference: Option<String>,
    /// Its day.
    pub on: String,
    /// The outcome that was decided.
    pub outcome: String,
    /// What was imposed.
    pub value: String,
    /// How long the effect lasts by this decision alone; for good where `None`.
    pub period: Option<String>,
    /// The clause that says so.
    pub clause: String,
}

/// A limit that cut the sum of several periods.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Capped {
    /// The most that may lie ahead of the latest decision.
    pub at: String,
    /// The clause that says so.
    pub clause: String,
}

/// A decision behind the day that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct LaterDecision {
    /// How the decision is referred to.
    pub reference: Option<String>,
    /// Its day.
    pub on: String,
    /// The outcome that was decided.
    pub outcome: String,
    /// What was imposed.
    pub value: String,
}
