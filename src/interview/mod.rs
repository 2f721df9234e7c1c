//! Asking for the facts of a case, one question after the other.
//!
//! An [`Interview`] asks only what can still change the decision, the most telling question first, and ends when all is
//! settled. Everything is kept at every moment: [`Interview::facts`] are the facts so far, [`Interview::decision`] is
//! what they come to. An answer that the policy cannot have, or that contradicts what it assumes, is refused and changes
//! nothing; a question may be left open, and any answer can be taken back.
//!
//! ```
//! use policyc::interview::Interview;
//! use policyc::{Facts, check_text};
//!
//! let checked = check_text(
//!     "demo.policy",
//!     "scale measure { warning < demotion }
//!      fact hidden: bool
//!      fact late: bool
//!      fact long: bool
//!      outcome sanction: measure
//!      article 1 { if late and long then sanction = warning }
//!      article 2 { if hidden then sanction = demotion }",
//! );
//! let policy = checked.policy.expect("the policy has no errors");
//! let mut interview = Interview::new(Facts::new(&policy))?;
//! // `hidden` alone can settle the case, so it comes first.
//! let question = interview.question().expect("the case is open");
//! assert_eq!(question.name(), "hidden");
//! interview.answer(true)?;
//! assert!(interview.is_settled());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `converse` is the same as a protocol of lines for other programs (feature `author`).

#[cfg(feature = "author")]
mod conversation;
mod question;
mod session;

pub use crate::decide::prospects::Subject;
#[cfg(feature = "author")]
pub use conversation::{INTERVIEW_FORMAT, converse};
pub use question::{AnswerForm, Choice, FieldQuestion, Question};
pub use session::{Interview, Refusal};
