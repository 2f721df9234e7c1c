//! Looking at a policy as a whole: which cases have no answer, two answers, or a lighter answer for a worse act.
//!
//! An [`Analysis`] lays out all cases of a policy in a finite space and answers questions about them exactly: a
//! [`Region`] is a set of cases that can be combined, counted, described in few conditions ([`Region::cover`]) and
//! shown by a concrete case ([`Analysis::witness`]). What an outcome comes to, case by case, is its [`Partition`].
//! Nothing here has a meaning of its own: conditions are evaluated, sets combined and cases concluded by the same
//! functions that decide a single case, and every witness is decided by them again before it is given out.
//!
//! Where a written limit is reached the answer is [`Undecided`], never a guess.
//!
//! ```
//! use policyc::analyse::{Analysis, Counterexample, Proof};
//! use policyc::{Status, check_text};
//!
//! let checked = check_text(
//!     "demo.policy",
//!     "scale severity { minor < major < extreme }
//!      scale measure { written_review < notice < demotion }
//!      fact severity: severity
//!      fact reported: bool
//!      outcome sanction: measure combine heaviest
//!      article 1 { if severity = major then sanction ∈ <notice, demotion> }
//!      article 2 { if severity = extreme and not reported then sanction = notice }
//!      ensure sanction rises with severity",
//! );
//! let policy = checked.policy.expect("the policy has no errors");
//! let analysis = Analysis::new(&policy);
//! let sanction = policy.outcome("sanction").expect("the outcome is declared");
//!
//! // Where does no rule speak?
//! let gap = analysis.partition(sanction)?.with_status(Status::NotAddressed);
//! assert_eq!(gap.count()?.cases(), "3");
//! assert_eq!(gap.cover()?.conditions.len(), 2); // minor; extreme and reported
//! let witness = analysis.witness(&gap)?.expect("there is a gap");
//! assert_eq!(policy.show(witness.facts().get(policy.fact("severity").unwrap()).unwrap()), "minor");
//!
//! // Is a worse act never answered more lightly?
//! let Proof::Refuted(refutation) = analysis.ensured(&policy.ensures()[0]) else { panic!("it is not") };
//! let Counterexample::Pair { before, after, .. } = refutation.example else { panic!("two cases are compared") };
//! assert_eq!(before.decision().outcome("sanction").unwrap().permitted.values(), ["notice", "demotion"]);
//! assert_eq!(after.decision().outcome("sanction").unwrap().permitted.values(), ["notice"]);
//! assert_eq!(refutation.clauses, ["1", "2"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod analysis;
mod change;
mod classes;
mod computed;
mod cover;
mod covered;
mod decision_diagram;
mod diagrams;
mod ensure;
mod formula;
mod gather;
mod given;
mod graded;
mod groups;
mod lower;
mod lowering;
mod matters;
mod multi;
mod order;
mod pairs;
mod partition;
mod place;
mod region;
mod settled;
mod space;
mod subjects;
mod terms;
mod trial;
mod weave;
mod weight;
mod witness;
pub use analysis::Analysis;
pub use change::Changes;
pub(crate) use classes::class_of;
pub use cover::Cover;
pub(crate) use decision_diagram::{Answers, DecisionDiagram, HOLDS, Next, NoDiagram, OutcomeQuestions, Question};
pub use ensure::{Counterexample, Proof, Refutation};
pub use lower::{Readings, View};
pub use partition::Partition;
pub use place::CaseKey;
pub use region::{Count, Region, Undecided};
pub(crate) use subjects::Class;
pub use terms::{Condition, Limit, Term};
pub(crate) use weave::{Compared, Differing, Given, Pair, Provisions, WovenOutcome};
pub use weave::{DecidedTwice, Incomparable, Mapping, Side};
pub(crate) use weight::Shift;
pub use witness::Witness;
