//! The policy made fast: conditions as tests of small integers, rules as bits.
//!
//! A [`Program`] means exactly what the interpreter means, which stays the reference. Each fact that conditions compare
//! with constants is cut into classes (`columns`); each condition becomes alternatives of tests of classes
//! (`lower`, `cube`); all conditions of an outcome are tested side by side, 64 to a machine word (`block`); which rules
//! stand is a matter of bit masks, and what their sets come to is looked up (`ruleset`, `verdicts`). Conditions that
//! cannot be cut (timings, folds, calculations) are evaluated by the interpreter when the case is prepared (`case`).
//!
//! Where the answer hangs on unknown facts, and where a calculation has no result, the interpreter decides instead; the
//! caller sees no difference but the time, and [`Decider::counts`] says how often.

mod block;
mod case;
mod circuit;
mod columns;
mod coverage;
mod cube;
mod decider;
mod groups;
mod interpreted;
mod lane;
mod lower;
mod ruleset;
mod ruling;
mod table;
mod verdicts;

#[cfg(test)]
mod tests;

pub use case::PreparedCase;
pub use coverage::{Coverage, OutcomeCoverage, Uncompiled};
pub use decider::{Counts, Decider};
pub use ruling::{RuledOutcome, Ruling};
pub use table::{CaseTable, ColumnProblem, RuledColumn, RulingTable, TableDecider};

use super::decision::Decision;
use super::facts::Facts;
use super::interpret::DecideError;
use crate::policy::{OutcomeId, Policy};
use block::Block;
use circuit::Circuits;
use columns::{Column, Columns};
use groups::Groups;
use interpreted::Interpreted;
use ruleset::Ruleset;
use std::sync::Arc;

/// A policy compiled for many decisions.
///
/// Immutable, cheap to clone, `Send + Sync`: each thread takes a [`Decider`] of its own.
///
/// ```
/// use policyc::{Facts, Program, Status, check_text};
///
/// let policy = check_text(
///     "demo.policy",
///     "scale measure { notice < demotion } fact days: int outcome sanction: measure
///      article 1 { if days ≥ 3 then sanction ∈ <notice, demotion> }",
/// )
/// .policy
/// .expect("nothing is wrong");
/// let (days, sanction) = (policy.fact("days").expect("declared"), policy.outcome("sanction").expect("declared"));
/// let program = Program::new(&policy);
/// let mut decider = program.decider();
/// let mut case = program.prepare(Facts::new(&policy));
/// for (count, status) in [(2, Status::NotAddressed), (3, Status::Decided)] {
///     case.set(days, count)?;
///     let ruling = decider.decide(&mut case)?;
///     let ruled = ruling.outcome(sanction).expect("declared");
///     assert_eq!(ruled.status(), status);
///     assert!(ruled.clauses().eq((count == 3).then_some("1")));
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Program {
    parts: Arc<Parts>,
}

/// What a program consists of.
#[derive(Debug)]
pub(super) struct Parts {
    policy: Policy,
    columns: Columns,
    groups: Groups,
    /// The first begins with the ground: the assumptions, then the parts of the scope.
    blocks: Vec<Block>,
    assumptions: usize,
    /// The same conditions for many cases at once.
    circuits: Circuits,
    /// In the order in which outcomes read each other.
    rulesets: Vec<Ruleset>,
    /// Where the ruleset of each outcome stands.
    places: Vec<usize>,
    /// By how many outcomes have been decided: the columns that can be told then, parts after what they consist of.
    told: Vec<Vec<u32>>,
    /// Which outcomes the interpreter decides, and why.
    uncompiled: Vec<(OutcomeId, Uncompiled)>,
    interpreted: Interpreted,
}

impl Program {
    /// Compiles a policy. Takes time about linear in its conditions.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        Self { parts: Arc::new(lower::parts(policy)) }
    }

    /// The policy it was compiled from.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.parts.policy
    }

    /// Decides a case in full, with all that a [`Decision`] says: by the interpreter.
    ///
    /// # Errors
    /// As [`decide`](super::decide()).
    pub fn decide(&self, facts: &Facts) -> Result<Decision, DecideError> {
        super::decide(&self.parts.policy, facts)
    }

    /// The facts of a case, cut into classes.
    #[must_use]
    pub fn prepare(&self, facts: Facts) -> PreparedCase {
        PreparedCase::new(self.clone(), facts)
    }

    /// What one thread needs to decide cases one after the other without allocating.
    #[must_use]
    pub fn decider(&self) -> Decider {
        Decider::new(self.clone())
    }

    /// A table of so many cases, in each of which `base` holds as far as no column says otherwise.
    ///
    /// ```
    /// use policyc::{Facts, Program, Status, check_text};
    ///
    /// let text = "scale measure { notice < demotion } fact late: bool fact days: int outcome sanction: measure
    ///     article 1 { if late and days ≥ 3 then sanction = demotion }";
    /// let policy = check_text("demo.policy", text).policy.expect("nothing is wrong");
    /// let id = |name| policy.fact(name).expect("declared");
    /// let program = Program::new(&policy);
    /// let mut cases = program.table(3, Facts::new(&policy));
    /// cases.set_truths(id("late"), &[0b011], None)?;
    /// cases.set_numbers(id("days"), &[2, 3, 4], None)?;
    /// let mut decider = program.table_decider();
    /// let sanction = decider.decide(&cases).outcome(policy.outcome("sanction").expect("declared")).expect("declared");
    /// let statuses: Vec<Status> = (0..3).map(|row| sanction.status(row)).collect();
    /// assert_eq!(statuses, [Status::NotAddressed, Status::Decided, Status::NotAddressed]);
    /// assert_eq!(sanction.clauses().next(), Some(("1", [0b010, 0, 0, 0].as_slice())));
    /// # Ok::<(), policyc::decide::ColumnProblem>(())
    /// ```
    #[must_use]
    pub fn table(&self, rows: usize, base: Facts) -> CaseTable {
        CaseTable::new(self.clone(), base, rows)
    }

    /// What one thread needs to decide tables of cases.
    #[must_use]
    pub fn table_decider(&self) -> TableDecider {
        TableDecider::new(self.clone())
    }

    /// What is compiled, and what the interpreter has to do.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        Coverage::of(&self.parts)
    }

    fn parts(&self) -> &Parts {
        &self.parts
    }
}

impl Parts {
    fn column(&self, index: u32) -> Option<&Column> {
        self.columns.get(index)
    }
}
