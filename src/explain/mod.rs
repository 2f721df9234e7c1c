//! Why a case is decided as it is, in a form that can be checked.
//!
//! An [`Explanation`] is data: for each outcome the rules that fired, with the parts of their conditions that made them
//! fire; what was overridden, excused or combined; each adjustment with the set before and after; what would have
//! changed the result, had it not been ruled out; and the facts that all of this rests on. With these facts alone known
//! the result is the same, and of them none can be left out without some cited condition coming open.
//!
//! ```
//! use policyc::explain::explain;
//! use policyc::syntax::KeywordLanguage;
//! use policyc::{Facts, check_text};
//!
//! let checked = check_text(
//!     "demo.policy",
//!     "scale measure { review < notice < demotion }
//!      fact late: bool
//!      fact hidden: bool
//!      fact forged: bool
//!      outcome sanction: measure
//!      article 1 { if late then sanction = review }
//!      article 2 { if hidden or forged then sanction = demotion }",
//! );
//! let policy = checked.policy.expect("the policy has no errors");
//! let facts = Facts::new(&policy).with("late", true)?.with("hidden", true)?.with("forged", true)?;
//! let explanation = explain(&policy, &facts, KeywordLanguage::English)?;
//! let sanction = explanation.outcome("sanction").expect("the outcome is declared");
//! // One true limb of the condition is enough, and the lighter rule adds nothing.
//! let facts: Vec<&str> = sanction.facts.iter().map(|fact| fact.name.as_str()).collect();
//! assert_eq!(facts, ["hidden"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod basis;
mod change;
mod cited;
mod duty;
mod explanation;
mod lacking;
mod open;
mod outline;
mod proof;
mod prose;
mod settled;
mod support;
mod target;
mod why;
mod why_not;
mod wording;
mod words;

pub use change::{Change, ChangeReport, ChangedFact, changes};
pub use explanation::*;
pub use prose::{ALTERNATIVES_FORMAT, Alternatives, Page, alternatives_page, explanation_page};
pub use target::Target;
pub use why::explain;
pub use why_not::{Obstacle, Way, WayKind, WhyNot, why_not};
pub(crate) use wording::Wording;
#[cfg(feature = "cli")]
pub(crate) use words::Words;
