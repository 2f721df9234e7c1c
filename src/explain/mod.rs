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
mod why;
mod wording;
mod words;

pub use explanation::*;
pub use prose::{Page, explanation_page};
pub use why::explain;
pub(crate) use words::Words;
