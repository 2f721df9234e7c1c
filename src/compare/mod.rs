//! Two policies compared case by case: what changes from an old text to a new one, and where the rules of two bodies
//! contradict each other.
//!
//! ```
//! use policyc::compare::Comparison;
//! use policyc::analyse::{Mapping, Side};
//! use policyc::check_text;
//!
//! let text = |rule: &str| format!(
//!     "scale severity {{ minor < major < extreme }}
//!      scale measure {{ written_review < notice < demotion }}
//!      fact severity: severity
//!      outcome sanction: measure combine heaviest
//!      article 1 {{ if {rule} then sanction = notice }}",
//! );
//! let policy = |rule: &str| check_text("demo.policy", &text(rule)).policy.expect("the policy has no errors");
//! let (old, new) = (policy("severity = major"), policy("severity ≥ major"));
//!
//! let comparison = Comparison::of(&old, &new, &Mapping::default()).expect("the texts can be compared");
//! let difference = comparison.first_difference()?.expect("some case is decided otherwise");
//! assert_eq!(difference.outcome, "sanction");
//! assert_eq!(difference.case.facts(Side::New).known()["severity"], "extreme");
//!
//! // Another text that says the same in all cases.
//! let same = policy("severity ∈ <major, extreme>");
//! let comparison = Comparison::of(&new, &same, &Mapping::default()).expect("the texts can be compared");
//! assert!(comparison.first_difference()?.is_none());
//! # Ok::<(), policyc::analyse::Undecided>(())
//! ```

mod apart;
mod authority;
mod changes;
mod clash;
mod difference;
mod effect;
mod provision;
mod report;
mod ruling;

pub use apart::{Apart, Note};
pub use changes::{Change, OutcomeChanges};
pub use clash::Clash;
pub use difference::Difference;
pub use effect::Effect;
pub use provision::{Aspect, AspectChange, ProvisionChange, ProvisionKind};
pub use ruling::Ruling;

use crate::analyse::{CaseKey, Compared, Incomparable, Mapping, Region, Side, Undecided, View};
use crate::decide::Facts;
use crate::policy::{Period, Policy};

/// Two policies in one space of cases: those that both allow, with the members of scales that both know.
pub struct Comparison {
    compared: Compared,
    mapping: Mapping,
    view: View,
    /// When the texts are in force.
    in_force: (Vec<Period>, Vec<Period>),
}

impl Comparison {
    /// Compares an old policy with a new one, each in its preferred readings.
    ///
    /// # Errors
    /// All reasons for which they cannot be compared.
    pub fn of(old: &Policy, new: &Policy, mapping: &Mapping) -> Result<Self, Vec<Incomparable>> {
        Self::with(old, new, mapping, &View::default())
    }

    /// Compares two policies on a certain day, by a certain calendar.
    ///
    /// # Errors
    /// As [`Comparison::of`].
    pub fn with(old: &Policy, new: &Policy, mapping: &Mapping, view: &View) -> Result<Self, Vec<Incomparable>> {
        let compared = Compared::new(old, new, mapping, view)?;
        let in_force = (old.in_force().to_vec(), new.in_force().to_vec());
        Ok(Self { compared, mapping: mapping.clone(), view: view.clone(), in_force })
    }

    /// One of the policies, in force on every day.
    pub(crate) fn own(&self, side: Side) -> &Policy {
        self.compared.woven.own(side)
    }

    /// What the conditions of both policies see of a case of one of them, apart from what the authority chooses: the same
    /// for two cases that count as one. `None` where that depends on facts that are not known.
    ///
    /// # Errors
    /// A written limit was reached.
    pub fn key(&self, side: Side, facts: &Facts) -> Result<Option<CaseKey>, Undecided> {
        self.compared.analysis.key(&self.compared.woven_facts(side, facts))
    }

    /// Whether a case of one of the policies lies in a region of this comparison; `None` where that depends on facts that
    /// are not known.
    #[must_use]
    pub fn contains(&self, region: &Region, side: Side, facts: &Facts) -> Option<bool> {
        region.contains(&self.compared.woven_facts(side, facts))
    }
}
