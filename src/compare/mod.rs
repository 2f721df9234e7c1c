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

mod difference;

pub use difference::Difference;

use crate::analyse::{Compared, Incomparable, Mapping, View};
use crate::policy::Policy;

/// Two policies in one space of cases: those that both allow, with the members of scales that both know.
pub struct Comparison {
    compared: Compared,
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
        Ok(Self { compared: Compared::new(old, new, mapping, view)? })
    }
}
